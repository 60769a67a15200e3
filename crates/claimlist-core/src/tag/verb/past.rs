//! Past tenses and participles: `increased`, `killed`, `cut`.

use super::aside::{
    has_subject_before, is_aside, is_beside_dash, is_in_apposition, is_in_later_apposition,
    is_in_opening_phrase, is_left_so,
};
use super::phrase::{in_noun_phrase, is_ordinal_ending};
use super::present::has_gerund_before;
use super::reduced::{
    is_absolute, is_agent, is_behind_dated, is_called, is_charged, is_dated_before_verb, is_of_source,
    is_of_text, is_reduced, is_stranded,
};
use super::saying::is_said_by_narrowed;
use super::{Before, TIMES, next_starts_noun, next_starts_noun_phrase};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// What a word that may be a past tense or participle is in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// Whether it may be the past tense.
    pub(super) past: bool,
    /// Whether it may be the participle.
    pub(super) participle: bool,
    /// Whether the clause has a finite verb already.
    pub(super) has_verb: bool,
}

/// "increased", "killed", "cut": past tense, participle or adjective.
pub(super) fn past_form(words: Words<'_>, i: usize, before: &Before, form: Form) -> Pos {
    let Form { past, participle, has_verb } = form;
    // "died on May 4 aged 96"
    if words.is(i, "aged") && words.pos(i + 1) == Pos::Number {
        return Pos::VerbParticiple;
    }
    if past && !has_verb && is_behind_dated(words, i) {
        return Pos::VerbPast;
    }
    let settled = by_word_before(words, i, before, form);
    if let Some(pos) = settled.or_else(|| by_pattern(words, i, before, form)) {
        return pos;
    }
    // "a 4% rise | compared to last year", but "This compared with 4%"
    if before.pos != Pos::Pronoun && is_compared_with(words, i) {
        return Pos::VerbParticiple;
    }
    // "later than planned", "as expected"
    let compared = words.is_any(i.wrapping_sub(1), &["than", "as"]) && words.pos(i - 1) != Pos::Adverb;
    if !past || participle && compared {
        return Pos::VerbParticiple;
    }
    if before.pos == Pos::Punct && participle && is_aside(words, i) {
        return Pos::VerbParticiple;
    }
    let narrows = participle && before.pos.is_noun() && !has_verb && !next_starts_noun_phrase(words, i);
    if narrows && (is_in_apposition(words, i) || is_in_opening_phrase(words, i)) {
        return Pos::VerbParticiple;
    }
    // "the review, led by a judge, ...": a passive behind a mark.
    let passive = is_agent(words, i + 1) || words.pos(i + 1) == Pos::Preposition && is_agent(words, i + 2);
    if before.pos == Pos::Punct && i > 0 && participle && (passive || !has_subject_before(words, i)) {
        return Pos::VerbParticiple;
    }
    if participle
        && before.pos.is_noun()
        && (is_called(words, i)
            || is_of_source(words, i)
            || is_absolute(words, i)
            || is_reduced(words, i, form)
            || is_charged(words, i)
            || is_of_text(words, i)
            || is_stranded(words, i)
            || !has_verb && is_dated_before_verb(words, i)
            || is_beside_dash(words, i)
            || is_in_later_apposition(words, i)
            || is_left_so(words, i))
    {
        return Pos::VerbParticiple;
    }
    if past && !has_verb && before.pos == Pos::VerbParticiple && is_said_by_narrowed(words, i) {
        return Pos::VerbPast;
    }
    if past && !has_verb && has_gerund_before(words, i) {
        return Pos::VerbPast;
    }
    if participle && before.pos.is_verb() {
        return if next_starts_noun(words, i) { Pos::Adjective } else { Pos::VerbParticiple };
    }
    Pos::VerbPast
}

/// What the word before settles.
fn by_word_before(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { past, participle, .. } = form;
    let base = words.has(i, Classes::VERB_BASE);
    // "the bank's 12th cut", "its third win"
    let ordinal =
        words.has(i.wrapping_sub(1), Classes::ORDINAL) || is_ordinal_ending(words, i.wrapping_sub(1));
    if ordinal && words.has(i, Classes::NOUN) && !next_starts_noun(words, i) {
        return Some(Pos::Noun);
    }
    // "a record low of 88.80 touched on Monday"
    let level =
        || (i.saturating_sub(5)..i).any(|k| words.is_any(k, &["low", "high", "record", "peak", "level"]));
    let reached = participle && words.is_any(i, &["touched", "hit", "set", "reached", "seen", "recorded"]);
    if reached
        && before.pos == Pos::Number
        && words.is_any(i + 1, &["on", "in"])
        && (0..i).any(|k| words.pos(k).is_finite())
        && level()
    {
        return Some(Pos::VerbParticiple);
    }
    // "the baker who in 1974 restored it"
    let dated = words.kind(i.wrapping_sub(1)) == Some(TokenKind::Number) && words.word(i - 1).len() == 4;
    if past && dated && i > 2 && words.is(i - 2, "in") && words.is_any(i - 3, &["who", "which"]) {
        return Some(Pos::VerbPast);
    }
    // "seasonally adjusted output"
    if words.is(i, "adjusted") && before.adverb && words.is(i - 1, "seasonally") && next_starts_noun(words, i)
    {
        return Some(Pos::Adjective);
    }
    if participle && before.pos == Pos::Coordinator && goes_on_with_aside(words, i) {
        return Some(Pos::VerbParticiple);
    }
    match before.pos {
        Pos::Determiner | Pos::Adjective | Pos::Possessive | Pos::Number if !before.adverb => {
            return Some(in_noun_phrase(words, i, before, form));
        }
        // "a critically endangered species"
        Pos::Determiner if before.adverb && participle && next_starts_noun(words, i) => {
            return Some(Pos::Adjective);
        }
        Pos::Preposition | Pos::To if base || words.has(i, Classes::NOUN) => return Some(Pos::Noun),
        Pos::Preposition if participle && (next_starts_noun(words, i) || next_is_gerund(words, i)) => {
            return Some(Pos::Adjective);
        }
        // "If found guilty, he": no subject stands between.
        Pos::Subordinator if participle && !before.adverb && opens_condition(words, i - 1) => {
            return Some(Pos::VerbParticiple);
        }
        Pos::Punct | Pos::Coordinator if participle && !past => return Some(Pos::VerbParticiple),
        // "because of storms, badly maintained boats": an item of a list behind the verb.
        Pos::Punct | Pos::Coordinator if before.adverb && participle && is_item(words, i) => {
            return Some(Pos::Adjective);
        }
        _ => {}
    }
    None
}

/// "The lamps, made in Peru and | sold in shops, can break": whether "and" joins the word to a participle that opens the aside around it, which
/// has the verb of its noun behind it.
fn goes_on_with_aside(words: Words<'_>, i: usize) -> bool {
    let Some(open) = (i.saturating_sub(12)..i).rev().find(|&k| words.is(k, ",")) else { return false };
    let close = || (i + 1..words.len().min(i + 24)).find(|&k| words.is(k, ","));
    words.pos(open + 1) == Pos::VerbParticiple
        && open > 0
        && words.pos(open - 1).is_noun()
        && !(0..i).any(|k| words.pos(k).is_finite())
        && close().is_some_and(|close| {
            let next = close + 1 + usize::from(words.pos(close + 1) == Pos::Adverb);
            words.pos(next).is_finite() || words.has(next, Classes::VERB_PAST.or(Classes::VERB_PRESENT))
        })
}

/// Whether a word stands at `k` that opens a clause which a participle alone may be: "if found", "when asked".
fn opens_condition(words: Words<'_>, k: usize) -> bool {
    Lexicon::english().grammar.conditions.has(words.word(k))
}

/// "Founded in 1990, the firm", "Asked whether it was safe, Roe": whether the first word of a sentence has a phrase or a question behind it, and a
/// noun phrase behind the comma that ends them.
fn opens_sentence(words: Words<'_>, i: usize) -> bool {
    // "Cost of living, the mayor said, is", "Cut in rates"
    let noun = words.has(i, Classes::NOUN) && !words.word(i).ends_with("ed");
    let next = matches!(words.pos(i + 1), Pos::Preposition | Pos::To | Pos::Subordinator) && !noun;
    let comma = || (i + 2..words.len().min(i + 24)).find(|&k| words.is(k, ","));
    next && comma().is_some_and(|comma| next_starts_noun_phrase(words, comma))
}

/// "more than in Hull and Leeds put together", "a pool shaped like a heart": participles of set phrases, behind their noun.
fn is_set_phrase(words: Words<'_>, i: usize, before: &Before) -> bool {
    let ends = words.kind(i + 2) != Some(TokenKind::Word);
    let summed = words.is_phrase(i, "put together") && ends;
    summed && (i.saturating_sub(12)..i).any(|k| words.is(k, "than"))
        || words.is_phrase(i, "shaped like") && before.pos.is_noun()
}

/// What words of one pattern or another settle, before the clause is looked at.
fn by_pattern(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { past, participle, has_verb } = form;
    // "killed 61 people, most of them trapped in their cars"
    if participle
        && words.is_phrase(i.wrapping_sub(2), "of them")
        && (0..i).rev().take(24).any(|k| words.pos(k).is_finite())
        && (i.saturating_sub(5)..i).any(|k| words.is(k, ","))
        && !next_starts_noun_phrase(words, i)
    {
        return Some(Pos::VerbParticiple);
    }
    // `were not "well informed"`
    let open = (i.saturating_sub(3)..i).rev().find(|&k| words.pos(k) != Pos::Adverb);
    let quoted = open.is_some_and(|k| matches!(words.mark(k), '"' | '\u{201c}' | '\u{2018}') && k > 0);
    if participle && quoted && is_state(words, open.unwrap_or(i)) {
        return Some(Pos::VerbParticiple);
    }
    if let Some(pos) = describes(words, i, before).filter(|_| participle) {
        return Some(pos);
    }
    if participle && is_set_phrase(words, i, before) {
        return Some(Pos::VerbParticiple);
    }
    let first = (0..i).all(|k| words.pos(k) == Pos::Punct);
    if first && participle && opens_sentence(words, i) {
        return Some(Pos::VerbParticiple);
    }
    // "Increased take-up of loans boosted profits"
    let verb =
        |k: usize| words.pos(k).is_finite() || words.pos(k) == Pos::Other && words.has(k, Classes::VERB_PAST);
    if first
        && participle
        && (next_starts_noun(words, i) || words.is(i + 2, "-") && words.glued(i + 2))
        && words.pos(i + 1) != Pos::ProperNoun
        && !(i..words.len().min(i + 10)).any(|k| words.is(k, ","))
        && (i + 2..words.len().min(i + 10)).any(verb)
    {
        return Some(Pos::Adjective);
    }
    // "most of the particles come from": the present of a verb whose participle is the same.
    let never_passive = words.is_any(i, &["come", "become"]);
    if !past
        && words.has(i, Classes::VERB_BASE)
        && before.pos == Pos::PluralNoun
        && (!has_verb || never_passive)
    {
        return Some(Pos::VerbBase);
    }
    // "estimates that smoking killed 7 million people"
    let gerund = before.pos == Pos::VerbIng && (i == 1 || i > 1 && words.is(i - 2, "that"));
    // "when trading opened in May"
    let named = || Lexicon::english().grammar.describes(words.word(i - 1));
    let ends = matches!(words.pos(i + 1), Pos::Preposition | Pos::Punct | Pos::Adverb);
    if past && before.pos == Pos::VerbIng && i > 1 && words.pos(i - 2) == Pos::Subordinator && ends && named()
    {
        return Some(Pos::VerbPast);
    }
    if past && gerund && (next_starts_noun_phrase(words, i) || words.pos(i + 1) == Pos::Number) {
        return Some(Pos::VerbPast);
    }
    None
}

/// What a participle is that only describes a noun: behind it, of which day it is, or before it, at the start of a clause.
fn describes(words: Words<'_>, i: usize, before: &Before) -> Option<Pos> {
    if before.pos.is_noun() && is_dated(words, i) {
        return Some(Pos::VerbParticiple);
    }
    is_adjusted(words, i, before).then_some(Pos::Adjective)
}

/// "a letter dated 3 May", "for the three months ended June 30": of which day something is.
fn is_dated(words: Words<'_>, i: usize) -> bool {
    let month = |k: usize| words.has(k, Classes::MONTH) && words.case(k) == Case::Title;
    let day = usize::from(words.kind(i + 1) == Some(TokenKind::Number));
    let suffix = usize::from(day > 0 && words.glued(i + 2) && words.is_ordinal_suffix(i + 2));
    if !month(i + 1 + day + suffix) {
        return false;
    }
    // "The strike ended on 3 May" is told, "in the year ended 3 May" is named.
    let period = || {
        let led =
            (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase() && !words.is(k, "-"));
        let unit = words.has(i - 1, TIMES) || words.is_any(i - 1, &["period", "quarter", "half"]);
        // "for the year ended", but "a strike of five weeks ended"
        unit && led.is_some_and(|k| words.pos(k) == Pos::Preposition && words.is(k + 1, "the"))
    };
    words.is(i, "dated") || words.is(i, "ended") && period()
}

/// "Adjusted EBITDA was", "; adjusted profit was", "and diluted earnings per share were": a participle that describes the subject at the
/// start of a clause.
fn is_adjusted(words: Words<'_>, i: usize, before: &Before) -> bool {
    // Not "free and unrestricted use is".
    let ended = |k: usize| {
        words.pos(k).is_noun() && !words.has(k, Classes::ADJECTIVE)
            || matches!(words.pos(k), Pos::Number | Pos::Punct)
    };
    let joins = before.pos == Pos::Coordinator && i > 1 && ended(i - 2);
    let starts = joins || words.is(i.wrapping_sub(1), ";") || (0..i).all(|k| words.pos(k) == Pos::Punct);
    if !starts
        || before.adverb
        || words.has(i, Classes::SPEECH)
        || Lexicon::english().grammar.telling.has(words.word(i))
    {
        return false;
    }
    let name = |k: usize| words.pos(k) == Pos::ProperNoun && words.case(k) == Case::Upper;
    let noun = |k: usize| {
        name(k)
            || words.pos(k).is_noun() && words.pos(k) != Pos::ProperNoun
            || words.pos(k) == Pos::Other && words.has(k, Classes::NOUN)
    };
    let nouns = |from: usize| (from..from + 4).find(|&k| !noun(k)).unwrap_or(from + 4);
    let mut end = nouns(i + 1);
    if end > i + 1 && words.is_any(end, &["per", "of"]) {
        end = nouns(end + 1);
    }
    end > i + 1 && words.has(end, Classes::BE)
}

/// Whether a form of be stands before token `k`, perhaps with "not" or an adverb between.
fn is_state(words: Words<'_>, k: usize) -> bool {
    let before = (k.saturating_sub(3)..k).rev().find(|&k| !matches!(words.pos(k), Pos::Adverb | Pos::Not));
    before.is_some_and(|k| words.has(k, Classes::BE))
}

pub(super) fn is_compared_with(words: Words<'_>, k: usize) -> bool {
    words.is(k, "compared") && words.is_any(k + 1, &["with", "to"])
}

/// Whether an adverb in -ly and a participle stand before a plural, behind the verb of the sentence: "storms, badly built boats and".
fn is_item(words: Words<'_>, i: usize) -> bool {
    i > 0
        && words.word(i - 1).ends_with("ly")
        && (next_starts_noun(words, i) || words.pos(i + 1) == Pos::Other)
        && words.word(i + 1).ends_with('s')
        && (0..i).rev().take(24).any(|k| words.pos(k).is_finite())
}

/// "after heated meetings", "in disputed filming": an -ing form that ends the phrase is its noun.
fn next_is_gerund(words: Words<'_>, i: usize) -> bool {
    let ends = words.kind(i + 2) != Some(TokenKind::Word) || words.pos(i + 2) == Pos::Preposition;
    words.pos(i + 1) == Pos::Other && words.has(i + 1, Classes::VERB_ING) && ends
}
