//! The words before and behind a place where a sentence may end.

use crate::lexicon::{Classes, Lexicon};

/// Longer words are cut off: no abbreviation is as long.
const LONGEST: usize = 48;

/// How what follows begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// Nothing follows.
    End,
    /// An upper-case letter, or one of a script without case.
    Upper,
    Lower,
    Digit,
    /// A dash, alone.
    Dash,
    /// A comma or another mark inside sentences.
    Inner,
    /// `$`, `#`, an emoji and the like.
    Sign,
}

/// What follows a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'t> {
    pub(super) first: First,
    /// Whether there is no white space before it.
    pub(super) glued: bool,
    /// Whether it begins with an opening quotation mark or bracket.
    pub(super) opened: bool,
    /// The text from its first letter or figure on.
    pub(super) text: &'t str,
}

impl<'t> Next<'t> {
    pub(super) fn after(text: &'t str) -> Self {
        let rest = text.trim_start();
        let glued = rest.len() == text.len() && !rest.is_empty();
        let inner = rest.trim_start_matches(is_opening);
        let first = match inner.chars().next() {
            None => First::End,
            Some('-' | '–' | '—' | '―') => First::Dash,
            Some(',' | ';' | ':' | '/' | ')' | ']' | '}' | '”' | '%' | '&' | '=') => First::Inner,
            Some(c) if c.is_numeric() => First::Digit,
            Some(c) if c.is_lowercase() => match inner.chars().nth(1) {
                // iPhone, eBay.
                Some(second) if second.is_uppercase() => First::Upper,
                _ if inner.starts_with("http://") || inner.starts_with("https://") => First::Upper,
                _ => First::Lower,
            },
            Some(c) if c.is_alphabetic() => First::Upper,
            Some(_) => First::Sign,
        };
        Self { first, glued, opened: inner.len() < rest.len(), text: inner }
    }

    /// Its first word.
    pub(super) fn word(&self) -> &'t str {
        word(self.text)
    }

    /// The text behind its first word.
    pub(super) fn after_word(&self) -> &'t str {
        &self.text[self.word().len()..]
    }

    /// Whether its first word opens sentences, as `The` and `He` do, and is not a part of a name.
    pub(super) fn is_opener(&self, lexicon: &Lexicon) -> bool {
        const OPENERS: Classes = Classes::DETERMINER
            .or(Classes::PRONOUN)
            .or(Classes::SUBORDINATOR)
            .or(Classes::COORDINATOR)
            .or(Classes::PREPOSITION)
            .or(Classes::AUXILIARY)
            .or(Classes::NEGATOR)
            .or(Classes::NUMBER)
            .or(Classes::SCALE)
            .or(Classes::ADVERB);
        let word = self.word();
        let after = self.after_word();
        match word.len() {
            0 => false,
            // "I" and "A", unless they are initials.
            1 => {
                matches!(word, "I" | "A")
                    && (after.starts_with([' ', '\n', '\r', '\t', ',']) || after.starts_with(is_apostrophe))
            }
            _ if word.bytes().all(|byte| byte.is_ascii_uppercase()) => false,
            _ => {
                let classes = lexicon.classes(word);
                classes.intersects(OPENERS) && !after.starts_with('.')
                    || word
                        .find(is_apostrophe)
                        .is_some_and(|at| lexicon.classes(&word[..at]).intersects(Classes::PRONOUN))
                    || is_adverb(word, lexicon)
            }
        }
    }
}

/// `Finally`, but not `Kimberly`, `Connolly` or `Reilly`.
fn is_adverb(word: &str, lexicon: &Lexicon) -> bool {
    const NAMES: [&str; 3] = ["elly", "illy", "nolly"];
    word.ends_with("ly")
        && word.len() > 5
        && !NAMES.iter().any(|name| word.ends_with(name))
        && !lexicon.classes(word).intersects(Classes::GIVEN_NAME)
}

/// The word that a text begins with, empty where there is none.
pub(super) fn word(text: &str) -> &str {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at >= LONGEST || !(c.is_alphanumeric() || is_apostrophe(c)) {
            break;
        }
        end = at + c.len_utf8();
    }
    &text[..end]
}

/// What stands before a place up to white space, with its inner marks, without opening marks: `(U.S` of "(U.S." gives `U.S`.
pub(super) fn chunk_before(text: &str) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if c.is_whitespace() || text.len() - at > LONGEST {
            break;
        }
        start = at;
    }
    let chunk = &text[start..];
    let after_dash = chunk
        .rfind(['-', '–', '—', '/', '(', '[', '“', '"', '‘'])
        .map_or(0, |at| at + chunk[at..].chars().next().map_or(0, char::len_utf8));
    chunk[after_dash..].trim_start_matches(['\'', '’', '*', '_'])
}

/// The word before a place, over white space.
pub(super) fn word_before(text: &str) -> &str {
    word_at_end(text.trim_end())
}

/// The word that a text ends in, empty where there is none.
pub(super) fn word_at_end(text: &str) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if text.len() - at > LONGEST || !(c.is_alphanumeric() || is_apostrophe(c)) {
            break;
        }
        start = at;
    }
    &text[start..]
}

pub(super) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '’' | '«' | '‹' | '(' | '[' | '{' | '„' | '*' | '_' | '¿' | '¡' | '`'
    )
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
