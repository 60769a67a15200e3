//! Changed forms of a rule, and what its examples reach: whether the examples test it.

use std::ops::Range;

use super::RuleSet;
use super::condition::{Condition, Test};
use super::rule::Rule;
use super::scene::{Groups, Scene};
use crate::{Claim, Document, Sentence};

/// A document with its claims.
pub(crate) type Found<'a> = (&'a Document, &'a [Sentence], &'a [Claim]);

impl Rule {
    /// The rule without one of its conditions, for each that it has, with the condition's place.
    pub(crate) fn each_without_a_condition(&self) -> Vec<(Self, Range<usize>)> {
        let mut forms = Vec::new();
        for (when, span) in each_without(&self.when) {
            forms.push((Self { when, ..self.clone() }, span));
        }
        if let Some(except) = &self.except {
            for (condition, span) in each_without(except) {
                let empty = matches!(&condition.test, Test::All(conditions) if conditions.is_empty());
                let except = if empty { None } else { Some(condition) };
                forms.push((Self { except, ..self.clone() }, span));
            }
        }
        forms
    }
}

/// The condition without one of those in it, for each.
fn each_without(condition: &Condition) -> Vec<(Condition, Range<usize>)> {
    let mut forms = Vec::new();
    let changed = |test: Test| Condition { span: condition.span.clone(), test };
    match &condition.test {
        Test::All(conditions) | Test::Any(conditions) => {
            let is_any = matches!(condition.test, Test::Any(_));
            let group = |conditions: Vec<Condition>| {
                changed(if is_any { Test::Any(conditions) } else { Test::All(conditions) })
            };
            for (at, inner) in conditions.iter().enumerate() {
                let mut rest = conditions.clone();
                rest.remove(at);
                // Without its only branch an `any` could never hold: that is no change that tells anything.
                if !is_any || !rest.is_empty() {
                    forms.push((group(rest), inner.span.clone()));
                }
                for (inner, span) in each_without(inner) {
                    let empty = matches!(&inner.test, Test::All(conditions) if conditions.is_empty());
                    if !empty {
                        let mut with = conditions.clone();
                        with[at] = inner;
                        forms.push((group(with), span));
                    }
                }
            }
        }
        Test::Not(inner) => {
            let forms_of = each_without(inner).into_iter();
            let kept = forms_of.filter(|(inner, _)| !matches!(&inner.test, Test::All(c) if c.is_empty()));
            forms.extend(kept.map(|(inner, span)| (changed(Test::Not(Box::new(inner))), span)));
        }
        _ => {}
    }
    forms
}

impl RuleSet {
    /// What no claim of some documents reaches: phrases and branches of `when` where the rule does not hold, and of
    /// `except` where it does not take the rule back. `matching`: the documents in which the rule must hold; `all` of
    /// them count for `except`.
    pub(crate) fn unreached(
        &self,
        rule: &Rule,
        matching: &[Found<'_>],
        all: &[Found<'_>],
    ) -> Vec<(Range<usize>, String)> {
        let holds = |scene: &mut Scene<'_>, at| rule.holds(None, scene, at, &mut Groups::new());
        let mut unreached = self.unreached_in(&rule.when, rule, matching, holds).unwrap_or_default();
        if let Some(except) = &rule.except {
            let takes_back = |scene: &mut Scene<'_>, at| {
                scene.holds(&rule.when, at, &mut Groups::new()) && scene.holds(except, at, &mut Groups::new())
            };
            let never =
                || vec![(except.span.clone(), format!("`except` takes back no example of `{}`", rule.id))];
            unreached.extend(self.unreached_in(except, rule, all, takes_back).unwrap_or_else(never));
        }
        unreached
    }

    /// The phrases and branches of a condition that hold for none of the claims that `counts` picks; none if it picks
    /// no claim.
    fn unreached_in(
        &self,
        condition: &Condition,
        rule: &Rule,
        documents: &[Found<'_>],
        counts: impl Fn(&mut Scene<'_>, usize) -> bool,
    ) -> Option<Vec<(Range<usize>, String)>> {
        let mut leaves = Vec::new();
        collect(condition, false, &mut leaves);
        let mut reached = vec![false; leaves.len()];
        let mut phrases: Vec<Vec<u32>> = vec![Vec::new(); leaves.len()];
        let mut picked = 0;
        for (document, sentences, claims) in documents {
            let mut scene = self.scene(document, sentences, claims);
            for (at, claim) in claims.iter().enumerate() {
                if !counts(&mut scene, at) {
                    continue;
                }
                picked += 1;
                for (number, (leaf, _)) in leaves.iter().enumerate() {
                    reached[number] |= scene.holds(leaf, at, &mut Groups::new());
                    phrases[number].extend(standing(&scene, leaf, claim));
                }
            }
        }
        let mut unreached = Vec::new();
        for (number, (leaf, in_any)) in leaves.iter().enumerate() {
            if *in_any && !reached[number] {
                unreached
                    .push((leaf.span.clone(), format!("no example of `{}` reaches this branch", rule.id)));
            }
            let missing = self.missing_phrases(leaf, &phrases[number], rule);
            unreached.extend(missing.map(|message| (leaf.span.clone(), message)));
        }
        (picked > 0).then_some(unreached)
    }

    /// Which phrases of a condition are not among those that were found.
    fn missing_phrases(&self, condition: &Condition, found: &[u32], rule: &Rule) -> Option<String> {
        let (Test::Phrases { phrases, .. } | Test::Near { phrases, .. }) = &condition.test else {
            return None;
        };
        let missing = phrases.iter().filter(|phrase| !found.contains(phrase));
        let missing: Vec<_> = missing.map(|phrase| self.phrases.text(*phrase)).collect();
        let (count, all) = (phrases.len() - missing.len(), phrases.len());
        let names = missing.join(", ");
        (!missing.is_empty())
            .then(|| format!("examples of `{}` reach {count} of {all} phrases; not {names}", rule.id))
    }
}

/// Adds the conditions that must or may hold, with whether they stand in an `any`.
fn collect<'c>(condition: &'c Condition, in_any: bool, leaves: &mut Vec<(&'c Condition, bool)>) {
    match &condition.test {
        Test::All(conditions) => conditions.iter().for_each(|condition| collect(condition, in_any, leaves)),
        Test::Any(conditions) => conditions.iter().for_each(|condition| collect(condition, true, leaves)),
        _ => leaves.push((condition, in_any)),
    }
}

/// The phrases of a condition that stand where it looks for them.
fn standing(scene: &Scene<'_>, condition: &Condition, claim: &Claim) -> Vec<u32> {
    let span = match &condition.test {
        Test::Phrases { scope, .. } => scene.span(*scope, claim),
        Test::Near { words, .. } => scene.around(claim, *words),
        _ => None,
    };
    span.map(|span| scene.hits(span).map(|hit| hit.phrase).collect()).unwrap_or_default()
}
