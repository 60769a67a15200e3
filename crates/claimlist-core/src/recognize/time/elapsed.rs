//! Times of races: `2:17:35`, `1:59.03`: the hours, minutes and seconds that something took.

use super::stamp::{Length, Sense};
use super::{Found, Scene, clock};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::lexicon::calendar::{Part, Unit};
use crate::tag::Pos;

/// Hours, minutes and seconds, or minutes and seconds with decimals; "at 14:32:10" is a time of day.
pub(super) fn elapsed(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    if words.mark(i + 1) != ':' || words.glued(i) {
        return None;
    }
    let first = field(scene, i).filter(|_| words.word(i).len() <= 2)?;
    let second = behind_colon(scene, i + 1)?;
    let of = |amount, part| (amount, Unit { part, times: 1 });
    let (parts, end) = match behind_colon(scene, i + 3) {
        Some(third) => {
            let whole = words.word(i + 2).len() == 2;
            let parts = [of(first, Part::Hours), of(second, Part::Minutes), of(third, Part::Seconds)];
            (whole && !is_clock(scene, i, i + 5)).then_some((parts, i + 5))?
        }
        None => {
            let seconds = words.word(i + 2).contains('.');
            let parts = [of(0.0, Part::Hours), of(first, Part::Minutes), of(second, Part::Seconds)];
            (seconds && !is_odds(scene, i)).then_some((parts, i + 3))?
        }
    };
    let mut length = Length::default();
    for (amount, unit) in parts {
        length.add(amount, unit);
    }
    let relation = if words.is(lead(scene, i).wrapping_sub(1), "in") { "within" } else { "for" };
    Some(Found::new(i, end, Sense::default().lasting(length).related(relation)))
}

/// Minutes or seconds behind a colon at token `colon`: two digits, and decimals that they may have.
fn behind_colon(scene: Scene<'_>, colon: usize) -> Option<f64> {
    let words = scene.words;
    let touches = words.mark(colon) == ':' && words.glued(colon) && words.glued(colon + 1);
    let two = words.word(colon + 1).find('.').unwrap_or(words.word(colon + 1).len()) == 2;
    field(scene, colon + 1).filter(|value| touches && two && *value < 60.0)
}

/// The digits at token `i`, with decimals that they may have.
fn field(scene: Scene<'_>, i: usize) -> Option<f64> {
    if scene.words.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    scene.words.word(i).parse().ok()
}

/// Whether hours, minutes and seconds in the tokens `i..end` are a time of day: nobody races for a day, and few for ten hours.
fn is_clock(scene: Scene<'_>, i: usize, end: usize) -> bool {
    let words = scene.words;
    let lead = lead(scene, i);
    if words.is(lead.wrapping_sub(1), "in") {
        return false;
    }
    // "The show starts 8:15:00 on Monday", but "She ran 2:24:07 on Sunday"
    let day = end + usize::from(words.is(end, "on"));
    let on_a_day = words.has(day, Classes::WEEKDAY)
        && scene.lexicon.times.starting.has(words.word(lead.wrapping_sub(1)));
    words.word(i).len() == 2
        || on_a_day
        || clock::is_time_of_day(scene, i, end)
        || clock::is_time_of_day(scene, lead, end)
}

/// Where the adverbs before token `i` start: "at exactly 5:46:23", "in about 2:24:07".
fn lead(scene: Scene<'_>, i: usize) -> usize {
    let words = scene.words;
    let modifies =
        |k: usize| words.pos(k) == Pos::Adverb || words.is_any(k, &["about", "around", "over", "under"]);
    (0..i).rev().take_while(|&k| modifies(k)).last().unwrap_or(i)
}

/// "The odds were 1:50.25"
fn is_odds(scene: Scene<'_>, i: usize) -> bool {
    let odds = &scene.lexicon.figures.odds;
    (i.saturating_sub(5)..i).any(|k| odds.has(scene.words.word(k)))
}
