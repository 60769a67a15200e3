//! Finds many texts in another at once, whatever the case of their ASCII letters.
//!
//! Of each text the rarest three letters in a row are known, or the three where a word begins in it. Where the letters of a sentence are
//! such a group, as few are, the texts that have it are compared. To make this ready takes a fraction of the time that an automaton
//! takes, which counts in a program that starts for every article.

use rustc_hash::FxHashMap;

use crate::Span;
use crate::lexicon::key;

/// Bits of a hash of a group.
const HASH: u32 = 16;

/// So many words hold a bit for each hash.
const FLAGS: usize = (1 << HASH) / 64;

/// The letters of English, the most frequent first.
const FREQUENT: &[u8] = b" etaoinsrhldcumfpgwybvkxjqz";

/// Texts to be found, which are known by numbers from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Grams {
    texts: Vec<Text>,
    /// For each hash of a group, whether a text has such a group; empty if there are no texts.
    flags: Vec<u64>,
    /// For each byte, whether a text of one or two bytes starts with it; empty if there are no texts.
    starts: Vec<bool>,
    /// The last text with a group, or, for a short one, with a first letter.
    last: FxHashMap<u32, u32>,
}

#[derive(Clone, Debug)]
struct Text {
    bytes: Box<[u8]>,
    /// Where its group stands in it.
    group: usize,
    /// Its first eight bytes from there on, capitals in lower case, and which of these bytes it has.
    letters: u64,
    mask: u64,
    /// Another text with the same group.
    next: Option<u32>,
}

/// The first three of four bytes as a number, capitals in lower case; other characters may come out the same.
#[inline(always)]
fn group(bytes: [u8; 4]) -> u32 {
    u32::from_le_bytes(bytes) & 0x00ff_ffff | 0x0020_2020
}

/// What stands for the group of a short text.
fn short_group(byte: u8) -> u32 {
    1 << 24 | u32::from(byte.to_ascii_lowercase())
}

#[inline(always)]
fn hash(group: u32) -> usize {
    (group.wrapping_mul(0x9e37_79b1) >> (32 - HASH)) as usize
}

/// How often a byte stands in English, on a scale of its own.
pub(super) fn frequency(byte: u8) -> usize {
    let place = FREQUENT.iter().position(|letter| *letter == byte.to_ascii_lowercase());
    place.map_or(2, |place| FREQUENT.len() - place)
}

impl Grams {
    /// Adds the next text, which is found by the letters at `place` in it, or by any if there is none. An empty text stands nowhere.
    pub(super) fn add(&mut self, text: &str, place: Option<usize>) {
        let bytes = text.as_bytes();
        if self.flags.is_empty() {
            self.flags = vec![0; FLAGS];
            self.starts = vec![false; 256];
        }
        let is_at_place = |at: &usize| place.is_none_or(|place| place == *at);
        let groups = bytes.windows(3).enumerate().filter(|(at, _)| is_at_place(at));
        let rarest = groups.min_by_key(|(_, group)| group.iter().map(|&byte| frequency(byte)).sum::<usize>());
        let (at, key) = match rarest {
            Some((at, bytes)) => {
                let key = group([bytes[0], bytes[1], bytes[2], 0]);
                self.flags[hash(key) / 64] |= 1 << (hash(key) % 64);
                (at, Some(key))
            }
            None => {
                let first = bytes.get(place.unwrap_or_default()).map(u8::to_ascii_lowercase);
                for start in first.into_iter().flat_map(|first| [first, first.to_ascii_uppercase()]) {
                    self.starts[usize::from(start)] = true;
                }
                (place.unwrap_or_default(), first.map(short_group))
            }
        };
        let next = key.and_then(|key| self.last.insert(key, self.texts.len() as u32));
        let rest = bytes.get(at..).unwrap_or_default();
        let mask = key::first(u64::MAX, rest.len());
        self.texts.push(Text {
            bytes: bytes.into(),
            group: at,
            letters: key::lower(key::of(rest)),
            mask,
            next,
        });
    }

    /// Calls `found` with the number and the place of every text that stands in a span of `text`, those that overlap too.
    pub(super) fn find(&self, text: &str, span: Span, mut found: impl FnMut(u32, Span)) {
        let Ok(flags) = <&[u64; FLAGS]>::try_from(self.flags.as_slice()) else { return };
        let Ok(starts) = <&[bool; 256]>::try_from(self.starts.as_slice()) else { return };
        let start = span.start as usize;
        let Some(rest) = text.as_bytes().get(start..) else { return };
        let Some(bytes) = rest.get(..span.len()) else { return };
        let mut compare = |at: usize, group: u32| {
            let letters = key::lower(key::at(bytes, at));
            self.compare(bytes, at, group, letters, start, &mut found);
        };
        let mut look = |at: usize, four: [u8; 4]| {
            let key = group(four);
            if flags[hash(key) / 64] >> (hash(key) % 64) & 1 == 1 {
                compare(at, key);
            }
            if starts[usize::from(four[0])] {
                compare(at, short_group(four[0]));
            }
        };
        // Four bytes are loaded at once, and the last of the text one by one.
        for (at, four) in rest.windows(4).take(bytes.len()).enumerate() {
            look(at, [four[0], four[1], four[2], four[3]]);
        }
        for at in rest.len().saturating_sub(3)..bytes.len() {
            look(at, [0, 1, 2, 3].map(|more| rest.get(at + more).copied().unwrap_or_default()));
        }
    }

    /// Calls `found` with the number and the place of every text that is found by the letters that stand at a place in `text`, of
    /// which the first are given, capitals in lower case.
    #[inline(always)]
    pub(super) fn look(&self, text: &str, at: usize, letters: u64, mut found: impl FnMut(u32, Span)) {
        let [first, second, third, ..] = letters.to_le_bytes();
        let key = group([first, second, third, 0]);
        if self.flags.get(hash(key) / 64).is_some_and(|flags| flags >> (hash(key) % 64) & 1 == 1) {
            self.compare(text.as_bytes(), at, key, letters, 0, &mut found);
        }
        if self.starts.get(usize::from(first)).is_some_and(|starts| *starts) {
            self.compare(text.as_bytes(), at, short_group(first), letters, 0, &mut found);
        }
    }

    /// Compares the texts whose group may stand at a place in the bytes, which themselves stand at `start`. `letters`: the eight
    /// bytes at that place, capitals in lower case.
    fn compare(
        &self,
        bytes: &[u8],
        at: usize,
        group: u32,
        letters: u64,
        start: usize,
        found: &mut impl FnMut(u32, Span),
    ) {
        let mut next = self.last.get(&group).copied();
        while let Some((number, text)) = next.and_then(|next| Some((next, self.texts.get(next as usize)?))) {
            next = text.next;
            // Most texts differ in the next letters.
            if (letters ^ text.letters) & text.mask != 0 {
                continue;
            }
            if let Some(first) = at.checked_sub(text.group)
                && let Some(bytes) = bytes.get(first..first + text.bytes.len())
                && bytes.eq_ignore_ascii_case(&text.bytes)
            {
                found(number, Span::new(start + first, start + first + bytes.len()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Grams {
        let mut grams = Grams::default();
        texts.iter().for_each(|text| grams.add(text, None));
        grams
    }

    #[test]
    fn texts_are_found_by_the_letters_at_their_places() {
        let mut grams = Grams::default();
        for (text, place) in [(" per cent", 1), ("in a row", 0), ("20", 0), (" \u{2013}", 1)] {
            grams.add(text, Some(place));
        }
        let text = "IN A ROW, 20 Per Cent  per \u{2013}2";
        let mut all = Vec::new();
        for (at, _) in text.char_indices() {
            let letters = key::lower(key::at(text.as_bytes(), at));
            grams.look(text, at, letters, |number, place| all.push((number, place.of(text), at)));
        }
        let dash = text.find('\u{2013}').unwrap();
        assert_eq!(all, [(1, "IN A ROW", 0), (2, "20", 10), (0, " Per Cent", 13), (3, " \u{2013}", dash)]);
    }

    #[test]
    fn all_texts_are_found_wherever_they_stand() {
        let texts = ["tax", "tax rate", "Rate", "%", "20", " per cent", "\u{17f}", "@x", "xyz", "at"];
        let grams = of(&texts);
        for (text, wanted) in [
            ("The TAX RATE", &["tax", "tax rate", "Rate", "at"][..]),
            ("taxtax", &["tax", "tax"]),
            ("2020 %", &["20", "20", "%"]),
            ("5 per CENT", &[" per cent"]),
            ("5 per cen", &[]),
            ("`x @X", &["@x"]),
            ("Wi\u{17f}h", &["\u{17f}"]),
            ("%", &["%"]),
            ("2", &[]),
            ("", &[]),
        ] {
            // What stands around the span does not count.
            let around = format!("tax{text}tax");
            let mut found = Vec::new();
            grams.find(&around, Span::new(3, 3 + text.len()), |number, place| {
                assert!(place.of(&around).eq_ignore_ascii_case(texts[number as usize]));
                found.push(texts[number as usize]);
            });
            found.sort_unstable();
            let mut wanted = wanted.to_vec();
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn without_texts_none_is_found() {
        Grams::default().find("tax", Span::new(0, 3), |_, _| panic!("found"));
        of(&[""]).find("tax", Span::new(0, 3), |_, _| panic!("found"));
    }
}
