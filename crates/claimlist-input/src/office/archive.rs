//! Documents that are ZIP archives of their parts.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::ReadError;

/// Bytes that the parts of one document may have, unpacked: a small archive can hold very large parts.
const LARGEST: u64 = 128 << 20;

/// A document's archive.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    what: &'static str,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl Archive {
    /// Opens the archive of `what`, such as "Word document".
    pub(super) fn open(bytes: Vec<u8>, what: &'static str) -> Result<Self, ReadError> {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => Ok(Self { zip, what, left: LARGEST }),
            Err(error) => Err(broken(what, &error)),
        }
    }

    /// A part as text, if there is one of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let file = match self.zip.by_name(name) {
            Ok(file) if file.encrypted() => return Err(protected()),
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(self.what, &error)),
        };
        let mut bytes = Vec::new();
        if let Err(error) = file.take(self.left + 1).read_to_end(&mut bytes) {
            return Err(broken(self.what, &error));
        }
        match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => self.left = left,
            None => return Err(ReadError::TooLarge { what: "an unpacked document", limit: LARGEST }),
        }
        Ok(Some(String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).into_owned()))
    }

    /// A part that the document cannot be without.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, ReadError> {
        let what = self.what;
        self.part(name)?.ok_or_else(|| broken(what, &format!("it has no {name}")))
    }
}

/// The document is locked.
pub(super) fn protected() -> ReadError {
    ReadError::Broken {
        problem: "it is protected by a password or by digital rights management".to_owned(),
        remedy: "save it without, or copy its text into a .txt file",
        position: None,
    }
}

fn broken(what: &str, problem: &dyn std::fmt::Display) -> ReadError {
    ReadError::Broken {
        problem: format!("it is damaged or no {what}: {problem}"),
        remedy: "save it anew, or give its text in a .txt file",
        position: None,
    }
}
