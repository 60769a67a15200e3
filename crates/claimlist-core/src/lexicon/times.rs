//! `times.toml`: words around times that settle what a time is and on which side of today it lies.

use serde::Deserialize;

use super::{Classes, WordList, WordSet};

/// Words around times. Only those that open a time have classes: the others are asked for next to one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Times {
    /// `opening`: the day or night behind is named for it.
    pub occasions: WordSet,
    /// `rookie`: the year or season behind is one of a life.
    pub years_of_life: WordSet,
    /// `open`: hours stand behind it.
    pub opening: WordSet,
    /// `starts`: the figures with colons behind are a time of day.
    pub starting: WordSet,
    /// `full`: stands between a number and its unit of time.
    pub filling: WordSet,
    /// `adjourned`: behind it, "to" and "until" and a time look ahead.
    pub deferring: WordSet,
    /// `named`: arranges what is still to come.
    pub arranging: WordSet,
    /// `due`: looks ahead by itself.
    pub awaiting: WordSet,
    /// `appointed`: looks ahead with an infinitive behind it.
    pub deciding: WordSet,
    /// `comment`: with "would", what somebody did or did not do.
    pub declining: WordSet,
    /// `target`: a year near it is no step of what is told.
    pub targets: WordSet,
    /// `prices`: the year before is the one whose they are.
    pub valued: WordSet,
    /// `room`: the number behind is a name and no year.
    pub numbered: WordSet,
    /// `unbeaten`: a century behind is one of runs.
    pub runs: WordSet,
    /// `telegraph`: newspapers of one day have the word in their names.
    pub papers: WordSet,
    /// `mail`: a newspaper whose name goes on with "on Sunday".
    pub papers_of_sunday: WordSet,
}

impl WordList for Times {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        let openers = self.occasions.words().chain(self.years_of_life.words());
        openers.for_each(|word| add(word, Classes::TIME_OCCASION.or(Classes::TIME_OPENER)));
    }
}
