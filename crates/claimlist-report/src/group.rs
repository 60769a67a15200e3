//! Claims grouped by what they have in common: their sentence, or their kind.

use claimlist_core::checklist::DocumentEntry;

use crate::selection::Row;
use crate::template::sentence;
use crate::wrap::printable;

/// By what the claims of an article are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The sentence that they stand in.
    Sentence,
    /// Their kind.
    Kind,
}

/// Some rows under one head.
pub(crate) struct Grouped<'c> {
    /// The sentence, or the kind with how many there are; none where nothing is grouped.
    pub(crate) head: Option<String>,
    pub(crate) rows: Vec<Row<'c>>,
}

/// The rows in groups. Kinds come in their usual order, sentences in that of their first row, rows in the order that they
/// had.
pub(crate) fn grouped<'c>(
    document: &'c DocumentEntry,
    rows: Vec<Row<'c>>,
    by: Option<Group>,
) -> Vec<Grouped<'c>> {
    let Some(by) = by else { return vec![Grouped { head: None, rows }] };
    let key = |row: &Row<'_>| match by {
        Group::Sentence => row.claim.sentence as usize,
        Group::Kind => row.claim.kind as usize,
    };
    let mut places = std::collections::HashMap::new();
    let mut groups: Vec<Vec<Row<'c>>> = Vec::new();
    for row in rows {
        let place = *places.entry(key(&row)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(row);
    }
    if by == Group::Kind {
        groups.sort_by_key(|rows| rows.first().map(|row| row.claim.kind));
    }
    let head = |rows: &[Row<'c>]| {
        let claim = rows.first()?.claim;
        let words = printable(sentence(document, claim));
        Some(match by {
            Group::Kind => format!("{} ({})", claim.kind.name(), rows.len()),
            // A checklist may do without the article's text.
            Group::Sentence if words.is_empty() => format!("sentence {}", claim.sentence + 1),
            Group::Sentence => words,
        })
    };
    groups.into_iter().map(|rows| Grouped { head: head(&rows), rows }).collect()
}
