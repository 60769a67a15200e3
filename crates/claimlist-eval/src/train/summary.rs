//! How well a trained model judged what it had not seen, as text.

use std::fmt::Write as _;

use super::data::Data;
use super::matrix::Matrix;
use crate::calibration::Calibration;
use crate::matching::average_precision;

/// What cross-validation found. `worth` is what models of the other blocks said of each sentence, 0 to 1.
pub(super) fn text(data: &Data, matrix: &Matrix, kept: &[bool], worth: &[f64], blocks: usize) -> String {
    let mut out = String::new();
    let rows = matrix.labels.len();
    let worthy = |labels: &[bool]| labels.iter().filter(|label| **label).count();
    let _ = writeln!(
        out,
        "{rows} sentences, {} of them worth a check; {} texts of more or less than a sentence left out",
        worthy(&matrix.labels),
        data.left_out
    );
    let dropped = kept.iter().filter(|kept| !**kept).count();
    let _ = writeln!(out, "{dropped} sentences left out because the others contradict their labels");
    let _ = writeln!(out, "{} features", matrix.features.len());
    for block in 0..blocks {
        let own = block * rows / blocks..(block + 1) * rows / blocks;
        let precision = average_precision(&matrix.labels[own.clone()], &worth[own.clone()]);
        let _ =
            writeln!(out, "  block {}: {} sentences, average precision {precision:.4}", block + 1, own.len());
    }
    let all = Calibration::new(&matrix.labels, worth);
    let _ = writeln!(out, "cross-validated, all sentences:  {}", line(&matrix.labels, worth, &all));
    let pick = |row: &usize| kept[*row];
    let labels: Vec<bool> = (0..rows).filter(pick).map(|row| matrix.labels[row]).collect();
    let worth: Vec<f64> = (0..rows).filter(pick).map(|row| worth[row]).collect();
    let trusted = Calibration::new(&labels, &worth);
    let _ = writeln!(out, "cross-validated, those learnt from: {}", line(&labels, &worth, &trusted));
    out
}

fn line(labels: &[bool], worth: &[f64], calibration: &Calibration) -> String {
    let found = |label: bool| {
        labels.iter().zip(worth).filter(|(own, worth)| **own == label && **worth >= 0.5).count()
    };
    let (right, wrong) = (found(true) as f64, found(false) as f64);
    let gold = labels.iter().filter(|label| **label).count() as f64;
    format!(
        "average precision {:.4} (base rate {:.4}), F1 at 0.5 {:.4}, calibration error {:.4}",
        average_precision(labels, worth),
        gold / labels.len().max(1) as f64,
        2.0 * right / (right + wrong + gold).max(1.0),
        calibration.error
    )
}
