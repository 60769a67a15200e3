//! How the tests of the checks are written: a sentence, whether its figures agree, and a part of what is said of them.

use claimlist_plugin::Finding;

use crate::line::{Found, Line};

/// A check of one sentence.
type Check = fn(&Line<'_>, &mut Vec<Found>);

/// What a check finds last in a sentence.
pub(crate) fn found(check: Check, text: &str) -> Option<Found> {
    let mut into = Vec::new();
    check(&Line::read(text), &mut into);
    into.pop()
}

/// Holds what a check finds in each sentence against what it should.
pub(crate) fn hold(check: Check, cases: &[(&str, Finding, &str)]) {
    for (text, finding, says) in cases {
        let found = found(check, text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(found.finding, *finding, "{text}: {}", found.text);
        assert!(found.text.contains(says), "{text}: {}", found.text);
    }
}
