//! `claimlist-eval train`: makes a worth model from sentences that people judged.
//!
//! Logistic regression over the features that [`claimlist_core::worth::Features`] extracts. Nothing is drawn at random: the same
//! data give the same bytes.
//!
//! 1. Features that too few sentences have, or that stand in too few stretches of the data, are left out: they mark one
//!    person or one debate.
//!    The others are weighed by how far they tell the labels apart (`fit`), unless a model is adapted.
//! 2. The data are cut into contiguous blocks, in the order of their ids, so that a debate is not on both sides of a test. Each
//!    block is judged by a model of the others.
//! 3. The sentences whose labels such models contradict most are taken for errors and left out: the same share of those that are
//!    worth a check and of those that are not, so that the share of worthy sentences stays what it was.
//! 4. A model of all that is left is calibrated (Platt scaling) on what models of the other blocks, made in the same way without
//!    a look at the block, say of each block, and its weights are rounded to a byte each.

mod data;
mod fit;
mod matrix;
mod summary;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use claimlist_core::worth::{Header, Model, logistic};

use fit::{Fit, Problem};
use matrix::Matrix;
use sha2::{Digest as _, Sha256};

#[derive(Debug, clap::Args)]
pub(crate) struct Train {
    /// Sentences that people judged, one JSON object a line: {"text": "..", "label": 1}; label 1 is worth a check, 0 is not.
    /// "id" and "date" (YYYY-MM-DD) may be given; other keys are not looked at. May be given several times.
    #[arg(long, required = true, value_name = "FILE")]
    data: Vec<PathBuf>,
    /// Where to write the model; a summary goes beside it, with the ending .txt.
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// Start from the model that comes with the program and learn what is different in these data: for a newsroom's own
    /// checks, of which there are some hundreds.
    #[arg(long)]
    adapt: bool,
    /// How strongly weights are drawn to zero (or, with --adapt, to those of the model that is adapted).
    #[arg(long, default_value_t = 0.1, value_name = "X")]
    penalty: f64,
    /// Into how many blocks the data are cut for cross-validation.
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u16).range(2..=100))]
    blocks: u16,
    /// Which share of the sentences of each label to leave out: those whose labels the models of the other blocks contradict
    /// most.
    #[arg(long, default_value_t = 0.025, value_name = "X")]
    doubt: f64,
}

/// A model before its weights are rounded.
struct Trained {
    weights: Vec<f64>,
    base: f64,
}

#[expect(clippy::print_stdout, reason = "printing is what this program is for")]
pub(crate) fn run(args: &Train) -> anyhow::Result<()> {
    anyhow::ensure!(args.penalty > 0.0, "--penalty has to be greater than 0");
    anyhow::ensure!((0.0..=0.5).contains(&args.doubt), "--doubt has to be from 0 to 0.5");
    let data = data::read(&args.data)?;
    let model = args.adapt.then(Model::shipped);
    let matrix = Matrix::new(&data.rows, model.as_ref());
    let blocks = usize::from(args.blocks);
    anyhow::ensure!(data.rows.len() >= 10 * blocks, "{} sentences are too few to train on", data.rows.len());
    let by_ratio = !args.adapt;
    let cross = Cross { matrix: &matrix, blocks, penalty: args.penalty, by_ratio };
    let all = vec![true; data.rows.len()];
    let kept = cross.trusted(&all, args.doubt);
    let judged = cross.held_out(args.doubt);
    let fit = Problem { matrix: &matrix, rows: &kept, penalty: args.penalty, by_ratio }.solve();
    let (slope, shift) = platt(&matrix, &judged, &kept);
    let trained = Trained {
        weights: fit.weights.iter().map(|weight| weight * slope).collect(),
        base: fit.base * slope + shift,
    };
    let bytes = file(&matrix, &trained, &kept, model.as_ref());
    let calibrated: Vec<f64> = judged.iter().map(|log_odds| logistic(slope * log_odds + shift)).collect();
    let mut summary = summary::text(&data, &matrix, &kept, &calibrated, blocks);
    summary.push_str(&format!("{} bytes, sha256 {}\n", bytes.len(), hex(&Sha256::digest(&bytes))));
    print!("{summary}");
    write(&args.output, &bytes)?;
    write(&args.output.with_extension("txt"), summary.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Cross-validation by contiguous blocks.
struct Cross<'a> {
    matrix: &'a Matrix,
    blocks: usize,
    penalty: f64,
    by_ratio: bool,
}

impl Cross<'_> {
    /// The rows of a block.
    fn block(&self, block: usize) -> Range<usize> {
        let rows = self.matrix.labels.len();
        block * rows / self.blocks..(block + 1) * rows / self.blocks
    }

    /// What a model of the sentences that are `learnt`, without those of a block, says of that block's, in log-odds.
    fn judge(&self, block: usize, learnt: &[bool], judged: &mut [f64]) {
        let own = self.block(block);
        let rows = without(learnt, &own);
        let Fit { weights, base } =
            Problem { matrix: self.matrix, rows: &rows, penalty: self.penalty, by_ratio: self.by_ratio }
                .solve();
        for row in own {
            judged[row] = base + self.matrix.dot(row, &weights);
        }
    }

    /// Of these sentences, those that are left if a share of each label is left out, those first that models of the other
    /// blocks contradict most.
    fn trusted(&self, rows: &[bool], doubt: f64) -> Vec<bool> {
        if doubt == 0.0 {
            return rows.to_vec();
        }
        let mut judged = vec![0.0; rows.len()];
        for block in (0..self.blocks).filter(|block| self.block(*block).any(|row| rows[row])) {
            self.judge(block, rows, &mut judged);
        }
        without_most_contradicted(self.matrix, rows, &judged, doubt)
    }

    /// What models of the other blocks say of every sentence. Which sentences they leave out they settle among
    /// themselves: the block that they judge has no say in it.
    fn held_out(&self, doubt: f64) -> Vec<f64> {
        let all = vec![true; self.matrix.labels.len()];
        let mut judged = vec![0.0; all.len()];
        for block in 0..self.blocks {
            let others = without(&all, &self.block(block));
            self.judge(block, &self.trusted(&others, doubt), &mut judged);
        }
        judged
    }
}

fn without(rows: &[bool], block: &Range<usize>) -> Vec<bool> {
    rows.iter().enumerate().map(|(row, counts)| *counts && !block.contains(&row)).collect()
}

/// The rows that are left if this share of each label is left out, the most contradicted first.
fn without_most_contradicted(matrix: &Matrix, rows: &[bool], judged: &[f64], doubt: f64) -> Vec<bool> {
    let mut kept = rows.to_vec();
    for label in [true, false] {
        let against = |row: &usize| if label { judged[*row] } else { -judged[*row] };
        let own = |row: &usize| rows[*row] && matrix.labels[*row] == label;
        let mut rows: Vec<usize> = (0..judged.len()).filter(own).collect();
        rows.sort_by(|a, b| against(a).total_cmp(&against(b)).then(a.cmp(b)));
        let out = (rows.len() as f64 * doubt) as usize;
        rows.into_iter().take(out).for_each(|row| kept[row] = false);
    }
    kept
}

/// The slope and the shift that make probabilities of log-odds (Platt 1999), drawn slightly to 1 and 0, which counts only for
/// few sentences. Newton's method.
fn platt(matrix: &Matrix, judged: &[f64], kept: &[bool]) -> (f64, f64) {
    let (mut slope, mut shift) = (1.0, 0.0);
    for _ in 0..50 {
        let (mut g, mut h) = ([slope - 1.0, shift], [1.0, 0.0, 1.0]);
        for ((x, label), _) in judged.iter().zip(&matrix.labels).zip(kept).filter(|(_, kept)| **kept) {
            let p = logistic(slope * x + shift);
            let (error, weight) = (p - f64::from(u8::from(*label)), p * (1.0 - p));
            g = [g[0] + error * x, g[1] + error];
            h = [h[0] + weight * x * x, h[1] + weight * x, h[2] + weight];
        }
        let determinant = h[0] * h[2] - h[1] * h[1];
        let step = [(h[2] * g[0] - h[1] * g[1]) / determinant, (h[0] * g[1] - h[1] * g[0]) / determinant];
        (slope, shift) = (slope - step[0], shift - step[1]);
        if step[0].abs() + step[1].abs() < 1e-10 {
            break;
        }
    }
    (slope, shift)
}

/// The model's file: weights rounded to a byte, the heaviest first. An adapted model keeps what the data say nothing of.
fn file(matrix: &Matrix, trained: &Trained, kept: &[bool], adapted: Option<&Model>) -> Vec<u8> {
    let mut weights: BTreeMap<u64, f64> = BTreeMap::new();
    let slot_bits = adapted.map(Model::slot_bits);
    if let Some(model) = adapted {
        let scale = f64::from(model.header().scale);
        weights.extend(model.entries().map(|(place, weight)| (place, f64::from(weight) * scale)));
    }
    for (feature, weight) in matrix.features.iter().zip(&trained.weights) {
        weights.insert(adapted.map_or(*feature, |model| model.place(*feature)), *weight);
    }
    let heaviest = weights.values().fold(0.0_f64, |heaviest, weight| heaviest.max(weight.abs()));
    let scale = (heaviest / 127.0).max(f64::MIN_POSITIVE);
    let rounded = weights.into_iter().map(|(feature, weight)| (feature, (weight / scale).round() as i8));
    let mut rounded: Vec<(u64, i8)> = rounded.filter(|(_, weight)| *weight != 0).collect();
    rounded.sort_by_key(|(feature, weight)| (std::cmp::Reverse(weight.unsigned_abs()), *feature));
    let count = |wanted: &dyn Fn(usize) -> bool| {
        (0..kept.len()).filter(|row| kept[*row] && wanted(*row)).count() as u32
    };
    let before = adapted.map(Model::header).unwrap_or_default();
    let header = Header {
        scale: scale as f32,
        base: trained.base as f32,
        sentences: before.sentences + count(&|_| true),
        worthy: before.worthy + count(&|row| matrix.labels[row]),
    };
    Model::write(header, slot_bits.unwrap_or_else(|| Model::slot_bits_for(rounded.len())), &rounded)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use data::Row;

    fn matrix(labels: &[bool]) -> Matrix {
        let row = |label: &bool| Row { label: *label, features: vec![u64::from(*label), 9] };
        Matrix::new(&labels.iter().map(row).collect::<Vec<_>>(), None)
    }

    #[test]
    fn the_most_contradicted_of_each_label_are_left_out() {
        let labels = [true, true, false, false];
        let left = |rows: &[bool], doubt| {
            without_most_contradicted(&matrix(&labels), rows, &[3.0, -3.0, 2.0, -2.0], doubt)
        };
        assert_eq!(left(&[true; 4], 0.5), [true, false, false, true]);
        assert_eq!(left(&[true; 4], 0.0), [true; 4]);
        assert_eq!(left(&[true, false, true, true], 0.5), [true, false, false, true]);
    }

    /// Log-odds that are twice too sure are halved.
    #[test]
    fn probabilities_are_made_to_come_true() {
        let labels: Vec<bool> = (0..4000).map(|n| n % 4 != 0).collect();
        let said: Vec<f64> = vec![2.0 * 3.0_f64.ln(); 4000];
        let mixed: Vec<f64> = said.iter().enumerate().map(|(n, x)| if n < 2000 { *x } else { -x }).collect();
        let labels: Vec<bool> = labels.iter().enumerate().map(|(n, label)| *label == (n < 2000)).collect();
        let (slope, shift) = platt(&matrix(&labels), &mixed, &[true; 4000]);
        assert!((slope - 0.5).abs() < 0.01 && shift.abs() < 0.01, "{slope} {shift}");
    }

    #[test]
    fn training_twice_gives_the_same_bytes_and_an_adapted_model_keeps_what_it_knew() {
        let folder = std::env::temp_dir().join(format!("claimlist-train-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let lines: String = (0..60)
            .map(|n| match n % 2 {
                0 => format!("{{\"text\": \"The ferry carried {n} cars.\", \"label\": 1}}\n"),
                _ => format!("{{\"text\": \"We love the sea, number {n}.\", \"label\": false}}\n"),
            })
            .collect();
        let data = folder.join("own.jsonl");
        std::fs::write(&data, lines).unwrap();
        let train = |name: &str, adapt: bool| {
            let output = folder.join(name);
            let args = Train {
                data: vec![data.clone()],
                output: output.clone(),
                adapt,
                penalty: 0.1,
                blocks: 5,
                doubt: 0.0,
            };
            run(&args).unwrap();
            std::fs::read(output).unwrap()
        };
        let (first, second, adapted) = (train("a.bin", false), train("b.bin", false), train("c.bin", true));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first, second);
        let own = Model::read(first).unwrap();
        let adapted = Model::read(adapted).unwrap();
        assert_eq!(own.sentences(), 60);
        assert_eq!(adapted.sentences(), Model::shipped().sentences() + 60);
        assert!(adapted.entries().count() > Model::shipped().entries().count() / 2);
    }
}
