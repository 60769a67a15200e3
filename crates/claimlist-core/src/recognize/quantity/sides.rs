//! Figures whose unit stands behind another figure: the sides of something (`30 x 21 cm`) and margins of error (`4.2 ± 0.3 mm`).

use super::unit::{Named, name_at};
use super::{Context, Draft};
use crate::lexicon::Classes;
use crate::recognize::number::{Number, scaled};
use crate::tag::Pos;

/// The figure that starts with `number`, where such a sign stands behind it.
pub(super) fn starting_with(context: Context<'_>, number: &Number) -> Option<Draft> {
    match context.words.mark(number.tokens.end) {
        '\u{b1}' => measured(context, number, context.number_at(number.tokens.end + 1)?),
        _ => sides(context, number).or_else(|| by(context, number)),
    }
}

/// `20 by 30 metres`: "by" stands before other figures as well.
fn by(context: Context<'_>, number: &Number) -> Option<Draft> {
    let end = number.tokens.end;
    let last = context.number_at(end + 1).filter(|_| context.words.is(end, "by"))?;
    let units = &context.lexicon.units;
    let draft = measured(context, number, last)?;
    let long = units.measuring("length").chain(units.measuring("pixels")).any(|code| code == draft.unit());
    // "won the 100 by 3 metres"
    let before = number.tokens.start.wrapping_sub(1);
    let race =
        context.words.has(before, Classes::DETERMINER) && context.words.pos(last.tokens.end + 1) != Pos::Noun;
    (long && !race).then_some(draft)
}

/// Whether the sign between two sides stands at token `i`.
pub(super) fn is_times(context: Context<'_>, i: usize) -> bool {
    matches!(context.words.mark(i), 'x' | 'X' | '\u{d7}') && context.number_at(i + 1).is_some()
}

/// `30.4 x 21.5 x 1.1 cm`: the value is that of the first side.
fn sides(context: Context<'_>, number: &Number) -> Option<Draft> {
    let mut last = number;
    // Nothing has more sides.
    for _ in 0..4 {
        if !is_times(context, last.tokens.end) {
            break;
        }
        last = context.number_at(last.tokens.end + 1)?;
    }
    if last.tokens.start == number.tokens.start {
        return None;
    }
    let draft = measured(context, number, last)?;
    // "2 x 500MW turbines", "the 4 x 100m relay" are so many of them. Relays have four runners, and swimmers' legs are no shorter than 50 m.
    let units = &context.lexicon.units;
    let long = units.measuring("length").chain(units.measuring("pixels")).any(|code| code == draft.unit());
    let relay = draft.unit() == "m" && last.value >= 50.0 && number.value == 4.0;
    (long && !relay).then_some(draft)
}

/// The figure with the unit that stands behind the last number.
fn measured(context: Context<'_>, number: &Number, last: &Number) -> Option<Draft> {
    let named = name_at(context, last)?;
    Some(Draft::new(number.tokens.start, named.end, scaled(number.value, named.factor), named.code))
}

/// `10m x 4m`, `12 in x 8 in`: the end of the sides behind the first, of which each has the same unit.
pub(super) fn with_units(context: Context<'_>, first: &Named<'_>) -> usize {
    let mut end = first.end;
    while is_times(context, end)
        && let Some(next) = context.number_at(end + 1).and_then(|next| name_at(context, next))
        && next.code == first.code
    {
        end = next.end;
    }
    end
}

/// `140/90 mmHg`, `a blood pressure of 140/90`: the value is the upper pressure, which is given first.
pub(super) fn pressure(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, slash) = (context.words, number.tokens.end);
    if words.mark(slash) != '/' || !words.glued(slash) || !words.glued(slash + 1) {
        return None;
    }
    let lower = context.number_at(slash + 1).filter(|lower| lower.value < number.value)?;
    let start = number.tokens.start;
    match name_at(context, lower) {
        Some(named) => {
            (named.code == "mm[Hg]").then(|| Draft::new(start, named.end, number.value, named.code))
        }
        None => {
            let near = |word: &str| (start.saturating_sub(5)..start).any(|k| words.is(k, word));
            // "The pressure on nurses is 24/7": nobody's pressure is so low.
            let least = if near("blood") { 40.0 } else { 60.0 };
            (near("pressure") && number.value >= least)
                .then(|| Draft::new(start, lower.tokens.end, number.value, "mm[Hg]"))
        }
    }
}
