//! Participles in what stands beside the subject: asides between commas, appositions, and phrases in front.

use super::past::is_compared_with;
use super::present::is_finite_ahead;
use crate::lex::Words;
use crate::lexicon::Classes;
use crate::tag::Pos;

/// Whether a participle stands between two commas with the verb of its subject behind them: "The study, published in May,
/// followed".
pub(super) fn is_aside(words: Words<'_>, i: usize) -> bool {
    let tag = words.is(i, "said")
        && matches!(words.pos(i + 1), Pos::Determiner | Pos::ProperNoun | Pos::PluralNoun | Pos::Noun);
    // ", widely regarded as his best, is"
    let open = i.wrapping_sub(1 + usize::from(words.pos(i.wrapping_sub(1)) == Pos::Adverb));
    if !words.is(open, ",") || tag {
        return false;
    }
    let rest = i + 1..words.len().min(i + 24);
    let close = rest.clone().find(|&k| words.is(k, ",") || words.pos(k).is_finite());
    let Some(close) = close.filter(|&k| words.is(k, ",")) else { return false };
    let mut next = close + 1;
    while next < close + 3 && words.pos(next) == Pos::Adverb {
        next += 1;
    }
    let open = words.pos(next) == Pos::Other
        && words.has(next, Classes::VERB_PAST.or(Classes::VERB_PRESENT))
        && !is_compared_with(words, next);
    words.pos(next).is_finite() || open
}

/// "Star, an old ferry licensed to carry cars, sank": whether an apposition of the sentence's first noun phrase holds the word, with the
/// verb of both behind it.
pub(super) fn is_in_apposition(words: Words<'_>, i: usize) -> bool {
    let comma = |range: std::ops::Range<usize>| range.into_iter().find(|&k| words.is(k, ","));
    let Some(open) = (i.saturating_sub(12)..i).rev().find(|&k| words.is(k, ",")) else { return false };
    let described =
        words.is_any(open + 1, &["a", "an", "the", "one"]) && words.pos(open.wrapping_sub(1)).is_noun();
    let says = words.has(i, Classes::SPEECH);
    let subject = !says && open <= 8 && (0..open).all(|k| words.pos(k).in_noun_phrase() || words.is(k, "of"));
    if !described || !subject || (open..i).any(|k| words.pos(k) == Pos::Subordinator) {
        return false;
    }
    comma(i + 1..words.len().min(i + 16)).is_some_and(|close| {
        let next = close + 1 + usize::from(words.pos(close + 1) == Pos::Adverb);
        !(i + 1..close).any(|k| words.pos(k).is_finite()) && is_finite_ahead(words, next)
    })
}

/// "In a letter sent to members, the club": whether the word stands behind a single thing in a phrase with a comma behind it, in front of
/// all else.
pub(super) fn is_in_opening_phrase(words: Words<'_>, i: usize) -> bool {
    let phrase = words.pos(0) == Pos::Preposition
        && words.is_any(1, &["a", "an"])
        && i <= 6
        && words.pos(i - 1) == Pos::Noun
        && (2..i).all(|k| matches!(words.pos(k), Pos::Noun | Pos::Adjective));
    let close = || (i + 1..words.len().min(i + 12)).find(|&k| words.is(k, ","));
    phrase
        && matches!(words.pos(i + 1), Pos::Preposition | Pos::Adverb)
        && close().is_some_and(|close| {
            (close..words.len()).any(|k| words.pos(k).is_finite() || words.has(k, Classes::VERB_PAST))
        })
}

/// Whether a noun or pronoun stands between the last clause border and `i`.
pub(super) fn has_subject_before(words: Words<'_>, i: usize) -> bool {
    (0..i)
        .rev()
        .skip_while(|&k| words.pos(k) == Pos::Punct)
        // "Lory, who was not involved, called it exciting"
        .take_while(|&k| words.pos(k) != Pos::Subordinator || words.is_any(k, &["who", "which", "whose"]))
        .take(16)
        .any(|k| words.pos(k).is_noun() || words.pos(k) == Pos::Pronoun)
}
