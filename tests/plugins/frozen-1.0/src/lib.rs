//! The SDK of version 1.0 as it was, without what helps in tests: plugins that were built on it must go on to work. Never change it.

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
mod view;

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
