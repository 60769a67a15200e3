//! Results of matches and votes: `3-1`, `52-48`, `310 votes to 284`: two figures that are one fact.

use super::{Context, Draft, unit};
use crate::Slot;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// `improved to 7-1-2`, `is 1-7-0 at home`: the matches that a side has won, lost and drawn.
pub(super) fn record(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let part = |at: usize| {
        let tied = words.mark(at) == '-' && words.glued(at) && words.glued(at + 1);
        context.number_at(at + 1).filter(|part| tied && part.digits && part.value < 100.0)
    };
    let lost = part(end).filter(|_| number.digits && number.value < 100.0)?;
    let drawn = part(lost.tokens.end)?;
    let last = drawn.tokens.end;
    let stands = words.has(start.wrapping_sub(1), Classes::BE)
        || words.is_any(start.wrapping_sub(1), &["went", "go", "goes"])
        || words.is(start.wrapping_sub(1), "to") && stood_at(words, start.wrapping_sub(2));
    let ends = !words.glued(last) || !words.is_any(last, &["-", "/"]);
    // "moved to 3-4-3": ten players in their rows
    let rows = (3.0..=5.0).contains(&number.value);
    let formation = rows && number.value + lost.value + drawn.value == 10.0;
    let mut draft = (stands && ends && !formation).then(|| Draft::new(start, last, number.value, "count"))?;
    draft.facts.set(Slot::High, lost.value);
    draft.facts.set(Slot::Score, true);
    Some(draft)
}

/// "improved to", "fell to": whether the verb at token `k` brings a side to a record.
fn stood_at(words: Words<'_>, k: usize) -> bool {
    words.is_any(
        k,
        &["improved", "improve", "improving", "fell", "fall", "dropped", "drop", "slipped", "moved"],
    )
}

/// The pair that starts with `number`.
pub(super) fn pair(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    // "3-1"; with spaces, "1 \u{2013} 0" is one too where digits alone stand around the dash.
    let spaced =
        !words.glued(end) && !words.glued(end + 1) && number.digits && words.word(end - 1).len() <= 2;
    let dash =
        matches!(words.mark(end), '-' | '\u{2013}') && (words.glued(end) && words.glued(end + 1) || spaced);
    let votes = words.is(end, "votes") && words.is_any(end + 1, &["to", "against"]);
    let wickets = words.is(end, "for") && number.digits;
    // "228/7"
    let slash = words.is(end, "/") && words.glued(end) && words.glued(end + 1);
    let link = if dash || slash {
        end + 1
    } else if votes {
        end + 2
    } else if words.is(end, "to") || wickets {
        end + 1
    } else {
        return None;
    };
    let other = context.number_at(link)?;
    let innings = (dash || slash || wickets)
        && (is_innings(context, number, other) || is_bowling(context, number, other));
    let plain = |number: &Number| number.value.fract() == 0.0 && number.value < 1000.0 && number.scale == 1.0;
    let joined = words.glued(start) && !matches!(words.mark(start - 1), '(' | '"' | '\u{201c}')
        || words.is(other.tokens.end, "-") && words.glued(other.tokens.end);
    if !plain(number) || !plain(other) || joined || unit::name_at(context, other).is_some() {
        return None;
    }
    let counted = is_counted(words, other.tokens.end);
    let cued =
        is_cued(context, start, other.tokens.end) || dash && between_names(words, start, other.tokens.end);
    // "won 5 to 7 seats" and "by 8 to 10 points" are ranges; a result with "to" names its votes or goes down.
    let is_result = if wickets || slash {
        innings && !counted
    } else if dash {
        innings || cued && (!counted || number.value >= other.value)
    } else {
        votes || cued && number.value > other.value && !counted
    };
    // "from 5-2 down"; "rose from 5 to 2" is no result.
    let from = start > 0
        && words.is(start - 1, "from")
        && !(dash && words.is_any(other.tokens.end, &["down", "up", "ahead", "behind"]));
    if !is_result || from {
        return None;
    }
    let end = other.tokens.end + usize::from(words.is(other.tokens.end, "votes"));
    let mut draft = Draft::new(start, end, number.value, "count");
    draft.facts.set(Slot::High, other.value);
    draft.facts.set(Slot::Score, true);
    if votes {
        draft.facts.set(Slot::Counted, "votes");
    }
    Some(draft)
}

/// `287-5 at the close`, `361 for 7 declared`: runs and the wickets that they cost, in a sentence about cricket or where play
/// stops behind them.
fn is_innings(context: Context<'_>, runs: &Number, wickets: &Number) -> bool {
    let (words, start, end) = (context.words, runs.tokens.start, wickets.tokens.end);
    runs.value > 10.0
        && wickets.value <= 10.0
        && runs.digits == wickets.digits
        && (paused(words, start, end) || is_near_cricket(context, start, end))
}

/// `took 5 for 42`, `figures of 4-27`: the wickets that a bowler took, and the runs that they cost.
fn is_bowling(context: Context<'_>, wickets: &Number, runs: &Number) -> bool {
    let (words, start) = (context.words, wickets.tokens.start);
    let before = start.wrapping_sub(1);
    let took = context.lexicon.figures.bowling.has(words.word(before))
        || words.is_phrase(before.wrapping_sub(1), "figures of");
    wickets.value <= 10.0
        && runs.value > wickets.value
        && wickets.digits
        && took
        && is_near_cricket(context, start, runs.tokens.end)
}

/// How far a word of cricket may stand from the figures.
const REACH: usize = 16;

fn is_near_cricket(context: Context<'_>, start: usize, end: usize) -> bool {
    let words = context.words;
    let cricket = |k: usize| context.lexicon.figures.cricket.has(words.word(k));
    (start.saturating_sub(REACH)..start).chain(end..words.len().min(end + REACH)).any(cricket)
}

/// Whether a side stands at the runs in the tokens `start..end` as play stops: "were 214-6 at the close". By themselves, lunch
/// and tea are no cricket: "open 11-4 for lunch", "costs 25 for 2 at lunch".
fn paused(words: Words<'_>, start: usize, end: usize) -> bool {
    let before = start.wrapping_sub(1);
    let side = words.has(before, Classes::BE)
        || words.is_any(before, &["made", "reached", "on", "scored"])
        || words.pos(before) == Pos::ProperNoun && !words.has(before, Classes::WEEKDAY.or(Classes::MONTH));
    let pause = end + 1 + usize::from(words.is(end + 1, "the"));
    words.is(end, "declared")
        || side && words.is(end, "at") && words.is_any(pause, &["lunch", "tea", "close"])
}

/// Whether a noun follows that the figures count: "3-5 seats"; not the other side, "1-2 England".
fn is_counted(words: Words<'_>, end: usize) -> bool {
    let common =
        |k: usize| matches!(words.pos(k), Pos::Noun | Pos::PluralNoun) && words.case(k) == Case::Lower;
    let named = words.pos(end).is_noun() && words.case(end) != Case::Lower;
    common(end) && !words.is(end, "votes") || named && common(end + 1)
}

/// Whether the names of two sides stand around a result: "Sweden 1-0 Korea".
fn between_names(words: Words<'_>, start: usize, end: usize) -> bool {
    let name = |k: usize| words.kind(k) == Some(TokenKind::Word) && words.case(k) != Case::Lower;
    start > 0 && name(start - 1) && name(end) && !is_counted(words, end)
}

/// Whether a word of matches or votes stands within six words before, or four tokens behind. Figures and marks between do
/// not count: a tennis match is a list of pairs.
fn is_cued(context: Context<'_>, start: usize, end: usize) -> bool {
    let words = context.words;
    let cue = |k: usize| context.lexicon.figures.results.has(words.word(k));
    let before = (start.saturating_sub(24)..start).rev().filter(|&k| words.kind(k) == Some(TokenKind::Word));
    // "went down 27-24", "improved to 54-12"
    let last = |back: usize| start.wrapping_sub(back);
    let led = words.is(last(1), "down") && words.is_any(last(2), &["went", "go", "goes", "going", "gone"])
        || words.is(last(1), "to") && stood_at(words, last(2))
        // "put Oslo up 1-0", "a 1-1 game"
        || words.is(last(1), "up") && words.pos(last(2)) == Pos::ProperNoun
        || words.is(last(1), "a") && words.is_any(end, &["game", "match", "contest"]);
    led || before.take(6).any(cue) || (end..end + 5).any(cue) || words.is_any(end, &["up", "down"])
}
