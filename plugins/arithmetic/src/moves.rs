//! What went from one figure to another, and by how much the sentence says: `from 40 to 50, a rise of 25%`.

use crate::figures::{Figure, Unit};
use crate::line::Line;

const UP: &[&str] = &[
    "rise",
    "increase",
    "growth",
    "gain",
    "jump",
    "surge",
    "leap",
    "climb",
    "up",
    "rose",
    "grew",
    "increased",
    "climbed",
    "jumped",
    "surged",
    "gained",
    "risen",
    "grown",
    "rising",
    "growing",
    "increasing",
    "raised",
    "higher",
    "improvement",
];

const DOWN: &[&str] = &[
    "fall",
    "drop",
    "decline",
    "decrease",
    "cut",
    "reduction",
    "slump",
    "down",
    "fell",
    "dropped",
    "declined",
    "decreased",
    "slumped",
    "fallen",
    "falling",
    "dropping",
    "reduced",
    "dip",
    "dipped",
    "plunge",
    "plunged",
    "lower",
    "shrank",
];

/// Two figures that something went from and to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Move<'a> {
    pub(crate) from: Figure<'a>,
    pub(crate) to: Figure<'a>,
    /// Its first word, and the one behind its last.
    pub(crate) words: (usize, usize),
}

impl Move<'_> {
    /// The least and greatest ratio of the two figures, rounding taken into account.
    pub(crate) fn ratio(&self) -> (f64, f64) {
        let (from, to) = (&self.from, &self.to);
        let low = (to.value - to.slack()) / (from.value + from.slack());
        let high = (to.value + to.slack()) / (from.value - from.slack()).max(from.value * 0.01);
        (low, high)
    }
}

/// `from A to B`
pub(crate) fn from_to<'a>(line: &Line<'a>, at: usize) -> Option<Move<'a>> {
    line.any(at, &["from"]).then_some(())?;
    let from = *line.figure(at + 1)?;
    let to_word = (from.end..from.end + 6).find(|&at| line.any(at, &["to"]))?;
    let to = *line.figure(to_word + 1)?;
    quiet(line, from.end, to_word).then_some(())?;
    paired(from, to, (at, to.end))
}

/// `to B from A`
pub(crate) fn to_from<'a>(line: &Line<'a>, at: usize) -> Option<Move<'a>> {
    line.any(at, &["to"]).then_some(())?;
    let to = *line.figure(at + 1)?;
    let comma = usize::from(line.text(to.end) == ",");
    let from_word = (to.end..to.end + 4 + comma).find(|&at| line.any(at, &["from"]))?;
    let from = *line.figure(from_word + 1)?;
    quiet(line, to.end + comma, from_word).then_some(())?;
    // "to 50 from 40 to 60" is something else.
    (!line.any(from.end, &["to"])).then_some(())?;
    paired(from, to, (at, from.end))
}

/// Whether between two words stand nothing but words that name a thing or a time.
pub(crate) fn quiet(line: &Line<'_>, first: usize, end: usize) -> bool {
    const OTHER: &[&str] =
        &["and", "or", "but", "while", "that", "which", "with", "of", "for", "by", "up", "down"];
    let quiet = |at: usize| {
        let year = line.figures.iter().any(|figure| figure.first == at && figure.year);
        (line.words[at].is_letters() && !line.any(at, OTHER)) || year
    };
    end.saturating_sub(first) <= 5 && (first..end).all(quiet)
}

/// Both figures in one unit, if they can be.
fn paired<'a>(mut from: Figure<'a>, mut to: Figure<'a>, words: (usize, usize)) -> Option<Move<'a>> {
    match (from.unit, to.unit) {
        (a, b) if a == b => {}
        (Unit::Plain, unit) => from.unit = unit,
        (unit, Unit::Plain) => to.unit = unit,
        _ => return None,
    }
    // "from 2 to 3 million": the scale holds for both.
    if to.scaled && !from.scaled && from.value < 1000.0 && to.value >= 1e6 {
        let scale = if to.value >= 1e12 {
            1e12
        } else if to.value >= 1e9 {
            1e9
        } else {
            1e6
        };
        from = Figure { value: from.value * scale, step: from.step * scale, scaled: true, ..from };
    }
    let good = from.value > 0.0 && to.value >= 0.0 && !from.year && !to.year && from.unit != Unit::Points;
    let comparable = to.value / from.value < 1000.0 && from.value / to.value.max(1e-9) < 1000.0;
    (good && comparable).then_some(Move { from, to, words })
}

/// The change stated before: `rose 25% from A to B`, `a 25% rise, from A to B`; with its direction.
pub(crate) fn before<'a>(line: &Line<'a>, change: &Move<'_>) -> Option<(Figure<'a>, Option<bool>)> {
    let mut end = change.words.0;
    end -= usize::from(line.before(end, &[","]));
    let noun = end.checked_sub(1).and_then(|at| direction(line, at));
    end -= usize::from(noun.is_some());
    let stated = line.figures.iter().find(|figure| figure.end == end)?;
    matches!(stated.unit, Unit::Percent | Unit::Points).then_some(())?;
    let by = stated.first - usize::from(line.before(stated.first, &["by"]));
    let verb = by.checked_sub(1).and_then(|at| direction(line, at));
    let up = noun.or(verb);
    up.is_some().then_some((*stated, up))
}

/// The change stated behind: `from A to B, a rise of 25%`, `from A to B (up 25%)`.
pub(crate) fn behind<'a>(line: &Line<'a>, change: &Move<'_>) -> Option<(Figure<'a>, Option<bool>)> {
    let open = |at: usize| matches!(line.text(at), "," | "(" | "\u{2014}" | "\u{2013}" | "-");
    let mark = (change.words.1..change.words.1 + 6).find(|&at| open(at))?;
    quiet(line, change.words.1, mark).then_some(())?;
    let mut up = None;
    for at in mark + 1..mark + 7 {
        if let Some(stated) = line.figure(at).filter(|stated| stated.unit != Unit::Plain) {
            matches!(stated.unit, Unit::Percent | Unit::Points).then_some(())?;
            up = up.or_else(|| direction(line, stated.end));
            // "25% of them" is a share; without a word for the change, only brackets tell that it is one.
            let share = line.any(stated.end, &["of"]);
            // "cut staff from 1,200 to 900, or 25 per cent"
            let verb =
                (change.words.0.saturating_sub(4)..change.words.0).any(|at| direction(line, at).is_some());
            let told = up.is_some()
                || (verb && line.any(mark + 1, &["or"]))
                || (line.text(mark) == "(" && line.text(stated.end) == ")");
            return (!share && told).then_some((*stated, up));
        }
        up = up.or_else(|| direction(line, at));
        let link = line
            .any(at, &["a", "an", "of", "by", "or", "which", "is", "was", "the", "equivalent", "to", "year"]);
        (link || direction(line, at).is_some()).then_some(())?;
    }
    None
}

/// Whether word `at` says that something went up, or down.
fn direction(line: &Line<'_>, at: usize) -> Option<bool> {
    if line.any(at, UP) { Some(true) } else { line.any(at, DOWN).then_some(false) }
}
