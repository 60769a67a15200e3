//! Numbers in digits and words, whatever they are used for.

use super::{Mention, MentionKind};
use crate::lex::Words;
use crate::lexicon::Lexicon;
use crate::{Facts, Slot};

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Number {
    /// Its tokens, as indices into the sentence.
    pub(crate) tokens: std::ops::Range<usize>,
    /// Its value, scales multiplied in.
    pub(crate) value: f64,
}

impl Number {
    /// The number as a mention.
    pub(crate) fn mention(&self, words: Words<'_>, sentence: u32) -> Mention {
        Mention {
            kind: MentionKind::Number,
            span: words.span(self.tokens.start, self.tokens.end),
            sentence,
            facts: Facts::new().with(Slot::Value, self.value),
        }
    }
}

/// The numbers of a sentence, in order.
pub(crate) fn recognize(_words: Words<'_>, _lexicon: &Lexicon) -> Vec<Number> {
    Vec::new()
}
