//! Plain text into blocks.

use claimlist_core::{Block, BlockKind, Document, Span, TextTooLong};

/// A document of plain text.
///
/// # Errors
/// When the text is 4 GiB or longer.
pub fn read(text: String) -> Result<Document, TextTooLong> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    Document::new(text, blocks)
}
