//! OpenDocument texts (.odt): the text as it stands, without deleted passages and comments.

use std::collections::HashMap;

use claimlist_core::BlockKind;

use super::archive::{self, Archive};
use super::{Paragraphs, kind_of_style};
use crate::ReadError;
use crate::reader::{Articles, Format, Reader, Source};
use crate::xml::{self, Node};

/// Reads OpenDocument texts.
pub(crate) struct Odt;

const WHAT: &str = "OpenDocument text";

impl Reader for Odt {
    fn format(&self) -> Format {
        Format::Odt
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["odt"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/vnd.oasis.opendocument.text"]
    }

    fn begins(&self, _: &str) -> bool {
        false
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        let mut archive = Archive::open(source.bytes, WHAT)?;
        if archive.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data"))
        {
            return Err(archive::protected());
        }
        let mut writer = Writer::default();
        writer.content(&archive.needed("content.xml")?)?;
        Ok(vec![writer.paragraphs.blocks.finish(None)])
    }
}

#[derive(Default)]
struct Writer {
    paragraphs: Paragraphs,
    /// The parents of the styles that stand for a change to another.
    parents: HashMap<String, String>,
    /// Inside elements whose text is to be left out.
    skipping: usize,
    lists: usize,
    cells: usize,
}

impl Writer {
    fn content(&mut self, xml: &str) -> Result<(), ReadError> {
        xml::walk(xml, WHAT, |node| match node {
            Node::Start("tracked-changes" | "annotation" | "note-citation", _) => self.skipping += 1,
            Node::End("tracked-changes" | "annotation" | "note-citation") => {
                self.skipping = self.skipping.saturating_sub(1);
            }
            _ if self.skipping > 0 => {}
            Node::Start("style", element) => {
                let named = xml::attribute(element, "name").zip(xml::attribute(element, "parent-style-name"));
                self.parents.extend(named);
            }
            Node::Start("list-item", _) => self.lists += 1,
            Node::End("list-item") => self.lists = self.lists.saturating_sub(1),
            Node::Start("table-cell", _) => self.cells += 1,
            Node::End("table-cell") => self.cells = self.cells.saturating_sub(1),
            Node::Start("h", _) => self.paragraphs.start(BlockKind::Heading),
            Node::Start("p", element) => {
                let style = xml::attribute(element, "style-name").unwrap_or_default();
                let kind = self.kind(&style);
                self.paragraphs.start(kind);
            }
            Node::End("p" | "h") => self.paragraphs.end(),
            Node::Start("s" | "tab" | "line-break", _) => self.paragraphs.words(" "),
            Node::Words(words) => self.paragraphs.words(words),
            _ => {}
        })
    }

    /// What a paragraph of a style is.
    fn kind(&self, style: &str) -> BlockKind {
        let parent = self.parents.get(style).map(String::as_str);
        match kind_of_style(style).or_else(|| parent.and_then(kind_of_style)) {
            Some(kind) => kind,
            None if self.lists > 0 => BlockKind::ListItem,
            None if self.cells > 0 => BlockKind::TableCell,
            None => BlockKind::Paragraph,
        }
    }
}
