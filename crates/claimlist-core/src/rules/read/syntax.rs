//! What is wrong with a file that is no TOML, in words for people who do not know TOML.

use super::Reader;

impl Reader<'_> {
    /// Tells of every place at which the file is no TOML.
    pub(super) fn syntax(&mut self, errors: &[toml::de::Error]) {
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            self.error(span, error.message().to_owned(), "");
        }
    }
}
