//! Feeds: RSS and Atom. Each entry is an article; an entry that cannot be read does not cost the others.

use claimlist_core::{BlockKind, Document};

use crate::blocks::Blocks;
use crate::day::day;
use crate::reader::{Articles, Format, Reader, Source};
use crate::xml::{self, Node};
use crate::{ReadError, decode, html};

/// Reads feeds.
pub(crate) struct Feed;

/// Bytes of the largest feed.
const LARGEST: usize = 64 << 20;

impl Reader for Feed {
    fn format(&self) -> Format {
        Format::Feed
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rss", "atom", "xml"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"]
    }

    fn begins(&self, start: &str) -> bool {
        let root = ["<rss", "<feed", "<rdf:RDF"].iter().filter_map(|root| start.find(root)).min();
        // Before the root stand only a declaration, comments and the like.
        start.starts_with('<')
            && root.is_some_and(|root| !start[..root].contains("<html") && !start[..root].contains("<body"))
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        let text = decode::decode_html(source)?;
        ReadError::check_size(text.len(), LARGEST, "a feed")?;
        let mut entries = Entries::default();
        let walked = xml::walk(&text, "feed", |node| entries.node(node));
        let mut articles: Articles =
            entries.done.iter().enumerate().map(|(index, entry)| entry.read(index + 1)).collect();
        match walked {
            // What was read before the damage is whole.
            Err(error) if !articles.is_empty() => articles.push(Err(error)),
            Err(error) => return Err(error),
            Ok(()) if articles.is_empty() => {
                return Err(ReadError::Broken {
                    problem: "it has no entries, as a feed (RSS or Atom) has".to_owned(),
                    remedy: "give the article as a web page or as text",
                    position: None,
                });
            }
            Ok(()) => {}
        }
        Ok(articles)
    }
}

/// One entry, as it stands in the feed.
#[derive(Debug, Default)]
struct Entry {
    title: String,
    /// HTML.
    summary: String,
    /// HTML.
    content: String,
    date: String,
    updated: String,
    author: String,
}

#[derive(Debug, Default)]
struct Entries {
    done: Vec<Entry>,
    entry: Option<Entry>,
    /// The elements around, inside the entry.
    path: Vec<String>,
}

impl Entries {
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Start("item" | "entry", _) if self.entry.is_none() => {
                self.entry = Some(Entry::default());
                self.path.clear();
            }
            Node::End("item" | "entry") if self.path.is_empty() => self.done.extend(self.entry.take()),
            Node::Start(name, _) if self.entry.is_some() => {
                // XHTML in Atom: its elements are part of the content.
                if self.path.iter().any(|element| element == "content" || element == "summary") {
                    self.words(&format!("<{name}>"));
                }
                self.path.push(name.to_owned());
            }
            Node::End(name) if self.entry.is_some() => {
                self.path.pop();
                if self.path.iter().any(|element| element == "content" || element == "summary") {
                    self.words(&format!("</{name}>"));
                }
            }
            Node::Words(words) => self.words(words),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let (Some(entry), Some(first)) = (&mut self.entry, self.path.first()) else { return };
        let field = match first.as_str() {
            "title" => &mut entry.title,
            "description" | "summary" => &mut entry.summary,
            "encoded" | "content" => &mut entry.content,
            "pubDate" | "published" | "date" => &mut entry.date,
            "updated" => &mut entry.updated,
            "creator" | "author"
                if self.path.last().is_some_and(|last| !matches!(last.as_str(), "email" | "uri")) =>
            {
                &mut entry.author
            }
            _ => return,
        };
        field.push_str(words);
    }
}

impl Entry {
    /// The article of the entry with this number.
    fn read(&self, number: usize) -> Result<Document, ReadError> {
        let mut blocks = Blocks::default();
        let mut paragraph = 0;
        let title = words(&self.title)?;
        if !title.is_empty() {
            blocks.open_at(BlockKind::Title, format!("entry {number}, title"));
            blocks.push(&title);
            blocks.close();
        }
        let body = if self.content.trim().is_empty() { &self.summary } else { &self.content };
        html::whole(body, &mut blocks, &mut || {
            paragraph += 1;
            Some(format!("entry {number}, paragraph {paragraph}"))
        })?;
        let mut document = blocks.finish(None)?.dated(day(&self.date).or_else(|| day(&self.updated)));
        let author = self.author.split_whitespace().collect::<Vec<_>>().join(" ");
        document.byline = (!author.is_empty()).then_some(author);
        Ok(document)
    }
}

/// The words of a title, which may have marks of HTML.
fn words(title: &str) -> Result<String, ReadError> {
    let mut blocks = Blocks::default();
    html::whole(title, &mut blocks, &mut || None)?;
    match blocks.finish_marked(None) {
        Ok(document) => Ok(document.text().split_whitespace().collect::<Vec<_>>().join(" ")),
        Err(ReadError::Empty) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_file;

    fn feed(text: &str) -> Result<Articles, ReadError> {
        read_file(Source { bytes: text.as_bytes().to_vec(), charset: None }, "feed.xml", None)
    }

    const RSS: &str = "<?xml version='1.0'?><rss><channel><title>Echo</title>\
        <item><title>Caf&#233; &amp;amp; bar</title><description>Short.</description><pubDate>Thu, 27 Feb 2025 10:00:00 GMT</pubDate>\
        <dc:creator>Ada Roe</dc:creator><content:encoded><![CDATA[<p>It cost <b>£2m</b>.</p><p>Why?</p>]]></content:encoded></item>\
        <item><title/><description/></item>\
        <item><title>Rain</title><description>It &lt;i&gt;rained&lt;/i&gt;.</description></item>";

    #[test]
    fn each_entry_is_an_article() {
        let articles = feed(&format!("{RSS}</channel></rss>")).unwrap();
        let texts: Vec<_> =
            articles.iter().map(|article| article.as_ref().map(Document::text).ok()).collect();
        assert_eq!(texts, [Some("Café & bar\n\nIt cost £2m.\n\nWhy?"), None, Some("Rain\n\nIt rained.")]);
        let first = articles[0].as_ref().unwrap();
        assert_eq!(first.date, Some(jiff::civil::date(2025, 2, 27)));
        assert_eq!(first.byline.as_deref(), Some("Ada Roe"));
        assert_eq!(first.place(15), Some("entry 1, paragraph 1"));
    }

    #[test]
    fn atom() {
        let text = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Echo</title><author><name>All</name></author><entry><title>Rain</title>\
            <published>2025-02-27T10:00:00Z</published><author><name>Bo Ames</name><email>b@example.org</email></author>\
            <content type='xhtml'><div><p>It cost <b>£2m</b>.</p></div></content></entry></feed>";
        let articles = feed(text).unwrap();
        let first = articles[0].as_ref().unwrap();
        assert_eq!(first.text(), "Rain\n\nIt cost £2m.");
        assert_eq!(first.byline.as_deref(), Some("Bo Ames"));
    }

    #[test]
    fn what_stands_before_the_damage_is_read() {
        let articles = feed(RSS).unwrap();
        assert_eq!(articles.len(), 4);
        assert!(articles[3].is_err() && articles[2].is_ok());
        assert!(feed("<rss><channel>").is_err());
        assert!(feed("<rss><channel></channel></rss>").unwrap_err().to_string().contains("no entries"));
    }
}
