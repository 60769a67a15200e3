//! Connectives of purpose, cause and consequence, looked up at a word: `in order to`, `due to`, `because`, `as a result`.

use serde::Deserialize;

use super::Phrases;

/// What a connective opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connective {
    /// A purpose: `in order to`.
    Purpose,
    /// A noun phrase that names a cause: `due to`.
    CausePhrase,
    /// A clause that names a cause: `because`.
    CauseClause,
    /// A consequence: `as a result`.
    Effect,
}

/// The connectives of all kinds in one table, so that a word is looked up once.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "File")]
pub struct Connectives(Phrases<Connective>);

/// The lists as they are written, a connective to a line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    purposes: String,
    cause_phrases: String,
    cause_clauses: String,
    effects: String,
}

impl From<File> for Connectives {
    fn from(file: File) -> Self {
        let mut phrases = Phrases::default();
        // Where two fit, that of the earlier list is meant: "as a result of", then "as a result".
        for (lines, connective) in [
            (file.purposes, Connective::Purpose),
            (file.cause_phrases, Connective::CausePhrase),
            (file.cause_clauses, Connective::CauseClause),
            (file.effects, Connective::Effect),
        ] {
            phrases.add(&lines, connective);
        }
        Self(phrases)
    }
}

impl Connectives {
    /// The connective that starts with `word(0)` and goes on with `word(1)`, ..., and how many words it has.
    pub fn at<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<(Connective, usize)> {
        self.0.first(word)
    }

    /// The first words of all connectives.
    pub fn first_words(&self) -> impl Iterator<Item = &str> {
        self.0.first_words()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_connective_is_the_longest_of_the_first_list_that_has_one() {
        for (text, wanted) in [
            ("In order to save", Some((Connective::Purpose, 3))),
            ("as a result of rain", Some((Connective::CausePhrase, 4))),
            ("as a result prices", Some((Connective::Effect, 3))),
            ("because it rained", Some((Connective::CauseClause, 1))),
            ("as a rule", None),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let word = |i: usize| words.get(i).copied().unwrap_or_default();
            assert_eq!(Lexicon::english().cues.connectives.at(word), wanted, "{text}");
        }
    }
}
