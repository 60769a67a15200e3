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
mod counted;
mod date;
mod decade;
mod duration;
mod elapsed;
mod era;
mod frequency;
mod holiday;
mod lookalike;
mod named;
mod numeric;
mod part;
mod patterns;
mod range;
mod reference;
mod relative;
mod shift;
mod stage;
mod stamp;
mod story;
mod tense;
mod weekday;
mod year;

use std::cell::Cell;

use super::number::Number;
use super::{Mention, MentionKind};
use crate::Document;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};

pub(super) use lookalike::is_war;
pub use numeric::DateOrder;
use patterns::{CLOCKS, NONE, NUMBER, OPENED, OTHERS, PATTERNS, POINTS, Picks, RANGES, WHOLES, picked};
use reference::{Partial, Reference};
use stamp::Sense;

/// Recognizes times sentence by sentence, in the order of the document: a later one may lean on an earlier one
/// ("in March the same year").
#[derive(Debug)]
pub(crate) struct Recognizer<'l> {
    lexicon: &'l Lexicon,
    reference: Reference,
}

/// What the patterns see. One word long, since it is handed on to dozens of patterns at each token.
#[derive(Clone, Copy)]
struct Scene<'a>(&'a View<'a>);

impl<'a> std::ops::Deref for Scene<'a> {
    type Target = View<'a>;

    #[inline]
    fn deref(&self) -> &View<'a> {
        self.0
    }
}

/// A sentence, and from where to reckon.
#[derive(Clone, Copy)]
struct View<'a> {
    words: Words<'a>,
    lexicon: &'a Lexicon,
    numbers: &'a [Number],
    reference: &'a Reference,
    sentence: u32,
    block: u32,
    /// The point and the clock time at a token, if they have been looked for: the patterns for times that begin with one ask
    /// again.
    known: Option<Known<'a>>,
    /// The classes near a token, see [`Scene::near`].
    near: (usize, Classes),
    /// The days of months that were read last, each with its token: most patterns ask for the same.
    days: &'a [Cell<(usize, Option<Day>)>; 4],
}

/// A day of a month, the token behind it, and whether it is an ordinal.
type Day = (i8, usize, bool);

/// What is known of a token.
#[derive(Clone, Copy)]
struct Known<'a> {
    at: usize,
    point: Option<&'a Found>,
    clock: Option<&'a Found>,
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

impl<'a> Scene<'a> {
    /// The number that starts at token `i`.
    fn number_at(self, i: usize) -> Option<&'a Number> {
        if self.numbers.is_empty() {
            return None;
        }
        let at = self.numbers.partition_point(|number| number.tokens.start < i);
        self.numbers.get(at).filter(|number| number.tokens.start == i)
    }

    /// The longest date or period that starts at token `i`.
    fn point(self, i: usize) -> Option<Found> {
        match self.known {
            Some(known) if known.at == i => known.point.cloned(),
            _ => longest(POINTS, self, i),
        }
    }

    /// The classes of the dozen words from token `i` on, together, for [`patterns::Pattern::near`]. What stands for words of a class
    /// counts as one of them: `9` of `9/11` for a holiday, `Q` and `H` for quarter and half, `w` of `w/c` and `season` for units. All classes
    /// where a long number may push a word farther away.
    fn near(self, i: usize) -> Classes {
        const REACH: usize = 12;
        if self.near.0 == i {
            return self.near.1;
        }
        if self.numbers.iter().any(|number| number.tokens.len() > 4) {
            return Classes::all();
        }
        let mut near = NONE;
        let tokens = self.words.tokens.get(i..).unwrap_or_default();
        for token in &tokens[..tokens.len().min(REACH)] {
            near = near.or(token.classes);
            // Most words have more than one letter.
            match token.mark() {
                '\0' if token.is("season") => near = near.or(Classes::TIME_UNIT),
                '\0' => {}
                '9' => near = near.or(Classes::HOLIDAY),
                'q' | 'Q' | 'h' | 'H' => near = near.or(Classes::FRACTION),
                'w' | 'W' => near = near.or(Classes::TIME_UNIT),
                _ => {}
            }
        }
        near
    }

    /// The classes by which the patterns that may find a time at token `i` are picked. Digits and the marks before them
    /// count as number words, and so does the first token of every number.
    fn opening(self, i: usize) -> Classes {
        let Some(token) = self.words.tokens.get(i) else { return NONE };
        match token.kind {
            TokenKind::Number | TokenKind::Punct => NUMBER,
            _ if self.number_at(i).is_some() => token.classes.or(NUMBER),
            _ => token.classes,
        }
    }

    /// The patterns that may find a time at token `i`, by its classes and those near by.
    fn fitting(self, i: usize) -> Picks {
        let the = self.words.is(i, "the");
        let opened = &OPENED[usize::from(the)];
        let opening = self.opening(i + usize::from(the));
        let mut fitting = opening.bits().fold(0, |picks, class| picks | opened[class]);
        let near = self.near(i);
        let mut rest = fitting;
        while let Some(pattern) = PATTERNS.get(rest.trailing_zeros() as usize) {
            let bit = rest & rest.wrapping_neg();
            rest ^= bit;
            if pattern.near != NONE && !near.intersects(pattern.near) {
                fitting ^= bit;
            }
        }
        fitting
    }
}

/// Whether a time may start at token `i`: a quick test before the patterns are tried.
fn may_start(words: Words<'_>, i: usize) -> bool {
    const OPENERS: Classes = Classes::MONTH
        .or(Classes::WEEKDAY)
        .or(Classes::SEASON)
        .or(Classes::TIME_WORD)
        .or(Classes::TIME_OPENER)
        .or(Classes::HOLIDAY)
        .or(Classes::NUMBER)
        .or(Classes::ORDINAL);
    match words.kind(i) {
        // "won 3-1 hours later": the second of two that a hyphen ties begins no time.
        Some(TokenKind::Number) => {
            let tied = i > 1 && words.mark(i - 1) == '-' && words.glued(i) && words.glued(i - 1);
            let short = |k: usize| words.word(k).len() <= 2;
            !(tied && words.kind(i - 2) == Some(TokenKind::Number) && short(i) && short(i - 2))
        }
        Some(TokenKind::Punct) => matches!(words.mark(i), '\'' | '\u{2018}' | '\u{2019}' | '['),
        Some(TokenKind::Word) => {
            const BEHIND: Classes =
                OPENERS.or(Classes::TIME_UNIT).or(Classes::SCALE).or(Classes::TIME_BEHIND);
            let next = i + 1;
            words.has(i, OPENERS)
                && (!words.has(i, Classes::TIME_LIGHT)
                    || words.has(next, BEHIND)
                    || words.kind(next).is_some_and(|kind| kind != TokenKind::Word))
        }
        _ => false,
    }
}

/// The longest time that one of these patterns finds at token `i`; of two as long, that of the earlier pattern.
fn longest(patterns: Picks, scene: Scene<'_>, i: usize) -> Option<Found> {
    let mut best = None;
    find_longest(patterns, scene.fitting(i), scene, i, &mut best);
    best
}

/// Sets `best`, which is none, to what [`longest`] finds: times are long to copy, and mostly there is none. `fitting`: see
/// [`Scene::fitting`].
fn find_longest(patterns: Picks, fitting: Picks, scene: Scene<'_>, i: usize, best: &mut Option<Found>) {
    if cfg!(test) {
        for pattern in picked(patterns & !fitting) {
            assert!((pattern.find)(scene, i).is_none(), "{:?} opens a time", scene.words.word(i));
        }
    }
    for pattern in picked(patterns & fitting) {
        if let Some(found) = (pattern.find)(scene, i)
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            *best = Some(found);
        }
    }
}

/// The longer of two times; of two as long, the first.
fn longer(first: Option<Found>, second: Option<Found>) -> Option<Found> {
    match (first, second) {
        (Some(first), Some(second)) if second.end > first.end => Some(second),
        (first, second) => first.or(second),
    }
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
        let days = [const { Cell::new((usize::MAX, None)) }; 4];
        let mut i = 0;
        while i < words.len() {
            if !may_start(words, i) {
                i += 1;
                continue;
            }
            let mut view = View {
                words,
                lexicon: self.lexicon,
                numbers,
                reference: &self.reference,
                sentence,
                block,
                known: None,
                near: (usize::MAX, NONE),
                days: &days,
            };
            view.near = (i, Scene(&view).near(i));
            let scene = Scene(&view);
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
    let (mut point, mut clock, mut range, mut other) = (None, None, None, None);
    let fitting = scene.fitting(i);
    find_longest(POINTS, fitting, scene, i, &mut point);
    find_longest(CLOCKS, fitting, scene, i, &mut clock);
    let known = Known { at: i, point: point.as_ref(), clock: clock.as_ref() };
    let view = View { known: Some(known), ..*scene };
    find_longest(RANGES, fitting, Scene(&view), i, &mut range);
    find_longest(OTHERS, fitting, Scene(&view), i, &mut other);
    if point.is_none() && range.is_none() && clock.is_none() && other.is_none() {
        return None;
    }
    let found = longer(longer(longer(point, range), clock), other)?;
    Some(clock::beside(scene, found))
}

#[cfg(test)]
mod tests;
