//! Forecast claims: what is expected, planned or promised to happen.

use super::{Context, Draft};

/// Drafts the forecast claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
