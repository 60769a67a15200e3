//! `grammar.toml`: the closed word classes: pronouns, prepositions, determiners, conjunctions, auxiliaries, modals, negators.

use serde::Deserialize;

use super::{Classes, WordList};

/// The closed word classes. A word may be in several lists; [`crate::tag`] decides by its neighbours.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    determiners: String,
    pronouns: String,
    prepositions: String,
    subordinators: String,
    coordinators: String,
    be: String,
    have: String,
    #[serde(rename = "do")]
    do_forms: String,
    modals: String,
    negators: String,
    adverbs: String,
    adjectives: String,
    vague: String,
}

impl WordList for Grammar {
    const NAME: &str = "grammar.toml";
    const TOML: &str = include_str!("../../lexicon/en/grammar.toml");

    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        for (words, class) in [
            (&self.determiners, Classes::DETERMINER),
            (&self.pronouns, Classes::PRONOUN),
            (&self.prepositions, Classes::PREPOSITION),
            (&self.subordinators, Classes::SUBORDINATOR),
            (&self.coordinators, Classes::COORDINATOR),
            (&self.be, Classes::BE.or(Classes::AUXILIARY)),
            (&self.have, Classes::HAVE.or(Classes::AUXILIARY)),
            (&self.do_forms, Classes::DO.or(Classes::AUXILIARY)),
            (&self.modals, Classes::MODAL),
            (&self.negators, Classes::NEGATOR),
            (&self.adverbs, Classes::ADVERB),
            (&self.adjectives, Classes::ADJECTIVE),
            (&self.vague, Classes::VAGUE),
        ] {
            for word in words.split_whitespace() {
                add(word, class);
            }
        }
    }
}
