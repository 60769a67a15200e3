//! `claimlist check`: the checklist of each article.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::bail;
use claimlist_core::Checker;
use claimlist_core::checklist::{Checklist, Problem};
use claimlist_core::lexicon::Lexicon;
use claimlist_core::rules::RuleSet;
use claimlist_report::{Medium, Renderer, Selection};

use crate::args::{self, Check};
use crate::articles::Articles;
use crate::config::Config;
use crate::destination::Destination;
use crate::exit::Exit;
use crate::outcome::Outcome;
use crate::rendering::Rendering;
use crate::{inputs, output};

pub(crate) fn run(args: &Check) -> anyhow::Result<Exit> {
    let started = Instant::now();
    let mut paths = args.paths.clone();
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            bail!("name an article to check: claimlist check article.txt (or - for standard input)");
        }
        paths.push("-".into());
    }
    let destination = Destination::of(args.output.as_deref());
    let rendering = Rendering::new(args, &destination)?;
    // The word lists take as long to read as the rules: the two are read side by side.
    std::thread::spawn(Lexicon::english);
    let (rules, config) = match args.rules.load(&paths) {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    known_tags(&args.tag, &rules)?;
    let selection = args.selection(&config, rendering.complete);
    let inputs = inputs::find(&paths);
    let files = destination.files(&inputs, &rendering.ending);
    destination.prepare(&inputs, &files, args.force)?;
    let in_force = if args.verbose { in_force(&config, &rules) } else { String::new() };
    let checker =
        Checker::new(rules).with_ranker(config.ranker()).with_date_order(args.dates.date_order.into());
    let (plugins, problems) = args.plugins.start(&config, args.verbose);
    let fail_on = Some(args.fail_on.clone()).filter(|causes| !causes.is_empty());
    let fail_on = fail_on.or_else(|| config.check(|check| check.fail_on.clone())).unwrap_or_default();
    let outcome = Outcome::new(&fail_on, problems);
    let checker = checker.with_plugins(plugins);
    // Lines that stream to the terminal, or that plugins write there, would run into the line of progress.
    let streams = rendering.renderer.one_by_one().is_some() && destination == Destination::Stdout;
    let busy = args.verbose || (streams && io::stdout().is_terminal());
    let visible = !args.quiet && !busy;
    let articles = Articles::check(inputs, checker, args, &selection, outcome, visible);
    let target = Target { destination: &destination, files: &files, medium: rendering.medium };
    let outcome = write(articles, &*rendering.renderer, &selection, &target)?;
    list_problems(&outcome.problems)?;
    if !args.quiet {
        remarks(&outcome, &destination)?;
    }
    if args.verbose {
        let taken = started.elapsed().as_secs_f64();
        anstream::eprintln!("{in_force}claims: {} in {taken:.2} s", outcome.claims);
    }
    Ok(outcome.exit())
}

/// Where and how a run writes.
struct Target<'a> {
    destination: &'a Destination,
    /// The file of each input, if each has one.
    files: &'a [PathBuf],
    medium: Medium,
}

/// Writes the articles as they come, where format and destination allow it: a run over very many holds few of them.
fn write(
    mut articles: Articles<'_>,
    renderer: &dyn Renderer,
    selection: &Selection,
    target: &Target<'_>,
) -> anyhow::Result<Outcome> {
    if let Destination::Folder(_) = target.destination {
        let mut rest = articles.by_ref().peekable();
        while let Some(article) = rest.next() {
            let Some(path) = target.files.get(article.index) else { continue };
            let mut checklist = checklist();
            checklist.documents.push(article.document);
            checklist.problems = article.problems;
            // A feed has several articles.
            while let Some(other) = rest.next_if(|other| other.index == article.index) {
                checklist.documents.push(other.document);
                checklist.problems.extend(other.problems);
            }
            output::write_to(Some(path), target.medium, |out| renderer.render(&checklist, selection, out))?;
        }
        return Ok(articles.finish());
    }
    let path = match target.destination {
        Destination::File(path) => Some(path.as_path()),
        Destination::Stdout | Destination::Folder(_) => None,
    };
    if let Some(format) = renderer.one_by_one() {
        output::write_to(path, target.medium, |out| {
            format.head(out)?;
            articles.by_ref().try_for_each(|article| format.document(&article.document, selection, out))
        })?;
        return Ok(articles.finish());
    }
    let mut checklist = checklist();
    checklist.documents.extend(articles.by_ref().map(|article| article.document));
    let mut outcome = articles.finish();
    checklist.problems = std::mem::take(&mut outcome.problems);
    output::write_to(path, target.medium, |out| renderer.render(&checklist, selection, out))?;
    outcome.problems = checklist.problems;
    Ok(outcome)
}

fn checklist() -> Checklist {
    Checklist::new(env!("CARGO_PKG_VERSION"))
}

/// A misspelt tag would show nothing, and look like an article without such claims.
fn known_tags(wanted: &[String], rules: &RuleSet) -> anyhow::Result<()> {
    let mut known: Vec<&str> = rules.rules().iter().flat_map(|rule| &rule.tags).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    match wanted.iter().find(|tag| !known.contains(&tag.as_str())) {
        Some(tag) => bail!("no rule has the tag `{tag}`; tags in use: {}", known.join(", ")),
        None => Ok(()),
    }
}

/// What a run goes by.
fn in_force(config: &Config, rules: &RuleSet) -> String {
    let mut lines = String::new();
    for file in &config.files {
        let _ = writeln!(lines, "configuration: {}", file.path.display());
    }
    let _ = writeln!(lines, "rules: {}", rules.rules().len());
    lines
}

/// What became of the run that the checklists themselves do not say.
fn remarks(outcome: &Outcome, destination: &Destination) -> io::Result<()> {
    let mut err = anstream::stderr().lock();
    if let Destination::Folder(folder) = destination {
        let lists = if outcome.articles == 1 { "checklist" } else { "checklists" };
        writeln!(err, "{} {lists} written to {}", outcome.articles, folder.display())?;
    }
    match outcome.failure() {
        Some(failure) => writeln!(err, "{}failed:{:#} {failure} (--fail-on)", args::ERROR, args::ERROR),
        None => Ok(()),
    }
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
