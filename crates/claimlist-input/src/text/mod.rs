//! Plain text into blocks.
//!
//! ```
//! let text = "Bridge closed\n\nThe old bridge was closed on Friday after a\nlorry had struck it.\n".to_owned();
//! let document = claimlist_input::text::read(text)?;
//! assert_eq!(document.blocks.len(), 2);
//! # Ok::<(), claimlist_core::TextTooLong>(())
//! ```
//!
//! Lines end in a line feed, a carriage return, or both. `layout` tells whether each is a paragraph of its own or
//! paragraphs run over several lines, and `kind` which of the blocks are the title, headings, items of lists, captions and
//! turns of a transcript.

mod kind;
mod layout;
mod line;
#[cfg(test)]
mod tests;

use claimlist_core::{Block, Document, TextTooLong};

use crate::reader::{Articles, Format, Reader, Source};
use crate::{ReadError, decode};

/// Reads plain text.
pub(crate) struct Text;

impl Reader for Text {
    fn format(&self) -> Format {
        Format::Text
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["text/plain"]
    }

    fn begins(&self, _: &str) -> bool {
        true
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        Ok(vec![crate::read_text(decode::decode_text(source)?)])
    }
}

/// Tells from their words what those blocks are that are not marked as anything.
pub(crate) fn tell_kinds(text: &str, blocks: &mut [Block]) {
    kind::tell(text, blocks);
}

/// Whether a line begins an item of a list: with a bullet, a dash, or a number or letter as lists have them.
pub(crate) fn begins_item(line: &str) -> bool {
    line::marker(line).is_some()
}

/// Whether a line ends as sentences do.
pub(crate) fn ends_sentence(line: &str) -> bool {
    line::is_closed(line)
}

/// A document of plain text, without blocks where the text is blank.
///
/// # Errors
/// When the text is 4 GiB or longer.
pub fn read(text: String) -> Result<Document, TextTooLong> {
    if u32::try_from(text.len()).is_err() {
        return Err(TextTooLong(text.len()));
    }
    let lines = line::lines(&text);
    let mut blocks = layout::blocks(&text, &lines);
    kind::tell(&text, &mut blocks);
    Document::new(text, blocks)
}
