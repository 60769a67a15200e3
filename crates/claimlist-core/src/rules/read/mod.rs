//! Reads packs: TOML into rules, with every fault on the way.
//!
//! First the whole file is held against the tables of [`super::vocabulary`] ([`check`]): unknown keys, wrong types, bad
//! names. Then rules are made of what is sound ([`rule`], [`when`]), which finds what only the meaning tells: sources,
//! lists and slots that do not exist, bad patterns.

mod check;
mod nearest;
mod rule;
mod syntax;
mod value;
mod when;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use claimlist_rules::tree::Table;
use toml::de::DeTable;

use super::fault::{Fault, RuleFile, Severity};
use super::phrases::Phrases;
use super::rule::{Rule, RuleSource};
use super::vocabulary::FILE;
use crate::Source;

pub(super) use nearest::did_you_mean;
pub use syntax::syntax_faults;

/// The reader of one file.
struct Reader<'f> {
    file: &'f Arc<RuleFile>,
    /// Whether tests have shown that there is no fault in the file: it is not looked over, and patterns are compiled
    /// only when they are needed.
    is_sound: bool,
    phrases: &'f mut Phrases,
    faults: Vec<Fault>,
    /// Whether the whole file is TOML: else what is missing may stand where it is not.
    is_whole: bool,
    lists: BTreeMap<String, Named<List>>,
    sources: BTreeMap<String, Named<RuleSource>>,
}

/// The phrases of a list.
#[derive(Default)]
struct List {
    texts: Vec<String>,
    /// Their numbers.
    phrases: Vec<u32>,
}

/// Something that rules call by a name.
struct Named<T> {
    value: T,
    /// The name's place.
    span: Range<usize>,
    used: bool,
}

/// The rules of a file, in order, none if there is an error in it. The faults are added, in the order of the text.
/// `tree`: what stands in the file, if that is already known and has no fault.
pub(super) fn pack(
    file: &Arc<RuleFile>,
    tree: Option<&Table<'_>>,
    phrases: &mut Phrases,
    faults: &mut Vec<Fault>,
) -> Vec<Rule> {
    let mut reader = Reader {
        file,
        is_sound: tree.is_some(),
        phrases,
        faults: Vec::new(),
        is_whole: true,
        lists: BTreeMap::new(),
        sources: BTreeMap::new(),
    };
    let rules = match tree {
        Some(tree) => reader.read_tree(tree),
        None => reader.read_text(),
    };
    let mut found = reader.faults;
    found.sort_by_key(|fault| fault.span.as_ref().map(|span| span.start));
    let sound = found.iter().all(|fault| fault.severity == Severity::Warning);
    faults.append(&mut found);
    if sound { rules } else { Vec::new() }
}

impl<'f> Reader<'f> {
    fn read_text(&mut self) -> Vec<Rule> {
        let file = self.file;
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        let (mut faults, lost) = syntax::in_words(file, &errors);
        self.faults.append(&mut faults);
        if lost {
            return Vec::new();
        }
        self.is_whole = errors.is_empty();
        let tree = Table::new(table.get_ref());
        self.check_table(&tree, 0..0, "a rule file", FILE);
        let rules = self.read_tree(&tree);
        self.warn_of_unused();
        rules
    }

    fn read_tree(&mut self, tree: &Table<'_>) -> Vec<Rule> {
        self.read_sources(tree);
        self.read_lists(tree);
        self.read_rules(tree)
    }

    fn error(&mut self, span: Range<usize>, message: impl Into<String>, remedy: impl Into<String>) {
        self.fault(Severity::Error, span, message.into(), remedy.into());
    }

    fn warning(&mut self, span: Range<usize>, message: impl Into<String>, remedy: impl Into<String>) {
        self.fault(Severity::Warning, span, message.into(), remedy.into());
    }

    fn fault(&mut self, severity: Severity, span: Range<usize>, message: String, remedy: String) {
        // A line that is no TOML has had its fault told.
        let line = if self.is_whole { 0 } else { self.line_of(span.start) };
        let told = |fault: &Fault| fault.position().is_some_and(|(other, _)| other == line);
        if !self.is_whole && self.faults.iter().any(told) {
            return;
        }
        self.faults.push(Fault { severity, file: self.file.clone(), span: Some(span), message, remedy });
    }

    fn read_sources(&mut self, file: &Table<'_>) {
        for (name, span, item) in value::table(file, "sources").into_iter().flat_map(Table::iter) {
            let Some(table) = item.as_table() else { continue };
            let text = |key| value::text(table, key).map(|(text, _)| text.to_owned());
            let source = RuleSource {
                source: Source { title: text("title").unwrap_or_default(), url: text("url") },
                kind: text("kind"),
                regions: value::owned_texts(table, "region"),
            };
            self.sources.insert(name.to_owned(), Named { value: source, span, used: false });
        }
    }

    fn read_lists(&mut self, file: &Table<'_>) {
        for (name, span, item) in value::table(file, "lists").into_iter().flat_map(Table::iter) {
            let mut list = List::default();
            for (phrase, span) in value::texts_of(item) {
                if phrase.starts_with('@') {
                    self.error(
                        span,
                        format!("the list `{name}` names another list"),
                        "write its phrases out: lists do not nest",
                    );
                } else {
                    list.texts.push(phrase.to_owned());
                    list.phrases.extend(self.phrases.add(phrase));
                }
            }
            self.lists.insert(name.to_owned(), Named { value: list, span, used: false });
        }
    }

    /// What no rule uses is more likely misspelt than spare.
    fn warn_of_unused(&mut self) {
        if self.faults.iter().any(|fault| fault.severity == Severity::Error) {
            return;
        }
        let lists =
            self.lists.iter().filter(|(_, list)| !list.used).map(|(name, list)| ("list", name, &list.span));
        let sources =
            self.sources.iter().filter(|(_, s)| !s.used).map(|(name, source)| ("source", name, &source.span));
        let unused: Vec<_> = lists
            .chain(sources)
            .map(|(what, name, span)| (format!("no rule uses the {what} `{name}`"), span.clone()))
            .collect();
        for (message, span) in unused {
            self.warning(span, message, "use it, or leave it out");
        }
    }
}
