//! Absence claims: what is said not to exist, not to have happened, or not to have been said.

use super::{Context, Draft};

/// Drafts the absence claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
