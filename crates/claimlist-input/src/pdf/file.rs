//! A PDF document that is opened: its pages, and what its properties say.

use std::collections::HashSet;

use lopdf::encryption::DecryptionError;
use lopdf::xref::XrefRecovery;
use lopdf::{DecompressError, Dictionary, Error, LoadOptions, Object, ObjectId};

use super::{broken, excessive, lists};
use crate::ReadError;

/// Pages of the longest document.
const MOST_PAGES: usize = 2_000;

/// How deep pages may stand in the tree of pages.
const DEEPEST: usize = 64;

/// A document that can be read.
pub(super) struct File {
    document: lopdf::Document,
    pages: Vec<ObjectId>,
}

impl File {
    /// Opens a document, with the empty password if it has one.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        lists::check(bytes)?;
        let options = LoadOptions::with_max_decompressed_size(lists::LARGEST_LIST);
        let document =
            lopdf::Document::load_mem_with_options(bytes, options).map_err(|error| unopened(&error))?;
        let is_locked = || bytes.windows(8).any(|window| window == b"/Encrypt");
        if document.is_encrypted() || document.page_iter().next().is_none() && is_locked() {
            return Err(locked());
        }
        if !has_end(bytes) {
            return Err(broken("it is damaged or cut short: its end is missing"));
        }
        let pages: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
        if pages.len() > MOST_PAGES {
            return Err(excessive(format!("it has more than {MOST_PAGES} pages")));
        }
        let file = Self { document, pages };
        file.check_whole()?;
        Ok(file)
    }

    /// An error if pages are missing. Documents whose list of objects is damaged are repaired as far as they can be, which
    /// must not make one that was cut short look whole.
    fn check_whole(&self) -> Result<(), ReadError> {
        let is_page = |id: &ObjectId| self.document.get_dictionary(*id).is_ok();
        let found = self.pages.iter().filter(|id| is_page(id)).count();
        let counted = self
            .document
            .catalog()
            .and_then(|catalog| catalog.get_deref(b"Pages", &self.document))
            .and_then(Object::as_dict)
            .and_then(|pages| pages.get_deref(b"Count", &self.document))
            .and_then(Object::as_i64)
            .ok()
            .and_then(|count| usize::try_from(count).ok());
        let repaired = self.document.xref_recovery == Some(XrefRecovery::Reconstructed);
        match counted {
            _ if self.pages.is_empty() => Err(broken("it is damaged: it has no pages")),
            Some(count) if found < count && (repaired || found < self.pages.len()) => Err(broken(format!(
                "it is damaged or cut short: {} of its {count} pages are missing",
                count - found
            ))),
            _ if found < self.pages.len() => Err(broken(format!(
                "it is damaged or cut short: {} of its pages are missing",
                self.pages.len() - found
            ))),
            _ => Ok(()),
        }
    }

    /// The pages in order.
    pub(super) fn pages(&self) -> impl Iterator<Item = &Dictionary> {
        self.pages.iter().filter_map(|id| self.document.get_dictionary(*id).ok())
    }

    /// What an object stands for, references followed.
    pub(super) fn resolve<'f>(&'f self, object: &'f Object) -> Option<&'f Object> {
        self.document.dereference(object).ok().map(|(_, object)| object)
    }

    /// The value of a key, references followed.
    pub(super) fn get<'f>(&'f self, dictionary: &'f Dictionary, key: &[u8]) -> Option<&'f Object> {
        dictionary.get(key).ok().and_then(|object| self.resolve(object))
    }

    /// The dictionary that is the value of a key.
    pub(super) fn dictionary<'f>(&'f self, dictionary: &'f Dictionary, key: &[u8]) -> Option<&'f Dictionary> {
        self.get(dictionary, key)?.as_dict().ok()
    }

    /// Numbers of an array that is the value of a key.
    pub(super) fn numbers(&self, dictionary: &Dictionary, key: &[u8]) -> Option<Vec<f32>> {
        let array = self.get(dictionary, key)?.as_array().ok()?;
        array.iter().map(|number| self.resolve(number)?.as_float().ok()).collect()
    }

    /// The value of a key of a page, or of the pages that it is one of.
    pub(super) fn inherited<'f>(&'f self, page: &'f Dictionary, key: &[u8]) -> Option<&'f Object> {
        let mut node = page;
        for _ in 0..DEEPEST {
            if let Some(value) = self.get(node, key) {
                return Some(value);
            }
            node = self.dictionary(node, b"Parent")?;
        }
        None
    }

    /// The streams of a page's content.
    pub(super) fn contents<'f>(&'f self, page: &'f Dictionary) -> Vec<&'f lopdf::Stream> {
        let stream = |object: &'f Object| self.resolve(object)?.as_stream().ok();
        match self.get(page, b"Contents") {
            Some(Object::Array(streams)) => streams.iter().filter_map(stream).collect(),
            Some(Object::Stream(stream)) => vec![stream],
            _ => Vec::new(),
        }
    }

    /// Whether a part of a page's content is not there.
    pub(super) fn lacks_content(&self, page: &Dictionary) -> bool {
        let lacks = |object: &Object| {
            object
                .as_reference()
                .is_ok_and(|id| !self.document.has_object(id) && self.document.xref_recovery.is_some())
        };
        match page.get(b"Contents") {
            Ok(Object::Array(streams)) => streams.iter().any(lacks),
            Ok(object) => lacks(object),
            Err(_) => false,
        }
    }

    /// Whether a page holds pictures.
    pub(super) fn has_pictures(&self) -> bool {
        let is_picture = |object: &Object| {
            object.as_stream().is_ok_and(|stream| {
                stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
            })
        };
        self.document.objects.values().any(is_picture)
    }

    /// The title that its properties state.
    pub(super) fn title(&self) -> Option<String> {
        self.property(b"Title")
    }

    /// The author that its properties state, if it is a name of several words: programs write there what the computer calls
    /// its user.
    pub(super) fn author(&self) -> Option<String> {
        let author = self.property(b"Author")?;
        let names = |name: &str| name.chars().next().is_some_and(char::is_uppercase);
        let words: HashSet<_> = author.split_whitespace().collect();
        let program = ["Microsoft", "Office", "User", "Administrator", "Unknown", "Author"];
        (words.iter().filter(|word| names(word)).count() >= 2
            && !program.iter().any(|word| words.contains(word)))
        .then_some(author)
    }

    fn property(&self, key: &[u8]) -> Option<String> {
        const LONGEST: usize = 4096;
        let properties = self.dictionary(&self.document.trailer, b"Info")?;
        let object = self.get(properties, key)?;
        let text = lopdf::decode_text_string(object).ok().filter(|text| text.len() <= LONGEST)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }
}

/// Whether a file ends as documents do. What follows the end is not much.
fn has_end(bytes: &[u8]) -> bool {
    const END: usize = 4096;
    let filled = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let end = bytes.get(filled.saturating_sub(END)..filled).unwrap_or_default();
    [b"startxref".as_slice(), b"%%EOF"]
        .iter()
        .any(|mark| end.windows(mark.len()).any(|window| window == *mark))
}

fn locked() -> ReadError {
    ReadError::Broken {
        problem: "it is protected by a password".to_owned(),
        remedy: "save it without, or copy its text into a .txt file",
        position: None,
    }
}

/// Why a document could not be opened.
fn unopened(error: &Error) -> ReadError {
    match error {
        Error::InvalidPassword | Error::Decryption(DecryptionError::IncorrectPassword) => locked(),
        Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => ReadError::Broken {
            problem: "it is protected in a way that cannot be read".to_owned(),
            remedy: "save it without protection, or copy its text into a .txt file",
            position: None,
        },
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => {
            excessive("it holds far more data, unpacked, than its size lets expect")
        }
        error => broken(format!("it is damaged or cut short ({error})")),
    }
}
