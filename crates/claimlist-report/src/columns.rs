//! The columns of the formats for spreadsheets: one row a claim.

use claimlist_core::checklist::{ClaimEntry, DocumentEntry};
use claimlist_core::{Finding, Hint, Slot, Source, Value};

use crate::Selection;
use crate::selection::Row;
use crate::wrap::printable;

/// A column.
pub(crate) struct Column {
    /// What stands in its head.
    pub(crate) name: &'static str,
    /// How wide it is where that can be said, in characters.
    pub(crate) width: u8,
    /// What stands in a row.
    pub(crate) of: fn(&Line<'_>) -> Cell,
}

/// What a row is about: a claim, or the article as a whole.
pub(crate) struct Line<'c> {
    document: &'c DocumentEntry,
    row: Option<Row<'c>>,
}

/// What stands in a cell. Line breaks in a text part a claim's hints, or its sources.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Number(f64),
    Text(String),
}

/// The columns in their order.
pub(crate) static COLUMNS: &[Column] = &[
    Column { name: "article", width: 20, of: |line| text(&line.document.path) },
    Column { name: "number", width: 8, of: |line| number(line.row.map(|row| row.number as f64)) },
    Column { name: "claim", width: 44, of: |line| optional(line.claim().map(|claim| &claim.text)) },
    Column {
        name: "kind",
        width: 12,
        of: |line| text(line.claim().map_or("article", |claim| claim.kind.name())),
    },
    Column { name: "worth", width: 8, of: |line| number(line.claim().map(|claim| claim.worth)) },
    Column { name: "status", width: 10, of: |line| optional(line.claim().map(|claim| claim.status.name())) },
    Column {
        name: "note",
        width: 30,
        of: |line| optional(line.claim().and_then(|claim| claim.note.as_ref())),
    },
    Column {
        name: "evidence",
        width: 30,
        of: |line| source_lines(line.claim().into_iter().flat_map(|claim| &claim.evidence)),
    },
    Column { name: "priority", width: 10, of: |line| priority(line.hints()) },
    Column { name: "finding", width: 11, of: |line| finding(line.hints()) },
    Column { name: "hints", width: 60, of: |line| hints(line.hints()) },
    Column { name: "sources", width: 44, of: |line| source_lines(distinct_sources(line.hints())) },
    Column {
        name: "speaker",
        width: 22,
        of: |line| optional(line.claim().and_then(|claim| claim.speaker.as_ref())),
    },
    Column { name: "value", width: 12, of: |line| fact(line, Slot::Value) },
    Column { name: "unit", width: 12, of: |line| fact(line, Slot::Unit) },
    Column { name: "facts", width: 30, of: facts },
    Column { name: "line", width: 7, of: |line| number(line.claim().map(|claim| f64::from(claim.line))) },
    Column { name: "column", width: 8, of: |line| number(line.claim().map(|claim| f64::from(claim.column))) },
    Column {
        name: "place",
        width: 12,
        of: |line| optional(line.claim().and_then(|claim| claim.place.as_ref())),
    },
    Column { name: "title", width: 30, of: |line| optional(line.document.title.as_ref()) },
    Column { name: "published", width: 12, of: |line| optional(line.document.date.as_ref()) },
    Column { name: "id", width: 11, of: |line| optional(line.claim().map(|claim| &claim.id)) },
];

/// The rows of an article: one for what concerns it as a whole, if there is such a thing, and one for each selected claim.
pub(crate) fn lines<'c>(document: &'c DocumentEntry, selection: &Selection) -> Vec<Line<'c>> {
    let whole = (!document.hints.is_empty()).then_some(Line { document, row: None });
    let claims = selection.of(document).rows.into_iter().map(|row| Line { document, row: Some(row) });
    whole.into_iter().chain(claims).collect()
}

impl<'c> Line<'c> {
    fn claim(&self) -> Option<&'c ClaimEntry> {
        self.row.map(|row| row.claim)
    }

    pub(crate) fn hints(&self) -> &'c [Hint] {
        self.claim().map_or(&self.document.hints, |claim| &claim.hints)
    }
}

/// The sources that hints name, each once, in the order of their first mention.
pub(crate) fn distinct_sources<'h>(hints: impl IntoIterator<Item = &'h Hint>) -> Vec<&'h Source> {
    let mut distinct = Vec::new();
    for source in hints.into_iter().flat_map(|hint| hint.sources.iter()) {
        if !distinct.contains(&source) {
            distinct.push(source);
        }
    }
    distinct
}

fn text(text: &str) -> Cell {
    Cell::Text(printable(text))
}

fn optional(value: Option<impl AsRef<str>>) -> Cell {
    value.map_or(Cell::Text(String::new()), |value| text(value.as_ref()))
}

fn number(value: Option<f64>) -> Cell {
    value.map_or(Cell::Text(String::new()), Cell::Number)
}

fn fact(line: &Line<'_>, slot: Slot) -> Cell {
    match line.claim().and_then(|claim| claim.facts.get(slot)) {
        Some(Value::Number(number)) => Cell::Number(*number),
        value => optional(value.map(Value::to_string)),
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

fn facts(line: &Line<'_>) -> Cell {
    let facts = line.claim().into_iter().flat_map(|claim| claim.facts.iter());
    let facts = facts.map(|(slot, value)| format!("{} = {value}", slot.name()));
    text(&facts.collect::<Vec<_>>().join("; "))
}
