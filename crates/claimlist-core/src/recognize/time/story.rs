//! How a date stands in what the text tells: `In 1943 he left Hull` tells of that year, and "in March" behind it is March 1943;
//! `a third by 2035` is a target, `(born 1955)` an aside, `the 2012 Games` a name, and say nothing about "in March".

use super::tense::{Tense, tense};
use super::{Found, Scene};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::tag::Pos;

/// How a date stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The text tells what happened then, in the past.
    Told,
    /// It lies ahead: a plan, a target, a deadline.
    Ahead,
    /// It is named on the way, in a name, an attribute or a clause about somebody or something.
    Named,
    /// It stands in brackets, apart from what is told.
    Aside,
}

/// How many tokens before a date are looked at.
const REACH: usize = 24;

/// How a date that was found stands in its sentence; `alone` if it is all that the sentence has.
pub(super) fn role(scene: Scene<'_>, found: &Found, alone: bool) -> Role {
    let words = scene.words;
    let before = found.start.wrapping_sub(1);
    if alone {
        // The heading of what is told below it.
        return Role::Told;
    }
    if in_brackets(scene, found.start) {
        return Role::Aside;
    }
    let bare = found.date.is_none_or(|date| date.month.is_none() && date.weekday.is_none());
    let looks = tense(words, found.start, found.end);
    let deadline = bare && before != 0 && words.is_any(before, &["by", "until", "till"]);
    if looks == Tense::Future || deadline || is_target(scene, found.start) {
        return Role::Ahead;
    }
    if is_compared(scene, found)
        || looks == Tense::Open
        || is_attribute(scene, found, bare)
        || is_start_of_present(scene, found.start)
        || is_background(scene, found.start)
        || in_relative_clause(scene, found.start)
    {
        return Role::Named;
    }
    Role::Told
}

/// Whether a bracket is open before token `i`.
fn in_brackets(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let nearest =
        (i.saturating_sub(REACH)..i).rev().find(|&k| matches!(words.mark(k), '(' | '[' | ')' | ']'));
    nearest.is_some_and(|k| matches!(words.mark(k), '(' | '['))
}

/// Whether a target is spoken of before token `i`: "set itself a target of half by 2035".
fn is_target(scene: Scene<'_>, i: usize) -> bool {
    // Most words begin otherwise.
    let may = |k: usize| matches!(scene.words.initial(k), b't' | b'g' | b'd' | b'p' | b'a' | b'f' | b'v');
    (i.saturating_sub(8)..i).any(|k| may(k) && scene.lexicon.times.targets.has(scene.words.word(k)))
}

/// "the 2012 Games", "a school built in 1998", "after 1998", "the class of 1998": no step of what is told.
fn is_attribute(scene: Scene<'_>, found: &Found, bare: bool) -> bool {
    let words = scene.words;
    let before = found.start.wrapping_sub(1);
    let preposition = words.pos(before) == Pos::Preposition;
    let noun = words.pos(found.end).is_noun() && words.pos(before).in_noun_phrase();
    let built = preposition
        && words.pos(before.wrapping_sub(1)) == Pos::VerbParticiple
        && !(2..=4).any(|d| words.has(before.wrapping_sub(d), Classes::BE.or(Classes::HAVE)));
    let loose = bare && words.is_any(before, &["of", "since", "before", "after", "from", "than", "about"]);
    noun || built || loose
}

/// "has led since June 2002": what lasts is told of now.
fn is_start_of_present(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    words.is(i.wrapping_sub(1), "since")
        && (i.saturating_sub(REACH)..words.len().min(i + REACH))
            .any(|k| words.is_any(k, &["has", "have", "'ve"]))
}

/// "is said to have begun in 1994", "more than they did in 2003": what was before, or what is compared with.
fn is_background(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    (i.saturating_sub(8)..i).any(|k| match words.initial(k) {
        b't' => {
            words.is(k, "to") && words.is(k + 1, "have") && words.pos(k + 2) == Pos::VerbParticiple
                || words.is(k, "than") && words.pos(k + 1) == Pos::Pronoun
        }
        _ => false,
    })
}

/// "£3m a year earlier", "up from 33% four years ago": the time of a figure that another is compared with.
fn is_compared(scene: Scene<'_>, found: &Found) -> bool {
    let words = scene.words;
    let reckoned = matches!(found.sense.relation, Some("ago" | "before")) && found.sense.length.is_some();
    let before = found.start.wrapping_sub(1);
    let figure = words.kind(before).is_some_and(|kind| matches!(kind, TokenKind::Number | TokenKind::Symbol))
        || words.has(before, Classes::SCALE.or(Classes::CURRENCY).or(Classes::UNIT).or(Classes::NUMBER))
        || words.is(before, "m")
        || words.is(before, "bn");
    reckoned && figure
}

/// Whether the clause of token `i` opens with "who" or "which".
fn in_relative_clause(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    (i.saturating_sub(REACH)..i)
        .rev()
        .take_while(|&k| words.kind(k) != Some(TokenKind::Punct) || words.is(k, "-"))
        .any(|k| words.initial(k) == b'w' && words.is_any(k, &["who", "which", "whose", "whom", "where"]))
}

/// Whether a time is reckoned from the day on which the text was written: "yesterday", "last week", "two years ago", "Tuesday".
pub(super) fn is_deictic(scene: Scene<'_>, found: &Found) -> bool {
    let first = found.start;
    let weekday = found.date.is_some_and(|date| date.weekday.is_some() && date.month.is_none());
    weekday
        || found.sense.relation == Some("ago")
        || scene.words.is_any(first, &["yesterday", "today", "tonight", "tomorrow", "last", "next"])
        || scene.words.is(first, "this") && scene.words.has(first + 1, Classes::TIME_UNIT)
}
