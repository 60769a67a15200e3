//! Causal claims: a stated cause, consequence or purpose, the phrase or clause with its connective.
//!
//! `due to heavy rain`, `because the law had lapsed`, `was caused by a leak`, `led to protests`, `in order to save money`.
//! That one thing came after another is no cause, with one exception: news writes "after" with a clause for a reason ("he resigned
//! after police searched his office").

mod clauses;
mod connectives;
#[cfg(test)]
mod tests;
mod verbs;

use super::{Context, Draft};
use crate::lex::Words;
use crate::recognize::MentionKind;
use crate::{ClaimKind, Facts, Slot};
pub(super) use connectives::names_cause;

/// A causal phrase: tokens `start..end`, of which `start..connective_end` or another range is the connective.
struct Found {
    start: usize,
    end: usize,
    connective: std::ops::Range<usize>,
    direction: &'static str,
    pattern: &'static str,
}

/// Drafts the causal claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let mut found = connectives::find(context);
    found.extend(verbs::find(context));
    found.extend(clauses::find(context));
    let words = context.words;
    for found in found.into_iter().filter(|found| !is_quoted(context, found)) {
        drafts.push(Draft {
            kind: ClaimKind::Causal,
            span: words.span(found.start, found.end),
            facts: Facts::new()
                .with(Slot::Connective, text(words, &found.connective))
                .with(Slot::Direction, found.direction),
            speaker: None,
            pattern: found.pattern,
        });
    }
}

fn text<'a>(words: Words<'a>, range: &std::ops::Range<usize>) -> &'a str {
    words.span(range.start, range.end).of(words.text)
}

/// Whether the connective is a speaker's word.
fn is_quoted(context: &Context<'_>, found: &Found) -> bool {
    let connective = context.words.span(found.connective.start, found.connective.end);
    context.mentions(MentionKind::Quote).any(|quote| quote.span.overlaps(connective))
}
