//! Lists the packs in this folder for `lib.rs`, each with what stands in it.

#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use toml::de::DeTable;

#[allow(dead_code, unreachable_pub, reason = "the library uses all of it")]
#[path = "tree.rs"]
mod tree;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=.");
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".toml") && name != "Cargo.toml" {
            names.push(name);
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let text = folder.join(&name);
        let tree = out.join(&name).with_extension("tree");
        fs::write(&tree, read(&text)?)?;
        let path = format!("rules/{name}");
        let _ = writeln!(
            list,
            "    Pack {{ path: {path:?}, text: include_str!({text:?}), tree: include_bytes!({tree:?}) }},"
        );
    }
    list.push_str("]\n");
    fs::write(out.join("packs.rs"), list)
}

/// The tree of a pack, as bytes.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let text = fs::read_to_string(path)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let fault = |error: &dyn std::fmt::Display| io::Error::other(format!("{}: {error}", path.display()));
    let table = DeTable::parse(text).map_err(|error| fault(&error))?;
    postcard::to_stdvec(&tree::Table::new(table.get_ref())).map_err(|error| fault(&error))
}
