//! `review`, `mark` and `diff` on checklists of small articles.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::path::Path;

use claimlist_tests::{Run, claimlist};
use serde_json::{Value, json};
use tempfile::TempDir;

const ARTICLE: &str = "Council sells the old mill\n\nThe council sold the mill for £2.4m in March 2024. Mayor Ann Lee said that 140 people had worked there.\n\nAbout 300 people came to the last open day.\n";

/// A folder with an article and its checklist.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mill.txt"), ARTICLE).unwrap();
    let made = run(folder.path(), &["check", "mill.txt", "--date", "2026-01-15", "-o", "list.json"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    folder
}

fn run(folder: &Path, args: &[&str]) -> Run {
    let output = claimlist().current_dir(folder).args(args).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(folder: &Path, file: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join(file)).unwrap()).unwrap()
}

/// The claim with these words.
fn claim(folder: &Path, file: &str, text: &str) -> Value {
    let checklist = json(folder, file);
    let claims = checklist["documents"][0]["claims"].as_array().unwrap().clone();
    claims.into_iter().find(|claim| claim["text"] == text).unwrap()
}

fn id(folder: &Path, text: &str) -> String {
    claim(folder, "list.json", text)["id"].as_str().unwrap().to_owned()
}

#[test]
fn claims_are_marked_by_id_by_its_beginning_and_by_number() {
    let folder = folder();
    let folder = folder.path();
    let mill = id(folder, "£2.4m in March 2024");
    let workers = id(folder, "140 people");
    let args = ["mark", "list.json", &mill, &workers[..6], "wrong", "--note", "See the deed.", "--source"];
    let marked =
        run(folder, &[&args[..], &["Land Registry https://example.org/deed", "-s", "Deed"]].concat());
    assert_eq!(marked.status, 0, "{}", marked.stderr);
    assert!(marked.stdout.contains(&format!("{mill} wrong (was open)  £2.4m")), "{}", marked.stdout);
    assert!(marked.stdout.contains("2 of"), "{}", marked.stdout);
    let claim = claim(folder, "list.json", "140 people");
    assert_eq!((&claim["status"], &claim["note"]), (&json!("wrong"), &json!("See the deed.")));
    let evidence =
        json!([{ "title": "Land Registry", "url": "https://example.org/deed" }, { "title": "Deed" }]);
    assert_eq!(claim["evidence"], evidence);
    assert!(claim["marked"].as_str().is_some_and(|at| at.ends_with('Z') && at.len() == 20), "{claim}");

    let reset = run(folder, &["mark", "list.json", "#1", &workers, "open", "--note", "", "--no-sources"]);
    assert_eq!(reset.status, 0, "{}", reset.stderr);
    let claim = self::claim(folder, "list.json", "140 people");
    assert_eq!(
        (&claim["status"], &claim["note"], &claim["evidence"]),
        (&json!("open"), &Value::Null, &Value::Null)
    );
}

#[test]
fn a_number_counts_before_the_beginning_of_an_id() {
    let folder = folder();
    let folder = folder.path();
    let list = json(folder, "list.json");
    let claims = list["documents"][0]["claims"].as_array().unwrap();
    let id = |index: usize| claims[index]["id"].as_str().unwrap();
    // Such as 6: a claim's number, and the beginning of another claim's id.
    let number = (1..=claims.len()).find(|number| {
        let number = number.to_string();
        (0..claims.len()).any(|other| id(other).starts_with(&number) && (other + 1).to_string() != number)
    });
    let number = number.expect("some claim's number begins another claim's id");
    let marked = run(folder, &["mark", "list.json", &number.to_string(), "right"]);
    assert_eq!(marked.status, 0, "{}", marked.stderr);
    assert!(marked.stdout.starts_with(&format!("{} right (was open)", id(number - 1))), "{}", marked.stdout);
}

#[test]
fn if_one_claim_is_not_found_none_is_marked() {
    let folder = folder();
    let folder = folder.path();
    let before = fs::read(folder.join("list.json")).unwrap();
    let mill = id(folder, "£2.4m in March 2024");
    for bad in ["zzzzzzzz", "9999", ""] {
        let marked = run(folder, &["mark", "list.json", &mill, bad, "right"]);
        assert_eq!(marked.status, 2, "{bad}: {}", marked.stdout);
        assert!(
            marked.stderr.contains("--all lists the ids") || marked.stderr.contains("write more of the id"),
            "{}",
            marked.stderr
        );
    }
    assert_eq!(fs::read(folder.join("list.json")).unwrap(), before);
}

#[test]
fn review_shows_what_is_done_and_what_to_do_next() {
    let folder = folder();
    let folder = folder.path();
    let mill = id(folder, "£2.4m in March 2024");
    run(
        folder,
        &["mark", "list.json", &mill, "wrong", "-n", "It was £2.1m.", "-s", "https://example.org/deed"],
    );
    let shown = run(folder, &["review", "list.json", "--top", "2"]);
    assert_eq!((shown.status, shown.stderr.as_str()), (0, ""));
    for part in [
        "Council sells the old mill",
        "1 of ",
        "1 wrong",
        "It was £2.1m.",
        "https://example.org/deed",
        "the 2 most worth a check",
    ] {
        assert!(shown.stdout.contains(part), "{part}: {}", shown.stdout);
    }
    let page = run(folder, &["review", "list.json", "-o", "page.html"]);
    assert_eq!(page.status, 0, "{}", page.stderr);
    let of_page = run(folder, &["review", "page.html", "--top", "2"]);
    assert_eq!(of_page.stdout, shown.stdout);
}

#[test]
fn marks_from_a_file_are_merged_and_saved() {
    let folder = folder();
    let folder = folder.path();
    let mill = id(folder, "£2.4m in March 2024");
    let marks = json!({ "schema": "claimlist-marks/1", "marks": [
        { "document": "mill.txt", "id": mill, "status": "right", "note": "Deed seen.", "at": "2026-01-15T09:30:00Z" },
        { "document": "mill.txt", "id": "00000000", "status": "wrong" },
    ]});
    fs::write(folder.join("marks.json"), marks.to_string()).unwrap();
    let shown = run(folder, &["review", "list.json", "--marks", "marks.json"]);
    assert!(shown.stdout.contains("1 right") && shown.stderr.contains("1 mark taken over"), "{shown:?}");
    // A mark that leads nowhere is a fault that scripts are to see.
    assert_eq!(shown.status, 3);
    assert!(
        shown.stderr.contains("00000000 (wrong) is left out: there is no such claim"),
        "{}",
        shown.stderr
    );
    assert_eq!(claim(folder, "list.json", "£2.4m in March 2024")["status"], "open");

    run(folder, &["review", "list.json", "--marks", "marks.json", "--save"]);
    let claim = claim(folder, "list.json", "£2.4m in March 2024");
    assert_eq!(
        (&claim["status"], &claim["note"], &claim["marked"]),
        (&json!("right"), &json!("Deed seen."), &json!("2026-01-15T09:30:00Z"))
    );

    // The checklist of a colleague, who marked the same claim later.
    fs::copy(folder.join("list.json"), folder.join("colleague.json")).unwrap();
    run(folder, &["mark", "colleague.json", &mill, "unclear"]);
    let merged = run(folder, &["review", "list.json", "-m", "colleague.json", "--save"]);
    assert_eq!(merged.status, 0, "{}", merged.stderr);
    assert!(merged.stderr.contains(&format!("{mill} was right, is unclear now")), "{}", merged.stderr);
}

#[test]
fn an_edit_keeps_marks_and_opens_again_what_changed() {
    let folder = folder();
    let folder = folder.path();
    for text in ["£2.4m in March 2024", "140 people", "About 300 people"] {
        let marked =
            run(folder, &["mark", "list.json", &id(folder, text), "right", "-n", "Asked the council."]);
        assert_eq!(marked.status, 0, "{}", marked.stderr);
    }
    let edited = ARTICLE
        .replace("£2.4m", "£2.1m in March 2024")
        .replace("About 300 people came to the last open day.", "It stood empty for 12 years.");
    fs::write(folder.join("mill.txt"), &edited).unwrap();
    let told = run(folder, &["diff", "list.json", "mill.txt"]);
    assert_eq!(told.status, 0, "{}", told.stderr);
    for part in [
        "now: £2.1m",
        "Gone",
        "New",
        "With --output, 1 mark carried over",
        "(was right)  £2.1m in March 2024",
        "Gone with their marks",
    ] {
        assert!(told.stdout.contains(part), "{part}: {}", told.stdout);
    }
    let written = run(folder, &["diff", "list.json", "mill.txt", "-o", "new.json"]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    let changed = claim(folder, "new.json", "£2.1m in March 2024");
    assert_eq!((&changed["status"], &changed["note"]), (&json!("open"), &json!("Asked the council.")));
    assert_eq!(claim(folder, "new.json", "140 people")["status"], "right");
    assert_eq!(json(folder, "new.json")["documents"][0]["text"], edited);
    // Two checklists compare as well, and the same one has no changes.
    let same = run(folder, &["diff", "new.json", "new.json"]);
    assert!(same.stdout.contains("0 changed, 0 gone, 0 new"), "{}", same.stdout);
}

#[test]
fn what_is_no_checklist_is_told_with_its_place_and_a_remedy() {
    let folder = folder();
    let folder = folder.path();
    for (content, message) in [
        ("It rained.", "it is no checklist: claimlist check ARTICLE --output"),
        ("{\"schema\": \"claimlist/1\",\n \"tool\": 3}", "bad.json:2:"),
        ("{\"schema\": \"claimlist/1\",\n \"tool\"", "bad.json:2:"),
        ("{\"schema\": \"claimlist/9\"}", "its schema is \"claimlist/9\""),
        ("{}", "without a \"schema\""),
        ("{\"schema\": \"claimlist-marks/1\", \"marks\": []}", "give it with --marks"),
    ] {
        fs::write(folder.join("bad.json"), content).unwrap();
        for args in [&["review", "bad.json"][..], &["mark", "bad.json", "1", "right"]] {
            let told = run(folder, args);
            assert_eq!(told.status, 3, "{content}");
            assert!(told.stderr.contains(message) && told.stdout.is_empty(), "{}", told.stderr);
        }
    }
    let missing = run(folder, &["review", "lst.json"]);
    assert!(missing.stderr.contains("did you mean list.json?"), "{}", missing.stderr);
    let page = run(folder, &["check", "mill.txt", "-o", "page.html"]);
    assert_eq!(page.status, 0);
    assert_eq!(run(folder, &["mark", "page.html", "1", "right"]).status, 2);
}
