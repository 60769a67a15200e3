//! Stages of days and longer periods: `early 2025`, `the end of next week`, `the whole year`, `the night of 3 May`, `the small
//! hours`.

use super::part::inner;
use super::stamp::{Length, Sense};
use super::{Found, Scene, range, relative};

/// `early 2025`, `late last week`, `mid-March`, `earlier this year`, `the end of next week`, `the middle of May`.
pub(super) fn modified(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let k = i + usize::from(words.is(i, "the"));
    if let Some(found) = part_of_day(scene, i, k).or_else(|| small_hours(scene, i, k)) {
        return Some(found);
    }
    if words.is_any(k, &["whole", "entire"]) {
        return all_of(scene, i, k);
    }
    let start = behind_stage(scene, k)?;
    let today =
        || relative::day(scene, start).filter(|_| words.is_any(k, &["early", "earlier", "late", "later"]));
    let inner = inner(scene, start).or_else(today)?.settled(scene);
    if words.is_any(k, &["earlier", "later"])
        && words.is_any(start, &["the"])
        && !words.is_any(start + 1, &["same"])
        && words.is_any(start - 1, &["in"])
        && inner.sense.when.is_none()
    {
        return None;
    }
    // "the turn of the century" is a day between two of them.
    if words.is(k, "turn") && words.is_phrase(start, "the century") {
        return Some(Found::new(i, inner.end, Sense::default()));
    }
    Some(Found::new(i, inner.end, inner.sense))
}

/// Where the period starts whose stage stands at token `k`: behind `late`, `mid-`, `the end of`, `the first half of`.
fn behind_stage(scene: Scene<'_>, k: usize) -> Option<usize> {
    let words = scene.words;
    let bare = words.is_any(k, &["early", "earlier", "late", "later", "mid"]);
    let needs_of = words.is_any(k, &["beginning", "end", "close", "start", "middle", "turn"]);
    let needs_part = words.is_any(k, &["first", "second", "latter"]);
    if !bare && !needs_of && !needs_part {
        return None;
    }
    let sooner = usize::from(words.is_any(k + 1, &["in", "on"]) && bare && !words.is(k, "mid"));
    let part = usize::from(words.is_any(k + 1, &["part", "half", "days", "weeks", "months", "hours"]));
    if part == 0 && needs_part {
        return None;
    }
    let of = usize::from(words.is(k + 1 + part, "of") || words.is(k + 1, "-"));
    let start = k + 1 + sooner + part + of;
    let hyphen = words.is(start - 1, "-") && !words.glued(k);
    (!needs_of || words.is(start - 1, "of") || hyphen).then_some(start)
}

/// `the small hours of Sunday`, `the wee hours`, `the early hours of 3 May`.
fn small_hours(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    if i == k || !words.is_any(k, &["small", "wee", "early"]) || !words.is(k + 1, "hours") {
        return None;
    }
    let day = words.is(k + 2, "of").then(|| inner(scene, k + 3).or_else(|| scene.point(k + 3))).flatten();
    let found = day.map(|day| day.settled(scene));
    let (end, sense) = found.map_or_else(|| (k + 2, Sense::default()), |day| (day.end, day.sense));
    Some(Found::new(i, end, sense))
}

/// `the whole week`, `the entire year`, `the whole of last year`.
fn all_of(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    if words.is(k + 1, "of") {
        let inner = inner(scene, k + 2)?.settled(scene);
        return Some(Found::new(i, inner.end, inner.sense));
    }
    let unit = scene
        .lexicon
        .calendar
        .unit(words.word(k + 1))
        .filter(|_| i < k && !words.word(k + 1).ends_with('s'))?;
    Some(Found::new(i, k + 2, Sense::default().lasting(Length::of(1.0, unit)).related("for")))
}

/// `the morning of 5 May`, `the night of Tuesday`: the day.
fn part_of_day(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    let part = i < k && words.is(k + 1, "of") && scene.lexicon.calendar.is_part_of_day(words.word(k));
    let start = k + 2;
    let days =
        || range::month_of_days(scene, start, false).or_else(|| range::days_of_month(scene, start, false));
    if let Some(days) = part.then(days).flatten() {
        return Some(Found { start: i, ..days });
    }
    let day = part.then(|| scene.point(start)).flatten()?;
    let dated = day.date.is_some_and(|date| date.day.is_some() || date.weekday.is_some());
    let day = Some(day).filter(|_| dated)?.settled(scene);
    Some(Found::new(i, day.end, day.sense))
}
