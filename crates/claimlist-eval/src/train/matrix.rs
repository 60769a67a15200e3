//! The sentences as rows of numbers.

use std::collections::{BTreeMap, HashMap};

use claimlist_core::worth::{Model, share};

use super::data::Row;

/// A feature that fewer sentences have is left out.
const FEWEST: usize = 3;

/// Into so many stretches the data are cut to see how widely a feature is spread.
const STRETCHES: usize = 40;

/// A feature that stands in fewer stretches is left out.
const FEWEST_STRETCHES: u32 = 3;

/// From so many sentences on, stretches are looked at.
const MANY: usize = 4000;

/// A sparse matrix of sentences by features.
pub(super) struct Matrix {
    /// Whether each sentence is worth a check.
    pub(super) labels: Vec<bool>,
    /// The features that are looked at, in ascending order.
    pub(super) features: Vec<u64>,
    /// The weights to which weights are drawn: zero, or those of the model that is adapted.
    pub(super) origin: Vec<f64>,
    /// The log-odds of any sentence from which to start.
    pub(super) base: f64,
    /// Where each row starts in the entries; one more than there are rows.
    starts: Vec<usize>,
    /// Column and value.
    entries: Vec<(u32, f32)>,
}

impl Matrix {
    /// The matrix of these sentences; weights start from the model if there is one.
    pub(super) fn new(rows: &[Row], model: Option<&Model>) -> Self {
        let features = spread(rows, if model.is_some() { 1 } else { FEWEST });
        let columns: HashMap<u64, u32> =
            features.iter().enumerate().map(|(at, &of)| (of, at as u32)).collect();
        let mut matrix = Self {
            labels: rows.iter().map(|row| row.label).collect(),
            origin: vec![0.0; features.len()],
            features,
            base: 0.0,
            starts: vec![0],
            entries: Vec::new(),
        };
        if let Some(model) = model {
            let header = model.header();
            let weight = |feature: &u64| f64::from(model.weight(*feature)) * f64::from(header.scale);
            matrix.origin = matrix.features.iter().map(weight).collect();
            matrix.base = f64::from(header.base);
        }
        for row in rows {
            let share = share(row.features.len() as u32) as f32;
            for same in row.features.chunk_by(|a, b| a == b) {
                if let Some(&column) = columns.get(&same[0]) {
                    matrix.entries.push((column, same.len() as f32 * share));
                }
            }
            matrix.starts.push(matrix.entries.len());
        }
        matrix
    }

    /// The entries of a row: column and value.
    pub(super) fn row(&self, row: usize) -> &[(u32, f32)] {
        &self.entries[self.starts[row]..self.starts[row + 1]]
    }

    /// The sum of a row's values by these weights.
    pub(super) fn dot(&self, row: usize, weights: &[f64]) -> f64 {
        self.row(row).iter().map(|&(column, value)| weights[column as usize] * f64::from(value)).sum()
    }
}

/// The features that at least so many sentences have, in enough stretches of the data; in ascending order.
fn spread(rows: &[Row], fewest: usize) -> Vec<u64> {
    let stretches = if rows.len() < MANY { 0 } else { FEWEST_STRETCHES };
    // How many sentences have it, in how many stretches, and the last of these.
    let mut seen: BTreeMap<u64, (usize, u32, usize)> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let stretch = at * STRETCHES / rows.len().max(1);
        for same in row.features.chunk_by(|a, b| a == b) {
            let (count, stretches, last) = seen.entry(same[0]).or_insert((0, 0, usize::MAX));
            *count += 1;
            *stretches += u32::from(*last != stretch);
            *last = stretch;
        }
    }
    let enough = |(count, spread, _): &(usize, u32, usize)| *count >= fewest && *spread >= stretches;
    seen.into_iter().filter(|(_, seen)| enough(seen)).map(|(feature, _)| feature).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(features: &[u64]) -> Row {
        Row { label: false, features: features.to_vec() }
    }

    #[test]
    fn a_feature_of_one_stretch_is_left_out_of_many_sentences() {
        let mut rows: Vec<Row> = (0..MANY).map(|at| row(&[7 + (at % 2) as u64])).collect();
        rows[..20].iter_mut().for_each(|row| row.features.push(99));
        assert_eq!(spread(&rows, 3), [7, 8]);
        assert_eq!(spread(&rows[..100], 3), [7, 8, 99]);
        assert_eq!(spread(&rows[..4], 3), [99]);
    }

    #[test]
    fn a_row_counts_a_feature_as_often_as_it_has_it() {
        let matrix = Matrix::new(&[row(&[7, 7, 7, 9]), row(&[7]), row(&[7])], None);
        assert_eq!(matrix.features, [7]);
        assert!((matrix.dot(0, &[2.0]) - 2.0 * 3.0 / 2.0).abs() < 1e-6);
    }
}
