//! The level that something went to, which has the unit of the one it came from: `cut from 110 km an hour to 80`.

use super::{Context, Draft, quantity_at};
use crate::Slot;
use crate::lex::TokenKind;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// How many tokens may stand between "from" and the second level.
const REACH: usize = 10;

/// Levels of one thing are not further apart.
const MOST_TIMES: f64 = 50.0;

/// `80` of "from 110 km an hour to 80", `62` of "from £40 to 62", but not "from 40 km away to 2 others".
pub(super) fn of_the_last(context: Context<'_>, number: &Number) -> Option<Draft> {
    let words = context.words;
    let (start, end) = (number.tokens.start, number.tokens.end);
    let to = start.checked_sub(1).filter(|&k| words.is(k, "to") && number.digits)?;
    let from = (to.saturating_sub(REACH)..to).rev().find(|&k| words.is(k, "from"))?;
    let first = (from + 1..to).find(|&k| {
        words.kind(k) == Some(TokenKind::Symbol) || context.number_at(k).is_some_and(|number| number.digits)
    })?;
    let lower = quantity_at(context, first, context.number_at(first)).filter(|lower| lower.end == to)?;
    let unit = lower.unit();
    let value = lower.facts.number(Slot::Value)?;
    let measured = !matches!(unit, "count" | "ratio" | "year") && lower.facts.number(Slot::High).is_none();
    let alike = number.value <= MOST_TIMES * value && value <= MOST_TIMES * number.value;
    (measured && alike && ends(context, end)).then(|| Draft::new(start, end, number.value, unit))
}

/// Whether nothing at token `end` goes on with the figure.
fn ends(context: Context<'_>, end: usize) -> bool {
    let words = context.words;
    let tied = words.glued(end) && words.kind(end) != Some(TokenKind::Punct);
    let closes =
        matches!(words.pos(end), Pos::Punct | Pos::Preposition | Pos::Subordinator | Pos::Coordinator)
            || words.kind(end).is_none();
    closes && !tied && !words.is_any(end, &["of", "per", "-", "\u{2013}", "%", "to", "or"])
}
