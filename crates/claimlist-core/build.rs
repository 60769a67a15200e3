//! Makes the word lists of `lexicon/en` into JSON, which a program that starts for every article reads in a fraction of the
//! time that TOML takes.

#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=lexicon/en");
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("lexicon/en");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.with_extension("json");
            fs::write(out.join(name.file_name().unwrap_or_default()), json(&path)?)?;
        }
    }
    Ok(())
}

fn json(path: &Path) -> io::Result<String> {
    let fault = |error: &dyn std::fmt::Display| io::Error::other(format!("{}: {error}", path.display()));
    let table: toml::Table = toml::from_str(&fs::read_to_string(path)?).map_err(|error| fault(&error))?;
    serde_json::to_string(&table).map_err(|error| fault(&error))
}
