//! Puts letters together to pieces of text: words of one line that stand close to each other.

use std::collections::HashMap;

use super::font::UNKNOWN;

/// A gap of so many sizes is a space.
pub(super) const SPACE: f32 = 0.15;

/// A gap of so many sizes ends a piece.
const GAP: f32 = 0.7;

/// Words of one line. Measures are in points, upwards and to the right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The line that letters stand on.
    pub(super) base: f32,
    pub(super) size: f32,
    /// Whether all letters are bold.
    pub(super) bold: bool,
}

impl Piece {
    pub(super) fn top(&self) -> f32 {
        self.base + 0.75 * self.size
    }

    pub(super) fn bottom(&self) -> f32 {
        self.base - 0.25 * self.size
    }
}

/// A letter, or several that stand for one sign, turned upright.
struct Set<'t> {
    text: &'t str,
    left: f32,
    right: f32,
    base: f32,
    size: f32,
    bold: bool,
}

/// Bytes of text that a page has at most.
const MOST: usize = 8 << 20;

/// Which way lines of text run: to the right, up, to the left, down.
const WAYS: usize = 4;

/// Hears letters in the order in which they are drawn.
pub(super) struct Writer {
    visible: Option<[f32; 4]>,
    /// By the way that lines run, and by whether they are artifacts.
    pieces: [[Vec<Piece>; 2]; WAYS],
    /// The piece that letters are added to, with its way and its kind, and whether a space is due.
    open: Option<(Piece, usize, usize, bool)>,
    /// Marks that letters are no part of the text.
    pub(super) artifacts: usize,
    /// What stands instead of the letters that are drawn, and where the first begins and the last ends.
    instead: Option<(String, Option<Stretch>)>,
    /// Letters, and those among them that nothing is known of.
    pub(super) letters: usize,
    pub(super) unknown: usize,
    /// Bytes of text so far.
    bytes: usize,
}

type Stretch = ([f32; 6], [f32; 2], bool);

impl Writer {
    pub(super) fn new(visible: Option<[f32; 4]>) -> Self {
        Self {
            visible,
            pieces: Default::default(),
            open: None,
            artifacts: 0,
            instead: None,
            letters: 0,
            unknown: 0,
            bytes: 0,
        }
    }

    /// A letter that is drawn with this matrix, which holds its size and origin, and ends there.
    pub(super) fn letter(&mut self, text: &str, place: [f32; 6], end: [f32; 2], bold: bool) {
        if let Some((_, stretch)) = &mut self.instead {
            let first = stretch.map_or(place, |(first, ..)| first);
            *stretch = Some((first, end, bold));
            return;
        }
        let [a, b, c, d, x, y] = place;
        let (run, height) = (a.hypot(b), c.hypot(d));
        // Text that is slanted across the page is a watermark or the like; what is too small to see was not meant to be.
        let sound = place.iter().chain(&end).all(|number| number.is_finite());
        if !sound || !(0.5..2000.0).contains(&height) || a.abs().min(b.abs()) > 0.2 * run || !self.shows(x, y)
        {
            return;
        }
        let way = if a.abs() >= b.abs() {
            if a > 0.0 { 0 } else { 2 }
        } else if b > 0.0 {
            1
        } else {
            3
        };
        let upright = |x: f32, y: f32| match way {
            0 => (x, y),
            1 => (y, -x),
            2 => (-x, -y),
            _ => (-y, x),
        };
        let ((left, base), (right, _)) = (upright(x, y), upright(end[0], end[1]));
        self.set(way, &Set { text, left, right: right.max(left), base, size: height, bold });
    }

    fn shows(&self, x: f32, y: f32) -> bool {
        self.visible.is_none_or(|[left, bottom, right, top]| {
            (left - 1.0..=right + 1.0).contains(&x) && (bottom - 1.0..=top + 1.0).contains(&y)
        })
    }

    /// Begins or ends a stretch that stands for this text, whatever is drawn in it.
    pub(super) fn instead(&mut self, text: Option<String>) {
        if let Some((text, Some((place, end, bold)))) =
            std::mem::replace(&mut self.instead, text.map(|text| (text, None)))
        {
            self.letter(&text, place, end, bold);
        }
    }

    /// Whether the page has more text than pages have; what comes then is not kept.
    pub(super) fn is_full(&self) -> bool {
        self.bytes > MOST
    }

    fn set(&mut self, way: usize, letter: &Set<'_>) {
        self.bytes += letter.text.len();
        if self.is_full() {
            return;
        }
        let kind = usize::from(self.artifacts > 0);
        if letter.text.is_empty() {
            // A font that takes letters for control characters says as little as one that says nothing.
            self.letters += 1;
            self.unknown += 1;
            return;
        }
        let is_space = letter.text.trim().is_empty();
        if !is_space {
            self.letters += 1;
            self.unknown += usize::from(letter.text == UNKNOWN);
        }
        let goes_on = self.open.as_ref().is_some_and(|(piece, of_way, of_kind, _)| {
            let gap = letter.left - piece.right;
            *of_way == way
                && *of_kind == kind
                && (letter.base - piece.base).abs() < 0.1 * piece.size
                && (letter.size - piece.size).abs() < 0.15 * piece.size
                && gap > -0.5 * piece.size
                && gap < GAP * piece.size
        });
        if !goes_on {
            self.close();
        }
        match &mut self.open {
            Some((piece, _, _, space)) => {
                if is_space {
                    *space = true;
                } else {
                    if *space
                        || letter.left - piece.right > SPACE * piece.size
                        || letter.text.starts_with(' ')
                    {
                        piece.text.push(' ');
                    }
                    piece.text.push_str(letter.text.trim_start());
                    piece.bold &= letter.bold;
                    piece.right = piece.right.max(letter.right);
                    *space = false;
                }
            }
            None if is_space => {}
            none => {
                let piece = Piece {
                    text: letter.text.trim_start().to_owned(),
                    left: letter.left,
                    right: letter.right,
                    base: letter.base,
                    size: letter.size,
                    bold: letter.bold,
                };
                *none = Some((piece, way, kind, false));
            }
        }
    }

    fn close(&mut self) {
        if let Some((piece, way, kind, _)) = self.open.take() {
            self.pieces[way][kind].push(piece);
        }
    }

    /// The pieces of the page: lines that run as most do, then the others. Artifacts are left out unless there is nothing else.
    pub(super) fn finish(&mut self) -> Vec<Piece> {
        self.instead(None);
        self.close();
        let mut ways = std::mem::take(&mut self.pieces).map(|[pieces, artifacts]| {
            let pieces = if pieces.is_empty() { artifacts } else { pieces };
            without_doubles(pieces)
        });
        ways.sort_by_key(|pieces| {
            std::cmp::Reverse(pieces.iter().map(|piece| piece.text.len()).sum::<usize>())
        });
        let mut all = Vec::new();
        for mut pieces in ways {
            // What runs another way comes below all the rest.
            let bottom = all.iter().map(Piece::bottom).fold(0.0, f32::min);
            let top = pieces.iter().map(Piece::top).fold(f32::MIN, f32::max);
            if !all.is_empty() {
                for piece in &mut pieces {
                    piece.base += bottom - top - 100.0;
                }
            }
            all.append(&mut pieces);
        }
        all
    }
}

/// Without pieces that are drawn twice in nearly the same place, to look bold or to cast a shadow.
fn without_doubles(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut seen: HashMap<(String, i32), Vec<(f32, f32)>> = HashMap::new();
    let mut kept = Vec::new();
    for piece in pieces {
        let near = 0.2 * piece.size;
        let places = seen.entry((piece.text.clone(), piece.base as i32 / 50)).or_default();
        let is_double = places
            .iter()
            .rev()
            .take(8)
            .any(|(left, base)| (left - piece.left).abs() < near && (base - piece.base).abs() < near);
        if !is_double {
            places.push((piece.left, piece.base));
            kept.push(piece);
        }
    }
    kept
}
