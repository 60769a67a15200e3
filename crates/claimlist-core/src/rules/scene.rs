//! Tests conditions on the claims of one document.
//!
//! What is the same for all claims of a sentence, block or document is found out once and remembered, so that the time
//! stays linear in the length of the text however long its paragraphs are.

use std::ops::Range;

use super::condition::{Bounds, Condition, Field, Memo, Scope, Test};
use super::fields::{has_field, number_of, same_words, text_of};
use super::found::{Found, Hit, Place};
use super::pattern::Pattern;
use super::possible::{Needs, Possible};
use super::words::is_inside_word;
use crate::{Block, BlockKind, Claim, Document, Sentence, Slot, Span};

/// A document with all that was found in it, and what is remembered.
pub(crate) struct Scene<'a> {
    document: &'a Document,
    sentences: &'a [Sentence],
    claims: &'a [Claim],
    found: Found,
    title: Option<Span>,
    /// By the numbers of the conditions.
    memory: Vec<Option<Remembered>>,
    needs: &'a Needs,
    /// Where patterns may match in the sentence of that index.
    possible: (u32, Possible),
    /// The phrases in the sentence of that index.
    in_sentence: (u32, Range<usize>),
    /// Where the claim of that index stands among the words of its block.
    place: (usize, Option<Place>),
}

/// The outcome of a condition for a sentence, block or document.
#[derive(Clone, Debug)]
struct Remembered {
    /// Which one.
    place: u32,
    outcome: Outcome,
}

#[derive(Clone, Debug)]
enum Outcome {
    /// It does not hold.
    Fails,
    /// It holds.
    Holds,
    /// A pattern matches, with these groups, by their number in the pattern.
    Matches(Vec<(usize, Span)>),
    /// These claims hold it: the first two of all, as one asks for another than itself.
    Claims(u32, Option<u32>),
}

/// Named groups that have matched, the first of each name.
pub(crate) type Groups<'r> = Vec<(&'r str, Span)>;

impl<'a> Scene<'a> {
    /// The scene of a document in which these phrases were found.
    pub(crate) fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        claims: &'a [Claim],
        found: Found,
        needs: &'a Needs,
    ) -> Self {
        let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
        Self {
            document,
            sentences,
            claims,
            found,
            title: title.map(|block| block.span),
            memory: Vec::new(),
            needs,
            possible: (u32::MAX, Possible::default()),
            in_sentence: (u32::MAX, 0..0),
            place: (usize::MAX, None),
        }
    }

    /// The document's claims.
    pub(crate) fn claims(&self) -> &'a [Claim] {
        self.claims
    }

    /// The document's text.
    pub(crate) fn text(&self) -> &'a str {
        self.document.text()
    }

    /// The span so many words around a claim's, inside its paragraph; none for a claim of no paragraph.
    pub(crate) fn around(&self, claim: &Claim, words: u32) -> Option<Span> {
        let block = self.sentences.get(claim.sentence as usize)?.block;
        let limit = self.document.blocks.get(block as usize)?.span;
        Some(self.found.around(claim.span, words, block, limit))
    }

    /// Where the claim at an index stands among the words of its paragraph; none for a claim of no paragraph.
    #[inline]
    pub(super) fn place_of(&mut self, at: usize) -> Option<Place> {
        if self.place.0 != at {
            let claim = self.claims.get(at);
            let place = claim.and_then(|claim| {
                let block = self.sentences.get(claim.sentence as usize)?.block;
                self.document.blocks.get(block as usize)?;
                Some(self.found.place(claim.span, block, self.place.1.as_ref()))
            });
            self.place = (at, place);
        }
        self.place.1
    }

    /// The words and phrases of the document.
    #[inline]
    pub(super) fn found(&self) -> &Found {
        &self.found
    }

    /// The phrases in a span of the text.
    pub(crate) fn hits(&self, span: Span) -> impl Iterator<Item = &Hit> {
        self.found.within(span)
    }

    /// The phrases in a span of a sentence.
    pub(crate) fn hits_in_sentence(&mut self, sentence: u32, span: Span) -> impl Iterator<Item = &Hit> {
        if self.in_sentence.0 != sentence {
            let whole = self.sentences.get(sentence as usize);
            let range = whole.map_or(0..0, |sentence| self.found.range(sentence.span));
            self.in_sentence = (sentence, range);
        }
        self.found.of(self.in_sentence.1.clone()).iter().filter(move |hit| span.contains(hit.span))
    }

    /// The span of a sentence, by its index.
    #[inline]
    pub(super) fn span_of(&self, sentence: u32) -> Option<Span> {
        self.sentences.get(sentence as usize).map(|sentence| sentence.span)
    }

    /// The block that a sentence stands in.
    pub(crate) fn block(&self, sentence: u32) -> Option<&'a Block> {
        let sentence = self.sentences.get(sentence as usize)?;
        self.document.blocks.get(sentence.block as usize)
    }

    /// The span of a scope of a claim; none for the title of an article without one.
    pub(crate) fn span(&self, scope: Scope, claim: &Claim) -> Option<Span> {
        match scope {
            Scope::Claim => Some(claim.span),
            Scope::Sentence => self.span_of(claim.sentence),
            Scope::Paragraph => self.block(claim.sentence).map(|block| block.span),
            Scope::Document => Some(Span::new(0, self.document.text().len())),
            Scope::Title => self.title,
        }
    }

    /// Whether a condition holds for the claim at an index. The groups of the patterns that matched are added.
    pub(crate) fn holds<'r>(&mut self, condition: &'r Condition, at: usize, groups: &mut Groups<'r>) -> bool {
        let claims = self.claims;
        let Some(claim) = claims.get(at) else { return false };
        match &condition.test {
            Test::All(conditions) => conditions.iter().all(|condition| self.holds(condition, at, groups)),
            Test::Any(conditions) => conditions.iter().any(|condition| self.holds(condition, at, groups)),
            Test::Not(condition) => !self.holds(condition, at, &mut Groups::new()),
            Test::Kind(kinds) => kinds.has(claim.kind),
            Test::Block(blocks) => {
                self.block(claim.sentence).is_some_and(|block| blocks.contains(&block.kind))
            }
            Test::Language(languages) => languages.iter().any(|tag| speaks(&self.document.language, tag)),
            Test::Quoted(quoted) => claim.quoted == *quoted,
            Test::Has { field, has } => has_field(claim, *field) == *has,
            // Codes of units stand in order, and money has sixty of them.
            Test::Is { field: field @ Field::Fact(Slot::Unit), values } => text_of(claim, *field)
                .is_some_and(|text| values.binary_search_by(|value| value.as_ref().cmp(text)).is_ok()),
            Test::Is { field, values } => {
                text_of(claim, *field).is_some_and(|text| values.iter().any(|value| same_words(text, value)))
            }
            Test::Number { number, ranges } => number_of(claim, *number)
                .is_some_and(|number| ranges.iter().any(|&range: &Bounds| range.hold(number))),
            Test::Near { phrases, words } => self.near(at, phrases, *words),
            Test::Phrases { scope, phrases, memo } => self.has_phrase(claim, *scope, phrases, *memo),
            Test::Pattern { scope, pattern, memo } => self.matches(at, *scope, pattern, *memo, groups),
            Test::With { scope, condition, memo } => self.has_other(at, *scope, condition, *memo),
        }
    }

    fn near(&mut self, at: usize, phrases: &[u32], words: u32) -> bool {
        self.place_of(at).is_some_and(|place| is_any(self.found.near(&place, words), phrases))
    }

    fn has_phrase(&mut self, claim: &Claim, scope: Scope, phrases: &[u32], memo: Memo) -> bool {
        if scope == Scope::Claim {
            return is_any(self.hits_in_sentence(claim.sentence, claim.span), phrases);
        }
        let place = self.place(scope, claim);
        if self.remembered(memo, place).is_none() {
            let holds = match (scope, self.span(scope, claim)) {
                (_, None) => false,
                (Scope::Sentence, Some(span)) => is_any(self.hits_in_sentence(claim.sentence, span), phrases),
                (_, Some(span)) => is_any(self.hits(span), phrases),
            };
            self.remember(memo, place, if holds { Outcome::Holds } else { Outcome::Fails });
        }
        matches!(self.remembered(memo, place), Some(Outcome::Holds))
    }

    fn matches<'r>(
        &mut self,
        at: usize,
        scope: Scope,
        pattern: &'r Pattern,
        memo: Memo,
        groups: &mut Groups<'r>,
    ) -> bool {
        let claim = &self.claims[at];
        let place = if scope == Scope::Claim { at as u32 } else { self.place(scope, claim) };
        if self.remembered(memo, place).is_none() {
            let span = self.span(scope, claim);
            let span = span.filter(|&span| self.may_match(pattern, scope, claim.sentence, span));
            let found = span.and_then(|span| find(pattern, self.document.text(), span));
            self.remember(memo, place, found.map_or(Outcome::Fails, Outcome::Matches));
        }
        let Some(Outcome::Matches(spans)) = self.remembered(memo, place) else { return false };
        for (group, span) in spans {
            let name = pattern.groups()[*group].as_str();
            if !groups.iter().any(|(known, _)| *known == name) {
                groups.push((name, *span));
            }
        }
        true
    }

    /// Whether a pattern may match in a span, which is that of a scope of a claim in that sentence.
    fn may_match(&mut self, pattern: &Pattern, scope: Scope, sentence: u32, span: Span) -> bool {
        let (Some(number), Scope::Claim | Scope::Sentence) = (pattern.number(), scope) else { return true };
        is_inside_word(self.document.text(), span.start as usize)
            || self.possible(sentence, self.needs.is_other(number)).has(number, span)
    }

    /// Where patterns may match in a sentence. `others`: whether patterns are meant whose needs do not begin with a word, too.
    pub(super) fn possible(&mut self, sentence: u32, others: bool) -> &Possible {
        let span = self.span_of(sentence).unwrap_or(Span::new(0, 0));
        let possible = &mut self.possible.1;
        if self.possible.0 != sentence {
            self.needs.find(self.found.needed(span), possible);
            self.possible.0 = sentence;
        }
        if others {
            self.needs.find_others(self.document.text(), span, possible);
        }
        &self.possible.1
    }

    /// Whether another claim of the same scope holds the condition.
    fn has_other(&mut self, at: usize, scope: Scope, condition: &Condition, memo: Memo) -> bool {
        let place = self.place(scope, &self.claims[at]);
        if self.remembered(memo, place).is_none() {
            let claims = self.claims_of(scope, at);
            let mut holding = claims.filter(|&other| self.holds(condition, other, &mut Groups::new()));
            let outcome = match (holding.next(), holding.next()) {
                (Some(first), second) => Outcome::Claims(first as u32, second.map(|second| second as u32)),
                (None, _) => Outcome::Fails,
            };
            self.remember(memo, place, outcome);
        }
        match self.remembered(memo, place) {
            Some(Outcome::Claims(first, second)) => *first != at as u32 || second.is_some(),
            _ => false,
        }
    }

    /// The indices of the claims in a scope of a claim.
    pub(crate) fn claims_of(&self, scope: Scope, at: usize) -> std::ops::Range<usize> {
        let sentence = self.claims[at].sentence;
        let block_of = |sentence: u32| self.sentences.get(sentence as usize).map_or(u32::MAX, |s| s.block);
        let block = block_of(sentence);
        let (first, behind) = match scope {
            Scope::Claim => (at, at + 1),
            Scope::Sentence => (
                self.claims.partition_point(|claim| claim.sentence < sentence),
                self.claims.partition_point(|claim| claim.sentence <= sentence),
            ),
            Scope::Paragraph => (
                self.claims.partition_point(|claim| block_of(claim.sentence) < block),
                self.claims.partition_point(|claim| block_of(claim.sentence) <= block),
            ),
            Scope::Document | Scope::Title => (0, self.claims.len()),
        };
        first..behind
    }

    /// The number of the sentence, block or document that a claim's scope is.
    fn place(&self, scope: Scope, claim: &Claim) -> u32 {
        match scope {
            Scope::Claim | Scope::Sentence => claim.sentence,
            Scope::Paragraph => {
                self.sentences.get(claim.sentence as usize).map_or(0, |sentence| sentence.block)
            }
            Scope::Document | Scope::Title => 0,
        }
    }

    fn remembered(&self, memo: Memo, place: u32) -> Option<&Outcome> {
        let remembered = self.memory.get(memo as usize)?.as_ref()?;
        (remembered.place == place).then_some(&remembered.outcome)
    }

    fn remember(&mut self, memo: Memo, place: u32, outcome: Outcome) {
        let memo = memo as usize;
        if self.memory.len() <= memo {
            self.memory.resize(memo + 1, None);
        }
        self.memory[memo] = Some(Remembered { place, outcome });
    }
}

/// Whether one of the phrases is among those that stand somewhere.
fn is_any<'h>(mut hits: impl Iterator<Item = &'h Hit>, phrases: &[u32]) -> bool {
    hits.any(|hit| phrases.binary_search(&hit.phrase).is_ok())
}

/// The places of a pattern's groups where it first matches in a span.
fn find(pattern: &Pattern, text: &str, span: Span) -> Option<Vec<(usize, Span)>> {
    let part = span.of(text);
    if pattern.is_ruled_out(part) {
        return None;
    }
    let regex = pattern.regex_for(part)?;
    if pattern.groups().is_empty() {
        return regex.is_match(part).then(Vec::new);
    }
    let mut captures = regex.create_captures();
    regex.captures(part, &mut captures);
    if !captures.is_match() {
        return None;
    }
    let groups = pattern.groups().iter().enumerate();
    let places = groups.filter_map(|(number, name)| {
        let group = captures.get_group_by_name(name)?;
        let start = span.start as usize;
        Some((number, Span::new(start + group.start, start + group.end)))
    });
    Some(places.collect())
}

/// Whether a document in `language` (`en-GB`) is in the language of a tag (`en`).
fn speaks(language: &str, tag: &str) -> bool {
    let main = language.get(..tag.len()).unwrap_or_default();
    main.eq_ignore_ascii_case(tag) && !language[main.len()..].starts_with(|c: char| c.is_alphanumeric())
}
