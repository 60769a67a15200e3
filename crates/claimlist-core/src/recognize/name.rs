//! Names of persons with their offices, and of organisations that speak.

use super::Mention;
use crate::lex::Lexed;
use crate::lexicon::Lexicon;
use crate::{Document, Sentence};

/// Appends the names of a document.
pub(crate) fn recognize(
    _document: &Document,
    _sentences: &[Sentence],
    _lexed: &Lexed,
    _lexicon: &Lexicon,
    _mentions: &mut Vec<Mention>,
) {
}
