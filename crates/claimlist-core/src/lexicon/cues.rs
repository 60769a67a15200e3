//! `cues.toml`: words that open comparisons, forecasts, absences and causes.

mod degrees;
mod phrases;

use serde::Deserialize;

use super::{Classes, WordList};
pub use phrases::Phrases;

/// Words that open comparisons, forecasts, absences and causes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    compared: String,
    compares: String,
    irregular: String,
    opinion: String,
    opinion_adjectives: String,
    record_nouns: String,
    record_verbs: String,
    /// Fixed phrases with a superlative or comparative that compare nothing: `best wishes`.
    pub no_comparison: Phrases,
}

impl WordList for Cues {
    const NAME: &str = "cues.toml";
    const TOML: &str = include_str!("../../lexicon/en/cues.toml");

    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        degrees::add_forms(&self.compared, &self.irregular, add);
        for (words, class) in [
            (&self.compares, Classes::COMPARES),
            (&self.opinion, Classes::OPINION),
            (&self.opinion_adjectives, Classes::OPINION),
            (&self.record_nouns, Classes::RECORD_NOUN),
            (&self.record_verbs, Classes::RECORD_VERB),
        ] {
            words.split_whitespace().for_each(|word| add(word, class));
        }
    }
}
