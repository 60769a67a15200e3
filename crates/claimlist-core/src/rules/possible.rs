//! Where the patterns of rules may match: in a sentence in which a text stands that they need.
//!
//! The needs of all patterns are looked for at once, so that most patterns are neither run nor even compiled: a program that starts
//! for every article has no time for that. Most needs begin with a word, and are looked for where the words of the document are cut; those
//! of few patterns may stand anywhere, and are looked for in the sentences of claims that come so far.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::grams::Grams;
use super::needs::Need;
use super::words::Cut;
use crate::Span;
use crate::lexicon::key;

/// Letters that a pattern without regard to case takes for `s` and `k`: where one stands, every pattern is run.
const ODD_LETTERS: [&str; 2] = ["\u{17f}", "\u{212a}"];

/// The needs of several patterns, which are known by numbers from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Needs {
    /// The texts that are found where words begin.
    of_words: Texts,
    /// Those that are not, with all that their patterns need.
    others: Texts,
    /// For each pattern, whether its needs are among the others.
    is_other: Vec<bool>,
}

/// Texts that patterns need.
#[derive(Clone, Debug, Default)]
struct Texts {
    grams: Grams,
    /// For each text, the patterns that need it or another; empty for [`ODD_LETTERS`].
    patterns: Vec<Vec<u32>>,
    numbers: FxHashMap<(String, Option<usize>), usize>,
}

impl Texts {
    fn add(&mut self, text: &str, place: Option<usize>, pattern: Option<u32>) {
        let number = *self.numbers.entry((text.to_owned(), place)).or_insert_with(|| {
            self.grams.add(text, place);
            self.patterns.push(Vec::new());
            self.patterns.len() - 1
        });
        self.patterns[number].extend(pattern);
    }
}

/// A text that a pattern needs, by its number, and where it stands.
pub(super) type Needed = (Span, u32);

/// Where patterns may match in a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Possible {
    /// Whether all may match anywhere.
    all: bool,
    /// Whether the needs of all patterns were looked for.
    has_others: bool,
    /// A pattern, and a place where one of the texts stands that it needs, in the order of the patterns.
    places: Vec<(u32, Span)>,
}

impl Possible {
    /// Whether all patterns may match anywhere.
    pub(super) fn is_all(&self) -> bool {
        self.all
    }

    /// Patterns that may match in the sentence, with the places of what they need; one may come several times.
    pub(super) fn places(&self) -> &[(u32, Span)] {
        &self.places
    }

    /// Whether the pattern of that number may match in a span of the sentence.
    pub(super) fn has(&self, number: u32, span: Span) -> bool {
        let first = self.places.partition_point(|(pattern, _)| *pattern < number);
        let mut own = self.places[first..].iter().take_while(|(pattern, _)| *pattern == number);
        self.all || own.any(|(_, place)| span.contains(*place))
    }
}

impl Needs {
    /// The needs of patterns 0, 1, 2, ...
    pub(super) fn new(needs: &[Arc<[Need]>]) -> Self {
        let mut all = Self::default();
        ODD_LETTERS.iter().for_each(|letter| all.of_words.add(letter, Some(0), None));
        for (pattern, needed) in (0..).zip(needs) {
            let is_other = needed.iter().any(|need| need.word.is_none());
            all.is_other.push(is_other);
            for need in needed.iter() {
                if is_other {
                    all.others.add(&need.text, None, Some(pattern));
                } else {
                    all.of_words.add(&need.text, need.word, Some(pattern));
                }
            }
        }
        all
    }

    /// Whether the needs of the pattern of that number may stand anywhere.
    pub(super) fn is_other(&self, pattern: u32) -> bool {
        self.is_other.get(pattern as usize).is_some_and(|&is_other| is_other)
    }

    /// Adds the needs that are found where a word or mark stands.
    #[inline(always)]
    pub(super) fn look(&self, text: &str, cut: &Cut, needed: &mut Vec<Needed>) {
        let span = cut.word.span;
        let found = |number, place| needed.push((place, number));
        self.of_words.grams.look(text, span.start as usize, cut.letters, found);
        if !cut.is_plain {
            self.look_inside(text, span, needed);
        }
    }

    /// The same in a word: a pattern may see the border of one between digits and marks, or beside rare letters.
    fn look_inside(&self, text: &str, word: Span, needed: &mut Vec<Needed>) {
        if word.of(text).bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return;
        }
        for at in word.start as usize + 1..word.end as usize {
            if text.is_char_boundary(at) {
                let letters = key::lower(key::at(text.as_bytes(), at));
                self.of_words.grams.look(text, at, letters, |found, place| needed.push((place, found)));
            }
        }
    }

    /// Sets `possible` to the places where patterns may match in a sentence in which these needs were found.
    pub(super) fn find(&self, needed: impl Iterator<Item = Needed>, possible: &mut Possible) {
        possible.places.clear();
        possible.all = false;
        possible.has_others = self.others.patterns.is_empty();
        for (place, found) in needed {
            Self::add(&self.of_words, found, place, possible);
        }
        possible.places.sort_unstable_by_key(|(pattern, _)| *pattern);
    }

    /// Adds to `possible` the places where the other patterns may match in a span of the text.
    pub(super) fn find_others(&self, text: &str, span: Span, possible: &mut Possible) {
        if possible.has_others {
            return;
        }
        possible.has_others = true;
        self.others.grams.find(text, span, |found, place| Self::add(&self.others, found, place, possible));
        possible.places.sort_unstable_by_key(|(pattern, _)| *pattern);
    }

    fn add(texts: &Texts, found: u32, place: Span, possible: &mut Possible) {
        let patterns = texts.patterns.get(found as usize).map_or(&[][..], Vec::as_slice);
        possible.all |= patterns.is_empty();
        possible.places.extend(patterns.iter().map(|&pattern| (pattern, place)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::scan;
    use super::*;

    fn possible(patterns: &[&str], text: &str) -> Possible {
        let needs: Vec<_> = patterns
            .iter()
            .map(|pattern| super::super::pattern::Pattern::new(pattern).unwrap().needs())
            .collect();
        let needs = Needs::new(&needs);
        let whole = Span::new(0, text.len());
        let (mut needed, mut possible) = (Vec::new(), Possible::default());
        scan(text, whole, &mut 0, |cut| needs.look(text, &cut, &mut needed));
        needs.find(needed.into_iter(), &mut possible);
        needs.find_others(text, whole, &mut possible);
        possible
    }

    #[test]
    fn a_text_counts_only_where_the_pattern_is_looked_for() {
        let possible = possible(&[r"\btax"], "No. The tax rose.");
        assert!(possible.has(0, Span::new(8, 11)) && !possible.has(0, Span::new(9, 17)));
    }

    #[test]
    fn patterns_are_possible_where_a_text_that_they_need_stands() {
        let patterns = ["(?i)spring", r"(?i)\b(?:tax rate|spring)\b", "0\\.5|1\\.5", "\u{2026}"];
        for (text, wanted) in [
            ("Springs dried up.", [true, true, false, false]),
            ("Offsprings", [true, false, false, false]),
            ("The TAX RATE fell.", [false, true, false, false]),
            ("Taxes fell.", [false, false, false, false]),
            ("By 2,000.51 and\u{2026}", [false, false, true, true]),
            // The Kelvin sign.
            ("At 300 \u{212a}.", [true; 4]),
            ("Wi\u{17f}h", [true; 4]),
            ("Caf\u{e9}\u{ad}spring", [true, true, false, false]),
        ] {
            let possible = possible(&patterns, text);
            let whole = Span::new(0, text.len());
            let found = [0, 1, 2, 3].map(|pattern| possible.has(pattern, whole));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
