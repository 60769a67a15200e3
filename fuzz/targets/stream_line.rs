//! A line of `claimlist stream`, on the same way as there: JSON, the text and its date, every stage, JSON.

#![no_main]

use claimlist_core::Checker;
use claimlist_core::checklist::DocumentEntry;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|line: &[u8]| {
    let Ok(line) = serde_json::from_slice::<Value>(line) else { return };
    let Some(text) = line["text"].as_str() else { return };
    let Ok(document) = claimlist_input::text::read(text.to_owned()) else { return };
    let document = document.dated(line["date"].as_str().and_then(|date| date.parse().ok()));
    let entry = DocumentEntry::new("-", &document, Checker::without_rules().check(&document), true);
    let json = serde_json::to_string(&entry).expect("a checklist can be written");
    let read: DocumentEntry = serde_json::from_str(&json).expect("what was written can be read");
    assert_eq!(serde_json::to_string(&read).expect("a checklist can be written"), json);
});
