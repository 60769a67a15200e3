//! Lists of single words.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::lexicon::with_lower;

/// A set of words; in the file they are separated by white space.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct WordSet(FxHashSet<String>);

impl From<String> for WordSet {
    fn from(words: String) -> Self {
        Self(words.split_whitespace().map(str::to_owned).collect())
    }
}

impl WordSet {
    /// Whether the word, in whatever case, is in the set.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        with_lower(word, |lower| self.0.contains(lower))
    }
}
