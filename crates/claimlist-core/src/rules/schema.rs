//! The JSON Schema of packs, by which editors complete and check them, made from the tables of the language.

use serde_json::{Map, Value, json};

use super::vocabulary::{
    EXAMPLE, FILE, Key, LISTED, NEAR, NUMBER, PACK, RULE, SCOPE, SOURCE, Takes, UNITS, WITH, condition,
    values,
};
use crate::Slot;

/// The schema, as the text of a JSON file.
#[must_use]
pub fn schema() -> String {
    let with: Vec<Key> = WITH.iter().chain(condition()).copied().collect();
    let mut root = table(FILE);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["$id"] = json!("https://claimlist.dev/schema/rules-1.json");
    root["title"] = json!("A claimlist rule pack");
    root["$defs"] = json!({
        "condition": filled(condition()),
        "with": filled(&with),
        "scope": filled(SCOPE),
        "near": table(NEAR),
        "bounds": filled(NUMBER),
        "rule": table(RULE),
        "source": table(SOURCE),
        "example": table(EXAMPLE),
    });
    // A map of strings to values always has a text.
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

/// A table with these keys and no others.
fn table(keys: &[Key]) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let mut value = takes(key);
        value["description"] = json!(sentence(key.meaning));
        properties.insert(key.name.to_owned(), value);
    }
    let required: Vec<_> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

/// A table with at least one of these keys.
fn filled(keys: &[Key]) -> Value {
    let mut table = table(keys);
    table["minProperties"] = json!(1);
    table
}

/// With a capital and a period.
fn sentence(meaning: &str) -> String {
    let mut letters = meaning.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}{}", letters.as_str(), if meaning.ends_with('.') { "" } else { "." })
}

/// What a key takes.
fn takes(key: &Key) -> Value {
    let text = json!({ "type": "string", "pattern": "\\S" });
    let id = json!({ "type": "string", "pattern": "^[a-z0-9-]+$" });
    let flag = json!({ "type": "boolean" });
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let list_of = |items: Value| json!({ "type": "array", "items": items, "minItems": 1 });
    let several = |item: Value| json!({ "anyOf": [item, list_of(item.clone())] });
    match key.takes {
        Takes::Id => id,
        Takes::Text | Takes::Line | Takes::Template => text,
        Takes::Address => json!({ "type": "string", "format": "uri", "pattern": "^https?://" }),
        Takes::Version => json!({ "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$" }),
        Takes::Name(names) => json!({ "enum": names }),
        Takes::Names(names) => several(json!({ "enum": names })),
        Takes::Ids => several(id),
        Takes::Texts | Takes::Phrases => several(text),
        Takes::Patterns => several(json!({ "type": "string", "format": "regex" })),
        Takes::Regions => several(json!({ "type": "string", "pattern": "^([a-z]{2}|international)$" })),
        Takes::Flag => flag,
        Takes::Count => json!({ "type": "integer", "minimum": 1 }),
        Takes::Bound => json!({ "type": "number" }),
        Takes::Number => {
            json!({ "anyOf": [several(json!({ "type": "number" })), flag, reference("bounds")] })
        }
        Takes::Fact => json!({ "anyOf": [flag, several(fact_text(key.name))] }),
        Takes::FactOrScope => json!({ "anyOf": [flag, several(text), reference("scope")] }),
        Takes::Condition => reference("condition"),
        Takes::Conditions => list_of(reference("condition")),
        Takes::Scope => reference("scope"),
        Takes::Near => reference("near"),
        Takes::With => reference("with"),
        Takes::Examples => several(json!({ "anyOf": [text, reference("example")] })),
        Takes::Pack => table(PACK),
        Takes::Sources => json!({ "type": "object", "additionalProperties": reference("source") }),
        Takes::Lists => json!({ "type": "object", "additionalProperties": several(text) }),
        Takes::Rules => json!({ "type": "array", "items": reference("rule") }),
    }
}

/// A value of a fact: one of the known ones where all are known, and `@list`.
fn fact_text(name: &str) -> Value {
    let list = json!({ "type": "string", "pattern": LISTED });
    match Slot::named(name) {
        Some(slot) if !values(slot).is_empty() => json!({ "anyOf": [{ "enum": values(slot) }, list] }),
        Some(Slot::Unit) => json!({ "type": "string", "examples": UNITS }),
        _ => json!({ "type": "string", "pattern": "\\S" }),
    }
}
