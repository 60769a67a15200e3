//! JSON for other programs, as described in docs/formats.md.

use std::borrow::Cow;
use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, DocumentEntry};

use crate::{Renderer, Selection};

/// One JSON object for the whole run.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl Renderer for Json {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, selected_of_all(checklist, selection).as_ref())?;
        out.write_all(b"\n")
    }
}

/// The checklist without the claims that are not selected.
pub(crate) fn selected_of_all<'c>(checklist: &'c Checklist, selection: &Selection) -> Cow<'c, Checklist> {
    if selection.is_everything() {
        return Cow::Borrowed(checklist);
    }
    let documents = checklist.documents.iter().map(|document| selected(document, selection).into_owned());
    Cow::Owned(Checklist {
        schema: checklist.schema.clone(),
        tool: checklist.tool.clone(),
        documents: documents.collect(),
        problems: checklist.problems.clone(),
    })
}

/// The article without the claims that are not selected. Sentences stay, so that each claim's index holds.
pub(crate) fn selected<'d>(document: &'d DocumentEntry, selection: &Selection) -> Cow<'d, DocumentEntry> {
    if selection.is_everything() {
        return Cow::Borrowed(document);
    }
    let claims = selection.of(document).rows.iter().map(|row| row.claim.clone()).collect();
    Cow::Owned(DocumentEntry { claims, ..document.clone() })
}

#[cfg(test)]
mod tests {
    use claimlist_core::{Checker, ClaimKind, Document};

    use super::*;

    fn checklist() -> Checklist {
        let document = Document::plain("Sales rose by 12% in 2024, to 900 cars. It cost £30m.").unwrap();
        let checked = Checker::without_rules().check(&document);
        let mut checklist = Checklist::new("1.0.0");
        checklist.documents.push(DocumentEntry::new("a.txt", &document, checked, false));
        checklist
    }

    #[test]
    fn json_reads_back_as_the_same_checklist() {
        let mut out = Vec::new();
        Json.render(&checklist(), &Selection::default(), &mut out).unwrap();
        assert_eq!(serde_json::from_slice::<Checklist>(&out).unwrap(), checklist());
    }

    #[test]
    fn json_holds_the_selected_claims_only() {
        let mut out = Vec::new();
        let selection = Selection { kinds: vec![ClaimKind::Time], ..Selection::default() };
        Json.render(&checklist(), &selection, &mut out).unwrap();
        let back: Checklist = serde_json::from_slice(&out).unwrap();
        assert!(back.documents[0].claims.iter().all(|claim| claim.kind == ClaimKind::Time));
        assert_eq!(back.documents[0].sentences, checklist().documents[0].sentences);
    }
}
