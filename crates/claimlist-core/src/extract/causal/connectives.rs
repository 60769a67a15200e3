//! Connectives from the word lists: `due to heavy rain`, `because it rained`, `in order to save money`, `as a result`.

use super::Found;
use crate::extract::{Context, phrase};
use crate::lex::{TokenKind, Words};
use crate::lexicon::cues::Connective;
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The phrases of a sentence that a connective opens.
pub(super) fn find(context: &Context<'_>) -> Vec<Found> {
    let words = context.words;
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match words.has(i, Classes::CAUSAL).then(|| at(context, i)).flatten() {
            Some(next) => {
                i = next.end;
                found.push(next);
            }
            None => i += 1,
        }
    }
    found
}

/// The phrase of the connective at token `i`.
fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    let cues = &Lexicon::english().cues;
    let word = |k: usize| words.word(i + k);
    match cues.connectives.at(word) {
        Some((Connective::Purpose, length)) => clause(words, i, length, "purpose", "purpose"),
        Some((Connective::CausePhrase, length)) => cause_phrase(words, i, length),
        Some((Connective::CauseClause, length)) if words.is(i, "in") && !opens_reason(words, i + length) => {
            None
        }
        Some((Connective::CauseClause, length)) => clause(words, i, length, "cause", "because"),
        Some((Connective::Effect, length)) => effect_clause(words, i, length),
        None if words.is(i, "so") => so(words, i),
        None => None,
    }
}

/// "so they could visit her": a purpose; ", so the match was moved": a consequence. "So" before anything else is an adverb.
fn so(words: Words<'_>, i: usize) -> Option<Found> {
    let subject = phrase::noun_phrase(words, i + 1);
    let behind = words.pos(subject);
    let comma = i > 0 && words.is(i - 1, ",");
    let direction = match behind {
        Pos::Modal if words.is_any(subject, &["could", "can", "would", "might", "may"]) => "purpose",
        Pos::VerbPast | Pos::VerbPresent if comma => "effect",
        _ => return None,
    };
    let starts = i > 0
        && subject > i + 1
        && matches!(
            words.pos(i + 1),
            Pos::Pronoun | Pos::Determiner | Pos::ProperNoun | Pos::PluralNoun | Pos::Number
        );
    let end = phrase::clause_end(words, subject);
    starts.then_some(Found { start: i, end, connective: i..i + 1, direction, pattern: "so" })
}

/// "due to heavy rain and strong winds". "Due to" before a verb is a plan: "due to open".
fn cause_phrase(words: Words<'_>, i: usize, length: usize) -> Option<Found> {
    let behind = i + length;
    let noun = is_noun_of_cause(words, behind);
    if words.is_phrase(i, "due to")
        && (words.pos(behind - 1) == Pos::To || words.has(behind, Classes::VERB_BASE))
        && !noun
    {
        return None;
    }
    // `because of "wear and tear"`
    let quoted = matches!(words.mark(behind), '"' | '\u{201c}')
        .then(|| {
            (behind + 1..words.len().min(behind + 24)).find(|&k| matches!(words.mark(k), '"' | '\u{201d}'))
        })
        .flatten();
    let end = if let Some(close) = quoted {
        close + 1
    } else if matches!(words.pos(behind), Pos::VerbIng) || words.is(behind, "what") {
        phrase::clause_end(words, behind)
    } else if words.is_any(behind, &["this", "that", "these", "which", "it"])
        && !words.pos(behind + 1).in_noun_phrase()
    {
        behind + 1
    } else {
        phrase::list_end(words, phrase::object(words, past_verb_like(words, behind)))
    };
    (end > behind).then_some(Found {
        start: i,
        end,
        connective: i..behind,
        direction: "cause",
        pattern: "cause phrase",
    })
}

/// Whether a noun stands at `k` though a verb may: "due to lack of sleep", "due to cost-of-living pressures", "due to record rainfall".
fn is_noun_of_cause(words: Words<'_>, k: usize) -> bool {
    let next = words.pos(k + 1);
    words.pos(k).is_noun()
        || words.is(k + 1, "of")
        || words.has(k, Classes::NOUN) && words.is(k + 1, "-") && words.glued(k + 1) && words.is(k + 2, "of")
        || words.is(k, "record") && next == Pos::Noun
}

/// Where to read on from the noun of a cause at `k`, which may look like a verb: "lack of | sleep", "cost-of-|living pressures", "record | rain".
fn past_verb_like(words: Words<'_>, k: usize) -> usize {
    if words.is(k + 1, "of") {
        return k + 2;
    }
    let verb = words.pos(k) == Pos::VerbBase;
    let mut k = k;
    while verb && words.is(k + 1, "-") && words.glued(k + 1) {
        k += 2;
    }
    k + usize::from(verb && !words.pos(k).in_noun_phrase())
}

/// Whether the "due" at token `i` names a cause, and not what is to come: "due to record rainfall", "due in large part to storms".
pub(in crate::extract) fn names_cause(words: Words<'_>, i: usize) -> bool {
    let connective = Lexicon::english().cues.connectives.at(|k| words.word(i + k));
    connective.is_some_and(|(_, length)| length > 2 || is_noun_of_cause(words, i + length))
}

/// "in that | it is", "in that | the firm had", "in that | banks could fail"; not "in that | area", "in that | one".
fn opens_reason(words: Words<'_>, behind: usize) -> bool {
    let subject = matches!(words.pos(behind), Pos::Determiner | Pos::Pronoun) || words.is(behind, "there");
    let last = behind + usize::from(words.pos(behind) == Pos::Adjective);
    let several = words.pos(last) == Pos::PluralNoun
        && (last + 1..last + 6).any(|k| words.pos(k).is_finite() || words.pos(k) == Pos::VerbBase);
    (subject || several) && !words.is(behind, "one")
}

/// A connective with the rest of its clause.
fn clause(
    words: Words<'_>,
    i: usize,
    length: usize,
    direction: &'static str,
    pattern: &'static str,
) -> Option<Found> {
    let behind = i + length;
    let end = phrase::clause_end(words, behind);
    (end > behind).then_some(Found { start: i, end, connective: i..behind, direction, pattern })
}

/// "As a result, the bank closed": the clause behind the comma too.
fn effect_clause(words: Words<'_>, i: usize, length: usize) -> Option<Found> {
    let comma = usize::from(words.is(i + length, ","));
    // "whose rating rose as a result, will play": what came of it stands before.
    let opens = i == 0 || words.kind(i - 1) != Some(TokenKind::Word) || words.pos(i - 1) == Pos::Coordinator;
    if comma > 0 && !opens {
        return None;
    }
    let behind = i + length + comma;
    let end = phrase::clause_end(words, behind);
    (end > behind).then_some(Found {
        start: i,
        end,
        connective: i..i + length,
        direction: "effect",
        pattern: "effect",
    })
}
