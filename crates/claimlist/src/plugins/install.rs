//! `claimlist plugin install`: copies a library into the user's data folder.

use std::path::Path;

use claimlist_core::plugins::{Library, Limits, describe};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{log, store};
use crate::exit::Exit;
use crate::output;

pub(super) fn run(file: &Path) -> anyhow::Result<Exit> {
    let library = Library::read(file)?;
    let info = describe(&library, Limits::default(), &log(true))
        .map_err(|why| anyhow::anyhow!("{}: {why}", file.display()))?;
    let store = store()?;
    let before = store.list()?.into_iter().find(|plugin| plugin.name == info.name);
    let today = TimeZone::UTC.to_datetime(Timestamp::now()).date();
    let installed = store.install(&library, &info, &today.to_string())?;
    let name = &installed.name;
    output::print(|out| {
        writeln!(out, "{name} {} is installed, sha256 {}", installed.version, installed.sha256)?;
        if let Some(before) = before.filter(|before| before.sha256 != installed.sha256) {
            writeln!(out, "in place of {name} {}, sha256 {}", before.version, before.sha256)?;
        }
        writeln!(out, "Use it with --plugin {name}, or always: write [plugins.{name}] into claimlist.toml")
    })?;
    Ok(Exit::Done)
}
