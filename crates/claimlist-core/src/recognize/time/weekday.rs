//! Weekdays: `Tuesday`, `last Friday`, `next Monday`, `Friday of this week`, `next week on Friday`, `Tuesday morning`.

use jiff::ToSpan as _;
use jiff::civil::Weekday;

use super::reference::Partial;
use super::stamp::{Sense, Stamp, monday_of};
use super::{Found, Scene};
use crate::lex::Case;
use crate::lexicon::Classes;
use crate::tag::Pos;

/// The name in facts.
pub(super) fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}

/// The weekday that token `i` names, and the token behind it. Short forms that are words too ("sat", "sun") count with a
/// capital only.
pub(super) fn named(scene: Scene<'_>, i: usize) -> Option<(Weekday, usize)> {
    let words = scene.words;
    if !words.has(i, Classes::WEEKDAY) {
        return None;
    }
    let weekday = scene.lexicon.calendar.weekday(words.word(i))?;
    let doubtful = words.is_any(i, &["sat", "sun", "wed", "mon", "thu"]);
    // "the Edmonton Sun"
    let named = i > 0 && words.pos(i - 1) == Pos::ProperNoun && !words.has(i - 1, Classes::WEEKDAY);
    if doubtful
        && (named || words.case(i) == Case::Lower && !words.is(i + 1, ",") || words.case(i) == Case::Upper)
    {
        return None;
    }
    let point = words.word(i).len() < 6 && words.is(i + 1, ".") && words.glued(i + 1) && i + 2 < words.len();
    Some((weekday, i + 1 + usize::from(point)))
}

/// A weekday with what places it: "last", "next", "this", a week before or behind it, a part of the day.
pub(super) fn weekday(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let article = usize::from(words.is(i, "the") && words.is_any(i + 1, &["following", "previous", "next"]));
    let lead = words
        .is_any(i + article, &["last", "past", "next", "this", "coming", "following", "previous", "that"]);
    let (weekday, mut end) = match week_first(scene, i) {
        Some(found) => return Some(found),
        None => named(scene, i + article + usize::from(lead))?,
    };
    let mut found = if lead {
        let stamp = beside_today(scene, i + article, weekday);
        Found::new(i, end, Sense { weekday: Some(name(weekday)), ..Sense::at(stamp) })
    } else {
        Found::dated(i, end, Partial { weekday: Some(weekday), ..Partial::default() })
    };
    // "Friday of this week", "Tuesday last week"
    let of = end + usize::from(words.is(end, "of"));
    if let Some(weeks) = week(scene, of) {
        end = of + 2;
        let stamp = in_week(scene, weeks, weekday);
        found = Found::new(i, end, Sense { weekday: Some(name(weekday)), ..Sense::at(stamp) });
    }
    if scene.lexicon.calendar.is_part_of_day(words.word(end)) {
        end += 1;
    }
    found.end = end;
    Some(found)
}

/// "next week on Friday", "last week Sunday".
fn week_first(scene: Scene<'_>, i: usize) -> Option<Found> {
    let weeks = week(scene, i)?;
    let on = i + 2 + usize::from(scene.words.is(i + 2, "on"));
    let (weekday, end) = named(scene, on)?;
    let sense = Sense { weekday: Some(name(weekday)), ..Sense::at(in_week(scene, weeks, weekday)) };
    Some(Found::new(i, end, sense))
}

/// "this week", "last week": how many weeks from this one.
fn week(scene: Scene<'_>, i: usize) -> Option<i32> {
    let words = scene.words;
    let weeks = match () {
        () if words.is(i, "this") => 0,
        () if words.is(i, "last") => -1,
        () if words.is(i, "next") => 1,
        () => return None,
    };
    words.is(i + 1, "week").then_some(weeks)
}

fn in_week(scene: Scene<'_>, weeks: i32, weekday: Weekday) -> Option<Stamp> {
    let monday = monday_of(scene.reference.published?, weeks)?;
    monday.checked_add(i32::from(weekday.to_monday_zero_offset()).days()).ok().map(Stamp::Day)
}

/// The weekday that "last", "this" or "next" at token `i` picks, from the day of publication; "the following Friday" is
/// reckoned from the date named last.
fn beside_today(scene: Scene<'_>, i: usize, weekday: Weekday) -> Option<Stamp> {
    let words = scene.words;
    if words.is(i, "that") {
        return None;
    }
    let focused = words.is_any(i, &["following", "previous"]);
    let base =
        if focused { scene.reference.anchor(scene.sentence)?.day()? } else { scene.reference.published? };
    let days = if words.is_any(i, &["last", "past", "previous"]) {
        let back = i32::from(base.weekday().since(weekday));
        -(if back == 0 { 7 } else { back })
    } else if words.is(i, "this") {
        return in_week(scene, 0, weekday);
    } else {
        let ahead = i32::from(base.weekday().until(weekday));
        if ahead == 0 { 7 } else { ahead }
    };
    base.checked_add(days.days()).ok().map(Stamp::Day)
}
