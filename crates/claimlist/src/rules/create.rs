//! `claimlist rules new` and `schema`.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use claimlist_core::rules;

use crate::exit::Exit;
use crate::output;

pub(crate) fn create(name: &str) -> anyhow::Result<Exit> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(fits) {
        bail!("`{name}` is no name for a pack: use small letters, digits and hyphens, such as town-council");
    }
    let path = PathBuf::from(format!("{name}.toml"));
    // Never over a file that is there.
    let mut file = match File::create_new(&path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{} exists: give the pack another name, or remove that file", path.display())
        }
        file => file.with_context(|| format!("cannot write a new file {}", path.display()))?,
    };
    file.write_all(rules::new_pack(name).as_bytes())?;
    output::print(|out| writeln!(out, "{name}.toml is written. Next: claimlist rules test {name}.toml"))?;
    Ok(Exit::Done)
}

pub(crate) fn schema() -> anyhow::Result<Exit> {
    output::print(|out| out.write_all(rules::schema().as_bytes()))?;
    Ok(Exit::Done)
}
