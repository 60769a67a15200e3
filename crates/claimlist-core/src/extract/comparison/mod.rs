//! Comparison claims: superlatives, firsts, records, ranks, and comparatives with what they compare with.
//!
//! `the largest strike since 1984`, `for the first time in sixty years`, `a record 5,000 people`, `ranked fifth`, `higher than in
//! Germany`. Each pattern has a file; where two of them fit at one word, the more specific takes it.

mod comparative;
mod first;
mod rank;
mod record;
mod scope;
mod superlative;
#[cfg(test)]
mod tests;

use super::{Context, Draft};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::{ClaimKind, Facts, Slot};

/// A comparison as token indices, with its facts.
#[derive(Debug)]
struct Found {
    start: usize,
    end: usize,
    facts: Facts,
    pattern: &'static str,
}

impl Found {
    fn new(start: usize, end: usize, degree: &str, pattern: &'static str) -> Self {
        Self { start, end, facts: Facts::new().with(Slot::Degree, degree), pattern }
    }
}

/// Drafts the comparison claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    let mut from = 0;
    let mut i = 0;
    while i < words.len() {
        let found = if may_be_core(words, i) { at(context, i) } else { None };
        let Some(mut found) = found.filter(|found| found.start >= from && found.end > i) else {
            i += 1;
            continue;
        };
        add_since(context, &mut found);
        from = found.end;
        i = found.end;
        let span = words.span(found.start, found.end);
        drafts.push(Draft {
            kind: ClaimKind::Comparison,
            span,
            facts: found.facts,
            speaker: None,
            pattern: found.pattern,
        });
    }
}

/// Whether token `i` may be the decisive word of a comparison.
#[inline]
fn may_be_core(words: Words<'_>, i: usize) -> bool {
    const CORE: Classes =
        Classes::SUPERLATIVE.or(Classes::ORDINAL).or(Classes::COMPARATIVE).or(Classes::COMPARES);
    let digits = || {
        words.kind(i) == Some(TokenKind::Number)
            && words.glued(i + 1)
            && rank::Ordinal::at(words, i).is_some()
    };
    words.has(i, CORE) || words.is(i, "#") || digits()
}

/// The comparison whose decisive word is token `i`, which may be one.
fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    if compares_nothing(words, i) {
        return None;
    }
    if words.has(i, Classes::SUPERLATIVE) {
        superlative::at(context, i).or_else(|| record::at(context, i))
    } else if words.has(i, Classes::ORDINAL) {
        first::at(context, i).or_else(|| rank::at(context, i))
    } else if words.has(i, Classes::COMPARATIVE) || words.is(i, "as") {
        comparative::at(context, i)
    } else if words.is(i, "only") {
        first::only(context, i)
    } else {
        record::at(context, i).or_else(|| rank::at(context, i))
    }
}

/// Whether a fixed phrase starts at `i`, or "at least" ends there.
fn compares_nothing(words: Words<'_>, i: usize) -> bool {
    let fixed = Lexicon::english().cues.no_comparison.longest(|k| words.word(i + k)) > 0;
    fixed
        || i > 0
            && words.is_any(i - 1, &["at", "not"])
            && words.is_any(i, &["least", "most", "best", "worst", "all"])
        // "on Monday at the earliest"
        || i > 1
            && words.is(i - 2, "at")
            && words.is(i - 1, "the")
            && words.is_any(i, &["earliest", "latest", "most", "least", "highest", "lowest", "closest"])
            && !words.pos(i + 1).in_noun_phrase()
}

/// The date from which a record is reckoned: that of the time behind "since".
fn add_since(context: &Context<'_>, found: &mut Found) {
    let words = context.words;
    let Some(since) = (found.start..found.end).find(|&k| words.is(k, "since")) else { return };
    let rest = words.span(since, found.end);
    let time = context.mentions(MentionKind::Time).find(|time| time.span.overlaps(rest));
    let Some(facts) = time.map(|time| &time.facts) else { return };
    if let Some(date) = facts.text(Slot::From).or_else(|| facts.text(Slot::When)) {
        found.facts.set(Slot::Since, date);
    }
}

/// The text of tokens `start..end`.
fn text<'a>(context: &Context<'a>, start: usize, end: usize) -> &'a str {
    context.words.span(start, end).of(context.words.text)
}
