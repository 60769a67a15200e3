//! Plain text into blocks.

use claimlist_core::{Block, BlockKind, Document, Span, TextTooLong};

/// A document of plain text.
///
/// # Errors
/// When the text is 4 GiB or longer.
pub fn read(text: String) -> Result<Document, TextTooLong> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut runs_on = false;
    for line in text.split_inclusive(['\n', '\r']) {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        if span.is_empty() {
            continue;
        }
        match blocks.last_mut() {
            Some(Block { span: before, .. })
                if runs_on && span.of(&text).starts_with(|c: char| c.is_lowercase()) =>
            {
                *before = before.cover(span);
            }
            _ => blocks.push(Block { kind: BlockKind::Paragraph, span }),
        }
        runs_on = line.trim_end_matches(['\r', '\n']).ends_with(' ');
    }
    Document::new(text, blocks)
}
