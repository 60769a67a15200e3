//! JSON lines: one article a line, as it stands in `documents` of the JSON format, for runs over very many articles.

use std::io::{self, Write};

use claimlist_core::checklist::DocumentEntry;

use crate::json::selected;
use crate::{OneByOne, Selection};

/// One JSON object an article, a line each.
#[derive(Clone, Copy, Debug)]
pub struct Jsonl;

impl OneByOne for Jsonl {
    fn document(
        &self,
        document: &DocumentEntry,
        selection: &Selection,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &*selected(document, selection))?;
        out.write_all(b"\n")
    }
}
