//! Where the core of a clause ends: behind its object or predicate, before what only adds to it.
//!
//! `The firm hired 40 people | in May, after a good year`.

mod inside;
mod times;

use inside::{
    is_in_time, lists_objects, past_aside, past_equivalent, past_office, past_quote, past_short_name,
};
use times::{measure_start, start_of_addition, time_border};

use crate::extract::Context;
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::phrase::{is_hyphen, is_tied_hyphen, joins_figures, joins_in_phrase, list_end};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The end of the core of clause `index`, a token index.
pub(in crate::extract) fn end(context: &Context<'_>, index: usize) -> usize {
    let words = context.words;
    let clause = &context.clauses[index];
    if let Some(second) = shares_object(context, index) {
        return self::end(context, second);
    }
    let close = clause.range.end.max(clause.verb.range.end);
    let mut end = close;
    for child in context.clauses.iter().skip(index + 1).take_while(|child| child.verb.range.start < close) {
        if child.parent == Some(index) && child.range.start >= clause.verb.range.end && adds(words, child) {
            end = end.min(start_of_addition(words, clause, child));
        }
    }
    end = border(context, clause, end);
    end = end.min(time_border(context, index, end));
    let said = content(context, index).map_or(0, |inner| self::end(context, inner));
    trim(words, clause, end).max(said)
}

/// "ruled | that the firm, which is old, had lied": the clause that is the object of the verb right before it.
fn content(context: &Context<'_>, index: usize) -> Option<usize> {
    let verb = &context.clauses[index].verb;
    if verb.saying.is_some() || !context.words.is(verb.range.end, "that") {
        return None;
    }
    let mut children = context.clauses.iter().enumerate().skip(index + 1).take(16);
    let hangs = |child: &Clause| {
        child.parent == Some(index)
            && child.kind == ClauseKind::Content
            && !child.quoted
            && child.connective == Some(verb.range.end)
    };
    children.find(|(_, child)| hangs(child)).map(|(inner, _)| inner)
}

/// "approved and funded | the plan": the clause of the next verb, whose object is that of this one too. A verb that needs none
/// ("resigned and joined a bank") is left alone.
fn shares_object(context: &Context<'_>, index: usize) -> Option<usize> {
    let next = context.clauses.get(index + 1)?;
    if !next.shared || next.kind != ClauseKind::Coordinate {
        return None;
    }
    let words = context.words;
    let verb = &context.clauses[index].verb;
    let joint = verb.range.end..next.verb.range.start;
    let joined = !joint.is_empty()
        && joint.len() <= 3
        && joint.clone().all(|k| matches!(words.pos(k), Pos::Coordinator | Pos::Adverb) || words.is(k, ","));
    let object = next.verb.range.end;
    let has_object = matches!(
        words.pos(object),
        Pos::Determiner | Pos::Noun | Pos::PluralNoun | Pos::ProperNoun | Pos::Number | Pos::Adjective
    ) || words.is_any(object, &["him", "them", "her", "it", "us", "me"])
        || shares_object(context, index + 1).is_some();
    let alone = verb.passive
        || next.verb.passive
        || words.has(verb.head, Classes::HAVE)
        || verb.is_copula(words)
        || words.has(verb.head, Classes::INTRANSITIVE);
    (joined && has_object && !alone).then_some(index + 1)
}

/// Whether a clause inside another only adds to it.
fn adds(words: Words<'_>, child: &Clause) -> bool {
    match child.kind {
        ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Participial | ClauseKind::Tag => true,
        ClauseKind::Subordinate => child.connective.is_none_or(|at| {
            // "at a time when": which time, not one that is known.
            let which = words.is_any(at, &["when", "where"])
                && words.is_any(at.wrapping_sub(1), &["time", "moment", "point", "stage"]);
            !which && !words.is_any(at, &["whether", "how", "why", "where", "what", "than"])
        }),
        // "sailed to Malta | where they will stay": a name needs nothing that narrows it down.
        ClauseKind::Relative => child.range.start.checked_sub(1).is_some_and(|before| {
            words.is(before, ",") || words.pos(before) == Pos::ProperNoun && words.is(before + 1, "where")
        }),
        ClauseKind::Content => false,
    }
}

/// The first token behind the verb that opens an addition.
fn border(context: &Context<'_>, clause: &Clause, end: usize) -> usize {
    let words = context.words;
    let first = clause.verb.range.end;
    let mut k = first;
    while k < end {
        if is_plain(words, k) {
            k += 1;
            continue;
        }
        if let Some(past) = past_quote(context, k).or_else(|| past_office(context, k)) {
            k = past;
            continue;
        }
        if opens_circumstance(words, k, first) {
            return k;
        }
        if k > first
            && let Some(past) = past_short_name(words, k)
        {
            k = past;
            continue;
        }
        let aside = || if k == first { past_aside(words, k) } else { None };
        if let Some(past) = past_equivalent(words, k).or_else(aside) {
            k = past;
            continue;
        }
        let mark = words.kind(k) == Some(TokenKind::Punct)
            && (matches!(words.mark(k), ',' | ';' | ':' | '\u{2013}' | '\u{2014}' | '(')
                || words.is(k, "--"));
        if mark && words.is(k, ",") && k > first && lists_objects(words, k, end) {
            k = list_end(words, k).max(k + 1);
            continue;
        }
        let in_time = || words.is_any(k, &[",", "until"]) && is_in_time(context, k);
        if mark && !joins_figures(words, k) && !joins_in_phrase(words, k) && !in_time() {
            return k;
        }
        if words.is(k, "-") && !is_tied_hyphen(words, k) && !joins_figures(words, k) {
            return k;
        }
        if opens_addition(words, k) && (k > first || words.is(k, "aged")) && !in_time() {
            // "ahead | eight minutes after the break"; but "comes three weeks before the vote" has nothing else.
            let reckons = words.is_any(k, &["after", "before"]) || words.is_phrase(k, "prior to");
            let border = if reckons { measure_start(words, k) } else { k };
            // "was banned for | five years | after": the length of time is not left without what leads it.
            if border < k && words.is_any(border - 1, &["for", "in", "within", "of", "by", "to"]) {
                return k;
            }
            if border > first || border == k {
                return border;
            }
        }
        if is_purpose(words, clause, k) {
            return k;
        }
        k += 1;
    }
    end
}

/// Whether token `k` is a word of a noun phrase that opens nothing, as most are.
#[inline]
fn is_plain(words: Words<'_>, k: usize) -> bool {
    words.pos(k).in_noun_phrase()
        && words.kind(k) == Some(TokenKind::Word)
        && !words.has(k, Classes::ADDITION)
}

/// Whether token `k` opens a reason, a comparison or a condition that has no verb of its own, behind a verb that ends before token `first`.
fn opens_circumstance(words: Words<'_>, k: usize, first: usize) -> bool {
    // "she was six | so they could be closer"
    let reason = words.is(k, "so") && words.pos(k + 1) == Pos::Pronoun;
    // "recorded a 4% rise | compared to last year"
    let compared = words.is(k, "compared") && words.is_any(k + 1, &["to", "with"]);
    // "stayed calm | when caught in the rain"
    let condition = words.pos(k) == Pos::Subordinator
        && words.pos(k + 1) == Pos::VerbParticiple
        && Lexicon::english().grammar.conditions.has(words.word(k));
    k > first && (reason || compared) || condition
}

/// "amid", "because of", "by raising": what follows is a claim of its own or a circumstance.
fn opens_addition(words: Words<'_>, k: usize) -> bool {
    if words.is(k, "by") {
        return words.pos(k + 1) == Pos::VerbIng;
    }
    // "is highly sought-after"
    if !words.has(k, Classes::ADDITION) || k > 0 && is_hyphen(words, k - 1) {
        return false;
    }
    // "Doctors Without Borders"
    if words.is(k, "without") && [k, k - 1].iter().all(|&k| words.case(k) == Case::Title) {
        return false;
    }
    // "after 90 minutes", but "after 68 pupils fell ill"; "look after them"
    let measured = words.pos(k + 1) == Pos::Number
        && words.is_any(k, &["before", "after"])
        && (!words.pos(k + 2).is_noun() || words.has(k + 2, Classes::TIME_UNIT.or(Classes::UNIT)))
        || words.is(k, "after") && Lexicon::english().cues.modelling_verbs.has(words.word(k - 1));
    // "a promise made before the vote"
    let narrows = words.pos(k - 1) == Pos::VerbParticiple
        && words.pos(k.wrapping_sub(2)).is_noun()
        && !(k.saturating_sub(6)..k).any(|k| words.has(k, Classes::HAVE));
    if narrows && words.is_any(k, &["before", "after", "during"]) {
        return false;
    }
    // "as never before"
    let adverb = words.is_any(k - 1, &["never", "ever"]);
    !measured && !adverb && Lexicon::english().grammar.additions.longest(|at| words.word(k + at)) > 0
}

/// "to" and a verb behind an object: "closed a lane | to save money". What the object is for belongs to it: "a plan to", and
/// so does what a person is made or has to do: "told the firm to leave", "has a week to decide".
fn is_purpose(words: Words<'_>, clause: &Clause, k: usize) -> bool {
    if words.pos(k) != Pos::To || k <= clause.verb.range.end || !words.pos(k - 1).is_noun() {
        return false;
    }
    let head = clause.verb.head;
    let dated =
        words.has(k - 1, Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_WORD).or(Classes::TIME_UNIT));
    // "have been loath to speak": a predicate of one word.
    let predicate = clause.verb.is_copula(words) && k == clause.verb.range.end + 1;
    let chosen = dated && is_choice(words, clause);
    let narrows = words.has(k - 1, Classes::NOUN.or(Classes::AIM)) || is_first_to(words, k);
    !predicate
        && !chosen
        && !narrows
        && !words.has(head, Classes::SPEECH.or(Classes::CAUSATIVE).or(Classes::HAVE))
}

/// "the first woman | to lead it", "the only one | to vote against".
fn is_first_to(words: Words<'_>, k: usize) -> bool {
    (k.saturating_sub(8)..k)
        .rev()
        .take_while(|&at| !words.pos(at).is_verb())
        .any(|at| words.has(at, Classes::ORDINAL.or(Classes::SUPERLATIVE)) || words.is(at, "only"))
}

/// Verbs of which "to" and a verb behind a time is the core.
fn is_choice(words: Words<'_>, clause: &Clause) -> bool {
    Lexicon::english().cues.choosing_verbs.has(words.word(clause.verb.head))
}

/// `end` without marks, conjunctions, prepositions and adverbs of order before it. A particle right behind the verb stays:
/// "the engine broke down".
fn trim(words: Words<'_>, clause: &Clause, end: usize) -> usize {
    let floor = clause.verb.range.end;
    let mut end = end;
    while end > floor {
        let k = end - 1;
        // "joined the union | (NUT) in May"
        if words.mark(k) == ')' && k >= floor + 2 && past_short_name(words, k - 2).is_some() {
            end = k - 2;
            continue;
        }
        let loose = match words.pos(k) {
            Pos::Punct => !matches!(words.mark(k), '"' | '\u{201d}' | ')' | '\'' | '\u{2019}'),
            // "the first half", "earned less", "lost them all"
            Pos::Determiner => {
                !words.is_any(k, &["half", "all", "both", "each", "more", "less", "that", "those"])
            }
            Pos::Coordinator | Pos::Subordinator | Pos::To => true,
            // "put them in front going into | day three"
            Pos::VerbIng => k > floor && words.is_any(k, &["going", "heading"]) && words.is(end, "into"),
            // "was refused by a notice dated | 3 May"
            Pos::VerbParticiple => {
                k > floor && words.is_any(k, &["dated", "ended"]) && words.pos(k - 1).is_noun()
            }
            Pos::Preposition => k > floor && !is_kept_at_end(words, k),
            // "crashed | shortly after take-off"
            Pos::Adverb
                if words.is_any(k, &["shortly", "soon", "immediately", "long"])
                    && words.is_any(end, &["after", "before"]) =>
            {
                true
            }
            // "won nine seats and now | has 22"
            // "was opened only | two years ago"
            Pos::Adverb if k == floor => {
                words.is_any(k, &["only", "just", "even"]) && !clause.verb.is_copula(words)
            }
            Pos::Adjective if k > floor && words.is(k, "later") => words.pos(k - 1) == Pos::Coordinator,
            Pos::Adverb => {
                k > floor
                    && (words.pos(k - 1) == Pos::Coordinator
                        || words.is_any(
                            k,
                            &["also", "just", "even", "only", "still", "then", "later", "shortly", "when"],
                        ))
            }
            _ => false,
        };
        if !loose {
            break;
        }
        end = k;
    }
    end
}

/// "put the hosts ahead", "saw the side fall behind", "opened the week before": whether a preposition at the end of a core is more than
/// that.
fn is_kept_at_end(words: Words<'_>, k: usize) -> bool {
    let time =
        words.is_any(k, &["before", "after"]) && words.has(k - 1, Classes::TIME_UNIT.or(Classes::TIME_WORD));
    time || words.pos(k - 1).is_verb() || words.has(k, Classes::PARTICLE) || is_hyphen(words, k - 1)
}
