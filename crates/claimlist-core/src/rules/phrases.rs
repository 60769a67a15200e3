//! Phrases: all those of all rules in one tree of words, and where they stand in a document.
//!
//! Texts are compared word by word, whatever the case, the white space between words and the form of the quotation
//! marks: `Bank of  England's` holds `bank of england` and `england's`, but not `eng` or `bank-of`. A tree of words is
//! built in a fraction of the time that an automaton over letters takes, which counts in a program that starts for
//! every article.

use rustc_hash::FxHashMap;

use crate::{Document, Span};

/// The word of a text that stands in no phrase.
const UNKNOWN: u32 = u32::MAX;

/// The phrases of all rules, each with a number in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    texts: Vec<String>,
    words: FxHashMap<Box<str>, u32>,
    /// For each word, whether a phrase starts with it.
    starts: Vec<bool>,
    /// The tree: from a node by a word, see [`step`], to the next node. Node 0 is the root.
    steps: FxHashMap<u64, u32>,
    /// For each node, the phrase that ends there.
    ends: Vec<Option<u32>>,
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
    /// In the order of their starts, then of their ends.
    pub(crate) hits: Vec<Hit>,
}

/// A word or a mark of a text.
#[derive(Clone, Copy, Debug)]
struct Word {
    span: Span,
    /// Its number in [`Phrases::words`], or [`UNKNOWN`].
    number: u32,
    /// Whether it starts where the one before it ends.
    glued: bool,
    /// How many words (marks do not count) of the document stand before it.
    before: u32,
}

/// The key of a step in the tree.
fn step(node: u32, word: u32, glued: bool) -> u64 {
    u64::from(node) << 32 | u64::from(word) << 1 | u64::from(glued)
}

impl Phrases {
    /// The number of a phrase, which is added if it is new; none if there is no word in it.
    pub(crate) fn add(&mut self, phrase: &str) -> Option<u32> {
        let mut node = 0;
        if self.ends.is_empty() {
            self.ends.push(None);
        }
        scan(phrase, Span::new(0, phrase.len()), |span, glued, _| {
            let word = folded(span.of(phrase), |lower| self.word(lower));
            if node == 0 {
                self.starts[word as usize] = true;
            }
            // What stands before the first word is not the phrase's business.
            let key = step(node, word, glued && node != 0);
            node = *self.steps.entry(key).or_insert_with(|| {
                self.ends.push(None);
                self.ends.len() as u32 - 1
            });
        });
        if node == 0 {
            return None;
        }
        // The same words in other letters are one phrase.
        Some(*self.ends[node as usize].get_or_insert_with(|| {
            self.texts.push(phrase.to_owned());
            self.texts.len() as u32 - 1
        }))
    }

    /// The number of a word, which is added if it is new.
    fn word(&mut self, lower: &str) -> u32 {
        if let Some(&word) = self.words.get(lower) {
            return word;
        }
        let word = self.starts.len() as u32;
        self.words.insert(lower.into(), word);
        self.starts.push(false);
        word
    }

    /// How many phrases there are.
    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    /// A phrase as it was first written.
    pub(crate) fn text(&self, phrase: u32) -> &str {
        self.texts.get(phrase as usize).map_or("", String::as_str)
    }

    /// Where phrases stand in a document. None runs from one block into another.
    pub(crate) fn find(&self, document: &Document) -> Found {
        let mut found = Found::default();
        let mut before = 0;
        for block in &document.blocks {
            let first = found.words.len();
            scan(document.text(), block.span, |span, glued, is_word| {
                let number = folded(span.of(document.text()), |lower| {
                    self.words.get(lower).copied().unwrap_or(UNKNOWN)
                });
                found.words.push(Word { span, number, glued, before });
                before += u32::from(is_word);
            });
            self.walk(&found.words[first..], &mut found.hits);
        }
        found
    }

    /// Adds the phrases that start at each of the words.
    fn walk(&self, words: &[Word], hits: &mut Vec<Hit>) {
        for (start, first) in words.iter().enumerate() {
            if !self.starts.get(first.number as usize).is_some_and(|starts| *starts) {
                continue;
            }
            let mut node = 0;
            for word in words[start..].iter().take_while(|word| word.number != UNKNOWN) {
                let Some(&next) = self.steps.get(&step(node, word.number, word.glued && node != 0)) else {
                    break;
                };
                node = next;
                if let Some(phrase) = self.ends[node as usize] {
                    hits.push(Hit { phrase, span: first.span.cover(word.span) });
                }
            }
        }
    }
}

impl Found {
    /// The phrases that stand in a span.
    pub(crate) fn within(&self, span: Span) -> impl Iterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        self.hits[first..]
            .iter()
            .take_while(move |hit| hit.span.start < span.end)
            .filter(move |hit| hit.span.end <= span.end)
    }

    /// The span that reaches `count` words (marks do not count) to both sides of `span`, but not out of `limit`.
    pub(crate) fn around(&self, span: Span, count: u32, limit: Span) -> Span {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        let behind = self.words.partition_point(|word| word.span.start < span.end);
        let before = |at: usize| self.words.get(at).map_or(u32::MAX, |word| word.before);
        let from = before(first).saturating_sub(count);
        let start = self.words.partition_point(|word| word.before < from);
        let to = before(behind).saturating_add(count);
        let end = self.words.partition_point(|word| word.before < to);
        let start = self.words.get(start).map_or(span.start, |word| word.span.start);
        let end = self.words.get(end).map_or(u32::MAX, |word| word.span.start);
        Span { start: start.min(span.start).max(limit.start), end: end.max(span.end).min(limit.end) }
    }
}

/// Calls `word` for each run of letters and digits (see [`word_length`]) in a span of the text and for each other character but white space,
/// with its place, whether it starts where the one before it ends, and whether it is a run of letters and digits.
fn scan(text: &str, span: Span, mut word: impl FnMut(Span, bool, bool)) {
    let text = &text[..span.end as usize];
    let mut at = span.start as usize;
    let mut last_end = usize::MAX;
    while let Some(&byte) = text.as_bytes().get(at) {
        // Most text is ASCII, of which a byte tells all.
        let (length, is_word, is_blank) = if byte.is_ascii() {
            (1, byte.is_ascii_alphanumeric(), matches!(byte, b'\t'..=b'\r' | b' '))
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            (c.len_utf8(), is_letter(c), c.is_whitespace())
        };
        let length = if is_word { word_length(text, at) } else { length };
        if !is_blank {
            word(Span::new(at, at + length), at == last_end, is_word);
            last_end = at + length;
        }
        at += length;
    }
}

/// The length of the run of letters and digits at a place in a text. A comma or period between two digits is part of it:
/// `40` does not stand in `40,000`.
fn word_length(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b',' | b'.' if at > start && is_digit(at - 1) && is_digit(at + 1) => 1,
            _ if byte.is_ascii_alphanumeric() => 1,
            _ if byte.is_ascii() => break,
            _ => match text[at..].chars().next() {
                Some(c) if is_letter(c) => c.len_utf8(),
                _ => break,
            },
        };
    }
    at - start
}

/// Calls `f` with the word in lower case, or the quotation mark in its straight form.
fn folded<R>(word: &str, f: impl FnOnce(&str) -> R) -> R {
    match word {
        _ if word.is_ascii() => crate::lexicon::with_lower(word, f),
        "\u{2018}" | "\u{2019}" => f("'"),
        "\u{201c}" | "\u{201d}" | "\u{201e}" => f("\""),
        _ => crate::lexicon::with_lower(word, f),
    }
}

/// Letters, digits and the marks that are set upon them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
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
        assert_eq!(phrases.len(), 1);
    }

    #[test]
    fn words_around_a_claim_are_counted_without_marks() {
        let text = "one, two - three (four) five six seven.";
        let mut phrases = Phrases::default();
        phrases.add("x");
        let found = phrases.find(&Document::plain(text).unwrap());
        let at = text.find("four").unwrap();
        let four = Span::new(at, at + 4);
        let whole = Span::new(0, text.len());
        for (count, wanted) in [(1, "- three (four) five "), (2, ", two - three (four) five six "), (9, text)]
        {
            assert_eq!(found.around(four, count, whole).of(text), wanted, "{count}");
        }
        assert_eq!(found.around(four, 5, Span::new(at - 1, at + 5)).of(text), "(four)");
    }
}
