//! Event claims: clauses in which the article itself asserts that something happened or is the case.
//!
//! `The council closed the bridge` in `After the flood, the council closed the bridge, which is 90 years old.`: subject,
//! verb and what belongs closest to it. What others are reported to have said, forecasts, denials, opinions and conditions
//! are not the article's own assertion.

pub(super) mod core;
pub(super) mod headline;
#[cfg(test)]
mod paragraphs;
pub(super) mod sieve;
#[cfg(test)]
mod tests;

use std::ops::Range;

use smol_str::StrExt as _;

use super::clause::{Clause, ClauseKind};
use super::phrase::{measure_only, noun_phrase};
use super::quote::is_name;
use super::{Context, Draft};
use crate::lex::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot};

/// Drafts the event claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    if words.len() < 3 || sieve::is_question(context) {
        return;
    }
    let before = drafts.len();
    // Main clauses first: of "The fault, which came to light when a pump failed, led to", the one inside the other is left out.
    for inner in [false, true] {
        for (index, clause) in context.clauses.iter().enumerate() {
            if (clause.kind == ClauseKind::Subordinate) == inner && sieve::asserts(context, index) {
                drafts.extend(of_clause(context, index, drafts));
            }
        }
    }
    // "Man held after shots fired"
    let none = context.clauses.first().is_none_or(|clause| {
        clause.kind == ClauseKind::Subordinate || says_nothing(words, clause, core::end(context, 0))
    });
    let start = words.span(0, 1).start;
    // "Fares cut, Roe says" is what she says.
    let told = |draft: &Draft| draft.kind == ClaimKind::Reported && draft.pattern == "headline";
    if none && !drafts.iter().any(told) && !drafts[before..].iter().any(|draft| draft.span.start == start) {
        headline::draft(context, drafts);
    }
}

/// The event of a clause that asserts one.
fn of_clause(context: &Context<'_>, index: usize, drafts: &[Draft]) -> Option<Draft> {
    let clause = &context.clauses[index];
    let end = core::end(context, index);
    let start = sieve::start(context.words, clause);
    let found = sieve::tells_fate(context.words, clause);
    let told = end > clause.verb.range.start && (found || !says_nothing(context.words, clause, end));
    let told = told && !only_comes(context.words, clause, end);
    // "The guests include:", with a list behind it
    let tags = ends_quotation(context, start, end);
    let heads_list = end == clause.verb.range.end && context.words.is(end, ":");
    // "He is, however, late"
    let bare = end == clause.verb.range.end && clause.verb.is_copula(context.words);
    (start < end && told && !bare && !heads_list && !tags && !is_taken(context, drafts, start, clause))
        .then(|| event(context, clause, start..end, when(context, clause, drafts)))
}

/// `"It is out," | she ruled`: a subject and a bare verb that close a sentence behind a quotation only say who spoke.
fn ends_quotation(context: &Context<'_>, start: usize, end: usize) -> bool {
    let words = context.words;
    let bare = end <= start + 4
        && words.pos(end - 1) == Pos::VerbPast
        && (end..words.len()).all(|k| words.pos(k) == Pos::Punct);
    let mark =
        start.checked_sub(1).filter(|&k| bare && matches!(words.mark(k), '"' | '\u{201d}' | '\u{2019}'));
    mark.is_some_and(|k| k > 0 && matches!(words.mark(k - 1), ',' | '?' | '!'))
}

/// "The move comes | after the mill closed": what comes is told by the clause behind. Somebody who comes is told of by itself.
fn only_comes(words: Words<'_>, clause: &Clause, end: usize) -> bool {
    let subject = clause.subject.clone();
    let people = Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION);
    let person = words.is_any(subject.start, &["he", "she", "they", "we", "i"])
        || subject.clone().all(|k| words.pos(k) == Pos::ProperNoun)
        || subject.clone().all(|k| words.pos(k).in_noun_phrase()) && words.has(subject.end - 1, people);
    // "comes a day | after"
    let measured = measure_only(words, clause.verb.range.end, end);
    (end == clause.verb.range.end || measured)
        && !person
        && words.is_any(clause.verb.head, &["come", "comes", "came"])
        && words.is_any(end, &["after", "before", "as", "amid", "despite", "following", "because", "during"])
}

/// "It recognises | that while costs rise, ...", "told the paper", "said Roe when he left": a verb of saying without what is said.
fn says_nothing(words: Words<'_>, clause: &Clause, end: usize) -> bool {
    let Some(saying) = clause.verb.saying else { return false };
    let next = clause.verb.range.end;
    let bare = match &*saying.base {
        // Not "told staff to leave", "told staff of a loss", "tells the story".
        "tell" => {
            let behind = noun_phrase(words, next);
            behind > next
                && end <= behind
                && !Lexicon::english().speech.sources.told.has(words.word(behind - 1))
        }
        "say" => matches!(words.pos(next), Pos::ProperNoun | Pos::VerbBase),
        _ => false,
    };
    end <= next || bare && !clause.verb.passive
}

/// Whether the words stand in a quotation, or its verb in a forecast or denial, which another kind tells.
fn is_taken(context: &Context<'_>, drafts: &[Draft], start: usize, clause: &Clause) -> bool {
    let tokens = context.words.tokens;
    let (first, verb) = (tokens[start].span, tokens[clause.verb.head].span);
    // The name of a work in marks may be the subject.
    let quoted = |quote: &Mention| quote.span.contains(first) && !is_name(context, quote);
    context.mentions(MentionKind::Quote).any(quoted)
        || drafts.iter().any(|draft| {
            let other = matches!(draft.kind, ClaimKind::Forecast | ClaimKind::Absence);
            other && draft.span.contains(verb)
        })
}

fn event(context: &Context<'_>, clause: &Clause, range: Range<usize>, when: Option<String>) -> Draft {
    let words = context.words;
    let mut facts = Facts::new().with(Slot::Verb, words.word(clause.verb.head).to_lowercase_smolstr());
    if !clause.subject.is_empty() {
        let subject = words.span(clause.subject.start, clause.subject.end);
        facts.set(Slot::Subject, subject.of(words.text));
    }
    if let Some(when) = when {
        facts.set(Slot::When, when);
    }
    let span = words.span(range.start, range.end);
    Draft { kind: ClaimKind::Event, span, facts, speaker: None, pattern: "clause" }
}

/// Whether something else is dated than the verb that ends before token `from`: "studied in Oslo before moving in 1953 to", "down from
/// a peak of 30 in 2019".
fn dates_another(words: Words<'_>, from: usize, time: usize) -> bool {
    (from..time).any(|k| {
        let moves =
            words.pos(k + 1) == Pos::VerbIng && words.is_any(k, &["before", "after", "while", "since"]);
        let changes = words.is_any(k, &["up", "down"]) && words.is(k + 1, "from");
        let turns = words.is(k, "but") && words.is(k.wrapping_sub(1), ",");
        moves || changes || turns || words.is(k, "compared")
    })
}

/// The day, month or year of the event: of a time in its clause, or in front of it. Not that of a figure ("up from 33% in
/// 2019"), nor one from which or up to which something lasts ("since 2000").
fn when(context: &Context<'_>, clause: &Clause, drafts: &[Draft]) -> Option<String> {
    let words = context.words;
    let apart = |time: &Mention| {
        let framed = |draft: &Draft| draft.kind == ClaimKind::Quantity && draft.span.overlaps(time.span);
        let before = words.at(time.span.start).wrapping_sub(1);
        // "the 1974 revolution"
        let next = words.at(time.span.end);
        // "was £3m (2023: £2m)"
        if words.mark(before) == '(' {
            return true;
        }
        if matches!(words.pos(before), Pos::Determiner | Pos::Adjective | Pos::Possessive)
            && words.pos(next).is_noun()
        {
            return true;
        }
        words.is_any(before, &["since", "until", "till", "before", "after", "by", "than"])
            || words.is(before.wrapping_sub(1), "than") // "than in 2010"
            || dates_another(words, clause.verb.range.end, words.at(time.span.start))
            || drafts.iter().any(framed)
    };
    let span = words.span(clause.verb.range.start, clause.range.end.max(clause.verb.range.end));
    // In front of the subject, not in an aside of it; behind the verb, not behind that of another clause.
    let begins = words.tokens.get(clause.own_start()).map_or(0, |token| token.span.start);
    let others = context.clauses.iter().filter(|other| {
        // "born in what is now Sudan in 1975": no more than a place.
        let what = |k: usize| words.is(k, "what");
        let named =
            other.subject.len() == 1 && what(other.subject.start) || other.connective.is_some_and(what);
        let place = named && other.verb.is_copula(words);
        other.verb.range.start >= clause.verb.range.end && !place
    });
    let next = others.map(|other| other.range.start.max(clause.verb.range.end)).min();
    let next = next.and_then(|start| words.tokens.get(start));
    let of_another = |time: &Mention| next.is_some_and(|first| first.span.start <= time.span.start);
    let text = |slot, contains: bool| {
        context
            .mentions(MentionKind::Time)
            .filter(|time| {
                if contains {
                    span.contains(time.span) && !of_another(time)
                } else {
                    time.span.start < begins
                }
            })
            .filter(|time| !apart(time))
            // Not a later time where the first is a date that the text does not settle.
            .take_while(|time| !time.facts.flag(Slot::Unclear))
            .find_map(|time| time.facts.text(slot).map(str::to_owned))
    };
    // "Born in 1929, she studied": of the time in front another thing is told.
    let told = (0..words.len())
        .find(|&k| !matches!(words.pos(k), Pos::Punct | Pos::Adverb))
        .is_some_and(|k| words.pos(k) == Pos::VerbParticiple);
    let first =
        !told && clause.verb.range.start <= context.clauses.first().map_or(0, |first| first.verb.range.start);
    text(Slot::When, true).or_else(|| if first { text(Slot::When, false) } else { None })
}
