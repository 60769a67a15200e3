//! Paragraphs out of lines, and which of them are headings, items and cells.

use std::collections::HashMap;

use claimlist_core::BlockKind;

use super::lines::Line;
use crate::text::{begins_item, ends_sentence};

/// How much larger than the text headings are at least.
const LARGER: f32 = 1.12;

/// Bytes of the longest heading.
const HEADING: usize = 200;

/// Lines that belong together, from the columns of one or more pages.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) kind: BlockKind,
    pub(super) lines: Vec<Line>,
}

impl Paragraph {
    fn new(line: Line) -> Self {
        Self { kind: BlockKind::Paragraph, lines: vec![line] }
    }

    fn is_bold(&self) -> bool {
        self.lines.iter().all(|line| line.bold)
    }

    fn size(&self) -> f32 {
        self.lines.first().map_or(0.0, |line| line.size)
    }

    fn bytes(&self) -> usize {
        self.lines.iter().map(|line| line.text.len()).sum()
    }

    fn text(&self) -> String {
        let words = self.lines.iter().flat_map(|line| line.text.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The paragraphs of the columns, in the order of reading.
pub(super) fn paragraphs(columns: Vec<Vec<Line>>, title: Option<&str>) -> Vec<Paragraph> {
    let style = Style::of(&columns);
    let mut all: Vec<Paragraph> = Vec::new();
    for lines in columns {
        let column = Column::of(&lines, &style);
        let mut own = column.paragraphs(lines);
        let joins =
            all.last().zip(own.first()).is_some_and(|(last, first)| style.goes_on(last, first, &column));
        if let (Some(last), true) = (all.last_mut(), joins) {
            last.lines.append(&mut own.remove(0).lines);
        }
        all.append(&mut own);
    }
    style.tell_headings(&mut all);
    tell_title(&mut all, title);
    all
}

/// What most of the text is like.
struct Style {
    size: f32,
    /// From line to line, in sizes.
    leading: f32,
}

impl Style {
    fn of(columns: &[Vec<Line>]) -> Self {
        let mut sizes: HashMap<i32, usize> = HashMap::new();
        for line in columns.iter().flatten() {
            *sizes.entry((line.size * 2.0).round() as i32).or_default() += line.text.len();
        }
        let size = most(&sizes).map_or(10.0, |size| size as f32 / 2.0);
        let mut leadings: HashMap<i32, usize> = HashMap::new();
        for pair in columns.iter().flat_map(|lines| lines.windows(2)) {
            let [above, below] = pair else { continue };
            let leading = (above.base - below.base) / size;
            if (above.size - size).abs() < 0.3
                && (below.size - size).abs() < 0.3
                && (0.8..3.0).contains(&leading)
            {
                *leadings.entry((leading * 20.0).round() as i32).or_default() += 1;
            }
        }
        // The smallest that is common: paragraphs of single lines have their own, larger one.
        let common = most(&leadings).and_then(|leading| leadings.get(&leading)).copied().unwrap_or(0);
        let least =
            leadings.iter().filter(|(_, count)| **count * 3 >= common).map(|(leading, _)| *leading).min();
        Self { size, leading: least.map_or(1.2, |leading| leading as f32 / 20.0).min(2.4) }
    }

    /// Whether a paragraph goes on in the next column or on the next page.
    fn goes_on(&self, last: &Paragraph, first: &Paragraph, column: &Column) -> bool {
        let Some((above, below)) = last.lines.last().zip(first.lines.first()) else { return false };
        if above.size.min(below.size) > LARGER * self.size {
            // The last line of a heading may be so short that it looks like one of the column below it.
            let by = (above.base - below.base) / above.size;
            return (above.size - below.size).abs() < 0.3
                && above.page == below.page
                && (0.8..1.6).contains(&by);
        }
        let is_text = |paragraph: &Paragraph| {
            paragraph.kind == BlockKind::Paragraph && (paragraph.size() - self.size).abs() < 0.6
        };
        is_text(last)
            && is_text(first)
            && !is_closed(&above.text)
            && !begins_item(&below.text)
            && (!last.is_bold() || first.is_bold())
            && (below.text.starts_with(char::is_lowercase)
                || above.text.ends_with(['-', '\u{AD}', ','])
                || last.lines.len() > 1
                    && below.left < column.left + 0.7 * below.size
                    && first.lines.len() > 1)
    }

    fn tell_headings(&self, all: &mut [Paragraph]) {
        let bold = all.iter().filter(|paragraph| paragraph.is_bold()).map(Paragraph::bytes).sum::<usize>();
        let bold_text = bold * 2 > all.iter().map(Paragraph::bytes).sum();
        for index in 0..all.len() {
            let paragraph = &all[index];
            if paragraph.kind != BlockKind::Paragraph
                || paragraph.bytes() > HEADING
                || !has_letters(paragraph)
            {
                continue;
            }
            let is_last = index + 1 == all.len();
            let text = paragraph.text();
            let sentence = text.ends_with(['.', ',', ';', ':']);
            let larger = paragraph.size() > LARGER * self.size;
            let is_heading = larger && !(sentence && text.len() > 80)
                || paragraph.is_bold()
                    && !bold_text
                    && !sentence
                    && !is_last
                    && paragraph.size() > 0.95 * self.size
                    && paragraph.lines.len() <= 2
                    && all.get(index + 1).is_some_and(|next| !next.is_bold())
                    && !begins_item(&text);
            if is_heading {
                all[index].kind = BlockKind::Heading;
            }
        }
    }
}

/// Pages have big figures and signs that are no headings.
fn has_letters(paragraph: &Paragraph) -> bool {
    paragraph.lines.iter().flat_map(|line| line.text.chars()).filter(|c| c.is_alphabetic()).count() > 2
}

/// The title is what the document's properties call so, else the largest heading on the first page.
fn tell_title(all: &mut [Paragraph], title: Option<&str>) {
    const FIRST: usize = 8;
    let page = all.first().and_then(|paragraph| paragraph.lines.first()).map_or(1, |line| line.page);
    let named =
        title.and_then(|title| all.iter().take(FIRST).position(|paragraph| paragraph.text() == title));
    let largest = || {
        let on_first = |paragraph: &Paragraph| {
            paragraph.kind == BlockKind::Heading
                && paragraph.lines.first().is_some_and(|line| line.page == page)
        };
        let sizes = all.iter().enumerate().filter(|(_, paragraph)| on_first(paragraph));
        let (index, paragraph) = sizes.rev().max_by(|a, b| a.1.size().total_cmp(&b.1.size()))?;
        // A heading deep in the text, no larger than others, is none.
        let before = all[..index].iter().filter(|paragraph| paragraph.bytes() > HEADING).count();
        (before == 0 && paragraph.size() > 0.0).then_some(index)
    };
    if let Some(index) = named.or_else(largest) {
        all[index].kind = BlockKind::Title;
    }
}

/// The key with the largest count; of several the smallest.
fn most(counts: &HashMap<i32, usize>) -> Option<i32> {
    counts.iter().max_by_key(|(key, count)| (**count, std::cmp::Reverse(**key))).map(|(key, _)| *key)
}

/// Whether nothing goes on behind a line, by how it ends.
fn is_closed(text: &str) -> bool {
    let text = text.trim_end();
    ends_sentence(text) || text.ends_with(':')
}

/// The measures of a column.
struct Column {
    left: f32,
    right: f32,
    leading: f32,
}

impl Column {
    fn of(lines: &[Line], style: &Style) -> Self {
        let text = || lines.iter().filter(|line| (line.size - style.size).abs() < 0.6);
        let left = text().map(|line| line.left).fold(f32::MAX, f32::min);
        let right = text().map(|line| line.right).fold(f32::MIN, f32::max);
        Self { left, right, leading: style.leading }
    }

    fn paragraphs(&self, lines: Vec<Line>) -> Vec<Paragraph> {
        let table = tables(&lines);
        let mut all: Vec<Paragraph> = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            if table[index] {
                all.extend(cells(line));
                continue;
            }
            let above = index.checked_sub(1).filter(|above| !table[*above]).map(|above| &lines[above]);
            match (above, all.last_mut()) {
                (Some(above), Some(last)) if !self.is_break(last, above, line, lines.get(index + 1)) => {
                    last.lines.push(line.clone());
                }
                _ => all.push(Paragraph::new(line.clone())),
            }
        }
        all
    }

    /// Whether a paragraph ends between these lines.
    fn is_break(&self, paragraph: &Paragraph, above: &Line, below: &Line, next: Option<&Line>) -> bool {
        let size = above.size.max(below.size);
        let gap = above.base - below.base;
        if (above.size - below.size).abs() > 0.08 * size || gap < 0.0 {
            return true;
        }
        if gap > 1.2 * self.leading.max(1.1) * size + 0.5 {
            return true;
        }
        let goes_on = below.text.starts_with(char::is_lowercase);
        if paragraph.is_bold() != (paragraph.is_bold() && below.bold) && !goes_on {
            return true;
        }
        if begins_item(&below.text)
            && (is_closed(&above.text) || below.text.starts_with(['•', '‣', '▪', '●']))
        {
            return true;
        }
        let is_centred = ((above.left + above.right) - (below.left + below.right)).abs() < 4.0
            && (above.left - below.left).abs() > 1.0;
        !is_centred && self.is_indented(paragraph, above, below, next) || self.is_short(above, below, goes_on)
    }

    /// Whether the line below begins a paragraph by where it begins.
    fn is_indented(&self, paragraph: &Paragraph, above: &Line, below: &Line, next: Option<&Line>) -> bool {
        let by = (below.left - above.left) / below.size;
        let begins = paragraph.lines.len() == 1;
        let hangs = begins && begins_item(&above.text);
        // Behind a line that was indented the text returns to the margin.
        let indented = by > 0.7
            && by < 8.0
            && !hangs
            && next.is_none_or(|next| next.left < below.left + 0.5 * below.size);
        indented && (is_closed(&above.text) || !below.text.starts_with(char::is_lowercase))
            || by < -0.7 && !begins && is_closed(&above.text)
    }

    /// Whether the line above was left before it was full.
    fn is_short(&self, above: &Line, below: &Line, goes_on: bool) -> bool {
        let characters = below.text.chars().count().max(1) as f32;
        let word = below.text.split_whitespace().next().map_or(0, |word| word.chars().count()) as f32;
        let width = (below.right - below.left) * word / characters;
        let free = self.right - above.right - 0.3 * above.size;
        let half = 0.6 * (self.right - self.left);
        !goes_on
            && (is_closed(&above.text) && free > width + 0.5 * above.size || free > half && above.size < 14.0)
    }
}

/// Which lines are rows of tables: those of several cells that have others like them beside them.
fn tables(lines: &[Line]) -> Vec<bool> {
    let is_row = |line: &Line| line.cells.len() > usize::from(begins_item(&line.text));
    let rows: Vec<_> = lines.iter().map(is_row).collect();
    (0..lines.len())
        .map(|index| {
            let beside =
                |other: Option<usize>| other.and_then(|other| rows.get(other)).copied().unwrap_or(false);
            rows[index] && (beside(index.checked_sub(1)) || beside(Some(index + 1)))
        })
        .collect()
}

/// The cells of a row.
fn cells(line: &Line) -> Vec<Paragraph> {
    let starts = std::iter::once(0).chain(line.cells.iter().copied());
    let ends = line.cells.iter().copied().chain(std::iter::once(line.text.len()));
    let cell = |(start, end): (usize, usize)| {
        let text = line.text.get(start..end)?.trim();
        let line = Line { text: text.to_owned(), cells: Vec::new(), ..line.clone() };
        (!text.is_empty()).then(|| Paragraph { kind: BlockKind::TableCell, lines: vec![line] })
    };
    starts.zip(ends).filter_map(cell).collect()
}
