//! The checklist as JSON inside the page, for the page to save and for `claimlist review` to read.
//!
//! In a `<script>` element, `</script>` and `<!--` would be read as HTML; the only `<` of JSON stand in its strings, where
//! `\u003c` says the same.

use std::io::{self, Write};

use claimlist_core::checklist::Checklist;
use serde::Serialize as _;
use serde_json::ser::{Formatter, Serializer};

/// What stands before the JSON in a page.
pub(super) const BEFORE: &str = "<script type=\"application/json\" id=\"checklist\">";

/// What stands behind it.
pub(super) const BEHIND: &str = "</script>";

pub(super) fn write(checklist: &Checklist, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BEFORE.as_bytes())?;
    checklist.serialize(&mut Serializer::with_formatter(&mut *out, WithoutTags))?;
    out.write_all(BEHIND.as_bytes())
}

/// The JSON of a checklist inside a page, or nothing if there is none.
#[must_use]
pub fn checklist_in_page(page: &str) -> Option<&str> {
    let (_, json) = page.split_once(BEFORE)?;
    Some(json.split_once(BEHIND)?.0)
}

/// Compact JSON without a `<`.
struct WithoutTags;

impl Formatter for WithoutTags {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        for (index, piece) in fragment.split('<').enumerate() {
            if index > 0 {
                out.write_all(b"\\u003c")?;
            }
            out.write_all(piece.as_bytes())?;
        }
        Ok(())
    }
}
