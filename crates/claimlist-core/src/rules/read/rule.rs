//! Rules of a pack.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Reader;
use super::nearest::did_you_mean;
use super::value;
use crate::rules::condition::{Condition, Kinds, Test};
use crate::rules::pattern::offset_in_toml;
use crate::rules::rule::{Example, Rule, RuleSource, Status};
use crate::rules::template::{ALWAYS, Name, Template};
use crate::{BlockKind, Priority, Slot};

impl Reader<'_> {
    /// The rules of a file, without those that are unsound.
    pub(super) fn read_rules(&mut self, file: &DeTable<'_>) -> Vec<Rule> {
        let pack = value::table(file, "pack").and_then(|pack| value::text(pack, "id"));
        let pack = pack.map_or("", |(id, _)| id);
        let mut ids = BTreeMap::new();
        let mut rules = Vec::new();
        let items = file.get("rule").map(value::several).unwrap_or_default();
        for table in items.into_iter().filter_map(|item| item.get_ref().as_table()) {
            if let Some((id, span)) = value::text(table, "id") {
                match ids.get(id) {
                    Some(line) => self.error(
                        span,
                        format!("there is another rule `{id}` in this pack, in line {line}"),
                        "give one of them another id",
                    ),
                    None => {
                        ids.insert(id, self.line_of(span.start));
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

    fn read_rule(&mut self, pack: &str, table: &DeTable<'_>) -> Option<Rule> {
        let text = |key| value::text(table, key).map(|(text, _)| text.to_owned());
        let when = self.rule_condition(table, "when");
        let except = self.rule_condition(table, "except");
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
            once: table.contains_key("once"),
            fallback: matches!(table.get("fallback").map(Spanned::get_ref), Some(DeValue::Boolean(true))),
            file: self.file.clone(),
            span,
            from: format!("rule {id}"),
            id,
            when: when?,
            except,
            kinds,
            template: template?,
        })
    }

    fn rule_condition(&mut self, table: &DeTable<'_>, key: &str) -> Option<Condition> {
        let item = table.get(key)?;
        let (name, _) = table.get_key_value(key)?;
        let table = item.get_ref().as_table()?;
        let mut condition = self.condition(table, name.span());
        condition.sort_by_cost();
        match &condition.test {
            Test::All(conditions) if conditions.is_empty() => None,
            _ => Some(condition),
        }
    }

    fn template(&mut self, table: &DeTable<'_>, kinds: Kinds, when: Option<&Condition>) -> Option<Template> {
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
        let mut groups = Vec::new();
        if let Some(when) = when {
            when.groups(&mut |name| groups.push(name.to_owned()));
        }
        for gap in template.gaps() {
            match &gap.name {
                Name::Fact(slot) => {
                    let own = Kinds::named(slot.kinds().iter().copied());
                    if kinds != Kinds::NONE && own.and(kinds) == Kinds::NONE {
                        self.error(
                            place(gap.span.clone()),
                            format!("no claim that this rule can meet has `{{{}}}`", slot.name()),
                            format!("it is a fact of {}; the rule is for {}", names(own), names(kinds)),
                        );
                    }
                }
                Name::Group(name) if !groups.contains(name) => {
                    let mut known = slots(kinds);
                    known.extend(groups.iter().map(String::as_str));
                    let remedy = did_you_mean(name, known.iter().copied());
                    self.error(place(gap.span.clone()), format!("unknown slot `{{{name}}}`"), remedy);
                }
                _ => {}
            }
        }
        Some(template)
    }

    fn sources_of(&mut self, table: &DeTable<'_>) -> Vec<RuleSource> {
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

    fn examples(&mut self, table: &DeTable<'_>, key: &str, matches: bool) -> Vec<Example> {
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
            if let Some(text) = item.get_ref().as_str() {
                examples.push(Example { text: text.to_owned(), ..plain });
            } else if let Some(table) = item.get_ref().as_table() {
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

fn names(kinds: Kinds) -> String {
    kinds.iter().map(crate::claim::ClaimKind::name).collect::<Vec<_>>().join(", ")
}

/// The names that templates of a rule for these kinds can use.
fn slots<'n>(kinds: Kinds) -> Vec<&'n str> {
    let fits = |slot: &&Slot| Kinds::named(slot.kinds().iter().copied()).and(kinds) != Kinds::NONE;
    ALWAYS.iter().copied().chain(Slot::ALL.iter().filter(fits).map(|slot| slot.name())).collect()
}
