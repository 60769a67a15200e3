//! An entry of the checklist: the claim's words, what is known of it, its hints, and what the checker said.

use std::io::{self, Write};

use claimlist_core::checklist::ClaimEntry;
use claimlist_core::{Finding, Hint, Priority};

use super::escape::{escaped, source};
use crate::{Row, palette};

/// The claim of a row of the `document`-th article. `worthy` is set where a quiet table would show it.
pub(super) fn write(document: usize, row: &Row<'_>, worthy: bool, out: &mut dyn Write) -> io::Result<()> {
    let Row { number, claim } = row;
    let status = claim.status.name();
    write!(
        out,
        "<li class=\"claim\" id=\"c{document}-{number}\" data-id=\"{}\" data-n=\"{number}\" data-kind=\"{}\" data-p=\"{}\" data-w=\"{}\" data-s=\"{status}\"",
        escaped(&claim.id),
        claim.kind.name(),
        urgency(claim),
        claim.worth,
    )?;
    if let Some(marked) = &claim.marked {
        write!(out, " data-at=\"{}\"", escaped(marked))?;
    }
    out.write_all(if worthy { b" data-top>" } else { b">" })?;
    write!(
        out,
        "<a class=\"head\" href=\"#t{document}-{number}\"><span class=\"box\" role=\"img\" aria-label=\"{status}\"></span>\
<span class=\"words\" dir=\"auto\">{}</span></a>",
        escaped(&claim.text)
    )?;
    about(row, out)?;
    if !claim.hints.is_empty() {
        let mut hints: Vec<_> = claim.hints.iter().collect();
        hints.sort_by_key(|hint| std::cmp::Reverse(hint.priority));
        hints_of(hints.into_iter(), out)?;
    }
    said(claim, out)?;
    out.write_all(b"</li>\n")
}

/// How urgent the most urgent hint is.
fn urgency(claim: &ClaimEntry) -> &'static str {
    if claim.hints.iter().any(|hint| hint.finding == Some(Finding::Conflicts)) {
        return "conflict";
    }
    claim.hints.iter().map(|hint| hint.priority).max().map_or("none", Priority::name)
}

/// The line below the words: number, kind, worth, place, speaker.
fn about(row: &Row<'_>, out: &mut dyn Write) -> io::Result<()> {
    let claim = row.claim;
    write!(
        out,
        "<p class=\"about\"><span class=\"n\">{}</span> <span class=\"kind\" title=\"{}\">{}</span> \
<span class=\"worth\" title=\"How much it deserves a check, from 0 to 1\">worth {:.2}</span> <span>{}</span>",
        row.number,
        escaped(claim.kind.meaning()),
        claim.kind.name(),
        claim.worth,
        claim
            .place
            .as_deref()
            .map_or_else(|| format!("line {}", claim.line), |place| escaped(place).to_string())
    )?;
    if let Some(speaker) = &claim.speaker {
        write!(out, " <span class=\"speaker\" dir=\"auto\">— {}</span>", escaped(speaker))?;
    }
    out.write_all(b"</p>")
}

/// A list of hints, in their order.
pub(super) fn hints(hints: &[Hint], out: &mut dyn Write) -> io::Result<()> {
    hints_of(hints.iter(), out)
}

fn hints_of<'h>(hints: impl Iterator<Item = &'h Hint>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<ul class=\"hints\">")?;
    for hint in hints {
        let (mark, meaning) = (palette::mark(hint.priority).0.trim_end(), palette::in_words(hint.priority));
        let (class, finding) = match hint.finding {
            Some(Finding::Conflicts) => (" conflict", "<b class=\"finding\">Conflict</b> "),
            Some(Finding::Agrees) => (" agrees", "<b class=\"finding\">Agrees</b> "),
            None => ("", ""),
        };
        write!(
            out,
            "<li class=\"{}{class}\"><b class=\"mark\" aria-hidden=\"true\">{mark}</b><span class=\"vh\">{meaning}: </span>\
<span dir=\"auto\">{finding}{}</span>",
            hint.priority.name(),
            escaped(&hint.text)
        )?;
        if let Some(how) = &hint.how {
            write!(out, "<p class=\"how\">{}</p>", escaped(how))?;
        }
        if !hint.sources.is_empty() {
            out.write_all(b"<p class=\"sources\">")?;
            for place in hint.sources.iter() {
                write!(out, "{} ", source(&place.title, place.url.as_deref()))?;
            }
            out.write_all(b"</p>")?;
        }
        out.write_all(b"</li>")?;
    }
    out.write_all(b"</ul>")
}

/// What the checker wrote, and settled the claim with.
fn said(claim: &ClaimEntry, out: &mut dyn Write) -> io::Result<()> {
    if let Some(note) = &claim.note {
        write!(out, "<p class=\"note\" dir=\"auto\">{}</p>", escaped(note))?;
    }
    if !claim.evidence.is_empty() {
        out.write_all(b"<ul class=\"evidence\" aria-label=\"Sources given\">")?;
        for given in &claim.evidence {
            write!(out, "<li data-title=\"{}\"", escaped(&given.title))?;
            if let Some(url) = &given.url {
                write!(out, " data-url=\"{}\"", escaped(url))?;
            }
            write!(out, ">{}</li>", source(&given.title, given.url.as_deref()))?;
        }
        out.write_all(b"</ul>")?;
    }
    Ok(())
}
