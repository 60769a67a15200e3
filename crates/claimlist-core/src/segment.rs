//! Blocks into sentences.

use crate::{Document, Sentence};

/// The sentences of a document, in order. Together they hold every character that is not white space.
#[must_use]
pub fn segment(document: &Document) -> Vec<Sentence> {
    document
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| Sentence { span: block.span.trimmed(document.text()), block: index as u32 })
        .filter(|sentence| !sentence.span.is_empty())
        .collect()
}
