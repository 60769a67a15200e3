//! Finds and reads rule files, and puts their rules together.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::apply::Index;
use super::condition::Test;
use super::fault::{Fault, RuleErrors, RuleFile, Severity};
use super::needs::Needs;
use super::phrases::Phrases;
use super::rule::{Rule, covers};
use super::template::Template;
use super::{RuleSet, read};
use crate::Priority;

/// TOML files that stand beside packs and are none.
const NO_PACKS: [&str; 2] = ["Cargo.toml", "claimlist.toml"];

/// Reads packs and puts their rules together.
#[derive(Debug, Default)]
pub struct Loader {
    rules: Vec<Rule>,
    /// The places of the rules in `rules`, by their ids.
    places: FxHashMap<String, usize>,
    phrases: Phrases,
    faults: Vec<Fault>,
    region: Option<String>,
    /// Whether patterns are compiled only when they are needed, as in packs of which tests have shown that they can be.
    lazy: bool,
    changes: Vec<(String, Change)>,
}

/// What a configuration makes of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is not used.
    Disable,
    /// Its hints have this priority.
    Priority(Priority),
    /// Its hints have these words, with gaps as in a pack.
    Hint(String),
}

impl Loader {
    /// Adds the packs that are compiled into the library. What is odd about them is told by this library's tests, not to
    /// users.
    #[must_use]
    pub fn compiled_in(self) -> Self {
        let lazy = Self { lazy: true, ..self };
        let mut loader =
            claimlist_rules::PACKS.iter().fold(lazy, |loader, (path, text)| loader.text(path, text));
        loader.faults.retain(|fault| fault.severity == Severity::Error);
        Self { lazy: false, ..loader }
    }

    /// Adds files and, of folders and those in them, all files that end in `.toml`, in the order of their names.
    #[must_use]
    pub fn paths(mut self, paths: &[PathBuf]) -> Self {
        for path in paths {
            if path.is_dir() {
                self.folder(path);
            } else {
                self.file(path);
            }
        }
        self
    }

    /// Adds a pack by its text; `path` is its name in messages.
    #[must_use]
    pub fn text(mut self, path: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        self.read(&Arc::new(RuleFile { path: path.to_owned(), text }));
        self
    }

    /// Leaves out the rules that do not apply in this region (`uk`), and of each rule the sources that do not cover it.
    #[must_use]
    pub fn region(mut self, region: Option<&str>) -> Self {
        self.region = region.map(str::to_owned);
        self
    }

    /// Changes a rule, `pack/rule`, or all rules of a pack, whether it is already read or not.
    #[must_use]
    pub fn change(mut self, id: &str, change: Change) -> Self {
        self.changes.push((id.to_owned(), change));
        self
    }

    /// Makes the changes that were asked for; a rule that does not exist is a fault.
    fn make_changes(&mut self) {
        let mut disabled = FxHashSet::default();
        for (id, change) in std::mem::take(&mut self.changes) {
            let is_meant =
                |rule: &Rule| rule.id == id || rule.id.split_once('/').is_some_and(|(pack, _)| pack == id);
            let meant: Vec<&mut Rule> = self.rules.iter_mut().filter(|rule| is_meant(rule)).collect();
            if meant.is_empty() {
                let message = format!("there is no rule and no pack `{id}` to change");
                self.faults.push(Fault::of_path(
                    Severity::Error,
                    Path::new("configuration"),
                    message,
                    "claimlist rules list shows all rules",
                ));
                continue;
            }
            for rule in meant {
                match &change {
                    Change::Disable => {
                        disabled.insert(rule.id.clone());
                    }
                    Change::Priority(priority) => rule.priority = *priority,
                    Change::Hint(hint) => match Template::new(hint) {
                        Ok(template) => {
                            rule.hint.clone_from(hint);
                            rule.template = template;
                        }
                        Err(fault) => self.faults.push(Fault::of_path(
                            Severity::Error,
                            Path::new("configuration"),
                            format!("the hint for `{}`: {}", rule.id, fault.message),
                            fault.remedy,
                        )),
                    },
                }
            }
        }
        self.rules.retain(|rule| !disabled.contains(&rule.id));
    }

    /// The rule set.
    ///
    /// # Errors
    /// When there is an error in any of the packs; all faults are told.
    pub fn finish(mut self) -> Result<RuleSet, RuleErrors> {
        if self.faults.iter().all(|fault| fault.severity == Severity::Warning) {
            self.make_changes();
        }
        if self.faults.iter().any(|fault| fault.severity == Severity::Error) {
            return Err(RuleErrors { faults: self.faults });
        }
        if let Some(region) = &self.region {
            self.rules.retain(|rule| rule.applies_in(region));
            for rule in &mut self.rules {
                rule.sources.retain(|source| covers(&source.regions, region));
            }
        }
        let mut memos = 0;
        let mut patterns = FxHashMap::default();
        let mut needs = Vec::new();
        for rule in &mut self.rules {
            for condition in [Some(&mut rule.when), rule.except.as_mut()].into_iter().flatten() {
                condition.each_mut(&mut |condition| {
                    let (Test::Phrases { memo, .. } | Test::Pattern { memo, .. } | Test::With { memo, .. }) =
                        &mut condition.test
                    else {
                        return;
                    };
                    *memo = memos;
                    memos += 1;
                    // What two rules look for in the same way is looked for once.
                    if let Test::Pattern { scope, pattern, memo } = &mut condition.test {
                        let (shared, number) = patterns
                            .entry((scope.name(), pattern.source().to_owned()))
                            .or_insert_with(|| {
                                let needed = pattern.needs();
                                if !needed.is_empty() {
                                    pattern.set_number(needs.len() as u32);
                                    needs.push(needed);
                                }
                                (pattern.clone(), *memo)
                            });
                        *pattern = shared.clone();
                        *memo = *number;
                    }
                });
            }
        }
        let index = Index::new(&self.rules, self.phrases.len());
        let needs = Needs::new(&needs);
        Ok(RuleSet { rules: self.rules, warnings: self.faults, phrases: self.phrases, memos, needs, index })
    }

    fn folder(&mut self, folder: &Path) {
        let before = self.faults.len();
        let mut files = Vec::new();
        self.collect(folder, &mut files);
        if files.is_empty() && self.faults.len() == before {
            self.faults.push(Fault::of_path(
                Severity::Error,
                folder,
                "no .toml file in this folder".to_owned(),
                "name the rule files, or a folder that holds some",
            ));
        }
        files.iter().for_each(|file| self.file(file));
    }

    /// Adds the rule files in a folder and the folders in it.
    fn collect(&mut self, folder: &Path, files: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(folder, &error),
        };
        let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let ending = path.extension().unwrap_or_default();
            if name.starts_with('.') || NO_PACKS.contains(&&*name) {
                continue;
            }
            // A link to a folder may lead back up: those are not followed.
            if path.is_dir() && !path.is_symlink() {
                self.collect(&path, files);
            } else if ending.eq_ignore_ascii_case("toml") {
                files.push(path);
            } else if ending.eq_ignore_ascii_case("tml") || ending.eq_ignore_ascii_case("tom") {
                let message = "this file is not read: its name does not end in .toml".to_owned();
                let fault = Fault::of_path(Severity::Warning, &path, message, "rename it if it is a pack");
                self.faults.push(fault);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(path, &error),
        };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let name = path.display().to_string();
        match std::str::from_utf8(bytes) {
            Ok(text) => self.read(&Arc::new(RuleFile { path: name, text: text.to_owned() })),
            Err(error) => {
                let at = error.valid_up_to();
                let text = String::from_utf8_lossy(bytes).into_owned();
                let span = Some(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
                self.faults.push(Fault {
                    severity: Severity::Error,
                    file: Arc::new(RuleFile { path: name, text }),
                    span,
                    message: "the file is not UTF-8".to_owned(),
                    remedy: "save it as UTF-8 in your editor".to_owned(),
                });
            }
        }
    }

    fn unreadable(&mut self, path: &Path, error: &std::io::Error) {
        let (message, remedy) = match error.kind() {
            std::io::ErrorKind::NotFound => ("there is no such file or folder".to_owned(), "check the path"),
            std::io::ErrorKind::PermissionDenied => {
                ("you may not read it".to_owned(), "ask its owner, or change its permissions")
            }
            _ => (format!("it cannot be read: {error}"), ""),
        };
        self.faults.push(Fault::of_path(Severity::Error, path, message, remedy));
    }

    fn read(&mut self, file: &Arc<RuleFile>) {
        for rule in read::pack(file, self.lazy, &mut self.phrases, &mut self.faults) {
            match self.places.get(&rule.id).map(|&place| &mut self.rules[place]) {
                Some(other) => {
                    let message = format!("this rule replaces `{}` of {}", rule.id, other.file.path);
                    self.faults.push(Fault {
                        severity: Severity::Warning,
                        file: rule.file.clone(),
                        span: Some(rule.span.clone()),
                        message,
                        remedy: "give it or its pack another id if both are to be used".to_owned(),
                    });
                    *other = rule;
                }
                None => {
                    self.places.insert(rule.id.clone(), self.rules.len());
                    self.rules.push(rule);
                }
            }
        }
    }
}
