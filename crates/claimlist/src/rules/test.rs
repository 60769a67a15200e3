//! `claimlist rules check` and `test`.

use std::path::PathBuf;

use claimlist_core::rule_tests::RuleTest;
use claimlist_core::rules::{Fault, RuleSet};

use super::{faults, finish};
use crate::exit::Exit;
use crate::output;

pub(crate) fn check(paths: &[PathBuf]) -> anyhow::Result<Exit> {
    let rules = match finish(RuleSet::loader().paths(paths)) {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    output::print(|out| writeln!(out, "{}: no errors", count(rules.rules().len(), "rule")))?;
    Ok(Exit::Done)
}

pub(crate) fn test(paths: &[PathBuf], coverage: bool, mutate: bool) -> anyhow::Result<Exit> {
    let loader = RuleSet::loader();
    let loader = if paths.is_empty() { loader.compiled_in() } else { loader.paths(paths) };
    let rules = match finish(loader) {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let mut failures: Vec<Fault> = Vec::new();
    let mut unreached: Vec<Fault> = Vec::new();
    let mut examples = 0;
    let mut failed = 0;
    for rule in rules.rules() {
        let test = RuleTest::new(&rules, rule);
        examples += rule.examples.len();
        let mut faults = test.failures();
        if mutate && faults.is_empty() {
            faults.extend(test.untested());
        }
        failed += usize::from(!faults.is_empty());
        failures.extend(faults);
        if coverage {
            unreached.extend(test.unreached());
        }
    }
    faults::show(&unreached);
    faults::show(&failures);
    output::print(|out| {
        let tested = rules.rules().len();
        writeln!(
            out,
            "{} with {}: {} passed, {failed} failed",
            count(tested, "rule"),
            count(examples, "example"),
            tested - failed
        )
    })?;
    Ok(if failures.is_empty() { Exit::Done } else { Exit::Found })
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
