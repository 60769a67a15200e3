//! Event claims: clauses in which the article itself asserts that something happened or is the case.
//!
//! `The council closed the bridge` in `After the flood, the council closed the bridge, which is 90 years old.`: subject,
//! verb and what belongs closest to it. What others are reported to have said, forecasts, denials, opinions and conditions
//! are not the article's own assertion.

pub(super) mod core;
mod headline;
#[cfg(test)]
mod paragraphs;
mod sieve;
#[cfg(test)]
mod tests;

use std::ops::Range;

use smol_str::StrExt as _;

use super::clause::Clause;
use super::{Context, Draft};
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot};

/// Drafts the event claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    if words.len() < 3 || sieve::is_question(words) {
        return;
    }
    let before = drafts.len();
    for (index, clause) in context.clauses.iter().enumerate() {
        if sieve::asserts(context, index) {
            let end = core::end(context, index);
            let start = sieve::start(words, clause);
            let told = end > clause.verb.range.start && !says_nothing(clause, end);
            if start < end && told && !is_taken(context, drafts, start, clause) {
                let when = when(context, clause, drafts);
                drafts.push(event(context, clause, start..end, when));
            }
        }
    }
    if drafts.len() == before && context.clauses.is_empty() {
        headline::draft(context, drafts);
    }
}

/// "It recognises | that while costs rise, ...": a verb of saying without what is said.
fn says_nothing(clause: &Clause, end: usize) -> bool {
    clause.verb.saying.is_some() && end <= clause.verb.range.end
}

/// Whether the words stand in a quotation, or its verb in a forecast, which another kind tells.
fn is_taken(context: &Context<'_>, drafts: &[Draft], start: usize, clause: &Clause) -> bool {
    let tokens = context.words.tokens;
    let (first, verb) = (tokens[start].span, tokens[clause.verb.head].span);
    context.mentions(MentionKind::Quote).any(|quote| quote.span.contains(first))
        || drafts.iter().any(|draft| draft.kind == ClaimKind::Forecast && draft.span.contains(verb))
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

/// The day, month or year of the event: of a time in its clause, or in front of it. Not that of a figure ("up from 33% in
/// 2019"), nor one from which or up to which something lasts ("since 2000").
fn when(context: &Context<'_>, clause: &Clause, drafts: &[Draft]) -> Option<String> {
    let words = context.words;
    let apart = |time: &Mention| {
        let framed = |draft: &Draft| draft.kind == ClaimKind::Quantity && draft.span.overlaps(time.span);
        let before = words.at(time.span.start).wrapping_sub(1);
        // "the 1974 revolution"
        let next = words.at(time.span.end);
        if matches!(words.pos(before), Pos::Determiner | Pos::Adjective | Pos::Possessive)
            && words.pos(next).is_noun()
        {
            return true;
        }
        words.is_any(before, &["since", "until", "till", "before", "after", "by", "than"])
            || drafts.iter().any(framed)
    };
    let span = words.span(clause.verb.range.start, clause.range.end.max(clause.verb.range.end));
    // In front of the subject, not in an aside of it; behind the verb, not behind that of another clause.
    let begins = words.tokens.get(clause.own_start()).map_or(0, |token| token.span.start);
    let verbs = context.clauses.iter().map(|other| other.verb.range.start);
    let next =
        verbs.filter(|&verb| verb >= clause.verb.range.end).min().and_then(|verb| words.tokens.get(verb));
    let of_another = |time: &Mention| next.is_some_and(|verb| verb.span.end <= time.span.start);
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
    let first = clause.verb.range.start <= context.clauses.first().map_or(0, |first| first.verb.range.start);
    text(Slot::When, true).or_else(|| if first { text(Slot::When, false) } else { None })
}
