//! What the paths on the command line stand for: files, the texts in folders, standard input.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use claimlist_core::Document;
use claimlist_core::checklist::Problem;
use claimlist_input::{Articles, Format, LARGEST_FILE, ReadError, Source};
use jiff::civil::Date;
use walkdir::{DirEntry, WalkDir};

use crate::args::InputOptions;
use crate::articles::or_crash;
use crate::exit::Exit;
use crate::fetch::{self, Page, is_address};

/// How alike two names have to be (Jaro-Winkler, 0 to 1) for one to be offered for the other.
const ALIKE: f64 = 0.85;

/// What is said of an address where the network is not asked for.
const NO_NETWORK: &str = "it is an address, and claimlist uses no network unless you say --fetch: give that to check, or save the page from a \
                          browser and give the file";

/// One article to read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A page on the network.
    Address(String),
}

impl Input {
    /// What a path that is no folder stands for.
    pub(crate) fn of(path: &Path) -> Self {
        if path == OsStr::new("-") {
            Self::Stdin
        } else if is_address(path) {
            Self::Address(path.to_string_lossy().into_owned())
        } else {
            Self::File(path.to_owned())
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("-"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Address(address) => f.write_str(address),
        }
    }
}

/// The inputs that the paths name, each once, in the order given, or what is wrong with a path.
pub(crate) fn find(paths: &[PathBuf]) -> Vec<Result<Input, Problem>> {
    let mut seen = HashSet::new();
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            inputs.extend(texts_in(path));
        } else {
            inputs.push(Ok(Input::of(path)));
        }
    }
    inputs.retain(|input| match input {
        Ok(Input::File(path)) => seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())),
        Ok(Input::Stdin) => seen.insert(PathBuf::from("-")),
        Ok(Input::Address(address)) => seen.insert(PathBuf::from(address)),
        Err(_) => true,
    });
    inputs
}

/// The article at one path, dated; what is wrong with it is told on standard error. Of a file with several, `feed.xml#2` is
/// the second, as checklists name it, and `feed.xml` the first.
pub(crate) fn article(path: &Path, options: &InputOptions, date: Option<Date>) -> Result<Document, Exit> {
    let (input, index) = match numbered(path).filter(|_| !path.exists()) {
        Some((file, number)) => (Input::of(&file), number.saturating_sub(1)),
        None => (Input::of(path), 0),
    };
    let mut articles = read(&input, options);
    let article = if index < articles.len() {
        articles.swap_remove(index)
    } else {
        let message = format!("it has {} articles: give a number up to that", articles.len());
        Err(problem(input.to_string(), message))
    };
    match article {
        Ok(document) if date.is_some() => Ok(document.dated(date)),
        Ok(document) => Ok(document),
        Err(problem) => {
            // Nothing is left to do if standard error is closed.
            let _ = crate::check::list_problems(&[problem]);
            Err(Exit::InputFailed)
        }
    }
}

/// The file and the number of `feed.xml#2`.
fn numbered(path: &Path) -> Option<(PathBuf, usize)> {
    let (file, number) = path.to_str()?.rsplit_once('#')?;
    Some((file.into(), number.parse().ok()?))
}

/// The articles in a folder and the folders in it, by the endings of their names, sorted by name, without what is hidden.
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
        let message = "no file in this folder is an article by its name: name the files to check".to_owned();
        inputs.push(Err(problem(folder.display().to_string(), message)));
    }
    inputs
}

fn is_text(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|ending| Format::of_extension(ending).is_some())
}

fn problem(path: String, message: String) -> Problem {
    Problem { path, message, line: None, column: None }
}

/// Reads the articles of an input: one, or for each entry of a feed one. Each has its path.
pub(crate) fn read(input: &Input, options: &InputOptions) -> Vec<Result<Document, Problem>> {
    let page = match input {
        Input::Address(address) if options.fetch.fetch => {
            // What a library makes of a broken answer is no reason to lose the others.
            let got = or_crash(|| fetch::get(address, options.fetch.timeout()));
            got.and_then(|page| page).map_err(|message| problem(address.clone(), message))
        }
        _ => bytes(input).map(|bytes| {
            let (name, url) = (input.to_string(), input.to_string());
            Page { source: Source { bytes, charset: None }, name, url }
        }),
    };
    let Page { source, name, url: path } = match page {
        Ok(page) => page,
        Err(problem) => return vec![Err(problem)],
    };
    let read = or_crash(|| claimlist_input::read_file(source, &name, options.input_format));
    match read {
        Ok(Ok(articles)) => named(articles, &path),
        Ok(Err(error)) => vec![Err(unusable(path, &error))],
        Err(message) => vec![Err(problem(path, message))],
    }
}

/// The articles of a file with their paths: that of the file, with the article's number where there are several.
fn named(articles: Articles, path: &str) -> Vec<Result<Document, Problem>> {
    let several = articles.len() > 1;
    let name = |(index, article): (usize, Result<Document, ReadError>)| {
        let path = if several { format!("{path}#{}", index + 1) } else { path.to_owned() };
        article.map(|document| document.read_from(&path)).map_err(|error| unusable(path, &error))
    };
    articles.into_iter().enumerate().map(name).collect()
}

/// All that an input holds.
pub(crate) fn bytes(input: &Input) -> Result<Vec<u8>, Problem> {
    let bytes = match input {
        Input::Stdin => bytes_of(io::stdin().lock()),
        Input::File(path) => fs::File::open(path).and_then(bytes_of),
        Input::Address(address) => return Err(problem(address.clone(), NO_NETWORK.to_owned())),
    };
    let path = || input.to_string();
    let bytes = bytes.map_err(|error| problem(path(), unreadable(input, &error)))?;
    if bytes.len() as u64 > LARGEST_FILE {
        let error = ReadError::TooLarge { what: "a file", limit: LARGEST_FILE };
        return Err(problem(path(), error.to_string()));
    }
    Ok(bytes)
}

/// All bytes, but no more than one beyond the limit.
fn bytes_of(from: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map(|_| bytes)
}

fn unusable(path: String, error: &ReadError) -> Problem {
    let position = error.position();
    Problem {
        path,
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
        (io::ErrorKind::IsADirectory, _) => "it is a folder: name one file in it".to_owned(),
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
