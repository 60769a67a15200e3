//! Reads and writes the files of a review: checklists as JSON or in a page, and marks.

use std::path::{Path, PathBuf};

use anyhow::bail;
use claimlist_core::checklist::{Checklist, Problem, SCHEMA};
use claimlist_core::review::{MARKS_SCHEMA, Marks};
use claimlist_report::{Format, Json, Medium, Renderer as _, Selection, checklist_in_page};
use serde::Deserialize;

use crate::destination::Destination;
use crate::inputs::{self, Input};
use crate::output;
use crate::rendering::{Look, Rendering};

/// How to come by a checklist.
const REMEDY: &str = "claimlist check ARTICLE --output list.json writes a checklist";

/// A file of a review.
pub(super) enum Content {
    /// A checklist that is a JSON file.
    Checklist(Checklist),
    /// A checklist inside a page.
    Page(Checklist),
    Marks(Marks),
    /// Something else, such as an article.
    Other,
}

/// What a JSON file says that it is.
#[derive(Deserialize)]
struct Named {
    schema: Option<String>,
}

/// Tells what the bytes of a file are.
///
/// # Errors
/// When they begin as a checklist or marks and go wrong further on.
pub(super) fn content(path: &Path, bytes: &[u8]) -> Result<Content, Problem> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(Content::Other) };
    let text = text.trim_start_matches('\u{feff}');
    if let Some(json) = checklist_in_page(text) {
        // Lines and columns in the page would help nobody: no person writes it.
        let checklist = serde_json::from_str(json).map_err(|error| {
            problem(path, format!("the checklist in this page is damaged ({error}): {REMEDY}"), None)
        })?;
        return Ok(Content::Page(checklist));
    }
    if !text.trim_start().starts_with('{') {
        return Ok(Content::Other);
    }
    let named: Named = parse(path, text)?;
    match named.schema.as_deref() {
        Some(SCHEMA) => parse(path, text).map(Content::Checklist),
        Some(MARKS_SCHEMA) => parse(path, text).map(Content::Marks),
        Some(other) => Err(problem(
            path,
            format!(
                "its schema is \"{other}\", not \"{SCHEMA}\" or \"{MARKS_SCHEMA}\": {REMEDY}, and Save on its page marks"
            ),
            None,
        )),
        None => {
            Err(problem(path, format!("it is JSON without a \"schema\", so no checklist: {REMEDY}"), None))
        }
    }
}

/// The checklist in a file.
pub(super) fn checklist(path: &Path) -> Result<Content, Problem> {
    match content(path, &inputs::bytes(&Input::of(path))?)? {
        Content::Marks(_) => {
            Err(problem(path, "it holds marks, not a checklist: give it with --marks".to_owned(), None))
        }
        Content::Other => Err(problem(path, format!("it is no checklist: {REMEDY}"), None)),
        checklist => Ok(checklist),
    }
}

/// The marks in a file, which may also be a checklist.
pub(super) fn marks(path: &Path) -> Result<Marks, Problem> {
    match content(path, &inputs::bytes(&Input::of(path))?)? {
        Content::Marks(marks) => Ok(marks),
        Content::Checklist(checklist) | Content::Page(checklist) => Ok(Marks::of(&checklist)),
        Content::Other => Err(problem(
            path,
            "it holds no marks: Save on the page of a checklist writes a file of them".to_owned(),
            None,
        )),
    }
}

/// Replaces the file of a checklist.
pub(super) fn replace(checklist: &Checklist, path: &Path) -> anyhow::Result<()> {
    output::write_to(Some(path), Medium::Text, |out| Json.render(checklist, &Selection::default(), out))
}

/// Where a checklist is to be written, and how.
pub(super) struct Target {
    path: Option<PathBuf>,
    rendering: Rendering,
}

impl Target {
    /// # Errors
    /// If the file exists and `force` is not set, or its name tells no format.
    pub(super) fn new(
        format: Option<&'static Format>,
        path: Option<&Path>,
        force: bool,
    ) -> anyhow::Result<Self> {
        let destination = Destination::of(path);
        let path = match &destination {
            Destination::Stdout => None,
            Destination::File(path) => Some(path.clone()),
            Destination::Folder(path) => bail!("{} is a folder: name a file", path.display()),
        };
        let rendering = Rendering::of(format, &destination, &Look::default())?;
        destination.prepare(&[], &[], force)?;
        Ok(Self { path, rendering })
    }

    /// Writes all of a checklist.
    pub(super) fn write(&self, checklist: &Checklist) -> anyhow::Result<()> {
        let Rendering { renderer, medium, .. } = &self.rendering;
        output::write_to(self.path.as_deref(), *medium, |out| {
            renderer.render(checklist, &Selection::default(), out)
        })
    }
}

fn parse<'t, T: Deserialize<'t>>(path: &Path, text: &'t str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        let message = message.strip_suffix(&place).unwrap_or(&message);
        problem(
            path,
            format!("not as a checklist is written: {message}"),
            // At the end of a file the column is that of the last character, 0 in an empty line.
            Some((error.line(), error.column().max(1))),
        )
    })
}

fn problem(path: &Path, message: String, place: Option<(usize, usize)>) -> Problem {
    let (line, column) = place.map(|(line, column)| (line as u32, column as u32)).unzip();
    Problem { path: path.display().to_string(), message, line, column }
}
