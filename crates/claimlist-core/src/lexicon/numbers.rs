//! `numbers.toml`: number words, scales, ordinals, fractions and words that modify a figure.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Classes, WordList};

/// Words and their values.
type Values = FxHashMap<String, f64>;

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
    multiples: Values,
    modifiers: Phrases,
    modifiers_behind: Phrases,
    changes: FxHashMap<String, String>,
}

/// Phrases by the name of what they mean.
type Phrases = FxHashMap<String, Vec<String>>;

impl WordList for Numbers {
    const NAME: &str = "numbers.toml";
    const TOML: &str = include_str!("../../lexicon/en/numbers.toml");

    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        for (words, class) in [
            (&self.cardinals, Classes::NUMBER),
            (&self.scales, Classes::SCALE),
            (&self.plural_scales, Classes::SCALE),
            (&self.ordinals, Classes::ORDINAL),
            (&self.fractions, Classes::FRACTION),
        ] {
            words.keys().for_each(|word| add(word, class));
        }
        for phrase in self.modifiers.values().flatten() {
            add(phrase.split(' ').next().unwrap_or_default(), Classes::MODIFIER);
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

    /// The modifiers that stand before a figure: each phrase with its name.
    pub fn modifiers(&self) -> impl Iterator<Item = (&str, &str)> {
        phrases(&self.modifiers)
    }

    /// The modifiers that stand behind a figure.
    pub fn modifiers_behind(&self) -> impl Iterator<Item = (&str, &str)> {
        phrases(&self.modifiers_behind)
    }

    /// `rose`: `up`.
    #[must_use]
    pub fn change(&self, word: &str) -> Option<&str> {
        let word = word.to_lowercase();
        let has = |words: &String| words.split_whitespace().any(|other| other == word);
        self.changes.iter().find(|(_, words)| has(words)).map(|(name, _)| name.as_str())
    }
}

fn value(values: &Values, word: &str) -> Option<f64> {
    super::with_lower(word, |lower| values.get(lower).copied())
}

fn phrases(phrases: &Phrases) -> impl Iterator<Item = (&str, &str)> {
    phrases.iter().flat_map(|(name, phrases)| phrases.iter().map(move |phrase| (phrase.as_str(), name.as_str())))
}
