//! Whether weekday and date agree (`Tuesday 25 February`), and whether the date exists at all (`31 June`).

use crate::dates::Written;
use crate::day::{Day, MONTHS, WEEKDAYS, is_leap, month_length};
use crate::line::{Found, Line, found};

/// Checks the dates of a sentence. `years` are those named in the sentences shortly before it.
pub(crate) fn check(line: &Line<'_>, years: &[i32], into: &mut Vec<Found>) {
    for date in &line.dates {
        if let Some(impossible) = impossible(line, date) {
            into.push(impossible);
        } else if let Some(weekday) = date.weekday {
            into.extend(weekday_of(line, date, weekday, years));
        }
    }
}

/// `31 June`, `29 February 2023`
fn impossible(line: &Line<'_>, date: &Written) -> Option<Found> {
    let (month, day) = (date.month?, date.day?);
    // 2024 has a 29 February: without a year it may be meant.
    let longest = month_length(date.year.unwrap_or(2024), month);
    // "In June 31 people came": a date like this one is taken for one only where nothing counted can follow.
    let ends = matches!(line.text(date.end), "" | "." | "," | ";" | ")" | ":");
    let after_in = date.first > 0 && line.any(date.first - 1, &["in"]);
    if day <= longest || (date.open && (!ends || after_in)) {
        return None;
    }
    let name = MONTHS[usize::from(month) - 1];
    let text = match date.year {
        Some(year) if day == 29 => format!(
            "There was no 29 February in {year}, which is no leap year; the nearest are {} and {}.",
            (year - 7..year).rev().find(|&year| is_leap(year))?,
            (year + 1..year + 8).find(|&year| is_leap(year))?
        ),
        _ => format!("There is no {day} {name}: {name} has {longest} days."),
    };
    Some(found("impossible-date", (date.first, date.end), text).conflicts())
}

/// `Tuesday 25 February` with or without a year
fn weekday_of(line: &Line<'_>, date: &Written, weekday: u8, years: &[i32]) -> Option<Found> {
    let words = (date.first, date.end);
    let named = WEEKDAYS[usize::from(weekday)];
    if date.year.is_some() {
        let day = date.full()?;
        let found = |text| found("weekday", words, text);
        return Some(if day.weekday() == weekday {
            found(format!("{day} is a {named}.")).agrees()
        } else {
            found(format!("{day} is a {}, not a {named}.", day.weekday_name())).conflicts()
        });
    }
    let today = line.today?;
    let (month, day) = (date.month?, date.day?);
    let in_year = |year: i32| Day::new(year, month, day);
    let nearest = (today.year - 1..=today.year + 1)
        .filter_map(in_year)
        .min_by_key(|day| (day.number() - today.number()).abs())?;
    // A story of another year: the date may be of that year, and what fits one of the years is no mistake.
    let near_years = line.dates.iter().filter_map(|date| date.year).chain(years.iter().copied());
    let fits = near_years.filter_map(in_year).find(|day| day.weekday() == weekday);
    match (nearest.weekday() == weekday, fits) {
        (true, _) => {
            let text = format!("{nearest} is a {named}; the text names no year, and this is the nearest.");
            Some(found("weekday", words, text).agrees())
        }
        (false, Some(_)) => None,
        (false, None) => {
            let right = (1..=30)
                .flat_map(|years| [nearest.year - years, nearest.year + years])
                .filter_map(in_year)
                .find(|day| day.weekday() == weekday)
                .map_or_else(String::new, |day| format!(" In {} it is a {named}.", day.year));
            let text = format!(
                "{nearest} is a {}, not a {named}; the text names no year, and this is the nearest.{right}",
                nearest.weekday_name()
            );
            Some(found("weekday", words, text).conflicts())
        }
    }
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::Finding::{Agrees, Conflicts};

    use super::*;

    fn one(text: &str, years: &[i32]) -> Option<Found> {
        let mut into = Vec::new();
        check(&Line::read(text, Day::parse("2025-02-27")), years, &mut into);
        assert!(into.len() <= 1, "{text}: {into:?}");
        into.pop()
    }

    #[test]
    fn weekdays_are_computed() {
        for (text, finding, says) in [
            ("He spoke on Tuesday 25 February 2025.", Agrees, "25 February 2025 is a Tuesday."),
            (
                "He spoke on Monday, 25 February 2025.",
                Conflicts,
                "25 February 2025 is a Tuesday, not a Monday.",
            ),
            ("On March 4, 2025, a Tuesday, they met.", Agrees, "4 March 2025 is a Tuesday."),
            ("They met on Monday, March 3.", Agrees, "the text names no year, and this is the nearest."),
            ("They met on Friday, March 3.", Conflicts, "In 2023 it is a Friday."),
            ("It opens on Thursday 1 January.", Conflicts, "1 January 2025 is a Wednesday, not a Thursday;"),
        ] {
            let found = one(text, &[]).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.finding, Some(finding), "{text}: {}", found.text);
            assert!(found.text.contains(says), "{text}: {}", found.text);
        }
    }

    #[test]
    fn a_date_of_a_year_named_nearby_is_no_mistake() {
        assert!(one("They married on Wednesday 29 July.", &[1981]).is_none());
        assert!(one("In 1981, on Wednesday 29 July, they married.", &[]).is_none());
        assert!(one("They married on Friday 29 July.", &[1981]).is_some());
    }

    #[test]
    fn days_that_do_not_exist() {
        for text in [
            "On 31 June the council met.",
            "It fell on February 30.",
            "The law of February 29, 2023, stands.",
            "It is due on 2026-11-31.",
            "On Monday, April 31, they met.",
        ] {
            let found = one(text, &[]).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.check, found.finding), ("impossible-date", Some(Conflicts)), "{text}");
        }
        for text in [
            "In June 31 people came.",
            "On 29 February they met.",
            "On February 29, 2024, they met.",
            "In June 31, mostly from abroad, came.",
        ] {
            assert!(one(text, &[]).is_none(), "{text}");
        }
    }
}
