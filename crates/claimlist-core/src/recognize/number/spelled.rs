//! Numbers that start with a word: `one hundred and five`, `a dozen`, `two and a half million`, `hundreds`, `half a million`.

use super::{Number, scales};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The number that starts with the word at token `i`.
pub(super) fn at(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    vulgar(words, i, lexicon)
        .or_else(|| part_of_a_scale(words, i, lexicon))
        .or_else(|| couple(words, i, lexicon))
        .or_else(|| few(words, i, lexicon))
        .or_else(|| below_one(words, i, lexicon))
        .or_else(|| cardinal(words, i, lexicon))
        .or_else(|| plural_scale(words, i, lexicon))
}

/// `½`, `¾ million`.
fn vulgar(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let value = lexicon.numbers.vulgar(words.word(i))?;
    let (scale, end) = scales(words, i + 1, lexicon);
    let number = Number::new(i..end, super::scaled(value, scale));
    Some(Number { scale, fraction: scale == 1.0, digits: true, ..number })
}

/// `half a million`, `half a dozen`, `a quarter of a million`, `three quarters of a billion`, `half million`.
fn part_of_a_scale(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let numbers = &lexicon.numbers;
    let (numerator, at) = match numbers.cardinal(words.word(i)) {
        Some(numerator) => (numerator, i + 1 + usize::from(words.is(i + 1, "-"))),
        None => (1.0, i + usize::from(words.is(i, "a"))),
    };
    if !words.has(at, Classes::FRACTION) {
        return None;
    }
    let denominator = numbers.denominator(words.word(at))?;
    let of = at + 1 + usize::from(words.is(at + 1, "of"));
    let article = words.is_any(of, &["a", "one"]);
    let scale_at = of + usize::from(article);
    // "half million" goes without "of a", "third million" does not.
    if !article && (of > at + 1 || denominator > 4.0 || denominator == 3.0) {
        return None;
    }
    let (scale, end) = scales(words, scale_at, lexicon);
    (end > scale_at).then(|| Number { scale, ..Number::new(i..end, numerator * scale / denominator) })
}

/// `point five percent`; "at this point five people" has nothing measured behind.
fn below_one(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let (value, end) = point(words, i, lexicon)?;
    let measured = words.has(end, Classes::UNIT) || words.is_any(end, &["percent", "per", "%", "of"]);
    let named = i > 0 && (words.has(i - 1, Classes::DETERMINER) || words.pos(i - 1).is_noun());
    (measured && !named).then(|| Number::new(i..end, value))
}

/// `a couple of people`, `a couple of hundred`, `a couple dollars`.
fn couple(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let at = i + usize::from(words.is(i, "a"));
    if at > i && words.is(at, "couple") && !words.is(at + 1, "of") {
        let (scale, end) = scales(words, at + 1, lexicon);
        let counts = scale > 1.0 || words.pos(end) == Pos::PluralNoun && !words.has(end, Classes::TIME_UNIT);
        return counts.then(|| Number { scale, vague: true, ..Number::new(i..end, 2.0 * scale) });
    }
    if !words.is_phrase(at, "couple of") || words.has(at + 2, Classes::DETERMINER) {
        return None;
    }
    let (scale, end) = scales(words, at + 2, lexicon);
    // "of" before a noun is left to the count, as that of "hundreds of" is.
    let end = if scale > 1.0 { end } else { at + 1 };
    Some(Number { scale, vague: true, ..Number::new(i..end, 2.0 * scale) })
}

/// `several hundred`, `a few thousand`, `many millions`: no less than the scale.
fn few(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let at = i + usize::from(words.is(i, "a"));
    if !words.is_any(at, &["several", "few", "many"]) {
        return None;
    }
    let (scale, end) = scales(words, at + 1, lexicon);
    if end > at + 1 {
        return Some(Number { scale, vague: true, ..Number::new(i..end, scale) });
    }
    plural_scale(words, at + 1, lexicon).map(|number| Number { tokens: i..number.tokens.end, ..number })
}

/// A cardinal while its words are read from left to right.
struct Sum {
    /// What is above the scale being read.
    total: f64,
    /// What waits for a scale behind it: 105 in "one hundred and five".
    group: f64,
    /// The largest scale so far.
    scale: f64,
    end: usize,
    /// Whether a word was read.
    seen: bool,
}

/// `one hundred and five`, `twenty-one`, `a dozen`, `a million`, `two and a half million`.
fn cardinal(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let mut sum = Sum { total: 0.0, group: 0.0, scale: 1.0, end: i, seen: false };
    if words.is_any(i, &["a", "an"]) {
        if words.is(i + 1, "dozen") {
            return Some(Number::new(i..i + 2, 12.0));
        }
        let (scale, end) = scales(words, i + 1, lexicon);
        if end == i + 1 {
            return None;
        }
        sum = Sum { total: 0.0, group: scale, scale, end, seen: true };
        if scale >= 1000.0 {
            (sum.total, sum.group) = (scale, 0.0);
        }
    }
    while sum.step(words, lexicon) {}
    sum.seen.then(|| Number { scale: sum.scale, ..Number::new(i..sum.end, sum.total + sum.group) })
}

impl Sum {
    /// Reads the next word; false where the number ends.
    fn step(&mut self, words: Words<'_>, lexicon: &Lexicon) -> bool {
        let numbers = &lexicon.numbers;
        let end = self.end;
        let and = self.seen && words.is(end, "and");
        let hyphen = self.seen && words.is(end, "-") && words.glued(end) && words.glued(end + 1);
        let at = end + usize::from(and || hyphen);
        if self.seen && self.part(words, lexicon) {
            return true;
        }
        if words.kind(at) != Some(TokenKind::Word) {
            return false;
        }
        let word = words.word(at);
        if words.has(at, Classes::NUMBER) {
            let Some(value) = numbers.cardinal(word) else { return false };
            if words.is(at, "dozen") {
                return self.dozen(at, and);
            }
            if self.seen && !self.adds_up(value, and) {
                return false;
            }
            self.group += value;
        } else if self.seen && !and && words.has(at, Classes::SCALE) {
            let Some(scale) = numbers.scale(word) else { return false };
            if scale >= 1000.0 {
                self.total += self.group.max(1.0) * scale;
                self.group = 0.0;
            } else {
                self.group = self.group.max(1.0) * scale;
            }
            self.scale = self.scale.max(scale);
        } else if let Some((fraction, behind)) = point(words, end, lexicon).filter(|_| self.seen) {
            self.group += fraction;
            self.end = behind;
            return true;
        } else {
            return false;
        }
        (self.end, self.seen) = (at + 1, true);
        true
    }

    /// `two and a half`, `two-and-a-half`; of the scale where one stands before: `a million and a half`.
    fn part(&mut self, words: Words<'_>, lexicon: &Lexicon) -> bool {
        let Some((value, end)) = part(words, self.end, lexicon) else { return false };
        let scaled = self.group == 0.0 && words.has(self.end - 1, Classes::SCALE);
        self.group += if scaled { value * self.scale } else { value };
        self.end = end;
        true
    }

    /// `two dozen`.
    fn dozen(&mut self, at: usize, and: bool) -> bool {
        if !self.seen || and || self.group == 0.0 {
            return false;
        }
        self.group *= 12.0;
        self.end = at + 1;
        true
    }

    /// Whether a cardinal may follow within a number: "hundred five", "twenty one", "hundred and five"; not "two three".
    fn adds_up(&self, value: f64, and: bool) -> bool {
        let tens = self.group % 100.0;
        if and {
            let hundreds = self.group >= 100.0 && tens == 0.0;
            return value < 100.0 && (hundreds || self.group == 0.0 && self.total > 0.0);
        }
        self.group == 0.0 && self.total > 0.0
            || self.group >= 100.0 && tens == 0.0 && value < 100.0
            || (tens >= 20.0 && tens % 10.0 == 0.0 && (1.0..10.0).contains(&value))
    }
}

/// `and a half`, `and three quarters`, `-and-a-half`: the part that goes on a whole number, and the token behind it. A part of
/// something else stands before "of": "the top five and a quarter of the rest".
pub(crate) fn part(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
    let hyphen = words.is(i, "-") && words.glued(i);
    let and = i + usize::from(hyphen);
    if !words.is(and, "and") {
        return None;
    }
    let next = |at: usize| at + 1 + usize::from(hyphen && words.is(at + 1, "-"));
    let top = next(and);
    // "two and half days"
    if words.is(top, "half") && words.pos(top + 1) == Pos::PluralNoun {
        return Some((0.5, top + 1));
    }
    let numerator = if words.is(top, "a") { 1.0 } else { lexicon.numbers.cardinal(words.word(top))? };
    let mut at = top + 1;
    at += usize::from(words.is(at, "-") && words.glued(at));
    let plural = numerator > 1.0;
    // "two and three-quarter hours" leaves out the "s" behind a hyphen.
    let hyphened = plural && words.is(at, "quarter") && words.is(at - 1, "-");
    let named =
        words.has(at, Classes::FRACTION) && plural == words.word(at).ends_with(['s', 'S']) || hyphened;
    let sure = plural || words.is_any(at, &["half", "quarter"]);
    // "a cup and a half of oats"
    let of = words.is(at + 1, "of") && !(i > 0 && words.has(i - 1, Classes::UNIT));
    if !named || !sure || numerator > 9.0 || of {
        return None;
    }
    Some((numerator / lexicon.numbers.denominator(words.word(at))?, at + 1))
}

/// `point five`: 0.5.
fn point(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
    if !words.is(i, "point") {
        return None;
    }
    let (mut digits, mut power, mut end) = (0.0, 1.0, i + 1);
    while let Some(digit) = lexicon.numbers.cardinal(words.word(end)).filter(|digit| *digit < 10.0) {
        digits = digits * 10.0 + digit;
        power *= 10.0;
        end += 1;
    }
    (end > i + 1).then_some((digits / power, end))
}

/// `hundreds`, `tens of thousands`, `millions`, `hundreds of millions`.
fn plural_scale(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let mut value = lexicon.numbers.plural_scale(words.word(i)).filter(|_| words.has(i, Classes::SCALE))?;
    let mut end = i + 1;
    // "scores" and "tens" are points or marks unless something is counted.
    if words.is_any(i, &["scores", "tens"])
        && (!words.is(end, "of") || i > 0 && words.has(i - 1, Classes::DETERMINER))
    {
        return None;
    }
    while words.is(end, "of") {
        let next = words.word(end + 1);
        let scale = lexicon.numbers.plural_scale(next).or_else(|| lexicon.numbers.scale(next));
        let Some(scale) = scale.filter(|_| words.has(end + 1, Classes::SCALE)) else { break };
        value *= scale;
        end += 2;
    }
    Some(Number { scale: value, vague: true, ..Number::new(i..end, value) })
}
