//! Quantity claims: figures with what they count or measure and the frame that makes them checkable.

use super::{Context, Draft};

/// Drafts the quantity claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
