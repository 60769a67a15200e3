//! What calls a rule up for a test: something without which it cannot hold, and that an index finds at once. Of
//! `{ unit = "money", near = { phrases = ["tax"], words = 6 } }` it is `tax` within six words of the claim.

use super::condition::{Condition, Field, Scope, Test};
use super::vocabulary;
use crate::Slot;

/// How far from a claim what calls a rule up may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    Claim,
    Sentence,
    Paragraph,
    Document,
}

impl Reach {
    pub(super) const ALL: [Self; 4] = [Self::Claim, Self::Sentence, Self::Paragraph, Self::Document];

    fn of(scope: Scope) -> Self {
        match scope {
            Scope::Claim => Self::Claim,
            Scope::Sentence => Self::Sentence,
            Scope::Paragraph => Self::Paragraph,
            Scope::Document | Scope::Title => Self::Document,
        }
    }
}

/// One of the things that call a rule up.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Call<'c> {
    /// The phrase stands within reach of the claim.
    Phrase(Reach, u32),
    /// The phrase stands within so many words of the claim.
    Near { phrase: u32, words: u32 },
    /// The pattern of that number may match in the claim or in its sentence.
    Pattern(Reach, u32),
    /// The fact has the value.
    Value(Slot, &'c str),
}

impl Call<'_> {
    /// A rank by how many claims it answers for: the fewer, the better.
    fn rank(&self) -> usize {
        match self {
            Self::Phrase(Reach::Claim, _) => 0,
            Self::Near { .. } => 1,
            Self::Phrase(Reach::Sentence, _) => 2,
            Self::Phrase(Reach::Paragraph, _) => 3,
            Self::Phrase(Reach::Document, _) => 4,
            Self::Pattern(..) => 5,
            Self::Value(..) => 6,
        }
    }

    /// The same for another claim that stands as far from this one as the parts of a scope do; none if that is not known.
    fn of_other(self, scope: Scope) -> Option<Self> {
        let least = Reach::of(scope).max(Reach::Sentence);
        match self {
            Self::Phrase(reach, phrase) => Some(Self::Phrase(reach.max(least), phrase)),
            Self::Near { phrase, .. } => Some(Self::Phrase(least.max(Reach::Paragraph), phrase)),
            Self::Pattern(..) | Self::Value(..) => None,
        }
    }
}

impl Condition {
    /// What calls it up, one of which is needed for it to hold; none if nothing is that an index finds.
    pub(super) fn calls(&self) -> Option<Vec<Call<'_>>> {
        match &self.test {
            Test::Phrases { scope, phrases, .. } => {
                let reach = Reach::of(*scope);
                Some(phrases.iter().map(|&phrase| Call::Phrase(reach, phrase)).collect())
            }
            Test::Near { phrases, words } => {
                Some(phrases.iter().map(|&phrase| Call::Near { phrase, words: *words }).collect())
            }
            Test::Pattern { scope, pattern, .. } => match scope {
                Scope::Claim | Scope::Sentence => {
                    Some(vec![Call::Pattern(Reach::of(*scope), pattern.number()?)])
                }
                Scope::Paragraph | Scope::Document | Scope::Title => None,
            },
            // Of other facts any words may be asked for, in other forms too.
            Test::Is { field: Field::Fact(slot), values } => {
                let is_known = *slot == Slot::Unit || !vocabulary::values(*slot).is_empty();
                is_known.then(|| values.iter().map(|value| Call::Value(*slot, value)).collect())
            }
            Test::With { scope, condition, .. } => {
                condition.calls()?.into_iter().map(|call| call.of_other(*scope)).collect()
            }
            Test::All(conditions) => caller(conditions).map(|(_, calls)| calls),
            Test::Any(conditions) => {
                conditions.iter().map(Self::calls).collect::<Option<Vec<_>>>().map(|all| all.concat())
            }
            _ => None,
        }
    }
}

/// Which of conditions that must all hold calls them up, by its place, and what calls it up: what answers for the fewest claims.
pub(super) fn caller(conditions: &[Condition]) -> Option<(usize, Vec<Call<'_>>)> {
    let callers = conditions.iter().enumerate().filter_map(|(at, condition)| Some((at, condition.calls()?)));
    callers.min_by_key(|(_, calls)| (calls.iter().map(Call::rank).max(), calls.len()))
}
