//! `claimlist config`: each setting that is in force, and where it comes from.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::{Config, ConfigOptions, File, users_file};
use crate::exit::Exit;

#[derive(Debug, clap::Args)]
pub(crate) struct Show {
    /// Articles, to look for the configuration that would be used for them [default: this folder].
    #[arg(value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    options: ConfigOptions,
}

pub(crate) fn run(args: &Show) -> anyhow::Result<Exit> {
    let config = match args.options.load(&args.paths) {
        Ok(config) => config,
        Err(exit) => return Ok(exit),
    };
    let mut out = io::stdout().lock();
    if config.files.is_empty() {
        writeln!(out, "No configuration: every setting has its default.")?;
        if let Some(path) = users_file() {
            writeln!(out, "Your own would be {}.", path.display())?;
        }
        return Ok(Exit::Done);
    }
    for (name, value, from) in settings(&config) {
        writeln!(out, "{name} = {value}    # {from}")?;
    }
    Ok(Exit::Done)
}

/// The settings in force, each with the file that it comes from.
fn settings(config: &Config) -> Vec<(String, String, String)> {
    let mut settings = Vec::new();
    let mut add = |name: &str, value: Option<String>, file: &File| {
        settings.extend(value.map(|value| (name.to_owned(), value, file.path.display().to_string())));
    };
    for file in &config.files {
        for path in file.rule_paths() {
            add("rules.paths", Some(format!("{:?}", path.display().to_string())), file);
        }
        for rule in &file.rules.disable {
            add("rules.disable", Some(format!("{:?}", rule.as_ref())), file);
        }
    }
    // Of what both files may set, the last file that does counts.
    let last = |set: &dyn Fn(&File) -> bool| config.files.iter().rev().find(|file| set(file));
    if let Some(file) = last(&|file| file.rules.defaults.is_some()) {
        add("rules.defaults", file.rules.defaults.map(|flag| flag.to_string()), file);
    }
    if let Some(file) = last(&|file| file.rules.region.is_some()) {
        add("rules.region", file.rules.region.as_ref().map(|region| format!("{region:?}")), file);
    }
    for (file, id, change) in config.overrides() {
        let name = format!("rules.override.{:?}", id.as_ref());
        add(
            &format!("{name}.priority"),
            change.priority.map(|priority| format!("{:?}", priority.name())),
            file,
        );
        add(&format!("{name}.hint"), change.hint.as_ref().map(|hint| format!("{:?}", hint.as_ref())), file);
    }
    if let Some(file) = last(&|file| file.check.kinds.is_some()) {
        let names = file.check.kinds.iter().flatten().map(|kind| kind.name()).collect::<Vec<_>>();
        add("check.kinds", Some(format!("{names:?}")), file);
    }
    if let Some(file) = last(&|file| file.check.tags.is_some()) {
        let tags = file.check.tags.iter().flatten().map(toml::Spanned::as_ref).collect::<Vec<_>>();
        add("check.tags", Some(format!("{tags:?}")), file);
    }
    if let Some(file) = last(&|file| file.check.min_worth.is_some()) {
        add("check.min-worth", file.check.min_worth.map(|worth| worth.to_string()), file);
    }
    if let Some(file) = last(&|file| file.check.top.is_some()) {
        add("check.top", file.check.top.map(|top| top.to_string()), file);
    }
    if let Some(file) = last(&|file| file.check.sort.is_some()) {
        add("check.sort", file.check.sort.map(|sort| format!("{:?}", sort.name())), file);
    }
    if let Some(file) = last(&|file| file.check.fail_on.is_some()) {
        let causes = file.check.fail_on.iter().flatten().map(|cause| cause.name()).collect::<Vec<_>>();
        add("check.fail-on", Some(format!("{causes:?}")), file);
    }
    if let Some(file) = last(&|file| file.worth.model.is_some()) {
        let model =
            file.worth.model.as_ref().map(|path| format!("{:?}", path.as_ref().display().to_string()));
        add("worth.model", model, file);
    }
    for file in &config.files {
        let kinds = file.worth.kinds.iter().map(|(kind, boost)| (format!("kinds.{}", kind.name()), boost));
        let tags = file.worth.tags.iter().map(|(tag, boost)| (format!("tags.{}", tag.as_ref()), boost));
        let phrases = file.worth.phrases.iter().map(|(phrase, boost)| (format!("phrases.{phrase:?}"), boost));
        for (name, boost) in kinds.chain(tags).chain(phrases) {
            let name = format!("worth.{name}");
            add(&name, Some(boost.0.to_string()), file);
        }
    }
    for (name, section) in config.plugins() {
        if let Some(file) = last(&|file| file.plugins.contains_key(name)) {
            let name = format!("plugins.{name}");
            add(&format!("{name}.enabled"), Some(section.enabled.to_string()), file);
            add(&format!("{name}.optional"), Some(section.optional.to_string()), file);
            for (key, value) in &section.settings {
                add(&format!("{name}.settings.{key}"), Some(value.to_string()), file);
            }
        }
    }
    settings
}
