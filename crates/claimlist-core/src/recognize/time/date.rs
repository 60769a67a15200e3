//! Dates with the month in words: `27 February 2025`, `Feb. 27th, 2025`, `the 27th of February`, `May 2024`, `in March`.

use super::reference::Partial;
use super::stamp::Sense;
use super::{Day, Found, Scene, lookalike, numeric, relative, weekday, year};
use crate::lex::{Case, TokenKind};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// A day of a month at token `i`: its number and the token behind it. `22`, `22nd`, `twenty-second`; in words without an
/// ordinal ("june twenty two") too.
pub(super) fn day_number(scene: Scene<'_>, i: usize) -> Option<Day> {
    let words = scene.words;
    if words.kind(i) != Some(TokenKind::Number) && !words.has(i, Classes::ORDINAL.or(Classes::NUMBER)) {
        return None;
    }
    let cell = &scene.days[i % 4];
    let (at, day) = cell.get();
    if at == i {
        return day;
    }
    let day = read_day_number(scene, i);
    cell.set((i, day));
    day
}

fn read_day_number(scene: Scene<'_>, i: usize) -> Option<Day> {
    let words = scene.words;
    if words.kind(i) == Some(TokenKind::Number) {
        let word = words.word(i);
        let day: i8 = (word.len() <= 2).then(|| word.parse().ok())??;
        let ordinal = words.glued(i + 1) && words.is_ordinal_suffix(i + 1);
        return (1..=31).contains(&day).then_some((day, i + 1 + usize::from(ordinal), ordinal));
    }
    let numbers = &scene.lexicon.numbers;
    if words.has(i, Classes::ORDINAL)
        && let Some(value) = numbers.ordinal(words.word(i))
    {
        return (value <= 31.0).then_some((value as i8, i + 1, true));
    }
    let tens = numbers.cardinal(words.word(i))?;
    let next = i + 1 + usize::from(words.is(i + 1, "-"));
    if tens == 20.0 || tens == 30.0 {
        let ordinal = numbers.ordinal(words.word(next)).filter(|ones| *ones < 10.0);
        if let Some(ones) = ordinal.or_else(|| numbers.cardinal(words.word(next)).filter(|ones| *ones < 10.0))
        {
            let day = tens + ones;
            return (day <= 31.0).then_some((day as i8, next + 1, ordinal.is_some()));
        }
    }
    (tens.fract() == 0.0 && (1.0..=31.0).contains(&tens)).then_some((tens as i8, i + 1, false))
}

/// The month that token `i` names, and the token behind it. Next to a day or year, lower case will do; `alone`, the word
/// has to be a month beyond doubt ("May" has a preposition before it).
pub(super) fn month(scene: Scene<'_>, i: usize, alone: bool) -> Option<(i8, usize)> {
    let words = scene.words;
    if !words.has(i, Classes::MONTH) {
        return None;
    }
    let number = scene.lexicon.calendar.month(words.word(i))?;
    let point = words.is(i + 1, ".")
        && words.glued(i + 1)
        && words.word(i).len() < 5
        && !words.is_any(i, &["may", "june", "july"]);
    let end = i + 1 + usize::from(point && i + 2 < words.len());
    (!alone || is_surely_month(scene, i)).then_some((number, end))
}

/// Whether a name of a month without a day or year is one: "May", "March", "June" are other words too.
fn is_surely_month(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let lower = words.case(i) == Case::Lower;
    let led = i > 0
        && words.is_any(
            i - 1,
            &[
                "in", "since", "by", "until", "till", "from", "last", "next", "this", "early", "late", "mid", "between",
                "during", "through", "throughout", "past", "each", "every", "previous", "following", "before", "after",
            ],
        )
        || i > 1 && words.is_any(i - 1, &["of", "-"]) && words.is_any(i - 2, &["month", "end", "beginning", "start", "middle", "mid", "late", "early", "rest", "whole"])
        // "the first week of May", "the second Sunday of May"
        || i > 1
            && words.is(i - 1, "of")
            && words.has(i - 2, Classes::TIME_UNIT.or(Classes::WEEKDAY).or(Classes::TIME_WORD))
        // "as of March", "prior to May"
        || i > 1
            && words.is_any(i - 1, &["of", "to"])
            && words.is_any(i - 2, &["as", "prior", "up"])
            && !lower
        // "wheat for May delivery"
        || i > 0 && words.is(i - 1, "for") && !lower && words.pos(i + 1) == Pos::Noun
        // "the 12 months to March"
        || i > 1
            && words.is_any(i - 1, &["to", "ended", "ending"])
            && words.has(i - 2, Classes::TIME_UNIT)
        // "between now and May", "May-July"
        || i > 1 && words.is_any(i - 1, &["and", "to"]) && words.is_any(i - 2, &["now", "today", "present"])
        || (matches!(words.mark(i + 1), '-' | '\u{2013}') || words.is_any(i + 1, &["to", "through", "until", "till"]))
            && words.has(i + 2, Classes::MONTH)
        || i > 1
            && (words.is_any(i - 1, &["and", "or", "to"]) || matches!(words.mark(i - 1), ',' | '-' | '\u{2013}'))
            && words.has(i - 2, Classes::MONTH)
        // "March the same year" on its own.
        || relative::year_word(scene, i + 1).is_some();
    let word_too = words.is_any(i, &["may", "march", "mar", "jan", "dec", "sep"]);
    // "away this may", "until march": nothing follows that a verb would want.
    let closed = words.pos(i + 1) == Pos::Punct && !words.is(i + 1, "-");
    if lower
        && closed
        && led
        && words.is_any(i.wrapping_sub(1), &["in", "this", "next", "last", "until", "since", "of"])
    {
        return true;
    }
    if lower && words.is_any(i, &["may", "march", "mar", "dec"]) {
        return led
            && !words.is_any(i, &["march"])
            && !words.is(i + 1, "not")
            && words.pos(i + 1) != Pos::VerbBase
            && !words.is_any(i.wrapping_sub(1), &["before", "after", "this", "since", "each", "past"]);
    }
    if led {
        return true;
    }
    let name_before = i > 0 && words.pos(i - 1) == Pos::ProperNoun && !words.has(i - 1, Classes::WEEKDAY);
    let name_behind = words.pos(i + 1) == Pos::ProperNoun
        && words.kind(i + 1) == Some(TokenKind::Word)
        && words.is_any(i, &["april", "june", "august", "may", "jan"]);
    !word_too && !name_before && !name_behind && (!lower || words.word(i).len() > 3)
}

/// The year behind a day or month, and the token behind it: `2025`, `, 2025`, `of 2025`, `'99`, `next year`. The last may
/// name a year that is not known.
pub(super) fn year_behind(scene: Scene<'_>, i: usize) -> Option<(Option<i16>, usize)> {
    let words = scene.words;
    let comma = usize::from(
        words.is(i, ",")
            || words.is(i, "of")
            || words.is(i, "in") && words.kind(i + 1) == Some(TokenKind::Number),
    );
    let mark = comma == 0 && words.glued(i) && words.is_any(i, &["-", "/"]);
    // "3-May-19"
    if mark
        && words.glued(i + 1)
        && words.word(i + 1).len() == 2
        && i > 2
        && words.word(i) == words.word(i - 2)
    {
        return year::plain(scene, i + 1).map(|year| (Some(numeric::century(year)), i + 2));
    }
    let dash = usize::from(mark && words.word(i + 1).len() == 4);
    let at = i + comma + dash;
    year::beside_month(scene, at, comma > 0)
        .map(|(year, end)| (Some(year), end))
        .or_else(|| relative::year_word(scene, at).filter(|_| !words.is(i, ",")))
        .or_else(|| relative::year_word(scene, i))
}

/// The date with the year that stands behind it; unclear, if the text names the year and it is not known, or if the month
/// has no such day.
pub(super) fn with_year(scene: Scene<'_>, start: usize, end: usize, date: Partial) -> Found {
    let year = year_behind(scene, end);
    let end = closing(scene, start, year.map_or(end, |year| year.1));
    let date = Partial { year: year.and_then(|year| year.0), ..date };
    if year.is_some() && date.year.is_none() || !date.is_plausible() {
        return Found::new(start, end, Sense::default());
    }
    Found::dated(start, end, date)
}

/// The weekday before a date, and the token at which the date starts: "Monday, ", "this friday(".
pub(super) fn weekday_before(scene: Scene<'_>, i: usize) -> (Option<jiff::civil::Weekday>, usize) {
    let words = scene.words;
    let lead = usize::from(words.is_any(i, &["this", "next", "last"]));
    match weekday::named(scene, i + lead) {
        Some((weekday, end)) => {
            let mark = usize::from(matches!(words.mark(end), ',' | '(' | '-' | '.'));
            (Some(weekday), end + mark)
        }
        None => (None, i),
    }
}

/// Takes in the bracket that a weekday opened: "friday (jun-15)".
pub(super) fn closing(scene: Scene<'_>, start: usize, end: usize) -> usize {
    let opened = (start..end).any(|k| scene.words.is(k, "("));
    end + usize::from(opened && scene.words.is(end, ")"))
}

/// `27 February 2025`, `the 27th of February`, `Monday 27 Feb`, `22april`, `1-jan`.
pub(super) fn day_first(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let (weekday, at) = weekday_before(scene, i);
    let article = usize::from(words.is(at, "the"));
    let (day, mut k, ordinal) = day_number(scene, at + article)?;
    if ordinal && words.is(k, "day") {
        k += 1;
    }
    if words.is(k, "of") || words.is(k, "-") && words.glued(k) || words.is(k, "/") {
        k += 1;
    }
    // "20th of next month"
    if let Some((month, end)) = relative::month_word(scene, k).filter(|_| words.is(k - 1, "of") && ordinal) {
        let stamp = month.and_then(|(year, month)| {
            Partial { year: Some(year), month: Some(month), day: Some(day), weekday }.stamp()
        });
        return Some(Found::new(i, end, Sense::at(stamp)));
    }
    let (month, end) = month(scene, k, false)?;
    if words.is(k, "may")
        && words.case(k) == Case::Lower
        && !ordinal
        && words.kind(at + article) != Some(TokenKind::Number)
        || article == 1 && !ordinal
    {
        return None;
    }
    Some(with_year(scene, i, end, Partial { year: None, month: Some(month), day: Some(day), weekday }))
}

/// `February 27, 2025`, `Monday, Feb. 27th`, `may the eleventh`, `april22`, `May 2024`, `March`.
pub(super) fn month_first(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let (weekday, at) = weekday_before(scene, i);
    let (number, behind) = month(scene, at, false)?;
    let dash = usize::from(
        words.glued(behind) && matches!(words.mark(behind), '-' | '/' | '.') && words.glued(behind + 1),
    );
    let article = usize::from(words.is(behind + dash, "the"));
    let day = day_number(scene, behind + dash + article).filter(|(_, end, ordinal)| {
        // "May 20 people" is no date, nor "June two ships"; a digit needs no ordinal.
        let digits = words.kind(behind + dash + article) == Some(TokenKind::Number);
        (*ordinal || digits || (words.case(at) != Case::Upper && day_words_end(scene, *end)))
            && (article == 0 || *ordinal)
            && !(words.is(*end, ".") && words.glued(*end) && words.kind(*end + 1) == Some(TokenKind::Number))
            && !words.is(*end, "%")
    });
    if let Some((day, end, _)) = day {
        return Some(with_year(
            scene,
            i,
            end,
            Partial { year: None, month: Some(number), day: Some(day), weekday },
        ));
    }
    if at > i {
        return None;
    }
    let dated = words.kind(behind) == Some(TokenKind::Number) && words.word(behind).len() == 4;
    let verb = words.is_any(i, &["may", "march"]) && words.case(i) == Case::Lower && !dated;
    if year_behind(scene, behind).is_none() || verb {
        month(scene, i, true)?;
    }
    Some(with_year(scene, i, behind, Partial { month: Some(number), ..Partial::default() }))
}

/// `this March`, `last September`, `next May`.
pub(super) fn relative_month(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let sign = match () {
        () if words.is(i, "last") => -1,
        () if words.is(i, "this") => 0,
        () if words.is(i, "next") => 1,
        () => return None,
    };
    let (month, end) = month(scene, i + 1, true)?;
    let date = Partial { month: Some(month), ..Partial::default() };
    let Some(published) = scene.reference.published else {
        return Some(Found::new(i, end, Sense::default()));
    };
    let passed = month < published.month();
    let year = match sign {
        0 => 0,
        1 => i16::from(month <= published.month()),
        _ => -i16::from(!passed),
    };
    Some(Found::dated(i, end, Partial { year: Some(published.year() + year), ..date }))
}

/// Whether a day in words may end at token `end`: nothing counted follows.
fn day_words_end(scene: Scene<'_>, end: usize) -> bool {
    !matches!(scene.words.pos(end), Pos::PluralNoun | Pos::Noun | Pos::Adjective)
}

/// `2015 June`, `2016, nov`, `2019/aug/01`.
pub(super) fn year_first(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let year = year::plain(scene, i).filter(|year| (1000..2200).contains(year))?;
    let mark = usize::from(matches!(words.mark(i + 1), ',' | '/' | '-'));
    let (number, mut end) = month(scene, i + 1 + mark, false)?;
    if words.is(i + 1, ",") && words.word(i + 2).len() > 4
        || words.is_any(i + 1 + mark, &["may", "march"])
            && words.case(i + 1 + mark) == Case::Lower
            && words.pos(end) != Pos::Punct
    {
        return None;
    }
    let dash = usize::from(matches!(words.mark(end), '/' | '-'));
    // "in 2015 June 3 ..." starts a new date, unless nothing follows.
    let closed = |end: usize| words.pos(end) == Pos::Punct && !words.is(end, "-");
    let day = day_number(scene, end + dash)
        .filter(|(_, end, ordinal)| dash == mark && (dash == 1 || *ordinal || closed(*end)));
    let mut date = Partial { year: Some(year), month: Some(number), ..Partial::default() };
    if let Some((day, behind, _)) = day {
        (date.day, end) = (Some(day), behind);
    }
    date.is_plausible().then(|| Found::dated(i, end, date))
}

/// `the 27th`, `Wednesday the 27th`, `on the second.`: a day of a month that the text leaves to the reader.
pub(super) fn nth(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if let Some(found) = weekday::counted(scene, i) {
        return Some(found);
    }
    let (weekday, at) = weekday_before(scene, i);
    let article = usize::from(words.is(at, "the"));
    let before = i.wrapping_sub(1);
    let on = words.is(before, "on");
    if weekday.is_none() && article == 0 && !on {
        return None;
    }
    let (day, end, ordinal) = day_number(scene, at + article)?;
    let digits = words.kind(at + article) == Some(TokenKind::Number);
    let led = words.is_any(
        before,
        &["on", "for", "until", "till", "by", "from", "since", "before", "after", "to", "of"],
    );
    let ends = end >= words.len()
        || words.kind(end) == Some(TokenKind::Punct) && !words.is(end, "-") && !words.glued(end + 1);
    let free = !words.pos(end).in_noun_phrase() && !words.is(end, "-") && !words.is(end, "of");
    let good = match (weekday, article) {
        (Some(_), 1) => ordinal && free,
        (None, 1) if digits => {
            led && (ordinal && (free || words.is(end, "with"))
                || ends && words.is_any(before, &["on", "for"]))
        }
        (None, 1) => ordinal && on && ends || ordinal && led && ends && at + article + 1 < end,
        (None, 0) => ordinal && on && ends && (digits || end > i + 1),
        _ => false,
    };
    let good = good && (weekday.is_some() || !lookalike::is_hole(scene, i));
    let date = Partial { day: Some(day), weekday, ..Partial::default() };
    good.then(|| Found::dated(i, end, date))
}
