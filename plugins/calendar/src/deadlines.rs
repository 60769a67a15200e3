//! Deadlines that moved: `by 2027, three years ahead of schedule` means that the first date was 2030.

use claimlist_plugin::Priority;

use crate::dates::Written;
use crate::day::{Day, MONTHS, month_length};
use crate::line::{Found, Line, found};

/// How far before the span its date may stand, in words.
const REACH: usize = 16;

/// Finds spans of time against a schedule, reckons the first date, and asks for the document that set it.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    for at in 0..line.words.len() {
        let Some((count, unit)) = line.count(at) else { continue };
        let Some(unit_is) = Unit::read(line.text(unit)) else { continue };
        let Some((sign, end)) = against_schedule(line, unit + 1) else { continue };
        let Some(date) = date_near(line, at, end) else { continue };
        let Some(first) = shifted(date, sign * count, unit_is) else { continue };
        let about = if line.hedged(at) { "about " } else { "" };
        let span: Vec<_> = line.words[at..end].iter().map(|word| word.text).collect();
        let text = format!(
            "{} is {}, so the first date was {about}{first}: find the document that set {first}, and who set it.",
            written(date),
            span.join(" ").replace(" - ", "-"),
        );
        into.push(Found { priority: Priority::High, ..found("deadline-shift", (at, end), text) });
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Years,
    Months,
    Weeks,
    Days,
}

impl Unit {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "year" | "years" => Self::Years,
            "month" | "months" => Self::Months,
            "week" | "weeks" => Self::Weeks,
            "day" | "days" => Self::Days,
            _ => return None,
        })
    }
}

/// `ahead of schedule`, `later than planned`, `early,`: 1 where the first date is later, -1 where it is earlier; with the
/// place behind it.
fn against_schedule(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    const AHEAD: [&[&str]; 4] = [&["ahead", "of"], &["earlier", "than"], &["sooner", "than"], &["before"]];
    const BEHIND: [&[&str]; 2] = [&["behind"], &["later", "than"]];
    const PLAN: &[&str] =
        &["schedule", "planned", "plan", "scheduled", "target", "promised", "intended", "targeted"];
    const DEADLINE: &[&str] = &["deadline", "target", "schedule", "plan"];
    let side = |phrases: &[&[&str]]| {
        phrases.iter().find(|phrase| line.phrase(at, phrase)).map(|phrase| at + phrase.len())
    };
    let (sign, mut next) = match (side(&AHEAD), side(&BEHIND)) {
        (Some(next), _) => (1, next),
        (None, Some(next)) => (-1, next),
        (None, None) => return early_or_late(line, at),
    };
    let article = line.any(next, &["the", "its", "their"]);
    next += usize::from(article);
    next += usize::from(line.any(next, &["original", "originally", "first", "initially"]));
    let planned = if article { line.any(next, DEADLINE) } else { line.any(next, PLAN) };
    planned.then_some((sign, next + 1))
}

/// `three years early.`
fn early_or_late(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let ends = matches!(line.text(at + 1), "" | "." | "," | ";" | ")" | "\u{2014}" | "\u{2013}");
    match line.text(at) {
        "early" if ends => Some((1, at + 1)),
        "late" if ends => Some((-1, at + 1)),
        _ => None,
    }
}

/// The date that the span belongs to: the one right behind it (`two years late, in 2024`), or else the last before it.
fn date_near<'l>(line: &'l Line<'_>, at: usize, end: usize) -> Option<&'l Written> {
    let comma = usize::from(line.text(end) == ",");
    let preposition = usize::from(line.any(end + comma, &["in", "on", "by"]));
    let behind = (preposition == 1)
        .then(|| line.dates.iter().find(|date| date.first == end + comma + preposition))
        .flatten();
    let before = line.dates.iter().rfind(|date| {
        date.end <= at
            && at - date.end <= REACH
            && date.first > 0
            && line.any(date.first - 1, &["in", "by", "on", "of"])
    });
    behind.or(before).filter(|date| date.year.is_some())
}

/// The date moved by so many units, as precise as both allow; nothing where the unit is finer than the date.
fn shifted(date: &Written, by: i32, unit: Unit) -> Option<String> {
    let year = date.year?;
    match (date.month, date.day, unit) {
        (None, _, Unit::Years) => Some((year + by).to_string()),
        (Some(month), day, Unit::Years | Unit::Months) => {
            let months = by * if unit == Unit::Years { 12 } else { 1 };
            let total = year * 12 + i32::from(month) - 1 + months;
            let (year, month) = (total.div_euclid(12), total.rem_euclid(12) as u8 + 1);
            match day {
                None => Some(format!("{} {year}", MONTHS[usize::from(month) - 1])),
                Some(day) => Some(Day::new(year, month, day.min(month_length(year, month)))?.to_string()),
            }
        }
        (Some(_), Some(_), Unit::Weeks | Unit::Days) => {
            let days = i64::from(by) * if unit == Unit::Weeks { 7 } else { 1 };
            let wanted = date.full()?.number() + days;
            // At most a few steps of a year: the days of a year are looked through once.
            let near = |year: i32| {
                (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Day::new(year, month, day)))
            };
            let guess = year + (days / 365) as i32;
            (guess - 1..=guess + 1)
                .flat_map(near)
                .find(|day| day.number() == wanted)
                .map(|day| day.to_string())
        }
        _ => None,
    }
}

/// The date as the text has it, in words of our own.
fn written(date: &Written) -> String {
    match (date.full(), date.month, date.year) {
        (Some(day), ..) => day.to_string(),
        (None, Some(month), Some(year)) => format!("{} {year}", MONTHS[usize::from(month) - 1]),
        (_, _, year) => year.unwrap_or_default().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Vec<String> {
        let mut into = Vec::new();
        check(&Line::read(text, None), &mut into);
        into.into_iter().map(|found| found.text).collect()
    }

    #[test]
    fn the_first_date_is_reckoned() {
        for (text, first) in [
            ("Spending will reach 2.5% of GDP by 2027, three years ahead of schedule.", "was 2030:"),
            ("The new receiver will double its range by 2030, three years later than planned.", "was 2027:"),
            ("The line opened two years behind schedule in 2024.", "was 2022:"),
            ("The bridge opened in March 2024, six months early.", "was September 2024:"),
            (
                "It was handed over on 30 August 2024, six months ahead of the deadline.",
                "was 28 February 2025:",
            ),
            ("It was finished on 3 May 2024, two weeks later than originally planned.", "was 19 April 2024:"),
            ("It will be ready by 2040, almost ten years behind schedule.", "was about 2030:"),
        ] {
            let said = says(text);
            assert_eq!(said.len(), 1, "{text}: {said:?}");
            assert!(said[0].contains(first), "{text}: {}", said[0]);
        }
    }

    #[test]
    fn spans_that_move_no_deadline() {
        for text in [
            "By 2027, three years before the election, it was over.",
            "It opened in 2024, six months ahead of schedule.",
            "It is three years ahead of schedule.",
            "In 2020 he was three years ahead of his class.",
            "In 2024 it ran two days late into the night.",
        ] {
            assert_eq!(says(text), Vec::<String>::new(), "{text}");
        }
    }
}
