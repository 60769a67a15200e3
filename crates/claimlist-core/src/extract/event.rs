//! Event claims: clauses in which the article itself asserts that something happened or is the case.

use super::{Context, Draft};

/// Drafts the event claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
