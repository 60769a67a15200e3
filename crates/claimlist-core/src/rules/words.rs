//! Words as phrases see them: runs of letters and digits, and single marks, each known by a number.
//!
//! Case does not tell words apart, nor does the form of quotation marks.

use rustc_hash::FxHashMap;

use crate::Span;
use crate::lexicon::{WordMap, key, with_lower};

/// Bits of a hash of a word.
const HASH: u32 = 16;

/// The words of all phrases, with their numbers from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct WordNumbers {
    numbers: WordMap<u32>,
    /// The same for words of up to eight ASCII letters, by these in lower case.
    short: FxHashMap<u64, u32>,
    count: u32,
    /// A bit for each hash of a word that is a phrase and of two words with which one starts; empty if there are none.
    starts: Vec<u64>,
}

impl WordNumbers {
    /// The number of the word that stands there and has that key.
    #[inline]
    pub(super) fn get(&self, text: &str, span: Span, key: Key) -> Option<u32> {
        if span.len() <= 8 && key != Key::OTHER {
            return self.short.get(&key.0).copied();
        }
        self.numbers.get(straight(span.of(text))).copied()
    }

    /// The number of the word that stands there, which is added if it is new.
    pub(super) fn add(&mut self, text: &str, span: Span) -> u32 {
        self.get(text, span, Key::of(text, span)).unwrap_or_else(|| {
            let number = self.count;
            with_lower(straight(span.of(text)), |lower| {
                if lower.len() <= 8 && lower.is_ascii() {
                    self.short.insert(key::of(lower.as_bytes()), number);
                }
                self.numbers.insert(lower, number);
            });
            self.count += 1;
            number
        })
    }

    /// Whether a phrase may start at a word with this key, and `next` behind it: most words are no more than looked at.
    #[inline(always)]
    pub(super) fn may_start(&self, word: Key, next: Key) -> bool {
        let has = |hash: usize| self.starts.get(hash / 64).is_some_and(|word| word >> (hash % 64) & 1 == 1);
        has(word.hash()) || has(word.hash_with(next))
    }

    /// Notes that a phrase starts with a word of this key, and goes on with `next`, if it goes on.
    pub(super) fn mark_start(&mut self, word: Key, next: Option<Key>) {
        if self.starts.is_empty() {
            self.starts = vec![0; (1 << HASH) / 64];
        }
        let hash = next.map_or(word.hash(), |next| word.hash_with(next));
        self.starts[hash / 64] |= 1 << (hash % 64);
    }
}

/// The first eight bytes of a word, folded. All words of which these are not all ASCII have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// The key of words with other letters.
    const OTHER: Self = Self(u64::MAX);

    /// The key of the word that stands there.
    #[inline(always)]
    pub(super) fn of(text: &str, span: Span) -> Self {
        let bytes = key::first(key::at(text.as_bytes(), span.start as usize), span.len());
        if key::is_ascii(bytes) { Self(key::lower(bytes)) } else { Self::of_other(span.of(text)) }
    }

    fn of_other(word: &str) -> Self {
        with_lower(straight(word), |word| {
            let bytes = key::of(word.as_bytes());
            if key::is_ascii(bytes) { Self(bytes) } else { Self::OTHER }
        })
    }

    fn hash(self) -> usize {
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH)) as usize
    }

    /// The hash of two keys.
    fn hash_with(self, next: Self) -> usize {
        Self(self.0.rotate_left(27).wrapping_add(next.0)).hash()
    }
}

/// The word, or the quotation mark in its straight form.
fn straight(word: &str) -> &str {
    match word {
        "\u{2018}" | "\u{2019}" => "'",
        "\u{201c}" | "\u{201d}" | "\u{201e}" => "\"",
        word => word,
    }
}

/// What a byte of a text may be the start of; the first two end a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Blank,
    Mark,
    /// A comma or period, which may stand inside a number.
    Point,
    Letter,
    /// A character that is not ASCII.
    Other,
}

/// The classes of all bytes.
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => Class::Blank,
            b',' | b'.' => Class::Point,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            0x80.. => Class::Other,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

/// A word or a mark of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// Whether it starts where the one before it ends.
    pub(super) glued: bool,
    /// Whether it is a run of letters and digits.
    pub(super) is_word: bool,
    /// So many words were cut before it; marks do not count.
    pub(super) before: u32,
}

/// A word or a mark, with its letters.
pub(super) struct Cut {
    pub(super) word: Word,
    pub(super) key: Key,
    /// The first eight bytes there, capitals in lower case.
    pub(super) letters: u64,
    /// Whether it is a mark or known to have no other characters than ASCII letters.
    pub(super) is_plain: bool,
}

/// Calls `found` for each run of letters and digits (see [`word_end`]) in a span of the text and for each other character but white
/// space. `count`: so many words were cut before; it is counted on.
#[inline(always)]
pub(super) fn scan(text: &str, span: Span, count: &mut u32, mut found: impl FnMut(Cut)) {
    let text = &text[..span.end as usize];
    let bytes = text.as_bytes();
    let mut at = span.start as usize;
    let mut last_end = usize::MAX;
    let mut before = *count;
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        let letters = key::lower(key::at(bytes, at));
        let short = key::letters_and_digits(letters);
        let (end, is_word, key, is_plain) = if short > 0 {
            let end = word_end(text, at, short);
            let first = key::first(letters, end - at);
            if end == at + short {
                (end, true, Key(first), !key::has_digit(first))
            } else if key::is_ascii(first) {
                (end, true, Key(first), false)
            } else {
                (end, true, Key::of_other(&text[at..end]), false)
            }
        } else {
            match CLASSES[usize::from(byte)] {
                Class::Blank => {
                    at += 1;
                    continue;
                }
                Class::Other => match text[at..].chars().next() {
                    Some(c) if c.is_whitespace() => {
                        at += c.len_utf8();
                        continue;
                    }
                    c => {
                        let is_word = c.is_some_and(is_letter);
                        let mark_end = at + c.map_or(1, char::len_utf8);
                        let end = if is_word { long_word_end(text, at, at) } else { mark_end };
                        (end, is_word, Key::of_other(&text[at..end]), !is_word)
                    }
                },
                _ => (at + 1, false, Key(u64::from(byte)), true),
            }
        };
        let word = Word { span: Span::new(at, end), glued: at == last_end, is_word, before };
        found(Cut { word, key, letters, is_plain });
        before += u32::from(is_word);
        last_end = end;
        at = end;
    }
    *count = before;
}

/// The end of the run of letters and digits at a place in a text, of which so many of the first eight bytes are known to be some, one at
/// least. A comma or period between two digits is part of it: `40` does not stand in `40,000`.
#[inline(always)]
fn word_end(text: &str, start: usize, short: usize) -> usize {
    let bytes = text.as_bytes();
    let at = start + short;
    let next = bytes.get(at).map_or(Class::Blank, |&byte| CLASSES[usize::from(byte)]);
    // Most words are short, and end in a blank or a mark.
    let ends = next <= Class::Mark || (next == Class::Point && !bytes[at - 1].is_ascii_digit());
    if ends { at } else { long_word_end(text, start, at) }
}

/// The same as [`word_end`], from a place on that is known to lie in the word or at its start.
fn long_word_end(text: &str, start: usize, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    while let Some(&byte) = bytes.get(at) {
        match CLASSES[usize::from(byte)] {
            Class::Letter => at += 1,
            Class::Point if at > start && is_digit(at - 1) && is_digit(at + 1) => at += 1,
            Class::Other => match text[at..].chars().next() {
                Some(c) if is_letter(c) => at += c.len_utf8(),
                _ => break,
            },
            _ => break,
        }
    }
    at
}

/// Whether what stands at a place in a text may be part of a word that begins before it.
pub(super) fn is_inside_word(text: &str, at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
    if last.is_none_or(|last| CLASSES[usize::from(*last)] <= Class::Mark) {
        return false;
    }
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let next = text.get(at..).and_then(|behind| behind.chars().next());
    before.is_some_and(|c| is_letter(c) || c == '.' || c == ',') && next.is_some_and(is_letter)
}

/// Letters, digits and the marks that are set upon them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_letters_whatever_the_case() {
        let text = "Tax tax TAXES \u{c9}pargne \u{e9}pargne straightforward Straightforward \u{201c} \" 4,000 4000 ta";
        let mut numbers = WordNumbers::default();
        let mut words = Vec::new();
        scan(text, Span::new(0, text.len()), &mut 0, |cut| {
            assert_eq!(cut.key, Key::of(text, cut.word.span));
            words.push(cut.word.span);
        });
        let added: Vec<_> = words.iter().map(|&span| numbers.add(text, span)).collect();
        assert_eq!(added, [0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7]);
        let found: Vec<_> =
            words.iter().filter_map(|&span| numbers.get(text, span, Key::of(text, span))).collect();
        assert_eq!(found, added);
        let get = |word: &str| {
            let span = Span::new(0, word.len());
            numbers.get(word, span, Key::of(word, span))
        };
        assert_eq!(get("taxed"), None);
        assert_eq!(get("straightforwardly"), None);
    }

    #[test]
    fn words_end_where_their_letters_do() {
        for text in [
            "a",
            "Zz9",
            "eight888",
            "ninety999",
            "a_b",
            "x@y`z[{",
            "4,000",
            "4,000.",
            "4,x",
            "a.b",
            "1.5m",
            "caf\u{e9}s",
            "\u{e9}t\u{e9}",
            "straightforwardly",
            "straight,1",
            "12345678,9",
            "abc\u{2014}d",
            "abcdefgh\u{2014}",
            "0",
            "a\tb",
        ] {
            let text = format!("{text} ");
            let end = |text: &str, start| {
                let short = key::letters_and_digits(key::lower(key::at(text.as_bytes(), start)));
                if short > 0 { word_end(text, start, short) } else { long_word_end(text, start, start) }
            };
            let slow = |start| long_word_end(&text, start, start);
            let starts = text.char_indices().filter(|(_, c)| is_letter(*c)).map(|(at, _)| at);
            for start in starts {
                assert_eq!(end(&text, start), slow(start), "{text} from {start}");
                assert_eq!(end(text.trim_end(), start), slow(start), "{text} from {start}");
            }
        }
    }

    #[test]
    fn a_start_is_one_word_or_two() {
        let key = |word: &str| Key::of(word, Span::new(0, word.len()));
        let mut numbers = WordNumbers::default();
        assert!(!numbers.may_start(key("tax"), key("rate")));
        numbers.mark_start(key("Straightforwardly"), None);
        numbers.mark_start(key("tax"), Some(key("\u{2019}")));
        for (word, next, wanted) in [
            ("straightforwardly", "no", true),
            ("no", "straightforwardly", false),
            ("TAX", "'", true),
            ("tax", "rate", false),
            ("\u{e9}", "'", false),
        ] {
            assert_eq!(numbers.may_start(key(word), key(next)), wanted, "{word} {next}");
        }
        numbers.mark_start(key("\u{c9}pargne"), None);
        assert!(numbers.may_start(key("\u{e9}t\u{e9}"), key("x")));
    }
}
