//! Where the tokens of a sentence begin and end.

use super::{Case, Token, TokenKind};
use crate::Span;
use crate::lexicon::key;
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// Appends the tokens of `span`.
pub(super) fn push_tokens(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let end = span.end as usize;
    let mut at = span.start as usize;
    while at < end {
        if bytes[at] == b' ' {
            at += 1;
            continue;
        }
        let token = match plain_word(text, at, end, lexicon) {
            Some(token) => token,
            None => match other(text, at, end, lexicon, tokens) {
                Ok(token) => token,
                Err(space) => {
                    at += space;
                    continue;
                }
            },
        };
        at += token.span.len();
        tokens.push(token);
    }
}

/// The word at byte `at`, if it is one of ASCII letters with nothing behind it that may be part of it, as most are.
#[inline(always)]
fn plain_word(text: &str, at: usize, end: usize, lexicon: &Lexicon) -> Option<Token> {
    let bytes = text.as_bytes();
    let head = key::at(bytes, at);
    let lower = key::lower(head);
    let mut length = key::letters(lower).min(end - at);
    let key = key::first(lower, length);
    let mut capitals = (key ^ key::first(head, length)).count_ones() as usize;
    if length == 8 {
        while let Some(byte) = bytes[..end].get(at + length).filter(|byte| byte.is_ascii_alphabetic()) {
            capitals += usize::from(byte.is_ascii_uppercase());
            length += 1;
        }
    }
    let next = bytes[..end].get(at + length);
    if length == 0 || next.is_some_and(|next| !next.is_ascii() || matches!(next, b'.' | b'\'')) {
        return None;
    }
    let case = match (bytes[at].is_ascii_uppercase(), capitals) {
        (false, 0) => Case::Lower,
        (true, capitals) if capitals == length => Case::Upper,
        (true, 1) => Case::Title,
        _ => Case::Mixed,
    };
    let classes = if length <= 8 {
        lexicon.classes_of_key(key)
    } else if capitals == 0 {
        lexicon.classes_of_lower(&text[at..at + length])
    } else {
        lexicon.classes(&text[at..at + length])
    };
    let mark = if length == 1 { char::from(bytes[at]) } else { '\0' };
    let span = Span::new(at, at + length);
    Some(Token { span, kind: TokenKind::Word, case, classes, pos: Pos::Other, mark, key })
}

/// The token at byte `at`, behind these; or how many bytes of white space stand there.
fn other(text: &str, at: usize, end: usize, lexicon: &Lexicon, tokens: &[Token]) -> Result<Token, usize> {
    let rest = &text[at..end];
    let Some(c) = rest.chars().next() else { return Err(1) };
    if c.is_whitespace() {
        return Err(c.len_utf8());
    }
    let clitic =
        if matches!(c, '\'' | '\u{2019}') && tokens_touch(tokens, at) { clitic_length(rest) } else { 0 };
    let (kind, length) = if clitic > 0 {
        (TokenKind::Word, clitic)
    } else if c.is_alphabetic() {
        (TokenKind::Word, word_length(rest))
    } else if c.is_ascii_digit() || (c == '.' && decimal_follows(rest) && !tokens_touch(tokens, at)) {
        (TokenKind::Number, number_length(rest))
    } else if is_punctuation(c) {
        // A run is a token only of marks that are written in runs; two quotation marks are two.
        let run = matches!(c, '.' | '-' | '!' | '?' | '*' | '_' | '=');
        (TokenKind::Punct, if run { rest.len() - rest.trim_start_matches(c).len() } else { c.len_utf8() })
    } else if c.is_alphanumeric() {
        (TokenKind::Word, c.len_utf8())
    } else {
        (TokenKind::Symbol, c.len_utf8())
    };
    let (case, classes) = if kind == TokenKind::Word {
        let word = &rest[..length];
        (case_of(word), lexicon.classes(word))
    } else {
        (Case::None, Classes::empty())
    };
    let mark = if length == c.len_utf8() { c } else { '\0' };
    let key = key::first(key::lower(key::at(text.as_bytes(), at)), length);
    Ok(Token { span: Span::new(at, at + length), kind, case, classes, pos: Pos::Other, mark, key })
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

/// The length of `'s`, or of a short form of a verb such as `'ll`, at the start of `rest`, if nothing of a word follows; 0 if it is
/// none: "they'll", "I'm", but not "O'Reilly".
fn clitic_length(rest: &str) -> usize {
    const CLITICS: [&str; 6] = ["s", "m", "re", "ve", "ll", "d"];
    let mark = rest.chars().next().map_or(0, char::len_utf8);
    let letters = rest[mark..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - mark);
    let word = &rest[mark..mark + letters];
    if CLITICS.iter().any(|clitic| word.eq_ignore_ascii_case(clitic)) { mark + letters } else { 0 }
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
            '\'' | '\u{2019}' => next.is_some_and(char::is_alphabetic) && clitic_length(&rest[at..]) == 0,
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
