//! Conditions of a rule.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::Reader;
use super::nearest::{did_you_mean, nearest};
use super::value::{self, Item};
use crate::lexicon::Lexicon;
use crate::rules::condition::{Bounds, Condition, Field, Kinds, Number, Scope, Test};
use crate::rules::pattern::{self, Pattern};
use crate::rules::vocabulary;
use crate::{BlockKind, Slot, SlotType};

/// Words around a claim that `near` reaches over if it does not say how many.
const NEAR: u32 = 8;

impl Reader<'_> {
    /// The conditions of a table, all of which must hold; unsound ones are left out.
    pub(super) fn condition(&mut self, table: &DeTable<'_>, span: Range<usize>) -> Condition {
        let mut conditions = Vec::new();
        for (name, key, item) in value::entries(Some(table)) {
            self.key(name, key, item, &mut conditions);
        }
        let condition = Condition { span, test: Test::All(conditions) };
        self.warn_of_kinds(&condition);
        condition
    }

    /// Adds the conditions of one key.
    fn key(&mut self, name: &str, span: Range<usize>, item: &Item<'_>, conditions: &mut Vec<Condition>) {
        let texts = || value::texts_of(item);
        let test = match (name, item.get_ref()) {
            ("kind", _) => Test::Kind(Kinds::named(texts().iter().map(|(name, _)| *name))),
            ("block", _) => Test::Block(blocks(&texts())),
            ("language", _) => Test::Language(texts().iter().map(|(tag, _)| (*tag).to_owned()).collect()),
            ("quoted", DeValue::Boolean(quoted)) => Test::Quoted(*quoted),
            ("near", DeValue::Table(near)) => Test::Near {
                phrases: self.phrases_of(near),
                words: near.get("words").and_then(value::number).map_or(NEAR, |words| words as u32),
            },
            ("with", DeValue::Table(with)) => self.with(with, item.span()),
            ("all", _) => Test::All(self.conditions(item)),
            ("any", _) => Test::Any(self.conditions(item)),
            ("not", DeValue::Table(table)) => Test::Not(Box::new(self.condition(table, item.span()))),
            (_, DeValue::Table(table)) if Scope::named(name).is_some() => {
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
        items.filter_map(|item| Some(self.condition(item.get_ref().as_table()?, item.span()))).collect()
    }

    fn with(&mut self, table: &DeTable<'_>, span: Range<usize>) -> Test {
        let scope =
            value::text(table, "in").and_then(|(name, _)| Scope::named(name)).unwrap_or(Scope::Sentence);
        let mut conditions = Vec::new();
        for (name, key, item) in value::entries(Some(table)).into_iter().filter(|(name, _, _)| *name != "in")
        {
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
    fn scope(&mut self, name: &str, table: &DeTable<'_>, conditions: &mut Vec<Condition>) {
        let Some(scope) = Scope::named(name) else { return };
        for (key, span, item) in value::entries(Some(table)) {
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
    fn phrases_of(&mut self, table: &DeTable<'_>) -> Vec<u32> {
        let phrases = self.with_lists(value::texts(table, "phrases"));
        let mut numbers: Vec<u32> =
            phrases.iter().filter_map(|(phrase, _)| self.phrases.add(phrase)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The texts, with the contents of a list where one is named: `@aid`.
    fn with_lists(&mut self, texts: Vec<(&str, Range<usize>)>) -> Vec<(String, Range<usize>)> {
        let mut all = Vec::with_capacity(texts.len());
        for (text, span) in texts {
            let Some(name) = text.strip_prefix('@') else {
                all.push((text.to_owned(), span));
                continue;
            };
            match self.lists.get_mut(name) {
                Some(list) => {
                    list.used = true;
                    all.extend(list.value.iter().map(|text| (text.clone(), span.clone())));
                }
                None => {
                    let remedy = match did_you_mean(name, self.lists.keys().map(String::as_str)) {
                        remedy if remedy.is_empty() => "the pack has no [lists]".to_owned(),
                        remedy => remedy,
                    };
                    self.error(span, format!("unknown list `@{name}`"), remedy);
                }
            }
        }
        all
    }

    fn pattern(&mut self, item: &Item<'_>) -> Option<Pattern> {
        let source = item.get_ref().as_str().filter(|source| !source.trim().is_empty())?;
        let checked = |pattern: Pattern| match self.lazy {
            true => Ok(pattern),
            false => pattern.check_size().map(|()| pattern),
        };
        let pattern = Pattern::new(source).and_then(checked);
        match pattern {
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
            && !item.get_ref().is_bool()
        {
            return Some(Test::Number { number, ranges: self.ranges(name, key, item) });
        }
        let field = if name == "speaker" { Field::Speaker } else { Field::Fact(slot?) };
        if let DeValue::Boolean(has) = item.get_ref() {
            return Some(Test::Has { field, has: *has });
        }
        let texts = self.with_lists(value::texts_of(item));
        let mut values = Vec::with_capacity(texts.len());
        for (text, span) in texts {
            match slot {
                Some(Slot::Unit) => self.unit(text, span, &mut values),
                Some(slot) => {
                    self.check_value(slot, &text, span);
                    values.push(text.into());
                }
                None => values.push(text.into()),
            }
        }
        if slot == Some(Slot::Unit) {
            values.sort_unstable();
        }
        (!values.is_empty()).then_some(Test::Is { field, values })
    }

    /// A value that the fact can never have is an error, where all are known.
    fn check_value(&mut self, slot: Slot, text: &str, span: Range<usize>) {
        let values = vocabulary::values(slot);
        if !values.is_empty() && !values.iter().any(|value| value.eq_ignore_ascii_case(text)) {
            let remedy = did_you_mean(text, values.iter().copied());
            self.error(span, format!("unknown {} `{text}`", slot.name()), remedy);
        }
    }

    /// Adds a unit, or those that a name such as `money` or `length` stands for.
    fn unit(&mut self, text: String, span: Range<usize>, values: &mut Vec<Cow<'static, str>>) {
        let lexicon = Lexicon::english();
        let named = vocabulary::units_named(lexicon, &text);
        if !named.is_empty() {
            values.extend(named.into_iter().map(Cow::Borrowed));
        } else if vocabulary::is_unit(lexicon, &text) {
            values.push(text.into());
        } else {
            let units = vocabulary::UNITS.iter().copied();
            let remedy = match nearest(&text, units.clone().chain(lexicon.units.codes())) {
                Some(unit) => format!("did you mean `{unit}`?"),
                None => {
                    did_you_mean(&text, units)
                        + ", `money` or its ISO 4217 codes (GBP), `length` and other measures or their UCUM codes (km)"
                }
            };
            self.error(span, format!("unknown unit `{text}`"), remedy);
        }
    }

    fn ranges(&mut self, name: &str, key: &Range<usize>, item: &Item<'_>) -> Vec<Bounds> {
        let Some(table) = item.get_ref().as_table() else {
            return value::several(item).into_iter().filter_map(value::number).map(Bounds::just).collect();
        };
        let mut bounds = Bounds::ALL;
        for (name, _, item) in value::entries(Some(table)) {
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
