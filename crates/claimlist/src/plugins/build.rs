//! `claimlist plugin build`: cargo or the C compiler, and where the library is when they are done.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use claimlist_plugin::sources;
use serde::Deserialize;

use crate::exit::Exit;
use crate::output;

pub(super) fn run(folder: &Path) -> anyhow::Result<Exit> {
    let library = if folder.join("Cargo.toml").is_file() { rust(folder)? } else { c(folder)? };
    // With a slash: --plugin takes a word without one for the name of an installed plugin.
    let here = std::env::current_dir().unwrap_or_default();
    let shown = match library.strip_prefix(&here) {
        Ok(below) => Path::new(".").join(below),
        Err(_) => library,
    };
    // The path alone goes to standard output, for scripts.
    output::print(|out| writeln!(out, "{}", shown.display()))?;
    anstream::eprintln!("Next: claimlist plugin check {}", shown.display());
    Ok(Exit::Done)
}

/// What cargo says when it has made something.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    manifest_path: PathBuf,
    #[serde(default)]
    target: Target,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Default, Deserialize)]
struct Target {
    crate_types: Vec<String>,
}

/// Has cargo build the crate, and takes the library's path from what cargo says.
fn rust(folder: &Path) -> anyhow::Result<PathBuf> {
    let manifest = folder.join("Cargo.toml").canonicalize()?;
    let output = Command::new("cargo")
        .args(["build", "--release", "--lib", "--message-format=json-render-diagnostics"])
        .current_dir(folder)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo does not start: install Rust from https://rustup.rs")?;
    if !output.status.success() {
        bail!("cargo did not build the plugin: its messages are above");
    }
    let messages = output.stdout.split(|&byte| byte == b'\n');
    messages
        .filter_map(|line| serde_json::from_slice::<Message>(line).ok())
        .filter(|message| message.reason == "compiler-artifact")
        .filter(|message| message.target.crate_types.iter().any(|kind| kind == "cdylib"))
        .filter(|message| message.manifest_path.canonicalize().is_ok_and(|path| path == manifest))
        .flat_map(|message| message.filenames)
        .find(|file| file.to_string_lossy().ends_with(DLL_SUFFIX))
        .context("the crate makes no shared library: write crate-type = [\"cdylib\", \"rlib\"] under [lib] in its Cargo.toml")
}

/// Compiles all C sources of the folder into one library.
fn c(folder: &Path) -> anyhow::Result<PathBuf> {
    let folder = folder.canonicalize().with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!(
            "there is no plugin in {}: neither a Cargo.toml nor C sources; claimlist plugin new NAME writes one",
            folder.display()
        );
    }
    let name = folder.file_name().unwrap_or_default().to_string_lossy().replace('-', "_");
    // The header of this program, for sources that come without one.
    let made = folder.join("build");
    let library = made.join(format!("{DLL_PREFIX}{name}{DLL_SUFFIX}"));
    std::fs::create_dir_all(&made)
        .and_then(|()| std::fs::write(made.join("claimlist_plugin.h"), sources::HEADER))
        .with_context(|| format!("cannot write into {}", made.display()))?;
    let compiler = std::env::var_os("CC").filter(|cc| !cc.is_empty()).unwrap_or_else(|| OsString::from("cc"));
    let status = Command::new(&compiler)
        .args(["-std=c11", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-fvisibility=hidden", "-I"])
        .arg(&folder)
        .arg("-I")
        .arg(&made)
        .args(&files)
        .arg("-o")
        .arg(&library)
        .arg("-lm")
        .status()
        .with_context(|| {
            format!("{} does not start: install a C compiler, or name yours in CC", compiler.display())
        })?;
    if !status.success() {
        bail!("{} did not build the plugin: its messages are above", compiler.display());
    }
    Ok(library)
}
