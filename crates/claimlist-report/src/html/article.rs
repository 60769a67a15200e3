//! The article with its claims marked: each a link to its entry in the checklist.

use std::io::{self, Write};

use claimlist_core::BlockKind;
use claimlist_core::checklist::{BlockEntry, DocumentEntry};

use super::escape::escaped;
use super::segments::{Segment, Segments};
use crate::Row;

/// A claim below this worth is marked fainter.
const LOW_WORTH: f64 = 0.35;

/// The article of the `number`-th document.
pub(super) fn write(
    number: usize,
    document: &DocumentEntry,
    rows: &[Row<'_>],
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<article class=\"article\"><div class=\"text\">\n")?;
    let titled = document.blocks.iter().any(|block| block.kind == BlockKind::Title);
    if !titled {
        writeln!(out, "<h2 dir=\"auto\">{}</h2>", escaped(super::name(document)))?;
    }
    let path = if document.path == "-" { "standard input" } else { &document.path };
    write!(out, "<p class=\"origin\">{}", escaped(path))?;
    if let Some(date) = &document.date {
        write!(out, ", published <time>{}</time>", escaped(date))?;
    }
    out.write_all(b"</p>\n")?;
    if !document.hints.is_empty() {
        out.write_all(b"<aside class=\"whole\" aria-label=\"About the article as a whole\"><h3>About the article as a whole</h3>")?;
        super::claim::hints(&document.hints, out)?;
        out.write_all(b"</aside>\n")?;
    }
    if document.text.is_empty() {
        out.write_all(b"<p class=\"nothing\">The text of this article is not in its checklist.</p>\n")?;
    }
    let mut segments = Segments::new(&document.text, rows);
    let whole = [BlockEntry { kind: BlockKind::Paragraph, start: 0, end: document.text.len() as u32 }];
    let blocks = if document.blocks.is_empty() { &whole[..] } else { &document.blocks };
    let mut group = None;
    let mut reached = 0;
    for block in blocks {
        regroup(&mut group, group_of(block.kind), out)?;
        // In a checklist that was made by hand, blocks may overlap or lie outside of the text.
        let (start, end) = ((block.start as usize).max(reached), block.end as usize);
        if document.text.get(start..end).is_none() {
            continue;
        }
        reached = end;
        let (open, close) = tags(block.kind);
        out.write_all(open.as_bytes())?;
        segments.of(start, end, |segment| segment_html(number, &document.text, &segment, out))?;
        out.write_all(close.as_bytes())?;
    }
    regroup(&mut group, None, out)?;
    out.write_all(b"</div></article>\n")
}

/// The tags around a block.
fn tags(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Title => ("<h2 dir=\"auto\">", "</h2>\n"),
        BlockKind::Heading => ("<h3 dir=\"auto\">", "</h3>\n"),
        BlockKind::Paragraph => ("<p dir=\"auto\">", "</p>\n"),
        BlockKind::Quote => ("<blockquote dir=\"auto\">", "</blockquote>\n"),
        BlockKind::ListItem => ("<li dir=\"auto\">", "</li>\n"),
        BlockKind::Caption => ("<p class=\"caption\" dir=\"auto\">", "</p>\n"),
        BlockKind::TableCell => ("<li class=\"cell\" dir=\"auto\">", "</li>\n"),
        BlockKind::Turn => ("<p class=\"turn\" dir=\"auto\">", "</p>\n"),
    }
}

/// What neighbouring blocks of a kind stand in together.
fn group_of(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::ListItem => Some("<ul>\n"),
        BlockKind::TableCell => Some("<ul class=\"cells\">\n"),
        _ => None,
    }
}

fn regroup(group: &mut Option<&str>, wanted: Option<&'static str>, out: &mut dyn Write) -> io::Result<()> {
    if *group != wanted {
        if group.is_some() {
            out.write_all(b"</ul>\n")?;
        }
        out.write_all(wanted.unwrap_or_default().as_bytes())?;
        *group = wanted;
    }
    Ok(())
}

/// The text of a segment: bare where no claim covers it, else a link to the innermost claim that names all of them.
fn segment_html(
    number: usize,
    text: &str,
    segment: &Segment<'_, '_, '_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = escaped(text.get(segment.start..segment.end).unwrap_or_default());
    let Some(inner) = segment.claims.first() else { return write!(out, "{words}") };
    let mut beginning = segment.claims.iter().filter(|row| row.claim.start as usize == segment.start);
    let first = beginning.next();
    for row in beginning {
        write!(out, "<span id=\"t{number}-{}\"></span>", row.number)?;
    }
    // A link of nothing but a space would have no name.
    let tag = if words.is_blank() { "span" } else { "a" };
    let low = if inner.claim.worth < LOW_WORTH { " low" } else { "" };
    write!(out, "<{tag} class=\"m{low}\"")?;
    if tag == "a" {
        write!(out, " href=\"#c{number}-{}\"", inner.number)?;
    }
    if let Some(row) = first {
        write!(out, " id=\"t{number}-{}\"", row.number)?;
    }
    let list = |separator: &str, each: &dyn Fn(&Row<'_>) -> Option<String>| {
        let shown: Vec<String> = segment.claims.iter().filter_map(|row| each(row)).collect();
        shown.join(separator)
    };
    write!(out, " data-c=\"{}\"", list(" ", &|row| Some(row.number.to_string())))?;
    let ending = list(",", &|row| (row.claim.end as usize == segment.end).then(|| row.number.to_string()));
    if !ending.is_empty() {
        write!(out, " data-n=\"{ending}\"")?;
    }
    let named = list("; ", &|row| Some(format!("claim {}, {}", row.number, row.claim.kind.name())));
    write!(out, " data-s=\"{}\" title=\"{named}\">{words}</{tag}>", inner.claim.status.name())
}
