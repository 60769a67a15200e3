//! `claimlist inspect`: what became of every sentence of an article.

use std::io::{self, Write};

use anstyle::Style;
use claimlist_core::inspect::{ApparatusCue, SentenceAccount, TokenAccount, inspect};
use claimlist_core::{Checker, Document, Facts};
use claimlist_report::{printable, wrap};
use serde::Serialize;

use crate::args::{AccountFormat, Inspect};
use crate::exit::Exit;
use crate::{inputs, output};

/// Width of the account in columns.
pub(crate) const WIDTH: usize = 80;

/// Lines of one item at most; what is longer is cut.
const LINES: usize = 200;

/// The style of what an item is.
pub(crate) const LABEL: Style = Style::new().bold();

/// The JSON form.
#[derive(Serialize)]
struct Account<'a> {
    schema: &'static str,
    path: &'a str,
    sentences: &'a [SentenceAccount],
}

pub(crate) fn run(args: &Inspect) -> anyhow::Result<Exit> {
    let document = match inputs::article(&args.path, &args.input, args.dates.date) {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    // Its worth model ranks here too, so that a sentence has the same worth as in the checklist.
    let config = match args.config.load(std::slice::from_ref(&args.path)) {
        Ok(config) => config,
        Err(exit) => return Ok(exit),
    };
    let checker =
        Checker::without_rules().with_ranker(config.ranker()).with_date_order(args.dates.date_order.into());
    let sentences = inspect(&document, &checker.check(&document));
    output::print(|out| match args.format {
        AccountFormat::Json => {
            let path = args.path.to_string_lossy();
            let account = Account { schema: "claimlist-inspect/1", path: &path, sentences: &sentences };
            serde_json::to_writer_pretty(&mut *out, &account)?;
            writeln!(out)
        }
        AccountFormat::Text => {
            sentences.iter().try_for_each(|sentence| print(&document, sentence, args.words, out))
        }
    })?;
    Ok(Exit::Done)
}

/// Prints the account of one sentence.
fn print(
    document: &Document,
    sentence: &SentenceAccount,
    words: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let block = sentence.block.name();
    let (number, line, worth) = (sentence.number, sentence.line, sentence.worth);
    let place = place_of(sentence.place.as_deref(), line);
    writeln!(out, "{LABEL}Sentence {number}{LABEL:#} ({block}, {place}, worth {worth:.2})")?;
    item(out, 2, "", &sentence.text)?;
    if words {
        sentence.tokens.iter().try_for_each(|token| print_token(token, out))?;
    } else {
        let tagged: Vec<_> = sentence.tokens.iter().map(tagged).collect();
        item(out, 4, "", &tagged.join(" "))?;
    }
    for mention in &sentence.mentions {
        let span = document.text().get(mention.start as usize..mention.end as usize).unwrap_or_default();
        item(out, 4, &format!("{}: ", mention.kind), &with_facts(span, &mention.facts))?;
    }
    for claim in &sentence.claims {
        let label = format!("Claim {} {}, by \"{}\": ", claim.number, claim.kind, claim.pattern);
        item(out, 2, &label, &with_facts(&claim.text, &claim.facts))?;
    }
    if let Some(set_aside) = sentence.set_aside {
        let because = |cue: &ApparatusCue| {
            format!(" because of \"{}\" ({})", cue.text, place_of(cue.place.as_deref(), cue.line))
        };
        let because = sentence.apparatus.as_ref().map(because).unwrap_or_default();
        item(out, 2, "No claim: ", &format!("{}{because}", set_aside.reason()))?;
    }
    writeln!(out)
}

/// The line, or the place in a source that has no lines.
fn place_of(place: Option<&str>, line: u32) -> String {
    place.map_or_else(|| format!("line {line}"), str::to_owned)
}

/// `rose/verb-past`
fn tagged(token: &TokenAccount) -> String {
    if token.pos == "punct" { token.text.clone() } else { format!("{}/{}", token.text, token.pos) }
}

/// A token with its part of speech and its classes on a line.
fn print_token(token: &TokenAccount, out: &mut dyn Write) -> io::Result<()> {
    let classes = token.classes.join(" ").to_lowercase().replace('_', "-");
    let line = format!("{:<20} {:<16} {classes}", printable(&token.text), token.pos);
    writeln!(out, "    {}", line.trim_end())
}

/// Words with the facts behind them: `2.5% (value 2.5, unit percent)`.
pub(crate) fn with_facts(text: &str, facts: &Facts) -> String {
    if facts.is_empty() { text.to_owned() } else { format!("{text} ({})", list(facts)) }
}

/// `value 2.5, unit percent`
pub(crate) fn list(facts: &Facts) -> String {
    let facts: Vec<_> = facts.iter().map(|(slot, value)| format!("{} {value}", slot.name())).collect();
    facts.join(", ")
}

/// An item with its label, broken into lines of [`WIDTH`]; lines behind the first are set further in.
pub(crate) fn item(out: &mut dyn Write, indent: usize, label: &str, text: &str) -> io::Result<()> {
    let text = printable(&format!("{label}{text}"));
    let label = label.trim_end();
    for (at, line) in wrap(&text, WIDTH - indent - 2, LINES).iter().enumerate() {
        let rest = line.strip_prefix(label).filter(|_| at == 0 && !label.is_empty());
        match rest {
            Some(rest) => writeln!(out, "{:indent$}{LABEL}{label}{LABEL:#}{rest}", "")?,
            None if at == 0 => writeln!(out, "{:indent$}{line}", "")?,
            None => writeln!(out, "{:indent$}  {line}", "")?,
        }
    }
    Ok(())
}
