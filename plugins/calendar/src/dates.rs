//! The dates that a sentence writes out, as they stand there: `Tuesday 25 February`, `March 3, 2025`, `in 2027`, `2025-02-30`.
//! They need not exist.

use claimlist_plugin::words::Word;

use crate::day::{Day, MONTHS, WEEKDAYS};

/// A date in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: Option<i32>,
    /// 1 to 12.
    pub(crate) month: Option<u8>,
    /// 1 to 31.
    pub(crate) day: Option<u8>,
    /// 0 for Monday.
    pub(crate) weekday: Option<u8>,
    /// Its first word.
    pub(crate) first: usize,
    /// Behind its last word.
    pub(crate) end: usize,
    /// Whether the day stands behind the month, as in `March 3`, with no year: `In March 3 people` looks like it.
    pub(crate) open: bool,
}

impl Written {
    /// The day, where all of it is written and it exists.
    pub(crate) fn full(&self) -> Option<Day> {
        Day::new(self.year?, self.month?, self.day?)
    }

    /// Its first and last possible day, where the year is written.
    pub(crate) fn bounds(&self) -> Option<(Day, Day)> {
        let year = self.year?;
        let (from, to) = (self.month.unwrap_or(1), self.month.unwrap_or(12));
        let last = self.day.unwrap_or(crate::day::month_length(year, to));
        Some((Day::new(year, from, self.day.unwrap_or(1))?, Day::new(year, to, last)?))
    }
}

/// All dates of a sentence with at least a year or a day and a month, in order.
pub(crate) fn dates(words: &[Word<'_>]) -> Vec<Written> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match date(words, at) {
            Some(written) => {
                at = written.end;
                found.push(written);
            }
            None => at += 1,
        }
    }
    found
}

/// The date that starts with word `at`.
fn date(words: &[Word<'_>], at: usize) -> Option<Written> {
    let written = with_weekday(words, at)
        .or_else(|| iso(words, at))
        .or_else(|| day_month(words, at))
        .or_else(|| month_first(words, at))
        .or_else(|| bare_year(words, at))?;
    Some(weekday_behind(words, written))
}

/// `Tuesday 25 February`, `Monday, March 3, 2025`, `Friday the 14th of March`
fn with_weekday(words: &[Word<'_>], at: usize) -> Option<Written> {
    let weekday = weekday(words.get(at)?)?;
    let mut next = at + 1;
    next += usize::from(words.get(next)?.text == ",");
    next += usize::from(words.get(next)?.is("the"));
    let written = day_month(words, next)
        .or_else(|| month_first(words, next).filter(|written| written.day.is_some()))
        .or_else(|| iso(words, next))?;
    Some(Written { weekday: Some(weekday), first: at, open: false, ..written })
}

/// `25 February 2025, a Tuesday,` and `25 February (Tuesday)`: the date with the weekday behind it.
fn weekday_behind(words: &[Word<'_>], written: Written) -> Written {
    let text = |at: usize| words.get(written.end + at).map_or("", |word| word.text);
    let (at, close) = match (text(0), text(1)) {
        (",", "a") if matches!(text(3), "," | "." | ")" | ";" | "") => (2, 0),
        ("(", _) if text(2) == ")" => (1, 1),
        _ => return written,
    };
    match words.get(written.end + at).and_then(weekday) {
        Some(weekday) if written.weekday.is_none() && written.day.is_some() => {
            Written { weekday: Some(weekday), end: written.end + at + 1 + close, open: false, ..written }
        }
        _ => written,
    }
}

/// `25 February 2025`, `the 3rd of May`
fn day_month(words: &[Word<'_>], at: usize) -> Option<Written> {
    let (day, mut next) = day_number(words, at)?;
    next += usize::from(words.get(next)?.is("of"));
    let month = month(words.get(next)?)?;
    let (year, end) = year_behind(words, next + 1);
    Some(Written { year, month: Some(month), day: Some(day), first: at, end, ..Written::default() })
}

/// `March 3, 2025`, `March 3rd`, `March 2025`
fn month_first(words: &[Word<'_>], at: usize) -> Option<Written> {
    let month = Some(month(words.get(at)?)?);
    if let Some(year) = words.get(at + 1).and_then(year) {
        return Some(Written { year: Some(year), month, first: at, end: at + 2, ..Written::default() });
    }
    let (day, next) = day_number(words, at + 1)?;
    let (year, end) = year_behind(words, next);
    let day = Some(day);
    Some(Written { year, month, day, first: at, end, open: year.is_none(), ..Written::default() })
}

/// `2025-02-30`
fn iso(words: &[Word<'_>], at: usize) -> Option<Written> {
    let [year, first, month, second, day, ..] = words.get(at..)? else { return None };
    let close = year.end == first.start && month.end == second.start && second.end == day.start;
    let long = month.text.len() == 2 && day.text.len() == 2 && first.text == "-" && second.text == "-";
    let month = month.text.parse().ok().filter(|month| (1..=12).contains(month));
    let day = day.text.parse().ok().filter(|day| (1..=31).contains(day));
    (close && long).then_some(())?;
    Some(Written {
        year: Some(self::year(year)?),
        month: Some(month?),
        day: Some(day?),
        first: at,
        end: at + 5,
        ..Written::default()
    })
}

/// `2027` in `by 2027`: four digits that count nothing.
fn bare_year(words: &[Word<'_>], at: usize) -> Option<Written> {
    const BEFORE: &[&str] = &[
        "in", "by", "since", "until", "till", "from", "to", "and", "of", "the", "before", "after", "during",
        "for", "late", "early", "mid", "(", "-", "\u{2013}", "\u{2014}", ",", "between", "spring", "summer",
        "autumn",
    ];
    let year = year(words.get(at)?)?;
    let before = at.checked_sub(1).and_then(|before| words.get(before))?;
    let behind = words.get(at + 1).map_or("", |word| word.text);
    let counts = behind.starts_with(['%', '\u{b0}', '/'])
        || matches!(behind, "people" | "percent" | "per" | "of" | "kg");
    (before.any(BEFORE) && !counts).then_some(Written {
        year: Some(year),
        first: at,
        end: at + 1,
        ..Written::default()
    })
}

/// A day of the month, `25`, `25th`, with the place behind it.
fn day_number(words: &[Word<'_>], at: usize) -> Option<(u8, usize)> {
    let day = words.get(at)?.text;
    let number = day.parse().ok().filter(|number| (1..=31).contains(number) && day.len() <= 2)?;
    let ordinal = words.get(at + 1).is_some_and(|word| word.any(&["st", "nd", "rd", "th"]));
    Some((number, at + 1 + usize::from(ordinal)))
}

/// A year, perhaps behind a comma, with the place behind it.
fn year_behind(words: &[Word<'_>], at: usize) -> (Option<i32>, usize) {
    let comma = usize::from(words.get(at).is_some_and(|word| word.text == ","));
    match words.get(at + comma).and_then(year) {
        Some(year) => (Some(year), at + comma + 1),
        None => (None, at),
    }
}

/// A year from 1500 to 2199.
pub(crate) fn year(word: &Word<'_>) -> Option<i32> {
    let four = word.text.len() == 4 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    word.text.parse().ok().filter(|year| four && (1500..2200).contains(year))
}

fn month(word: &Word<'_>) -> Option<u8> {
    const SHORT: [(&str, u8); 10] = [
        ("Jan", 1),
        ("Feb", 2),
        ("Mar", 3),
        ("Apr", 4),
        ("Aug", 8),
        ("Sep", 9),
        ("Sept", 9),
        ("Oct", 10),
        ("Nov", 11),
        ("Dec", 12),
    ];
    let long = MONTHS.iter().position(|month| word.text == *month).map(|at| at as u8 + 1);
    long.or_else(|| SHORT.iter().find(|(short, _)| word.text == *short).map(|&(_, month)| month))
}

pub(crate) fn weekday(word: &Word<'_>) -> Option<u8> {
    WEEKDAYS.iter().position(|weekday| word.text == *weekday).map(|at| at as u8)
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::words::words;

    use super::*;

    /// Year, month, day and weekday of each date; 0 and 9 where they are not written.
    fn read(text: &str) -> Vec<(i32, u8, u8, u8)> {
        let part = |written: &Written| {
            (
                written.year.unwrap_or(0),
                written.month.unwrap_or(0),
                written.day.unwrap_or(0),
                written.weekday.unwrap_or(9),
            )
        };
        dates(&words(text)).iter().map(part).collect()
    }

    #[test]
    fn dates_in_any_order_of_words() {
        for (text, date) in [
            ("on Tuesday 25 February 2025", (2025, 2, 25, 1)),
            ("on Tuesday, the 25th of February", (0, 2, 25, 1)),
            ("on Monday, March 3, 2025, they", (2025, 3, 3, 0)),
            ("on 25 February 2025, a Tuesday,", (2025, 2, 25, 1)),
            ("on Feb 25th (Tuesday)", (0, 2, 25, 1)),
            ("since 3 May", (0, 5, 3, 9)),
            ("in May 2027", (2027, 5, 0, 9)),
            ("by 2027", (2027, 0, 0, 9)),
            ("on 2025-02-30", (2025, 2, 30, 9)),
            ("on 31 June", (0, 6, 31, 9)),
        ] {
            assert_eq!(read(text), [date], "{text}");
        }
    }

    #[test]
    fn figures_that_are_no_dates() {
        for text in [
            "over 2000 people",
            "in 2000 people",
            "may 3",
            "£2025 to",
            "3 to 4",
            "in May",
            "on Monday",
            "by 1,999",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
