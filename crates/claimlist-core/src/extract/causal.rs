//! Causal claims: stated causes and consequences, with their connective.

use super::{Context, Draft};

/// Drafts the causal claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
