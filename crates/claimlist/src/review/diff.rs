//! `claimlist diff`: which claims an edit added, took away or changed, and what becomes of their marks.

use std::io::{self, Write};
use std::path::Path;

use claimlist_core::Checker;
use claimlist_core::checklist::{Checklist, ClaimEntry, DocumentEntry, Problem};
use claimlist_core::review::{Carried, Changes};
use claimlist_report::{Format, width};
use jiff::civil::Date;

use super::args::Diff;
use super::files::{self, Content, Target};
use super::show::{counted, hanging, heading, place, section};
use crate::articles::check_inputs;
use crate::check::list_problems;
use crate::exit::Exit;
use crate::fetch::is_address;
use crate::inputs::{self, Input};
use crate::inspect::LABEL;
use crate::output;

pub(crate) fn run(args: &Diff) -> anyhow::Result<Exit> {
    let target = args.output.as_deref().map(|path| target(path, args.force)).transpose()?;
    let old = match version(&args.old, args, args.dates.date) {
        Ok(old) => old,
        Err(exit) => return Ok(exit),
    };
    let date = args.dates.date.or_else(|| match old.documents.as_slice() {
        [document] => document.date.as_deref()?.parse().ok(),
        _ => None,
    });
    let mut new = match version(&args.new, args, date) {
        Ok(new) => new,
        Err(exit) => return Ok(exit),
    };
    let compared = compare(&old, &mut new);
    output::print(|out| print(&old, &new, &compared, args.output.is_some(), out))?;
    if let Some(target) = target {
        target.write(&new)?;
    }
    list_problems(&new.problems)?;
    Ok(if new.problems.is_empty() { Exit::Done } else { Exit::InputFailed })
}

/// The checklist at a path, or that of the articles there; what is wrong is told on standard error.
fn version(path: &Path, args: &Diff, date: Option<Date>) -> Result<Checklist, Exit> {
    if !path.is_dir() && path != Path::new("-") && !is_address(path) {
        let content = inputs::bytes(&Input::of(path)).and_then(|bytes| files::content(path, &bytes));
        match content.map_err(super::failed)? {
            Content::Checklist(checklist) | Content::Page(checklist) => return Ok(checklist),
            Content::Marks(_) => {
                let message =
                    "it holds marks: claimlist review CHECKLIST --marks FILE takes them over".to_owned();
                let path = path.display().to_string();
                return Err(super::failed(Problem { path, message, line: None, column: None }));
            }
            Content::Other => {}
        }
    }
    let paths = [path.to_owned()];
    let (rules, config) = args.rules.load(&paths)?;
    let (plugins, problems) = args.plugins.start(&config, args.verbose);
    let checker = Checker::new(rules)
        .with_ranker(config.ranker())
        .with_date_order(args.dates.date_order.into())
        .with_plugins(plugins);
    let mut checklist = Checklist { problems, ..Checklist::new(env!("CARGO_PKG_VERSION")) };
    let inputs = inputs::find(&paths).into_iter().enumerate().collect();
    for checked in check_inputs(&checker, inputs, &args.input, date) {
        match checked {
            Ok(article) => {
                checklist.documents.push(article.document);
                checklist.problems.extend(article.problems);
            }
            Err(problem) => checklist.problems.push(problem),
        }
    }
    if checklist.documents.is_empty() {
        let _ = list_problems(&checklist.problems);
        return Err(Exit::InputFailed);
    }
    Ok(checklist)
}

/// The format is JSON where the file's name does not tell another.
fn target(path: &Path, force: bool) -> anyhow::Result<Target> {
    let named = Format::of_file(&path.file_name().unwrap_or_default().to_string_lossy());
    Target::new(named.or_else(|| Format::named("json")), Some(path), force)
}

/// What became of one article: its index among the old ones and the new ones, and of its claims.
struct Compared {
    old: usize,
    new: usize,
    changes: Changes,
    carried: Carried,
}

/// Compares the articles that both have, and carries their marks over.
fn compare(old: &Checklist, new: &mut Checklist) -> Vec<Compared> {
    let pairs: Vec<_> = (0..new.documents.len())
        .filter_map(|index| Some((counterpart(old, new, &new.documents[index])?, index)))
        .collect();
    let compare = |(before, after): (usize, usize)| {
        let changes = Changes::between(&old.documents[before], &new.documents[after]);
        let carried = changes.carry(&old.documents[before], &mut new.documents[after]);
        Compared { old: before, new: after, changes, carried }
    };
    pairs.into_iter().map(compare).collect()
}

/// The old version of an article: that with its path, else the only one with its file name, else the only one there is.
fn counterpart(old: &Checklist, new: &Checklist, document: &DocumentEntry) -> Option<usize> {
    let only = |fits: &dyn Fn(&DocumentEntry) -> bool| {
        let mut found =
            old.documents.iter().enumerate().filter(|(_, entry)| fits(entry)).map(|(index, _)| index);
        found.next().filter(|_| found.next().is_none())
    };
    let name = |entry: &DocumentEntry| Path::new(&entry.path).file_name().map(ToOwned::to_owned);
    only(&|entry| entry.path == document.path)
        .or_else(|| only(&|entry| name(entry) == name(document)))
        .or_else(|| (old.documents.len() == 1 && new.documents.len() == 1).then_some(0))
}

fn print(
    old: &Checklist,
    new: &Checklist,
    compared: &[Compared],
    written: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    for pair in compared {
        print_pair(&old.documents[pair.old], &new.documents[pair.new], pair, written, out)?;
    }
    let gone = (0..old.documents.len()).filter(|index| compared.iter().all(|pair| pair.old != *index));
    for document in gone.map(|index| &old.documents[index]) {
        heading(document, out)?;
        let marked = document.claims.iter().filter(|claim| claim.is_marked()).count();
        writeln!(
            out,
            "  This article is gone, with {}, {marked} of them marked.\n",
            counted(document.claims.len(), "claim")
        )?;
    }
    let added = (0..new.documents.len()).filter(|index| compared.iter().all(|pair| pair.new != *index));
    for document in added.map(|index| &new.documents[index]) {
        heading(document, out)?;
        writeln!(out, "  This article is new, with {}.\n", counted(document.claims.len(), "claim"))?;
    }
    Ok(())
}

fn print_pair(
    old: &DocumentEntry,
    new: &DocumentEntry,
    pair: &Compared,
    written: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Compared { changes, carried, .. } = pair;
    heading(new, out)?;
    writeln!(
        out,
        "  {} as before, {} changed, {} gone, {} new.\n",
        counted(changes.kept.len(), "claim"),
        changes.changed.len(),
        changes.gone.len(),
        changes.new.len()
    )?;
    if !changes.changed.is_empty() {
        writeln!(out, "  {LABEL}Changed{LABEL:#}")?;
        for &(from, to) in &changes.changed {
            print_change(&old.claims[from], &new.claims[to], out)?;
        }
        writeln!(out)?;
    }
    let of = |claims: &[usize], entry: &'_ DocumentEntry| -> Vec<ClaimEntry> {
        claims.iter().map(|&index| entry.claims[index].clone()).collect()
    };
    let (gone, added) = (of(&changes.gone, old), of(&changes.new, new));
    section("Gone", &gone.iter().collect::<Vec<_>>(), out)?;
    section("New", &added.iter().collect::<Vec<_>>(), out)?;
    print_carried(old, new, carried, written, out)
}

/// A claim before and after: its words, or that only those around it changed.
fn print_change(before: &ClaimEntry, after: &ClaimEntry, out: &mut dyn Write) -> io::Result<()> {
    let prefix = format!("  {}  {}  ", after.id, place(after));
    let indent = width(&prefix);
    if before.text == after.text {
        hanging(&prefix, &after.text, out)?;
        return writeln!(out, "{:indent$}the words around it changed", "");
    }
    hanging(&prefix, &before.text, out)?;
    hanging(&format!("{:indent$}now: ", ""), &after.text, out)
}

/// What becomes of the marks.
fn print_carried(
    old: &DocumentEntry,
    new: &DocumentEntry,
    carried: &Carried,
    written: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Carried { kept, reopened, lost } = carried;
    if kept + reopened.len() + lost.len() == 0 {
        return Ok(());
    }
    let would = if written { "" } else { "With --output, " };
    writeln!(out, "  {would}{} carried over.", counted(*kept, "mark"))?;
    if !reopened.is_empty() {
        writeln!(out, "  Open again, with their notes and sources, since they changed:")?;
    }
    for &(from, to) in reopened {
        let prefix = format!("    {} (was {})  ", new.claims[to].id, old.claims[from].status.name());
        hanging(&prefix, &new.claims[to].text, out)?;
    }
    if !lost.is_empty() {
        writeln!(out, "  Gone with their marks:")?;
    }
    for claim in lost.iter().map(|&index| &old.claims[index]) {
        hanging(&format!("    {} (was {})  ", claim.id, claim.status.name()), &claim.text, out)?;
    }
    writeln!(out)
}
