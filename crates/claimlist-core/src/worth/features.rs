//! What the worth model sees of a sentence: its words, how it is put, and what was found in it.
//!
//! A feature is a hash, and the weight that the model has for it counts. Training and ranking call the same [`Features`],
//! so that they cannot drift apart. Names of people and places are all one word to it, and figures tell only how many digits they
//! have: what marks one person or one decade says nothing of the next article.

use smol_str::SmolStr;

use crate::lex::{TokenKind, Words};
use crate::lexicon::key;
use crate::tag::Pos;
use crate::{Claim, ClaimKind, Slot, Value};

/// What a feature is about, for telling it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Some of its words, by the first and behind the last token.
    Words(u32, u32),
    /// Claims of a kind that were found in it, with their facts.
    Kind(ClaimKind),
    /// How many words it has.
    Length,
    /// How it ends.
    Ending,
    /// Of how many kinds its claims are.
    Kinds,
}

/// The revision of the features. A model made for another one is not used.
pub(super) const REVISION: u16 = 2;

/// Longer sentences are looked at up to so many tokens: enough for any sentence in print, and a bound for what is none.
const MOST_TOKENS: usize = 400;

/// Families of features; each has its own hashes.
const WORD: u64 = 1;
const PAIR: u64 = 2;
const FORM_PAIR: u64 = 3;
const FORM_TRIPLE: u64 = 4;
const KIND: u64 = 5;
const FACT: u64 = 6;
const MAGNITUDE: u64 = 7;
const LENGTH: u64 = 8;
const ENDING: u64 = 9;
const KINDS: u64 = 10;
const QUOTED: u64 = 11;

/// What stands for words that are not told apart: numbers that are no [`word_hash`].
const NAME: u64 = 1;
const YEAR: u64 = 2;
const FIGURE: u64 = 3;
const EDGE: u64 = 4;
const TAG: u64 = 128;

/// A sentence's features.
#[derive(Debug, Default)]
pub struct Features {
    /// The words as they are told apart, names in a row as one, each with its token.
    units: Vec<Unit>,
}

#[derive(Clone, Copy, Debug)]
struct Unit {
    token: u32,
    /// The word.
    word: u64,
    /// The word if it is a grammatical one, else its part of speech.
    form: u64,
}

impl Features {
    /// Calls `found` with every feature of a sentence with these words and claims.
    pub fn each(&mut self, words: Words<'_>, claims: &[Claim], mut found: impl FnMut(u64, About)) {
        self.cut(words);
        self.each_of_words(&mut found);
        each_of_claims(claims, &mut found);
        let length = (words.len() / 4).min(12) as u64;
        found(hash(LENGTH, length), About::Length);
        if let Some(last) = words.len().checked_sub(1) {
            found(hash(ENDING, word_hash(words.word(last))), About::Ending);
        }
    }

    fn cut(&mut self, words: Words<'_>) {
        self.units.clear();
        for (i, token) in words.tokens.iter().enumerate().take(MOST_TOKENS) {
            let word = match (token.kind, token.pos) {
                (_, Pos::ProperNoun) => NAME,
                (TokenKind::Number, _) => figure(words.word(i)),
                // The key of a token is that of its word, in lower case.
                _ if token.span.len() <= 8 && key::is_ascii(words.key(i)) => words.key(i),
                _ => word_hash(words.word(i)),
            };
            if word == NAME && self.units.last().is_some_and(|unit| unit.word == NAME) {
                continue;
            }
            let form = if is_grammatical(token.pos) { word } else { TAG + token.pos as u64 };
            self.units.push(Unit { token: i as u32, word, form });
        }
    }

    fn each_of_words(&self, found: &mut impl FnMut(u64, About)) {
        let edge = Unit { token: 0, word: EDGE, form: EDGE };
        let (mut before, mut last) = (edge, edge);
        for (at, unit) in self.units.iter().chain([&edge]).enumerate() {
            let end = if at < self.units.len() { unit.token + 1 } else { last.token + 1 };
            if at < self.units.len() {
                found(hash(WORD, unit.word), About::Words(unit.token, end));
            }
            found(hash(PAIR, pair(last.word, unit.word)), About::Words(last.token, end));
            let forms = pair(last.form, unit.form);
            found(hash(FORM_PAIR, forms), About::Words(last.token, end));
            if at > 0 {
                found(hash(FORM_TRIPLE, pair(before.form, forms)), About::Words(before.token, end));
            }
            (before, last) = (last, *unit);
        }
    }
}

/// The kinds of the claims, how many there are of each, and what is known of them.
fn each_of_claims(claims: &[Claim], found: &mut impl FnMut(u64, About)) {
    let mut counts = [0_u64; ClaimKind::ALL.len()];
    for claim in claims {
        let kind = claim.kind as u64;
        let about = About::Kind(claim.kind);
        if let Some(count) = counts.get_mut(claim.kind as usize) {
            *count += 1;
        }
        if claim.quoted {
            found(hash(QUOTED, kind), about);
        }
        for (slot, value) in claim.facts.iter() {
            if let Some(value) = fact(slot, value) {
                found(hash(FACT, pair(kind << 8 | slot as u64, value)), about);
            }
        }
    }
    for (kind, &count) in ClaimKind::ALL.iter().zip(&counts) {
        for more in 1..=count.min(3) {
            found(hash(KIND, (*kind as u64) << 8 | more), About::Kind(*kind));
        }
    }
    let kinds = counts.iter().filter(|count| **count > 0).count().min(5) as u64;
    found(hash(KINDS, kinds), About::Kinds);
}

/// What of a fact says something of its worth: which of a few words it is, how large, or only that it is there.
fn fact(slot: Slot, value: &Value) -> Option<u64> {
    match (slot, value) {
        (Slot::Unit, Value::Text(unit))
            if unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) =>
        {
            Some(word_hash("money"))
        }
        (
            Slot::Unit
            | Slot::Modifier
            | Slot::Change
            | Slot::Relation
            | Slot::Degree
            | Slot::Stance
            | Slot::Direction
            | Slot::Negator
            | Slot::Cue,
            Value::Text(word),
        ) => Some(word_hash(word)),
        (Slot::Value, Value::Number(value)) => {
            Some(hash(MAGNITUDE, value.abs().max(1.0).log10().min(12.0) as u64))
        }
        (Slot::Sourced | Slot::Age | Slot::Fragment, Value::Flag(flag)) => Some(u64::from(*flag)),
        // Who acts: "I", "we" and "he" are not equally worth a check.
        (Slot::Subject, Value::Text(words)) => words.split(' ').next().map(word_hash),
        (Slot::When | Slot::From | Slot::Of | Slot::Per | Slot::High | Slot::Duration, _) => Some(1),
        _ => None,
    }
}

/// Words of grammar are told apart where the form of a sentence counts; of the others, the part of speech.
fn is_grammatical(pos: Pos) -> bool {
    matches!(
        pos,
        Pos::Pronoun
            | Pos::Determiner
            | Pos::Modal
            | Pos::Preposition
            | Pos::Subordinator
            | Pos::Coordinator
            | Pos::To
            | Pos::Not
            | Pos::Punct
            | Pos::Possessive
    )
}

/// A figure: a year, or by its number of digits.
fn figure(word: &str) -> u64 {
    let digits = word.bytes().take_while(|byte| *byte != b'.').filter(u8::is_ascii_digit).count();
    let year =
        word.len() == 4 && digits == 4 && ["18", "19", "20"].iter().any(|century| word.starts_with(century));
    if year { YEAR } else { pair(FIGURE, (digits.min(12) as u64) << 1 | u64::from(word.contains('.'))) }
}

/// A hash of a word in lower case, with straight apostrophes: of one of eight bytes or fewer, these bytes; of a longer one, a
/// product of its eights. It is stable over versions and machines.
fn word_hash(word: &str) -> u64 {
    if word.is_ascii() {
        return ascii_hash(word.as_bytes());
    }
    let straight = |c| if c == '\u{2019}' { '\'' } else { c };
    let lower: SmolStr = word.chars().flat_map(char::to_lowercase).map(straight).collect();
    ascii_hash(lower.as_bytes())
}

/// [`word_hash`] of bytes whose letters are ASCII or in lower case.
fn ascii_hash(word: &[u8]) -> u64 {
    let mut hash = key::lower(key::of(word));
    let mut at = 8;
    while at < word.len() {
        hash = (hash.rotate_left(23) ^ key::lower(key::at(word, at))).wrapping_mul(0xff51_afd7_ed55_8ccd);
        at += 8;
    }
    hash
}

#[inline(always)]
fn hash(family: u64, of: u64) -> u64 {
    pair(family.wrapping_mul(0x9e37_79b9_7f4a_7c15), of)
}

/// One hash of two, the order counts; with the finalizer of MurmurHash3 to mix the bits.
#[inline(always)]
fn pair(a: u64, b: u64) -> u64 {
    let mut hash = (a.rotate_left(23) ^ b).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
