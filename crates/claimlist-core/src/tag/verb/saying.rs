//! Past tenses of saying, told from what was said of somebody: `Police said on Monday the firm had shut`, not `the plan announced on Monday would`.

use super::present::is_finite_ahead;
use super::reduced::is_number;
use super::{TIMES, next_starts_noun};
use crate::lex::{Case, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::{Pos, past_time_aside};

/// "The promoter said talks would start": a verb of saying with the subject of what was said behind it. Of "measures announced
/// last week" it would be a time.
pub(super) fn says_clause(words: Words<'_>, i: usize) -> bool {
    let noun = next_starts_noun(words, i) && words.pos(i + 1) != Pos::Adjective
        || words.pos(i + 1) == Pos::Number
        || is_described_subject(words, i + 1);
    let saying = || Lexicon::english().speech.saying(words.word(i));
    // "said voting had been calm", "said getting there was half the job"
    let gerund = words.has(i + 1, Classes::VERB_ING)
        && (words.is(i, "said") || words.has(i + 2, Classes::HAVE.or(Classes::BE).or(Classes::MODAL)));
    // "said nearly 90,000 people were"; not "measures announced about ten days ago"
    let figure = words.has(i + 1, Classes::MODIFIER)
        && (i + 2..i + 5).any(|k| is_number(words, k) || words.has(k, Classes::NUMBER))
        && !(i + 2..i + 6).any(|k| words.has(k, TIMES));
    // "nurses who had seen it reported in letters that it had burst"
    let told = words.pos(i + 1) == Pos::Preposition
        && (i + 3..i + 7).any(|k| words.is(k, "that"))
        && (i.saturating_sub(10)..i).any(|k| words.is(k, "who"));
    (noun || gerund || figure || told)
        && !words.has(i + 1, TIMES)
        && words.has(i, Classes::SPEECH)
        && saying().is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE.or(Frames::THAT)))
}

/// "Police said on Monday the firm had shut", "announced last night a new law would come": a verb of saying with a time or place behind it, and
/// the subject of what was said behind that.
pub(super) fn says_behind_time(words: Words<'_>, i: usize) -> bool {
    let saying = || Lexicon::english().speech.saying(words.word(i));
    if !words.has(i, Classes::SPEECH)
        || !saying().is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
    {
        return false;
    }
    let Some(start) = past_circumstances(words, i + 1) else { return false };
    let inside = |k: usize| {
        words.pos(k).in_noun_phrase()
            || matches!(words.pos(k), Pos::Pronoun | Pos::Adverb)
            || words.pos(k) == Pos::Other && !words.has(k, Classes::VERB_PAST)
            || words.is_any(k, &["of", "at", "-"])
            || words.has(k, Classes::MODIFIER)
    };
    let verb = (start..start + 9).find(|&k| !inside(k));
    verb.is_some_and(|verb| verb > start && is_finite_ahead(words, verb))
}

/// "said | on Monday in a letter | the firm": where another noun phrase begins behind times and phrases of place at token `from`; none where
/// nothing of the kind stands there.
pub(super) fn past_circumstances(words: Words<'_>, from: usize) -> Option<usize> {
    let opens = |k: usize| {
        matches!(words.pos(k), Pos::Determiner | Pos::Pronoun | Pos::Number)
            || words.has(k, Classes::MODIFIER)
            || words.is(k, "there")
    };
    let mut k = from;
    for _ in 0..3 {
        let late = k + usize::from(words.is_any(k, &["late", "early"]));
        let timed = past_time_aside(words, late);
        if timed > late {
            k = timed;
        } else if words.pos(k) == Pos::Adverb && !words.has(k, Classes::MODIFIER) {
            k += 1;
        } else if words.pos(k) == Pos::Preposition
            && !words.is_any(k, &["to", "of", "as", "by", "about", "around", "over", "under"])
            && k + 1 < words.len()
        {
            // "in | a statement | two men", "in | Kent | police"
            let noun = |at: usize| {
                words.pos(at).is_noun()
                    || words.pos(at) == Pos::Adjective
                    || words.pos(at) == Pos::Other && words.has(at, Classes::NOUN)
                    // "at a briefing"
                    || words.has(at, Classes::VERB_ING) && words.pos(at - 1) == Pos::Determiner
            };
            let first = k + 1 + usize::from(words.pos(k + 1) == Pos::Determiner);
            let named = words.pos(first) == Pos::ProperNoun;
            k = (first..first + 5)
                .find(|&at| !noun(at) || named == (words.case(at) == Case::Lower) && at > first)
                .filter(|&at| at > first || words.pos(at) == Pos::Number)
                .map(|at| at + usize::from(at == first))?;
        } else {
            break;
        }
    }
    let named = words.pos(k).is_noun()
        || words.pos(k) == Pos::Adjective
        || words.pos(k) == Pos::Other && words.has(k, Classes::NOUN);
    (k > from && (opens(k) || named)).then_some(k)
}

/// "said | innocent people would suffer": whether an adjective and a noun that is no time stand at `k`, with a finite verb behind them.
pub(super) fn is_described_subject(words: Words<'_>, k: usize) -> bool {
    let dated = words.is_any(k, &["last", "next", "earlier", "late", "early"]) || words.has(k + 1, TIMES);
    let mut end = k + 1;
    while end < k + 5 && (words.pos(end).is_noun() || words.pos(end) == Pos::Adjective) {
        end += 1;
    }
    if words.pos(k) != Pos::Adjective || dated {
        return false;
    }
    // "said steady demand from Asia would help": a noun that may be a verb, and where it is from
    let noun = |at: usize| words.pos(at).in_noun_phrase() || words.has(at, Classes::NOUN);
    let demand = k + 1 + usize::from(words.has(k + 1, Classes::NOUN));
    let end = end.max(demand);
    let behind = words.is_any(end, &["of", "from", "in", "for", "on"]).then(|| {
        let last = (end + 1..end + 5).find(|&at| !noun(at));
        last.unwrap_or(end)
    });
    end > k + 1 && (is_finite_ahead(words, end) || behind.is_some_and(|at| is_finite_ahead(words, at)))
}

/// "which unions said was unfair": a verb of saying between the subject of a relative clause and the verb of what was said.
pub(super) fn says_of_relative(words: Words<'_>, i: usize) -> bool {
    if !words.has(i, Classes::SPEECH) || !words.has(i + 1, Classes::AUXILIARY.or(Classes::MODAL)) {
        return false;
    }
    let before = (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    let saying = Lexicon::english().speech.saying(words.word(i));
    before.is_some_and(|k| k + 1 < i && words.is_any(k, &["which", "who", "that", "what"]))
        && saying.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
}

/// "half of those polled said she had": what narrows the subject down is no verb that "said" belongs to.
pub(super) fn is_said_by_narrowed(words: Words<'_>, i: usize) -> bool {
    let said = words.is(i, "said") && matches!(words.pos(i + 1), Pos::Pronoun | Pos::Determiner);
    words.pos(i.wrapping_sub(2)).in_noun_phrase() && (said || says_clause(words, i))
}
