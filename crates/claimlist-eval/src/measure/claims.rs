//! Claims of the ten kinds, their speakers, and the order of sentences by worth.

use std::path::Path;

use claimlist_core::{Checked, Checker, Claim, ClaimKind, Document, Span};

use crate::gold::{self, Annotation, ClaimSentence};
use crate::matching::{average_precision, matched};
use crate::run::{Items, Measure};

pub(super) fn measure(checker: &Checker, folder: &Path) -> anyhow::Result<Vec<Measure>> {
    let mut articles = Vec::new();
    for article in gold::articles(folder)? {
        let (document, checked) = super::check(checker, &article)?;
        articles.push((article.id.clone(), article.claim_sentences()?, document, checked));
    }
    if articles.is_empty() {
        return Ok(Vec::new());
    }
    let (mut labels, mut scores, mut speakers) = (Vec::new(), Vec::new(), Items::default());
    for (id, sentences, _, checked) in &articles {
        add_speakers(id, sentences, &checked.claims, &mut speakers);
        for sentence in sentences {
            labels.push(sentence.worth == 2);
            scores.push(worth_at(checked, Span::new(sentence.start, sentence.end)));
        }
    }
    let mut measures: Vec<Measure> = ClaimKind::ALL
        .iter()
        .map(|&kind| {
            let mut items = Items::default();
            for (id, sentences, document, checked) in &articles {
                add_kind(id, sentences, document, &checked.claims, kind, &mut items);
            }
            Measure::f1(format!("claims/{}", kind.name()), "F1 at IoU 0.5", items)
        })
        .collect();
    measures.push(Measure::share("claims/speaker".to_owned(), "speakers right", speakers));
    let positive = labels.iter().filter(|label| **label).count();
    let order = average_precision(&labels, &scores);
    let unit = format!("average precision (at random {:.3})", positive as f64 / labels.len().max(1) as f64);
    measures.push(Measure::figure("claims/worth order".to_owned(), &unit, order, positive));
    Ok(measures)
}

fn add_kind(
    id: &str,
    sentences: &[ClaimSentence],
    document: &Document,
    claims: &[Claim],
    kind: ClaimKind,
    items: &mut Items,
) {
    let gold: Vec<&Annotation> =
        sentences.iter().flat_map(|s| &s.claims).filter(|c| c.kind == kind.name()).collect();
    let found: Vec<Span> = claims.iter().filter(|claim| claim.kind == kind).map(|claim| claim.span).collect();
    let spans: Vec<Span> = gold.iter().map(|claim| claim.span()).collect();
    let pairs = matched(&spans, &found, 0.5);
    for (claim, &right) in gold.iter().zip(&pairs.gold) {
        items.gold(right, super::item(id, claim.span(), &claim.text));
    }
    for (span, _) in found.iter().zip(&pairs.found).filter(|(_, right)| !**right) {
        items.extra.insert(super::item(id, *span, span.of(document.text())));
    }
}

/// A speaker is right where a claim of the kind overlaps and one of the two names holds the other.
fn add_speakers(id: &str, sentences: &[ClaimSentence], claims: &[Claim], items: &mut Items) {
    for gold in sentences.iter().flat_map(|sentence| &sentence.claims) {
        let Some(speaker) =
            gold.speaker.as_deref().filter(|_| matches!(gold.kind.as_str(), "quote" | "reported"))
        else {
            continue;
        };
        let right = claims.iter().any(|claim| {
            claim.kind.name() == gold.kind
                && claim.span.overlaps(gold.span())
                && claim
                    .speaker
                    .as_ref()
                    .is_some_and(|s| s.text.contains(speaker) || speaker.contains(&s.text))
        });
        items.gold(right, format!("{} = {speaker}", super::item(id, gold.span(), &gold.text)));
    }
}

/// The highest worth of the sentences that touch a span.
fn worth_at(checked: &Checked, span: Span) -> f64 {
    let sentences = checked.sentences.iter().zip(&checked.worth);
    sentences.filter(|(s, _)| s.span.overlaps(span)).map(|(_, &worth)| worth).fold(0.0, f64::max)
}
