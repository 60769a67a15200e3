//! The articles of a run, several checked at once, handed on in the order in which they were given.

use std::fs::{self, Metadata};
use std::io::{self, IsTerminal as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use claimlist_core::checklist::{DocumentEntry, Problem};
use claimlist_core::{Checked, Checker, Document};
use claimlist_report::Selection;
use jiff::civil::Date;

use crate::args::{self, Check, InputOptions};
use crate::batch::{BATCH, batches, check_all};
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

/// What is found in a batch of inputs.
struct CheckedBatch {
    inputs: usize,
    articles: Vec<Result<Article, Problem>>,
}

/// The articles of a run. What went wrong with one of them is noted in the outcome.
pub(crate) struct Articles<'a> {
    results: InOrder<CheckedBatch>,
    /// The articles of the last batch that are not taken yet.
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
        let sizes: Vec<Option<u64>> = inputs.iter().map(size).collect();
        let known = sizes.iter().map(|size| size.unwrap_or_default());
        let jobs = args::jobs(args.jobs);
        // Where there are few articles, no thread is to wait for another.
        let share = known.clone().sum::<u64>() / parallel::under_way(jobs) as u64;
        let progress = if visible && io::stderr().is_terminal() {
            Progress::new(known.collect())
        } else {
            Progress::hidden()
        };
        let batches = batches(inputs.into_iter().enumerate().zip(sizes), share.min(BATCH as u64));
        let (date, options) = (args.dates.date, args.input.clone());
        let check = move |batch: Vec<(usize, Result<Input, Problem>)>| CheckedBatch {
            inputs: batch.len(),
            articles: check_inputs(&checker, batch, &options, date),
        };
        let results = parallel::map_in_order(jobs, batches.into_iter(), check);
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
                let batch = self.results.next()?;
                self.waiting = batch.articles.into_iter();
                (0..batch.inputs).for_each(|_| self.progress.advance());
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
fn size(input: &Result<Input, Problem>) -> Option<u64> {
    match input {
        Ok(Input::File(path)) => fs::metadata(path).ok().filter(Metadata::is_file).map(|file| file.len()),
        _ => None,
    }
}

/// Checks the articles in some inputs, each input with its index.
pub(crate) fn check_inputs(
    checker: &Checker,
    inputs: Vec<(usize, Result<Input, Problem>)>,
    options: &InputOptions,
    date: Option<Date>,
) -> Vec<Result<Article, Problem>> {
    let mut documents = Vec::new();
    for (index, input) in inputs {
        let read = input.map_or_else(|problem| vec![Err(problem)], |input| inputs::read(&input, options));
        let dated = |document: Document| if date.is_some() { document.dated(date) } else { document };
        documents.extend(read.into_iter().map(|document| (index, document.map(dated))));
    }
    let sized = |document: ReadDocument| {
        let bytes = document.1.as_ref().map_or(0, |document| document.text().len());
        (document, Some(bytes as u64))
    };
    // What was read may be more text than the files had bytes, and a feed has many articles.
    let batches = batches(documents.into_iter().map(sized), BATCH as u64);
    batches.into_iter().flat_map(|batch| check_documents(checker, &batch)).collect()
}

/// An article as it was read, with the index of its input.
type ReadDocument = (usize, Result<Document, Problem>);

fn check_documents(checker: &Checker, documents: &[ReadDocument]) -> Vec<Result<Article, Problem>> {
    let sound: Vec<_> = documents.iter().filter_map(|(_, document)| document.as_ref().ok()).collect();
    let mut checked = check_all(&sound, |documents| checker.check_all(documents)).into_iter();
    let article = |(index, document): &ReadDocument| {
        let document = document.as_ref().map_err(Clone::clone)?;
        let path = &document.path;
        let checked = checked.next().unwrap_or_else(|| Err(CRASHED.to_owned()));
        let article = checked.and_then(|checked| or_crash(|| article(*index, document, checked)));
        article.map_err(|message| Problem { path: path.clone(), message, line: None, column: None })
    };
    documents.iter().map(article).collect()
}

fn article(index: usize, document: &Document, checked: Checked) -> Article {
    let path = &document.path;
    let problems = checked.faults.iter().filter_map(|fault| plugins::problem(path, fault)).collect();
    Article { index, document: DocumentEntry::new(path, document, checked, false), problems }
}

/// The apology for a fault of ours.
pub(crate) const CRASHED: &str =
    "claimlist failed on this text. That is a fault of claimlist: please report it, with the text if you can";

/// The result of `work`, or an apology if it panics: a fault of ours in one article does not cost the others.
pub(crate) fn or_crash<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| CRASHED.to_owned())
}
