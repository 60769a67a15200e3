//! What of a claim itself speaks for or against its check: its kind, its facts, and what rules and plugins found.
//!
//! These weights are set by hand, after what newsroom accuracy checklists put first: figures, names, quotations, superlatives.

use super::Term;
use crate::{Claim, ClaimKind, Finding, Priority, Slot};

/// Log-odds of a claim that a plugin found to be contradicted: more than all other terms make together, from the
/// lowest sentence to the highest, so that it comes before whatever is not.
const CONFLICT: f64 = 16.0;

/// The sum of the terms of a claim's own kind and facts.
pub(super) fn own_sum(claim: &Claim) -> f64 {
    let mut sum = 0.0;
    each_own(claim, |_, weight| sum += weight);
    sum
}

/// The terms of a claim's own kind and facts.
pub(super) fn own_terms(claim: &Claim) -> Vec<Term> {
    let mut terms = Vec::new();
    each_own(claim, |reason, weight| terms.push(Term::new(reason, weight)));
    terms
}

fn each_own(claim: &Claim, mut term: impl FnMut(&'static str, f64)) {
    let (reason, weight) = kind_term(claim.kind);
    term(reason, weight);
    let mut add = |holds: bool, reason, weight| {
        if holds {
            term(reason, weight);
        }
    };
    let facts = &claim.facts;
    let unit = facts.text(Slot::Unit);
    match claim.kind {
        ClaimKind::Quantity => {
            let counted = unit == Some("count");
            add(unit.is_some() && !counted, "its figure has a unit", 0.3);
            add(
                facts.get(Slot::Of).is_some() || facts.get(Slot::Per).is_some(),
                "it is a share or a rate",
                0.3,
            );
            add(facts.get(Slot::Change).is_some(), "it is a change", 0.3);
            let small = facts.number(Slot::Value).is_some_and(|value| value.abs() < 4.0);
            add(counted && small, "it counts a few things", -0.8);
        }
        ClaimKind::Time => {
            let shift = matches!(facts.text(Slot::Relation), Some("ahead-of" | "behind"));
            add(shift, "it tells of a deadline that moved", 1.5);
            let dated = facts.get(Slot::When).or(facts.get(Slot::From)).is_some();
            add(dated, "it can be dated", 0.2);
        }
        ClaimKind::Comparison => {
            let strong = matches!(facts.text(Slot::Degree), Some("superlative" | "first" | "record"));
            add(strong, "one counter-example would break it", 0.4);
        }
        ClaimKind::Reported => {
            add(facts.get(Slot::Sourced).is_some() && !facts.flag(Slot::Sourced), "nobody is named", 0.4);
            let accuses = matches!(facts.text(Slot::Stance), Some("claims" | "denies"));
            add(accuses, "it is disputed", 0.3);
        }
        ClaimKind::Quote => add(facts.flag(Slot::Fragment), "it is a part of a sentence", -0.2),
        _ => {}
    }
    add(claim.quoted, "the words are a speaker's", -0.3);
}

/// What the kind of a claim says of its worth.
fn kind_term(kind: ClaimKind) -> (&'static str, f64) {
    match kind {
        ClaimKind::Quantity => ("figures are wrong most often", 0.4),
        ClaimKind::Comparison => ("rankings need a source", 0.4),
        ClaimKind::Absence => ("one counter-example breaks it", 0.1),
        ClaimKind::Quote => ("words must be as they were said", 0.0),
        ClaimKind::Role => ("names and offices are quickly checked", -0.2),
        ClaimKind::Reported => ("somebody must have said so", -0.1),
        ClaimKind::Event => ("it can be looked up", -0.2),
        ClaimKind::Causal => ("causes are hard to show", -0.5),
        ClaimKind::Forecast => ("what is to come cannot be checked yet", -0.6),
        ClaimKind::Time => ("times are quickly checked", -0.8),
    }
}

/// The sum of the terms of what rules and plugins found.
pub(super) fn found_sum(claim: &Claim) -> f64 {
    let mut sum = 0.0;
    each_found(claim, |_, weight| sum += weight);
    sum
}

/// The terms of what rules and plugins found.
pub(super) fn found_terms(claim: &Claim) -> Vec<Term> {
    let mut terms = Vec::new();
    each_found(claim, |reason, weight| terms.push(Term::new(reason, weight)));
    terms
}

fn each_found(claim: &Claim, mut term: impl FnMut(&'static str, f64)) {
    let found = |finding| claim.hints.iter().any(|hint| hint.finding == Some(finding));
    if found(Finding::Conflicts) {
        term("a plugin found that it contradicts the article's other figures or itself", CONFLICT);
    } else if found(Finding::Agrees) {
        term("a plugin found that it agrees with the article's other figures", -0.5);
    }
    match claim.hints.iter().map(|hint| hint.priority).max() {
        Some(Priority::High) => term("a rule calls its check urgent", 0.5),
        Some(Priority::Medium) => term("a rule says how to check it", 0.2),
        Some(Priority::Low) | None => {}
    }
}
