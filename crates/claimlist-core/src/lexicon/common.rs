//! `common.toml`: verbs, adjectives and nouns beyond the frequent ones, so that [`crate::tag`] knows them.

use serde::Deserialize;

use super::verbs::{each_irregular_form, each_regular_form};
use super::{Classes, WordList};

/// Verbs, adjectives and nouns beyond the frequent ones.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Common {
    irregular: String,
    regular: String,
    adjectives: String,
    nouns: String,
}

impl WordList for Common {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        self.irregular.lines().for_each(|line| each_irregular_form(line, add));
        self.regular.split_whitespace().for_each(|entry| each_regular_form(entry, add));
        self.adjectives.split_whitespace().for_each(|word| add(word, Classes::ADJECTIVE));
        self.nouns.split_whitespace().for_each(|word| add(word, Classes::NOUN));
    }
}
