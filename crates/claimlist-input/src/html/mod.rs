//! Web pages: the article without what stands around it.
//!
//! ```
//! use claimlist_input::{Format, read_text_as};
//!
//! let page = "<nav><a href='/'>Home</a></nav><h1>Bridge closed</h1><p>The old bridge was\nclosed on Friday.";
//! let document = read_text_as(page.to_owned(), Format::Html)?.remove(0)?;
//! assert_eq!(document.text(), "Bridge closed\n\nThe old bridge was closed on Friday.");
//! assert_eq!(document.position(34).line, 2);
//! # Ok::<(), claimlist_input::ReadError>(())
//! ```
//!
//! `dom` makes the tree, `metadata` reads title, date and byline, `article` finds the element that the article is in and what
//! in it is none of its text, `emit` makes blocks of the rest.

mod article;
mod boilerplate;
mod dom;
mod emit;
mod metadata;
#[cfg(test)]
mod tests;

use claimlist_core::{BlockKind, Document};

use crate::blocks::Blocks;
use crate::reader::{Articles, Format, Reader, Source};
use crate::{ReadError, decode};
use dom::Dom;

/// Reads web pages.
pub(crate) struct Html;

/// Bytes of the largest page: a tree takes many times as much memory as its page.
const LARGEST: usize = 32 << 20;

impl Reader for Html {
    fn format(&self) -> Format {
        Format::Html
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["text/html", "application/xhtml+xml"]
    }

    fn begins(&self, start: &str) -> bool {
        let is = |tag: &str| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
        let xhtml =
            || is("<?xml") && start.find("<html").is_some_and(|html| !start[..html].contains("<feed"));
        is("<!doctype html") || is("<html") || is("<head>") || xhtml()
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        let html = decode::decode_html(source)?;
        Ok(vec![Ok(page(&html)?)])
    }
}

/// The article of a page.
fn page(html: &str) -> Result<Document, ReadError> {
    ReadError::check_size(html.len(), LARGEST, "a web page")?;
    let dom = Dom::parse(html)?;
    let about = metadata::read(&dom);
    let article = article::find(&dom);
    let mut blocks = Blocks::default();
    let heading = metadata::heading(&dom, &article, about.title.as_deref());
    match (heading, &about.title) {
        (Some(heading), _) => emit::title(&dom, heading, &mut blocks),
        (None, Some(title)) => {
            blocks.open(BlockKind::Title);
            let at = html.find(title.as_str()).unwrap_or_default();
            blocks.push_from(title, at as u32);
        }
        (None, None) => {}
    }
    blocks.close();
    let titles = blocks.closed().len();
    emit::article(&dom, &article, heading, &mut blocks);
    blocks.close();
    if blocks.closed().len() == titles {
        return Err(ReadError::NoArticle);
    }
    let mut document = blocks.finish(Some(html))?.dated(about.date);
    document.byline = about.byline;
    Ok(document)
}

/// The blocks of a page of which all is text, such as a chapter of a book or the body of a mail.
pub(crate) fn whole(
    html: &str,
    blocks: &mut Blocks,
    place: &mut dyn FnMut() -> Option<String>,
) -> Result<(), ReadError> {
    ReadError::check_size(html.len(), LARGEST, "a page")?;
    let dom = Dom::parse(html)?;
    emit::whole(&dom, blocks, place);
    Ok(())
}
