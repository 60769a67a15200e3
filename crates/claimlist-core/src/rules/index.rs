//! Which rules are worth a test for a claim: an index of rules by what calls them up, phrases, patterns or values of facts,
//! or by the kind of claim if nothing does, so that a claim meets few of thousands of rules.

use super::bits::Bits;
use super::calls::{Call, Reach, caller};
use super::condition::{Condition, Scope, Test};
use super::gate::Gate;
use super::possible::Needs;
use super::rule::Rule;
use super::sets::Sets;
use crate::ClaimKind;

/// The rules by what calls them up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// For each reach, the rules that need a phrase there, or another, by the phrase.
    pub(super) phrases: [Lists; Reach::ALL.len()],
    /// The rules that need a phrase within so many words of the claim, or another, by the phrase.
    pub(super) near: Lists<Near>,
    /// The most words within which a rule needs a phrase.
    pub(super) widest: u32,
    /// The rules that need a pattern to match, or another: in the claim and in the sentence, by the pattern, and all of
    /// them.
    pub(super) patterns: [Lists; 2],
    pub(super) patterned: Vec<u32>,
    /// Whether the needs of one of these do not begin with a word.
    pub(super) needs_others: bool,
    /// The rules that need a fact to have a value, and those that ask for it otherwise.
    pub(super) sets: Sets,
    /// For each kind of claims, the rules that need nothing but that.
    pub(super) kinds: Vec<Bits>,
    /// For each kind of claims, the rules that may hold for it.
    pub(super) admitted: Vec<Bits>,
    /// For each rule, what else a claim must have.
    pub(super) gates: Vec<Gate>,
    /// For each rule, those of its conditions that may still fail for a claim that this index calls it up for; none if all of
    /// it is to be tested.
    rest: Vec<Option<Box<[usize]>>>,
}

/// A rule that needs a phrase within so many words of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) rule: u32,
    pub(super) words: u32,
}

/// Rules by numbers.
#[derive(Clone, Debug)]
pub(super) struct Lists<R = u32> {
    /// For each number, where its rules start in `rules`; they end where those of the next start.
    starts: Vec<u32>,
    rules: Vec<R>,
}

impl<R> Default for Lists<R> {
    fn default() -> Self {
        Self { starts: Vec::new(), rules: Vec::new() }
    }
}

impl<R: Ord> Lists<R> {
    /// Whether there are no rules.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// From pairs of a number and a rule.
    fn new(mut pairs: Vec<(u32, R)>) -> Self {
        pairs.sort_unstable();
        let mut lists = Self::default();
        for (number, rule) in pairs {
            lists.starts.resize(lists.starts.len().max(number as usize + 1), lists.rules.len() as u32);
            lists.rules.push(rule);
        }
        lists
    }

    /// The rules of a number.
    #[inline]
    pub(super) fn of(&self, number: u32) -> &[R] {
        let number = number as usize;
        let Some(&start) = self.starts.get(number) else { return &[] };
        let end = self.starts.get(number + 1).map_or(self.rules.len(), |&end| end as usize);
        self.rules.get(start as usize..end).unwrap_or_default()
    }
}

impl Index {
    pub(crate) fn new(rules: &[Rule], needs: &Needs) -> Self {
        let none = || vec![Bits::none(rules.len()); ClaimKind::ALL.len()];
        let mut index = Self { kinds: none(), admitted: none(), ..Self::default() };
        let mut phrases = Reach::ALL.map(|_| Vec::new());
        let mut patterns = [Vec::new(), Vec::new()];
        let mut near = Vec::new();
        for (number, rule) in (0..).zip(rules) {
            let gate = Gate::of(&rule.when, &mut index.sets);
            gate.kinds().iter().for_each(|kind| index.admitted[kind as usize].add(&[number]));
            let Some(calls) = rule.when.calls() else {
                gate.kinds().iter().for_each(|kind| index.kinds[kind as usize].add(&[number]));
                index.add(gate, rule);
                continue;
            };
            if calls.iter().any(|call| matches!(call, Call::Pattern(..))) {
                index.patterned.push(number);
            }
            for call in calls {
                match call {
                    Call::Phrase(reach, phrase) => phrases[reach as usize].push((phrase, number)),
                    Call::Pattern(reach, pattern) => {
                        patterns[reach as usize].push((pattern, number));
                        index.needs_others |= needs.is_other(pattern);
                    }
                    Call::Value(slot, value) => index.sets.call(slot, value, number),
                    Call::Near { phrase, words } => {
                        near.push((phrase, Near { rule: number, words }));
                        index.widest = index.widest.max(words);
                    }
                }
            }
            index.add(gate, rule);
        }
        index.phrases = phrases.map(Lists::new);
        index.patterns = patterns.map(Lists::new);
        index.near = Lists::new(near);
        index
    }

    /// Notes what a rule needs of claims beside what calls it up.
    fn add(&mut self, gate: Gate, rule: &Rule) {
        self.gates.push(gate);
        self.rest.push(rest(rule, &mut self.sets));
    }

    /// Those of a rule's conditions that may still fail for a claim that [`Candidates`](super::candidates::Candidates) called it up for, by their places; none if
    /// all of it is to be tested.
    pub(crate) fn rest(&self, rule: usize) -> Option<&[usize]> {
        self.rest.get(rule)?.as_deref()
    }
}

/// See [`Index::rest`].
fn rest(rule: &Rule, sets: &mut Sets) -> Option<Box<[usize]>> {
    let Test::All(conditions) = &rule.when.test else { return None };
    let caller = caller(conditions).map(|(at, _)| at);
    let mut may_fail = |at: usize, condition: &Condition| match &condition.test {
        // What calls the rule up stands where it is to stand, if nothing else is asked of it.
        Test::Phrases { scope, .. } => caller != Some(at) || *scope == Scope::Title,
        Test::Near { .. } => caller != Some(at),
        _ => !Gate::tells(condition, sets),
    };
    let rest = conditions.iter().enumerate().filter(|(at, condition)| may_fail(*at, condition));
    Some(rest.map(|(at, _)| at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_the_rules_of_its_number() {
        let lists = Lists::new(vec![(3, 7), (1, 2), (3, 5)]);
        let all: Vec<_> = (0..5).map(|number| lists.of(number).to_vec()).collect();
        assert_eq!(all, [vec![], vec![2], vec![], vec![5, 7], vec![]]);
    }
}
