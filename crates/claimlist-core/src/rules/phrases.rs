//! Phrases: all those of all rules in one tree of words, and where they stand in a document.
//!
//! Texts are compared word by word, whatever the case, the white space between words and the form of the quotation
//! marks: `Bank of  England's` holds `bank of england` and `england's`, but not `eng` or `bank-of`. A tree of words is
//! built in a fraction of the time that an automaton over letters takes, which counts in a program that starts for
//! every article.

use rustc_hash::FxHashMap;

use super::found::Found;
use super::possible::Needs;
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

/// The key of a step in the tree.
fn step(node: u32, word: u32, glued: bool) -> u64 {
    u64::from(node) << 32 | u64::from(word) << 1 | u64::from(glued)
}

impl Phrases {
    /// The number of a phrase, which is added if it is new; none if there is no word in it.
    pub(crate) fn add(&mut self, phrase: &str) -> Option<u32> {
        let mut words = Vec::new();
        scan(phrase, Span::new(0, phrase.len()), &mut 0, |cut| words.push(cut.word));
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

    /// Where phrases stand in a document, and what patterns need. None runs from one block into another.
    pub(super) fn find(&self, document: &Document, needs: &Needs) -> Found {
        let text = document.text();
        let mut found = Found::with_room_for(text);
        // English has about five bytes a word or mark.
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 4);
        let mut needed = Vec::with_capacity(text.len() / 32);
        let mut starts: Vec<(usize, Key)> = Vec::new();
        let mut count = 0;
        for block in &document.blocks {
            starts.clear();
            let first = words.len();
            let mut last = Key::default();
            scan(text, block.span, &mut count, |cut| {
                let at = words.len();
                if at > first && self.words.may_start(last, cut.key) {
                    starts.push((at - 1, last));
                }
                last = cut.key;
                words.push(cut.word);
                needs.look(text, &cut, &mut needed);
            });
            if words.len() > first && self.words.may_start(last, Key::default()) {
                starts.push((words.len() - 1, last));
            }
            for &(start, key) in &starts {
                self.walk(text, &words, (start, key), &mut found);
            }
            found.end_block(words.len());
        }
        found.set(words, count, needed);
        found
    }

    /// Adds the phrases that start at a word, of which the place and the key are given.
    fn walk(&self, text: &str, words: &[Word], (start, key): (usize, Key), found: &mut Found) {
        let Some(first) = words.get(start) else { return };
        let mut number = self.words.get(text, first.span, key).and_then(|word| self.first.get(word as usize));
        let mut at = start;
        while let Some(node) = number.and_then(|&number| self.nodes.get(number as usize)) {
            if let Some(phrase) = node.phrase {
                found.add_hit(phrase, words, start, at);
            }
            let next = words.get(at + 1).filter(|_| node.goes_on);
            number = next.and_then(|next| {
                let word = self.words.get(text, next.span, Key::of(text, next.span))?;
                self.steps.get(&step(*number?, word, next.glued))
            });
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let mut all = Phrases::default();
        for phrase in phrases {
            all.add(phrase);
        }
        let document = Document::plain(text).unwrap();
        all.find(&document, &Needs::default()).hits().iter().map(|hit| hit.span.of(text).to_owned()).collect()
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
}
