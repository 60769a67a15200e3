//! Where the core of a clause ends: behind its object or predicate, before what only adds to it.
//!
//! `The firm hired 40 people | in May, after a good year`.

use crate::extract::Context;
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::phrase::is_hyphen;
use crate::lex::Words;
use crate::lexicon::Classes;
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// The end of the core of clause `index`, a token index.
pub(in crate::extract) fn end(context: &Context<'_>, index: usize) -> usize {
    let words = context.words;
    let clause = &context.clauses[index];
    let close = clause.range.end.max(clause.verb.range.end);
    let mut end = close;
    for child in context.clauses.iter().skip(index + 1).take_while(|child| child.verb.range.start < close) {
        if child.parent == Some(index) && child.range.start >= clause.verb.range.end && adds(words, child) {
            end = end.min(child.range.start);
        }
    }
    end = border(words, clause, end);
    end = without_measure(words, clause, end, close);
    end = without_times(context, clause, trim(words, clause, end));
    trim(words, clause, end)
}

/// The core without "two weeks" before "after the vote". A verb that would stand alone keeps both: "comes two weeks after the vote".
fn without_measure(words: Words<'_>, clause: &Clause, end: usize, close: usize) -> usize {
    let measured = words.is_any(end, &["after", "before"])
        && words.has(end - 1, Classes::TIME_UNIT)
        && matches!(words.pos(end.saturating_sub(2)), Pos::Number | Pos::Determiner);
    if !measured || end < 2 {
        return end;
    }
    let start = end - 2;
    let alone = (clause.verb.range.end..start).all(|k| words.pos(k) == Pos::Adverb);
    if !alone {
        return start;
    }
    (end..close).find(|&k| words.is(k, ",")).unwrap_or(close)
}

/// Whether a clause inside another only adds to it.
fn adds(words: Words<'_>, child: &Clause) -> bool {
    match child.kind {
        ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Participial | ClauseKind::Tag => true,
        ClauseKind::Subordinate => child
            .connective
            .is_none_or(|at| !words.is_any(at, &["whether", "how", "why", "where", "what", "than"])),
        ClauseKind::Relative => child.range.start > 0 && words.is(child.range.start - 1, ","),
        ClauseKind::Content => false,
    }
}

/// The first token behind the verb that opens an addition.
fn border(words: Words<'_>, clause: &Clause, end: usize) -> usize {
    let first = clause.verb.range.end;
    let mut k = first;
    while k < end {
        if matches!(words.word(k), "," | ";" | ":" | "\u{2013}" | "\u{2014}" | "--") || words.is(k, "(") {
            return k;
        }
        if words.is(k, "-") && !is_hyphen(words, k) {
            return k;
        }
        if opens_addition(words, k) && k > first || is_purpose(words, clause, k) {
            return k;
        }
        k += 1;
    }
    end
}

/// "amid", "because of", "by raising": what follows is a claim of its own or a circumstance.
fn opens_addition(words: Words<'_>, k: usize) -> bool {
    const PHRASES: [&str; 16] = [
        "due to",
        "because of",
        "as a result",
        "as part",
        "in response",
        "in order",
        "such as",
        "according to",
        "thanks to",
        "in the wake",
        "in return",
        "in exchange",
        "as well as",
        "owing to",
        "ahead of",
        "along with",
    ];
    const WORDS: [&str; 12] = [
        "amid",
        "amidst",
        "despite",
        "during",
        "following",
        "after",
        "before",
        "without",
        "including",
        "because",
        "aged",
        "until",
    ];
    let measured = words.pos(k + 1) == Pos::Number;
    words.is_any(k, &WORDS) && !(measured && words.is_any(k, &["before", "after"]))
        || words.is(k, "by") && words.pos(k + 1) == Pos::VerbIng
        || matches!(words.pos(k), Pos::Preposition | Pos::Adjective | Pos::Subordinator)
            && PHRASES.iter().any(|phrase| words.is_phrase(k, phrase))
}

/// "to" and a verb behind an object: "closed a lane | to save money". What the object is for belongs to it: "a plan to", and
/// so does what a person is made to do: "told the firm to leave".
fn is_purpose(words: Words<'_>, clause: &Clause, k: usize) -> bool {
    words.pos(k) == Pos::To
        && k > clause.verb.range.end
        && words.pos(k - 1).is_noun()
        && !words.has(k - 1, Classes::NOUN)
        && !words.has(clause.verb.head, Classes::SPEECH)
        && !words.is_any(
            k - 1,
            &[
                "decision",
                "effort",
                "efforts",
                "right",
                "power",
                "ability",
                "agreement",
                "proposal",
                "law",
                "commitment",
                "duty",
            ],
        )
        && !words.is_any(
            clause.verb.head,
            &[
                "forced", "forces", "ordered", "orders", "allowed", "allows", "required", "requires", "led",
                "caused", "causes",
            ],
        )
}

/// The core without a time at its end, which is a claim of its own: "opened the bridge | on Tuesday". A verb that would stand
/// alone keeps it: "arrived on Tuesday".
fn without_times(context: &Context<'_>, clause: &Clause, end: usize) -> usize {
    let words = context.words;
    let mut end = end;
    // Times at the end: two at most ("at noon on Tuesday").
    for _ in 0..2 {
        if end <= clause.verb.range.end {
            break;
        }
        let last = words.tokens[end - 1].span;
        let Some(time) = context.mentions(MentionKind::Time).find(|time| time.span.end == last.end) else {
            break;
        };
        let start = words.at(time.span.start);
        // "granted the team another 60 hours": what was given.
        let given =
            words.is_any(clause.verb.head, GIVING) && words.pos(start.wrapping_sub(1)) != Pos::Preposition;
        let amount = (start..start + 2).any(|k| words.pos(k) == Pos::Number) && !words.is(end - 1, "ago");
        if given && amount {
            break;
        }
        let start = if start > 0 && words.pos(start - 1) == Pos::Preposition { start - 1 } else { start };
        if start <= clause.verb.range.end {
            break;
        }
        end = start;
    }
    end
}

/// Verbs that may give somebody an amount of time.
const GIVING: &[&str] = &[
    "granted", "grants", "grant", "gave", "gives", "give", "given", "awarded", "allowed", "offered",
    "handed", "spent", "spends", "cost", "costs",
];

/// `end` without marks, conjunctions, prepositions and adverbs of order before it. A particle right behind the verb stays:
/// "the engine broke down".
fn trim(words: Words<'_>, clause: &Clause, end: usize) -> usize {
    let floor = clause.verb.range.end;
    let mut end = end;
    while end > floor {
        let k = end - 1;
        let loose = match words.pos(k) {
            Pos::Punct => !matches!(words.word(k), "\"" | "\u{201d}" | ")" | "'" | "\u{2019}"),
            // "the first half", "earned less", "lost them all"
            Pos::Determiner => {
                !words.is_any(k, &["half", "all", "both", "each", "more", "less", "that", "those"])
            }
            Pos::Coordinator | Pos::Subordinator | Pos::To => true,
            Pos::Preposition => k > floor,
            Pos::Adverb => {
                k > floor
                    && words.is_any(
                        k,
                        &["also", "just", "even", "only", "still", "then", "later", "shortly", "when"],
                    )
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
