//! An article as the stages see it: plain text in blocks, with the way back into the file that it was read from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Lines, Position, Positions, SourceMap, Span};

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

/// The text is 4 GiB or longer, more than a [`Span`] can name.
#[derive(Debug, thiserror::Error)]
#[error("the text has {0} bytes; an article may have at most 4294967295: split it")]
pub struct TextTooLong(pub usize);

/// An article: its text and what is known of it.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    lines: Lines,
    source: Option<SourceMap>,
    /// Where it was read from, as the user named it: `-` for standard input, empty where that is not known.
    pub path: String,
    /// The blocks, in the order of the text.
    pub blocks: Vec<Block>,
    /// The day of publication, against which relative times are resolved.
    pub date: Option<Date>,
    /// Who wrote it, where its file says so beside the text: "Ada Roe and Bo Ames".
    pub byline: Option<String>,
    /// The language of the text as a BCP 47 tag; only "en" is understood so far.
    pub language: String,
}

impl Document {
    /// A document of these blocks. Lines and columns count in `text`, unless a [`SourceMap`] is given.
    ///
    /// # Errors
    /// When the text is 4 GiB or longer.
    pub fn new(text: String, blocks: Vec<Block>) -> Result<Self, TextTooLong> {
        if u32::try_from(text.len()).is_err() {
            return Err(TextTooLong(text.len()));
        }
        let lines = Lines::new(&text);
        Ok(Self {
            text,
            lines,
            source: None,
            path: String::new(),
            blocks,
            date: None,
            byline: None,
            language: "en".to_owned(),
        })
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

    /// The same document with the way back from its text into its source.
    #[must_use]
    pub fn with_source(mut self, map: SourceMap) -> Self {
        self.source = Some(map);
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

    /// Where a byte offset stands in a source without lines, in words: "page 3".
    #[must_use]
    pub fn place(&self, offset: u32) -> Option<&str> {
        self.source.as_ref().and_then(|map| map.place(offset))
    }

    /// Finds the lines and columns of many byte offsets.
    #[must_use]
    pub fn positions(&self) -> Positions<'_> {
        Positions::new(&self.text, &self.lines, self.source.as_ref())
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
