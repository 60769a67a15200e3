//! What a claimlist plugin is written with.
//!
//! A plugin gets an article with all its claims in one call, and gives hints on what to verify. This is a whole one:
//!
//! ```
//! use claimlist_plugin::*;
//!
//! struct Spelling;
//!
//! impl Plugin for Spelling {
//!     const METADATA: Metadata = cargo_metadata!();
//!
//!     fn configure(_: &Config, _: &Log<'_>) -> Result<Self, Error> {
//!         Ok(Self)
//!     }
//!
//!     fn check(&mut self, _: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) -> Result<(), Error> {
//!         for claim in claims.iter().filter(|claim| claim.kind() == "role") {
//!             hints.add(&claim, Priority::High, "name-spelling", "Check the spelling on the organisation's own page.");
//!         }
//!         Ok(())
//!     }
//! }
//!
//! export_plugin!(Spelling);
//!
//! // And its test, which needs no program:
//! let article = testing::Article::new("Foreign Secretary Ann Lee spoke.").claim("role", "Foreign Secretary Ann Lee");
//! let hints = testing::run::<Spelling>("{}", &article).unwrap();
//! assert_eq!(hints[0].claim.as_deref(), Some("Foreign Secretary Ann Lee"));
//! ```
//!
//! In its `Cargo.toml` stand `crate-type = ["cdylib", "rlib"]` and this crate as its dependency; `claimlist plugin new` writes
//! both. The library that comes out speaks the C ABI of [`abi`], so that it works with every claimlist of the same major
//! version, whatever compiler made either.
//!
//! # What holds at the border
//!
//! * No memory is allocated on one side and freed on the other, and no pointer outlives the call in which it was given.
//! * A panic is caught before it leaves the plugin; the instance is then not used again.
//! * `check` is never entered twice at once on one instance. The instance may move between threads (`Send`).

#[allow(unsafe_code, reason = "the C ABI: each block says why it is sound")]
pub mod abi;
mod claims;
mod config;
mod document;
mod error;
#[allow(unsafe_code, reason = "the C ABI: each block says why it is sound")]
mod export;
mod hints;
pub mod json;
mod log;
mod plugin;
#[cfg(feature = "sources")]
pub mod sources;
pub mod testing;
mod view;
pub mod words;

pub use claims::{Claim, Claims, Fact};
pub use config::Config;
pub use document::{Document, Sentence};
pub use error::Error;
#[doc(hidden)]
pub use export::{check, create, descriptor, destroy};
pub use hints::{Finding, Hint, Hints, Priority};
pub use log::Log;
pub use plugin::{Metadata, Plugin};

/// The one symbol that a plugin exports. The major version is part of its name, so that a plugin made for another major
/// version is refused by name, before any of its code runs.
pub const ENTRY_SYMBOL: &str = "claimlist_plugin_v1";

/// The major version of the ABI that this crate describes.
pub const ABI_MAJOR: u16 = 1;

/// The minor version: fields are only ever appended, and it goes up by one each time.
pub const ABI_MINOR: u16 = 0;
