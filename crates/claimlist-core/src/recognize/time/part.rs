//! Parts of a year and of other periods: `spring of 2031`, `Q3 2024`, `the third quarter`, `the first week of March`, `the
//! rest of the year`.

use super::reference::Partial;
use super::stamp::{Sense, Stamp};
use super::{Found, Scene, WHOLES, counted, date, longest, numeric, relative, shift, weekday, year};
use crate::lex::{Case, TokenKind};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// The year behind a part of it: "2031", "of 2031", "next year".
fn year_of(scene: Scene<'_>, i: usize) -> Option<(Option<i16>, usize)> {
    let words = scene.words;
    let of = i + usize::from(words.is(i, "of") || words.is(i, ","));
    let written =
        year::plain(scene, of).filter(|year| words.word(of).len() == 4 && (1000..2200).contains(year));
    written.map(|year| (Some(year), of + 1)).or_else(|| date::year_behind(scene, i))
}

/// `spring of 2031`, `this summer`, `the winter of 2019-20`, `in autumn`.
pub(super) fn season(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let lead = usize::from(words.is_any(i, &["the", "this", "last", "next", "that", "mid", "late", "early"]));
    let hyphen = usize::from(lead == 1 && words.is(i + 1, "-"));
    let k = i + lead + hyphen;
    if !words.has(k, Classes::SEASON) {
        return None;
    }
    // "the Winter Olympics", "the Autumn Statement"
    // "John Winter", "Mr Winter"
    let called = Classes::GIVEN_NAME.or(Classes::TITLE);
    let before = k.wrapping_sub(1);
    if lead == 0
        && words.case(k) == Case::Title
        && words.case(before) == Case::Title
        && words.has(before, called)
    {
        return None;
    }
    let named = i > 0 && words.case(k) == Case::Title && words.case(k + 1) == Case::Title;
    if named && words.pos(k + 1).is_noun() && !words.has(k + 1, Classes::MONTH) {
        return None;
    }
    let first = scene.lexicon.calendar.season(words.word(k))?;
    if words.is(i, "the") && words.is_phrase(k + 1, "before last") {
        return Some(Found::new(i, k + 3, Sense::default()));
    }
    if let Some((year, end)) = year_of(scene, k + 1) {
        return Some(with_years(scene, i, end, first, year));
    }
    let relative = lead == 1 && words.is_any(i, &["this", "last", "next"]);
    let led = words
        .is_any(i.wrapping_sub(1), &["in", "during", "since", "until", "by", "through", "throughout"])
        || words.is(i, "the") && words.is(i.wrapping_sub(1), "in");
    let article = words.is(i, "the") && !words.pos(k + 1).is_noun();
    let doubtful = words.is_any(k, &["fall", "spring"]);
    let ends = k + 1 >= words.len() || words.kind(k + 1) == Some(TokenKind::Punct) && !words.is(k + 1, "-");
    let free = !words.pos(k + 1).is_noun() && words.case(k) != Case::Upper;
    if !(relative
        || led && free && !doubtful
        || article && !doubtful
        || led && free && ends && words.is(k, "spring")
        || lead == 1 && !doubtful && !describes(scene, i, k)
        || ends && !doubtful && i > 0)
    {
        return None;
    }
    let sense = match scene.reference.today() {
        Some(today) if relative && first != 12 => {
            let offset = i16::from(words.is(i, "next")) - i16::from(words.is(i, "last"));
            // "Last summer" in the autumn is the one just over, and "next summer" in spring the coming one.
            let month = today.month().map_or(first, |month| month.1);
            let offset = match offset {
                -1 if month > first + 2 => 0,
                1 if month < first => 0,
                offset => offset,
            };
            months(today.year() + offset, first, 3)
        }
        _ => Sense::default(),
    };
    Some(Found::new(i, k + 1, sense))
}

/// "scraps the winter levy": whether the season at token `k`, behind its article at `i`, only says of which kind something is that is no
/// time. "in the summer holidays" is one.
fn describes(scene: Scene<'_>, i: usize, k: usize) -> bool {
    let words = scene.words;
    const TIMES: Classes = Classes::TIME_UNIT.or(Classes::TIME_WORD);
    let led = i > 0 && words.pos(i - 1) == Pos::Preposition;
    words.is(i, "the")
        && matches!(words.pos(k + 1), Pos::Noun | Pos::PluralNoun)
        && !words.has(k + 1, TIMES)
        && !led
}

/// A season of a year; a winter lies in two, so that it wants both: "the winter of 2019-20".
fn with_years(scene: Scene<'_>, start: usize, end: usize, first: i8, year: Option<i16>) -> Found {
    let words = scene.words;
    let Some(year) = year else { return Found::new(start, end, Sense::default()) };
    let second = (matches!(words.mark(end), '-' | '/' | '\u{2013}'))
        .then(|| year::plain(scene, end + 1))
        .flatten()
        .filter(|second| second % 100 == (year + 1) % 100);
    let end = if second.is_some() { end + 2 } else { end };
    let sense = if first == 12 && second.is_none() { Sense::default() } else { months(year, first, 3) };
    Found::new(start, end, sense)
}

/// So many months from the first of them.
pub(super) fn months(year: i16, first: i8, count: i32) -> Sense {
    let from = Stamp::Month(year, first);
    Sense::between(Some(from), from.plus_months(count - 1))
}

/// `Q3 2024`, `the third quarter of 2024`, `third-quarter`, `the first half of 2024`, `2016 the third quarter`, `next year's
/// third quarter`.
pub(super) fn quarter(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if let Some(found) = quarter_ended(scene, i) {
        return Some(found);
    }
    let mut at = i;
    // The year may stand before it.
    let before = relative::year_word(scene, i)
        .filter(|(_, end)| words.is_any(*end, &["'s", "\u{2019}s"]))
        .map(|(year, end)| (year, end + 1))
        .or_else(|| {
            let year = year::plain(scene, i).filter(|year| (1900..2200).contains(year));
            year.map(|year| (Some(year), i + 1))
        });
    if let Some((_, end)) = before {
        at = end;
    }
    let (number, count, end) = quarter_name(scene, at)?;
    // "3Q19"
    let short = year::plain(scene, end)
        .filter(|_| words.glued(end) && words.word(end).len() == 2)
        .map(|year| (Some(numeric::century(year)), end + 1));
    let behind = short.or_else(|| year_of(scene, end)).filter(|_| before.is_none());
    let end = behind.map_or(end, |behind| behind.1);
    let year = behind.or(before).map(|year| year.0);
    // "The first half" without a year may be that of a match.
    let short = words.is(at, "h")
        && words.case(at) == Case::Upper
        && !(words.glued(end) && words.kind(end) == Some(TokenKind::Word));
    let led = words.is_any(i.wrapping_sub(1), &["in", "for", "of", "during", "since", "from", "to", "by"]);
    if year.is_none() && count == 6 && !(short && led) {
        return None;
    }
    let sense = year
        .flatten()
        .map_or_else(Sense::default, |year| months(year, (number - 1) * count as i8 + 1, count));
    Some(Found::new(i, end, sense))
}

/// `the quarter ended 30 June`, `the quarter to March 2024`: the three months up to that.
fn quarter_ended(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let k = i + usize::from(words.is(i, "the"));
    if k == i || !words.is(k, "quarter") || !words.is_any(k + 1, &["ended", "ending", "to"]) {
        return None;
    }
    let point = scene.point(k + 2).filter(|point| point.date.is_some_and(|date| date.month.is_some()))?;
    let point = point.settled(scene);
    let sense = match point.sense.when.and_then(|last| last.plus_months(0)) {
        Some(last) => Sense::between(last.plus_months(-2), Some(last)),
        None => Sense::default(),
    };
    Some(Found::new(i, point.end, sense))
}

/// `Q3`, `the third quarter`, `the second half`: which, of how many months, and the token behind.
fn quarter_name(scene: Scene<'_>, i: usize) -> Option<(i8, i32, usize)> {
    let words = scene.words;
    let k = i + usize::from(words.is(i, "the"));
    // "3Q19", "1H 2018"
    if words.kind(k) == Some(TokenKind::Number) && words.glued(k + 1) && words.is_any(k + 1, &["q", "h"]) {
        let (count, most) = if words.is(k + 1, "q") { (3, 4) } else { (6, 2) };
        let number: i8 = words.word(k).parse().ok()?;
        let upper = words.case(k + 1) == Case::Upper;
        return (upper && (1..=most).contains(&number)).then_some((number, count, k + 2));
    }
    if words.is_any(k, &["q", "h"]) && words.glued(k + 1) {
        let (count, most) = if words.is(k, "q") { (3, 4) } else { (6, 2) };
        let number: i8 = words.word(k + 1).parse().ok()?;
        return (1..=most).contains(&number).then_some((number, count, k + 2));
    }
    // "the final quarter of 2024"; without a year it may be that of a match.
    if words.is_any(k, &["last", "final", "closing"]) && words.is_any(k + 1, &["quarter", "half"]) {
        year_of(scene, k + 2)?;
        return Some(if words.is(k + 1, "quarter") { (4, 3, k + 2) } else { (2, 6, k + 2) });
    }
    let (number, mut end, _) = date::day_number(scene, k).filter(|day| day.2)?;
    while words.is(end, "-") {
        end += 1;
    }
    if words.is(end, "quarter") && number <= 4 && !words.is(end + 1, "-") {
        return Some((number, 3, end + 1));
    }
    (words.is(end, "half") && number <= 2).then_some((number, 6, end + 1))
}

/// `the first week of 2027`, `the third week next year`, `week of September 15`, `the month of March`, `the rest of this week`.
pub(super) fn nth_unit(scene: Scene<'_>, i: usize) -> Option<Found> {
    let k = i + usize::from(scene.words.is(i, "the"));
    month_of(scene, i, k)
        .or_else(|| week_of(scene, i, k))
        .or_else(|| rest_of(scene, i, k))
        .or_else(|| minute(scene, i, k))
        .or_else(|| nth_of(scene, i, k))
}

/// `the month of March`.
fn month_of(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    if !scene.words.is_phrase(k, "month of") {
        return None;
    }
    let (month, end) = date::month(scene, k + 2, false)?;
    Some(date::with_year(scene, i, end, Partial { month: Some(month), ..Partial::default() }))
}

/// `week of September 15`, `week commencing 3 May`, `w/c 3 May`, `the week of the 4th`: the week around the day.
fn week_of(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    let start = match () {
        () if words.is_phrase(k, "w / c") => k + 3,
        () if words.is(k, "week")
            && words.is_any(k + 1, &["of", "commencing", "starting", "beginning", "ending"]) =>
        {
            k + 2
        }
        () => return None,
    };
    let article = start + usize::from(words.is(start, "the"));
    let point = scene.point(start).or_else(|| {
        let (day, end, _) = date::day_number(scene, article).filter(|day| day.2)?;
        Some(Found::dated(start, end, Partial { day: Some(day), ..Partial::default() }))
    })?;
    let point = point.settled(scene);
    Some(Found::new(i, point.end, relative::week(point.sense.when.and_then(Stamp::day), 0)))
}

/// `the rest of this week`, `the rest of the year`.
fn rest_of(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    if !words.is(k, "rest") {
        return None;
    }
    let of = k + 1 + usize::from(words.is(k + 1, "of"));
    let article = of + usize::from(words.is_any(of, &["the", "my", "his", "her", "their", "our", "its"]));
    let unit = words.is_any(article, &["week", "month", "year", "day", "decade", "century"]);
    let end = if unit && (article > of || of > k + 1) { article + 1 } else { inner(scene, of)?.end };
    Some(Found::new(i, end, Sense::default()))
}

/// `the 20th minute`, `a 67th-minute goal`: of a match.
fn minute(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    let spelled = words.has(k, Classes::ORDINAL) && !words.is_any(k, &["second", "first"]);
    let digits = words.kind(k) == Some(TokenKind::Number)
        && words.word(k).len() <= 3
        && words.glued(k + 1)
        && words.is_ordinal_suffix(k + 1);
    let end = k + 1 + usize::from(digits);
    let hyphen = usize::from(words.is(end, "-") && words.glued(end));
    let led = k > i || hyphen == 1;
    let behind = end + hyphen + 1;
    let extra = words.is(behind, "of")
        && words.is_any(behind + 1, &["extra", "stoppage", "added", "injury"])
        && words.is(behind + 2, "time");
    let behind = behind + if extra { 3 } else { 0 };
    ((digits || spelled && k > i) && led && words.is(end + hyphen, "minute"))
        .then(|| Found::new(i, behind, Sense::default().related("ordinal")))
}

/// `the first week of 2027`, `the first two months of 2018`, `the second Tuesday of May`.
fn nth_of(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    let words = scene.words;
    let (number, end, _) = date::day_number(scene, k).filter(|day| day.2)?;
    if let Some(found) =
        nth_weekday(scene, i, number, end).or_else(|| counted::first_units(scene, i, number, end))
    {
        return Some(found);
    }
    if words.is_phrase(end, "day of")
        && let Some(found) = counted::day_of(scene, i, number, end + 2)
    {
        return Some(found);
    }
    if let Some(found) = nth_of_something(scene, i, end) {
        return Some(found);
    }
    let unit = words.is_any(end, &["week", "month", "day", "weekend", "decade"])
        || scene.lexicon.calendar.weekday(words.word(end)).is_some_and(|_| words.word(end).ends_with("day"));
    let of = end + 1 + usize::from(words.is(end + 1, "of"));
    let inner = unit.then(|| inner(scene, of)).flatten()?;
    Some(Found::new(i, inner.end, inner.settled(scene).sense))
}

/// `the 15th day of the siege`, `the seventeenth year of his reign`: the unit stands at token `at`.
fn nth_of_something(scene: Scene<'_>, i: usize, at: usize) -> Option<Found> {
    let words = scene.words;
    let unit = words.is_any(at, &["day", "night", "week", "month", "year"]) && words.is(at + 1, "of");
    let whose = unit && words.has(at + 2, Classes::DETERMINER) && words.is(i, "the");
    let end = whose.then(|| shift::noun_phrase(scene, at + 2)).flatten()?;
    if inner(scene, at + 2).is_some() {
        return None;
    }
    let anchor = Some(words.span(at + 2, end).of(words.text).to_owned());
    Some(Found::new(i, end, Sense { anchor, ..Sense::default().related("ordinal") }))
}

/// `the second Tuesday of May`, `the first Monday of every month`, `the second Tuesday` of a month that the text leaves to the
/// reader.
fn nth_weekday(scene: Scene<'_>, i: usize, number: i8, at: usize) -> Option<Found> {
    let words = scene.words;
    let (weekday, end) = weekday::named(scene, at)?;
    if words.is_any(end, &["of", "in"])
        && let Some(found) = counted::weekday_of_month(scene, i, weekday, number, end + 1)
    {
        return Some(found);
    }
    let sense = Sense { weekday: Some(weekday::name(weekday)), ..Sense::default() };
    if weekday::of_each(scene, end) {
        return Some(Found::new(i, end + 3, sense.related("every")));
    }
    let open = (1..=5).contains(&number) && words.pos(end) == Pos::Punct && !words.is(end, "-");
    open.then(|| Found::new(i, end, sense))
}

/// The period that a part lies in; the part is placed no closer than that.
pub(super) fn inner(scene: Scene<'_>, i: usize) -> Option<Found> {
    longest(WHOLES, scene, i)
        .or_else(|| {
            let (year, end) = year_of(scene, i)?;
            Some(Found::new(i, end, Sense::at(year.map(Stamp::Year))))
        })
        .or_else(|| {
            // "the end of the year"
            let words = scene.words;
            let unit = words.is(i, "the")
                && words.is_any(i + 1, &["year", "month", "week", "decade", "century", "weekend"]);
            let bare = words.is(i - 1, "of")
                && words.is_any(i, &["year", "month"])
                && words.pos(i + 1) == Pos::Punct;
            let at = i + usize::from(unit);
            (unit || bare).then(|| Found::new(i, at + 1, this_unit(scene, at)))
        })
}

/// The year or month of publication, which "the end of the year" means unless the text has just spoken of another.
fn this_unit(scene: Scene<'_>, i: usize) -> Sense {
    let told = scene.reference.told_year(scene.sentence).map(Stamp::Year);
    let long = scene.words.is_any(i, &["year", "century"]);
    let base = told.filter(|_| long).or(scene.reference.today());
    match base {
        Some(base) if scene.words.is(i, "year") => Sense::at(Some(Stamp::Year(base.year()))),
        Some(base) if scene.words.is(i, "month") => Sense::at(base.plus_months(0)),
        Some(base) if scene.words.is(i, "century") => {
            let first = base.year().div_euclid(100) * 100;
            Sense::between(Some(Stamp::Year(first)), first.checked_add(99).map(Stamp::Year))
        }
        _ => Sense::default(),
    }
}
