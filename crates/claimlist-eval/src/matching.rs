//! Matching what came out with what should have.

use claimlist_core::Span;

/// Intersection over union of two spans, in bytes: 0 where they are apart, 1 where they are the same.
pub(crate) fn iou(a: Span, b: Span) -> f64 {
    if !a.overlaps(b) {
        return 0.0;
    }
    let shared = f64::from(a.end.min(b.end) - a.start.max(b.start));
    shared / a.cover(b).len() as f64
}

/// Which gold and which found spans are matched, one to one, best overlap first.
pub(crate) struct Matched {
    /// For each gold span, whether it was found.
    pub(crate) gold: Vec<bool>,
    /// For each found span, whether it is gold.
    pub(crate) found: Vec<bool>,
}

/// Matches greedily all pairs whose overlap is at least `least` (above 0).
pub(crate) fn matched(gold: &[Span], found: &[Span], least: f64) -> Matched {
    let mut pairs = Vec::new();
    for (i, &g) in gold.iter().enumerate() {
        for (j, &f) in found.iter().enumerate() {
            let overlap = iou(g, f);
            if overlap > 0.0 && overlap >= least {
                pairs.push((overlap, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
    let mut matched = Matched { gold: vec![false; gold.len()], found: vec![false; found.len()] };
    for (_, i, j) in pairs {
        if !matched.gold[i] && !matched.found[j] {
            (matched.gold[i], matched.found[j]) = (true, true);
        }
    }
    matched
}

/// Average precision: the mean, over the positive items, of the precision down to that item in the order of the scores
/// (ties in the order given).
pub(crate) fn average_precision(labels: &[bool], scores: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (rank, &item) in order.iter().enumerate() {
        if labels[item] {
            hits += 1.0;
            sum += hits / (rank + 1) as f64;
        }
    }
    if hits > 0.0 { sum / hits } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_one_for_the_same_span_and_zero_for_neighbours() {
        let span = Span::new(4, 8);
        assert!((iou(span, span) - 1.0).abs() < 1e-9);
        assert!(iou(span, Span::new(8, 9)).abs() < 1e-9);
        assert!((iou(span, Span::new(6, 10)) - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn each_span_is_matched_once_and_with_the_best() {
        let matched =
            matched(&[Span::new(0, 10), Span::new(8, 20)], &[Span::new(7, 20), Span::new(30, 31)], 0.1);
        assert_eq!(matched.gold, [false, true]);
        assert_eq!(matched.found, [true, false]);
    }

    #[test]
    fn average_precision_of_a_perfect_and_of_a_reversed_order() {
        assert!((average_precision(&[true, false], &[0.9, 0.1]) - 1.0).abs() < 1e-9);
        assert!((average_precision(&[true, false], &[0.1, 0.9]) - 0.5).abs() < 1e-9);
    }
}
