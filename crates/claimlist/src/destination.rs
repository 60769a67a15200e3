//! Where checklists go: to standard output, into one file, or into a folder with a file for each article.
//!
//! ```text
//! --output list.csv   the checklist of all articles
//! --output lists/     lists/budget.csv, lists/frigates.csv, ...
//! ```

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use anyhow::{Context as _, bail};
use claimlist_core::checklist::Problem;

use crate::inputs::Input;

/// Where the checklists go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// All of them to standard output.
    Stdout,
    /// All of them into this file.
    File(PathBuf),
    /// Each into a file of its own in this folder.
    Folder(PathBuf),
}

impl Destination {
    /// What `--output` means: an existing folder and a path that ends in a slash are folders.
    pub(crate) fn of(output: Option<&Path>) -> Self {
        let Some(path) = output.filter(|path| *path != OsStr::new("-")) else { return Self::Stdout };
        let slash = |byte: &u8| *byte == b'/' || char::from(*byte) == MAIN_SEPARATOR;
        if path.is_dir() || path.as_os_str().as_encoded_bytes().last().is_some_and(slash) {
            Self::Folder(path.to_owned())
        } else {
            Self::File(path.to_owned())
        }
    }

    /// The file of each input, in their order; none where all go to one place.
    pub(crate) fn files(&self, inputs: &[Result<Input, Problem>], ending: &str) -> Vec<PathBuf> {
        match self {
            Self::Folder(folder) => {
                names(inputs).into_iter().map(|name| folder.join(format!("{name}.{ending}"))).collect()
            }
            Self::Stdout | Self::File(_) => Vec::new(),
        }
    }

    /// Makes the folder if there is none, and sees to it that nothing is written over unless `force` allows it, and no article
    /// of the run even then.
    ///
    /// # Errors
    /// Names every file that is in the way, or the folder that is not there.
    pub(crate) fn prepare(
        &self,
        articles: &[Result<Input, Problem>],
        files: &[PathBuf],
        force: bool,
    ) -> anyhow::Result<()> {
        let in_the_way: Vec<&Path> = match self {
            Self::Stdout => Vec::new(),
            Self::File(path) => {
                // Told before the work, not after it.
                let folder =
                    path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
                if let Some(folder) = folder {
                    bail!(
                        "cannot write {}: there is no folder {}: make it, or name another --output",
                        path.display(),
                        folder.display()
                    );
                }
                vec![path]
            }
            Self::Folder(folder) => {
                let name = folder.components().as_path();
                if name.is_file() {
                    bail!("{} is a file: name a folder, or leave out the slash", name.display());
                }
                fs::create_dir_all(folder)
                    .with_context(|| format!("cannot make the folder {}", folder.display()))?;
                files.iter().map(PathBuf::as_path).collect()
            }
        };
        // Devices and pipes hold nothing that could be lost.
        let holds = |path: &&Path| fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
        let in_the_way: Vec<&Path> = in_the_way.into_iter().filter(holds).collect();
        let articles: HashSet<PathBuf> = articles.iter().filter_map(file).collect();
        let is_article = |path: &&&Path| path.canonicalize().is_ok_and(|path| articles.contains(&path));
        if let Some(path) = in_the_way.iter().find(is_article) {
            bail!("{} is an article of this run: name another --output or --format", path.display());
        }
        let in_the_way: Vec<&Path> = in_the_way.into_iter().filter(|_| !force).collect();
        match in_the_way.as_slice() {
            [] => Ok(()),
            [path] => bail!("{} exists: --force overwrites it, or name another --output", path.display()),
            paths => {
                let paths: Vec<_> = paths.iter().map(|path| format!("\n  {}", path.display())).collect();
                let count = paths.len();
                bail!(
                    "{count} files exist: --force overwrites them, or name another --output{}",
                    paths.concat()
                )
            }
        }
    }
}

/// The path of an input that is a file, the same whatever way it was named.
fn file(input: &Result<Input, Problem>) -> Option<PathBuf> {
    match input {
        Ok(Input::File(path)) => path.canonicalize().ok(),
        _ => None,
    }
}

/// A name for each input, without ending, no two of them alike even where capital and small letters are the same.
fn names(inputs: &[Result<Input, Problem>]) -> Vec<String> {
    let longest = inputs.iter().map(steps).max().unwrap_or(1);
    let mut names: Vec<String> = inputs.iter().map(|input| name(input, 0)).collect();
    // Of inputs that share a name, each gets a longer one: with its ending, then with the folders that it lies in.
    for length in 1..=longest {
        let clashing = clashing(&names);
        if !clashing.contains(&true) {
            return names;
        }
        for ((known, input), clashes) in names.iter_mut().zip(inputs).zip(clashing) {
            if clashes {
                *known = name(input, length);
            }
        }
    }
    // The same path twice over, as `a/b.txt` and `a-b.txt` may give.
    let mut seen = HashMap::new();
    for known in &mut names {
        let count = seen.entry(known.to_lowercase()).or_insert(0);
        *count += 1;
        if *count > 1 {
            *known += &format!("~{count}");
        }
    }
    names
}

fn clashing(names: &[String]) -> Vec<bool> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name.to_lowercase()).or_insert(0) += 1;
    }
    names.iter().map(|name| counts.get(&name.to_lowercase()).is_some_and(|&count| count > 1)).collect()
}

/// How many names its path gives.
fn steps(input: &Result<Input, Problem>) -> usize {
    path_of(input).map_or(1, |path| path.components().count())
}

/// The path of an input: of an address that of its site and page, without what follows a question mark.
fn path_of(input: &Result<Input, Problem>) -> Option<Cow<'_, Path>> {
    match input {
        Ok(Input::File(path)) => Some(Cow::Borrowed(path)),
        Ok(Input::Address(address)) => {
            let page = address.split_once("://").map_or(address.as_str(), |(_, page)| page);
            let page = page.split(['?', '#']).next().unwrap_or_default();
            Some(Cow::Owned(page.replace(|c: char| !c.is_alphanumeric() && !"/.-_".contains(c), "-").into()))
        }
        _ => None,
    }
}

/// The `length`th name of an input: `budget`, `budget.txt`, `may-budget.txt`, `2025-may-budget.txt`, ...
fn name(input: &Result<Input, Problem>, length: usize) -> String {
    let path = path_of(input).unwrap_or(Cow::Borrowed(Path::new("standard-input")));
    if length == 0 {
        // Of a site's first page, the whole name of the site.
        let is_site = matches!(input, Ok(Input::Address(_))) && path.components().count() == 1;
        let name = if is_site { path.file_name() } else { path.file_stem() };
        return name.unwrap_or_default().to_string_lossy().into_owned();
    }
    let parts: Vec<_> = path
        .components()
        .filter_map(|component| match component {
            std::path::Component::Normal(part) => Some(part.to_string_lossy()),
            _ => None,
        })
        .collect();
    parts[parts.len().saturating_sub(length)..].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(paths: &[&str]) -> Vec<String> {
        names(&paths.iter().map(|path| Ok(Input::File(path.into()))).collect::<Vec<_>>())
    }

    #[test]
    fn a_file_is_named_for_its_article() {
        assert_eq!(of(&["drafts/budget.txt", "frigates.md", "README"]), ["budget", "frigates", "README"]);
        assert_eq!(names(&[Ok(Input::Stdin)]), ["standard-input"]);
        let addresses = [
            "https://example.org/",
            "https://example.org/2025/roads.html?page=2#top",
            "http://example.org:80/a:b",
        ];
        let inputs: Vec<_> = addresses.map(|address| Ok(Input::Address(address.to_owned()))).into();
        assert_eq!(names(&inputs), ["example.org", "roads", "a-b"]);
    }

    #[test]
    fn names_that_clash_are_told_apart_whatever_stands_between_them() {
        assert_eq!(of(&["a.txt", "b.txt", "a.md"]), ["a.txt", "b", "a.md"]);
        assert_eq!(of(&["x/a.txt", "y/A.txt", "b.txt"]), ["x-a.txt", "y-A.txt", "b"]);
        assert_eq!(of(&["1/x/a.txt", "2/x/a.txt"]), ["1-x-a.txt", "2-x-a.txt"]);
        assert_eq!(of(&["a.txt", "./a.txt"]), ["a.txt", "a.txt~2"]);
        assert_eq!(of(&["a/b.txt", "a-b.txt", "c/b.txt", "a-b.txt"]).len(), 4);
    }

    #[test]
    fn a_slash_makes_a_folder() {
        assert_eq!(Destination::of(Some(Path::new("no/such/"))), Destination::Folder("no/such/".into()));
        assert_eq!(Destination::of(Some(Path::new("no/such.csv"))), Destination::File("no/such.csv".into()));
        assert_eq!(Destination::of(Some(Path::new("-"))), Destination::Stdout);
    }
}
