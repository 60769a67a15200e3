//! Every matcher of the rule language works in every kind of block, holds where it should, and fails where it should.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_core::rules::{Change, RuleSet};
use claimlist_core::{Block, BlockKind, Checker, ClaimKind, Document, Priority, Span};

/// The sentence that stands in a block of each kind, after a title.
const TEXT: &str = "Potholes cost the town at least £40,000 in 2023, \u{2018}the mayor\u{2019}s\u{2019} office said. Road  repairs took 12%.";
const TITLE: &str = "Council counts the cost";

/// A condition that holds for the claim of £40,000, and one like it that does not.
const MATCHERS: &[(&str, &str)] = &[
    ("kind = 'quantity'", "kind = 'role'"),
    ("kind = ['role', 'quantity']", "kind = ['role', 'causal']"),
    ("language = 'en'", "language = 'de'"),
    ("quoted = false", "quoted = true"),
    ("claim.phrases = ['£40,000']", "claim.phrases = ['£40']"),
    ("claim.phrases = ['@sums']", "claim.phrases = ['@others']"),
    ("sentence.phrases = ['THE TOWN']", "sentence.phrases = ['road repairs']"),
    ("sentence.phrases = [\"mayor's\"]", "sentence.phrases = ['mayors']"),
    ("paragraph.phrases = ['road repairs']", "paragraph.phrases = ['road repair']"),
    ("document.phrases = ['council counts']", "document.phrases = ['council cost']"),
    ("title.phrases = ['the cost']", "title.phrases = ['potholes']"),
    ("claim.pattern = '[0-9]{2},000'", "claim.pattern = '^[0-9]'"),
    ("sentence.pattern = '^Potholes'", "sentence.pattern = '^Road'"),
    ("paragraph.pattern = 'took \\d+%'", "paragraph.pattern = 'took £'"),
    ("document.pattern = 'Council .* cost'", "document.pattern = 'council counts'"),
    ("title.pattern = 'counts'", "title.pattern = '\\d'"),
    ("near = { phrases = ['potholes'], words = 6 }", "near = { phrases = ['potholes'], words = 2 }"),
    ("near = { phrases = ['repairs'], words = 20 }", "near = { phrases = ['council'], words = 50 }"),
    ("unit = 'GBP'", "unit = 'percent'"),
    ("unit = true", "unit = false"),
    ("modifier = ['about', 'at-least']", "modifier = 'at-most'"),
    ("change = false", "change = true"),
    ("high = false", "high = true"),
    ("age = false", "age = true"),
    ("value = 40000", "value = 40001"),
    ("value = [1, 40_000.0]", "value = [1, 2]"),
    ("value = { above = 39999, below = 40001 }", "value = { above = 40000 }"),
    ("value = { at-least = 40000, at-most = 40000 }", "value = { below = 40000 }"),
    ("worth = { at-least = 0.0 }", "worth = { above = 1 }"),
    ("with = { unit = 'percent', in = 'paragraph' }", "with = { unit = 'percent' }"),
    ("with = { value = 12, in = 'document' }", "with = { value = 40000, in = 'document' }"),
    ("all = [{ unit = 'GBP' }, { value = 40000 }]", "all = [{ unit = 'GBP' }, { value = 1 }]"),
    ("any = [{ unit = 'EUR' }, { value = 40000 }]", "any = [{ unit = 'EUR' }, { value = 1 }]"),
    ("not = { unit = 'percent' }", "not = { unit = 'GBP' }"),
    (
        "not = { any = [{ unit = 'EUR' }, { age = true }] }",
        "not = { any = [{ unit = 'GBP' }, { age = true }] }",
    ),
];

fn document(block: BlockKind) -> Document {
    let text = format!("{TITLE}\n\n{TEXT}\n");
    let title = Block { kind: BlockKind::Title, span: Span::new(0, TITLE.len()) };
    let start = TITLE.len() + 2;
    let body = Block { kind: block, span: Span::new(start, start + TEXT.len()) };
    Document::new(text, vec![title, body]).unwrap()
}

fn rules(when: &str) -> RuleSet {
    let pack = format!(
        "[pack]\nid = 'p'\ntitle = 'P'\n[lists]\nsums = ['£40,000']\nothers = ['£50,000']\n\
         [[rule]]\nid = 'a'\ntitle = 'A'\nwhen = {{ {when} }}\nhint = 'Check {{claim}}.'\n"
    );
    RuleSet::loader().text("p.toml", &pack).finish().unwrap_or_else(|errors| panic!("{errors}"))
}

/// Whether a rule with this condition gives its hint to the claim of £40,000.
fn holds(when: &str, document: &Document) -> bool {
    let checked = Checker::new(rules(when)).check(document);
    let claim = checked
        .claims
        .iter()
        .find(|claim| claim.kind == ClaimKind::Quantity && claim.text(document).contains("40,000"))
        .unwrap();
    !claim.hints.is_empty()
}

#[test]
fn every_matcher_works_in_every_block() {
    for block in BlockKind::ALL {
        let document = document(block);
        for (matching, failing) in MATCHERS {
            assert!(holds(matching, &document), "{matching} in a {}", block.name());
            assert!(!holds(failing, &document), "{failing} in a {}", block.name());
        }
        assert!(holds(&format!("block = '{}'", block.name()), &document));
        let other = if block == BlockKind::Turn { "caption" } else { "turn" };
        assert!(!holds(&format!("block = '{other}'"), &document));
    }
}

fn hints(pack: &str, text: &str) -> Vec<String> {
    let rules = RuleSet::loader().text("p.toml", pack).finish().unwrap_or_else(|errors| panic!("{errors}"));
    let checked = Checker::new(rules).check(&Document::plain(text).unwrap());
    checked.claims.into_iter().flat_map(|claim| claim.hints).map(|hint| hint.text).collect()
}

/// A pack of one rule with these lines in it.
fn pack(rule: &str) -> String {
    format!("[pack]\nid = 'p'\ntitle = 'P'\n[[rule]]\nid = 'a'\ntitle = 'A'\n{rule}\n")
}

#[test]
fn hints_are_filled_from_facts_groups_and_the_text() {
    for (hint, text) in [
        ("{claim}", "at least £40,000"),
        ("{value} {unit}", "40,000 GBP"),
        ("{sentence}", "Potholes cost Ayton at least £40,000."),
        ("{of|no whole} and {speaker}", "no whole and the speaker"),
        ("{place}: {{x}}", "Ayton: {x}"),
    ] {
        let pack = pack(&format!(
            "when = {{ unit = 'GBP', sentence.pattern = 'cost (?<place>\\w+)' }}\nhint = '{hint}'"
        ));
        assert_eq!(hints(&pack, "Potholes cost Ayton at least £40,000."), [text], "{hint}");
    }
}

#[test]
fn exceptions_take_a_rule_back_and_once_gives_one_hint() {
    let text = "Roads cost £40,000. Parks cost £50,000. Schools cost £60,000.";
    let rule = "when = { unit = 'GBP' }\nhint = '{claim}'\n";
    assert_eq!(hints(&pack(rule), text).len(), 3);
    let except = format!("{rule}except = {{ sentence.phrases = ['parks'] }}");
    assert_eq!(hints(&pack(&except), text), ["£40,000", "£60,000"]);
    let once = format!("{rule}once = 'document'");
    assert_eq!(hints(&pack(&once), text), ["£40,000"]);
}

#[test]
fn a_fallback_gives_its_hint_where_no_other_rule_gives_one() {
    let rule = |id: &str, more: &str| {
        format!("[[rule]]\nid = '{id}'\ntitle = 'T'\nhint = '{id}: {{claim}}'\n{more}\n")
    };
    let pack = format!(
        "[pack]\nid = 'p'\ntitle = 'P'\n{}{}{}",
        rule("any", "when = { unit = 'GBP' }\nfallback = true"),
        rule("next", "when = { unit = 'GBP' }\nfallback = true"),
        rule("roads", "when = { unit = 'GBP', sentence.phrases = ['roads'] }\nfallback = false"),
    );
    let text = "Roads cost £40,000. Parks cost £50,000.";
    assert_eq!(hints(&pack, text), ["roads: £40,000", "any: £50,000"]);
}

#[test]
fn a_phrase_counts_wherever_it_stands_again() {
    // Also where it stood earlier in the text, which other checkers forget.
    let pack = pack("when = { unit = 'GBP', sentence.phrases = ['roads'] }\nhint = '{claim}'");
    let text = "Roads cost £1,000. Parks cost £2,000. Roads cost £3,000, and roads cost £4,000.";
    assert_eq!(hints(&pack, text), ["£1,000", "£3,000", "£4,000"]);
}

#[test]
fn rules_are_left_out_by_region_and_changed_by_a_configuration() {
    let rule = |id: &str, more: &str| {
        format!("[[rule]]\nid = '{id}'\ntitle = 'T'\nwhen = {{ unit = 'GBP' }}\nhint = '{id}'\n{more}\n")
    };
    let pack = format!(
        "[pack]\nid = 'p'\ntitle = 'P'\n{}{}{}",
        rule("uk", "region = 'uk'"),
        rule("us", "region = ['us']"),
        rule("all", "")
    );
    let found = |loader: claimlist_core::rules::Loader| {
        let document = Document::plain("It cost £40,000.").unwrap();
        let rules = loader.text("p.toml", &pack).finish().unwrap();
        let claims = Checker::new(rules).check(&document).claims;
        let hints = claims.into_iter().flat_map(|claim| claim.hints);
        hints.map(|hint| (hint.text, hint.priority)).collect::<Vec<_>>()
    };
    let names = |loader| found(loader).into_iter().map(|(text, _)| text).collect::<Vec<_>>();
    assert_eq!(names(RuleSet::loader()), ["uk", "us", "all"]);
    assert_eq!(names(RuleSet::loader().region(Some("uk"))), ["uk", "all"]);
    assert_eq!(names(RuleSet::loader().change("p/us", Change::Disable)), ["uk", "all"]);
    assert_eq!(names(RuleSet::loader().change("p/us", Change::Hint("{claim}!".to_owned())))[1], "£40,000!");
    let raised = found(RuleSet::loader().change("p", Change::Priority(Priority::High)));
    assert!(raised.iter().all(|(_, priority)| *priority == Priority::High));
    let unknown = RuleSet::loader().text("p.toml", &pack).change("p/no", Change::Disable).finish();
    assert!(unknown.unwrap_err().to_string().contains("`p/no`"));
}
