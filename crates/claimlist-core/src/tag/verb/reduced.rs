//! Participles that narrow a noun down like a relative clause without its pronoun and verb: `homes | built since 2014`.

use super::{TIMES, later_finite_verb};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// "The mill | built in 1900 closed", "homes | sold since May lost value": whether the verb of the noun before stands right behind a date
/// with its preposition, so that the word is none. Not "arrived on Monday dressed as a nurse", as nobody is arrived.
pub(super) fn is_dated_before_verb(words: Words<'_>, i: usize) -> bool {
    let particle = usize::from(words.has(i + 1, Classes::PARTICLE) && words.pos(i + 2) == Pos::Preposition);
    let prior = usize::from(words.is_phrase(i + 1, "prior to"));
    let start = i + 1 + particle + prior;
    if words.pos(start) != Pos::Preposition || words.has(i, Classes::INTRANSITIVE) {
        return false;
    }
    let from = start + 1 + usize::from(words.is_any(start + 1, &["last", "early", "late", "mid"]));
    let end = (from..from + 3).find(|&k| !is_date(words, k)).unwrap_or(from + 3);
    let follows = words.has(end, Classes::VERB_PAST)
        && (!words.has(end, TIMES.or(Classes::NOUN)) || is_object(words, end + 1));
    let follows = follows && !words.is(end, "aged") && !words.is_any(end + 1, &["by", "as", "to"]);
    end > from && (follows || is_aside_before_verb(words, end))
}

/// "built before 1986|, which use old fuel, were": whether a clause between commas stands at token `k`, with the verb of what is before it behind.
fn is_aside_before_verb(words: Words<'_>, k: usize) -> bool {
    let opens = words.is(k, ",") && words.is_any(k + 1, &["which", "who", "when", "whose", "where"]);
    let close = (k + 2..words.len().min(k + 16)).find(|&k| opens && words.is(k, ","));
    let helps = Classes::BE.or(Classes::HAVE).or(Classes::MODAL);
    close.is_some_and(|close| words.has(close + 1, helps) || words.has(close + 1, Classes::VERB_PAST))
}

/// "The mill built in 1900 | closed": the verb behind such a date.
pub(super) fn is_behind_dated(words: Words<'_>, i: usize) -> bool {
    let first = (i.saturating_sub(3)..i).find(|&k| is_date(words, k));
    let Some(first) = first.filter(|&k| k > 2 && (k..i).all(|k| is_date(words, k))) else { return false };
    let preposition = (first - 2..first).rev().find(|&k| words.pos(k) == Pos::Preposition);
    let participle = preposition.and_then(|k| (k.saturating_sub(2)..k).find(|&k| is_narrowing(words, k)));
    participle.is_some_and(|k| is_dated_before_verb(words, k) && !later_finite_verb(words, i))
}

fn is_narrowing(words: Words<'_>, k: usize) -> bool {
    k > 0 && words.pos(k) == Pos::VerbParticiple && words.pos(k - 1).is_noun()
}

fn is_date(words: Words<'_>, k: usize) -> bool {
    words.kind(k) == Some(TokenKind::Number) && words.word(k).len() == 4
        || words.has(k, Classes::MONTH.or(Classes::WEEKDAY))
}

/// "A statement issued after the talks", "a report released in May": a text is not what issues.
pub(super) fn is_of_text(words: Words<'_>, i: usize) -> bool {
    let english = Lexicon::english();
    i > 0
        && words.pos(i + 1) == Pos::Preposition
        && english.grammar.published.has(words.word(i))
        && english.speech.sources.media.has(words.word(i - 1))
}

/// "elections called for in the deal": what is called for stands before.
pub(super) fn is_stranded(words: Words<'_>, i: usize) -> bool {
    words.is(i + 1, "for") && words.pos(i + 2) == Pos::Preposition
}

/// Whether what a verb acts on begins at token `k`.
fn is_object(words: Words<'_>, k: usize) -> bool {
    matches!(words.pos(k), Pos::Determiner | Pos::Pronoun | Pos::Number | Pos::PluralNoun)
        || words.kind(k) == Some(TokenKind::Symbol)
}
