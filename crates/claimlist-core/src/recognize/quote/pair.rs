//! Pairs of quotation marks: a stack of open marks, which a fitting mark closes.
//!
//! Marks of one look (`"`) are told apart by what stands around them. A single mark opens only if a mark that closes it is
//! found ahead, for most single marks are apostrophes.

use super::marks::{Glyph, Mark};
use crate::Span;

/// How a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With its mark.
    Closed,
    /// Not in its block; the span is that of the opening mark.
    Open,
}

/// A quotation in a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub(super) span: Span,
    pub(super) ending: Ending,
}

/// The quotations of a block.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// In the order in which they close; the open ones last.
    pub(super) quotes: Vec<Quote>,
    /// The end of the first mark that closes without one that opens.
    pub(super) stray_close: Option<u32>,
}

/// How deep quotations may nest; more open marks than this are no quotations.
const DEEPEST: usize = 6;

/// A mark that waits to be closed.
#[derive(Clone, Copy, Debug)]
struct Open {
    mark: Mark,
    /// Index of the mark that will close a single one.
    closing: Option<usize>,
}

/// Pairs the marks of one block.
pub(super) fn up(marks: &[Mark]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut stack: Vec<Open> = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        if let Some(at) = stack.iter().rposition(|open| open.closing == Some(i)) {
            pairs.close(&mut stack, at, mark);
        } else if mark.glyph.is_single() {
            open_single(marks, i, &mut stack);
        } else {
            double(marks, i, &mut stack, &mut pairs);
        }
    }
    let open = stack.iter().filter(|open| open.closing.is_none() && open.mark.opens());
    pairs.quotes.extend(open.map(|open| Quote { span: open.mark.span, ending: Ending::Open }));
    pairs
}

impl Pairs {
    /// Closes the open mark `at`; marks opened in it and not closed are none.
    fn close(&mut self, stack: &mut Vec<Open>, at: usize, mark: &Mark) {
        let span = stack[at].mark.span.cover(mark.span);
        self.quotes.push(Quote { span, ending: Ending::Closed });
        stack.truncate(at);
    }
}

/// Opens a quotation at single mark `i` if a mark ahead closes it.
fn open_single(marks: &[Mark], i: usize, stack: &mut Vec<Open>) {
    let mark = marks[i];
    if mark.elision || !mark.opens() || stack.len() >= DEEPEST {
        return;
    }
    let in_double = stack.iter().any(|open| open.closing.is_none());
    if let Some(closing) = closing_single(marks, i, in_double) {
        stack.push(Open { mark, closing: Some(closing) });
    }
}

/// The mark that closes single mark `i`. An apostrophe of a plural ("the workers' strike") looks like one that closes, so
/// it is taken only if no better one comes before the next that opens.
fn closing_single(marks: &[Mark], i: usize, in_double: bool) -> Option<usize> {
    let mut doubtful = None;
    for (k, mark) in marks.iter().enumerate().skip(i + 1) {
        if !mark.glyph.is_single() {
            // A single quotation inside a double one ends before it.
            if in_double && !mark.opens() {
                break;
            }
            continue;
        }
        if mark.opens() && !mark.elision {
            break;
        }
        if !mark.closes() || mark.glyph == Glyph::LeftSingle {
            continue;
        }
        if !matches!(mark.before, 's' | 'S') || !mark.after.is_whitespace() {
            return Some(k);
        }
        doubtful = doubtful.or(Some(k));
    }
    doubtful
}

/// Opens or closes at double mark `i`.
fn double(marks: &[Mark], i: usize, stack: &mut Vec<Open>, pairs: &mut Pairs) {
    let mark = &marks[i];
    let innermost =
        stack.iter().rposition(|open| open.closing.is_none() && fits(open.mark.glyph, mark.glyph));
    if is_inches(mark, innermost.is_some()) {
        return;
    }
    match (innermost, mark.opens(), mark.closes()) {
        // A forgotten mark before, or a quotation in a quotation with the same marks.
        (Some(at), true, false)
            if mark.after.is_alphanumeric() && stack.len() < DEEPEST && !of_a_kind(&stack[at], mark) =>
        {
            stack.push(Open { mark: *mark, closing: None });
        }
        (Some(at), _, _) => pairs.close(stack, at, mark),
        (None, opens, closes) => {
            let left = matches!(mark.glyph, Glyph::Left | Glyph::Low | Glyph::Ticks);
            if closes && !opens && !left {
                pairs.stray_close.get_or_insert(mark.span.end);
            } else if stack.len() < DEEPEST {
                stack.push(Open { mark: *mark, closing: None });
            }
        }
    }
}

/// “The Long Year, ”out in May: whether the marks are the left and the right one of a pair, so that no space makes the second one open.
fn of_a_kind(open: &Open, mark: &Mark) -> bool {
    open.mark.glyph == Glyph::Left && mark.glyph == Glyph::Right
}

/// Whether `close` may close what `open` opened.
fn fits(open: Glyph, close: Glyph) -> bool {
    match close {
        Glyph::Straight => matches!(open, Glyph::Straight | Glyph::Left | Glyph::Ticks | Glyph::Low),
        Glyph::Right => matches!(open, Glyph::Left | Glyph::Low | Glyph::Right | Glyph::Straight),
        Glyph::Left => matches!(open, Glyph::Low | Glyph::Left),
        Glyph::RightAngle => matches!(open, Glyph::LeftAngle | Glyph::RightAngle),
        Glyph::LeftAngle => open == Glyph::RightAngle,
        _ => false,
    }
}

/// `12"`, `6'2"`: a length, not a quotation.
fn is_inches(mark: &Mark, open: bool) -> bool {
    mark.feet || !open && mark.glyph == Glyph::Straight && mark.before.is_ascii_digit() && mark.closes()
}
