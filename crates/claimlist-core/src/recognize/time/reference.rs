//! From where times are reckoned: the day of publication, and the date that the text has named last.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::numeric::DateOrder;
use super::stamp::Stamp;
use super::tense::{Tense, tense};
use super::{Found, Scene};

/// How many sentences back "that year" or "two days later" may look for its date.
const REACH: u32 = 3;

/// How many sentences back a date without a year may look for it.
const YEAR_REACH: u32 = 8;

/// Up to which sentence a date alone is taken for the day of publication.
const DATELINE: u32 = 4;

/// A date of which some parts may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Partial {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) weekday: Option<Weekday>,
}

impl Partial {
    /// The date, if its parts are all there are to it and are a date: no 30 February.
    pub(super) fn stamp(self) -> Option<Stamp> {
        match (self.year?, self.month, self.day) {
            (year, Some(month), Some(day)) => Date::new(year, month, day).ok().map(Stamp::Day),
            (year, Some(month), None) if self.weekday.is_none() => Some(Stamp::Month(year, month)),
            (year, None, None) if self.weekday.is_none() => Some(Stamp::Year(year)),
            _ => None,
        }
    }

    /// Whether the day may stand in its month, if a month is given.
    pub(super) fn is_plausible(self) -> bool {
        // 2000 has a 29 February.
        let year = self.year.unwrap_or(2000);
        self.day.is_none_or(|day| Date::new(year, self.month.unwrap_or(1), day).is_ok())
    }
}

/// What the recognizer remembers of the document.
#[derive(Debug)]
pub(super) struct Reference {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// Whether numeric dates put the day first.
    pub(super) order: DateOrder,
    /// The date named last, and in which sentence.
    focus: Option<(Stamp, u32)>,
}

impl Reference {
    pub(super) fn new(published: Option<Date>, order: DateOrder) -> Self {
        Self { published, order, focus: None }
    }

    /// Remembers a time; `alone` if it is all that its sentence has.
    pub(super) fn note(&mut self, found: &Found, sentence: u32, alone: bool) {
        let sense = &found.sense;
        let same_year = sense.from.zip(sense.to).filter(|(from, to)| from.year() == to.year());
        let Some(stamp) = sense.when.or(same_year.map(|(from, _)| Stamp::Year(from.year()))) else { return };
        if alone && sentence <= DATELINE {
            // A dateline is no date that the text speaks of.
            self.published = self.published.or(stamp.day());
            return;
        }
        let keeps = match (stamp, self.focus) {
            (Stamp::Year(year), Some((focus, _))) => focus.year() == year,
            (Stamp::Month(year, month), Some((focus, _))) => focus.month() == Some((year, month)),
            _ => false,
        };
        let stamp = self.focus.filter(|_| keeps).map_or(stamp, |focus| focus.0);
        self.focus = Some((stamp, sentence));
    }

    /// The date named last, unless that is too long ago.
    pub(super) fn focus(&self, sentence: u32) -> Option<Stamp> {
        self.focus.filter(|focus| sentence - focus.1 <= REACH).map(|focus| focus.0)
    }

    /// The day of publication as a stamp.
    pub(super) fn today(&self) -> Option<Stamp> {
        self.published.map(Stamp::Day)
    }

    /// Puts a date on the calendar, with what its clause and the text before say of the parts that it lacks.
    pub(super) fn resolve(&self, date: Partial, scene: Scene<'_>, start: usize, end: usize) -> Option<Stamp> {
        if date.year.is_some() {
            return date.stamp();
        }
        let near = || self.near(date, tense(scene.words, start, end));
        if date.month.is_none() {
            return near();
        }
        let told = |year: i16| Partial { year: Some(year), ..date }.stamp();
        let focus = self.focus.filter(|focus| scene.sentence - focus.1 <= YEAR_REACH).map(|focus| focus.0);
        match (focus, self.published) {
            (Some(focus), None) => told(focus.year()),
            (Some(focus), Some(published)) if focus.year() != published.year() => {
                let news =
                    near().filter(|stamp| is_news(*stamp, published) && focus.year() < published.year());
                news.or_else(|| told(focus.year()))
            }
            _ => near(),
        }
    }

    /// The date without a year next to the day of publication that the tense allows.
    fn near(&self, date: Partial, tense: Tense) -> Option<Stamp> {
        let published = self.published?;
        match (date.month, date.day, date.weekday) {
            (None, None, Some(weekday)) => near_weekday(published, weekday, tense),
            (None, Some(day), weekday) => near_day(published, day, weekday, tense),
            (Some(_), _, _) => near_date(published, date, tense),
            _ => None,
        }
    }
}

/// Whether a date lies so near to the day of publication that the article is likely to speak of it.
fn is_news(stamp: Stamp, published: Date) -> bool {
    stamp.month().is_some_and(|(year, month)| {
        let months = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
        (months(year, month) - months(published.year(), published.month())).abs() <= 1
    })
}

/// The last such weekday up to the day of publication, or the next one from it on.
fn near_weekday(published: Date, weekday: Weekday, tense: Tense) -> Option<Stamp> {
    let days = match tense {
        Tense::Future => i32::from(published.weekday().until(weekday)),
        Tense::Past | Tense::Open => -i32::from(published.weekday().since(weekday)),
    };
    published.checked_add(days.days()).ok().map(Stamp::Day)
}

/// The last or next day of a month with that number (and weekday).
fn near_day(published: Date, day: i8, weekday: Option<Weekday>, tense: Tense) -> Option<Stamp> {
    let step = if tense == Tense::Future { 1 } else { -1 };
    (0..=13).find_map(|months| {
        let (year, month) = Stamp::Day(published).plus_months(months * step)?.month()?;
        let date = Date::new(year, month, day).ok()?;
        let side = if step > 0 { date >= published } else { date <= published };
        (side && weekday.is_none_or(|weekday| weekday == date.weekday())).then_some(Stamp::Day(date))
    })
}

/// A day or month without a year: the last one, the next one, or the nearest. A weekday that fits decides.
fn near_date(published: Date, date: Partial, tense: Tense) -> Option<Stamp> {
    let in_year = |offset: i16| Partial { year: Some(published.year() + offset), ..date }.stamp();
    if let (Some(weekday), Some(_)) = (date.weekday, date.day) {
        let fits =
            [0, -1, 1].into_iter().filter_map(in_year).find(|s| s.day().map(Date::weekday) == Some(weekday));
        if fits.is_some() {
            return fits;
        }
    }
    // Months are compared by their distance in days from the published day to their middle.
    let distance = |stamp: &Stamp| {
        let (year, month) = stamp.month()?;
        let day = stamp.day().or_else(|| Date::new(year, month, 15).ok())?;
        let same_month = stamp.day().is_none() && (year, month) == (published.year(), published.month());
        let days = published.until(day).ok()?.get_days();
        Some(if same_month { 0 } else { days })
    };
    let candidates = [-1, 0, 1].into_iter().filter_map(in_year);
    candidates
        .filter_map(|stamp| Some((distance(&stamp)?, stamp)))
        .filter(|(days, _)| match tense {
            Tense::Past => *days <= 0,
            Tense::Future => *days >= 0,
            Tense::Open => true,
        })
        .min_by_key(|(days, _)| days.abs())
        .map(|(_, stamp)| stamp)
}
