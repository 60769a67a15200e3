//! Comma-separated values (RFC 4180) for spreadsheets: one row a claim, and one for what concerns an article as a whole.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and would run it: "-5 degrees" in an
//! article must not. Such a text gets an apostrophe before it, as the Open Worldwide Application Security Project
//! advises ("CSV Injection"). Numbers of ours stay numbers.

use std::io::{self, Write};

use claimlist_core::checklist::DocumentEntry;
use csv::{Terminator, WriterBuilder};

use crate::columns::{COLUMNS, Cell, lines};
use crate::{OneByOne, Selection};

/// One row a claim.
#[derive(Clone, Copy, Debug)]
pub struct Csv {
    /// Begins with the byte order mark by which Excel knows UTF-8. A program at the end of a pipe would stumble over it.
    pub byte_order_mark: bool,
}

impl OneByOne for Csv {
    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.byte_order_mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        write_rows(out, [COLUMNS.iter().map(|column| column.name.to_owned())])
    }

    fn document(
        &self,
        document: &DocumentEntry,
        selection: &Selection,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lines = lines(document, selection);
        write_rows(out, lines.iter().map(|line| COLUMNS.iter().map(|column| written((column.of)(line)))))
    }
}

fn write_rows(
    out: &mut dyn Write,
    rows: impl IntoIterator<Item = impl Iterator<Item = String>>,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    for row in rows {
        writer.write_record(row)?;
    }
    writer.flush()
}

/// A cell that no spreadsheet takes for a formula.
fn written(cell: Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        // The wide forms are formulas to some East Asian editions.
        Cell::Text(text)
            if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) =>
        {
            format!("'{text}")
        }
        Cell::Text(text) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_a_text_and_a_number_is_a_number() {
        let text = |text: &str| written(Cell::Text(text.to_owned()));
        for formula in ["=cmd|' /C calc'!A0", "+1", "-5 degrees", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(text(formula), format!("'{formula}"));
        }
        assert_eq!((text("5 - 3 = 2"), text("")), ("5 - 3 = 2".to_owned(), String::new()));
        assert_eq!(written(Cell::Number(-0.5)), "-0.5");
    }
}
