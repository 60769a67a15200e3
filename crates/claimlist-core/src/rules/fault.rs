//! Faults in rule files: each with its place and what to write instead.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A rule file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleFile {
    /// The path as it was given, for messages.
    pub path: String,
    /// Its text, without a byte order mark; what is not UTF-8 is replaced.
    pub text: Cow<'static, str>,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The rules are used all the same.
    Warning,
    /// No rule of the run is used.
    Error,
}

/// One fault in a rule file, or a file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// The file; for one that cannot be read, its path and no text.
    pub file: Arc<RuleFile>,
    /// The bytes of the file's text that are at fault; none where the fault is of the whole file.
    pub span: Option<Range<usize>>,
    /// What is wrong, without a period.
    pub message: String,
    /// What to write instead, without a period; may be empty.
    pub remedy: String,
}

impl Fault {
    /// A fault of a whole file.
    pub(crate) fn of_path(severity: Severity, path: &Path, message: String, remedy: &str) -> Self {
        let file = Arc::new(RuleFile { path: path.display().to_string(), text: Cow::Borrowed("") });
        Self { severity, file, span: None, message, remedy: remedy.to_owned() }
    }

    /// Line and column, from 1, columns in characters; none where the fault is of the whole file.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        let before = self.file.text.get(..self.span.as_ref()?.start)?;
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Some((before.matches('\n').count() + 1, before[line_start..].chars().count() + 1))
    }

    /// The line of the file, without its line break; empty where the fault is of the whole file.
    #[must_use]
    pub fn line(&self) -> &str {
        let line = self.position().map_or(usize::MAX, |(line, _)| line);
        self.file.text.lines().nth(line.wrapping_sub(1)).unwrap_or_default()
    }
}

impl fmt::Display for Fault {
    /// `economy.toml:12:4: unknown key `hnt` in a rule: did you mean `hint`?`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file.path)?;
        if let Some((line, column)) = self.position() {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)?;
        if !self.remedy.is_empty() {
            write!(f, ": {}", self.remedy)?;
        }
        Ok(())
    }
}

/// Every fault of the rule files of a run, in the order of the files and, in a file, of the text; one at least is an
/// error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct RuleErrors {
    /// The faults.
    pub faults: Vec<Fault>,
}

impl fmt::Display for RuleErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            write!(f, "{}{fault}", if index == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}
