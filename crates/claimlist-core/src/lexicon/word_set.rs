//! Lists of single words.

use serde::Deserialize;

use super::WordMap;

/// A set of words; in the file they are separated by white space.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct WordSet {
    words: WordMap,
    ends: Ends,
}

impl From<String> for WordSet {
    fn from(words: String) -> Self {
        let mut ends = Ends::default();
        for word in words.split_whitespace() {
            ends.add(word);
        }
        Self { words: WordMap::of_words(&words), ends }
    }
}

impl WordSet {
    /// Whether the word, in whatever case, is in the set.
    #[inline]
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.ends.may_have(word) && self.words.has(word)
    }

    /// The words, in no order.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys()
    }
}

/// The bytes with which the words of a set begin and end, a bit for each of the 32 that their lower five bits tell apart: those of a
/// letter are the same in either case. Sets are small, and most words that are asked for are told from all of theirs by this alone.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    first: u32,
    last: u32,
}

impl Ends {
    fn add(&mut self, word: &str) {
        let (first, last) = Self::bits(word);
        self.first |= first;
        self.last |= last;
    }

    /// Whether the word begins and ends as words of the set do.
    #[inline(always)]
    fn may_have(self, word: &str) -> bool {
        let (first, last) = Self::bits(word);
        self.first & first != 0 && self.last & last != 0
    }

    /// The bits of the first and the last byte; none of an empty word. All for a byte that is not ASCII: in lower case it may be another.
    #[inline(always)]
    fn bits(word: &str) -> (u32, u32) {
        let bit = |byte: Option<&u8>| match byte {
            Some(byte @ 0..0x80) => 1 << (byte & 31),
            Some(_) => u32::MAX,
            None => 0,
        };
        (bit(word.as_bytes().first()), bit(word.as_bytes().last()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_more_than_their_ends() {
        let set = WordSet::from("kept \u{e9}tude caf\u{e9} o'clock".to_owned());
        for word in ["kept", "KEPT", "\u{212a}ept", "\u{c9}tude", "Caf\u{c9}", "O\u{2019}Clock"] {
            assert!(set.has(word), "{word}");
        }
        for word in ["", "k", "kt", "kelt", "keep", "cafe", "etude", "clock", "\u{e9}", "\u{2019}"] {
            assert!(!set.has(word), "{word}");
        }
    }
}
