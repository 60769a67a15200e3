//! Numbers in digits and words, whatever they are used for: `1,426`, `4.2m`, `one hundred and five`, `half a million`.

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
    /// Whether it is written in digits (with or without a scale in words).
    pub(crate) digits: bool,
    /// Whether it only says the order of size: "hundreds", "millions".
    pub(crate) vague: bool,
}

impl Number {
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

/// The numbers of a sentence, in order.
pub(crate) fn recognize(words: Words<'_>, lexicon: &Lexicon) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let number = in_digits(words, i, lexicon)
            .or_else(|| half_a_scale(words, i, lexicon))
            .or_else(|| in_words(words, i, lexicon))
            .or_else(|| plural_scale(words, i, lexicon));
        match number {
            Some(number) => {
                i = number.tokens.end;
                numbers.push(number);
            }
            None => i += 1,
        }
    }
    numbers
}

/// `1,426`, `2.5 million`, `4.2m`, `3 crore`.
fn in_digits(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    if words.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let mut value = digits_value(words.word(i))?;
    let mut end = i + 1;
    // Digits grouped by spaces: 1 000 000.
    while words.word(i).len() <= 3 && words.kind(end) == Some(TokenKind::Number) && is_group(words, end) {
        value = value * 1000.0 + digits_value(words.word(end))?;
        end += 1;
    }
    if let Some(scale) = short_scale(words, end, lexicon) {
        return Some(Number { tokens: i..end + 1, value: value * scale, digits: true, vague: false });
    }
    (value, end) = with_scales(words, value, end, lexicon);
    Some(Number { tokens: i..end, value, digits: true, vague: false })
}

/// Multiplies by the scale words from `end` on: "million", "hundred thousand".
fn with_scales(words: Words<'_>, mut value: f64, mut end: usize, lexicon: &Lexicon) -> (f64, usize) {
    loop {
        let hyphen = usize::from(words.is(end, "-") && words.glued(end));
        match lexicon.numbers.scale(words.word(end + hyphen)) {
            Some(scale) => (value, end) = (value * scale, end + hyphen + 1),
            None => return (value, end),
        }
    }
}

/// `m` and `bn` behind digits; a single letter only where it touches them and is not a unit's (`5m tall` stays unclear: it
/// is read as metres there).
fn short_scale(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<f64> {
    let word = words.word(i);
    let scale = lexicon.numbers.short_scale(word)?;
    let money_before = (2..=3).any(|back| {
        i >= back
            && (words.kind(i - back) == Some(TokenKind::Symbol) || words.has(i - back, Classes::CURRENCY))
    });
    let metres = words.is(i, "m") && !money_before && is_length(words, i + 1);
    ((word.len() > 1 || words.glued(i)) && !metres).then_some(scale)
}

fn is_length(words: Words<'_>, i: usize) -> bool {
    words.is_any(
        i,
        &[
            "tall",
            "high",
            "long",
            "wide",
            "deep",
            "away",
            "above",
            "below",
            "from",
            "race",
            "hurdles",
            "freestyle",
        ],
    ) || words.is(i, "(")
}

fn is_group(words: Words<'_>, i: usize) -> bool {
    let word = words.word(i);
    let gap = words.tokens[i].span.start - words.tokens[i - 1].span.end;
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit()) && gap <= 2 && gap > 0
}

/// The value of digits with grouping: `1,426`, `2.5`, `1.234.567`, `12,00,000`.
fn digits_value(word: &str) -> Option<f64> {
    let points = word.matches('.').count();
    if points > 1 {
        let groups = word.split('.').skip(1).all(|group| group.len() == 3);
        return groups.then(|| word.replace('.', "").parse().ok())?;
    }
    word.replace(',', "").parse().ok()
}

/// `half a million`, `half a dozen`, `a quarter of a million`.
fn half_a_scale(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let denominator = lexicon.numbers.denominator(words.word(i))?;
    let article = i + 1 + usize::from(words.is(i + 1, "of"));
    if !words.is_any(article, &["a", "one"]) {
        return None;
    }
    let scale = lexicon.numbers.scale(words.word(article + 1)).or_else(|| dozen(words, article + 1))?;
    let start = if i > 0 && words.is_any(i - 1, &["a", "one"]) { i - 1 } else { i };
    Some(Number { tokens: start..article + 2, value: scale / denominator, digits: false, vague: false })
}

fn dozen(words: Words<'_>, i: usize) -> Option<f64> {
    words.is(i, "dozen").then_some(12.0)
}

/// `one hundred and five`, `twenty-one`, `a dozen`, `a million`, `two and a half million`.
fn in_words(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let numbers = &lexicon.numbers;
    let (mut total, mut group, mut end, mut seen) = (0.0, 0.0, i, false);
    if words.is_any(i, &["a", "an"]) {
        let scale = numbers.scale(words.word(i + 1)).or_else(|| dozen(words, i + 1))?;
        (group, end, seen) = (scale, i + 2, true);
        if scale >= 1000.0 {
            (total, group) = (scale, 0.0);
        }
    }
    loop {
        let link = usize::from(seen && (words.is(end, "-") && words.glued(end) || words.is(end, "and")));
        let word = words.word(end + link);
        if let Some(value) =
            numbers.cardinal(word).filter(|_| words.kind(end + link) == Some(TokenKind::Word))
        {
            if seen && !adds_up(group, value, words.is(end, "and")) {
                break;
            }
            group = if value == 12.0 && group > 0.0 && words.is(end + link, "dozen") {
                group * 12.0
            } else {
                group + value
            };
            (end, seen) = (end + link + 1, true);
        } else if let Some(scale) = numbers.scale(word).filter(|_| seen && !words.is(end, "and")) {
            if scale >= 1000.0 {
                total += group.max(1.0) * scale;
                group = 0.0;
            } else {
                group = group.max(1.0) * scale;
            }
            end += link + 1;
        } else if seen && words.is_phrase(end, "and a half") {
            group += 0.5;
            end += 3;
        } else if let Some(fraction) = point(words, end, lexicon).filter(|_| seen) {
            group += fraction.0;
            end = fraction.1;
        } else {
            break;
        }
    }
    seen.then(|| Number { tokens: i..end, value: total + group, digits: false, vague: words.is(i, "dozens") })
}

/// Whether a cardinal may follow within a number: "hundred five", "twenty one", "hundred and five"; not "two three".
fn adds_up(group: f64, value: f64, and: bool) -> bool {
    let tens = group % 100.0;
    if and {
        return group >= 100.0 && tens == 0.0 && value < 100.0;
    }
    group == 0.0
        || (tens == 0.0 && value < 100.0)
        || (tens >= 20.0 && tens % 10.0 == 0.0 && value < 10.0)
        || value == 12.0
}

/// `point five`: 0.5.
fn point(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
    if !words.is(i, "point") {
        return None;
    }
    let (mut fraction, mut place, mut end) = (0.0, 0.1, i + 1);
    while let Some(digit) = lexicon.numbers.cardinal(words.word(end)).filter(|digit| *digit < 10.0) {
        fraction += digit * place;
        place /= 10.0;
        end += 1;
    }
    (end > i + 1).then_some((fraction, end))
}

/// `hundreds`, `tens of thousands`, `millions`.
fn plural_scale(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    let mut value = lexicon.numbers.plural_scale(words.word(i))?;
    let mut end = i + 1;
    while words.is(end, "of") {
        let Some(scale) = lexicon.numbers.plural_scale(words.word(end + 1)) else { break };
        value *= scale;
        end += 2;
    }
    Some(Number { tokens: i..end, value, digits: false, vague: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::Lexed;
    use crate::{Document, Sentence};

    fn values(text: &str) -> Vec<f64> {
        let document = Document::plain(text).unwrap();
        let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
        let lexed = Lexed::new(&document, &sentences, Lexicon::english());
        recognize(lexed.sentence(&document, 0), Lexicon::english())
            .iter()
            .map(|number| number.value)
            .collect()
    }

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, wanted) in [
            ("It cost 1,426 crowns and 2.5 million more.", vec![1426.0, 2.5e6]),
            ("£4.2m, 1.3bn, 3 crore", vec![4.2e6, 1.3e9, 3e7]),
            ("one hundred and five ships", vec![105.0]),
            ("two hundred thousand and twenty-one", vec![200_000.0, 21.0]),
            ("three million two hundred thousand", vec![3.2e6]),
            ("half a million, a dozen, two dozen", vec![5e5, 12.0, 24.0]),
            ("a million votes", vec![1e6]),
            ("two and a half million", vec![2.5e6]),
            ("tens of thousands marched", vec![1e4]),
            ("six point five", vec![6.5]),
            ("two, three and four", vec![2.0, 3.0, 4.0]),
            ("1 250 000 people", vec![1.25e6]),
            ("a wave 5m high", vec![5.0]),
        ] {
            let got = values(text);
            let same =
                got.len() == wanted.len() && got.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-6 * b);
            assert!(same, "{text}: {got:?}, not {wanted:?}");
        }
    }
}
