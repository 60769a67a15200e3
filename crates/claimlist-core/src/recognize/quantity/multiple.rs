//! Multiples: `doubled`, `tenfold`, `twice as many`, `three times the size`, `10-fold`.

use super::{Context, Draft};
use crate::Slot;
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// The multiple that starts at token `i`, which may be that of `number`.
pub(super) fn starting_at(context: Context<'_>, i: usize, number: Option<&Number>) -> Option<Draft> {
    match number {
        Some(number) => times(context, number),
        None if context.words.is(i, "twice") => twice(context, i),
        None if context.words.is(i, "half") => half_as(context, i),
        None => in_one_word(context, i),
    }
}

/// `three times as many`, `10 times more likely`, `four times the size`, `10-fold`.
fn times(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let hyphen = usize::from(words.is(end, "-") && words.glued(end));
    if words.is(end + hyphen, "fold") {
        return Some(Draft::new(start, end + hyphen + 1, number.value, "ratio"));
    }
    // "4x4", "2x 1TB", "8x Leica lenses"
    let by = context.number_at(end + 1).is_some()
        || words.pos(end + 1) == Pos::ProperNoun && words.kind(end + 1) == Some(TokenKind::Word);
    // "10x faster"
    if number.digits && words.glued(end) && matches!(words.mark(end), 'x' | '\u{d7}') && !by {
        return Some(Draft::new(start, comparison_end(context, end + 1), number.value, "ratio"));
    }
    if !words.is(end, "times") {
        return None;
    }
    let compared = end + 1;
    // "14 times earnings", "ten times forward earnings"
    let valued = |k: usize| context.lexicon.figures.valued.has(words.word(k));
    let last = compared + usize::from(words.pos(compared) == Pos::Adjective || valued(compared + 1));
    if valued(last) {
        return Some(Draft::new(start, last + 1, number.value, "ratio"));
    }
    // "8.3 times local earnings": nothing happens 8.3 times.
    if number.value.fract() != 0.0 {
        return Some(Draft::new(start, comparison_end(context, compared), number.value, "ratio"));
    }
    let compares = words
        .is_any(compared, &["as", "more", "less", "the", "that", "its", "their", "his", "her", "what"])
        || words.pos(compared) == Pos::Adjective && words.word(compared).ends_with("er");
    // "shot nine times as he ran"
    let as_what = !words.is(compared, "as") || comparison_end(context, compared) > compared + 1;
    (compares && as_what && !context.in_time(end))
        .then(|| Draft::new(start, comparison_end(context, compared), number.value, "ratio"))
}

/// The end of `as many`, `more likely`, `the size`, from its first token on.
fn comparison_end(context: Context<'_>, at: usize) -> usize {
    let words = context.words;
    if words.is(at, "as") {
        let measure = matches!(words.pos(at + 1), Pos::Adjective | Pos::Adverb)
            || words.is_any(at + 1, &["many", "much", "few", "little"]);
        return at + 1 + usize::from(measure);
    }
    if words.is_any(at, &["more", "less"]) {
        return at + 1 + usize::from(words.pos(at + 1) == Pos::Adjective);
    }
    // "twice that of Leeds"
    if words.is(at, "that") && words.is(at + 1, "of") {
        return at + 1;
    }
    if words.is_any(at, &["the", "its", "their", "his", "her"]) {
        return if words.pos(at + 1).is_noun() { at + 2 } else { at };
    }
    at + usize::from(words.pos(at) == Pos::Adjective && words.word(at).ends_with("er"))
}

/// `twice as many`, `twice the size`; "twice" alone is a frequency.
fn twice(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let compares = words.is(i + 1, "as")
        || words.is_any(i + 1, &["the", "its", "their", "that"]) && words.pos(i + 2) == Pos::Noun
        || words.is_phrase(i + 1, "that of");
    (compares && !context.in_time(i)).then(|| Draft::new(i, comparison_end(context, i + 1), 2.0, "ratio"))
}

/// `half as many`.
fn half_as(context: Context<'_>, i: usize) -> Option<Draft> {
    let fits = context.words.is(i + 1, "as")
        && context.words.is_any(i + 2, &["many", "much", "likely", "big", "large", "often"]);
    fits.then(|| Draft::new(i, i + 3, 0.5, "ratio"))
}

/// `doubled`, `tenfold`, `double the number`.
fn in_one_word(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    if !words.has(i, Classes::MULTIPLE) {
        return None;
    }
    let value = context.lexicon.numbers.multiple(words.word(i))?;
    let fold = words.word(i).ends_with("fold");
    if !fold && words.is_any(i, &["double", "triple", "treble", "quadruple", "halves", "doubles", "triples"])
    {
        // "a double room", "the doubles": an adjective or noun, unless it is a verb or takes "the".
        let verb = i > 0 && (words.is(i - 1, "to") || words.has(i - 1, Classes::MODAL));
        let the = words.is_any(i + 1, &["the", "its", "their", "that"]);
        if !verb && !the || words.is(i + 1, "-") {
            return None;
        }
        let end = if the && !verb { comparison_end(context, i + 1) } else { i + 1 };
        return Some(Draft::new(i, end, value, "ratio"));
    }
    // "doubled down", "doubling up" say no number.
    if words.is_any(i + 1, &["down", "up", "back", "over"]) {
        return None;
    }
    let mut draft = Draft::new(i, i + 1, value, "ratio");
    if !fold {
        draft.facts.set(Slot::Change, if value < 1.0 { "down" } else { "up" });
    }
    Some(draft)
}
