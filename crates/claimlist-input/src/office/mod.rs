//! Documents of word processors and books: Word (.docx), OpenDocument (.odt), EPUB. All are ZIP archives of XML.
//!
//! They have no lines: claims lead back to the paragraph, counted as a reader counts them, without empty ones.

mod archive;
mod docx;
mod epub;
mod odt;
#[cfg(test)]
mod tests;

use claimlist_core::BlockKind;

use crate::blocks::Blocks;

pub(crate) use docx::Docx;
pub(crate) use epub::Epub;
pub(crate) use odt::Odt;

/// Paragraphs in the order in which they are read: those in a note or a text box come behind the one that they hang on.
#[derive(Default)]
struct Paragraphs {
    blocks: Blocks,
    open: Vec<(BlockKind, String)>,
    closed: Vec<(BlockKind, String)>,
    /// Paragraphs written.
    count: usize,
}

impl Paragraphs {
    fn start(&mut self, kind: BlockKind) {
        self.open.push((kind, String::new()));
    }

    fn words(&mut self, words: &str) {
        if let Some((_, text)) = self.open.last_mut() {
            text.push_str(words);
        }
    }

    /// Makes the open paragraph one of another kind.
    fn turn_into(&mut self, kind: BlockKind) {
        if let Some(last) = self.open.last_mut() {
            last.0 = kind;
        }
    }

    fn end(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if self.open.is_empty() {
            let notes = std::mem::take(&mut self.closed);
            for (kind, text) in std::iter::once(paragraph).chain(notes) {
                self.write(kind, &text);
            }
        } else {
            self.closed.push(paragraph);
        }
    }

    fn write(&mut self, kind: BlockKind, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.count += 1;
        self.blocks.open_at(kind, format!("paragraph {}", self.count));
        self.blocks.push(text);
        self.blocks.close();
    }
}

/// What paragraphs of a style are, by its name, as word processors name their own styles.
fn kind_of_style(name: &str) -> Option<BlockKind> {
    let name = name.to_ascii_lowercase().replace(['_', ' ', '-'], "").replace("20", "");
    Some(match name.as_str() {
        "title" => BlockKind::Title,
        "caption" | "illustration" | "figure" => BlockKind::Caption,
        "quote" | "quotations" | "intensequote" | "blocktext" => BlockKind::Quote,
        "listparagraph" => BlockKind::ListItem,
        _ if name.starts_with("heading") => BlockKind::Heading,
        _ if name.starts_with("listbullet") || name.starts_with("listnumber") => BlockKind::ListItem,
        _ => return None,
    })
}
