//! Leaves out what stands at the top and the bottom of pages and is no part of the article: running heads and page numbers.
//!
//! Only what is sure is left out: what comes back on other pages in the same place, and numbers that count the pages.

use std::collections::HashMap;

use super::pieces::Piece;

/// Rows at each end of a page that are looked at.
const ROWS: usize = 3;

/// Points by which the place on other pages may differ.
const NEAR: f32 = 4.0;

/// A row of a page.
#[derive(Debug)]
struct Row {
    text: String,
    base: f32,
    /// Whether it is the outermost of its page.
    is_outermost: bool,
    /// How it stands to the rest: the gap, in sizes of its letters, and whether these are smaller.
    is_apart: bool,
}

/// Takes running heads and page numbers out of the pages.
pub(super) fn remove(pages: &mut [Vec<Piece>]) {
    let rows: Vec<_> = pages.iter().map(|pieces| rows(pieces)).collect();
    let mut places: HashMap<String, Vec<(usize, f32)>> = HashMap::new();
    for (page, rows) in rows.iter().enumerate() {
        for row in rows {
            places.entry(pattern(&row.text)).or_default().push((page, row.base));
        }
    }
    let needed = if pages.len() <= 4 { 2 } else { 3 };
    let shift = counted(&rows);
    for (page, pieces) in pages.iter_mut().enumerate() {
        let is_furniture = |row: &Row| {
            let mut same: Vec<_> = places
                .get(&pattern(&row.text))
                .into_iter()
                .flatten()
                .filter(|(_, base)| (base - row.base).abs() < NEAR)
                .map(|(page, _)| page)
                .collect();
            same.dedup();
            let number = page_number(&row.text);
            let counts = number.is_some_and(|(number, sure)| sure || Some(number - page as i64) == shift);
            same.len() >= needed || row.is_outermost && (counts || row.is_apart && is_printed(&row.text))
        };
        let bases: Vec<_> = rows[page].iter().filter(|row| is_furniture(row)).map(|row| row.base).collect();
        // A page is never left without text.
        let stays = |piece: &Piece| !bases.iter().any(|base| (base - piece.base).abs() < 0.25 * piece.size);
        if pieces.iter().any(stays) {
            pieces.retain(stays);
        }
    }
}

/// The rows at both ends of a page.
fn rows(pieces: &[Piece]) -> Vec<Row> {
    let mut sorted: Vec<_> = pieces.iter().collect();
    sorted.sort_by(|a, b| b.base.total_cmp(&a.base).then(a.left.total_cmp(&b.left)));
    let rows: Vec<_> = sorted
        .chunk_by(|a, b| (a.base - b.base).abs() < 0.25 * a.size.max(b.size))
        .map(|row| {
            let mut row = row.to_vec();
            row.sort_by(|a, b| a.left.total_cmp(&b.left));
            row
        })
        .collect();
    let count = rows.len();
    let is_end = |index: usize| index < ROWS || index + ROWS >= count;
    let of = |index: usize| {
        let row: &Vec<&Piece> = &rows[index];
        let first = row.first()?;
        let beside = if index == 0 { rows.get(1) } else { rows.get(index.wrapping_sub(1)) };
        let beside = beside.and_then(|row| row.first());
        Some(Row {
            text: row.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" "),
            base: first.base,
            is_outermost: count > 1 && (index == 0 || index + 1 == count),
            is_apart: beside.is_some_and(|beside| (beside.base - first.base).abs() > 1.8 * first.size),
        })
    };
    (0..count).filter(|index| is_end(*index)).filter_map(of).collect()
}

/// The text with its numbers taken for one another.
fn pattern(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("#")
}

/// The number of a row that is nothing else, and whether it says itself that it is that of a page: `Page 3`, `3/9`, `– 3 –`.
fn page_number(text: &str) -> Option<(i64, bool)> {
    let text = text.to_lowercase();
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let (bare, named) = match bare.strip_prefix("page ").or_else(|| bare.strip_prefix("p. ")) {
        Some(rest) => (rest.trim(), true),
        None => (bare, false),
    };
    let (number, of) = match bare.split_once('/').or_else(|| bare.split_once(" of ")) {
        Some((number, of)) => (number.trim(), Some(of.trim().parse::<i64>().ok()?)),
        None => (bare, None),
    };
    let number = if number.len() <= 4 { number.parse::<i64>().ok() } else { None }?;
    let sure = of.map_or(named, |of| number <= of && (named || text.contains('/')));
    Some((number, sure))
}

/// By how much the bare numbers at the ends of pages differ from the pages' own, if they count them.
fn counted(rows: &[Vec<Row>]) -> Option<i64> {
    let mut shifts: HashMap<i64, usize> = HashMap::new();
    for (page, rows) in rows.iter().enumerate() {
        for row in rows.iter().filter(|row| row.is_outermost) {
            if let Some((number, _)) = page_number(&row.text) {
                *shifts.entry(number - page as i64).or_default() += 1;
            }
        }
    }
    let (shift, count) =
        shifts.into_iter().max_by_key(|(shift, count)| (*count, std::cmp::Reverse(*shift)))?;
    // On a single page it is the number of that page.
    (count >= 2 || shift == 1).then_some(shift)
}

/// What browsers print around a page: the time of printing before the title, and the address.
fn is_printed(text: &str) -> bool {
    let address = ["https://", "http://", "file:///"].iter().any(|scheme| text.starts_with(scheme));
    let mut words = text.split_whitespace();
    let mut numbers = |mark: char, counts: std::ops::RangeInclusive<usize>| {
        words.next().is_some_and(|word| {
            let word = word.trim_end_matches(',');
            counts.contains(&word.split(mark).count())
                && word
                    .split(mark)
                    .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    address || numbers('/', 3..=3) && numbers(':', 2..=3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rows: &[&str]) -> Vec<Piece> {
        let piece = |(row, text): (usize, &&str)| Piece {
            text: (*text).to_owned(),
            left: 50.0,
            right: 500.0,
            base: 800.0 - 20.0 * row as f32,
            size: 10.0,
            bold: false,
        };
        rows.iter().enumerate().map(piece).collect()
    }

    fn kept(pages: &[&[&str]]) -> Vec<Vec<String>> {
        let mut pages: Vec<_> = pages.iter().map(|rows| page(rows)).collect();
        remove(&mut pages);
        pages.into_iter().map(|pieces| pieces.into_iter().map(|piece| piece.text).collect()).collect()
    }

    #[test]
    fn running_heads_and_numbers_go() {
        let pages: &[&[&str]] = &[
            &["The Echo, 3 May", "It rained.", "It cost £2m.", "a", "b", "1"],
            &["The Echo, 3 May", "It stopped.", "c", "d", "e", "2"],
        ];
        assert_eq!(kept(pages)[0], ["It rained.", "It cost £2m.", "a", "b"]);
        assert_eq!(kept(pages)[1], ["It stopped.", "c", "d", "e"]);
    }

    #[test]
    fn what_is_not_sure_stays() {
        assert_eq!(kept(&[&["It rained.", "2024"]]), [["It rained.", "2024"]]);
        assert_eq!(kept(&[&["It rained.", "Page 1 of 1"]]), [["It rained."]]);
        assert_eq!(
            kept(&[&["27/02/2025, 10:14 Roads", "It rained.", "https://echo.example/roads 1/1"]]),
            [["It rained."]]
        );
        assert_eq!(kept(&[&["7"]]), [["7"]]);
        assert_eq!(kept(&[&["It rained."], &["It rained."]]), [["It rained."], ["It rained."]]);
    }

    #[test]
    fn numbers_of_pages() {
        for (text, wanted) in [
            ("3", Some((3, false))),
            ("– 3 –", Some((3, false))),
            ("Page 3", Some((3, true))),
            ("3/9", Some((3, true))),
            ("Page 3 of 9", Some((3, true))),
            ("12 of 9", Some((12, false))),
            ("20251", None),
            ("three", None),
            ("3 May", None),
        ] {
            assert_eq!(page_number(text), wanted, "{text}");
        }
    }
}
