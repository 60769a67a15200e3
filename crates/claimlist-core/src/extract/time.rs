//! Time claims: dates, deadlines, durations, frequencies and orders in time.

use super::{Context, Draft};

/// Drafts the time claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
