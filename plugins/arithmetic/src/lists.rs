//! A number against the list that follows: `three reasons: cost, time, weather and luck`.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::figures::{Hedge, Unit, show};
use crate::line::{Found, Line};

/// Checks the one list behind a colon.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    let Some(colon) = line.words.iter().position(|word| word.text == ":") else { return };
    let Some(number) = line.figures.iter().rfind(|figure| figure.end < colon) else { return };
    let noun = (1..=4).contains(&(colon - number.end))
        && (number.end..colon).all(|at| line.words[at].is_letters())
        && line.text(colon - 1).ends_with('s')
        && !line.has(number.end, colon, &["of", "in", "to", "for", "on", "at", "says", "was", "is"]);
    let plain = number.unit == Unit::Plain && number.hedge == Hedge::None && !number.year;
    if !noun || !plain || !(2.0..=12.0).contains(&number.value) || number.value.fract() != 0.0 {
        return;
    }
    let Some(items) = items(line, colon + 1) else { return };
    let words = (number.first, colon);
    let noun = line.text(colon - 1);
    let count = show(number.value);
    into.push(if items as f64 == number.value {
        Found { check: "list-length", text: format!("The list has {count} {noun}."), finding: Agrees, words }
    } else {
        let text = format!("The text says {count} {noun}, and the list that follows has {items}.");
        Found { check: "list-length", text, finding: Conflicts, words }
    });
}

/// How many items the list from word `at` has; nothing where that is open to doubt.
fn items(line: &Line<'_>, at: usize) -> Option<usize> {
    // Words that start a clause: then a comma need not part two items.
    const CLAUSE: &[&str] = &[
        "which",
        "who",
        "whose",
        "where",
        "that",
        "because",
        "if",
        "when",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "or",
        "said",
        "says",
        "but",
        "such",
        "including",
    ];
    let end = line.words.iter().position(|word| {
        word.start >= line.words.get(at).map_or(0, |word| word.start) && matches!(word.text, "." | "?" | "!")
    });
    let end = end.unwrap_or(line.words.len()).max(at);
    let list = line.words.get(at..end)?;
    if list.iter().any(|word| matches!(word.text, "(" | "\u{2014}" | "\u{2013}" | "\"" | "\u{201c}" | ":")) {
        return None;
    }
    if list.iter().any(|word| word.text == ";") {
        let parts = list.split(|word| word.text == ";").filter(|part| !part.is_empty()).count();
        return Some(parts);
    }
    if list.iter().any(|word| word.any(CLAUSE) || word.is_digits()) {
        return None;
    }
    // One "and", at the end: more of them, or one elsewhere, may stand inside an item.
    let ands: Vec<usize> = (0..list.len()).filter(|&at| list[at].is("and")).collect();
    let [and] = ands[..] else { return None };
    let before: Vec<_> = list[..and].split(|word| word.text == ",").filter(|part| !part.is_empty()).collect();
    let last = &list[and + 1..];
    let short = before.iter().chain([&last]).all(|item| (1..=4).contains(&item.len()));
    // "Ann Lee, the mayor, and John Roe": an apposition is no item of its own.
    let article = |item: &&[claimlist_plugin::words::Word<'_>]| {
        item.first()
            .is_some_and(|word| word.any(&["the", "a", "an", "his", "her", "its", "their", "both", "all"]))
    };
    let articles = before.iter().chain([&last]).filter(|item| article(item)).count();
    let even = articles == 0 || articles == before.len() + 1;
    let comma_after = last.iter().any(|word| word.text == ",");
    (short && even && !comma_after).then_some(before.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{found, hold};

    fn one(text: &str) -> Option<Found> {
        found(check, text)
    }

    #[test]
    fn lists_are_counted() {
        hold(
            check,
            &[
                (
                    "There are three reasons: cost, time, weather and luck.",
                    Conflicts,
                    "3 reasons, and the list that follows has 4",
                ),
                ("He gave three reasons: cost, time and weather.", Agrees, "3 reasons"),
                ("He listed two demands: more pay, and shorter hours.", Agrees, "2 demands"),
                ("It has four steps: wash, rinse, and dry.", Conflicts, "has 3"),
                ("There are two aims: to win, which is hard; to lose; and to draw.", Conflicts, "has 3"),
            ],
        );
    }

    #[test]
    fn lists_that_cannot_be_counted_for_sure() {
        for text in [
            "They visited two countries: Bosnia and Herzegovina and Trinidad and Tobago.",
            "There were two winners: Ann Lee, the mayor, and John Roe.",
            "He had three goals: the cost, which had risen, and the rest.",
            "About three reasons: cost and time.",
            "He wrote 12 pages: nobody read them.",
            "He met two men: Ann Lee, 45, and John Roe, 30.",
        ] {
            assert!(one(text).is_none(), "{text}: {:?}", one(text));
        }
    }
}
