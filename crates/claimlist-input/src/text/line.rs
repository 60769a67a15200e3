//! The lines of a text.

use claimlist_core::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Without white space at its ends.
    pub(super) span: Span,
    /// Characters of it.
    pub(super) width: u32,
    /// White space before it, in characters.
    pub(super) indent: u32,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(super) behind_blank: bool,
    /// Whether white space stands behind it.
    pub(super) open_end: bool,
}

/// The lines of a text that are not blank, in order. They end in a line feed, a carriage return, or both.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut behind_blank = true;
    // A byte order mark that came through is no text.
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.find(['\n', '\r', '\x0C']).unwrap_or(rest.len());
        let words = rest[..length].trim();
        if words.is_empty() {
            behind_blank = true;
        } else {
            let indent = length - rest[..length].trim_start().len();
            lines.push(Line {
                span: Span::new(start + indent, start + indent + words.len()),
                width: words.chars().count() as u32,
                indent: rest[..indent].chars().count() as u32,
                behind_blank,
                open_end: indent + words.len() < length,
            });
            behind_blank = false;
        }
        start += length + if rest[length..].starts_with("\r\n") { 2 } else { 1 };
    }
    lines
}

/// Whether a text ends in a mark that closes a sentence, behind which only quotation marks, brackets and note numbers stand.
pub(super) fn is_closed(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '[' | '*' | '_' | ' ')
    });
    text.ends_with(['.', '!', '?', '…', '。', '．', '！', '？'])
}

/// Whether a line begins with a marker of a list item: `- `, `• `, `1. `, `2) `, `(a) `, `iv) `.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    if matches!(first, '•' | '⁃' | '‣' | '●' | '▪' | '◦' | '■') {
        return Some(Marker::Bullet(first));
    }
    if matches!(first, '-' | '*' | '–' | '—' | '+') && text[first.len_utf8()..].starts_with(' ') {
        return Some(Marker::Dash(first));
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let length = inner.bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
    let (number, rest) = inner.split_at(length);
    let roman = length > 0 && number.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let bracket = rest.starts_with(") ") || rest.starts_with(".) ");
    if (1..=3).contains(&length) && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return (bracket || rest.starts_with(". ")).then(|| Marker::Number(number.parse().unwrap_or(0)));
    }
    (bracket && (length == 1 || roman)).then_some(Marker::Letter)
}

/// What begins an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A sign that nothing else begins with.
    Bullet(char),
    /// A sign that may also begin a line of dialogue or an attribution.
    Dash(char),
    Number(u16),
    /// A letter or a Roman number, with a bracket.
    Letter,
}
