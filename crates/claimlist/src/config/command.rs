//! `claimlist config`: each setting that is in force, and where it comes from.

use std::io::{self, Write as _};
use std::path::PathBuf;

use toml::Spanned;

use super::{CheckSection, Config, ConfigOptions, File, users_file};
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

/// A setting in force: its name, its value, and the file that it comes from.
type Setting = (String, String, String);

/// The settings in force, section by section.
fn settings(config: &Config) -> Vec<Setting> {
    let mut settings = Vec::new();
    of_rules(config, &mut settings);
    of_check(config, &mut settings);
    of_worth(config, &mut settings);
    of_plugins(config, &mut settings);
    settings
}

fn add(settings: &mut Vec<Setting>, name: &str, value: Option<String>, file: &File) {
    settings.extend(value.map(|value| (name.to_owned(), value, file.path.display().to_string())));
}

/// Of what several files may set, the last file that does counts.
fn add_last(
    settings: &mut Vec<Setting>,
    config: &Config,
    name: &str,
    value: impl Fn(&File) -> Option<String>,
) {
    if let Some((file, value)) =
        config.files.iter().rev().find_map(|file| value(file).map(|value| (file, value)))
    {
        add(settings, name, Some(value), file);
    }
}

fn of_rules(config: &Config, settings: &mut Vec<Setting>) {
    for file in &config.files {
        for path in file.rule_paths() {
            add(settings, "rules.paths", Some(format!("{:?}", path.display().to_string())), file);
        }
        for rule in &file.rules.disable {
            add(settings, "rules.disable", Some(format!("{:?}", rule.as_ref())), file);
        }
    }
    add_last(settings, config, "rules.defaults", |file| file.rules.defaults.map(|flag| flag.to_string()));
    add_last(settings, config, "rules.region", |file| {
        file.rules.region.as_ref().map(|region| format!("{region:?}"))
    });
    for (file, id, change) in config.overrides() {
        let name = format!("rules.override.{:?}", id.as_ref());
        let priority = change.priority.map(|priority| format!("{:?}", priority.name()));
        add(settings, &format!("{name}.priority"), priority, file);
        let hint = change.hint.as_ref().map(|hint| format!("{:?}", hint.as_ref()));
        add(settings, &format!("{name}.hint"), hint, file);
    }
}

fn of_check(config: &Config, settings: &mut Vec<Setting>) {
    let mut last = |name: &str, value: &dyn Fn(&CheckSection) -> Option<String>| {
        add_last(settings, config, name, |file| value(&file.check));
    };
    last("check.kinds", &|check| {
        let kinds = check.kinds.as_ref()?;
        Some(format!("{:?}", kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>()))
    });
    last("check.tags", &|check| {
        let tags = check.tags.as_ref()?;
        Some(format!("{:?}", tags.iter().map(Spanned::as_ref).collect::<Vec<_>>()))
    });
    last("check.min-worth", &|check| check.min_worth.map(|worth| worth.to_string()));
    last("check.top", &|check| check.top.map(|top| top.to_string()));
    last("check.sort", &|check| check.sort.map(|sort| format!("{:?}", sort.name())));
    last("check.fail-on", &|check| {
        let causes = check.fail_on.as_ref()?;
        Some(format!("{:?}", causes.iter().map(|cause| cause.name()).collect::<Vec<_>>()))
    });
}

fn of_worth(config: &Config, settings: &mut Vec<Setting>) {
    add_last(settings, config, "worth.model", |file| {
        file.worth.model.as_ref().map(|path| format!("{:?}", path.as_ref().display().to_string()))
    });
    for file in &config.files {
        let kinds = file.worth.kinds.iter().map(|(kind, boost)| (format!("kinds.{}", kind.name()), boost));
        let tags = file.worth.tags.iter().map(|(tag, boost)| (format!("tags.{}", tag.as_ref()), boost));
        let phrases = file.worth.phrases.iter().map(|(phrase, boost)| (format!("phrases.{phrase:?}"), boost));
        for (name, boost) in kinds.chain(tags).chain(phrases) {
            add(settings, &format!("worth.{name}"), Some(boost.0.to_string()), file);
        }
    }
}

fn of_plugins(config: &Config, settings: &mut Vec<Setting>) {
    for (name, section) in config.plugins() {
        let Some(file) = config.files.iter().rev().find(|file| file.plugins.contains_key(name)) else {
            continue;
        };
        let name = format!("plugins.{name}");
        add(settings, &format!("{name}.enabled"), Some(section.enabled.to_string()), file);
        add(settings, &format!("{name}.optional"), Some(section.optional.to_string()), file);
        for (key, value) in &section.settings {
            add(settings, &format!("{name}.settings.{key}"), Some(value.to_string()), file);
        }
    }
}
