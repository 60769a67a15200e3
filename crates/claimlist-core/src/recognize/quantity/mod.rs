//! Quantities: numbers with what they count or measure: `£4.2m`, `2.5% of GDP`, `at least 17 people`, `two in five`.
//!
//! Each number of a sentence is tried as an age, a share, money, a result, a measure, a count, in this order; the first
//! that fits takes it. Then the words that modify the figure are taken in. A number that fits nothing (a flight number, "one"
//! as a pronoun) is no quantity; it stays a mention of a number.

mod age;
mod compound;
mod count;
mod exclude;
mod level;
mod marks;
mod modifier;
mod money;
mod multiple;
mod par;
mod phrase;
mod range;
mod rate;
mod result;
mod share;
mod sides;
mod unit;

use super::number::Number;
use super::{Mention, MentionKind};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::{Facts, Slot, Span};

/// A quantity while it is put together: its tokens and facts.
#[derive(Debug)]
struct Draft {
    start: usize,
    end: usize,
    facts: Facts,
}

impl Draft {
    fn new(start: usize, end: usize, value: f64, unit: &str) -> Self {
        Self { start, end, facts: Facts::new().with(Slot::Value, value).with(Slot::Unit, unit) }
    }

    fn unit(&self) -> &str {
        self.facts.text(Slot::Unit).unwrap_or_default()
    }
}

/// What the parts of the recognizer see.
#[derive(Clone, Copy)]
struct Context<'a> {
    words: Words<'a>,
    lexicon: &'a Lexicon,
    numbers: &'a [Number],
    /// The times of the sentence, in order.
    times: &'a [Span],
}

impl<'a> Context<'a> {
    /// The number that starts at token `i`.
    fn number_at(&self, i: usize) -> Option<&'a Number> {
        let at = self.numbers.partition_point(|number| number.tokens.start < i);
        self.numbers.get(at).filter(|number| number.tokens.start == i)
    }

    /// Whether a number ends before token `i`.
    fn number_ends_at(&self, i: usize) -> bool {
        let at = self.numbers.partition_point(|number| number.tokens.end < i);
        self.numbers.get(at).is_some_and(|number| number.tokens.end == i)
    }

    /// Whether token `i` lies in a time.
    fn in_time(&self, i: usize) -> bool {
        let Some(token) = self.words.tokens.get(i) else { return false };
        let at = self.times.partition_point(|time| time.end <= token.span.start);
        self.times.get(at).is_some_and(|time| time.overlaps(token.span))
    }
}

/// Words with which a quantity may start without a number.
const STARTS: Classes = Classes::FRACTION.or(Classes::MULTIPLE).or(Classes::CURRENCY);

/// Appends the quantities of a sentence to its times, in order.
pub(crate) fn recognize(
    words: Words<'_>,
    sentence: u32,
    lexicon: &Lexicon,
    numbers: &[Number],
    mentions: &mut Vec<Mention>,
) {
    let times: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
    let context = Context { words, lexicon, numbers, times: &times };
    let (mut i, mut next_number, mut taken) = (0, 0, 0);
    while i < words.len() {
        while numbers.get(next_number).is_some_and(|number| number.tokens.start < i) {
            next_number += 1;
        }
        let number = numbers.get(next_number).filter(|number| number.tokens.start == i);
        if number.is_none() && !opens(words, i) {
            i += 1;
            continue;
        }
        let Some(mut draft) = quantity_at(context, i, number) else {
            i += 1;
            continue;
        };
        modifier::widen(context, &mut draft, taken);
        i = draft.end.max(i + 1);
        taken = draft.end;
        let span = words.span(draft.start, draft.end);
        mentions.push(Mention { kind: MentionKind::Quantity, span, sentence, facts: draft.facts });
    }
}

/// Whether a quantity may start at token `i` without a number.
#[inline(always)]
fn opens(words: Words<'_>, i: usize) -> bool {
    let Some(token) = words.tokens.get(i) else { return false };
    match token.kind {
        TokenKind::Symbol => true,
        TokenKind::Punct => token.mark() == '%',
        TokenKind::Word => {
            let next = words.tokens.get(i + 1);
            token.classes.intersects(STARTS)
                || next.is_some_and(|next| {
                    next.kind == TokenKind::Symbol || next.classes.intersects(Classes::FRACTION)
                })
                || words.initial(i) == b'a' && (age::opens(words, i) || unit::opens(words, i))
                || words.is(i, "twice")
                // "MEUR", "kSEK"
                || token.span.len() == 4 && token.case != Case::Lower
                // "PEN 4,000", "R50m"
                || token.span.len() <= 3
                    && token.case == Case::Upper
                    && next.is_some_and(|next| next.kind == TokenKind::Number)
        }
        _ => false,
    }
}

/// The quantity that starts at token `i`, where one may, without the words that modify it.
fn quantity_at(context: Context<'_>, i: usize, number: Option<&Number>) -> Option<Draft> {
    if context.in_time(i) {
        return None;
    }
    age::before_number(context, i)
        .or_else(|| unit::one_and_part(context, i))
        .or_else(|| share::starting_at(context, i, number))
        .or_else(|| multiple::starting_at(context, i, number))
        .or_else(|| money::sign_first(context, i))
        .or_else(|| share::sign_first(context, i))
        .or_else(|| with_number(context, number?))
}

/// A quantity that starts with its number.
fn with_number(context: Context<'_>, number: &Number) -> Option<Draft> {
    // A result stands behind a name ("beat Hull 3-1"), as a flight number does.
    let result = result::record(context, number).or_else(|| result::pair(context, number));
    if let Some(draft) = result.or_else(|| sides::pressure(context, number)) {
        return Some(draft);
    }
    if let Some(draft) = par::score(context, number) {
        return Some(draft);
    }
    if exclude::names_or_orders(context, number) {
        return None;
    }
    age::behind_number(context, number)
        .or_else(|| unit::behind(context, number))
        .or_else(|| unit::of_the_next(context, number))
        .or_else(|| level::of_the_last(context, number))
        .or_else(|| count::behind(context, number))
}

#[cfg(test)]
mod tests;
