//! Weekdays: `Tuesday`, `last Friday`, `next Monday`, `Friday of this week`, `next week on Friday`, `Tuesday morning`.

use jiff::ToSpan as _;
use jiff::civil::Weekday;

use super::reference::Partial;
use super::stamp::{Sense, Stamp, monday_of};
use super::{Found, Scene, counted};
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
    // "the Sunday Times", "The Mail on Sunday": papers that come out on that day alone.
    let paper = |k: usize| words.case(k) == Case::Title && scene.lexicon.times.papers.has(words.word(k));
    let before = i.wrapping_sub(1);
    let paper = |k: usize| paper(k) || words.is_any(k, &["supplement", "papers"]);
    let first = paper(i + 1) && (i == 0 || words.has(before, Classes::DETERMINER));
    let last = words.is(before, "on") && i > 1 && scene.lexicon.times.papers_of_sunday.has(words.word(i - 2));
    // "Happy Friday", which wishes well
    if words.is(before, "happy")
        || words.is(i, "sunday") && (first || last && words.case(i - 2) == Case::Title)
    {
        return None;
    }
    let doubtful = words.is_any(i, &["sat", "sun", "wed", "mon", "thu"]);
    // "the Herald-Sun"
    let tied = i > 1
        && words.glued(i)
        && words.is(i - 1, "-")
        && words.pos(i - 2) == Pos::ProperNoun
        && !words.has(i - 2, Classes::WEEKDAY);
    // "the Edmonton Sun", "the Sun"
    let named = i > 0
        && (words.pos(i - 1) == Pos::ProperNoun && !words.has(i - 1, Classes::WEEKDAY)
            || words.is(i - 1, "the"));
    // "on wed", "next mon"
    let led = words.is_any(i.wrapping_sub(1), &["on", "next", "last", "until", "till"])
        && !words.pos(i + 1).is_noun();
    if doubtful
        && !led
        && (named
            || tied
            || words.case(i) == Case::Lower && !words.is(i + 1, ",")
            || words.case(i) == Case::Upper)
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
    if let Some(found) = last_of_month(scene, i) {
        return Some(found);
    }
    // "this past Friday", "this coming Friday"
    let this = usize::from(words.is(i, "this") && words.is_any(i + 1, &["past", "coming"]));
    // "Following Friday's vote": without an article it is a preposition.
    let lead = words
        .is_any(i + article, &["last", "past", "next", "this", "coming", "upcoming", "previous", "that"])
        || article == 1 && words.is(i + 1, "following");
    let (weekday, mut end) = match week_first(scene, i) {
        Some(found) => return Some(found),
        None => named(scene, i + article + this + usize::from(lead))?,
    };
    if words.word(end - 1).ends_with("days") {
        let weekday = Some(name(weekday));
        let counted = i > 0 && scene.words.pos(i - 1) == Pos::Number;
        return (!lead && !counted)
            .then(|| Found::new(i, end, Sense { weekday, ..Sense::default().related("every") }));
    }
    if let Some(found) = weeks_on(scene, i, weekday, end).or_else(|| by_holiday(scene, i, weekday, end)) {
        return Some(found);
    }
    let mut found = if lead {
        let stamp = beside_today(scene, i + article + this, weekday);
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

/// Whether "of every month" stands behind a weekday.
pub(super) fn of_each(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    words.is(i, "of") && words.is_any(i + 1, &["every", "each"]) && words.is_any(i + 2, &["month", "year"])
}

/// "the last Friday in May 2019", "last Monday of next month".
fn last_of_month(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let last = i + usize::from(words.is(i, "the"));
    let (weekday, end) = named(scene, last + 1).filter(|_| words.is(last, "last"))?;
    if of_each(scene, end) {
        let sense = Sense { weekday: Some(name(weekday)), ..Sense::default().related("every") };
        return Some(Found::new(i, end + 3, sense));
    }
    let month = words.is_any(end, &["of", "in"]);
    month.then(|| counted::weekday_of_month(scene, i, weekday, -1, end + 1)).flatten()
}

/// "the Friday before Christmas", "the Sunday after Easter".
fn by_holiday(scene: Scene<'_>, i: usize, weekday: Weekday, end: usize) -> Option<Found> {
    let words = scene.words;
    let beside = words.is_any(end, &["before", "after"]) && words.has(end + 1, Classes::HOLIDAY);
    let holiday = beside.then(|| scene.point(end + 1)).flatten()?.settled(scene);
    let nth = if words.is(end, "before") { -1 } else { 1 };
    let day = holiday.sense.when.and_then(Stamp::day).and_then(|day| day.nth_weekday(nth, weekday).ok());
    let sense = Sense { weekday: Some(name(weekday)), ..Sense::at(day.map(Stamp::Day)) };
    Some(Found::new(i, holiday.end, sense))
}

/// "Tuesday week", "Sunday last", "Monday next".
fn weeks_on(scene: Scene<'_>, i: usize, weekday: Weekday, end: usize) -> Option<Found> {
    let words = scene.words;
    let free = end == i + 1 && words.pos(end + 1) == Pos::Punct && !words.is(end + 1, "-");
    let nth = match words.word(end) {
        _ if !free => return None,
        "week" => 2,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    let day = scene.reference.published.and_then(|base| {
        // On a Thursday, "Thursday week" is a week from that day.
        let nth = if nth == 2 && base.weekday() == weekday { 1 } else { nth };
        base.nth_weekday(nth, weekday).ok()
    });
    let sense = Sense { weekday: Some(name(weekday)), ..Sense::at(day.map(Stamp::Day)) };
    Some(Found::new(i, end + 1, sense))
}

/// "two Mondays ago", "three Sundays from now".
pub(super) fn counted(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let number = scene
        .number_at(i)
        .filter(|number| number.value.fract() == 0.0 && (1.0..100.0).contains(&number.value))?;
    let (weekday, end) =
        named(scene, number.tokens.end).filter(|(_, end)| words.word(end - 1).ends_with("days"))?;
    let (sign, end) = match () {
        () if words.is(end, "ago") => (-1, end + 1),
        () if words.is_phrase(end, "from now") || words.is_phrase(end, "from today") => (1, end + 2),
        () => return None,
    };
    let nth = sign * number.value as i32;
    let day = scene.reference.published.and_then(|base| base.nth_weekday(nth, weekday).ok());
    let sense = Sense { weekday: Some(name(weekday)), ..Sense::at(day.map(Stamp::Day)) };
    Some(Found::new(i, end, sense.related(if sign < 0 { "ago" } else { "after" })))
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
    if words.is(i, "this") {
        return in_week(scene, 0, weekday);
    }
    let nth = if words.is_any(i, &["last", "past", "previous"]) { -1 } else { 1 };
    base.nth_weekday(nth, weekday).ok().map(Stamp::Day)
}
