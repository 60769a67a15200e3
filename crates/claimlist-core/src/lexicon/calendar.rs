//! `calendar.toml`: months, weekdays, units of time, seasons, holidays and words for times.

use std::cmp::Reverse;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Classes, WordList, WordMap};

/// Months, weekdays, units of time, seasons, holidays and words for times.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "File")]
pub struct Calendar {
    months: WordMap<i8>,
    weekdays: WordMap<i8>,
    units: WordMap<Unit>,
    short_units: WordMap<Unit>,
    seasons: WordMap<i8>,
    days: WordMap<i8>,
    parts: Vec<String>,
    decades: WordMap<i16>,
    frequencies: WordMap<String>,
    zones: WordMap<String>,
    zone_words: Vec<String>,
    /// Names of holidays with the rules for their days, by the first word, the longest first.
    holidays: WordMap<Vec<(String, String)>>,
    openers: Vec<String>,
    first_words: FirstWords,
    light: Vec<String>,
    behind_light: Vec<String>,
}

/// First words of times, by the patterns that they open.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstWords {
    lead: String,
    stage: String,
    amount: String,
    other: String,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    months: FxHashMap<String, String>,
    weekdays: FxHashMap<String, String>,
    units: FxHashMap<String, String>,
    short_units: FxHashMap<String, String>,
    seasons: FxHashMap<String, String>,
    days: WordMap<i8>,
    parts: List,
    decades: WordMap<i16>,
    frequencies: FxHashMap<String, String>,
    zones: WordMap<String>,
    zone_words: List,
    holidays: FxHashMap<String, String>,
    openers: List,
    first_words: FirstWords,
    light: List,
    behind_light: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: String,
}

impl From<File> for Calendar {
    fn from(file: File) -> Self {
        let mut holidays = WordMap::<Vec<(String, String)>>::default();
        for (name, rule) in file.holidays {
            holidays.entry(first_word(&name)).push((name, rule));
        }
        // The longest first: "christmas eve" before "christmas".
        holidays.values_mut().for_each(|names| names.sort_by_key(|(name, _)| Reverse(name.len())));
        let words = |list: List| list.words.split_whitespace().map(str::to_owned).collect();
        Self {
            months: by_word(&file.months, |key| key.parse().ok()),
            weekdays: by_word(&file.weekdays, |key| key.parse().ok()),
            units: by_word(&file.units, Unit::parse),
            short_units: by_word(&file.short_units, Unit::parse),
            seasons: by_word(&file.seasons, |key| key.parse().ok()),
            days: file.days,
            parts: words(file.parts),
            decades: file.decades,
            frequencies: by_word(&file.frequencies, |key| Some(key.to_owned())),
            zones: file.zones,
            zone_words: words(file.zone_words),
            holidays,
            openers: words(file.openers),
            first_words: file.first_words,
            light: words(file.light),
            behind_light: words(file.behind_light),
        }
    }
}

/// `new` of "new year's day", `presidents` of "presidents' day".
fn first_word(name: &str) -> &str {
    name.split([' ', '\'']).next().unwrap_or_default()
}

/// Turns a table of word lists by value into one of values by word. A key that is no value loses its words, which fails
/// the test of this file.
fn by_word<T: Clone>(
    lists: &FxHashMap<String, String>,
    value: impl Fn(&str) -> Option<T>,
) -> WordMap<T> {
    let mut words = WordMap::default();
    for (key, list) in lists {
        if let Some(value) = value(key) {
            list.split_whitespace().for_each(|word| words.insert(word, value.clone()));
        }
    }
    words
}

/// Part of a duration, in the order of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `Y`
    Years,
    /// `M` before the `T`
    Months,
    /// `W`
    Weeks,
    /// `D`
    Days,
    /// `H`
    Hours,
    /// `M` behind the `T`
    Minutes,
    /// `S`
    Seconds,
}

/// A unit of time: so many of a part of an ISO 8601 duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The part.
    pub part: Part,
    /// How many of it: 10 years are a decade.
    pub times: i16,
}

impl Unit {
    /// `P10Y`: ten years.
    fn parse(iso: &str) -> Option<Self> {
        let rest = iso.strip_prefix('P')?;
        let (clock, rest) = rest.strip_prefix('T').map_or((false, rest), |rest| (true, rest));
        let letter = rest.chars().last()?;
        let part = match (letter, clock) {
            ('Y', false) => Part::Years,
            ('M', false) => Part::Months,
            ('W', false) => Part::Weeks,
            ('D', false) => Part::Days,
            ('H', true) => Part::Hours,
            ('M', true) => Part::Minutes,
            ('S', true) => Part::Seconds,
            _ => return None,
        };
        Some(Self { part, times: rest.trim_end_matches(letter).parse().ok()? })
    }
}

impl WordList for Calendar {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        self.months.keys().for_each(|word| add(word, Classes::MONTH));
        self.weekdays.keys().for_each(|word| add(word, Classes::WEEKDAY));
        self.units.keys().for_each(|word| add(word, Classes::TIME_UNIT));
        self.seasons.keys().for_each(|word| add(word, Classes::SEASON));
        self.days.keys().for_each(|word| add(word, Classes::TIME_WORD));
        self.decades.keys().for_each(|word| add(word, Classes::TIME_WORD));
        self.frequencies.keys().for_each(|word| add(word, Classes::TIME_WORD));
        for word in ["noon", "midnight", "midday", "overnight", "weekend", "weekends", "tonight"] {
            add(word, Classes::TIME_WORD);
        }
        self.holidays.keys().for_each(|word| add(word, Classes::HOLIDAY));
        self.openers.iter().for_each(|word| add(word, Classes::TIME_OPENER));
        let first = &self.first_words;
        for (words, class) in [
            (&first.lead, Classes::TIME_LEAD),
            (&first.stage, Classes::TIME_STAGE),
            (&first.amount, Classes::TIME_AMOUNT),
            (&first.other, Classes::TIME_OTHER),
        ] {
            words.split_whitespace().for_each(|word| add(word, class));
        }
        self.light.iter().for_each(|word| add(word, Classes::TIME_LIGHT));
        let behind = self.behind_light.iter().chain(&self.parts).map(String::as_str);
        behind.chain(self.short_units.keys()).for_each(|word| add(word, Classes::TIME_BEHIND));
    }
}

impl Calendar {
    /// `February`, `Feb`: 2.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<i8> {
        self.months.get(word).copied()
    }

    /// `Tuesday`, `Tues`.
    #[must_use]
    pub fn weekday(&self, word: &str) -> Option<Weekday> {
        let number = self.weekdays.get(word).copied()?;
        Weekday::from_monday_one_offset(number).ok()
    }

    /// `years`: one year.
    #[must_use]
    pub fn unit(&self, word: &str) -> Option<Unit> {
        self.units.get(word).copied()
    }

    /// `hrs`: one hour; only sure behind digits.
    #[must_use]
    pub fn short_unit(&self, word: &str) -> Option<Unit> {
        self.short_units.get(word).copied()
    }

    /// `summer`: 6, its first month.
    #[must_use]
    pub fn season(&self, word: &str) -> Option<i8> {
        self.seasons.get(word).copied()
    }

    /// `yesterday`: -1.
    #[must_use]
    pub fn day(&self, word: &str) -> Option<i8> {
        self.days.get(word).copied()
    }

    /// Whether the word is a part of the day: `morning`.
    #[must_use]
    pub fn is_part_of_day(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part.eq_ignore_ascii_case(word))
    }

    /// `sixties`: 60; `noughties`: 2000.
    #[must_use]
    pub fn decade(&self, word: &str) -> Option<i16> {
        self.decades.get(word).copied()
    }

    /// `annually`: `P1Y`.
    #[must_use]
    pub fn frequency(&self, word: &str) -> Option<&str> {
        self.frequencies.get(word).map(String::as_str)
    }

    /// `GMT`: `Z`; `ET`: empty, since its distance from UTC changes with the season.
    #[must_use]
    pub fn zone(&self, word: &str) -> Option<&str> {
        self.zones.get(word).map(String::as_str)
    }

    /// Whether the word names a zone in words: `eastern`.
    #[must_use]
    pub fn is_zone_word(&self, word: &str) -> bool {
        self.zone_words.iter().any(|zone| zone.eq_ignore_ascii_case(word))
    }

    /// The holidays whose names start with this word, the longest name first, each with the rule for its day (see
    /// [`Calendar::holiday_in`]).
    pub fn holidays(&self, first: &str) -> impl Iterator<Item = (&str, &str)> {
        let names = self.holidays.get(first).map_or(&[][..], Vec::as_slice);
        names.iter().map(|(name, rule)| (name.as_str(), rule.as_str()))
    }

    /// The day of a holiday in a year, by its rule in the file; none if it has none.
    #[must_use]
    pub fn holiday_in(&self, rule: &str, year: i16) -> Option<Date> {
        if let Some(days) = rule.strip_prefix("easter") {
            return easter(year)?.checked_add(days.parse::<i32>().ok()?.days()).ok();
        }
        let (month, day) = rule.split_once('-')?;
        if let Ok(year) = month.parse::<i16>().map_err(drop).and_then(|n| if n > 12 { Ok(n) } else { Err(()) })
        {
            let (month, day) = day.split_once('-')?;
            return Date::new(year, month.parse().ok()?, day.parse().ok()?).ok();
        }
        let month = month.parse().ok()?;
        match day.split_once('-') {
            Some((weekday, nth)) => {
                let first = Date::new(year, month, 1).ok()?;
                first.nth_weekday_of_month(nth.parse().ok()?, self.weekday(weekday)?).ok()
            }
            None => Date::new(year, month, day.parse().ok()?).ok(),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the method that *Nature* printed in 1876.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn holidays_fall_on_their_days() {
        let calendar = &Lexicon::english().calendar;
        for (name, year, day) in [
            ("easter sunday", 2024, "2024-03-31"),
            ("easter sunday", 2025, "2025-04-20"),
            ("good friday", 2019, "2019-04-19"),
            ("thanksgiving", 2023, "2023-11-23"),
            ("memorial day", 2022, "2022-05-30"),
            ("christmas eve", 1999, "1999-12-24"),
            ("9 / 11", 2021, "2001-09-11"),
        ] {
            let rule = calendar.holidays(first_word(name)).find(|holiday| holiday.0 == name).unwrap().1;
            assert_eq!(calendar.holiday_in(rule, year).unwrap().to_string(), day, "{name}");
        }
    }

    #[test]
    fn every_key_of_the_file_is_understood() {
        let calendar = &Lexicon::english().calendar;
        for (_, rule) in calendar.holidays.values().flatten().filter(|holiday| !holiday.1.is_empty()) {
            assert!(calendar.holiday_in(rule, 2024).is_some(), "{rule}");
        }
        let months: std::collections::BTreeSet<_> = calendar.months.values().collect();
        assert_eq!((months.len(), calendar.seasons.keys().count()), (12, 8));
        assert_eq!(calendar.unit("decades"), Some(Unit { part: Part::Years, times: 10 }));
        assert_eq!(calendar.unit("minutes"), Some(Unit { part: Part::Minutes, times: 1 }));
        assert_eq!(calendar.weekday("Tues"), Some(Weekday::Tuesday));
    }
}
