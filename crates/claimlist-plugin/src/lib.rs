//! The border between claimlist and its plugins: a C ABI, version 1.
//!
//! A plugin is a shared library with one symbol, [`ENTRY_SYMBOL`], which returns a static [`cl_plugin`](abi::Plugin)
//! descriptor. The program then makes an instance (`create`), gives it each article with all its claims in one call
//! (`check`), and takes hints through the callbacks of [`cl_host`](abi::Host). No memory is allocated on one side and freed on
//! the other; no pointer outlives the call in which it was given.
//!
//! So far this crate holds the types of that border and the checks on their layout. The program does not load plugins
//! yet, and the safe interface for authors is still to come; both will be built on these types.
//!
//! ```
//! use claimlist_plugin::abi::Str;
//!
//! let name = Str::from("percent-change");
//! assert_eq!(name.len, 14);
//! ```

pub mod abi;

/// The one symbol that a plugin exports. The major version is part of its name, so that a plugin made for another major
/// version is refused by name, before any of its code runs.
pub const ENTRY_SYMBOL: &str = "claimlist_plugin_v1";

/// The major version of the ABI that this crate describes.
pub const ABI_MAJOR: u16 = 1;

/// The minor version: fields are only ever appended, and it goes up by one each time.
pub const ABI_MINOR: u16 = 0;
