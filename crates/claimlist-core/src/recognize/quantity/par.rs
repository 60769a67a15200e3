//! Scores of golf against par: `12 under par`, `a four-under-par 68`, and `12 under` near other words of golf.

use super::{Context, Draft};
use crate::Slot;
use crate::lex::TokenKind;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// How far words of golf may stand from a score that leaves out "par".
const REACH: usize = 12;

/// The score that starts with `number`.
pub(super) fn score(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    // "four-under", "12 under"
    let hyphen = |at: usize| usize::from(words.is(at, "-") && words.glued(at) && words.glued(at + 1));
    let side = end + hyphen(end);
    let whole = number.value.fract() == 0.0 && number.value <= 40.0 && number.scale == 1.0;
    if !whole || !words.is_any(side, &["under", "over"]) {
        return None;
    }
    let par = side + 1 + hyphen(side + 1);
    let end = if words.is(par, "par") {
        par + 1
    } else if is_near_golf(context, start, side) && ends(context, side) {
        side + 1
    } else {
        return None;
    };
    let mut draft = Draft::new(start, end, number.value, "count");
    draft.facts.set(Slot::Counted, words.span(side, end).of(words.text));
    Some(draft)
}

/// Whether "under" at token `side` is not that of a figure or noun behind it: "is five under for the day", "a four-under 68".
fn ends(context: Context<'_>, side: usize) -> bool {
    let words = context.words;
    let tied = words.is(side - 1, "-");
    let next = words.pos(side + 1);
    tied && !next.is_noun()
        || side + 1 >= words.len()
        || matches!(next, Pos::Punct | Pos::Preposition | Pos::Coordinator | Pos::Subordinator)
            && !words.is(side + 1, "-")
}

fn is_near_golf(context: Context<'_>, start: usize, side: usize) -> bool {
    let words = context.words;
    let golf = |k: usize| context.lexicon.figures.golf.has(words.word(k));
    (start.saturating_sub(REACH)..start).chain(side + 1..words.len().min(side + REACH)).any(golf)
}

/// Whether the number at token `start` is the strokes of a round: `68` of "a four-under-par 68", "carded a 65", "an opening 66".
pub(super) fn is_round(context: Context<'_>, number: &Number, end: usize) -> bool {
    let (words, start) = (context.words, number.tokens.start);
    let (Some(before), true) = (start.checked_sub(1), number.digits) else { return false };
    if !(55.0..100.0).contains(&number.value)
        || words.kind(end) == Some(TokenKind::Word) && words.pos(end).is_noun()
    {
        return false;
    }
    let against_par = words.is_any(before, &["par", "under", "over"])
        && before > 1
        && words.is(before - 1, "-")
        && words.glued(before);
    let article = before - usize::from(words.pos(before) == Pos::Adjective && before > 0);
    let carded = words.is_any(article, &["a", "an"])
        && article > 0
        && context.lexicon.figures.carding.has(words.word(article - 1))
        && is_near_golf(context, start, end);
    against_par || carded
}
