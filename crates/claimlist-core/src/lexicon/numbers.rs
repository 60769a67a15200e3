//! `numbers.toml`: number words, scales, ordinals, fractions and words that modify a figure.

use serde::Deserialize;

use super::{Classes, WordList};

/// Number words, scales, ordinals, fractions and words that modify a figure.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {}

impl WordList for Numbers {
    const NAME: &str = "numbers.toml";
    const TOML: &str = include_str!("../../lexicon/en/numbers.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
