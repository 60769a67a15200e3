//! `currencies.toml`: currencies: words, signs and ISO 4217 codes.

use serde::Deserialize;

use super::{Classes, WordList};

/// Currencies: words, signs and ISO 4217 codes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currencies {}

impl WordList for Currencies {
    const NAME: &str = "currencies.toml";
    const TOML: &str = include_str!("../../lexicon/en/currencies.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
