//! `grammar.toml`: the closed word classes: pronouns, prepositions, determiners, conjunctions, auxiliaries, modals, negators.

use serde::Deserialize;

use super::{Classes, WordList};

/// The closed word classes: pronouns, prepositions, determiners, conjunctions, auxiliaries, modals, negators.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {}

impl WordList for Grammar {
    const NAME: &str = "grammar.toml";
    const TOML: &str = include_str!("../../lexicon/en/grammar.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
