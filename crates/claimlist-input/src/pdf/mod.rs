//! PDF documents: their text layer, put together again from letters that stand somewhere on a page.
//!
//! `file` opens the document, `content` runs the operators of a page and hears where each letter stands, `pieces` puts letters
//! together, `furniture` leaves out running heads and page numbers, `columns` finds the order of reading, `lines` and
//! `paragraphs` make lines and paragraphs of it, `hyphens` undoes hyphens at the ends of lines.
//!
//! A hostile file can ask for more work than its size lets expect: what is unpacked, drawn and nested is limited, and the whole
//! runs in a thread of its own (`guard`), which is given up when it takes too long.

mod columns;
mod content;
mod file;
mod font;
mod furniture;
mod guard;
mod hyphens;
mod lines;
mod lists;
mod metrics;
mod paragraphs;
mod pieces;
#[cfg(test)]
mod tests;
mod unicode_map;

use claimlist_core::Document;

use crate::ReadError;
use crate::blocks::Blocks;
use crate::reader::{Articles, Format, Reader, Source};

/// Reads PDF documents.
pub(crate) struct Pdf;

/// Bytes of the largest document.
const LARGEST: usize = 128 << 20;

/// Where in its first bytes a PDF document has its mark: some have a few others before it.
fn mark(bytes: &[u8]) -> Option<usize> {
    const START: usize = 1024;
    let start = bytes.get(..START).unwrap_or(bytes);
    start.windows(5).position(|window| window == b"%PDF-")
}

/// Whether a file is a PDF document. A text may have the mark in it, too; a document has objects.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    mark(bytes).is_some_and(|at| at == 0 || bytes.windows(6).any(|window| window == b"endobj"))
}

impl Reader for Pdf {
    fn format(&self) -> Format {
        Format::Pdf
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/pdf"]
    }

    fn begins(&self, start: &str) -> bool {
        start.starts_with("%PDF-")
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        ReadError::check_size(source.bytes.len(), LARGEST, "a PDF document")?;
        if mark(&source.bytes).is_none() {
            return Err(broken("it is no PDF document: it does not begin with %PDF-"));
        }
        guard::guarded(move || read(&source.bytes)).map(|document| vec![Ok(document)])
    }
}

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let file = file::File::open(bytes)?;
    let mut pages = content::pages(&file)?;
    furniture::remove(&mut pages);
    let columns: Vec<_> = (1_u32..)
        .zip(pages)
        .flat_map(|(number, pieces)| columns::columns(pieces).into_iter().map(move |column| (number, column)))
        .map(|(number, pieces)| lines::lines(number, pieces))
        .collect();
    let paragraphs = paragraphs::paragraphs(columns, file.title().as_deref());
    let mut document = write(&paragraphs)?;
    document.byline = file.author();
    Ok(document)
}

/// The paragraphs as blocks, each with its page.
fn write(paragraphs: &[paragraphs::Paragraph]) -> Result<Document, ReadError> {
    let words = hyphens::Words::of(paragraphs.iter().flat_map(|paragraph| &paragraph.lines));
    let mut blocks = Blocks::default();
    for paragraph in paragraphs {
        let Some(mut page) = paragraph.lines.first().map(|line| line.page) else { continue };
        blocks.open_at(paragraph.kind, format!("page {page}"));
        let mut lines = paragraph.lines.iter().peekable();
        let mut begun = None;
        while let Some(line) = lines.next() {
            let text = begun.take().unwrap_or(line.text.as_str());
            if page != line.page {
                page = line.page;
                blocks.place(format!("page {page}"));
            }
            match lines.peek().map(|next| words.join(text, &next.text)) {
                Some(hyphens::Join::Space) => {
                    blocks.push(text);
                    blocks.space();
                }
                // The rest of a word stands where the word begins.
                Some(hyphens::Join::Word { keep, rest }) => {
                    blocks.push(keep);
                    let next = lines.peek().map_or("", |next| next.text.as_str());
                    let (end, more) = next.split_at(rest);
                    blocks.push(end);
                    begun = Some(more);
                }
                None => blocks.push(text),
            }
        }
        blocks.close();
    }
    blocks.finish(None)
}

fn broken(problem: impl Into<String>) -> ReadError {
    ReadError::Broken {
        problem: problem.into(),
        remedy: "save it anew, or give its text in a .txt file",
        position: None,
    }
}

/// It asks for more than an article needs.
fn excessive(problem: impl Into<String>) -> ReadError {
    ReadError::Broken {
        problem: problem.into(),
        remedy: "give only the pages of the article, or its text in a .txt file",
        position: None,
    }
}
