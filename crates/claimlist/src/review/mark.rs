//! `claimlist mark`: marks claims of a checklist from the shell.

use std::path::Path;

use anyhow::bail;
use claimlist_core::Source;
use claimlist_core::checklist::{Checklist, ClaimEntry};
use claimlist_report::printable;
use jiff::Timestamp;

use super::args::Mark;
use super::files::{self, Content};
use super::show::{Progress, hanging};
use crate::exit::Exit;
use crate::output;

/// Where a claim stands in its checklist: the index of its article, its own index there.
type Place = (usize, usize);

pub(crate) fn run(args: &Mark) -> anyhow::Result<Exit> {
    if args.checklist == Path::new("-") {
        bail!("standard input cannot be marked: give the name of a file");
    }
    let mut checklist = match files::checklist(&args.checklist) {
        Ok(Content::Checklist(checklist)) => checklist,
        Ok(_) => bail!(
            "marks go into JSON files only: claimlist review {} --output list.json writes one",
            args.checklist.display()
        ),
        Err(problem) => return Ok(super::failed(problem)),
    };
    let places = find_all(&checklist, args)?;
    let now = Timestamp::from_second(Timestamp::now().as_second())?.to_string();
    let mut told = Vec::new();
    for &(document, claim) in &places {
        let claim = &mut checklist.documents[document].claims[claim];
        told.push(format!("{} {} (was {})  ", claim.id, args.status.name(), claim.status.name()));
        change(claim, args, &now);
    }
    files::replace(&checklist, &args.checklist)?;
    output::print(|out| {
        for (prefix, &(document, claim)) in told.iter().zip(&places) {
            hanging(prefix, &checklist.documents[document].claims[claim].text, out)?;
        }
        writeln!(out, "{}", Progress::of(&checklist.documents))
    })?;
    Ok(Exit::Done)
}

fn change(claim: &mut ClaimEntry, args: &Mark, now: &str) {
    claim.status = args.status;
    claim.marked = Some(now.to_owned());
    if let Some(note) = &args.note {
        claim.note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    }
    if args.no_sources {
        claim.evidence.clear();
    }
    for source in args.source.iter().map(|text| source(text)) {
        if !source.title.is_empty() && !claim.evidence.contains(&source) {
            claim.evidence.push(source);
        }
    }
}

/// "Title https://…", a bare address, or a bare title.
fn source(text: &str) -> Source {
    let text = text.trim();
    let (title, last) = text.rsplit_once(char::is_whitespace).unwrap_or((text, text));
    let is_web = |url: &str| {
        let url = url.to_ascii_lowercase();
        url.starts_with("https://") || url.starts_with("http://")
    };
    let url = is_web(last).then(|| last.to_owned());
    Source { title: if url.is_some() { title.trim() } else { text }.to_owned(), url }
}

/// The places of all the claims that are named, each once.
fn find_all(checklist: &Checklist, args: &Mark) -> anyhow::Result<Vec<Place>> {
    let document = match &args.document {
        None => None,
        Some(path) => match checklist.documents.iter().position(|document| document.path == *path) {
            Some(index) => Some(index),
            None => bail!("no article {path} in this checklist, which has: {}", paths(checklist)),
        },
    };
    let mut places = Vec::new();
    for id in &args.ids {
        let place = find(checklist, document, id, args)?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    Ok(places)
}

/// The claim with this id, else with this number, else the only one whose id begins so. A number counts before the beginnings of
/// ids: of the numbers up to 9, nearly each is the beginning of some id, and it is the number that people see.
fn find(checklist: &Checklist, document: Option<usize>, id: &str, args: &Mark) -> anyhow::Result<Place> {
    let folded = id.to_ascii_lowercase();
    let inside = |index: usize| document.is_none_or(|document| document == index);
    let mut found: Vec<Place> = Vec::new();
    let mut numbered: Vec<Place> = Vec::new();
    for (at, entry) in checklist.documents.iter().enumerate().filter(|(at, _)| inside(*at)) {
        let beginning = |(_, claim): &(usize, &ClaimEntry)| claim.id.starts_with(&folded);
        found.extend(entry.claims.iter().enumerate().filter(beginning).map(|(index, _)| (at, index)));
        let number =
            id.trim_start_matches('#').parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        numbered.extend(number.filter(|&index| index < entry.claims.len()).map(|index| (at, index)));
    }
    let claim = |&(document, index): &Place| &checklist.documents[document].claims[index];
    if found.iter().any(|place| claim(place).id == folded) {
        found.retain(|place| claim(place).id == folded);
    } else if !numbered.is_empty() {
        found = numbered;
    }
    match found.as_slice() {
        [] => bail!(
            "no claim {} in {}: claimlist review {1} --all lists the ids",
            printable(id),
            args.checklist.display()
        ),
        [place] => Ok(*place),
        several => {
            let shown: Vec<_> = several
                .iter()
                .take(5)
                .map(|place| {
                    format!(
                        "{} ({}, {})",
                        claim(place).id,
                        printable(&claim(place).text),
                        path(checklist, place)
                    )
                })
                .collect();
            let more = if several.len() > 5 { ", .." } else { "" };
            bail!(
                "{} may be {}{more}: write more of the id, or name the article with --document",
                printable(id),
                shown.join(" or ")
            )
        }
    }
}

fn path(checklist: &Checklist, place: &Place) -> String {
    printable(&checklist.documents[place.0].path)
}

fn paths(checklist: &Checklist) -> String {
    let paths: Vec<_> = checklist.documents.iter().map(|document| printable(&document.path)).collect();
    paths.join(", ")
}
