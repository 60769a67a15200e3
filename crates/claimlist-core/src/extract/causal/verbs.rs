//! Verbs of cause: `the storm caused a blackout`, `was triggered by a leak`, `resulting in delays`.

use super::Found;
use crate::extract::clause::{Clause, ClauseKind, Tense};
use crate::extract::{Context, phrase};
use crate::lex::Words;
use crate::lexicon::Lexicon;
use crate::tag::Pos;

/// The clauses of a sentence whose verb is one of cause.
pub(super) fn find(context: &Context<'_>) -> impl Iterator<Item = Found> {
    context.clauses.iter().filter_map(|clause| of(context, clause))
}

fn of(context: &Context<'_>, clause: &Clause) -> Option<Found> {
    let words = context.words;
    let cues = &Lexicon::english().cues;
    let verb = &clause.verb;
    let head = |k: usize| words.word(verb.head + k);
    // "know what caused the crash": nothing is told to be the cause.
    let asked = words.is(verb.range.start.wrapping_sub(1), "what");
    if clause.quoted || verb.negated || verb.modal.is_some() || asked {
        return None;
    }
    let caused = cues.caused_verbs.longest(head);
    let causing = if verb.passive { 0 } else { cues.causing_verbs.longest(head) };
    if caused == 0 && causing == 0 {
        return None;
    }
    // "The march set off for Leeds", "The road led to the mill"
    let behind = verb.head + causing;
    let departs = words.is(behind.wrapping_sub(1), "off") && words.pos(behind) == Pos::Preposition;
    let way = words.is(behind.wrapping_sub(1), "to") && is_way(words, clause);
    if causing > 0 && (departs || way) {
        return None;
    }
    let range = phrase::own_range(context, clause);
    if caused > 0 && range.end > verb.head + caused {
        // "was caused by a leak": what was caused stands before and is a claim of its own.
        let connective = verb.head..verb.head + caused;
        return Some(Found {
            start: verb.range.start,
            end: range.end,
            connective,
            direction: "cause",
            pattern: "caused by",
        });
    }
    if causing == 0 || range.end <= verb.head + causing {
        return None;
    }
    let subject = !clause.subject.is_empty() && !clause.shared && verb.tense != Tense::None;
    let relative = clause.kind == ClauseKind::Relative;
    let start = if subject || relative { range.start } else { verb.range.start };
    let connective = verb.head..verb.head + causing;
    Some(Found { start, end: range.end, connective, direction: "effect", pattern: "causing" })
}

/// "The steps down the cliff led to": whether the subject is a way, which leads to a place.
fn is_way(words: Words<'_>, clause: &Clause) -> bool {
    let head = clause.subject.clone().take_while(|&k| words.pos(k) != Pos::Preposition).last();
    head.is_some_and(|head| Lexicon::english().cues.ways.has(words.word(head)))
}
