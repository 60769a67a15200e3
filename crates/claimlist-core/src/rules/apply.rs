//! Gives claims the hints of the rules that hold for them.

use std::borrow::Cow;

use super::candidates::Candidates;
use super::condition::{Scope, Test};
use super::rule::Rule;
use super::scene::{Groups, Scene};
use super::template::Name;
use super::{RuleSet, wording};
use crate::{Claim, Document, Hint, Sentence, Span};

impl RuleSet {
    /// Adds to each claim the hints of the rules that hold for it, in the order of the packs and, in a pack, of its
    /// rules. The claims are in the order of the text.
    pub fn apply(&self, document: &Document, sentences: &[Sentence], claims: &mut [Claim]) {
        // Most claims have one hint or none.
        let mut hints = Vec::with_capacity(claims.len());
        let mut words = String::new();
        self.each_holding(document, sentences, claims, |scene, rule, at, groups| {
            let hint = Self::hint(scene, document, &self.rules[rule], &claims[at], groups, &mut words);
            hints.push((at, hint));
        });
        let mut counts = vec![0; claims.len()];
        hints.iter().for_each(|(at, _)| counts[*at] += 1);
        for (at, hint) in hints {
            let own = &mut claims[at].hints;
            // A list that grew by itself would have room for four.
            own.reserve_exact(std::mem::take(&mut counts[at]));
            own.push(hint);
        }
    }

    /// The scene that the conditions of this set's rules are tested on.
    pub(crate) fn scene<'a>(
        &'a self,
        document: &'a Document,
        sentences: &'a [Sentence],
        claims: &'a [Claim],
    ) -> Scene<'a> {
        let found = self.phrases.find(document, &self.needs);
        Scene::new(document, sentences, claims, found, &self.needs)
    }

    /// Calls `found` with each rule that holds for a claim, the claim's index and the groups that matched.
    fn each_holding(
        &self,
        document: &Document,
        sentences: &[Sentence],
        claims: &[Claim],
        mut found: impl FnMut(&Scene<'_>, usize, usize, &Groups<'_>),
    ) {
        if self.rules.is_empty() || claims.is_empty() {
            return;
        }
        let mut scene = self.scene(document, sentences, claims);
        let mut candidates = Candidates::new(&self.index);
        let mut given = vec![false; self.rules.len()];
        let mut numbers: Vec<u32> = Vec::new();
        let mut groups = Groups::new();
        for at in 0..claims.len() {
            candidates.find(&mut scene, sentences, at, &mut numbers);
            let mut alone = true;
            let mut has_fallback = false;
            // Fallbacks come when all others have had their turn.
            for fallback in [false, true] {
                if fallback && !has_fallback {
                    break;
                }
                for &number in &numbers {
                    let number = number as usize;
                    let rule = &self.rules[number];
                    has_fallback |= rule.fallback;
                    if rule.fallback != fallback || (fallback && !alone) || (rule.once && given[number]) {
                        continue;
                    }
                    groups.clear();
                    if rule.holds(self.index.rest(number), &mut scene, at, &mut groups) {
                        alone = false;
                        given[number] = true;
                        found(&scene, number, at, &groups);
                    }
                }
            }
        }
    }

    /// The hint of a rule for a claim. `words`: room to put its text together in.
    pub(crate) fn hint(
        scene: &Scene<'_>,
        document: &Document,
        rule: &Rule,
        claim: &Claim,
        groups: &Groups<'_>,
        words: &mut String,
    ) -> Hint {
        let text = document.text();
        let part = |span: Span| Some(Cow::Borrowed(span.of(text)));
        let text = rule.template.fill(words, |name| match name {
            Name::Claim => part(claim.span),
            Name::Sentence => part(scene.span(Scope::Sentence, claim)?),
            Name::Speaker => {
                Some(claim.speaker.as_ref().map_or("the speaker", |speaker| &speaker.text).into())
            }
            Name::Fact(slot) => Some(wording::fact(*slot, claim.facts.get(*slot)?)),
            Name::Group(name) => part(groups.iter().find(|(known, _)| known == name)?.1),
        });
        let given = rule.given();
        Hint {
            from: given.from.clone(),
            priority: rule.priority,
            text,
            how: given.how.clone(),
            sources: given.sources.clone(),
            tags: given.tags.clone(),
            finding: None,
        }
    }
}

impl Rule {
    /// Whether it holds for the claim at an index, and is not taken back. `rest`: the conditions that may fail, if it is known that
    /// the others hold.
    pub(crate) fn holds<'r>(
        &'r self,
        rest: Option<&[usize]>,
        scene: &mut Scene<'_>,
        at: usize,
        groups: &mut Groups<'r>,
    ) -> bool {
        let holds = match (&self.when.test, rest) {
            (Test::All(conditions), Some(rest)) => {
                let mut rest = rest.iter().filter_map(|&number| conditions.get(number));
                rest.all(|condition| scene.holds(condition, at, groups))
            }
            _ => scene.holds(&self.when, at, groups),
        };
        holds && !self.except.as_ref().is_some_and(|except| scene.holds(except, at, &mut Groups::new()))
    }
}
