//! Why a plugin could not do its work.

use std::fmt;

/// Why a plugin could not be configured or could not check an article: a sentence for the user, with the remedy.
///
/// ```
/// use claimlist_plugin::Error;
///
/// let error = Error::new("no \"feed\" is configured: name the file with the reviews");
/// assert_eq!(error.to_string(), "no \"feed\" is configured: name the file with the reviews");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    /// An error with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl From<String> for Error {
    fn from(message: String) -> Self {
        Self(message)
    }
}

impl From<&str> for Error {
    fn from(message: &str) -> Self {
        Self(message.to_owned())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}
