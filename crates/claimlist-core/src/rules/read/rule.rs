//! Rules of a pack.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use claimlist_rules::tree::{Item, Table, Value};

use super::Reader;
use super::nearest::did_you_mean;
use super::value;
use crate::rules::condition::{Condition, Kinds, Test};
use crate::rules::pattern::offset_in_toml;
use crate::rules::rule::{Example, Rule, RuleSource, Status};
use crate::rules::slots;
use crate::rules::template::Template;
use crate::{BlockKind, Priority};

impl Reader<'_> {
    /// The rules of a file, without those that are unsound.
    pub(super) fn read_rules(&mut self, file: &Table<'_>) -> Vec<Rule> {
        let pack = value::table(file, "pack").and_then(|pack| value::text(pack, "id"));
        let pack = pack.map_or("", |(id, _)| id);
        let mut ids = BTreeMap::new();
        let mut rules = Vec::new();
        let items = file.get("rule").map(value::several).unwrap_or_default();
        for table in items.into_iter().filter_map(|item| item.as_table()) {
            if let Some((id, span)) = value::text(table, "id") {
                match ids.get(id) {
                    Some(&other) => {
                        let line = self.line_of(other);
                        let message = format!("there is another rule `{id}` in this pack, in line {line}");
                        self.error(span, message, "give one of them another id");
                    }
                    None => {
                        ids.insert(id, span.start);
                    }
                }
            }
            rules.extend(self.read_rule(pack, table));
        }
        rules
    }

    /// The line of an offset, from 1.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.file.text.get(..offset).unwrap_or_default().matches('\n').count() + 1
    }

    fn read_rule(&mut self, pack: &str, table: &Table<'_>) -> Option<Rule> {
        let text = |key| value::text(table, key).map(|(text, _)| text.to_owned());
        let when = self.rule_condition(table, "when");
        let except = self.rule_condition(table, "except");
        let written = |key| {
            let (_, span, item) = table.iter().find(|(name, _, _)| *name == key)?;
            Some(span.start..item.extent().max(span.end))
        };
        let kinds = when.as_ref().map_or(Kinds::ALL, Condition::kinds);
        if let Some(except) = &except
            && except.kinds() != Kinds::NONE
            && kinds != Kinds::NONE
            && except.kinds().and(kinds) == Kinds::NONE
        {
            self.warning(
                except.span.clone(),
                "`except` can never hold",
                "no kind of claim holds it and `when`",
            );
        }
        let template = self.template(table, kinds, when.as_ref());
        let sources = self.sources_of(table);
        let mut examples = self.examples(table, "match", true);
        examples.extend(self.examples(table, "skip", false));
        let (id, span) = value::text(table, "id")?;
        let id = format!("{pack}/{id}");
        Some(Rule {
            title: text("title")?,
            priority: text("priority").and_then(|name| Priority::named(&name)).unwrap_or(Priority::Medium),
            status: text("status").and_then(|name| Status::named(&name)).unwrap_or_default(),
            replaced_by: text("replaced-by"),
            tags: value::owned_texts(table, "tags"),
            regions: value::owned_texts(table, "region"),
            hint: text("hint")?,
            how: text("how"),
            sources,
            examples,
            false_alarms: value::owned_texts(table, "false-alarms"),
            references: value::owned_texts(table, "references"),
            once: table.has("once"),
            fallback: matches!(table.get("fallback").map(Item::value), Some(Value::Flag(true))),
            file: self.file.clone(),
            span,
            written: (written("when")?, written("except")),
            id,
            when: when?,
            except,
            kinds,
            template: template?,
            given: OnceLock::new(),
        })
    }

    fn rule_condition(&mut self, table: &Table<'_>, key: &str) -> Option<Condition> {
        let (_, span, item) = table.iter().find(|(name, _, _)| *name == key)?;
        let mut condition = self.condition(item.as_table()?, span);
        condition.sort_by_cost();
        match &condition.test {
            Test::All(conditions) if conditions.is_empty() => None,
            _ => Some(condition),
        }
    }

    fn template(&mut self, table: &Table<'_>, kinds: Kinds, when: Option<&Condition>) -> Option<Template> {
        let (text, span) = value::text(table, "hint")?;
        let written = self.file.text.get(span.clone()).unwrap_or_default();
        let place = |inside: Range<usize>| {
            span.start + offset_in_toml(written, inside.start)
                ..span.start + offset_in_toml(written, inside.end)
        };
        let template = match Template::new(text) {
            Ok(template) => template,
            Err(fault) => {
                self.error(place(fault.span), fault.message, fault.remedy);
                return None;
            }
        };
        for fault in slots::faults(&template, kinds, when) {
            self.error(place(fault.span), fault.message, fault.remedy);
        }
        Some(template)
    }

    fn sources_of(&mut self, table: &Table<'_>) -> Vec<RuleSource> {
        let mut sources = Vec::new();
        for (name, span) in value::texts(table, "sources") {
            match self.sources.get_mut(name) {
                Some(source) => {
                    source.used = true;
                    sources.push(source.value.clone());
                }
                None => {
                    let remedy = match did_you_mean(name, self.sources.keys().map(String::as_str)) {
                        remedy if remedy.is_empty() => format!("describe it under [sources.{name}]"),
                        remedy => remedy,
                    };
                    self.error(span, format!("unknown source `{name}`"), remedy);
                }
            }
        }
        sources
    }

    fn examples(&mut self, table: &Table<'_>, key: &str, matches: bool) -> Vec<Example> {
        let mut examples = Vec::new();
        for item in table.get(key).map(value::several).unwrap_or_default() {
            let span = item.span();
            let plain = Example {
                text: String::new(),
                block: BlockKind::Paragraph,
                matches,
                claim: None,
                hint: None,
                span,
            };
            if let Some(text) = item.as_text() {
                examples.push(Example { text: text.to_owned(), ..plain });
            } else if let Some(table) = item.as_table() {
                let text = |key| value::text(table, key).map(|(text, _)| text.to_owned());
                let block =
                    text("block").and_then(|name| BlockKind::ALL.into_iter().find(|b| b.name() == name));
                examples.push(Example {
                    text: text("text").unwrap_or_default(),
                    block: block.unwrap_or(BlockKind::Paragraph),
                    claim: text("claim"),
                    hint: text("hint"),
                    ..plain
                });
            }
        }
        examples
    }
}
