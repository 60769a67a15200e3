//! Tables of words that are looked up in whatever case: `map.get("January")`.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer};

use super::{key, with_lower};

/// Values by words in lower case with straight apostrophes. Words of up to eight bytes, which most are, are found by their
/// bytes as one number.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<T = ()> {
    short: FxHashMap<u64, (Box<str>, T)>,
    long: FxHashMap<Box<str>, T>,
    ends: Ends,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default(), ends: Ends::default() }
    }
}

impl<T> WordMap<T> {
    /// The value of a word in whatever case.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        if self.ends.may_have(word) { self.look_up(word) } else { None }
    }

    fn look_up(&self, word: &str) -> Option<&T> {
        if word.len() <= 8 {
            let key = key::of(word.as_bytes());
            if key::is_ascii(key) {
                return self.short.get(&key::lower(key)).map(|(_, value)| value);
            }
        }
        with_lower(word, |lower| self.get_lower(lower))
    }

    /// The value of a word in lower case.
    fn get_lower(&self, word: &str) -> Option<&T> {
        if word.len() <= 8 {
            self.short.get(&key::of(word.as_bytes())).map(|(_, value)| value)
        } else {
            self.long.get(word)
        }
    }

    /// Whether a word in whatever case is in the table.
    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Sets the value of a word.
    pub(crate) fn insert(&mut self, word: &str, value: T) {
        self.ends.add(word);
        if word.len() <= 8 {
            self.short.insert(key::of(word.as_bytes()), (word.into(), value));
        } else {
            self.long.insert(word.into(), value);
        }
    }

    /// The value of a word, which is entered if it is new.
    pub(super) fn entry(&mut self, word: &str) -> &mut T
    where
        T: Default,
    {
        self.ends.add(word);
        if word.len() <= 8 {
            let entry = self.short.entry(key::of(word.as_bytes()));
            &mut entry.or_insert_with(|| (word.into(), T::default())).1
        } else {
            self.long.entry(word.into()).or_default()
        }
    }

    /// The words with their values, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        let short = self.short.values().map(|(word, value)| (&**word, value));
        short.chain(self.long.iter().map(|(word, value)| (&**word, value)))
    }

    /// The words, in no order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(word, _)| word)
    }

    /// The values, in no order.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, value)| value)
    }

    /// The values, in no order, to be changed.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.short.values_mut().map(|(_, value)| value).chain(self.long.values_mut())
    }
}

impl WordMap {
    /// A set of words, which white space separates.
    pub(super) fn of_words(words: &str) -> Self {
        words.split_whitespace().map(|word| (word, ())).collect()
    }
}

impl<S: AsRef<str>, T> FromIterator<(S, T)> for WordMap<T> {
    fn from_iter<I: IntoIterator<Item = (S, T)>>(words: I) -> Self {
        let mut map = Self::default();
        for (word, value) in words {
            map.insert(word.as_ref(), value);
        }
        map
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for WordMap<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        FxHashMap::<String, T>::deserialize(deserializer).map(|words| words.into_iter().collect())
    }
}

/// The bytes with which words begin and end, a bit for each of the 32 that their lower five bits tell apart: those of a letter are the
/// same in either case. Most tables are small, and most words that are asked for are told from all of theirs by this alone.
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

    /// Whether the word begins and ends as one of the words does.
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
    fn words_are_found_in_whatever_case_and_length() {
        let map: WordMap<usize> =
            ["may", "november", "september", "don't", "café", "caf\u{e9}-bar-lounge", "kilo"]
                .into_iter()
                .zip(1..)
                .collect();
        for (word, value) in [
            ("MAY", Some(1)),
            ("November", Some(2)),
            ("September", Some(3)),
            ("Don\u{2019}t", Some(4)),
            ("CAFÉ", Some(5)),
            ("cafe", None),
            ("\u{212a}ilo", Some(7)),
            ("my", None),
            ("mey", None),
            ("Café-Bar-Lounge", Some(6)),
            ("ma", None),
            ("maybe", None),
            ("septembers", None),
            ("", None),
        ] {
            assert_eq!(map.get(word).copied(), value, "{word}");
        }
        assert_eq!((map.keys().count(), map.values().sum::<usize>()), (7, 28));
    }
}
