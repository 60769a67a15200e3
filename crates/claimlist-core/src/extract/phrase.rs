//! Where phrases end: noun phrases, and the prepositional phrases that narrow them down.
//!
//! All functions take and give token indices of one sentence and look at no more than a few dozen tokens.

use std::ops::Range;

use super::Context;
use super::clause::{Clause, ClauseKind};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// Longest phrase that is followed, in tokens.
const LONGEST: usize = 40;

/// The end of the noun phrase that starts at token `i`, without what follows its last noun; `i` itself if none starts there.
/// "the army's entire budget", "5,000 people", "Germany", "them".
pub(super) fn noun_phrase(words: Words<'_>, i: usize) -> usize {
    let mut end = i;
    // "the average", "the poor": an adjective stands for the noun.
    let mut adjective = i;
    for k in i..words.len().min(i + LONGEST) {
        let pos = words.pos(k);
        let first = k == i;
        match pos {
            // "COVID-19", "a self-governing region": a word with hyphens is one word.
            _ if k > i + 1 && is_hyphen(words, k - 1) && end + 1 == k => end = k + 1,
            // "a weaker-than-expected start"
            _ if k > i + 1 && is_hyphen(words, k - 1) && is_hyphen(words, k + 1) => {}
            Pos::Pronoun if first => return k + 1,
            Pos::Noun | Pos::PluralNoun | Pos::ProperNoun => end = k + 1,
            // "the older one", "the last ones"
            _ if !first && words.is_any(k, &["one", "ones"]) => return k + 1,
            // "June 2019", "the 1990s"; not "the country 200 km south".
            Pos::Number
                if end == i
                    || words.pos(k - 1) == Pos::ProperNoun
                    || words.pos(k - 1) == Pos::Number
                    || is_symbol(words, k - 1)
                    || words.is_any(k - 1, &["top", "bottom"]) =>
            {
                end = k + 1;
            }
            Pos::Determiner if first || end == i && words.pos(k - 1) == Pos::Determiner => {}
            Pos::Adjective if end == i || goes_on(words, k) => adjective = k + 1,
            // "the very old", "badly built houses"
            Pos::Adverb if end == i && (!first || is_describer(words, k + 1)) => {}
            Pos::Possessive if end == k => {
                // "according to Jane's, ...": the name itself.
                if k > i && words.kind(k + 1) == Some(TokenKind::Punct) && words.pos(k - 1) == Pos::ProperNoun
                {
                    return k + 1;
                }
                end = i;
                continue;
            }
            Pos::VerbIng | Pos::VerbParticiple | Pos::Other
                if end == i && words.kind(k) == Some(TokenKind::Word) && words.pos(k + 1).is_noun() => {}
            _ if is_symbol(words, k) => end = k + 1,
            _ if is_hyphen(words, k) => {}
            _ => break,
        }
    }
    if end == i && words.is(i, "the") { adjective } else { end }
}

/// Whether an adjective or participle stands before a noun at `k`: "built houses".
fn is_describer(words: Words<'_>, k: usize) -> bool {
    matches!(words.pos(k), Pos::Adjective | Pos::VerbParticiple) && words.pos(k + 1).is_noun()
}

/// Whether a noun follows the adjective at `k`, so that the phrase goes on behind a noun: "world heavyweight champion".
fn goes_on(words: Words<'_>, k: usize) -> bool {
    words.pos(k + 1).is_noun() && words.pos(k.wrapping_sub(1)) != Pos::PluralNoun
        || is_hyphen(words, k.wrapping_sub(1))
}

fn is_symbol(words: Words<'_>, k: usize) -> bool {
    words.kind(k) == Some(TokenKind::Symbol) && matches!(words.mark(k), '%' | '$' | '£' | '€' | '&')
}

/// Whether token `k` is a hyphen inside a word.
pub(super) fn is_hyphen(words: Words<'_>, k: usize) -> bool {
    matches!(words.mark(k), '-' | '\u{2010}' | '\u{2011}') && words.glued(k) && words.glued(k + 1)
}

/// Whether token `k` is a hyphen that touches the word before it: inside a word, or waiting for a second part ("two- and three-year
/// plans"), or the minus of a figure ("as low as -30"). What stands apart from both is a dash.
pub(super) fn is_tied_hyphen(words: Words<'_>, k: usize) -> bool {
    let minus = || words.glued(k + 1) && words.kind(k + 1) == Some(TokenKind::Number);
    is_hyphen(words, k) || words.is(k, "-") && (words.glued(k) || minus())
}

/// Whether the mark at `k` stands inside a figure, a time of day or a result: "22:30", "5\u{2013}7", "1 - 0".
pub(super) fn joins_figures(words: Words<'_>, k: usize) -> bool {
    let number = |at: usize| words.kind(at) == Some(TokenKind::Number);
    if joins_sets(words, k) {
        return true;
    }
    let mark = matches!(words.mark(k), ':' | '.' | '-' | '\u{2013}' | '/');
    if !mark || k == 0 || !number(k - 1) || !number(k + 1) {
        return false;
    }
    let glued = words.glued(k) && words.glued(k + 1);
    let short = |at: usize| words.word(at).len() <= 2;
    let result = matches!(words.mark(k), '-' | '\u{2013}') && short(k - 1) && short(k + 1);
    glued || result
}

/// "6-4|,| 7-6 |(|4),| 6-1": whether the mark at `k` stands between the sets of a match or opens the points of a tie-break.
fn joins_sets(words: Words<'_>, k: usize) -> bool {
    let number = |at: usize| words.kind(at) == Some(TokenKind::Number) && words.word(at).len() <= 2;
    let dash =
        |at: usize| matches!(words.mark(at), '-' | '\u{2013}') && words.glued(at) && words.glued(at + 1);
    let set = |at: usize| number(at) && dash(at + 1) && number(at + 2);
    match words.mark(k) {
        ',' => {
            // "7-6 (4)", "7-6 (7-4)"
            let open = (k.saturating_sub(5)..k).rev().find(|&at| words.is(at, "("));
            let end = if words.is(k.wrapping_sub(1), ")") { open.unwrap_or(k) } else { k };
            end >= 3 && set(end - 3) && set(k + 1)
        }
        '(' => k >= 3 && set(k - 3) && number(k + 1) && (words.is(k + 2, ")") || set(k + 1)),
        _ => false,
    }
}

/// Whether the comma at `k` stands inside a noun phrase, not between two: in the name of a place or between adjectives.
pub(super) fn joins_in_phrase(words: Words<'_>, k: usize) -> bool {
    words.is(k, ",")
        && (joins_place(words, k)
            || joins_adjectives(words, k)
            || joins_owned_place(words, k)
            || joins_portfolios(words, k)
            || joins_date(words, k))
}

/// "June 4|,| 2011"
fn joins_date(words: Words<'_>, k: usize) -> bool {
    let number =
        |at: usize, long: usize| words.kind(at) == Some(TokenKind::Number) && words.word(at).len() == long;
    let day = k > 2 && (number(k - 1, 1) || number(k - 1, 2));
    day && number(k + 1, 4) && words.has(k - 2 - usize::from(words.is(k - 2, ".")), Classes::MONTH)
}

/// "at | about 3 p.m.", "by | roughly 1900": where what says how exact a time is begins, before which its preposition stands; `at`, where
/// the time begins, if nothing does.
pub(super) fn roughly(words: Words<'_>, at: usize) -> usize {
    let rough = ["about", "around", "approximately", "roughly", "exactly", "precisely"];
    let led = ["at", "by", "until", "from", "since", "before", "after"];
    at - usize::from(at > 1 && words.is_any(at - 1, &rough) && words.is_any(at - 2, &led))
}

/// "a day", "two weeks": whether the tokens `start..end` are no more than a length of time.
pub(super) fn measure_only(words: Words<'_>, start: usize, end: usize) -> bool {
    let counts = |k: usize| {
        matches!(words.pos(k), Pos::Number | Pos::Determiner)
            || words.is_any(k, &["just", "few", "couple", "of"])
    };
    end > start + 1 && words.has(end - 1, Classes::TIME_UNIT) && (start..end - 1).all(counts)
}

/// "the Ministry of Housing, | Communities and Local Government", "the Trade, | Ports and Coast Agency": whether the comma at `k` stands
/// between the fields of one department.
pub(super) fn joins_portfolios(words: Words<'_>, k: usize) -> bool {
    let name = |at: usize| words.pos(at) == Pos::ProperNoun;
    // "the office of Jane Roe, Al Poe and Jo Fry"
    let field = |at: usize| name(at) && !words.has(at, Classes::GIVEN_NAME);
    let part = |at: &usize| name(*at) || words.is(*at, ",");
    let Some(before) = (k.saturating_sub(8)..k).rev().find(|at| !part(at)) else { return false };
    let behind = (k + 1..k + 8).find(|at| !part(at)).unwrap_or(k);
    let listed =
        words.is(behind, "and") && words.pos(behind - 1) != Pos::Punct && field(behind + 1) && field(k + 1);
    if !listed {
        return false;
    }
    let departments = &Lexicon::english().titles.departments;
    let of_department =
        words.is_any(before, &["of", "for"]) && departments.has(words.word(before.wrapping_sub(1)));
    let fields = |at: usize| is_field(words, at) || words.is(at, ",");
    let end = (behind + 1..behind + 6).find(|&at| !name(at)).unwrap_or(behind + 1);
    let of_body = || {
        words.is(before, "the")
            && end > behind + 2
            && departments.has(words.word(end - 1))
            && (before + 1..behind).all(fields)
            && is_field(words, behind + 1)
    };
    of_department || of_body()
}

/// Whether token `at`, between commas or beside one, may be what a department is for, and is no body, place or person itself.
fn is_field(words: Words<'_>, at: usize) -> bool {
    const OTHERS: Classes =
        Classes::ORGANISATION.or(Classes::PLACE).or(Classes::NATIONALITY).or(Classes::GIVEN_NAME);
    words.case(at) == Case::Title && !words.has(at, OTHERS) && !words.pos(at + 1).is_verb()
}

/// The end of a department's name of which `end` is the first comma or "and" between its fields; `end` itself where there is none.
pub(super) fn past_portfolios(words: Words<'_>, end: usize) -> usize {
    let mut last = end;
    while words.is(last, ",") && joins_portfolios(words, last) {
        last = noun_phrase(words, last + 1).max(last + 1);
    }
    if last > end && words.is(last, "and") { noun_phrase(words, last + 1) } else { end }
}

/// "his Dover, | Kent, | paint firm": whether the comma at `k` is one of the two around what a place lies in, before the noun of both.
fn joins_owned_place(words: Words<'_>, k: usize) -> bool {
    let name = |at: usize| words.pos(at) == Pos::ProperNoun;
    let past = |from: usize| (from..from + 4).find(|&at| !name(at)).unwrap_or(from);
    let opens = |comma: usize| {
        let first = (comma.saturating_sub(4)..comma).rev().find(|&at| !name(at));
        first.is_some_and(|at| at + 1 < comma && words.pos(at) == Pos::Determiner)
    };
    let closes = |first: usize, second: usize| {
        second > first + 1
            && words.is(second, ",")
            && opens(first)
            && !words.pos(second + 1).is_finite()
            && words.case(second + 1) == Case::Lower
            && words.pos(second + 1) != Pos::Determiner
            && noun_phrase(words, second + 1) > second + 1
    };
    let before = (k.saturating_sub(4)..k).rev().find(|&at| !name(at)).filter(|&at| words.is(at, ","));
    closes(k, past(k + 1)) || before.is_some_and(|first| closes(first, k))
}

/// Whether the comma at `k` stands in a place's name with what it lies in: "in Leeds, England", "to Juarez, Mexico".
pub(super) fn joins_place(words: Words<'_>, k: usize) -> bool {
    let name = |at: usize| words.pos(at) == Pos::ProperNoun && !words.has(at, Classes::GIVEN_NAME);
    if !words.is(k, ",") || k < 2 || !name(k - 1) || !name(k + 1) {
        return false;
    }
    let before = (k.saturating_sub(4)..k).rev().find(|&at| !name(at));
    let behind = (k + 1..k + 4).find(|&at| !name(at));
    before.is_some_and(|at| words.is_any(at, &["in", "to", "at", "from", "near", "outside"]))
        && behind.is_some_and(|at| {
            // Not the first of a list: "from Leeds, York and Hull".
            let list = words.is(at, ",") && (name(at + 1) || words.pos(at + 1) == Pos::Coordinator);
            // "moved to Belmont, Ohio on January 1"
            let dated = words.is_any(at, &["on", "in"])
                && (words.has(at + 1, Classes::MONTH.or(Classes::WEEKDAY))
                    || words.kind(at + 1) == Some(TokenKind::Number));
            !list && (matches!(words.mark(at), ',' | '.' | ';') || at >= words.len() || dated)
        })
}

/// The end of a noun phrase with its "of" phrases: "the second half of the year". `i` if none starts there.
pub(super) fn with_of(words: Words<'_>, i: usize) -> usize {
    // "most of the boats"
    let share = words.pos(i) == Pos::Determiner && words.is(i + 1, "of");
    let mut end = noun_phrase(words, if share { i + 2 } else { i });
    if share && end == i + 2 {
        return i;
    }
    while end > i && words.is(end, "of") && end < i + LONGEST {
        let next = noun_phrase(words, end + 1);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// The end of a second one whom "and" joins to the noun phrase that ends at `end`, where a mark closes both: "said the mayor | and the owner.";
/// `end` if there is none.
pub(super) fn past_second(words: Words<'_>, end: usize) -> usize {
    let second = if words.is(end, "and") { with_of(words, end + 1) } else { end };
    let named = matches!(words.pos(end + 1), Pos::ProperNoun | Pos::Determiner | Pos::PluralNoun);
    let closes = words.pos(second) == Pos::Punct || second >= words.len();
    if named && second > end + 1 && closes { second } else { end }
}

/// The start of the noun phrase whose last token is `end - 1`; `end` if there is none.
pub(super) fn noun_phrase_start(words: Words<'_>, end: usize) -> usize {
    let mut start = end;
    for k in (end.saturating_sub(LONGEST)..end).rev() {
        let pos = words.pos(k);
        let inside = pos.in_noun_phrase() || is_symbol(words, k) || is_hyphen(words, k);
        let last = k + 1 == end;
        if pos == Pos::Pronoun && last {
            return k;
        }
        if !inside
            || last
                && !(pos.is_noun() || pos == Pos::Number || pos == Pos::Adjective || pos == Pos::Possessive)
        {
            break;
        }
        start = k;
        let whose = pos == Pos::Determiner && !(k > 0 && words.pos(k - 1) == Pos::Determiner);
        if whose {
            break;
        }
    }
    start
}

/// The first token from `i` on that ends a clause: a mark (not a hyphen or a comma in a figure), or a word that opens a new
/// clause. At most [`LONGEST`] tokens on.
pub(super) fn clause_end(words: Words<'_>, i: usize) -> usize {
    let limit = words.len().min(i + LONGEST);
    let end = (i..limit)
        .find(|&k| {
            let mark = words.kind(k) == Some(TokenKind::Punct)
                && !is_tied_hyphen(words, k)
                && !joins_figures(words, k)
                && !matches!(words.mark(k), '\'' | '\u{2018}' | '\u{2019}' | '.')
                && !is_title_mark(words, k);
            let stop = words.is(k, ".") && k + 1 == words.len();
            // "made it look as if he had won"
            let seems = words.is(k, "as") && words.is_any(k + 1, &["if", "though"])
                || words.is(k.wrapping_sub(1), "as") && words.is_any(k, &["if", "though"]);
            let clause = k > i && words.pos(k) == Pos::Subordinator && !words.is(k, "that") && !seems;
            let joined = k > i
                && words.pos(k) == Pos::Coordinator
                && starts_clause(words, k + 1)
                && !joins_subjects(words, i, k);
            mark || stop || clause || joined
        })
        .unwrap_or(limit);
    if end > i { trimmed_end(words, i, end) } else { i }
}

/// Whether the quotation mark at `k` belongs to a title or phrase in the clause: its "Clean Air" campaign. Behind a mark or a verb
/// it opens what somebody said.
fn is_title_mark(words: Words<'_>, k: usize) -> bool {
    let before = k.wrapping_sub(1);
    matches!(words.mark(k), '"' | '\u{201c}' | '\u{201d}')
        && k + 1 < words.len()
        && words.kind(before) != Some(TokenKind::Punct)
        && !words.pos(before).is_verb()
}

/// "because wages | and prices rose": whether the "and" at `k` stands between two subjects of one verb, as no verb has come since the
/// clause began at `i`, or since "that".
fn joins_subjects(words: Words<'_>, i: usize, k: usize) -> bool {
    let from = (i..k).rev().find(|&k| words.is(k, "that") && words.pos(k) == Pos::Subordinator).unwrap_or(i);
    !words.pos(k + 1).is_finite() && !(from..k).any(|k| words.pos(k).is_verb() || words.pos(k) == Pos::Modal)
}

/// Whether a clause with a subject of its own or a finite verb starts at `i`: "and he left", "and left".
fn starts_clause(words: Words<'_>, i: usize) -> bool {
    if words.pos(i).is_finite() {
        return true;
    }
    let subject = noun_phrase(words, i);
    subject > i && (words.pos(subject).is_finite() || words.has(subject, Classes::AUXILIARY))
}

/// The tokens of a clause from its subject (or verb, if the subject stands elsewhere) up to the first clause that hangs on it and
/// makes a statement of its own: "the man fled" of "the man fled when they arrived". Relative clauses and what is said stay in.
pub(super) fn own_range(context: &Context<'_>, clause: &Clause) -> Range<usize> {
    let words = context.words;
    let start = if clause.shared && !crosses_clause(context, clause) {
        clause.subject.start
    } else {
        clause.own_start()
    };
    let end = context
        .clauses
        .iter()
        .filter(|other| {
            let hangs = matches!(
                other.kind,
                ClauseKind::Coordinate | ClauseKind::Subordinate | ClauseKind::Participial | ClauseKind::Tag
            );
            let begins = other.range.start;
            // "knows how long it lasts": what is known, not a statement beside it.
            let beside = words.has(begins.wrapping_sub(1), Classes::SPEECH);
            let asked = other.connective.is_some_and(|k| {
                words.is_any(k, &["how", "what", "whether", "why"])
                    || beside && words.is_any(k, &["where", "when", "if"])
            });
            let hangs = hangs && !asked;
            hangs
                && begins >= clause.verb.range.end
                && begins < clause.range.end
                && !std::ptr::eq(*other, clause)
        })
        .map(|other| other.range.start)
        .min()
        .unwrap_or(clause.range.end);
    let comma = (clause.verb.range.end..end).find(|&k| {
        let mark = || matches!(words.mark(k), ';' | ':' | '\u{2014}' | '\u{2013}') || words.is(k, "--");
        words.kind(k) == Some(TokenKind::Punct)
            && !joins_figures(words, k)
            && (mark()
                || words.is(k, ",")
                    && !lists(words, k, end)
                    && !closes_list(words, k, end)
                    && !joins_in_phrase(words, k))
            && !is_in_time(context, k)
    });
    start..trimmed_end(words, start, comma.unwrap_or(end))
}

/// "their unbiased, | wide-ranging views": whether the comma at `k` stands between adjectives of one noun, which an article or owner opens.
fn joins_adjectives(words: Words<'_>, k: usize) -> bool {
    let describes = |at: usize| {
        matches!(words.pos(at), Pos::Adjective | Pos::Adverb) || is_hyphen(words, at) || words.is(at, ",")
    };
    let first = (k.saturating_sub(8)..k).rev().find(|&at| !describes(at));
    let opens =
        first.is_some_and(|at| matches!(words.pos(at), Pos::Determiner | Pos::Possessive | Pos::Number));
    let adjective = |at: usize| words.pos(at) == Pos::Adjective || is_hyphen(words, at + 1);
    opens && words.pos(k - 1) == Pos::Adjective && adjective(k + 1) && noun_phrase(words, k + 1) > k + 1
}

/// Whether a mark stands inside a time: "on June 2, 2026".
fn is_in_time(context: &Context<'_>, k: usize) -> bool {
    let mark = context.words.tokens[k].span;
    context.mentions(MentionKind::Time).any(|time| time.span.start < mark.start && mark.end < time.span.end)
}

/// Whether another statement stands between the clause's verb and a subject that it shares: "he left the room and slammed the
/// door", not "the receiver, paid for by the state, will double its range".
fn crosses_clause(context: &Context<'_>, clause: &Clause) -> bool {
    let between = clause.subject.end..clause.verb.range.start;
    clause.subject.is_empty()
        || between.is_empty()
        || context.clauses.iter().any(|other| {
            let apart = !matches!(other.kind, ClauseKind::Relative | ClauseKind::Participial);
            apart && between.contains(&other.verb.range.start)
        })
}

/// The end of the list that goes on behind its first item, which ends before token `end`: "storms, | old boats and weak laws".
pub(super) fn list_end(words: Words<'_>, end: usize) -> usize {
    let mut end = end;
    while words.is(end, ",") && lists(words, end, words.len()) {
        end = object(words, end + 1);
        if words.is(end, ",") && is_last_item(words, end + 1, words.len()) {
            end = object(words, end + 2);
        }
    }
    end
}

/// Whether a list goes on behind the comma at `k`: "food, water and fuel"; its last item begins not more than [`LONGEST`] tokens on.
fn lists(words: Words<'_>, k: usize, end: usize) -> bool {
    lists_to(words, k, end.min(k + LONGEST))
}

fn lists_to(words: Words<'_>, k: usize, end: usize) -> bool {
    let item = noun_phrase(words, k + 1);
    let more = |k: usize| k + 1 < end && (is_last_item(words, k + 1, end) || lists_to(words, k, end));
    item > k + 1 && item < end && (words.is_any(item, &["and", "or"]) || words.is(item, ",") && more(item))
}

/// "food, water, | and fuel": whether "and" stands at `k` with no more than an item behind it.
fn is_last_item(words: Words<'_>, k: usize, end: usize) -> bool {
    let item = noun_phrase(words, k + 1);
    words.is_any(k, &["and", "or"]) && item > k + 1 && item <= end && !words.pos(item).is_finite()
}

/// "in days, weeks, | or months": whether the comma at `k` stands before the last item of a list.
fn closes_list(words: Words<'_>, k: usize, end: usize) -> bool {
    let before = (k.saturating_sub(6)..k).rev().find(|&k| words.is(k, ","));
    is_last_item(words, k + 1, end) && before.is_some_and(|before| lists(words, before, end))
}

/// `end` without marks and conjunctions at the end of `start..end`; more than `start`.
fn trimmed_end(words: Words<'_>, start: usize, end: usize) -> usize {
    let mut end = end.min(words.len());
    while end > start + 1
        && (words.kind(end - 1) == Some(TokenKind::Punct) || words.pos(end - 1) == Pos::Coordinator)
    {
        end -= 1;
    }
    end
}

/// The end of the noun phrases, joined by "and" and narrowed down by prepositions, that start at token `i`: "heavy rain and strong
/// winds in the north". `i` if none starts there.
pub(super) fn object(words: Words<'_>, i: usize) -> usize {
    let mut end = with_of(words, i);
    while end > i && end < i + LONGEST {
        let joins = matches!(words.pos(end), Pos::Preposition | Pos::Coordinator);
        let next = with_of(words, end + 1);
        let own_clause = words.pos(end) == Pos::Coordinator && (words.pos(next).is_finite());
        if !joins || next == end + 1 || own_clause {
            break;
        }
        end = next;
    }
    end
}
