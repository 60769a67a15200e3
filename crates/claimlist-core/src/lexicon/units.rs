//! `units.toml`: units of measure with their UCUM codes.

use serde::Deserialize;

use super::{Classes, WordList, WordMap};

/// Units of measure by name.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "File")]
pub struct Units {
    units: Vec<Unit>,
    /// Names by their first word, the longest first.
    names: WordMap<Vec<(Vec<String>, usize)>>,
    /// Symbols whose case matters.
    exact: Vec<(String, usize)>,
}

/// A unit of measure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its code in the Unified Code for Units of Measure.
    pub ucum: String,
    /// What it measures: `length`, `temperature`.
    pub measures: String,
    names: String,
    /// Symbols that mean something else in another case: `Nm`.
    #[serde(default)]
    exact: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    unit: Vec<Unit>,
}

impl From<File> for Units {
    fn from(file: File) -> Self {
        let mut names = WordMap::<Vec<(Vec<String>, usize)>>::default();
        let mut exact = Vec::new();
        for (index, unit) in file.unit.iter().enumerate() {
            exact.extend(unit.exact.split_whitespace().map(|symbol| (symbol.to_owned(), index)));
            for name in unit.names.split('|') {
                let words: Vec<String> = name.split([' ', '-']).map(str::to_owned).collect();
                names.entry(&words[0].clone()).push((words, index));
            }
        }
        names.values_mut().for_each(|names| names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        Self { units: file.unit, names, exact }
    }
}

impl WordList for Units {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        for (words, _) in self.names.values().flatten().filter(|(words, _)| words.len() == 1) {
            add(&words[0], Classes::UNIT);
        }
    }
}

impl Units {
    /// The UCUM codes of all units.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.units.iter().map(|unit| unit.ucum.as_str())
    }

    /// The UCUM codes of the units that measure it: `length`, `mass`.
    pub fn measuring(&self, what: &str) -> impl Iterator<Item = &str> {
        self.units.iter().filter(move |unit| unit.measures == what).map(|unit| unit.ucum.as_str())
    }

    /// Whether a word is a unit of what flows, such as `bpd`, of which there are millions more often than parts.
    #[must_use]
    pub fn is_flow(&self, word: &str) -> bool {
        self.longest(|k| if k == 0 { word } else { "" }).is_some_and(|(unit, _)| unit.measures == "flow")
    }

    /// The unit whose name starts with the word `word(0)` and goes on with `word(1)`, ..., and how many words it has; the
    /// longest name wins.
    pub fn longest<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<(&Unit, usize)> {
        if let Some((_, unit)) = self.exact.iter().find(|(symbol, _)| symbol == word(0)) {
            return Some((&self.units[*unit], 1));
        }
        let names = self.names.get(word(0))?;
        let fits = |words: &[String]| {
            words.iter().enumerate().skip(1).all(|(at, name)| super::with_lower(word(at), |lower| lower == name))
        };
        let (words, unit) = names.iter().find(|(words, _)| fits(words))?;
        Some((&self.units[*unit], words.len()))
    }
}
