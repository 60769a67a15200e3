//! Rules of one's own: hints from them, and what a fault in them comes to.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;

use claimlist_tests::run;
use tempfile::TempDir;

const PACK: &str = r#"
[pack]
id = "council"
title = "Our town council"

[[rule]]
id = "road-budget"
title = "Money for roads"
priority = "high"
when = { kind = "quantity", sentence.phrases = ["potholes"] }
hint = "Is {claim} in the budget?"
"#;

/// A folder with an article and these packs.
fn folder(packs: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Potholes cost the town £40,000 last year.\n").unwrap();
    fs::create_dir(folder.path().join("rules")).unwrap();
    for (name, text) in packs {
        fs::write(folder.path().join("rules").join(name), text).unwrap();
    }
    folder
}

fn check(folder: &TempDir, args: &[&str]) -> claimlist_tests::Run {
    let path = |name| folder.path().join(name).display().to_string();
    run(&[&["check", &path("a.txt"), "--no-default-rules", "--rules", &path("rules")], args].concat())
}

#[test]
fn a_hint_of_ones_own() {
    let run = check(&folder(&[("council.toml", PACK)]), &["--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let claims = json["documents"][0]["claims"].as_array().unwrap();
    let hint = &claims.iter().find(|claim| claim["kind"] == "quantity").unwrap()["hints"][0];
    assert_eq!(hint["from"], "rule council/road-budget");
    assert_eq!(hint["text"], "Is £40,000 last year in the budget?");
    assert_eq!(hint["priority"], "high");
}

#[test]
fn every_fault_of_every_file_is_told_and_nothing_is_checked() {
    let faulty = PACK.replace("priority = \"high\"", "priority = \"hihg\"\nhnt = 1");
    let run = check(&folder(&[("a.toml", &faulty), ("b.toml", "[pack]\nid = \"b"), ("c.tml", PACK)]), &[]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    for part in [
        "unknown priority `hihg`",
        "did you mean `high`?",
        "unknown key `hnt` in a rule",
        "a.toml:9:12",
        "b.toml:2:",
        "c.tml: this file is not read",
        "3 errors in rule files: nothing was checked",
    ] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
}
