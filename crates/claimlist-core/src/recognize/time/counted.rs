//! Units counted within a period: `the first two months of 2018`, `the last Friday of May`, `the first day of 2025`.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::stamp::{Sense, Stamp};
use super::{Found, Scene, WHOLES, longest, part, weekday};
use crate::lexicon::calendar::{Part, Unit};

/// `the third Monday of May 2024`, `the last Friday of next month` (-1): the n-th weekday of the month at token `at`.
pub(super) fn weekday_of_month(
    scene: Scene<'_>,
    start: usize,
    weekday: Weekday,
    nth: i8,
    at: usize,
) -> Option<Found> {
    let month = longest(WHOLES, scene, at)?.settled(scene);
    let Some(Stamp::Month(year, number)) = month.sense.when else {
        return None;
    };
    let first = Date::new(year, number, 1).ok();
    let day = first.and_then(|first| first.nth_weekday_of_month(nth, weekday).ok());
    let weekday = Some(weekday::name(weekday));
    Some(Found::new(start, month.end, Sense { weekday, ..Sense::at(day.map(Stamp::Day)) }))
}

/// `the first two months of 2018`, `the first decade of the 21st century`: units from the start of the period that they are
/// the first of.
pub(super) fn first_units(scene: Scene<'_>, i: usize, nth: i8, at: usize) -> Option<Found> {
    let words = scene.words;
    let decade = words.is(at, "decade");
    let (count, end) = match scene.number_at(at) {
        Some(number) if nth == 1 && number.value.fract() == 0.0 && (1.0..1000.0).contains(&number.value) => {
            (number.value as i32, number.tokens.end + 1)
        }
        None if decade => (1, at + 1),
        _ => return None,
    };
    let unit = scene.lexicon.calendar.unit(words.word(end - 1))?;
    let whole = part::inner(scene, end + 1).filter(|_| words.is_any(end, &["of", "in"]))?.settled(scene);
    let first = whole.sense.when.or(whole.sense.from);
    let Some(first) = first else {
        // "of this year" in a text without a day of publication
        return Some(Found::new(i, whole.end, Sense::default()));
    };
    let sense = match first {
        Stamp::Year(year) if unit.part == Part::Months && count < 12 => part::months(year, 1, count),
        Stamp::Year(year) if unit.part == Part::Years => {
            let from = year + i16::from(nth - 1) * unit.times;
            let to = i32::from(from) + count * i32::from(unit.times) - 1;
            Sense::between(Some(Stamp::Year(from)), i16::try_from(to).ok().map(Stamp::Year))
        }
        _ => whole.sense,
    };
    Some(Found::new(i, whole.end, sense))
}

/// `the first day of 2025`, `the last day of the month` (-1): a day of the month or year at token `at`.
pub(super) fn day_of(scene: Scene<'_>, i: usize, nth: i8, at: usize) -> Option<Found> {
    let whole = part::inner(scene, at)?.settled(scene);
    let first = match whole.sense.when? {
        Stamp::Year(year) => Date::new(year, if nth < 0 { 12 } else { 1 }, 1).ok()?,
        Stamp::Month(year, month) => Date::new(year, month, 1).ok()?,
        Stamp::Day(_) => return None,
    };
    let day =
        if nth < 0 { first.last_of_month() } else { first.checked_add((i32::from(nth) - 1).days()).ok()? };
    Some(Found::new(i, whole.end, Sense::at(Some(Stamp::Day(day)))))
}

/// `the last three months of 2018`, `the final week of May`: units at the end of the period at token `at`.
pub(super) fn last_units(scene: Scene<'_>, i: usize, count: i32, unit: Unit, at: usize) -> Option<Found> {
    let whole = longest(WHOLES, scene, at)?.settled(scene);
    let Some(when) = whole.sense.when else {
        return Some(Found::new(i, whole.end, Sense::default()));
    };
    let sense = match when {
        Stamp::Year(year) if unit.part == Part::Months && (1..=12).contains(&count) => {
            part::months(year, 13 - count as i8, count)
        }
        _ => whole.sense,
    };
    Some(Found::new(i, whole.end, sense))
}
