//! The words of a document and the phrases in it: which stand in a part of it, and which near a claim.

use std::ops::Range;

use super::possible::Needed;
use super::words::Word;
use crate::Span;

/// A phrase in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) phrase: u32,
    pub(crate) span: Span,
    /// Its first and its last word, by their places among those of the document.
    first: u32,
    last: u32,
}

/// The words of a document and the phrases in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    words: Vec<Word>,
    /// So many words are there; marks do not count.
    count: u32,
    /// For each block, where its words and its phrases end.
    ends: Vec<(usize, usize)>,
    /// In the order of their starts, then of their ends.
    hits: Vec<Hit>,
    /// What patterns need, in the order of the text.
    needed: Vec<Needed>,
}

/// Where a claim stands among the words of its block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    span: Span,
    /// Where the words of the block start.
    start: u32,
    /// The first word that does not end before the claim, and the first that starts behind it.
    first: u32,
    behind: u32,
    /// So many words stand before these.
    before_first: u32,
    before_behind: u32,
    /// The phrases of the block.
    hits: (u32, u32),
}

impl Place {
    /// Whether it starts before another.
    pub(super) fn is_before(&self, other: Option<&Self>) -> bool {
        other.is_some_and(|other| self.before_first < other.before_first)
    }
}

impl Found {
    /// Nothing yet, with room for what most texts of that length have.
    pub(super) fn with_room_for(text: &str) -> Self {
        Self { hits: Vec::with_capacity(text.len() / 16), ..Self::default() }
    }

    /// The phrases.
    #[cfg(test)]
    pub(super) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// Adds a phrase that runs from one of the words to another, by their places.
    pub(super) fn add_hit(&mut self, phrase: u32, words: &[Word], first: usize, last: usize) {
        if let (Some(from), Some(to)) = (words.get(first), words.get(last)) {
            let span = from.span.cover(to.span);
            self.hits.push(Hit { phrase, span, first: first as u32, last: last as u32 });
        }
    }

    /// Notes that a block ends at a word, by its place, and with the phrases so far.
    pub(super) fn end_block(&mut self, words: usize) {
        self.ends.push((words, self.hits.len()));
    }

    /// Sets the words, how many they are without marks, and what patterns need.
    pub(super) fn set(&mut self, words: Vec<Word>, count: u32, mut needed: Vec<Needed>) {
        needed.sort_by_key(|(place, _)| place.start);
        (self.words, self.count, self.needed) = (words, count, needed);
    }

    /// What stands in a span that patterns need.
    pub(super) fn needed(&self, span: Span) -> impl Iterator<Item = Needed> {
        let first = self.needed.partition_point(|(place, _)| place.start < span.start);
        let rest = self.needed[first..].iter().take_while(move |(place, _)| place.start < span.end);
        rest.filter(move |(place, _)| place.end <= span.end).copied()
    }

    /// The phrases that stand in a span.
    pub(crate) fn within(&self, span: Span) -> impl Iterator<Item = &Hit> {
        self.of(self.range(span)).iter().filter(move |hit| hit.span.end <= span.end)
    }

    /// The places, in the order of the text, of the phrases that start in a span.
    pub(crate) fn range(&self, span: Span) -> Range<usize> {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        let rest = self.hits[first..].iter();
        first..first + rest.take_while(|hit| hit.span.start < span.end).count()
    }

    /// The phrases at these places.
    pub(crate) fn of(&self, range: Range<usize>) -> &[Hit] {
        self.hits.get(range).unwrap_or_default()
    }

    /// Where the words and the phrases of a block start and end, by its index.
    fn block(&self, block: u32) -> (Range<usize>, Range<usize>) {
        let block = block as usize;
        let before = block.checked_sub(1).and_then(|before| self.ends.get(before));
        let (word, hit) = before.copied().unwrap_or_default();
        let (words, hits) = self.ends.get(block).copied().unwrap_or((word, hit));
        (word..words, hit..hits)
    }

    /// Where a span stands that lies in the block with that index. `last`: a place from which on it is looked for, if it stands not
    /// before that one.
    #[inline]
    pub(super) fn place(&self, span: Span, block: u32, last: Option<&Place>) -> Place {
        let (words, hits) = self.block(block);
        let start = words.start;
        let words = self.words.get(words).unwrap_or_default();
        let last = last.filter(|last| last.start as usize == start && last.span.start <= span.start);
        let from = last.map_or(0, |last| last.first as usize - start);
        let rest = words.get(from..).unwrap_or_default();
        let first = from + count_first(rest, |word| word.span.end <= span.start);
        let rest = words.get(first..).unwrap_or_default();
        let behind = first + count_first(rest, |word| word.span.start < span.end);
        let before = |at: usize| self.before((start + at) as u32);
        Place {
            span,
            start: start as u32,
            first: (start + first) as u32,
            behind: (start + behind) as u32,
            before_first: before(first),
            before_behind: before(behind),
            hits: (hits.start as u32, hits.end as u32),
        }
    }

    /// The phrases of a block, by its index.
    pub(super) fn in_block(&self, block: u32) -> &[Hit] {
        self.of(self.block(block).1)
    }

    /// Of phrases of the claim's block, how many come before those that may stand within so many words of it; none of the first
    /// `known` does so.
    #[inline]
    pub(super) fn skip_far(&self, hits: &[Hit], known: usize, place: &Place, words: u32) -> usize {
        let start = place.before_first.saturating_sub(words);
        let rest = hits.get(known..).unwrap_or_default().iter();
        known + rest.take_while(|hit| self.before(hit.first) < start).count()
    }

    /// Of phrases of the claim's block, those up to the last that may stand within so many words of it.
    #[inline]
    pub(super) fn up_to<'h>(
        &self,
        hits: &'h [Hit],
        place: &Place,
        words: u32,
    ) -> impl Iterator<Item = &'h Hit> {
        let end = place.before_behind.saturating_add(words);
        hits.iter().take_while(move |hit| self.before(hit.first) <= end)
    }

    /// So many words stand before a word, by its place; marks do not count.
    #[inline]
    fn before(&self, word: u32) -> u32 {
        self.words.get(word as usize).map_or(self.count, |word| word.before)
    }

    /// Within how many words of a claim a phrase of its block stands: in what [`Found::around`] gives for so many.
    #[inline]
    pub(super) fn distance(&self, hit: &Hit, place: &Place) -> u32 {
        let left = if hit.first < place.first {
            place.before_first - self.before(hit.first)
        } else if hit.span.start >= place.span.start {
            0
        } else if place.first > place.start {
            // The claim starts inside a word, which is in reach if what stands before it is.
            place.before_first - self.before(place.first - 1)
        } else {
            return u32::MAX;
        };
        let right = if hit.last < place.behind { 0 } else { self.before(hit.last) - place.before_behind + 1 };
        left.max(right)
    }

    /// The phrases that stand within so many words of a claim.
    pub(super) fn near<'f>(&'f self, place: &'f Place, words: u32) -> impl Iterator<Item = &'f Hit> {
        let hits = self.of(place.hits.0 as usize..place.hits.1 as usize);
        let start = place.before_first.saturating_sub(words);
        let first = hits.partition_point(|hit| self.before(hit.first) < start);
        let rest = self.up_to(&hits[first..], place, words);
        rest.filter(move |hit| self.distance(hit, place) <= words)
    }

    /// The span that reaches `count` words (marks do not count) to both sides of `span`, which lies in the block with that
    /// index and that span, but not out of the block.
    pub(crate) fn around(&self, span: Span, count: u32, block: u32, limit: Span) -> Span {
        let words = self.words.get(self.block(block).0).unwrap_or_default();
        let behind = words.partition_point(|word| word.span.start < span.end);
        let first = words[..behind].partition_point(|word| word.span.end <= span.start);
        let (mut start, mut left) = (span.start, count);
        for word in words[..first].iter().rev() {
            let Some(fewer) = left.checked_sub(u32::from(word.is_word)) else { break };
            (start, left) = (word.span.start, fewer);
        }
        let (mut end, mut left) = (limit.end, count);
        for word in &words[behind..] {
            if left == 0 {
                end = word.span.start;
                break;
            }
            left -= u32::from(word.is_word);
        }
        Span { start, end: end.max(span.end) }
    }
}

/// How many words at the start hold a condition, which none behind these holds; in most cases they are few.
#[inline(always)]
fn count_first(words: &[Word], holds: impl Fn(&Word) -> bool) -> usize {
    const FEW: usize = 24;
    let mut count = 0;
    while let Some(word) = words.get(count)
        && holds(word)
    {
        count += 1;
        if count == FEW {
            return FEW + words[FEW..].partition_point(holds);
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::phrases::Phrases;
    use super::super::possible::Needs;
    use super::*;
    use crate::{Block, BlockKind, Document};

    #[test]
    fn words_around_a_claim_are_counted_without_marks() {
        let text = "one, two - three (four) five six seven.";
        let whole = Span::new(0, text.len());
        let at = text.find("four").unwrap();
        let four = Span::new(at, at + 4);
        let found = Phrases::default().find(&Document::plain(text).unwrap(), &Needs::default());
        for (count, wanted) in [
            (0, "(four"),
            (1, "- three (four) five "),
            (2, ", two - three (four) five six "),
            (3, "one, two - three (four) five six seven"),
            (9, text),
        ] {
            assert_eq!(found.around(four, count, 0, whole).of(text), wanted, "{count}");
        }
        let last = Span::new(text.len() - 1, text.len());
        assert_eq!(found.around(last, 2, 0, whole).of(text), "six seven.");

        let blocks = [Span::new(0, at - 1), Span::new(at - 1, at + 5), Span::new(at + 5, text.len())];
        let blocks = blocks.map(|span| Block { kind: BlockKind::Paragraph, span });
        let found = Phrases::default()
            .find(&Document::new(text.to_owned(), blocks.to_vec()).unwrap(), &Needs::default());
        assert_eq!(found.around(four, 5, 1, blocks[1].span).of(text), "(four)");
    }

    #[test]
    fn phrases_are_near_that_stand_in_the_span_around_a_claim() {
        let text = "One, two (three) 40km-four: five \u{2014} six.\nSeven, eight 9,000. Ten";
        let mut phrases = Phrases::default();
        let all = [
            "one",
            "two",
            ", two (",
            "three",
            "40km",
            "four: five",
            "\u{2014}",
            "six",
            "six.",
            "seven",
            "9,000. ten",
        ];
        all.iter().for_each(|phrase| assert!(phrases.add(phrase).is_some()));
        let end = text.find('\n').unwrap();
        let blocks = [Span::new(0, end), Span::new(end + 1, text.len())];
        let blocks = blocks.map(|span| Block { kind: BlockKind::Paragraph, span });
        let found =
            phrases.find(&Document::new(text.to_owned(), blocks.to_vec()).unwrap(), &Needs::default());
        assert_eq!(found.hits().len(), all.len());
        for (block, limit) in (0..).zip(blocks.map(|block| block.span)) {
            let places = limit.start as usize..=limit.end as usize;
            let places: Vec<_> = places.filter(|&at| text.is_char_boundary(at)).collect();
            let mut last = None;
            for (number, &start) in places.iter().enumerate() {
                for &end in &places[number..] {
                    let span = Span::new(start, end);
                    let place = found.place(span, block, last.as_ref());
                    last = Some(place);
                    for count in 0..6 {
                        let around = found.around(span, count, block, limit);
                        let near =
                            found.near(&place, count).filter(|hit| found.distance(hit, &place) <= count);
                        let near: Vec<_> = near.collect();
                        assert_eq!(
                            near,
                            found.within(around).collect::<Vec<_>>(),
                            "{count} of {}",
                            span.of(text)
                        );
                    }
                }
            }
        }
    }
}
