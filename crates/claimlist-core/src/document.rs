//! An article as the stages see it: plain text in blocks.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Span;

/// What a block of text is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The article's title (headline).
    Title,
    /// A heading within the article.
    Heading,
    /// Running text.
    Paragraph,
    /// A block quotation.
    Quote,
    /// One item of a list.
    ListItem,
    /// The caption of a picture, table or chart.
    Caption,
    /// One cell of a table.
    TableCell,
    /// What one speaker says in a transcript.
    Turn,
}

impl BlockKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Heading,
        Self::Paragraph,
        Self::Quote,
        Self::ListItem,
        Self::Caption,
        Self::TableCell,
        Self::Turn,
    ];

    /// The name that rules, templates and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::ListItem => "list-item",
            Self::Caption => "caption",
            Self::TableCell => "table-cell",
            Self::Turn => "turn",
        }
    }
}

/// A stretch of text that no sentence runs out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Where it stands. Blocks are in order and do not overlap; what lies between them is blank or markup.
    pub span: Span,
}

/// A place in the file that the user has open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
}

/// The text is 4 GiB or longer, more than a [`Span`] can name.
#[derive(Debug, thiserror::Error)]
#[error("the text has {0} bytes; an article may have at most 4294967295: split it")]
pub struct TextTooLong(pub usize);

/// An article: its text and what is known of it.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    line_starts: Vec<u32>,
    /// Where it was read from, as the user named it: `-` for standard input, empty where that is not known.
    pub path: String,
    /// The blocks, in the order of the text.
    pub blocks: Vec<Block>,
    /// The day of publication, against which relative times are resolved.
    pub date: Option<Date>,
    /// The language of the text as a BCP 47 tag; only "en" is understood so far.
    pub language: String,
}

impl Document {
    /// A document of these blocks. Lines and columns count in `text`.
    ///
    /// # Errors
    /// When the text is 4 GiB or longer.
    pub fn new(text: String, blocks: Vec<Block>) -> Result<Self, TextTooLong> {
        if u32::try_from(text.len()).is_err() {
            return Err(TextTooLong(text.len()));
        }
        // A line ends in a line feed, a carriage return, or both.
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let line_starts = std::iter::once(0).chain(ends.map(|at| at as u32 + 1)).collect();
        Ok(Self { text, line_starts, path: String::new(), blocks, date: None, language: "en".to_owned() })
    }

    /// One paragraph of plain text: for tests and examples. The readers of `claimlist-input` do real articles.
    ///
    /// # Errors
    /// When the text is 4 GiB or longer.
    pub fn plain(text: &str) -> Result<Self, TextTooLong> {
        let block =
            Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len().min(u32::MAX as usize)) };
        Self::new(text.to_owned(), vec![block])
    }

    /// The same document with its day of publication.
    #[must_use]
    pub fn dated(mut self, date: Option<Date>) -> Self {
        self.date = date;
        self
    }

    /// The same document with the place that it was read from.
    #[must_use]
    pub fn read_from(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }

    /// The whole text.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The title: the text of the first block of that kind.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span.of(&self.text))
    }

    /// The line and column at which a byte offset stands in the source. Counts from the start of the line: for many
    /// offsets in the order of the text, see [`Document::positions`].
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        self.positions().at(offset)
    }

    /// Finds the lines and columns of many byte offsets.
    #[must_use]
    pub fn positions(&self) -> Positions<'_> {
        Positions { document: self, offset: 0, position: Position { line: 1, column: 1 } }
    }
}

/// Finds lines and columns, fast for offsets in the order of the text: a text of one line and many megabytes is
/// counted once, not once for each offset.
#[derive(Clone, Debug)]
pub struct Positions<'d> {
    document: &'d Document,
    /// The last offset asked for, and its place.
    offset: u32,
    position: Position,
}

impl Positions<'_> {
    /// The line and column at which a byte offset stands in the source.
    pub fn at(&mut self, offset: u32) -> Position {
        let line_starts = &self.document.line_starts;
        let line = line_starts.partition_point(|&start| start <= offset) - 1;
        let (start, before) = if line + 1 == self.position.line as usize && self.offset <= offset {
            (self.offset, self.position.column)
        } else {
            (line_starts[line], 1)
        };
        let between = self.document.text[start as usize..offset as usize].chars().count();
        self.offset = offset;
        self.position = Position { line: line as u32 + 1, column: before + between as u32 };
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_columns_count_characters() {
        let document = Document::plain("Café\nprix: 3 €, 4 €\n").unwrap();
        let mut positions = document.positions();
        for (offset, line, column) in
            [(0, 1, 1), (5, 1, 5), (6, 2, 1), (12, 2, 7), (17, 2, 10), (3, 1, 4), (8, 2, 3)]
        {
            assert_eq!(positions.at(offset), Position { line, column }, "{offset}");
            assert_eq!(document.position(offset), Position { line, column }, "{offset}");
        }
    }

    #[test]
    fn lines_end_in_a_line_feed_a_carriage_return_or_both() {
        let document = Document::plain("a\r\nb\rc\nd").unwrap();
        let lines: Vec<_> = [0, 3, 5, 7].map(|offset| document.position(offset).line).into();
        assert_eq!(lines, [1, 2, 3, 4]);
    }
}
