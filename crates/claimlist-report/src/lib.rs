//! Renders checklists: what a [`Checklist`] looks like as a table, as JSON, ...
//!
//! Each format is one file with one [`Renderer`] and a line in the table of [`Format`]s. A renderer shows the claims of a [`Selection`], and nothing of how
//! they were found.
//!
//! ```
//! use claimlist_core::checklist::Checklist;
//! use claimlist_report::{Json, Renderer, Selection};
//!
//! let mut out = Vec::new();
//! Json.render(&Checklist::new("0.1.0"), &Selection::default(), &mut out)?;
//! assert!(out.starts_with(b"{\n  \"schema\": \"claimlist/1\""));
//! # Ok::<(), std::io::Error>(())
//! ```

mod cells;
mod claimreview;
mod columns;
mod csv;
mod format;
mod github;
mod group;
mod html;
mod json;
mod jsonl;
mod markdown;
mod palette;
mod sarif;
mod selection;
mod table;
mod template;
mod totals;
mod wrap;
mod xlsx;

use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, DocumentEntry};

pub use claimreview::ClaimReview;
pub use csv::Csv;
pub use format::{Format, Medium, Options};
pub use github::Github;
pub use group::Group;
pub use html::{Html, checklist_in_page};
pub use json::Json;
pub use jsonl::Jsonl;
pub use markdown::Markdown;
pub use sarif::Sarif;
pub use selection::{Limit, Row, Selected, Selection, Sort};
pub use table::Table;
pub use template::{Template, TemplateError};
pub use wrap::{printable, width, wrap};
pub use xlsx::Xlsx;

/// A format of output.
pub trait Renderer {
    /// Writes the selected claims of a checklist.
    ///
    /// Renderers may write ANSI styles; a caller whose output does not take them strips them (`anstream` does).
    ///
    /// # Errors
    /// Those of the writer.
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()>;

    /// The same format article by article, where it can be written so.
    fn one_by_one(&self) -> Option<&dyn OneByOne> {
        None
    }
}

/// A format in which articles stand one behind the other, so that a run over very many need not hold them all.
pub trait OneByOne {
    /// Writes what stands before the first article.
    ///
    /// # Errors
    /// Those of the writer.
    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        let _ = out;
        Ok(())
    }

    /// Writes the selected claims of an article.
    ///
    /// # Errors
    /// Those of the writer.
    fn document(
        &self,
        document: &DocumentEntry,
        selection: &Selection,
        out: &mut dyn Write,
    ) -> io::Result<()>;
}

impl<F: OneByOne> Renderer for F {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        checklist.documents.iter().try_for_each(|document| self.document(document, selection, out))
    }

    fn one_by_one(&self) -> Option<&dyn OneByOne> {
        Some(self)
    }
}
