//! Quantities: numbers with what they count or measure.

use super::Mention;
use super::number::Number;
use crate::lex::Words;
use crate::lexicon::Lexicon;

/// Appends the quantities of a sentence. `mentions[first..]` are the times found in it before.
pub(crate) fn recognize(
    _words: Words<'_>,
    _sentence: u32,
    _lexicon: &Lexicon,
    _numbers: &[Number],
    _first: usize,
    _mentions: &mut Vec<Mention>,
) {
}
