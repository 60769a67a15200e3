//! Conditions: what `when` and `except` are read into, and what can be told of them without an article.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::pattern::Pattern;
use crate::{BlockKind, ClaimKind, Slot};

/// A condition, with the place in its file at which it stands.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    /// Bytes of the file: the key, or the table for `all`, `any` and `not`.
    pub(crate) span: Range<usize>,
    pub(crate) test: Test,
}

/// What is tested.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    /// All hold; the cheapest come first.
    All(Vec<Condition>),
    /// One holds at least.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The claim is of one of the kinds.
    Kind(Kinds),
    /// The claim stands in one of the blocks.
    Block(Vec<BlockKind>),
    /// The article is in one of the languages.
    Language(Vec<String>),
    /// The claim does or does not stand in a direct quotation.
    Quoted(bool),
    /// One of the phrases stands there.
    Phrases { scope: Scope, phrases: Vec<u32>, memo: Memo },
    /// The pattern matches there.
    Pattern { scope: Scope, pattern: Pattern, memo: Memo },
    /// One of the phrases stands within so many words of the claim.
    Near { phrases: Vec<u32>, words: u32 },
    /// The claim has the fact, or has it not. For a flag: it is true, or it is not.
    Has { field: Field, has: bool },
    /// The fact is one of the texts, whatever the case; codes of units are in order, and compared as they are.
    Is { field: Field, values: Values },
    /// The number lies in one of the ranges.
    Number { number: Number, ranges: Vec<Bounds> },
    /// Another claim there holds the condition.
    With { scope: Scope, condition: Box<Condition>, memo: Memo },
}

/// Values of a fact, which rules that ask for the same share.
pub(crate) type Values = Arc<[Cow<'static, str>]>;

/// The number of a condition whose outcome is the same for all claims of a sentence, block or document, and is
/// remembered; set when a rule set is put together.
pub(crate) type Memo = u32;

/// A part of the article, seen from a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Claim,
    Sentence,
    Paragraph,
    Document,
    Title,
}

impl Scope {
    pub(crate) const ALL: [Self; 5] =
        [Self::Claim, Self::Sentence, Self::Paragraph, Self::Document, Self::Title];

    /// The name in rules.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Document => "document",
            Self::Title => "title",
        }
    }

    /// The scope of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// A text or flag of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Fact(Slot),
    Speaker,
}

impl Field {
    /// The name in rules.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fact(slot) => slot.name(),
            Self::Speaker => "speaker",
        }
    }
}

/// A number of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    Fact(Slot),
    /// Its worth, 0 to 1.
    Worth,
    /// The year that it names.
    Year,
}

/// The numbers between two bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) from: f64,
    /// Whether `from` itself is in.
    pub(crate) with_from: bool,
    pub(crate) to: f64,
    /// Whether `to` itself is in.
    pub(crate) with_to: bool,
}

impl Bounds {
    pub(crate) const ALL: Self =
        Self { from: f64::NEG_INFINITY, with_from: true, to: f64::INFINITY, with_to: true };

    /// The number itself, as exactly as decimals can tell: `0.333` is not a third.
    pub(crate) fn just(number: f64) -> Self {
        let slack = number.abs() * 1e-9;
        Self { from: number - slack, with_from: true, to: number + slack, with_to: true }
    }

    /// Whether the number lies in between.
    pub(crate) fn hold(self, number: f64) -> bool {
        (number > self.from || (self.with_from && number == self.from))
            && (number < self.to || (self.with_to && number == self.to))
    }

    /// Whether no number lies in between.
    pub(crate) fn is_empty(self) -> bool {
        self.from > self.to || (self.from == self.to && !(self.with_from && self.with_to))
    }
}

/// A set of kinds of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u16);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ALL: Self = Self((1 << ClaimKind::ALL.len()) - 1);

    /// Those of these names; an unknown name is none.
    pub(crate) fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        names
            .into_iter()
            .filter_map(ClaimKind::named)
            .fold(Self::NONE, |kinds, kind| kinds.or(Self::only(kind)))
    }

    pub(crate) fn only(kind: ClaimKind) -> Self {
        Self(1 << kind as u16)
    }

    pub(crate) fn has(self, kind: ClaimKind) -> bool {
        self.0 & Self::only(kind).0 != 0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn others(self) -> Self {
        Self(Self::ALL.0 & !self.0)
    }

    /// The kinds, in the order of the documentation.
    pub(crate) fn iter(self) -> impl Iterator<Item = ClaimKind> {
        ClaimKind::ALL.iter().copied().filter(move |&kind| self.has(kind))
    }
}

impl Condition {
    /// The kinds of claims of which it can hold.
    pub(crate) fn kinds(&self) -> Kinds {
        match &self.test {
            Test::All(conditions) => conditions.iter().fold(Kinds::ALL, |kinds, c| kinds.and(c.kinds())),
            Test::Any(conditions) => conditions.iter().fold(Kinds::NONE, |kinds, c| kinds.or(c.kinds())),
            // What else is tested may fail, so only a bare `not = { kind = .. }` rules a kind out.
            Test::Not(condition) => match &condition.test {
                Test::Kind(kinds) => kinds.others(),
                Test::All(conditions) if conditions.len() == 1 => match conditions[0].test {
                    Test::Kind(kinds) => kinds.others(),
                    _ => Kinds::ALL,
                },
                _ => Kinds::ALL,
            },
            Test::Kind(kinds) => *kinds,
            Test::Has { field: Field::Fact(slot), has: true }
            | Test::Is { field: Field::Fact(slot), .. }
            | Test::Number { number: Number::Fact(slot), .. } => Kinds::named(slot.kinds().iter().copied()),
            Test::Number { number: Number::Year, .. } => {
                let dated = [Slot::When, Slot::From, Slot::Since];
                Kinds::named(dated.iter().flat_map(|slot| slot.kinds()).copied())
            }
            _ => Kinds::ALL,
        }
    }

    /// Calls `visit` with the names of the groups of each pattern whose match makes it hold.
    pub(crate) fn groups(&self, visit: &mut impl FnMut(&str)) {
        match &self.test {
            Test::All(conditions) | Test::Any(conditions) => conditions.iter().for_each(|c| c.groups(visit)),
            Test::Pattern { pattern, .. } => pattern.groups().iter().for_each(|name| visit(name)),
            _ => {}
        }
    }

    /// Calls `visit` with this condition and all inside it.
    pub(crate) fn each_mut(&mut self, visit: &mut impl FnMut(&mut Self)) {
        visit(self);
        match &mut self.test {
            Test::All(conditions) | Test::Any(conditions) => {
                conditions.iter_mut().for_each(|condition| condition.each_mut(visit));
            }
            Test::Not(condition) | Test::With { condition, .. } => condition.each_mut(visit),
            _ => {}
        }
    }

    /// Puts the cheapest conditions first wherever all must hold.
    pub(crate) fn sort_by_cost(&mut self) {
        self.each_mut(&mut |condition| {
            if let Test::All(conditions) = &mut condition.test {
                conditions.sort_by_key(Self::cost);
            }
        });
    }

    /// A rank: nothing that reads the article comes before what reads the claim alone, and patterns come last.
    fn cost(&self) -> u8 {
        match &self.test {
            Test::All(conditions) | Test::Any(conditions) => {
                conditions.iter().map(Self::cost).max().unwrap_or_default()
            }
            Test::Not(condition) => condition.cost(),
            Test::Phrases { .. } => 1,
            Test::Near { .. } => 2,
            Test::With { condition, .. } => condition.cost().max(3),
            Test::Pattern { .. } => 4,
            _ => 0,
        }
    }
}
