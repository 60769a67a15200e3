//! Dates in digits: `2025-02-27`, `27/2/2025`, `13.5.2015`, `3/2015`, and in which order day and month stand.

use jiff::civil::{ISOWeekDate, Weekday};

use super::reference::Partial;
use super::stamp::{Sense, Stamp};
use super::{Found, Scene, date, relative};
use crate::lex::TokenKind;

/// How dates such as `3/4/2025` are read, where both numbers may be a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// As the document's other dates are written (`27/4/2025` puts the day first, `4/27/2025` the month); the day first, if
    /// none of them tells.
    #[default]
    Detect,
    /// `3/4/2025` is 3 April.
    DayFirst,
    /// `3/4/2025` is 4 March.
    MonthFirst,
}

impl DateOrder {
    /// The order for a document with this text.
    pub(super) fn of_text(self, text: &str) -> Self {
        if self != Self::Detect {
            return self;
        }
        let bytes = text.as_bytes();
        for at in memchr::memchr_iter(b'/', bytes) {
            let (Some(first), Some(second)) = (number_before(bytes, at), number_behind(bytes, at + 1)) else {
                continue;
            };
            match (first, second) {
                (13..=31, 1..=12) => return Self::DayFirst,
                (1..=12, 13..=31) => return Self::MonthFirst,
                _ => {}
            }
        }
        Self::DayFirst
    }
}

/// The number of one or two digits that ends before byte `at`, if no digit, point or slash precedes it.
fn number_before(bytes: &[u8], at: usize) -> Option<u8> {
    let digits = bytes.get(..at)?.iter().rev().take_while(|b| b.is_ascii_digit()).take(3).count();
    let start = at - digits;
    let alone = start == 0 || !matches!(bytes.get(start - 1), Some(b'/' | b'.' | b'-'));
    (alone && (1..=2).contains(&digits)).then(|| std::str::from_utf8(&bytes[start..at]).ok()?.parse().ok())?
}

/// The number of one or two digits that starts at byte `at` and has a slash and a year behind it.
fn number_behind(bytes: &[u8], at: usize) -> Option<u8> {
    let digits = bytes.get(at..)?.iter().take_while(|b| b.is_ascii_digit()).take(3).count();
    let year =
        bytes.get(at + digits) == Some(&b'/') && bytes.get(at + digits + 1).is_some_and(u8::is_ascii_digit);
    (year && (1..=2).contains(&digits))
        .then(|| std::str::from_utf8(&bytes[at..at + digits]).ok()?.parse().ok())?
}

/// A date in digits, with the weekday before it.
pub(super) fn date(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let (weekday, at) = date::weekday_before(scene, i);
    if let Some(found) = iso_week(scene, at).filter(|_| weekday.is_none()) {
        return Some(found);
    }
    if words.kind(at) != Some(TokenKind::Number)
        || !matches!(words.mark(at + 1), '-' | '/' | '\u{2013}') && !words.word(at).contains('.')
    {
        return None;
    }
    let (mut date, end) = with_points(scene, at)
        .or_else(|| three_parts(scene, at))
        .or_else(|| month_and_year(scene, at))
        .or_else(|| day_and_month(scene, at, weekday.is_some()))?;
    date.weekday = weekday;
    Some(Found::dated(i, date::closing(scene, i, end), date))
}

/// `2020-W15`, `2020-W15-3`: a week or a day of one, as ISO 8601 writes it.
fn iso_week(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let number = |k: usize| words.word(k).parse::<i8>().ok().filter(|_| words.glued(k));
    let w = i + 1 + usize::from(words.is(i + 1, "-") && words.glued(i + 1));
    if !words.is(w, "w") || !words.glued(w) || words.word(w + 1).len() != 2 {
        return None;
    }
    let year = words.word(i).parse().ok().filter(|year| (1900..2200).contains(year))?;
    let week = number(w + 1)?;
    let day = number(w + 3).filter(|_| words.is(w + 2, "-") && words.glued(w + 2));
    let weekday = Weekday::from_monday_one_offset(day.unwrap_or(1)).ok()?;
    let date = ISOWeekDate::new(year, week, weekday).ok()?.date();
    let sense = if day.is_some() { Sense::at(Some(Stamp::Day(date))) } else { relative::week(Some(date), 0) };
    Some(Found::new(i, if day.is_some() { w + 4 } else { w + 2 }, sense))
}

/// Day, month and year from three numbers in the order of the text.
fn from_parts(scene: Scene<'_>, parts: [&str; 3]) -> Option<Partial> {
    let [a, b, c] = parts.map(|part| part.parse::<i16>().ok());
    let (a, b, c) = (a?, b?, c?);
    let [first, _, last] = parts.map(str::len);
    let (year, month, day) = if first == 4 {
        (a, b, c)
    } else if last == 4 || last == 2 && first <= 2 {
        let year = if last == 4 { c } else { century(c) };
        let day_first = b <= 12 && (a > 12 || scene.reference.order != DateOrder::MonthFirst);
        if day_first { (year, b, a) } else { (year, a, b) }
    } else {
        return None;
    };
    let date = Partial {
        year: Some(year),
        month: Some(i8::try_from(month).ok()?),
        day: Some(i8::try_from(day).ok()?),
        weekday: None,
    };
    date.stamp().is_some().then_some(date)
}

/// The year that two digits mean: 70 to 99 lie in the 20th century.
pub(super) fn century(year: i16) -> i16 {
    year + if year < 70 { 2000 } else { 1900 }
}

/// `13.5.2015`, which is one token.
fn with_points(scene: Scene<'_>, i: usize) -> Option<(Partial, usize)> {
    let mut parts = scene.words.word(i).split('.');
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && (a.len() == 4 || c.len() == 4);
    whole.then(|| from_parts(scene, [a, b, c])).flatten().map(|date| (date, i + 1))
}

/// `2025-02-27`, `27/2/2025`, `9-18-15`, `11/12,2016`.
fn three_parts(scene: Scene<'_>, i: usize) -> Option<(Partial, usize)> {
    let words = scene.words;
    let mark = words.word(i + 1);
    if !matches!(mark, "-" | "/" | "\u{2013}") || !words.glued(i + 1) || !words.glued(i + 2) {
        return None;
    }
    if let Some((second, year)) = words.word(i + 2).split_once(',').filter(|(_, year)| year.len() == 4) {
        return Some((from_parts(scene, [words.word(i), second, year])?, i + 3));
    }
    let glued = words.word(i + 3) == mark && words.glued(i + 3) && words.glued(i + 4);
    let ends = !(words.glued(i + 5) && matches!(words.mark(i + 5), '-' | '/'));
    let date = from_parts(scene, [words.word(i), words.word(i + 2), words.word(i + 4)])?;
    (glued && ends).then_some((date, i + 5))
}

/// `3/2015`, `2016-11`, `11 / 2016`.
fn month_and_year(scene: Scene<'_>, i: usize) -> Option<(Partial, usize)> {
    let words = scene.words;
    if !matches!(words.mark(i + 1), '-' | '/') {
        return None;
    }
    let (a, b) = (words.word(i), words.word(i + 2));
    let (year, month) = if a.len() == 4 && b.len() <= 2 { (a, b) } else { (b, a) };
    let (year, month) = (year.parse::<i16>().ok()?, month.parse::<i8>().ok()?);
    // "2010-11", "2008-9", "from 2008-12", "mayor (2008-12)"
    let next_year = a.len() == 4
        && (i16::from(month) == (year + 1) % 100
            || b.len() == 1 && i16::from(month) == (year + 1) % 10
            || words.is_any(i.wrapping_sub(1), &["from", "("])
                && words.is(i + 1, "-")
                && b.len() == 2
                && i16::from(month) > year % 100);
    let good = (1900..2200).contains(&year) && (1..=12).contains(&month) && !next_year;
    let ends = !(words.glued(i + 3) && matches!(words.mark(i + 3), '-' | '/' | '%'));
    (good && ends).then_some((Partial { year: Some(year), month: Some(month), ..Partial::default() }, i + 3))
}

/// `7/6`, `4-22`: only behind a weekday or preposition that wants a date; a score or fraction looks the same.
fn day_and_month(scene: Scene<'_>, i: usize, weekday: bool) -> Option<(Partial, usize)> {
    let words = scene.words;
    let (a, b) = (date::day_number(scene, i)?, date::day_number(scene, i + 2)?);
    let mark = words.word(i + 1);
    if !matches!(mark, "-" | "/")
        || !words.glued(i + 1)
        || !words.glued(i + 2)
        || words.glued(i + 3) && (matches!(words.mark(i + 3), '-' | '/' | '%') || words.word(i + 3) == "th")
    {
        return None;
    }
    let before = i.wrapping_sub(1);
    let led = weekday
        || words.is(before, "on")
        || mark == "/" && words.is_any(before, &["from", "until", "to", "since", "by"])
        || words.is(before, "in")
        || words.is(before, "from");
    // "came back from 5-2 down"
    let free = !words.pos(i + 3).is_noun() && !words.is_any(i + 3, &["down", "up", "ahead", "behind"]);
    let day_first = b.0 <= 12 && (a.0 > 12 || scene.reference.order != DateOrder::MonthFirst);
    let (day, month) = if day_first { (a.0, b.0) } else { (b.0, a.0) };
    let date = Partial { month: Some(month), day: Some(day), ..Partial::default() };
    (led && free && month <= 12 && date.is_plausible()).then_some((date, i + 3))
}
