//! `claimlist plugin`: makes, checks and installs plugins.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::{build, check, info, install, list, new, remove};
use crate::exit::Exit;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "A plugin runs with all your rights: use those that you trust. Each runs in a process of its own, so that one \
that crashes or hangs costs no more than its own hints."
)]
pub(crate) struct PluginCommand {
    #[command(subcommand)]
    command: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write a new plugin to start from, in a folder NAME.
    New {
        /// Its name: a-z, 0-9 and hyphens.
        name: String,
        /// The language that it is written in.
        #[arg(long, value_enum, default_value_t, value_name = "LANGUAGE")]
        lang: Language,
    },
    /// Build the plugin in a folder, and print where its library is.
    Build {
        /// The folder, with a Cargo.toml or C sources.
        #[arg(default_value = ".", value_name = "DIR")]
        folder: PathBuf,
    },
    /// Put a library to the trials that every plugin has to pass.
    Check {
        /// The shared library.
        file: PathBuf,
        /// The settings to try it with, a JSON object.
        #[arg(long, value_name = "JSON", default_value = "", value_parser = settings)]
        settings: String,
        /// End a trial that takes longer than this.
        #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = super::seconds, allow_negative_numbers = true)]
        timeout: f64,
    },
    /// Copy a library into your data folder, to be used by name.
    Install {
        /// The shared library.
        #[arg(value_name = "PATH")]
        file: PathBuf,
    },
    /// List the installed plugins.
    List,
    /// Show what a plugin says of itself.
    Info {
        /// The path of a shared library (with a slash), or the name of an installed plugin.
        #[arg(value_name = "FILE|NAME")]
        plugin: String,
    },
    /// Remove an installed plugin.
    Remove {
        /// Its name.
        name: String,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Rust.
    #[default]
    Rust,
    /// C.
    C,
}

/// Settings as a plugin takes them: none, or a JSON object.
fn settings(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return Ok(String::new());
    }
    match serde_json::from_str::<serde_json::Map<_, _>>(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("give a JSON object, such as {{\"least\": 5000}} ({error})")),
    }
}

pub(crate) fn run(args: &PluginCommand) -> anyhow::Result<Exit> {
    match &args.command {
        Action::New { name, lang } => new::run(name, *lang),
        Action::Build { folder } => build::run(folder),
        Action::Check { file, settings, timeout } => check::run(file, settings, *timeout),
        Action::Install { file } => install::run(file),
        Action::List => list::run(),
        Action::Info { plugin } => info::run(plugin),
        Action::Remove { name } => remove::run(name),
    }
}
