//! What a claim needs to have for a rule to be worth a test, as bits that are compared at once: its kind, which facts it
//! has, whether it is quoted.

use super::condition::{Condition, Field, Kinds, Number, Test};
use crate::{Claim, Slot, Value};

/// The bits behind those of the facts.
const SPEAKER: u64 = 1 << 62;
const QUOTED: u64 = 1 << 63;

const _: () = assert!(Slot::ALL.len() <= 62);

/// What a claim has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    kind: Kinds,
    has: u64,
}

impl Traits {
    pub(super) fn of(claim: &Claim) -> Self {
        let facts = claim.facts.iter().filter(|(_, value)| **value != Value::Flag(false));
        let mut has = facts.fold(0, |has, (slot, _)| has | bit(slot));
        if claim.speaker.is_some() {
            has |= SPEAKER;
        }
        if claim.quoted {
            has |= QUOTED;
        }
        Self { kind: Kinds::only(claim.kind), has }
    }
}

/// What every claim has for which a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gate {
    kinds: Kinds,
    has: u64,
    lacks: u64,
}

impl Gate {
    const OPEN: Self = Self { kinds: Kinds::ALL, has: 0, lacks: 0 };

    /// The gate of a condition.
    pub(super) fn of(condition: &Condition) -> Self {
        Self { kinds: condition.kinds(), ..Self::of_facts(condition) }
    }

    fn of_facts(condition: &Condition) -> Self {
        let with = |bit: u64, has: bool| Self {
            has: if has { bit } else { 0 },
            lacks: if has { 0 } else { bit },
            ..Self::OPEN
        };
        match &condition.test {
            Test::All(conditions) => conditions.iter().map(Self::of_facts).fold(Self::OPEN, |all, gate| {
                Self { has: all.has | gate.has, lacks: all.lacks | gate.lacks, ..all }
            }),
            Test::Any(conditions) => {
                let both = |any: Self, gate: Self| Self {
                    has: any.has & gate.has,
                    lacks: any.lacks & gate.lacks,
                    ..any
                };
                conditions.iter().map(Self::of_facts).reduce(both).unwrap_or(Self::OPEN)
            }
            Test::Quoted(quoted) => with(QUOTED, *quoted),
            Test::Has { field, has } => with(bit_of(*field), *has),
            Test::Is { field, .. } => with(bit_of(*field), true),
            Test::Number { number: Number::Fact(slot), .. } => with(bit(*slot), true),
            _ => Self::OPEN,
        }
    }

    /// The kinds of claims that pass it.
    pub(super) fn kinds(self) -> Kinds {
        self.kinds
    }

    /// Whether a claim may hold the condition.
    pub(super) fn admits(self, claim: Traits) -> bool {
        self.kinds.and(claim.kind) != Kinds::NONE
            && claim.has & self.has == self.has
            && claim.has & self.lacks == 0
    }
}

fn bit(slot: Slot) -> u64 {
    1 << slot as u64
}

fn bit_of(field: Field) -> u64 {
    match field {
        Field::Fact(slot) => bit(slot),
        Field::Speaker => SPEAKER,
    }
}
