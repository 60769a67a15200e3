//! `claimlist plugin remove`: forgets an installed plugin.

use super::store;
use crate::exit::Exit;
use crate::output;

pub(super) fn run(name: &str) -> anyhow::Result<Exit> {
    let removed = store()?.remove(name)?;
    output::print(|out| writeln!(out, "{} {} is removed.", removed.name, removed.version))?;
    Ok(Exit::Done)
}
