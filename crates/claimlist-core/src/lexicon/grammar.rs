//! `grammar.toml`: the closed word classes: pronouns, prepositions, determiners, conjunctions, auxiliaries, modals, negators.

use serde::Deserialize;

use super::cues::Phrases;
use super::{Classes, WordList, WordSet};

/// The closed word classes. A word may be in several lists; [`crate::tag`] decides by its neighbours.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    determiners: String,
    pronouns: String,
    prepositions: String,
    subordinators: String,
    coordinators: String,
    particles: String,
    be: String,
    have: String,
    #[serde(rename = "do")]
    do_forms: String,
    modals: String,
    negators: String,
    adverbs: String,
    adjectives: String,
    vague: String,
    describing: WordSet,
    activities: WordSet,
    serving: WordSet,
    /// Words that open a condition in front of what is said: `if`.
    pub conditions: WordSet,
    /// Verbs before a base form: `let`.
    pub helping: WordSet,
    /// Adjectives that stand for a body or for people: `the military`.
    pub groups: WordSet,
    /// Words for all or none: `every`.
    pub whole: WordSet,
    /// Times of day: `dawn`.
    pub daytimes: WordSet,
    /// What profits are counted before or after: `tax`.
    pub deducted: WordSet,
    /// Past tenses with a clause behind them: `meant`.
    pub telling: WordSet,
    /// What is done with a text: `issued`.
    pub published: WordSet,
    /// What one side does to another in a match: `host`.
    pub fixtures: WordSet,
    /// Words behind an apostrophe that stands for their start: `twas`.
    pub elisions: WordSet,
    planned: String,
    pending: String,
    aims: String,
    causatives: String,
    /// Prepositions of more than one word; their first words are [`Classes::COMPOUND`].
    pub compound_prepositions: Phrases,
    /// Phrases that open an addition to a clause; their first words are [`Classes::ADDITION`].
    pub additions: Phrases,
    /// Participles of the law that need no "was" before these prepositions.
    pub charged: Phrases,
    /// Verbs with what makes them empty; their first words are [`Classes::HOLLOW`].
    pub hollow: Phrases,
}

impl Grammar {
    /// Whether a form in -ing says of which kind a thing is: `polling` in "Polling stations".
    pub fn describes(&self, word: &str) -> bool {
        self.describing.has(word)
    }

    /// Whether a form in -ing is a noun unless an object stands behind it: `spending` in "cut spending".
    pub fn is_activity(&self, word: &str) -> bool {
        self.activities.has(word)
    }

    /// Whether "as" behind a form of a verb tells what somebody is: `posed` in "posed as a nurse".
    pub fn serves(&self, word: &str) -> bool {
        self.serving.has(word)
    }
}

impl WordList for Grammar {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        for (words, class) in [
            (&self.determiners, Classes::DETERMINER),
            (&self.pronouns, Classes::PRONOUN),
            (&self.prepositions, Classes::PREPOSITION),
            (&self.subordinators, Classes::SUBORDINATOR),
            (&self.coordinators, Classes::COORDINATOR),
            (&self.particles, Classes::PARTICLE),
            (&self.be, Classes::BE.or(Classes::AUXILIARY)),
            (&self.have, Classes::HAVE.or(Classes::AUXILIARY)),
            (&self.do_forms, Classes::DO.or(Classes::AUXILIARY)),
            (&self.modals, Classes::MODAL),
            (&self.negators, Classes::NEGATOR),
            (&self.adverbs, Classes::ADVERB),
            (&self.adjectives, Classes::ADJECTIVE),
            (&self.vague, Classes::VAGUE),
            (&self.planned, Classes::PLANNED),
            (&self.pending, Classes::PENDING),
            (&self.aims, Classes::AIM),
            (&self.causatives, Classes::CAUSATIVE),
        ] {
            for word in words.split_whitespace() {
                add(word, class);
            }
        }
        for (phrases, class) in [
            (&self.compound_prepositions, Classes::COMPOUND),
            (&self.additions, Classes::ADDITION),
            (&self.hollow, Classes::HOLLOW),
        ] {
            for word in phrases.first_words() {
                add(word, class);
            }
        }
    }
}
