//! Lines into blocks.
//!
//! A text is taken for hard-wrapped where its lines are filled: of the line breaks that have no blank line beside them, at
//! least half stand where the first word of the next line would not have fitted into the longest line (which has 40 to 120
//! characters), and at least one stands inside a sentence. In such a text, lines without a blank line between are one
//! block, but for items of lists, indented first lines, and lines behind a short one that ends a sentence.
//!
//! In any other text each line is a block, unless it plainly goes on: it ends in a space (as in `format=flowed` mail) or is
//! long, has no closing mark, and the next begins in lower case.

use claimlist_core::{Block, BlockKind, Span};

use super::line::{self, Line};

/// The longest line of a hard-wrapped text has so many characters.
const WIDTHS: std::ops::RangeInclusive<u32> = 40..=120;

/// A line of so many characters without a closing mark is unlikely to be a heading or an item.
const LONG: u32 = 60;

/// The blocks, all paragraphs as yet.
pub(super) fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let width = wrapped_at(text, lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let joins = before.is_some_and(|before| {
            !line.behind_blank && line::marker(line.span.of(text)).is_none() && {
                match width {
                    Some(width) => goes_on(text, before, line, width),
                    None => runs_on(text, before, line),
                }
            }
        });
        match blocks.last_mut() {
            Some(Block { span, .. }) if joins => *span = span.cover(line.span),
            _ => blocks.push(Block { kind: BlockKind::Paragraph, span: line.span }),
        }
        before = Some(line);
    }
    blocks
}

/// The width of a hard-wrapped text.
fn wrapped_at(text: &str, lines: &[Line]) -> Option<u32> {
    let width = lines.iter().map(|line| line.indent + line.width).max()?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let (mut breaks, mut filled, mut inside) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [before, line] = pair else { continue };
        if line.behind_blank {
            continue;
        }
        breaks += 1;
        if !would_fit(text, before, line, width) {
            filled += 1;
            inside += usize::from(is_inside_sentence(text, before, line));
        }
    }
    (inside > 0 && filled * 2 >= breaks).then_some(width)
}

/// Whether the next line's first word would have had room in this line.
fn would_fit(text: &str, before: &Line, line: &Line, width: u32) -> bool {
    let word = line.span.of(text).split(char::is_whitespace).next().unwrap_or_default();
    before.indent + before.width + 1 + word.chars().count() as u32 <= width
}

fn is_inside_sentence(text: &str, before: &Line, line: &Line) -> bool {
    !line::is_closed(before.span.of(text)) && line.span.of(text).starts_with(char::is_lowercase)
}

/// Whether a line belongs to the paragraph of the line before it, in a hard-wrapped text.
fn goes_on(text: &str, before: &Line, line: &Line, width: u32) -> bool {
    // A line that ends before the margin ends its paragraph, unless the sentence plainly goes on. The margin is ragged.
    if line::is_closed(before.span.of(text)) {
        return line.indent <= before.indent + 1 && !would_fit(text, before, line, width * 9 / 10);
    }
    !would_fit(text, before, line, width * 3 / 4) || is_inside_sentence(text, before, line)
}

/// Whether a line goes on with the sentence of the line before it, in a text of one paragraph a line.
fn runs_on(text: &str, before: &Line, line: &Line) -> bool {
    is_inside_sentence(text, before, line) && (before.open_end || before.width >= LONG)
}

/// Whether a block has more than one line.
pub(super) fn has_break(text: &str, span: Span) -> bool {
    span.of(text).contains(['\n', '\r'])
}
