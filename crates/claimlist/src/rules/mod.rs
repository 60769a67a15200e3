//! Rule packs: which ones a run uses, how faults in them look, and the commands of `claimlist rules`.

pub(crate) mod command;
mod create;
mod faults;
mod list;
mod test;
mod why;

use std::path::PathBuf;

use claimlist_core::rules::{Loader, RuleSet};

use crate::exit::Exit;

/// Which rules to use.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct RuleOptions {
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

fn region(text: &str) -> Result<String, String> {
    let fits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    if fits { Ok(text.to_owned()) } else { Err("give two small letters, such as uk".to_owned()) }
}

impl RuleOptions {
    /// The rules to use; none if there is an error in one of the files. Faults are told on standard error.
    pub(crate) fn load(&self) -> Result<RuleSet, Exit> {
        finish(self.loader())
    }

    fn loader(&self) -> Loader {
        let loader = RuleSet::loader();
        let loader = if self.no_default_rules { loader } else { loader.compiled_in() };
        loader.paths(&self.rules).region(self.region.as_deref())
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
