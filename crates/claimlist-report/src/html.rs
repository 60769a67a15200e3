//! One self-contained page: the article on one side with each claim marked in place, the checklist on the other.
//!
//! The page loads nothing and sends nothing; a content security policy holds browsers to that. All of the article and of
//! the checklist is in its HTML, so that it reads without scripts too; `html/*.js` adds marking, filters and keys.
//!
//! ```
//! use claimlist_core::checklist::Checklist;
//! use claimlist_report::{Html, Renderer, Selection};
//!
//! let mut out = Vec::new();
//! Html.render(&Checklist::new("0.1.0"), &Selection::default(), &mut out)?;
//! assert!(out.starts_with(b"<!doctype html>"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod article;
mod claim;
mod embedded;
mod escape;
mod segments;

use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, DocumentEntry};
use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256};

use crate::{Renderer, Row, Selection};
pub use embedded::checklist_in_page;
use escape::escaped;

/// The frame of the page, with `{{name}}` where a part belongs.
const PAGE: &str = include_str!("html/page.html");

const STYLE: &str = concat!(include_str!("html/style.css"), include_str!("html/print.css"));

/// Runs before the page is shown, so that it does not flicker.
const EARLY_SCRIPT: &str = include_str!("html/early.js");

/// Runs when all of the page is there.
const SCRIPT: &str = concat!(
    include_str!("html/store.js"),
    include_str!("html/files.js"),
    include_str!("html/list.js"),
    include_str!("html/editor.js"),
    include_str!("html/page.js"),
);

/// One self-contained page: each article with its claims marked, beside the checklist to work through.
#[derive(Clone, Copy, Debug)]
pub struct Html;

impl Renderer for Html {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        for part in parts(PAGE) {
            match part {
                Part::Text(text) => out.write_all(text.as_bytes())?,
                Part::Name("policy") => write!(out, "{}", escaped(&policy()))?,
                Part::Name("version") => write!(out, "{}", escaped(&checklist.tool.version))?,
                Part::Name("title") => write!(out, "{}", escaped(&title(checklist)))?,
                Part::Name("style") => out.write_all(STYLE.as_bytes())?,
                Part::Name("early") => out.write_all(EARLY_SCRIPT.as_bytes())?,
                Part::Name("script") => out.write_all(SCRIPT.as_bytes())?,
                Part::Name("checklist") => {
                    embedded::write(&crate::json::selected_of_all(checklist, selection), out)?;
                }
                Part::Name("problems") => problems(checklist, out)?,
                Part::Name("documents") => documents(checklist, selection, out)?,
                Part::Name(name) => debug_assert!(false, "no part {name}"),
            }
        }
        Ok(())
    }
}

/// A piece of the frame.
#[derive(Debug, PartialEq)]
enum Part<'p> {
    Text(&'p str),
    Name(&'p str),
}

fn parts(page: &str) -> impl Iterator<Item = Part<'_>> {
    page.split("{{")
        .enumerate()
        .flat_map(|(index, piece)| match piece.split_once("}}") {
            Some((name, text)) if index > 0 => [Some(Part::Name(name)), Some(Part::Text(text))],
            _ => [Some(Part::Text(piece)), None],
        })
        .flatten()
}

/// What the page may load and run: its own styles and scripts, known by their hashes, and nothing else.
fn policy() -> String {
    let hash = |text: &str| BASE64.encode(&Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{}'; script-src 'sha256-{}' 'sha256-{}'",
        hash(STYLE),
        hash(EARLY_SCRIPT),
        hash(SCRIPT)
    )
}

/// The title of the browser's window.
fn title(checklist: &Checklist) -> String {
    match checklist.documents.as_slice() {
        [] => "Checklist".to_owned(),
        [document] => format!("{} – checklist", name(document)),
        documents => format!("Checklist of {} articles", documents.len()),
    }
}

/// What an article is called: its title, or else its path.
fn name(document: &DocumentEntry) -> &str {
    match document.title.as_deref() {
        Some(title) => title,
        None if document.path == "-" => "Standard input",
        None => &document.path,
    }
}

/// What tells this version of an article, with its marks, from others: the browser keeps marks under it.
fn fingerprint(document: &DocumentEntry) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    add(&document.text);
    for claim in &document.claims {
        add(&claim.id);
        add(&format!("{:?} {:?} {:?} {:?}", claim.status, claim.marked, claim.note, claim.evidence));
    }
    HEXLOWER.encode(&hash.finalize()[..8])
}

fn problems(checklist: &Checklist, out: &mut dyn Write) -> io::Result<()> {
    if checklist.problems.is_empty() {
        return Ok(());
    }
    out.write_all(b"<section class=\"problems\" aria-label=\"What could not be checked\"><h2>Could not be checked</h2><ul>")?;
    for problem in &checklist.problems {
        let path = if problem.path == "-" { "standard input" } else { &problem.path };
        write!(out, "<li><b>{}", escaped(path))?;
        for place in [problem.line, problem.column].into_iter().flatten() {
            write!(out, ":{place}")?;
        }
        write!(out, "</b> {}</li>", escaped(&problem.message))?;
    }
    out.write_all(b"</ul></section>\n")
}

fn documents(checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
    if checklist.documents.is_empty() {
        out.write_all(b"<p class=\"nothing\">There is no article in this checklist.</p>\n")?;
    }
    for (index, document) in checklist.documents.iter().enumerate() {
        let number = index + 1;
        let selected = selection.of(document);
        writeln!(
            out,
            "<section class=\"document\" id=\"d{number}\" aria-label=\"{}\" data-path=\"{}\" data-hash=\"{}\">",
            escaped(name(document)),
            escaped(&document.path),
            fingerprint(document)
        )?;
        article::write(number, document, &selected.rows, out)?;
        claims(number, document, &selected.rows, out)?;
        out.write_all(b"</section>\n")?;
    }
    Ok(())
}

fn claims(number: usize, document: &DocumentEntry, rows: &[Row<'_>], out: &mut dyn Write) -> io::Result<()> {
    let shown = match (rows.len(), document.claims.len()) {
        (shown, all) if shown == all => format!("{all} claims"),
        (shown, all) => format!("{shown} of {all} claims"),
    };
    write!(
        out,
        "<div class=\"checklist\"><h2>{shown}</h2>\n<ol class=\"claims\" id=\"l{number}\" aria-label=\"Claims\">\n"
    )?;
    let worthy = worthy(document);
    for row in rows {
        claim::write(number, row, worthy.binary_search(&row.number).is_ok(), out)?;
    }
    out.write_all(b"</ol>\n<p class=\"none\" hidden>No claim fits these filters.</p></div>\n")
}

/// The numbers of the claims that a quiet table would show, rising.
fn worthy(document: &DocumentEntry) -> Vec<usize> {
    let selection = Selection { limit: crate::Limit::Quiet, ..Selection::default() };
    selection.of(document).rows.iter().map(|row| row.number).collect()
}

#[cfg(test)]
mod tests;
