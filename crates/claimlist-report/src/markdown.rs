//! A list in Markdown with a box to tick for each claim (GitHub Flavored Markdown), for notes, issues and wikis.
//!
//! ```text
//! # Town council votes on Monday
//!
//! council.txt, published 2025-02-27
//!
//! - [ ] 1\. **£2m on road repairs** (quantity, worth 0.81, line 3)
//!   - **!! before print:** Is it in the budget that was passed? [Council minutes](<https://example.org/minutes>)
//! ```

use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, DocumentEntry, Status};
use claimlist_core::{Finding, Hint, Source};

use crate::group::{Group, grouped};
use crate::palette;
use crate::selection::Row;
use crate::totals::Totals;
use crate::wrap::printable;
use crate::{Renderer, Selection};

/// Lists with boxes.
#[derive(Clone, Copy, Debug)]
pub struct Markdown {
    /// Leaves out all but the claims: no totals.
    pub quiet: bool,
    /// By what the claims of an article are grouped, if they are.
    pub group: Option<Group>,
}

impl Renderer for Markdown {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        let mut totals = Totals::new(checklist);
        for document in &checklist.documents {
            let selected = selection.of(document);
            totals.add(&selected);
            heading(document, out)?;
            for hint in &document.hints {
                writeln!(out, "- {}", hint_line(hint))?;
            }
            if !document.hints.is_empty() {
                writeln!(out)?;
            }
            if selected.rows.is_empty() {
                writeln!(out, "No claims.\n")?;
            } else {
                for group in grouped(document, selected.rows, self.group) {
                    if let Some(head) = &group.head {
                        writeln!(out, "## {}\n", escaped(head))?;
                    }
                    group.rows.iter().try_for_each(|row| claim(row, out))?;
                    writeln!(out)?;
                }
            }
            if selected.left_out > 0 && !self.quiet {
                writeln!(out, "{} more, less worth a check.\n", selected.left_out)?;
            }
        }
        if self.quiet { Ok(()) } else { writeln!(out, "{}", escaped(&totals.to_string())) }
    }
}

fn heading(document: &DocumentEntry, out: &mut dyn Write) -> io::Result<()> {
    let path = if document.path == "-" { "standard input" } else { &document.path };
    let date = document.date.as_ref().map(|date| format!(", published {date}")).unwrap_or_default();
    match &document.title {
        Some(title) => writeln!(out, "# {}\n\n{}{date}\n", escaped(title), escaped(path)),
        None => writeln!(out, "# {}{date}\n", escaped(path)),
    }
}

fn claim(row: &Row<'_>, out: &mut dyn Write) -> io::Result<()> {
    let claim = row.claim;
    let (tick, status) = match claim.status {
        Status::Open => (' ', String::new()),
        // What is not settled is still to do.
        Status::Unclear => (' ', format!(", **{}**", claim.status.name())),
        Status::Right | Status::Wrong => ('x', format!(", **{}**", claim.status.name())),
    };
    let speaker =
        claim.speaker.as_deref().map(|speaker| format!(" — {}", escaped(speaker))).unwrap_or_default();
    writeln!(
        out,
        "- [{tick}] {}\\. **{}**{speaker} ({}, worth {:.2}, {}{status})",
        row.number,
        escaped(&claim.text),
        claim.kind.name(),
        claim.worth,
        claim.place.as_deref().map_or_else(|| format!("line {}", claim.line), escaped)
    )?;
    let mut hints: Vec<_> = claim.hints.iter().collect();
    hints.sort_by_key(|hint| std::cmp::Reverse(hint.priority));
    hints.into_iter().try_for_each(|hint| writeln!(out, "  - {}", hint_line(hint)))
}

fn hint_line(hint: &Hint) -> String {
    let (mark, _) = palette::mark(hint.priority);
    let finding = match hint.finding {
        Some(Finding::Conflicts) => "CONFLICT: ",
        Some(Finding::Agrees) => "Agrees: ",
        None => "",
    };
    let words = palette::in_words(hint.priority);
    let mut line = format!("**{} {words}:** {finding}{}", mark.trim_end(), escaped(&hint.text));
    for (index, source) in hint.sources.iter().enumerate() {
        line += if index == 0 { " " } else { ", " };
        line += &link(source);
    }
    line
}

fn link(source: &Source) -> String {
    let title = escaped(&source.title);
    match source.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => format!("[{title}](<{}>)", address(url)),
        None => title,
    }
}

/// Whether an address leads into the web: others, such as `javascript:`, are not made links.
fn is_web(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
}

/// An address that stays within its angle brackets.
fn address(url: &str) -> String {
    printable(url).replace(' ', "%20").replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C")
}

/// Text on one line in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in printable(text).chars() {
        // Every ASCII punctuation mark may be escaped (CommonMark 0.31, "Backslash escapes"); these mean something
        // inside a line or at its start.
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&' | '|' | '#' | '$' | '@') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_an_article_is_markup() {
        assert_eq!(escaped("*2* of [3]\n<b>&amp;"), r"\*2\* of \[3\] \<b\>\&amp;");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let source = |url: &str| Source { title: "Register".to_owned(), url: Some(url.to_owned()) };
        assert_eq!(link(&source("https://example.org/a>b c")), "[Register](<https://example.org/a%3Eb%20c>)");
        assert_eq!(link(&source("javascript:alert(1)")), "Register");
    }
}
