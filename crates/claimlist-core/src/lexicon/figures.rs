//! `figures.toml`: words around figures that settle what a figure is: labels, street names, bases of rates, results.

use serde::Deserialize;

use super::{Classes, WordList, WordSet};

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
    /// `act`: in capitals, what a law is called.
    pub laws: WordSet,
    /// What is run or swum over so many metres: `hurdles`.
    pub races: WordSet,
    /// `birdie`: near it, `the 16th` is a hole.
    pub holes: WordSet,
    /// `outsider`: behind it, two figures are a price and no result.
    pub betting: WordSet,
    /// `took`: behind it, two figures are the wickets that a bowler took and the runs that they cost.
    pub bowling: WordSet,
    /// `carded`: behind it and "a", a bare number is a round of golf.
    pub carding: WordSet,
    /// `cost`: behind it, a round figure with the capital of a currency is a sum.
    pub paying: WordSet,
    /// `man`: behind it and "of", a bare number is an age.
    pub aged: WordSet,
}

impl WordList for Figures {
    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
