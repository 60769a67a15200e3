//! Plugins: which ones a run uses, and how what they say reaches the user.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use claimlist_core::checklist::Problem;
use claimlist_core::plugins::{Hash, Isolation, Limits, LogSink, PluginFault, Plugins, Spec};
use clap::ValueEnum;

use crate::config::Config;

/// Which plugins to use.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct PluginOptions {
    /// Use also this plugin, a shared library; with @sha256:.. only if its contents are these. May be given several times.
    #[arg(long = "plugin", value_name = "PATH[@sha256:HASH]", value_parser = named)]
    plugins: Vec<Named>,
    /// Where plugins run: in processes of their own, which contain their crashes, or in this one.
    #[arg(long, value_enum, default_value_t, value_name = "WHERE")]
    plugin_isolation: Where,
    /// End a plugin that works longer than this on one article.
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = seconds)]
    plugin_timeout: f64,
}

/// A plugin as it is named on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    path: PathBuf,
    pin: Option<Hash>,
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
    let (path, pin) = match text.rsplit_once("@sha256:") {
        None => (text, None),
        Some((path, hash)) => {
            let hash = Hash::parse(hash).ok_or("behind @sha256: there have to be 64 hexadecimal digits")?;
            (path, Some(hash))
        }
    };
    // The system would look a bare name up in its own folders.
    if Path::new(path).components().count() < 2 && !Path::new(path).exists() {
        return Err(format!("there is no file {path} in this folder: give the path of the shared library"));
    }
    Ok(Named { path: path.into(), pin })
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
        let specs: Vec<_> = self
            .plugins
            .iter()
            .map(|named| Spec {
                path: named.path.clone(),
                pin: named.pin,
                settings: Arc::clone(&settings),
                optional: false,
            })
            .collect();
        let isolation = match self.plugin_isolation {
            Where::Process => Isolation::Process,
            Where::None => Isolation::None,
        };
        let limits = Limits { timeout: Duration::from_secs_f64(self.plugin_timeout), ..Limits::default() };
        let (plugins, faults) = Plugins::start(&specs, isolation, limits, &log(verbose));
        (plugins, faults.iter().map(|fault| problem(&fault.plugin, fault)).collect())
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

/// A fault as a problem with this article or file.
pub(crate) fn problem(path: &str, fault: &PluginFault) -> Problem {
    let message = if path == fault.plugin {
        format!("this plugin is not used: {}", fault.message)
    } else {
        format!("plugin {}: {}", fault.plugin, fault.message)
    };
    Problem { path: path.to_owned(), message, line: None, column: None }
}

/// Shows what plugins say on standard error: warnings always, the rest where it is asked for.
fn log(verbose: bool) -> LogSink {
    Arc::new(move |plugin, level, message| {
        if verbose || level >= 2 {
            anstream::eprintln!("plugin {plugin}: {message}");
        }
    })
}
