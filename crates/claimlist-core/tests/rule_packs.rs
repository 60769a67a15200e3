//! Rules do in their examples what they say: those of a new pack, and the default ones.

use claimlist_core::rule_tests::RuleTest;
use claimlist_core::rules::{self, Fault, RuleSet};

/// What is wrong with the packs, one fault a line.
fn faults(packs: &[(&str, &str)]) -> Vec<String> {
    let rules = packs.iter().fold(RuleSet::loader(), |loader, (path, text)| loader.text(path, text)).finish();
    let rules = rules.unwrap_or_else(|errors| panic!("{errors}"));
    let warnings = rules.warnings().iter().map(ToString::to_string);
    let failures = rules.rules().iter().flat_map(|rule| RuleTest::new(&rules, rule).failures());
    warnings.chain(failures.map(|failure| failure.to_string())).collect()
}

#[test]
fn a_new_pack_passes_its_own_tests() {
    let pack = rules::new_pack("my-pack");
    assert_eq!(faults(&[("my-pack.toml", &pack)]), [""; 0]);
}

#[test]
fn the_examples_of_a_new_pack_reach_all_of_it() {
    let pack = rules::new_pack("my-pack");
    let rules = RuleSet::loader().text("my-pack.toml", &pack).finish().unwrap();
    let test = RuleTest::new(&rules, &rules.rules()[0]);
    assert_eq!((test.untested(), test.unreached()), (Vec::new(), Vec::new()));
}

/// What the tests of each compiled-in rule find wrong, one fault a line.
fn faults_of_default_rules(find: impl Fn(&RuleTest<'_>) -> Vec<Fault>) -> Vec<String> {
    let rules = RuleSet::loader().compiled_in().finish().unwrap_or_else(|errors| panic!("{errors}"));
    assert!(rules.rules().len() >= 120, "{} default rules", rules.rules().len());
    let faults = rules.rules().iter().flat_map(|rule| find(&RuleTest::new(&rules, rule)));
    faults.map(|fault| fault.to_string()).collect()
}

#[allow(clippy::redundant_closure_for_method_calls, reason = "the path alone has too narrow a lifetime")]
#[test]
fn every_default_rule_does_in_its_examples_what_it_says() {
    assert_eq!(faults_of_default_rules(|test| test.failures()), [""; 0]);
}

#[allow(clippy::redundant_closure_for_method_calls, reason = "the path alone has too narrow a lifetime")]
#[test]
fn every_default_rule_notices_each_of_its_conditions() {
    assert_eq!(faults_of_default_rules(|test| test.untested()), [""; 0]);
}
