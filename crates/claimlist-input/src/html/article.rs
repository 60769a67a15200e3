//! Which element of a page its article is in, and what in it is none of the article's text.
//!
//! Elements are weighed by the prose in them: the words of their paragraphs that are no links. The article is looked for from
//! the page inwards: in an `article` element (or one marked as `articleBody`) that holds much of the prose, else in the smallest
//! element that holds nearly all of it, so that the posts of a live blog stay together.

use super::boilerplate;
use super::dom::{Data, Dom, Id};

/// Characters that a paragraph needs to count as prose.
const PROSE: usize = 40;

/// The share of the page's prose that an `article` must hold to be taken for the article.
const ARTICLE: f64 = 0.4;

/// The share of an element's prose that one of its children must hold to be looked into.
const INWARDS: f64 = 0.8;

/// Where the article of a page is.
#[derive(Debug)]
pub(super) struct Article {
    /// The element that it is in.
    pub(super) root: Id,
    /// For each node, whether it is none of the article's text.
    left_out: Vec<bool>,
}

impl Article {
    /// Whether a node is none of the article's text.
    pub(super) fn leaves_out(&self, id: Id) -> bool {
        self.left_out[id]
    }
}

/// Finds the article.
pub(super) fn find(dom: &Dom) -> Article {
    let order: Vec<Id> = dom.below(dom.root()).collect();
    let mut left_out = vec![false; dom.len()];
    for &id in &order {
        let above = dom.node(id).parent.is_some_and(|parent| left_out[parent]);
        left_out[id] = above || boilerplate::never(dom, id);
    }
    // What looks like no article is one all the same where most of the prose is.
    let prose = weigh(dom, &order, &left_out);
    for &id in &order {
        let above = dom.node(id).parent.is_some_and(|parent| left_out[parent]);
        let doubtful = !left_out[id] && boilerplate::seldom(dom, id) && prose[id] * 2.0 < prose[dom.root()];
        left_out[id] = left_out[id] || above || doubtful;
    }
    let prose = weigh(dom, &order, &left_out);
    Article { root: inwards(dom, marked(dom, &order, &prose), &prose), left_out }
}

/// The characters of prose in each node.
fn weigh(dom: &Dom, order: &[Id], left_out: &[bool]) -> Vec<f64> {
    let mut words = vec![(0_usize, 0_usize); dom.len()];
    let mut prose = vec![0.0; dom.len()];
    // Children come behind their parents in `order`.
    for &id in order.iter().rev() {
        if left_out[id] {
            continue;
        }
        if let Data::Text(pieces) = &dom.node(id).data {
            words[id].0 = pieces.iter().map(|piece| piece.words.trim().len()).sum();
        }
        if dom.name(id) == "a" {
            words[id].1 = words[id].0;
        }
        let (all, linked) = words[id];
        let is_paragraph =
            matches!(dom.name(id), "p" | "li" | "blockquote" | "div" | "section" | "article" | "body" | "td");
        if is_paragraph {
            if all >= PROSE && linked * 2 < all {
                prose[id] += (all - linked) as f64;
            }
            // What it weighs is counted here; the elements around it have only their own words.
            words[id] = (0, 0);
        }
        if let Some(parent) = dom.node(id).parent {
            words[parent] = (words[parent].0 + words[id].0, words[parent].1 + words[id].1);
            prose[parent] += prose[id];
        }
    }
    prose
}

/// The element that is marked as the article; the page itself if none is, or several are.
fn marked(dom: &Dom, order: &[Id], prose: &[f64]) -> Id {
    let all = prose[dom.root()];
    let is_marked = |id: Id| {
        dom.name(id) == "article"
            || dom.attribute(id, "itemprop").is_some_and(|property| property.contains("articleBody"))
    };
    // The outermost: an article within one is a post of a live blog, or a teaser.
    order
        .iter()
        .copied()
        .filter(|&id| is_marked(id))
        .find(|&id| prose[id] > all * ARTICLE)
        .unwrap_or(dom.root())
}

/// The smallest element in `root` that holds nearly all of its prose.
fn inwards(dom: &Dom, root: Id, prose: &[f64]) -> Id {
    let mut at = root;
    // A marked article holds its title and its captions too.
    while at == dom.root() || matches!(dom.name(at), "html" | "body" | "div" | "section" | "main") {
        let heaviest = dom.children(at).iter().copied().max_by(|&a, &b| prose[a].total_cmp(&prose[b]));
        match heaviest {
            Some(child) if prose[child] > prose[at] * INWARDS && !is_text_itself(dom, child) => at = child,
            _ => break,
        }
    }
    at
}

/// Whether an element is a paragraph or the like: to look into it would leave out the title beside it.
fn is_text_itself(dom: &Dom, id: Id) -> bool {
    !matches!(dom.name(id), "html" | "body" | "div" | "section" | "main" | "article")
}
