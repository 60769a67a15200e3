//! `claimlist rules list` and `show`.

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
    output::print(|out| out.write_all(rule.description().as_bytes()))?;
    Ok(Exit::Done)
}

/// The rule of that id, or what it may have been meant for.
pub(crate) fn find<'r>(rules: &'r RuleSet, id: &str) -> anyhow::Result<&'r Rule> {
    if let Some(rule) = rules.rule(id) {
        return Ok(rule);
    }
    let pack = id.split_once('/').map(|(pack, _)| pack);
    let is_of_pack = |rule: &Rule| rule.id.split_once('/').map(|(own, _)| own) == pack;
    if let Some(pack) = pack.filter(|_| !rules.rules().iter().any(is_of_pack)) {
        bail!("there is no rule `{id}`, as no pack `{pack}` is in use; name its file: --rules {pack}.toml");
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
