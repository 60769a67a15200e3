//! What the title says and the text does not carry: a figure that stands nowhere below it, words quoted that nobody says.

use claimlist_plugin::words::{number, words};
use claimlist_plugin::{Claim, Claims, Document, Hint, Hints, Priority};

/// Checks the figures and quotations of the title, but for the figures of the sentences that something was told of.
pub(crate) fn check(document: &Document<'_>, claims: &Claims<'_>, told: &[usize], hints: &mut Hints<'_>) {
    let in_title = |claim: &Claim<'_>| {
        document.sentence(claim.sentence()).is_some_and(|sentence| sentence.block == "title")
    };
    let heads: Vec<_> = claims.iter().filter(in_title).collect();
    let body: Vec<_> = document.sentences().filter(|sentence| sentence.block != "title").collect();
    if heads.is_empty() || body.len() < 3 {
        return;
    }
    let figures = figures(&body.iter().map(|sentence| sentence.text).collect::<Vec<_>>(), claims, &in_title);
    let plain = plain(&body.iter().map(|sentence| sentence.text).collect::<Vec<_>>().join(" "));
    for claim in heads {
        if claim.kind() == "quantity" && !told.contains(&claim.sentence()) && !carried(&claim, &figures) {
            let text = format!("The title says {}; no figure of the text comes to that.", claim.text());
            hints.on(&claim, Hint::new("title-figure", &text).priority(Priority::Medium));
        }
        if claim.kind() == "quote"
            && claim.words("words").is_some_and(|quoted| !plain.contains(self::plain(quoted).as_str()))
        {
            let text = "These words are quoted in the title, but do not stand in the text like this.";
            hints.on(&claim, Hint::new("title-quote", text).priority(Priority::Medium));
        }
    }
}

/// All figures of the text, in order of size: those of its claims and those that stand in its words.
fn figures(body: &[&str], claims: &Claims<'_>, in_title: &dyn Fn(&Claim<'_>) -> bool) -> Vec<f64> {
    let mut figures: Vec<f64> = claims
        .iter()
        .filter(|claim| !in_title(claim))
        .flat_map(|claim| [claim.number("value"), claim.number("high")])
        .flatten()
        .collect();
    for text in body {
        let words = words(text);
        figures.extend((0..words.len()).filter_map(|at| number(&words[at..])).map(|number| number.value));
    }
    figures.sort_by(f64::total_cmp);
    figures
}

/// Whether the text has the title's figure, as the title rounds it; so are figures that are not checked.
fn carried(claim: &Claim<'_>, figures: &[f64]) -> bool {
    let (Some(value), Some(unit)) = (claim.number("value"), claim.words("unit")) else { return true };
    let words = words(claim.text());
    let Some(written) = (0..words.len()).find_map(|at| number(&words[at..])) else { return true };
    let money = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    let checked = money || unit == "percent" || (unit == "count" && value >= 5.0);
    if !checked || claim.number("high").is_some() || (written.value - value).abs() > value.abs() * 1e-6 {
        return true;
    }
    let loose = if claim.fact("modifier").is_some() { 0.15 * value.abs() } else { 0.0 };
    // Titles round further than their last digit tells: 18 for 17.6, but also 20 for 19.
    let slack = (written.step * 0.501).max(loose).max(value.abs() * 0.04);
    let from = figures.partition_point(|&figure| figure < value - slack);
    figures.get(from).is_some_and(|&figure| figure <= value + slack)
}

/// Lower case, with straight quotes and single spaces, without marks at the ends.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2018}' | '\u{2019}' => plain.push('\''),
            '\u{201c}' | '\u{201d}' => plain.push('"'),
            c if c.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain.trim_matches(|c: char| c == ' ' || c.is_ascii_punctuation() || c == '\u{2026}').to_owned()
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, Given, run};

    use crate::Consistency;

    fn hints(article: &Article) -> Vec<Given> {
        run::<Consistency>("{}", article).unwrap()
    }

    fn article(title: &str, body: &str) -> Article {
        Article::new(&format!("{title}\n\nIt rained. It snowed. {body}")).title(title)
    }

    #[test]
    fn a_figure_of_the_title_stands_in_the_text() {
        let percent = |body: &str| {
            article("Prices fall by 12%", body).claim_with(
                "quantity",
                "12%",
                &[("value", 12.0.into()), ("unit", "percent".into())],
            )
        };
        assert_eq!(hints(&percent("Prices fell by 15 per cent."))[0].check, "title-figure");
        assert!(hints(&percent("Prices fell by 11.8 per cent.")).is_empty());
        assert!(hints(&percent("Prices fell by twelve per cent.")).is_empty());
    }

    #[test]
    fn words_quoted_in_the_title_stand_in_the_text() {
        let quote = |body: &str| {
            article("Mayor: \u{201c}I will not go\u{201d}", body).claim_with(
                "quote",
                "\u{201c}I will not go\u{201d}",
                &[("words", "I will not go".into())],
            )
        };
        assert_eq!(hints(&quote("\u{201c}I am not going,\u{201d} she said."))[0].check, "title-quote");
        assert!(hints(&quote("\"I will not go, not now,\" she said.")).is_empty());
    }
}
