//! What faulty rule files get: each file in `broken_rules` against the faults in the `.txt` file beside it, each with its
//! place, the line, a mark under what is wrong, and the remedy. A new case needs no Rust.
//!
//! `SNAPSHOTS=overwrite cargo test -p claimlist-core --test broken_rules` writes the `.txt` files.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use claimlist_core::rules::{Fault, RuleSet, Severity};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken_rules");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files
}

fn faults(file: &Path) -> Vec<Fault> {
    match RuleSet::loader().paths(&[file.to_owned()]).finish() {
        Ok(rules) => rules.warnings().to_vec(),
        Err(errors) => errors.faults,
    }
}

/// The fault as people see it, without the path.
fn shown(fault: &Fault) -> String {
    let mut shown = String::new();
    let severity = if fault.severity == Severity::Error { "error" } else { "warning" };
    let (line, column) = fault.position().unwrap_or_default();
    let _ = writeln!(shown, "{severity} {line}:{column}: {}", fault.message);
    if let Some(span) = &fault.span {
        let marked = fault.file.text[span.clone()].split(['\n', '\r']).next().unwrap_or_default();
        let _ = writeln!(shown, "    {}", fault.line());
        let _ =
            writeln!(shown, "    {}{}", " ".repeat(column - 1), "^".repeat(marked.chars().count().max(1)));
    }
    if !fault.remedy.is_empty() {
        let _ = writeln!(shown, "  {}", fault.remedy);
    }
    shown
}

#[test]
fn every_fault_is_told_with_its_place_and_remedy() {
    let files = files();
    assert!(files.len() >= 80, "{} files", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let found = faults(&file).iter().map(shown).collect::<Vec<_>>().join("\n");
        let beside = file.with_extension("txt");
        if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
            std::fs::write(&beside, &found).unwrap();
        }
        let wanted = std::fs::read_to_string(&beside).unwrap_or_default().replace("\r\n", "\n");
        if found.is_empty() || found != wanted {
            wrong.push(format!("{}\nwanted:\n{wanted}\nfound:\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn errors_leave_no_rules_and_warnings_do() {
    for file in files() {
        let result = RuleSet::loader().paths(std::slice::from_ref(&file)).finish();
        let name = file.file_stem().unwrap().to_string_lossy();
        assert_eq!(result.is_ok(), name.starts_with("warning"), "{name}");
    }
}
