//! The texts of a table's rows, and their folding into the lines of a cell.

use claimlist_core::checklist::ClaimEntry;
use claimlist_core::{Finding, Hint, Priority, Source};

use crate::palette::{self, styled};
use crate::selection::Row;
use crate::wrap::{printable, width, wrap};

/// A claim has at most so many lines, what is said by whom included in the last.
const CLAIM_LINES: usize = 4;

/// A hint has at most so many lines.
const HINT_LINES: usize = 5;

/// Columns of a hint's mark and the space behind it.
const MARK: usize = 3;

/// What one row shows, ready for folding.
pub(crate) struct RowText<'c> {
    pub(crate) number: usize,
    pub(crate) claim: &'c ClaimEntry,
    words: String,
    speaker: Option<String>,
    hints: Vec<HintText>,
}

struct HintText {
    priority: Priority,
    what: String,
    how: Option<String>,
}

/// The sources that the hints of an article name, each once, numbered from 1 in the order of their first mention.
#[derive(Default)]
pub(crate) struct Sources<'c>(Vec<&'c Source>);

impl<'c> RowText<'c> {
    /// The texts of a row. `how` adds to each hint how to go about it.
    pub(crate) fn new(row: Row<'c>, how: bool, sources: &mut Sources<'c>) -> Self {
        let claim = row.claim;
        let words = printable(&claim.text);
        let speaker =
            claim.speaker.as_deref().map(printable).filter(|speaker| !words.contains(speaker.as_str()));
        // The most urgent first; rules that are equally urgent stay in their order.
        let mut hints: Vec<_> = claim.hints.iter().collect();
        hints.sort_by_key(|hint| std::cmp::Reverse(hint.priority));
        let hints = hints.into_iter().map(|hint| HintText::new(hint, how, sources)).collect();
        Self {
            number: row.number,
            claim,
            words,
            speaker: speaker.map(|speaker| format!("— {speaker}")),
            hints,
        }
    }

    /// The columns that the claim takes on one line.
    pub(crate) fn claim_width(&self) -> usize {
        width(&self.words).max(self.speaker.as_deref().map_or(0, width))
    }

    /// The columns that the widest hint takes on one line; 0 if there are no hints.
    pub(crate) fn hints_width(&self) -> usize {
        let widest = |hint: &HintText| MARK + width(&hint.what).max(hint.how.as_deref().map_or(0, width));
        self.hints.iter().map(widest).max().unwrap_or(0)
    }

    /// The claim's words and who said them.
    pub(crate) fn claim_lines(&self, columns: usize) -> Vec<String> {
        let mut lines = wrap(&self.words, columns, CLAIM_LINES);
        if let Some(speaker) = &self.speaker {
            lines.extend(wrap(speaker, columns, 1).iter().map(|line| styled(line, palette::FAINT)));
        }
        lines
    }

    /// The hints, each with its mark before it and its further lines below its words.
    pub(crate) fn hint_lines(&self, columns: usize) -> Vec<String> {
        self.hints.iter().flat_map(|hint| hint.lines(columns)).collect()
    }
}

/// The lines of hints that stand on their own, such as those on the article as a whole.
pub(crate) fn hint_lines<'c>(
    hints: &'c [Hint],
    columns: usize,
    how: bool,
    sources: &mut Sources<'c>,
) -> Vec<String> {
    hints.iter().flat_map(|hint| HintText::new(hint, how, sources).lines(columns)).collect()
}

impl HintText {
    fn new<'c>(hint: &'c Hint, how: bool, sources: &mut Sources<'c>) -> Self {
        let mut what = match hint.finding {
            Some(Finding::Conflicts) => "CONFLICT: ".to_owned(),
            Some(Finding::Agrees) => "Agrees: ".to_owned(),
            None => String::new(),
        };
        what += &printable(&hint.text);
        if !hint.sources.is_empty() {
            let numbers: Vec<_> =
                hint.sources.iter().map(|source| sources.number(source).to_string()).collect();
            what += &format!(" [{}]", numbers.join(","));
        }
        Self { priority: hint.priority, what, how: hint.how.as_deref().filter(|_| how).map(printable) }
    }

    fn lines(&self, columns: usize) -> Vec<String> {
        let columns = columns.saturating_sub(MARK).max(1);
        let (mark, style) = palette::mark(self.priority);
        let what = wrap(&self.what, columns, HINT_LINES);
        let mut lines = Vec::with_capacity(what.len());
        for (index, line) in what.iter().enumerate() {
            let mark = if index == 0 { styled(mark, style) } else { "  ".to_owned() };
            lines.push(format!("{mark} {line}"));
        }
        for line in self.how.iter().flat_map(|how| wrap(how, columns, HINT_LINES)) {
            lines.push(format!("   {}", styled(&line, palette::FAINT)));
        }
        lines
    }
}

impl<'c> Sources<'c> {
    /// The number of a source, which is added if it is new. An article names few sources: a search suffices.
    fn number(&mut self, source: &'c Source) -> usize {
        if let Some(index) = self.0.iter().position(|&known| known == source) {
            return index + 1;
        }
        self.0.push(source);
        self.0.len()
    }

    /// One line a source, or two where its address does not fit behind its title. `links` makes both lead to it.
    pub(crate) fn lines(&self, columns: usize, links: bool) -> Vec<String> {
        let digits = self.0.len().to_string().len();
        let mut lines = Vec::new();
        for (index, source) in self.0.iter().enumerate() {
            let number = format!("[{}]", index + 1);
            let title = printable(&source.title);
            let url = source.url.as_deref().map(printable).unwrap_or_default();
            let indent = digits + 3;
            let link = |text: &str| if links { palette::linked(text, &url) } else { text.to_owned() };
            if indent + width(&title) + 1 + width(&url) <= columns {
                lines.push(
                    format!("{number:indent$}{} {}", link(&title), link(&styled(&url, palette::FAINT)))
                        .trim_end()
                        .to_owned(),
                );
                continue;
            }
            let titles = wrap(&title, columns.saturating_sub(indent), HINT_LINES);
            // An address is not broken: it would no longer be one.
            for (index, line) in titles.iter().enumerate() {
                let number = if index == 0 { number.as_str() } else { "" };
                lines.push(format!("{number:indent$}{}", link(line)));
            }
            if !url.is_empty() {
                lines.push(format!("{:indent$}{}", "", link(&styled(&url, palette::FAINT))));
            }
        }
        lines
    }
}
