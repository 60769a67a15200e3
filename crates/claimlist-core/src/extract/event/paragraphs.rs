//! Events and reported claims in whole paragraphs of news, all of our own writing (`paragraphs.txt`): how many of those that
//! should be found are, and how many of those found should be.

use crate::{Checker, ClaimKind, Document};

/// The least share of the wanted claims that must be found, and of the found ones that must be wanted.
const LEAST: f64 = 0.75;

/// Claims of one kind in one paragraph, each as `kind: words`, in order.
fn found(paragraph: &str) -> Vec<String> {
    let document = Document::plain(paragraph).unwrap();
    let checked = Checker::without_rules().check(&document);
    let kinds = [ClaimKind::Event, ClaimKind::Reported];
    let claims = checked.claims.iter().filter(|claim| kinds.contains(&claim.kind));
    claims.map(|claim| format!("{}: {}", claim.kind.name(), claim.text(&document))).collect()
}

/// The paragraphs with what is wanted of each.
fn wanted() -> Vec<(String, Vec<&'static str>)> {
    let mut paragraphs: Vec<(String, Vec<&str>)> = Vec::new();
    for line in include_str!("paragraphs.txt").lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("    "), paragraphs.last_mut()) {
            (Some(claim), Some((_, claims))) => claims.push(claim),
            _ => paragraphs.push((line.to_owned(), Vec::new())),
        }
    }
    paragraphs
}

#[test]
fn events_and_reports_in_paragraphs_of_news() {
    let (mut hits, mut all_wanted, mut all_found) = (0, 0, 0);
    let mut differences = String::new();
    for (paragraph, wanted) in wanted() {
        let found = found(&paragraph);
        all_wanted += wanted.len();
        all_found += found.len();
        hits += wanted.iter().filter(|claim| found.iter().any(|other| other == *claim)).count();
        for missed in wanted.iter().filter(|claim| !found.iter().any(|other| other == *claim)) {
            differences += &format!("\n- {missed}");
        }
        for extra in found.iter().filter(|claim| !wanted.contains(&claim.as_str())) {
            differences += &format!("\n+ {extra}");
        }
    }
    let recall = hits as f64 / all_wanted as f64;
    let precision = hits as f64 / all_found as f64;
    let figures = format!("{hits} of {all_wanted} wanted, {all_found} found");
    println!("{figures}{differences}");
    assert!(recall >= LEAST && precision >= LEAST, "{figures}{differences}");
}
