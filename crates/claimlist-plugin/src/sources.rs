//! The sources of this crate as texts: `claimlist plugin new` puts a copy of it into each new plugin, so that a plugin is built
//! without a network, and goes on to be built as it was.

/// `Cargo.toml` of a copy, which belongs to no workspace.
pub const MANIFEST: &str = concat!(
    "# A copy of the SDK for claimlist plugins, as it came with the program.\n",
    "[package]\n",
    "name = \"claimlist-plugin\"\n",
    "description = \"The C ABI and SDK for claimlist plugins\"\n",
    "version = \"",
    env!("CARGO_PKG_VERSION"),
    "\"\nedition = \"2024\"\n",
    "rust-version = \"",
    env!("CARGO_PKG_RUST_VERSION"),
    "\"\nlicense = \"MIT OR Apache-2.0\"\n\n",
    "[features]\nsources = []\n",
);

macro_rules! texts {
    ($($file:literal)*) => { &[$((concat!("src/", $file), include_str!($file))),*] };
}

/// The files in `src`, by their paths from the folder of the crate.
pub const FILES: &[(&str, &str)] = texts! {
    "abi.rs" "claims.rs" "config.rs" "document.rs" "error.rs" "export.rs" "hints.rs" "json.rs" "lib.rs" "log.rs" "plugin.rs"
    "sources.rs" "testing.rs" "view.rs" "words.rs"
};

/// The path of the header for plugins in C, from the folder of the crate.
pub const HEADER_PATH: &str = "include/claimlist_plugin.h";

/// The header for plugins in C.
pub const HEADER: &str = include_str!("../include/claimlist_plugin.h");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_missing() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| format!("src/{}", entry.unwrap().file_name().display()))
            .collect();
        files.sort();
        assert_eq!(files, FILES.iter().map(|(path, _)| *path).collect::<Vec<_>>());
    }
}
