//! `claimlist rules why`: for each claim of an article, the condition of a rule that decided.

use std::path::Path;

use claimlist_core::Checker;
use claimlist_core::rules::Verdict;

use super::{RuleOptions, list};
use crate::args::InputOptions;
use crate::exit::Exit;
use crate::{inputs, output};

pub(crate) fn why(article: &Path, id: &str, options: &RuleOptions) -> anyhow::Result<Exit> {
    let rules = match options.load(&[article.to_owned()]) {
        Ok((rules, _)) => rules,
        Err(exit) => return Ok(exit),
    };
    let rule = list::find(&rules, id)?;
    let document = match inputs::article(article, &InputOptions::default(), None) {
        Ok(document) => document,
        Err(exit) => return Ok(exit),
    };
    let checked = Checker::without_rules().check(&document);
    let verdicts = rules.verdicts(rule, &document, &checked.sentences, &checked.claims);
    output::print(|out| {
        let mut positions = document.positions();
        for (claim, verdict) in checked.claims.iter().zip(&verdicts) {
            let line = positions.at(claim.span.start).line;
            let words = claim.text(&document).split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(out, "line {line}: {} \"{words}\"", claim.kind.name())?;
            match verdict {
                Verdict::Holds(hint) => writeln!(out, "  holds: {}", hint.text)?,
                Verdict::Fails(reason) => writeln!(out, "  no: {}: {}", rule.key_at(reason), reason.found)?,
                Verdict::TakenBack(_) => writeln!(out, "  taken back by `except`")?,
            }
        }
        let holding = verdicts.iter().filter(|verdict| matches!(verdict, Verdict::Holds(_))).count();
        writeln!(out, "{id} holds for {holding} of {} claims", verdicts.len())?;
        if rule.fallback {
            writeln!(out, "it is a fallback: where another rule gives a hint, it gives none")?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}
