//! Quotations that nobody says: `"We will not pay for this."` with no name near it.

use claimlist_plugin::{Claim, Claims, Document, Hint, Hints, Priority};

/// A quotation has at least so many words to need a speaker: a shorter one may be a word in passing.
const LONG: usize = 6;

/// How many sentences before and behind a quotation may name its speaker.
const NEAR: usize = 2;

/// Asks for the speaker of quoted sentences, once for each quotation.
pub(crate) fn check(document: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) {
    // Where the article says that somebody says something, whatever.
    let mut said: Vec<usize> = claims
        .iter()
        .filter(|claim| claim.kind() == "reported" || claim.speaker().is_some())
        .map(|claim| claim.sentence())
        .collect();
    said.sort_unstable();
    let near = |sentence: usize| {
        let from = said.partition_point(|&other| other + NEAR < sentence);
        said.get(from).is_some_and(|&other| other <= sentence + NEAR)
    };
    let mut last = None;
    for claim in claims.iter().filter(|claim| claim.kind() == "quote") {
        let follows = last.is_some_and(|last| claim.sentence() <= last + 1);
        last = Some(claim.sentence());
        if follows || near(claim.sentence()) || !whole_sentence(document, &claim) {
            continue;
        }
        let text = "Who says this? Neither this sentence nor those around it name a speaker.";
        hints.on(&claim, Hint::new("no-speaker", text).priority(Priority::Medium));
    }
}

/// Whether it is a sentence in quotation marks, in a paragraph: not a title of something, a motto or a word.
fn whole_sentence(document: &Document<'_>, claim: &Claim<'_>) -> bool {
    let Some(sentence) = document.sentence(claim.sentence()) else { return false };
    let words = claim.words("words").unwrap_or_default();
    let open = claim.text().starts_with(['"', '\u{201c}', '\u{2018}']);
    // In the middle of a sentence of the article's own it may be anything.
    let starts = claim.start() == sentence.start;
    let small = words.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_lowercase)).count();
    let count = words.split_whitespace().count();
    sentence.block == "paragraph"
        && open
        && starts
        && claim.fact("fragment").is_none()
        && count >= LONG
        && small * 2 > count
        && words.ends_with(['.', '!', '?', ','])
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, run};

    use crate::Consistency;

    #[test]
    fn a_quotation_needs_a_speaker() {
        let words = "We will not pay for this at all.";
        let quote = |text: &str| {
            Article::new(text).claim_with("quote", &format!("\"{words}\""), &[("words", words.into())])
        };
        let alone = quote(&format!("\"{words}\" It rained."));
        assert_eq!(run::<Consistency>("{}", &alone).unwrap()[0].check, "no-speaker");
        assert!(run::<Consistency>("{}", &alone.clone().speaker("Ann Lee")).unwrap().is_empty());
        let told = quote(&format!("\"{words}\" She said that it rained."))
            .claim("reported", "She said that it rained");
        assert!(run::<Consistency>("{}", &told).unwrap().is_empty());
        let inside = quote(&format!("The sign said \"{words}\" It rained."));
        assert!(run::<Consistency>("{}", &inside).unwrap().is_empty());
    }
}
