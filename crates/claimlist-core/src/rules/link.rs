//! Makes one set of rules that were read one by one: names of units get their units, what two rules look for in the same
//! way is looked for once, and an index tells which rules are worth a test.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::RuleSet;
use super::condition::{Condition, Field, Memo, Scope, Test, Values};
use super::fault::Fault;
use super::index::Index;
use super::needs::Need;
use super::pattern::Pattern;
use super::phrases::Phrases;
use super::possible::Needs;
use super::rule::Rule;
use super::vocabulary;
use crate::Slot;
use crate::lexicon::Lexicon;

/// The set of these rules, with what is odd about their packs.
pub(super) fn link(mut rules: Vec<Rule>, phrases: Phrases, warnings: Vec<Fault>) -> RuleSet {
    let mut links = Links::default();
    for rule in &mut rules {
        for condition in [Some(&mut rule.when), rule.except.as_mut()].into_iter().flatten() {
            condition.each_mut(&mut |condition| links.add(condition));
        }
    }
    let needs = Needs::new(&links.needs);
    let index = Index::new(&rules, &needs);
    RuleSet { rules, warnings, phrases, needs, index }
}

/// What the rules so far have in common.
#[derive(Default)]
struct Links {
    memos: Memo,
    patterns: FxHashMap<(&'static str, String), (Pattern, Memo)>,
    /// The texts that the patterns need, of those that need any.
    needs: Vec<Arc<[Need]>>,
    /// The units that several names stand for.
    units: FxHashMap<Values, Values>,
}

impl Links {
    fn add(&mut self, condition: &mut Condition) {
        match &mut condition.test {
            Test::Phrases { memo, .. } | Test::With { memo, .. } => *memo = self.memo(),
            Test::Pattern { scope, pattern, memo } => self.share(*scope, pattern, memo),
            Test::Is { field: Field::Fact(Slot::Unit), values } => self.name_units(values),
            _ => {}
        }
    }

    fn memo(&mut self) -> Memo {
        self.memos += 1;
        self.memos - 1
    }

    fn share(&mut self, scope: Scope, pattern: &mut Pattern, memo: &mut Memo) {
        let key = (scope.name(), pattern.source().to_owned());
        if let Some((known, number)) = self.patterns.get(&key) {
            *pattern = known.clone();
            *memo = *number;
            return;
        }
        let needed = pattern.needs();
        if !needed.is_empty() {
            pattern.set_number(self.needs.len() as u32);
            self.needs.push(needed);
        }
        *memo = self.memo();
        self.patterns.insert(key, (pattern.clone(), *memo));
    }

    /// Puts the units for each name such as `money` or `length`, in order. The same names get the same list.
    fn name_units(&mut self, values: &mut Values) {
        let units = self.units.entry(values.clone()).or_insert_with_key(|names| {
            let mut units = Vec::new();
            for name in names.iter() {
                let named = vocabulary::units_named(Lexicon::english(), name);
                if named.is_empty() {
                    units.push(name.clone());
                }
                units.extend(named.into_iter().map(Cow::Borrowed));
            }
            units.sort_unstable();
            units.into()
        });
        *values = units.clone();
    }
}
