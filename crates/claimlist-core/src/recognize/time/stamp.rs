//! Dates as precise as the text, and what is known of a time: `2025-02`, `from 2031-03 to 2031-05`, `P3Y`.

use jiff::civil::Date;
use jiff::{Span as JiffSpan, ToSpan as _};

use smol_str::SmolStr;

use crate::lexicon::calendar::{Part, Unit};
use crate::{Facts, Slot};

/// A year, month or day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A year as ISO 8601 counts: 0 is 1 BC.
    Year(i16),
    /// A month, from 1, of a year.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

impl Stamp {
    /// The date in ISO 8601: `-0043`, `2025-02`, `2025-02-27`.
    pub(super) fn iso(self) -> SmolStr {
        let (month, day) = match self {
            Self::Year(_) => (None, None),
            Self::Month(_, month) => (Some(month), None),
            Self::Day(date) => (Some(date.month()), Some(date.day())),
        };
        let year = self.year();
        let digit = |value: u16| b'0' + (value % 10) as u8;
        let (sign, year) = (year < 0, year.unsigned_abs());
        let mut iso = *b"-00000-00-00";
        for (place, power) in [10_000, 1000, 100, 10, 1].into_iter().enumerate() {
            iso[1 + place] = digit(year / power);
        }
        let mut end = 6;
        for part in [month, day].into_iter().flatten().map(i8::unsigned_abs).map(u16::from) {
            (iso[end + 1], iso[end + 2]) = (digit(part / 10), digit(part));
            end += 3;
        }
        // Four digits of the year, unless it has five.
        let start = if year < 10_000 { 2 } else { 1 };
        if sign {
            iso[start - 1] = b'-';
        }
        SmolStr::new(std::str::from_utf8(&iso[start - usize::from(sign)..end]).unwrap_or_default())
    }

    /// The year that it lies in.
    pub(super) fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) => date.year(),
        }
    }

    /// The day itself, if it is one.
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The month that it lies in, if it is precise enough.
    pub(super) fn month(self) -> Option<(i16, i8)> {
        match self {
            Self::Year(_) => None,
            Self::Month(year, month) => Some((year, month)),
            Self::Day(date) => Some((date.year(), date.month())),
        }
    }

    /// The same, `months` months later, as a month.
    pub(super) fn plus_months(self, months: i32) -> Option<Self> {
        let (year, month) = self.month()?;
        let total = i32::from(year) * 12 + i32::from(month) - 1 + months;
        Some(Self::Month(i16::try_from(total.div_euclid(12)).ok()?, total.rem_euclid(12) as i8 + 1))
    }

    /// The first day or month of a period of this length that ends with this day or month: 1 July of three months to 30
    /// September.
    pub(super) fn first_of(self, length: Length) -> Option<Self> {
        let [years, months, weeks, days, ..] = length.whole()?;
        match self {
            Self::Day(last) => {
                let span = JiffSpan::new().try_years(years).ok()?.try_months(months).ok()?;
                let span = span.try_weeks(weeks).ok()?.try_days(days).ok()?;
                last.tomorrow().ok()?.checked_sub(span).ok().map(Self::Day)
            }
            Self::Month(..) if weeks == 0 && days == 0 => self.plus_months(1 - years * 12 - months),
            _ => None,
        }
    }

    /// The day that lies a length of days and longer parts later (or, with `sign` -1, earlier), to the day: "a year ago today".
    pub(super) fn shifted_day(self, length: Length, sign: i32) -> Option<Self> {
        let [years, months, weeks, days, ..] = length.whole()?.map(|amount| amount * sign);
        let span = JiffSpan::new().try_years(years).ok()?.try_months(months).ok()?;
        let span = span.try_weeks(weeks).ok()?.try_days(days).ok()?;
        let coarse = length.finest().is_some_and(|part| part <= Part::Days);
        self.day().filter(|_| coarse)?.checked_add(span).ok().map(Self::Day)
    }

    /// A length later (or, with `sign` -1, earlier), as precise as the length and this stamp allow: "two years" lead from a
    /// day to a year. None where hours decide, or where a length is not of whole units.
    pub(super) fn shifted(self, length: Length, sign: i32) -> Option<Self> {
        let whole = length.whole()?;
        let [years, months, weeks, days, ..] = whole.map(|amount| amount * sign);
        match length.finest()? {
            Part::Years => Some(Self::Year(i16::try_from(i32::from(self.year()) + years).ok()?)),
            Part::Months => self.plus_months(years * 12 + months),
            Part::Weeks | Part::Days => {
                let span = JiffSpan::new().try_years(years).ok()?.try_months(months).ok()?;
                let span = span.try_weeks(weeks).ok()?.try_days(days).ok()?;
                self.day()?.checked_add(span).ok().map(Self::Day)
            }
            Part::Hours | Part::Minutes | Part::Seconds => None,
        }
    }
}

/// Monday of the week of `date` plus `weeks`.
pub(super) fn monday_of(date: Date, weeks: i32) -> Option<Date> {
    let back = i32::from(date.weekday().to_monday_zero_offset());
    date.checked_add((weeks * 7 - back).days()).ok()
}

/// A duration: an amount of each [`Part`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Length {
    amounts: [f64; 7],
    /// Whether the text does not say how many: "several weeks".
    pub(super) vague: bool,
}

impl Length {
    /// `amount` of a unit.
    pub(super) fn of(amount: f64, unit: Unit) -> Self {
        let mut length = Self::default();
        length.add(amount, unit);
        length
    }

    /// An unknown number of a unit.
    pub(super) fn vague(unit: Unit) -> Self {
        Self { vague: true, ..Self::of(1.0, unit) }
    }

    /// Adds so much of a unit.
    pub(super) fn add(&mut self, amount: f64, unit: Unit) {
        if let Some(sum) = self.amounts.get_mut(unit.part as usize) {
            *sum += amount * f64::from(unit.times);
        }
    }

    /// The finest part that it has.
    pub(super) fn finest(self) -> Option<Part> {
        const PARTS: [Part; 7] =
            [Part::Years, Part::Months, Part::Weeks, Part::Days, Part::Hours, Part::Minutes, Part::Seconds];
        PARTS.into_iter().rev().find(|part| self.amounts[*part as usize] != 0.0)
    }

    /// About how many days it is, to tell the shorter of two.
    pub(super) fn rough_days(self) -> f64 {
        const DAYS: [f64; 7] = [365.0, 30.0, 7.0, 1.0, 1.0 / 24.0, 1.0 / 1440.0, 1.0 / 86_400.0];
        self.amounts.iter().zip(DAYS).map(|(amount, days)| amount * days).sum()
    }

    /// The amounts as whole numbers, half a year being six months; none if they are not, or are out of bounds.
    fn whole(self) -> Option<[i32; 7]> {
        let mut amounts = self.amounts;
        let half_year = amounts[0].fract() == 0.5;
        if half_year {
            amounts[0] -= 0.5;
            amounts[1] += 6.0;
        }
        let fine = !self.vague && amounts.iter().all(|a| a.fract() == 0.0 && a.abs() < 1e7);
        fine.then(|| amounts.map(|amount| amount as i32))
    }

    /// The whole number of its only part, and one of that part; none for another length.
    pub(super) fn single(self) -> Option<(i32, Unit)> {
        const PARTS: [Part; 4] = [Part::Years, Part::Months, Part::Weeks, Part::Days];
        let amounts = self.whole()?;
        let at = amounts.iter().position(|amount| *amount != 0)?;
        let alone = amounts.iter().filter(|amount| **amount != 0).count() == 1;
        let part = *PARTS.get(at).filter(|_| alone)?;
        Some((amounts[at], Unit { part, times: 1 }))
    }

    /// The duration in ISO 8601: `P3Y`, `PT2.5H`; none if it is vague or nothing.
    pub(super) fn iso(self) -> Option<String> {
        if self.vague || self.finest().is_none() {
            return None;
        }
        let mut iso = String::from("P");
        for (amount, letter) in self.amounts.iter().zip("YMWDHMS".chars()) {
            if letter == 'H' && self.amounts[4..].iter().any(|amount| *amount != 0.0) {
                iso.push('T');
            }
            if *amount != 0.0 {
                iso.push_str(&format!("{amount}{letter}"));
            }
        }
        Some(iso)
    }
}

/// What is known of a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sense {
    pub(super) when: Option<Stamp>,
    pub(super) from: Option<Stamp>,
    pub(super) to: Option<Stamp>,
    pub(super) length: Option<Length>,
    pub(super) clock: Option<String>,
    pub(super) relation: Option<&'static str>,
    pub(super) anchor: Option<String>,
    pub(super) weekday: Option<&'static str>,
}

impl Sense {
    /// A time at a stamp.
    pub(super) fn at(when: Option<Stamp>) -> Self {
        Self { when, ..Self::default() }
    }

    /// A period between two stamps, each included.
    pub(super) fn between(from: Option<Stamp>, to: Option<Stamp>) -> Self {
        Self { from, to, ..Self::default() }
    }

    /// The same with a relation.
    pub(super) fn related(self, relation: &'static str) -> Self {
        Self { relation: Some(relation), ..self }
    }

    /// The same with a length.
    pub(super) fn lasting(self, length: Length) -> Self {
        Self { length: Some(length), ..self }
    }

    /// The facts of a mention. What stands on the calendar but at no known place is unclear.
    pub(super) fn facts(&self) -> Facts {
        let mut facts = Facts::new();
        let stamps = [(Slot::When, self.when), (Slot::From, self.from), (Slot::To, self.to)];
        for (slot, stamp) in stamps {
            if let Some(stamp) = stamp {
                facts.set(slot, stamp.iso());
            }
        }
        if let Some(iso) = self.length.and_then(Length::iso) {
            facts.set(Slot::Duration, iso);
        }
        if let Some(clock) = &self.clock {
            facts.set(Slot::Clock, clock.clone());
        }
        if let Some(relation) = self.relation {
            facts.set(Slot::Relation, relation);
        }
        if let Some(anchor) = &self.anchor {
            facts.set(Slot::Anchor, anchor.clone());
        }
        if let Some(weekday) = self.weekday {
            facts.set(Slot::Weekday, weekday);
        }
        let floats =
            matches!(self.relation, Some("for" | "every" | "ordinal" | "ahead-of" | "behind" | "within"));
        let placed = stamps.iter().any(|stamp| stamp.1.is_some());
        if !placed && !floats && (self.clock.is_none() || self.weekday.is_some()) {
            facts.set(Slot::Unclear, true);
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(part: Part, times: i16) -> Unit {
        Unit { part, times }
    }

    #[test]
    fn stamps_are_written_as_iso_8601() {
        assert_eq!(Stamp::Year(-43).iso(), "-0043");
        assert_eq!(Stamp::Month(384, 12).iso(), "0384-12");
        assert_eq!(Stamp::Day(Date::constant(2025, 2, 27)).iso(), "2025-02-27");
    }

    #[test]
    fn lengths_are_written_as_iso_8601() {
        let mut length = Length::of(2.0, unit(Part::Years, 1));
        length.add(21.0, unit(Part::Days, 1));
        assert_eq!(length.iso().as_deref(), Some("P2Y21D"));
        assert_eq!(Length::of(2.5, unit(Part::Hours, 1)).iso().as_deref(), Some("PT2.5H"));
        assert_eq!(Length::of(3.0, unit(Part::Years, 10)).iso().as_deref(), Some("P30Y"));
        assert_eq!(Length::vague(unit(Part::Weeks, 1)).iso(), None);
    }

    #[test]
    fn a_shift_is_as_precise_as_its_length() {
        let day = Stamp::Day(Date::constant(2024, 1, 31));
        let shifted =
            |amount, part, sign| day.shifted(Length::of(amount, unit(part, 1)), sign).map(Stamp::iso);
        assert_eq!(shifted(2.0, Part::Years, -1).as_deref(), Some("2022"));
        assert_eq!(shifted(1.0, Part::Months, 1).as_deref(), Some("2024-02"));
        assert_eq!(shifted(3.0, Part::Days, 1).as_deref(), Some("2024-02-03"));
        assert_eq!(shifted(5.0, Part::Hours, 1), None);
        assert_eq!(shifted(0.25, Part::Years, 1), None);
        assert_eq!(Stamp::Year(2001).shifted(Length::of(3.0, unit(Part::Days, 1)), 1), None);
    }
}
