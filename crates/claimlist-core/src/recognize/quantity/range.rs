//! Two numbers that are the ends of a range: `5-7%`, `$26 to $31 million`, `between 5 and 7 per cent`, `two or three ships`.

use super::Context;
use crate::lexicon::Classes;
use crate::recognize::number::{Number, scaled};
use crate::tag::Pos;

/// The upper end of a range.
pub(super) struct Upper<'a> {
    /// The number at the upper end.
    pub(super) number: &'a Number,
    /// Whether the range starts with "between", which stands before the lower end.
    pub(super) between: bool,
}

/// What ties the two ends together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Dash,
    To,
    And,
    Or,
}

/// The link at token `end`, and the token behind it.
fn link(context: Context<'_>, start: usize, end: usize) -> Option<(Link, usize)> {
    let words = context.words;
    // "16- to 18-year-olds"
    let suspended = words.is(end, "-") && words.glued(end) && words.is_any(end + 1, &["to", "or"]);
    let at = end + usize::from(suspended);
    let link = match words.word(at) {
        "-" | "\u{2013}" | "\u{2014}" | "\u{2012}" => Link::Dash,
        word if word.eq_ignore_ascii_case("to") => Link::To,
        word if word.eq_ignore_ascii_case("and") && is_between(context, start) => Link::And,
        word if word.eq_ignore_ascii_case("or") => Link::Or,
        _ => return None,
    };
    Some((link, at + 1))
}

fn is_between(context: Context<'_>, start: usize) -> bool {
    let first = start - usize::from(minus(context, start));
    first > 0 && context.words.is(first - 1, "between")
}

/// Whether a minus touches the number at token `start`: "between -5 and 5 degrees".
pub(super) fn minus(context: Context<'_>, start: usize) -> bool {
    let words = context.words;
    words.glued(start) && !words.glued(start - 1) && matches!(words.mark(start - 1), '-' | '\u{2212}')
}

/// The upper end of a range whose lower end has a unit of its own: `$5m to $7m`, `5% - 7%`. `skip` gives the token of the
/// upper end's number, from the token behind the link. "From 5% to 7%" stays two figures.
pub(super) fn with_units<'a>(
    context: Context<'a>,
    lower: &Number,
    start: usize,
    end: usize,
    skip: impl Fn(usize) -> usize,
) -> Option<Upper<'a>> {
    let (link, behind) = link(context, start, end)?;
    let from = start > 0 && context.words.is(start - 1, "from");
    let number = context.number_at(skip(behind))?;
    let fits = match link {
        Link::Or => false,
        Link::To => !from,
        Link::And | Link::Dash => true,
    };
    let ascends = number.value > lower.value;
    // "dropped $2.94 to $48.65", "rose by 4m euros to 60m euros": by how much, and to what.
    let changed = start > 0
        && (context.words.is(start - 1, "by")
            || context.lexicon.numbers.change(context.words.word(start - 1)).is_some());
    let level = changed && link == Link::To && is_level(context, start, lower.value, number.value);
    (fits && ascends && !level).then_some(Upper { number, between: link == Link::And })
}

/// How many tokens before a change its verb may stand.
const REACH: usize = 10;

/// Whether the figures from token `start` on, tied by "to", are by how much something changed and to what. What may or will
/// change has no level yet: "would cut bills by £100 to £600" is a range.
fn is_level(context: Context<'_>, start: usize, low: f64, high: f64) -> bool {
    let words = context.words;
    let mut before = start.saturating_sub(REACH)..start;
    let told = before
        .clone()
        .rev()
        .map(|k| words.pos(k))
        .find(|pos| matches!(pos, Pos::Modal | Pos::To | Pos::VerbPast));
    let has = before.any(|k| words.has(k, Classes::HAVE));
    // "Gold, up $1.10 to $31.40"
    let beside = !words.is(start - 1, "by");
    // How many times the change the level is: few ranges are as wide.
    let total = high >= 1e6;
    let least = match told {
        // "Sales rose by £2m to £9m": sums so large were told as they are.
        Some(Pos::VerbPast) if total && !beside => 2.0,
        Some(Pos::VerbPast) => 5.0,
        Some(_) => return false,
        None if has || beside => 5.0,
        // "Profit rises by £2m to £60m"
        None => 10.0,
    };
    high > least * low
}

/// The upper end of a range that shares one unit or noun: `5-7%`, `from 15 to 12 per cent`, `two or three ships`.
pub(super) fn with_shared_unit<'a>(context: Context<'a>, lower: &Number) -> Option<Upper<'a>> {
    let (start, end) = (lower.tokens.start, lower.tokens.end);
    let (link, behind) = link(context, start, end)?;
    let from = start > 0 && context.words.is(start - 1, "from");
    let number = context.number_at(behind).filter(|number| !number.vague || lower.vague)?;
    if context.in_time(behind) {
        return None;
    }
    let (low, high) = ends(lower, number);
    // "rose by 1,204 to 45,671"
    let by = start > 0 && link == Link::To && context.words.is(start - 1, "by");
    if by && lower.value >= 100.0 && is_level(context, start, low, high) {
        return None;
    }
    let fits = match link {
        // "two or three", "five or 10": next to each other.
        Link::Or => high > low && high <= low * 2.0,
        _ => {
            high > low
                || from && link == Link::To && high != low
                || minus(context, start) && link == Link::And
        }
    };
    fits.then_some(Upper { number, between: link == Link::And })
}

/// The upper end of a range below zero, whose lower end stands before token `end`: `-3 to -5 degrees`, `-3C to -5C`, where each
/// end has its minus.
pub(super) fn below_zero<'a>(context: Context<'a>, lower: &Number, end: usize) -> Option<Upper<'a>> {
    let (link, sign) = link(context, lower.tokens.start, end)?;
    let number = context.number_at(sign + 1)?;
    let both = minus(context, lower.tokens.start) && minus(context, number.tokens.start);
    both.then_some(Upper { number, between: link == Link::And })
}

/// The values of both ends: a scale that stands only behind the upper end is meant for both ("$26 to $31 million").
pub(super) fn ends(lower: &Number, upper: &Number) -> (f64, f64) {
    let shared = lower.scale == 1.0 && upper.scale >= 1000.0 && lower.value * upper.scale < upper.value;
    // "13 to 14,000 feet"
    let thousands = lower.digits
        && upper.digits
        && lower.scale == 1.0
        && upper.scale == 1.0
        && lower.value < 100.0
        && upper.value % 1000.0 == 0.0
        && lower.value * 1000.0 < upper.value
        && upper.value < lower.value * 3000.0;
    let scale = if shared {
        upper.scale
    } else if thousands {
        1000.0
    } else {
        1.0
    };
    (scaled(lower.value, scale), upper.value)
}
