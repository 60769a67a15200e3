//! Times: dates, clock times, durations and frequencies, resolved against the article's date.
//!
//! `27 February 2025`, `last Friday`, `the early 1990s`, `from 2014 to 2019`, `three years ahead of schedule`, `at 18:30 GMT`.
//! A mention leaves out the preposition before it, except that of a range; an approximation ("nearly", "just") belongs to it.
//!
//! How what the text leaves open is decided:
//!
//! * The day of publication is [`Document::date`](crate::Document::date). Without one, a full date that stands alone in one of
//!   the first sentences is taken for it.
//! * A weekday without more is the last one up to the day of publication, or the next one where the clause looks ahead ("will
//!   open on Friday"). "Last Friday" lies before that day, "next Friday" behind it; "this Friday" is that of the same week.
//! * A date without a year lies in the past year that the text tells of: the last one that a clause in the past has named, not
//!   a target ("by 2035"), not in brackets, not in a name ("the 2012 Games"). Else it is the last one, the next one where the
//!   clause looks ahead, or the nearest one where the clause tells nothing. If the day of publication is not known, the year
//!   told of has to stand in the same paragraph, or in a heading, of a text that does not speak of the news; else the date
//!   stays unclear.
//! * "That year", "the same month" are the date named last, at most three sentences back and not in brackets; "the next day",
//!   "two days later" reckon from it, unless it lies ahead.
//! * Weeks run from Monday to Sunday, seasons are those of the northern hemisphere from the first of a month (spring: March to
//!   May), the 20th century runs from 1900 to 1999, decades and centuries are given as years, quarters and seasons as months.
//! * `3/4/2025` is read by [`DateOrder`].
//! * What then is still open is `unclear` and has no `when`.

mod clock;
mod date;
mod decade;
mod duration;
mod frequency;
mod holiday;
mod named;
mod numeric;
mod part;
mod range;
mod reference;
mod relative;
mod shift;
mod stamp;
mod story;
mod tense;
mod weekday;
mod year;

use super::number::Number;
use super::{Mention, MentionKind};
use crate::Document;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};

pub use numeric::DateOrder;
use reference::{Partial, Reference};
use stamp::Sense;

/// Recognizes times sentence by sentence, in the order of the document: a later one may lean on an earlier one
/// ("in March the same year").
#[derive(Debug)]
pub(crate) struct Recognizer<'l> {
    lexicon: &'l Lexicon,
    reference: Reference,
}

/// What the patterns see: a sentence, and from where to reckon.
#[derive(Clone, Copy)]
struct Scene<'a> {
    words: Words<'a>,
    lexicon: &'a Lexicon,
    numbers: &'a [Number],
    reference: &'a Reference,
    sentence: u32,
    block: u32,
    /// What [`Scene::point`] says of a token, if it has been asked: the patterns for times that begin with a date ask again.
    known: Option<(usize, Option<&'a Found>)>,
}

/// A time that a pattern has found in the tokens from `start` to `end`, exclusive.
#[derive(Clone, Debug)]
struct Found {
    start: usize,
    end: usize,
    /// A date that may want its year, month or day: [`Found::settled`] makes it the sense's `when`.
    date: Option<Partial>,
    sense: Sense,
}

impl Found {
    /// A time of which all is known that there is to know.
    fn new(start: usize, end: usize, sense: Sense) -> Self {
        Self { start, end, date: None, sense }
    }

    /// A date that may want some of its parts.
    fn dated(start: usize, end: usize, date: Partial) -> Self {
        let weekday = date.weekday.map(weekday::name);
        Self { start, end, date: Some(date), sense: Sense { weekday, ..Sense::default() } }
    }

    /// The same with its date put on the calendar, as far as that is clear.
    fn settled(mut self, scene: Scene<'_>) -> Self {
        if let Some(date) = self.date {
            self.sense.when = scene.reference.resolve(date, scene, self.start, self.end);
        }
        self
    }
}

/// Words that open a time only together with the next word: most of them stand before something else.
const LIGHT: &[&str] = &[
    "the", "a", "an", "that", "at", "from", "over", "under", "about", "around", "all", "some", "more",
    "less", "just",
];

/// Words behind one of [`LIGHT`] that may not open a time themselves: "the current year", "a business day", "more than a week".
const BEHIND_LIGHT: &[&str] = &[
    "current",
    "time",
    "hour",
    "moment",
    "period",
    "era",
    "preceding",
    "latter",
    "couple",
    "dozen",
    "quarter",
    "now",
    "present",
    "long",
    "whole",
    "business",
    "working",
    "calendar",
    "straight",
    "consecutive",
    "short",
    "further",
    "entire",
    "only",
    "well",
    "than",
    "fewer",
    "least",
    "most",
    "up",
    "nearly",
    "almost",
    "over",
    "under",
    "barely",
    "h",
    "many",
    "night",
    "successive",
];

/// A pattern: the time that starts at token `i`, if one does.
type Pattern = fn(Scene<'_>, usize) -> Option<Found>;

/// The patterns for dates and periods, which others build on: ranges, "early", "two days before".
const POINTS: &[Pattern] = &[
    numeric::date,
    date::day_first,
    date::month_first,
    date::relative_month,
    date::year_first,
    date::nth,
    year::year,
    decade::decade,
    decade::century,
    part::season,
    part::quarter,
    part::nth_unit,
    part::modified,
    weekday::weekday,
    relative::day,
    relative::unit,
    relative::lengths,
    holiday::holiday,
    named::occasion,
    named::of_life,
    named::numbered,
];

/// The patterns for everything else.
const OTHERS: &[Pattern] = &[
    range::range,
    clock::clock,
    shift::shifted,
    duration::lasting,
    frequency::every,
    frequency::times,
    frequency::adverb,
    frequency::running,
    named::back,
];

impl<'a> Scene<'a> {
    /// The number that starts at token `i`.
    fn number_at(self, i: usize) -> Option<&'a Number> {
        let at = self.numbers.partition_point(|number| number.tokens.start < i);
        self.numbers.get(at).filter(|number| number.tokens.start == i)
    }

    /// The longest date or period that starts at token `i`.
    fn point(self, i: usize) -> Option<Found> {
        match self.known {
            Some((at, point)) if at == i => point.cloned(),
            _ => longest(POINTS, self, i),
        }
    }

    /// Whether a time may start at token `i`: a quick test before the patterns are tried.
    fn may_start(self, i: usize) -> bool {
        const OPENERS: Classes = Classes::MONTH
            .or(Classes::WEEKDAY)
            .or(Classes::SEASON)
            .or(Classes::TIME_WORD)
            .or(Classes::TIME_OPENER)
            .or(Classes::HOLIDAY)
            .or(Classes::NUMBER)
            .or(Classes::ORDINAL);
        match self.words.kind(i) {
            Some(TokenKind::Number) => true,
            Some(TokenKind::Punct) => matches!(self.words.word(i), "'" | "\u{2018}" | "\u{2019}" | "["),
            Some(TokenKind::Word) => {
                self.words.has(i, OPENERS)
                    && (!self.words.is_any(i, LIGHT)
                        || self.words.has(i + 1, OPENERS.or(Classes::TIME_UNIT).or(Classes::SCALE))
                        || self.may_follow_light(i + 1))
            }
            _ => false,
        }
    }

    /// Whether a time that one of [`LIGHT`] opens may go on with token `i`, which is no opener itself.
    fn may_follow_light(self, i: usize) -> bool {
        let words = self.words;
        match words.kind(i) {
            Some(TokenKind::Word) => {
                words.is_any(i, BEHIND_LIGHT)
                    || self.lexicon.calendar.is_part_of_day(words.word(i))
                    || self.lexicon.calendar.short_unit(words.word(i)).is_some()
            }
            kind => kind.is_some(),
        }
    }
}

/// The longest time that a pattern finds at token `i`; of two as long, that of the earlier pattern.
fn longest(patterns: &[Pattern], scene: Scene<'_>, i: usize) -> Option<Found> {
    let found = patterns.iter().filter_map(|pattern| pattern(scene, i));
    found.reduce(|best, next| if next.end > best.end { next } else { best })
}

impl<'l> Recognizer<'l> {
    /// A recognizer for one document; its numeric dates are read in `order`.
    pub(crate) fn new(lexicon: &'l Lexicon, document: &Document, order: DateOrder) -> Self {
        let order = order.of_text(document.text());
        Self { lexicon, reference: Reference::new(document.date, order) }
    }

    /// Appends the times of the next sentence, by its index and that of its block, which has these numbers.
    pub(crate) fn recognize(
        &mut self,
        words: Words<'_>,
        (sentence, block): (u32, u32),
        numbers: &[Number],
        mentions: &mut Vec<Mention>,
    ) {
        let mut i = 0;
        while i < words.len() {
            let scene = Scene {
                words,
                lexicon: self.lexicon,
                numbers,
                reference: &self.reference,
                sentence,
                block,
                known: None,
            };
            if !scene.may_start(i) {
                i += 1;
                continue;
            }
            let Some(found) = time_at(scene, i) else {
                i += 1;
                continue;
            };
            let found = found.settled(scene);
            i = found.end.max(i + 1);
            let alone =
                found.start == 0 && words.tokens[found.end..].iter().all(|t| t.kind == TokenKind::Punct);
            let role = story::role(scene, &found, alone);
            if story::is_deictic(scene, &found) {
                self.reference.note_news();
            }
            self.reference.note(&found, role, (sentence, block), alone);
            mentions.push(Mention {
                kind: MentionKind::Time,
                span: words.span(found.start, found.end),
                sentence,
                facts: found.sense.facts(),
            });
        }
    }
}

/// The time that starts at token `i`, with the clock time that stands beside a date.
fn time_at(scene: Scene<'_>, i: usize) -> Option<Found> {
    let point = scene.point(i);
    let other = longest(OTHERS, Scene { known: Some((i, point.as_ref())), ..scene }, i);
    let found = match (point, other) {
        (Some(point), Some(other)) if other.end > point.end => other,
        (Some(point), _) => point,
        (None, other) => other?,
    };
    Some(clock::beside(scene, found))
}

#[cfg(test)]
mod tests;
