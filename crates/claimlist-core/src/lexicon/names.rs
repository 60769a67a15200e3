//! `names.toml`: first names, nationalities, places and words that make names of bodies.

use serde::Deserialize;

use super::{Classes, WordList};

/// First names, nationalities, places and words that make names of bodies.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {}

impl WordList for Names {
    const NAME: &str = "names.toml";
    const TOML: &str = include_str!("../../lexicon/en/names.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
