//! What a run came to: what went wrong, what `--fail-on` looks for, and the exit status that follows.

use claimlist_core::checklist::{DocumentEntry, Problem};
use claimlist_core::{Finding, Hint, Priority};
use claimlist_report::Selection;
use clap::ValueEnum;

use crate::exit::Exit;

/// What makes a run end with status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FailOn {
    /// A hint that found a conflict, such as a sum that does not add up.
    Conflict,
    /// A hint of high priority.
    High,
}

impl FailOn {
    /// Its name on the command line and in configurations.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::High => "high",
        }
    }

    fn matches(self, hint: &Hint) -> bool {
        match self {
            Self::Conflict => hint.finding == Some(Finding::Conflicts),
            Self::High => hint.priority == Priority::High,
        }
    }
}

/// What a run came to so far.
pub(crate) struct Outcome {
    /// What went wrong, in order.
    pub(crate) problems: Vec<Problem>,
    /// Articles that were checked.
    pub(crate) articles: usize,
    /// Their claims.
    pub(crate) claims: usize,
    fail_on: Vec<FailOn>,
    /// Hints that `--fail-on` names.
    failing: usize,
}

impl Outcome {
    /// A run with these problems at its start.
    pub(crate) fn new(fail_on: &[FailOn], problems: Vec<Problem>) -> Self {
        Self { problems, articles: 0, claims: 0, fail_on: fail_on.to_vec(), failing: 0 }
    }

    /// Counts an article. Claims that filters leave out do not make a run fail; those that only a limit leaves out do.
    pub(crate) fn add(&mut self, document: &DocumentEntry, selection: &Selection) {
        self.articles += 1;
        self.claims += document.claims.len();
        if self.fail_on.is_empty() {
            return;
        }
        let hints = selection.matching(document).flat_map(|row| &row.claim.hints).chain(&document.hints);
        self.failing += hints.filter(|hint| self.fail_on.iter().any(|cause| cause.matches(hint))).count();
    }

    /// What `--fail-on` found, in words.
    pub(crate) fn failure(&self) -> Option<String> {
        let causes: Vec<_> = self
            .fail_on
            .iter()
            .map(|cause| match cause {
                FailOn::Conflict => "a conflict",
                FailOn::High => "high priority",
            })
            .collect();
        let hints = if self.failing == 1 { "hint" } else { "hints" };
        (self.failing > 0).then(|| format!("{} {hints} with {}", self.failing, causes.join(" or ")))
    }

    /// The exit status. That something could not be checked weighs more than what was found in the rest.
    pub(crate) fn exit(&self) -> Exit {
        if !self.problems.is_empty() {
            Exit::InputFailed
        } else if self.failing > 0 {
            Exit::Found
        } else {
            Exit::Done
        }
    }
}
