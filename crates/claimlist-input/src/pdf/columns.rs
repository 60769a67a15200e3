//! The order in which the pieces of a page are read: column by column, where it has columns.
//!
//! From the top down, pieces are taken together as long as a gutter that is free of text runs between them. Where both sides of
//! it look like running text, the left one is read before the right one; both are then looked at in the same way. A table has
//! such gutters too, but its columns are narrow or ragged: it is read line by line.

use super::pieces::Piece;

/// Looks at pieces that a page may cost: far more than any page of text takes. What is left then is read from top to bottom.
const LOOKS: usize = 20_000_000;

/// How often columns are looked for within columns.
const DEEPEST: usize = 8;

/// Sizes of letters that a gutter is wide at least.
const GUTTER: f32 = 0.7;

/// Sizes of letters that a column is wide at least.
const NARROWEST: f32 = 9.0;

/// Lines that a column has at least.
const LINES: usize = 3;

/// How much of their column its lines fill at least, on average.
const FULL: f32 = 0.5;

/// The columns of a page in the order of reading, each from top to bottom.
pub(super) fn columns(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| b.base.total_cmp(&a.base).then(a.left.total_cmp(&b.left)));
    let mut search = Search { looks: LOOKS, columns: Vec::new() };
    search.split(pieces, DEEPEST);
    search.columns
}

struct Search {
    /// Looks at pieces that are left.
    looks: usize,
    columns: Vec<Vec<Piece>>,
}

impl Search {
    fn split(&mut self, pieces: Vec<Piece>, depth: usize) {
        let mut whole = Vec::new();
        let mut rest = pieces.as_slice();
        while let Some(first) = rest.first() {
            let gutter = if depth > 0 && self.looks > 0 { self.gutter(rest) } else { None };
            match gutter {
                Some((length, at)) => {
                    self.push(std::mem::take(&mut whole));
                    let (left, right) = rest[..length].iter().cloned().partition(|piece| piece.right <= at);
                    self.split(left, depth - 1);
                    self.split(right, depth - 1);
                    rest = &rest[length..];
                }
                None => {
                    whole.push(first.clone());
                    rest = &rest[1..];
                }
            }
        }
        self.push(whole);
    }

    fn push(&mut self, column: Vec<Piece>) {
        if !column.is_empty() {
            self.columns.push(column);
        }
    }

    /// How many of the pieces, from the first on, are in two columns, and where the gutter between these is.
    fn gutter(&mut self, pieces: &[Piece]) -> Option<(usize, f32)> {
        self.looks = self.looks.saturating_sub(pieces.len());
        let left = pieces.iter().map(|piece| piece.left).fold(f32::MAX, f32::min);
        let right = pieces.iter().map(|piece| piece.right).fold(f32::MIN, f32::max);
        let mut free = vec![(left, right)];
        for (index, piece) in pieces.iter().enumerate() {
            let left = without(&free, piece);
            // A gutter of columns that this piece runs across: the columns end above it.
            let above = &pieces[..index];
            for &(from, to) in free.iter().filter(|(from, to)| piece.left < *to && piece.right > *from) {
                let goes_on = left.iter().filter(|(start, end)| *start >= from && *end <= to);
                if self.is_between(above, (from, to))
                    && !goes_on.into_iter().any(|part| self.is_between(above, *part))
                {
                    return Some((index, f32::midpoint(from, to)));
                }
            }
            self.looks = self.looks.saturating_sub(left.len());
            if left.is_empty() || self.looks == 0 {
                return None;
            }
            free = left;
        }
        free.retain(|gutter| self.is_between(pieces, *gutter));
        let (from, to) = free.into_iter().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
        Some((pieces.len(), f32::midpoint(from, to)))
    }

    /// Whether a gutter has columns of running text on both sides.
    fn is_between(&mut self, pieces: &[Piece], (from, to): (f32, f32)) -> bool {
        let at = f32::midpoint(from, to);
        self.looks = self.looks.saturating_sub(pieces.len());
        pieces.len() >= 2 * LINES
            && is_column(pieces.iter().filter(|piece| piece.right <= at))
            && is_column(pieces.iter().filter(|piece| piece.left >= at))
    }
}

/// What a piece leaves of intervals that are free of text, without what is too narrow for a gutter.
fn without(free: &[(f32, f32)], piece: &Piece) -> Vec<(f32, f32)> {
    let least = GUTTER * piece.size.min(14.0);
    free.iter()
        .flat_map(|&(from, to)| [(from, to.min(piece.left)), (from.max(piece.right), to)])
        .filter(|(from, to)| to - from >= least)
        .collect()
}

fn is_column<'p>(pieces: impl Iterator<Item = &'p Piece> + Clone) -> bool {
    let left = pieces.clone().map(|piece| piece.left).fold(f32::MAX, f32::min);
    let right = pieces.clone().map(|piece| piece.right).fold(f32::MIN, f32::max);
    let (mut lines, mut filled, mut size, mut base) = (0_usize, 0.0, 0.0, f32::MAX);
    for piece in pieces {
        if (base - piece.base).abs() > 0.3 * piece.size {
            lines += 1;
            base = piece.base;
        }
        filled += piece.right - piece.left;
        size += piece.size * (piece.right - piece.left);
    }
    let (width, size) = (right - left, size / filled.max(1.0));
    lines >= LINES && width >= NARROWEST * size && filled >= FULL * width * lines as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, left: f32, right: f32, base: f32) -> Piece {
        Piece { text: text.to_owned(), left, right, base, size: 10.0, bold: false }
    }

    fn read(pieces: Vec<Piece>) -> Vec<String> {
        columns(pieces)
            .iter()
            .map(|column| column.iter().map(|piece| piece.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn a_title_over_two_columns_and_a_line_below() {
        let mut pieces = vec![piece("T", 50.0, 400.0, 700.0)];
        for (line, (left, right)) in [("a", "d"), ("b", "e"), ("c", "f")].into_iter().enumerate() {
            let base = 670.0 - 12.0 * line as f32;
            pieces.push(piece(right, 312.0, 540.0, base + 3.0));
            pieces.push(piece(left, 50.0, 290.0, base));
        }
        pieces.push(piece("z", 50.0, 500.0, 600.0));
        assert_eq!(read(pieces), ["T", "abc", "def", "z"]);
    }

    #[test]
    fn tables_and_single_columns_are_read_line_by_line() {
        let row = |name: &str, figure: &str, base| {
            [piece(name, 50.0, 290.0, base), piece(figure, 312.0, 340.0, base)]
        };
        let rows = [row("a", "1", 700.0), row("b", "2", 688.0), row("c", "3", 676.0), row("d", "4", 664.0)];
        assert_eq!(read(rows.concat()), ["a1b2c3d4"]);
        let lines = (0..9).map(|line| piece("x", 50.0, 500.0, 700.0 - 12.0 * line as f32)).collect();
        assert_eq!(read(lines), ["xxxxxxxxx"]);
    }
}
