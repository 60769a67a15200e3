//! `claimlist plugin new`: a plugin to start from, which builds without a network.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use claimlist_plugin::{abi, sources};

use super::command::Language;
use crate::exit::Exit;
use crate::output;

/// Names that cargo does not take for a crate, or that the plugin's own dependency has.
const TAKEN: [&str; 8] = ["claimlist-plugin", "alloc", "core", "proc-macro", "std", "test", "build", "deps"];

pub(super) fn run(name: &str, language: Language) -> anyhow::Result<Exit> {
    if !abi::is_name(name) {
        bail!(
            "`{name}` is no name for a plugin: use up to 64 small letters, digits and hyphens, a letter first, such as round-numbers"
        );
    }
    if TAKEN.contains(&name) {
        bail!("`{name}` is taken by Rust's tools: give the plugin another name, such as my-{name}");
    }
    let folder = Path::new(name);
    // Never into a folder that is there.
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{name} exists: give the plugin another name, or remove that folder")
        }
        made => made.with_context(|| format!("cannot make a new folder {name}"))?,
    }
    for (path, text) in files(language) {
        write(&folder.join(path), &text.replace("{{name}}", name))?;
    }
    output::print(|out| writeln!(out, "{name}/ is written. Next: claimlist plugin build {name}"))?;
    Ok(Exit::Done)
}

/// The files of a new plugin, by their paths in its folder.
fn files(language: Language) -> Vec<(String, &'static str)> {
    let fixed: &[(&str, &str)] = match language {
        Language::Rust => &[
            ("Cargo.toml", include_str!("templates/rust/Cargo.toml.txt")),
            ("README.md", include_str!("templates/rust/README.md")),
            ("src/lib.rs", include_str!("templates/rust/lib.rs")),
            (".gitignore", "/target\n"),
            ("vendor/claimlist-plugin/Cargo.toml", sources::MANIFEST),
        ],
        Language::C => &[
            ("plugin.c", include_str!("templates/c/plugin.c")),
            ("README.md", include_str!("templates/c/README.md")),
            ("claimlist_plugin.h", sources::HEADER),
            (".gitignore", "/build\n"),
        ],
    };
    let mut files: Vec<_> = fixed.iter().map(|&(path, text)| (path.to_owned(), text)).collect();
    if language == Language::Rust {
        let sdk = sources::FILES.iter().copied().chain([(sources::HEADER_PATH, sources::HEADER)]);
        files.extend(sdk.map(|(path, text)| (format!("vendor/claimlist-plugin/{path}"), text)));
    }
    files
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(cannot)?;
    }
    File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())).with_context(cannot)
}
