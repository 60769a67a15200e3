//! Quotation marks in a text, each with the characters around it, which tell whether it opens or closes.

use crate::Span;
use crate::lexicon::Lexicon;

/// Which mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// `"`, also `''`
    Straight,
    /// `“`
    Left,
    /// `”`
    Right,
    /// `„`
    Low,
    /// ` `` `
    Ticks,
    /// `«`, `‹`
    LeftAngle,
    /// `»`, `›`
    RightAngle,
    /// `'`
    Single,
    /// `‘`, `‚`, `` ` ``
    LeftSingle,
    /// `’`
    RightSingle,
}

impl Glyph {
    /// Whether this is a single mark, which may be an apostrophe.
    pub(super) fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::LeftSingle | Self::RightSingle)
    }
}

/// A mark that stands in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) glyph: Glyph,
    pub(super) span: Span,
    /// The character before it, a space at the start of the block.
    pub(super) before: char,
    /// The character behind it, a space at the end of the block.
    pub(super) after: char,
    /// Stands before a word that lost its start: `'90s`, `'em`.
    pub(super) elision: bool,
    /// Stands behind feet and inches: `6'2"`.
    pub(super) feet: bool,
}

impl Mark {
    /// Whether it stands where a quotation opens: nothing of a word before it, and a word or mark at once behind it.
    pub(super) fn opens(&self) -> bool {
        let free = self.before.is_whitespace()
            || matches!(self.before, '(' | '[' | '{' | '-' | '\u{2013}' | '\u{2014}' | '/' | ':')
            || is_mark(self.before);
        free && !self.after.is_whitespace() && !matches!(self.after, '.' | ',' | ';' | ':' | ')' | '?' | '!')
            || free && self.after == '.' && self.before.is_whitespace()
    }

    /// Whether it stands where a quotation closes: something before it, and no word behind it.
    pub(super) fn closes(&self) -> bool {
        !self.before.is_whitespace() && !self.after.is_alphanumeric()
    }
}

/// Whether a character is a quotation mark of any kind.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '\u{2018}'..='\u{201f}' | '«' | '»' | '\u{2039}' | '\u{203a}')
}

/// The marks of a block, in order. Apostrophes inside words are left out.
pub(super) fn of(text: &str, block: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let words = block.of(text);
    let mut end = 0;
    for at in leads(words.as_bytes()) {
        // Not the second half of a mark of two characters.
        if at < end {
            continue;
        }
        let Some((glyph, length)) = glyph_at(&words[at..]) else { continue };
        end = at + length;
        let before = words[..at].chars().next_back().unwrap_or(' ');
        let after = words[at + length..].chars().next().unwrap_or(' ');
        let in_word = glyph.is_single() && before.is_alphanumeric() && after.is_alphanumeric();
        if !in_word {
            let start = block.start as usize + at;
            let span = Span::new(start, start + length);
            let elision = glyph.is_single() && is_elision(&words[at + length..]);
            let feet = before.is_ascii_digit() && ends_in_feet(&words[..at]);
            marks.push(Mark { glyph, span, before, after, elision, feet });
        }
    }
    marks
}

/// The bytes with which a mark may begin, all of them in UTF-8, in order.
fn leads(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut ascii = memchr::memchr3_iter(b'"', b'\'', b'`', bytes).peekable();
    let mut others = memchr::memchr2_iter(0xc2, 0xe2, bytes).peekable();
    std::iter::from_fn(move || match (ascii.peek(), others.peek()) {
        (Some(first), Some(second)) if first > second => others.next(),
        (Some(_), _) => ascii.next(),
        (None, _) => others.next(),
    })
}

/// The mark at the start of `rest` and its length in bytes.
fn glyph_at(rest: &str) -> Option<(Glyph, usize)> {
    if rest.starts_with("''") {
        return Some((Glyph::Straight, 2));
    }
    if rest.starts_with("``") {
        return Some((Glyph::Ticks, 2));
    }
    let c = rest.chars().next()?;
    let glyph = match c {
        '"' | '\u{201f}' => Glyph::Straight,
        '\'' => Glyph::Single,
        '`' | '\u{2018}' | '\u{201a}' | '\u{201b}' => Glyph::LeftSingle,
        '\u{2019}' => Glyph::RightSingle,
        '\u{201c}' => Glyph::Left,
        '\u{201d}' => Glyph::Right,
        '\u{201e}' => Glyph::Low,
        '«' | '\u{2039}' => Glyph::LeftAngle,
        '»' | '\u{203a}' => Glyph::RightAngle,
        _ => return None,
    };
    Some((glyph, c.len_utf8()))
}

/// Whether the word behind a single mark is one that lost its start.
fn is_elision(rest: &str) -> bool {
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..length];
    let decade = word.starts_with(|c: char| c.is_ascii_digit())
        && (word.len() == 2 || word.ends_with('s'))
        && word.bytes().take(2).all(|b| b.is_ascii_digit());
    decade || Lexicon::english().grammar.elisions.has(word)
}

/// `6'2`: whether the words before a mark end in feet and inches.
fn ends_in_feet(words: &str) -> bool {
    let feet = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let before = feet.trim_end_matches(['\'', '\u{2019}']);
    before.len() < feet.len() && before.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a block goes on with the quotation `quote` of the block before: it opens with a mark of the same family.
pub(super) fn starts_with_opening(block: &str, quote: &str) -> bool {
    let family = |text: &str| glyph_at(text).map(|(glyph, _)| glyph.is_single());
    family(block).is_some() && family(block) == family(quote)
}
