//! Reported claims: indirect speech: speaker, reporting verb and what was said.

use super::{Context, Draft};

/// Drafts the reported claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
