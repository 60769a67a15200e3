//! Times that the text names without a date: `opening night`, `day five of the trial`, `her rookie season`, `at the time`.

use jiff::civil::{ISOWeekDate, Weekday};

use super::stamp::{Sense, Stamp};
use super::{Found, Scene, counted, duration, relative, shift, year};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::tag::Pos;

/// `opening night`, `the wedding day`: a day named for what it was for, with the date that stands behind it.
pub(super) fn occasion(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let k = i + usize::from(words.is(i, "the"));
    if !scene.lexicon.times.occasions.has(words.word(k))
        || !words.is_any(k + 1, &["day", "night"])
        || words.pos(k + 2).is_noun()
    {
        return None;
    }
    let date = scene.point(k + 3).filter(|_| words.is(k + 2, ",")).map(|date| date.settled(scene));
    Some(Found::new(i, k + 2, Sense::at(date.and_then(|date| date.sense.when))))
}

/// `his senior year`, `her rookie season`: a year of a life, which is that of a date right before it: "in 2003, his debut season".
pub(super) fn of_life(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let k = i + usize::from(words.is(i, "the"));
    if words.is(k, "final")
        && words.is_phrase(k + 1, "day of")
        && let Some(found) = counted::day_of(scene, i, -1, k + 3)
    {
        return Some(found);
    }
    if words.is(k, "final")
        && let Some((length, end)) = duration::length(scene, k + 1).filter(|(_, end)| words.is(*end, "of"))
        && let Some((count, unit)) = length.single()
    {
        return counted::last_units(scene, i, count, unit, end + 1);
    }
    if !scene.lexicon.times.years_of_life.has(words.word(k))
        || !words.is_any(k + 1, &["year", "season"])
        || words.pos(k + 2).is_noun()
    {
        return None;
    }
    let whose = k == i && i > 0 && words.has(i - 1, Classes::DETERMINER);
    let start = i - usize::from(whose);
    let dated = start >= 2 && words.is(start - 1, ",") && year::plain(scene, start - 2).is_some();
    let year =
        scene.reference.named_in(scene.sentence).filter(|_| dated).map(|date| Stamp::Year(date.year()));
    Some(Found::new(start, k + 2, Sense::at(year)))
}

/// `day five`, `week 31`, `day two of the trial`: a day or week by its number.
pub(super) fn numbered(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if !words.is_any(i, &["day", "week"]) {
        return None;
    }
    let number =
        scene.number_at(i + 1).filter(|number| number.value.fract() == 0.0 && number.value < 1000.0)?;
    let end = number.tokens.end;
    let before = i.wrapping_sub(1);
    // "One day five men came", "a week 20 ships sail".
    let free = i == 0
        || words.kind(before) == Some(TokenKind::Punct)
        || words.pos(before) == Pos::Preposition && !words.is(before, "per")
        || words.is(before, "to")
        || year::plain(scene, before).is_some_and(|year| (1900..2200).contains(&year));
    let counts = words.pos(end).in_noun_phrase() && words.pos(end) != Pos::Determiner
        || words.has(end, Classes::UNIT.or(Classes::CURRENCY).or(Classes::TIME_UNIT))
        || words.kind(end) == Some(TokenKind::Symbol)
        || words.glued(end) && words.is_any(end, &["-", "/", ":"]);
    if !free || counts {
        return None;
    }
    if let Some(found) = week_of_year(scene, i, number.value as i8, end) {
        return Some(found);
    }
    let whole = words.is(end, "of").then(|| shift::noun_phrase(scene, end + 1)).flatten();
    let anchor = whole.map(|whole| words.span(end + 1, whole).of(words.text).to_owned());
    Some(Found::new(i, whole.unwrap_or(end), Sense { anchor, ..Sense::default() }))
}

/// `week 15 of 2020`, by the calendar of ISO 8601.
fn week_of_year(scene: Scene<'_>, i: usize, number: i8, of: usize) -> Option<Found> {
    let words = scene.words;
    let year = year::plain(scene, of + 1).filter(|year| (1900..2200).contains(year))?;
    let date = ISOWeekDate::new(year, number, Weekday::Monday).ok()?.date();
    let fits = words.is(i, "week") && words.is(of, "of");
    fits.then(|| Found::new(i, of + 2, relative::week(Some(date), 0)))
}

/// `at the time`, `since that time`, `during those years`, `at the time of the fire`: a time that the text has told of, or that
/// of something else.
pub(super) fn back(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let before = i.wrapping_sub(1);
    let led = words.is_any(
        before,
        &["at", "since", "by", "during", "until", "before", "after", "from", "in", "over", "throughout"],
    );
    let noun = i + 1;
    let found = match () {
        () if words.is(i, "the") => words.is(before, "at") && words.is(noun, "time"),
        () if words.is(i, "that") => led && words.is_any(noun, &["time", "hour", "moment", "period", "era"]),
        () if words.is(i, "this") => {
            led && !words.is(before, "at") && words.is_any(noun, &["time", "period", "era"])
        }
        () if words.is(i, "these") => (led || i == 0) && words.is_any(noun, &["years", "months"]),
        () if words.is(i, "those") => {
            (led || i == 0) && words.is_any(noun, &["years", "months", "weeks", "days"])
        }
        () => false,
    };
    if !found {
        return None;
    }
    let of = words.is(i, "the") && words.is(noun + 1, "of");
    let writing = || (words.pos(noun + 2) == Pos::VerbIng).then_some(noun + 3);
    let whole = of.then(|| shift::noun_phrase(scene, noun + 2).or_else(writing)).flatten();
    let anchor = whole.map(|whole| words.span(noun + 2, whole).of(words.text).to_owned());
    Some(Found::new(i, whole.unwrap_or(noun + 1), Sense { anchor, ..Sense::default() }))
}
