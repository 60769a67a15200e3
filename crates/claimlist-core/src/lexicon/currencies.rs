//! `currencies.toml`: currencies: words, signs and ISO 4217 codes.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Classes, WordList};

/// Currencies by the ways in which they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Currencies {
    signs: FxHashMap<String, String>,
    dollars: FxHashMap<String, String>,
    words: FxHashMap<String, String>,
    minor: List,
    codes: List,
    by_nation: FxHashMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: String,
}

impl WordList for Currencies {
    const NAME: &str = "currencies.toml";
    const TOML: &str = include_str!("../../lexicon/en/currencies.toml");

    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        self.words.keys().for_each(|word| add(word, Classes::CURRENCY));
        self.codes.words.split_whitespace().for_each(|code| add(&code.to_lowercase(), Classes::CURRENCY));
    }
}

impl Currencies {
    /// `£`: GBP.
    #[must_use]
    pub fn sign(&self, sign: &str) -> Option<&str> {
        self.signs.get(sign).map(String::as_str)
    }

    /// `US` before a dollar sign: USD.
    #[must_use]
    pub fn dollar(&self, letters: &str) -> Option<&str> {
        super::with_lower(letters, |lower| self.dollars.get(lower)).map(String::as_str)
    }

    /// `euros`: EUR; `XXX` (no currency known) where the word alone does not settle it.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<&str> {
        super::with_lower(word, |lower| self.words.get(lower)).map(String::as_str)
    }

    /// Whether the word is for a hundredth of the currency.
    #[must_use]
    pub fn is_minor(&self, word: &str) -> bool {
        self.minor.words.split(' ').any(|minor| minor.eq_ignore_ascii_case(word))
    }

    /// `USD` in capitals, as itself.
    #[must_use]
    pub fn code(&self, word: &str) -> Option<&str> {
        self.codes.words.split_whitespace().find(|code| *code == word)
    }

    /// `Canadian` and `dollars`: CAD.
    #[must_use]
    pub fn of_nation(&self, nation: &str, word: &str) -> Option<&str> {
        let word = word.to_lowercase();
        let stem = match word.as_str() {
            "kroner" => "krone",
            "kronor" => "krona",
            word => word.trim_end_matches('s'),
        };
        self.by_nation.get(&format!("{} {stem}", nation.to_lowercase())).map(String::as_str)
    }
}
