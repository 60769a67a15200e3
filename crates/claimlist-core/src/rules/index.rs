//! Which rules are worth a test for a claim: an index of rules by what calls them up, phrases, patterns or values of facts,
//! or by the kind of claim if nothing does, so that a claim meets few of thousands of rules.

use super::bits::Bits;
use super::calls::{Call, Reach, caller};
use super::condition::{Condition, Scope, Test};
use super::found::{Found, Hit, Place};
use super::gate::{Gate, Traits};
use super::possible::Needs;
use super::rule::Rule;
use super::scene::Scene;
use super::sets::Sets;
use super::words::is_inside_word;
use crate::{BlockKind, Claim, ClaimKind, Sentence, Span};

/// The rules by what calls them up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// For each reach, the rules that need a phrase there, or another, by the phrase.
    phrases: [Lists; Reach::ALL.len()],
    /// The rules that need a phrase within so many words of the claim, or another, by the phrase.
    near: Lists<Near>,
    /// The most words within which a rule needs a phrase.
    widest: u32,
    /// The rules that need a pattern to match, or another: in the claim and in the sentence, by the pattern, and all of
    /// them.
    patterns: [Lists; 2],
    patterned: Vec<u32>,
    /// Whether the needs of one of these do not begin with a word.
    needs_others: bool,
    /// The rules that need a fact to have a value, and those that ask for it otherwise.
    sets: Sets,
    /// For each kind of claims, the rules that need nothing but that.
    kinds: Vec<Bits>,
    /// For each kind of claims, the rules that may hold for it.
    admitted: Vec<Bits>,
    /// For each rule, what else a claim must have.
    gates: Vec<Gate>,
    /// For each rule, those of its conditions that may still fail for a claim that this index calls it up for; none if all of
    /// it is to be tested.
    rest: Vec<Option<Box<[usize]>>>,
}

/// A rule that needs a phrase within so many words of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Near {
    rule: u32,
    words: u32,
}

/// Rules by numbers.
#[derive(Clone, Debug)]
struct Lists<R = u32> {
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

    #[inline]
    fn of(&self, number: u32) -> &[R] {
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

    /// Those of a rule's conditions that may still fail for a claim that [`Candidates`] called it up for, by their places; none if
    /// all of it is to be tested.
    pub(crate) fn rest(&self, rule: usize) -> Option<&[usize]> {
        self.rest.get(rule)?.as_deref()
    }

    /// Adds the rules that need one of these phrases within a reach.
    fn add_by_phrase<'h>(&self, hits: impl IntoIterator<Item = &'h Hit>, reach: Reach, rules: &mut Bits) {
        let by_phrase = &self.phrases[reach as usize];
        if !by_phrase.rules.is_empty() {
            hits.into_iter().for_each(|hit| rules.add(by_phrase.of(hit.phrase)));
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
        rules: &mut Bits,
    ) {
        if self.patterned.is_empty() {
            return;
        }
        let is_cut = is_inside_word(scene.text(), span.start as usize);
        let possible = scene.possible(sentence, self.needs_others);
        if is_cut || possible.is_all() {
            rules.add(&self.patterned);
        }
        if let Some(by_pattern) = self.patterns.get(reach as usize) {
            possible.within(span).for_each(|pattern| rules.add(by_pattern.of(pattern)));
        }
    }

    /// Adds the rules that need one of the phrases near a claim.
    fn add_near(&self, found: &Found, near: &mut NearHits, place: &Place, rules: &mut Bits) {
        let skipped = if place.is_before(near.last.as_ref()) { 0 } else { near.skipped };
        near.skipped = found.skip_far(&near.hits, skipped, place, self.widest);
        near.last = Some(*place);
        for hit in found.up_to(near.hits.get(near.skipped..).unwrap_or_default(), place, self.widest) {
            let distance = found.distance(hit, place);
            let needed = self.near.of(hit.phrase).iter().filter(|near| near.words >= distance);
            needed.for_each(|near| rules.add(&[near.rule]));
        }
    }
}

/// The phrases of the current block that rules need near a claim.
#[derive(Default)]
struct NearHits {
    hits: Vec<Hit>,
    /// So many stand too far before the claim that was met last, and so for all behind it.
    skipped: usize,
    last: Option<Place>,
}

impl NearHits {
    fn set(&mut self, hits: &[Hit], near: &Lists<Near>) {
        self.hits.clear();
        self.hits.extend(hits.iter().filter(|hit| !near.of(hit.phrase).is_empty()));
        (self.skipped, self.last) = (0, None);
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

/// The rules that are worth a test, claim by claim.
pub(crate) struct Candidates<'i> {
    index: &'i Index,
    /// Those that the phrases of the document call up; then with those of the current block; then with those of the current
    /// sentence.
    document: Option<Bits>,
    paragraph: Bits,
    sentence: Bits,
    block: Option<u32>,
    block_kind: Option<BlockKind>,
    near: NearHits,
    sentence_number: Option<u32>,
    /// Those that the claim itself calls up.
    own: Bits,
    called: Bits,
}

impl<'i> Candidates<'i> {
    pub(crate) fn new(index: &'i Index) -> Self {
        let none = Bits::none(index.gates.len());
        Self {
            index,
            document: None,
            paragraph: none.clone(),
            sentence: none.clone(),
            block: None,
            block_kind: None,
            near: NearHits::default(),
            sentence_number: None,
            own: none.clone(),
            called: none,
        }
    }

    /// Sets `rules` to those that may hold for a claim, in their order; claims come in the order of the text.
    pub(crate) fn find(
        &mut self,
        scene: &mut Scene<'_>,
        sentences: &[Sentence],
        at: usize,
        rules: &mut Vec<u32>,
    ) {
        let index = self.index;
        rules.clear();
        let Some(claim) = scene.claims().get(at) else { return };
        self.look_around(scene, sentences, claim);
        let kind = claim.kind as usize;
        let (Some(admitted), Some(by_kind)) = (index.admitted.get(kind), index.kinds.get(kind)) else {
            return;
        };
        self.own.copy(by_kind);
        index.add_by_phrase(scene.hits_in_sentence(claim.sentence, claim.span), Reach::Claim, &mut self.own);
        index.add_by_pattern(scene, claim.sentence, claim.span, Reach::Claim, &mut self.own);
        if !self.near.hits.is_empty()
            && let Some(place) = scene.place_of(at)
        {
            index.add_near(scene.found(), &mut self.near, &place, &mut self.own);
        }
        let sets = index.sets.find(claim, &mut self.own);
        self.called.join(&self.sentence, &self.own, admitted);
        let traits = Traits::of(claim, self.block_kind, sets);
        self.called.each(|rule| {
            if index.gates.get(rule as usize).is_some_and(|gate| gate.admits(traits)) {
                rules.push(rule);
            }
        });
    }

    /// Brings what the claim's surroundings call up to date.
    fn look_around(&mut self, scene: &mut Scene<'_>, sentences: &[Sentence], claim: &Claim) {
        let index = self.index;
        if self.sentence_number == Some(claim.sentence) {
            return;
        }
        self.sentence_number = Some(claim.sentence);
        let document = self.document.get_or_insert_with(|| {
            let mut document = Bits::none(index.gates.len());
            let whole = scene.span(Scope::Document, claim);
            let hits = whole.into_iter().flat_map(|span| scene.hits(span));
            index.add_by_phrase(hits, Reach::Document, &mut document);
            document
        });
        let block = sentences.get(claim.sentence as usize).map(|sentence| sentence.block);
        if self.block != block {
            self.block = block;
            self.block_kind = scene.block(claim.sentence).map(|block| block.kind);
            let hits = block.map_or(&[][..], |block| scene.found().in_block(block));
            self.near.set(hits, &index.near);
            self.paragraph.copy(document);
            let hits = scene.span(Scope::Paragraph, claim).into_iter().flat_map(|span| scene.hits(span));
            index.add_by_phrase(hits, Reach::Paragraph, &mut self.paragraph);
        }
        self.sentence.copy(&self.paragraph);
        if let Some(span) = scene.span(Scope::Sentence, claim) {
            let hits = scene.hits_in_sentence(claim.sentence, span);
            index.add_by_phrase(hits, Reach::Sentence, &mut self.sentence);
            index.add_by_pattern(scene, claim.sentence, span, Reach::Sentence, &mut self.sentence);
        }
    }
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
