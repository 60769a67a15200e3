//! Reads articles into [`Document`]s.
//!
//! ```
//! let document = claimlist_input::read("A title\n\nIt cost £3m.\n".as_bytes().to_vec())?;
//! assert!(document.text().contains("£3m"));
//! # Ok::<(), claimlist_input::ReadError>(())
//! ```

pub mod text;

use claimlist_core::{Document, Position, TextTooLong};

/// Why an article could not be read, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("there is no text in it: give a file with the article's text")]
    Empty,
    /// It is not text.
    #[error("it is not UTF-8 text: save it as plain text in UTF-8")]
    Encoding {
        /// Where the first bad byte stands.
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
            Self::Encoding { position } => Some(*position),
            _ => None,
        }
    }
}

/// Reads an article from the bytes of a file.
///
/// # Errors
/// See [`ReadError`].
pub fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|&&byte| byte == b'\n').count();
        let column =
            String::from_utf8_lossy(before).rsplit('\n').next().map_or(0, |last| last.chars().count());
        ReadError::Encoding { position: Position { line: line as u32 + 1, column: column as u32 + 1 } }
    })?;
    read_text(text)
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
