//! Role claims: persons named together with an office, title or affiliation.

use super::{Context, Draft};

/// Drafts the role claims of one sentence.
pub(super) fn draft(_context: &Context<'_>, _drafts: &mut Vec<Draft>) {}
