//! The lines of a column.

use super::pieces::{Piece, SPACE};

/// A gap of so many sizes is one between the cells of a table.
const CELLS: f32 = 1.5;

/// A line of text on a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    pub(super) size: f32,
    /// Whether all of it is bold.
    pub(super) bold: bool,
    /// Counted from 1.
    pub(super) page: u32,
    /// Where in the text cells begin, after the first.
    pub(super) cells: Vec<usize>,
}

/// The lines of a column on this page: pieces on one height, from left to right.
pub(super) fn lines(page: u32, pieces: Vec<Piece>) -> Vec<Line> {
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        let is_beside = |row: &Vec<Piece>| {
            row.iter().any(|other| {
                let larger = other.size.max(piece.size);
                (other.base - piece.base).abs() < 0.25 * larger
                    || (other.base - piece.base).abs() < 0.55 * larger && is_raised(&piece, other)
                    || (other.base - piece.base).abs() < 0.55 * larger && is_raised(other, &piece)
            })
        };
        // Pieces come from the top down: only the last lines can be beside.
        let last = rows.len().saturating_sub(3);
        match rows[last..].iter_mut().rev().find(|row| is_beside(row)) {
            Some(row) => row.push(piece),
            None => rows.push(vec![piece]),
        }
    }
    rows.into_iter().filter_map(|row| line(page, row)).collect()
}

/// Small figures beside larger text, above or below its line.
fn is_raised(piece: &Piece, beside: &Piece) -> bool {
    piece.size < 0.8 * beside.size
        && piece.left <= beside.right + beside.size
        && piece.right >= beside.left - beside.size
}

fn line(page: u32, mut row: Vec<Piece>) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    // The line is that of its largest letters, by how much there is of them.
    let main = row
        .iter()
        .max_by(|a, b| (a.size * (a.right - a.left)).total_cmp(&(b.size * (b.right - b.left))))?
        .clone();
    let first = row.first()?;
    let mut line = Line {
        text: String::new(),
        left: first.left,
        right: first.left,
        base: main.base,
        size: main.size,
        bold: row.iter().all(|piece| piece.bold),
        page,
        cells: Vec::new(),
    };
    let mut begun = false;
    for piece in row {
        let gap = piece.left - line.right;
        let raised = piece.size < 0.8 * main.size && piece.base > main.base + 0.15 * main.size;
        if raised && begun && is_number(&piece.text) && !is_power(&line.text) && gap < 0.5 * main.size {
            // The number of a note, which is no part of the sentence.
            line.right = line.right.max(piece.right);
            continue;
        }
        if begun && gap > CELLS * main.size {
            line.text.push(' ');
            line.cells.push(line.text.len());
        } else if begun && gap > SPACE * main.size {
            line.text.push(' ');
        }
        if raised && is_number(&piece.text) && begun {
            line.text.extend(piece.text.chars().map(superscript));
        } else {
            line.text.push_str(&piece.text);
        }
        begun = true;
        line.right = line.right.max(piece.right);
    }
    (!line.text.trim().is_empty()).then_some(line)
}

fn is_number(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 6
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b' '))
}

/// Whether a raised number behind this text is a power: `10`, `km`.
fn is_power(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.ends_with(|c: char| c.is_ascii_digit()) && word.parse::<u32>().is_ok_and(|number| number == 10)
        || matches!(word, "m" | "cm" | "mm" | "km" | "ft")
}

fn superscript(digit: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied().unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, left: f32, base: f32, size: f32) -> Piece {
        let right = left + 0.5 * size * text.chars().count() as f32;
        Piece { text: text.to_owned(), left, right, base, size, bold: false }
    }

    #[test]
    fn numbers_of_notes_are_left_out_and_powers_kept() {
        let texts = |pieces| lines(1, pieces).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert_eq!(
            texts(vec![
                piece("3", 36.0, 104.0, 6.0),
                piece("It rained", -10.0, 100.0, 10.0),
                piece("all day", 45.0, 100.0, 10.0)
            ]),
            ["It rained all day"]
        );
        assert_eq!(
            texts(vec![piece("2", 35.0, 104.0, 6.0), piece("of 12 km", -5.0, 100.0, 10.0)]),
            ["of 12 km²"]
        );
        assert_eq!(texts(vec![piece("a", 0.0, 100.0, 10.0), piece("b", 0.0, 88.0, 10.0)]), ["a", "b"]);
    }

    #[test]
    fn cells_are_told_by_their_gaps() {
        let row = vec![
            piece("North", 0.0, 100.0, 10.0),
            piece("12", 100.0, 100.0, 10.0),
            piece("%", 112.0, 100.0, 10.0),
        ];
        let line = lines(1, row).remove(0);
        assert_eq!((line.text.as_str(), line.cells.as_slice()), ("North 12 %", [6].as_slice()));
    }
}
