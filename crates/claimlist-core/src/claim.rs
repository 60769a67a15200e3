//! Claims: the smallest spans of an article that a fact-checker can look up and mark right or wrong.

use serde::{Deserialize, Serialize};

use crate::{Document, Facts, Hint, Span};

macro_rules! claim_kinds {
    ($($variant:ident $name:literal $meaning:literal;)*) => {
        /// The ten kinds of claims.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum ClaimKind { $(#[doc = $meaning] $variant,)* }

        impl ClaimKind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in rules, options and JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The kind of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// What it is, in one line.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }
    };
}

claim_kinds! {
    Quantity "quantity" "A figure with what it counts or measures and the frame that makes it checkable.";
    Time "time" "A date, deadline, duration, frequency or order in time that an assertion hangs on.";
    Quote "quote" "A direct quotation with its marks, or a quoted fragment.";
    Reported "reported" "Indirect speech: speaker, reporting verb and what was said.";
    Role "role" "A person named together with an office, title or affiliation.";
    Comparison "comparison" "A superlative, first, record, rank, or a comparative with its reference.";
    Causal "causal" "A stated cause or consequence, with its connective.";
    Absence "absence" "That something does not exist, did not happen or was not said.";
    Event "event" "A clause in which the article itself asserts that something happened or is the case.";
    Forecast "forecast" "What is expected, planned or promised to happen.";
}

/// Who said it, in the article's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker, as they stand at `span`.
    pub text: String,
    /// Where the article names the speaker; often in a neighbouring sentence.
    pub span: Span,
}

/// A claim and what is known of it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Stable name, see [`ClaimId`].
    pub id: ClaimId,
    /// Which of the ten kinds.
    pub kind: ClaimKind,
    /// Where it stands; inside one sentence.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// Its typed facts.
    pub facts: Facts,
    /// Who said it, for quotations and reported speech.
    pub speaker: Option<Speaker>,
    /// Whether it stands inside a direct quotation: the words are the speaker's, not the article's.
    pub quoted: bool,
    /// Check-worthiness, 0 to 1.
    pub worth: f64,
    /// What to verify; filled by rules and plugins.
    pub hints: Vec<Hint>,
    /// Name of the extraction pattern that found it, for `inspect` and `explain`.
    pub pattern: &'static str,
}

impl Claim {
    /// The claim's words.
    #[must_use]
    pub fn text<'d>(&self, document: &'d Document) -> &'d str {
        self.span.of(document.text())
    }
}

/// A stable short name of a claim: eight characters of a hash of its kind, its words and its sentence (both in lower
/// case and with single spaces), so that a claim keeps its id while other parts of the article change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId([u8; 8]);

impl ClaimId {
    /// The id of the `repeat`-th claim (from 0) of that kind with these words in such a sentence.
    #[must_use]
    pub fn new(kind: ClaimKind, claim: &str, sentence: &str, repeat: u32) -> Self {
        IdHash::new(kind, claim, &Folded::new(sentence)).id(repeat)
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

/// A text as ids see it: each word in lower case with a space behind it. A sentence is folded once for all its claims.
pub(crate) struct Folded(Vec<u8>);

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + 1);
        each_folded(text, |part| bytes.extend_from_slice(part));
        Self(bytes)
    }
}

/// All of an id but how often there has been such a claim before.
#[derive(Clone, Copy)]
pub(crate) struct IdHash(Fnv);

impl IdHash {
    pub(crate) fn new(kind: ClaimKind, claim: &str, sentence: &Folded) -> Self {
        let mut hash = Fnv::new();
        hash.write(kind.name().as_bytes());
        hash.write(&[0]);
        each_folded(claim, |part| hash.write(part));
        hash.write(&[0]);
        hash.write(&sentence.0);
        Self(hash)
    }

    /// The id of the `repeat`-th such claim, from 0.
    pub(crate) fn id(self, repeat: u32) -> ClaimId {
        let mut hash = self.0;
        hash.write(&repeat.to_le_bytes());
        ClaimId::from_hash(hash.finish())
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

/// FNV-1a, 64 bits (Fowler, Noll, Vo), with the finalizer of MurmurHash3 to mix the low bits: stable over versions and
/// machines, which the standard library's hasher does not promise.
#[derive(Clone, Copy)]
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(self) -> u64 {
        let mut hash = self.0;
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        hash ^ (hash >> 33)
    }
}

/// Calls `write` with the parts of a text as [`Folded`] tells.
fn each_folded(text: &str, mut write: impl FnMut(&[u8])) {
    let mut in_word = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // Most letters stand as they are.
        let plain = |byte: &u8| byte.is_ascii_graphic() && !byte.is_ascii_uppercase();
        let length = rest.bytes().take_while(|byte| plain(byte)).count();
        if length > 0 {
            write(&rest.as_bytes()[..length]);
            rest = &rest[length..];
            in_word = true;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c.is_whitespace() {
            if in_word {
                write(b" ");
            }
            in_word = false;
            continue;
        }
        in_word = true;
        match c {
            c if c.is_ascii() => write(&[(c as u8).to_ascii_lowercase()]),
            // Straight and curly quotes are the same words.
            '\u{2018}' | '\u{2019}' => write(b"'"),
            '\u{201c}' | '\u{201d}' => write(b"\""),
            c => c.to_lowercase().for_each(|c| write(c.encode_utf8(&mut [0; 4]).as_bytes())),
        }
    }
    if in_word {
        write(b" ");
    }
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
        assert_ne!(id, ClaimId::new(ClaimKind::Event, "\"No deal\"", "He said \"No deal\".", 0));
        assert_ne!(id, ClaimId::new(ClaimKind::Quote, "\"No deal\"", "He said \"No deal\".", 1));
    }

    #[test]
    fn ids_stay_what_they_are_from_version_to_version() {
        let id = ClaimId::new(ClaimKind::Quantity, "17 people", "It killed 17 people.", 0);
        assert_eq!(
            id.as_str(),
            ClaimId::new(ClaimKind::Quantity, "17 people", "It killed 17 people.", 0).as_str()
        );
        assert_eq!(id.as_str().len(), 8);
    }
}
