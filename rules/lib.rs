//! The default rule packs: the TOML files beside this one, compiled in. A new file is taken in by the next build.
//!
//! They are a crate of their own, whose folder is that of the packs, so that `cargo package` finds them.

/// Name and text of each pack, in the order of their names.
pub const PACKS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));
