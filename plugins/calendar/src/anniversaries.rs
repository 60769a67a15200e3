//! Anniversaries, and years that are so long ago: `founded in 1925, celebrates its 100th anniversary this year`, `80 years
//! ago, in 1945`.

use crate::dates::Written;
use crate::line::{Found, Line, found};

/// Checks the anniversaries and the `years ago` of a sentence.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    for at in 0..line.words.len() {
        into.extend(anniversary(line, at));
        into.extend(ago(line, at));
    }
}

/// `its 100th anniversary`, `the 30th anniversary of the 1995 treaty`
fn anniversary(line: &Line<'_>, at: usize) -> Option<Found> {
    let (nth, noun) = ordinal(line, at)?;
    line.any(noun, &["anniversary", "birthday"]).then_some(())?;
    let today = line.today?.year;
    let years: Vec<&Written> = line.dates.iter().filter(|date| date.year.is_some()).collect();
    let year = |date: &Written| date.year.unwrap_or_default();
    // "anniversary in 2026": when it falls.
    let falls = years.iter().find(|date| date.first == noun + 2 && line.any(noun + 1, &["in"])).copied();
    let origin = match years.as_slice() {
        [origin] if falls.is_none() => *origin,
        [a, b] if falls.is_some() => {
            if Some(*a) == falls {
                b
            } else {
                a
            }
        }
        _ => return None,
    };
    let due = year(origin) + nth;
    let relative = [("this", 0), ("next", 1), ("last", -1)]
        .iter()
        .find(|(word, _)| (0..line.words.len()).any(|at| line.phrase(at, &[word, "year"])))
        .map(|&(_, by)| today + by);
    let words = (at, noun + 1);
    let sum = format!("{} + {nth} = {due}", year(origin));
    match falls.map(year).or(relative) {
        Some(stated) if stated == due => {
            Some(found("anniversary", words, format!("{sum}, which fits.")).agrees())
        }
        Some(stated) => Some(found("anniversary", words, format!("{sum}, not {stated}.")).conflicts()),
        // Without a year only what is to come or comes now can be told from a story of the past.
        None if (due - today).abs() <= 1 => {
            Some(found("anniversary", words, format!("{sum}, and the article is of {today}.")).agrees())
        }
        None if line.any(at.saturating_sub(2), &["celebrates", "marks"]) && (due - today).abs() >= 2 => {
            Some(found("anniversary", words, format!("{sum}, but the article is of {today}.")).conflicts())
        }
        None => None,
    }
}

/// `100th`, `fiftieth`, with the place behind it.
fn ordinal(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    const IN_WORDS: [(&str, i32); 14] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fifth", 5),
        ("tenth", 10),
        ("twentieth", 20),
        ("thirtieth", 30),
        ("fortieth", 40),
        ("fiftieth", 50),
        ("sixtieth", 60),
        ("seventieth", 70),
        ("eightieth", 80),
        ("ninetieth", 90),
        ("hundredth", 100),
    ];
    let word = line.words.get(at)?;
    if let Some((_, nth)) = IN_WORDS.iter().find(|(name, _)| word.is(name)) {
        return (line.text(at.wrapping_sub(1)) != "-").then_some((*nth, at + 1));
    }
    let (nth, next) = line.count(at)?;
    (word.is_digits() && line.any(next, &["st", "nd", "rd", "th"])).then_some((nth, next + 1))
}

/// `in 1945, 80 years ago` and `80 years ago, in 1945`
fn ago(line: &Line<'_>, at: usize) -> Option<Found> {
    let (count, unit) = line.count(at)?;
    line.phrase(unit, &["years", "ago"]).then_some(())?;
    let end = unit + 2;
    let comma = usize::from(line.text(end) == ",");
    let behind = line
        .dates
        .iter()
        .find(|date| date.first == end + comma + 1 && line.any(date.first - 1, &["in", "on"]));
    let before = at
        .checked_sub(1)
        .filter(|&before| line.text(before) == ",")
        .and_then(|comma| line.dates.iter().find(|date| date.end == comma));
    let date = behind.or(before)?;
    let (year, today) = (date.year?, line.today?.year);
    let passed = today - year;
    let off = (passed - count).abs();
    let words = (at.min(date.first), end.max(date.end));
    let sum = format!("{today} - {year} = {passed}");
    // Round figures are often meant roughly; and a year may not be full yet.
    let slack = if line.hedged(at) || (count % 5 == 0 && count >= 20) || count == 10 {
        (count / 10).max(1)
    } else {
        1
    };
    if off == 0 {
        Some(found("years-ago", words, format!("{sum} years, which fits.")).agrees())
    } else if off > slack {
        Some(found("years-ago", words, format!("{sum} years, not {count}.")).conflicts())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::Finding::{Agrees, Conflicts};

    use super::*;
    use crate::day::Day;

    fn one(text: &str) -> Option<Found> {
        let mut into = Vec::new();
        check(&Line::read(text, Day::parse("2025-02-27")), &mut into);
        assert!(into.len() <= 1, "{into:?}");
        into.pop()
    }

    #[test]
    fn anniversaries_are_reckoned() {
        for (text, finding, says) in [
            (
                "The firm, founded in 1925, celebrates its 100th anniversary this year.",
                Agrees,
                "1925 + 100 = 2025",
            ),
            (
                "The firm, founded in 1920, celebrates its 100th anniversary this year.",
                Conflicts,
                "= 2020, not 2025",
            ),
            (
                "The club of 1901 marks its 125th anniversary in 2027.",
                Conflicts,
                "1901 + 125 = 2026, not 2027",
            ),
            ("The 30th anniversary of the 1995 treaty falls in May.", Agrees, "and the article is of 2025"),
            ("The war ended in 1945, 80 years ago.", Agrees, "2025 - 1945 = 80"),
            ("The mine closed 12 years ago, in 2005.", Conflicts, "2025 - 2005 = 20 years, not 12"),
        ] {
            let found = one(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.finding, Some(finding), "{text}: {}", found.text);
            assert!(found.text.contains(says), "{text}: {}", found.text);
        }
    }

    #[test]
    fn what_may_be_meant_otherwise_is_left_alone() {
        for text in [
            "The firm, founded in 1925, celebrated its 50th anniversary with a book.",
            "Founded in 1925 and sold in 1990, the firm celebrates its 100th anniversary.",
            "The wall fell in 1989, 40 years ago, as they say, and 36 in truth.",
            "He wrote that 12 years ago the mine of 2005 was new.",
            "The mine closed 19 years ago, in 2005.",
            "It was agreed in 1998, 25 years ago.",
        ] {
            assert!(
                one(text).is_none_or(|found| found.finding != Some(Conflicts)),
                "{text}: {:?}",
                one(text)
            );
        }
    }
}
