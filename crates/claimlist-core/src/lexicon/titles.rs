//! `titles.toml`: offices, ranks, forms of address and words for people by what they do.

use serde::Deserialize;

use super::{Classes, WordList};

/// Offices, ranks, forms of address and words for people by what they do.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {}

impl WordList for Titles {
    const NAME: &str = "titles.toml";
    const TOML: &str = include_str!("../../lexicon/en/titles.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
