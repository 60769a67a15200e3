//! Times behind the core of a clause, which are claims of their own: `opened the bridge | on Tuesday`, `began | 12 seconds before`.

use super::inside::past_aside;
use super::is_choice;
use crate::extract::Context;
use crate::extract::clause::Clause;
use crate::extract::phrase::roughly;
use crate::lex::{TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// Where a clause that adds to another begins, with the length of time in front of it: "began | 12 seconds before the tape ended".
pub(super) fn start_of_addition(words: Words<'_>, clause: &Clause, child: &Clause) -> usize {
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
pub(super) fn measure_start(words: Words<'_>, k: usize) -> usize {
    if k == 0 || !words.has(k - 1, Classes::TIME_UNIT) {
        return k;
    }
    let mut start = k - 1;
    // "left | earlier this month after" is no measure.
    if words.is_any(start.wrapping_sub(1), &["this", "that", "last", "next"]) {
        return k;
    }
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

/// Where the first time begins that is a claim of its own, behind an object or predicate: "opened the bridge | on Tuesday".
/// A verb that would stand alone keeps it: "arrived on Tuesday".
pub(super) fn time_border(context: &Context<'_>, index: usize, end: usize) -> usize {
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
        let start = match () {
            () if least || preposition && is_as_recent(words, from) => range.start - 3,
            () => from - usize::from(preposition || starting),
        };
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

/// "rose | as recently as Friday": whether such words lead to a time at token `from`.
fn is_as_recent(words: Words<'_>, from: usize) -> bool {
    from > 3
        && words.is(from - 1, "as")
        && words.is(from - 3, "as")
        && words.is_any(from - 2, &["recently", "early", "late", "soon"])
}

/// "from 118 in 2023 | to 263": the figure at the end of a change belongs to what happened.
fn goes_on_to(words: Words<'_>, k: usize) -> bool {
    let figure = |k: usize| matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol));
    let floor = k.saturating_sub(8);
    words.is(k, "to") && figure(k + 1) && (floor..k).any(|k| words.is(k, "from") && figure(k + 1))
}

/// Whether the noun phrase of a time goes on with token `k`: "the 2019 election".
fn goes_on(words: Words<'_>, k: usize) -> bool {
    // "sank yesterday | 46 miles from Hull"
    let measure = words.pos(k) == Pos::Number && words.has(k + 1, Classes::UNIT);
    words.pos(k).in_noun_phrase() && words.pos(k) != Pos::Determiner && !measure
}
