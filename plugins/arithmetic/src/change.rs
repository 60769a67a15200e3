//! Changes that are told with both ends: `from 40 to 50, a rise of 25%`, `rose 25% to 50 from 40`.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::figures::{Figure, Hedge, Unit, show};
use crate::line::{Found, Line};
use crate::moves::{Move, before, behind, from_to, to_from};
use crate::multiples;

/// Checks the changes that a sentence tells with both ends.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    for at in 0..line.words.len() {
        let Some(change) = from_to(line, at).or_else(|| to_from(line, at)) else { continue };
        let stated = before(line, &change).or_else(|| behind(line, &change));
        if let Some((stated, up)) = stated {
            into.extend(judged(&change, &stated, up));
        } else {
            into.extend(multiples::check(line, &change));
        }
    }
}

/// What the two ends say about the stated change.
fn judged(change: &Move<'_>, stated: &Figure<'_>, up: Option<bool>) -> Option<Found> {
    let (from, to) = (&change.from, &change.to);
    let words = (change.words.0.min(stated.first), change.words.1.max(stated.end));
    let found = |check, text, finding| Some(Found { check, text, finding, words });
    let rises = to.value > from.value;
    let ends = format!("From {} to {}", Line::shown(from), Line::shown(to));
    if up.is_some_and(|up| up != rises) && (to.value - from.value).abs() > 0.0 {
        let (is, not) = if rises { ("rise", "fall") } else { ("fall", "rise") };
        return found("percent-change", format!("{ends} is a {is}, not a {not}."), Conflicts);
    }
    let kind = if rises { "rise" } else { "fall" };
    let (low, high) = change.ratio();
    let exact = (to.value / from.value - 1.0).abs() * 100.0;
    let relative = fits(stated, (low - 1.0) * 100.0, (high - 1.0) * 100.0, exact);
    if from.unit != Unit::Percent {
        if stated.unit == Unit::Points {
            return None;
        }
        let sum = format!("({} - {}) / {}", show(to.value), show(from.value), show(from.value));
        return match relative {
            Fit::Yes => {
                found("percent-change", format!("{ends} is a {kind} of {}%: {sum}.", show(exact)), Agrees)
            }
            Fit::Near => None,
            Fit::No => found(
                "percent-change",
                format!("{ends} is a {kind} of {}%, not {}: {sum}.", show(exact), Line::shown(stated)),
                Conflicts,
            ),
        };
    }
    // Two shares: their difference is in percentage points.
    let points = (to.value - from.value).abs();
    let slack = from.slack() + to.slack();
    let difference = fits(stated, points - slack, points + slack, points);
    let both = format!(
        "{ends} is a {kind} of {} percentage point{}, or of {}%",
        show(points),
        if points == 1.0 { "" } else { "s" },
        show(exact)
    );
    match (stated.unit, difference, relative) {
        (Unit::Points, Fit::Yes, _) | (Unit::Percent, _, Fit::Yes) => {
            found("percentage-points", format!("{both}."), Agrees)
        }
        (Unit::Percent, Fit::Yes, _) => found(
            "percentage-points",
            format!("{both}; the text says {}, without the points.", Line::shown(stated)),
            Conflicts,
        ),
        (Unit::Points, Fit::No, _) | (_, Fit::No, Fit::No) => {
            found("percentage-points", format!("{both}, not of {}.", Line::shown(stated)), Conflicts)
        }
        _ => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Yes,
    /// Too near for an alarm.
    Near,
    No,
}

/// Whether a stated change can be one between `low` and `high` (of either sign), `exact` without rounding.
fn fits(stated: &Figure<'_>, low: f64, high: f64, exact: f64) -> Fit {
    let (low, high) = if low < 0.0 && high <= 0.0 { (-high, -low) } else { (low, high) };
    let half = stated.step.max(0.01) / 2.0 + 1e-9;
    let (mut least, mut most) = (stated.value - half, stated.value + half);
    match stated.hedge {
        Hedge::None => {}
        Hedge::About => (least, most) = (least * 0.9, most * 1.1),
        Hedge::Above => most *= 1.3,
        Hedge::Below => least *= 0.8,
    }
    let margin = (exact * 0.04).max(0.3);
    if (least - margin..=most + margin).contains(&exact) && low <= most && high >= least {
        Fit::Yes
    } else if low <= most + margin && high >= least - margin {
        Fit::Near
    } else {
        Fit::No
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
    fn changes_are_recomputed() {
        hold(
            check,
            &[
                (
                    "Sales rose from 40 to 50, a 20% rise.",
                    Conflicts,
                    "is a rise of 25%, not 20%: (50 - 40) / 40",
                ),
                ("Sales rose from 40 to 50, a rise of 25 per cent.", Agrees, "a rise of 25%"),
                ("Visitors rose by 25%, from 40,000 to 50,000.", Agrees, "25%"),
                ("Visitors rose by 35%, from 40,000 to 50,000.", Conflicts, "not 35%"),
                ("Profits fell 10% from £2m to £1.8m.", Agrees, "a fall of 10%"),
                (
                    "Profit fell 25% to £1.8m from £2m.",
                    Conflicts,
                    "From £2 million to £1.8 million is a fall of 10%",
                ),
                (
                    "Steel went from 620 euros to 745 euros a tonne, a rise of 20 per cent, on Monday.",
                    Agrees,
                    "20.2%",
                ),
                ("The price went from £50 to £40, a rise of 20%.", Conflicts, "is a fall, not a rise"),
                ("The population grew from 2.1 million to 2.5 million, up 19 per cent.", Agrees, "19%"),
                ("It grew from 40 in 2019 to 50 in 2024 (up 25%).", Agrees, "25%"),
                ("It cut staff from 1,200 to 900, or 25 per cent.", Agrees, "a fall of 25%"),
                ("Prices rose by 3% to £1.03 from £1.", Agrees, "£1.03"),
                ("It rose from 2 to 3 million, an increase of 150%.", Conflicts, "50%"),
            ],
        );
    }

    #[test]
    fn percent_and_percentage_points_are_told_apart() {
        for (text, finding, says) in [
            ("Support rose from 40% to 44%, a rise of 4%.", Conflicts, "4 percentage points, or of 10%"),
            ("Support rose from 40% to 44%, a rise of 10%.", Agrees, "10%"),
            (
                "The share rose from 12 per cent to 18 per cent, up six percentage points.",
                Agrees,
                "6 percentage",
            ),
            (
                "The share rose from 12 to 18 per cent, a rise of 9 percentage points.",
                Conflicts,
                "6 percentage",
            ),
        ] {
            let found = one(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (found.check, found.finding),
                ("percentage-points", finding),
                "{text}: {}",
                found.text
            );
            assert!(found.text.contains(says), "{text}: {}", found.text);
        }
    }

    #[test]
    fn what_is_no_change_is_left_alone() {
        for text in [
            "Prices range from 40 to 50, with 20% off for members.",
            "From 2019 to 2023, sales rose by 20%.",
            "It rose from 40 to 50, of which 20% were new.",
            "Open from 9 to 5, up 20% of the time.",
            "Turnout rose from 40 to 50 per cent while costs fell by 9%.",
            "It rose from 40 to about 50, an increase of 20%, they said.",
            "Ages from 18 to 80, an average of 40%.",
        ] {
            assert!(one(text).is_none_or(|found| found.finding == Agrees), "{text}: {:?}", one(text));
        }
    }
}
