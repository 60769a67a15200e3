//! The last line of a run: how much was found, how much of it is shown, how urgent it is.
//!
//! ```text
//! 1 article: 25 of 61 claims shown, with 31 hints (4 !! high, 20 ! medium, 7 · low). --all shows every claim.
//! ```

use std::fmt;

use claimlist_core::Priority;
use claimlist_core::checklist::Checklist;

use crate::{Selected, palette};

/// What a run shows.
#[derive(Default)]
pub(crate) struct Totals {
    documents: usize,
    problems: usize,
    claims: usize,
    shown: usize,
    left_out: usize,
    /// Hints shown, by priority: low, medium, high.
    hints: [usize; 3],
}

impl Totals {
    /// The totals of a checklist before anything of it is shown.
    pub(crate) fn new(checklist: &Checklist) -> Self {
        Self {
            documents: checklist.documents.len(),
            problems: checklist.problems.len(),
            claims: checklist.documents.iter().map(|document| document.claims.len()).sum(),
            ..Self::default()
        }
    }

    /// Counts what is shown of one article.
    pub(crate) fn add(&mut self, selected: &Selected<'_>) {
        self.shown += selected.rows.len();
        self.left_out += selected.left_out;
        for hint in selected.rows.iter().flat_map(|row| &row.claim.hints) {
            self.hints[hint.priority as usize] += 1;
        }
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", counted(self.documents, "article"))?;
        if self.shown == self.claims {
            write!(f, "{}", counted(self.claims, "claim"))?;
        } else {
            write!(f, "{} of {} shown", self.shown, counted(self.claims, "claim"))?;
        }
        let [low, medium, high] = self.hints;
        if low + medium + high > 0 {
            write!(f, ", with {} (", counted(low + medium + high, "hint"))?;
            let parts = [(high, Priority::High), (medium, Priority::Medium), (low, Priority::Low)];
            for (index, (count, priority)) in parts.iter().filter(|(count, _)| *count > 0).enumerate() {
                let separator = if index == 0 { "" } else { ", " };
                let (mark, _) = palette::mark(*priority);
                write!(f, "{separator}{count} {} {}", mark.trim_end(), priority.name())?;
            }
            f.write_str(")")?;
        }
        if self.problems > 0 {
            write!(f, "; {} could not be checked", counted(self.problems, "input"))?;
        }
        f.write_str(".")?;
        if self.left_out > 0 {
            f.write_str(" --all shows every claim.")?;
        }
        Ok(())
    }
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
