//! Frequencies and orders in time: `every year`, `each Monday`, `twice a week`, `annually`, `the third year running`.

use super::stamp::{Length, Sense};
use super::{Found, Scene, date, duration, weekday};
use crate::lex::Case;
use crate::lexicon::Classes;
use crate::lexicon::calendar::Part;
use crate::tag::Pos;

/// `every year`, `each Monday`, `every two years`, `every other day`, `every March`.
pub(super) fn every(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if !words.is_any(i, &["every", "each"]) {
        return None;
    }
    let sense = Sense::default().related("every");
    let nth = date::day_number(scene, i + 1).filter(|day| day.2 && day.0 > 2 && day.1 == i + 2);
    let other = usize::from(words.is_any(i + 1, &["other", "single", "second"]) || nth.is_some());
    let k = i + 1 + other;
    if let Some((day, mut end)) = weekday::named(scene, k) {
        end += usize::from(scene.lexicon.calendar.is_part_of_day(words.word(end)));
        return Some(Found::new(i, end, Sense { weekday: Some(weekday::name(day)), ..sense }));
    }
    if let Some(unit) = scene.lexicon.calendar.unit(words.word(k)) {
        let times = match nth {
            Some((nth, ..)) => f64::from(nth),
            None if other == 1 && !words.is(i + 1, "single") => 2.0,
            None => 1.0,
        };
        return Some(Found::new(i, k + 1, sense.lasting(Length::of(times, unit))));
    }
    if scene.lexicon.calendar.season(words.word(k)).is_some()
        || date::month(scene, k, true).is_some()
        || scene.lexicon.calendar.is_part_of_day(words.word(k))
        || words.is_any(k, &["weekend", "season"])
    {
        return Some(Found::new(i, k + 1, sense));
    }
    let (length, end) = duration::length(scene, k)?;
    Some(Found::new(i, end, sense.lasting(length)))
}

/// `twice a week`, `three times a day`, `once every two years`.
pub(super) fn times(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let k = if words.is_any(i, &["once", "twice", "thrice"]) {
        i + 1
    } else {
        let number = scene.number_at(i)?;
        number.tokens.end + usize::from(words.is(number.tokens.end, "times"))
    };
    let counted = k > i + 1 && words.is(k - 1, "times") || words.is_any(i, &["once", "twice", "thrice"]);
    if !counted {
        return None;
    }
    if let Some(found) = every(scene, k) {
        return Some(Found { start: i, ..found });
    }
    // "three times daily"
    if scene.lexicon.calendar.frequency(words.word(k)).is_some() && !words.pos(k + 1).is_noun() {
        return Some(Found::new(i, k + 1, Sense::default().related("every")));
    }
    let unit =
        scene.lexicon.calendar.unit(words.word(k + 1)).filter(|_| words.is_any(k, &["a", "an", "per"]))?;
    Some(Found::new(i, k + 2, Sense::default().lasting(Length::of(1.0, unit)).related("every")))
}

/// `annually`, `weekly` as an adverb: not of "weekly paper".
pub(super) fn adverb(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if !words.has(i, Classes::TIME_WORD) || words.case(i) != Case::Lower {
        return None;
    }
    scene.lexicon.calendar.frequency(words.word(i))?;
    let noun_behind = words.pos(i + 1).is_noun()
        || matches!(words.pos(i + 1), Pos::Adjective | Pos::VerbIng)
        || words.is(i + 1, "-");
    // "a daily", "a popular daily", but "is open daily".
    let described = i > 1
        && words.pos(i - 1) == Pos::Adjective
        && matches!(words.pos(i - 2), Pos::Determiner | Pos::Possessive | Pos::Adverb);
    let noun_before =
        described || i > 0 && matches!(words.pos(i - 1), Pos::Determiner | Pos::Possessive | Pos::Number);
    (!noun_behind && !noun_before).then(|| Found::new(i, i + 1, Sense::default().related("every")))
}

/// `for | a third week`, `for | the second night`: whether one more of a unit follows `for` and an article, at token `k`.
fn is_again(scene: Scene<'_>, i: usize, k: usize) -> bool {
    let words = scene.words;
    let unit = words.is_any(k, &["day", "night", "week", "month", "year"]);
    let goes_on = words.pos(k + 1).is_noun() || words.is_any(k + 1, &["-", "of", "in", "running"]);
    unit && words.is(i.wrapping_sub(1), "for") && !words.is(k - 1, "first") && !goes_on
}

/// `the third year running`, `the second consecutive month`, `the fourth day in a row`, `ten straight days`.
pub(super) fn running(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let article = i + usize::from(words.is_any(i, &["the", "a"]));
    let (count, k) = match date::day_number(scene, article).filter(|day| day.2) {
        Some((day, end, _)) => (f64::from(day), end),
        None => scene.number_at(article).map(|number| (number.value, number.tokens.end))?,
    };
    let in_row = |k: usize| words.is_any(k, &["consecutive", "straight", "successive"]);
    let unit_at = k + usize::from(in_row(k));
    let again = is_again(scene, i, k) && article > i;
    if unit_at == k && !words.is(k + 1, "running") && !words.is(k + 1, "in") && !again {
        return None;
    }
    let word = words.word(unit_at);
    let unit = scene.lexicon.calendar.unit(word).filter(|unit| unit.part <= Part::Days);
    let day = weekday::named(scene, unit_at);
    if unit.is_none()
        && day.is_none()
        && !words.is_any(unit_at, &["weekend", "season", "quarter", "summer", "winter"])
    {
        return None;
    }
    let end = unit_at + 1;
    let end = match () {
        () if words.is(end, "running") => end + 1,
        () if words.is_phrase(end, "in a row") || words.is_phrase(end, "in succession") => {
            end + if words.is(end + 1, "a") { 3 } else { 2 }
        }
        () if in_row(k) || again => end,
        () => return None,
    };
    let mut sense = Sense::default().related("ordinal");
    sense.length = unit.map(|unit| Length::of(count, unit));
    sense.weekday = day.map(|day| weekday::name(day.0));
    Some(Found::new(i, end, sense))
}
