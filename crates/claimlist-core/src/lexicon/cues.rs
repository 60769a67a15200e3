//! `cues.toml`: words that open comparisons, forecasts, absences and causes.

use serde::Deserialize;

use super::{Classes, WordList};

/// Words that open comparisons, forecasts, absences and causes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {}

impl WordList for Cues {
    const NAME: &str = "cues.toml";
    const TOML: &str = include_str!("../../lexicon/en/cues.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
