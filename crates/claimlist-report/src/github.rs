//! Annotations for GitHub Actions: a line a claim, which GitHub shows beside the article's text in a pull request.
//!
//! ```text
//! ::warning file=council.txt,line=3,endLine=3,col=14,title=quantity%3A £2m on road repairs::Is it in the budget?
//! ```
//!
//! The commands and their escapes are described in "Workflow commands for GitHub Actions" (docs.github.com).

use std::io::{self, Write};

use claimlist_core::Priority;
use claimlist_core::checklist::{ClaimEntry, DocumentEntry};

use crate::wrap::printable;
use crate::{OneByOne, Selection};

/// One annotation a claim, and one for each hint on an article as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Github;

impl OneByOne for Github {
    fn document(
        &self,
        document: &DocumentEntry,
        selection: &Selection,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let file = property(&document.path);
        for hint in &document.hints {
            let text = printable(&hint.text);
            writeln!(out, "::{} file={file}::{}", command(Some(hint.priority)), message(&text))?;
        }
        for row in selection.of(document).rows {
            let ClaimEntry { kind, text, line, column, hints, .. } = row.claim;
            let title = property(&format!("{}: {}", kind.name(), printable(text)));
            let command = command(hints.iter().map(|hint| hint.priority).max());
            let mut said: Vec<_> = hints.iter().map(|hint| printable(&hint.text)).collect();
            if said.is_empty() {
                said.push(format!("A claim without hints, worth {:.2}.", row.claim.worth));
            }
            let said = message(&said.join("\n"));
            writeln!(out, "::{command} file={file},line={line},col={column},title={title}::{said}")?;
        }
        Ok(())
    }
}

/// The command for a priority. None is an error: an article is not broken because it has something to check.
fn command(priority: Option<Priority>) -> &'static str {
    match priority {
        Some(Priority::High) => "warning",
        Some(Priority::Medium | Priority::Low) | None => "notice",
    }
}

/// The text of an annotation.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which ends at a comma or a colon.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_it() {
        assert_eq!(message("12% more:\r\n::error::x"), "12%25 more:%0D%0A::error::x");
        assert_eq!(property("C:\\a,b.txt"), "C%3A\\a%2Cb.txt");
    }
}
