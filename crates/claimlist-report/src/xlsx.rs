//! A workbook (Office Open XML) to work through: a sheet of claims with a status to choose, a sheet of their sources as links.
//!
//! A text is stored as a text: nothing in an article becomes a formula. The same checklist gives the same bytes.

use std::io::{self, Write};

use claimlist_core::checklist::{Checklist, Problem, Status};
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::columns::{COLUMNS, Cell, Column, Line, distinct_sources, lines};
use crate::wrap::{printable, wrap};
use crate::{Renderer, Selection};

/// A cell of the format has at most so many UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// A link has at most so many characters, and a sheet at most so many links ("Excel specifications and limits").
const LONGEST_LINK: usize = 2_080;
const MOST_LINKS: usize = 65_530;

/// A sheet has at most so many rows, that of the head included.
const MOST_ROWS: usize = 1_048_576;

/// The height of a line of text, in points, and how many of them a row has at most (409 points are the limit).
const LINE_HEIGHT: f64 = 15.0;
const MOST_LINES: usize = 27;

/// Columns at least so wide, in characters, wrap their texts.
const WRAPPING: u8 = 20;

/// Workbooks.
#[derive(Clone, Copy, Debug)]
pub struct Xlsx;

impl Renderer for Xlsx {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        let lines: Vec<_> =
            checklist.documents.iter().flat_map(|document| lines(document, selection)).collect();
        if lines.len() >= MOST_ROWS {
            let message = format!(
                "a sheet has room for {} claims, and these are {}: choose fewer, write a file for each article, or csv",
                MOST_ROWS - 1,
                lines.len()
            );
            return Err(io::Error::other(message));
        }
        let mut workbook = Workbook::new();
        let bytes = fill(&mut workbook, checklist, &lines)
            .and_then(|()| workbook.save_to_buffer())
            .map_err(io::Error::other)?;
        out.write_all(&bytes)
    }
}

fn fill(workbook: &mut Workbook, checklist: &Checklist, lines: &[Line<'_>]) -> Result<(), XlsxError> {
    // The day on which the format of ZIP archives begins to count, for one that does not change from run to run.
    let created = ExcelDateTime::from_ymd(1980, 1, 1)?;
    let made_by = format!("{} {}", checklist.tool.name, checklist.tool.version);
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created).set_author(&made_by));
    claims(workbook.add_worksheet(), lines)?;
    sources(workbook.add_worksheet(), lines)?;
    if !checklist.problems.is_empty() {
        problems(workbook.add_worksheet(), &checklist.problems)?;
    }
    Ok(())
}

fn claims(sheet: &mut Worksheet, lines: &[Line<'_>]) -> Result<(), XlsxError> {
    let heads: Vec<_> = COLUMNS.iter().map(|column| (column.name, column.width)).collect();
    begin(sheet, "Claims", &heads, lines.len())?;
    // The number and the words of a claim stay in sight.
    sheet.set_freeze_panes(1, 3)?;
    for (row, line) in (1..).zip(lines) {
        write_row(sheet, row, line, COLUMNS)?;
    }
    let Some(status) = (0..).zip(COLUMNS).find(|(_, column)| column.name == "status") else { return Ok(()) };
    if lines.is_empty() {
        return Ok(());
    }
    let (first, last, column) = (1, lines.len() as u32, status.0);
    let names: Vec<_> = Status::ALL.iter().map(|status| status.name()).collect();
    let choice = DataValidation::new()
        .allow_list_strings(&names)?
        .set_error_title("Status")?
        .set_error_message(format!("Choose one of {}.", names.join(", ")))?;
    sheet.add_data_validation(first, column, last, column, &choice)?;
    for (status, colour) in
        [(Status::Right, 0x00C6_EFCE), (Status::Wrong, 0x00FF_C7CE), (Status::Unclear, 0x00FF_EB9C)]
    {
        let format = Format::new().set_background_color(Color::RGB(colour));
        let rule = ConditionalFormatCellRule::EqualTo(status.name().to_owned());
        let rule = ConditionalFormatCell::new().set_rule(rule).set_format(format);
        sheet.add_conditional_format(first, column, last, column, &rule)?;
    }
    Ok(())
}

/// Writes the cells of a row, and makes it high enough: not every program does so by itself when it opens a workbook.
fn write_row(sheet: &mut Worksheet, row: u32, line: &Line<'_>, columns: &[Column]) -> Result<(), XlsxError> {
    let mut lines = 1;
    for (column, of) in (0..).zip(columns) {
        let format = cell_format(of.width);
        match (of.of)(line) {
            Cell::Number(number) => sheet.write_number_with_format(row, column, number, &format)?,
            Cell::Text(text) if text.is_empty() => sheet,
            Cell::Text(text) => {
                if of.width >= WRAPPING {
                    let columns = usize::from(of.width);
                    lines = lines.max(text.lines().map(|line| wrap(line, columns, MOST_LINES).len()).sum());
                }
                sheet.write_string_with_format(row, column, fitting(&text), &format)?
            }
        };
    }
    sheet.set_row_height(row, LINE_HEIGHT * lines.min(MOST_LINES) as f64)?;
    Ok(())
}

/// One row for each source of a claim.
fn sources(sheet: &mut Worksheet, lines: &[Line<'_>]) -> Result<(), XlsxError> {
    let named: Vec<_> = lines
        .iter()
        .flat_map(|line| distinct_sources(line.hints()).into_iter().map(move |source| (line, source)))
        .take(MOST_ROWS - 1)
        .collect();
    let heads = [("article", 20), ("number", 8), ("claim", 44), ("source", 44), ("address", 60)];
    begin(sheet, "Sources", &heads, named.len())?;
    sheet.set_freeze_panes(1, 0)?;
    let mut links = 0;
    for (row, (line, source)) in (1..).zip(named) {
        write_row(sheet, row, line, &COLUMNS[..3])?;
        sheet.write_string_with_format(row, 3, fitting(&printable(&source.title)), &cell_format(44))?;
        let Some(url) = source.url.as_deref().map(printable) else { continue };
        let web = url.starts_with("https://") || url.starts_with("http://");
        if web && url.len() <= LONGEST_LINK && links < MOST_LINKS {
            links += 1;
            sheet.write_url(row, 4, url.as_str())?;
        } else {
            sheet.write_string_with_format(row, 4, fitting(&url), &cell_format(60))?;
        }
    }
    Ok(())
}

/// What could not be checked: a workbook must not look whole where it is not.
fn problems(sheet: &mut Worksheet, problems: &[Problem]) -> Result<(), XlsxError> {
    begin(
        sheet,
        "Problems",
        &[("article", 20), ("problem", 80), ("line", 7), ("column", 8)],
        problems.len(),
    )?;
    for (row, problem) in (1..).zip(problems) {
        sheet.write_string_with_format(row, 0, fitting(&printable(&problem.path)), &cell_format(20))?;
        sheet.write_string_with_format(row, 1, fitting(&printable(&problem.message)), &cell_format(80))?;
        for (column, place) in [(2, problem.line), (3, problem.column)] {
            if let Some(place) = place {
                sheet.write_number_with_format(row, column, place, &cell_format(0))?;
            }
        }
    }
    Ok(())
}

/// Name, head, widths and filters of a sheet with so many rows below the head.
fn begin(sheet: &mut Worksheet, name: &str, heads: &[(&str, u8)], rows: usize) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    for (column, (head, width)) in (0..).zip(heads) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *head, &bold)?;
    }
    let last = u16::try_from(heads.len()).unwrap_or(u16::MAX).saturating_sub(1);
    sheet.autofilter(0, 0, rows as u32, last)?;
    Ok(())
}

fn cell_format(width: u8) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    if width >= WRAPPING { format.set_text_wrap() } else { format }
}

/// A text that a cell has room for, its end marked where it was cut.
fn fitting(text: &str) -> String {
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < LONGEST_TEXT
    };
    text.chars().take_while(fits).collect::<String>() + "…"
}
