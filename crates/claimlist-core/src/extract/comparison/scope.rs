//! The scope of a superlative or first: where, since when and of what it holds.
//!
//! In `the largest strike in Europe since 1984` it is `in Europe since 1984`, in `the oldest boat ever found` `ever found`.

use crate::extract::Context;
use crate::extract::phrase;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// How many phrases a scope may have.
const PHRASES: usize = 4;

/// The end of the scope that starts at token `i`; `i` if there is none.
pub(super) fn end(context: &Context<'_>, i: usize) -> usize {
    let clause = contact_clause(context.words, i);
    if clause > i {
        return clause;
    }
    let mut end = i;
    for _ in 0..PHRASES {
        let next = phrase_end(context, end);
        if next == end {
            break;
        }
        end = next;
    }
    end
}

/// The end of one phrase of a scope at `i`; `i` if there is none.
fn phrase_end(context: &Context<'_>, i: usize) -> usize {
    let words = context.words;
    let end = reach(words, i);
    // "the smallest nation ever to qualify for the finals"
    if end > i && words.pos(end) == Pos::To && words.is(end - 1, "ever") {
        return phrase::clause_end(words, end + 1);
    }
    if end > i {
        return participle(words, end);
    }
    // "the highest temperature | officially recorded | in the country"
    let adverb = usize::from(words.pos(i) == Pos::Adverb && words.word(i).ends_with("ly"));
    let seen = participle(words, i + adverb);
    if seen > i + adverb
        && (reach(words, seen) > seen || words.is_any(seen, &["since", "in", "by", "on", "from"]))
    {
        return seen;
    }
    if words.is(i, "since") {
        return since(context, i);
    }
    // "their first child | in a bid to save it": what for.
    if ["in a bid", "in an attempt", "in an effort", "in order"].iter().any(|aim| words.is_phrase(i, aim)) {
        return i;
    }
    // "its first win | over Hale"
    let beaten = words.is(i, "over")
        && i > 0
        && words.is_any(i - 1, &["win", "wins", "victory", "victories", "triumph", "success"]);
    if beaten {
        return prepositional(context, i);
    }
    if words.is_any(
        i,
        &[
            "of", "in", "on", "for", "among", "outside", "within", "across", "between", "to", "by", "at",
            "against",
        ],
    ) && words.pos(i) == Pos::Preposition
    {
        return prepositional(context, i);
    }
    this_period(words, i)
}

/// "the hardest case | he had seen in 20 years", "the worst disease | there is": the end of a clause without a relative pronoun. Behind
/// a phrase in front it is that of the sentence: "on its best day it sold ...".
fn contact_clause(words: Words<'_>, i: usize) -> usize {
    // Not "the best mayor I can be".
    let pronoun = words.is_any(i, &["he", "she", "it", "they", "we", "there"])
        || words.is_any(i, &["i", "you"]) && words.pos(i + 1) != Pos::Modal;
    let subject = if pronoun { i + 1 } else { phrase::noun_phrase(words, i) };
    let opens = pronoun || words.pos(i) == Pos::Determiner && subject > i;
    if !opens || !words.pos(subject).is_finite() {
        return i;
    }
    let before = (0..i).rev().find(|&k| {
        !words.pos(k).in_noun_phrase()
            && !words.is(k, "of")
            && !phrase::is_hyphen(words, k)
            && words.pos(k) != Pos::Adverb
    });
    let behind_verb = before.is_some_and(|k| words.pos(k).is_verb() || words.is(k, "as") || words.is(k, ","));
    if behind_verb && (0..i).any(|k| words.pos(k).is_verb()) { phrase::clause_end(words, i) } else { i }
}

/// "The first woman to lead the bank | has left": `end` of a clause with "to" behind token `from`, before the verb whose subject begins at
/// `start`, where no verb stands before it.
pub(super) fn before_verb(words: Words<'_>, start: usize, from: usize, end: usize) -> usize {
    let subject = end > from && words.pos(from) == Pos::To && !(0..start).any(|k| words.pos(k).is_verb());
    let clause = (from..end).take_while(|&k| words.pos(k) != Pos::Subordinator);
    let verb =
        clause.filter(|_| subject).find(|&k| words.pos(k).is_finite() && words.pos(k) != Pos::VerbBase);
    verb.unwrap_or(end)
}

/// The end of what says at `i` how far a comparison reaches: "on record"; `i` if nothing does.
fn reach(words: Words<'_>, i: usize) -> usize {
    i + Lexicon::english().cues.reaches.longest(|k| words.word(i + k))
}

/// "made", "ever recorded", "seen", "carried out": the end of a participle at `i`.
fn participle(words: Words<'_>, i: usize) -> usize {
    let is = words.pos(i) == Pos::VerbParticiple
        || words.has(i, Classes::VERB_PARTICIPLE) && matches!(words.pos(i), Pos::VerbPast | Pos::Adjective);
    let particle = is && words.has(i + 1, Classes::PARTICLE) && words.is_any(i + 1, &["out", "up", "down"]);
    i + usize::from(is) + usize::from(particle)
}

/// "since 1984", "since the Second World War", "since records began in 1955", "since inhaled steroids came into use".
fn since(context: &Context<'_>, i: usize) -> usize {
    let words = context.words;
    // "since at least 2013"
    let from = i + 1 + 2 * usize::from(words.is_phrase(i + 1, "at least"));
    let time = time_end(context, i).max(time_end(context, from));
    if time > i + 1 {
        return time;
    }
    if words.kind(i + 1) == Some(TokenKind::Number) && words.word(i + 1).len() == 4 {
        return i + 2;
    }
    let subject = phrase::with_of(words, i + 1);
    if subject > i + 1 && words.pos(subject).is_verb() || words.is(i + 1, "records") {
        return phrase::clause_end(words, i + 2);
    }
    if subject > i + 1 { subject } else { i }
}

/// A prepositional phrase that narrows a comparison down. A time narrows one down behind "in" and "of" ("in 2019", "of the year")
/// and behind "for" ("for ten years"); "on Sunday" tells when something happened.
fn prepositional(context: &Context<'_>, i: usize) -> usize {
    let words = context.words;
    let timed = time_end(context, i).max(time_end(context, i + 1));
    // "the key part of Friday's meeting"
    if timed > i + 1 && words.pos(timed) != Pos::Possessive {
        return if words.is_any(i, &["in", "of", "for"]) { timed } else { i };
    }
    // "record profits of £3m": a figure of its own.
    if words.kind(i + 1) == Some(TokenKind::Symbol) {
        return i;
    }
    // "a low of 1.37 per cent"
    if words.pos(i + 1) == Pos::Number && words.is_any(i + 2, &["per", "percent", "%"]) {
        return i;
    }
    let joined = phrase::with_of(words, i + 1);
    if joined == i + 1
        || joined < words.len() && words.pos(joined).is_finite() && !words.is_any(i, &["of", "in"])
    {
        return i;
    }
    // "of the 12 | tested"
    let counted = words.pos(joined - 1) == Pos::Number && !words.is(joined, "compared");
    if counted { participle(words, joined) } else { joined }
}

/// "the second largest party | behind Labour", "number two after Acme": the end of those who are ahead, which begins at `i`; `i` if none are told.
pub(super) fn past_ahead(words: Words<'_>, i: usize) -> usize {
    if !words.is_any(i, &["after", "behind"]) {
        return i;
    }
    let end = phrase::list_end(words, phrase::with_of(words, i + 1));
    let named = (i + 1..end).any(|k| words.pos(k) == Pos::ProperNoun);
    // "after London voted"
    if named && !words.pos(end).is_finite() { end } else { i }
}

/// The end of the time that starts at token `i`; `i` if none does.
pub(super) fn time_end(context: &Context<'_>, i: usize) -> usize {
    let words = context.words;
    let Some(token) = words.tokens.get(i) else { return i };
    context
        .mentions(MentionKind::Time)
        .find(|time| time.span.start == token.span.start)
        .map_or(i, |time| words.within(time.span).end)
}

/// "this year", "this century": a period that is still running.
fn this_period(words: Words<'_>, i: usize) -> usize {
    i + 2 * usize::from(words.is(i, "this") && words.has(i + 1, Classes::TIME_UNIT.or(Classes::SEASON)))
}
