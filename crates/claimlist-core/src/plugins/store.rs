//! The plugins that the user installed: private copies of their libraries, and `plugins.lock`, which says what they are.
//!
//! ```text
//! plugins/                     0700
//!   plugins.lock               0600, TOML
//!   3f0c..e1.so                0400, named by its SHA-256
//! ```
//!
//! Nothing is loaded because it lies in this folder: a library is used if the lock names it and its contents hash to what the
//! lock says.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Info;
use super::library::{self, Hash, Library, LibraryError};

/// The name of the file that says what is installed.
const LOCK: &str = "plugins.lock";

/// A folder of installed plugins.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// A plugin that the user installed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Installed {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What its library hashes to.
    pub sha256: Hash,
    /// How long its library is, in bytes.
    pub size: u64,
    /// The file that it was installed from.
    pub source: String,
    /// The day on which it was installed, ISO 8601.
    pub date: String,
}

/// What stands in the lock.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lock {
    #[serde(default, rename = "plugin")]
    plugins: Vec<Installed>,
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("a hash has 64 hexadecimal digits"))
    }
}

impl Store {
    /// The plugins installed in this folder, which need not exist.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What is installed, by name.
    ///
    /// # Errors
    /// Where the lock cannot be read, is damaged, or others may change it.
    pub fn list(&self) -> Result<Vec<Installed>, LibraryError> {
        let path = self.folder.join(LOCK);
        let fault = |what: String| LibraryError { path: path.clone(), what };
        if fs::symlink_metadata(&path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            return Ok(Vec::new());
        }
        let mut text = String::new();
        library::open(&path)
            .and_then(|mut file| file.read_to_string(&mut text).map_err(|error| error.to_string()))
            .map_err(fault)?;
        let lock: Lock = toml::from_str(&text).map_err(|error| {
            fault(format!("it is damaged: remove it and install your plugins again\n{error}"))
        })?;
        Ok(lock.plugins)
    }

    /// The installed plugin of this name.
    ///
    /// # Errors
    /// Where there is none, with those that there are.
    pub fn find(&self, name: &str) -> Result<Installed, LibraryError> {
        let installed = self.list()?;
        let names: Vec<_> = installed.iter().map(|plugin| plugin.name.clone()).collect();
        installed.into_iter().find(|plugin| plugin.name == name).ok_or_else(|| {
            let there = if names.is_empty() {
                "none are; claimlist plugin install PATH installs one".to_owned()
            } else {
                format!("those that are: {}", names.join(", "))
            };
            LibraryError { path: name.into(), what: format!("no plugin of this name is installed; {there}") }
        })
    }

    /// The file of an installed plugin.
    #[must_use]
    pub fn file(&self, plugin: &Installed) -> PathBuf {
        self.file_of(plugin.sha256)
    }

    fn file_of(&self, hash: Hash) -> PathBuf {
        self.folder.join(format!("{hash}{}", std::env::consts::DLL_SUFFIX))
    }

    /// The file of an installed plugin, and what it has to hash to when it is loaded.
    ///
    /// # Errors
    /// Where no plugin of this name is installed, or its file is gone.
    pub fn pinned(&self, name: &str) -> Result<(PathBuf, Hash), LibraryError> {
        let plugin = self.find(name)?;
        let path = self.file(&plugin);
        if fs::symlink_metadata(&path).is_err() {
            return Err(LibraryError { path, what: gone(&plugin) });
        }
        Ok((path, plugin.sha256))
    }

    /// The library of an installed plugin, if it is what was installed.
    ///
    /// # Errors
    /// Where it is gone or has changed, with both hashes and the remedy.
    pub fn library(&self, plugin: &Installed) -> Result<Library, LibraryError> {
        let path = self.file(plugin);
        if fs::symlink_metadata(&path).is_err() {
            return Err(LibraryError { path, what: gone(plugin) });
        }
        Library::read(&path)?.expect(plugin.sha256)
    }

    /// Copies a library into the folder and notes it in the lock, in place of the plugin that had its name.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be written, or may be written by others.
    pub fn install(&self, library: &Library, info: &Info, date: &str) -> Result<Installed, LibraryError> {
        let source = std::path::absolute(&library.path).unwrap_or_else(|_| library.path.clone());
        let installed = Installed {
            name: info.name.clone(),
            version: info.version.clone(),
            sha256: library.hash,
            size: library.bytes.len() as u64,
            source: source.display().to_string(),
            date: date.to_owned(),
        };
        let fault = |error: io::Error| LibraryError { path: self.folder.clone(), what: error.to_string() };
        private_folder(&self.folder).map_err(fault)?;
        let _turn = turn(&self.folder).map_err(fault)?;
        let mut plugins = self.list()?;
        write(&self.folder, &self.file_of(library.hash), &library.bytes, 0o400).map_err(fault)?;
        let replaced: Vec<_> = plugins.extract_if(.., |plugin| plugin.name == info.name).collect();
        plugins.push(installed.clone());
        plugins.sort_by(|a, b| a.name.cmp(&b.name));
        self.write_lock(plugins, &replaced).map_err(fault)?;
        Ok(installed)
    }

    /// Forgets the plugin of this name and removes its file.
    ///
    /// # Errors
    /// Where there is none, or the folder cannot be written.
    pub fn remove(&self, name: &str) -> Result<Installed, LibraryError> {
        let fault = |error: io::Error| LibraryError { path: self.folder.clone(), what: error.to_string() };
        let found = self.find(name)?;
        let _turn = turn(&self.folder).map_err(fault)?;
        let mut plugins = self.list()?;
        plugins.retain(|plugin| plugin.name != name);
        self.write_lock(plugins, std::slice::from_ref(&found)).map_err(fault)?;
        Ok(found)
    }

    /// Writes the lock, then removes the files of those that nothing in it needs any more.
    fn write_lock(&self, plugins: Vec<Installed>, gone: &[Installed]) -> io::Result<()> {
        let needed: Vec<Hash> = plugins.iter().map(|plugin| plugin.sha256).collect();
        let text = toml::to_string(&Lock { plugins }).map_err(io::Error::other)?;
        let text = format!("# Written by claimlist plugin install and remove.\n\n{text}");
        write(&self.folder, &self.folder.join(LOCK), text.as_bytes(), 0o600)?;
        for plugin in gone.iter().filter(|plugin| !needed.contains(&plugin.sha256)) {
            match fs::remove_file(self.file(plugin)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

fn gone(plugin: &Installed) -> String {
    format!(
        "its file is gone: sha256 {} was installed, none is there; to install it again: claimlist plugin install {}",
        plugin.sha256, plugin.source
    )
}

/// Makes the folder, or one that is there private.
fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// Waits until no other process changes the folder; the turn ends when the file is closed.
#[cfg(unix)]
fn turn(folder: &Path) -> io::Result<File> {
    let folder = File::open(folder)?;
    rustix::fs::flock(&folder, rustix::fs::FlockOperation::LockExclusive)?;
    Ok(folder)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn turn(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes a file so that, whatever happens, the old contents or the new are there, never half of them.
fn write(folder: &Path, path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = folder.join(format!(".{name}.{}.unfinished", std::process::id()));
    let written = (|| {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
        #[cfg(not(unix))]
        let _ = mode;
        let mut file = options.open(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, path)?;
        // The new name is on the disk only when the folder is.
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        Ok(())
    })();
    if written.is_err() {
        // Perhaps it was never made.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_reads_back_and_refuses_what_it_does_not_know() {
        let plugin = Installed {
            name: "words".to_owned(),
            version: "1.0.0".to_owned(),
            sha256: Hash::of(b"x"),
            size: 1,
            source: "/home/ann/libwords.so".to_owned(),
            date: "2025-02-27".to_owned(),
        };
        let text = toml::to_string(&Lock { plugins: vec![plugin.clone()] }).unwrap();
        assert_eq!(toml::from_str::<Lock>(&text).unwrap().plugins, [plugin]);
        assert!(toml::from_str::<Lock>(&text.replace("size", "seize")).is_err());
        let short = text.replace(&Hash::of(b"x").to_string(), "2d");
        assert!(toml::from_str::<Lock>(&short).unwrap_err().to_string().contains("64 hexadecimal"));
    }

    #[test]
    fn what_is_not_installed_is_told_with_what_is() {
        let store = Store::at("/nowhere/plugins".into());
        assert!(store.list().unwrap().is_empty());
        let error = store.pinned("words").unwrap_err().to_string();
        assert!(error.starts_with("words: no plugin of this name is installed; none are"), "{error}");
    }
}
