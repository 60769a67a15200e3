//! `claimlist check`: the checklist of each article.

use std::io::{self, IsTerminal as _, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::bail;
use claimlist_core::Checker;
use claimlist_core::checklist::{Checklist, DocumentEntry, Problem};
use claimlist_core::lexicon::Lexicon;
use claimlist_report::Options;
use jiff::civil::Date;

use crate::args::{self, Check};
use crate::exit::Exit;
use crate::inputs::{self, Input};
use crate::{output, parallel, plugins};

pub(crate) fn run(args: &Check) -> anyhow::Result<Exit> {
    let mut paths = args.paths.clone();
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            bail!("name an article to check: claimlist check article.txt (or - for standard input)");
        }
        paths.push("-".into());
    }
    let format = args.format()?;
    // The word lists take as long to read as the rules: the two are read side by side.
    std::thread::spawn(Lexicon::english);
    let (rules, config) = match args.rules.load(&paths) {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let checker = Checker::new(rules).with_date_order(args.date_order.into());
    let (plugins, problems) = args.plugins.start(&config, args.verbose);
    let checklist = checklist(args, checker.with_plugins(plugins), problems, &paths);
    output::write_to(args.output.as_deref(), |out| {
        format.renderer(&options(args)).render(&checklist, &args.selection(&config, format), out)
    })?;
    list_problems(&checklist.problems)?;
    Ok(if checklist.problems.is_empty() { Exit::Done } else { Exit::InputFailed })
}

fn checklist(
    args: &Check,
    checker: Checker,
    problems: Vec<Problem>,
    paths: &[std::path::PathBuf],
) -> Checklist {
    let mut checklist = Checklist { problems, ..Checklist::new(env!("CARGO_PKG_VERSION")) };
    let date = args.date;
    let check = move |input: Result<Input, Problem>| check_input(&checker, &input?, date);
    for result in parallel::map_in_order(args::jobs(args.jobs), inputs::find(paths).into_iter(), check) {
        match result {
            Ok((document, problems)) => {
                checklist.documents.push(document);
                checklist.problems.extend(problems);
            }
            Err(problem) => checklist.problems.push(problem),
        }
    }
    checklist
}

/// The entry of an article, with what went wrong with plugins.
fn check_input(
    checker: &Checker,
    input: &Input,
    date: Option<Date>,
) -> Result<(DocumentEntry, Vec<Problem>), Problem> {
    let path = input.to_string();
    let document = inputs::read(input)?.read_from(&path);
    let document = if date.is_some() { document.dated(date) } else { document };
    let check = || {
        let checked = checker.check(&document);
        let problems = checked.faults.iter().filter_map(|fault| plugins::problem(&path, fault)).collect();
        (DocumentEntry::new(&path, &document, checked, false), problems)
    };
    or_crash(check).map_err(|message| Problem { path: path.clone(), message, line: None, column: None })
}

/// The result of `work`, or an apology if it panics: a fault of ours in one article does not cost the others.
pub(crate) fn or_crash<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        "claimlist failed on this text. That is a fault of claimlist: please report it, with the text if you can".to_owned()
    })
}

fn options(args: &Check) -> Options {
    let width = match (args.width, &args.output) {
        (Some(width), _) => usize::from(width),
        (None, Some(_)) => output::PIPED_WIDTH,
        (None, None) => output::terminal_width(),
    };
    Options { width, quiet: args.quiet, file: args.output.is_some() }
}

/// One line a problem on standard error, as compilers write them: editors jump to the place.
pub(crate) fn list_problems(problems: &[Problem]) -> io::Result<()> {
    let mut err = anstream::stderr().lock();
    for problem in problems {
        write!(err, "{}error:{:#} ", args::ERROR, args::ERROR)?;
        write!(err, "{}", if problem.path == "-" { "standard input" } else { &problem.path })?;
        for place in [problem.line, problem.column].into_iter().flatten() {
            write!(err, ":{place}")?;
        }
        writeln!(err, ": {}", problem.message)?;
    }
    Ok(())
}
