//! Inputs that cannot be checked: a clear message with the place and the remedy, exit status 3, and all the rest done.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::path::Path;

use claimlist_tests::{Run, run, run_with};
use tempfile::TempDir;

const GOOD: &str = "The council spent £2m on roads in 2024, 12% more than in 2023.\n";

/// A folder with these files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn check(folder: &TempDir, names: &[&str]) -> Run {
    let paths: Vec<_> = names.iter().map(|name| folder.path().join(name).display().to_string()).collect();
    run(&[&["check"], paths.iter().map(String::as_str).collect::<Vec<_>>().as_slice()].concat())
}

/// The one message about a file of these bytes, without the path before it.
fn message(name: &str, bytes: &[u8]) -> String {
    let folder = folder(&[(name, bytes)]);
    let run = check(&folder, &[name]);
    assert_eq!(run.status, 3, "{run:?}");
    assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
    let (path, message) = run.stderr.trim_end().split_once(name).unwrap();
    assert!(path.starts_with("error: "), "{run:?}");
    message.to_owned()
}

#[test]
fn an_empty_file() {
    assert!(message("empty.txt", b"").contains("there is no text in it"));
    assert!(message("blank.txt", b" \n\n\t").contains("there is no text in it"));
}

#[test]
fn text_that_is_not_utf_8_is_named_with_line_and_column() {
    let message = message("latin1.txt", b"One\nCaf\xe9 prices rose.\n");
    assert!(message.starts_with(":2:4: "), "{message}");
    assert!(message.contains("UTF-8"), "{message}");
}

#[test]
fn a_binary_file() {
    let pdf = message("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    assert!(pdf.contains("it is damaged or cut short") && pdf.contains("save it anew"), "{pdf}");
    let message = message("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0");
    assert!(message.contains("text"), "{message}");
}

#[test]
fn a_missing_file_offers_the_one_that_was_meant() {
    let folder = folder(&[("article.txt", GOOD.as_bytes()), ("secret.txt", GOOD.as_bytes())]);
    let run = check(&folder, &["artcle.txt"]);
    assert_eq!(run.status, 3);
    assert!(run.stderr.contains("there is no such file; did you mean"), "{run:?}");
    assert!(run.stderr.contains("article.txt?") && !run.stderr.contains("secret"), "{run:?}");
    let run = check(&folder, &["zzz"]);
    assert!(run.stderr.trim_end().ends_with("there is no such file"), "{run:?}");
}

#[test]
fn an_address_is_told_as_one() {
    let run = run(&["check", "https://example.org/story"]);
    assert_eq!(run.status, 3);
    assert!(
        run.stderr.contains("it is an address, and claimlist uses no network unless you say --fetch"),
        "{run:?}"
    );
}

#[test]
fn a_folder_is_searched_for_texts_without_hidden_ones() {
    let files =
        ["b.txt", "a/c.TXT", ".hidden/d.txt", ".e.txt", "f.md", "g.json"].map(|name| (name, GOOD.as_bytes()));
    let run = check(&folder(&files), &["."]);
    assert_eq!(run.status, 0, "{run:?}");
    let at = |name: &str| run.stdout.find(name);
    assert!(at("c.TXT").unwrap() < at("b.txt").unwrap() && at("b.txt").unwrap() < at("f.md").unwrap());
    assert_eq!([at("d.txt"), at(".e.txt"), at("g.json")], [None; 3]);
    assert!(run.stdout.contains("3 articles: "));
}

#[test]
fn a_folder_without_texts_says_what_to_do() {
    let run = check(&folder(&[("a.json", b"{}")]), &["."]);
    assert_eq!(run.status, 3);
    assert!(
        run.stderr.contains("no file in this folder is an article by its name: name the files to check"),
        "{run:?}"
    );
}

#[test]
fn documents_that_are_cut_short_or_locked() {
    for (name, bytes) in [
        ("cut.docx", b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml word/document.xml".as_slice()),
        ("cut.odt", b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"),
        ("cut.epub", b"PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip"),
        ("overwritten.docx", b"PK\x03\x04\x14\0\0\0"),
    ] {
        let message = message(name, bytes);
        assert!(message.contains("damaged") && message.contains("save it anew"), "{message}");
    }
    let locked = message("locked.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    assert!(locked.contains("with a password"), "{locked}");
}

/// A panic of a library, or what it logs, would be more than the one line.
#[test]
fn documents_in_pdf_that_cannot_be_read() {
    let file = |content: &str, more: &str| {
        format!(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
             3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>\nendobj\n\
             4 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n{more}\n\
             trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n9\n%%EOF\n",
            content.len()
        )
    };
    let picture = "5 0 obj\n<</Subtype/Image/Length 1>>\nstream\nx\nendstream\nendobj";
    let form = "5 0 obj\n<</Subtype/Form/Length 5>>\nstream\n/A Do\nendstream\nendobj";
    let whole = file("", picture);
    for (name, bytes, problem, remedy) in [
        ("cut.pdf", whole[..whole.len() / 2].to_owned(), "damaged or cut short", "save it anew"),
        ("no-pages.pdf", whole.replace("[3 0 R]", "[2 0 R]"), "damaged", "save it anew"),
        ("scanned.pdf", whole.clone(), "pictures of its pages", "have its text recognized (OCR"),
        ("blank.pdf", file("", ""), "no text in it", "give a file with the article's text"),
        ("endless.pdf", file("/A Do", form), "far more work", "give only the pages of the article"),
        ("page.pdf", file("BT (It rained.", ""), "page 1 is damaged", "save it anew"),
        (
            "locked.pdf",
            whole.replace("/Size 6", "/Size 6/Encrypt<</Filter/Own>>"),
            "protected",
            "copy its text",
        ),
    ] {
        let message = message(name, bytes.as_bytes());
        assert!(message.contains(problem) && message.contains(remedy), "{name}: {message}");
    }
}

#[test]
fn one_bad_file_among_ten_does_not_stop_the_other_nine() {
    let names: Vec<_> = (0..10).map(|number| format!("{number}.txt")).collect();
    let files: Vec<_> = names
        .iter()
        .map(|name| {
            (name.as_str(), if name == "4.txt" { b"\xff\xfe\xfd".as_slice() } else { GOOD.as_bytes() })
        })
        .collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let run = check(&folder(&files), &names);
    assert_eq!(run.status, 3);
    assert_eq!(run.stderr.lines().count(), 1);
    assert!(
        run.stdout.contains("9 articles: ") && run.stdout.contains("1 input could not be checked"),
        "{run:?}"
    );
    let order: Vec<_> = run.stdout.lines().filter(|line| line.ends_with(".txt")).collect();
    assert!(order.is_sorted() && order.len() == 9, "{order:?}");
}

/// More articles than a batch holds, with bad ones among them.
#[test]
fn many_articles_come_in_their_order_whatever_the_number_of_threads() {
    let names: Vec<_> = (100..160).map(|number| format!("{number}.txt")).collect();
    let bytes = |name: &str| match name {
        "107.txt" => b"caf\xe9".to_vec(),
        "133.txt" => Vec::new(),
        "140.txt" => GOOD.repeat(2_000).into_bytes(),
        _ => format!("The town of {name} spent \u{a3}2m in 2024.").into_bytes(),
    };
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), bytes(name))).collect();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let folder = folder(&files);
    let path = folder.path().display().to_string();
    let check = |jobs| run(&["check", &path, "--format", "jsonl", "--jobs", jobs]);
    let one = check("1");
    assert_eq!(one.status, 3, "{}", one.stderr);
    let found = one
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["path"].clone());
    let found: Vec<_> =
        found.map(|path| path.as_str().unwrap()[folder.path().as_os_str().len() + 1..].to_owned()).collect();
    let good = names.iter().filter(|name| !["107.txt", "133.txt"].contains(&name.as_str()));
    assert!(found.iter().eq(good), "{found:?}");
    let told: Vec<_> = one.stderr.lines().collect();
    assert!(told.len() == 2 && told[0].contains("107.txt:1:4") && told[1].contains("133.txt"), "{told:?}");
    for jobs in ["2", "7"] {
        let run = check(jobs);
        assert!(
            run.status == 3 && run.stdout == one.stdout && run.stderr == one.stderr,
            "{jobs}: {}",
            run.stderr
        );
    }
}

#[test]
fn a_file_given_twice_is_checked_once() {
    let run = check(&folder(&[("a.txt", GOOD.as_bytes())]), &["a.txt", "./a.txt", "."]);
    assert!(run.stdout.contains("1 article: "), "{run:?}");
}

#[test]
fn problems_are_listed_in_json_too() {
    let folder = folder(&[("a.txt", GOOD.as_bytes()), ("b.txt", b"caf\xe9")]);
    let run = run(&["check", "--format", "json", &folder.path().display().to_string()]);
    assert_eq!(run.status, 3);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["documents"].as_array().unwrap().len(), 1);
    assert_eq!((&json["problems"][0]["line"], &json["problems"][0]["column"]), (&1.into(), &4.into()));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder(&[("locked.txt", GOOD.as_bytes())]);
    let path = folder.path().join("locked.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // Run by the superuser, who may read everything.
    }
    let run = check(&folder, &["locked.txt"]);
    assert_eq!(run.status, 3);
    assert!(run.stderr.contains("you may not read it"), "{run:?}");
}

#[test]
fn standard_input_is_checked_and_its_faults_are_named() {
    let run = run_with(GOOD.as_bytes(), &["check", "-"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.stdout.starts_with("standard input\n"), "{run:?}");
    let run = run_with(b"", &["check"]);
    assert_eq!(run.status, 3);
    assert!(run.stderr.contains("standard input: there is no text in it"), "{run:?}");
}

#[test]
fn a_text_of_one_line_and_a_megabyte_is_no_trouble() {
    let long = GOOD.trim_end().repeat(1_000_000 / GOOD.len());
    let run = run_with(long.as_bytes(), &["check", "-"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.lines().count() < 1_000, "the table stays short");
}

#[test]
fn escape_sequences_of_an_article_do_not_reach_the_terminal() {
    let run = run_with(b"Spending rose \x1b[31mby 12%\x1b[0m in 2024\x07.\n", &["check", "-"]);
    assert!(!run.stdout.contains(['\x1b', '\x07']), "{run:?}");
}

#[test]
fn output_replaces_a_file_only_when_all_is_written() {
    let folder = folder(&[("a.txt", GOOD.as_bytes()), ("out.json", b"old")]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let args = ["check", &path("a.txt"), "--output", &path("out.json"), "--force"];
    let refused = run(&args[..4]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("out.json exists: --force"), "{}", refused.stderr);
    assert_eq!(fs::read(path("out.json")).unwrap(), b"old");
    let run = run(&args);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:?}");
    assert!(fs::read_to_string(path("out.json")).unwrap().starts_with("{\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing unfinished is left");
}

#[test]
fn output_that_cannot_be_written_is_an_error() {
    let folder = folder(&[("a.txt", GOOD.as_bytes())]);
    let article = folder.path().join("a.txt").display().to_string();
    let nowhere = folder.path().join("no/such/out.txt").display().to_string();
    let run = run(&["check", &article, "--output", &nowhere]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("cannot write") && run.stderr.contains(Path::new("out.txt").to_str().unwrap())
    );
    assert!(run.stderr.contains("there is no folder") && run.stderr.contains("make it"), "{}", run.stderr);
}
