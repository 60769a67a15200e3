//! `claimlist explain`: why a claim is one, why it is worth a check, and why it has its hints.

use std::io::{self, Write};

use anyhow::bail;
use claimlist_core::worth::{self, Term};
use claimlist_core::{Checked, Checker, Claim, Document};

use crate::args::Explain;
use crate::exit::Exit;
use crate::inspect::{LABEL, item, list};
use crate::{inputs, output};

pub(crate) fn run(args: &Explain) -> anyhow::Result<Exit> {
    let document = match inputs::article(&args.path, args.date) {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    let rules = match args.rules.load(std::slice::from_ref(&args.path)) {
        Ok((rules, _)) => rules,
        Err(exit) => return Ok(exit),
    };
    let checked = Checker::new(rules).with_date_order(args.date_order.into()).check(&document);
    let Some(at) = find(&checked, &args.id) else {
        bail!(
            "no claim {} in this article, which has {}: give a number of the table, or an id of the JSON output",
            args.id,
            checked.claims.len()
        );
    };
    output::print(|out| print(&document, &checked, at, out))?;
    Ok(Exit::Done)
}

/// The place of the claim with this id, or with this number, among the claims.
fn find(checked: &Checked, id: &str) -> Option<usize> {
    let by_id = checked.claims.iter().position(|claim| claim.id.as_str() == id);
    let number = || id.trim_start_matches('#').parse::<usize>().ok()?.checked_sub(1);
    by_id.or_else(|| number().filter(|&at| at < checked.claims.len()))
}

fn print(document: &Document, checked: &Checked, at: usize, out: &mut dyn Write) -> io::Result<()> {
    let Some(claim) = checked.claims.get(at) else { return Ok(()) };
    let label = format!("Claim {} ({}): ", at + 1, claim.id);
    item(out, 0, &label, claim.text(document))?;
    if let Some(sentence) = checked.sentences.get(claim.sentence as usize) {
        item(out, 2, "In: ", sentence.span.of(document.text()))?;
    }
    item(out, 2, "Kind: ", &format!("{}. {}", claim.kind.name(), claim.kind.meaning()))?;
    item(out, 2, "Pattern: ", claim.pattern)?;
    if !claim.facts.is_empty() {
        item(out, 2, "Facts: ", &list(&claim.facts))?;
    }
    if let Some(speaker) = &claim.speaker {
        item(out, 2, "Speaker: ", &speaker.text)?;
    }
    print_worth(document, checked, at, claim, out)?;
    print_hints(claim, out)
}

/// The terms of the claim's worth, with their sums.
fn print_worth(
    document: &Document,
    checked: &Checked,
    at: usize,
    claim: &Claim,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(reasons) = worth::reasons(document, checked, at) else { return Ok(()) };
    writeln!(out, "\n{LABEL}Worth {:.2}{LABEL:#}, the sum of these as odds:", claim.worth)?;
    let sum: f64 = reasons.sentence.iter().map(|term| term.weight).sum();
    writeln!(out, "  Its sentence ({:.0}% of it counts):", reasons.inherited * 100.0)?;
    reasons.sentence.iter().try_for_each(|term| print_term(term, 4, out))?;
    writeln!(out, "    {sum:+5.1}  together")?;
    writeln!(out, "  The claim:")?;
    writeln!(out, "    {:+5.1}  from its sentence", sum * reasons.inherited)?;
    reasons.claim.iter().try_for_each(|term| print_term(term, 4, out))
}

fn print_term(term: &Term, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{:indent$}{:+5.1}  {}", "", term.weight, term.reason)
}

/// The hints, each with the rule or plugin that gave it.
fn print_hints(claim: &Claim, out: &mut dyn Write) -> io::Result<()> {
    if claim.hints.is_empty() {
        return writeln!(out, "\nNo rule fits this claim, so it has no hint.");
    }
    writeln!(out, "\n{LABEL}Hints{LABEL:#}")?;
    for hint in &claim.hints {
        item(out, 2, &format!("{} ({}): ", hint.from, hint.priority.name()), &hint.text)?;
    }
    Ok(())
}
