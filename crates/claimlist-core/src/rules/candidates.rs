//! Calls up the rules that are worth a test, claim by claim: those that what stands in the claim, near it and around it calls, and
//! that need no more than the claim has.

use super::bits::Bits;
use super::calls::Reach;
use super::condition::Scope;
use super::found::{Found, Hit, Place};
use super::gate::Traits;
use super::index::{Index, Lists, Near};
use super::scene::Scene;
use super::words::is_inside_word;
use crate::{BlockKind, Claim, Sentence, Span};

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
    in_claim: Own,
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
            in_claim: Own::default(),
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
        index.add_own(scene.text(), claim, &self.in_claim, &mut self.own);
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
        self.in_claim.hits.clear();
        if let Some(span) = scene.span(Scope::Sentence, claim) {
            let [in_claim, in_sentence, ..] = &index.phrases;
            for hit in scene.hits_in_sentence(claim.sentence, span) {
                self.sentence.add(in_sentence.of(hit.phrase));
                if !in_claim.of(hit.phrase).is_empty() {
                    self.in_claim.hits.push(*hit);
                }
            }
        }
        index.add_by_pattern(scene, claim.sentence, &mut self.in_claim, &mut self.sentence);
    }
}

/// What stands in the current sentence that rules need in a claim.
#[derive(Default)]
struct Own {
    hits: Vec<Hit>,
    patterns: Vec<(u32, Span)>,
    /// Whether all patterns may match.
    all_patterns: bool,
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

impl Index {
    /// Adds the rules that need one of these phrases within a reach.
    fn add_by_phrase<'h>(&self, hits: impl IntoIterator<Item = &'h Hit>, reach: Reach, rules: &mut Bits) {
        let by_phrase = &self.phrases[reach as usize];
        if !by_phrase.is_empty() {
            hits.into_iter().for_each(|hit| rules.add(by_phrase.of(hit.phrase)));
        }
    }

    /// Adds the rules that need a pattern of those that may match in a sentence. Sets `own` to those that rules need in the claim.
    fn add_by_pattern(&self, scene: &mut Scene<'_>, sentence: u32, own: &mut Own, rules: &mut Bits) {
        own.patterns.clear();
        own.all_patterns = false;
        if self.patterned.is_empty() {
            return;
        }
        let [in_claim, in_sentence] = &self.patterns;
        let possible = scene.possible(sentence, self.needs_others);
        own.all_patterns = possible.is_all();
        for &(pattern, place) in possible.places() {
            rules.add(in_sentence.of(pattern));
            if !in_claim.of(pattern).is_empty() {
                own.patterns.push((pattern, place));
            }
        }
        // The sentence may begin inside a word.
        let start = scene.span_of(sentence).map_or(0, |span| span.start);
        if own.all_patterns || is_inside_word(scene.text(), start as usize) {
            rules.add(&self.patterned);
        }
    }

    /// Adds the rules that need a phrase or a pattern in a claim.
    fn add_own(&self, text: &str, claim: &Claim, own: &Own, rules: &mut Bits) {
        let [in_claim, ..] = &self.phrases;
        for hit in own.hits.iter().filter(|hit| claim.span.contains(hit.span)) {
            rules.add(in_claim.of(hit.phrase));
        }
        if self.patterned.is_empty() {
            return;
        }
        if own.all_patterns || is_inside_word(text, claim.span.start as usize) {
            rules.add(&self.patterned);
        }
        let [in_claim, _] = &self.patterns;
        for (pattern, _) in own.patterns.iter().filter(|(_, place)| claim.span.contains(*place)) {
            rules.add(in_claim.of(*pattern));
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
