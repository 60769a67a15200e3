//! Absence claims: that something does not exist, did not happen or was not said.
//!
//! `there has been no official comment`, `no one was hurt`, `she never visited the site`, `without a licence`, `declined to
//! comment`. One counter-example breaks such a claim. What somebody does not want or believe, and what will not be, is none.

mod denial;
mod phrases;
#[cfg(test)]
mod tests;

use super::clause::{Clause, ClauseKind};
use super::{Context, Draft, phrase};
use crate::lex::Words;
use crate::lexicon::Lexicon;
use crate::{ClaimKind, Facts, Slot};

/// What denies: its tokens and the name of the pattern.
struct Denial {
    start: usize,
    end: usize,
    pattern: &'static str,
}

impl Denial {
    fn new(start: usize, end: usize, pattern: &'static str) -> Self {
        Self { start, end, pattern }
    }
}

/// Drafts the absence claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    for (index, clause) in context.clauses.iter().enumerate() {
        let stated = is_stated(words, clause);
        let Some(denial) = stated.then(|| denial::of(words, clause)).flatten() else { continue };
        // "She said no one was hurt" denies what is said, not that she said it.
        let of_content = |other: &Clause| {
            other.kind == ClauseKind::Content
                && other.subject.start == denial.start
                && !other.subject.is_empty()
        };
        let of_other = denial.start > clause.subject.start && context.clauses.iter().any(of_content);
        if of_other || phrases::in_front(words, denial.start).is_some() {
            continue;
        }
        let range = phrase::own_range(context, clause);
        if range.end > denial.start {
            let end = if words.is(denial.start, "neither") { past_nor(context, index) } else { None };
            // "lived in Leeds and never married"
            let start = range.start.min(denial.start);
            push(words, start, end.unwrap_or(range.end), &denial, drafts);
        }
    }
    phrases::draft(context, drafts);
}

/// "neither paid | nor appealed": the end of the clause that "nor" joins to clause `index`.
fn past_nor(context: &Context<'_>, index: usize) -> Option<usize> {
    let words = context.words;
    let next = context.clauses.get(index + 1)?;
    let nor = (context.clauses[index].verb.range.end..next.verb.range.start).any(|k| words.is(k, "nor"));
    nor.then(|| phrase::own_range(context, next).end)
}

fn is_stated(words: Words<'_>, clause: &Clause) -> bool {
    let condition = clause.connective.is_some_and(|k| words.is_any(k, &["if", "unless", "whether"]));
    let asked = words.is(words.len().saturating_sub(1), "?");
    let what = clause.kind == ClauseKind::Relative && words.is(clause.subject.start, "what");
    !what && !clause.quoted && clause.kind != ClauseKind::Tag && !condition && !asked
}

/// Appends the claim of tokens `start..end`.
fn push(words: Words<'_>, start: usize, end: usize, denial: &Denial, drafts: &mut Vec<Draft>) {
    let negator = words.span(denial.start, denial.end).of(words.text);
    drafts.push(Draft {
        kind: ClaimKind::Absence,
        span: words.span(start, end),
        facts: Facts::new().with(Slot::Negator, negator),
        speaker: None,
        pattern: denial.pattern,
    });
}

/// Whether a phrase with a negator that denies nothing starts at `i`: "no doubt", "not only".
fn denies_nothing(words: Words<'_>, i: usize) -> bool {
    Lexicon::english().cues.no_denial.longest(|k| words.word(i + k)) > 0
}
