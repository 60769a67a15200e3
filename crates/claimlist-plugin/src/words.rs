//! The words of a text with their places, and the numbers among them, for plugins that read more than the claims' facts.
//!
//! ```
//! use claimlist_plugin::words::{number, words};
//!
//! let found = words("It rose by £2.5 million.");
//! assert_eq!(found[4].text, "2.5");
//! assert_eq!(number(&found[4..]).map(|number| number.value), Some(2_500_000.0));
//! ```

/// A word, a number in digits, or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its characters: `minister's`, `1,568`, `2.5`, `%`, `-`.
    pub text: &'t str,
    /// Byte offset of its first byte in the text that it was read from.
    pub start: usize,
    /// Byte offset behind its last byte.
    pub end: usize,
}

impl Word<'_> {
    /// Whether it is this word, whatever the case of its ASCII letters.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words.
    #[must_use]
    pub fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether it starts with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it starts with a letter.
    #[must_use]
    pub fn is_letters(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphabetic)
    }

    /// Whether it starts with a digit.
    #[must_use]
    pub fn is_digits(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The words of a text, in order. Letters and digits are apart (`25th` is two words), so are the parts of a hyphenated word
/// and its hyphens; an apostrophe inside a word belongs to it.
#[must_use]
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let len = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if first.is_alphabetic() {
            letters(&text[at..])
        } else if first.is_ascii_digit() {
            digits(&text.as_bytes()[at..])
        } else {
            first.len_utf8()
        };
        found.push(Word { text: &text[at..at + len], start: at, end: at + len });
        at += len;
    }
    found
}

/// How long the word at the start of `text` is.
fn letters(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let apostrophe = matches!(c, '\'' | '\u{2019}');
        let inside = apostrophe && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphabetic() || inside || ('\u{300}'..'\u{370}').contains(&c)) {
            return at;
        }
    }
    text.len()
}

/// How long the number at the start of `text` is: a comma stands before three digits, a point before any.
fn digits(text: &[u8]) -> usize {
    let run = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut len = run(0);
    while text.get(len) == Some(&b',') && run(len + 1) == 3 {
        len += 4;
    }
    if text.get(len) == Some(&b'.') && run(len + 1) > 0 {
        len += 1 + run(len + 1);
    }
    len
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value: `2.5 million` is 2,500,000.
    pub value: f64,
    /// What its last digit stands for: 0.1 for `2.5`, 100,000 for `2.5 million`, 1 for `40`, 1,000 for `40,000` (of the zeros
    /// of a whole number from 1,000 up, all behind the second digit may be rounding).
    pub step: f64,
    /// How many words it takes.
    pub words: usize,
    /// Whether a word such as `million` scales it.
    pub scaled: bool,
}

/// The number that starts with the first of these words, in digits or in words: `1,568`, `2.5 million`, `twenty-five`, `two
/// hundred and six`. Not `a`, `half` or `dozen`.
#[must_use]
pub fn number(words: &[Word<'_>]) -> Option<Number> {
    let first = words.first()?;
    let (value, step, mut used) = if first.is_digits() {
        let (value, step) = in_digits(first.text)?;
        (value, step, 1)
    } else {
        let (value, used) = in_words(words)?;
        (value, 1.0, used)
    };
    let mut scale = 1.0;
    while let Some(by) = words.get(used).and_then(scale_of) {
        scale *= by;
        used += 1;
    }
    let scaled = scale > 1.0;
    Some(Number {
        value: value * scale,
        step: if scaled { step.min(1.0) * scale } else { step },
        words: used,
        scaled,
    })
}

fn in_digits(text: &str) -> Option<(f64, f64)> {
    let plain: String = text.chars().filter(|&c| c != ',').collect();
    let value: f64 = plain.parse().ok()?;
    let step = match plain.split_once('.') {
        Some((_, decimals)) => 0.1_f64.powi(decimals.len().min(9) as i32),
        None if value < 1000.0 => 1.0,
        None => {
            let zeros = plain.len() - plain.trim_end_matches('0').len();
            10_f64.powi(zeros.min(plain.len().saturating_sub(2)).min(15) as i32)
        }
    };
    Some((value, step))
}

fn scale_of(word: &Word<'_>) -> Option<f64> {
    const SCALES: [(&str, f64); 8] = [
        ("hundred", 1e2),
        ("thousand", 1e3),
        ("million", 1e6),
        ("mn", 1e6),
        ("billion", 1e9),
        ("bn", 1e9),
        ("trillion", 1e12),
        ("tn", 1e12),
    ];
    SCALES.iter().find(|(name, _)| word.is(name)).map(|&(_, scale)| scale)
}

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in words below a million, with how many words it takes.
fn in_words(words: &[Word<'_>]) -> Option<(f64, usize)> {
    let (mut value, mut used) = below_hundred(words)?;
    if words.get(used).is_some_and(|word| word.is("hundred")) {
        value *= 100.0;
        used += 1;
        let and = usize::from(words.get(used).is_some_and(|word| word.is("and")));
        if let Some((rest, more)) = words.get(used + and..).and_then(below_hundred) {
            value += rest;
            used += and + more;
        }
    }
    Some((value, used))
}

fn below_hundred(words: &[Word<'_>]) -> Option<(f64, usize)> {
    let first = words.first()?;
    let unit = |word: &Word<'_>| UNITS.iter().position(|name| word.is(name));
    if let Some(value) = unit(first) {
        return Some((value as f64, 1));
    }
    let tens = (TENS.iter().position(|name| first.is(name))? + 2) as f64 * 10.0;
    match words {
        [_, hyphen, last, ..] if hyphen.text == "-" => match unit(last) {
            Some(units @ 1..=9) => Some((tens + units as f64, 3)),
            _ => Some((tens, 1)),
        },
        _ => Some((tens, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_marks_are_apart() {
        let texts = |text| words(text).iter().map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(
            texts("The minister's 25th, £1,568.50 (a 9/11 baby) 1,2"),
            [
                "The",
                "minister's",
                "25",
                "th",
                ",",
                "£",
                "1,568.50",
                "(",
                "a",
                "9",
                "/",
                "11",
                "baby",
                ")",
                "1",
                ",",
                "2"
            ]
        );
        assert_eq!(
            texts("l\u{2019}été \u{201c}là\u{201d}-bas."),
            ["l\u{2019}été", "\u{201c}", "là", "\u{201d}", "-", "bas", "."]
        );
    }

    #[test]
    fn numbers_know_their_last_digit() {
        for (text, value, step, used) in [
            ("40 ships", 40.0, 1.0, 1),
            ("2.5 million people", 2.5e6, 1e5, 2),
            ("40,000", 40_000.0, 1000.0, 1),
            ("1,568", 1568.0, 1.0, 1),
            ("twenty-five men", 25.0, 1.0, 3),
            ("twenty-odd", 20.0, 1.0, 1),
            ("two hundred and six", 206.0, 1.0, 4),
            ("three hundred thousand", 300_000.0, 1000.0, 3),
            ("£", f64::NAN, 0.0, 0),
        ] {
            match number(&words(text)) {
                None => assert!(value.is_nan(), "{text}"),
                Some(number) => {
                    assert!((number.value - value).abs() < 1e-6, "{text}: {number:?}");
                    assert!((number.step - step).abs() < 1e-6 && number.words == used, "{text}: {number:?}");
                }
            }
        }
    }
}
