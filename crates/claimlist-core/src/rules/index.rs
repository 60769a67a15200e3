//! Which rules are worth a test for a claim: an index of rules by the phrases, the patterns, the values of facts or the
//! kind of claim that they cannot do without, so that a claim meets few of thousands of rules.

use rustc_hash::FxHashMap;

use super::condition::{Reach, Scope, Trigger};
use super::gate::{Gate, Traits};
use super::rule::Rule;
use super::scene::Scene;
use crate::lexicon::with_lower;
use crate::{Claim, ClaimKind, Sentence, Slot, Span};

/// The rules by what they need; each stands in one of the lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// For each reach and each phrase, the rules that need it there, or another.
    phrases: [Vec<Vec<u32>>; Reach::ALL.len()],
    /// The rules that need a pattern to match, or another: for each reach and each pattern, and all of them.
    patterns: [Vec<Vec<u32>>; 2],
    patterned: Vec<u32>,
    /// The rules that need one of some values of a fact, by these, in lower case.
    values: Vec<(Slot, FxHashMap<String, Vec<u32>>)>,
    /// For each kind of claims, the rules that need nothing but that.
    kinds: Vec<Vec<u32>>,
    /// For each rule, what else a claim must have.
    gates: Vec<Gate>,
}

impl Index {
    /// `phrases` and `patterns`: how many there are.
    pub(crate) fn new(rules: &[Rule], phrases: usize, patterns: usize) -> Self {
        let mut index = Self {
            phrases: Reach::ALL.map(|_| vec![Vec::new(); phrases]),
            patterns: [Reach::Claim, Reach::Sentence].map(|_| vec![Vec::new(); patterns]),
            patterned: Vec::new(),
            values: Vec::new(),
            kinds: vec![Vec::new(); ClaimKind::ALL.len()],
            gates: rules.iter().map(|rule| Gate::of(&rule.when)).collect(),
        };
        for (number, rule) in rules.iter().enumerate() {
            index.add(number as u32, rule);
        }
        index
    }

    fn add(&mut self, number: u32, rule: &Rule) {
        if let Some(Trigger { reach, phrases }) = rule.when.trigger() {
            for phrase in phrases {
                self.phrases[reach as usize][phrase as usize].push(number);
            }
        } else if let Some(patterns) = rule.when.patterns() {
            self.patterned.push(number);
            for (reach, pattern) in patterns {
                self.patterns[reach as usize][pattern as usize].push(number);
            }
        } else if let Some((slot, values)) = rule.when.values() {
            let at = self.values.iter().position(|(known, _)| *known == slot).unwrap_or_else(|| {
                self.values.push((slot, FxHashMap::default()));
                self.values.len() - 1
            });
            for value in values {
                self.values[at].1.entry(value.to_lowercase()).or_default().push(number);
            }
        } else {
            for kind in self.gates[number as usize].kinds().iter() {
                self.kinds[kind as usize].push(number);
            }
        }
    }

    /// Adds the rules that need a phrase of those in a span within a reach.
    fn add_by_phrase(&self, scene: &Scene<'_>, span: Span, reach: Reach, rules: &mut Vec<u32>) {
        let by_phrase = &self.phrases[reach as usize];
        for hit in scene.hits(span) {
            rules.extend(by_phrase.get(hit.phrase as usize).into_iter().flatten());
        }
    }

    /// Adds the rules that need a pattern of those that may match in a span, which is that of a claim in that sentence, or
    /// of the sentence.
    fn add_by_pattern(
        &self,
        scene: &mut Scene<'_>,
        sentence: u32,
        span: Span,
        reach: Reach,
        rules: &mut Vec<u32>,
    ) {
        if self.patterned.is_empty() {
            return;
        }
        let possible = scene.possible(sentence);
        if possible.is_all() {
            rules.extend(&self.patterned);
        }
        let by_pattern = self.patterns.get(reach as usize);
        for pattern in possible.within(span) {
            rules.extend(by_pattern.and_then(|rules| rules.get(pattern as usize)).into_iter().flatten());
        }
    }

    /// The rules that need a phrase of those in a span within a reach, each once.
    fn set_by_phrase(&self, scene: &Scene<'_>, span: Option<Span>, reach: Reach, rules: &mut Vec<u32>) {
        rules.clear();
        if let Some(span) = span {
            self.add_by_phrase(scene, span, reach, rules);
        }
        rules.sort_unstable();
        rules.dedup();
    }
}

/// The rules that are worth a test, claim by claim.
pub(crate) struct Candidates<'i> {
    index: &'i Index,
    /// Those that the phrases of the document call up, of the current block and of the current sentence.
    document: Option<Vec<u32>>,
    block: Option<u32>,
    paragraph: Vec<u32>,
    sentence_number: Option<u32>,
    sentence: Vec<u32>,
    /// Those that the claim itself calls up.
    own: Vec<u32>,
    /// For each rule, the last claim that called it up, from 1.
    called: Vec<u32>,
    claims: u32,
}

impl<'i> Candidates<'i> {
    pub(crate) fn new(index: &'i Index) -> Self {
        Self {
            index,
            document: None,
            block: None,
            paragraph: Vec::new(),
            sentence_number: None,
            sentence: Vec::new(),
            own: Vec::new(),
            called: vec![0; index.gates.len()],
            claims: 0,
        }
    }

    /// Sets `rules` to those that may hold for a claim, in their order; claims come in the order of the text.
    pub(crate) fn find(
        &mut self,
        scene: &mut Scene<'_>,
        sentences: &[Sentence],
        claim: &Claim,
        rules: &mut Vec<u32>,
    ) {
        let index = self.index;
        self.look_around(scene, sentences, claim);
        self.own.clear();
        index.add_by_phrase(scene, claim.span, Reach::Claim, &mut self.own);
        index.add_by_pattern(scene, claim.sentence, claim.span, Reach::Claim, &mut self.own);
        for (slot, values) in &index.values {
            let called = claim.facts.text(*slot).and_then(|text| with_lower(text, |lower| values.get(lower)));
            self.own.extend(called.into_iter().flatten());
        }
        self.claims += 1;
        rules.clear();
        let traits = Traits::of(claim);
        let by_kind = index.kinds.get(claim.kind as usize);
        let lists =
            [self.document.as_ref(), Some(&self.paragraph), Some(&self.sentence), Some(&self.own), by_kind];
        for &rule in lists.into_iter().flatten().flatten() {
            let number = rule as usize;
            if index.gates[number].admits(traits) && self.called[number] != self.claims {
                self.called[number] = self.claims;
                rules.push(rule);
            }
        }
        rules.sort_unstable();
    }

    /// Brings what the claim's surroundings call up to date.
    fn look_around(&mut self, scene: &mut Scene<'_>, sentences: &[Sentence], claim: &Claim) {
        let index = self.index;
        if self.sentence_number == Some(claim.sentence) {
            return;
        }
        self.sentence_number = Some(claim.sentence);
        let span = scene.span(Scope::Sentence, claim);
        index.set_by_phrase(scene, span, Reach::Sentence, &mut self.sentence);
        if let Some(span) = span {
            index.add_by_pattern(scene, claim.sentence, span, Reach::Sentence, &mut self.sentence);
        }
        let block = sentences.get(claim.sentence as usize).map(|sentence| sentence.block);
        if self.block != block {
            self.block = block;
            index.set_by_phrase(
                scene,
                scene.span(Scope::Paragraph, claim),
                Reach::Paragraph,
                &mut self.paragraph,
            );
        }
        if self.document.is_none() {
            let mut rules = Vec::new();
            index.set_by_phrase(scene, scene.span(Scope::Document, claim), Reach::Document, &mut rules);
            self.document = Some(rules);
        }
    }
}
