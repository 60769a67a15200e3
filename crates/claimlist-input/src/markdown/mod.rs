//! Markdown: CommonMark with tables, footnotes and front matter.
//!
//! ```
//! use claimlist_input::{Format, read_text_as};
//!
//! let text = "---\ndate: 2025-02-27\n---\n# Bridge *closed*\n\nThe [old bridge](/b) was\nclosed.\n";
//! let document = read_text_as(text.to_owned(), Format::Markdown)?.remove(0)?;
//! assert_eq!(document.text(), "Bridge closed\n\nThe old bridge was closed.");
//! assert_eq!(document.date.unwrap().to_string(), "2025-02-27");
//! assert_eq!(document.position(34).line, 7);
//! # Ok::<(), claimlist_input::ReadError>(())
//! ```

mod front_matter;
#[cfg(test)]
mod tests;

use std::ops::Range;

use claimlist_core::{BlockKind, Document};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::blocks::Blocks;
use crate::reader::{Articles, Format, Reader, Source};
use crate::{ReadError, decode};
use front_matter::FrontMatter;

/// Reads Markdown.
pub(crate) struct Markdown;

/// Bytes of the longest Markdown text: the parser's time may grow with the square of what is badly nested.
const LARGEST: usize = 32 << 20;

impl Reader for Markdown {
    fn format(&self) -> Format {
        Format::Markdown
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown", "mdown", "mkd"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["text/markdown", "text/x-markdown"]
    }

    fn begins(&self, _: &str) -> bool {
        false
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        let text = decode::decode_text(source)?;
        ReadError::check_size(text.len(), LARGEST, "a Markdown file")?;
        Ok(vec![Ok(article(&text)?)])
    }
}

fn article(source: &str) -> Result<Document, ReadError> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut writer = Writer::new(source);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        writer.event(event, range);
    }
    let Writer { blocks, front_matter, .. } = writer;
    let mut document = blocks.finish(Some(source))?.dated(front_matter.date);
    document.byline = front_matter.byline;
    Ok(document)
}

struct Writer<'s> {
    source: &'s str,
    blocks: Blocks,
    front_matter: FrontMatter,
    /// The kinds of the blocks that stand around: quotations, items of lists, cells of tables.
    around: Vec<BlockKind>,
    /// Inside what is no text: code, front matter.
    skipping: usize,
    /// Inside a picture, whose words are its caption.
    picture: usize,
    titled: bool,
}

impl<'s> Writer<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            blocks: Blocks::default(),
            front_matter: FrontMatter::default(),
            around: Vec::new(),
            skipping: 0,
            picture: 0,
            titled: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.words(&words, range),
            Event::SoftBreak | Event::HardBreak => self.blocks.space(),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.blocks.space(),
            Event::Rule => self.blocks.close(),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                let title = *level == HeadingLevel::H1 && !self.titled;
                self.titled |= title;
                self.blocks.open(if title { BlockKind::Title } else { BlockKind::Heading });
            }
            Tag::Paragraph => self.blocks.open(self.kind()),
            Tag::BlockQuote(_) => self.around.push(BlockKind::Quote),
            Tag::Item => {
                self.around.push(BlockKind::ListItem);
                self.blocks.open(BlockKind::ListItem);
            }
            Tag::TableCell => self.blocks.open(BlockKind::TableCell),
            Tag::MetadataBlock(_) => {
                self.skipping += 1;
                self.front_matter(range);
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.blocks.close();
                self.skipping += 1;
            }
            Tag::Image { .. } => {
                self.picture += 1;
                if self.blocks.words().trim().is_empty() {
                    self.blocks.turn_into(BlockKind::Caption);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell => self.blocks.close(),
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.blocks.close();
                self.around.pop();
            }
            TagEnd::MetadataBlock(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.skipping = self.skipping.saturating_sub(1);
            }
            TagEnd::Image => {
                self.picture = self.picture.saturating_sub(1);
                self.blocks.space();
            }
            _ => {}
        }
    }

    /// What a paragraph here is.
    fn kind(&self) -> BlockKind {
        self.around.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.skipping > 0 {
            return;
        }
        if self.picture == 0 && self.blocks.is_open() && self.blocks.is_caption() {
            // The picture stands in a paragraph of its own, or before one that goes on.
            self.blocks.turn_into(self.kind());
        }
        if !self.blocks.is_open() {
            self.blocks.open(self.kind());
        }
        // `code` begins behind its marks.
        let inner = self.source.get(range.clone()).and_then(|source| source.find(words)).unwrap_or_default();
        self.blocks.push_from(words, (range.start + inner) as u32);
    }

    /// Takes the title from the front matter, which begins at the start of the range.
    fn front_matter(&mut self, range: Range<usize>) {
        let Some(text) = self.source.get(range.clone()) else { return };
        self.front_matter = front_matter::read(text);
        if let Some((title, at)) = self.front_matter.title.take() {
            self.titled = true;
            self.blocks.open(BlockKind::Title);
            self.blocks.push_from(&title, (range.start + at) as u32);
            self.blocks.close();
        }
    }
}
