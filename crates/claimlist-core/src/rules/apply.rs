//! Gives claims the hints of the rules that hold for them.

use std::borrow::Cow;

use super::condition::{Reach, Scope};
use super::rule::Rule;
use super::scene::{Groups, Scene};
use super::template::Name;
use super::{RuleSet, wording};
use crate::{Claim, ClaimKind, Document, Hint, Sentence, Span};

/// Which rules are worth a look, by what stands in the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// For each kind of claims, the rules that no phrase triggers, in order.
    untriggered: Vec<Vec<u32>>,
    /// For each phrase, the rules that it triggers.
    triggered: Vec<Vec<(Reach, u32)>>,
}

impl Index {
    pub(crate) fn new(rules: &[Rule], phrases: usize) -> Self {
        let mut index = Self {
            untriggered: vec![Vec::new(); ClaimKind::ALL.len()],
            triggered: vec![Vec::new(); phrases],
        };
        for (number, rule) in rules.iter().enumerate() {
            let number = number as u32;
            match rule.when.trigger() {
                Some(trigger) => {
                    for phrase in trigger.phrases {
                        index.triggered[phrase as usize].push((trigger.reach, number));
                    }
                }
                None => rule.kinds.iter().for_each(|kind| index.untriggered[kind as usize].push(number)),
            }
        }
        index
    }

    fn untriggered(&self, kind: ClaimKind) -> &[u32] {
        self.untriggered.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds the rules that phrases in a span trigger within a reach.
    fn trigger(&self, scene: &Scene<'_>, span: Span, reach: Reach, rules: &mut Vec<u32>) {
        for hit in scene.hits(span) {
            let triggered = self.triggered.get(hit.phrase as usize).into_iter().flatten();
            rules.extend(triggered.filter(|(own, _)| *own == reach).map(|(_, rule)| *rule));
        }
        rules.sort_unstable();
        rules.dedup();
    }
}

/// The rules that the phrases around a claim trigger.
#[derive(Default)]
struct Candidates {
    document: Vec<u32>,
    block: Option<u32>,
    paragraph: Vec<u32>,
    sentence_number: Option<u32>,
    /// All three together.
    sentence: Vec<u32>,
}

impl Candidates {
    /// Brings the rules up to date for a claim; claims come in the order of the text.
    fn look_at(&mut self, index: &Index, scene: &Scene<'_>, sentences: &[Sentence], claim: &Claim) {
        if self.sentence_number == Some(claim.sentence) {
            return;
        }
        if self.sentence_number.is_none()
            && let Some(span) = scene.span(Scope::Document, claim)
        {
            index.trigger(scene, span, Reach::Document, &mut self.document);
        }
        let block = sentences.get(claim.sentence as usize).map(|sentence| sentence.block);
        if self.block != block {
            self.block = block;
            self.paragraph.clear();
            if let Some(span) = scene.span(Scope::Paragraph, claim) {
                index.trigger(scene, span, Reach::Paragraph, &mut self.paragraph);
            }
        }
        self.sentence_number = Some(claim.sentence);
        self.sentence.clear();
        self.sentence.extend(&self.document);
        self.sentence.extend(&self.paragraph);
        if let Some(span) = scene.span(Scope::Sentence, claim) {
            index.trigger(scene, span, Reach::Sentence, &mut self.sentence);
        }
    }
}

impl RuleSet {
    /// Adds to each claim the hints of the rules that hold for it, in the order of the packs and, in a pack, of its
    /// rules. The claims are in the order of the text.
    pub fn apply(&self, document: &Document, sentences: &[Sentence], claims: &mut [Claim]) {
        let mut hints = Vec::new();
        self.each_holding(document, sentences, claims, |scene, rule, at, groups| {
            hints.push((at, Self::hint(scene, document, &self.rules[rule], &claims[at], groups)));
        });
        for (at, hint) in hints {
            claims[at].hints.push(hint);
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
        Scene::new(document, sentences, claims, found, &self.needs, self.memos as usize)
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
        let mut candidates = Candidates::default();
        let mut given = vec![false; self.rules.len()];
        let mut numbers: Vec<u32> = Vec::new();
        let mut groups = Groups::new();
        for (at, claim) in claims.iter().enumerate() {
            candidates.look_at(&self.index, &scene, sentences, claim);
            numbers.clear();
            numbers.extend(candidates.sentence.iter().chain(self.index.untriggered(claim.kind)));
            // Fallbacks come when all others have had their turn.
            numbers.sort_unstable_by_key(|&number| (self.rules[number as usize].fallback, number));
            let mut alone = true;
            for &number in &numbers {
                let number = number as usize;
                let rule = &self.rules[number];
                if rule.fallback && !alone {
                    break;
                }
                if !rule.kinds.has(claim.kind) || (rule.once && given[number]) {
                    continue;
                }
                groups.clear();
                if rule.holds(&mut scene, at, &mut groups) {
                    alone = false;
                    given[number] = true;
                    found(&scene, number, at, &groups);
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
        Hint {
            from: rule.from.clone(),
            priority: rule.priority,
            text,
            how: rule.how.clone(),
            sources: rule.sources.iter().map(|source| source.source.clone()).collect(),
            finding: None,
        }
    }
}

impl Rule {
    /// Whether it holds for the claim at an index, and is not taken back.
    pub(crate) fn holds<'r>(&'r self, scene: &mut Scene<'_>, at: usize, groups: &mut Groups<'r>) -> bool {
        scene.holds(&self.when, at, groups)
            && !self.except.as_ref().is_some_and(|except| scene.holds(except, at, &mut Groups::new()))
    }
}
