//! The formats of output, in one table: names, endings of files, renderers. `--format` and its help are made from it.
//!
//! ```
//! use claimlist_report::Format;
//!
//! assert_eq!(Format::of_file("desk/monday.csv").map(|format| format.name), Some("csv"));
//! assert!(Format::named("table").is_some_and(|format| !format.complete));
//! ```

use std::fmt;

use crate::{ClaimReview, Csv, Github, Group, Html, Json, Jsonl, Markdown, Renderer, Sarif, Table, Xlsx};

/// A format of output.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The endings of its files, without the dot, the usual one first.
    pub endings: &'static [&'static str],
    /// What it is for, in one line.
    pub about: &'static str,
    /// Whether it shows every claim unless asked for fewer; the others show those most worth a check.
    pub complete: bool,
    /// What its bytes are.
    pub medium: Medium,
    make: fn(&Options) -> Box<dyn Renderer>,
}

/// What the bytes of a format are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Text with ANSI styles, to be taken out where they do not belong.
    Styled,
    /// UTF-8 text.
    Text,
    /// Bytes that no terminal shows.
    Binary,
}

/// How the formats for people look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The width of a table in terminal columns; at least 40 is sensible.
    pub width: usize,
    /// Whether hints say how to go about them whatever the width.
    pub wide: bool,
    /// By what the claims of an article are grouped, if they are.
    pub group: Option<Group>,
    /// Whether sources are links for a terminal that knows them (OSC 8).
    pub links: bool,
    /// Leaves out all but the claims: no totals, no remarks.
    pub quiet: bool,
    /// Whether the output is a file of its own, not a stream that another program reads.
    pub file: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 100, wide: false, group: None, links: false, quiet: false, file: false }
    }
}

/// Every format, in the order of the help.
static FORMATS: &[Format] = &[
    Format {
        name: "table",
        endings: &["txt"],
        about: "A table for people",
        complete: false,
        medium: Medium::Styled,
        make: |options| Box::new(Table::new(options)),
    },
    Format {
        name: "markdown",
        endings: &["md", "markdown"],
        about: "A list with boxes to tick, for notes and issues",
        complete: false,
        medium: Medium::Text,
        make: |options| Box::new(Markdown { quiet: options.quiet, group: options.group }),
    },
    Format {
        name: "html",
        endings: &["html", "htm"],
        about: "A page to work through: the article beside its checklist",
        complete: true,
        medium: Medium::Text,
        make: |_| Box::new(Html),
    },
    Format {
        name: "csv",
        endings: &["csv"],
        about: "One row a claim, for spreadsheets",
        complete: true,
        medium: Medium::Text,
        make: |options| Box::new(Csv { byte_order_mark: options.file }),
    },
    Format {
        name: "json",
        endings: &["json"],
        about: "One JSON object for other programs",
        complete: true,
        medium: Medium::Text,
        make: |_| Box::new(Json),
    },
    Format {
        name: "jsonl",
        endings: &["jsonl", "ndjson"],
        about: "One JSON object an article, a line each, for very many articles",
        complete: true,
        medium: Medium::Text,
        make: |_| Box::new(Jsonl),
    },
    Format {
        name: "xlsx",
        endings: &["xlsx"],
        about: "A workbook with filters, links and a status to choose for each claim",
        complete: true,
        medium: Medium::Binary,
        make: |_| Box::new(Xlsx),
    },
    Format {
        name: "sarif",
        endings: &["sarif", "sarif.json"],
        about: "SARIF 2.1.0, for editors and code review",
        complete: true,
        medium: Medium::Text,
        make: |_| Box::new(Sarif),
    },
    Format {
        name: "github",
        endings: &["github.txt"],
        about: "Annotations for GitHub Actions",
        complete: false,
        medium: Medium::Text,
        make: |_| Box::new(Github),
    },
    Format {
        name: "claimreview",
        endings: &["jsonld"],
        about: "Drafts of schema.org ClaimReview, to be completed",
        complete: false,
        medium: Medium::Text,
        make: |_| Box::new(ClaimReview),
    },
];

impl Format {
    /// Every format, in the order of the help.
    #[must_use]
    pub fn all() -> &'static [Self] {
        FORMATS
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The format that a file's name ends in, in capital or small letters; the longest ending counts.
    #[must_use]
    pub fn of_file(name: &str) -> Option<&'static Self> {
        let name = name.to_ascii_lowercase();
        let has = |ending: &str| name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.'));
        let longest = |format: &&Self| {
            format.endings.iter().filter(|ending| has(ending)).map(|ending| ending.len()).max().unwrap_or(0)
        };
        // The first of equals: `max_by_key` would give the last.
        FORMATS.iter().rev().max_by_key(longest).filter(|format| longest(format) > 0)
    }

    /// The usual ending of its files, without the dot.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        self.endings.first().copied().unwrap_or(self.name)
    }

    /// What writes checklists in this format.
    #[must_use]
    pub fn renderer(&self, options: &Options) -> Box<dyn Renderer> {
        (self.make)(options)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_and_every_usual_ending_leads_back() {
        for format in Format::all() {
            assert_eq!(Format::named(format.name), Some(format));
            assert_eq!(Format::of_file(&format!("list.{}", format.ending())), Some(format));
        }
    }

    #[test]
    fn endings_are_whole_and_may_be_capital() {
        let name = |file: &str| Format::of_file(file).map(|format| format.name);
        assert_eq!(name("LIST.CSV"), Some("csv"));
        assert_eq!(name("a.json.md"), Some("markdown"));
        assert_eq!((name("csv"), name("listcsv"), name("list.pdf")), (None, None, None));
    }
}
