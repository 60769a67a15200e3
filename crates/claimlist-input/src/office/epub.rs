//! EPUB books: their chapters in the order of reading.

use std::collections::HashMap;

use super::archive::{self, Archive};
use crate::blocks::Blocks;
use crate::day::day;
use crate::reader::{Articles, Format, Reader, Source};
use crate::xml::{self, Node};
use crate::{ReadError, html};

/// Reads EPUB books.
pub(crate) struct Epub;

const WHAT: &str = "EPUB book";

impl Reader for Epub {
    fn format(&self) -> Format {
        Format::Epub
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["epub"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/epub+zip"]
    }

    fn begins(&self, _: &str) -> bool {
        false
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        let mut archive = Archive::open(source.bytes, WHAT)?;
        let mut path = String::new();
        xml::walk(&archive.needed("META-INF/container.xml")?, WHAT, |node| {
            if let (Node::Start("rootfile", element), true) = (node, path.is_empty()) {
                path = xml::attribute(element, "full-path").unwrap_or_default();
            }
        })?;
        let book = Book::read(&archive.needed(&path)?)?;
        let locked = archive.part("META-INF/encryption.xml")?.unwrap_or_default();
        let mut blocks = Blocks::default();
        book.title.iter().for_each(|title| blocks.titled(title));
        let mut chapter = 0;
        for href in &book.chapters {
            let name = resolve(&path, href);
            // Fonts are often made unreadable without a lock on the text.
            if locked.contains(&name) {
                return Err(archive::protected());
            }
            let Some(page) = archive.part(&name)? else { continue };
            let before = blocks.closed().len();
            let mut paragraph = 0;
            html::whole(&page, &mut blocks, &mut || {
                paragraph += 1;
                Some(format!("chapter {}, paragraph {paragraph}", chapter + 1))
            })?;
            chapter += usize::from(blocks.closed().len() > before);
        }
        blocks.title_first(book.title.as_deref());
        let mut document = blocks.finish(None)?.dated(book.date);
        document.byline = (!book.authors.is_empty()).then(|| book.authors.join(", "));
        Ok(vec![Ok(document)])
    }
}

#[derive(Debug, Default)]
struct Book {
    title: Option<String>,
    authors: Vec<String>,
    date: Option<jiff::civil::Date>,
    /// The addresses of the chapters, in order.
    chapters: Vec<String>,
}

impl Book {
    fn read(package: &str) -> Result<Self, ReadError> {
        let mut book = Self::default();
        let mut pages = HashMap::new();
        let mut words = String::new();
        xml::walk(package, WHAT, |node| match node {
            Node::Start("item", element) => {
                let contents = xml::attribute(element, "properties").is_some_and(|all| all.contains("nav"));
                let page = xml::attribute(element, "media-type").is_some_and(|kind| kind.contains("html"));
                if let (Some(id), Some(href), true) =
                    (xml::attribute(element, "id"), xml::attribute(element, "href"), page && !contents)
                {
                    pages.insert(id, href);
                }
            }
            Node::Start("itemref", element) => {
                let linear = xml::attribute(element, "linear").is_none_or(|linear| linear != "no");
                let page =
                    xml::attribute(element, "idref").filter(|_| linear).and_then(|id| pages.remove(&id));
                book.chapters.extend(page);
            }
            Node::Start("title" | "creator" | "date", _) => words.clear(),
            Node::Words(more) => words.push_str(more),
            Node::End("title") if book.title.is_none() => book.title = Some(words.trim().to_owned()),
            Node::End("creator") => book.authors.push(words.trim().to_owned()),
            Node::End("date") => book.date = book.date.or_else(|| day(&words)),
            _ => {}
        })?;
        Ok(book)
    }
}

/// The name of the part at an address in the part at `base`.
fn resolve(base: &str, href: &str) -> String {
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let href = href.split('#').next().unwrap_or_default().replace("%20", " ");
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in href.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}
