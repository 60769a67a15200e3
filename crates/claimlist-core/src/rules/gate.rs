//! What a claim needs to have for a rule to be worth a test, as bits that are compared at once: its kind and block, which facts it
//! has and in which sets of values they are, whether it is quoted.

use super::condition::{Condition, Field, Kinds, Number, Test};
use super::sets::Sets;
use crate::{BlockKind, Claim, Slot, Value};

/// The bits behind those of the facts.
const SPEAKER: u64 = 1 << 62;
const QUOTED: u64 = 1 << 63;

const _: () = assert!(Slot::ALL.len() <= 62);

/// What a claim has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    kind: Kinds,
    block: u8,
    has: u64,
    sets: u64,
}

impl Traits {
    /// Those of a claim in a block, if it stands in one, whose facts are in these sets.
    #[inline]
    pub(super) fn of(claim: &Claim, block: Option<BlockKind>, sets: u64) -> Self {
        let facts = claim.facts.iter().filter(|(_, value)| **value != Value::Flag(false));
        let mut has = facts.fold(0, |has, (slot, _)| has | bit(slot));
        if claim.speaker.is_some() {
            has |= SPEAKER;
        }
        if claim.quoted {
            has |= QUOTED;
        }
        Self { kind: Kinds::only(claim.kind), block: block.map_or(0, block_bit), has, sets }
    }
}

/// What every claim has for which a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gate {
    kinds: Kinds,
    /// The blocks in one of which it stands; any if that is none.
    blocks: u8,
    has: u64,
    lacks: u64,
    sets: u64,
}

impl Gate {
    const OPEN: Self = Self { kinds: Kinds::ALL, blocks: 0, has: 0, lacks: 0, sets: 0 };

    /// The gate of a condition. The sets of values that it asks for are entered.
    pub(super) fn of(condition: &Condition, sets: &mut Sets) -> Self {
        let gate = Self { kinds: condition.kinds(), ..Self::of_facts(condition) };
        let Test::All(conditions) = &condition.test else { return gate };
        conditions.iter().fold(gate, |gate, condition| {
            let blocks = match &condition.test {
                Test::Block(blocks) => blocks.iter().fold(0, |all, &block| all | block_bit(block)),
                _ => 0,
            };
            // A second list of blocks is tested for itself.
            let blocks = if gate.blocks == 0 { blocks } else { gate.blocks };
            Self { blocks, sets: gate.sets | sets.enter(condition), ..gate }
        })
    }

    /// Whether every claim that passes the gate of all conditions holds this one of them.
    pub(super) fn tells(condition: &Condition, sets: &mut Sets) -> bool {
        match &condition.test {
            Test::Kind(_) | Test::Has { .. } | Test::Quoted(_) => true,
            Test::Is { .. } => sets.enter(condition) != 0,
            _ => false,
        }
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
    #[inline]
    pub(super) fn admits(self, claim: Traits) -> bool {
        self.kinds.and(claim.kind) != Kinds::NONE
            && claim.has & self.has == self.has
            && claim.has & self.lacks == 0
            && claim.sets & self.sets == self.sets
            && (self.blocks == 0 || claim.block & self.blocks != 0)
    }
}

const _: () = assert!(BlockKind::ALL.len() <= 8);

fn block_bit(block: BlockKind) -> u8 {
    1 << block as u8
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
