//! The articles of a run, several checked at once, handed on in the order in which they were given.

use std::fs;
use std::io::{self, IsTerminal as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use claimlist_core::checklist::{DocumentEntry, Problem};
use claimlist_core::{Checker, Document};
use claimlist_report::Selection;
use jiff::civil::Date;

use crate::args::{self, Check, InputOptions};
use crate::inputs::{self, Input};
use crate::outcome::Outcome;
use crate::parallel::{self, InOrder};
use crate::plugins;
use crate::progress::Progress;

/// A checked article.
pub(crate) struct Article {
    /// Which of the inputs it is, from 0.
    pub(crate) index: usize,
    /// What was found in it.
    pub(crate) document: DocumentEntry,
    /// What went wrong with plugins on it.
    pub(crate) problems: Vec<Problem>,
}

/// The articles of a run. What went wrong with one of them is noted in the outcome.
pub(crate) struct Articles<'a> {
    results: InOrder<Vec<Result<Article, Problem>>>,
    /// The articles of the last input that are not taken yet.
    waiting: std::vec::IntoIter<Result<Article, Problem>>,
    progress: Progress,
    selection: &'a Selection,
    outcome: Outcome,
}

impl<'a> Articles<'a> {
    /// Begins to check the inputs. `visible` allows a line of progress.
    pub(crate) fn check(
        inputs: Vec<Result<Input, Problem>>,
        checker: Checker,
        args: &Check,
        selection: &'a Selection,
        outcome: Outcome,
        visible: bool,
    ) -> Self {
        let progress = if visible && io::stderr().is_terminal() {
            Progress::new(inputs.iter().map(size).collect())
        } else {
            Progress::hidden()
        };
        let (date, options) = (args.dates.date, args.input.clone());
        let check = move |(index, input): (usize, Result<Input, Problem>)| {
            let checked = match input {
                Ok(input) => check_input(&checker, &input, &options, date),
                Err(problem) => vec![Err(problem)],
            };
            let article = |(document, problems)| Article { index, document, problems };
            checked.into_iter().map(|checked| checked.map(article)).collect()
        };
        let results = parallel::map_in_order(args::jobs(args.jobs), inputs.into_iter().enumerate(), check);
        Self { results, waiting: Vec::new().into_iter(), progress, selection, outcome }
    }

    /// What the run came to, when all articles are taken.
    pub(crate) fn finish(self) -> Outcome {
        self.outcome
    }
}

impl Iterator for Articles<'_> {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        loop {
            let Some(result) = self.waiting.next() else {
                self.waiting = self.results.next()?.into_iter();
                self.progress.advance();
                continue;
            };
            match result {
                Ok(article) => {
                    self.outcome.problems.extend_from_slice(&article.problems);
                    self.outcome.add(&article.document, self.selection);
                    return Some(article);
                }
                Err(problem) => self.outcome.problems.push(problem),
            }
        }
    }
}

/// The bytes of an input, where they are known beforehand.
fn size(input: &Result<Input, Problem>) -> u64 {
    match input {
        Ok(Input::File(path)) => fs::metadata(path).map_or(0, |metadata| metadata.len()),
        _ => 0,
    }
}

/// The entries of the articles in an input, each with what went wrong with plugins.
pub(crate) fn check_input(
    checker: &Checker,
    input: &Input,
    options: &InputOptions,
    date: Option<Date>,
) -> Vec<Result<(DocumentEntry, Vec<Problem>), Problem>> {
    let check = |document: Result<Document, Problem>| check_document(checker, document?, date);
    inputs::read(input, options).into_iter().map(check).collect()
}

fn check_document(
    checker: &Checker,
    document: Document,
    date: Option<Date>,
) -> Result<(DocumentEntry, Vec<Problem>), Problem> {
    let path = document.path.clone();
    let document = if date.is_some() { document.dated(date) } else { document };
    let check = || {
        let checked = checker.check(&document);
        let problems = checked.faults.iter().filter_map(|fault| plugins::problem(&path, fault)).collect();
        (DocumentEntry::new(&path, &document, checked, false), problems)
    };
    or_crash(check).map_err(|message| Problem { path: path.clone(), message, line: None, column: None })
}

/// The apology for a fault of ours.
pub(crate) const CRASHED: &str =
    "claimlist failed on this text. That is a fault of claimlist: please report it, with the text if you can";

/// The result of `work`, or an apology if it panics: a fault of ours in one article does not cost the others.
pub(crate) fn or_crash<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| CRASHED.to_owned())
}
