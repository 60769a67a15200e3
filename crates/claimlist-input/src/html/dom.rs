//! A page as a tree whose words know where they stand in its source.
//!
//! The source is fed to the parser piece by piece, each of them one tag or the text between two marks, so that the tree is told
//! where the words that it gets come from.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

use crate::ReadError;

/// Elements in elements: more is no page but an attack on the parser, whose time grows with the square of it.
pub(super) const DEEPEST: u32 = 400;

/// Nodes of the largest page.
const MOST_NODES: usize = 2_000_000;

/// The place of a node in [`Dom`].
pub(super) type Id = usize;

/// A page.
#[derive(Debug, Default)]
pub(super) struct Dom {
    nodes: Vec<Node>,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<Id>,
    pub(super) children: Vec<Id>,
    pub(super) data: Data,
    depth: u32,
}

#[derive(Debug)]
pub(super) enum Data {
    Element {
        name: Rc<QualName>,
        attributes: Vec<Attribute>,
    },
    Text(Vec<Piece>),
    /// The page itself, comments.
    Other,
}

/// Words, and where they begin in the source.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) words: String,
    pub(super) at: u32,
}

impl Dom {
    /// The tree of a page.
    pub(super) fn parse(source: &str) -> Result<Self, ReadError> {
        let tree = Tree::default();
        tree.dom.borrow_mut().add(Data::Other);
        let mut parser = parse_document(tree, ParseOpts::default());
        for (at, piece) in pieces(source) {
            let tree = &parser.tokenizer.sink.sink;
            tree.at.set(at);
            if tree.excess.get() {
                return Err(ReadError::Broken {
                    problem: "its elements are nested too deep, or too many, for a page".to_owned(),
                    remedy: "give the article's text in a .txt file",
                    position: None,
                });
            }
            parser.process(StrTendril::from_slice(piece));
            // The character that a reference stands for comes out when the parser has seen what follows.
            let tree = &parser.tokenizer.sink.sink;
            let due = piece.starts_with('&') && tree.at.get() == at;
            tree.reference.set(due.then_some(at));
        }
        Ok(parser.finish())
    }

    pub(super) fn root(&self) -> Id {
        0
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    /// The name of an element; empty for other nodes.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.nodes[id].data {
            Data::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    pub(super) fn attribute(&self, id: Id, wanted: &str) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Element { attributes, .. } => attributes
                .iter()
                .find(|attribute| &*attribute.name.local == wanted)
                .map(|attribute| &*attribute.value),
            _ => None,
        }
    }

    /// The nodes below one, and itself, in the order of the page.
    pub(super) fn below(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut waiting = vec![id];
        std::iter::from_fn(move || {
            let id = waiting.pop()?;
            waiting.extend(self.children(id).iter().rev());
            Some(id)
        })
    }

    /// The words below a node, white space as one space.
    pub(super) fn words(&self, id: Id) -> String {
        let mut all = String::new();
        for id in self.below(id) {
            match &self.nodes[id].data {
                Data::Text(pieces) => pieces.iter().for_each(|piece| all.push_str(&piece.words)),
                _ if self.name(id) == "br" => all.push(' '),
                _ => {}
            }
        }
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn add(&mut self, data: Data) -> Id {
        self.nodes.push(Node { parent: None, children: Vec::new(), data, depth: 0 });
        self.nodes.len() - 1
    }

    /// Puts a node before the child at `index` of its new parent. Gives back how deep it lies.
    fn insert(&mut self, parent: Id, index: usize, child: Id) -> u32 {
        self.detach(child);
        let index = index.min(self.nodes[parent].children.len());
        self.nodes[parent].children.insert(index, child);
        self.nodes[child].parent = Some(parent);
        self.nodes[child].depth = self.nodes[parent].depth + 1;
        self.nodes[child].depth
    }

    fn detach(&mut self, child: Id) {
        if let Some(parent) = self.nodes[child].parent.take() {
            self.nodes[parent].children.retain(|&other| other != child);
        }
    }

    /// Adds words before the child at `index`, to the text there if there is one.
    fn insert_words(&mut self, parent: Id, index: usize, words: &str, at: u32) {
        let before = index.checked_sub(1).and_then(|index| self.nodes[parent].children.get(index).copied());
        let piece = Piece { words: words.to_owned(), at };
        if let Some(Data::Text(pieces)) = before.map(|id| &mut self.nodes[id].data) {
            return match pieces.last_mut() {
                Some(last) if last.at + last.words.len() as u32 == at => last.words.push_str(words),
                _ => pieces.push(piece),
            };
        }
        let text = self.add(Data::Text(vec![piece]));
        self.insert(parent, index, text);
    }
}

/// The source cut before and behind tags and character references, and behind lines, with the offset of each piece.
fn pieces(source: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = source.get(start..).filter(|rest| !rest.is_empty())?;
        let cut = rest.bytes().enumerate().find_map(|(at, byte)| match byte {
            b'<' | b'&' if at > 0 => Some(at),
            b'>' | b';' | b'\n' => Some(at + 1),
            _ => None,
        });
        let piece = &rest[..cut.unwrap_or(rest.len())];
        let at = start as u32;
        start += piece.len();
        Some((at, piece))
    })
}

/// What the parser builds the tree through.
#[derive(Default)]
struct Tree {
    dom: RefCell<Dom>,
    /// Where the next words stand in the source.
    at: Cell<u32>,
    /// Where the character reference stands whose character comes next.
    reference: Cell<Option<u32>>,
    /// The page has more, or deeper, nodes than pages have.
    excess: Cell<bool>,
}

/// A node, with its name if it is an element.
#[derive(Clone)]
struct Handle {
    id: Id,
    name: Rc<QualName>,
}

impl Tree {
    fn handle(&self, data: Data) -> Handle {
        let name = match &data {
            Data::Element { name, .. } => Rc::clone(name),
            _ => Rc::new(QualName::new(None, html5ever::ns!(), html5ever::local_name!(""))),
        };
        let mut dom = self.dom.borrow_mut();
        self.excess.set(self.excess.get() || dom.len() >= MOST_NODES);
        Handle { id: dom.add(data), name }
    }

    fn insert(&self, parent: Id, index: usize, child: NodeOrText<Handle>) {
        let mut dom = self.dom.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => {
                let depth = dom.insert(parent, index, node.id);
                self.excess.set(self.excess.get() || depth > DEEPEST);
            }
            NodeOrText::AppendText(words) => {
                if let Some(at) = self.reference.take() {
                    return dom.insert_words(parent, index, &words, at);
                }
                dom.insert_words(parent, index, &words, self.at.get());
                self.at.set(self.at.get() + words.len() as u32);
            }
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Dom;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        let name = QualName::new(None, html5ever::ns!(), html5ever::local_name!(""));
        Handle { id: 0, name: Rc::new(name) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.handle(Data::Element { name: Rc::new(name), attributes })
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.handle(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.handle(Data::Other)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let end = self.dom.borrow().children(parent.id).len();
        self.insert(parent.id, end, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, before: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.dom.borrow().node(element.id).parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(before, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.remove_from_parent(node);
        }
        let place = {
            let dom = self.dom.borrow();
            dom.node(sibling.id).parent.and_then(|parent| {
                let index = dom.children(parent).iter().position(|&child| child == sibling.id)?;
                Some((parent, index))
            })
        };
        if let Some((parent, index)) = place {
            self.insert(parent, index, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, new: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.dom.borrow_mut().nodes[target.id].data {
            for attribute in new {
                if !attributes.iter().any(|own| own.name == attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.dom.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut dom = self.dom.borrow_mut();
        let children = std::mem::take(&mut dom.nodes[node.id].children);
        for child in children {
            dom.nodes[child].parent = None;
            let end = dom.children(new_parent.id).len();
            let depth = dom.insert(new_parent.id, end, child);
            self.excess.set(self.excess.get() || depth > DEEPEST);
        }
    }
}
