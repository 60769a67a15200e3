//! One run over the suites: its figures, and what was right and wrong, item by item.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::calibration::Calibration;

/// Everything that one run measured.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Run {
    /// The measures, in the order of the report.
    pub(crate) measures: Vec<Measure>,
}

/// One figure, with the items that it counts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Measure {
    /// Suite and part: `claims/event`.
    pub(crate) name: String,
    /// What is counted: `F1 at IoU 0.5`.
    pub(crate) unit: String,
    /// The figure, 0 to 1.
    pub(crate) score: f64,
    /// Precision, where the measure is an F1.
    pub(crate) precision: Option<f64>,
    /// Recall, where the measure is an F1.
    pub(crate) recall: Option<f64>,
    /// How many gold items there are.
    pub(crate) gold: usize,
    /// The gold items that came out right.
    pub(crate) right: BTreeSet<String>,
    /// The gold items that did not.
    pub(crate) missed: BTreeSet<String>,
    /// What came out and is not in the gold.
    pub(crate) extra: BTreeSet<String>,
    /// Where the figure is the error of probabilities: how they did.
    #[serde(default)]
    pub(crate) calibration: Option<Calibration>,
}

impl Measure {
    /// A measure of how many gold items came out right.
    pub(crate) fn share(name: String, unit: &str, items: Items) -> Self {
        let gold = items.right.len() + items.missed.len();
        let score = ratio(items.right.len(), gold);
        Self { score, ..Self::of(name, unit, gold, items) }
    }

    /// A measure of precision and recall.
    pub(crate) fn f1(name: String, unit: &str, items: Items) -> Self {
        let gold = items.right.len() + items.missed.len();
        let precision = ratio(items.right.len(), items.right.len() + items.extra.len());
        let recall = ratio(items.right.len(), gold);
        let score =
            if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        Self { score, precision: Some(precision), recall: Some(recall), ..Self::of(name, unit, gold, items) }
    }

    /// A figure that is not a count of items.
    pub(crate) fn figure(name: String, unit: &str, score: f64, gold: usize) -> Self {
        Self { score, ..Self::of(name, unit, gold, Items::default()) }
    }

    /// The error of probabilities; the lower, the better.
    pub(crate) fn calibration(name: String, calibration: Calibration, gold: usize) -> Self {
        let measure = Self::figure(name, "calibration error", calibration.error, gold);
        Self { calibration: Some(calibration), ..measure }
    }

    fn of(name: String, unit: &str, gold: usize, items: Items) -> Self {
        let Items { right, missed, extra } = items;
        Self { name, unit: unit.to_owned(), gold, right, missed, extra, ..Self::default() }
    }
}

/// Items of one measure, each named so that it can be found in another run.
#[derive(Debug, Default)]
pub(crate) struct Items {
    /// Gold items that came out right.
    pub(crate) right: BTreeSet<String>,
    /// Gold items that did not.
    pub(crate) missed: BTreeSet<String>,
    /// What came out and is not gold.
    pub(crate) extra: BTreeSet<String>,
}

impl Items {
    /// Adds a gold item.
    pub(crate) fn gold(&mut self, right: bool, name: String) {
        if right {
            self.right.insert(name)
        } else {
            self.missed.insert(name)
        };
    }
}

impl Run {
    /// Reads a saved run.
    pub(crate) fn load(path: &Path) -> anyhow::Result<Self> {
        let json = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&json).with_context(|| format!("{} is not a saved run", path.display()))
    }

    /// Writes the run.
    pub(crate) fn save(&self, path: &Path) -> anyhow::Result<()> {
        let json = serde_json::to_vec_pretty(self)?;
        std::fs::write(path, json).with_context(|| format!("cannot write {}", path.display()))
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
