//! `numbers.toml`: number words, scales, ordinals, fractions and words that modify a figure.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::{Classes, WordList, WordMap};

/// Words and their values.
type Values = WordMap<f64>;

/// Number words and their values.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Numbers {
    cardinals: Values,
    scales: Values,
    short_scales: Values,
    plural_scales: Values,
    ordinals: Values,
    fractions: Values,
    vulgar: Values,
    multiples: Values,
    #[serde(deserialize_with = "by_last_word")]
    modifiers: Phrases,
    #[serde(deserialize_with = "by_first_word")]
    modifiers_behind: Phrases,
    #[serde(deserialize_with = "by_word")]
    changes: WordMap<String>,
}

/// A phrase that modifies a figure.
#[derive(Debug)]
pub struct Phrase {
    /// Its words in lower case.
    pub words: Vec<String>,
    /// What it means: `at-least`.
    pub meaning: String,
}

/// Phrases by the word that stands next to the figure, the longest first.
type Phrases = WordMap<Vec<Phrase>>;

fn by_last_word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Phrases, D::Error> {
    index(deserializer, <[String]>::last)
}

fn by_first_word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Phrases, D::Error> {
    index(deserializer, <[String]>::first)
}

fn index<'de, D: Deserializer<'de>>(
    deserializer: D,
    key: fn(&[String]) -> Option<&String>,
) -> Result<Phrases, D::Error> {
    let mut phrases = Phrases::default();
    for (meaning, list) in BTreeMap::<String, Vec<String>>::deserialize(deserializer)? {
        for phrase in list {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let phrases = phrases.entry(key(&words).map_or("", String::as_str));
            phrases.push(Phrase { words, meaning: meaning.clone() });
        }
    }
    phrases.values_mut().for_each(|list| list.sort_by_key(|phrase| Reverse(phrase.words.len())));
    Ok(phrases)
}

fn by_word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<WordMap<String>, D::Error> {
    let lists = BTreeMap::<String, String>::deserialize(deserializer)?;
    let words = lists.iter().flat_map(|(name, words)| words.split_whitespace().map(move |word| (word, name)));
    Ok(words.map(|(word, name)| (word, name.clone())).collect())
}

impl WordList for Numbers {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        for (words, class) in [
            (&self.cardinals, Classes::NUMBER),
            (&self.scales, Classes::SCALE),
            (&self.plural_scales, Classes::SCALE),
            (&self.ordinals, Classes::ORDINAL),
            (&self.fractions, Classes::FRACTION),
            (&self.vulgar, Classes::FRACTION),
            (&self.multiples, Classes::MULTIPLE),
        ] {
            words.keys().for_each(|word| add(word, class));
        }
        for phrase in self.modifiers.values().flatten() {
            add(phrase.words.first().map_or("", String::as_str), Classes::MODIFIER);
        }
    }
}

impl Numbers {
    /// `five`: 5.
    #[must_use]
    pub fn cardinal(&self, word: &str) -> Option<f64> {
        value(&self.cardinals, word)
    }

    /// `million`: 1,000,000.
    #[must_use]
    pub fn scale(&self, word: &str) -> Option<f64> {
        value(&self.scales, word)
    }

    /// `bn`: 1,000,000,000; only sure behind digits.
    #[must_use]
    pub fn short_scale(&self, word: &str) -> Option<f64> {
        value(&self.short_scales, word)
    }

    /// `thousands`: 1,000.
    #[must_use]
    pub fn plural_scale(&self, word: &str) -> Option<f64> {
        value(&self.plural_scales, word)
    }

    /// `third`: 3.
    #[must_use]
    pub fn ordinal(&self, word: &str) -> Option<f64> {
        value(&self.ordinals, word)
    }

    /// `thirds`: 3, the denominator.
    #[must_use]
    pub fn denominator(&self, word: &str) -> Option<f64> {
        value(&self.fractions, word)
    }

    /// `doubled`: 2.
    #[must_use]
    pub fn multiple(&self, word: &str) -> Option<f64> {
        value(&self.multiples, word)
    }

    /// `½`: 0.5.
    #[must_use]
    pub fn vulgar(&self, sign: &str) -> Option<f64> {
        // The signs are two or three bytes long; no word is looked up in vain.
        if sign.is_ascii() { None } else { self.vulgar.get(sign).copied() }
    }

    /// The modifiers that may stand before a figure and end with this word, the longest first.
    #[must_use]
    pub fn modifiers_ending(&self, word: &str) -> &[Phrase] {
        self.modifiers.get(word).map_or(&[], Vec::as_slice)
    }

    /// The modifiers that may stand behind a figure and start with this word, the longest first.
    #[must_use]
    pub fn modifiers_starting(&self, word: &str) -> &[Phrase] {
        self.modifiers_behind.get(word).map_or(&[], Vec::as_slice)
    }

    /// `rose`: `up`.
    #[must_use]
    pub fn change(&self, word: &str) -> Option<&str> {
        self.changes.get(word).map(String::as_str)
    }
}

fn value(values: &Values, word: &str) -> Option<f64> {
    values.get(word).copied()
}
