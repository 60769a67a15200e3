//! Quantities: found at all, and with the right value.

use std::collections::BTreeMap;
use std::path::Path;

use claimlist_core::Checker;
use claimlist_core::recognize::MentionKind;
use claimlist_core::{Slot, Span};

use crate::gold::{self, Annotation};
use crate::matching::matched;
use crate::run::{Items, Measure};

pub(super) fn measure(checker: &Checker, folder: &Path) -> anyhow::Result<Vec<Measure>> {
    let mut spans = BTreeMap::<String, Items>::new();
    let mut values = BTreeMap::<String, Items>::new();
    for path in gold::files(folder, ".jsonl")? {
        for text in gold::lines(&path)? {
            let (document, checked) = super::check(checker, &text)?;
            let found = super::mentions(&checked, MentionKind::Quantity);
            let gold: Vec<Span> = text.quantities.iter().map(Annotation::span).collect();
            let spans_found: Vec<Span> = found.iter().map(|mention| mention.span).collect();
            let pairs = matched(&gold, &spans_found, f64::MIN_POSITIVE);
            let kind = text.id.split('-').next().unwrap_or_default();
            for part in [kind, "all"] {
                let items = spans.entry(part.to_owned()).or_default();
                for (annotation, &right) in text.quantities.iter().zip(&pairs.gold) {
                    items.gold(right, super::item(&text.id, annotation.span(), &annotation.text));
                }
                for (mention, _) in found.iter().zip(&pairs.found).filter(|(_, right)| !**right) {
                    items.extra.insert(super::item(&text.id, mention.span, mention.span.of(document.text())));
                }
                let items = values.entry(part.to_owned()).or_default();
                for annotation in &text.quantities {
                    let Some(value) = number(&annotation.value) else { continue };
                    let right = found.iter().any(|mention| {
                        mention.span.overlaps(annotation.span())
                            && mention.facts.number(Slot::Value).is_some_and(|got| same(got, value))
                    });
                    items.gold(right, super::item(&text.id, annotation.span(), &annotation.text));
                }
            }
        }
    }
    let spans =
        spans.into_iter().map(|(part, items)| Measure::f1(format!("quantity/{part}"), "F1 of spans", items));
    let values = values
        .into_iter()
        .map(|(part, items)| Measure::share(format!("quantity/{part} value"), "values right", items));
    Ok(spans.chain(values).collect())
}

/// The annotated value as a number: `30%`, `1,300` and plain numbers.
fn number(value: &serde_json::Value) -> Option<f64> {
    match value {
        serde_json::Value::Number(number) => number.as_f64(),
        serde_json::Value::String(text) => text.trim_end_matches('%').replace(',', "").parse().ok(),
        _ => None,
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1.0)
}
