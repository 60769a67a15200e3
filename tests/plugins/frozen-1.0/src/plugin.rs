//! What a plugin implements.

use crate::{Claims, Config, Document, Error, Hints, Log};

/// What a plugin is called and what it does: shown by `claimlist plugin list`, and before each of its hints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// Name in kebab case, up to 64 characters of `a-z`, `0-9` and `-`.
    pub name: &'static str,
    /// Version, for people.
    pub version: &'static str,
    /// Who made it.
    pub author: &'static str,
    /// What it checks, in one line.
    pub description: &'static str,
}

/// Name, version, authors and description from the plugin's own `Cargo.toml`.
#[macro_export]
macro_rules! cargo_metadata {
    () => {
        $crate::Metadata {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            author: env!("CARGO_PKG_AUTHORS"),
            description: env!("CARGO_PKG_DESCRIPTION"),
        }
    };
}

/// A plugin: made once a run from its configuration, then given one article after the other.
pub trait Plugin: Sized + Send + 'static {
    /// What it is called; [`cargo_metadata!`](crate::cargo_metadata) takes it from `Cargo.toml`.
    const METADATA: Metadata;

    /// Makes the plugin from its part of the user's configuration.
    ///
    /// # Errors
    /// Whatever is wrong with the configuration, with the remedy: the user reads it, and the plugin is not used.
    fn configure(config: &Config, log: &Log<'_>) -> Result<Self, Error>;

    /// Looks at one article and gives hints on its claims.
    ///
    /// # Errors
    /// Where it cannot check this article. Hints given before stay; the run goes on with the next article.
    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error>;
}
