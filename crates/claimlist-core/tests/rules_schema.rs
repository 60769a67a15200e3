//! The JSON Schema of packs, `docs/rules-1.schema.json`, is current; every pack of ours and a new one is valid by it, and
//! faulty ones are not.
//!
//! `SNAPSHOTS=overwrite cargo test -p claimlist-core --test rules_schema` makes it again.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_core::rules;
use serde_json::Value;

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(&rules::schema()).unwrap()).unwrap()
}

fn json(toml: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(toml).unwrap()).unwrap()
}

#[test]
fn the_schema_is_current() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules-1.schema.json");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, rules::schema()).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found.replace("\r\n", "\n") == rules::schema(),
        "docs/rules-1.schema.json is stale: see the top of this test"
    );
}

#[test]
fn packs_are_valid() {
    let validator = validator();
    let new = rules::new_pack("my-pack");
    let packs = claimlist_rules::PACKS.iter().map(|pack| (pack.path, pack.text));
    for (name, text) in packs.chain([("new", new.as_str())]) {
        let pack = json(text);
        let errors: Vec<_> = validator.iter_errors(&pack).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn a_faulty_pack_is_not() {
    let validator = validator();
    let good = rules::new_pack("my-pack");
    for (from, to) in [
        ("priority = \"high\"", "priority = \"urgent\""),
        ("kind = \"quantity\"", "kind = \"quantiti\""),
        ("hint = ", "hnt = "),
        ("sentence.phrases", "sentence.phrase"),
        ("tags = [\"council\"]", "tags = [1]"),
        ("match = [", "match = [\"\","),
        ("title = \"Money for roads\"", ""),
    ] {
        let faulty = good.replace(from, to);
        assert_ne!(faulty, good, "{from}");
        assert!(!validator.is_valid(&json(&faulty)), "{to}");
    }
}
