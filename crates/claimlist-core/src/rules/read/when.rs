//! Conditions of a rule.

use std::ops::Range;

use claimlist_rules::tree::{Item, Table, Value};

use super::nearest::{did_you_mean, nearest};
use super::value;
use super::{List, Reader};
use crate::lexicon::Lexicon;
use crate::rules::condition::{Bounds, Condition, Field, Kinds, Number, Scope, Test};
use crate::rules::pattern::{self, Pattern};
use crate::rules::vocabulary;
use crate::{BlockKind, Slot, SlotType};

/// Words around a claim that `near` reaches over if it does not say how many.
const NEAR: u32 = 8;

impl Reader<'_> {
    /// The conditions of a table, all of which must hold; unsound ones are left out.
    pub(super) fn condition(&mut self, table: &Table<'_>, span: Range<usize>) -> Condition {
        let mut conditions = Vec::new();
        for (name, key, item) in table.iter() {
            self.key(name, key, item, &mut conditions);
        }
        let condition = Condition { span, test: Test::All(conditions) };
        self.warn_of_kinds(&condition);
        condition
    }

    /// Adds the conditions of one key.
    fn key(&mut self, name: &str, span: Range<usize>, item: &Item<'_>, conditions: &mut Vec<Condition>) {
        let texts = || value::texts_of(item);
        let test = match (name, item.value()) {
            ("kind", _) => Test::Kind(Kinds::named(texts().iter().map(|(name, _)| *name))),
            ("block", _) => Test::Block(blocks(&texts())),
            ("language", _) => Test::Language(texts().iter().map(|(tag, _)| (*tag).to_owned()).collect()),
            ("quoted", Value::Flag(quoted)) => Test::Quoted(*quoted),
            ("near", Value::Table(near)) => Test::Near {
                phrases: self.phrases_of(near),
                words: near.get("words").and_then(value::number).map_or(NEAR, |words| words as u32),
            },
            ("with", Value::Table(with)) => self.with(with, item.span()),
            ("all", _) => Test::All(self.conditions(item)),
            ("any", _) => Test::Any(self.conditions(item)),
            ("not", Value::Table(table)) => Test::Not(Box::new(self.condition(table, item.span()))),
            (_, Value::Table(table)) if Scope::named(name).is_some() => {
                return self.scope(name, table, conditions);
            }
            _ => match self.fact(name, &span, item) {
                Some(test) => test,
                None => return,
            },
        };
        conditions.push(Condition { span, test });
    }

    fn conditions(&mut self, item: &Item<'_>) -> Vec<Condition> {
        let items = value::several(item).into_iter();
        items.filter_map(|item| Some(self.condition(item.as_table()?, item.span()))).collect()
    }

    fn with(&mut self, table: &Table<'_>, span: Range<usize>) -> Test {
        let scope =
            value::text(table, "in").and_then(|(name, _)| Scope::named(name)).unwrap_or(Scope::Sentence);
        let mut conditions = Vec::new();
        for (name, key, item) in table.iter().filter(|(name, _, _)| *name != "in") {
            self.key(name, key, item, &mut conditions);
        }
        if conditions.is_empty() {
            self.error(span.clone(), "`with` says nothing of the other claim", "name at least its kind");
        }
        let condition = Condition { span, test: Test::All(conditions) };
        self.warn_of_kinds(&condition);
        Test::With { scope, condition: Box::new(condition), memo: 0 }
    }

    /// Adds the conditions of `claim.phrases`, `claim.pattern` and the like.
    fn scope(&mut self, name: &str, table: &Table<'_>, conditions: &mut Vec<Condition>) {
        let Some(scope) = Scope::named(name) else { return };
        for (key, span, item) in table.iter() {
            let test = match key {
                "phrases" => Test::Phrases { scope, phrases: self.phrases_of(table), memo: 0 },
                "pattern" => {
                    let mut patterns = Vec::new();
                    for item in value::several(item) {
                        let test =
                            self.pattern(item).map(|pattern| Test::Pattern { scope, pattern, memo: 0 });
                        patterns.extend(test.map(|test| Condition { span: item.span(), test }));
                    }
                    match patterns.pop() {
                        Some(only) if patterns.is_empty() => only.test,
                        Some(last) => {
                            patterns.push(last);
                            Test::Any(patterns)
                        }
                        None => continue,
                    }
                }
                _ => continue,
            };
            conditions.push(Condition { span, test });
        }
    }

    /// The numbers of the phrases of a table, sorted.
    fn phrases_of(&mut self, table: &Table<'_>) -> Vec<u32> {
        let mut numbers = Vec::new();
        for (text, span) in value::texts(table, "phrases") {
            match text.strip_prefix('@') {
                None => numbers.extend(self.phrases.add(text)),
                Some(name) => {
                    numbers.extend(self.list(name, span).into_iter().flat_map(|list| &list.phrases));
                }
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The texts, with the contents of a list where one is named: `@aid`.
    fn with_lists(&mut self, texts: Vec<(&str, Range<usize>)>) -> Vec<(String, Range<usize>)> {
        let mut all = Vec::with_capacity(texts.len());
        for (text, span) in texts {
            match text.strip_prefix('@') {
                None => all.push((text.to_owned(), span)),
                Some(name) => {
                    let list = self.list(name, span.clone());
                    all.extend(
                        list.into_iter()
                            .flat_map(|list| &list.texts)
                            .map(|text| (text.clone(), span.clone())),
                    );
                }
            }
        }
        all
    }

    /// The list of that name; if there is none, that is a fault.
    fn list(&mut self, name: &str, span: Range<usize>) -> Option<&List> {
        if !self.lists.contains_key(name) {
            let remedy = match did_you_mean(name, self.lists.keys().map(String::as_str)) {
                remedy if remedy.is_empty() => "the pack has no [lists]".to_owned(),
                remedy => remedy,
            };
            self.error(span, format!("unknown list `@{name}`"), remedy);
        }
        let list = self.lists.get_mut(name)?;
        list.used = true;
        Some(&list.value)
    }

    fn pattern(&mut self, item: &Item<'_>) -> Option<Pattern> {
        let source = item.as_text().filter(|source| !source.trim().is_empty())?;
        let pattern = Pattern::new(source);
        let checked =
            |pattern: Pattern| if self.is_sound { Ok(pattern) } else { pattern.check().map(|()| pattern) };
        match pattern.and_then(checked) {
            Ok(pattern) => {
                for group in pattern.groups().iter().filter(|group| vocabulary::is_slot(group)) {
                    self.error(
                        item.span(),
                        format!("the group `{group}` has the name of a slot"),
                        "call it something else: hints could not tell the two apart",
                    );
                }
                Some(pattern)
            }
            Err(fault) => {
                let span = item.span();
                let written = self.file.text.get(span.clone()).unwrap_or_default();
                let start = span.start + pattern::offset_in_toml(written, fault.span.start);
                let end = span.start + pattern::offset_in_toml(written, fault.span.end);
                self.error(start..end.max(start + 1).min(span.end), fault.message, fault.remedy);
                None
            }
        }
    }

    /// The test of a fact or another property of the claim.
    fn fact(&mut self, name: &str, key: &Range<usize>, item: &Item<'_>) -> Option<Test> {
        let slot = Slot::named(name);
        let number = match (name, slot) {
            ("worth", _) => Some(Number::Worth),
            ("year", _) => Some(Number::Year),
            (_, Some(slot)) if slot.slot_type() == SlotType::Number => Some(Number::Fact(slot)),
            _ => None,
        };
        if let Some(number) = number
            && !matches!(item.value(), Value::Flag(_))
        {
            return Some(Test::Number { number, ranges: self.ranges(name, key, item) });
        }
        let field = if name == "speaker" { Field::Speaker } else { Field::Fact(slot?) };
        if let Value::Flag(has) = item.value() {
            return Some(Test::Has { field, has: *has });
        }
        let texts = self.with_lists(value::texts_of(item));
        let mut values = Vec::with_capacity(texts.len());
        for (text, span) in texts {
            match slot {
                // The word lists may not be read yet: reading them takes as long as reading all packs.
                _ if self.is_sound => {}
                Some(Slot::Unit) => self.check_unit(&text, span),
                Some(slot) => self.check_value(slot, &text, span),
                None => {}
            }
            values.push(text.into());
        }
        (!values.is_empty()).then(|| Test::Is { field, values: values.into() })
    }

    /// A value that the fact can never have is an error, where all are known.
    fn check_value(&mut self, slot: Slot, text: &str, span: Range<usize>) {
        let values = vocabulary::values(slot);
        if !values.is_empty() && !values.iter().any(|value| value.eq_ignore_ascii_case(text)) {
            let remedy = did_you_mean(text, values.iter().copied());
            self.error(span, format!("unknown {} `{text}`", slot.name()), remedy);
        }
    }

    /// A unit that does not exist, and is no name for several, is an error.
    fn check_unit(&mut self, text: &str, span: Range<usize>) {
        let lexicon = Lexicon::english();
        if vocabulary::is_unit(lexicon, text) || vocabulary::names_units(lexicon, text) {
            return;
        }
        let units = vocabulary::UNITS.iter().copied();
        let remedy = match nearest(text, units.clone().chain(lexicon.units.codes())) {
            Some(unit) => format!("did you mean `{unit}`?"),
            None => {
                did_you_mean(text, units)
                    + ", `money` or its ISO 4217 codes (GBP), `length` and other measures or their UCUM codes (km)"
            }
        };
        self.error(span, format!("unknown unit `{text}`"), remedy);
    }

    fn ranges(&mut self, name: &str, key: &Range<usize>, item: &Item<'_>) -> Vec<Bounds> {
        let Some(table) = item.as_table() else {
            return value::several(item).into_iter().filter_map(value::number).map(Bounds::just).collect();
        };
        let mut bounds = Bounds::ALL;
        for (name, _, item) in table.iter() {
            let Some(number) = value::number(item) else { continue };
            match name {
                "above" | "at-least" if number >= bounds.from => {
                    bounds.from = number;
                    bounds.with_from = name == "at-least";
                }
                "below" | "at-most" if number <= bounds.to => {
                    bounds.to = number;
                    bounds.with_to = name == "at-most";
                }
                _ => {}
            }
        }
        if bounds.is_empty() {
            self.warning(
                key.clone(),
                format!("no number lies between these bounds of `{name}`"),
                "exchange them",
            );
        }
        vec![bounds]
    }

    /// Warns of conditions that no kind of claim can hold together.
    fn warn_of_kinds(&mut self, condition: &Condition) {
        let Test::All(conditions) = &condition.test else { return };
        let possible = conditions.iter().all(|condition| condition.kinds() != Kinds::NONE);
        if condition.kinds() != Kinds::NONE || !possible || conditions.is_empty() {
            return;
        }
        let allowed: Vec<_> = conditions
            .iter()
            .filter(|condition| condition.kinds() != Kinds::ALL)
            .map(|condition| {
                let kinds: Vec<_> = condition.kinds().iter().map(crate::claim::ClaimKind::name).collect();
                let name = self.file.text.get(condition.span.clone()).unwrap_or_default();
                format!("`{name}` holds for {}", kinds.join(", "))
            })
            .collect();
        self.warning(condition.span.clone(), "this can never hold", allowed.join("; "));
    }
}

fn blocks(names: &[(&str, Range<usize>)]) -> Vec<BlockKind> {
    BlockKind::ALL.into_iter().filter(|block| names.iter().any(|(name, _)| *name == block.name())).collect()
}
