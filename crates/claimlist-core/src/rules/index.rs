//! Which rules are worth a test for a claim: an index of rules by the phrases, the patterns, the values of facts or the
//! kind of claim that they cannot do without, so that a claim meets few of thousands of rules.

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::condition::{Condition, Reach, Scope, Test, Trigger};
use super::gate::{Gate, Traits};
use super::phrases::Hit;
use super::rule::Rule;
use super::scene::Scene;
use crate::lexicon::with_lower;
use crate::{Claim, ClaimKind, Sentence, Slot, Span, Value};

/// The rules by what they need; each stands in one of the lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// For each reach, the rules that need a phrase there, or another, by the phrase.
    phrases: [Lists; Reach::ALL.len()],
    /// The rules that need a pattern to match, or another: in the claim and in the sentence, by the pattern, and all of
    /// them.
    patterns: [Lists; 2],
    patterned: Vec<u32>,
    /// For each fact, the rules that need one of some values of it, by these, in lower case.
    values: Vec<FxHashMap<String, Vec<u32>>>,
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

/// Rules by numbers.
#[derive(Clone, Debug, Default)]
struct Lists {
    /// For each number, where its rules start in `rules`; they end where those of the next start.
    starts: Vec<u32>,
    rules: Vec<u32>,
}

impl Lists {
    /// From pairs of a number and a rule.
    fn new(mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        let mut lists = Self::default();
        for (number, rule) in pairs {
            lists.starts.resize(lists.starts.len().max(number as usize + 1), lists.rules.len() as u32);
            lists.rules.push(rule);
        }
        lists
    }

    #[inline]
    fn of(&self, number: u32) -> &[u32] {
        let number = number as usize;
        let Some(&start) = self.starts.get(number) else { return &[] };
        let end = self.starts.get(number + 1).map_or(self.rules.len(), |&end| end as usize);
        self.rules.get(start as usize..end).unwrap_or_default()
    }
}

impl Index {
    pub(crate) fn new(rules: &[Rule]) -> Self {
        let none = || vec![Bits::none(rules.len()); ClaimKind::ALL.len()];
        let mut index = Self {
            values: vec![FxHashMap::default(); Slot::ALL.len()],
            kinds: none(),
            admitted: none(),
            gates: rules.iter().map(|rule| Gate::of(&rule.when)).collect(),
            ..Self::default()
        };
        let mut phrases = Reach::ALL.map(|_| Vec::new());
        let mut patterns = [Vec::new(), Vec::new()];
        for (number, rule) in (0..).zip(rules) {
            let kinds = index.gates[number as usize].kinds();
            kinds.iter().for_each(|kind| index.admitted[kind as usize].add(&[number]));
            index.rest.push(rest(rule));
            if let Some(Trigger { reach, phrases: needed }) = rule.when.trigger() {
                phrases[reach as usize].extend(needed.into_iter().map(|phrase| (phrase, number)));
            } else if let Some(needed) = rule.when.patterns() {
                index.patterned.push(number);
                for (reach, pattern) in needed {
                    patterns[reach as usize].push((pattern, number));
                }
            } else if let Some((slot, values)) = rule.when.values() {
                for value in values {
                    index.values[slot as usize].entry(value.to_lowercase()).or_default().push(number);
                }
            } else {
                kinds.iter().for_each(|kind| index.kinds[kind as usize].add(&[number]));
            }
        }
        index.phrases = phrases.map(Lists::new);
        index.patterns = patterns.map(Lists::new);
        index
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
        let possible = scene.possible(sentence);
        if possible.is_all() {
            rules.add(&self.patterned);
        }
        if let Some(by_pattern) = self.patterns.get(reach as usize) {
            possible.within(span).for_each(|pattern| rules.add(by_pattern.of(pattern)));
        }
    }

    /// Adds the rules that need one of the values of a claim's facts.
    fn add_by_value(&self, claim: &Claim, rules: &mut Bits) {
        for (slot, value) in claim.facts.iter() {
            let (Value::Text(text), Some(values)) = (value, self.values.get(slot as usize)) else { continue };
            if !values.is_empty()
                && let Some(called) = with_lower(text, |lower| values.get(lower))
            {
                rules.add(called);
            }
        }
    }
}

/// See [`Index::rest`].
fn rest(rule: &Rule) -> Option<Box<[usize]>> {
    let Test::All(conditions) = &rule.when.test else { return None };
    // The phrases that call the rule up stand where they are to stand, if nothing else is asked of them.
    let triggers =
        conditions.iter().enumerate().filter_map(|(at, condition)| Some((at, condition.trigger()?)));
    let trigger = triggers.min_by_key(|(_, trigger)| trigger.reach).map(|(at, _)| at);
    let may_fail = |at: usize, condition: &Condition| match &condition.test {
        Test::Kind(_) | Test::Has { .. } | Test::Quoted(_) => false,
        Test::Phrases { scope, .. } => trigger != Some(at) || *scope == Scope::Title,
        _ => true,
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
        claim: &Claim,
        rules: &mut Vec<u32>,
    ) {
        let index = self.index;
        rules.clear();
        self.look_around(scene, sentences, claim);
        let kind = claim.kind as usize;
        let (Some(admitted), Some(by_kind)) = (index.admitted.get(kind), index.kinds.get(kind)) else {
            return;
        };
        self.own.copy(by_kind);
        index.add_by_phrase(scene.hits_in_sentence(claim.sentence, claim.span), Reach::Claim, &mut self.own);
        index.add_by_pattern(scene, claim.sentence, claim.span, Reach::Claim, &mut self.own);
        index.add_by_value(claim, &mut self.own);
        self.called.join(&self.sentence, &self.own, admitted);
        let traits = Traits::of(claim);
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
