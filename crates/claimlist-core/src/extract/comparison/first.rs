//! Firsts: `the first woman to lead the bank`, `for the first time in sixty years`, `its first loss since 2009`, `the only
//! country to`.
//!
//! "First" is no claim where it only counts along ("the first half", "the first ship is expected") or means "at first".

use super::{Found, scope, text};
use crate::Slot;
use crate::extract::{Context, phrase};
use crate::lex::{Case, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The first at token `i`.
pub(super) fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    if !words.is(i, "first") || words.case(i) == Case::Title && i > 0 {
        return None;
    }
    // "a first-half goal", "the first-in-the-nation vote"; but "the first-ever win"
    if phrase::is_hyphen(words, i + 1) && !words.is(i + 2, "ever") {
        return None;
    }
    first_time(context, i).or_else(|| first_of_all(context, i, "first", "first"))
}

/// The only: `the only bank to`, `the only town in`.
pub(super) fn only(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    let definite =
        words.is(i, "only") && i > 0 && words.is_any(i - 1, &["the", "its", "their", "his", "her"]);
    definite.then(|| first_of_all(context, i, "superlative", "only")).flatten()
}

/// "the first time deadly stampedes ...", "for the first time since May".
fn first_time(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    if !words.is(i + 1, "time") {
        return None;
    }
    let article = i.checked_sub(1).filter(|&k| words.is_any(k, &["the", "its", "their"]))?;
    let with_for = article.checked_sub(1).filter(|&k| words.is(k, "for"));
    let behind = scope::end(context, i + 2);
    let end = match with_for {
        Some(_) => behind,
        // "the first time that a woman has led it": the clause is what happened first.
        None => behind.max(phrase::clause_end(words, i + 2)),
    };
    let mut found = Found::new(with_for.unwrap_or(article), end, "first", "first time");
    if end > i + 2 {
        found.facts.set(Slot::Reference, text(context, i + 2, end));
    }
    Some(found)
}

/// "the first woman to lead the bank", "their first win since March", "the first and only".
fn first_of_all(context: &Context<'_>, i: usize, degree: &str, pattern: &'static str) -> Option<Found> {
    let words = context.words;
    let core = i + 1 + 2 * usize::from(words.is(i + 1, "and") && words.is(i + 2, "only"));
    let ever =
        core + usize::from(words.is(core, "ever") || words.is(core, "-") && words.is(core + 1, "ever"));
    let ever = if words.is(core, "-") { ever + 1 } else { ever };
    let noun = phrase::noun_phrase(words, ever).max(ever);
    let start = opening(words, i)?;
    let behind = scope::end(context, noun).max(past_description(words, noun));
    let clause = scope::before_verb(words, start, behind, tail_clause(words, behind));
    // "a first attempt to reach them" is one of several.
    let clause = if words.is_any(start, &["a", "an"]) { behind } else { clause };
    let end = clause.max(behind);
    let after_be = i > 1 && noun == ever && clause > behind;
    let known = (ever..noun).any(|k| Lexicon::english().cues.attested.has(words.word(k)));
    let scoped =
        ever > core || known || tells(words, noun, behind) || clause > behind && (noun > ever || after_be);
    if !scoped {
        return None;
    }
    let mut found = Found::new(start, end, degree, pattern);
    if end > noun {
        found.facts.set(Slot::Reference, text(context, noun, end));
    }
    Some(found)
}

/// "the first person | without a degree | to lead it": the end of a phrase that describes somebody with "to" behind it; `noun` if there
/// is none.
fn past_description(words: Words<'_>, noun: usize) -> usize {
    // "the only bird | known to sleep on the wing"
    if words.is_any(noun, &["known", "thought", "believed"]) && words.pos(noun + 1) == Pos::To {
        return noun + 1;
    }
    let somebody = words.has(noun.wrapping_sub(1), Classes::PERSON_NOUN.or(Classes::TITLE));
    if !somebody || !words.is_any(noun, &["with", "without", "from", "under", "over"]) {
        return noun;
    }
    let end = phrase::with_of(words, noun + 1);
    if end > noun + 1 && words.pos(end) == Pos::To { end } else { noun }
}

/// The start with the article or owner. Without one, only a headline says "first": "First woman to lead bank".
fn opening(words: Words<'_>, i: usize) -> Option<usize> {
    let Some(before) = i.checked_sub(1) else { return Some(i) };
    if words.pos(before) == Pos::Possessive {
        return Some(phrase::noun_phrase_start(words, before));
    }
    let definite = words.is_any(before, &["the", "a", "its", "his", "her", "their", "our", "my"]);
    if definite {
        return Some(before);
    }
    let among = words.is(before, "among");
    (among || words.pos(before).is_verb() || words.is(before, "as")).then_some(i)
}

/// "to lead the bank", "ever to ...", "who was born there": the clause behind a first.
fn tail_clause(words: Words<'_>, i: usize) -> usize {
    if words.pos(i) == Pos::To && !words.has(i + 1, Classes::BE) || words.is_phrase(i, "to be") {
        return phrase::clause_end(words, i + 1);
    }
    i
}

/// Whether a scope says that nothing of the kind was before: "since 2009", "in 60 years", "ever", "of its kind".
fn tells(words: Words<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|k| {
        words.is_any(k, &["since", "ever", "history", "anywhere", "record"])
            || words.is_phrase(k, "of its kind")
            || words.is_phrase(k, "of their kind")
            || words.is(k, "in") && has_years(words, k + 1, end)
    }) || words.is(start, "by") && end > start
}

/// "60 years", "more than a decade", "almost two centuries".
fn has_years(words: Words<'_>, start: usize, end: usize) -> bool {
    (start..end.min(start + 6)).any(|k| {
        words.has(k, Classes::TIME_UNIT)
            && (start..k)
                .any(|n| words.pos(n) == Pos::Number || words.is_any(n, &["a", "decades", "generations"]))
            && words
                .is_any(k, &["years", "decades", "decade", "century", "centuries", "months", "year", "weeks"])
    })
}
