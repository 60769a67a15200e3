//! Quantities: numbers with what they count or measure: `£4.2m`, `2.5% of GDP`, `at least 17 people`, `two in five`.
//!
//! Each number of a sentence is tried as a share, an age, money, a percentage, a measure, a count, in this order; the
//! first that fits takes it. A number that fits nothing and is not part of something else (a date, a flight number) stays a
//! bare count.

mod age;
mod count;
mod modifier;
mod share;
mod unit;

use super::number::Number;
use super::{Mention, MentionKind};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;
use crate::{Facts, Slot, Span};

/// A quantity while it is put together: its tokens and facts.
#[derive(Debug)]
struct Draft {
    start: usize,
    end: usize,
    facts: Facts,
}

/// What the parts of the recognizer see.
#[derive(Clone, Copy)]
struct Context<'a> {
    words: Words<'a>,
    lexicon: &'a Lexicon,
    numbers: &'a [Number],
    times: &'a [Span],
}

impl Context<'_> {
    /// The number that starts at token `i`.
    fn number_at(&self, i: usize) -> Option<&Number> {
        let at = self.numbers.partition_point(|number| number.tokens.start < i);
        self.numbers.get(at).filter(|number| number.tokens.start == i)
    }

    /// Whether token `i` lies in a time.
    fn in_time(&self, i: usize) -> bool {
        let Some(token) = self.words.tokens.get(i) else { return false };
        self.times.iter().any(|time| time.overlaps(token.span))
    }
}

/// Appends the quantities of a sentence. `mentions[first..]` are the times found in it before.
pub(crate) fn recognize(
    words: Words<'_>,
    sentence: u32,
    lexicon: &Lexicon,
    numbers: &[Number],
    first: usize,
    mentions: &mut Vec<Mention>,
) {
    let times: Vec<Span> = mentions[first..].iter().map(|mention| mention.span).collect();
    let context = Context { words, lexicon, numbers, times: &times };
    let mut i = 0;
    while i < words.len() {
        let Some(mut draft) = quantity_at(context, i) else {
            i += 1;
            continue;
        };
        i = draft.end.max(i + 1);
        let before =
            mentions[first..].iter().rev().find(|m| m.kind == MentionKind::Quantity).map(|m| m.span.end);
        modifier::widen(context, &mut draft, before.unwrap_or(0));
        i = i.max(draft.end);
        let span = words.span(draft.start, draft.end);
        mentions.push(Mention { kind: MentionKind::Quantity, span, sentence, facts: draft.facts });
    }
}

/// The quantity that starts at token `i`, without the words that modify it.
fn quantity_at(context: Context<'_>, i: usize) -> Option<Draft> {
    if context.in_time(i) {
        return None;
    }
    age::before_number(context, i)
        .or_else(|| share::starting_at(context, i))
        .or_else(|| unit::currency_first(context, i))
        .or_else(|| with_number(context, i))
}

/// A quantity that starts with its number.
fn with_number(context: Context<'_>, i: usize) -> Option<Draft> {
    let number = context.number_at(i)?;
    if is_no_quantity(context, number) {
        return None;
    }
    age::behind_number(context, number)
        .or_else(|| score(context, number))
        .or_else(|| unit::behind(context, number))
        .or_else(|| count::behind(context, number))
}

/// Numbers that name or order something rather than count it.
fn is_no_quantity(context: Context<'_>, number: &Number) -> bool {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let before = start.wrapping_sub(1);
    let touches_letters = words.glued(start) && words.kind(before) == Some(TokenKind::Word);
    let touches_more =
        words.glued(end) && matches!(words.kind(end), Some(TokenKind::Word)) && !has_unit(context, end);
    let hash = words.is_any(before, &["#", "no.", "@"])
        || words.is(before, ".") && words.is(start.wrapping_sub(2), "no");
    // "Boeing 737", "Apollo 11", "HTML 5": a name before and nothing counted behind.
    let named = start > 0
        && words.pos(before) == Pos::ProperNoun
        && !words.has(before, Classes::CURRENCY)
        && number.digits
        && !has_unit(context, end)
        && !matches!(words.pos(end), Pos::Noun | Pos::PluralNoun | Pos::Adjective);
    let name_word = words.is_any(
        before,
        &[
            "page", "chapter", "section", "article", "room", "route", "highway", "flight", "number", "part",
            "level", "channel", "volume", "figure", "table", "phase", "type", "grade", "group", "bus",
            "line", "platform", "gate", "version",
        ],
    ) && words.case(before) != Case::Upper;
    let list_number = start == 0 && number.digits && matches!(words.word(end), "." | ")" | ".)");
    let code = words.is(end, "-")
        && words.glued(end)
        && words.kind(end + 1) == Some(TokenKind::Number)
        && words.is(end + 2, "-");
    let one = words.is(start, "one") && end == start + 1 && !words.pos(end).is_noun() && !words.is(end, "of");
    touches_letters
        || touches_more
        || hash
        || named
        || name_word
        || list_number
        || code
        || one
        || is_year(words, number)
}

/// A bare number of four digits that is more likely a year.
fn is_year(words: Words<'_>, number: &Number) -> bool {
    let digits = words.word(number.tokens.start);
    digits.len() == 4
        && number.tokens.len() == 1
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (1500.0..2100.0).contains(&number.value)
        && !matches!(words.pos(number.tokens.end), Pos::PluralNoun)
        && words.word(number.tokens.end) != "%"
}

fn has_unit(context: Context<'_>, i: usize) -> bool {
    unit::name_at(context, i).is_some() || context.words.is_any(i, &["%", "pc", "p", "bps"])
}

/// `3-1` in a match, `52-48` in a vote: figures of their own kind.
fn score(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, end) = (context.words, number.tokens.end);
    let dash = matches!(words.word(end), "-" | "\u{2013}") && words.glued(end) && words.glued(end + 1);
    let other = context.number_at(end + 1).filter(|_| dash && number.digits)?;
    let cue = |i: usize| {
        words.is_any(
            i,
            &[
                "beat",
                "beaten",
                "won",
                "lost",
                "drew",
                "win",
                "defeat",
                "defeated",
                "victory",
                "draw",
                "lead",
                "led",
                "vote",
                "voted",
                "score",
                "aggregate",
                "ahead",
                "down",
                "up",
            ],
        )
    };
    let near = number.tokens.start.saturating_sub(6)..other.tokens.end + 4;
    let plain =
        !has_unit(context, other.tokens.end) && number.value.fract() == 0.0 && other.value.fract() == 0.0;
    (plain && near.clone().any(cue) && number.value < 1000.0 && other.value < 1000.0).then(|| Draft {
        start: number.tokens.start,
        end: other.tokens.end,
        facts: Facts::new()
            .with(Slot::Value, number.value)
            .with(Slot::High, other.value)
            .with(Slot::Score, true)
            .with(Slot::Unit, "count"),
    })
}

#[cfg(test)]
mod tests;
