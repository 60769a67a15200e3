//! Where a text stands in the file that the user has open: lines, columns, and the way back from a text that was taken out of
//! markup.
//!
//! ```
//! use claimlist_core::{Document, Lines, Position, SourceMap};
//!
//! let source = "<p>It\nrained.</p>";
//! // The text "It rained." was taken from byte 3 of the source on, and its second word from byte 6 on.
//! let map = SourceMap::new(source, [(0, 3), (3, 6)]);
//! let document = Document::plain("It rained.")?.with_source(map);
//! assert_eq!(document.position(5), Position { line: 2, column: 3 });
//! assert_eq!(Lines::new(source).position(source, 8), Position { line: 2, column: 3 });
//! # Ok::<(), claimlist_core::TextTooLong>(())
//! ```

use serde::{Deserialize, Serialize};

/// A place in the file that the user has open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
}

/// Where the lines of a text start. A line ends in a line feed, a carriage return, or both.
#[derive(Clone, Debug)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// The lines of a text under 4 GiB; what lies behind counts as its last line.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self(std::iter::once(0).chain(ends.map_while(|at| u32::try_from(at + 1).ok())).collect())
    }

    /// The line and column of a byte offset of that text.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32) -> Position {
        Positions::new(text, self, None).at(offset)
    }
}

/// The way from a text back into the source that it was taken from.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// Offsets of the text, sorted, and where the words from there on stand. Within a run, text and source go along
    /// character by character.
    runs: Vec<(u32, Position)>,
    /// Offsets of the text, sorted, and the place in words that holds from there on.
    places: Vec<(u32, String)>,
}

impl SourceMap {
    /// A map from offsets of a text, sorted, to byte offsets of its source. Offsets that are not on a boundary of the source
    /// count as the boundary before them.
    #[must_use]
    pub fn new(source: &str, runs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let lines = Lines::new(source);
        let mut positions = Positions::new(source, &lines, None);
        let runs = runs.into_iter().map(|(text, at)| (text, positions.at(at))).collect();
        Self { runs, places: Vec::new() }
    }

    /// The same map with places in words, for sources that have no lines: offsets of the text, sorted, and the place that
    /// holds from there on, such as "page 3".
    #[must_use]
    pub fn with_places(self, places: Vec<(u32, String)>) -> Self {
        Self { places, ..self }
    }

    /// The place in words of a byte offset of the text.
    #[must_use]
    pub fn place(&self, offset: u32) -> Option<&str> {
        let index = self.places.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        self.places.get(index).map(|(_, place)| place.as_str())
    }

    /// The run in which an offset of the text lies.
    fn run(&self, offset: u32) -> Option<(u32, Position)> {
        let index = self.runs.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        self.runs.get(index).copied()
    }
}

/// Finds lines and columns, fast for offsets in the order of the text: a text of one line and many megabytes is
/// counted once, not once for each offset.
#[derive(Clone, Debug)]
pub struct Positions<'d> {
    text: &'d str,
    lines: &'d Lines,
    map: Option<&'d SourceMap>,
    /// The last offset asked for, and its place.
    last: Option<(u32, Position)>,
}

impl<'d> Positions<'d> {
    pub(crate) fn new(text: &'d str, lines: &'d Lines, map: Option<&'d SourceMap>) -> Self {
        Self { text, lines, map, last: None }
    }

    /// The line and column at which a byte offset stands in the source.
    pub fn at(&mut self, offset: u32) -> Position {
        let (start, from) = match self.map.and_then(|map| map.run(offset)) {
            Some(run) => run,
            None => {
                let line = self.lines.0.partition_point(|&start| start <= offset).saturating_sub(1);
                let start = self.lines.0.get(line).copied().unwrap_or_default();
                (start, Position { line: line as u32 + 1, column: 1 })
            }
        };
        // Go on from the last offset if it lies in the same stretch.
        let (start, from) = match self.last {
            Some((last, position)) if (start..=offset).contains(&last) => (last, position),
            _ => (start, from),
        };
        let position = Position { line: from.line, column: from.column + self.between(start, offset) };
        self.last = Some((offset, position));
        position
    }

    /// Characters between two offsets.
    fn between(&self, start: u32, end: u32) -> u32 {
        let end = (0..=self.text.len().min(end as usize))
            .rev()
            .find(|&at| self.text.is_char_boundary(at))
            .unwrap_or(0);
        self.text.get(start as usize..end).map_or(0, |text| text.chars().count() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_out_of_markup_leads_back_into_it() {
        let source = "<h1>Café &amp; bar</h1>\n<p>It <b>rained</b>\n   all day.";
        let text = "Café & bar\n\nIt rained all day.";
        let at = |words: &str| source.find(words).unwrap() as u32;
        let runs = [
            (0, at("Café")),
            (6, at("&amp;")),
            (7, at(" bar")),
            (13, at("It")),
            (16, at("rained")),
            (23, at("all")),
        ];
        let map = SourceMap::new(source, runs);
        let lines = Lines::new(text);
        let mut positions = Positions::new(text, &lines, Some(&map));
        for (words, line, column) in [
            ("Café", 1, 5),
            ("bar", 1, 16),
            ("rained", 2, 10),
            ("day", 3, 8),
            ("all", 3, 4),
            ("ained", 2, 11),
        ] {
            let offset = text.find(words).unwrap() as u32;
            assert_eq!(positions.at(offset), Position { line, column }, "{words}");
        }
    }

    #[test]
    fn places_hold_up_to_the_next() {
        let places = vec![(0, "page 1".to_owned()), (10, "page 2".to_owned())];
        let map = SourceMap::default().with_places(places);
        assert_eq!(
            [0, 9, 10, 99].map(|at| map.place(at)),
            ["page 1", "page 1", "page 2", "page 2"].map(Some)
        );
        assert_eq!(SourceMap::default().place(3), None);
    }
}
