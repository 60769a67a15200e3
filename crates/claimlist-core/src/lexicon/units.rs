//! `units.toml`: units of measure with their UCUM codes.

use serde::Deserialize;

use super::{Classes, WordList};

/// Units of measure with their UCUM codes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {}

impl WordList for Units {
    const NAME: &str = "units.toml";
    const TOML: &str = include_str!("../../lexicon/en/units.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
