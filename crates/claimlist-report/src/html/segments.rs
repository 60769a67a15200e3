//! Cuts a text into stretches that lie under the same claims, since claims overlap and stand inside each other.
//!
//! ```text
//! "He paid £30m in 2024, she said."      reported: the whole;  quantity: "£30m";  time: "in 2024"
//!  └reported┘└quantity, reported┘...
//! ```

use std::cmp::Reverse;

use crate::Row;

/// A segment names at most so many claims, innermost first: a checklist made by hand may put thousands on one word.
const MOST_CLAIMS: usize = 16;

/// The claims of a text on the way through it from start to end.
pub(super) struct Segments<'r, 'c> {
    /// Those that begin further on, the next one last.
    ahead: Vec<&'r Row<'c>>,
    /// Those that cover the place reached, innermost first.
    open: Vec<&'r Row<'c>>,
}

/// A stretch of text under the same claims.
#[derive(Debug)]
pub(super) struct Segment<'s, 'r, 'c> {
    /// Offset of its first byte.
    pub(super) start: usize,
    /// Offset behind its last byte.
    pub(super) end: usize,
    /// The claims that cover it, innermost first.
    pub(super) claims: &'s [&'r Row<'c>],
}

impl<'r, 'c> Segments<'r, 'c> {
    /// Claims whose offsets do not lie in the text on character boundaries are left out.
    pub(super) fn new(text: &str, rows: &'r [Row<'c>]) -> Self {
        let lies_in = |row: &&Row<'_>| {
            row.claim.start < row.claim.end
                && text.get(row.claim.start as usize..row.claim.end as usize).is_some()
        };
        let mut ahead: Vec<_> = rows.iter().filter(lies_in).collect();
        ahead.sort_by_key(|row| Reverse((row.claim.start, Reverse(row.claim.end), row.number)));
        Self { ahead, open: Vec::new() }
    }

    /// The segments of the next part of the text, in order. Parts are asked for in the order of the text.
    ///
    /// # Errors
    /// Those of `each`.
    pub(super) fn of<E>(
        &mut self,
        start: usize,
        end: usize,
        mut each: impl FnMut(Segment<'_, 'r, 'c>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut at = start;
        while at < end {
            self.advance(at);
            let closing = self.open.iter().map(|row| row.claim.end as usize).min();
            let opening = self.ahead.last().map(|row| row.claim.start as usize);
            let next = [closing, opening].into_iter().flatten().fold(end, usize::min);
            let claims = &self.open[..self.open.len().min(MOST_CLAIMS)];
            each(Segment { start: at, end: next, claims })?;
            at = next;
        }
        Ok(())
    }

    fn advance(&mut self, at: usize) {
        self.open.retain(|row| row.claim.end as usize > at);
        let mut opened = false;
        while let Some(row) = self.ahead.pop_if(|row| row.claim.start as usize <= at) {
            if row.claim.end as usize > at {
                self.open.push(row);
                opened = true;
            }
        }
        if opened {
            self.open.sort_by_key(|row| (row.claim.end - row.claim.start, row.number));
        }
    }
}
