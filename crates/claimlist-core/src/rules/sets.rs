//! Sets of values that rules ask a fact to be one of, a bit each: whether a unit is money is told for all rules at once.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::condition::{Condition, Field, Test, Values};
use crate::lexicon::{key, with_lower};
use crate::{Claim, Slot, Value};

/// So many sets have a bit; there are few more in most packs, and the rest are tested one by one.
const MOST: usize = 64;

/// The sets of all rules, and the rules that a value calls up.
#[derive(Clone, Debug)]
pub(super) struct Sets {
    all: Vec<(Slot, Values)>,
    /// For each fact, what its values are asked for.
    values: Vec<Asks>,
    /// A bit for each fact of which there are values.
    asked: u64,
}

impl Default for Sets {
    fn default() -> Self {
        Self { all: Vec::new(), values: vec![Asks::default(); Slot::ALL.len()], asked: 0 }
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

/// Values of a fact, with what they are asked for.
#[derive(Clone, Debug, Default)]
struct Asks {
    /// By the bytes of a value that has no more than eight, see [`short`].
    short: FxHashMap<u64, Asked>,
    long: FxHashMap<String, Asked>,
}

impl Sets {
    /// The bit of the set that a condition asks for, which is entered if it is new; 0 if the condition asks for something else, or
    /// for one set too many.
    pub(super) fn enter(&mut self, condition: &Condition) -> u64 {
        let Test::Is { field: Field::Fact(slot), values } = &condition.test else { return 0 };
        // The units that a name stands for are one list for all rules.
        let is_same =
            |(own, all): &(Slot, Values)| own == slot && (Arc::ptr_eq(all, values) || all == values);
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
        let values = &mut self.values[slot as usize];
        let value = with_folded(slot, value, str::to_owned);
        match short(slot, &value) {
            Some(key) => values.short.entry(key).or_default(),
            None => values.long.entry(value).or_default(),
        }
    }

    /// The sets that hold a claim's facts. The rules that these call up are added.
    #[inline]
    pub(super) fn find(&self, claim: &Claim, rules: &mut Bits) -> u64 {
        let mut sets = 0;
        for (slot, value) in claim.facts.iter() {
            let Value::Text(text) = value else { continue };
            if self.asked >> slot as u64 & 1 == 0 {
                continue;
            }
            let Some(values) = self.values.get(slot as usize) else { continue };
            let asked = match short(slot, text) {
                Some(key) => values.short.get(&key),
                None => with_folded(slot, text, |folded| match short(slot, folded) {
                    Some(key) => values.short.get(&key),
                    None => values.long.get(folded),
                }),
            };
            if let Some(asked) = asked {
                sets |= asked.sets;
                rules.add(&asked.rules);
            }
        }
        sets
    }
}

/// A value of up to eight bytes as a number, if it is one word of ASCII letters. Units are codes, in which the case counts.
fn short(slot: Slot, value: &str) -> Option<u64> {
    if value.len() > 8 || !value.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    let bytes = key::of(value.as_bytes());
    Some(if slot == Slot::Unit { bytes } else { key::lower(bytes) })
}

/// Calls `f` with the words of a value with single spaces, in lower case and with straight apostrophes: two values of which that is the
/// same are the same words. Units are taken as they are.
fn with_folded<R>(slot: Slot, value: &str, f: impl FnOnce(&str) -> R) -> R {
    if slot == Slot::Unit {
        return f(value);
    }
    if value.bytes().all(|byte| byte.is_ascii_graphic()) {
        return with_lower(value, f);
    }
    let mut folded = String::with_capacity(value.len());
    for word in value.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        let straight = word.chars().map(|c| if c == '\u{2019}' { '\'' } else { c });
        folded.extend(straight.flat_map(char::to_lowercase));
    }
    f(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::condition::Condition;
    use crate::{ClaimId, ClaimKind, Facts};

    fn claim(facts: Facts) -> Claim {
        Claim {
            id: ClaimId::new(ClaimKind::Event, "a", "a", 0),
            kind: ClaimKind::Event,
            span: crate::Span::new(0, 1),
            sentence: 0,
            facts,
            speaker: None,
            quoted: false,
            worth: 0.5,
            hints: Vec::new(),
            pattern: "event",
        }
    }

    #[test]
    fn a_fact_is_in_the_sets_that_have_its_words() {
        let of = |slot, values: &[&str]| {
            let values = values.iter().map(|value| (*value).to_owned().into()).collect();
            Condition { span: 0..0, test: Test::Is { field: Field::Fact(slot), values } }
        };
        let conditions = [
            of(Slot::Unit, &["GBP", "m[H2O]", "percentage-point"]),
            of(Slot::Verb, &["point  out", "Admit", "don\u{2019}t", "acknowledged"]),
            of(Slot::Unit, &["Pa"]),
        ];
        let mut sets = Sets::default();
        let bits: Vec<_> = conditions.iter().map(|condition| sets.enter(condition)).collect();
        assert_eq!((bits.as_slice(), sets.enter(&conditions[1])), (&[1, 2, 4][..], 2));
        sets.call(Slot::Verb, "Admit", 3);
        for (slot, text, wanted) in [
            (Slot::Unit, "GBP", 1),
            (Slot::Unit, "gbp", 0),
            (Slot::Unit, "percentage-point", 1),
            (Slot::Unit, "Pa", 4),
            (Slot::Verb, "Point\nOUT", 2),
            (Slot::Verb, "don't", 2),
            (Slot::Verb, "Don\u{2019}t", 2),
            (Slot::Verb, "ACKNOWLEDGED", 2),
            (Slot::Verb, "admit", 2),
            (Slot::Verb, "admitted", 0),
            (Slot::Title, "admit", 0),
        ] {
            let claim = claim(Facts::new().with(slot, text));
            let mut rules = Bits::none(8);
            assert_eq!(sets.find(&claim, &mut rules), wanted, "{text}");
            let mut called = Vec::new();
            rules.each(|rule| called.push(rule));
            assert_eq!(called.contains(&3), slot == Slot::Verb && text == "admit", "{text}");
        }
    }
}
