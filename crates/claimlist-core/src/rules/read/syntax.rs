//! What is wrong with a file that is no TOML, in words for people who do not know TOML.

use super::Reader;

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
    ("unclosed table", "the heading is not closed", "write it in brackets on both sides, as in [pack]"),
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

impl Reader<'_> {
    /// Tells of every place at which the file is no TOML, of one and the same fault once a line. Whether the parser has
    /// lost its way.
    pub(super) fn syntax(&mut self, errors: &[toml::de::Error]) -> bool {
        let mut last = None;
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let line = self.line_of(span.start);
            let found = FAULTS.iter().find(|(start, _, _)| error.message().starts_with(start));
            let (message, remedy) =
                found.map_or((error.message(), ""), |(_, message, remedy)| (*message, *remedy));
            if last != Some((line, message)) {
                self.error(span, message, remedy);
            }
            last = Some((line, message));
            if LOST.iter().any(|start| error.message().starts_with(start)) {
                return true;
            }
        }
        false
    }
}
