//! Check-worthiness: how much a sentence or claim deserves a check.
//!
//! Worth is the logistic function of a sum of terms, so each term can be named and its effect told. A sentence's terms
//! are the kinds of claims found in it and its form; a claim starts from its sentence's sum and adds terms of its own kind
//! and facts. The weights were set by hand from what newsroom accuracy checklists put first (figures, names, quotations,
//! superlatives) and are not yet calibrated: they order claims, they are no probabilities.

use crate::lex::{Lexed, Words};
use crate::{BlockKind, Checked, Claim, ClaimKind, Document, Sentence, Slot};

/// What a sentence starts from: with no claim in it, it is hardly worth a look.
const SENTENCE_BASE: f64 = -2.0;

/// How much of its sentence's sum a claim inherits.
const INHERITED: f64 = 0.5;

/// One reason for a worth, with its weight in log-odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// What speaks for or against a check, in words.
    pub reason: &'static str,
    /// Positive where it speaks for one.
    pub weight: f64,
}

/// Sets each claim's worth and returns each sentence's, all from 0 to 1. The claims are in the order of the text.
#[must_use]
pub fn rank(document: &Document, sentences: &[Sentence], lexed: &Lexed, claims: &mut [Claim]) -> Vec<f64> {
    let mut rest = claims;
    let mut worth = Vec::with_capacity(sentences.len());
    for (index, sentence) in sentences.iter().enumerate() {
        let count = rest.iter().take_while(|claim| claim.sentence as usize == index).count();
        let (own, others) = rest.split_at_mut(count);
        rest = others;
        let block = document.blocks[sentence.block as usize].kind;
        let sum = total(&sentence_terms(block, lexed.sentence(document, index), own));
        for claim in own {
            claim.worth = logistic(INHERITED * sum + total(&claim_terms(claim)));
        }
        worth.push(logistic(sum));
    }
    worth
}

/// Why a claim has its worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// What speaks for or against its sentence.
    pub sentence: Vec<Term>,
    /// The share of the sentence's sum that the claim starts from, 0 to 1.
    pub inherited: f64,
    /// What speaks for or against the claim itself.
    pub claim: Vec<Term>,
}

/// The terms that made the worth of a checked document's claim, by its place among the claims; none if there is no such claim.
#[must_use]
pub fn reasons(document: &Document, checked: &Checked, claim: usize) -> Option<Reasons> {
    let claim = checked.claims.get(claim)?;
    let index = claim.sentence as usize;
    let block = document.blocks[checked.sentences.get(index)?.block as usize].kind;
    let start = checked.claims.partition_point(|other| other.sentence < claim.sentence);
    let end = checked.claims.partition_point(|other| other.sentence <= claim.sentence);
    let words = checked.lexed.sentence(document, index);
    Some(Reasons {
        sentence: sentence_terms(block, words, &checked.claims[start..end]),
        inherited: INHERITED,
        claim: claim_terms(claim),
    })
}

/// The terms of a sentence in such a block with these words and claims.
fn sentence_terms(block: BlockKind, words: Words<'_>, claims: &[Claim]) -> Vec<Term> {
    let mut terms = vec![Term { reason: "any sentence", weight: SENTENCE_BASE }];
    let mut add = |holds: bool, reason, weight| {
        if holds {
            terms.push(Term { reason, weight });
        }
    };
    let count = |kind: ClaimKind| claims.iter().filter(|claim| claim.kind == kind).count();
    add(count(ClaimKind::Quantity) > 0, "it gives a figure", 1.2);
    add(count(ClaimKind::Quantity) > 1, "it gives several figures", 0.5);
    add(count(ClaimKind::Event) > 0, "it says that something happened", 0.9);
    add(count(ClaimKind::Reported) > 0, "it reports what somebody said", 1.0);
    add(count(ClaimKind::Quote) > 0, "it quotes somebody", 0.8);
    add(count(ClaimKind::Comparison) > 0, "it ranks or compares", 0.7);
    add(count(ClaimKind::Absence) > 0, "it says that something did not happen", 0.9);
    add(count(ClaimKind::Causal) > 0, "it names a cause", 0.5);
    add(count(ClaimKind::Role) > 0, "it gives somebody's office", 0.5);
    add(count(ClaimKind::Time) > 0, "it gives a time", 0.4);
    add(count(ClaimKind::Forecast) > 0, "it looks ahead", 0.3);
    add(block == BlockKind::Title, "it is the title", 0.6);
    add(block == BlockKind::Caption, "it is a caption", -0.3);
    add(words.word(words.len().saturating_sub(1)) == "?", "it is a question", -1.5);
    add(words.len() < 5, "it is very short", -0.5);
    terms
}

/// The terms of a claim's own kind and facts.
fn claim_terms(claim: &Claim) -> Vec<Term> {
    let mut terms = vec![kind_term(claim.kind)];
    let mut add = |holds: bool, reason, weight| {
        if holds {
            terms.push(Term { reason, weight });
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
    terms
}

/// What the kind of a claim says of its worth.
fn kind_term(kind: ClaimKind) -> Term {
    let (reason, weight) = match kind {
        ClaimKind::Quantity => ("figures are wrong most often", 0.9),
        ClaimKind::Comparison => ("rankings need a source", 0.7),
        ClaimKind::Quote => ("words must be as they were said", 0.5),
        ClaimKind::Absence => ("one counter-example breaks it", 0.4),
        ClaimKind::Role => ("names and offices must be right", 0.4),
        ClaimKind::Reported => ("somebody must have said so", 0.3),
        ClaimKind::Event => ("it can be looked up", 0.2),
        ClaimKind::Causal => ("causes are hard to show", 0.0),
        ClaimKind::Forecast => ("what is to come cannot be checked yet", -0.2),
        ClaimKind::Time => ("times are quickly checked", -0.4),
    };
    Term { reason, weight }
}

fn total(terms: &[Term]) -> f64 {
    terms.iter().map(|term| term.weight).sum()
}

/// The logistic function: log-odds to 0..1.
fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ClaimId, Facts, Span};

    fn claim(kind: ClaimKind, facts: Facts) -> Claim {
        Claim {
            id: ClaimId::new(kind, "", "", 0),
            kind,
            span: Span::new(0, 1),
            sentence: 0,
            facts,
            speaker: None,
            quoted: false,
            worth: 0.0,
            hints: Vec::new(),
            pattern: "test",
        }
    }

    fn ranked(text: &str, mut claims: Vec<Claim>) -> (Vec<f64>, Vec<f64>) {
        let document = Document::plain(text).unwrap();
        let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
        let lexed = Lexed::new(&document, &sentences, crate::lexicon::Lexicon::english());
        let worth = rank(&document, &sentences, &lexed, &mut claims);
        (worth, claims.iter().map(|claim| claim.worth).collect())
    }

    #[test]
    fn a_share_comes_before_a_small_count_and_both_before_a_time() {
        let (_, worth) = ranked(
            "Two of the firms paid 3% of sales on Monday.",
            vec![
                claim(
                    ClaimKind::Quantity,
                    Facts::new().with(Slot::Value, 3.0).with(Slot::Unit, "percent").with(Slot::Of, "sales"),
                ),
                claim(ClaimKind::Quantity, Facts::new().with(Slot::Value, 2.0).with(Slot::Unit, "count")),
                claim(ClaimKind::Time, Facts::new().with(Slot::Weekday, "monday")),
            ],
        );
        assert!(worth[0] > worth[1] && worth[1] > worth[2], "{worth:?}");
    }

    #[test]
    fn a_moved_deadline_is_worth_more_than_a_date() {
        let (_, worth) = ranked(
            "It opened in May, a year ahead of schedule.",
            vec![
                claim(ClaimKind::Time, Facts::new().with(Slot::When, "2024-05")),
                claim(
                    ClaimKind::Time,
                    Facts::new().with(Slot::Duration, "P1Y").with(Slot::Relation, "ahead-of"),
                ),
            ],
        );
        assert!(worth[1] > worth[0]);
    }

    #[test]
    fn a_question_without_claims_is_hardly_worth_a_check() {
        let (question, _) = ranked("Who would have thought so?", Vec::new());
        let (event, _) =
            ranked("The bridge fell into the river.", vec![claim(ClaimKind::Event, Facts::new())]);
        assert!(question[0] < 0.1 && event[0] > 0.2, "{question:?} {event:?}");
    }
}
