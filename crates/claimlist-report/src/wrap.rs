//! Text of any script into lines of a given width, measured in terminal columns.
//!
//! ```text
//! wrap("Tokyo (東京) has 14 million people", 12, 2)  →  "Tokyo (東京)", "has 14 mill…"
//! ```

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Set behind text that was shortened.
const ELLIPSIS: &str = "…";

/// How many terminal columns a text takes; East Asian wide characters and emoji take two.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Text that is safe and even on a terminal: runs of white space are one space, and characters that would steer the
/// terminal (escape sequences, controls, overrides of the writing direction) are shown instead of sent.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !printable.is_empty() {
            printable.push(' ');
        }
        printable.extend(word.chars().map(shown));
    }
    printable
}

/// The character as it is shown: itself, or a picture of a control.
fn shown(c: char) -> char {
    match c {
        // The block "Control Pictures" has them in the order of ASCII.
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{200b}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e001f}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// At most `lines` lines of at most `columns` columns. Lines break between words, or inside a word that is wider than
/// a line, and never inside a character (an extended grapheme cluster); what does not fit is replaced by "…".
///
/// `text` is [`printable`].
#[must_use]
pub fn wrap(text: &str, columns: usize, lines: usize) -> Vec<String> {
    let mut wrapped = vec![String::new()];
    let mut room = columns;
    for word in text.split(' ') {
        let space = usize::from(room < columns);
        let width = word.width();
        if width + space <= room {
            push(&mut wrapped, if space == 1 { " " } else { "" });
            push(&mut wrapped, word);
            room -= width + space;
            continue;
        }
        // Scripts without spaces run on in the line; a long word of letters starts a new one.
        if space == 1 && (width <= columns || room <= columns / 2) {
            wrapped.push(String::new());
            room = columns;
        } else if space == 1 {
            push(&mut wrapped, " ");
            room -= 1;
        }
        for character in word.graphemes(true) {
            let width = character.width();
            if width > room && room < columns {
                wrapped.push(String::new());
                room = columns;
            }
            push(&mut wrapped, character);
            room = room.saturating_sub(width);
        }
        if wrapped.len() > lines {
            break;
        }
    }
    if wrapped.len() > lines {
        wrapped.truncate(lines.max(1));
        if let Some(last) = wrapped.last_mut() {
            *last = shortened(last, columns.saturating_sub(1)) + ELLIPSIS;
        }
    }
    wrapped.iter().map(|line| isolated(line.trim_end())).collect()
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

/// The longest start of a text that takes at most so many columns.
fn shortened(text: &str, columns: usize) -> String {
    let mut room = columns;
    let fits = |character: &&str| {
        let width = character.width();
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    text.graphemes(true).take_while(fits).collect::<String>().trim_end().to_owned()
}

/// A line with right-to-left letters between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex
/// 9), which take no columns: a terminal that reorders such text then reorders it inside its cell, not across cells.
fn isolated(line: &str) -> String {
    if line.chars().any(is_right_to_left) { format!("\u{2068}{line}\u{2069}") } else { line.to_owned() }
}

/// Whether a character stands in one of the blocks that the Unicode Character Database gives to right-to-left scripts.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_fit() {
        assert_eq!(wrap("two ships sank off Malta", 10, 9), ["two ships", "sank off", "Malta"]);
        assert_eq!(wrap("", 10, 9), [""]);
    }

    #[test]
    fn what_is_shortened_ends_in_an_ellipsis_within_the_width() {
        assert_eq!(wrap("two ships sank off Malta", 10, 2), ["two ships", "sank off…"]);
        assert_eq!(wrap("two ships sank nowhere", 10, 1), ["two ships…"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_between_characters() {
        assert_eq!(wrap("a Donaudampfschiff", 6, 9), ["a Dona", "udampf", "schiff"]);
        // Two columns each, so that three fit into seven.
        assert_eq!(wrap("東京都の人口は", 7, 9), ["東京都", "の人口", "は"]);
        // A family is one character of several code points, and an accent stays with its letter.
        assert_eq!(wrap("👩‍👩‍👧👩‍👩‍👧", 2, 9), ["👩‍👩‍👧", "👩‍👩‍👧"]);
        assert_eq!(wrap("e\u{301}e\u{301}", 1, 9), ["e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn no_line_is_wider_than_asked_for() {
        let text = printable(
            "Der Umsatz stieg um 12 %, 東京の人口は1400万人 👩‍👩‍👧, وقال الوزير إن الميزانية. "
                .repeat(9)
                .as_str(),
        );
        for columns in 2..90 {
            for line in wrap(&text, columns, 7) {
                assert!(line.width() <= columns, "{columns}: {line:?}");
            }
        }
    }

    #[test]
    fn right_to_left_text_is_isolated_and_its_width_stays() {
        let line = &wrap("שלום", 10, 1)[0];
        assert_eq!((line.as_str(), width(line)), ("\u{2068}שלום\u{2069}", 4));
    }

    #[test]
    fn white_space_is_one_space_and_controls_are_shown() {
        assert_eq!(printable(" over two\n   lines\t"), "over two lines");
        assert_eq!(printable("\x1b[31mred\x07\u{9b}31m\u{202e}"), "␛[31mred␇\u{fffd}31m\u{fffd}");
    }
}
