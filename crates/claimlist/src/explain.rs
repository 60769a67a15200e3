//! `claimlist explain`: why a claim is one, why it is worth a check, and why it has its hints.

use std::io::{self, Write};

use anyhow::bail;
use claimlist_core::worth::{Reasons, Term, logistic};
use claimlist_core::{Checked, Checker, Claim, Document};
use claimlist_report::{printable, wrap};

use crate::args::Explain;
use crate::check::list_problems;
use crate::exit::Exit;
use crate::inspect::{LABEL, WIDTH, item, list};
use crate::{inputs, output, plugins};

/// How many reasons for and against a check are named of a claim in short.
const NAMED: usize = 3;

/// Lines that a reason takes at most.
const LINES: usize = 4;

/// A checked article and what checked it.
struct Article {
    document: Document,
    checked: Checked,
    checker: Checker,
}

pub(crate) fn run(args: &Explain) -> anyhow::Result<Exit> {
    let document = match inputs::article(&args.path, &args.input, args.dates.date) {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    let (rules, config) = match args.rules.load(std::slice::from_ref(&args.path)) {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let (plugins, mut problems) = args.plugins.start(&config, false);
    let checker =
        Checker::new(rules).with_ranker(config.ranker()).with_date_order(args.dates.date_order.into());
    let checker = checker.with_plugins(plugins);
    let checked = checker.check(&document);
    let path = args.path.display().to_string();
    problems.extend(checked.faults.iter().filter_map(|fault| plugins::problem(&path, fault)));
    let article = Article { document, checked, checker };
    match &args.id {
        None => output::print(|out| article.print_all(out))?,
        Some(id) => {
            let Some(at) = article.find(id) else {
                bail!(
                    "no claim {id} in this article, which has {}: give a number of the table, or an id of the JSON output",
                    article.checked.claims.len()
                );
            };
            output::print(|out| article.print(at, out))?;
        }
    }
    list_problems(&problems)?;
    Ok(if problems.is_empty() { Exit::Done } else { Exit::InputFailed })
}

impl Article {
    /// The place of the claim with this id, or with this number, among the claims.
    fn find(&self, id: &str) -> Option<usize> {
        let claims = &self.checked.claims;
        let by_id = claims.iter().position(|claim| claim.id.as_str() == id);
        let number = || id.trim_start_matches('#').parse::<usize>().ok()?.checked_sub(1);
        by_id.or_else(|| number().filter(|&at| at < claims.len()))
    }

    fn reasons(&self, at: usize) -> Option<Reasons> {
        self.checker.reasons(&self.document, &self.checked, at)
    }

    /// Every claim with its strongest reasons, the most worth a check first.
    fn print_all(&self, out: &mut dyn Write) -> io::Result<()> {
        let claims = &self.checked.claims;
        if claims.is_empty() {
            return writeln!(out, "No claims. claimlist inspect tells why, sentence by sentence.");
        }
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by(|&a, &b| claims[b].worth.total_cmp(&claims[a].worth).then(a.cmp(&b)));
        for at in order {
            let (Some(claim), Some(reasons)) = (claims.get(at), self.reasons(at)) else { continue };
            let label = format!("{:.2} Claim {} ({}): ", claim.worth, at + 1, claim.kind.name());
            item(out, 0, &label, claim.text(&self.document))?;
            let terms = in_the_claim(&reasons);
            print_named("For: ", &terms, 1.0, out)?;
            print_named("Against: ", &terms, -1.0, out)?;
        }
        Ok(())
    }

    /// All that is known of one claim.
    fn print(&self, at: usize, out: &mut dyn Write) -> io::Result<()> {
        let Some(claim) = self.checked.claims.get(at) else { return Ok(()) };
        let label = format!("Claim {} ({}): ", at + 1, claim.id);
        item(out, 0, &label, claim.text(&self.document))?;
        if let Some(sentence) = self.checked.sentences.get(claim.sentence as usize) {
            item(out, 2, "In: ", sentence.span.of(self.document.text()))?;
        }
        item(out, 2, "Kind: ", &format!("{}. {}", claim.kind.name(), claim.kind.meaning()))?;
        item(out, 2, "Pattern: ", claim.pattern)?;
        if !claim.facts.is_empty() {
            item(out, 2, "Facts: ", &list(&claim.facts))?;
        }
        if let Some(speaker) = &claim.speaker {
            item(out, 2, "Speaker: ", &speaker.text)?;
        }
        if let Some(reasons) = self.reasons(at) {
            print_worth(claim, &reasons, out)?;
        }
        print_hints(claim, out)
    }
}

/// The terms of a claim and, so far as they count for it, of its sentence.
fn in_the_claim(reasons: &Reasons) -> Vec<Term> {
    // What all sentences have is no reason for one of them.
    let of_sentence = reasons.sentence.iter().skip(1);
    let of_sentence =
        of_sentence.map(|term| Term { weight: term.weight * reasons.inherited, ..term.clone() });
    let mut terms: Vec<Term> = of_sentence.chain(reasons.claim.iter().cloned()).collect();
    terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    terms
}

/// The strongest terms of one sign on a line, if there are any.
fn print_named(label: &str, terms: &[Term], sign: f64, out: &mut dyn Write) -> io::Result<()> {
    let named = terms.iter().filter(|term| term.weight * sign >= 0.05).take(NAMED);
    let named: Vec<_> = named.map(|term| format!("{} ({:+.1})", term.reason, term.weight)).collect();
    if named.is_empty() { Ok(()) } else { item(out, 4, label, &named.join("; ")) }
}

/// The terms of the claim's worth, with their sums.
fn print_worth(claim: &Claim, reasons: &Reasons, out: &mut dyn Write) -> io::Result<()> {
    let sum = |terms: &[Term]| terms.iter().map(|term| term.weight).sum::<f64>();
    let of_sentence = sum(&reasons.sentence);
    let inherited = of_sentence * reasons.inherited;
    let total = inherited + sum(&reasons.claim);
    writeln!(
        out,
        "\n{LABEL}Worth {:.2}{LABEL:#}. What speaks for a check has a plus, what speaks against one",
        claim.worth
    )?;
    writeln!(out, "a minus; +1 makes the odds nearly three times as high, -1 a third.")?;
    writeln!(out, "  Its sentence:")?;
    reasons.sentence.iter().try_for_each(|term| print_term(term.weight, &term.reason, out))?;
    print_term(of_sentence, &format!("together: a worth of {:.2}", logistic(of_sentence)), out)?;
    writeln!(out, "  The claim:")?;
    print_term(
        inherited,
        &format!("from its sentence, of which {:.0}% count", reasons.inherited * 100.0),
        out,
    )?;
    reasons.claim.iter().try_for_each(|term| print_term(term.weight, &term.reason, out))?;
    print_term(total, &format!("together: a worth of {:.2}", logistic(total)), out)
}

fn print_term(weight: f64, reason: &str, out: &mut dyn Write) -> io::Result<()> {
    for (at, line) in wrap(&printable(reason), WIDTH - 12, LINES).iter().enumerate() {
        match at {
            0 => writeln!(out, "    {weight:+5.1}  {line}")?,
            _ => writeln!(out, "           {line}")?,
        }
    }
    Ok(())
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
