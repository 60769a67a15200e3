//! Names of claims that stay while other parts of an article change.

use super::ClaimKind;
use crate::lexicon::key;

/// A stable short name of a claim: eight characters of a hash of its kind, its words and its sentence (both in lower
/// case and with single spaces), so that a claim keeps its id while other parts of the article change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId([u8; 8]);

impl ClaimId {
    /// Bits of a hash that an id shows: five a character.
    const BITS: u32 = 40;

    /// The id of the `repeat`-th claim (from 0) of that kind with these words in such a sentence.
    #[must_use]
    pub fn new(kind: ClaimKind, claim: &str, sentence: &str, repeat: u32) -> Self {
        // Nothing says that these words are a part of that sentence.
        let mut sentence = Folded::new(sentence);
        sentence.plain &= is_plain(claim);
        IdHash::new(kind, claim, &sentence).id(repeat)
    }

    fn from_hash(mut hash: u64) -> Self {
        // Crockford's base 32 without letters that are easily misread.
        const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut id = [0; 8];
        for digit in &mut id {
            *digit = DIGITS[(hash & 31) as usize];
            hash >>= 5;
        }
        Self(id)
    }

    /// The eight characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The hash of a sentence as ids see it: each word in lower case with a space behind it. A sentence is hashed once for all its
/// claims.
pub(crate) struct Folded {
    hash: u64,
    /// Whether it is visible ASCII with single spaces between: then so is every part of it.
    plain: bool,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let mut hash = Hasher::new();
        let plain = is_plain(text);
        if plain {
            write_plain(text, &mut hash);
        } else {
            write_folded(text, &mut hash);
        }
        Self { hash: hash.finish(), plain }
    }
}

/// All of an id but how often there has been such a claim before.
#[derive(Clone, Copy)]
pub(crate) struct IdHash(Hasher);

impl IdHash {
    /// The claim is a part of the sentence, from word to word.
    pub(crate) fn new(kind: ClaimKind, claim: &str, sentence: &Folded) -> Self {
        let mut hash = Hasher::new();
        hash.write(kind.name().as_bytes());
        hash.write_byte(0);
        if sentence.plain {
            write_plain(claim, &mut hash);
        } else {
            write_folded(claim, &mut hash);
        }
        hash.write_byte(0);
        hash.write_eight(sentence.hash);
        Self(hash)
    }

    /// The id of the `repeat`-th such claim, from 0.
    pub(crate) fn id(self, repeat: u32) -> ClaimId {
        ClaimId::from_hash(self.hash(repeat))
    }

    /// The bits that make the id of the first such claim: two claims that share them share the id.
    pub(crate) fn bits(self) -> u64 {
        self.hash(0) & ((1 << ClaimId::BITS) - 1)
    }

    fn hash(self, repeat: u32) -> u64 {
        let mut hash = self.0;
        hash.write_eight(u64::from(repeat));
        hash.finish()
    }
}

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Debug for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A hash of a row of bytes, stable over versions and machines, which the standard library's hasher does not promise. It takes
/// eight bytes at a time, each eight mixed in by the product of 128 bits folded in half (from Wang Yi's wyhash), and ends with the
/// finalizer of MurmurHash3. How the bytes are cut into calls does not matter.
#[derive(Clone, Copy)]
struct Hasher {
    state: u64,
    /// The bytes that are not mixed in yet, the first in the low bits; above them zeros.
    rest: u64,
    /// How many bits of `rest` are bytes; less than 64.
    bits: u32,
}

/// The golden ratio's fraction in 64 bits, which is odd.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher {
    fn new() -> Self {
        Self { state: 0xcbf2_9ce4_8422_2325, rest: 0, bits: 0 }
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_byte(byte));
    }

    #[inline(always)]
    fn write_byte(&mut self, byte: u8) {
        self.rest |= u64::from(byte) << self.bits;
        self.bits += 8;
        if self.bits == 64 {
            self.mix(self.rest);
            (self.rest, self.bits) = (0, 0);
        }
    }

    /// Writes the eight bytes of a number, the low ones first.
    #[inline(always)]
    fn write_eight(&mut self, eight: u64) {
        self.mix(self.rest | eight << self.bits);
        self.rest = eight.checked_shr(64 - self.bits).unwrap_or(0);
    }

    /// Writes the first `count` bytes of eight, 8 at most; zeros are behind them.
    #[inline(always)]
    fn write_first(&mut self, eight: u64, count: usize) {
        let bits = self.bits + 8 * count as u32;
        if bits < 64 {
            self.rest |= eight << self.bits;
            self.bits = bits;
        } else {
            self.write_eight(eight);
            self.bits = bits - 64;
        }
    }

    #[inline(always)]
    fn mix(&mut self, eight: u64) {
        let product = u128::from(self.state ^ eight) * u128::from(FACTOR);
        self.state = (product as u64) ^ (product >> 64) as u64;
    }

    fn finish(mut self) -> u64 {
        self.mix(self.rest);
        let mut hash = self.state ^ u64::from(self.bits);
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        hash ^ (hash >> 33)
    }
}

/// What is written of each visible ASCII character; 0 for other bytes.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        folded[byte as usize] = byte.to_ascii_lowercase();
        byte += 1;
    }
    folded
};

/// Whether a text is visible ASCII characters with single spaces between them, as most are.
fn is_plain(text: &str) -> bool {
    let (eights, rest) = text.as_bytes().as_chunks();
    let mut in_word = false;
    let plain = eights.iter().all(|eight| {
        let plain = key::is_plain(u64::from_le_bytes(*eight), in_word);
        in_word = eight[7] != b' ';
        plain
    });
    plain
        && rest.iter().all(|byte| {
            let plain = byte.is_ascii_graphic() || (*byte == b' ' && in_word);
            in_word = *byte != b' ';
            plain
        })
        && in_word
}

/// Writes what [`write_folded`] would of a plain text, or of a part of one from word to word.
fn write_plain(text: &str, to: &mut Hasher) {
    let (eights, rest) = text.as_bytes().as_chunks();
    eights.iter().for_each(|eight| to.write_eight(key::lower(u64::from_le_bytes(*eight))));
    let last = key::lower(key::of(rest)) | u64::from(b' ') << (8 * rest.len());
    to.write_first(last, rest.len() + 1);
}

/// Writes a text as [`Folded`] tells.
fn write_folded(text: &str, to: &mut Hasher) {
    let mut hash = *to;
    let mut in_word = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let start = at;
        for &byte in bytes.get(at..).unwrap_or_default() {
            let folded = FOLDED[usize::from(byte)];
            if folded == 0 {
                break;
            }
            hash.write_byte(folded);
            at += 1;
        }
        in_word |= at > start;
        let Some(&byte) = bytes.get(at) else { break };
        if byte == b' ' {
            if in_word {
                hash.write_byte(b' ');
            }
            (in_word, at) = (false, at + 1);
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        if c.is_whitespace() {
            if in_word {
                hash.write_byte(b' ');
            }
            in_word = false;
            continue;
        }
        in_word = true;
        match c {
            // Straight and curly quotes are the same words.
            '\u{2018}' | '\u{2019}' => hash.write_byte(b'\''),
            '\u{201c}' | '\u{201d}' => hash.write_byte(b'"'),
            c => c.to_lowercase().for_each(|c| hash.write(c.encode_utf8(&mut [0; 4]).as_bytes())),
        }
    }
    if in_word {
        hash.write_byte(b' ');
    }
    *to = hash;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_changes_of_space_case_and_quote_marks() {
        let id = ClaimId::new(ClaimKind::Quote, "\"No deal\"", "He said \"No deal\".", 0);
        assert_eq!(
            id,
            ClaimId::new(
                ClaimKind::Quote,
                "\u{201c}No  deal\u{201d}",
                "He said\n\u{201c}no deal\u{201d}.",
                0
            )
        );
        let spaced = ClaimId::new(ClaimKind::Quote, "\u{201c}No  deal\u{201d}", "He said \"No deal\".", 0);
        assert_eq!(id, spaced);
        assert_ne!(id, ClaimId::new(ClaimKind::Event, "\"No deal\"", "He said \"No deal\".", 0));
        assert_ne!(id, ClaimId::new(ClaimKind::Quote, "\"No deal\"", "He said \"No deal\".", 1));
    }

    #[test]
    fn a_hash_does_not_depend_on_how_its_bytes_are_cut() {
        let bytes = *b"Nineteen bytes here";
        for start in 0..=10 {
            let mut hash = Hasher::new();
            let (first, rest) = bytes.split_at(start);
            let (eight, rest) = rest.split_first_chunk().unwrap();
            hash.write(first);
            hash.write_eight(u64::from_le_bytes(*eight));
            let (some, rest) = rest.split_at(rest.len().min(start));
            let eights = [key::of(some), key::of(some.get(8..).unwrap_or_default())];
            eights.iter().zip([some.len().min(8), some.len().saturating_sub(8)]).for_each(
                |(&eight, count)| {
                    hash.write_first(eight, count);
                },
            );
            hash.write(rest);
            let mut whole = Hasher::new();
            whole.write(&bytes);
            assert_eq!(hash.finish(), whole.finish(), "{start}");
        }
        let finish = |bytes: &[u8]| {
            let mut hash = Hasher::new();
            hash.write(bytes);
            hash.finish()
        };
        assert_ne!(finish(b"a"), finish(b"a\0"));
        assert_ne!(finish(b"eight by"), finish(b"eight by\0"));
    }

    #[test]
    fn a_plain_text_is_written_as_any_other() {
        let finish = |write: fn(&str, &mut Hasher), text| {
            let mut hash = Hasher::new();
            write(text, &mut hash);
            hash.finish()
        };
        for text in
            ["A", "Bus fares rose", "It killed 17 people, police said.", "twelve bytes", "eighteen by eighte"]
        {
            assert!(is_plain(text), "{text}");
            assert_eq!(finish(write_plain, text), finish(write_folded, text), "{text}");
        }
        for text in [
            "",
            " a",
            "a ",
            "a  b",
            "seventh  space",
            "eight by  two",
            "caf\u{e9}",
            "tab\there",
            "\u{201c}no\u{201d}",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    // Lists and marks that people have saved name claims by these: whoever changes one loses them their work.
    #[test]
    fn ids_stay_what_they_are_from_version_to_version() {
        let id = ClaimId::new(ClaimKind::Quantity, "17 people", "It killed 17 people.", 0);
        assert_eq!(id.as_str(), "j0v2xtmk");
    }
}
