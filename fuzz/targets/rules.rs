//! A rule pack: it loads or is refused with reasons, and what loads can be applied.

#![no_main]

use claimlist_core::rules::RuleSet;
use claimlist_core::{Checker, Document};
use libfuzzer_sys::fuzz_target;

const ARTICLE: &str = "Mayor Ada Roe said on Monday that 12% of jobs, the most since 2009, were lost because of the flood.";

fuzz_target!(|pack: &str| {
    match RuleSet::loader().text("pack.toml", pack).finish() {
        Ok(rules) => {
            let document = Document::plain(ARTICLE).expect("the article is short");
            let _ = Checker::new(rules).check(&document);
        }
        Err(errors) => assert!(!errors.to_string().is_empty()),
    }
});
