//! Sets of values that rules ask a fact to be one of, a bit each: whether a unit is money is told for all rules at once.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::condition::{Condition, Field, Test};
use crate::lexicon::with_lower;
use crate::{Claim, Slot, Value};

/// So many sets have a bit; there are few more in most packs, and the rest are tested one by one.
const MOST: usize = 64;

/// The sets of all rules, and the rules that a value calls up.
#[derive(Clone, Debug)]
pub(super) struct Sets {
    all: Vec<(Slot, Arc<[Cow<'static, str>]>)>,
    /// For each fact, what its values are asked for.
    values: Vec<FxHashMap<String, Asked>>,
    /// A bit for each fact of which there are values.
    asked: u64,
}

impl Default for Sets {
    fn default() -> Self {
        Self { all: Vec::new(), values: vec![FxHashMap::default(); Slot::ALL.len()], asked: 0 }
    }
}

/// What a value is asked for.
#[derive(Clone, Debug, Default)]
struct Asked {
    /// The sets that it is in.
    sets: u64,
    /// The rules that it calls up.
    rules: Vec<u32>,
}

impl Sets {
    /// The bit of the set that a condition asks for, which is entered if it is new; 0 if the condition asks for something else, or
    /// for one set too many.
    pub(super) fn enter(&mut self, condition: &Condition) -> u64 {
        let Test::Is { field: Field::Fact(slot), values } = &condition.test else { return 0 };
        // The units that a name stands for are one list for all rules.
        let is_same = |(own, all): &(Slot, Arc<[Cow<'static, str>]>)| {
            own == slot && (Arc::ptr_eq(all, values) || all == values)
        };
        if let Some(number) = self.all.iter().position(is_same) {
            return 1 << number;
        }
        let number = self.all.len();
        if number == MOST {
            return 0;
        }
        self.all.push((*slot, values.clone()));
        values.iter().for_each(|value| self.ask(*slot, value).sets |= 1 << number);
        1 << number
    }

    /// Notes that a value calls up a rule.
    pub(super) fn call(&mut self, slot: Slot, value: &str, rule: u32) {
        self.ask(slot, value).rules.push(rule);
    }

    fn ask(&mut self, slot: Slot, value: &str) -> &mut Asked {
        self.asked |= 1 << slot as u64;
        let key = if slot == Slot::Unit { value.to_owned() } else { with_folded(value, str::to_owned) };
        self.values[slot as usize].entry(key).or_default()
    }

    /// The sets that hold a claim's facts. The rules that these call up are added.
    pub(super) fn find(&self, claim: &Claim, rules: &mut Bits) -> u64 {
        let mut sets = 0;
        for (slot, value) in claim.facts.iter() {
            let Value::Text(text) = value else { continue };
            if self.asked >> slot as u64 & 1 == 0 {
                continue;
            }
            let Some(values) = self.values.get(slot as usize) else { continue };
            // Units are codes, in which the case counts.
            let asked = match slot {
                Slot::Unit => values.get(text.as_str()),
                _ => with_folded(text, |folded| values.get(folded)),
            };
            if let Some(asked) = asked {
                sets |= asked.sets;
                rules.add(&asked.rules);
            }
        }
        sets
    }
}

/// Calls `f` with the words of a text with single spaces, in lower case and with straight apostrophes: two texts of which that is
/// the same are the same words.
fn with_folded<R>(text: &str, f: impl FnOnce(&str) -> R) -> R {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return with_lower(text, f);
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        let straight = word.chars().map(|c| if c == '\u{2019}' { '\'' } else { c });
        folded.extend(straight.flat_map(char::to_lowercase));
    }
    f(&folded)
}
