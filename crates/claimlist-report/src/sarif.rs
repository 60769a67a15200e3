//! SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS), which editors and code review tools show beside the
//! text: a result for each hint, at the place of its claim; a rule for each rule or plugin that gave one.

use std::collections::HashMap;
use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, ClaimEntry, DocumentEntry, Problem};
use claimlist_core::{Finding, Hint, Priority};
use serde_json::{Value, json};

use crate::selection::Row;
use crate::wrap::printable;
use crate::{Renderer, Selection};

/// The schema of the format, as the standard names it.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The rule of claims to which no rule gives a hint.
const NO_HINT: &str = "claimlist/claim";

/// One log with one run.
#[derive(Clone, Copy, Debug)]
pub struct Sarif;

impl Renderer for Sarif {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        let mut run = Run::default();
        for document in &checklist.documents {
            run.document(document, selection);
        }
        let failed: Vec<Value> = checklist.problems.iter().map(notification).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": checklist.tool.name,
                    "semanticVersion": checklist.tool.version,
                    "rules": run.rules,
                } },
                // Columns count characters, as in the other formats.
                "columnKind": "unicodeCodePoints",
                "invocations": [{
                    "executionSuccessful": failed.is_empty(),
                    "toolExecutionNotifications": failed,
                }],
                "results": run.results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        out.write_all(b"\n")
    }
}

/// What a run gives, with the place of each rule in the list of rules.
#[derive(Default)]
struct Run {
    rules: Vec<Value>,
    places: HashMap<String, usize>,
    results: Vec<Value>,
}

impl Run {
    fn document(&mut self, document: &DocumentEntry, selection: &Selection) {
        for hint in &document.hints {
            let location = json!({ "physicalLocation": { "artifactLocation": artifact(&document.path) } });
            self.hint(hint, printable(&hint.text), &location, &hint.from);
        }
        for row in selection.of(document).rows {
            let location = location(document, row.claim);
            for hint in &row.claim.hints {
                let said = format!("\"{}\": {}", printable(&row.claim.text), printable(&hint.text));
                self.hint(hint, said, &location, &format!("{} {}", row.claim.id, hint.from));
                if let Some(result) = self.results.last_mut() {
                    result["rank"] = json!(row.claim.worth * 100.0);
                }
            }
            if row.claim.hints.is_empty() {
                self.claim(&row, &location);
            }
        }
    }

    fn hint(&mut self, hint: &Hint, said: String, location: &Value, fingerprint: &str) {
        let id = hint.from.split_once(' ').map_or(&*hint.from, |(_, id)| id);
        let index = self.rule(id, || rule(id, hint));
        // Only what fails may have another level than "none" (section 3.27.10); "fail" is what a result is unless it says
        // otherwise, and what viewers show.
        let (kind, level) = match hint.finding {
            Some(Finding::Agrees) => ("pass", "none"),
            Some(Finding::Conflicts) => ("fail", "error"),
            None => ("fail", level(hint.priority)),
        };
        self.results.push(json!({
            "ruleId": id, "ruleIndex": index, "kind": kind, "level": level,
            "message": { "text": said }, "locations": [location], "partialFingerprints": { "claim/v1": fingerprint },
        }));
    }

    /// A claim without hints is still something to check.
    fn claim(&mut self, row: &Row<'_>, location: &Value) {
        let text = "A claim to check";
        let index = self.rule(NO_HINT, || json!({ "id": NO_HINT, "shortDescription": { "text": text } }));
        let said = format!("{text}: \"{}\" ({})", printable(&row.claim.text), row.claim.kind.name());
        self.results.push(json!({
            "ruleId": NO_HINT, "ruleIndex": index, "kind": "fail", "level": "note", "rank": row.claim.worth * 100.0,
            "message": { "text": said }, "locations": [location], "partialFingerprints": { "claim/v1": row.claim.id },
        }));
    }

    /// The place of a rule in the list.
    fn rule(&mut self, id: &str, make: impl FnOnce() -> Value) -> usize {
        if let Some(&place) = self.places.get(id) {
            return place;
        }
        self.rules.push(make());
        self.places.insert(id.to_owned(), self.rules.len() - 1);
        self.rules.len() - 1
    }
}

/// The rule or check that gives a hint. What a hint says differs from claim to claim; how to check it, and where, does not.
fn rule(id: &str, hint: &Hint) -> Value {
    let mut help = hint.how.as_deref().map(printable).into_iter().collect::<Vec<_>>();
    help.extend(hint.sources.iter().map(|source| match &source.url {
        Some(url) => printable(&format!("{}: {url}", source.title)),
        None => printable(&source.title),
    }));
    let mut rule = json!({
        "id": id,
        "defaultConfiguration": { "level": level(hint.priority) },
        "properties": { "priority": hint.priority.name(), "tags": hint.tags },
    });
    if !help.is_empty() {
        rule["help"] = json!({ "text": help.join("\n") });
    }
    if let Some(url) = hint.sources.iter().find_map(|source| source.url.as_ref()) {
        rule["helpUri"] = json!(url);
    }
    rule
}

/// An article is not broken because it has something to check: no priority is an error.
fn level(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "warning",
        Priority::Medium | Priority::Low => "note",
    }
}

fn location(document: &DocumentEntry, claim: &ClaimEntry) -> Value {
    let mut region = json!({
        "startLine": claim.line, "startColumn": claim.column, "snippet": { "text": claim.text },
    });
    let last = claim.text.rsplit('\n').next().unwrap_or_default().chars().count();
    let breaks = claim.text.matches('\n').count();
    if breaks == 0 {
        region["endColumn"] = json!(claim.column as usize + last);
    } else {
        region["endLine"] = json!(claim.line as usize + breaks);
        region["endColumn"] = json!(last + 1);
    }
    json!({ "physicalLocation": { "artifactLocation": artifact(&document.path), "region": region } })
}

/// A file as a URI reference (RFC 3986).
fn artifact(path: &str) -> Value {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            byte => uri += &format!("%{byte:02X}"),
        }
    }
    match path {
        "-" => json!({ "description": { "text": "standard input" }, "uri": "standard-input" }),
        _ if uri.starts_with('/') => json!({ "uri": format!("file://{uri}") }),
        _ => json!({ "uri": uri }),
    }
}

fn notification(problem: &Problem) -> Value {
    let mut place = json!({ "artifactLocation": artifact(&problem.path) });
    if let Some(line) = problem.line {
        place["region"] = json!({ "startLine": line });
        if let Some(column) = problem.column {
            place["region"]["startColumn"] = json!(column);
        }
    }
    json!({
        "level": "error", "message": { "text": problem.message }, "locations": [{ "physicalLocation": place }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_end_behind_the_last_word() {
        let region = |text: &str| {
            let claim = json!({
                "id": "k1", "kind": "quantity", "text": text, "start": 0, "end": 0, "line": 3, "column": 5, "sentence": 0, "worth": 0.5,
                "speaker": null, "facts": {}, "hints": [],
            });
            let document =
                json!({ "path": "a.txt", "title": null, "date": null, "sentences": [], "claims": [claim] });
            let document: DocumentEntry = serde_json::from_value(document).unwrap();
            location(&document, &document.claims[0])["physicalLocation"]["region"].clone()
        };
        let one = json!({ "startLine": 3, "startColumn": 5, "endColumn": 8, "snippet": { "text": "£2m" } });
        assert_eq!(region("£2m"), one);
        let two = json!({ "startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 5, "snippet": { "text": "£2m\nover" } });
        assert_eq!(region("£2m\nover"), two);
    }

    #[test]
    fn paths_are_uri_references() {
        assert_eq!(artifact("drafts/é 1.txt")["uri"], "drafts/%C3%A9%201.txt");
        assert_eq!(artifact("/srv/a:b.txt")["uri"], "file:///srv/a%3Ab.txt");
        assert_eq!(artifact("drafts\\a.txt")["uri"], "drafts/a.txt");
    }
}
