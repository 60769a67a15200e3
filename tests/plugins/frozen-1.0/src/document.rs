//! The article that a plugin checks.

use crate::abi;
use crate::view::{Rows, text};

/// An article, for the length of one call.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    raw: abi::Document,
    sentences: Rows<'a, abi::SentenceSpan>,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Its words.
    pub text: &'a str,
    /// Byte offset of its first byte in the article's text.
    pub start: usize,
    /// Byte offset behind its last byte.
    pub end: usize,
    /// What kind of block it stands in: `title`, `heading`, `paragraph`, `quote`, `list-item`, `caption`, `table-cell`, `turn`.
    pub block: &'static str,
}

/// The names of the kinds of blocks, by their number at the border.
pub(crate) const BLOCKS: [&str; 8] =
    ["title", "heading", "paragraph", "quote", "list-item", "caption", "table-cell", "turn"];

#[allow(unsafe_code, reason = "reads what the program lent for this call")]
impl<'a> Document<'a> {
    /// The article at `raw`, if it is one.
    ///
    /// # Safety
    /// `raw` is null or points at a document of the ABI, all of it readable and unchanged for `'a`.
    pub(crate) unsafe fn read(raw: *const abi::Document) -> Option<Self> {
        // SAFETY: passed on.
        let raw = unsafe { abi::read_sized(raw, abi::DOCUMENT_V1_0) }?;
        // SAFETY: the document's own count and stride tell what is readable there.
        let sentences =
            unsafe { Rows::new(raw.sentences, raw.sentence_count, raw.sentence_stride, abi::SENTENCE_V1_0) }?;
        Some(Self { raw, sentences })
    }

    /// Where the article was read from; `-` for standard input.
    #[must_use]
    pub fn path(&self) -> &'a str {
        // SAFETY: the program lent this text for `'a`; so it is below.
        unsafe { text(self.raw.path) }
    }

    /// Its title, or empty.
    #[must_use]
    pub fn title(&self) -> &'a str {
        // SAFETY: see `path`.
        unsafe { text(self.raw.title) }
    }

    /// Its whole text. All offsets are bytes of this.
    #[must_use]
    pub fn text(&self) -> &'a str {
        // SAFETY: see `path`.
        unsafe { text(self.raw.text) }
    }

    /// Its language as a BCP 47 tag: `en`.
    #[must_use]
    pub fn language(&self) -> &'a str {
        // SAFETY: see `path`.
        unsafe { text(self.raw.language) }
    }

    /// Its day of publication, `2025-02-27`, if it is known.
    #[must_use]
    pub fn date(&self) -> Option<&'a str> {
        // SAFETY: see `path`.
        Some(unsafe { text(self.raw.date) }).filter(|date| !date.is_empty())
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence<'a>> + use<'a> {
        let document = *self;
        (0..self.sentences.len()).map(move |index| document.read_sentence(index))
    }

    /// A sentence by its number, from 0.
    #[must_use]
    pub fn sentence(&self, index: usize) -> Option<Sentence<'a>> {
        (index < self.sentences.len()).then(|| self.read_sentence(index))
    }

    /// Sentence `index`, empty where there is none.
    fn read_sentence(&self, index: usize) -> Sentence<'a> {
        let Some(span) = self.sentences.get(index) else {
            return Sentence { text: "", start: 0, end: 0, block: BLOCKS[2] };
        };
        let (start, end) = (span.start as usize, span.end as usize);
        Sentence {
            text: self.text().get(start..end).unwrap_or_default(),
            start,
            end,
            block: BLOCKS.get(span.block as usize).copied().unwrap_or(BLOCKS[2]),
        }
    }
}
