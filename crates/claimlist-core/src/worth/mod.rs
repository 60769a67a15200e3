//! Check-worthiness: how much a sentence or claim deserves a check.
//!
//! A sentence's worth is a calibrated probability, from a linear [`Model`] over hashed words and what was found in the sentence,
//! trained on sentences that people judged. A claim starts from its sentence's log-odds; terms of its kind, its facts, what
//! rules and plugins found, and what the [`Desk`] cares for are added:
//!
//! ```text
//! worth(sentence) = logistic(base + Σ weights of its features / √(number of features) + block)
//! worth(claim)    = logistic(INHERITED · log-odds of its sentence + kind + facts + findings + desk)
//! ```
//!
//! Each is a sum of terms that can be named: [`Ranker::reasons`] tells them in words.

mod claim;
mod desk;
mod features;
mod model;
mod reasons;

pub use desk::Desk;
pub use features::{About, Features};
pub use model::{Header, Model, ModelError, share};
pub use reasons::Reasons;

use crate::lex::Lexed;
use crate::{BlockKind, Claim, Document, Sentence};

/// How much of its sentence's log-odds a claim inherits.
const INHERITED: f64 = 0.6;

/// One reason for a worth, with its weight in log-odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What speaks for or against a check, in words.
    pub reason: String,
    /// Positive where it speaks for one.
    pub weight: f64,
}

impl Term {
    fn new(reason: impl Into<String>, weight: f64) -> Self {
        Self { reason: reason.into(), weight }
    }
}

/// Ranks sentences and claims by their worth.
#[derive(Clone, Debug, Default)]
pub struct Ranker {
    model: Model,
    desk: Desk,
}

impl Ranker {
    /// A ranker with a model of one's own.
    #[must_use]
    pub fn new(model: Model, desk: Desk) -> Self {
        Self { model, desk }
    }

    /// Sets each claim's worth, so far as it is known without rules and plugins, and returns each sentence's, all from 0 to
    /// 1. The claims are in the order of the text.
    #[must_use]
    pub fn rank(
        &self,
        document: &Document,
        sentences: &[Sentence],
        lexed: &Lexed,
        claims: &mut [Claim],
    ) -> Vec<f64> {
        let mut rest = claims;
        let mut features = Features::default();
        let mut worth = Vec::with_capacity(sentences.len());
        for (index, sentence) in sentences.iter().enumerate() {
            let count = rest.iter().take_while(|claim| claim.sentence as usize == index).count();
            let (own, others) = rest.split_at_mut(count);
            rest = others;
            let mut sum = self.model.sum();
            features.each(lexed.sentence(document, index), own, |feature, _| sum.add(feature));
            let block = block_term(document.blocks[sentence.block as usize].kind);
            let log_odds = sum.log_odds() + block.map_or(0.0, |(_, weight)| weight);
            for claim in own {
                claim.worth = logistic(INHERITED * log_odds + claim::own_sum(claim));
            }
            worth.push(logistic(log_odds));
        }
        worth
    }

    /// Adds to the claims' worth what rules and plugins found and what the desk cares for.
    pub fn settle(&self, document: &Document, lexed: &Lexed, claims: &mut [Claim]) {
        let indifferent = self.desk.is_indifferent();
        for claim in claims {
            if claim.hints.is_empty() && indifferent {
                continue;
            }
            let mut sum = claim::found_sum(claim);
            if !indifferent {
                let words = lexed.sentence(document, claim.sentence as usize);
                sum = self.desk.terms(claim, words).iter().fold(sum, |sum, term| sum + term.weight);
            }
            claim.worth = logistic(log_odds(claim.worth) + sum);
        }
    }
}

/// What the place of a sentence says of its worth. The texts that the model was trained on have no headlines.
fn block_term(block: BlockKind) -> Option<(&'static str, f64)> {
    match block {
        BlockKind::Title => Some(("it is the title", 0.6)),
        BlockKind::Caption => Some(("it is a caption", -0.3)),
        _ => None,
    }
}

/// The logistic function: log-odds to 0..1.
#[must_use]
pub fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The log-odds of a worth; finite for 0 and 1 too.
fn log_odds(worth: f64) -> f64 {
    let worth = worth.clamp(1e-9, 1.0 - 1e-9);
    (worth / (1.0 - worth)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, ClaimKind, Finding, Hint, Priority};

    fn checked(text: &str) -> (Document, crate::Checked) {
        let document = Document::plain(text).unwrap();
        let checked = Checker::without_rules().check(&document);
        (document, checked)
    }

    fn worth(text: &str) -> f64 {
        checked(text).1.worth[0]
    }

    fn hint(finding: Option<Finding>, priority: Priority) -> Hint {
        Hint {
            from: "plugin sums".into(),
            priority,
            text: "Check it.".to_owned(),
            how: None,
            sources: [].into(),
            tags: ["money".to_owned()].into(),
            finding,
        }
    }

    #[test]
    fn what_can_be_looked_up_is_worth_more_than_a_wish() {
        let wish = worth("I hope we will all try to do better.");
        let figure = worth("Unemployment fell by 2.5 million between 1993 and 1999.");
        assert!(wish < 0.1 && figure > 0.7, "{wish} {figure}");
    }

    #[test]
    fn the_terms_add_up_to_the_worth() {
        let (document, mut checked) =
            checked("The mayor said on Monday that 40 shops had closed because of the flood.");
        let ranker = Ranker::new(Model::shipped(), Desk::default().with_kind(ClaimKind::Time, -1.0));
        checked.claims[0].hints.push(hint(None, Priority::High));
        ranker.settle(&document, &checked.lexed, &mut checked.claims);
        assert!(checked.claims.len() > 2);
        let sum = |terms: &[Term]| terms.iter().map(|term| term.weight).sum::<f64>();
        for (at, claim) in checked.claims.iter().enumerate() {
            let reasons = ranker.reasons(&document, &checked, at).unwrap();
            assert!((logistic(sum(&reasons.sentence)) - checked.worth[0]).abs() < 1e-6);
            let total = reasons.inherited * sum(&reasons.sentence) + sum(&reasons.claim);
            assert!((logistic(total) - claim.worth).abs() < 1e-6, "{reasons:?}");
        }
    }

    #[test]
    fn a_contradiction_comes_before_everything_else() {
        let (document, mut checked) =
            checked("Taxes rose by 90% to $2.5 billion, the largest rise since 1990. It rained on Monday.");
        let last = checked.claims.len() - 1;
        checked.claims[last].hints.push(hint(Some(Finding::Conflicts), Priority::Low));
        checked.claims[0].hints.push(hint(None, Priority::High));
        Ranker::default().settle(&document, &checked.lexed, &mut checked.claims);
        let highest = checked.claims.iter().map(|claim| claim.worth).fold(0.0, f64::max);
        assert_eq!(checked.claims[last].worth, highest);
    }

    #[test]
    fn a_desk_moves_kinds_tags_and_phrases() {
        let (document, before) = checked("The council tax rose by 4%.");
        let mut tagged = before.claims.clone();
        tagged.iter_mut().for_each(|claim| claim.hints.push(hint(None, Priority::Low)));
        for (desk, moved) in [
            (Desk::default().with_kind(ClaimKind::Quantity, 1.0), true),
            (Desk::default().with_kind(ClaimKind::Quote, 1.0), false),
            (Desk::default().with_tag("money", 1.0), true),
            (Desk::default().with_tag("sport", 1.0), false),
            (Desk::default().with_phrase("Council  Tax", 1.0), true),
            (Desk::default().with_phrase("council taxes", 1.0), false),
        ] {
            let mut claims = tagged.clone();
            let ranker = Ranker::new(Model::shipped(), desk.clone());
            ranker.settle(&document, &before.lexed, &mut claims);
            let quantity = claims.iter().position(|claim| claim.kind == ClaimKind::Quantity).unwrap();
            let way = log_odds(claims[quantity].worth) - log_odds(before.claims[quantity].worth);
            assert!((way - f64::from(u8::from(moved))).abs() < 1e-6, "{desk:?} {way}");
        }
    }

    #[test]
    fn a_text_without_words_has_a_worth_too() {
        assert!(worth("?!").is_finite());
    }
}
