//! Parts of speech: which of the things a word may be it is here.

use crate::lex::Token;
use crate::lexicon::Lexicon;

/// Part of speech of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pos {
    /// `security`, `year`
    Noun,
    /// `years`, `people`
    PluralNoun,
    /// `London`, `Starmer`
    ProperNoun,
    /// `he`, `them`, `this` standing alone
    Pronoun,
    /// `the`, `a`, `his`, `no`, `this` before a noun
    Determiner,
    /// `large`, `largest`
    Adjective,
    /// `quickly`, `ago`
    Adverb,
    /// `rise` after `to`, a modal or `do`, and present tense without -s
    VerbBase,
    /// `rises`, `is`, `has`
    VerbPresent,
    /// `rose`, `was`, `had`
    VerbPast,
    /// `risen`, `been`; `increased` where it is a participle
    VerbParticiple,
    /// `rising`, `being`
    VerbIng,
    /// `will`, `could`, `must`
    Modal,
    /// `of`, `in`
    Preposition,
    /// `because`, `that` and `which` where they open a clause
    Subordinator,
    /// `and`, `or`, `but`
    Coordinator,
    /// `to` before a verb
    To,
    /// `not`, `n't`
    Not,
    /// `17`, `three`
    Number,
    /// `'s` of possession
    Possessive,
    /// A punctuation mark
    Punct,
    /// Anything else
    Other,
}

/// Sets the part of speech of each token of one sentence.
pub fn tag(_text: &str, _tokens: &mut [Token], _lexicon: &Lexicon) {}
