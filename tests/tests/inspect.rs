//! `claimlist inspect` and `claimlist explain`: no sentence is dropped in silence, and every claim can be accounted for.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_tests::{articles, run, run_with};
use serde_json::{Value, json};

const ARTICLE: &[u8] = b"Sales rose by 12% in 2024. How could this happen? The firm plans to open 9 shops, its largest since 1990.";

#[test]
fn every_sentence_has_claims_or_a_reason_why_not() {
    for name in ["courts", "defence", "economy", "health", "science", "sport"] {
        let path = articles().join(format!("{name}.txt")).display().to_string();
        let run = run(&["inspect", "--format", "json", &path]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let account: Value = serde_json::from_str(&run.stdout).unwrap();
        for sentence in account["sentences"].as_array().unwrap() {
            let claims = sentence["claims"].as_array().unwrap();
            assert_eq!(claims.is_empty(), sentence["set_aside"].is_string(), "{sentence}");
            assert!(claims.iter().all(|claim| claim["pattern"] != ""), "{sentence}");
            assert!(!sentence["tokens"].as_array().unwrap().is_empty(), "{sentence}");
        }
    }
}

#[test]
fn apparatus_makes_no_claims_and_is_accounted_for() {
    const WRECK: &[u8] = b"The ferry sank in 2019.\n\nShare this\n\nThe crew of 9 was saved.\n\nSources\n\n\
        \"The wreck cost 5 million pounds\". Leeds Post, 2 May 2019. Was it insured?\n";
    let check = run_with(WRECK, &["check", "-", "--format", "json"]);
    assert_eq!(check.status, 0, "{}", check.stderr);
    let checklist: Value = serde_json::from_str(&check.stdout).unwrap();
    let claims = checklist["documents"][0]["claims"].as_array().unwrap();
    let lines: Vec<_> = claims.iter().map(|claim| claim["line"].as_u64().unwrap()).collect();
    assert!(
        lines.contains(&1) && lines.contains(&5) && lines.iter().all(|line| [1, 5].contains(line)),
        "{claims:?}"
    );

    let text = run_with(WRECK, &["inspect", "-"]);
    assert_eq!(text.status, 0, "{}", text.stderr);
    for (cue, times) in [("\"Share this\" (line 3)", 1), ("\"Sources\" (line 7)", 4)] {
        let told = format!("No claim: left out as apparatus (sources, links, categories) because of {cue}");
        let printed = text.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(printed.matches(&told).count(), times, "{}", text.stdout);
    }
    let json = run_with(WRECK, &["inspect", "-", "--format", "json"]);
    let account: Value = serde_json::from_str(&json.stdout).unwrap();
    let last = account["sentences"].as_array().unwrap().last().unwrap();
    assert_eq!(last["set_aside"], "apparatus", "{last}");
    assert_eq!(last["apparatus"], json!({ "text": "Sources", "line": 7 }), "{last}");
}

#[test]
fn the_account_is_for_people_at_80_columns() {
    let text = String::from_utf8(ARTICLE.repeat(3)).unwrap();
    let run = run_with(text.as_bytes(), &["inspect", "-"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("Sentence 1 (") && run.stdout.contains("No claim: a question"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("Sales/"), "{}", run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{}", run.stdout);
    let words = run_with(ARTICLE, &["inspect", "--words", "-"]).stdout;
    let line = words.lines().find(|line| line.trim_start().starts_with("largest ")).unwrap();
    assert!(line.contains("superlative"), "{line}");
}

#[test]
fn a_claim_is_explained_by_its_number_and_by_its_id() {
    let by_number = run_with(ARTICLE, &["explain", "-", "1"]);
    assert_eq!(by_number.status, 0, "{}", by_number.stderr);
    for part in ["Claim 1 (", "Kind: ", "Pattern: ", "Worth 0.", "from its sentence"] {
        assert!(by_number.stdout.contains(part), "{part}: {}", by_number.stdout);
    }
    let id = by_number.stdout.split(['(', ')']).nth(1).unwrap();
    assert_eq!(run_with(ARTICLE, &["explain", "-", id]).stdout, by_number.stdout);
}

#[test]
fn all_claims_are_explained_in_short_the_most_worth_a_check_first() {
    let run = run_with(ARTICLE, &["explain", "-"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let worth = run.stdout.lines().filter_map(|line| line.split_once(" Claim ")?.0.parse::<f64>().ok());
    let worth: Vec<f64> = worth.collect();
    assert!(worth.len() > 3 && worth.is_sorted_by(|a, b| a >= b), "{worth:?}");
    assert!(run.stdout.contains("For: ") && run.stdout.contains("Against: "), "{}", run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{}", run.stdout);
}

#[test]
fn an_unknown_claim_or_file_is_told_with_its_remedy() {
    let run_unknown = run_with(ARTICLE, &["explain", "-", "99"]);
    assert_eq!(run_unknown.status, 2);
    assert!(run_unknown.stderr.contains("no claim 99"), "{}", run_unknown.stderr);
    let missing = run(&["inspect", "nowhere.txt"]);
    assert_eq!(missing.status, 3, "{}", missing.stderr);
    assert!(missing.stderr.contains("no such file"), "{}", missing.stderr);
    let folder = run(&["inspect", &articles().display().to_string()]);
    assert_eq!(folder.status, 3, "{}", folder.stderr);
    assert!(folder.stderr.contains("it is a folder: name one file in it"), "{}", folder.stderr);
}
