//! Results of matches and votes: `3-1`, `52-48`, `310 votes to 284`: two figures that are one fact.

use super::{Context, Draft, unit};
use crate::Slot;
use crate::lex::TokenKind;
use crate::recognize::number::Number;

/// The pair that starts with `number`.
pub(super) fn pair(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let dash = matches!(words.word(end), "-" | "\u{2013}") && words.glued(end) && words.glued(end + 1);
    let votes = words.is(end, "votes") && words.is_any(end + 1, &["to", "against"]);
    let link = if dash {
        end + 1
    } else if votes {
        end + 2
    } else if words.is(end, "to") {
        end + 1
    } else {
        return None;
    };
    let other = context.number_at(link)?;
    let plain = |number: &Number| number.value.fract() == 0.0 && number.value < 1000.0 && number.scale == 1.0;
    let joined = words.glued(start) && !matches!(words.word(start - 1), "(" | "\"" | "\u{201c}")
        || words.is(other.tokens.end, "-") && words.glued(other.tokens.end);
    if !plain(number) || !plain(other) || joined || unit::name_at(context, other).is_some() {
        return None;
    }
    let counted = words.pos(other.tokens.end).is_noun() && !words.is(other.tokens.end, "votes");
    let cued = is_cued(context, start, other.tokens.end);
    // "won 5 to 7 seats" and "by 8 to 10 points" are ranges; a result with "to" names its votes or goes down.
    let is_result = if dash {
        cued && (!counted || number.value >= other.value)
    } else {
        votes || cued && number.value > other.value && !counted
    };
    let from = start > 0 && words.is(start - 1, "from");
    if !is_result || from {
        return None;
    }
    let end = other.tokens.end + usize::from(words.is(other.tokens.end, "votes"));
    let mut draft = Draft::new(start, end, number.value, "count");
    draft.facts.set(Slot::High, other.value);
    draft.facts.set(Slot::Score, true);
    if votes {
        draft.facts.set(Slot::Counted, "votes");
    }
    Some(draft)
}

/// Whether a word of matches or votes stands within six words before, or four tokens behind. Figures and marks between do
/// not count: a tennis match is a list of pairs.
fn is_cued(context: Context<'_>, start: usize, end: usize) -> bool {
    let words = context.words;
    let cue = |k: usize| context.lexicon.figures.results.has(words.word(k));
    let before = (start.saturating_sub(24)..start).rev().filter(|&k| words.kind(k) == Some(TokenKind::Word));
    before.take(6).any(cue) || (end..end + 5).any(cue)
}
