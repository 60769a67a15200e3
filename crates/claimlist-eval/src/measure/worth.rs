//! Check-worthiness of single sentences: how well they are ranked, and whether a worth is the probability that it is meant to be.

use std::path::Path;

use claimlist_core::Checker;

use crate::calibration::Calibration;
use crate::gold;
use crate::matching::average_precision;
use crate::run::{Items, Measure};

pub(super) fn measure(checker: &Checker, folder: &Path) -> anyhow::Result<Vec<Measure>> {
    let mut measures = Vec::new();
    for path in gold::files(folder, ".jsonl")? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("train") {
            continue;
        }
        let (mut labels, mut scores, mut items) = (Vec::new(), Vec::new(), Items::default());
        for text in gold::lines(&path)? {
            let (_, checked) = super::check(checker, &text)?;
            let score = checked.worth.iter().copied().fold(0.0, f64::max);
            let item = format!("{} {:?}", text.id, text.text);
            match (text.label == 1, score >= 0.5) {
                (true, found) => items.gold(found, item),
                (false, true) => drop(items.extra.insert(item)),
                (false, false) => {}
            }
            labels.push(text.label == 1);
            scores.push(score);
        }
        let positive = labels.iter().filter(|label| **label).count();
        measures.push(Measure::f1(format!("worth/{name}"), "F1 at 0.5", items));
        let precision = average_precision(&labels, &scores);
        measures.push(Measure::figure(
            format!("worth/{name} order"),
            "average precision",
            precision,
            positive,
        ));
        let calibration = Calibration::new(&labels, &scores);
        measures.push(Measure::calibration(format!("worth/{name} calibration"), calibration, positive));
    }
    Ok(measures)
}
