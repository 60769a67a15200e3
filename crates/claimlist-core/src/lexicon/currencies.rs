//! `currencies.toml`: currencies: words, signs and ISO 4217 codes.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Deserializer};

use super::figures::WordSet;
use super::{Classes, WordList, WordMap};

/// Currencies by the ways in which they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Currencies {
    signs: FxHashMap<String, String>,
    dollars: Codes,
    letters: Codes,
    words: Codes,
    minor: List,
    doubtful: List,
    codes: CodeList,
    by_nation: Codes,
}

/// Ways of writing with their ISO 4217 codes.
type Codes = WordMap<String>;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: WordSet,
}

/// ISO 4217 codes, which are written in capitals.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeList {
    #[serde(deserialize_with = "split")]
    words: FxHashSet<String>,
}

fn split<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FxHashSet<String>, D::Error> {
    String::deserialize(deserializer).map(|codes| codes.split_whitespace().map(str::to_owned).collect())
}

impl WordList for Currencies {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        self.words.keys().chain(self.letters.keys()).for_each(|word| add(word, Classes::CURRENCY));
        self.codes.words.iter().for_each(|code| add(&code.to_lowercase(), Classes::CURRENCY));
    }
}

fn lowered<'a>(codes: &'a Codes, word: &str) -> Option<&'a str> {
    codes.get(word).map(String::as_str)
}

impl Currencies {
    /// Whether money can have this ISO 4217 code; `XXX` is for a currency that the text does not settle.
    #[must_use]
    pub fn is_currency(&self, code: &str) -> bool {
        let named = [&self.dollars, &self.words, &self.by_nation];
        let signed = || self.signs.values().any(|own| own == code);
        self.code(code).is_some() || code == "XXX" || signed() || named.iter().any(|names| names.values().any(|own| own == code))
    }

    /// The ISO 4217 codes that money can have, in alphabetical order, with `XXX`.
    #[must_use]
    pub fn codes(&self) -> Vec<&str> {
        let named = [&self.dollars, &self.letters, &self.words, &self.by_nation];
        let named = named.iter().flat_map(|names| names.values());
        let named = named.chain(self.signs.values()).map(String::as_str);
        let mut codes: Vec<_> = self.codes.words.iter().map(String::as_str).chain(named).chain(["XXX"]).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// `£`: GBP.
    #[must_use]
    pub fn sign(&self, sign: &str) -> Option<&str> {
        self.signs.get(sign).map(String::as_str)
    }

    /// `US` before a dollar sign: USD.
    #[must_use]
    pub fn dollar(&self, letters: &str) -> Option<&str> {
        lowered(&self.dollars, letters)
    }

    /// `Rs` before a number: INR.
    #[must_use]
    pub fn letters(&self, letters: &str) -> Option<&str> {
        lowered(&self.letters, letters)
    }

    /// `euros`: EUR; `XXX` (no currency known) where the word alone does not settle it.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<&str> {
        lowered(&self.words, word)
    }

    /// Whether the word is for a hundredth of the currency.
    #[must_use]
    pub fn is_minor(&self, word: &str) -> bool {
        self.minor.words.has(word)
    }

    /// `USD` in capitals, as itself.
    #[must_use]
    pub fn code(&self, word: &str) -> Option<&str> {
        let written = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if written { self.codes.words.get(word).map(String::as_str) } else { None }
    }

    /// `MEUR`, `kSEK`: the code and what it multiplies by.
    #[must_use]
    pub fn scaled_code(&self, word: &str) -> Option<(&str, f64)> {
        let scale = match (word.len(), word.as_bytes().first()?) {
            (4, b'M') => 1e6,
            (4, b'k' | b'K' | b'T') => 1e3,
            _ => return None,
        };
        Some((self.code(word.get(1..)?)?, scale))
    }

    /// The currency of a nationality and a word together: `Canadian dollars` is CAD.
    #[must_use]
    pub fn of_nation(&self, phrase: &str) -> Option<&str> {
        lowered(&self.by_nation, phrase.trim_end_matches(['s', 'S']))
    }

    /// Whether the word has another meaning that is as likely behind a small number: `won`, `real`, `marks`.
    #[must_use]
    pub fn is_doubtful(&self, word: &str) -> bool {
        self.doubtful.words.has(word)
    }
}
