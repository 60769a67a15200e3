//! `claimlist plugin info`: what a plugin says of itself, and what its file is.

use std::path::Path;

use claimlist_core::plugins::{Library, Limits, describe};

use super::{is_path, log, store};
use crate::exit::Exit;
use crate::output;

pub(super) fn run(plugin: &str) -> anyhow::Result<Exit> {
    let store = store()?;
    let library = if is_path(plugin) {
        Library::read(Path::new(plugin))?
    } else {
        store.library(&store.find(plugin)?)?
    };
    let info = describe(&library, Limits::default(), &log(true))
        .map_err(|why| anyhow::anyhow!("{}: {why}", library.path.display()))?;
    let installed = store.list()?.into_iter().find(|other| other.sha256 == library.hash);
    let (major, minor) = info.abi;
    let lines = [
        ("author", info.author.clone()),
        ("interface", format!("version {major}.{minor}")),
        ("panics", if info.panic_aborts { "end its process" } else { "are caught" }.to_owned()),
        ("instances", if info.multi_instance { "several at once" } else { "one at a time" }.to_owned()),
        ("file", library.path.display().to_string()),
        ("sha256", library.hash.to_string()),
        (
            "installed",
            match &installed {
                Some(installed) => format!("{}, from {}", installed.date, installed.source),
                None => "no".to_owned(),
            },
        ),
    ];
    output::print(|out| {
        writeln!(out, "{} {}: {}", info.name, info.version, info.description)?;
        for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
            writeln!(out, "  {name:9}  {value}")?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}
