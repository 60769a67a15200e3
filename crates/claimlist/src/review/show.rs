//! `claimlist review`: where the work on a checklist stands, with marks merged from files.

use std::io::{self, Write};
use std::path::Path;

use claimlist_core::checklist::{Checklist, ClaimEntry, DocumentEntry, Status};
use claimlist_core::review::{Merged, Refused};
use claimlist_core::{Finding, Priority, Source};
use claimlist_report::{Selection, Sort, printable, width, wrap};

use super::args::Review;
use super::files::{self, Content, Target};
use crate::exit::Exit;
use crate::inspect::LABEL;
use crate::output;

/// Lines of a claim or note at most.
const LINES: usize = 4;

/// A wider terminal is not filled: lines would be hard to follow.
const WIDEST: usize = 110;

pub(crate) fn run(args: &Review) -> anyhow::Result<Exit> {
    let (mut checklist, is_page) = match files::checklist(&args.checklist) {
        Ok(Content::Checklist(checklist)) => (checklist, false),
        Ok(Content::Page(checklist)) => (checklist, true),
        Ok(_) => return Ok(Exit::InputFailed),
        Err(problem) => return Ok(super::failed(problem)),
    };
    if args.save && (is_page || args.checklist == Path::new("-")) {
        anyhow::bail!(
            "--save writes into JSON files only: write the checklist to one with --output list.json"
        );
    }
    let asked = args.format.is_some() || args.output.is_some();
    let target = asked.then(|| Target::new(args.format, args.output.as_deref(), args.force)).transpose()?;
    let mut exit = Exit::Done;
    for path in &args.marks {
        match files::marks(path) {
            Ok(marks) => {
                let merged = checklist.merge(marks);
                if merged.refused.iter().any(|(_, why)| *why == Refused::Unknown) {
                    exit = Exit::InputFailed;
                }
                tell(path, &merged)?;
            }
            Err(problem) => exit = super::failed(problem),
        }
    }
    if args.save {
        files::replace(&checklist, &args.checklist)?;
    }
    match target {
        Some(target) => target.write(&checklist)?,
        None => output::print(|out| print(&checklist, args, out))?,
    }
    Ok(exit)
}

/// Tells on standard error what came of a file of marks.
fn tell(path: &Path, merged: &Merged) -> io::Result<()> {
    let mut err = anstream::stderr().lock();
    let path = path.display();
    let same = if merged.same > 0 { format!(", {} there already", merged.same) } else { String::new() };
    writeln!(err, "{path}: {} taken over{same}.", counted(merged.taken, "mark"))?;
    for (id, before, now) in &merged.overruled {
        writeln!(err, "  {id} was {}, is {} now", before.name(), now.name())?;
    }
    for (mark, why) in &merged.refused {
        let why = match why {
            Refused::Unknown => "there is no such claim in the checklist",
            Refused::Older => "it was marked otherwise since then",
        };
        let (id, status) = (printable(&mark.id), mark.status.name());
        writeln!(err, "  {id} ({status}) is left out: {why}")?;
    }
    Ok(())
}

/// `1 mark`, `2 marks`
pub(super) fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

fn print(checklist: &Checklist, args: &Review, out: &mut dyn Write) -> io::Result<()> {
    for document in &checklist.documents {
        heading(document, out)?;
        writeln!(out, "  {}\n", Progress::of([document]))?;
        let all: &[_] = &[("Wrong", Status::Wrong), ("Unclear", Status::Unclear), ("Right", Status::Right)];
        for &(title, status) in &all[..if args.all { 3 } else { 2 }] {
            let claims: Vec<_> = document.claims.iter().filter(|claim| claim.status == status).collect();
            section(title, &claims, out)?;
        }
        let selection = Selection { sort: Sort::Worth, ..Selection::default() };
        let rows = selection.of(document).rows;
        let mut open: Vec<_> =
            rows.iter().map(|row| row.claim).filter(|claim| claim.status == Status::Open).collect();
        let all = open.len();
        open.truncate(if args.all { all } else { args.top });
        let title = match open.len() {
            shown if shown == all => "Open, the most worth a check first".to_owned(),
            shown => format!("Open, the {shown} most worth a check of {all}; --all shows every one"),
        };
        section(&title, &open, out)?;
    }
    match checklist.documents.len() {
        0 => writeln!(out, "There is no article in this checklist."),
        1 => Ok(()),
        articles => writeln!(out, "{articles} articles: {}", Progress::of(&checklist.documents)),
    }
}

/// The title and path of an article.
pub(super) fn heading(document: &DocumentEntry, out: &mut dyn Write) -> io::Result<()> {
    let path = if document.path == "-" { "standard input" } else { &document.path };
    match &document.title {
        Some(title) => {
            for line in wrap(&printable(title), columns(), usize::MAX) {
                writeln!(out, "{LABEL}{line}{LABEL:#}")?;
            }
            writeln!(out, "{}", printable(path))
        }
        None => writeln!(out, "{LABEL}{}{LABEL:#}", printable(path)),
    }
}

/// Some claims under a title, a few lines each; nothing where there are none.
pub(super) fn section(title: &str, claims: &[&ClaimEntry], out: &mut dyn Write) -> io::Result<()> {
    if claims.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {LABEL}{title}{LABEL:#}")?;
    let widest = claims.iter().map(|claim| width(&place(claim))).max().unwrap_or(0);
    for claim in claims {
        let prefix =
            format!("  {}  {:.2} {}  {:<widest$}  ", claim.id, claim.worth, urgency(claim), place(claim));
        let indent = width(&prefix);
        hanging(&prefix, &claim.text, out)?;
        if let Some(note) = &claim.note {
            hanging(&format!("{:indent$}  ", ""), note, out)?;
        }
        for source in &claim.evidence {
            // An address is not broken: it would no longer be one.
            writeln!(out, "{:indent$}  {}", "", printable(&named(source)))?;
        }
    }
    writeln!(out)
}

/// Where a claim stands in its source.
pub(super) fn place(claim: &ClaimEntry) -> String {
    claim.place.as_deref().map_or_else(|| format!("line {}", claim.line), printable)
}

/// A text behind a prefix, its further lines below its first.
pub(super) fn hanging(prefix: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let indent = width(prefix);
    for (at, line) in
        wrap(&printable(text), columns().saturating_sub(indent).max(20), LINES).iter().enumerate()
    {
        if at == 0 {
            writeln!(out, "{prefix}{line}")?;
        } else {
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    Ok(())
}

fn columns() -> usize {
    output::terminal_width().min(WIDEST)
}

/// How urgent a claim's hints are, in two columns, as in the table.
fn urgency(claim: &ClaimEntry) -> &'static str {
    if claim.hints.iter().any(|hint| hint.finding == Some(Finding::Conflicts)) {
        return "!!";
    }
    match claim.hints.iter().map(|hint| hint.priority).max() {
        Some(Priority::High) => "!!",
        Some(Priority::Medium) => "! ",
        Some(Priority::Low) => "· ",
        None => "  ",
    }
}

/// A source in one line.
fn named(source: &Source) -> String {
    match &source.url {
        Some(url) if *url != source.title => format!("{} <{url}>", source.title),
        _ => source.title.clone(),
    }
}

/// How many claims stand where.
pub(super) struct Progress([usize; 4]);

impl Progress {
    pub(super) fn of<'d>(documents: impl IntoIterator<Item = &'d DocumentEntry>) -> Self {
        let mut counts = [0; 4];
        for claim in documents.into_iter().flat_map(|document| &document.claims) {
            counts[claim.status as usize] += 1;
        }
        Self(counts)
    }
}

impl std::fmt::Display for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [open, right, wrong, unclear] = self.0;
        let done = right + wrong + unclear;
        write!(f, "{done} of {} checked", counted(open + done, "claim"))?;
        let parts = [(right, "right"), (wrong, "wrong"), (unclear, "unclear"), (open, "open")];
        for (index, (count, name)) in parts.iter().filter(|(count, _)| *count > 0).enumerate() {
            write!(f, "{} {count} {name}", if index == 0 { ":" } else { "," })?;
        }
        f.write_str(".")
    }
}
