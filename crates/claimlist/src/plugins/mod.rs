//! Plugins: which ones a run uses, and how what they say reaches the user.

mod build;
mod check;
pub(crate) mod command;
mod info;
mod install;
mod list;
mod new;
mod remove;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use claimlist_core::checklist::Problem;
use claimlist_core::plugins::{
    Hash, Isolation, LibraryError, Limits, LogSink, PluginFault, Plugins, Spec, Store,
};
use clap::ValueEnum;
use etcetera::BaseStrategy as _;

use crate::config::Config;

/// Which plugins to use.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct PluginOptions {
    /// Use also this plugin: an installed one by its name, or a shared library by its path (with a slash); with @sha256:.. only
    /// if its contents are these. May be given several times.
    #[arg(long = "plugin", value_name = "NAME|PATH[@sha256:HASH]", value_parser = named)]
    plugins: Vec<Named>,
    /// Where plugins run: in processes of their own, which contain their crashes, or in this one.
    #[arg(long, value_enum, default_value_t, value_name = "WHERE")]
    plugin_isolation: Where,
    /// End a plugin that works longer than this on one article.
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = seconds, allow_negative_numbers = true)]
    plugin_timeout: f64,
}

/// A plugin as it is named on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    origin: Origin,
    pin: Option<Hash>,
}

/// Where a plugin comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// This file.
    File(PathBuf),
    /// The installed plugin of this name.
    Store(String),
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Store(name) => name.fmt(f),
        }
    }
}

impl Origin {
    /// The library's file, and what it has to hash to.
    fn find(&self, pin: Option<Hash>) -> Result<(PathBuf, Option<Hash>), String> {
        match self {
            Self::File(path) => Ok((path.clone(), pin)),
            Self::Store(name) => match store().and_then(|store| store.pinned(name)) {
                Ok((_, hash)) if pin.is_some_and(|pin| pin != hash) => Err(format!(
                    "the installed plugin has sha256 {hash}, not the one that is asked for; if you trust it: --plugin \
                     {name}@sha256:{hash}"
                )),
                Ok((path, hash)) => Ok((path, Some(hash))),
                Err(error) if error.path.as_os_str() == name.as_str() => Err(error.what),
                Err(error) => Err(error.to_string()),
            },
        }
    }
}

/// The plugins that the user installed, in the user's data folder; `CLAIMLIST_DATA_DIR` names another.
pub(crate) fn store() -> Result<Store, LibraryError> {
    let folder = match std::env::var_os("CLAIMLIST_DATA_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let strategy = etcetera::choose_base_strategy().map_err(|error| LibraryError {
                path: "plugins".into(),
                what: format!("{error}: name a folder in CLAIMLIST_DATA_DIR"),
            })?;
            strategy.data_dir().join("claimlist")
        }
    };
    Ok(Store::at(folder.join("plugins")))
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Where {
    /// Processes of their own.
    #[default]
    Process,
    /// This process.
    None,
}

fn named(text: &str) -> Result<Named, String> {
    let (name, pin) = match text.rsplit_once("@sha256:") {
        None => (text, None),
        Some((name, hash)) => {
            let hash = Hash::parse(hash).ok_or("behind @sha256: there have to be 64 hexadecimal digits")?;
            (name, Some(hash))
        }
    };
    let origin = if is_path(name) { Origin::File(name.into()) } else { Origin::Store(name.to_owned()) };
    // The system would look the name of a library up in its own folders, so that a file needs a path here.
    match &origin {
        Origin::Store(name) if !claimlist_plugin::abi::is_name(name) => Err(format!(
            "`{name}` is no name of an installed plugin; for the file in this folder give ./{name}"
        )),
        _ => Ok(Named { origin, pin }),
    }
}

/// Whether this is a path, and no name of an installed plugin.
fn is_path(text: &str) -> bool {
    text.contains(std::path::is_separator)
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.01..=86_400.0).contains(seconds));
    seconds.ok_or_else(|| "give a number of seconds from 0.01 to 86400, such as 10".to_owned())
}

impl PluginOptions {
    /// Starts the plugins. Those that cannot be used are told as problems of the run.
    pub(crate) fn start(&self, config: &Config, verbose: bool) -> (Plugins, Vec<Problem>) {
        let settings: Arc<BTreeMap<String, String>> = Arc::new(
            config
                .plugins()
                .into_iter()
                .map(|(name, section)| (name.to_owned(), json(&section.settings)))
                .collect(),
        );
        let isolation = match self.plugin_isolation {
            Where::Process => Isolation::Process,
            Where::None => Isolation::None,
        };
        let limits = Limits { timeout: Duration::from_secs_f64(self.plugin_timeout), ..Limits::default() };
        let log = log(verbose);
        let mut faults = Vec::new();
        let mut specs = |wanted: Vec<(&Origin, Option<Hash>, bool)>| {
            let mut specs = Vec::new();
            for (from, pin, optional) in wanted {
                match from.find(pin) {
                    Ok((path, pin)) => {
                        specs.push(Spec { path, pin, settings: Arc::clone(&settings), optional });
                    }
                    Err(message) => {
                        faults.push(PluginFault { plugin: from.to_string(), message, optional });
                    }
                }
            }
            specs
        };
        let on_command_line =
            specs(self.plugins.iter().map(|named| (&named.origin, named.pin, false)).collect());
        let (mut plugins, found) = Plugins::start(&on_command_line, isolation, limits, &log);
        // What is given on the command line stands in for an installed plugin of its name.
        let sections = config.plugins();
        let wanted: Vec<_> = sections
            .iter()
            .filter(|(name, section)| section.enabled && !plugins.infos().any(|info| info.name == **name))
            .map(|(name, section)| (Origin::Store((*name).to_owned()), section.optional))
            .collect();
        let configured = specs(wanted.iter().map(|(from, optional)| (from, None, *optional)).collect());
        faults.extend(found);
        faults.extend(plugins.add(&configured, isolation, limits, &log));
        let problems = faults.iter().filter_map(|fault| problem(&fault.plugin, fault)).collect();
        (plugins, problems)
    }
}

/// A plugin's settings as JSON; dates become texts.
fn json(settings: &toml::Table) -> String {
    fn value(from: &toml::Value) -> serde_json::Value {
        match from {
            toml::Value::String(text) => text.as_str().into(),
            toml::Value::Integer(number) => (*number).into(),
            toml::Value::Float(number) => (*number).into(),
            toml::Value::Boolean(flag) => (*flag).into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(values) => values.iter().map(value).collect(),
            toml::Value::Table(table) => object(table),
        }
    }
    fn object(table: &toml::Table) -> serde_json::Value {
        table.iter().map(|(key, from)| (key.clone(), value(from))).collect()
    }
    object(settings).to_string()
}

/// A fault as a problem with this article or file. Of an optional plugin it is a warning, which is shown here, and no problem.
pub(crate) fn problem(path: &str, fault: &PluginFault) -> Option<Problem> {
    let (path, message) = if path == fault.plugin {
        (path, format!("this plugin is not used: {}", fault.message))
    } else {
        (path, format!("plugin {}: {}", fault.plugin, fault.message))
    };
    if fault.optional {
        let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
        anstream::eprintln!("warning: {place}{message}");
        return None;
    }
    Some(Problem { path: path.to_owned(), message, line: None, column: None })
}

/// Shows what plugins say on standard error: warnings always, the rest where it is asked for.
fn log(verbose: bool) -> LogSink {
    Arc::new(move |plugin, level, message| {
        if verbose || level >= 2 {
            anstream::eprintln!("plugin {plugin}: {message}");
        }
    })
}
