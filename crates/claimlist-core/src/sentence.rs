//! Sentences: where they stand.

use crate::Span;

/// One sentence of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// Index of its block in [`Document::blocks`](crate::Document::blocks).
    pub block: u32,
}
