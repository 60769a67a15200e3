//! Renders checklists: what a [`Checklist`] looks like as a table, as JSON, ...
//!
//! Each format is one file with one [`Renderer`]. A renderer shows the claims of a [`Selection`], and nothing of how
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
mod json;
mod palette;
mod selection;
mod table;
mod totals;
mod wrap;

use std::io::{self, Write};

use claimlist_core::checklist::Checklist;

pub use json::Json;
pub use selection::{Limit, Row, Selected, Selection, Sort};
pub use table::Table;
pub use wrap::{printable, width, wrap};

/// A format of output.
pub trait Renderer {
    /// Writes the selected claims of a checklist.
    ///
    /// Renderers may write ANSI styles; a caller whose output does not take them strips them (`anstream` does).
    ///
    /// # Errors
    /// Those of the writer.
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()>;
}
