//! Clock times: `18:30 GMT`, `5 p.m.`, `noon`, `six o'clock`, `half past six`, and the date beside them.

use super::stamp::{Sense, Stamp};
use super::{Found, Scene, elapsed, range};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// A time of day. In the facts it is on the 24-hour clock, with the distance from UTC where the zone has a fixed one.
pub(super) fn clock(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let (hour, minute, mut end) = with_colon(scene, i)
        .or_else(|| with_half(scene, i))
        .or_else(|| military(scene, i))
        .or_else(|| o_clock(scene, i))
        .or_else(|| named(scene, i))
        .or_else(|| bare(scene, i))?;
    let mut time = format!("{hour:02}:{minute:02}");
    let bracket = usize::from(words.is(end, "("));
    let zoned = if words.word(end + bracket).len() <= 4 {
        scene.lexicon.calendar.zone(words.word(end + bracket))
    } else {
        None
    };
    let upper = words.word(end + bracket).bytes().all(|b| b.is_ascii_uppercase());
    if let Some(zone) = zoned.filter(|_| upper && bracket == 0) {
        time.push_str(zone);
        end += 1;
    } else if let Some(behind) = zone_in_words(scene, end) {
        end = behind;
    } else if let Some((hour, behind)) = part_of_day(words, end, hour).filter(|_| hour <= 12) {
        time = format!("{hour:02}:{minute:02}");
        end = behind;
    }
    Some(Found::new(i, end, Sense { clock: Some(time), ..Sense::default() }))
}

/// Before an hour: "at six".
const LEADS: &[&str; 9] = &["at", "by", "until", "till", "before", "after", "around", "about", "from"];

/// Whether what stands around the tokens `i..end` makes their figures a time of day: "at 9:12:40", "9:12:40 GMT", "9:12:40 local time".
pub(super) fn is_time_of_day(scene: Scene<'_>, i: usize, end: usize) -> bool {
    scene.words.is_any(i.wrapping_sub(1), LEADS)
        || half_of_day(scene.words, end).is_some()
        || scene.lexicon.calendar.zone(scene.words.word(end)).is_some()
        || zone_in_words(scene, end).is_some()
}

/// The token behind `local time`, `Eastern Standard Time`, and `eastern` alone.
fn zone_in_words(scene: Scene<'_>, i: usize) -> Option<usize> {
    let words = scene.words;
    // "noon Tokyo time"
    if words.is(i + 1, "time") && words.pos(i) == Pos::ProperNoun && words.case(i) == Case::Title {
        return Some(i + 2);
    }
    if !words.is(i, "local") && !scene.lexicon.calendar.is_zone_word(words.word(i)) {
        return None;
    }
    let time = i + 1 + usize::from(words.is_any(i + 1, &["standard", "daylight", "summer"]));
    if words.is(time, "time") {
        return Some(time + 1);
    }
    // "at noon eastern", but not "at noon central bankers met".
    let alone = !words.is(i, "local") && matches!(words.pos(i + 1), Pos::Punct | Pos::Preposition);
    alone.then_some(i + 1)
}

/// `at 5 tomorrow`, `at seven on Friday`, `my 11.30 tomorrow`: a time that only the day beside it tells from other figures.
fn bare(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    if let Some((hour, minute)) = words.word(i).split_once('.')
        && is_no_price(scene, i)
    {
        let minute = minute.parse().ok().filter(|value| minute.len() == 2 && (0..60).contains(value))?;
        return Some((hour.parse().ok().filter(|hour| (0..24).contains(hour))?, minute, i + 1));
    }
    let hour = bare_hour(scene, i)?;
    let end = i + 1;
    if !words.is_any(i.wrapping_sub(1), LEADS) {
        return None;
    }
    let on = end + usize::from(words.is(end, "on"));
    let this = words.is(end, "this") && scene.lexicon.calendar.is_part_of_day(words.word(end + 1));
    let day = words.has(on, Classes::WEEKDAY) || on == end && (words.is_any(end, DAYS) || this);
    day.then_some((hour, 0, end))
}

/// Whether the day beside `11.30` at token `i` says that it is a time, and no price.
fn is_no_price(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    // A price may end so on a Friday, but not on a Friday morning.
    let part = words.is(i + 1, "on")
        && (words.has(i + 2, Classes::WEEKDAY) || words.is(i + 2, "the"))
        && scene.lexicon.calendar.is_part_of_day(words.word(i + 3));
    // "The fare rises to £2.40 tomorrow"
    let led = words.is_any(i.wrapping_sub(1), LEADS) || words.pos(i.wrapping_sub(1)) == Pos::Determiner;
    let led =
        led || i == 0 || words.pos(i - 1) == Pos::Pronoun || words.is_phrase(i.wrapping_sub(2), "as of");
    // "closed at 7.30 this morning", but "stood at 1.08 this morning"
    let level =
        words.is(i.wrapping_sub(1), "at") && scene.lexicon.figures.levels.has(words.word(i.wrapping_sub(2)));
    let this = words.is(i + 1, "this") && scene.lexicon.calendar.is_part_of_day(words.word(i + 2)) && !level;
    part || led && (this || words.is_any(i + 1, &["tomorrow", "tmrw", "tonight"]))
}

/// Days that an hour may stand before: "at 5 tomorrow".
const DAYS: &[&str; 5] = &["today", "tomorrow", "tmrw", "tonight", "yesterday"];

/// `7`, `seven`: an hour by itself.
pub(super) fn bare_hour(scene: Scene<'_>, i: usize) -> Option<i32> {
    let number = scene.number_at(i).filter(|number| number.tokens.len() == 1 && number.scale == 1.0)?;
    let whole = number.value.fract() == 0.0 && (1.0..=12.0).contains(&number.value);
    let goes_on = scene.words.glued(i + 1) && scene.words.is_any(i + 1, &[":", "-", "/", "%"]);
    (whole && !goes_on && scene.words.word(i).len() <= 6).then_some(number.value as i32)
}

/// `Friday at 7`: the hour at token `i`, behind a day, where nothing is counted or measured.
fn hour_of_day(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let hour = bare_hour(scene, i).filter(|_| words.is(i - 1, "at"))?;
    let ends = matches!(words.pos(i + 1), Pos::Coordinator | Pos::Preposition)
        && !words.is_any(i + 1, &["to", "of", "or", "per"])
        || words.pos(i + 1) == Pos::Punct && !words.is_any(i + 1, &["-", "%", "/", ":"]);
    ends.then(|| Found::new(i, i + 1, Sense { clock: Some(format!("{hour:02}:00")), ..Sense::default() }))
}

/// `tonight at 7.30`: the time at token `i`, behind a day on which it would be no price.
fn with_point(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let (hour, minute) = words.word(i).split_once('.').filter(|_| words.is(i - 1, "at"))?;
    let (hour, number): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    let fits = minute.len() == 2 && number % 5 == 0 && number < 60 && hour < 24;
    let clock = format!("{hour:02}:{minute}");
    fits.then(|| Found::new(i, i + 1, Sense { clock: Some(clock), ..Sense::default() }))
}

/// `in the morning`, `at night` behind an hour: which hour of the day that makes it, and the token behind.
fn part_of_day(words: Words<'_>, i: usize, hour: i32) -> Option<(i32, usize)> {
    if words.is_phrase(i, "at night") {
        // From six in the evening to six in the morning; 12 is midnight.
        let hour = hour % 12;
        return Some((if hour < 6 { hour } else { hour + 12 }, i + 2));
    }
    let noon = match () {
        () if !words.is_phrase(i, "in the") => return None,
        () if words.is(i + 2, "morning") => 0,
        () if words.is_any(i + 2, &["afternoon", "evening"]) => 12,
        () => return None,
    };
    Some((hour % 12 + noon, i + 3))
}

/// The hour and minute that "am" or "pm" at token `k` makes of them, and the token behind.
fn half_day(scene: Scene<'_>, k: usize, hour: i32, minute: i32) -> Option<(i32, i32, usize)> {
    let noon = half_of_day(scene.words, k).filter(|_| (1..=12).contains(&hour))?;
    // "I am 5 am": a lower-case "am" wants digits before it, which all callers have seen.
    Some((hour % 12 + noon, minute, k + 1))
}

/// The hour from which the half of the day at token `k` is reckoned: 0 of "am", 12 of "pm".
fn half_of_day(words: Words<'_>, k: usize) -> Option<i32> {
    match () {
        () if words.is_any(k, &["am", "a.m.", "a.m"]) => Some(0),
        () if words.is_any(k, &["pm", "p.m.", "p.m"]) => Some(12),
        () => None,
    }
}

/// `18:30`, `6:00am`, `11:45 p.m.`
fn with_colon(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    let mark = words.is(i + 1, ":") && words.glued(i + 1) && words.glued(i + 2);
    let hour: i32 = (mark && words.word(i).len() <= 2).then(|| words.word(i).parse().ok())??;
    let minute: i32 = (words.word(i + 2).len() == 2).then(|| words.word(i + 2).parse().ok())??;
    // "with 1:12 left in the game"
    let remains = words.is_any(i + 3, &["left", "remaining"]) && words.is(i.wrapping_sub(1), "with");
    if remains || hour > 24 || minute > 59 || words.is(i.wrapping_sub(1), ":") && words.glued(i) {
        return None;
    }
    let mut end = i + 3;
    if words.is(end, ":")
        && words.glued(end)
        && words.word(end + 1).len() == 2
        && words.kind(end + 1) == Some(TokenKind::Number)
    {
        // "won in 2:17:35"
        if elapsed::elapsed(scene, i).is_some() {
            return None;
        }
        end += 2;
    }
    half_day(scene, end, hour, minute).or(Some((hour, minute, end)))
}

/// `5 p.m.`, `5pm`, `5.30pm`.
fn with_half(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    if words.kind(i) == Some(TokenKind::Word) && scene.numbers.is_empty() {
        return None;
    }
    if words.kind(i) != Some(TokenKind::Number) {
        let number =
            scene.number_at(i).filter(|number| number.value <= 12.0 && number.value.fract() == 0.0)?;
        let marked = words.word(number.tokens.end).contains('.');
        return half_day(scene, number.tokens.end, number.value as i32, 0).filter(|_| marked);
    }
    half_of_day(words, i + 1)?;
    let (hour, minute) = words.word(i).split_once('.').unwrap_or((words.word(i), "00"));
    let minute = (minute.len() == 2).then(|| minute.parse().ok()).flatten().filter(|minute| *minute < 60)?;
    half_day(scene, i + 1, hour.parse().ok()?, minute)
}

/// `1830 GMT`, `18.30 GMT`: with a zone behind it.
fn military(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    if words.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let zoned = words.word(i + 1).bytes().all(|b| b.is_ascii_uppercase())
        && scene.lexicon.calendar.zone(words.word(i + 1)).is_some();
    let four = words.word(i).len() == 4;
    // "at 1430 hrs", and "0900 hrs." of a log
    let led = words.is(i.wrapping_sub(1), "at") || words.word(i).starts_with('0');
    let hours = words.is_any(i + 1, &["hours", "hrs"]) && four && led;
    // "at 0640": a figure has no zero first.
    let number = words.kind(i + 1) == Some(TokenKind::Number);
    let zero = four && !number && words.word(i).starts_with('0') && words.is_any(i.wrapping_sub(1), LEADS);
    if !(zoned || hours || zero) {
        return None;
    }
    let digits = words.word(i).replace('.', "");
    let (hour, minute) = (digits.len() == 4).then(|| digits.split_at_checked(2))??;
    let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 25 && minute < 60).then_some((hour, minute, i + 1 + usize::from(hours)))
}

/// `six o'clock`, `half past six`, `quarter to ten`. Whether in the morning, the text does not say: the hour is left as it is.
fn o_clock(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    let hour =
        |k: usize| scene.number_at(k).filter(|n| (1.0..=12.0).contains(&n.value) && n.value.fract() == 0.0);
    if words.is_phrase(i, "half past") {
        return hour(i + 2).map(|number| (number.value as i32, 30, number.tokens.end));
    }
    // "at half nine"
    if words.is(i, "half") && words.is_any(i.wrapping_sub(1), LEADS) {
        let hour = bare_hour(scene, i + 1).filter(|_| is_free(words, i + 2))?;
        return Some((hour, 30, i + 2));
    }
    let article = i + usize::from(words.is(i, "a"));
    if words.is(article, "quarter") && words.is_any(article + 1, &["past", "to"]) {
        let number = hour(article + 2)?;
        let to = words.is(article + 1, "to");
        let at = if to { (number.value as i32 + 11) % 12 } else { number.value as i32 };
        return Some((at, if to { 45 } else { 15 }, number.tokens.end));
    }
    let number = hour(i).or_else(|| scene.number_at(i))?;
    let end = number.tokens.end;
    let at = words.is_any(i.wrapping_sub(1), LEADS);
    // "twenty past eight", "ten to six"
    let fives = number.value % 5.0 == 0.0;
    if words.is(end, "past") || at && fives && !words.is(i - 1, "from") && words.is(end, "to") {
        let minutes = number.value as i32;
        let six = hour(end + 1).filter(|six| (1..30).contains(&minutes) && is_free(words, six.tokens.end))?;
        let hour = six.value as i32;
        let (hour, minutes) =
            if words.is(end, "to") { ((hour + 11) % 12, 60 - minutes) } else { (hour, minutes) };
        return (number.value.fract() == 0.0).then_some((hour, minutes, six.tokens.end));
    }
    let number = hour(i)?;
    if at && part_of_day(words, end, 0).is_some() {
        return Some((number.value as i32, 0, end));
    }
    words.is_any(end, &["o'clock", "o\u{2019}clock"]).then_some((number.value as i32, 0, end + 1))
}

/// Whether nothing is counted or goes on behind the hour: "at ten to six per cent", "from 5 to 8:30".
fn is_free(words: Words<'_>, end: usize) -> bool {
    let noun = words.pos(end).is_noun() || words.kind(end) == Some(TokenKind::Symbol);
    let goes_on = words.is(end, ":") && words.glued(end);
    !(noun || goes_on || words.is_any(end, &["per", "-", "%", "percent"]))
}

/// `noon`, `midnight`.
fn named(scene: Scene<'_>, i: usize) -> Option<(i32, i32, usize)> {
    let words = scene.words;
    let hour = if words.is_any(i, &["noon", "midday"]) {
        12
    } else if words.is(i, "midnight") {
        0
    } else {
        return None;
    };
    let named = words.pos(i + 1).is_noun()
        && !words.has(i + 1, Classes::WEEKDAY.or(Classes::MONTH))
        // "noon Tokyo time"
        && !words.is(i + 2, "time");
    (!named).then_some((hour, 0, i + 1))
}

/// Joins a clock time with the day beside it: "5 p.m. on Tuesday", "Tuesday at noon".
pub(super) fn beside(scene: Scene<'_>, found: Found) -> Found {
    let words = scene.words;
    let end = found.end;
    if found.sense.clock.is_some() && found.sense.relation.is_none() {
        let on = end + usize::from(words.is(end, "on") || words.is(end, ","));
        let Some(day) = scene.point(on) else { return found };
        // "9am-5pm, Mon-Fri"
        if range::range(scene, on).is_some_and(|days| days.end > day.end) {
            return found;
        }
        let day = day.settled(scene);
        let dated = matches!(day.sense.when, Some(Stamp::Day(_)))
            || day.sense.weekday.is_some()
            || words.is_any(day.end - 1, &["day", "morning", "night", "evening", "afternoon"]);
        if !dated || day.sense.clock.is_some() {
            return found;
        }
        return Found::new(found.start, day.end, Sense { clock: found.sense.clock, ..day.sense });
    }
    let at = end + usize::from(words.is(end, ","));
    let at = at + usize::from(words.is(at, "at"));
    let led = words.is_any(end, &["at", "from", "between"]);
    if led || words.kind(end) == Some(TokenKind::Number) || words.is(end, ",") {
        let day = found.date.is_some_and(|date| date.day.is_some() || date.weekday.is_some())
            || found.sense.weekday.is_some()
            || matches!(found.sense.when, Some(Stamp::Day(_)));
        // "Friday 7pm to 9pm", "Monday from 9 to 11"
        let hours =
            || range::range(scene, at).filter(|hours| hours.sense.clock.is_some() && hours.date.is_none());
        if !day || found.sense.clock.is_some() {
            return found;
        }
        let dotted = || with_point(scene, at).filter(|_| words.is_one_of(found.end - 1, DAYS));
        let single = || hour_of_day(scene, at).or_else(dotted);
        if let Some(time) = hours().or_else(|| clock(scene, at)).or_else(single) {
            let mut found = found;
            found.sense.clock = time.sense.clock;
            found.end = time.end;
            return found;
        }
    }
    found
}
