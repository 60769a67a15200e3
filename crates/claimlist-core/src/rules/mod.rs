//! Rule sets: what editors write in TOML, compiled, and applied to claims.

use crate::{Claim, Document, Sentence};

/// Compiled rule packs.
#[derive(Debug, Default)]
pub struct RuleSet {}

impl RuleSet {
    /// Adds to each claim the hints of the rules that hold for it.
    pub fn apply(&self, _document: &Document, _sentences: &[Sentence], _claims: &mut [Claim]) {}
}
