//! Times: found at all, and with the right date.

use std::path::Path;

use claimlist_core::Checker;
use claimlist_core::recognize::MentionKind;
use claimlist_core::{Slot, Span};

use crate::gold::{self, Annotation};
use crate::matching::matched;
use crate::run::{Items, Measure};

pub(super) fn measure(checker: &Checker, folder: &Path) -> anyhow::Result<Vec<Measure>> {
    let mut measures = dated(checker, &folder.join("gum.jsonl"))?;
    measures.extend(spans(checker, &folder.join("recognizers.jsonl"))?);
    Ok(measures)
}

fn dated(checker: &Checker, path: &Path) -> anyhow::Result<Vec<Measure>> {
    let (mut found, mut right) = (Items::default(), Items::default());
    let texts = gold::lines(path)?;
    for text in &texts {
        let (_, checked) = super::check(checker, text)?;
        let mentions = super::mentions(&checked, MentionKind::Time);
        for annotation in &text.times {
            let span = annotation.span();
            let hits = || mentions.iter().filter(|mention| mention.span.overlaps(span));
            let name = super::item(&text.id, span, &annotation.text);
            found.gold(hits().next().is_some(), name.clone());
            if let Some(when) = &annotation.when {
                right.gold(
                    hits().any(|mention| mention.facts.text(Slot::When) == Some(when)),
                    format!("{name} = {when}"),
                );
            }
        }
    }
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![
        Measure::share("time/gum found".to_owned(), "times found", found),
        Measure::share("time/gum when".to_owned(), "dates right", right),
    ])
}

fn spans(checker: &Checker, path: &Path) -> anyhow::Result<Option<Measure>> {
    let texts = gold::lines(path)?;
    let mut items = Items::default();
    for text in &texts {
        let (document, checked) = super::check(checker, text)?;
        let mentions = super::mentions(&checked, MentionKind::Time);
        let gold: Vec<Span> = text.times.iter().map(Annotation::span).collect();
        let found: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
        let pairs = matched(&gold, &found, 0.5);
        for (annotation, &right) in text.times.iter().zip(&pairs.gold) {
            items.gold(right, super::item(&text.id, annotation.span(), &annotation.text));
        }
        for (span, _) in found.iter().zip(&pairs.found).filter(|(_, right)| !**right) {
            items.extra.insert(super::item(&text.id, *span, span.of(document.text())));
        }
    }
    Ok((!texts.is_empty()).then(|| Measure::f1("time/recognizers".to_owned(), "F1 at IoU 0.5", items)))
}
