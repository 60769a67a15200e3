//! The default rule packs: the TOML files beside this one, compiled in. A new file is taken in by the next build.
//!
//! They are a crate of their own, whose folder is that of the packs, so that `cargo package` finds them.

pub mod tree;

/// A pack.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// `rules/economy.toml`.
    pub path: &'static str,
    /// The file as it is written.
    pub text: &'static str,
    tree: &'static [u8],
}

impl Pack {
    /// What stands in the file, which was read when the program was built: a program that starts for every article has
    /// no time for that. None if it cannot be told, which means that the file has to be read after all.
    #[must_use]
    pub fn tree(&self) -> Option<tree::Table<'static>> {
        postcard::from_bytes(self.tree).ok()
    }
}

/// The packs, in the order of their names.
pub const PACKS: &[Pack] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));
