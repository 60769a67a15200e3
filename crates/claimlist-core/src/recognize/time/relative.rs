//! Times reckoned from the day of publication or from the date named last: `yesterday`, `last week`, `the past 30 days`, `that
//! year`, `the following month`.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::stamp::{Length, Sense, Stamp, monday_of};
use super::tense::{Tense, tense};
use super::{Found, Scene, counted, date, duration, range};
use crate::lex::{Case, TokenKind};
use crate::lexicon::Classes;
use crate::lexicon::calendar::{Part, Unit};
use crate::tag::Pos;

/// From what a word reckons, and how far.
#[derive(Clone, Copy)]
enum Lead {
    /// So many units from the day of publication: "last", "this", "next".
    Today(i32),
    /// So many units from the date named last: "the previous", "that", "the following".
    Focus(i32),
}

/// The lead at token `i`, with the article before it, and the token behind it.
fn lead(scene: Scene<'_>, i: usize) -> Option<(Lead, usize)> {
    let words = scene.words;
    let article = usize::from(words.is(i, "the"));
    let k = i + article;
    if !words.has(k, Classes::TIME_LEAD) {
        return None;
    }
    let lead = if words.is(k, "last") || words.is(k, "past") {
        Lead::Today(-1)
    } else if words.is(k, "this") && article == 0 {
        let past = usize::from(words.is_any(k + 1, &["past", "coming", "same", "current"]));
        let offset = if words.is(k + 1, "past") { -1 } else { i32::from(words.is(k + 1, "coming")) };
        return Some((Lead::Today(offset), k + 1 + past));
    } else if words.is(k, "current") {
        Lead::Today(0)
    } else if words.is(k, "coming") || words.is(k, "upcoming") || words.is(k, "next") && article == 0 {
        Lead::Today(1)
    } else if words.is(k, "next") || words.is(k, "following") {
        Lead::Focus(1)
    } else if words.is(k, "previous") || words.is(k, "preceding") {
        Lead::Focus(-1)
    } else if words.is_one_of(k, SAME) {
        Lead::Focus(0)
    } else if words.is(k, "that") && article == 0 {
        return Some((Lead::Focus(0), k + 1 + usize::from(words.is(k + 1, "same"))));
    } else {
        return None;
    };
    Some((lead, k + 1))
}

/// Which period of another year is compared with: "the same month last year".
const SAME: &[&str] = &["same", "comparable", "corresponding", "equivalent"];

/// From where a lead reckons.
fn base(scene: Scene<'_>, lead: Lead) -> (Option<Stamp>, i32) {
    match lead {
        Lead::Today(offset) => (scene.reference.today(), offset),
        Lead::Focus(0) => (scene.reference.focus(scene.sentence), 0),
        Lead::Focus(offset) => (scene.reference.anchor(scene.sentence), offset),
    }
}

/// `next year`, `the same year`, behind a month: the year, if it is known, and the token behind.
pub(super) fn year_word(scene: Scene<'_>, i: usize) -> Option<(Option<i16>, usize)> {
    let (lead, k) = lead(scene, i).filter(|(_, k)| scene.words.is(*k, "year"))?;
    let (base, offset) = base(scene, lead);
    let year = base.and_then(|base| i16::try_from(i32::from(base.year()) + offset).ok());
    Some((year, k + 1))
}

/// A year and a month.
type Month = (i16, i8);

/// `next month`: the month, if it is known, and the token behind.
pub(super) fn month_word(scene: Scene<'_>, i: usize) -> Option<(Option<Month>, usize)> {
    let (lead, k) = lead(scene, i).filter(|(_, k)| scene.words.is(*k, "month"))?;
    let (base, offset) = base(scene, lead);
    let month = base.and_then(|stamp| stamp.plus_months(offset)).and_then(Stamp::month);
    Some((month, k + 1))
}

/// `yesterday`, `today's`, `tomorrow night`, `last night`, `this morning`, `the day before yesterday`.
pub(super) fn day(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let calendar = &scene.lexicon.calendar;
    let at = |end: usize, days: i32| {
        let date = scene.reference.published.and_then(|date| date.checked_add(days.days()).ok());
        Some(Found::new(i, end, Sense::at(date.map(Stamp::Day))))
    };
    let around = i + usize::from(words.is(i, "the"));
    if words.is_phrase(around, "day before yesterday") {
        return at(around + 3, -2);
    }
    if words.is_phrase(around, "day after") && words.is_any(around + 2, &["tomorrow", "tmrw"]) {
        return at(around + 3, 2);
    }
    let part = |k: usize| calendar.is_part_of_day(words.word(k));
    if words.is(i, "last") && words.is_any(i + 1, &["night", "evening"]) {
        return at(i + 2, -1);
    }
    if words.is(i, "this") && part(i + 1) {
        return at(i + 2, 0);
    }
    if !words.has(i, Classes::TIME_WORD) {
        return None;
    }
    // "It rained overnight"; "an overnight train" is named for it.
    if words.is(i, "overnight") {
        let noun = words.pos(i + 1).is_noun() || matches!(words.pos(i + 1), Pos::Adjective | Pos::VerbIng);
        let owned = i > 0 && matches!(words.pos(i - 1), Pos::Determiner | Pos::Possessive);
        // What will not change overnight will not soon.
        let adverb = !(noun || owned || words.is(i + 1, "-")) && tense(words, i, i + 1) == Tense::Past;
        return adverb.then(|| Found::new(i, i + 1, Sense::default()));
    }
    // "Radio 4's Today programme"
    let title = words.case(i) == Case::Title
        && words.pos(i + 1) == Pos::Noun
        && (words.kind(i.wrapping_sub(1)) == Some(TokenKind::Word)
            || i > 0 && words.pos(i - 1) == Pos::Possessive);
    if title {
        return None;
    }
    let days = calendar.day(words.word(i))?;
    at(i + 1 + usize::from(part(i + 1)), i32::from(days))
}

/// `last week`, `this month`, `that year`, `the following day`, `this weekend`, `the month of May` is elsewhere.
pub(super) fn unit(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if words.is(i, "this") && words.is(i + 1, "day") && words.is_any(i.wrapping_sub(1), &["to", "until"]) {
        return None;
    }
    if let Some(found) = to_date(scene, i).or_else(|| this_day(scene, i)) {
        return Some(found);
    }
    if words.is_phrase(i, "the weekend") {
        return weekend_of(scene, i).or_else(|| Some(weekend(scene, i, i + 1, Lead::Today(0))));
    }
    if let Some(found) = period_of_year_before(scene, i) {
        return Some(found);
    }
    let (lead, k) = lead(scene, i)?;
    if words.is(k, "quarter") {
        return same_of_year(scene, i, Part::Weeks, k).or_else(|| quarter(scene, i, lead, k));
    }
    if words.is_any(k, &["period", "point", "stage", "time"]) && words.is_one_of(k.wrapping_sub(1), SAME) {
        return same_of_year(scene, i, Part::Weeks, k);
    }
    let period = Classes::TIME_UNIT.or(Classes::SEASON).or(Classes::TIME_WORD).or(Classes::TIME_BEHIND);
    if !words.has(k, period) && !words.is(k, "season") {
        return None;
    }
    let named = matches!(lead, Lead::Focus(0)) && words.is_any(k, &["spring", "summer", "autumn", "winter"]);
    if named || words.is(k, "season") {
        return season(scene, i, lead, k);
    }
    if words.is(k, "weekend") {
        return last_weekend_of(scene, i, k).or_else(|| Some(weekend(scene, i, k, lead)));
    }
    if scene.lexicon.calendar.is_part_of_day(words.word(k)) && matches!(lead, Lead::Focus(_)) {
        let (base, offset) = base(scene, lead);
        let date = base.and_then(Stamp::day).and_then(|date| date.checked_add(offset.days()).ok());
        return Some(Found::new(i, k + 1, Sense::at(date.map(Stamp::Day))));
    }
    let unit = scene.lexicon.calendar.unit(words.word(k)).filter(|_| !words.word(k).ends_with('s'))?;
    // "in the next hour"
    let hour = unit.part > Part::Days && !matches!(lead, Lead::Today(0) | Lead::Focus(0));
    if let Some(sense) = hour.then(|| up_to_now(scene, i, lead, unit)).flatten() {
        return Some(Found::new(i, k + 1, sense));
    }
    if unit.part > Part::Days || words.is(k, "night") {
        return None;
    }
    // "next month on the 20th"
    if let Some(found) = on_the(scene, i, lead, k) {
        return Some(found);
    }
    if let Some(found) = last_of(scene, i, unit, k).or_else(|| same_of_year(scene, i, unit.part, k)) {
        return Some(found);
    }
    if let Some(sense) = up_to_now(scene, i, lead, unit) {
        return Some(Found::new(i, k + 1, sense));
    }
    let (base, offset) = base(scene, lead);
    let sense = base.map_or_else(Sense::default, |base| around(base, unit, offset));
    Some(Found::new(i, k + 1, sense))
}

/// "Over the past year": a year up to now, not the one before this.
fn up_to_now(scene: Scene<'_>, i: usize, lead: Lead, unit: Unit) -> Option<Sense> {
    let words = scene.words;
    let lasts = words.is_any(i.wrapping_sub(1), &["over", "in", "for", "within", "during"])
        && words.is(i, "the")
        && !words.is(i + 1, "following")
        && matches!(lead, Lead::Today(-1 | 1) | Lead::Focus(1));
    let sign = if matches!(lead, Lead::Today(-1)) { -1 } else { 1 };
    lasts.then(|| window(scene, Length::of(1.0, unit), sign))
}

/// `that season`, `the same summer`, `last season`: the season that ends with token `k`.
fn season(scene: Scene<'_>, i: usize, lead: Lead, k: usize) -> Option<Found> {
    let words = scene.words;
    match lead {
        Lead::Focus(0) => {
            let year = scene.reference.focus(scene.sentence).map(|focus| Stamp::Year(focus.year()));
            Some(Found::new(i, k + 1, Sense::at(year.filter(|_| words.is(k, "season")))))
        }
        // "the last season" is the end of something.
        Lead::Today(_) => {
            let free = words.is_any(i, &["last", "this", "next"])
                && !words.pos(k + 1).is_noun()
                && !words.is(k + 1, "of");
            free.then(|| Found::new(i, k + 1, Sense::default()))
        }
        Lead::Focus(_) => None,
    }
}

/// `the last week of 2018`, where the unit is token `k`.
fn last_of(scene: Scene<'_>, i: usize, unit: Unit, k: usize) -> Option<Found> {
    if !scene.words.is(k - 1, "last") || !scene.words.is(k + 1, "of") {
        return None;
    }
    let day = (unit.part == Part::Days).then(|| counted::day_of(scene, i, -1, k + 2)).flatten();
    let known = day.or_else(|| counted::last_units(scene, i, 1, unit, k + 2));
    // "the last day of the trial" is not the one before this.
    known.or_else(|| {
        let end = scene.point(k + 2).map_or(k + 1, |whole| whole.end);
        scene.words.is(i, "the").then(|| Found::new(i, end, Sense::default()))
    })
}

/// `two quarters` behind "the last" or "the next": so many times three months.
fn quarters(scene: Scene<'_>, i: usize) -> Option<(Length, usize)> {
    let count = scene.number_at(i).filter(|count| count.value.fract() == 0.0)?;
    let end = count.tokens.end;
    let unit = Unit { part: Part::Months, times: 3 };
    (scene.words.is(end, "quarters") && !scene.words.is(end + 1, "of"))
        .then(|| (Length::of(count.value, unit), end + 1))
}

/// `the prior year period`, `the year-ago quarter`, `the previous year's quarter`: of which year is told by the text around, if at all.
fn period_of_year_before(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let first = i + usize::from(words.is(i, "the"));
    let hyphen = |k: usize| k + usize::from(words.is(k, "-") && words.glued(k));
    let prior = words.is_any(first, &["prior", "previous", "preceding"]);
    let unit = if prior {
        let year = hyphen(first + 1);
        let owner = year + 1 + usize::from(words.pos(year + 1) == Pos::Possessive);
        words.is(year, "year").then(|| hyphen(owner))?
    } else {
        let behind = hyphen(first + 1);
        let ago = words.is(first, "year") && words.is_any(behind, &["ago", "earlier", "before"]);
        (ago && first > i && behind > first + 1).then_some(behind + 1)?
    };
    let unit = unit + usize::from(prior && words.is_any(unit, &["first", "second", "third", "fourth"]));
    // "The previous year half of the staff left"
    let half = words.is(unit, "half") && words.is(unit + 1, "of");
    (words.is_any(unit, &["period", "quarter", "half", "month"]) && !half).then(|| {
        let focus = scene.reference.focus(scene.sentence);
        Found::new(i, unit + 1, Sense::at(focus.map(|focus| Stamp::Year(focus.year() - 1))))
    })
}

/// `the same month last year`, `the same week of 2019`, `the same day a year earlier`, where the unit is token `k`: the month is that of
/// the date named last; of other units no more than the year is told.
fn same_of_year(scene: Scene<'_>, i: usize, part: Part, k: usize) -> Option<Found> {
    let words = scene.words;
    if !words.is_one_of(k - 1, SAME) || part == Part::Years {
        return None;
    }
    let at = k + 1 + usize::from(words.is_any(k + 1, &["in", "of"]));
    let focus = scene.reference.focus(scene.sentence);
    let before = ["a year earlier", "a year ago", "a year before", "the year before", "the previous year"];
    let (year, end) = if before.iter().any(|phrase| words.is_phrase(at, phrase)) {
        // "a year ago" is reckoned from today.
        let from = if words.is(at + 2, "ago") { focus.or(scene.reference.today()) } else { focus };
        (from.map(|from| from.year() - 1), at + 3)
    } else {
        let whole = scene.point(at)?.settled(scene);
        match whole.sense.when {
            Some(Stamp::Year(year)) => (Some(year), whole.end),
            // The day of publication is not known.
            None if words.is_phrase(at, "last year") => (None, whole.end),
            _ => return None,
        }
    };
    let month = focus.and_then(Stamp::month).filter(|_| part == Part::Months).map(|(_, month)| month);
    let when = year.map(|year| month.map_or(Stamp::Year(year), |month| Stamp::Month(year, month)));
    Some(Found::new(i, end, Sense::at(when)))
}

/// `year to date`, `month-to-date`: from the start of the year or month to the day of publication; `year-end`: the year.
fn to_date(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if !words.is_any(i, &["year", "month"]) {
        return None;
    }
    let today = scene.reference.published.map(Stamp::Day);
    let year = words.is(i, "year");
    let led = words.is_any(i.wrapping_sub(1), &["at", "by", "before", "until", "till", "to", "of", "since"]);
    let apart = led && words.is(i + 1, "end") && !words.pos(i + 2).is_noun();
    if apart || words.is_phrase(i + 1, "- end") {
        let behind = i + if apart { 2 } else { 3 };
        // "had sold 3m by year-end": that of the year before.
        let ended = i16::from(tense(words, i, behind) == Tense::Past);
        let end =
            today.and_then(
                |today| {
                    if year { Some(Stamp::Year(today.year() - ended)) } else { today.plus_months(0) }
                },
            );
        return Some(Found::new(i, behind, Sense::at(end)));
    }
    let hyphens = words.is_phrase(i + 1, "- to - date");
    let end = i + if hyphens { 5 } else { 3 };
    let start =
        scene.reference.published.map(|day| if year { day.first_of_year() } else { day.first_of_month() });
    (hyphens || words.is_phrase(i + 1, "to date"))
        .then(|| Found::new(i, end, Sense::between(start.map(Stamp::Day), today)))
}

/// `this time last year`, `this day next week`: as precise as what stands behind.
fn this_day(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let fits = words.is(i, "this")
        && words.is_any(i + 1, &["time", "day"])
        && words.is_any(i + 2, &["last", "next"]);
    let then = fits.then(|| unit(scene, i + 2)).flatten()?;
    Some(Found { start: i, ..then })
}

/// `the week after next`, `year after next`.
fn after_next(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let k = i + usize::from(words.is(i, "the"));
    let offset = if words.is_phrase(k + 1, "after next") {
        2
    } else if words.is_phrase(k + 1, "before last") {
        -2
    } else {
        return None;
    };
    let unit = scene.lexicon.calendar.unit(words.word(k)).filter(|unit| unit.part < Part::Days)?;
    let sense = scene.reference.today().map_or_else(Sense::default, |today| around(today, unit, offset));
    Some(Found::new(i, k + 3, sense))
}

/// `last quarter`, `this quarter`: three months of the calendar; "the last quarter" may be that of a match.
fn quarter(scene: Scene<'_>, i: usize, lead: Lead, k: usize) -> Option<Found> {
    let words = scene.words;
    if words.is(i, "the") || words.is_any(k + 1, &["-", "of"]) || words.pos(k + 1).is_noun() {
        return None;
    }
    let (base, offset) = base(scene, lead);
    let first = base
        .and_then(Stamp::month)
        .and_then(|(_, month)| base?.plus_months(offset * 3 - i32::from((month - 1) % 3)));
    let last = first.and_then(|first| first.plus_months(2));
    Some(Found::new(i, k + 1, Sense::between(first, last)))
}

/// `next month on the 20th`, where the lead of the month ends before token `k`.
fn on_the(scene: Scene<'_>, i: usize, lead: Lead, k: usize) -> Option<Found> {
    let words = scene.words;
    if !words.is(k, "month") || !words.is_phrase(k + 1, "on the") {
        return None;
    }
    let (day, end, _) = date::day_number(scene, k + 3).filter(|day| day.2)?;
    let (base, offset) = base(scene, lead);
    let month = base.and_then(|base| base.plus_months(offset)).and_then(Stamp::month);
    let date = month.and_then(|(year, month)| Date::new(year, month, day).ok());
    Some(Found::new(i, end, Sense::at(date.map(Stamp::Day))))
}

/// `the weekend of 5 May`: the Saturday and Sunday of that week.
fn weekend_of(scene: Scene<'_>, i: usize) -> Option<Found> {
    let start = i + 3;
    let days =
        || range::days_of_month(scene, start, false).or_else(|| range::month_of_days(scene, start, false));
    let of = scene.words.is(i + 2, "of");
    let point = of.then(|| days().or_else(|| scene.point(start))).flatten()?.settled(scene);
    let day = point.sense.when.and_then(Stamp::day).or(point.sense.from.and_then(Stamp::day));
    let saturday = day.and_then(|day| monday_of(day, 0)?.checked_add(5.days()).ok());
    let sunday = saturday.and_then(|day| day.checked_add(1.days()).ok());
    Some(Found::new(i, point.end, Sense::between(saturday.map(Stamp::Day), sunday.map(Stamp::Day))))
}

/// The year, month, week, decade or century around a date, or so many of them from it; none if the date is too coarse.
fn around(base: Stamp, unit: Unit, offset: i32) -> Sense {
    match (unit.part, unit.times) {
        (Part::Years, 1) => Sense::at(i16::try_from(i32::from(base.year()) + offset).ok().map(Stamp::Year)),
        (Part::Years, times) => {
            let first = base.year().div_euclid(times) * times;
            let from = i32::from(first) + offset * i32::from(times);
            let year = |year: i32| i16::try_from(year).ok().map(Stamp::Year);
            Sense::between(year(from), year(from + i32::from(times) - 1))
        }
        (Part::Months, _) => Sense::at(base.plus_months(offset)),
        (Part::Weeks, _) => week(base.day(), offset),
        _ => Sense::at(base.day().and_then(|day| day.checked_add(offset.days()).ok()).map(Stamp::Day)),
    }
}

/// The week of a day, or so many from it.
pub(super) fn week(day: Option<Date>, offset: i32) -> Sense {
    let Some(monday) = day.and_then(|day| monday_of(day, offset)) else { return Sense::default() };
    let sunday = monday.checked_add(6.days()).ok();
    Sense::between(Some(Stamp::Day(monday)), sunday.map(Stamp::Day))
}

/// `this weekend`, `last weekend`, `the weekend`: Saturday and Sunday.
fn weekend(scene: Scene<'_>, i: usize, k: usize, lead: Lead) -> Found {
    let past = tense(scene.words, i, k + 1) == Tense::Past;
    let saturday = scene.reference.published.and_then(|day| {
        let this = monday_of(day, 0)?.checked_add(5.days()).ok()?;
        let weeks = match lead {
            Lead::Today(-1) => i32::from(day >= this) - 1 - i32::from(day >= this),
            Lead::Today(0) if past && day < this => -1,
            Lead::Today(0) => 0,
            Lead::Today(weeks) => weeks,
            Lead::Focus(_) => return None,
        };
        this.checked_add((weeks * 7).days()).ok()
    });
    let sunday = saturday.and_then(|day| day.checked_add(1.days()).ok());
    Found::new(i, k + 1, Sense::between(saturday.map(Stamp::Day), sunday.map(Stamp::Day)))
}

/// `the last weekend of August`, where the weekend is token `k`.
fn last_weekend_of(scene: Scene<'_>, i: usize, k: usize) -> Option<Found> {
    if !scene.words.is(k - 1, "last") || !scene.words.is(k + 1, "of") {
        return None;
    }
    let whole = scene.point(k + 2)?.settled(scene);
    let sunday = match whole.sense.when {
        Some(Stamp::Month(year, month)) => {
            let last = Date::new(year, month, 1).ok()?.last_of_month();
            let back = i32::from(last.weekday().to_sunday_zero_offset());
            last.checked_sub(back.days()).ok()
        }
        _ => None,
    };
    let saturday = sunday.and_then(|day| day.checked_sub(1.days()).ok());
    Some(Found::new(i, whole.end, Sense::between(saturday.map(Stamp::Day), sunday.map(Stamp::Day))))
}

/// `the past 30 days`, `next 3 months`, `the last few years`, `the coming weeks`.
pub(super) fn lengths(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if let Some(found) = after_next(scene, i) {
        return Some(found);
    }
    let k = i + usize::from(words.is_any(i, &["the", "this", "these"]));
    if k > i && words.is(k + 1, "ahead") && words.word(k).ends_with('s') {
        let unit = scene.lexicon.calendar.unit(words.word(k))?;
        return Some(Found::new(i, k + 2, window(scene, Length::vague(unit), 1)));
    }
    // "expected to last six weeks", "may last three days"
    let before = i.wrapping_sub(1);
    if words.is(i, "last") && (words.is(before, "to") || words.pos(before) == Pos::Modal) {
        return None;
    }
    // "They rest following five days of rain": afterwards.
    if k == i && words.is(k, "following") && words.pos(before) != Pos::Possessive {
        return None;
    }
    let sign = if words.is_any(k, &["last", "past", "previous", "preceding"]) {
        -1
    } else if words.is_any(k, &["next", "coming", "following"]) {
        1
    } else {
        return None;
    };
    if let Some((length, end)) = duration::length(scene, k + 1).or_else(|| quarters(scene, k + 1)) {
        // "the last three months of 2018"
        if sign < 0
            && words.is(end, "of")
            && let Some((count, unit)) = length.single()
            && let Some(found) = counted::last_units(scene, i, count, unit, end + 1)
        {
            return Some(found);
        }
        // "the last two weeks of the ban" do not end today.
        let led = words.is_any(before, &["in", "over", "during", "for", "within"]);
        let whose = words.is(end, "of") && words.has(end + 1, Classes::DETERMINER);
        if words.is(k, "last") && whose && !led {
            return Some(Found::new(i, end, Sense::default().lasting(length).related("for")));
        }
        return Some(Found::new(i, end, window(scene, length, sign)));
    }
    let unit = scene.lexicon.calendar.unit(words.word(k + 1)).filter(|_| words.word(k + 1).ends_with('s'))?;
    Some(Found::new(i, k + 2, window(scene, Length::vague(unit), sign)))
}

/// The time from so long ago to the day of publication, or from it to so long from now.
fn window(scene: Scene<'_>, length: Length, sign: i32) -> Sense {
    let today = scene.reference.today();
    let other = today.and_then(|today| today.shifted(length, sign));
    // The near end is as precise as the far one.
    let near = today.and_then(|today| match other? {
        Stamp::Year(_) => Some(Stamp::Year(today.year())),
        Stamp::Month(..) => today.plus_months(0),
        Stamp::Day(_) => Some(today),
    });
    let (from, to) = if sign < 0 { (other, near) } else { (near, other) };
    Sense::between(from, to).lasting(length).related("for")
}
