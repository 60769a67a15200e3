//! Finds and reads rule files, and puts their rules together.

use std::borrow::Cow;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claimlist_rules::tree::Table;
use rustc_hash::{FxHashMap, FxHashSet};

use super::fault::{Fault, RuleErrors, RuleFile, Severity};
use super::link::link;
use super::phrases::Phrases;
use super::rule::{Rule, covers};
use super::template::{Template, TemplateFault};
use super::{RuleSet, read, slots};
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
    changes: Vec<Asked>,
}

/// A change that is asked for.
#[derive(Debug)]
struct Asked {
    id: String,
    change: Change,
    /// Where it stands, if that is known.
    at: Option<(Arc<RuleFile>, Range<usize>)>,
}

impl Asked {
    /// What is wrong with it.
    fn fault(&self, message: String, remedy: &str) -> Fault {
        match &self.at {
            Some((file, span)) => {
                let (file, span) = (Arc::clone(file), Some(span.clone()));
                Fault { severity: Severity::Error, file, span, message, remedy: remedy.to_owned() }
            }
            None => Fault::of_path(Severity::Error, Path::new("configuration"), message, remedy),
        }
    }

    /// What is wrong with the hint that it gives a rule.
    fn fault_of_hint(&self, rule: &str, hint: &str, fault: &TemplateFault) -> Fault {
        let mut told = self.fault(format!("the hint for `{rule}`: {}", fault.message), &fault.remedy);
        // The place within the hint, where it is written as it is: without escapes.
        if let Some(span) = &mut told.span
            && let Some(value) = told.file.text.get(span.clone())
            && let Some(before) = value.find(hint)
        {
            let start = span.start + before;
            *span = start + fault.span.start..start + fault.span.end;
        }
        told
    }
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
        let mut loader = claimlist_rules::PACKS.iter().fold(self, |mut loader, pack| {
            let text = pack.text.strip_prefix('\u{feff}').unwrap_or(pack.text);
            let file = RuleFile { path: pack.path.to_owned(), text: Cow::Borrowed(text) };
            loader.read(&Arc::new(file), pack.tree().as_ref());
            loader
        });
        loader.faults.retain(|fault| fault.severity == Severity::Error);
        loader
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
        self.read(&Arc::new(RuleFile { path: path.to_owned(), text: text.into() }), None);
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
        self.changes.push(Asked { id: id.to_owned(), change, at: None });
        self
    }

    /// The same, where the change stands at these bytes of a file, which faults then name.
    #[must_use]
    pub fn change_at(mut self, id: &str, change: Change, file: &Arc<RuleFile>, span: Range<usize>) -> Self {
        self.changes.push(Asked { id: id.to_owned(), change, at: Some((Arc::clone(file), span)) });
        self
    }

    /// Makes the changes that were asked for; a rule that does not exist is a fault.
    fn make_changes(&mut self) {
        let mut disabled = FxHashSet::default();
        for asked in std::mem::take(&mut self.changes) {
            let id = asked.id.as_str();
            let is_meant =
                |rule: &Rule| rule.id == id || rule.id.split_once('/').is_some_and(|(pack, _)| pack == id);
            let meant: Vec<&mut Rule> = self.rules.iter_mut().filter(|rule| is_meant(rule)).collect();
            if meant.is_empty() {
                let message = format!("there is no rule and no pack `{id}` to change");
                self.faults.push(asked.fault(message, "claimlist rules list shows all rules"));
                continue;
            }
            for rule in meant {
                match &asked.change {
                    Change::Disable => {
                        disabled.insert(rule.id.clone());
                    }
                    Change::Priority(priority) => rule.priority = *priority,
                    Change::Hint(hint) => {
                        let faults = set_hint(rule, hint);
                        self.faults
                            .extend(faults.iter().map(|fault| asked.fault_of_hint(&rule.id, hint, fault)));
                    }
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
        Ok(link(self.rules, self.phrases, self.faults))
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
            Ok(text) => self.read(&Arc::new(RuleFile { path: name, text: text.to_owned().into() }), None),
            Err(error) => {
                let at = error.valid_up_to();
                let text = String::from_utf8_lossy(bytes).into_owned();
                let span = Some(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
                self.faults.push(Fault {
                    severity: Severity::Error,
                    file: Arc::new(RuleFile { path: name, text: text.into() }),
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

    /// Adds a file. `tree`: what stands in it, if that is already known.
    fn read(&mut self, file: &Arc<RuleFile>, tree: Option<&Table<'_>>) {
        for rule in read::pack(file, tree, &mut self.phrases, &mut self.faults) {
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

/// Gives a rule another hint. What is wrong with it, as the reader of packs would tell.
fn set_hint(rule: &mut Rule, hint: &str) -> Vec<TemplateFault> {
    match Template::new(hint) {
        Ok(template) => {
            let faults = slots::faults(&template, rule.kinds, Some(&rule.when));
            hint.clone_into(&mut rule.hint);
            rule.template = template;
            faults
        }
        Err(fault) => vec![fault],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_in_is_what_the_files_say() {
        let packs = claimlist_rules::PACKS;
        assert!(packs.iter().all(|pack| pack.tree().is_some()));
        let compiled_in = RuleSet::compiled_in();
        let read = packs.iter().fold(RuleSet::loader(), |loader, pack| loader.text(pack.path, pack.text));
        let read = read.finish().unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(read.warnings(), []);
        assert_eq!(compiled_in.rules().len(), read.rules().len());
        for (compiled_in, read) in compiled_in.rules().iter().zip(read.rules()) {
            assert!(format!("{compiled_in:?}") == format!("{read:?}"), "{}", read.id);
        }
    }

    #[test]
    fn a_hint_of_the_configuration_is_held_against_the_rule() {
        let pack = "[pack]\nid = 'p'\ntitle = 'P'\n[[rule]]\nid = 'r'\ntitle = 'R'\nwhen = { kind = 'time' }\nhint = 'Check'\n";
        for (hint, fault) in [
            ("{value} of what?", Some("the hint for `p/r`: no claim that this rule can meet has `{value}`")),
            ("{whne}?", Some("the hint for `p/r`: unknown slot `{whne}`: did you mean `when`?")),
            ("{when", Some("the hint for `p/r`: `{` without `}`")),
            ("Which {when|day}?", None),
        ] {
            let loader = RuleSet::loader().text("p.toml", pack).change("p/r", Change::Hint(hint.to_owned()));
            let told = loader.finish().err().map(|errors| errors.to_string()).unwrap_or_default();
            assert!(told.contains(fault.unwrap_or_default()) && told.is_empty() == fault.is_none(), "{told}");
        }
        let toml = "# ours\nhint = \"Café {whne}?\"\n";
        let file = Arc::new(RuleFile { path: "claimlist.toml".to_owned(), text: toml.into() });
        let hint = || Change::Hint("Café {whne}?".to_owned());
        let loader = || RuleSet::loader().text("p.toml", pack);
        for (id, place) in [
            ("p/r", "claimlist.toml:2:14: the hint for `p/r`"),
            ("p/x", "claimlist.toml:2:8: there is no rule"),
        ] {
            let told = loader().change_at(id, hint(), &file, 14..29).finish().unwrap_err().to_string();
            assert!(told.starts_with(place), "{told}");
        }
    }
}
