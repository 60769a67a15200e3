//! What is wrong with a file that is no TOML, in words for people who do not know TOML.

use std::sync::Arc;

use toml::de::DeTable;

use crate::rules::{Fault, RuleFile, Severity};

/// The start of the parser's description of a fault, what it means, and what to do.
const FAULTS: &[(&str, &str, &str)] = &[
    ("invalid basic string", "the text is not closed", "put a quotation mark at its end"),
    ("invalid literal string", "the text is not closed", "put a quotation mark at its end"),
    ("invalid multi-line", "the text is not closed", "put three quotation marks at its end"),
    (
        "string values must be quoted",
        "a text has to stand in quotation marks",
        "put a straight \" before and behind it",
    ),
    (
        "invalid boolean",
        "this is neither true nor false",
        "put a straight \" before and behind it if it is a text",
    ),
    (
        "missing escaped value",
        "a backslash in a text in double quotation marks stands for something else",
        "put the text in single quotation marks, '..', or write every backslash twice",
    ),
    ("duplicate key", "this key is there already", "leave one of the two out"),
    ("key with no value", "there is no `=` behind the key", "write: key = value"),
    (
        "unexpected key or value",
        "something stands behind the value",
        "put each key in a line of its own, and a quotation mark inside a text behind a backslash",
    ),
    ("unclosed array table", "the heading is not closed", "write [[rule]], in two brackets on both sides"),
    ("unclosed table", "the heading is not closed", "write it in brackets on both sides: [name]"),
    (
        "missing comma between array elements",
        "a comma is missing, or the list is not closed",
        "put `,` between the parts of a list, and `]` at its end",
    ),
    ("unclosed array", "the list is not closed", "put `]` at its end"),
    (
        "missing comma between key-value pairs",
        "a comma is missing, or the braces are not closed",
        "put `,` between the conditions, and `}` at their end",
    ),
    ("unclosed inline table", "the braces are not closed", "put `}` at their end"),
];

/// Descriptions behind which the parser has lost its way: what it finds later in the file is more noise than news.
const LOST: [&str; 3] = ["missing comma", "unclosed array, ", "unclosed inline table"];

/// What is wrong with a file that is no TOML; nothing where it is one. A file need not be a rule file for this.
#[must_use]
pub fn syntax_faults(file: &Arc<RuleFile>) -> Vec<Fault> {
    let (_, errors) = DeTable::parse_recoverable(&file.text);
    in_words(file, &errors).0
}

/// The places at which a file is no TOML, one and the same fault once a line, and whether the parser has lost its way.
pub(super) fn in_words(file: &Arc<RuleFile>, errors: &[toml::de::Error]) -> (Vec<Fault>, bool) {
    let mut faults: Vec<Fault> = Vec::new();
    for error in errors {
        let found = FAULTS.iter().find(|(start, _, _)| error.message().starts_with(start));
        let (message, remedy) =
            found.map_or((error.message(), ""), |(_, message, remedy)| (*message, *remedy));
        let fault = Fault {
            severity: Severity::Error,
            file: Arc::clone(file),
            span: Some(error.span().unwrap_or(0..0)),
            message: message.to_owned(),
            remedy: remedy.to_owned(),
        };
        let line = |fault: &Fault| fault.position().map(|(line, _)| line);
        if !faults.last().is_some_and(|last| last.message == fault.message && line(last) == line(&fault)) {
            faults.push(fault);
        }
        if LOST.iter().any(|start| error.message().starts_with(start)) {
            return (faults, true);
        }
    }
    (faults, false)
}
