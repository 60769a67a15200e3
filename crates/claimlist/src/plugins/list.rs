//! `claimlist plugin list`: the installed plugins, and whether they are still what was installed.

use super::store;
use crate::exit::Exit;
use crate::output;

pub(super) fn run() -> anyhow::Result<Exit> {
    let store = store()?;
    let plugins = store.list()?;
    let width = plugins.iter().map(|plugin| plugin.name.len() + plugin.version.len() + 1).max();
    let mut sound = true;
    output::print(|out| {
        if plugins.is_empty() {
            return writeln!(out, "No plugin is installed. claimlist plugin install PATH installs one.");
        }
        for plugin in &plugins {
            let path = store.file(plugin);
            let named = format!("{} {}", plugin.name, plugin.version);
            let width = width.unwrap_or_default();
            match store.library(plugin) {
                Ok(_) => writeln!(out, "{named:width$}  ok       {}", path.display())?,
                Err(error) => {
                    sound = false;
                    writeln!(out, "{named:width$}  REFUSED  {}", path.display())?;
                    writeln!(out, "{:width$}  {}", "", error.what)?;
                }
            }
            let from = format!("from {}, {}", plugin.source, plugin.date);
            writeln!(out, "{:width$}  {} bytes, {from}", "", plugin.size)?;
        }
        Ok(())
    })?;
    Ok(if sound { Exit::Done } else { Exit::Found })
}
