//! Role claims: persons named together with an office, title or affiliation.
//!
//! `Foreign Secretary David Lammy`; `Jane Doe, a spokeswoman for the ministry`. A bare name is none, nor is one with only a
//! form of address (`Mr Roe`); `Sir`, `Dr` and `Prof` are given by somebody and can be wrong, so they count.

use super::{Context, Draft};
use crate::recognize::MentionKind;
use crate::{ClaimKind, Slot};

/// Drafts the role claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for name in context.mentions(MentionKind::Name) {
        let named = name.facts.get(Slot::Name).is_some();
        let office = name.facts.get(Slot::Title).is_some() || name.facts.get(Slot::Organisation).is_some();
        if named && office {
            let facts = name.facts.clone();
            drafts.push(Draft {
                kind: ClaimKind::Role,
                span: name.span,
                facts,
                speaker: None,
                pattern: "office",
            });
        }
    }
}
