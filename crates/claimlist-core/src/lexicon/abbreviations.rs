//! `abbreviations.toml`: words whose period does not end a sentence.

use serde::Deserialize;

use super::{Classes, WordList};

/// Words whose period does not end a sentence.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {}

impl WordList for Abbreviations {
    const NAME: &str = "abbreviations.toml";
    const TOML: &str = include_str!("../../lexicon/en/abbreviations.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
