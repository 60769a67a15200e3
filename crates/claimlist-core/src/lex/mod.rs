//! Sentences into tokens: words, numbers, punctuation marks, each with its case and its classes from the lexicon.
//!
//! Tokens are as fine as they can usefully be: `39-year-old` is five tokens, `$4.2m` three, `Starmer's` two
//! (`Starmer`, `'s`), `April22` two; `1,426`, `2.5`, `U.S.` and `don't` are one each. Whether two tokens touch is told by
//! [`Words::glued`].

mod cut;
mod words;

use crate::lexicon::key::key;
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;
use crate::{Document, Sentence, Span};

pub use words::Words;

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
    /// Its only character, NUL if it has more than one.
    mark: char,
    /// Its first eight bytes, with ASCII letters in lower case.
    key: u64,
}

impl Token {
    /// Its only character; NUL if it has more than one.
    #[inline]
    pub(crate) fn mark(&self) -> char {
        self.mark
    }

    /// Whether it is `word`, which is given in lower case ASCII and shorter than eight letters.
    #[inline(always)]
    pub(crate) fn is(&self, word: &str) -> bool {
        self.key == key(word.as_bytes())
    }
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
            cut::push_tokens(document.text(), sentence.span, lexicon, &mut lexed.tokens);
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

#[cfg(test)]
mod tests {
    use super::*;

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
