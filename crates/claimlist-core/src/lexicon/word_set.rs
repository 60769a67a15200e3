//! Lists of single words.

use serde::Deserialize;

use super::WordMap;

/// A set of words; in the file they are separated by white space.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct WordSet(WordMap);

impl From<String> for WordSet {
    fn from(words: String) -> Self {
        Self(WordMap::of_words(&words))
    }
}

impl WordSet {
    /// Whether the word, in whatever case, is in the set.
    #[inline]
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.has(word)
    }

    /// The words, in no order.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.keys()
    }
}
