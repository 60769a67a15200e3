//! `cues.toml`: words that open comparisons, forecasts, absences and causes.

mod connectives;
mod degrees;
mod phrases;

use serde::Deserialize;

use super::{Classes, WordList, WordSet};
pub use connectives::{Connective, Connectives};
pub use phrases::Phrases;

/// Words that open comparisons, forecasts, absences and causes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    compared: String,
    compares: String,
    irregular: String,
    /// Superlatives that judge rather than state: `best`.
    pub opinion: WordSet,
    /// Adjectives that judge rather than state: `important`.
    pub opinion_adjectives: WordSet,
    /// What `a record` may be one of: `high`, `profit`.
    pub record_nouns: WordSet,
    /// What a match has a second and third of: `set`.
    pub spells_of_play: WordSet,
    /// Forms of verbs that do something to a record: `broke`.
    pub record_verbs: WordSet,
    /// Behind "is" and before "to" these look ahead: `expected`.
    pub forecast_states: WordSet,
    /// `course`: behind `on`, a state that looks ahead.
    pub forecast_courses: WordSet,
    /// Of these, those that a time may follow: `due on Monday`.
    pub forecast_dated: WordSet,
    /// Subjects of which "is to" tells what they are: `aim`.
    pub aims: WordSet,
    /// Verbs of who looks ahead, before "to": `plans`.
    pub forecast_verbs: WordSet,
    /// Verbs of what somebody wants to reach, before "to": `aims`.
    pub goal_verbs: WordSet,
    /// Verbs before what is to come: `forecasts`.
    pub prediction_verbs: WordSet,
    /// Verbs that with "will" guess what is now: `know`.
    pub guessed_verbs: WordSet,
    /// Verbs of wish and opinion: `wants`.
    pub opinion_verbs: WordSet,
    /// Verbs whose "to" tells what did not happen: `failed`.
    pub failing_verbs: WordSet,
    /// The same before a verb of speech: `declined`.
    pub declining_verbs: WordSet,
    /// Forms of `lack`.
    pub lacking_verbs: WordSet,
    /// Behind "is" or "remains": `unknown`.
    pub absent_states: WordSet,
    /// Behind "is not": `known`.
    pub denied_states: WordSet,
    /// First words of greetings: `dear`.
    pub greetings: WordSet,
    /// Headings of what stands around an article: `sources`, `related news`.
    pub apparatus: Phrases,
    /// Blocks around or inside an article that tell nothing, and what they list behind a colon.
    pub apparatus_lines: Phrases,
    /// What "without" takes away: `permission`.
    pub withheld: WordSet,
    /// Fixed phrases with a superlative or comparative that compare nothing: `best wishes`.
    pub no_comparison: Phrases,
    /// Fixed phrases with a negator that deny nothing: `no doubt`.
    pub no_denial: Phrases,
    /// What by itself says how far a comparison reaches: `on record`.
    pub reaches: Phrases,
    /// Verbs before the place that somebody or something takes: `finished`.
    pub ranking_verbs: WordSet,
    /// Behind "of the", what is counted ends with these: `season`.
    pub counted_in: WordSet,
    /// What is counted over a career: `goal`.
    pub career_marks: WordSet,
    /// How far it is known that something is the first: `recorded`.
    pub attested: WordSet,
    /// Whose a record is: `world`.
    pub record_scopes: WordSet,
    /// Verbs behind "declined to" that report nothing elsewhere: `comment`.
    pub declined_verbs: WordSet,
    /// With "without a", these deny nothing: `doubt`.
    pub granted: WordSet,
    /// States that a headline has without a verb: `dead`.
    pub headline_states: WordSet,
    /// Participles of a headline that look ahead: `set`.
    pub headline_forecasts: WordSet,
    /// Verbs of which "to" and a verb is the core: `voted`.
    pub choosing_verbs: WordSet,
    /// With "after", these tell no time: `named`.
    pub modelling_verbs: WordSet,
    /// Verbs that give a name: `dubbed`.
    pub naming_verbs: WordSet,
    /// Connectives of purpose, cause and consequence.
    pub connectives: Connectives,
    /// Verbs between a cause and its consequence: `led to`.
    pub causing_verbs: Phrases,
    /// What leads to a place: `path`.
    pub ways: WordSet,
    /// Verbs between a consequence and its cause: `caused by`.
    pub caused_verbs: Phrases,
}

impl WordList for Cues {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        degrees::add_forms(&self.compared, &self.irregular, add);
        self.compares.split_whitespace().for_each(|word| add(word, Classes::COMPARES));
        self.connectives.first_words().for_each(|word| add(word, Classes::CAUSAL));
    }
}
