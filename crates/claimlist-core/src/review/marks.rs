//! Files of marks: what a checker said of claims, apart from their checklist.
//!
//! The page of `--format html` saves them; merging puts them into the checklist that the page was made from.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::checklist::{Checklist, ClaimEntry, Status};
use crate::{ClaimKind, Source};

/// The name of the format of files of marks.
pub const MARKS_SCHEMA: &str = "claimlist-marks/1";

/// A file of marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// [`MARKS_SCHEMA`].
    pub schema: String,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// What a checker said of one claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The path of its article, as in the checklist.
    pub document: String,
    /// The claim's id.
    pub id: String,
    /// The claim's kind, for whoever reads the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ClaimKind>,
    /// The claim's words, for whoever reads the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What the checker wrote about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the checker settled it with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Source>,
    /// When it was marked, as an ISO 8601 time in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What came of merging.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// How many claims were marked, or marked otherwise than before.
    pub taken: usize,
    /// How many were marked so already.
    pub same: usize,
    /// Claims that had been marked otherwise: id, before, now.
    pub overruled: Vec<(String, Status, Status)>,
    /// Marks that were left out, and why.
    pub refused: Vec<(Mark, Refused)>,
}

/// Why a mark is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such claim in the checklist.
    Unknown,
    /// The claim was marked later than this mark was made.
    Older,
}

impl Marks {
    /// The marks in a checklist.
    #[must_use]
    pub fn of(checklist: &Checklist) -> Self {
        let mut marks = Vec::new();
        for document in &checklist.documents {
            let marked = document.claims.iter().filter(|claim| claim.is_marked() || claim.marked.is_some());
            marks.extend(marked.map(|claim| Mark {
                document: document.path.clone(),
                id: claim.id.clone(),
                kind: Some(claim.kind),
                text: Some(claim.text.clone()),
                status: claim.status,
                note: claim.note.clone(),
                evidence: claim.evidence.clone(),
                at: claim.marked.clone(),
            }));
        }
        Self { schema: MARKS_SCHEMA.to_owned(), marks }
    }
}

impl Checklist {
    /// Takes marks over: of two marks of a claim the later one holds, and where a time is missing the one that is merged.
    pub fn merge(&mut self, marks: Marks) -> Merged {
        let mut places: Vec<HashMap<String, usize>> = Vec::with_capacity(self.documents.len());
        for document in &self.documents {
            let place = |(index, claim): (usize, &ClaimEntry)| (claim.id.clone(), index);
            places.push(document.claims.iter().enumerate().map(place).collect());
        }
        let mut merged = Merged::default();
        for mark in marks.marks {
            let document = self.document_at(&mark.document);
            let place = document.and_then(|document| Some((document, *places[document].get(&mark.id)?)));
            let Some((document, claim)) = place else {
                merged.refused.push((mark, Refused::Unknown));
                continue;
            };
            merged.take(&mut self.documents[document].claims[claim], mark);
        }
        merged
    }

    /// The index of the article with this path. A checklist of one article takes it for that, whatever it was called.
    #[must_use]
    pub fn document_at(&self, path: &str) -> Option<usize> {
        let exact = self.documents.iter().position(|document| document.path == path);
        exact.or_else(|| (self.documents.len() == 1).then_some(0))
    }
}

impl Merged {
    fn take(&mut self, claim: &mut ClaimEntry, mark: Mark) {
        let note = mark.note.clone().filter(|note| !note.is_empty());
        if (claim.status, &claim.note, &claim.evidence) == (mark.status, &note, &mark.evidence) {
            claim.marked = claim.marked.take().max(mark.at);
            self.same += 1;
            return;
        }
        // ISO 8601 times in UTC sort as texts.
        if claim.marked.is_some() && mark.at.is_some() && claim.marked > mark.at {
            self.refused.push((mark, Refused::Older));
            return;
        }
        if claim.status != Status::Open && claim.status != mark.status {
            self.overruled.push((mark.id, claim.status, mark.status));
        }
        (claim.status, claim.note, claim.evidence) = (mark.status, note, mark.evidence);
        claim.marked = mark.at.or(claim.marked.take());
        self.taken += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::DocumentEntry;
    use crate::{Checker, Document};

    fn checklist() -> Checklist {
        let document = Document::plain("Sales rose by 12% in May. It cost £30m.").unwrap();
        let mut checklist = Checklist::new("1.0.0");
        let checked = Checker::without_rules().check(&document);
        checklist.documents.push(DocumentEntry::new("a.txt", &document, checked, false));
        checklist
    }

    fn mark(id: &str, status: Status, at: Option<&str>) -> Mark {
        Mark {
            document: "elsewhere/a.txt".to_owned(),
            id: id.to_owned(),
            kind: None,
            text: None,
            status,
            note: Some(String::new()),
            evidence: Vec::new(),
            at: at.map(str::to_owned),
        }
    }

    fn merge(checklist: &mut Checklist, mark: Mark) -> Merged {
        checklist.merge(Marks { schema: MARKS_SCHEMA.to_owned(), marks: vec![mark] })
    }

    #[test]
    fn of_two_marks_the_later_one_holds() {
        let mut checklist = checklist();
        let id = checklist.documents[0].claims[0].id.clone();
        let (early, late) = (Some("2026-01-15T09:30:00Z"), Some("2026-01-15T11:00:00Z"));
        assert_eq!(merge(&mut checklist, mark(&id, Status::Wrong, late)).taken, 1);
        let older = merge(&mut checklist, mark(&id, Status::Right, early));
        assert_eq!(older.refused[0].1, Refused::Older);
        assert_eq!(checklist.documents[0].claims[0].status, Status::Wrong);
        assert_eq!(merge(&mut checklist, mark(&id, Status::Wrong, early)).same, 1);
        let untimed = merge(&mut checklist, mark(&id, Status::Right, None));
        assert_eq!(untimed.overruled, [(id, Status::Wrong, Status::Right)]);
        let claim = &checklist.documents[0].claims[0];
        assert_eq!((claim.status, &claim.note, claim.marked.as_deref()), (Status::Right, &None, late));
    }

    #[test]
    fn marks_of_claims_that_are_not_there_are_given_back() {
        let merged = merge(&mut checklist(), mark("00000000", Status::Right, None));
        assert_eq!((merged.taken, merged.refused[0].1), (0, Refused::Unknown));
        let mut two = checklist();
        two.documents.extend(checklist().documents);
        two.documents[1].path = "b.txt".to_owned();
        let id = two.documents[0].claims[0].id.clone();
        assert_eq!(merge(&mut two, mark(&id, Status::Right, None)).refused[0].1, Refused::Unknown);
    }
}
