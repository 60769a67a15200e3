//! Lists that run on in one line: "1) Bread 2) Milk". Once a marker begins a sentence, the next one begins the next.

use super::words;
use crate::lexicon::abbreviations::Kinds;
use crate::lexicon::{Classes, Lexicon};

/// So many bullets and spaces before a number are looked past. A row of more has no number behind it, and each may begin a
/// sentence of its own, from which the whole row would be looked at again.
const MOST_BULLETS: usize = 16;

/// How a marker is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `1.`
    Dot,
    /// `1)`, `1.)`
    Bracket,
    /// `(1)`
    Brackets,
}

/// The number of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    Figure(u16),
    /// `a` is 1.
    Letter(u8),
    Roman(u8),
}

/// The list that is running.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct List {
    /// The style and the number of the last item; `i` may be a letter or a Roman number.
    last: Option<(Style, Number)>,
}

impl List {
    /// Notes the marker that begins the sentence, if one does.
    pub(super) fn begin(&mut self, text: &str, start: usize) {
        let bullets = text[start..].chars().take(MOST_BULLETS).take_while(|c| is_bullet(*c) || *c == ' ');
        let rest = &text[start + bullets.map(char::len_utf8).sum::<usize>()..];
        let (open, rest) = match rest.strip_prefix('(') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).take(5).count();
        let (word, rest) = rest.split_at(length);
        let style = match (open, rest.as_bytes()) {
            (true, [b')', b' ', ..]) => Style::Brackets,
            (false, [b')', b' ', ..] | [b'.', b')', b' ', ..]) => Style::Bracket,
            (false, [b'.', b' ', ..]) => Style::Dot,
            _ => return,
        };
        if let Some(number) = self.number(word, style) {
            self.last = Some((style, number));
        }
    }

    /// Where the next item starts whose marker ends at `at`, a period or a closing bracket.
    pub(super) fn next_item(&self, text: &str, at: usize, lexicon: &Lexicon) -> Option<usize> {
        let (style, last) = self.last?;
        let before = text.get(..at)?;
        let bytes = before.as_bytes();
        let length = bytes.iter().rev().take(5).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let word = &before[at - length..];
        let start = at - length - usize::from(style == Style::Brackets);
        if style == Style::Brackets && bytes.get(start) != Some(&b'(') {
            return None;
        }
        if !text.get(..start)?.ends_with(char::is_whitespace) {
            return None;
        }
        if style == Style::Dot && is_counted(&text[..start], lexicon) {
            return None;
        }
        let after = &text[at..];
        let fits = match style {
            Style::Dot => after.strip_prefix(". ").is_some_and(|rest| {
                matches!(last, Number::Letter(_)) || rest.starts_with(char::is_uppercase)
            }),
            Style::Bracket => after.starts_with(") ") || after.starts_with(".) "),
            Style::Brackets => after.starts_with(") "),
        };
        (fits && follows(last, word, style)).then_some(start)
    }

    fn number(&self, word: &str, style: Style) -> Option<Number> {
        // A Roman number or a letter: as the list has it so far.
        let roman = roman(word);
        if let (Some(number), Some((_, Number::Roman(last)))) = (roman, self.last)
            && number == last + 1
        {
            return Some(Number::Roman(number));
        }
        match word.as_bytes() {
            [letter @ b'a'..=b'z'] if *letter != b'i' => Some(Number::Letter(letter - b'a' + 1)),
            // Initials are more often meant by `A.`
            [letter @ b'A'..=b'Z'] if style != Style::Dot => Some(Number::Letter(letter - b'A' + 1)),
            [b'0'..=b'9', ..] if word.len() <= 3 => word.parse().ok().map(Number::Figure),
            _ => roman.map(Number::Roman),
        }
    }
}

/// Whether a number belongs to the sentence before it: "on May 2.", "by 2.", "in paragraph 2."
fn is_counted(before: &str, lexicon: &Lexicon) -> bool {
    const OPEN: Classes = Classes::MONTH
        .or(Classes::PREPOSITION)
        .or(Classes::DETERMINER)
        .or(Classes::COORDINATOR)
        .or(Classes::AUXILIARY);
    let before = before.trim_end();
    let word = words::word_at_end(before);
    let governor = words::word_before(&before[..before.len() - word.len()]);
    lexicon.classes(word).intersects(OPEN)
        || lexicon.abbreviations.kinds(word).intersects(Kinds::BEFORE_LETTER)
            && lexicon.classes(governor).intersects(Classes::PREPOSITION)
}

fn follows(last: Number, word: &str, style: Style) -> bool {
    match last {
        Number::Figure(last) => word.parse() == Ok(last + 1) || style != Style::Dot && word == "1",
        Number::Letter(last) => {
            matches!(word.as_bytes(), [letter] if letter.to_ascii_lowercase().wrapping_sub(b'a') == last)
        }
        Number::Roman(last) => roman(word) == Some(last + 1),
    }
}

/// Small Roman numbers in lower case.
fn roman(word: &str) -> Option<u8> {
    const NUMBERS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    NUMBERS.iter().position(|number| *number == word).map(|index| index as u8 + 1)
}

/// Whether the character marks an item of a list.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '‣' | '●' | '▪' | '◦' | '■' | '□' | '➢' | '►')
}
