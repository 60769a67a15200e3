//! What a regular expression cannot match without: `(?i)\b(?:this|last) (?:spring|summer)` needs one of `this spring`,
//! `this summer`, `last spring`, `last summer`.
//!
//! The needs of all patterns are looked for at once, sentence by sentence, so that most patterns are neither run nor even
//! compiled: a program that starts for every article has no time for that.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex_syntax::hir::{Class, Hir, HirKind};

/// The most texts of which a pattern needs one.
const MOST: usize = 64;

/// Letters that a pattern without regard to case takes for `s` and `k`: where one stands, every pattern is run.
const ODD_LETTERS: [char; 2] = ['\u{17f}', '\u{212a}'];

/// Texts of which one stands in every match, ASCII letters in lower case; none if the pattern needs nothing that tells
/// much.
pub(super) fn needs(hir: &Hir) -> Option<Vec<String>> {
    let texts = best(hir)?;
    (weight(&texts) >= 2).then_some(texts)
}

/// Texts of which one stands in every match.
fn best(hir: &Hir) -> Option<Vec<String>> {
    exact(hir).or_else(|| best_of_several(hir))
}

/// The same of what matches too many texts to know them all.
fn best_of_several(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Capture(capture) => best(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => best(&repetition.sub),
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(best(part)?);
            }
            (all.len() <= MOST).then_some(all)
        }
        HirKind::Concat(parts) => best_of_row(parts),
        _ => None,
    }
}

/// The best of what the parts of a row need; parts of which all texts are known are taken together.
fn best_of_row(parts: &[Hir]) -> Option<Vec<String>> {
    let mut found: Option<Vec<String>> = None;
    let mut offer = |texts: Vec<String>| {
        if found.as_ref().is_none_or(|found| weight(&texts) > weight(found)) {
            found = Some(texts);
        }
    };
    let mut row = vec![String::new()];
    for part in parts {
        match exact(part) {
            Some(texts) => match product(&row, &texts) {
                Some(longer) => row = longer,
                None => offer(std::mem::replace(&mut row, texts)),
            },
            None => {
                offer(std::mem::replace(&mut row, vec![String::new()]));
                best_of_several(part).into_iter().for_each(&mut offer);
            }
        }
    }
    offer(row);
    found
}

/// All texts that it matches, if they are few; borders of words and the like match the empty text.
fn exact(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![std::str::from_utf8(&literal.0).ok()?.to_ascii_lowercase()]),
        HirKind::Class(Class::Unicode(class)) => {
            let count: u32 = class.iter().map(|range| range.end() as u32 - range.start() as u32 + 1).sum();
            if count > 8 {
                return None;
            }
            let letters = class.iter().flat_map(|range| range.start()..=range.end());
            let letters = letters.filter(|letter| !ODD_LETTERS.contains(letter));
            let mut texts: Vec<_> = letters.map(|letter| letter.to_ascii_lowercase().to_string()).collect();
            texts.sort_unstable();
            texts.dedup();
            Some(texts)
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Repetition(repetition) if repetition.min == 0 && repetition.max == Some(1) => {
            let mut texts = exact(&repetition.sub)?;
            texts.push(String::new());
            Some(texts)
        }
        HirKind::Repetition(_) => None,
        HirKind::Capture(capture) => exact(&capture.sub),
        HirKind::Concat(parts) => {
            parts.iter().try_fold(vec![String::new()], |row, part| product(&row, &exact(part)?))
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(exact(part)?);
            }
            (all.len() <= MOST).then_some(all)
        }
    }
}

/// Each of the first texts with each of the second behind it, if they are few.
fn product(first: &[String], second: &[String]) -> Option<Vec<String>> {
    if first.len() * second.len() > MOST / 2 && second.len() > 1 {
        return None;
    }
    Some(first.iter().flat_map(|a| second.iter().map(move |b| format!("{a}{b}"))).collect())
}

/// How much the finding of one of the texts tells: the fewest letters of any of them, where a rare mark is worth two.
fn weight(texts: &[String]) -> usize {
    let weight = |text: &String| match text.as_bytes() {
        [mark] if mark.is_ascii_punctuation() && !matches!(mark, b'.' | b',' | b'-' | b'\'') => 2,
        bytes => bytes.len(),
    };
    texts.iter().map(weight).min().unwrap_or_default()
}

/// The needs of several patterns, which are known by numbers from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Needs {
    /// Finds all texts; none if there are none.
    texts: Option<AhoCorasick>,
    /// For each text, the patterns that need it or another; empty for [`ODD_LETTERS`].
    patterns: Vec<Vec<u32>>,
    count: usize,
}

/// The patterns that may match in a piece of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Possible {
    all: bool,
    bits: Vec<u64>,
}

impl Possible {
    /// Whether the pattern of that number may match.
    pub(super) fn has(&self, number: u32) -> bool {
        let word = self.bits.get(number as usize / 64);
        self.all || word.is_none_or(|word| word >> (number % 64) & 1 != 0)
    }
}

impl Needs {
    /// The needs of patterns 0, 1, 2, ...
    pub(super) fn new(needs: &[Arc<[String]>]) -> Self {
        let mut numbers = rustc_hash::FxHashMap::default();
        let mut texts: Vec<String> = ODD_LETTERS.iter().map(ToString::to_string).collect();
        let mut patterns = vec![Vec::new(); texts.len()];
        for (pattern, needed) in needs.iter().enumerate() {
            for text in needed.iter() {
                let number = *numbers.entry(text.as_str()).or_insert_with(|| {
                    texts.push(text.clone());
                    patterns.push(Vec::new());
                    patterns.len() - 1
                });
                patterns[number].push(pattern as u32);
            }
        }
        let texts = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(texts);
        // Where there are too many texts for that, every pattern is run.
        Self { texts: texts.ok(), patterns, count: needs.len() }
    }

    /// Sets `possible` to the patterns that may match in the text.
    pub(super) fn find(&self, text: &str, possible: &mut Possible) {
        possible.bits.clear();
        possible.bits.resize(self.count.div_ceil(64), 0);
        possible.all = self.texts.is_none();
        for found in self.texts.iter().flat_map(|texts| texts.find_overlapping_iter(text)) {
            let patterns = self.patterns.get(found.pattern().as_usize()).map_or(&[][..], Vec::as_slice);
            possible.all |= patterns.is_empty();
            for pattern in patterns {
                if let Some(word) = possible.bits.get_mut(*pattern as usize / 64) {
                    *word |= 1 << (pattern % 64);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<String> {
        let hir = regex_syntax::parse(pattern).unwrap();
        needs(&hir).map(|texts| texts.join("|"))
    }

    #[test]
    fn one_of_the_needs_stands_in_every_match() {
        for (pattern, wanted) in [
            (r"(?i)\bconsecutive\b", Some("consecutive")),
            (r"(?i)\bKicks?\b", Some("kicks|kick")),
            (r"\b(?:this|last) (?:spring|autumn)\b", Some("this spring|this autumn|last spring|last autumn")),
            (r"(?:\w+ )?tax(?: rate)?", Some("tax rate|tax")),
            (r"[$€]\d+", Some("$|€")),
            (r"(?:cut|rise) of \d+ per cent", Some(" per cent")),
            (r"(?<year>20\d\d)-\d\d", Some("20")),
            (r"(?:tax)+ \w+|https?://\w+", Some("tax|https://|http://")),
            (r"\d+ ?k", None),
            (r"\w+est\b|\d+", None),
            (r"(?:tax)*", None),
        ] {
            assert_eq!(of(pattern).as_deref(), wanted, "{pattern}");
        }
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
            needs.find(text, &mut possible);
            assert_eq!([possible.has(0), possible.has(1)], wanted, "{text}");
        }
    }
}
