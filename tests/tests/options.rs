//! Options, help, exit statuses and the ways in which a run can end.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::io::Read as _;
use std::process::Stdio;

use claimlist_tests::{articles, claimlist, run, run_with};
use snapbox::{assert_data_eq, file};

fn article() -> String {
    articles().join("defence.txt").display().to_string()
}

#[test]
fn help() {
    assert_data_eq!(run(&["--help"]).stdout, file!["snapshots/help.txt"]);
    assert_data_eq!(run(&["check", "--help"]).stdout, file!["snapshots/help-check.txt"]);
    assert_data_eq!(run(&["stream", "--help"]).stdout, file!["snapshots/help-stream.txt"]);
    assert_data_eq!(run(&["inspect", "--help"]).stdout, file!["snapshots/help-inspect.txt"]);
    assert_data_eq!(run(&["explain", "--help"]).stdout, file!["snapshots/help-explain.txt"]);
    assert_data_eq!(run(&["rules", "--help"]).stdout, file!["snapshots/help-rules.txt"]);
    assert_data_eq!(run(&["plugin", "--help"]).stdout, file!["snapshots/help-plugin.txt"]);
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    let cases: [(&[&str], &str); 13] = [
        (&["chekc"], "check"),
        (&["check", "--kind", "quantiti"], "quantity"),
        (&["check", "--min-worth", "7"], "a number from 0 to 1"),
        (&["check", "--min-worth", "-0.5"], "a number from 0 to 1"),
        (&["check", "--date", "May"], "YYYY-MM-DD"),
        (&["check", "--date", "2025-13-01"], "YYYY-MM-DD"),
        (&["check", "--width", "3"], "from 40 to 1000"),
        (&["check", "--top", "-1"], "a whole number"),
        (&["check", "--all", "--top", "3"], "cannot be used with"),
        (&["check", "--jobs", "0"], "a whole number from 1"),
        (&["check", "--fetch", "--fetch-timeout", "0"], "whole seconds from 1"),
        (&["check", "--plugin-timeout", "-1"], "a number of seconds"),
        (&["plugin", "check", "a.so", "--settings", "[]"], "a JSON object"),
    ];
    for (args, remedy) in cases {
        let run = run(args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(remedy), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn colours_are_for_terminals_or_who_asks_for_them() {
    let escape = '\x1b';
    assert!(!run(&["check", &article()]).stdout.contains(escape));
    assert!(run(&["check", &article(), "--color", "always"]).stdout.contains(escape));
    assert!(!run(&["check", &article(), "--color", "never"]).stdout.contains(escape));
    let forbidden = claimlist().args(["check", &article()]).env("NO_COLOR", "1").output().unwrap();
    assert!(!forbidden.stdout.contains(&0x1b));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let text = "Sales rose by 12% in 2024, to 900 cars. ".repeat(20_000);
    let input = std::env::temp_dir().join(format!("claimlist-closed-pipe-{}.txt", std::process::id()));
    std::fs::write(&input, text).unwrap();
    for format in ["table", "json"] {
        let mut program = claimlist()
            .args(["check", "--all", "--format", format])
            .arg(&input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Reads a little and closes the pipe.
        program.stdout.take().unwrap().read_exact(&mut [0; 10]).unwrap();
        let output = program.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
        assert!(output.status.success(), "{format}: {:?}", output.status);
    }
    std::fs::remove_file(input).unwrap();
}

#[test]
fn filters_leave_numbers_and_places_as_they_are() {
    let json = |args: &[&str]| {
        let run = run(&[&["check", &article(), "--format", "json"], args].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        serde_json::from_str::<serde_json::Value>(&run.stdout).unwrap()["documents"][0].clone()
    };
    let all = json(&[]);
    let quantities = json(&["--kind", "quantity,time", "--min-worth", "0.2"]);
    assert_eq!(all["sentences"], quantities["sentences"]);
    let expected: Vec<_> = all["claims"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|claim| claim["kind"] == "quantity" || claim["kind"] == "time")
        .filter(|claim| claim["worth"].as_f64().unwrap() >= 0.2)
        .cloned()
        .collect();
    assert_eq!(quantities["claims"].as_array().unwrap(), &expected);
    let top = json(&["--top", "3", "--sort", "worth"]);
    let worth: Vec<_> =
        top["claims"].as_array().unwrap().iter().map(|claim| claim["worth"].as_f64()).collect();
    assert!(worth.len() <= 3 && worth.is_sorted_by(|a, b| a >= b), "{worth:?}");
}

#[test]
fn a_date_is_passed_on() {
    let run = run_with(b"It rained on Tuesday.", &["check", "-", "--format", "json", "--date", "2025-02-27"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["documents"][0]["date"], "2025-02-27");
}

#[test]
fn quiet_prints_no_totals() {
    assert!(run(&["check", &article()]).stdout.contains("1 article: "));
    assert!(!run(&["check", "--quiet", &article()]).stdout.contains("1 article: "));
}

#[test]
fn the_order_of_day_and_month_can_be_given() {
    let line = "{\"text\": \"The bridge opened on 3/4/2025.\"}\n";
    for (order, when) in
        [("day-first", "2025-04-03"), ("month-first", "2025-03-04"), ("detect", "2025-04-03")]
    {
        let run = run_with(line.as_bytes(), &["stream", "--date-order", order]);
        assert!(run.stdout.contains(when), "{order}: {}", run.stdout);
    }
}
