//! The tokens of one sentence as recognizers and extractors see them: `words.is(3, "said")`, `words.has(0, Classes::MONTH)`.

use super::{Case, Token, TokenKind};
use crate::Span;
use crate::lexicon::Classes;
use crate::lexicon::key::key;
use crate::tag::Pos;

/// What an expression gives for 0 to 23, joined by "or": written out, so that what it says of a list in the code is a constant.
macro_rules! join_24 {
    ($n:ident: $each:expr) => {
        join_24!($n: $each; 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23)
    };
    ($n:ident: $each:expr; $($at:literal)*) => { $({ let $n = $at; $each })|* };
}

/// Some tokens in a row, with the text that they stand in. Indices beyond the end are answered with "no".
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The text of the whole document.
    pub text: &'a str,
    /// The tokens.
    pub tokens: &'a [Token],
}

impl<'a> Words<'a> {
    /// How many tokens there are.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        self.tokens.len()
    }

    /// Whether there are none.
    #[inline]
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.tokens.is_empty()
    }

    /// The text of token `i`, empty beyond the end.
    #[inline]
    #[must_use]
    pub fn word(self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.span.of(self.text))
    }

    /// The only character of token `i`; NUL if it has more than one, and beyond the end.
    #[inline]
    #[must_use]
    pub fn mark(self, i: usize) -> char {
        self.tokens.get(i).map_or('\0', |token| token.mark)
    }

    /// The first eight bytes of token `i` in lower case, see [`key::of`](crate::lexicon::key::of); 0 beyond the end.
    #[inline]
    pub(crate) fn key(self, i: usize) -> u64 {
        self.tokens.get(i).map_or(0, |token| token.key)
    }

    /// The first byte of token `i` in lower case; 0 beyond the end.
    #[inline]
    pub(crate) fn initial(self, i: usize) -> u8 {
        self.key(i) as u8
    }

    /// Whether token `i` is `word`, which is given in lower case ASCII.
    #[inline(always)]
    #[must_use]
    pub fn is(self, i: usize, word: &str) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        // The key of a word in the code is a constant; the keys of short words tell them apart.
        token.key == key(word.as_bytes()) && (word.len() < 8 || self.is_same(token, word.as_bytes()))
    }

    /// Whether a token is the word, which is given in lower case ASCII.
    fn is_same(self, token: &Token, word: &[u8]) -> bool {
        token.span.len() == word.len() && token.span.of(self.text).as_bytes().eq_ignore_ascii_case(word)
    }

    /// Whether token `i` is one of `words`, a list in the code, given in lower case ASCII.
    #[inline(always)]
    #[must_use]
    pub fn is_any<const N: usize>(self, i: usize, words: &[&str; N]) -> bool {
        /// Longer lists are gone through one by one.
        const MOST: usize = 24;
        let Some(token) = self.tokens.get(i) else { return false };
        if N > MOST {
            return self.is_one_of(i, words);
        }
        // Most tokens begin with a letter with which no word does.
        let letters = join_24!(n: if n < N { 1_u64 << (words[n].as_bytes()[0] & 63) } else { 0 });
        if letters >> (token.key as u8 & 63) & 1 == 0 {
            return false;
        }
        // Which word it is, if any, is anybody's guess: all keys are compared without a branch.
        let same = join_24!(n: n < N && token.key == key(words[n].as_bytes()));
        let long = join_24!(n: n < N && words[n].len() >= 8);
        same && (!long || self.is_one_of(i, words))
    }

    /// Whether token `k` is what digits of an ordinal end in: the `rd` of `3rd`.
    #[inline]
    pub(crate) fn is_ordinal_suffix(self, k: usize) -> bool {
        self.is_any(k, &["st", "nd", "rd", "th"])
    }

    /// Whether token `i` is one of `words`, given in lower case ASCII.
    #[must_use]
    pub fn is_one_of(self, i: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        let (length, first) = (token.span.len(), token.key as u8);
        // Most words differ in length or in the first letter; the key tells short ones apart.
        words.iter().any(|word| {
            let bytes = word.as_bytes();
            bytes.len() == length
                && bytes[0] == first
                && if length <= 8 {
                    bytes == &token.key.to_le_bytes()[..length]
                } else {
                    self.is_same(token, bytes)
                }
        })
    }

    /// Whether the tokens from `i` on are these words (separated by spaces in `phrase`), given in lower case ASCII.
    #[inline]
    #[must_use]
    pub fn is_phrase(self, i: usize, phrase: &str) -> bool {
        // Most phrases fail at the first letter.
        let first = phrase.as_bytes().first();
        self.tokens.get(i).is_some_and(|token| first == Some(&(token.key as u8)))
            && self.is_whole_phrase(i, phrase.as_bytes())
    }

    fn is_whole_phrase(self, i: usize, phrase: &[u8]) -> bool {
        let mut words = phrase.split(|byte| *byte == b' ').enumerate();
        words.all(|(k, word)| {
            self.tokens.get(i + k).is_some_and(|token| {
                let length = token.span.len();
                length == word.len()
                    && if length <= 8 {
                        word == &token.key.to_le_bytes()[..length]
                    } else {
                        self.is_same(token, word)
                    }
            })
        })
    }

    /// Whether token `i` is in one of the classes.
    #[inline]
    #[must_use]
    pub fn has(self, i: usize, classes: Classes) -> bool {
        self.tokens.get(i).is_some_and(|token| token.classes.intersects(classes))
    }

    /// The kind of token `i`.
    #[inline]
    #[must_use]
    pub fn kind(self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|token| token.kind)
    }

    /// The case of token `i`.
    #[inline]
    #[must_use]
    pub fn case(self, i: usize) -> Case {
        self.tokens.get(i).map_or(Case::None, |token| token.case)
    }

    /// The part of speech of token `i`.
    #[inline]
    #[must_use]
    pub fn pos(self, i: usize) -> Pos {
        self.tokens.get(i).map_or(Pos::Punct, |token| token.pos)
    }

    /// Whether token `i` starts where token `i - 1` ends, with no space between.
    #[inline]
    #[must_use]
    pub fn glued(self, i: usize) -> bool {
        i > 0 && i < self.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// Whether token `i` is a dash with a space on both sides.
    #[must_use]
    pub fn is_spaced_dash(self, i: usize) -> bool {
        matches!(self.mark(i), '-' | '\u{2013}' | '\u{2014}')
            && i + 1 < self.len()
            && !self.glued(i)
            && !self.glued(i + 1)
    }

    /// The span from token `start` to token `end`, exclusive; `start < end <= len`.
    #[must_use]
    pub fn span(self, start: usize, end: usize) -> Span {
        self.tokens[start].span.cover(self.tokens[end - 1].span)
    }

    /// The first token that ends behind byte `offset`; `len` if there is none.
    #[must_use]
    pub fn at(self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }

    /// The tokens that lie in `span`, as a range of indices.
    #[must_use]
    pub fn within(self, span: Span) -> std::ops::Range<usize> {
        let start = self.at(span.start);
        let inside = self.tokens[start..].iter().take_while(|token| token.span.end <= span.end);
        start..start + inside.count()
    }
}
