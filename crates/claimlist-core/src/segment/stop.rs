//! Runs of closing marks with the quotation marks, brackets and note numbers that belong to them: `.`, `?!`, `. . .`,
//! `."`, `.)`.

/// What a run of marks says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Period,
    /// A question or exclamation mark, alone or among others.
    Question,
    /// Three dots: something is left out.
    Ellipsis,
    /// Four dots or more: the end of a sentence, after which something is left out.
    LongEllipsis,
    /// A mark of Chinese or Japanese, after which there is no space.
    Wide,
}

/// A run of closing marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) mark: Mark,
    /// Where the marks start.
    pub(super) start: usize,
    /// Where the marks end.
    pub(super) marks_end: usize,
    /// Where the quotation marks and brackets behind them end.
    pub(super) end: usize,
    /// Whether the dots are spaced out.
    pub(super) spaced: bool,
}

impl Stop {
    /// The marks at `start`, where one stands. `quoting` says whether a straight double quotation mark is open.
    pub(super) fn read(text: &str, start: usize, quoting: bool) -> Self {
        let (mark, marks_end, spaced) = marks(text, start);
        let mut end = marks_end;
        for c in text[marks_end..].chars() {
            if !is_closing(c) {
                break;
            }
            end += c.len_utf8();
        }
        // `late.’ ” Then`: these marks open nothing.
        while let Some(after) = text[end..].strip_prefix([' ', '\u{a0}', '\u{202f}'])
            && after.starts_with('”')
            && !spaced
        {
            end = text.len() - after.len() + '”'.len_utf8();
        }
        // `too late. " Then`: a mark that stands alone closes what is open.
        if quoting && end == marks_end && !spaced {
            let rest = &text[end..];
            if let Some(after) = rest.strip_prefix(" \"")
                && after.chars().next().is_none_or(char::is_whitespace)
            {
                end += 2;
            }
        }
        Self { mark, start, marks_end, end, spaced }
    }
}

fn marks(text: &str, start: usize) -> (Mark, usize, bool) {
    let (mut dots, mut question, mut wide, mut spaced) = (0, false, false, false);
    let mut end = start;
    let mut rest = text[start..].chars();
    while let Some(c) = rest.next() {
        match c {
            '.' => dots += 1,
            '…' => dots += 3,
            '!' | '?' => question = true,
            '。' | '．' | '！' | '？' | '｡' => wide = true,
            ' ' | '\u{a0}' if dots > 0 && !question => {
                let mut next = rest.clone();
                if next.next() != Some('.') || next.next().is_some_and(char::is_alphanumeric) {
                    break;
                }
                spaced = true;
            }
            _ => break,
        }
        end += c.len_utf8();
    }
    let mark = match (wide, question, dots) {
        (true, _, _) => Mark::Wide,
        (_, true, _) => Mark::Question,
        (.., 0..=2) => Mark::Period,
        (.., 3) => Mark::Ellipsis,
        _ => Mark::LongEllipsis,
    };
    (mark, end, spaced)
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '*' | '_')
}

/// Where the note numbers end that stand behind a sentence: ` [1] [2]`, `¹²`, ` [citation needed]`, and ` 8` before a word
/// that would not follow a figure. `end` where there are none.
pub(super) fn notes(text: &str, end: usize) -> usize {
    let mut at = end;
    loop {
        let rest = &text[at..];
        let note = rest.trim_start_matches([' ', '\u{a0}']);
        let Some(length) = bracket_note(note).or_else(|| superscript(note)) else { return at };
        at += rest.len() - note.len() + length;
    }
}

/// The length of `[12]`, `[a]`, `[8, 9]`, `[note 3]`, `[better source needed]`.
fn bracket_note(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let length = inner.bytes().take(48).position(|byte| byte == b']')?;
    let inner = &inner[..length];
    let numbers = inner.bytes().any(|byte| byte.is_ascii_digit())
        && inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–' | ':' | 'p'));
    let words = inner.starts_with(|c: char| c.is_lowercase())
        && inner.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, ' ' | '?'));
    (numbers || words).then_some(length + 2)
}

fn superscript(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '†', '‡']);
    (rest.len() < text.len()).then(|| text.len() - rest.len())
}

/// The length of a note number that looks like a figure, `10` or ` 8`, before white space and an upper-case letter.
pub(super) fn figure_note(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\u{a0}']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    let word = after.trim_start();
    let plain = (1..=3).contains(&digits) && word.len() < after.len() && word.starts_with(char::is_uppercase);
    plain.then(|| text.len() - after.len())
}
