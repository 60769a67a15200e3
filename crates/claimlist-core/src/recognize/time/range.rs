//! Ranges: `from 2014 to 2019`, `between January and September`, `May 3-5`, `3 to 12 September`, `Friday through Sunday`.

use super::reference::Partial;
use super::stamp::{Sense, Stamp};
use super::{Found, Scene, clock, date, era, longer, relative};
use crate::lex::{Case, TokenKind};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// The link of a range at token `i`: how many tokens.
fn link(scene: Scene<'_>, i: usize, between: bool) -> usize {
    let words = scene.words;
    // "the May-to-July quarter"
    let hyphen = |k: usize| words.is(k, "-") && words.glued(k) && words.glued(k + 1);
    if hyphen(i) && words.is(i + 1, "to") && hyphen(i + 2) {
        return 3;
    }
    let linked = match words.kind(i) {
        Some(TokenKind::Punct) => matches!(words.mark(i), '-' | '\u{2013}' | '\u{2014}') || words.is(i, "--"),
        Some(TokenKind::Word) => {
            words.is_any(i, &["to", "until", "till", "through", "thru", "til"])
                || between && words.is(i, "and")
        }
        _ => false,
    };
    usize::from(linked)
}

/// A date, period or clock time at one end of a range.
fn end_point(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if words.is_any(i, &["now", "present"]) {
        return Some(Found::new(i, i + 1, Sense::at(scene.reference.today())));
    }
    if words.is_phrase(i, "the present") {
        return Some(Found::new(i, i + 2, Sense::at(scene.reference.today())));
    }
    longer(scene.point(i), clock::clock(scene, i))
}

/// A range with its "from" or "between".
pub(super) fn range(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let between = words.is(i, "between");
    let led = between || words.is(i, "from");
    let start = i + usize::from(led);
    if let Some(found) = in_numbers(scene, start, between) {
        return Some(Found { start: i, ..found });
    }
    if let Some(found) = within(scene, i) {
        return Some(found);
    }
    if !led && !may_link(scene, start) {
        return None;
    }
    let mut from = end_point(scene, start)?;
    // "between 11pm on 3 May and 2am on 4 May"
    let clocks = led && from.sense.clock.is_some();
    if clocks {
        from = clock::beside(scene, from);
    }
    // "from January 20, 1951, until January 20, 1959"
    let comma = usize::from(led && words.is(from.end, ",") && words.word(from.end - 1).len() == 4);
    let behind = from.end + comma;
    let linked = link(scene, behind, between && comma == 0);
    if linked == 0 {
        // "for 3 days from today" is elsewhere.
        return None;
    }
    let mut to = end_point(scene, behind + linked)?;
    if clocks && from.sense.when.is_some() && to.sense.clock.is_some() {
        to = clock::beside(scene, to);
    }
    let words_between = words.word(behind);
    // "... on Monday to Tuesday's" wants two of a kind; "2019 to" needs a "from".
    let to_now = is_now(scene, to.start);
    let through = words.is_any(from.end, &["through", "thru", "until", "till"]);
    let alike =
        from.date.is_some() == to.date.is_some() || led || through || to_now && words_between.len() != 2;
    if !alike || !led && words_between == "--" {
        return None;
    }
    if !led && is_lifespan(scene, &from, &to) {
        return None;
    }
    let end = to.end;
    let start = from.clone().settled(scene).sense.when;
    let mut sense = join(scene, from, to);
    if to_now {
        // "2013 to the present" has a start, whenever the present is; the text may be newer than its date says.
        sense.from = start;
        sense.to = sense.to.filter(|to| start.is_some_and(|start| start.year() <= to.year()));
    }
    Some(Found::new(i, end, sense))
}

/// A range of which one end is a mere number: `3 to 12 September`, `9-11pm`, `3000 to 1000 BC`.
fn in_numbers(scene: Scene<'_>, i: usize, between: bool) -> Option<Found> {
    let era = || {
        let number = scene.words.kind(i) == Some(TokenKind::Number);
        let linked = if number { link(scene, i + 1, between) } else { 0 };
        (linked > 0).then(|| era::range(scene, i, i + 1 + linked)).flatten()
    };
    days_of_month(scene, i, between)
        .or_else(|| month_of_days(scene, i, between))
        .or_else(|| hours(scene, i, between))
        .or_else(era)
}

/// Whether a link may stand behind the point or clock time at token `i`, as far as that is known without reading it again.
fn may_link(scene: Scene<'_>, i: usize) -> bool {
    let Some(known) = scene.known.filter(|known| known.at == i && !is_now(scene, i)) else { return true };
    let end = known.point.into_iter().chain(known.clock).map(|found| found.end).max();
    end.is_some_and(|end| link(scene, end, false) > 0)
}

/// Whether "now", "present" or "the present" stands at token `i`.
fn is_now(scene: Scene<'_>, i: usize) -> bool {
    scene.words.is_any(i, &["now", "present"]) || scene.words.is_phrase(i, "the present")
}

/// `(8 September 1841 – 1 May 1904)`, `Ada Gray (1815 – 1852)`: a birth and a death, which are two times.
fn is_lifespan(scene: Scene<'_>, from: &Found, to: &Found) -> bool {
    let words = scene.words;
    let (Some(first), Some(last)) = (from.date, to.date) else { return false };
    let years = first.year.zip(last.year).map_or(0, |(first, last)| last - first);
    let named = from.start >= 2
        && words.is(from.start - 1, "(")
        && words.is(to.end, ")")
        && words.case(from.start - 2) == Case::Title;
    years >= 10 && (named || last.day.is_some())
}

/// The sense of a range: each end takes from the other what it lacks.
fn join(scene: Scene<'_>, mut from: Found, mut to: Found) -> Sense {
    let settled_to = to.clone().settled(scene).sense.when;
    if let (Some(first), Some(last)) = (&mut from.date, &mut to.date) {
        if first.year.is_none() && first.month.is_some() {
            if last.year.is_none() && last.month.is_some() {
                last.year = settled_to.map(Stamp::year);
            }
            first.year = last.year;
        }
        if last.year.is_none() && last.month.is_some() {
            // "May 2015 to March": the next March.
            let wraps = i16::from(last.month < first.month);
            last.year = first.year.map(|year| year + wraps);
        } else if first.month > last.month && last.month.is_some() && first.year == last.year {
            first.year = first.year.map(|year| year - 1);
        }
    }
    let (mut from, mut to) = (from.settled(scene), to.settled(scene));
    // "Today through Friday": the coming one.
    if let (Some(Stamp::Day(first)), Some(Stamp::Day(last))) = (from.sense.when, to.sense.when)
        && from.date.is_none()
        && to.date.is_some_and(|date| date.day.is_none() && date.weekday.is_some())
        && first > last
    {
        to.sense.when = last.checked_add(jiff::ToSpan::days(7)).ok().map(Stamp::Day);
    }
    // "From Wednesday to Friday": the Wednesday before.
    if let (Some(Stamp::Day(first)), Some(Stamp::Day(last))) = (from.sense.when, to.sense.when) {
        let weekdays = from.date.is_some_and(|date| date.month.is_none() && date.weekday.is_some());
        if weekdays && first > last {
            from.sense.when = first.checked_sub(jiff::ToSpan::days(7)).ok().map(Stamp::Day);
        }
    }
    let clock = match (from.sense.clock, to.sense.clock) {
        (Some(first), Some(last)) => Some(format!("{first}/{last}")),
        _ => None,
    };
    let mut sense = Sense::between(from.sense.when.or(from.sense.from), to.sense.when.or(to.sense.to));
    sense.clock = clock;
    // An end that is not clear leaves the whole unclear.
    if sense.from.is_none() || sense.to.is_none() {
        (sense.from, sense.to) = (None, None);
    }
    sense
}

/// `3 to 12 September 2024`, `4-22 January`, `4 to 23 next month`.
pub(super) fn days_of_month(scene: Scene<'_>, i: usize, between: bool) -> Option<Found> {
    let words = scene.words;
    let article = usize::from(words.is(i, "the"));
    if words.kind(i + article) != Some(TokenKind::Number) {
        return None;
    }
    let (first, alone, _) = date::day_number(scene, i + article)?;
    // "2, 3 and 4 April"
    let (mut before_last, mut k) = (first, alone);
    while words.is(k, ",")
        && let Some((next, behind, _)) = date::day_number(scene, k + 1)
        && next == before_last + 1
    {
        (before_last, k) = (next, behind);
    }
    // "19/20 February"
    let slash = words.mark(k) == '/' && words.glued(k) && words.glued(k + 1);
    let linked = link(scene, k, between).max(usize::from(words.is_any(k, &["and", "&"]) || slash));
    if linked == 0 {
        return None;
    }
    let again = k + linked + usize::from(words.is(k + linked, "the"));
    let (last, k, _) = date::day_number(scene, again)?;
    // "3 and 4 May", which are two days in a row.
    if link(scene, again - 1, between) == 0 && !words.is(again - 1, "the") && last != before_last + 1 {
        return one_of_days(scene, i, alone, k);
    }
    if before_last > first && !words.is(again - 1, "and") {
        return None;
    }
    let of = k + usize::from(words.is(k, "of"));
    let (year, month, end) = if let Some((month, end)) = date::month(scene, of, false) {
        let year = date::year_behind(scene, end);
        // A year that is named but not known leaves the month unknown.
        let month = year.is_none_or(|year| year.0.is_some()).then_some(month);
        (year.and_then(|year| year.0), month, year.map_or(end, |year| year.1))
    } else {
        let (month, end) = relative::month_word(scene, of)?;
        (month.map(|month| month.0), month.map(|month| month.1), end)
    };
    Some(Found::new(i, end, days(scene, i, end, Partial { year, month, ..Partial::default() }, first, last)))
}

/// "on **2** and 9 July", "25 June, **2** and 9 July": the first of two days of a month that stands behind the last, before token `k`.
fn one_of_days(scene: Scene<'_>, i: usize, end: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    let goes_on =
        words.is(i.wrapping_sub(1), ",") && (i.saturating_sub(4)..i).any(|k| words.has(k, Classes::MONTH));
    if !goes_on && !words.is(i.wrapping_sub(1), "on") {
        return None;
    }
    let (day, _, _) = date::day_number(scene, i)?;
    let (month, behind) = date::month(scene, k, false)?;
    let year = date::year_behind(scene, behind).and_then(|year| year.0);
    Some(Found::dated(i, end, Partial { day: Some(day), month: Some(month), year, ..Partial::default() }))
}

/// `November 19-20`, `May 3 to 5, 2024`, `November between 19 and 20`.
pub(super) fn month_of_days(scene: Scene<'_>, i: usize, between: bool) -> Option<Found> {
    let words = scene.words;
    let (month, k) = date::month(scene, i, false)?;
    let inside = words.is_any(k, &["between", "from"]);
    let (first, k, _) = date::day_number(scene, k + usize::from(inside))?;
    let linked = link(scene, k, between || inside);
    let and = usize::from(linked == 0 && words.is_any(k, &["and", "&"]));
    let article = usize::from(words.is(k + linked + and, "the"));
    let (last, k, _) = date::day_number(scene, k + linked + and + article).filter(|_| linked + and > 0)?;
    // "May 3 and 4", but not "May 3 and 4 people".
    if and > 0 && (last != first + 1 || words.pos(k) != Pos::Punct) {
        return None;
    }
    if words.has(k, Classes::MONTH) || words.kind(k) == Some(TokenKind::Symbol) || words.is(k, ":") {
        return None;
    }
    let year = date::year_behind(scene, k);
    let end = year.map_or(k, |year| year.1);
    let known = year.is_none_or(|year| year.0.is_some());
    let partial =
        Partial { year: year.and_then(|year| year.0), month: known.then_some(month), ..Partial::default() };
    Some(Found::new(i, end, days(scene, i, end, partial, first, last)))
}

/// Two days of a month.
fn days(scene: Scene<'_>, start: usize, end: usize, month: Partial, first: i8, last: i8) -> Sense {
    let settle = |day: i8| {
        let date = Partial { day: Some(day), ..month };
        if month.month.is_none() || !date.is_plausible() {
            return None;
        }
        Found::dated(start, end, date).settled(scene).sense.when
    };
    let (from, to) = (settle(first), settle(last));
    let in_order = matches!((from, to), (Some(Stamp::Day(a)), Some(Stamp::Day(b))) if a <= b);
    if in_order { Sense::between(from, to) } else { Sense::default() }
}

/// `next week between Wednesday and Friday`: a range within a period.
fn within(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    // The longest are three words behind an article: "the same past week".
    if !(i + 2..i + 6).any(|k| words.is(k, "between") || words.is(k, "from")) {
        return None;
    }
    let week = relative::unit(scene, i)?;
    if !words.is_any(week.end, &["between", "from"]) {
        return None;
    }
    let range = range(scene, week.end)?;
    let monday = week.sense.from.and_then(Stamp::day);
    let place = |stamp: Option<Stamp>| {
        let weekday = stamp.and_then(Stamp::day)?.weekday();
        let day = super::stamp::monday_of(monday?, 0)?;
        day.checked_add(jiff::ToSpan::days(i32::from(weekday.to_monday_zero_offset()))).ok().map(Stamp::Day)
    };
    let sense = Sense::between(place(range.sense.from), place(range.sense.to));
    Some(Found::new(i, range.end, sense))
}

/// `between 9 and 11 p.m.`, `9-11pm`, `7.30 to 9pm`: the first hour is the last of its name before the second.
fn hours(scene: Scene<'_>, i: usize, between: bool) -> Option<Found> {
    let words = scene.words;
    if words.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let (hour, minute, k) = hour_of_a_half(scene, i)?;
    let linked = link(scene, k, between);
    if linked == 0 {
        return None;
    }
    if let Some(found) = open_hours(scene, i, k + linked) {
        return Some(found);
    }
    let last = clock::clock(scene, k + linked)?;
    if !words.is_any(last.end - 1, &["pm", "p.m.", "am", "a.m."]) {
        return None;
    }
    let until = last.sense.clock?;
    let (last_hour, last_minute) = until.split_once(':')?;
    let end: i32 = last_hour.parse::<i32>().ok()? * 60 + last_minute.parse::<i32>().ok()?;
    let hour = hour % 12;
    let length = |hour: i32| (end - (hour * 60 + minute)).rem_euclid(24 * 60);
    let hour = if length(hour + 12) < length(hour) { hour + 12 } else { hour };
    let sense = Sense { clock: Some(format!("{hour:02}:{minute:02}/{until}")), ..Sense::default() };
    Some(Found::new(i, last.end, sense))
}

/// `7`, `7.30`, `7:30`: hour and minute of a time that may be in either half of the day, and the token behind it.
fn hour_of_a_half(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    let colon = words.mark(i + 1) == ':' && words.glued(i + 1) && words.glued(i + 2);
    let (hour, minute, end) = if colon {
        (words.word(i), words.word(i + 2), i + 3)
    } else {
        let (hour, minute) = words.word(i).split_once('.').unwrap_or((words.word(i), "00"));
        (hour, minute, i + 1)
    };
    let minute = (minute.len() == 2).then(|| minute.parse().ok()).flatten()?;
    let hour = (hour.len() <= 2).then(|| hour.parse().ok()).flatten()?;
    ((1..=12).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute, end))
}

/// `open from 9 to 5`, `open from 2 to 4 on Friday`: two hours by themselves, where what stands beside them tells that they are. "The toll
/// rose from 7 to 12 on Monday" tells of a change.
fn open_hours(scene: Scene<'_>, i: usize, last: usize) -> Option<Found> {
    let words = scene.words;
    let (from, to) = (clock::bare_hour(scene, i)?, clock::bare_hour(scene, last)?);
    let before = i.checked_sub(2).filter(|_| words.is_any(i - 1, &["from", "between"]))?;
    let end = last + 1;
    let on = end + usize::from(words.is(end, "on"));
    let days = words.has(on, Classes::WEEKDAY)
        || words.is_any(end, &["every", "each", "daily", "today", "tomorrow", "weekdays"]);
    // "rose from 7 to 12 on Monday", "cut its staff from 10 to 8 tomorrow"
    let changes =
        |k: usize| scene.lexicon.numbers.change(words.word(k)).is_some() || words.has(k, Classes::VERB_PAST);
    let changed = (before.saturating_sub(2)..=before).any(changes);
    let opens = scene.lexicon.times.opening.has(words.word(before));
    let ends = end >= words.len() || words.pos(end) == Pos::Punct;
    // "from 9 to 5": to the afternoon.
    let to = if to <= from && from >= 6 { to + 12 } else { to };
    let clock = Some(format!("{from:02}:00/{to:02}:00"));
    (days && !changed || opens && ends).then(|| Found::new(i, end, Sense { clock, ..Sense::default() }))
}
