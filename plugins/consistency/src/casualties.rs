//! The dead, the injured and the missing, counted differently in title, captions and text: `17 dead` over `killed 18 people`.

use claimlist_plugin::words::{Word, number, words};
use claimlist_plugin::{Claims, Document, Finding, Hint, Hints, Priority, Sentence};

/// The fates that are counted, with the words that tell of them.
const FATES: [(&str, &[&str]); 4] = [
    ("dead", &["dead", "killed", "killing", "kills", "died", "drowned", "deaths", "dies"]),
    ("injured", &["injured", "injuring", "wounded", "wounding", "hurt", "injuries", "injures"]),
    ("missing", &["missing"]),
    ("arrested", &["arrested", "arrests"]),
];

/// A count of people in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Toll {
    fate: usize,
    count: u64,
    /// Whether the text says `at least`, `about` or the like.
    hedged: bool,
    /// Bytes of the sentence.
    start: usize,
    end: usize,
}

/// Compares the tolls of title and captions with those of the text. Gives back the sentences whose tolls differ.
pub(crate) fn check(document: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) -> Vec<usize> {
    let mut differing = Vec::new();
    let mut body: Vec<Toll> = Vec::new();
    let mut heads: Vec<(usize, Sentence<'_>, Toll)> = Vec::new();
    for (index, sentence) in document.sentences().enumerate() {
        let found = tolls(sentence.text);
        if matches!(sentence.block, "title" | "caption") {
            heads.extend(found.into_iter().map(|toll| (index, sentence, toll)));
        } else if !tells_of_a_year(sentence.text) {
            body.extend(found);
        }
    }
    for (index, sentence, head) in heads {
        let counts = || body.iter().filter(|toll| toll.fate == head.fate);
        let Some(most) = counts().map(|toll| toll.count).max() else { continue };
        let said = counts().any(|toll| toll.count == head.count);
        // "At least 17" under a text that counts 18 is no contradiction; nor is "about".
        let loose = head.hedged || counts().any(|toll| toll.hedged);
        let same = (head.count.max(most) as f64) <= head.count.min(most) as f64 * 3.0;
        if said || loose || !same {
            continue;
        }
        let fate = FATES[head.fate].0;
        let place = if sentence.block == "title" { "title" } else { "caption" };
        let text = format!("The {place} counts {} {fate}, the text at most {most}.", head.count);
        let hint = Hint::new("toll", &text).priority(Priority::High).finding(Finding::Conflicts);
        hints.near(claims, index, sentence.start + head.start..sentence.start + head.end, hint);
        differing.push(index);
    }
    differing
}

/// Whether the sentence names a year: it may tell of another event.
fn tells_of_a_year(text: &str) -> bool {
    let year =
        |word: &Word<'_>| word.text.len() == 4 && (1900..2100).contains(&word.text.parse().unwrap_or(0));
    words(text).iter().any(year)
}

/// The tolls of a sentence: `18 people were killed`, `killing 18`, `a death toll of 18`.
fn tolls(text: &str) -> Vec<Toll> {
    let words = words(text);
    let mut tolls: Vec<Toll> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((count, end)) = count(&words, at) else {
            at += 1;
            continue;
        };
        if let Some(fate) = fate_behind(&words, end).or_else(|| fate_before(&words, at)) {
            let hedged = hedged(&words, at) || words.get(end).is_some_and(|word| word.is("or"));
            tolls.push(Toll { fate, count, hedged, start: words[at].start, end: words[end - 1].end });
        }
        at = end;
    }
    tolls
}

/// A count of people at word `at`, with the place behind it.
fn count(words: &[Word<'_>], at: usize) -> Option<(u64, usize)> {
    let number = number(&words[at..])?;
    let end = at + number.words;
    let before = at.checked_sub(1).map_or("", |before| words[before].text);
    let behind = words.get(end).map_or("", |word| word.text);
    // Ages, shares, money, dates and those who come on top of others are no tolls.
    let other = matches!(before, "-" | "/" | "£" | "$" | "€" | "another" | "further" | "other" | ".")
        || matches!(
            behind,
            "-" | "%" | "percent" | "per" | "/" | "others" | "more" | "th" | "st" | "nd" | "rd"
        )
        || matches!(
            behind,
            "of" | "out" | "years" | "year" | "days" | "hours" | "times" | "months" | "weeks" | "minutes"
        );
    let whole = number.value.fract() == 0.0 && (1.0..1e6).contains(&number.value);
    (whole && !other).then_some((number.value as u64, end))
}

fn fate_of(word: &Word<'_>) -> Option<usize> {
    FATES.iter().position(|(_, told)| word.any(told))
}

/// `people were killed` behind a count
fn fate_behind(words: &[Word<'_>], end: usize) -> Option<usize> {
    const STOP: &[&str] = &[
        "of",
        "in",
        "after",
        "when",
        "who",
        "and",
        "or",
        "more",
        "others",
        "to",
        "from",
        "at",
        "by",
        "on",
        "for",
        "with",
        "including",
        "not",
        "no",
    ];
    for word in words.get(end..)?.iter().take(6) {
        if let Some(fate) = fate_of(word) {
            return Some(fate);
        }
        if !word.is_letters() || word.any(STOP) || number(std::slice::from_ref(word)).is_some() {
            return None;
        }
    }
    None
}

/// `killing at least` before a count, `a death toll of`
fn fate_before(words: &[Word<'_>], at: usize) -> Option<usize> {
    const HEDGES: &[&str] =
        &["at", "least", "more", "than", "some", "about", "around", "nearly", "almost", "over", "up", "to"];
    let mut before = at;
    while before > 0 && words[before - 1].any(HEDGES) {
        before -= 1;
    }
    let word = words.get(before.checked_sub(1)?)?;
    const TELLS: &[&str] =
        &["killed", "killing", "kills", "injured", "injuring", "wounding", "wounded", "injures"];
    if word.any(TELLS) {
        return fate_of(word);
    }
    let toll = words.get(before.checked_sub(2)?)?;
    (word.any(&["of", "at", "to", "stands", "reached"]) && toll.is("toll")).then_some(0)
}

fn hedged(words: &[Word<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        words[before].any(&[
            "least", "than", "about", "around", "nearly", "almost", "over", "some", "to", "most", "up",
        ])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tolls_are_read() {
        for (text, expected) in [
            ("18 people were killed and 40 injured.", vec![(0, 18), (1, 40)]),
            ("A storm wrecked the pier, killing at least 18 people and injuring 40.", vec![(0, 18), (1, 40)]),
            ("Seventeen dead after ferry sinks", vec![(0, 17)]),
            ("The death toll of 18 may rise.", vec![(0, 18)]),
            ("The 61-year-old died.", vec![]),
            ("Two of them died, and another 12 were injured.", vec![]),
            ("18 years after he died, 3 more were killed.", vec![]),
            ("Some 5% of the injured died.", vec![]),
        ] {
            let read: Vec<_> = tolls(text).iter().map(|toll| (toll.fate, toll.count)).collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
