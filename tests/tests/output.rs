//! Where checklists go and in which format: files, folders, templates; and what makes a run fail.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::path::Path;

use claimlist_tests::{Run, articles, claimlist, run, run_with};
use snapbox::{assert_data_eq, file};
use tempfile::TempDir;

const SOLD: &str = "The plant sold 900 cars in 2024.\n";

/// Runs the program in a folder.
fn run_in(folder: &Path, args: &[&str]) -> Run {
    let output = claimlist().current_dir(folder).args(args).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn folder(files: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in files {
        fs::create_dir_all(folder.path().join(file).parent().unwrap()).unwrap();
        fs::write(folder.path().join(file), SOLD).unwrap();
    }
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_ending_of_the_file_tells_the_format() {
    let folder = folder(&["a.txt"]);
    for (name, start) in [
        ("list.csv", "\u{feff}article,number,claim"),
        ("list.json", "{\n  \"schema\""),
        ("list.jsonl", "{\"path\":\"a.txt\""),
        ("list.md", "# a.txt"),
        ("list.sarif", "{\n  \"$schema\""),
        ("list.jsonld", "[\n  {\n    \"@context\""),
        ("list", "a.txt\n"),
    ] {
        let run = run_in(folder.path(), &["check", "a.txt", "--output", name]);
        assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""), "{name}");
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(start), "{name}: {written}");
    }
    let unknown = run_in(folder.path(), &["check", "a.txt", "-o", "list.pdf"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("name one with --format"), "{}", unknown.stderr);
}

#[test]
fn a_folder_gets_a_file_for_each_article() {
    let folder = folder(&["in/a.txt", "in/b.txt", "in/old/a.txt"]);
    let args = ["check", "in", "-o", "lists/", "--format", "json"];
    let run = run_in(folder.path(), &args);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:?}");
    assert_eq!(run.stderr, "3 checklists written to lists/\n");
    let lists = folder.path().join("lists");
    assert_eq!(names(&lists), ["b.json", "in-a.txt.json", "old-a.txt.json"]);
    for (name, path) in [("b.json", "in/b.txt"), ("old-a.txt.json", "in/old/a.txt")] {
        let json: serde_json::Value = serde_json::from_slice(&fs::read(lists.join(name)).unwrap()).unwrap();
        assert_eq!(json["documents"][0]["path"], path);
        assert_eq!(json["documents"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn nothing_is_written_where_anything_would_be_written_over() {
    let folder = folder(&["a.txt", "b.txt", "c.txt"]);
    let lists = folder.path().join("lists");
    fs::create_dir(&lists).unwrap();
    fs::write(lists.join("a.csv"), "mine").unwrap();
    fs::write(lists.join("c.csv"), "mine").unwrap();
    let args = ["check", "a.txt", "b.txt", "c.txt", "-o", "lists", "--format", "csv", "--force"];
    let refused = run_in(folder.path(), &args[..8]);
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    for part in ["2 files exist", "a.csv", "c.csv", "--force"] {
        assert!(refused.stderr.contains(part), "{}", refused.stderr);
    }
    assert_eq!(names(&lists), ["a.csv", "c.csv"], "b is not written either");
    assert_eq!(fs::read(lists.join("a.csv")).unwrap(), b"mine");
    assert_eq!(run_in(folder.path(), &args).status, 0);
    assert_eq!(names(&lists), ["a.csv", "b.csv", "c.csv"]);
    assert_ne!(fs::read(lists.join("a.csv")).unwrap(), b"mine");
}

#[test]
fn no_article_is_written_over_by_its_checklist() {
    let folder = folder(&["a.txt", "b.txt"]);
    let article = fs::read(folder.path().join("a.txt")).unwrap();
    for output in ["a.txt", "./a.txt", "."] {
        for force in [&["--force"][..], &[]] {
            let args = [&["check", "b.txt", "a.txt", "-o", output], force].concat();
            let refused = run_in(folder.path(), &args);
            assert_eq!(refused.status, 2, "{args:?}");
            assert!(refused.stderr.contains("is an article of this run"), "{}", refused.stderr);
        }
    }
    assert_eq!(fs::read(folder.path().join("a.txt")).unwrap(), article);
    assert_eq!(run_in(folder.path(), &["check", "a.txt", "-o", "b.txt", "--force"]).status, 0);
    let slash = run_in(folder.path(), &["check", "a.txt", "-o", "b.txt/"]);
    assert!(slash.stderr.contains("b.txt is a file: name a folder"), "{}", slash.stderr);
}

#[test]
fn one_bad_article_leaves_the_others_their_files() {
    let folder = folder(&["a.txt", "b.txt"]);
    fs::write(folder.path().join("a.txt"), b"\xff\xfe\xff").unwrap();
    let run = run_in(folder.path(), &["check", ".", "-o", "lists/", "--format", "csv"]);
    assert_eq!(run.status, 3, "{run:?}");
    assert_eq!(names(&folder.path().join("lists")), ["b.csv"]);
}

#[test]
fn json_lines_are_the_documents_of_json() {
    let folder = folder(&["a.txt", "b.txt", "c.txt"]);
    let json = run_in(folder.path(), &["check", ".", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let lines = run_in(folder.path(), &["check", ".", "--format", "jsonl", "--jobs", "1"]).stdout;
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json["documents"].as_array().unwrap(), &lines);
}

#[test]
fn what_is_piped_holds_nothing_but_the_checklist() {
    let folder = folder(&["a.txt", "b.txt"]);
    for format in ["csv", "jsonl", "json", "sarif", "github", "claimreview", "markdown"] {
        let run = run_in(folder.path(), &["check", ".", "--format", format, "--color", "always"]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{format}");
        assert!(!run.stdout.contains('\x1b'), "{format}");
    }
}

#[test]
fn a_template_prints_what_it_says_and_its_faults_have_a_place() {
    let folder = folder(&["a.txt"]);
    let template = |source: &str| {
        fs::write(folder.path().join("list.html.j2"), source).unwrap();
        run_in(folder.path(), &["check", "a.txt", "--template", "list.html.j2"])
    };
    let good = template("{% for claim in documents[0].claims %}{{ claim.text }}\n{% endfor %}");
    assert_eq!(good.status, 0, "{}", good.stderr);
    assert!(good.stdout.lines().any(|line| line == "900 cars"), "{}", good.stdout);
    let bad = template("one\n{{ claim.text }}\n");
    assert_eq!((bad.status, bad.stdout.as_str()), (2, ""));
    assert!(bad.stderr.contains("list.html.j2:2:4"), "{}", bad.stderr);
    let into_folder = ["check", "a.txt", "--template", "list.html.j2", "-o", "lists/"];
    fs::write(folder.path().join("list.html.j2"), "{{ documents[0].path }}").unwrap();
    assert_eq!(run_in(folder.path(), &into_folder).status, 0);
    assert_eq!(names(&folder.path().join("lists")), ["a.html"]);
}

#[test]
fn a_run_fails_on_what_it_is_told_to_fail_on() {
    let pack = "[pack]\nid = \"desk\"\ntitle = \"Desk\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n\
                [[rule]]\nid = \"cars\"\ntitle = \"Cars\"\npriority = \"high\"\ntags = [\"cars\"]\n\
                when = { sentence.phrases = [\"cars\"] }\nhint = \"Sold or built?\"\n\
                match = [\"It sold 900 cars.\"]\nskip = [\"It sold 900 vans.\"]\n";
    let folder = folder(&["a.txt"]);
    fs::write(folder.path().join("desk.toml"), pack).unwrap();
    let check = |args: &[&str]| {
        run_in(
            folder.path(),
            &[&["check", "a.txt", "--no-default-rules", "--rules", "desk.toml"], args].concat(),
        )
    };
    assert_eq!(check(&[]).status, 0);
    assert_eq!(check(&["--fail-on", "conflict"]).status, 0);
    let failed = check(&["--fail-on", "conflict,high"]);
    assert_eq!(failed.status, 1);
    assert!(failed.stderr.contains("failed: ") && failed.stdout.contains("Sold or built?"), "{failed:?}");
    assert_eq!(check(&["--fail-on", "high", "--quiet"]).stderr, "");
    // A limit hides no failure, a filter does.
    assert_eq!(check(&["--fail-on", "high", "--top", "0"]).status, 1);
    assert_eq!(check(&["--fail-on", "high", "--kind", "quote"]).status, 0);
}

#[test]
fn tags_filter_by_the_rules_of_hints() {
    let text = b"The plant sold 900 cars. Spending rose to 2.5% of GDP.\n";
    let tagged = run_with(text, &["check", "-", "--format", "json", "--tag", "economy"]);
    let json: serde_json::Value = serde_json::from_str(&tagged.stdout).unwrap();
    let claims = json["documents"][0]["claims"].as_array().unwrap().clone();
    assert!(
        !claims.is_empty()
            && claims.iter().all(|claim| {
                let hints = claim["hints"].as_array().unwrap();
                hints
                    .iter()
                    .any(|hint| hint["tags"].as_array().is_some_and(|tags| tags.contains(&"economy".into())))
            })
    );
    let unknown = run_with(text, &["check", "-", "--tag", "economics"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("tags in use: ") && unknown.stderr.contains("economy"), "{unknown:?}");
}

#[test]
fn a_verbose_run_says_what_it_goes_by() {
    let run = run_with(SOLD.as_bytes(), &["check", "-", "--verbose"]);
    assert!(run.stderr.contains("rules: ") && run.stderr.contains("claims: "), "{}", run.stderr);
    assert_eq!(run_with(SOLD.as_bytes(), &["check", "-", "-v", "-q"]).status, 2);
}

#[test]
fn shells_get_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = run(&["completions", shell]);
        assert_eq!(run.status, 0);
        assert!(run.stdout.contains("fail-on"), "{shell}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    assert!(run(&["man"]).stdout.starts_with(".ie"));
    assert!(run(&["man", "rules", "check"]).stdout.contains("claimlist\\-rules\\-check"));
    let unknown = run(&["man", "ruels"]);
    assert!(unknown.status == 2 && unknown.stderr.contains("no command `ruels`"), "{unknown:?}");
    let folder = TempDir::new().unwrap();
    assert_eq!(run(&["man", "--output", &folder.path().display().to_string()]).status, 0);
    let pages = names(folder.path());
    assert!(pages.contains(&"claimlist-plugin-build.1".to_owned()), "{pages:?}");
    assert!(!pages.iter().any(|page| page.contains("plugin-host")), "{pages:?}");
}

#[test]
fn the_reference_of_commands_is_current() {
    assert_data_eq!(run(&["man", "--markdown"]).stdout, file!["../../docs/cli.md"].raw());
}

#[test]
fn groups_are_shown_in_a_table() {
    let article = articles().join("sport.txt").display().to_string();
    let run = run(&["check", &article, "--group", "kind", "--kind", "quote,quantity"]);
    let place = |head: &str| run.stdout.find(head).unwrap_or_else(|| panic!("{head}: {}", run.stdout));
    assert!(place("\nquantity (") < place("\nquote ("));
}
