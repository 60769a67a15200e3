//! Puts a text together from the pieces that a reader takes out of a format, and keeps for each piece where it came from.
//!
//! White space in a piece, line breaks too, comes out as one space; blocks stand a blank line apart.

use claimlist_core::{Block, BlockKind, Document, SourceMap, Span};

use crate::{ReadError, text};

/// A text in the making.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    text: String,
    blocks: Vec<Block>,
    /// Offsets of the text, and of the source that the text comes from, from there on.
    runs: Vec<(u32, u32)>,
    places: Vec<(u32, String)>,
    open: Option<Open>,
    /// White space is due before the next word; whether a line of the source ended in it.
    space: Option<bool>,
    /// The words of the title, which headings of the same words would only repeat.
    title: Option<Title>,
}

/// The words of a title.
#[derive(Debug)]
struct Title {
    /// As [`plain`] has them.
    words: String,
    /// Whether they stand in the text already.
    written: bool,
}

/// What counts when two titles are compared: letters and figures, whatever their case, their marks and the space between them.
fn plain(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The block that is being written.
#[derive(Clone, Copy, Debug)]
struct Open {
    kind: BlockKind,
    /// The length of the text before it.
    before: usize,
    /// Where it starts.
    start: usize,
    /// Runs before it.
    runs: usize,
    /// Places before it.
    places: usize,
}

impl Blocks {
    /// Begins a block; one that is open is closed.
    pub(crate) fn open(&mut self, kind: BlockKind) {
        self.close();
        let before = self.text.len();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let (start, runs, places) = (self.text.len(), self.runs.len(), self.places.len());
        self.open = Some(Open { kind, before, start, runs, places });
    }

    /// Begins a block that stands at this place of a source without lines.
    pub(crate) fn open_at(&mut self, kind: BlockKind, place: String) {
        self.open(kind);
        if self.places.last().is_none_or(|(_, last)| *last != place) {
            self.places.push((self.text.len() as u32, place));
        }
    }

    /// Notes that the next words stand at this place.
    pub(crate) fn place(&mut self, place: String) {
        self.places.push((self.text.len() as u32, place));
    }

    /// Says what the title is, where the format tells that beside the text.
    pub(crate) fn titled(&mut self, title: &str) {
        self.title = Some(Title { words: plain(title), written: false });
    }

    /// Makes the first block the title if it is a heading, or says what the title does.
    pub(crate) fn title_first(&mut self, title: Option<&str>) {
        self.close();
        let text = &self.text;
        if let Some(first) = self.blocks.first_mut()
            && (first.kind == BlockKind::Heading || title.is_some_and(|title| title == first.span.of(text)))
        {
            first.kind = BlockKind::Title;
        }
    }

    /// Whether a block is open.
    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Words of the open block, without the white space at its ends.
    pub(crate) fn words(&self) -> &str {
        self.open.and_then(|open| self.text.get(open.start..)).unwrap_or_default()
    }

    /// The blocks that are closed.
    pub(crate) fn closed(&self) -> &[Block] {
        &self.blocks
    }

    /// Whether the open block is a caption.
    pub(crate) fn is_caption(&self) -> bool {
        self.open.is_some_and(|open| open.kind == BlockKind::Caption)
    }

    /// Turns the open block into one of another kind.
    pub(crate) fn turn_into(&mut self, kind: BlockKind) {
        if let Some(open) = &mut self.open {
            open.kind = kind;
        }
    }

    /// Adds words, which stand in the source from this byte offset on, to the open block.
    pub(crate) fn push_from(&mut self, words: &str, at: u32) {
        self.add(words, Some(at));
    }

    /// Adds words to the open block.
    pub(crate) fn push(&mut self, words: &str) {
        self.add(words, None);
    }

    /// A line break or the like: white space between the words before and behind it.
    pub(crate) fn space(&mut self) {
        self.space = Some(true);
    }

    fn add(&mut self, words: &str, at: Option<u32>) {
        let Some(open) = self.open else { return };
        let mut from = 0;
        for piece in words.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = piece.trim_end_matches(|c: char| c.is_ascii_whitespace());
            if !word.is_empty() {
                let broken = self.space.take();
                if broken.is_some() && self.text.len() > open.start {
                    self.text.push(' ');
                }
                if let Some(at) = at {
                    let first = self.text.len() == open.start;
                    self.run(at + from as u32, first || broken == Some(true));
                }
                self.text.push_str(word);
            }
            if word.len() < piece.len() {
                let ended = piece.ends_with(['\n', '\r', '\x0C']);
                self.space = Some(ended || self.space == Some(true));
            }
            from += piece.len();
        }
    }

    /// Notes where the text from here on comes from, unless the run goes on.
    fn run(&mut self, at: u32, anew: bool) {
        let here = self.text.len() as u32;
        let goes_on = self
            .runs
            .last()
            .is_some_and(|&(text, source)| at >= source && at - source == here - text && !anew);
        if !goes_on {
            self.runs.push((here, at));
        }
    }

    /// Ends the open block. One without words leaves nothing, nor does a heading that says the title a second time, as where
    /// front matter, the head of a page or a mail's subject have it too.
    pub(crate) fn close(&mut self) {
        let Some(open) = self.open else { return };
        let words = self.text.get(open.start..).unwrap_or_default();
        let end = open.start + words.trim_end().len();
        let start = end - words.trim().len();
        if start == end || self.repeats_title(open.kind, start, end) {
            return self.discard();
        }
        self.text.truncate(end);
        // White space at the end that is none of ASCII's has had its runs and places too.
        while self.runs.pop_if(|(text, _)| *text as usize >= end).is_some() {}
        self.places
            .iter_mut()
            .rev()
            .take_while(|(text, _)| *text as usize > end)
            .for_each(|(text, _)| *text = end as u32);
        self.blocks.push(Block { kind: open.kind, span: Span::new(start, end) });
        self.open = None;
        self.space = None;
    }

    /// Whether a block of this kind, between these offsets, says only what the title has said. What has no mark as a heading
    /// counts directly behind the title.
    fn repeats_title(&mut self, kind: BlockKind, start: usize, end: usize) -> bool {
        let is_heading = matches!(kind, BlockKind::Title | BlockKind::Heading);
        if !is_heading && self.blocks.len() != 1 {
            return false;
        }
        let words = || plain(&self.text[start..end]);
        match &mut self.title {
            // A paragraph is not read to the end for this.
            Some(title) if end - start > title.words.len() * 2 + 80 => false,
            Some(title) if title.words == words() => std::mem::replace(&mut title.written, true),
            None if kind == BlockKind::Title => {
                self.title = Some(Title { words: words(), written: true });
                false
            }
            _ => false,
        }
    }

    /// Takes the open block back.
    pub(crate) fn discard(&mut self) {
        if let Some(open) = self.open.take() {
            self.text.truncate(open.before);
            self.runs.truncate(open.runs);
            self.places.truncate(open.places);
        }
        self.space = None;
    }

    /// The document, with the way back into its source where this has lines. What the format does not mark is told by the
    /// words: a first line that is a title, turns of speakers, captions.
    ///
    /// # Errors
    /// When there is no text, or 4 GiB or more.
    pub(crate) fn finish(mut self, source: Option<&str>) -> Result<Document, ReadError> {
        self.close();
        text::tell_kinds(&self.text, &mut self.blocks);
        self.finish_marked(source)
    }

    /// The same, where the format marks what its blocks are.
    ///
    /// # Errors
    /// When there is no text, or 4 GiB or more.
    pub(crate) fn finish_marked(mut self, source: Option<&str>) -> Result<Document, ReadError> {
        self.close();
        if self.blocks.is_empty() {
            return Err(ReadError::Empty);
        }
        let runs = std::mem::take(&mut self.runs);
        let map = source.map_or_else(SourceMap::default, |source| SourceMap::new(source, runs));
        Ok(Document::new(self.text, self.blocks)?.with_source(map.with_places(self.places)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_and_empty_blocks_leave_nothing() {
        let mut blocks = Blocks::default();
        for words in ["  It\n  rained ", " \n", "all\tday. "] {
            blocks.open(BlockKind::Paragraph);
            blocks.push(words);
        }
        let document = blocks.finish(None).unwrap();
        assert_eq!(document.text(), "It rained\n\nall day.");
        assert_eq!(document.blocks.len(), 2);
        assert!(matches!(Blocks::default().finish(None), Err(ReadError::Empty)));
    }

    #[test]
    fn a_title_is_said_once() {
        let text = |blocks: &[(BlockKind, &str)], known: Option<&str>| {
            let mut written = Blocks::default();
            known.iter().for_each(|title| written.titled(title));
            for (kind, words) in blocks {
                written.open(*kind);
                written.push(words);
            }
            written.finish(None).unwrap().text().to_owned()
        };
        use BlockKind::{Heading, Paragraph, Title};
        let title = (Title, "Roads cost £2m");
        for (again, once) in [
            ((Heading, "Roads  cost *£2m*!"), true),
            ((Heading, "ROADS COST £2M"), true),
            ((Paragraph, "Roads cost £2m."), true),
            ((Heading, "Roads cost £3m"), false),
            ((Heading, "Roads"), false),
            ((Paragraph, "Roads cost £2m, said Ms Roe."), false),
        ] {
            let text = text(&[title, again, (Paragraph, "It rained.")], None);
            assert_eq!(text == "Roads cost £2m\n\nIt rained.", once, "{text}");
        }
        // Further on, only a heading is the title once more.
        let end =
            [title, (Paragraph, "It rained."), (Paragraph, "Roads cost £2m."), (Heading, "Roads cost £2m")];
        assert_eq!(text(&end, None), "Roads cost £2m\n\nIt rained.\n\nRoads cost £2m.");
        let pages = [(Heading, "Roads cost £2m"), (Heading, "Roads cost £2m"), (Paragraph, "It rained.")];
        assert_eq!(text(&pages, Some("Roads cost £2m")), "Roads cost £2m\n\nIt rained.");
        assert_eq!(text(&pages, None), "Roads cost £2m\n\nRoads cost £2m\n\nIt rained.");
    }

    /// Vertical tabs are white space, but not to ASCII: they are words until the block is closed.
    #[test]
    fn white_space_that_a_block_loses_does_not_lead_back() {
        let source = "It rained.  \u{b}  \u{b}\u{b}  \u{b}\u{b}\u{b}\n\nAll day.";
        let mut blocks = Blocks::default();
        for (words, place) in [(&source[..source.len() - 8], "page 1"), ("All day.", "page 2")] {
            blocks.open_at(BlockKind::Paragraph, place.to_owned());
            blocks.push_from(words, source.find(words).unwrap() as u32);
            blocks.place("note".to_owned());
        }
        let document = blocks.finish(Some(source)).unwrap();
        assert_eq!(document.text(), "It rained.\n\nAll day.");
        for (word, line, place) in [("rained", 1, "page 1"), ("All", 3, "page 2"), ("day", 3, "page 2")] {
            let at = document.text().find(word).unwrap() as u32;
            assert_eq!((document.position(at).line, document.place(at)), (line, Some(place)), "{word}");
        }
    }

    #[test]
    fn every_word_leads_back() {
        let source = "Café\n  and *bar*\n\n  open";
        let mut blocks = Blocks::default();
        for (kind, words) in
            [(BlockKind::Title, ["Café\n  and ", "bar"]), (BlockKind::Paragraph, ["open", ""])]
        {
            blocks.open(kind);
            for words in words {
                blocks.push_from(words, source.find(words).unwrap() as u32);
            }
        }
        let document = blocks.finish(Some(source)).unwrap();
        assert_eq!(document.text(), "Café and bar\n\nopen");
        for (word, line, column) in [("fé", 1, 3), ("and", 2, 3), ("bar", 2, 8), ("pen", 4, 4)] {
            let at = document.text().find(word).unwrap() as u32;
            let position = document.position(at);
            assert_eq!((position.line, position.column), (line, column), "{word}");
        }
    }
}
