//! The bytes of a file, through the reader and every stage.

#![no_main]

use claimlist_core::checklist::DocumentEntry;
use claimlist_core::{Checker, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = claimlist_input::read(bytes.to_vec()) else { return };
    let checked = Checker::without_rules().check(&document);
    let text = document.text();
    let sound = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?}");
    checked.sentences.iter().for_each(|sentence| sound(sentence.span));
    checked.mentions.iter().for_each(|mention| sound(mention.span));
    for claim in &checked.claims {
        sound(claim.span);
        assert!(checked.sentences[claim.sentence as usize].span.contains(claim.span));
    }
    let _ = DocumentEntry::new("-", &document, checked, true);
});
