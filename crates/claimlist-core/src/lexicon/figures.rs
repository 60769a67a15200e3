//! `figures.toml`: words around figures that settle what a figure is: labels, street names, bases of rates, results.

use serde::{Deserialize, Deserializer};

use super::{Classes, WordList, WordMap};

/// A set of words.
#[derive(Debug, Default)]
pub struct WordSet(WordMap);

impl<'de> Deserialize<'de> for WordSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|words| Self(WordMap::of_words(&words)))
    }
}

impl WordSet {
    /// Whether the word, in whatever case, is one of them (which are in lower case).
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.has(word)
    }
}

/// Words around figures. They are asked for only next to a number, so they have no classes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Figures {
    /// `page`, `article`: the number behind is a name.
    pub labels: WordSet,
    /// `street`: the number before the name is that of a house.
    pub streets: WordSet,
    /// `head`, `month`: what `£20 a head` is per.
    pub rate_bases: WordSet,
    /// `beat`, `voted`: a pair of figures near them is a result.
    pub results: WordSet,
    /// `killed`, `dead`: counted by the number before.
    pub fates: WordSet,
    /// `total`: what a bare number behind `of` may be.
    pub totals: WordSet,
    /// `wounding`: verbs that take a bare number.
    pub takers: WordSet,
    /// `wife`: a number behind, between commas, is an age.
    pub kin: WordSet,
    /// `people`: those who may be `over 75`.
    pub ageing: WordSet,
    /// `weighs`: pounds near them are no money.
    pub weights: WordSet,
    /// `wide`: the length before is the size of something.
    pub sizes: WordSet,
    /// `lead`: the points before are how far two are apart.
    pub margins: WordSet,
    /// `outnumbered`: two figures with "to" between them behind it are a ratio.
    pub odds: WordSet,
    /// `majority`: two figures with "-to-" between them before it are a ratio.
    pub odds_behind: WordSet,
    /// `match`: what has halves and quarters that are no figures.
    pub played: WordSet,
    /// `aircraft`: nouns whose plural looks like one.
    pub unmarked_plurals: WordSet,
    /// `earnings`: of which a price is so many times as much.
    pub valued: WordSet,
    /// `died`: behind it and "at", a bare number is an age.
    pub stages_of_life: WordSet,
    /// `stumps`: near it, two figures are runs and wickets.
    pub cricket: WordSet,
    /// `stood`: before "at" and a bare number, which is a level.
    pub levels: WordSet,
    /// `waves`: what is measured in metres and not counted in millions.
    pub in_metres: WordSet,
    /// `thermostat`: near it, `70f` are degrees.
    pub temperatures: WordSet,
    /// `day`: `one day` counts nothing.
    pub idioms: WordSet,
    /// `closed`: "up" and "down" behind it say where it moved.
    pub moving: WordSet,
    /// `cut`: its object changes by what stands behind "by".
    pub movers: WordSet,
    /// `points`: counted, they go up and down.
    pub movable: WordSet,
    /// `note`: behind `20-pound`, it makes that money.
    pub priced: WordSet,
    /// Verbs of which "up to" behind the object says where that goes: `bring`.
    pub bringing: WordSet,
    /// `birdie`: near it, `12 under` is a score.
    pub golf: WordSet,
    /// `birdie`: near it, `the 16th` is a hole.
    pub holes: WordSet,
    /// `outsider`: behind it, two figures are a price and no result.
    pub betting: WordSet,
}

impl WordList for Figures {
    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
