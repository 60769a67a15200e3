//! What is told as over but dated after the article: `The bridge opened in December 2031.`

use crate::line::{Found, Line, found};

/// Verbs that tell of something done with; each is past in its form.
const DONE: &[&str] = &[
    "opened",
    "closed",
    "died",
    "arrived",
    "won",
    "lost",
    "signed",
    "met",
    "began",
    "started",
    "ended",
    "happened",
    "resigned",
    "launched",
    "collapsed",
    "sank",
    "crashed",
    "retired",
    "moved",
    "joined",
    "returned",
    "passed",
    "fell",
    "rose",
];

/// Participles behind `was` and `were`.
const BEING: &[&str] = &[
    "held",
    "founded",
    "built",
    "completed",
    "killed",
    "born",
    "signed",
    "elected",
    "opened",
    "closed",
    "arrested",
    "sentenced",
    "convicted",
    "published",
    "appointed",
    "introduced",
    "launched",
    "introduced",
    "sold",
    "destroyed",
    "passed",
    "released",
];

/// Words with which a sentence looks ahead, or tells what somebody imagines.
const AHEAD: &[&str] = &[
    "if",
    "would",
    "could",
    "will",
    "should",
    "might",
    "shall",
    "expected",
    "planned",
    "plans",
    "due",
    "scheduled",
    "hoped",
    "supposed",
    "set",
    "until",
    "forecast",
    "predicted",
    "promised",
    "next",
    "imagine",
    "novel",
    "film",
];

/// Finds dates after the day of publication right behind a verb in the past.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    let Some(today) = line.today else { return };
    // "may", unlike "May", is small.
    if line.has(AHEAD) || line.words.iter().any(|word| word.text == "may") {
        return;
    }
    for date in &line.dates {
        let Some((from, _)) = date.bounds() else { continue };
        let Some(preposition) = date.first.checked_sub(1) else { continue };
        if from <= today || !line.any(preposition, &["in", "on"]) {
            continue;
        }
        let Some(verb) = verb_before(line, preposition) else { continue };
        let text = format!(
            "\"{}\" is past, but the date lies after the day of publication, {today}: check year and tense.",
            line.text(verb)
        );
        into.push(found("future-past", (verb, date.end), text).conflicts());
    }
}

/// The verb of the past at most three words before the preposition, with nothing between them that starts something new.
fn verb_before(line: &Line<'_>, preposition: usize) -> Option<usize> {
    const NEW: &[&str] =
        &["that", "by", "for", "than", "of", "to", "as", ",", "-", "contract", "deal", "who", "which"];
    let first = preposition.saturating_sub(4);
    for at in (first..preposition).rev() {
        let passive = at > 0 && line.any(at - 1, &["was", "were"]) && line.any(at, BEING);
        let active = line.any(at, DONE)
            && !line.any(at.saturating_sub(1), &["to", "be", "the", "a", "is", "are", "been", "has", "have"]);
        if passive || active {
            return Some(at);
        }
        if line.any(at, NEW) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    fn count(text: &str) -> usize {
        let mut into = Vec::new();
        check(&Line::read(text, Day::parse("2025-02-27")), &mut into);
        into.len()
    }

    #[test]
    fn the_past_does_not_lie_ahead() {
        for text in [
            "The bridge opened in December 2031.",
            "The law was signed on 12 May 2027.",
            "The mine closed its doors on 28 February 2025.",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in [
            "The bridge opened in December 2021.",
            "The bridge was expected to open in 2031.",
            "She signed a contract until 2028.",
            "The tender for the bridge to be built in 2031 closed.",
            "The plant closed earlier in 2025.",
            "He won the right to host the games in 2032.",
            "The party began the campaign for the election in 2029.",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
