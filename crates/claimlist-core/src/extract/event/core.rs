//! Where the core of a clause ends: behind its object or predicate, before what only adds to it.
//!
//! `The firm hired 40 people | in May, after a good year`.

use crate::Slot;
use crate::extract::Context;
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::phrase::{
    is_hyphen, is_tied_hyphen, joins_figures, joins_in_phrase, list_end, noun_phrase, roughly,
};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::{Mention, MentionKind};
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
        ClauseKind::Relative => child.range.start > 0 && words.is(child.range.start - 1, ","),
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

/// "met the Workers' Union (WU) | leaders": the token behind the brackets at `k` in which the short form of a name stands. What comes
/// next goes on with the phrase.
fn past_short_name(words: Words<'_>, k: usize) -> Option<usize> {
    if words.mark(k) == '(' && (is_bracket_of_law(words, k) || is_bracket_of_measure(words, k)) {
        return (k + 1..k + 6).find(|&at| words.mark(at) == ')').map(|at| at + 1);
    }
    let close = k + 2;
    let short = words.mark(k) == '('
        && words.mark(close) == ')'
        && words.case(k + 1) == Case::Upper
        && words.word(k + 1).len() > 1
        && matches!(
            words.pos(k.wrapping_sub(1)),
            Pos::Noun | Pos::PluralNoun | Pos::ProperNoun | Pos::Possessive
        );
    (short && words.kind(close + 1) == Some(TokenKind::Word)).then_some(close + 1)
}

/// "a 140-mile (230 km) | tributary": whether the bracket at `k` says a measure that describes a noun in another unit.
fn is_bracket_of_measure(words: Words<'_>, k: usize) -> bool {
    let described = words.kind(k + 1) == Some(TokenKind::Number) && k > 2 && is_hyphen(words, k - 2);
    let close = || (k + 2..k + 6).find(|&at| words.mark(at) == ')');
    described && close().is_some_and(|close| matches!(words.pos(close + 1), Pos::Noun | Pos::Adjective))
}

/// "section 14(1)(a) of", "the Fisheries (Amendment) Act": whether the bracket at `k` is part of how a law is cited.
fn is_bracket_of_law(words: Words<'_>, k: usize) -> bool {
    let before = k.wrapping_sub(1);
    let cited =
        words.glued(k) && (words.kind(before) == Some(TokenKind::Number) || words.mark(before) == ')');
    let named = || {
        let law =
            |at: usize| words.case(at) == Case::Title && Lexicon::english().figures.laws.has(words.word(at));
        let title = |at: usize| words.case(at) == Case::Title;
        (title(before) || words.mark(before) == ')')
            && title(k + 1)
            && (k + 2..k + 12)
                .take_while(|&at| {
                    words.kind(at) == Some(TokenKind::Punct) || title(at) || words.is(at, "and")
                })
                .any(law)
    };
    cited || named()
}

/// "bought a mill, | a farm and a shop": whether the comma at `k` joins objects, of which the last has no verb of its own behind it.
fn lists_objects(words: Words<'_>, k: usize, end: usize) -> bool {
    let close = list_end(words, k);
    let joined = || (k..close).any(|k| words.pos(k) == Pos::Coordinator);
    close > k && close <= end && !words.pos(close).is_finite() && words.pos(k - 1).is_noun() && joined()
}

/// The token behind the quotation that begins at `k`.
fn past_quote(context: &Context<'_>, k: usize) -> Option<usize> {
    let words = context.words;
    let mark = words.kind(k) == Some(TokenKind::Punct);
    if !mark || !matches!(words.mark(k), '"' | '\u{201c}' | '\'' | '\u{2018}') {
        return None;
    }
    let span = words.tokens.get(k)?.span;
    let quote = context.mentions(MentionKind::Quote).find(|quote| quote.span.start == span.start)?;
    Some(words.within(quote.span).end.max(k + 1))
}

/// "from May 6, 2020|, to May 9", "from 1920 | until 1935": whether the token at `k` stands inside a time.
fn is_in_time(context: &Context<'_>, k: usize) -> bool {
    let Some(inside) = context.words.tokens.get(k).map(|token| token.span) else { return false };
    context
        .mentions(MentionKind::Time)
        .any(|time| time.span.start < inside.start && inside.end < time.span.end)
}

/// "met the mayor|, Ada Roe, and the treasurer, Al Poe": the token behind the name in apposition to an office, at whose comma `k` stands,
/// and behind a second one of the kind.
fn past_office(context: &Context<'_>, k: usize) -> Option<usize> {
    let words = context.words;
    let comma = words.tokens.get(k).filter(|_| words.is(k, ","))?.span;
    let ends_in_name = |role: &&Mention| {
        role.facts.text(Slot::Name).is_some_and(|name| role.span.of(words.text).ends_with(name))
    };
    let mut roles = context.mentions(MentionKind::Name).filter(ends_in_name);
    let role = roles.find(|role| role.span.start < comma.start && comma.end < role.span.end)?;
    let end = words.within(role.span).end.max(k + 1);
    let and = end + usize::from(words.is(end, ","));
    let second = roles.next().filter(|_| words.is(and, "and")).map(|role| words.within(role.span));
    Some(second.filter(|second| second.start == and + 1).map_or(end, |second| second.end))
}

/// Where a clause that adds to another begins, with the length of time in front of it: "began | 12 seconds before the tape ended".
fn start_of_addition(words: Words<'_>, clause: &Clause, child: &Clause) -> usize {
    let start = child.range.start;
    let reckoned = child.connective == Some(start) && words.is_any(start, &["before", "after"]);
    let measure = if reckoned { measure_start(words, start) } else { start };
    // "lasted eight minutes after it stopped", but "was arrested | eight minutes after"
    let end = clause.verb.range.end;
    let apart = measure > end || clause.verb.passive && measure == end;
    // "was jailed for five years after she admitted it"
    let completes = measure > 0 && matches!(words.pos(measure - 1), Pos::Preposition | Pos::To);
    if apart && !completes { measure } else { start }
}

/// Where the length of time in front of token `k` begins: "eight minutes" of "eight minutes after"; `k` if there is none.
fn measure_start(words: Words<'_>, k: usize) -> usize {
    if k == 0 || !words.has(k - 1, Classes::TIME_UNIT) {
        return k;
    }
    let mut start = k - 1;
    // "beat Hull 3-1 | the day before", "beat Hull 3-1 | days after": an article is the first word of the measure, and a result is none.
    let result = |k: usize| k > 0 && words.mark(k - 1) == '-' && words.glued(k);
    while start > 0
        && words.pos(start) != Pos::Determiner
        && !result(start - 1)
        && (matches!(words.pos(start - 1), Pos::Number | Pos::Determiner)
            || words.is_any(start - 1, &["just", "only", "barely", "few", "several"])
            || words.has(start - 1, Classes::MODIFIER) && words.pos(start) == Pos::Number
            // "one to four weeks after"
            || words.is_any(start - 1, &["to", "or"]) && words.pos(start.wrapping_sub(2)) == Pos::Number)
    {
        start -= 1;
    }
    // "less than an hour before", but "cost 4% more | than a year before"
    let figure = |k: usize| {
        words.pos(k) == Pos::Number || words.has(k, Classes::UNIT) || words.is_any(k, &["%", "cent"])
    };
    let than =
        start > 1 && words.is(start - 1, "than") && words.is_any(start - 2, &["less", "more", "fewer"]);
    if than && !figure(start.wrapping_sub(3)) {
        start -= 2;
    }
    start
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

/// Where the first time begins that is a claim of its own, behind an object or predicate: "opened the bridge | on Tuesday".
/// A verb that would stand alone keeps it: "arrived on Tuesday".
fn time_border(context: &Context<'_>, index: usize, end: usize) -> usize {
    let words = context.words;
    let clause = &context.clauses[index];
    let first = clause.verb.range.end;
    let aside = past_aside(words, first).unwrap_or(first);
    let times = context.mentions(MentionKind::Time).map(|time| words.within(time.span));
    for range in times.filter(|range| range.start > aside && range.start < end) {
        let introduced = words.pos(range.start) == Pos::Preposition
            && !words.is_any(range.start, &["over", "under", "about", "around"]);
        // "left | at around 09:40"
        let from = roughly(words, range.start);
        let preposition = !introduced && words.pos(from - 1) == Pos::Preposition;
        let starting = words.is_any(range.start - 1, &["starting", "beginning"]);
        // "until at least | Friday"
        let least = range.start > 2
            && words.is_phrase(range.start - 2, "at least")
            && words.is_any(range.start - 3, &["until", "till", "since"]);
        let start = if least { range.start - 3 } else { from - usize::from(preposition || starting) };
        // "another 60 hours" is an object; "the events | of May" is not left without its month.
        let object = !introduced
            && !preposition
            && words.has(range.end - 1, Classes::TIME_UNIT)
            && range.clone().any(|k| words.pos(k) == Pos::Number);
        // "celebrated the Thursday opening": a time in the middle of a noun phrase.
        let narrows = matches!(words.pos(range.start - 1), Pos::Determiner | Pos::Possessive);
        let part = narrows
            || words.is_any(start, &["of", "between"])
            || range.end < end && goes_on(words, range.end);
        let inside = context.clauses.iter().skip(index + 1).take(16).any(|child| {
            child.parent == Some(index) && child.range.start >= first && child.range.contains(&start)
        });
        // "voted early on Friday to remove her"
        let complement = is_choice(words, clause)
            && words.pos(range.end) == Pos::To
            && !(first..start).any(|k| words.pos(k).is_noun());
        // "dated back to 2016"
        let bare =
            (first..start).all(|k| words.has(k, Classes::PARTICLE)) && preposition && words.is(start, "to");
        // "ruled 11 to 6 on Thursday | that he had lied"
        let content = words.is(range.end, "that")
            && words.pos(range.end) == Pos::Subordinator
            && !clause.verb.is_copula(words);
        if start > first
            && !content
            && !bare
            && !complement
            && !object
            && !part
            && !inside
            && !goes_on_to(words, range.end)
        {
            return start;
        }
    }
    end
}

/// "rose 40 cents|, or 0.5%,| to $80": the token behind the same change told in another unit at the comma `k`.
fn past_equivalent(words: Words<'_>, k: usize) -> Option<usize> {
    const LONGEST_FIGURE: usize = 11;
    let figure = |at: usize| matches!(words.kind(at), Some(TokenKind::Number | TokenKind::Symbol));
    // "30,000, or 40,000 people": a figure behind a figure.
    let both = words.is(k, ",") && words.is(k + 1, "or") && figure(k + 2);
    if !both || !(k.saturating_sub(3)..k).any(figure) {
        return None;
    }
    let last = words.len().min(k + LONGEST_FIGURE);
    let close = (k + 3..last).find(|&at| words.kind(at) == Some(TokenKind::Punct))?;
    let goes_on = words.is(close, ",") && words.pos(close + 1) == Pos::Preposition;
    Some(close + usize::from(goes_on))
}

/// "married|, in 1961,| Jane Roe": the token behind a phrase between commas at `k` with which a verb and its object are parted.
fn past_aside(words: Words<'_>, k: usize) -> Option<usize> {
    const LONGEST_ASIDE: usize = 8;
    let opens = words.is(k, ",")
        && words.pos(k + 1) == Pos::Preposition
        && words.pos(k.wrapping_sub(1)).is_verb()
        && !words.has(k - 1, Classes::BE);
    if !opens {
        return None;
    }
    let close = (k + 2..k + LONGEST_ASIDE).find(|&at| words.is(at, ","))?;
    let plain =
        |at: usize| !words.pos(at).is_verb() && !matches!(words.pos(at), Pos::Subordinator | Pos::Punct);
    let object = noun_phrase(words, close + 1);
    // "resigned, in May, the council said"
    let ends = object > close + 1
        && !words.pos(object).is_verb()
        && !words.is_any(close + 1, &["that", "he", "she", "it", "they"]);
    (ends && (k + 1..close).all(plain)).then_some(close + 1)
}

/// "from 118 in 2023 | to 263": the figure at the end of a change belongs to what happened.
fn goes_on_to(words: Words<'_>, k: usize) -> bool {
    let figure = |k: usize| matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol));
    let floor = k.saturating_sub(8);
    words.is(k, "to") && figure(k + 1) && (floor..k).any(|k| words.is(k, "from") && figure(k + 1))
}

/// Whether the noun phrase of a time goes on with token `k`: "the 2019 election".
fn goes_on(words: Words<'_>, k: usize) -> bool {
    words.pos(k).in_noun_phrase() && words.pos(k) != Pos::Determiner
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
