//! Comparison claims: superlatives, firsts, records, ranks, and comparatives with their reference.

use super::{Context, Draft};

/// Drafts the comparison claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
