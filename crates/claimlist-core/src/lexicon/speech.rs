//! `speech.toml`: verbs and phrases that report speech, each with its stance.

use serde::Deserialize;

use super::{Classes, WordList};

/// Verbs and phrases that report speech, each with its stance.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speech {}

impl WordList for Speech {
    const NAME: &str = "speech.toml";
    const TOML: &str = include_str!("../../lexicon/en/speech.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
