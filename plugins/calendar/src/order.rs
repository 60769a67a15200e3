//! The order of dates: periods that end before they start, and `in 2015, three years before the 2020 election`.

use crate::dates::Written;
use crate::day::Day;
use crate::line::{Found, Line, found};

/// Checks the periods and the distances between two years of a sentence.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    for pair in line.dates.windows(2) {
        let [first, second] = pair else { continue };
        into.extend(period(line, first, second).or_else(|| distance(line, first, second)));
    }
}

/// `from 12 March to 3 March 2025`, `between 2020 and 2015`, `(2020-1950)`
fn period(line: &Line<'_>, first: &Written, second: &Written) -> Option<Found> {
    let before = |word: &str| first.first > 0 && line.any(first.first - 1, &[word]);
    let joined = second.first == first.end + 1;
    let link = line.text(first.end);
    let is_period = joined
        && ((before("from") && matches!(link, "to" | "until" | "till"))
            || (before("between") && link == "and")
            || (before("(") && matches!(link, "-" | "\u{2013}") && line.text(second.end) == ")"));
    // "from 12 March to 3 March 2025": the year holds for both where the month is the same.
    let shared = first.year.is_none() && first.month == second.month;
    let first = Written { year: if shared { second.year } else { first.year }, ..*first };
    let (from, to) = (first.bounds()?.0, second.bounds()?.1);
    if !is_period || from <= to {
        return None;
    }
    let text = format!(
        "The period ends before it starts: {} comes after {}.",
        latest(&first, from),
        latest(second, to)
    );
    Some(found("period-order", (first.first, second.end), text).conflicts())
}

/// The day, or only its year where no more is written.
fn latest(written: &Written, day: Day) -> String {
    match (written.day, written.month) {
        (Some(_), _) => day.to_string(),
        (None, Some(month)) => format!("{} {}", crate::day::MONTHS[usize::from(month) - 1], day.year),
        (None, None) => day.year.to_string(),
    }
}

/// `in 2015, three years before the 2020 election`: two years with their distance between them.
fn distance(line: &Line<'_>, first: &Written, second: &Written) -> Option<Found> {
    let (Written { year: Some(a), day: None, .. }, Written { year: Some(b), day: None, .. }) =
        (first, second)
    else {
        return None;
    };
    let at = first.end + usize::from(line.text(first.end) == ",");
    let (count, unit) = line.count(at)?;
    let sign = match line.text(unit + 1) {
        "before" => 1,
        "after" => -1,
        _ => return None,
    };
    let joined = second.first == unit + 2
        || (second.first == unit + 3 && line.any(unit + 2, &["the", "in"]) && line.words.len() > second.end);
    if !joined || !line.any(unit, &["year", "years"]) || line.hedged(at) {
        return None;
    }
    let expected = a + sign * count;
    let words = (first.first, second.end);
    let sum = format!("{a} {} {count} = {expected}", if sign > 0 { '+' } else { '-' });
    match (expected - b).abs() {
        0 => Some(found("distance", words, format!("{sum}, which fits.")).agrees()),
        1 => None,
        _ => Some(found("distance", words, format!("{sum}, not {b}.")).conflicts()),
    }
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::Finding::{Agrees, Conflicts};

    use super::*;

    fn one(text: &str) -> Option<Found> {
        let mut into = Vec::new();
        check(&Line::read(text, None), &mut into);
        into.pop()
    }

    #[test]
    fn dates_out_of_order() {
        for (text, finding, says) in [
            ("It ran from 12 March to 3 March 2025.", Conflicts, "12 March 2025 comes after 3 March 2025"),
            ("Between 2020 and 2015 it fell.", Conflicts, "2020 comes after 2015"),
            ("Carl May (1950-1920) painted.", Conflicts, "1950 comes after 1920"),
            (
                "He left in 2015, three years before the 2020 election.",
                Conflicts,
                "2015 + 3 = 2018, not 2020",
            ),
            ("He left in 2015, five years before the 2020 election.", Agrees, "2015 + 5 = 2020"),
            ("He left in 2015, five years after the 2010 election.", Agrees, "2015 - 5 = 2010"),
        ] {
            let found = one(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.finding, Some(finding), "{text}: {}", found.text);
            assert!(found.text.contains(says), "{text}: {}", found.text);
        }
    }

    #[test]
    fn dates_in_order_or_unrelated() {
        for text in [
            "It ran from December to March 2025.",
            "From 12 March 2024 to 3 March 2025 it ran.",
            "It fell in 2020 and 2015.",
            "Between 2015 and 2020 it fell.",
            "He left in 2015, about three years before the 2020 election.",
        ] {
            assert!(one(text).is_none(), "{text}: {:?}", one(text));
        }
    }
}
