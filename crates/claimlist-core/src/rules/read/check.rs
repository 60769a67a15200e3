//! Holds a file against the tables of the rule language.

use std::ops::Range;

use claimlist_rules::tree::{Item, Table, Value};

use super::Reader;
use super::nearest::{did_you_mean, nearest};
use super::value;
use crate::rules::vocabulary::{self, EXAMPLE, Key, NEAR, NUMBER, PACK, RULE, SCOPE, SOURCE, Takes, WITH};

/// The areas that are no countries.
const WIDE_REGIONS: [&str; 2] = ["eu", "international"];

impl Reader<'_> {
    /// Checks a table, which is `what` ("a rule"), and all in it.
    pub(super) fn check_table(&mut self, table: &Table<'_>, span: Range<usize>, what: &str, keys: &[Key]) {
        for (name, span, item) in table.iter() {
            match keys.iter().find(|key| key.name == name) {
                Some(key) => self.check_item(key.name, key.takes, key.meaning, item),
                None => self.unknown_key(name, span, what, keys),
            }
        }
        let required = keys.iter().filter(|key| key.required && !table.has(key.name));
        for key in required.take(if self.is_whole { usize::MAX } else { 0 }) {
            // A key that is there but misspelt is not missing too.
            let names = table.iter().map(|(name, _, _)| name);
            let mut unknown = names.filter(|name| keys.iter().all(|key| key.name != *name));
            if unknown.any(|name| nearest(name, keys.iter().map(|key| key.name)) == Some(key.name)) {
                continue;
            }
            self.error(
                span.clone(),
                format!("{what} without `{}`", key.name),
                format!("add it: {}", key.meaning),
            );
        }
    }

    fn unknown_key(&mut self, name: &str, span: Range<usize>, what: &str, keys: &[Key]) {
        let names = keys.iter().map(|key| key.name);
        let remedy = if keys.len() > RULE.len() && matches!(name, "phrases" | "phrase" | "pattern" | "regex")
        {
            "say where it stands: claim.phrases, sentence.phrases, paragraph.phrases, document.phrases or \
             title.phrases (or .pattern)"
                .to_owned()
        } else if nearest(name, names.clone()).is_none() && keys.len() > RULE.len() {
            "see docs/rules.md for conditions and docs/facts.md for facts".to_owned()
        } else {
            did_you_mean(name, names)
        };
        self.error(span, format!("unknown key `{name}` in {what}"), remedy);
    }

    fn check_item(&mut self, name: &str, takes: Takes, meaning: &str, item: &Item<'_>) {
        match (takes, item.value()) {
            (Takes::Pack, Value::Table(table)) => self.check_table(table, item.span(), "a [pack]", PACK),
            (Takes::Sources, Value::Table(table)) => self.check_sources(table),
            (Takes::Lists, Value::Table(table)) => {
                for (name, span, item) in table.iter() {
                    self.check_id(name, span, "the list");
                    self.check_texts(name, Takes::Texts, "its phrases", item);
                }
            }
            (Takes::Rules, Value::List(_) | Value::Table(_)) => self.check_rules(name, item),
            (Takes::Condition, Value::Table(table)) => self.check_condition(name, table, item.span()),
            (Takes::Conditions, Value::List(items)) if !items.is_empty() => {
                for item in items.iter() {
                    match item.value() {
                        Value::Table(table) => self.check_condition(name, table, item.span()),
                        _ => self.wrong_type(name, "conditions in braces, { .. }", item),
                    }
                }
            }
            (Takes::With, Value::Table(table)) => {
                let keys: Vec<Key> = WITH.iter().chain(vocabulary::condition()).copied().collect();
                self.check_table(table, item.span(), "`with`", &keys);
            }
            (Takes::Near, Value::Table(table)) => self.check_table(table, item.span(), "`near`", NEAR),
            (Takes::Scope | Takes::FactOrScope, Value::Table(table)) => {
                self.check_filled_table(name, table, item.span(), SCOPE);
            }
            (Takes::Number, Value::Table(table)) => {
                self.check_filled_table(name, table, item.span(), NUMBER);
            }
            (Takes::Examples, _) => self.check_examples(name, item),
            (Takes::Fact | Takes::FactOrScope | Takes::Flag | Takes::Number, Value::Flag(_)) => {}
            (Takes::Number, _) => {
                let items = value::several(item);
                if items.is_empty() || items.iter().any(|item| value::number(item).is_none()) {
                    self.wrong_type(name, "a number, or bounds such as { above = 50, at-most = 100 }", item);
                }
            }
            (Takes::Bound, _) if value::number(item).is_some() => {}
            (Takes::Count, _)
                if value::number(item).is_some_and(|n| (1.0..=1e6).contains(&n) && n.fract() == 0.0) => {}
            _ => self.check_texts(name, takes, meaning, item),
        }
    }

    fn check_sources(&mut self, sources: &Table<'_>) {
        for (name, span, item) in sources.iter() {
            self.check_id(name, span.clone(), "the source");
            match item.value() {
                Value::Table(source) => self.check_table(source, span, "a source", SOURCE),
                _ => self.wrong_type(name, "a table with `title` and `url`", item),
            }
        }
    }

    fn check_rules(&mut self, name: &str, item: &Item<'_>) {
        if let Value::Table(_) = item.value() {
            let remedy = "write `[[rule]]`, in two brackets, before each rule";
            return self.error(item.span(), "`[rule]` is one table", remedy);
        }
        for item in value::several(item) {
            match item.value() {
                Value::Table(rule) => self.check_table(rule, item.span(), "a rule", RULE),
                _ => self.wrong_type(name, "tables", item),
            }
        }
    }

    fn check_condition(&mut self, name: &str, table: &Table<'_>, span: Range<usize>) {
        self.check_filled_table(name, table, span, vocabulary::condition());
    }

    /// A table that means nothing when it is empty.
    fn check_filled_table(&mut self, name: &str, table: &Table<'_>, span: Range<usize>, keys: &[Key]) {
        if table.is_empty() {
            self.error(span, format!("`{name}` is empty"), "name at least one condition");
        } else {
            self.check_table(table, span, &format!("`{name}`"), keys);
        }
    }

    fn check_examples(&mut self, name: &str, item: &Item<'_>) {
        let items = value::several(item);
        if items.is_empty() {
            self.empty_list(name, item);
        }
        for item in items {
            match item.value() {
                Value::Table(table) => {
                    self.check_table(table, item.span(), &format!("an example of `{name}`"), EXAMPLE);
                }
                Value::Text(text) if !text.trim().is_empty() => {}
                Value::Text(_) => {
                    self.error(item.span(), format!("empty example in `{name}`"), "write a sentence");
                }
                _ => self.wrong_type(name, Takes::Examples.in_words(), item),
            }
        }
    }

    /// Checks a text, or several where the key takes several.
    fn check_texts(&mut self, name: &str, takes: Takes, meaning: &str, item: &Item<'_>) {
        let several = matches!(
            takes,
            Takes::Names(_)
                | Takes::Ids
                | Takes::Texts
                | Takes::Regions
                | Takes::Phrases
                | Takes::Patterns
                | Takes::Fact
                | Takes::FactOrScope
        );
        match item.value() {
            Value::Text(text) => self.check_text(name, takes, meaning, text, item.span()),
            Value::List(items) if several && items.is_empty() => self.empty_list(name, item),
            Value::List(items) if several => {
                for item in items.iter() {
                    match item.value() {
                        Value::Text(text) => self.check_text(name, takes, meaning, text, item.span()),
                        _ => self.wrong_type(name, takes.in_words(), item),
                    }
                }
            }
            _ => self.wrong_type(name, takes.in_words(), item),
        }
    }

    fn check_text(&mut self, name: &str, takes: Takes, meaning: &str, text: &str, span: Range<usize>) {
        let unknown = |names: &[&'static str]| {
            let remedy = match nearest(text, names.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("allowed: {}", names.join(", ")),
            };
            let what = if name == "in" { "part of the article" } else { name };
            (format!("unknown {what} `{text}`"), remedy)
        };
        let (message, remedy) = match takes {
            Takes::Flag => {
                (format!("`{name}` is a text"), format!("write it without quotation marks: {name} = true"))
            }
            Takes::Bound | Takes::Count => {
                (format!("`{name}` is a text"), "write the number without quotation marks".to_owned())
            }
            _ if text.trim().is_empty() && takes == Takes::Phrases => {
                ("empty phrase".to_owned(), "write a word, or leave it out".to_owned())
            }
            _ if text.trim().is_empty() => (format!("`{name}` is empty"), format!("say {meaning}")),
            Takes::Name(names) | Takes::Names(names) if !names.contains(&text) => unknown(names),
            Takes::Id | Takes::Ids => return self.check_id(text, span, &format!("`{name}`")),
            Takes::Line | Takes::Template if text.trim().contains('\n') => {
                (format!("`{name}` has several lines"), "write it in one line".to_owned())
            }
            Takes::Address if !is_address(text) => (
                format!("`{text}` is not an address"),
                "write it in full: \"https://example.org/page\"".to_owned(),
            ),
            Takes::Version if !is_version(text) => {
                (format!("`{text}` is not a version"), "write three numbers, such as \"1.0.0\"".to_owned())
            }
            Takes::Regions if !is_region(text) => (
                format!("unknown region `{text}`"),
                "write a country's two letters, such as \"uk\", or \"eu\" or \"international\"".to_owned(),
            ),
            Takes::Pack
            | Takes::Condition
            | Takes::Scope
            | Takes::Near
            | Takes::With
            | Takes::Sources
            | Takes::Lists
            | Takes::Rules
            | Takes::Conditions => {
                (format!("`{name}` takes {}, not a text", takes.in_words()), String::new())
            }
            _ => return,
        };
        self.error(span, message, remedy);
    }

    fn check_id(&mut self, id: &str, span: Range<usize>, what: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(fits) {
            let slug: String = id.to_lowercase().chars().map(|c| if fits(c) { c } else { ' ' }).collect();
            let slug = slug.split_whitespace().collect::<Vec<_>>().join("-");
            let example = if slug.is_empty() { "share-of-gdp" } else { &slug };
            let remedy = format!("write lower-case letters, digits and hyphens, such as \"{example}\"");
            self.error(span, format!("{what} has a bad name: `{id}`"), remedy);
        }
    }

    fn empty_list(&mut self, name: &str, item: &Item<'_>) {
        self.error(
            item.span(),
            format!("`{name}` is an empty list"),
            format!("give at least one, or leave `{name}` out"),
        );
    }

    fn wrong_type(&mut self, name: &str, wanted: &str, item: &Item<'_>) {
        let found = value::type_name(item);
        let remedy = match item.value() {
            Value::Flag(_) if wanted.starts_with("a text") => {
                "put it in quotation marks if the word is meant"
            }
            Value::Number(_) | Value::Date if wanted.contains("text") => "put it in quotation marks",
            Value::List(_) => "take the square brackets away",
            _ => "",
        };
        self.error(item.span(), format!("`{name}` takes {wanted}; this is {found}"), remedy);
    }
}

fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        host.contains('.') && !host.starts_with('.') && !host.contains(char::is_whitespace)
    })
}

fn is_version(text: &str) -> bool {
    let numbers: Vec<_> = text.split('.').collect();
    numbers.len() == 3 && numbers.iter().all(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a region has a name that the language allows: two lower-case letters, `eu` or `international`.
fn is_region(text: &str) -> bool {
    WIDE_REGIONS.contains(&text) || (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase()))
}
