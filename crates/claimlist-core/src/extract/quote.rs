//! Quote claims: direct quotations, one claim a sentence, with their speakers.

use super::{Context, Draft};

/// Drafts the quote claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
