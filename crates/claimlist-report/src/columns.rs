//! The columns of the formats for spreadsheets: one row a claim.

use claimlist_core::checklist::DocumentEntry;
use claimlist_core::{Finding, Hint, Slot, Source, Value};

use crate::selection::Row;
use crate::wrap::printable;

/// A column.
pub(crate) struct Column {
    /// What stands in its head.
    pub(crate) name: &'static str,
    /// What stands in a claim's row.
    pub(crate) of: fn(&DocumentEntry, &Row<'_>) -> Cell,
}

/// What stands in a cell. Line breaks in a text part a claim's hints, or its sources.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Number(f64),
    Text(String),
}

/// The columns in their order.
pub(crate) static COLUMNS: &[Column] = &[
    Column { name: "article", of: |document, _| text(&document.path) },
    Column { name: "number", of: |_, row| Cell::Number(row.number as f64) },
    Column { name: "claim", of: |_, row| text(&row.claim.text) },
    Column { name: "kind", of: |_, row| text(row.claim.kind.name()) },
    Column { name: "worth", of: |_, row| Cell::Number(row.claim.worth) },
    Column { name: "status", of: |_, row| text(row.claim.status.name()) },
    Column { name: "note", of: |_, row| text(row.claim.note.as_deref().unwrap_or_default()) },
    Column { name: "evidence", of: |_, row| source_lines(&row.claim.evidence) },
    Column { name: "priority", of: |_, row| priority(&row.claim.hints) },
    Column { name: "finding", of: |_, row| finding(&row.claim.hints) },
    Column { name: "hints", of: |_, row| hints(&row.claim.hints) },
    Column { name: "sources", of: |_, row| source_lines(distinct_sources(&row.claim.hints)) },
    Column { name: "speaker", of: |_, row| text(row.claim.speaker.as_deref().unwrap_or_default()) },
    Column { name: "value", of: |_, row| fact(row, Slot::Value) },
    Column { name: "unit", of: |_, row| fact(row, Slot::Unit) },
    Column { name: "facts", of: |_, row| facts(row) },
    Column { name: "line", of: |_, row| Cell::Number(f64::from(row.claim.line)) },
    Column { name: "column", of: |_, row| Cell::Number(f64::from(row.claim.column)) },
    Column { name: "title", of: |document, _| text(document.title.as_deref().unwrap_or_default()) },
    Column { name: "published", of: |document, _| text(document.date.as_deref().unwrap_or_default()) },
    Column { name: "id", of: |_, row| text(&row.claim.id) },
];

/// The sources that hints name, each once, in the order of their first mention.
pub(crate) fn distinct_sources<'h>(hints: impl IntoIterator<Item = &'h Hint>) -> Vec<&'h Source> {
    let mut distinct = Vec::new();
    for source in hints.into_iter().flat_map(|hint| &hint.sources) {
        if !distinct.contains(&source) {
            distinct.push(source);
        }
    }
    distinct
}

fn text(text: &str) -> Cell {
    Cell::Text(printable(text))
}

fn fact(row: &Row<'_>, slot: Slot) -> Cell {
    match row.claim.facts.get(slot) {
        Some(Value::Number(number)) => Cell::Number(*number),
        Some(value) => text(&value.to_string()),
        None => Cell::Text(String::new()),
    }
}

/// The highest priority among the hints.
fn priority(hints: &[Hint]) -> Cell {
    text(hints.iter().map(|hint| hint.priority).max().map_or("", |priority| priority.name()))
}

/// What the program found out itself; that something conflicts counts before that something agrees.
fn finding(hints: &[Hint]) -> Cell {
    let any = |finding| hints.iter().any(|hint| hint.finding == Some(finding));
    text(match () {
        () if any(Finding::Conflicts) => Finding::Conflicts.name(),
        () if any(Finding::Agrees) => Finding::Agrees.name(),
        () => "",
    })
}

fn hints(hints: &[Hint]) -> Cell {
    let mut hints: Vec<_> = hints.iter().collect();
    hints.sort_by_key(|hint| std::cmp::Reverse(hint.priority));
    let lines = hints.iter().map(|hint| format!("{}: {}", hint.priority.name(), printable(&hint.text)));
    Cell::Text(lines.collect::<Vec<_>>().join("\n"))
}

/// A line a source.
fn source_lines<'s>(sources: impl IntoIterator<Item = &'s Source>) -> Cell {
    let line = |source: &Source| match &source.url {
        Some(url) => printable(&format!("{} {url}", source.title)),
        None => printable(&source.title),
    };
    Cell::Text(sources.into_iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn facts(row: &Row<'_>) -> Cell {
    let facts = row.claim.facts.iter().map(|(slot, value)| format!("{} = {value}", slot.name()));
    text(&facts.collect::<Vec<_>>().join("; "))
}
