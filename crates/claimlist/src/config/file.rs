//! One `claimlist.toml`.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claimlist_core::ClaimKind;
use claimlist_core::rules::{Fault, RuleFile, Severity};
use claimlist_core::worth::Model;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::entries::entries;
use super::worth::WorthSection;
use crate::args::Order;
use crate::outcome::FailOn;

/// A configuration file as it was read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct File {
    #[serde(skip)]
    pub(crate) path: PathBuf,
    /// Its text, for faults.
    #[serde(skip)]
    pub(crate) source: Arc<RuleFile>,
    #[serde(deserialize_with = "section")]
    pub(crate) rules: RulesSection,
    #[serde(deserialize_with = "section")]
    pub(crate) check: CheckSection,
    #[serde(deserialize_with = "section")]
    pub(crate) worth: WorthSection,
    /// The model that `worth` names.
    #[serde(skip)]
    pub(crate) model: Option<Model>,
    pub(crate) plugins: BTreeMap<String, PluginSection>,
}

/// `[rules]`: which rules are used.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct RulesSection {
    /// Packs, or folders of packs, seen from the file's folder.
    pub(crate) paths: Vec<PathBuf>,
    /// Whether the rules that come with the program are used.
    pub(crate) defaults: Option<bool>,
    /// Only rules and sources for this region.
    #[serde(deserialize_with = "region")]
    pub(crate) region: Option<String>,
    /// Rules that are not used: `pack/rule`, or `pack` for all of a pack.
    pub(crate) disable: Vec<Spanned<String>>,
    /// Changes to rules.
    #[serde(rename = "override")]
    pub(crate) overrides: BTreeMap<Spanned<String>, Override>,
}

/// `[rules.override."pack/rule"]`: what a rule says here instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Override {
    pub(crate) priority: Option<claimlist_core::Priority>,
    pub(crate) hint: Option<Spanned<String>>,
}

/// `[check]`: what the checklist shows.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct CheckSection {
    /// Only claims of these kinds.
    pub(crate) kinds: Option<Vec<ClaimKind>>,
    /// Only claims with a hint from a rule that has one of these tags.
    pub(crate) tags: Option<Vec<Spanned<String>>>,
    /// Only claims of at least this worth, 0 to 1.
    #[serde(deserialize_with = "worth")]
    pub(crate) min_worth: Option<f64>,
    /// At most so many claims of an article.
    pub(crate) top: Option<usize>,
    /// Their order.
    pub(crate) sort: Option<Order>,
    /// Hints that make a run end with status 1.
    pub(crate) fail_on: Option<Vec<FailOn>>,
}

/// `[plugins.NAME]`: an installed plugin.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PluginSection {
    /// Whether it is used.
    pub(crate) enabled: bool,
    /// Whether a run counts as done although it failed.
    pub(crate) optional: bool,
    /// Its own settings.
    pub(crate) settings: toml::Table,
}

impl Default for PluginSection {
    fn default() -> Self {
        Self { enabled: true, optional: false, settings: toml::Table::new() }
    }
}

/// A section is a table: of an array, as in `[[check]]`, serde would take the values for the settings in their order.
fn section<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Section<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Section<T> {
        type Value = T;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }

    deserializer.deserialize_map(Section(PhantomData))
}

fn region<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    crate::rules::region(&String::deserialize(deserializer)?).map(Some).map_err(D::Error::custom)
}

fn worth<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    let worth = f64::deserialize(deserializer)?;
    if (0.0..=1.0).contains(&worth) {
        Ok(Some(worth))
    } else {
        Err(D::Error::custom("give a number from 0 to 1, such as 0.5"))
    }
}

impl File {
    /// Reads a file.
    pub(crate) fn read(path: &Path) -> Result<Self, Vec<Fault>> {
        let name = path.display().to_string();
        let unread = |message: String, remedy: &str| {
            let file = Arc::new(RuleFile { path: name.clone(), text: String::new().into() });
            vec![Fault { severity: Severity::Error, file, span: None, message, remedy: remedy.to_owned() }]
        };
        let bytes = std::fs::read(path)
            .map_err(|error| unread(format!("it cannot be read: {error}"), "check the path"))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| unread("the file is not UTF-8".to_owned(), "save it as UTF-8 in your editor"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        let source = Arc::new(RuleFile { path: name, text: text.into() });
        let file = entries(&source)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let model = file.worth.read_model(folder).map_err(|message| {
            let remedy = "name a file that claimlist-eval train made for this version".to_owned();
            let span = file.worth.model.as_ref().map(Spanned::span);
            vec![Fault { severity: Severity::Error, file: Arc::clone(&source), span, message, remedy }]
        })?;
        Ok(Self { path: path.to_owned(), source, model, ..file })
    }

    /// The rule packs, seen from where the program runs.
    pub(crate) fn rule_paths(&self) -> impl Iterator<Item = PathBuf> {
        let folder = self.path.parent().unwrap_or(Path::new("")).to_owned();
        self.rules.paths.iter().map(move |path| folder.join(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_may_be_set() {
        let file: File = toml::from_str(
            "[rules]\npaths = [\"desk.toml\"]\ndefaults = false\nregion = \"uk\"\ndisable = [\"sport\"]\n\
             [rules.override.\"economy/share-of-gdp\"]\npriority = \"low\"\nhint = \"Ask Ann.\"\n\
             [check]\nkinds = [\"quote\"]\ntags = [\"money\"]\nfail-on = [\"conflict\", \"high\"]\nmin-worth = 0.5\ntop = 9\nsort = \"worth\"\n\
             [worth.kinds]\nquote = -1\n[worth.tags]\nmoney = 0.5\n[worth.phrases]\n\"council tax\" = 2\n\
             [plugins.calendar]\noptional = true\nsettings = { since = 1900 }\n",
        )
        .unwrap();
        assert_eq!(file.check.kinds, Some(vec![ClaimKind::Quote]));
        assert_eq!(file.check.fail_on, Some(vec![FailOn::Conflict, FailOn::High]));
        assert_eq!(
            file.rules.overrides["economy/share-of-gdp"]
                .hint
                .as_ref()
                .map(Spanned::as_ref)
                .map(String::as_str),
            Some("Ask Ann.")
        );
        assert!(file.plugins["calendar"].enabled && file.plugins["calendar"].optional);
    }
}
