//! Whether a worth of 0.7 means that seven of ten such sentences are worth a check.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Bins of equal width between 0 and 1.
const BINS: usize = 10;

/// How far probabilities are from how often they come true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Calibration {
    /// For each bin that is not empty, from low to high.
    pub(crate) bins: Vec<Bin>,
    /// Expected calibration error (Naeini and others 2015): over the bins, the mean distance of [`Bin::said`] from
    /// [`Bin::found`], each bin counting by its items.
    pub(crate) error: f64,
}

/// The items whose probability lies in a tenth of the range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Bin {
    /// How many there are.
    pub(crate) items: usize,
    /// Their mean probability.
    pub(crate) said: f64,
    /// The share of them that are positive.
    pub(crate) found: f64,
}

impl Calibration {
    /// Compares probabilities with labels.
    pub(crate) fn new(labels: &[bool], said: &[f64]) -> Self {
        let mut bins = [(0_usize, 0.0, 0_usize); BINS];
        for (label, said) in labels.iter().zip(said) {
            let bin = &mut bins[((said * BINS as f64) as usize).min(BINS - 1)];
            *bin = (bin.0 + 1, bin.1 + said, bin.2 + usize::from(*label));
        }
        let bins: Vec<Bin> = bins
            .into_iter()
            .filter(|bin| bin.0 > 0)
            .map(|(items, said, positive)| Bin {
                items,
                said: said / items as f64,
                found: positive as f64 / items as f64,
            })
            .collect();
        let distance = |bin: &Bin| bin.items as f64 * (bin.said - bin.found).abs();
        let error = bins.iter().map(distance).sum::<f64>() / labels.len().max(1) as f64;
        Self { bins, error }
    }

    /// The reliability plot: what was said from left to right, how often it came true from bottom to top; the larger a dot, the
    /// more items. Dots on the line are right.
    pub(crate) fn svg(&self, title: &str) -> String {
        const SIDE: f64 = 320.0;
        const EDGE: f64 = 50.0;
        let (x, y) = (|said: f64| EDGE + said * SIDE, |found: f64| EDGE + (1.0 - found) * SIDE);
        let mut out = String::new();
        let size = SIDE + 2.0 * EDGE;
        let _ = writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\" font-family=\"sans-serif\" \
             font-size=\"12\" role=\"img\" aria-label=\"{title}: how often sentences of a worth are worth a check\">"
        );
        let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"24\" text-anchor=\"middle\" fill=\"#222\">{title}, calibration error {:.3}</text>",
            size / 2.0,
            self.error
        );
        for tenth in 0..=5 {
            let at = f64::from(tenth) / 5.0;
            let _ = writeln!(
                out,
                "<path d=\"M{} {}V{}M{} {}H{}\" stroke=\"#ddd\"/>\
                 <text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#222\">{at:.1}</text>\
                 <text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#222\">{at:.1}</text>",
                x(at),
                y(0.0),
                y(1.0),
                x(0.0),
                y(at),
                x(1.0),
                x(at),
                y(0.0) + 16.0,
                x(0.0) - 6.0,
                y(at) + 4.0
            );
        }
        let _ = writeln!(out, "<path d=\"M{} {}L{} {}\" stroke=\"#888\"/>", x(0.0), y(0.0), x(1.0), y(1.0));
        for bin in &self.bins {
            let radius = 2.0 + (bin.items as f64).sqrt() / 3.0;
            let _ = writeln!(
                out,
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\" fill=\"#2b6cb0\" fill-opacity=\"0.8\"/>",
                x(bin.said),
                y(bin.found)
            );
        }
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#222\">worth</text>\
             <text x=\"14\" y=\"{}\" text-anchor=\"middle\" fill=\"#222\" transform=\"rotate(-90 14 {})\">share worth a check</text>",
            size / 2.0,
            size - 10.0,
            size / 2.0,
            size / 2.0
        );
        out.push_str("</svg>\n");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_mean_distance_of_what_is_said_from_what_is_found() {
        let calibration = Calibration::new(&[true, false, true, true], &[0.5, 0.5, 0.9, 0.9]);
        assert_eq!(calibration.bins.len(), 2);
        assert!((calibration.error - 0.05).abs() < 1e-9, "{calibration:?}");
        assert!(calibration.svg("dev").contains("calibration error 0.050"));
    }

    #[test]
    fn certainty_has_a_bin_too() {
        assert!(Calibration::new(&[true], &[1.0]).error.abs() < 1e-9);
    }
}
