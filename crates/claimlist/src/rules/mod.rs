//! Rule packs: which ones a run uses, how faults in them look, and the commands of `claimlist rules`.

pub(crate) mod command;
mod create;
pub(crate) mod faults;
mod list;
mod test;
mod why;

use std::path::PathBuf;

use claimlist_core::rules::{Change, Loader, RuleSet};

use crate::config::{Config, ConfigOptions};
use crate::exit::Exit;

/// Which rules to use.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct RuleOptions {
    #[command(flatten)]
    config: ConfigOptions,
    /// Use also the rules in this file, or in the .toml files of this folder; may be given several times.
    #[arg(long, value_name = "PATH")]
    rules: Vec<PathBuf>,
    /// Leave out the rules that come with the program.
    #[arg(long)]
    no_default_rules: bool,
    /// Leave out rules and sources that are not for this region: uk, us, eu, another country's two letters.
    #[arg(long, value_name = "REGION", value_parser = region)]
    region: Option<String>,
}

/// A region as it is written on the command line and in configurations.
pub(crate) fn region(text: &str) -> Result<String, String> {
    let fits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    if fits { Ok(text.to_owned()) } else { Err("give two small letters, such as uk".to_owned()) }
}

impl RuleOptions {
    /// The rules to use for these articles, and the configuration that had a say in it; none if there is an error in one
    /// of the files. Faults are told on standard error.
    pub(crate) fn load(&self, articles: &[PathBuf]) -> Result<(RuleSet, Config), Exit> {
        let config = self.config.load(articles)?;
        let rules = finish(self.loader(&config))?;
        let unknown = config.unknown_tags(&rules);
        if unknown.is_empty() {
            return Ok((rules, config));
        }
        faults::show(&unknown);
        Err(Exit::Usage)
    }

    /// What the configuration says, under what the command line says.
    fn loader(&self, config: &Config) -> Loader {
        let loader = RuleSet::loader();
        let defaults = !self.no_default_rules && config.rules(|rules| rules.defaults).unwrap_or(true);
        let loader = if defaults { loader.compiled_in() } else { loader };
        let region = self.region.clone().or_else(|| config.rules(|rules| rules.region.clone()));
        let mut loader = loader.paths(&config.rule_paths()).paths(&self.rules).region(region.as_deref());
        for (file, id, change) in config.overrides() {
            if let Some(priority) = change.priority {
                loader = loader.change_at(id.as_ref(), Change::Priority(priority), &file.source, id.span());
            }
            if let Some(hint) = &change.hint {
                loader = loader.change_at(
                    id.as_ref(),
                    Change::Hint(hint.as_ref().clone()),
                    &file.source,
                    hint.span(),
                );
            }
        }
        config.disabled().fold(loader, |loader, (file, id)| {
            loader.change_at(id.as_ref(), Change::Disable, &file.source, id.span())
        })
    }
}

/// What a loader has read, or the exit status for faulty rules. Faults are told on standard error.
pub(crate) fn finish(loader: Loader) -> Result<RuleSet, Exit> {
    let result = loader.finish();
    let faults = match &result {
        Ok(rules) => rules.warnings(),
        Err(errors) => &errors.faults,
    };
    faults::print(faults);
    result.map_err(|_| Exit::Usage)
}
