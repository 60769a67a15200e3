//! Articles in other formats than plain text: the same claims, each with the way back into its file.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;

use claimlist_tests::{run, run_with};
use serde_json::{Value, json};

const PAGE: &str = "<!DOCTYPE html><title>Roads under water | Echo</title>\n<nav><a href=/>Home</a></nav>\n<h1>Roads under water</h1>\n\
    <p>The council spent <b>£2m</b> on roads\nin 2024, 12% more than in 2023.</p>\n";

const MARKDOWN: &str = "---\ndate: 2025-02-27\n---\n# Roads under water\n\nThe council spent **£2m** on roads\nin 2024, 12% more than in 2023.\n";

/// The claims of the only article in this file.
fn claims(name: &str, bytes: &[u8], args: &[&str]) -> Vec<(String, u64, u64)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name).display().to_string();
    fs::write(&path, bytes).unwrap();
    let run = run(&[&["check", "--format", "json", &path], args].concat());
    assert_eq!(run.status, 0, "{run:?}");
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let claims = json["documents"][0]["claims"].as_array().unwrap();
    let claim = |claim: &Value| {
        let text = claim["text"].as_str().unwrap().to_owned();
        (text, claim["line"].as_u64().unwrap(), claim["column"].as_u64().unwrap())
    };
    claims.iter().map(claim).collect()
}

#[test]
fn claims_of_pages_and_markdown_lead_back_to_their_lines() {
    let in_page = claims("a.html", PAGE.as_bytes(), &[]);
    let in_markdown = claims("a.md", MARKDOWN.as_bytes(), &[]);
    assert!(
        in_page.iter().any(|claim| claim.0.starts_with("£2m") && (claim.1, claim.2) == (4, 25)),
        "{in_page:?}"
    );
    assert!(in_page.iter().any(|claim| claim.0.contains("12%") && claim.1 >= 4), "{in_page:?}");
    assert!(
        in_markdown.iter().any(|claim| claim.0.starts_with("£2m") && (claim.1, claim.2) == (6, 21)),
        "{in_markdown:?}"
    );
    let texts =
        |claims: &[(String, u64, u64)]| claims.iter().map(|claim| claim.0.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&in_page), texts(&in_markdown));
}

#[test]
fn content_counts_more_than_the_name_and_the_option_more_than_both() {
    let wanted = claims("a.html", PAGE.as_bytes(), &[]);
    assert_eq!(claims("a.txt", PAGE.as_bytes(), &[]), wanted);
    assert_eq!(claims("a", PAGE.as_bytes(), &[]), wanted);
    assert_ne!(claims("a.html", PAGE.as_bytes(), &["--input-format", "text"]), wanted);
    assert_eq!(
        claims("a.txt", MARKDOWN.as_bytes(), &["--input-format", "markdown"]),
        claims("a.md", MARKDOWN.as_bytes(), &[])
    );
}

#[test]
fn the_day_in_the_file_holds_unless_the_command_line_has_another() {
    let date = |args: &[&str]| {
        let run = run_with(
            MARKDOWN.as_bytes(),
            &[&["check", "-", "--format", "json", "--input-format", "markdown"], args].concat(),
        );
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        json["documents"][0]["date"].clone()
    };
    assert_eq!(date(&[]), json!("2025-02-27"));
    assert_eq!(date(&["--date", "2024-01-02"]), json!("2024-01-02"));
}

#[test]
fn a_stream_takes_markdown_and_html() {
    let lines = [("markdown", MARKDOWN), ("html", PAGE)]
        .map(|(format, text)| format!("{}\n", json!({"id": format, "format": format, "text": text})));
    let run = run_with(lines.concat().as_bytes(), &["stream"]);
    assert_eq!(run.status, 0, "{run:?}");
    for line in run.stdout.lines() {
        let answer: Value = serde_json::from_str(line).unwrap();
        let text = answer["text"].as_str().unwrap();
        assert!(text.starts_with("Roads under water\n\nThe council spent £2m on roads in 2024"), "{text}");
        let claims = answer["claims"].as_array().unwrap();
        assert!(!claims.is_empty());
        for claim in claims {
            let (start, end) =
                (claim["start"].as_u64().unwrap() as usize, claim["end"].as_u64().unwrap() as usize);
            assert_eq!(claim["text"], text[start..end]);
        }
    }
    let plain = run_with(b"{\"text\": \"It cost \xc2\xa32m.\"}\n", &["stream"]);
    assert!(!plain.stdout.contains("\"text\":\"It cost £2m.\""), "{plain:?}");
}
