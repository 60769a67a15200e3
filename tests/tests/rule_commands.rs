//! `claimlist rules`: what each command prints, and its exit status.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::path::Path;

use claimlist_tests::{Run, claimlist, run};
use tempfile::TempDir;

const PACK: &str = r#"[pack]
id = "council"
title = "Our town council"

[[rule]]
id = "road-budget"
title = "Money for roads"
priority = "high"
tags = ["roads"]
when = { kind = "quantity", sentence.phrases = ["potholes"] }
except = { sentence.phrases = ["nuisance"] }
hint = "Is {claim} in the budget?"
match = ["Potholes cost the town £40,000."]
skip = ["The potholes are deep.", "Libraries cost the town £40,000.", "Potholes, a nuisance, cost £40,000."]
"#;

/// A file with a fault in each of seven lines.
const SEVEN: &str = r#"[pack]
id = "council"
title = "Our town council"

[[rule]]
id = "road budget"
titel = "Money for roads"
priority = "urgent"
when = { kind = "quantaty" }
hint = "Is {vlaue} in the budget?"
sources = ["minutes"]
match = 7
"#;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Runs the program in a folder.
fn run_in(folder: &Path, args: &[&str]) -> Run {
    let output = claimlist().current_dir(folder).args(args).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Expects all these parts in a text.
fn has_all(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
}

#[test]
fn list_shows_rules_by_tag() {
    let folder = folder(&[("council.toml", PACK)]);
    let run = run_in(folder.path(), &["rules", "list", "--rules", "council.toml", "--no-default-rules"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "council/road-budget  high    Money for roads\n");
    let run = run_in(folder.path(), &["rules", "list", "--rules", "council.toml", "--tag", "roads"]);
    has_all(&run.stdout, &["council/road-budget"]);
    assert!(!run.stdout.contains("economy/share-of-gdp"));
    assert!(run_in(folder.path(), &["rules", "list"]).stdout.lines().count() > 100);
}

#[test]
fn show_prints_what_the_page_of_packs_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rule-packs.md");
    let page = fs::read_to_string(page).unwrap().replace("\r\n", "\n");
    for rule in ["economy/share-of-gdp", "quotes/cut-or-added"] {
        let run = run(&["rules", "show", rule]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        assert!(run.stdout.starts_with(&format!("{rule}: ")));
        has_all(&page, &[&run.stdout]);
    }
}

#[test]
fn show_tells_all_that_a_rule_says() {
    let folder = folder(&[("council.toml", PACK)]);
    let run = run_in(folder.path(), &["rules", "show", "council/road-budget", "--rules", "council.toml"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    has_all(
        &run.stdout,
        &[
            "council/road-budget: Money for roads\n",
            "  priority  high\n",
            "  tags      roads\n",
            "  when      { kind = \"quantity\", sentence.phrases = [\"potholes\"] }\n",
            "  except    { sentence.phrases = [\"nuisance\"] }\n",
            "  hint      Is {claim} in the budget?\n",
            "  match     Potholes cost the town £40,000.\n",
            "  in        council.toml:6\n",
        ],
    );
}

#[test]
fn a_rule_that_does_not_exist_is_told_with_one_like_it() {
    for (args, said) in [
        (["rules", "show", "economy/share-of-gpd"], "did you mean economy/share-of-gdp?"),
        (["rules", "show", "xyzzy"], "claimlist rules list shows all"),
        (["rules", "show", "council/road-budget"], "name its file: --rules council.toml"),
    ] {
        let run = run(&args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        has_all(&run.stderr, &[said]);
    }
}

#[test]
fn check_tells_each_of_seven_faults_on_its_line() {
    let folder = folder(&[("seven.toml", SEVEN)]);
    let run = run_in(folder.path(), &["rules", "check", "seven.toml"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    has_all(
        &run.stderr,
        &[
            "seven.toml:6:6",
            "has a bad name: `road budget`",
            "seven.toml:7:1",
            "unknown key `titel` in a rule",
            "did you mean `title`?",
            "seven.toml:8:12",
            "unknown priority `urgent`",
            "seven.toml:9:17",
            "unknown kind `quantaty`",
            "did you mean `quantity`?",
            "seven.toml:10:12",
            "unknown slot `{vlaue}`",
            "seven.toml:11:12",
            "unknown source `minutes`",
            "seven.toml:12:9",
            "this is a number",
            "7 errors in rule files",
        ],
    );
}

#[test]
fn a_good_pack_beside_broken_ones_is_not_used_alone() {
    let files = [
        ("a.txt", "Potholes cost the town £40,000."),
        ("good.toml", PACK),
        ("one.toml", "[pack"),
        ("two.toml", SEVEN),
    ];
    let folder = folder(&files);
    for args in [
        &["check", "a.txt", "--rules", "."][..],
        &["rules", "check", "."],
        &["rules", "test", "."],
        &["rules", "list", "--rules", "."],
        &["rules", "why", "a.txt", "council/road-budget", "--rules", "."],
    ] {
        let run = run_in(folder.path(), args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        has_all(&run.stderr, &["one.toml:1:", "two.toml:6:6", "8 errors in rule files: nothing was checked"]);
        assert!(!run.stderr.contains("good.toml"));
    }
}

#[test]
fn check_says_how_many_rules_are_sound() {
    let folder = folder(&[("council.toml", PACK)]);
    let run = run_in(folder.path(), &["rules", "check", "council.toml"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "1 rule: no errors\n", ""));
    let run = run_in(folder.path(), &["rules", "check", "other.toml"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    has_all(&run.stderr, &["other.toml: there is no such file or folder"]);
}

#[test]
fn test_runs_examples() {
    let failing = PACK.replace("match = [", "match = [\"Bridges cost £7.\", ");
    let folder = folder(&[("council.toml", PACK), ("failing.toml", &failing)]);
    let run = run_in(folder.path(), &["rules", "test", "council.toml", "--mutate", "--coverage"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "1 rule with 4 examples: 1 passed, 0 failed\n");
    let run = run_in(folder.path(), &["rules", "test", "failing.toml"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, "1 rule with 5 examples: 0 passed, 1 failed\n"));
    has_all(
        &run.stderr,
        &[
            "`council/road-budget` does not hold here",
            "failing.toml:13:",
            "the sentence is \"Bridges cost £7.\"",
        ],
    );
}

#[test]
fn test_tells_what_no_example_notices_or_reaches() {
    let spare = PACK
        .replace("[\"potholes\"]", "[\"potholes\", \"ruts\"]")
        .replace(", \"Potholes, a nuisance, cost £40,000.\"", "");
    let folder = folder(&[("spare.toml", &spare)]);
    let run = run_in(folder.path(), &["rules", "test", "spare.toml", "--coverage"]);
    assert_eq!(run.status, 0);
    has_all(
        &run.stderr,
        &[
            "reach 1 of 2 phrases; not ruts",
            "spare.toml:10:",
            "`except` takes back no example",
            "spare.toml:11:",
        ],
    );
    let run = run_in(folder.path(), &["rules", "test", "spare.toml", "--mutate"]);
    assert_eq!(run.status, 1);
    has_all(
        &run.stderr,
        &["no example of `council/road-budget` notices when this is left out", "spare.toml:11:"],
    );
}

#[test]
fn test_of_the_default_packs_passes() {
    let run = run(&["rules", "test"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    has_all(&run.stdout, &[" passed, 0 failed\n"]);
}

#[test]
fn new_writes_a_pack_that_passes_its_tests_and_writes_over_none() {
    let folder = folder(&[("a.txt", "Potholes cost the town £40,000.")]);
    let run = run_in(folder.path(), &["rules", "new", "town-hall"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "town-hall.toml is written. Next: claimlist rules test town-hall.toml\n");
    let run = run_in(folder.path(), &["rules", "test", "town-hall.toml", "--mutate", "--coverage"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    let run = run_in(folder.path(), &["check", "a.txt", "--rules", "town-hall.toml", "--no-default-rules"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    has_all(&run.stdout, &["Is £40,000 in the budget"]);
    for (name, said) in [
        ("town-hall", "town-hall.toml exists: give the pack another name"),
        ("Town Hall", "such as town-council"),
    ] {
        let run = run_in(folder.path(), &["rules", "new", name]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        has_all(&run.stderr, &[said]);
    }
}

#[test]
fn schema_is_the_one_in_the_documentation() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules-1.schema.json");
    let run = run(&["rules", "schema"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, fs::read_to_string(kept).unwrap().replace("\r\n", "\n"));
}

#[test]
fn why_names_the_condition_that_decides() {
    let article = "Potholes cost the town £40,000.\nPotholes, a nuisance, cost £7.\nBridges cost £300.\n";
    let folder = folder(&[("a.txt", article), ("council.toml", PACK)]);
    let run =
        run_in(folder.path(), &["rules", "why", "a.txt", "council/road-budget", "--rules", "council.toml"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    has_all(
        &run.stdout,
        &[
            "line 1: quantity \"£40,000\"\n  holds: Is £40,000 in the budget?\n",
            "line 2: quantity \"£7\"\n  taken back by `except`\n",
            "line 3: quantity \"£300\"\n  no: phrases: the sentence is \"Bridges cost £300.\"\n",
            "council/road-budget holds for 1 of ",
        ],
    );
    let run = run_in(folder.path(), &["rules", "why", "none.txt", "quotes/cut-or-added"]);
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
    has_all(&run.stderr, &["none.txt"]);
}
