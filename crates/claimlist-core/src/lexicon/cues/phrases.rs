//! Lists of phrases that are looked up at a word: `because of`, `as a result of`.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::lexicon::with_lower;

/// Phrases by their first word, the longest first. In the file they stand one to a line.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct Phrases(FxHashMap<String, Vec<Vec<String>>>);

impl From<String> for Phrases {
    fn from(lines: String) -> Self {
        let mut phrases = FxHashMap::<String, Vec<Vec<String>>>::default();
        for line in lines.lines() {
            let mut words = line.split_whitespace().map(str::to_owned);
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push(words.collect());
            }
        }
        phrases.values_mut().for_each(|rest| rest.sort_by_key(|words| std::cmp::Reverse(words.len())));
        Self(phrases)
    }
}

impl Phrases {
    /// How many words the longest phrase has that starts with `word(0)` and goes on with `word(1)`, ...; 0 if none does.
    pub fn longest<'w>(&self, word: impl Fn(usize) -> &'w str) -> usize {
        let Some(phrases) = with_lower(word(0), |lower| self.0.get(lower)) else { return 0 };
        let fits = |rest: &&Vec<String>| {
            rest.iter().enumerate().all(|(at, want)| with_lower(word(at + 1), |lower| lower == want))
        };
        phrases.iter().find(fits).map_or(0, |rest| rest.len() + 1)
    }

    /// The first words of all phrases.
    pub fn first_words(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_whatever_its_case() {
        let phrases = Phrases::from("as\nas a result\nas a result of\nowing to".to_owned());
        let longest = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            phrases.longest(|i| words.get(i).copied().unwrap_or_default())
        };
        for (text, length) in [("As a result of it", 4), ("as a result", 3), ("as a rule", 1), ("owing money", 0)]
        {
            assert_eq!(longest(text), length, "{text}");
        }
    }
}
