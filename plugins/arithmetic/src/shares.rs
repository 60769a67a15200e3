//! Shares of one whole: percentages against 100%, `three of the five`, `50 of the 200 patients (25%)`.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::figures::{Figure, Hedge, Unit, show};
use crate::line::{Found, Line};

/// Checks the shares of a sentence.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    into.extend(hundred(line));
    for pair in line.figures.windows(2) {
        let [part, whole] = pair else { continue };
        if let Some(found) = of_the(line, part, whole) {
            into.push(found);
        }
    }
}

/// Three or more percentages that the sentence says to make a whole: `45% said yes, 40% no and 20% were undecided`.
fn hundred(line: &Line<'_>) -> Option<Found> {
    /// Who is left when the others have said what they think.
    const REST: &[&str] = &["undecided", "unsure", "abstained", "rest", "remaining", "remainder", "unknown"];
    const WON: &[&str] = &["won", "took", "received", "got", "polled", "votes", "vote"];
    let shares: Vec<_> = line.figures.iter().filter(|figure| figure.unit == Unit::Percent).collect();
    let vote = line.any_phrase(&["of", "the", "vote"]) || line.any_phrase(&["of", "the", "votes"]);
    let complete = line.has(0, line.words.len(), REST) || line.any_phrase(&["don't", "know"]);
    let whole = complete || (vote && line.has(0, line.words.len(), WON));
    // Shares of different years or groups make no whole.
    let other = line.has(
        0,
        line.words.len(),
        &[
            "from", "compared", "up", "down", "than", "turnout", "while", "among", "against", "points",
            "rise", "fall", "margin",
        ],
    );
    if shares.len() < 3 || !whole || other || shares.iter().any(|share| share.hedge == Hedge::Above) {
        return None;
    }
    let sum: f64 = shares.iter().map(|share| share.value).sum();
    let slack: f64 = shares.iter().map(|share| share.step / 2.0).sum();
    let sums: Vec<_> = shares.iter().map(|share| show(share.value)).collect();
    let words = (shares.first()?.first, shares.last()?.end);
    let sum_text = format!("{} = {}", sums.join(" + "), show(sum));
    if sum > 100.0 + slack + 1e-9 {
        let text = format!("{sum_text}, more than 100%.");
        Some(Found { check: "shares-of-a-whole", text, finding: Conflicts, words })
    } else if complete && sum >= 100.0 - slack - 1e-9 {
        Some(Found { check: "shares-of-a-whole", text: format!("{sum_text}%."), finding: Agrees, words })
    } else {
        None
    }
}

/// `six of the five ships`, `50 of the 200 patients (20%)`, `11 out of 10`
fn of_the(line: &Line<'_>, part: &Figure<'_>, whole: &Figure<'_>) -> Option<Found> {
    let out_of = line.any(part.end, &["out"]) && line.any(part.end + 1, &["of"]);
    let of = part.end + usize::from(out_of);
    let the =
        usize::from(line.any(of + 1, &["the", "its", "their", "those", "these", "his", "her", "our", "all"]));
    let joined = line.any(of, &["of"]) && whole.first == of + 1 + the && (the == 1 || out_of);
    let plain =
        |figure: &Figure<'_>| figure.unit == Unit::Plain && figure.hedge == Hedge::None && !figure.year;
    // "30 of the two parties' members": the members are not counted.
    let owners = (whole.end..whole.end + 3).any(|at| {
        let text = line.text(at);
        text.ends_with("'s") || text.ends_with("\u{2019}s") || matches!(text, "'" | "\u{2019}")
    });
    let scored = line.before(part.first, &["scored", "rated", "gave", "at", "a"]);
    if !joined || !plain(part) || !plain(whole) || owners || scored || whole.value < 1.0 {
        return None;
    }
    let words = (part.first, whole.end);
    if part.value > whole.value {
        let text = format!("{} of {} is more than all of them.", show(part.value), show(whole.value));
        return Some(Found { check: "part-of-a-whole", text, finding: Conflicts, words });
    }
    let share = line.figures.iter().find(|figure| {
        figure.unit == Unit::Percent
            && figure.first > whole.end
            && figure.first <= whole.end + 5
            && line.text(figure.first - 1) == "("
            && line.text(figure.end) == ")"
    })?;
    let exact = part.value / whole.value * 100.0;
    let sum = format!("{} / {} = {}%", show(part.value), show(whole.value), show(exact));
    let words = (part.first, share.end);
    let off = (exact - share.value).abs();
    if off <= share.step / 2.0 + 0.05 {
        Some(Found { check: "share", text: format!("{sum}."), finding: Agrees, words })
    } else if off > share.step.max(1.0) {
        let text = format!("{sum}, not {}.", Line::shown(share));
        Some(Found { check: "share", text, finding: Conflicts, words })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{found, hold};

    fn one(text: &str) -> Option<Found> {
        found(check, text)
    }

    #[test]
    fn shares_of_a_whole() {
        hold(
            check,
            &[
                (
                    "In the poll 45% said yes, 40% said no and 15% were undecided.",
                    Agrees,
                    "45 + 40 + 15 = 100%",
                ),
                (
                    "Some 52% backed the plan, 45% opposed it, and 8% were undecided.",
                    Conflicts,
                    "= 105, more than 100%",
                ),
                ("He won 45% of the vote, she won 40% and a third candidate 20%.", Conflicts, "= 105"),
                ("Six of the five members resigned.", Conflicts, "6 of 5 is more than all"),
                ("Of them, 50 of the 200 patients (20%) died.", Conflicts, "50 / 200 = 25%, not 20%"),
                ("Of them, 50 of the 200 patients (25%) died.", Agrees, "25%"),
                ("It worked in 31 out of 30 cases.", Conflicts, "31 of 30"),
            ],
        );
    }

    #[test]
    fn shares_of_several_wholes_are_left_alone() {
        for text in [
            "Some 60% read books, 55% read papers and 30% read both.",
            "He won 45% of the vote, up from 40% in 2019 and 35% in 2015.",
            "Three of the five ships sank.",
            "He scored 11 out of 10.",
            "At least 30 of the two parties' members came.",
            "He won 33.3% of the votes, she 33.4% and they 33.3%.",
        ] {
            assert!(one(text).is_none_or(|found| found.finding == Agrees), "{text}: {:?}", one(text));
        }
    }
}
