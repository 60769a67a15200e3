//! Rules do in their examples what they say: those of a new pack, and the default ones.

use claimlist_core::rule_tests::RuleTest;
use claimlist_core::rules::{self, Fault, RuleSet, Verdict};
use claimlist_core::{Block, Checker, Document, Span};

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

/// The packs that the guide shows, by the page.
fn packs_of_the_guide() -> Vec<(&'static str, String)> {
    let pages = [
        ("README.md", include_str!("../../../README.md")),
        ("docs/rules.md", include_str!("../../../docs/rules.md")),
    ];
    let blocks = pages
        .into_iter()
        .flat_map(|(page, text)| text.split("```toml\n").skip(1).map(move |block| (page, block)));
    let packs = blocks.filter(|(_, block)| block.starts_with("[pack]"));
    packs.map(|(page, block)| (page, block.split("```").next().unwrap_or_default().to_owned())).collect()
}

#[test]
fn the_examples_of_the_packs_that_users_start_from_reach_all_of_them() {
    let mut packs = packs_of_the_guide();
    assert_eq!(packs.len(), 2);
    packs.push(("a new pack", rules::new_pack("my-pack")));
    for (page, pack) in packs {
        assert_eq!(faults(&[(page, &pack)]), [""; 0]);
        let rules = RuleSet::loader().text(page, &pack).finish().unwrap();
        let test = RuleTest::new(&rules, &rules.rules()[0]);
        assert_eq!((test.untested(), test.unreached()), (Vec::new(), Vec::new()), "{page}");
    }
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

/// All examples of the rules, each a paragraph.
fn document_of_examples(rules: &RuleSet) -> Document {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for example in rules.rules().iter().flat_map(|rule| &rule.examples) {
        let span = Span::new(text.len(), text.len() + example.text.len());
        blocks.push(Block { kind: example.block, span });
        text.push_str(&example.text);
        text.push('\n');
    }
    Document::new(text, blocks).unwrap_or_else(|error| panic!("{error}"))
}

/// What is known of rules beforehand keeps a claim from rules that cannot hold, and from no other.
#[test]
fn each_rule_gives_its_hint_wherever_it_holds() {
    let rules = RuleSet::compiled_in();
    let document = document_of_examples(&rules);
    let checked = Checker::new(rules.clone()).check(&document);
    let is_plain = |rule: &&rules::Rule| !rule.once && !rule.fallback;
    for rule in rules.rules().iter().filter(is_plain) {
        let verdicts = rules.verdicts(rule, &document, &checked.sentences, &checked.claims);
        let from = format!("rule {}", rule.id);
        for (claim, verdict) in checked.claims.iter().zip(verdicts) {
            let given = claim.hints.iter().any(|hint| *hint.from == *from);
            assert_eq!(given, matches!(verdict, Verdict::Holds(_)), "{from}: {}", claim.text(&document));
        }
    }
}

#[test]
fn what_no_example_reaches_is_told_of_except_too() {
    let pack = |except: &str| {
        format!(
            "[pack]\nid = 'p'\ntitle = 'P'\n[[rule]]\nid = 'r'\ntitle = 'R'\nhint = 'Check'\n\
             when = {{ kind = 'quantity' }}\nexcept = {{ {except} }}\n\
             match = ['The town paid £40,000.']\nskip = ['The town paid £40,000 for potholes.']\n"
        )
    };
    for (except, wanted) in [
        ("sentence.phrases = ['potholes']", vec![]),
        (
            "sentence.phrases = ['potholes', 'roads']",
            vec!["examples of `p/r` reach 1 of 2 phrases; not roads"],
        ),
        ("unit = 'EUR'", vec!["`except` takes back no example of `p/r`"]),
        (
            "any = [{ sentence.phrases = 'potholes' }, { unit = 'EUR' }]",
            vec!["no example of `p/r` reaches this branch"],
        ),
    ] {
        let rules = RuleSet::loader().text("p.toml", &pack(except)).finish().unwrap();
        let unreached = RuleTest::new(&rules, &rules.rules()[0]).unreached();
        let told: Vec<_> = unreached.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(told, wanted, "{except}");
    }
}
