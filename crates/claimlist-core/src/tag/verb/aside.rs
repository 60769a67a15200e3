//! Participles in what stands beside the subject: asides between commas, appositions, and phrases in front.

use super::past::is_compared_with;
use super::present::is_finite_ahead;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// Whether a participle stands between two commas with the verb of its subject behind them: "The study, published in May,
/// followed".
pub(super) fn is_aside(words: Words<'_>, i: usize) -> bool {
    let tag = words.is(i, "said")
        && matches!(words.pos(i + 1), Pos::Determiner | Pos::ProperNoun | Pos::PluralNoun | Pos::Noun);
    // ", widely regarded as his best, is"
    let open_at = i.wrapping_sub(1 + usize::from(words.pos(i.wrapping_sub(1)) == Pos::Adverb));
    if !words.is(open_at, ",") || tag {
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
    words.pos(next).is_finite() || open || is_of_several(words, open_at, next)
}

/// "The figures, published in May, | show that", "findings from the trust, based on 40 scans, | suggest a link": whether a verb of showing at
/// `next` is that of a plural before the comma at `open`.
fn is_of_several(words: Words<'_>, open: usize, next: usize) -> bool {
    let object =
        || matches!(words.pos(next + 1), Pos::Determiner | Pos::Number) || words.is(next + 1, "that");
    let bare = words.has(next, Classes::VERB_BASE) && words.has(next, Classes::SPEECH);
    let floor = open.saturating_sub(12);
    bare && object()
        && (floor..open).any(|k| words.pos(k) == Pos::PluralNoun)
        && !(floor..open).any(|k| words.pos(k).is_finite())
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
        // "Its best dish, a lamb cooked for hours, feeds three"
        let present = words.pos(next) == Pos::Other
            && words.has(next, Classes::VERB_PRESENT)
            && matches!(words.pos(next + 1), Pos::Number | Pos::Determiner | Pos::Pronoun);
        !(i + 1..close).any(|k| words.pos(k).is_finite()) && (present || is_finite_ahead(words, next))
    })
}

/// "They met Roe, a man elected in May, on Friday": the same of what stands behind the verb of the sentence.
pub(super) fn is_in_later_apposition(words: Words<'_>, i: usize) -> bool {
    let inside = |k: usize| words.pos(k).in_noun_phrase() || words.is(k, "of");
    let Some(open) = (i.saturating_sub(7)..i).rev().find(|&k| !inside(k)) else { return false };
    let definite = words.is(open + 1, "the") && words.pos(open.wrapping_sub(1)) == Pos::ProperNoun;
    let noun = |k: usize| words.pos(k).is_noun() || words.is_any(k, &["%", "cent"]);
    let described = open > 1
        && words.is(open, ",")
        && open + 2 < i
        && (definite || words.is_any(open + 1, &["a", "an", "one"]) && noun(open - 1));
    let close =
        || (i + 1..words.len().min(i + 16)).find(|&k| words.pos(k) == Pos::Punct || words.pos(k).is_finite());
    // "When she came home, a man": what stands in front is no clause of its own.
    let front = matches!(
        words.pos(0),
        Pos::Subordinator | Pos::Preposition | Pos::VerbIng | Pos::VerbParticiple | Pos::Adverb
    );
    described
        && !front
        && !words.has(i, Classes::INTRANSITIVE.or(Classes::SPEECH))
        && words.pos(i + 1) == Pos::Preposition
        // "It sold 40 books, a figure bettered in Leeds only by Roe."
        && close().is_some_and(|k| match words.mark(k) {
            ',' => !is_finite_ahead(words, k + 1),
            '.' => (i + 2..k).any(|k| words.is(k, "by")),
            _ => false,
        })
        && (0..open).any(|k| words.pos(k).is_finite())
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

/// "left two dead and several others badly hurt": what is said of the last of those whom something left so. In "left the club and the bank
/// quickly closed", nobody is dead or hurt, and a clause begins.
pub(super) fn is_left_so(words: Words<'_>, i: usize) -> bool {
    let plain = |k: &usize| words.pos(*k) != Pos::Punct && words.pos(*k) != Pos::Subordinator;
    let fate = |k: usize| Lexicon::english().figures.fates.has(words.word(k));
    let joint = || (i.saturating_sub(6)..i).rev().find(|&k| words.pos(k) == Pos::Coordinator);
    words.kind(i + 1) != Some(TokenKind::Word)
        && (i.saturating_sub(16)..i)
            .rev()
            .take_while(plain)
            .any(|k| words.is_any(k, &["left", "leaves", "leaving"]))
        && (fate(i) || joint().is_none_or(|and| fate(and.wrapping_sub(1))))
}

/// "They found a bone — a jaw left in the mud", "a ship — a tanker built in Oslo": whether the word narrows down what a dash puts beside the
/// thing before it.
pub(super) fn is_beside_dash(words: Words<'_>, i: usize) -> bool {
    let inside = |k: usize| words.pos(k).in_noun_phrase() || words.is(k, "of");
    let Some(dash) = (i.saturating_sub(7)..i).rev().find(|&k| !inside(k)) else { return false };
    let mark = matches!(words.mark(dash), '\u{2013}' | '\u{2014}')
        || words.is_any(dash, &["--", "-"]) && !words.glued(dash);
    mark && words.is_any(dash + 1, &["a", "an", "one"])
        && dash > 0
        && words.pos(dash - 1).is_noun()
        && !words.has(i, Classes::INTRANSITIVE.or(Classes::SPEECH))
        && matches!(words.pos(i + 1), Pos::Preposition | Pos::Adverb)
        && (0..dash).any(|k| words.pos(k).is_finite())
}
