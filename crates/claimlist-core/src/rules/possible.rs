//! Where the patterns of rules may match: in a sentence in which a text stands that they need.
//!
//! The needs of all patterns are looked for at once, sentence by sentence, so that most patterns are neither run nor even
//! compiled: a program that starts for every article has no time for that.

use std::sync::Arc;

use super::grams::Grams;
use crate::Span;

/// Letters that a pattern without regard to case takes for `s` and `k`: where one stands, every pattern is run.
const ODD_LETTERS: [&str; 2] = ["\u{17f}", "\u{212a}"];

/// The needs of several patterns, which are known by numbers from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Needs {
    /// Finds all texts.
    texts: Grams,
    /// For each text, the patterns that need it or another; empty for [`ODD_LETTERS`].
    patterns: Vec<Vec<u32>>,
}

/// Where patterns may match in a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Possible {
    /// Whether all may match anywhere.
    all: bool,
    /// A pattern, and a place where one of the texts stands that it needs, in the order of the patterns.
    places: Vec<(u32, Span)>,
}

impl Possible {
    /// Whether all patterns may match anywhere.
    pub(super) fn is_all(&self) -> bool {
        self.all
    }

    /// The patterns that may match in a span of the sentence; one may come several times.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = u32> {
        let inside = move |(_, place): &&(u32, Span)| span.contains(*place);
        self.places.iter().filter(inside).map(|(pattern, _)| *pattern)
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
    pub(super) fn new(needs: &[Arc<[String]>]) -> Self {
        let mut numbers = rustc_hash::FxHashMap::default();
        let mut texts: Vec<&str> = ODD_LETTERS.to_vec();
        let mut patterns = vec![Vec::new(); texts.len()];
        for (pattern, needed) in needs.iter().enumerate() {
            for text in needed.iter() {
                let number = *numbers.entry(text.as_str()).or_insert_with(|| {
                    texts.push(text);
                    patterns.push(Vec::new());
                    patterns.len() - 1
                });
                patterns[number].push(pattern as u32);
            }
        }
        Self { texts: Grams::new(texts), patterns }
    }

    /// Sets `possible` to the places where patterns may match in a span of the text.
    pub(super) fn find(&self, text: &str, span: Span, possible: &mut Possible) {
        possible.places.clear();
        possible.all = false;
        self.texts.find(text, span, |found, place| {
            let patterns = self.patterns.get(found as usize).map_or(&[][..], Vec::as_slice);
            possible.all |= patterns.is_empty();
            possible.places.extend(patterns.iter().map(|&pattern| (pattern, place)));
        });
        possible.places.sort_unstable_by_key(|(pattern, _)| *pattern);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_counts_only_where_the_pattern_is_looked_for() {
        let needs = Needs::new(&[Arc::from(vec!["tax".to_owned()])]);
        let mut possible = Possible::default();
        needs.find("No. The tax rose.", Span::new(4, 17), &mut possible);
        assert!(possible.has(0, Span::new(8, 11)) && !possible.has(0, Span::new(9, 17)));
    }

    #[test]
    fn patterns_are_possible_where_a_text_that_they_need_stands() {
        let needs = [vec!["spring".to_owned()], vec!["tax rate".to_owned(), "spring".to_owned()]];
        let needs = Needs::new(&needs.map(Arc::from));
        for (text, wanted) in [
            ("Springs dried up.", [true, true]),
            ("The TAX RATE fell.", [false, true]),
            ("Taxes fell.", [false, false]),
            // The Kelvin sign.
            ("At 300 \u{212a}.", [true, true]),
        ] {
            let mut possible = Possible::default();
            let whole = Span::new(0, text.len());
            needs.find(text, whole, &mut possible);
            assert_eq!([possible.has(0, whole), possible.has(1, whole)], wanted, "{text}");
        }
    }
}
