//! Logistic regression: weights that make the labels likely and are no larger than they need be.
//!
//! Minimised by L-BFGS (Liu and Nocedal 1989) with a line search that halves the step.

use std::collections::VecDeque;

use super::matrix::Matrix;

/// How many steps the curvature is estimated from.
const MEMORY: usize = 10;

/// The search ends at the latest after so many steps.
const STEPS: usize = 300;

/// And where a step gains less than this share.
const GAIN: f64 = 1e-7;

/// What to minimise: the sum over the rows of -log P(label), and half of the penalty times the squared distance of
/// the weights from where they start.
pub(super) struct Problem<'a> {
    pub(super) matrix: &'a Matrix,
    /// The rows that count.
    pub(super) rows: &'a [bool],
    pub(super) penalty: f64,
    /// Whether the penalty of a feature is less the more it tells the labels apart; else it is the same for all.
    pub(super) by_ratio: bool,
}

/// The weights of the features, and the log-odds without any.
pub(super) struct Fit {
    pub(super) weights: Vec<f64>,
    pub(super) base: f64,
}

impl Problem<'_> {
    /// The weights at the minimum.
    pub(super) fn solve(&self) -> Fit {
        let penalties = self.penalties();
        // The last place is the base, on which there is no penalty.
        let mut at = self.matrix.origin.clone();
        at.push(self.matrix.base);
        let (mut value, mut gradient) = self.value(&at, &penalties);
        let mut memory: VecDeque<(Vec<f64>, Vec<f64>, f64)> = VecDeque::new();
        for _ in 0..STEPS {
            let direction = direction(&gradient, &memory);
            let slope = dot(&direction, &gradient);
            let first = if memory.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt().max(1.0) } else { 1.0 };
            let Some((next, next_value, next_gradient)) =
                self.search(&at, value, &direction, slope, first, &penalties)
            else {
                break;
            };
            let step = difference(&next, &at);
            let turn = difference(&next_gradient, &gradient);
            let curvature = dot(&step, &turn);
            if curvature > 1e-12 {
                memory.push_back((step, turn, 1.0 / curvature));
                if memory.len() > MEMORY {
                    memory.pop_front();
                }
            }
            let gain = (value - next_value) / value.abs().max(1.0);
            (at, value, gradient) = (next, next_value, next_gradient);
            if gain < GAIN {
                break;
            }
        }
        let base = at.pop().unwrap_or_default();
        Fit { weights: at, base }
    }

    /// The penalty of each feature: less for one that stands more often with one label than with the other, so that these are
    /// learnt first. This is the weighting of features by their naive Bayes ratio (Wang and Manning 2012), half and half with
    /// none; ratios are of the rows that count alone.
    fn penalties(&self) -> Vec<f64> {
        if !self.by_ratio {
            return vec![self.penalty; self.matrix.origin.len()];
        }
        let mut seen = vec![[0.0_f64; 2]; self.matrix.origin.len()];
        let mut rows = [0.0_f64; 2];
        for row in (0..self.rows.len()).filter(|&row| self.rows[row]) {
            let label = usize::from(self.matrix.labels[row]);
            rows[label] += 1.0;
            for &(column, _) in self.matrix.row(row) {
                seen[column as usize][label] += 1.0;
            }
        }
        // One more sentence for each feature, with the labels of them all.
        let shares = rows.map(|count| count / (rows[0] + rows[1]).max(1.0));
        let odds = |[no, yes]: [f64; 2]| ((yes + shares[1]) / (no + shares[0])).ln();
        let usual = odds(rows);
        let scale = |seen: [f64; 2]| 0.5 + 0.5 * (odds(seen) - usual).abs();
        seen.into_iter().map(|seen| self.penalty / scale(seen).powi(2)).collect()
    }

    /// A point in the direction at which the value is enough lower; none if there is none.
    fn search(
        &self,
        at: &[f64],
        value: f64,
        direction: &[f64],
        slope: f64,
        first: f64,
        penalties: &[f64],
    ) -> Option<(Vec<f64>, f64, Vec<f64>)> {
        let mut length = first;
        for _ in 0..30 {
            let next: Vec<f64> = at.iter().zip(direction).map(|(at, way)| at + length * way).collect();
            let (next_value, gradient) = self.value(&next, penalties);
            if next_value <= value + 1e-4 * length * slope {
                return Some((next, next_value, gradient));
            }
            length /= 2.0;
        }
        None
    }

    /// The value and its gradient.
    fn value(&self, at: &[f64], penalties: &[f64]) -> (f64, Vec<f64>) {
        let (base, weights) = at.split_last().map_or((0.0, at), |(base, weights)| (*base, weights));
        let mut gradient = vec![0.0; at.len()];
        let mut value = 0.0;
        for (((weight, origin), slope), penalty) in
            weights.iter().zip(&self.matrix.origin).zip(&mut gradient).zip(penalties)
        {
            let way = weight - origin;
            value += 0.5 * penalty * way * way;
            *slope = penalty * way;
        }
        let mut of_base = 0.0;
        for row in (0..self.rows.len()).filter(|&row| self.rows[row]) {
            let log_odds = base + self.matrix.dot(row, weights);
            let sign = if self.matrix.labels[row] { 1.0 } else { -1.0 };
            let margin = sign * log_odds;
            // log(1 + e^-margin), without overflow.
            value += (-margin.abs()).exp().ln_1p() + (-margin).max(0.0);
            let error = -sign / (1.0 + margin.exp());
            of_base += error;
            for &(column, value) in self.matrix.row(row) {
                gradient[column as usize] += error * f64::from(value);
            }
        }
        if let Some(last) = gradient.last_mut() {
            *last = of_base;
        }
        (value, gradient)
    }
}

/// The way down: the gradient, bent by the curvature of the last steps.
fn direction(gradient: &[f64], memory: &VecDeque<(Vec<f64>, Vec<f64>, f64)>) -> Vec<f64> {
    let mut way: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for (step, turn, inverse) in memory.iter().rev() {
        let share = inverse * dot(step, &way);
        add(&mut way, -share, turn);
        shares.push(share);
    }
    if let Some((step, turn, _)) = memory.back() {
        let scale = dot(step, turn) / dot(turn, turn);
        way.iter_mut().for_each(|part| *part *= scale);
    }
    for ((step, turn, inverse), share) in memory.iter().zip(shares.iter().rev()) {
        let back = inverse * dot(turn, &way);
        add(&mut way, share - back, step);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn difference(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

fn add(to: &mut [f64], times: f64, what: &[f64]) {
    to.iter_mut().zip(what).for_each(|(to, what)| *to += times * what);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::data::Row;

    /// A feature of one label alone has the least penalty; one that stands with both as often as the labels do has four times
    /// that of a plain one.
    #[test]
    fn what_tells_labels_apart_has_less_penalty() {
        let rows: Vec<Row> =
            (0..40_u64).map(|n| Row { label: n % 2 == 0, features: vec![n % 2, 7] }).collect();
        let matrix = Matrix::new(&rows, None);
        let rows = vec![true; rows.len()];
        let penalties =
            |by_ratio| Problem { matrix: &matrix, rows: &rows, penalty: 0.1, by_ratio }.penalties();
        assert_eq!(penalties(false), [0.1; 3]);
        let [no, yes, both] = penalties(true)[..] else { panic!("three features") };
        assert!((no - yes).abs() < 1e-9 && no < 0.05, "{no} {yes}");
        assert!((both - 0.4).abs() < 1e-9, "{both}");
    }

    /// At the minimum the gradient is zero: no weight can be changed for the better.
    #[test]
    fn the_search_ends_at_the_minimum() {
        let row = |label, features: &[u64]| Row { label, features: features.to_vec() };
        let rows: Vec<Row> = (0..60_u64)
            .map(|n| row(n % 3 == 0 || n % 7 == 0, &[n % 3, 10 + n % 7, 20 + n % 2, 99]))
            .collect();
        let matrix = Matrix::new(&rows, None);
        let problem =
            Problem { matrix: &matrix, rows: &vec![true; rows.len()], penalty: 0.1, by_ratio: false };
        let Fit { mut weights, base } = problem.solve();
        weights.push(base);
        let (_, gradient) = problem.value(&weights, &problem.penalties());
        assert!(gradient.iter().all(|slope| slope.abs() < 0.05), "{gradient:?}");
        let certain = rows
            .iter()
            .enumerate()
            .filter(|(at, row)| (base + matrix.dot(*at, &weights[..weights.len() - 1]) > 0.0) == row.label);
        assert!(certain.count() > 50);
    }
}
