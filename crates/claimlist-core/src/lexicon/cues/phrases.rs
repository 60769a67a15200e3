//! Lists of phrases that are looked up at a word: `because of`, `as a result of`.

use serde::Deserialize;

use crate::lexicon::{WordMap, key, with_lower};

/// Phrases by their first word, each with what it means, the longest first. In the file they stand one to a line.
#[derive(Debug)]
pub struct Phrases<T = ()>(WordMap<Vec<Phrase<T>>>);

/// A phrase without its first word.
#[derive(Debug)]
struct Phrase<T> {
    rest: Vec<String>,
    /// The first bytes of its second word, see [`key::of`].
    second: u64,
    meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(WordMap::default())
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl From<String> for Phrases {
    fn from(lines: String) -> Self {
        let mut phrases = Self::default();
        phrases.add(&lines, ());
        phrases
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a list of phrases that mean the same, behind those that are there.
    pub(super) fn add(&mut self, lines: &str, meaning: T) {
        let mut lines: Vec<&str> = lines.lines().collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.split_whitespace().count()));
        for line in lines {
            let mut words = line.split_whitespace();
            if let Some(first) = words.next() {
                let rest: Vec<String> = words.map(str::to_owned).collect();
                let second = rest.first().map_or(0, |word| key::of(word.as_bytes()));
                self.0.entry(first).push(Phrase { rest, second, meaning });
            }
        }
    }

    /// The first phrase that starts with `word(0)` and goes on with `word(1)`, ...: what it means, and how many words it has.
    pub fn first<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<(T, usize)> {
        let phrases = self.0.get(word(0))?;
        // Most phrases fail at the second word.
        let second = word(1);
        let key = second.is_ascii().then(|| key::lower(key::of(second.as_bytes())));
        let fits = |phrase: &&Phrase<T>| {
            (phrase.rest.is_empty() || key.is_none_or(|key| key == phrase.second))
                && phrase.rest.iter().enumerate().all(|(at, want)| is_same(want, word(at + 1)))
        };
        let found = phrases.iter().find(fits)?;
        Some((found.meaning, found.rest.len() + 1))
    }

    /// How many words the longest phrase has that starts with `word(0)` and goes on with `word(1)`, ...; 0 if none does.
    pub fn longest<'w>(&self, word: impl Fn(usize) -> &'w str) -> usize {
        self.first(word).map_or(0, |(_, length)| length)
    }

    /// The first words of all phrases.
    pub fn first_words(&self) -> impl Iterator<Item = &str> {
        self.0.keys()
    }
}

/// Whether a word of the text is that of a phrase. Most differ in the first letter.
fn is_same(want: &str, word: &str) -> bool {
    match (want.as_bytes().first(), word.as_bytes().first()) {
        (Some(want), Some(first)) if first.is_ascii() && first.to_ascii_lowercase() != *want => false,
        _ => with_lower(word, |lower| lower == want),
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
