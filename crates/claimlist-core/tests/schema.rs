//! The JSON Schema of checklists, `docs/claimlist-1.schema.json`, is current, and what the library prints is valid by it.
//!
//! `SNAPSHOTS=overwrite cargo test -p claimlist-core --test schema` makes it again.

#![allow(clippy::unwrap_used)]

use claimlist_core::checklist::{Checklist, DocumentEntry, Problem, SCHEMA, Status};
use claimlist_core::{
    BlockKind, Checker, ClaimKind, Document, Facts, Finding, Hint, Priority, Slot, SlotType, Source,
};
use serde_json::{Value, json};

/// An object all of whose keys are known; `optional` ones may be missing.
fn object(properties: Value, optional: &[&str]) -> Value {
    let keys = properties.as_object().unwrap().keys();
    let required: Vec<&String> = keys.filter(|key| !optional.contains(&key.as_str())).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn facts() -> Value {
    let mut properties = serde_json::Map::new();
    for slot in Slot::ALL {
        let value_type = match slot.slot_type() {
            SlotType::Number => "number",
            SlotType::Text | SlotType::Iso => "string",
            SlotType::Flag => "boolean",
        };
        properties
            .insert(slot.name().to_owned(), json!({ "type": value_type, "description": slot.meaning() }));
    }
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn schema() -> Value {
    let offset = json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX });
    let from_one = json!({ "type": "integer", "minimum": 1 });
    let worth = json!({ "type": "number", "minimum": 0, "maximum": 1 });
    let text = json!({ "type": "string" });
    let text_or_null = json!({ "type": ["string", "null"] });
    let list = |of: &str| json!({ "type": "array", "items": { "$ref": format!("#/$defs/{of}") } });
    let kinds: Vec<&str> = ClaimKind::ALL.iter().map(|kind| kind.name()).collect();
    let blocks: Vec<&str> = BlockKind::ALL.iter().map(|kind| kind.name()).collect();
    let mut root = object(
        json!({
            "schema": { "const": SCHEMA },
            "tool": object(json!({ "name": text, "version": text }), &[]),
            "documents": list("document"),
            "problems": list("problem"),
        }),
        &[],
    );
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("A claimlist checklist");
    root["$defs"] = json!({
        "document": object(json!({
            "path": text, "title": text_or_null, "date": text_or_null, "byline": text,
            "text": text, "blocks": list("block"),
            "sentences": list("sentence"), "claims": list("claim"), "hints": list("hint"),
            "mentions": list("mention"),
        }), &["byline", "text", "blocks", "hints", "mentions"]),
        "block": object(json!({ "kind": { "enum": blocks }, "start": offset, "end": offset }), &[]),
        "sentence": object(json!({ "start": offset, "end": offset, "worth": worth, "block": { "enum": blocks } }), &[]),
        "claim": object(json!({
            "id": { "type": "string", "pattern": "^[0-9a-z]{8}$" }, "kind": { "enum": kinds }, "text": text,
            "start": offset, "end": offset, "line": from_one, "column": from_one, "place": text,
            "sentence": offset, "worth": worth, "speaker": text_or_null, "quoted": { "type": "boolean" }, "facts": { "$ref": "#/$defs/facts" },
            "hints": list("hint"), "status": { "enum": ["open", "right", "wrong", "unclear"] },
            "marked": text, "note": text, "evidence": list("source"),
        }), &["place", "quoted", "marked", "note", "evidence"]),
        "hint": object(json!({
            "from": text, "priority": { "enum": ["low", "medium", "high"] }, "text": text, "how": text,
            "sources": list("source"), "tags": { "type": "array", "items": text }, "finding": { "enum": ["agrees", "conflicts", null] },
        }), &["how", "tags"]),
        "source": object(json!({ "title": text, "url": text }), &["url"]),
        "mention": object(json!({
            "kind": { "enum": ["number", "quantity", "time", "quote", "name"] }, "start": offset, "end": offset,
            "facts": { "$ref": "#/$defs/facts" },
        }), &[]),
        "problem": object(json!({ "path": text, "message": text, "line": from_one, "column": from_one }), &["line", "column"]),
        "facts": facts(),
    });
    root
}

/// A checklist with every optional part present and absent.
fn sample() -> Checklist {
    let text =
        "Prime Minister Ann Lee said on Monday that 12% of \"safe\" jobs were lost because of the flood.";
    let document = Document::plain(text).unwrap().dated(Some("2025-02-27".parse().unwrap()));
    let mut checked = Checker::without_rules().check(&document);
    for claim in &mut checked.claims {
        claim.hints.push(Hint {
            from: "rule test/any".into(),
            priority: Priority::High,
            text: "Check it.".to_owned(),
            how: Some("With care.".into()),
            sources: [Source { title: "A register".to_owned(), url: Some("https://example.org".to_owned()) }]
                .into(),
            tags: ["jobs".to_owned()].into(),
            finding: Some(Finding::Agrees),
        });
    }
    checked.hints.extend(checked.claims[0].hints.first().cloned());
    let mut checklist = Checklist::new("0.0.0");
    checklist.documents.push(DocumentEntry::new("a.txt", &document, checked, true));
    let claim = &mut checklist.documents[0].claims[0];
    (claim.status, claim.note) = (Status::Wrong, Some("It was 11%.".to_owned()));
    claim.marked = Some("2026-01-15T09:30:00Z".to_owned());
    claim.evidence.push(Source { title: "The survey".to_owned(), url: None });
    checklist.problems.push(Problem {
        path: "b".to_owned(),
        message: "m".to_owned(),
        line: None,
        column: Some(1),
    });
    checklist
}

#[test]
fn the_schema_is_current() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/claimlist-1.schema.json");
    let wanted = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found.replace("\r\n", "\n") == wanted,
        "docs/claimlist-1.schema.json is stale: see the top of this test"
    );
}

#[test]
fn a_checklist_is_valid_and_a_misspelt_one_is_not() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut json = serde_json::to_value(sample()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    json["documents"][0]["titel"] = json!("x");
    assert!(!validator.is_valid(&json));
}

#[test]
fn a_checklist_survives_the_way_through_json() {
    let checklist = sample();
    let json = serde_json::to_string(&checklist).unwrap();
    assert_eq!(serde_json::from_str::<Checklist>(&json).unwrap(), checklist);
    assert_eq!(Facts::new(), serde_json::from_str::<Facts>("{}").unwrap());
}
