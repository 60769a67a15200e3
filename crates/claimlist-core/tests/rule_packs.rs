//! Rules do in their examples what they say: those of a new pack.

use claimlist_core::rule_tests::RuleTest;
use claimlist_core::rules::{self, RuleSet};

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
