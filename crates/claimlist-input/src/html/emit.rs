//! The elements of an article into blocks.

use claimlist_core::BlockKind;

use super::article::Article;
use super::boilerplate;
use super::dom::{DEEPEST, Data, Dom, Id};
use crate::blocks::Blocks;

/// Characters of the longest line of an author or a date.
const BYLINE: usize = 120;

/// Writes the title.
pub(super) fn title(dom: &Dom, heading: Id, blocks: &mut Blocks) {
    blocks.open(BlockKind::Title);
    for id in dom.below(heading) {
        match &dom.node(id).data {
            Data::Text(pieces) => pieces.iter().for_each(|piece| blocks.push_from(&piece.words, piece.at)),
            _ if dom.name(id) == "br" => blocks.space(),
            _ => {}
        }
    }
}

/// Writes what belongs to the article, but for the heading that is its title.
pub(super) fn article(dom: &Dom, article: &Article, heading: Option<Id>, blocks: &mut Blocks) {
    let left_out = |id: Id| article.leaves_out(id) || Some(id) == heading || is_byline(dom, id);
    let mut emitter =
        Emitter { dom, left_out: &left_out, lean: true, place: None, blocks, linked: 0, timed: 0, breaks: 0 };
    emitter.node(article.root, Around::default());
    emitter.end();
}

/// Writes all of a page, each block at the place that is asked for.
pub(super) fn whole(dom: &Dom, blocks: &mut Blocks, place: &mut dyn FnMut() -> Option<String>) {
    let left_out = |id: Id| boilerplate::never(dom, id) && !matches!(dom.name(id), "form" | "nav");
    let mut emitter = Emitter {
        dom,
        left_out: &left_out,
        lean: false,
        place: Some(place),
        blocks,
        linked: 0,
        timed: 0,
        breaks: 0,
    };
    emitter.node(dom.root(), Around::default());
    emitter.end();
}

fn is_byline(dom: &Dom, id: Id) -> bool {
    boilerplate::is_byline(dom, id) && dom.words(id).chars().count() <= BYLINE
}

/// What stands around a node.
#[derive(Clone, Copy, Debug)]
struct Around {
    kind: BlockKind,
    link: bool,
    time: bool,
    depth: u32,
}

impl Default for Around {
    fn default() -> Self {
        Self { kind: BlockKind::Paragraph, link: false, time: false, depth: 0 }
    }
}

struct Emitter<'a> {
    dom: &'a Dom,
    left_out: &'a dyn Fn(Id) -> bool,
    /// Whether blocks that are nothing but links or times are left out.
    lean: bool,
    place: Option<&'a mut dyn FnMut() -> Option<String>>,
    blocks: &'a mut Blocks,
    /// Bytes of the open block in links.
    linked: usize,
    /// Bytes of the open block in `time` elements.
    timed: usize,
    /// Line breaks since the last words.
    breaks: usize,
}

impl Emitter<'_> {
    fn node(&mut self, id: Id, around: Around) {
        // The parser mends wrong nesting, which may lead deeper than it was written.
        if (self.left_out)(id) || around.depth > DEEPEST * 2 {
            return;
        }
        if let Data::Text(pieces) = &self.dom.node(id).data {
            for piece in pieces {
                self.words(&piece.words, piece.at, around);
            }
            return;
        }
        let around = Around { depth: around.depth + 1, ..around };
        match self.dom.name(id) {
            "br" => {
                self.breaks += 1;
                self.blocks.space();
            }
            "hr" => self.end(),
            "sup" if self.is_note(id) => {}
            "q" => {
                self.mark("“", around);
                self.children(id, around);
                self.mark("”", around);
            }
            "a" => self.children(id, Around { link: true, ..around }),
            "time" => self.children(id, Around { time: true, ..around }),
            name => match kind(name, around.kind) {
                Some(kind) => {
                    self.end();
                    self.children(id, Around { kind, ..around });
                    self.end();
                }
                None => self.children(id, around),
            },
        }
    }

    fn children(&mut self, id: Id, around: Around) {
        for &child in self.dom.children(id) {
            self.node(child, around);
        }
    }

    fn words(&mut self, words: &str, at: u32, around: Around) {
        if !words.trim().is_empty() {
            // Two line breaks are how paragraphs are written without elements for them.
            if std::mem::take(&mut self.breaks) > 1 {
                self.end();
            }
            self.begin(around.kind);
            let length = words.trim().len();
            self.linked += length * usize::from(around.link);
            self.timed += length * usize::from(around.time);
        }
        if self.blocks.is_open() {
            self.blocks.push_from(words, at);
        }
    }

    fn mark(&mut self, mark: &str, around: Around) {
        self.begin(around.kind);
        self.blocks.push(mark);
    }

    fn begin(&mut self, kind: BlockKind) {
        if !self.blocks.is_open() {
            match self.place.as_mut().and_then(|place| place()) {
                Some(place) => self.blocks.open_at(kind, place),
                None => self.blocks.open(kind),
            }
            (self.linked, self.timed) = (0, 0);
        }
    }

    /// Ends the block, unless it is none of the article's text: nothing but links to elsewhere, or the time of a post.
    fn end(&mut self) {
        self.breaks = 0;
        let words = self.blocks.words().trim();
        let length = words.len();
        let closed = words.ends_with(['.', '!', '?', '”', '"']);
        let teaser = self.linked * 10 >= length * 9 && !closed;
        if self.lean && self.blocks.is_open() && (teaser || self.timed * 10 >= length * 9) {
            self.blocks.discard();
        } else {
            self.blocks.close();
        }
    }

    /// A reference to a note: `[1]`, or a figure that is a link.
    fn is_note(&self, id: Id) -> bool {
        let words = self.dom.words(id);
        let figure = words.trim_matches(['[', ']', '(', ')', '*', '†']);
        let link = self.dom.below(id).any(|id| self.dom.name(id) == "a");
        (link || words.starts_with('['))
            && figure.len() <= 3
            && figure.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }
}

/// What the blocks in an element are; none if it is no block.
fn kind(name: &str, around: BlockKind) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "blockquote" => BlockKind::Quote,
        "li" | "dt" | "dd" => BlockKind::ListItem,
        "figcaption" | "caption" => BlockKind::Caption,
        "td" | "th" => BlockKind::TableCell,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "body" | "html"
        | "address" | "pre" | "ul" | "ol" | "dl" | "table" | "tbody" | "thead" | "tfoot" | "tr"
        | "figure" | "details" | "summary" | "form" | "fieldset" | "center" | "hgroup" | "nav" | "search" => {
            around
        }
        _ => return None,
    })
}
