//! What holds for every file, whatever is in it.

#![allow(clippy::unwrap_used)]

use claimlist_input::{read, text};
use proptest::prelude::*;
use proptest::sample::select;

const LINES: &[&str] = &[
    "",
    " ",
    "A title",
    "It rained.",
    "ADA ROE: Why?",
    "BO AMES: Because.",
    "- bread",
    "• tea",
    "1. one",
    "2. two",
    "(a) x",
    "Photo: the bridge",
    "a line of some length that goes on without a mark, as lines that were wrapped do ",
    "and so on.",
    "    indented",
    "\u{feff}",
    "中文。",
    "By Ada Roe",
    "…",
    "\u{a0}",
    "x: y",
    ":",
    "()",
    "Q: ",
    "é",
];

const ENDS: &[&str] = &["\n", "\n", "\n\n", "\r\n", "\r", "\x0C"];

/// First bytes that decide how the rest is read.
const STARTS: &[&[u8]] = &[b"", b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF", b"PK\x03\x04", b"RIFF", b"a\0b\0"];

fn lines() -> impl Strategy<Value = String> {
    proptest::collection::vec((select(LINES), select(ENDS)), 0..20)
        .prop_map(|lines| lines.iter().flat_map(|(line, end)| [*line, *end]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_hold_all_text_in_order(text in prop_oneof![lines(), any::<String>()]) {
        let document = text::read(text.clone()).unwrap();
        prop_assert_eq!(document.text(), &text);
        let mut end = 0;
        for block in &document.blocks {
            let gap = text.get(end..block.span.start as usize).unwrap();
            prop_assert!(gap.trim_start_matches('\u{feff}').trim().is_empty(), "{:?} is in no block", gap);
            prop_assert!(!block.span.is_empty());
            let words = block.span.of(&text);
            prop_assert_eq!(words, words.trim());
            end = block.span.end as usize;
        }
        let rest = text[end..].trim_start_matches('\u{feff}').trim();
        prop_assert_eq!(rest, "");
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>(), start in select(STARTS)) {
        if let Err(error) = read([start, bytes.as_slice()].concat()) {
            prop_assert!(!error.to_string().is_empty());
        }
    }
}
