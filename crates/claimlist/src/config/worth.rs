//! `[worth]`: what this desk cares for more, or less, than others.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use claimlist_core::ClaimKind;
use claimlist_core::worth::{Desk, Model, Ranker};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::Config;

/// The section of one file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WorthSection {
    /// A worth model of one's own, seen from the file's folder.
    pub(crate) model: Option<Spanned<PathBuf>>,
    /// Boosts of claims of a kind.
    pub(crate) kinds: BTreeMap<ClaimKind, Boost>,
    /// Boosts of claims with a hint of a rule with that tag.
    pub(crate) tags: BTreeMap<Spanned<String>, Boost>,
    /// Boosts of claims in sentences with that phrase.
    pub(crate) phrases: BTreeMap<String, Boost>,
}

/// A boost in log-odds, from -5 to 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Boost(pub(crate) f64);

impl<'de> Deserialize<'de> for Boost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let boost = f64::deserialize(deserializer)?;
        if (-5.0..=5.0).contains(&boost) {
            Ok(Self(boost))
        } else {
            Err(D::Error::custom(
                "give a number from -5 to 5, such as 1, which makes the odds nearly three times as high",
            ))
        }
    }
}

impl WorthSection {
    /// Reads the model that it names, from the folder of its file.
    pub(super) fn read_model(&self, folder: &Path) -> Result<Option<Model>, String> {
        let Some(path) = &self.model else { return Ok(None) };
        let path = folder.join(path.as_ref());
        let bytes =
            std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        Model::read(bytes).map(Some).map_err(|error| format!("{}: {error}", path.display()))
    }
}

impl Config {
    /// Ranks claims as the configuration says.
    pub(crate) fn ranker(&self) -> Ranker {
        let models = self.files.iter().rev().find_map(|file| file.model.clone());
        let mut desk = Desk::default();
        for (kind, boost) in self.merged(|worth| &worth.kinds) {
            desk = desk.with_kind(kind, boost);
        }
        for (tag, boost) in self.merged(|worth| &worth.tags) {
            desk = desk.with_tag(tag.as_ref(), boost);
        }
        for (phrase, boost) in self.merged(|worth| &worth.phrases) {
            desk = desk.with_phrase(&phrase, boost);
        }
        Ranker::new(models.unwrap_or_default(), desk)
    }

    /// The boosts of all files; of one that several files give, the last counts.
    fn merged<K: Ord + Clone>(
        &self,
        boosts: impl Fn(&WorthSection) -> &BTreeMap<K, Boost>,
    ) -> BTreeMap<K, f64> {
        let files = self.files.iter().flat_map(|file| boosts(&file.worth));
        files.map(|(key, boost)| (key.clone(), boost.0)).collect()
    }
}
