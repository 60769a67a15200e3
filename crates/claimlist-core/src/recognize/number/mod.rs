//! Numbers in digits and words, whatever they are used for: `1,426`, `4.2m`, `10 1/2`, `one hundred and five`, `half a million`.

mod digits;
mod spelled;

pub(super) use digits::is_ordinal_ending;
pub(super) use spelled::part;

use super::{Mention, MentionKind};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::{Facts, Slot};

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Number {
    /// Its tokens, as indices into the sentence.
    pub(crate) tokens: std::ops::Range<usize>,
    /// Its value, scales multiplied in.
    pub(crate) value: f64,
    /// The scales that were multiplied in: 1,000,000 in "2.5 million", 1 in "2.5".
    pub(crate) scale: f64,
    /// Whether it is written in digits (with or without a scale in words).
    pub(crate) digits: bool,
    /// Whether it only says the order of size: "hundreds", "several thousand".
    pub(crate) vague: bool,
    /// Whether it is a fraction below one: `3/4`, `½`.
    pub(crate) fraction: bool,
}

impl Number {
    /// A number in words without a scale.
    pub(super) fn new(tokens: std::ops::Range<usize>, value: f64) -> Self {
        Self { tokens, value, scale: 1.0, digits: false, vague: false, fraction: false }
    }

    /// The number as a mention.
    pub(crate) fn mention(&self, words: Words<'_>, sentence: u32) -> Mention {
        Mention {
            kind: MentionKind::Number,
            span: words.span(self.tokens.start, self.tokens.end),
            sentence,
            facts: Facts::new().with(Slot::Value, self.value),
        }
    }
}

/// Words with which a number may start, besides "a", "several" and the like.
const STARTS: Classes = Classes::NUMBER.or(Classes::SCALE).or(Classes::FRACTION);

/// Sets `numbers` to those of a sentence, in order.
pub(crate) fn recognize(words: Words<'_>, lexicon: &Lexicon, numbers: &mut Vec<Number>) {
    numbers.clear();
    let mut i = 0;
    while let Some(token) = words.tokens.get(i) {
        let number = match token.kind {
            TokenKind::Number => digits::at(words, i, lexicon),
            // An article or "several" is only looked at where a number word follows, "couple of" by its first word.
            TokenKind::Word if token.classes.intersects(STARTS) || may_open(words, i) => {
                spelled::at(words, i, lexicon)
            }
            _ => None,
        };
        match number {
            Some(number) => {
                i = number.tokens.end.max(i + 1);
                numbers.push(number);
            }
            None => i += 1,
        }
    }
}

/// Whether a number may start at word `i` with the word behind it.
#[inline(always)]
fn may_open(words: Words<'_>, i: usize) -> bool {
    words.has(i + 1, STARTS) && words.tokens[i].span.len() <= 7
        || words.is(i, "couple")
        || matches!(words.initial(i + 1), b'c' | b'f') && words.is_any(i + 1, &["couple", "few"])
}

/// A number of a unit that is a power of ten, as it would be written out: 8.2 billion is 8,200,000,000 and not 8,199,999,999.999999.
pub(super) fn scaled(value: f64, scale: f64) -> f64 {
    if scale == 1.0 {
        return value;
    }
    let product = value * scale;
    if product.fract() == 0.0 || !product.is_finite() || value == 0.0 {
        return product;
    }
    // The decimals that the number has, so that whole numbers are multiplied, which is exact, and divided once.
    let decimals =
        (0..=9).map(|places| 10_f64.powi(places)).find(|power| (value * power).round() / power == value);
    let Some(power) = decimals else { return product };
    let whole = (value * power).round();
    if scale < 1.0 {
        whole / (power / scale).round()
    } else if (scale / power).fract() == 0.0 {
        whole * (scale / power)
    } else {
        whole * scale / power
    }
}

/// Multiplies by the scale words from `end` on: "million", "hundred thousand". Gives the scale and where it ends.
fn scales(words: Words<'_>, mut end: usize, lexicon: &Lexicon) -> (f64, usize) {
    let mut scale = 1.0;
    loop {
        let at = end + usize::from(words.is(end, "-") && words.glued(end) && words.glued(end + 1));
        match lexicon.numbers.scale(words.word(at)).filter(|_| words.has(at, Classes::SCALE)) {
            Some(factor) => (scale, end) = (scale * factor, at + 1),
            None => return (scale, end),
        }
    }
}

#[cfg(test)]
mod tests;
