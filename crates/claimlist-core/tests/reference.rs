//! The pages of `docs/` that are made from tables in the code are current.
//!
//! `SNAPSHOTS=overwrite cargo test -p claimlist-core --test reference` makes them again.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use claimlist_core::rules::{Rule, RuleSet};
use claimlist_core::{BlockKind, ClaimKind, Slot, SlotType};

/// Compares a page with what it should hold, or writes it.
fn is_current(page: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(page);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found.replace("\r\n", "\n") == wanted, "docs/{page} is stale: see the top of this test");
}

fn type_name(slot_type: SlotType) -> &'static str {
    match slot_type {
        SlotType::Number => "number",
        SlotType::Text => "text",
        SlotType::Iso => "ISO 8601",
        SlotType::Flag => "true or false",
    }
}

#[test]
fn the_page_of_kinds_and_facts_is_current() {
    let mut page = String::from("# Kinds of claims and their facts\n\n");
    page.push_str("Made from the tables in `claimlist-core`; do not edit. Rules test these names, templates fill them in, and\n");
    page.push_str("JSON prints them.\n\n## Kinds\n\n| kind | what it is |\n|---|---|\n");
    for kind in ClaimKind::ALL {
        let _ = writeln!(page, "| `{}` | {} |", kind.name(), kind.meaning());
    }
    page.push_str("\n## Facts\n\n| fact | type | kinds | what it says |\n|---|---|---|---|\n");
    for slot in Slot::ALL {
        let kinds = slot.kinds().join(", ");
        let _ = writeln!(
            page,
            "| `{}` | {} | {kinds} | {} |",
            slot.name(),
            type_name(slot.slot_type()),
            slot.meaning()
        );
    }
    page.push_str("\n## Blocks\n\n");
    page.push_str("A claim stands in a block of its article: ");
    let blocks: Vec<String> = BlockKind::ALL.iter().map(|kind| format!("`{}`", kind.name())).collect();
    let _ = writeln!(page, "{}.", blocks.join(", "));
    is_current("facts.md", &page);
}

/// The title that a pack gives itself.
fn pack_title(text: &str) -> &str {
    let lines = text.lines().skip_while(|line| *line != "[pack]");
    lines.filter_map(|line| line.strip_prefix("title = \"")).next().unwrap_or_default().trim_end_matches('"')
}

#[test]
fn the_page_of_rule_packs_is_current() {
    let rules = RuleSet::compiled_in();
    let packs: Vec<&[Rule]> = rules.rules().chunk_by(|a, b| a.file.path == b.file.path).collect();
    let mut page = String::from("# The default rule packs\n\n");
    page.push_str("Made from `rules/`; do not edit. `claimlist rules show figures/average-kind` prints what stands here of a rule.\n\n");
    let _ = writeln!(page, "{} rules in {} packs.", rules.rules().len(), packs.len());
    for pack in packs {
        let _ = writeln!(page, "\n## {}", pack_title(&pack[0].file.text));
        for rule in pack {
            let _ = write!(page, "\n```text\n{}```\n", rule.description());
        }
    }
    is_current("rule-packs.md", &page);
}

#[test]
fn the_page_of_keys_is_current() {
    is_current("rule-keys.md", &claimlist_core::rules::reference());
}

#[test]
fn every_kind_that_a_fact_names_exists() {
    for slot in Slot::ALL {
        for kind in slot.kinds() {
            assert!(ClaimKind::named(kind).is_some(), "{}: {kind}", slot.name());
        }
        assert_eq!(Slot::named(slot.name()), Some(*slot));
    }
}
