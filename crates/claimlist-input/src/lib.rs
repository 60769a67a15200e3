//! Reads articles into [`Document`]s.
//!
//! ```
//! let document = claimlist_input::read("A title\n\nIt cost £3m.\n".as_bytes().to_vec())?;
//! assert_eq!(document.title(), Some("A title"));
//! assert!(document.text().contains("£3m"));
//! # Ok::<(), claimlist_input::ReadError>(())
//! ```

mod decode;
mod format;
pub mod text;

use claimlist_core::{Document, Position, TextTooLong};

/// Why an article could not be read, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("there is no text in it: give a file with the article's text")]
    Empty,
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
            _ => None,
        }
    }
}

/// Reads an article from the bytes of a file: UTF-8, with or without a byte order mark, or UTF-16 with one.
///
/// # Errors
/// See [`ReadError`].
pub fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    read_text(decode::decode(bytes)?)
}

/// Reads an article whose text is already at hand.
///
/// # Errors
/// When there is no text in it, or 4 GiB or more.
pub fn read_text(text: String) -> Result<Document, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(text::read(text)?)
}
