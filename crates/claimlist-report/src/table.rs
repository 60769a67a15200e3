//! The table that a fact-checker works through: one row a claim, one table an article, totals at the end.
//!
//! ```text
//! Town council votes on Monday
//! council.txt
//!
//!  #  Claim                   Kind      Worth  Hints                                    Line
//! ──────────────────────────────────────────────────────────────────────────────────────────
//!  1  £2m on road repairs     quantity   0.81  !! Is it in the budget that was passed?     3
//! ```
//!
//! From [`BESIDE`] columns on, hints stand beside the claim; in a narrower table they stand below it. From [`WIDE`]
//! columns on, a hint also says how to go about it.

use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, DocumentEntry};
use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Row, TableStyle, Width,
};

use crate::cells::{RowText, Sources, hint_lines};
use crate::group::{Group, Grouped, grouped};
use crate::palette::{self, styled};
use crate::totals::Totals;
use crate::wrap::{printable, wrap};
use crate::{Options, Renderer, Selected, Selection};

/// The least width at which hints have a column of their own.
const BESIDE: usize = 100;

/// The least width at which hints say how to check.
const WIDE: usize = 140;

/// A table with a narrower claim column would not be readable: so narrow a terminal has to wrap its lines.
const NARROWEST_CLAIM: usize = 10;

/// The widest that the column of places gets; what is longer is broken into lines.
const WIDEST_PLACE: usize = 14;

/// The share of the room that claims get beside hints if both want more than there is, in percent.
const CLAIM_SHARE: usize = 45;

/// The titles of the columns, and the line under them.
const HEAD_LINES: usize = 2;

/// The head of a group has at most so many lines.
const GROUP_LINES: usize = 3;

/// Blank columns beside each column's text, left and right together.
const PADDING: usize = 2;

/// A line under the head, and nothing else: rows are told apart by their numbers.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Tables for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The width in terminal columns that no line exceeds, addresses of sources excepted; at least 40 is sensible.
    pub width: usize,
    /// Whether hints say how to go about them whatever the width.
    pub wide: bool,
    /// By what the claims of an article are grouped, if they are.
    pub group: Option<Group>,
    /// Whether sources are links for a terminal that knows them (OSC 8).
    pub links: bool,
    /// Leaves out all but the claims: no totals.
    pub quiet: bool,
}

impl Renderer for Table {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        let mut totals = Totals::new(checklist);
        for document in &checklist.documents {
            let selected = selection.of(document);
            totals.add(&selected);
            self.article(document, selected, out)?;
        }
        if !self.quiet {
            for line in wrap(&totals.to_string(), self.width, usize::MAX) {
                writeln!(out, "{}", styled(&line, palette::TITLE))?;
            }
        }
        Ok(())
    }
}

impl Table {
    /// Tables by these options.
    #[must_use]
    pub fn new(options: &Options) -> Self {
        let Options { width, wide, group, links, quiet, .. } = *options;
        Self { width, wide, group, links, quiet }
    }

    /// Title, table and sources of one article.
    fn article(
        &self,
        document: &DocumentEntry,
        selected: Selected<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.heading(document, out)?;
        let mut sources = Sources::default();
        let how = self.wide || self.width >= WIDE;
        let whole = hint_lines(&document.hints, self.width, how, &mut sources);
        for line in &whole {
            writeln!(out, "{line}")?;
        }
        if !whole.is_empty() {
            writeln!(out)?;
        }
        if selected.rows.is_empty() {
            let empty =
                if document.claims.is_empty() { "No claims found." } else { "No claim of that sort." };
            writeln!(out, "{empty}\n")?;
            return self.sources(&sources, out);
        }
        self.rows(grouped(document, selected.rows, self.group), how, &mut sources, out)?;
        self.sources(&sources, out)?;
        if selected.left_out > 0 && !self.quiet {
            let more = format!("{} more, less worth a check.", selected.left_out);
            writeln!(out, "{}\n", styled(&more, palette::FAINT))?;
        }
        Ok(())
    }

    /// The table, under one head however many groups there are.
    fn rows<'c>(
        &self,
        groups: Vec<Grouped<'c>>,
        how: bool,
        sources: &mut Sources<'c>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let heads: Vec<_> = groups.iter().map(|group| (group.head.clone(), group.rows.len())).collect();
        let rows: Vec<_> = groups.into_iter().flat_map(|group| group.rows).collect();
        let rows: Vec<_> = rows.into_iter().map(|row| RowText::new(row, how, sources)).collect();
        let layout = Layout::new(&rows, self.width);
        let mut rest = rows.as_slice();
        for (index, (head, count)) in heads.into_iter().enumerate() {
            let (group, others) = rest.split_at(count.min(rest.len()));
            rest = others;
            let mut lines: Vec<_> = layout.table(group).lines().collect();
            let body = lines.split_off(HEAD_LINES.min(lines.len()));
            let lines = if index == 0 { lines } else { Vec::new() };
            let head = head.map(|head| wrap(&head, self.width, GROUP_LINES)).unwrap_or_default();
            let blank = (index > 0).then(String::new);
            let head = head.iter().map(|line| styled(line, palette::TITLE));
            for line in lines.into_iter().chain(blank).chain(head).chain(body) {
                writeln!(out, "{}", line.trim_end())?;
            }
        }
        writeln!(out)
    }

    fn sources(&self, sources: &Sources<'_>, out: &mut dyn Write) -> io::Result<()> {
        let lines = sources.lines(self.width, self.links);
        for line in &lines {
            writeln!(out, "{line}")?;
        }
        if lines.is_empty() { Ok(()) } else { writeln!(out) }
    }

    fn heading(&self, document: &DocumentEntry, out: &mut dyn Write) -> io::Result<()> {
        if let Some(title) = &document.title {
            for line in wrap(&printable(title), self.width, usize::MAX) {
                writeln!(out, "{}", styled(&line, palette::TITLE))?;
            }
        }
        let path = if document.path == "-" { "standard input".to_owned() } else { printable(&document.path) };
        let date = document.date.as_ref().map(|date| format!(", published {date}")).unwrap_or_default();
        writeln!(out, "{}\n", styled(&format!("{path}{date}"), palette::FAINT))
    }
}

/// The widths of an article's columns, without padding.
struct Layout {
    number: usize,
    claim: usize,
    kind: usize,
    /// Of the line, or of the place where a source has no lines.
    place: usize,
    /// Whether lines are what is shown.
    lines: bool,
    /// `None` where hints stand below the claim, or there are none.
    hints: Option<usize>,
}

/// The width of a worth, "0.00", under its head.
const WORTH: usize = "Worth".len();

impl Layout {
    fn new(rows: &[RowText<'_>], width: usize) -> Self {
        let digits = |number: usize| number.to_string().len();
        let most = |of: &dyn Fn(&RowText<'_>) -> usize| rows.iter().map(of).max().unwrap_or(0);
        let number = digits(most(&|row| row.number));
        let kind = most(&|row| row.claim.kind.name().len()).max("Kind".len());
        let lines = rows.iter().all(|row| row.claim.place.is_none());
        let place = most(&|row| place(row).len()).clamp("Line".len(), WIDEST_PLACE);
        let hints = most(&|row| row.hints_width());
        let claims = most(&|row| row.claim_width()).max("Claim".len());
        let fixed = number + kind + WORTH + place + 5 * PADDING;
        let room = width.saturating_sub(fixed).max(NARROWEST_CLAIM);
        if hints == 0 {
            return Self { number, claim: claims.min(room), kind, place, lines, hints: None };
        }
        if width < BESIDE {
            return Self { number, claim: claims.max(hints).min(room), kind, place, lines, hints: None };
        }
        let room = room - PADDING;
        let claim = claims.min((room * CLAIM_SHARE / 100).max(room.saturating_sub(hints)));
        Self { number, claim, kind, place, lines, hints: Some(hints.min(room - claim)) }
    }

    /// The widths of the columns in their order.
    fn widths(&self) -> Vec<usize> {
        let mut widths = vec![self.number, self.claim, self.kind, WORTH];
        widths.extend(self.hints);
        widths.push(self.place);
        widths
    }

    fn table(&self, rows: &[RowText<'_>]) -> comfy_table::Table {
        let mut table = comfy_table::Table::new();
        table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(self.head());
        table.add_rows(rows.iter().map(|row| self.row(row)));
        table.set_constraints(
            self.widths()
                .into_iter()
                .map(|width| ColumnConstraint::Absolute(Width::Fixed((width + PADDING) as u16))),
        );
        table
    }

    fn head(&self) -> Row {
        let title = |text| Cell::new(styled(text, palette::TITLE));
        let mut cells = vec![right(title("#")), title("Claim"), title("Kind"), right(title("Worth"))];
        cells.extend(self.hints.map(|_| title("Hints")));
        cells.push(right(title(if self.lines { "Line" } else { "Where" })));
        Row::from(cells)
    }

    fn row(&self, row: &RowText<'_>) -> Row {
        let mut claim = row.claim_lines(self.claim);
        if self.hints.is_none() {
            claim.extend(row.hint_lines(self.claim));
        }
        let worth = styled(&format!("{:.2}", row.claim.worth), palette::worth(row.claim.worth));
        let mut cells = vec![
            right(Cell::new(styled(&row.number.to_string(), palette::FAINT))),
            Cell::new(claim.join("\n")),
            Cell::new(row.claim.kind.name()),
            right(Cell::new(worth)),
        ];
        cells.extend(self.hints.map(|columns| Cell::new(row.hint_lines(columns).join("\n"))));
        cells.push(right(Cell::new(styled(&place(row), palette::FAINT))));
        Row::from(cells)
    }
}

/// The place of a claim in words, or its line.
fn place(row: &RowText<'_>) -> String {
    row.claim.place.as_deref().map_or_else(|| row.claim.line.to_string(), printable)
}

fn right(cell: Cell) -> Cell {
    cell.set_alignment(CellAlignment::Right)
}
