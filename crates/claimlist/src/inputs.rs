//! What the paths on the command line stand for: files, the texts in folders, standard input.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use claimlist_core::Document;
use claimlist_core::checklist::Problem;
use claimlist_input::ReadError;
use jiff::civil::Date;
use walkdir::{DirEntry, WalkDir};

use crate::exit::Exit;

/// The ending of the files that a folder is searched for.
const ENDING: &str = "txt";

/// How alike two names have to be (Jaro-Winkler, 0 to 1) for one to be offered for the other.
const ALIKE: f64 = 0.85;

/// One article to read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("-"),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// The inputs that the paths name, each once, in the order given, or what is wrong with a path.
pub(crate) fn find(paths: &[PathBuf]) -> Vec<Result<Input, Problem>> {
    let mut seen = HashSet::new();
    let mut inputs = Vec::new();
    for path in paths {
        if path == OsStr::new("-") {
            inputs.push(Ok(Input::Stdin));
        } else if path.is_dir() {
            inputs.extend(texts_in(path));
        } else {
            inputs.push(Ok(Input::File(path.clone())));
        }
    }
    inputs.retain(|input| match input {
        Ok(Input::File(path)) => seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())),
        Ok(Input::Stdin) => seen.insert(PathBuf::from("-")),
        Err(_) => true,
    });
    inputs
}

/// The article at one path, dated; what is wrong with it is told on standard error.
pub(crate) fn article(path: &Path, date: Option<Date>) -> Result<Document, Exit> {
    let input = if path == OsStr::new("-") { Input::Stdin } else { Input::File(path.to_owned()) };
    match read(&input) {
        Ok(document) if date.is_some() => Ok(document.dated(date)),
        Ok(document) => Ok(document),
        Err(problem) => {
            // Nothing is left to do if standard error is closed.
            let _ = crate::check::list_problems(&[problem]);
            Err(Exit::InputFailed)
        }
    }
}

/// The texts in a folder and the folders in it, sorted by name, without what is hidden.
fn texts_in(folder: &Path) -> Vec<Result<Input, Problem>> {
    let visible =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(visible);
    let mut inputs = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_text(entry.path()) => {
                inputs.push(Ok(Input::File(entry.into_path())));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).display().to_string();
                let error = error
                    .into_io_error()
                    .map_or_else(|| "a link to its own folder".to_owned(), |error| error.to_string());
                inputs.push(Err(problem(path, error)));
            }
        }
    }
    if inputs.is_empty() {
        let message = format!("no .{ENDING} file in this folder: name the files to check");
        inputs.push(Err(problem(folder.display().to_string(), message)));
    }
    inputs
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

fn problem(path: String, message: String) -> Problem {
    Problem { path, message, line: None, column: None }
}

/// Reads an article.
pub(crate) fn read(input: &Input) -> Result<Document, Problem> {
    claimlist_input::read(bytes(input)?).map_err(|error| unusable(input, &error))
}

/// All that an input holds.
pub(crate) fn bytes(input: &Input) -> Result<Vec<u8>, Problem> {
    let bytes = match input {
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        Input::File(path) => fs::read(path),
    };
    bytes.map_err(|error| problem(input.to_string(), unreadable(input, &error)))
}

fn unusable(input: &Input, error: &ReadError) -> Problem {
    let position = error.position();
    Problem {
        path: input.to_string(),
        message: error.to_string(),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
    }
}

/// What is wrong with a file that the system does not read, and what to do.
fn unreadable(input: &Input, error: &io::Error) -> String {
    match (error.kind(), input) {
        (io::ErrorKind::NotFound, Input::File(path)) => match alike(path) {
            Some(name) => {
                format!("there is no such file; did you mean {}?", path.with_file_name(name).display())
            }
            None => "there is no such file".to_owned(),
        },
        (io::ErrorKind::PermissionDenied, _) => {
            "you may not read it: ask its owner, or change its permissions".to_owned()
        }
        _ => format!("it cannot be read: {error}"),
    }
}

/// The name most like a missing file's among those beside it, if one is very like it.
fn alike(missing: &Path) -> Option<String> {
    let name = missing.file_name()?.to_string_lossy().to_lowercase();
    let folder = missing.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .map(|other| (strsim::jaro_winkler(&name, &other.to_lowercase()), other))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))
        .map(|(_, name)| name)
}
