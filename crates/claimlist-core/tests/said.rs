//! Who said what, and who holds which office, in whole paragraphs of news, all of our own writing: every claim of the kinds
//! quote, reported and role with its speaker, and nothing of these kinds beside it.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_core::{Checker, ClaimKind, Document};

/// The claims of the three kinds in a paragraph, each as `kind: words | speaker`.
fn claims(paragraph: &str) -> Vec<String> {
    let kinds = [ClaimKind::Quote, ClaimKind::Reported, ClaimKind::Role];
    let document = Document::plain(paragraph).unwrap();
    let checked = Checker::without_rules().check(&document);
    let claims = checked.claims.iter().filter(|claim| kinds.contains(&claim.kind));
    let mut lines: Vec<String> = claims
        .map(|claim| {
            let words = format!("{}: {}", claim.kind.name(), claim.text(&document));
            let speaker = claim.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
            if claim.kind == ClaimKind::Role { words } else { format!("{words} | {speaker}") }
        })
        .map(|line| line.trim_end().to_owned())
        .collect();
    lines.sort();
    lines
}

#[test]
fn paragraphs() {
    let mut wrong = Vec::new();
    for block in include_str!("said.txt").split("\n\n") {
        let mut lines = block.lines();
        let paragraph = lines.next().unwrap();
        let mut wanted: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
        wanted.sort();
        let got = claims(paragraph);
        let missing =
            wanted.iter().filter(|line| !got.contains(line)).map(|line| format!("  missing {line}"));
        let extra = got.iter().filter(|line| !wanted.contains(line)).map(|line| format!("  extra   {line}"));
        wrong.extend(missing.chain(extra));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
