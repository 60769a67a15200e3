//! Reads articles into [`Document`]s.
//!
//! ```
//! let document = claimlist_input::read("A title\n\nIt cost £3m.\n".as_bytes().to_vec())?;
//! assert_eq!(document.title(), Some("A title"));
//! assert!(document.text().contains("£3m"));
//! # Ok::<(), claimlist_input::ReadError>(())
//! ```

//! Each format has a [`Reader`]; which one a file is of is told by how it begins and by its name.

mod blocks;
mod day;
mod decode;
mod feed;
mod format;
mod html;
mod mail;
mod markdown;
mod office;
mod pdf;
mod reader;
mod subtitles;
pub mod text;
mod xml;

use claimlist_core::{Document, Position, TextTooLong};

pub use reader::{Articles, Format, Reader, Source};

/// Bytes of the largest file that is read.
pub const LARGEST_FILE: u64 = 256 << 20;

/// Why an article could not be read, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("there is no text in it: give a file with the article's text")]
    Empty,
    /// It is a page without an article.
    #[error(
        "there is no article in this page, as in one that scripts fill in: save the page from a browser once it shows, or \
         copy its text into a .txt file"
    )]
    NoArticle,
    /// It is not text.
    #[error("it is not text but {what}: {remedy}")]
    NotText {
        /// What it is, with its article: "a PNG image".
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// It is text in an encoding that is not read.
    #[error("{problem}: {remedy}")]
    Encoding {
        /// What is wrong.
        problem: &'static str,
        /// What to do.
        remedy: &'static str,
        /// Where the first bad character stands.
        position: Position,
    },
    /// It is not what its format has to be.
    #[error("{problem}: {remedy}")]
    Broken {
        /// What is wrong.
        problem: String,
        /// What to do.
        remedy: &'static str,
        /// Where in the file, if that is known.
        position: Option<Position>,
    },
    /// It is larger than files of its format are read.
    #[error("it has more than {} MB, the most that {what} may have: split it, or give only the article", *.limit >> 20)]
    TooLarge {
        /// What it is, with its article: "a web page".
        what: &'static str,
        /// Bytes that it may have.
        limit: u64,
    },
    /// It is too long.
    #[error(transparent)]
    TooLong(#[from] TextTooLong),
}

impl ReadError {
    /// Where in the article the error is, if it is in one place.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::Encoding { position, .. } => Some(*position),
            Self::Broken { position, .. } => *position,
            _ => None,
        }
    }

    /// An error if something of so many bytes has more than the limit.
    fn check_size(bytes: usize, limit: usize, what: &'static str) -> Result<(), Self> {
        if bytes > limit { Err(Self::TooLarge { what, limit: limit as u64 }) } else { Ok(()) }
    }
}

/// Reads the articles in a file whose name is `name` (empty where it has none), in the given format or in the one that its
/// beginning and its name tell.
///
/// # Errors
/// See [`ReadError`].
pub fn read_file(source: Source, name: &str, format: Option<Format>) -> Result<Articles, ReadError> {
    let format = match format {
        Some(format) => format,
        None => format::tell(&source.bytes, name)?,
    };
    format.reader().read(source)
}

/// Reads an article of plain text from the bytes of a file: UTF-8, with or without a byte order mark, or UTF-16 with one.
///
/// # Errors
/// See [`ReadError`].
pub fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    read_text(decode::decode(bytes)?)
}

/// Reads an article of plain text that is already at hand.
///
/// # Errors
/// When there is no text in it, or 4 GiB or more.
pub fn read_text(text: String) -> Result<Document, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(text::read(text)?)
}

/// Reads articles in a format of text, such as Markdown, that are already at hand.
///
/// # Errors
/// See [`ReadError`].
pub fn read_text_as(text: String, format: Format) -> Result<Articles, ReadError> {
    format.reader().read(Source { bytes: text.into_bytes(), charset: Some("utf-8".to_owned()) })
}
