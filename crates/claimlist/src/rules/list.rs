//! `claimlist rules list` and `show`.

use std::io::Write;

use anyhow::bail;
use claimlist_core::rules::{Rule, RuleSet};

use super::RuleOptions;
use crate::exit::Exit;
use crate::output;

pub(crate) fn list(options: &RuleOptions, tags: &[String]) -> anyhow::Result<Exit> {
    let rules = match options.load(&[]) {
        Ok((rules, _)) => rules,
        Err(exit) => return Ok(exit),
    };
    let wanted = |rule: &&Rule| tags.is_empty() || rule.tags.iter().any(|tag| tags.contains(tag));
    let rules: Vec<&Rule> = rules.rules().iter().filter(wanted).collect();
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    output::print(|out| {
        for rule in &rules {
            writeln!(out, "{:width$}  {:6}  {}", rule.id, rule.priority.name(), rule.title)?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

pub(crate) fn show(options: &RuleOptions, id: &str) -> anyhow::Result<Exit> {
    let rules = match options.load(&[]) {
        Ok((rules, _)) => rules,
        Err(exit) => return Ok(exit),
    };
    let rule = find(&rules, id)?;
    output::print(|out| show_rule(rule, out))?;
    Ok(Exit::Done)
}

/// The rule of that id, or what it may have been meant for.
pub(crate) fn find<'r>(rules: &'r RuleSet, id: &str) -> anyhow::Result<&'r Rule> {
    if let Some(rule) = rules.rule(id) {
        return Ok(rule);
    }
    let likeness = |rule: &&Rule| {
        let name = rule.id.split_once('/').map_or("", |(_, name)| name);
        strsim::jaro_winkler(id, &rule.id).max(strsim::jaro_winkler(id, name))
    };
    match rules.rules().iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))) {
        Some(rule) if likeness(&rule) > 0.8 => bail!("there is no rule `{id}`; did you mean {}?", rule.id),
        _ => bail!("there is no rule `{id}`; claimlist rules list shows all"),
    }
}

fn show_rule(rule: &Rule, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{}: {}", rule.id, rule.title)?;
    writeln!(out, "  priority  {}", rule.priority.name())?;
    writeln!(out, "  status    {}", rule.status.name())?;
    if let Some(other) = &rule.replaced_by {
        writeln!(out, "  use       {other}")?;
    }
    for (name, values) in [("tags", &rule.tags), ("regions", &rule.regions)] {
        if !values.is_empty() {
            writeln!(out, "  {name:9} {}", values.join(", "))?;
        }
    }
    if rule.once {
        writeln!(out, "  once      given at the first claim of an article")?;
    }
    if rule.fallback {
        writeln!(out, "  fallback  given only to claims to which no other rule gives a hint")?;
    }
    writeln!(out, "  hint      {}", rule.hint)?;
    if let Some(how) = &rule.how {
        writeln!(out, "  how       {how}")?;
    }
    for source in &rule.sources {
        let url = source.source.url.as_deref().unwrap_or_default();
        writeln!(out, "  source    {} {url}", source.source.title)?;
    }
    for example in &rule.examples {
        let name = if example.matches { "match" } else { "skip" };
        writeln!(out, "  {name:9} {}", example.text.trim())?;
    }
    for (name, texts) in [("false alarm", &rule.false_alarms), ("reference", &rule.references)] {
        for text in texts {
            writeln!(out, "  {name}: {text}")?;
        }
    }
    writeln!(out, "  in        {}:{}", rule.file.path, rule.line())
}
