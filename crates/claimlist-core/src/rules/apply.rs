//! Gives claims the hints of the rules that hold for them.

use std::borrow::Cow;

use super::condition::{Scope, Test};
use super::index::Candidates;
use super::rule::Rule;
use super::scene::{Groups, Scene};
use super::template::Name;
use super::{RuleSet, wording};
use crate::{Claim, Document, Hint, Sentence, Span};

impl RuleSet {
    /// Adds to each claim the hints of the rules that hold for it, in the order of the packs and, in a pack, of its
    /// rules. The claims are in the order of the text.
    pub fn apply(&self, document: &Document, sentences: &[Sentence], claims: &mut [Claim]) {
        let mut hints = Vec::new();
        self.each_holding(document, sentences, claims, |scene, rule, at, groups| {
            hints.push((at, Self::hint(scene, document, &self.rules[rule], &claims[at], groups)));
        });
        let mut counts = vec![0; claims.len()];
        hints.iter().for_each(|(at, _)| counts[*at] += 1);
        for (at, hint) in hints {
            let own = &mut claims[at].hints;
            // Most claims have one hint or none; a list that grew by itself would have room for four.
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
        let found = self.phrases.find(document);
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
            // Fallbacks come when all others have had their turn.
            for fallback in [false, true] {
                for &number in &numbers {
                    let number = number as usize;
                    let rule = &self.rules[number];
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

    pub(crate) fn hint(
        scene: &Scene<'_>,
        document: &Document,
        rule: &Rule,
        claim: &Claim,
        groups: &Groups<'_>,
    ) -> Hint {
        let text = document.text();
        let part = |span: Span| Some(Cow::Borrowed(span.of(text)));
        let text = rule.template.fill(|name| match name {
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
