//! Checklists by a template of the user's: anything that the other formats do not give.
//!
//! Templates are written in Jinja (<https://docs.rs/minijinja/latest/minijinja/syntax/>). To print a name that does
//! not exist is an error, not an empty text; `{% if claim.note %}` asks whether it does.
//!
//! ```
//! use claimlist_core::checklist::Checklist;
//! use claimlist_report::{Renderer, Selection, Template};
//!
//! let source = "{% for document in documents %}{{ document.path }}{% else %}nothing{% endfor %}\n";
//! let template = Template::new("list.txt", source.to_owned())?;
//! let mut out = Vec::new();
//! template.render(&Checklist::new("0.1.0"), &Selection::default(), &mut out)?;
//! assert_eq!(out, b"nothing");
//!
//! let error = Template::new("list.txt", "{% fro x in y %}".to_owned()).unwrap_err();
//! assert_eq!(error.to_string(), "list.txt:1:4: unknown statement fro");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::io::{self, Write};

use claimlist_core::Hint;
use claimlist_core::checklist::{Checklist, ClaimEntry, DocumentEntry, Problem, Tool};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use crate::{Renderer, Selection};

/// A template that was read.
#[derive(Debug)]
pub struct Template {
    environment: Environment<'static>,
    name: String,
    source: String,
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}:{line}:{column}: {message}")]
pub struct TemplateError {
    /// The template's file.
    pub name: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

/// What a template sees: the checklist with the selected claims.
#[derive(Serialize)]
struct Context<'c> {
    schema: &'c str,
    tool: &'c Tool,
    documents: Vec<DocumentContext<'c>>,
    problems: &'c [Problem],
}

#[derive(Serialize)]
struct DocumentContext<'c> {
    path: &'c str,
    title: Option<&'c str>,
    date: Option<&'c str>,
    text: &'c str,
    hints: &'c [Hint],
    claims: Vec<ClaimContext<'c>>,
    /// How many claims the limit left out.
    left_out: usize,
}

#[derive(Serialize)]
struct ClaimContext<'c> {
    /// As in the table.
    number: usize,
    /// The sentence that it stands in, in the article's words.
    context: &'c str,
    #[serde(flatten)]
    claim: &'c ClaimEntry,
}

impl Template {
    /// Reads a template. In one whose name ends in `.html`, `.htm` or `.xml` (before `.j2`, `.jinja` or `.jinja2`), what
    /// is filled in is escaped; elsewhere it is not.
    ///
    /// # Errors
    /// Says what is wrong and where.
    pub fn new(name: &str, source: String) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_syntax(syntax());
        environment.set_auto_escape_callback(|name| match ending(name) {
            Some("html" | "htm" | "xml") => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        let added = environment.add_template_owned(name.to_owned(), source.clone());
        let template = Self { environment, name: name.to_owned(), source };
        match added {
            Ok(()) => Ok(template),
            Err(error) => Err(template.fault(&error)),
        }
    }

    /// The ending of the files that it makes, without the dot: that of its name, without one that only says that it is
    /// a template.
    #[must_use]
    pub fn ending(&self) -> Option<&str> {
        ending(&self.name)
    }

    fn fault(&self, error: &minijinja::Error) -> TemplateError {
        let line = error.line().unwrap_or(1).max(1);
        let start = error.range().map_or(0, |range| range.start);
        let before = self.source.get(..start).unwrap_or_default();
        // Where the place within the line is not known, its start is.
        let column = match before.matches('\n').count() + 1 {
            known if known == line => before.chars().rev().take_while(|&c| c != '\n').count() + 1,
            _ => 1,
        };
        let message = match error.detail() {
            Some(detail) => detail.to_owned(),
            None => error.kind().to_string(),
        };
        TemplateError { name: self.name.clone(), line, column, message }
    }
}

impl Renderer for Template {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        let context = Context {
            schema: &checklist.schema,
            tool: &checklist.tool,
            documents: checklist.documents.iter().map(|document| of_document(document, selection)).collect(),
            problems: &checklist.problems,
        };
        let template = self.environment.get_template(&self.name).map_err(io::Error::other)?;
        // Into memory first: of a template that fails half-way, nothing is written.
        let text = template
            .render(Value::from(Serde(context)))
            .map_err(|error| io::Error::other(self.fault(&error)))?;
        out.write_all(text.as_bytes())
    }
}

/// Lines that hold nothing but a `{% .. %}` leave no blank lines behind.
fn syntax() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    // Delimiters that clash are the only fault there is, and these are the usual ones.
    syntax.build().unwrap_or_default()
}

fn of_document<'c>(document: &'c DocumentEntry, selection: &Selection) -> DocumentContext<'c> {
    let selected = selection.of(document);
    let claim = |row: &crate::Row<'c>| ClaimContext {
        number: row.number,
        context: sentence(document, row.claim),
        claim: row.claim,
    };
    DocumentContext {
        path: &document.path,
        title: document.title.as_deref(),
        date: document.date.as_deref(),
        text: &document.text,
        hints: &document.hints,
        claims: selected.rows.iter().map(claim).collect(),
        left_out: selected.left_out,
    }
}

/// The words of a claim's sentence; empty where the checklist does without the article's text.
pub(crate) fn sentence<'c>(document: &'c DocumentEntry, claim: &ClaimEntry) -> &'c str {
    let sentence = document.sentences.get(claim.sentence as usize);
    sentence
        .and_then(|sentence| document.text.get(sentence.start as usize..sentence.end as usize))
        .unwrap_or_default()
}

/// The ending of a template's name, without the dot and without one that only says that it is a template.
fn ending(name: &str) -> Option<&str> {
    let file = name.rsplit(['/', '\\']).next()?;
    let templates = [".j2", ".jinja", ".jinja2"];
    let file = templates.iter().find_map(|template| file.strip_suffix(template)).unwrap_or(file);
    file.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| !ending.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(name: &str, source: &str) -> Result<String, String> {
        let mut checklist = Checklist::new("1.0.0");
        checklist.problems.push(Problem {
            path: "<b>".to_owned(),
            message: "m".to_owned(),
            line: None,
            column: None,
        });
        let mut out = Vec::new();
        Template::new(name, source.to_owned())
            .map_err(|error| error.to_string())?
            .render(&checklist, &Selection::default(), &mut out)
            .map_err(|error| error.to_string())?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn only_html_is_escaped() {
        let source = "{{ problems[0].path }}\n";
        assert_eq!(rendered("a.html.j2", source).unwrap(), "&lt;b&gt;\n");
        assert_eq!(rendered("a.html/list.txt", source).unwrap(), "<b>\n");
        assert_eq!(rendered("list", source).unwrap(), "<b>\n");
    }

    #[test]
    fn faults_are_told_with_their_place() {
        let error = rendered("a.txt", "é\n  {{ documnets }}\n").unwrap_err();
        assert!(error.starts_with("a.txt:2:6: "), "{error}");
        let error = rendered("a.txt", "{% for x in documents %}").unwrap_err();
        assert!(error.starts_with("a.txt:1:"), "{error}");
        let error = rendered("a.txt", "{{ tool.nmae }}").unwrap_err();
        assert!(error.contains("undefined"), "{error}");
    }

    #[test]
    fn the_ending_is_that_of_what_it_makes() {
        for (name, wanted) in [("x/list.csv", Some("csv")), ("list.html.j2", Some("html")), ("list", None)] {
            assert_eq!(ending(name), wanted, "{name}");
        }
    }
}
