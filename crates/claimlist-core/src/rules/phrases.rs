//! Phrases: all those of all rules in one tree of words, and where they stand in a document.
//!
//! Texts are compared word by word, whatever the case, the white space between words and the form of the quotation
//! marks: `Bank of  England's` holds `bank of england` and `england's`, but not `eng` or `bank-of`. A tree of words is
//! built in a fraction of the time that an automaton over letters takes, which counts in a program that starts for
//! every article.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::words::{Key, Word, WordNumbers, scan};
use crate::{Document, Span};

/// The phrases of all rules, each with a number in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    texts: Vec<String>,
    words: WordNumbers,
    /// The tree of words: for each word, the node to which it leads from the root, or [`NOWHERE`].
    first: Vec<u32>,
    /// From a node by a word, see [`step`], to the next node.
    steps: FxHashMap<u64, u32>,
    nodes: Vec<Node>,
}

/// No node.
const NOWHERE: u32 = u32::MAX;

/// A node of the tree.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The phrase that ends here.
    phrase: Option<u32>,
    /// Whether phrases go on from here.
    goes_on: bool,
}

/// A phrase in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) phrase: u32,
    pub(crate) span: Span,
}

/// The words of a document and the phrases in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    words: Vec<Word>,
    /// For each block, where its words end in `words`.
    ends: Vec<usize>,
    /// In the order of their starts, then of their ends.
    hits: Vec<Hit>,
}

/// The key of a step in the tree.
fn step(node: u32, word: u32, glued: bool) -> u64 {
    u64::from(node) << 32 | u64::from(word) << 1 | u64::from(glued)
}

impl Phrases {
    /// The number of a phrase, which is added if it is new; none if there is no word in it.
    pub(crate) fn add(&mut self, phrase: &str) -> Option<u32> {
        let mut words = Vec::new();
        scan(phrase, Span::new(0, phrase.len()), |word| words.push(word));
        let (first, rest) = words.split_first()?;
        let key = |word: &Word| Key::of(phrase, word.span);
        self.words.mark_start(key(first), rest.first().map(key));
        let mut node = self.first_node(phrase, first.span);
        for word in rest {
            node = self.next_node(node, phrase, word);
        }
        // The same words in other letters are one phrase.
        Some(*self.nodes[node].phrase.get_or_insert_with(|| {
            self.texts.push(phrase.to_owned());
            self.texts.len() as u32 - 1
        }))
    }

    /// The node to which a word leads from the root.
    fn first_node(&mut self, phrase: &str, word: Span) -> usize {
        let word = self.words.add(phrase, word) as usize;
        if self.first.len() <= word {
            self.first.resize(word + 1, NOWHERE);
        }
        if self.first[word] == NOWHERE {
            self.first[word] = self.nodes.len() as u32;
            self.nodes.push(Node::default());
        }
        self.first[word] as usize
    }

    /// The node to which a word leads from a node.
    fn next_node(&mut self, node: usize, phrase: &str, word: &Word) -> usize {
        let number = self.words.add(phrase, word.span);
        self.nodes[node].goes_on = true;
        let next = self.steps.entry(step(node as u32, number, word.glued)).or_insert_with(|| {
            self.nodes.push(Node::default());
            self.nodes.len() as u32 - 1
        });
        *next as usize
    }

    /// A phrase as it was first written.
    pub(crate) fn text(&self, phrase: u32) -> &str {
        self.texts.get(phrase as usize).map_or("", String::as_str)
    }

    /// Where phrases stand in a document. None runs from one block into another.
    pub(crate) fn find(&self, document: &Document) -> Found {
        let text = document.text();
        let mut found = Found::default();
        // English has about five bytes a word or mark.
        found.words.reserve(text.len() / 5);
        let mut starts: Vec<usize> = Vec::new();
        for block in &document.blocks {
            starts.clear();
            let first = found.words.len();
            let mut last = Key::default();
            scan(text, block.span, |word| {
                let key = Key::of(text, word.span);
                if found.words.len() > first && self.words.may_start(last, key) {
                    starts.push(found.words.len() - 1);
                }
                last = key;
                found.words.push(word);
            });
            if found.words.len() > first && self.words.may_start(last, Key::default()) {
                starts.push(found.words.len() - 1);
            }
            for &start in &starts {
                self.walk(text, &found.words[start..], &mut found.hits);
            }
            found.ends.push(found.words.len());
        }
        found
    }

    /// Adds the phrases that start at the first of the words.
    fn walk(&self, text: &str, words: &[Word], hits: &mut Vec<Hit>) {
        let Some(first) = words.first() else { return };
        let start = self.words.get(text, first.span).and_then(|word| self.first.get(word as usize));
        let mut number = start.copied().unwrap_or(NOWHERE);
        let mut words = words.iter();
        while let Some((node, word)) = self.nodes.get(number as usize).zip(words.next()) {
            if let Some(phrase) = node.phrase {
                hits.push(Hit { phrase, span: first.span.cover(word.span) });
            }
            let next = words.as_slice().first().filter(|_| node.goes_on);
            let next = next.and_then(|next| {
                let word = self.words.get(text, next.span)?;
                self.steps.get(&step(number, word, next.glued))
            });
            number = next.copied().unwrap_or(NOWHERE);
        }
    }
}

impl Found {
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

    /// The words of a block, by its index.
    fn words_of(&self, block: u32) -> &[Word] {
        let block = block as usize;
        let start = block.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(block).and_then(|&end| self.words.get(start..end)).unwrap_or_default()
    }

    /// The span that reaches `count` words (marks do not count) to both sides of `span`, which lies in the block with that
    /// index and that span, but not out of the block.
    pub(crate) fn around(&self, span: Span, count: u32, block: u32, limit: Span) -> Span {
        let words = self.words_of(block);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, BlockKind};

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let mut all = Phrases::default();
        for phrase in phrases {
            all.add(phrase);
        }
        let document = Document::plain(text).unwrap();
        all.find(&document).hits.iter().map(|hit| hit.span.of(text).to_owned()).collect()
    }

    #[test]
    fn phrases_are_whole_words_in_any_case_and_with_any_white_space() {
        for (phrase, text, hits) in [
            ("of GDP", "2% OF gdp. Of\n  GDP", vec!["OF gdp", "Of\n  GDP"]),
            ("aid", "The aid, AIDS, said, first-aid", vec!["aid", "aid"]),
            ("don't know", "I don’t know", vec!["don’t know"]),
            ("\u{201c}safe\u{201d}", "a \"safe\" place", vec!["\"safe\""]),
            ("R&D", "R&D but not R & D", vec!["R&D"]),
            ("per cent", "per-cent percent per cent", vec!["per cent"]),
            ("covid-19", "Covid-19, COVID 19", vec!["Covid-19"]),
            ("40", "£40,000, 2.40 or 40.", vec!["40"]),
            ("£", "£5 and 5£", vec!["£", "£"]),
            ("épargne", "L'ÉPARGNE", vec!["ÉPARGNE"]),
            ("no such", "", vec![]),
        ] {
            assert_eq!(found(&[phrase], text), hits, "{phrase}");
        }
    }

    #[test]
    fn phrases_that_overlap_are_all_found() {
        let phrases = ["bank", "bank of england", "of england", "england rate", "bank of"];
        assert_eq!(
            found(&phrases, "the Bank of England rate"),
            ["Bank", "Bank of", "Bank of England", "of England", "England rate"]
        );
    }

    #[test]
    fn a_phrase_without_a_word_is_none() {
        let mut phrases = Phrases::default();
        assert_eq!(phrases.add(" \n"), None);
        assert_eq!(phrases.add("Tax  rate"), phrases.add("tax rate"));
    }

    #[test]
    fn words_around_a_claim_are_counted_without_marks() {
        let text = "one, two - three (four) five six seven.";
        let whole = Span::new(0, text.len());
        let at = text.find("four").unwrap();
        let four = Span::new(at, at + 4);
        let found = Phrases::default().find(&Document::plain(text).unwrap());
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
        let found = Phrases::default().find(&Document::new(text.to_owned(), blocks.to_vec()).unwrap());
        assert_eq!(found.around(four, 5, 1, blocks[1].span).of(text), "(four)");
    }
}
