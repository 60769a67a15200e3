//! Direct quotations.

use super::Mention;
use crate::{Document, Sentence};

/// Appends the quotations of a document.
pub(crate) fn recognize(_document: &Document, _sentences: &[Sentence], _mentions: &mut Vec<Mention>) {}
