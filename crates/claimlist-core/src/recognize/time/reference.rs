//! From where times are reckoned: the day of publication, and the date that the text has named last.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::numeric::DateOrder;
use super::stamp::Stamp;
use super::story::Role;
use super::tense::{Tense, is_arranged, is_put_off, tense};
use super::{Found, Scene};
use crate::lex::Words;
use crate::lexicon::Classes;

/// How many sentences back "that year" or "two days later" may look for its date.
const REACH: u32 = 3;

/// How many sentences back a date without a year may look for it.
const YEAR_REACH: u32 = 8;

/// From how many dates long past on a text without recent ones tells a story, and not the news.
const STORY: u32 = 3;

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

/// A date that the text has named.
#[derive(Clone, Copy, Debug)]
struct Named {
    stamp: Stamp,
    role: Role,
    /// Where it stands: its sentence, and the block of that; none if it heads all that follows.
    sentence: u32,
    block: Option<u32>,
}

impl Named {
    /// The same, as precise as a date before it of the same year or month.
    fn keeping(self, last: Option<Self>) -> Self {
        let keeps = last.filter(|last| match self.stamp {
            Stamp::Year(year) => last.stamp.year() == year,
            Stamp::Month(year, month) => last.stamp.month() == Some((year, month)),
            Stamp::Day(_) => false,
        });
        Self { stamp: keeps.map_or(self.stamp, |last| last.stamp), ..self }
    }
}

/// An arranged day of a month that is so many days ahead is meant, and not that of the year before.
const SOON: i32 = 28;

/// How many tokens before a date "will" may stand.
const REACH_OF_WILL: usize = 14;

/// What the recognizer remembers of the document.
#[derive(Debug)]
pub(super) struct Reference {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// Whether numeric dates put the day first.
    pub(super) order: DateOrder,
    /// The date named last, outside brackets.
    focus: Option<Named>,
    /// The date of which the text told last.
    story: Option<Named>,
    /// Whether the text speaks of the days in which it was written, so that a month without a year is one of those.
    news: bool,
    /// How many dates long past the text has named.
    old: u32,
}

impl Reference {
    pub(super) fn new(published: Option<Date>, order: DateOrder) -> Self {
        Self { published, order, focus: None, story: None, news: false, old: 0 }
    }

    /// Remembers a time and how it stands in the text; `alone` if it is all that its sentence has.
    pub(super) fn note(&mut self, found: &Found, role: Role, place: (u32, u32), alone: bool) {
        let (sentence, block) = place;
        let sense = &found.sense;
        let same_year = sense.from.zip(sense.to).filter(|(from, to)| from.year() == to.year());
        let Some(stamp) = sense.when.or(same_year.map(|(from, _)| Stamp::Year(from.year()))) else { return };
        if alone && sentence <= DATELINE && stamp.day().is_some() {
            // A dateline is no date that the text speaks of.
            self.published = self.published.or(stamp.day());
            return;
        }
        if role == Role::Aside {
            return;
        }
        if let Some(published) = self.published {
            let near = (stamp.year() - published.year()).abs() <= 1;
            self.news |= near;
            self.old += u32::from(!near && role != Role::Ahead);
        }
        let named = Named { stamp, role, sentence, block: (!alone).then_some(block) };
        self.focus = Some(named.keeping(self.focus));
        if role == Role::Told || role == Role::Ahead && stamp.month().is_some() {
            self.story = Some(named.keeping(self.story));
        }
    }

    /// Remembers that the text speaks of the days in which it was written.
    pub(super) fn note_news(&mut self) {
        self.news = true;
    }

    /// The date named last, unless that is too long ago: what "that year" means.
    pub(super) fn focus(&self, sentence: u32) -> Option<Stamp> {
        self.focus.filter(|focus| sentence - focus.sentence <= REACH).map(|focus| focus.stamp)
    }

    /// The date named last, unless that is too long ago or lies ahead: what "two days later" is reckoned from.
    pub(super) fn anchor(&self, sentence: u32) -> Option<Stamp> {
        let past = self.focus.is_some_and(|focus| focus.role != Role::Ahead);
        self.focus(sentence).filter(|_| past)
    }

    /// The date that this sentence has named last.
    pub(super) fn named_in(&self, sentence: u32) -> Option<Stamp> {
        self.focus.filter(|focus| focus.sentence == sentence).map(|focus| focus.stamp)
    }

    /// Whether the text speaks of antiquity, where "in 373" is a year.
    pub(super) fn is_ancient(&self, sentence: u32) -> bool {
        self.focus.is_some_and(|focus| sentence - focus.sentence <= YEAR_REACH && focus.stamp.year() < 1000)
    }

    /// The year in the past that the text tells of, in these sentences.
    pub(super) fn told_year(&self, sentence: u32) -> Option<i16> {
        let told = |story: &Named| story.role == Role::Told && sentence - story.sentence <= YEAR_REACH;
        self.story.filter(told).map(|story| story.stamp.year())
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
        let near = || {
            // "wheat for May delivery", "the week commencing 3 May"
            let ahead =
                scene.words.is(end, "delivery") || scene.words.is(start.wrapping_sub(1), "commencing");
            let put_off = ahead || is_put_off(scene, start);
            let tense = if put_off { Tense::Future } else { tense(scene.words, start, end) };
            self.near(date, tense, is_arranged(scene, start))
        };
        if date.month.is_none() {
            return near();
        }
        let Some(story) = self.story.filter(|story| scene.sentence - story.sentence <= YEAR_REACH) else {
            return near();
        };
        let year = story.stamp.year() + i16::from(is_turn(story.stamp, date));
        let told = Partial { year: Some(year), ..date }.stamp();
        let tense = tense(scene.words, start, end);
        let Some(published) = self.published else {
            // Nothing tells "in March" of the year of publication from that of the story, so the story has to be near.
            let follows = story.role == Role::Told && story.block.is_none_or(|block| block == scene.block);
            let clear = follows && tense != Tense::Future && !self.news && !is_turn(story.stamp, date);
            return told.filter(|_| clear);
        };
        if story.stamp.year() == published.year() {
            return near();
        }
        if story.role == Role::Ahead {
            let goes_on = tense == Tense::Future && scene.sentence - story.sentence <= 1;
            return if goes_on { told } else { near() };
        }
        // "The ministers met last June. They will meet in March": what is still to come is reckoned from the day of publication.
        if story.stamp.year() + 1 == published.year() && will(scene.words, start) {
            return near();
        }
        let news = self.news || self.old < STORY;
        near().filter(|stamp| news && is_news(*stamp, published)).or(told)
    }

    /// The date without a year next to the day of publication that the tense allows, or that was `arranged`.
    fn near(&self, date: Partial, tense: Tense, arranged: bool) -> Option<Stamp> {
        let published = self.published?;
        match (date.month, date.day, date.weekday) {
            (None, None, Some(weekday)) => near_weekday(published, weekday, tense),
            (None, Some(day), weekday) => near_day(published, day, weekday, tense),
            (Some(_), _, _) => near_date(published, date, tense, arranged),
            _ => None,
        }
    }
}

/// Whether "will" stands near before token `i`; "would" may be told of the past as well.
fn will(words: Words<'_>, i: usize) -> bool {
    (i.saturating_sub(REACH_OF_WILL)..i)
        .any(|k| words.has(k, Classes::MODAL) && words.is_any(k, &["will", "'ll", "shall"]))
}

/// Whether a date without a year is likely to lie in the year behind that of the story: "in March" behind December.
fn is_turn(story: Stamp, date: Partial) -> bool {
    story.month().zip(date.month).is_some_and(|((_, last), month)| last >= month + 6)
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
fn near_date(published: Date, date: Partial, tense: Tense, arranged: bool) -> Option<Stamp> {
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
    // "was named on Monday for the match on 13 March": of a day almost a year ago, the news would say so.
    let soon = in_year(0).filter(|stamp| {
        date.day.is_some()
            && tense == Tense::Past
            && arranged
            && distance(stamp).is_some_and(|days| (1..=SOON).contains(&days))
    });
    if soon.is_some() {
        return soon;
    }
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
