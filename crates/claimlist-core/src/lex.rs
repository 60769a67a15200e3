//! Sentences into tokens: words, numbers, punctuation marks, each with its case and its classes from the lexicon.
//!
//! Tokens are as fine as they can usefully be: `39-year-old` is five tokens, `$4.2m` three, `Starmer's` two
//! (`Starmer`, `'s`), `April22` two; `1,426`, `2.5`, `U.S.` and `don't` are one each. Whether two tokens touch is told by
//! [`Words::glued`].

use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;
use crate::{Document, Sentence, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside (`don't`) or periods (`U.S.`), or a possessive `'s`.
    Word,
    /// Digits, with commas, periods or spaces between them where they group or split decimals: `1,426`, `2.5`.
    Number,
    /// One punctuation mark, or a run of the same (`...`, `--`).
    Punct,
    /// One other character: `$`, `%`, `€`, an emoji.
    Symbol,
}

/// The case of a word's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters, or letters without case.
    None,
    /// `word`
    Lower,
    /// `Word`
    Title,
    /// `WORD`, also one capital letter.
    Upper,
    /// `McDonald`, `iPhone`
    Mixed,
}

/// A word, number or mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// The case of its letters.
    pub case: Case,
    /// Its classes in the lexicon, all that the word may have.
    pub classes: Classes,
    /// Its part of speech here, set by [`crate::tag`].
    pub pos: Pos,
    /// Its first eight bytes, see [`key`].
    key: u64,
}

/// The first eight bytes of a word, zeros behind a shorter one: the patterns ask thousands of times for each sentence
/// which word stands somewhere, and so need not look at the text.
#[inline(always)]
fn key(word: &[u8]) -> u64 {
    let mut key = 0;
    let mut at = 0;
    while at < word.len() && at < 8 {
        key |= (word[at] as u64) << (8 * at);
        at += 1;
    }
    key
}

/// The key of the word of `length` bytes (at least one) at byte `at` of the text, its ASCII letters in lower case.
fn lower_key(text: &str, at: usize, length: usize) -> u64 {
    let length = length.min(8);
    let bytes = text.as_bytes();
    match bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()) {
        // One load; what stands behind a shorter word is masked out.
        Some(eight) => lower(u64::from_le_bytes(eight) & (u64::MAX >> (64 - 8 * length))),
        None => lower(key(&bytes[at..at + length])),
    }
}

/// Eight bytes with their ASCII capitals in lower case, all at once: the high bit of each byte tells whether it is one.
fn lower(bytes: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let low = bytes & (0x7f * ONES);
    let from_a = low + (0x80 - b'A' as u64) * ONES;
    let beyond_z = low + (0x7f - b'Z' as u64) * ONES;
    let capitals = from_a & !beyond_z & !bytes & (0x80 * ONES);
    bytes | capitals >> 2
}

/// The tokens of a document, sentence by sentence.
#[derive(Clone, Debug, Default)]
pub struct Lexed {
    tokens: Vec<Token>,
    ends: Vec<u32>,
}

impl Lexed {
    /// Cuts every sentence into tokens and tags them.
    #[must_use]
    pub fn new(document: &Document, sentences: &[Sentence], lexicon: &Lexicon) -> Self {
        let mut lexed = Self::default();
        // English has about five bytes a token.
        lexed.tokens.reserve(document.text().len() / 5);
        lexed.ends.reserve(sentences.len());
        for sentence in sentences {
            let start = lexed.tokens.len();
            push_tokens(document.text(), sentence.span, lexicon, &mut lexed.tokens);
            crate::tag::tag(document.text(), &mut lexed.tokens[start..]);
            lexed.ends.push(lexed.tokens.len() as u32);
        }
        lexed
    }

    /// The tokens of a sentence, by its index.
    #[inline]
    #[must_use]
    pub fn sentence<'a>(&'a self, document: &'a Document, index: usize) -> Words<'a> {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        Words { text: document.text(), tokens: &self.tokens[start..self.ends[index] as usize] }
    }
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

    /// Whether token `i` is `word`, which is given in lower case ASCII.
    #[inline(always)]
    #[must_use]
    pub fn is(self, i: usize, word: &str) -> bool {
        // The key of a word in the code is a constant; the keys of short words tell them apart.
        self.tokens.get(i).is_some_and(|token| {
            token.key == key(word.as_bytes()) && (word.len() < 8 || self.is_same(token, word.as_bytes()))
        })
    }

    /// Whether a token is the word, which is given in lower case ASCII.
    fn is_same(self, token: &Token, word: &[u8]) -> bool {
        token.span.len() == word.len() && token.span.of(self.text).as_bytes().eq_ignore_ascii_case(word)
    }

    /// Whether token `i` is one of `words`, given in lower case ASCII.
    #[inline]
    #[must_use]
    pub fn is_any(self, i: usize, words: &[&str]) -> bool {
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
        self.at(span.start)..self.tokens.partition_point(|token| token.span.end <= span.end)
    }
}

/// Appends the tokens of `span`.
fn push_tokens(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let end = span.end as usize;
    let mut at = span.start as usize;
    while let Some(c) = text[at..end].chars().next() {
        if c == ' ' || c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let rest = &text[at..end];
        if let Some((length, case)) = plain_word(rest.as_bytes()) {
            let word = &rest[..length];
            let classes =
                if case == Case::Lower { lexicon.classes_of_lower(word) } else { lexicon.classes(word) };
            let (kind, span) = (TokenKind::Word, Span::new(at, at + length));
            tokens.push(Token {
                span,
                kind,
                case,
                classes,
                pos: Pos::Other,
                key: lower_key(text, at, length),
            });
            at += length;
            continue;
        }
        let possessive = if matches!(c, '\'' | '\u{2019}') && tokens_touch(tokens, at) {
            possessive_length(rest)
        } else {
            0
        };
        let (kind, length) = if possessive > 0 {
            (TokenKind::Word, possessive)
        } else if c.is_alphabetic() {
            (TokenKind::Word, word_length(rest))
        } else if c.is_ascii_digit() || (c == '.' && decimal_follows(rest) && !tokens_touch(tokens, at)) {
            (TokenKind::Number, number_length(rest))
        } else if is_punctuation(c) {
            (TokenKind::Punct, rest.len() - rest.trim_start_matches(c).len())
        } else if c.is_alphanumeric() {
            (TokenKind::Word, c.len_utf8())
        } else {
            (TokenKind::Symbol, c.len_utf8())
        };
        // A run is a token only of marks that are written in runs; two quotation marks are two.
        let length = if kind == TokenKind::Punct && !matches!(c, '.' | '-' | '!' | '?' | '*' | '_' | '=') {
            c.len_utf8()
        } else {
            length
        };
        let word = &rest[..length];
        let case = if kind == TokenKind::Word { case_of(word) } else { Case::None };
        let classes = if kind == TokenKind::Word { lexicon.classes(word) } else { Classes::empty() };
        let span = Span::new(at, at + length);
        tokens.push(Token { span, kind, case, classes, pos: Pos::Other, key: lower_key(text, at, length) });
        at += length;
    }
}

/// Whether the last token ends at `at` and is a word or number.
fn tokens_touch(tokens: &[Token], at: usize) -> bool {
    tokens.last().is_some_and(|token| {
        token.span.end as usize == at && matches!(token.kind, TokenKind::Word | TokenKind::Number)
    })
}

fn decimal_follows(rest: &str) -> bool {
    rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// The length of `'s` at the start of `rest`, if nothing of a word follows; 0 if it is none.
fn possessive_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, 's' | 'S')), next) if next.is_none_or(|(_, c)| !c.is_alphanumeric()) => {
            next.map_or(rest.len(), |(at, _)| at)
        }
        _ => 0,
    }
}

/// The length and case of the word at the start of `rest`, if it is one of ASCII letters with nothing behind it that may be part
/// of it, as most are.
fn plain_word(rest: &[u8]) -> Option<(usize, Case)> {
    let (mut length, mut capitals) = (0, 0);
    while let Some(byte) = rest.get(length).filter(|byte| byte.is_ascii_alphabetic()) {
        capitals += usize::from(byte.is_ascii_uppercase());
        length += 1;
    }
    if length == 0 || rest.get(length).is_some_and(|next| !next.is_ascii() || matches!(next, b'.' | b'\'')) {
        return None;
    }
    let case = match (rest[0].is_ascii_uppercase(), capitals) {
        (false, 0) => Case::Lower,
        (true, capitals) if capitals == length => Case::Upper,
        (true, 1) => Case::Title,
        _ => Case::Mixed,
    };
    Some((length, case))
}

/// The length of the word at the start of `rest`, which starts with a letter.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut letters = 0;
    while let Some((at, c)) = chars.next() {
        if c.is_alphabetic() || is_combining(c) {
            letters += 1;
            continue;
        }
        let next = chars.peek().map(|&(_, c)| c);
        let inside = match c {
            '\'' | '\u{2019}' => next.is_some_and(char::is_alphabetic) && possessive_length(&rest[at..]) == 0,
            // Single letters with periods between: U.S., a.m.
            '.' => letters == 1 && acronym_length(rest) > at + 1,
            _ => false,
        };
        if !inside {
            return at;
        }
        if c == '.' {
            return acronym_length(rest);
        }
    }
    rest.len()
}

/// The length of an acronym with periods (`U.S.`, `a.m.`, `U.S`) at the start of `rest`; 0 if there is none.
fn acronym_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    let mut letters = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        let followed_by_letter = bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if followed_by_letter {
            // A longer word begins here: "U.S.government" is not taken apart, "J.Smith" is.
            return if letters >= 2 { at } else { 0 };
        }
        letters += 1;
        if bytes.get(at + 1) != Some(&b'.') {
            return if letters >= 2 { at + 1 } else { 0 };
        }
        at += 2;
    }
    if letters >= 2 { at } else { 0 }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// The length of the number at the start of `rest`: digits with a comma, period or apostrophe between two digits.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = usize::from(bytes.first() == Some(&b'.'));
    while let Some(&byte) = bytes.get(at) {
        let digit_behind = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if byte.is_ascii_digit() || (matches!(byte, b',' | b'.') && digit_behind) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        && !matches!(c, '$' | '%' | '+' | '<' | '>' | '=' | '^' | '~' | '|' | '`' | '#' | '&' | '@')
        || matches!(
            c,
            '\u{2010}'
                ..='\u{2027}'
                    | '\u{2039}'
                    | '\u{203a}'
                    | '«'
                    | '»'
                    | '¡'
                    | '¿'
                    | '\u{3001}'
                    | '\u{3002}'
                    | '·'
        )
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else if c.is_lowercase() {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, _, 0) => Case::Upper,
        (true, 0, _) => Case::Title,
        (false, 0, _) if first.is_lowercase() => Case::Lower,
        (false, 0, _) => Case::None,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_are_made_lower_case_as_one_by_one() {
        for text in ["ABCXYZ@[", "`{az\0~09", "\u{c1}\u{dc}Zz\u{2019}S"] {
            let bytes: [u8; 8] = std::array::from_fn(|k| text.as_bytes().get(k).copied().unwrap_or_default());
            assert_eq!(
                lower(u64::from_le_bytes(bytes)).to_le_bytes(),
                bytes.map(|b| b.to_ascii_lowercase()),
                "{text}"
            );
        }
    }

    fn words(text: &str) -> Vec<String> {
        let document = Document::plain(text).unwrap();
        let sentence = Sentence { span: document.blocks[0].span, block: 0 };
        let lexed = Lexed::new(&document, &[sentence], Lexicon::english());
        let words = lexed.sentence(&document, 0);
        (0..words.len()).map(|i| words.word(i).to_owned()).collect()
    }

    #[test]
    fn tokens_are_fine_but_keep_numbers_and_acronyms_whole() {
        for (text, tokens) in [
            ("a 39-year-old", "a|39|-|year|-|old"),
            ("$4.2m, 100%", "$|4.2|m|,|100|%"),
            ("Starmer's don’t", "Starmer|'s|don’t"),
            ("1,426 at 5 p.m. in the U.S.", "1,426|at|5|p.m.|in|the|U.S."),
            ("J. Smith left.", "J|.|Smith|left|."),
            ("april22 22april", "april|22|22|april"),
            ("\"Well...\" he said--", "\"|Well|...|\"|he|said|--"),
            ("the '90s", "the|'|90|s"),
            ("Zelenskyy’s café", "Zelenskyy|’s|café"),
            ("up .5 points", "up|.5|points"),
        ] {
            assert_eq!(words(text).join("|"), tokens, "{text}");
        }
    }
}
