//! The checklists of the six articles, as tables and claim by claim.
//!
//! `SNAPSHOTS=overwrite cargo test -p claimlist-tests` writes the snapshots again; read the difference before you commit it.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use claimlist_tests::{articles, claimlist};
use serde_json::Value;
use snapbox::{Data, assert_data_eq};

/// The day on which every article is taken to be published: a Thursday.
const PUBLISHED: &str = "2026-01-15";

/// What the program prints about an article. It runs in the articles' folder, so that paths are the same on each machine.
fn check(article: &str, args: &[&str]) -> String {
    let output = claimlist()
        .current_dir(articles())
        .args(["check", article, "--date", PUBLISHED])
        .args(args)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn snapshot(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name)
}

fn names() -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(articles())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A line a claim, with its facts and the rules that speak of it: short enough to read the difference of two versions.
fn outline(article: &str) -> String {
    let json: Value = serde_json::from_str(&check(article, &["--format", "json"])).unwrap();
    let document = &json["documents"][0];
    let mut outline = String::new();
    let mut sentence = Value::Null;
    for claim in document["claims"].as_array().unwrap() {
        if claim["sentence"] != sentence {
            sentence = claim["sentence"].clone();
            let worth = &document["sentences"][sentence.as_u64().unwrap() as usize]["worth"];
            writeln!(outline, "sentence {sentence}, line {}, worth {worth}", claim["line"]).unwrap();
        }
        write!(outline, "  {} [{}]", claim["kind"].as_str().unwrap(), claim["text"].as_str().unwrap())
            .unwrap();
        if let Some(speaker) = claim["speaker"].as_str() {
            write!(outline, " by [{speaker}]").unwrap();
        }
        if claim["quoted"] == true {
            outline.push_str(" quoted");
        }
        for (fact, value) in claim["facts"].as_object().unwrap() {
            // A quotation's words repeat the claim.
            if fact != "words" {
                write!(outline, " {fact}={value}").unwrap();
            }
        }
        outline.push('\n');
        for hint in claim["hints"].as_array().unwrap() {
            writeln!(
                outline,
                "    {} {}",
                hint["priority"].as_str().unwrap(),
                hint["from"].as_str().unwrap()
            )
            .unwrap();
        }
    }
    outline
}

#[test]
fn every_article_is_split_into_the_same_claims_as_before() {
    let names = names();
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        let snapshot = snapshot(&format!("claims-{name}"));
        assert_data_eq!(outline(&name), Data::read_from(&snapshot, None));
    }
}

#[test]
fn tables_at_80_100_and_160_columns() {
    for width in ["80", "100", "160"] {
        let table = check("defence.txt", &["--width", width]);
        assert_data_eq!(table.clone(), Data::read_from(&snapshot(&format!("table-{width}.txt")), None));
        let columns: usize = width.parse().unwrap();
        // Addresses of sources are not broken.
        let long: Vec<_> = table
            .lines()
            .filter(|line| line.chars().count() > columns && !line.trim_start().starts_with("http"))
            .collect();
        assert!(long.is_empty(), "{long:#?}");
    }
    let piped = check("defence.txt", &[]);
    assert_eq!(piped, check("defence.txt", &["--width", "100"]), "a pipe gets a fixed width");
}

/// The picture of README.md is a run of the program.
#[test]
fn the_picture_in_the_readme_is_current() {
    let table =
        check("defence.txt", &["--top", "8", "--sort", "worth", "--width", "110", "--color", "always"]);
    let picture = anstyle_svg::Term::new().min_width_px(980).render_svg(&table);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/table.svg");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, &picture).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found.replace("\r\n", "\n") == picture, "docs/table.svg is stale: see the top of this test");
}
