//! `currencies.toml`: currencies: words, signs and ISO 4217 codes.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Deserializer};

use super::{Classes, WordList, WordMap, WordSet};

/// Currencies by the ways in which they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Currencies {
    signs: FxHashMap<String, String>,
    hundredths: FxHashMap<String, String>,
    dollars: Codes,
    pounds: Codes,
    yens: Codes,
    letters: Codes,
    capitals: FxHashMap<String, String>,
    codes: CodeList,
    doubtful: List,
    #[serde(rename = "name")]
    names: Names,
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
    /// Those that are codes in small letters too.
    #[serde(deserialize_with = "small")]
    small: Codes,
    /// Those that are something else as likely.
    #[serde(deserialize_with = "split")]
    doubtful: FxHashSet<String>,
}

fn split<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FxHashSet<String>, D::Error> {
    String::deserialize(deserializer).map(|codes| codes.split_whitespace().map(str::to_owned).collect())
}

fn small<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Codes, D::Error> {
    let codes = String::deserialize(deserializer)?;
    Ok(codes.split_whitespace().map(|code| (code, code.to_uppercase())).collect())
}

/// Names of currencies, which may be those of several: `dollar`, `franc`.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<NameInFile>")]
struct Names {
    list: Vec<Name>,
    /// The names by their words, with what one of it is worth: a hundredth for "cents".
    words: WordMap<(usize, f64)>,
}

/// A name of currencies.
#[derive(Debug)]
struct Name {
    /// The code without a nationality.
    alone: String,
    /// The codes by nationality or country.
    of: Codes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameInFile {
    words: String,
    #[serde(default)]
    hundredths: String,
    #[serde(default)]
    thousands: bool,
    alone: String,
    #[serde(default)]
    of: FxHashMap<String, String>,
}

impl From<Vec<NameInFile>> for Names {
    fn from(file: Vec<NameInFile>) -> Self {
        let mut names = Self::default();
        for NameInFile { words, hundredths, thousands, alone, of } in file {
            let worth = if thousands { 1000.0 } else { 1.0 };
            let index = names.list.len();
            let all = words.split_whitespace().map(|word| (word, worth));
            for (word, worth) in all.chain(hundredths.split_whitespace().map(|word| (word, 0.01))) {
                names.words.insert(word, (index, worth));
            }
            let nations = of.iter().flat_map(|(code, nations)| nations.split('|').map(move |nation| (nation, code)));
            let of = nations.map(|(nation, code)| (nation, code.clone())).collect();
            names.list.push(Name { alone, of });
        }
        names
    }
}

impl WordList for Currencies {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        let words = self.names.words.keys().chain(self.letters.keys()).chain(self.codes.small.keys());
        words.for_each(|word| add(word, Classes::CURRENCY));
    }
}

fn lowered<'a>(codes: &'a Codes, word: &str) -> Option<&'a str> {
    codes.get(word).map(String::as_str)
}

impl Currencies {
    /// Whether money can have this ISO 4217 code; `XXX` is for a currency that the text does not settle.
    #[must_use]
    pub fn is_currency(&self, code: &str) -> bool {
        self.code(code).is_some() || self.in_tables().any(|own| own == code)
    }

    /// The ISO 4217 codes that money can have, in alphabetical order, with `XXX`.
    #[must_use]
    pub fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<_> = self.codes.words.iter().map(String::as_str).chain(self.in_tables()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The codes that stand in the tables of signs, letters and names.
    fn in_tables(&self) -> impl Iterator<Item = &str> {
        let written = [&self.dollars, &self.pounds, &self.yens, &self.letters].into_iter().flat_map(WordMap::values);
        let signs = self.signs.values().chain(self.hundredths.values()).chain(self.capitals.values());
        let names = self.names.list.iter().flat_map(|name| name.of.values().chain([&name.alone]));
        written.chain(signs).chain(names).map(String::as_str)
    }

    /// `£`: GBP and 1; `¢`: USD and a hundredth.
    #[must_use]
    pub fn sign(&self, sign: &str) -> Option<(&str, f64)> {
        let whole = self.signs.get(sign).map(|code| (code.as_str(), 1.0));
        whole.or_else(|| self.hundredths.get(sign).map(|code| (code.as_str(), 0.01)))
    }

    /// `US` before a dollar sign: USD; `E` before that of a pound: EGP.
    #[must_use]
    pub fn before_sign(&self, letters: &str, sign: &str) -> Option<&str> {
        let codes = match self.sign(sign)?.0 {
            "USD" => &self.dollars,
            "GBP" => &self.pounds,
            "JPY" => &self.yens,
            _ => return None,
        };
        lowered(codes, letters)
    }

    /// `Rs` before a number, `usd` in small letters: INR, USD.
    #[must_use]
    pub fn letters(&self, letters: &str) -> Option<&str> {
        lowered(&self.letters, letters).or_else(|| lowered(&self.codes.small, letters))
    }

    /// `R` before millions: ZAR.
    #[must_use]
    pub fn capital(&self, letter: &str) -> Option<&str> {
        self.capitals.get(letter).map(String::as_str)
    }

    /// `euros`: EUR and 1; `cents`: USD and a hundredth; `XXX` (no currency known) where the word alone does not settle it.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<(&str, f64)> {
        let (name, worth) = self.names.words.get(word)?;
        Some((&self.names.list[*name].alone, *worth))
    }

    /// The currency of a nationality or country and a word together: `Canadian dollars` is CAD.
    #[must_use]
    pub fn of_nation(&self, nation: &str, word: &str) -> Option<(&str, f64)> {
        let (name, worth) = self.names.words.get(word)?;
        Some((lowered(&self.names.list[*name].of, nation)?, *worth))
    }

    /// Whether the word is for a hundredth of the currency.
    #[must_use]
    pub fn is_minor(&self, word: &str) -> bool {
        self.names.words.get(word).is_some_and(|(_, worth)| *worth < 1.0)
    }

    /// `USD` in capitals, as itself.
    #[must_use]
    pub fn code(&self, word: &str) -> Option<&str> {
        let written = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if written { self.codes.words.get(word).map(String::as_str) } else { None }
    }

    /// A code in capitals that is as often something else: `COP`, a currency only with a large number.
    #[must_use]
    pub fn doubtful_code(&self, word: &str) -> Option<&str> {
        self.codes.doubtful.get(word).map(String::as_str)
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

    /// Whether the word has another meaning that is as likely behind a small number: `won`, `real`, `marks`.
    #[must_use]
    pub fn is_doubtful(&self, word: &str) -> bool {
        self.doubtful.words.has(word)
    }
}
