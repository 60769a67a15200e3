//! Word documents (.docx): the text as it stands with all changes accepted.

use std::collections::HashMap;

use claimlist_core::BlockKind;

use super::archive::Archive;
use super::{Paragraphs, kind_of_style};
use crate::ReadError;
use crate::reader::{Articles, Format, Reader, Source};
use crate::xml::{self, Node};

/// Reads Word documents.
pub(crate) struct Docx;

const WHAT: &str = "Word document";

impl Reader for Docx {
    fn format(&self) -> Format {
        Format::Docx
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]
    }

    fn begins(&self, _: &str) -> bool {
        false
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        let mut archive = Archive::open(source.bytes, WHAT)?;
        let styles = match archive.part("word/styles.xml")? {
            Some(xml) => styles(&xml)?,
            None => HashMap::new(),
        };
        let mut writer = Writer { styles, ..Writer::default() };
        writer.part(&archive.needed("word/document.xml")?)?;
        for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
            if let Some(xml) = archive.part(notes)? {
                writer.part(&xml)?;
            }
        }
        Ok(vec![writer.paragraphs.blocks.finish(None)])
    }
}

/// The names of styles by their ids: ids are in the language of the program that wrote them.
fn styles(xml: &str) -> Result<HashMap<String, String>, ReadError> {
    let mut styles = HashMap::new();
    let mut id = None;
    xml::walk(xml, WHAT, |node| match node {
        Node::Start("style", element) => id = xml::attribute(element, "styleId"),
        Node::Start("name", element) => {
            if let (Some(id), Some(name)) = (id.take(), xml::attribute(element, "val")) {
                styles.insert(id, name);
            }
        }
        _ => {}
    })?;
    Ok(styles)
}

#[derive(Default)]
struct Writer {
    paragraphs: Paragraphs,
    styles: HashMap<String, String>,
    /// Inside elements whose text is to be left out: moved away, or given a second time for old programs.
    skipping: usize,
    /// Inside words, not between elements.
    in_words: bool,
    tables: usize,
}

impl Writer {
    fn part(&mut self, xml: &str) -> Result<(), ReadError> {
        xml::walk(xml, WHAT, |node| match node {
            Node::Start("moveFrom" | "Fallback" | "del", _) => self.skipping += 1,
            Node::End("moveFrom" | "Fallback" | "del") => self.skipping = self.skipping.saturating_sub(1),
            _ if self.skipping > 0 => {}
            Node::Start("tbl", _) => self.tables += 1,
            Node::End("tbl") => self.tables = self.tables.saturating_sub(1),
            Node::Start("p", _) => {
                self.paragraphs.start(if self.tables > 0 {
                    BlockKind::TableCell
                } else {
                    BlockKind::Paragraph
                });
            }
            Node::End("p") => self.paragraphs.end(),
            Node::Start("pStyle", element) => {
                let id = xml::attribute(element, "val").unwrap_or_default();
                let name = self.styles.get(&id).map_or(id.as_str(), String::as_str);
                if let Some(kind) = kind_of_style(name) {
                    self.paragraphs.turn_into(kind);
                }
            }
            Node::Start("numPr", _) => self.paragraphs.turn_into(BlockKind::ListItem),
            Node::Start("t", _) => self.in_words = true,
            Node::End("t") => self.in_words = false,
            Node::Start("tab" | "br" | "cr", _) => self.paragraphs.words(" "),
            Node::Start("noBreakHyphen", _) => self.paragraphs.words("-"),
            Node::Words(words) if self.in_words => self.paragraphs.words(words),
            _ => {}
        })
    }
}
