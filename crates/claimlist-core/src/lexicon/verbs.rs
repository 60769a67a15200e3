//! `verbs.toml`: forms of verbs, and how often a word is a verb.

use serde::Deserialize;

use super::{Classes, WordList};

/// Forms of verbs, and how often a word is a verb.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verbs {}

impl WordList for Verbs {
    const NAME: &str = "verbs.toml";
    const TOML: &str = include_str!("../../lexicon/en/verbs.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
