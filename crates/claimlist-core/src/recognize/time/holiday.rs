//! Holidays: `Christmas Day`, `New Year's Eve`, `Easter 2024`, `last Thanksgiving`.

use super::stamp::{Sense, Stamp};
use super::tense::{Tense, tense};
use super::{Found, Scene, date, year};
use crate::lex::Case;
use crate::lexicon::Classes;
use crate::tag::Pos;

/// A holiday, with "last" or "next" before it or a year behind it.
pub(super) fn holiday(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let lead = words.is_any(i, &["last", "next", "this"]);
    let k = i + usize::from(lead);
    if !words.has(k, Classes::HOLIDAY) && !words.is(k, "9") {
        return None;
    }
    // In small letters only "easter" and "new year's day" are holidays: "labor" and "good" are words like any other.
    let alone = || scene.lexicon.calendar.holidays(words.word(k)).any(|(name, _)| words.is(k, name));
    let named = || words.is_any(k + 1, &["day", "eve", "year", "friday"]);
    if words.case(k) == Case::Lower && !named() && !alone() {
        return None;
    }
    if is_surname(scene, k) {
        return None;
    }
    let (end, rule) = scene
        .lexicon
        .calendar
        .holidays(words.word(k))
        .find_map(|(name, rule)| name_end(scene, k, name).map(|end| (end, rule)))?;
    // "the Christmas Hurdle", "Easter Island"
    if is_of_thing(scene, end) {
        return None;
    }
    // "Easter weekend"
    let end = end + usize::from(words.is(end, "weekend"));
    if let Some((year, end)) = date::year_behind(scene, end) {
        let day = year
            .map(|year| scene.lexicon.calendar.holiday_in(rule, year).map_or(Stamp::Year(year), Stamp::Day));
        return Some(Found::new(i, end, Sense::at(day)));
    }
    // "the Christmas storm of 2013"
    let of = end + 1;
    let own = year::plain(scene, of + 1)
        .filter(|year| words.pos(end).is_noun() && words.is(of, "of") && (1000..2200).contains(year));
    let day = match own {
        Some(year) => {
            Some(scene.lexicon.calendar.holiday_in(rule, year).map_or(Stamp::Year(year), Stamp::Day))
        }
        None => nearest(scene, i, end, rule),
    };
    Some(Found::new(i, end, Sense::at(day)))
}

/// Whether the word at token `end` ends the name of a thing or place that is called by a holiday.
fn is_of_thing(scene: Scene<'_>, end: usize) -> bool {
    let words = scene.words;
    words.case(end) == Case::Title
        && scene.lexicon.names.things.has(words.word(end))
        && !words.has(end, Classes::TIME_UNIT)
        && !words.is_any(end, &["festival", "song", "agreement", "show"])
}

/// "the illustrator Johnnie Christmas": a first name stands before it.
fn is_surname(scene: Scene<'_>, k: usize) -> bool {
    let words = scene.words;
    let before = k.wrapping_sub(1);
    let other = Classes::NATIONALITY.or(Classes::PLACE).or(Classes::WEEKDAY).or(Classes::MONTH);
    let described = matches!(words.pos(before.wrapping_sub(1)), Pos::Noun | Pos::PluralNoun);
    words.pos(before) == Pos::ProperNoun
        && !words.has(before, other)
        && (described || words.has(before, Classes::GIVEN_NAME))
}

/// The token behind the name, if it stands at token `i`: `new`, `year`, `'s`, `day`; `presidents`, `'`, `day`; `st`, `.`.
fn name_end(scene: Scene<'_>, i: usize, name: &str) -> Option<usize> {
    let words = scene.words;
    let mut k = i;
    for word in name.split(' ') {
        let (stem, mark) = word.split_once('\'').map_or((word, None), |(stem, mark)| (stem, Some(mark)));
        let marks: &[&str] = if mark == Some("s") { &["'s", "\u{2019}s"] } else { &["'", "\u{2019}"] };
        if !words.is(k, stem) || mark.is_some() && !words.is_one_of(k + 1, marks) {
            return None;
        }
        k += 1 + usize::from(mark.is_some());
        k += usize::from(stem == "st" && words.is(k, "."));
    }
    Some(k)
}

/// The holiday that the clause means: the last, the next, or the nearest to the day of publication.
fn nearest(scene: Scene<'_>, i: usize, end: usize, rule: &str) -> Option<Stamp> {
    let Some(published) = scene.reference.published else {
        // "9/11" has a year of its own.
        let fixed = rule.split('-').next().is_some_and(|year| year.len() == 4);
        return fixed.then(|| scene.lexicon.calendar.holiday_in(rule, 0)).flatten().map(Stamp::Day);
    };
    let words = scene.words;
    let looks = match () {
        () if words.is(i, "last") => Tense::Past,
        () if words.is_any(i, &["next"]) => Tense::Future,
        () => tense(words, i, end),
    };
    let days = [-1, 0, 1]
        .into_iter()
        .filter_map(|offset| scene.lexicon.calendar.holiday_in(rule, published.year() + offset));
    days.filter(|day| match looks {
        Tense::Past => *day <= published,
        Tense::Future => *day >= published,
        Tense::Open => true,
    })
    .min_by_key(|day| published.until(*day).map_or(i32::MAX, |span| span.get_days().abs()))
    .map(Stamp::Day)
}
