//! Two runs side by side: what became right and what became wrong.

use std::fmt::Write as _;

use crate::run::Run;

/// The differences from an earlier run, at most `show` items of each sort a measure.
pub(crate) fn text(earlier: &Run, now: &Run, show: usize) -> String {
    let mut out = String::from("\nagainst the earlier run:\n");
    for measure in &now.measures {
        let Some(before) = earlier.measures.iter().find(|other| other.name == measure.name) else { continue };
        let lists = [
            ("became right", measure.right.difference(&before.right).collect::<Vec<_>>()),
            ("became wrong", measure.missed.intersection(&before.right).collect()),
            ("new extra", measure.extra.difference(&before.extra).collect()),
            ("extra gone", before.extra.difference(&measure.extra).collect()),
        ];
        let change = measure.score - before.score;
        if change.abs() < 1e-9 && lists.iter().all(|(_, items)| items.is_empty()) {
            continue;
        }
        let _ =
            writeln!(out, "{} {:+.4} ({:.4} to {:.4})", measure.name, change, before.score, measure.score);
        for (what, items) in lists {
            for item in items.iter().take(show) {
                let _ = writeln!(out, "    {what}: {item}");
            }
            if items.len() > show {
                let _ = writeln!(out, "    {what}: {} more", items.len() - show);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Items, Measure};

    fn run(right: &[&str], missed: &[&str], extra: &[&str]) -> Run {
        let set = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let items = Items { right: set(right), missed: set(missed), extra: set(extra) };
        Run { measures: vec![Measure::f1("claims/event".to_owned(), "F1", items)] }
    }

    #[test]
    fn gains_and_losses_are_both_named() {
        let text = text(&run(&["a"], &["b"], &["x"]), &run(&["b"], &["a"], &[]), 5);
        for line in ["became right: b", "became wrong: a", "extra gone: x"] {
            assert!(text.contains(line), "{text}");
        }
        assert!(!text.contains("new extra"));
    }

    #[test]
    fn a_measure_that_did_not_change_is_not_mentioned() {
        assert!(!text(&run(&["a"], &[], &[]), &run(&["a"], &[], &[]), 5).contains("claims/event"));
    }
}
