//! The configuration: what `claimlist.toml` of the project and of the user set, under what the command line says.
//!
//! The project's file is the nearest `claimlist.toml` in the folder that holds all articles, or in a folder above it. The
//! user's file lies in the user's configuration folder. Of a setting that both have, the project's counts; lists of rule
//! packs and of disabled rules are joined. A configuration never names code to load: plugins in it are names of plugins
//! that the user has installed.

pub(crate) mod command;
mod entries;
mod file;
mod worth;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claimlist_core::rules::{Fault, RuleSet, Severity};
use etcetera::BaseStrategy as _;
use toml::Spanned;

use crate::exit::Exit;
use crate::fetch::is_address;
use crate::rules::faults;
pub(crate) use file::{CheckSection, File, Override, PluginSection, RulesSection};

/// The file's name.
const NAME: &str = "claimlist.toml";

/// Where to look for the configuration.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ConfigOptions {
    /// Use this configuration instead of the nearest claimlist.toml [default: in the articles' folder or above it].
    #[arg(long, value_name = "PATH")]
    config: Option<PathBuf>,
    /// Use no configuration: neither the project's nor the user's.
    #[arg(long, conflicts_with = "config")]
    no_config: bool,
}

/// The files that are in force, the user's first.
#[derive(Debug, Default)]
pub(crate) struct Config {
    pub(crate) files: Vec<File>,
}

impl ConfigOptions {
    /// Reads the configuration for these articles. Faults are told on standard error.
    pub(crate) fn load(&self, articles: &[PathBuf]) -> Result<Config, Exit> {
        if self.no_config {
            return Ok(Config::default());
        }
        let users = users_file().filter(|path| path.is_file());
        let projects = match &self.config {
            Some(path) => Some(path.clone()),
            None => nearest(&common_folder(articles)),
        };
        let mut config = Config::default();
        let mut found = Vec::new();
        for path in [users, projects].into_iter().flatten() {
            match File::read(&path) {
                Ok(file) => config.files.push(file),
                Err(mut of_file) => found.append(&mut of_file),
            }
        }
        if found.is_empty() {
            return Ok(config);
        }
        faults::show(&found);
        Err(Exit::Usage)
    }
}

impl Config {
    /// Rule packs to use beside the default ones, in order: the user's, then the project's.
    pub(crate) fn rule_paths(&self) -> Vec<PathBuf> {
        self.files.iter().flat_map(File::rule_paths).collect()
    }

    /// Rules that are not used: `economy/share-of-gdp`, or `sport` for a whole pack.
    pub(crate) fn disabled(&self) -> impl Iterator<Item = (&File, &Spanned<String>)> {
        self.files.iter().flat_map(|file| file.rules.disable.iter().map(move |id| (file, id)))
    }

    /// Changes to rules, by their ids.
    pub(crate) fn overrides(&self) -> impl Iterator<Item = (&File, &Spanned<String>, &Override)> {
        let mut changes = BTreeMap::new();
        for file in &self.files {
            for (id, change) in &file.rules.overrides {
                changes.insert(id.get_ref(), (file, id, change));
            }
        }
        changes.into_values()
    }

    /// A setting for rules: the project's, else the user's.
    pub(crate) fn rules<T>(&self, setting: impl Fn(&RulesSection) -> Option<T>) -> Option<T> {
        self.files.iter().rev().find_map(|file| setting(&file.rules))
    }

    /// A setting for what is shown: the project's, else the user's.
    pub(crate) fn check<T>(&self, setting: impl Fn(&CheckSection) -> Option<T>) -> Option<T> {
        self.files.iter().rev().find_map(|file| setting(&file.check))
    }

    /// What is wrong with the tags of filters and boosts: those that no rule has.
    pub(crate) fn unknown_tags(&self, rules: &RuleSet) -> Vec<Fault> {
        let known = |tag: &str| rules.rules().iter().flat_map(|rule| &rule.tags).any(|known| known == tag);
        let mut faults = Vec::new();
        for file in &self.files {
            let tags = file.check.tags.iter().flatten().chain(file.worth.tags.keys());
            faults.extend(tags.filter(|tag| !known(tag.as_ref())).map(|tag| Fault {
                severity: Severity::Error,
                file: Arc::clone(&file.source),
                span: Some(tag.span()),
                message: format!("no rule has the tag `{}`", tag.as_ref()),
                remedy: "claimlist rules list --format json shows the tags of each".to_owned(),
            }));
        }
        faults
    }

    /// Installed plugins with their settings: the project's, else the user's.
    pub(crate) fn plugins(&self) -> BTreeMap<&str, &PluginSection> {
        self.files
            .iter()
            .flat_map(|file| file.plugins.iter().map(|(name, section)| (name.as_str(), section)))
            .collect()
    }
}

/// The user's own configuration file; `CLAIMLIST_CONFIG_DIR` names another folder for it.
pub(crate) fn users_file() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("CLAIMLIST_CONFIG_DIR") {
        return Some(Path::new(&folder).join(NAME));
    }
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("claimlist").join(NAME))
}

/// The folder that holds all these articles; the current one for standard input and addresses.
fn common_folder(articles: &[PathBuf]) -> PathBuf {
    let folder = |path: &PathBuf| {
        let elsewhere = path.as_os_str() == "-" || is_address(path);
        let path = if elsewhere { Path::new(".") } else { path.as_path() };
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let path = path.canonicalize().unwrap_or(path);
        if path.is_dir() { path } else { path.parent().map(Path::to_owned).unwrap_or(path) }
    };
    let both = |a: PathBuf, b: PathBuf| a.ancestors().find(|a| b.starts_with(a)).unwrap_or(&a).to_owned();
    articles.iter().map(folder).reduce(both).unwrap_or_else(|| folder(&PathBuf::from(".")))
}

/// The nearest configuration file in this folder or above it.
fn nearest(folder: &Path) -> Option<PathBuf> {
    let users = users_file();
    let mut files = folder.ancestors().map(|folder| folder.join(NAME));
    files.find(|path| path.is_file() && Some(path) != users.as_ref())
}
