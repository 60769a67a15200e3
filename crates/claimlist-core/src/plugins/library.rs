//! A plugin's file before it is loaded: opened once, looked at without running it, and hashed.
//!
//! Loading a library runs its constructors, so everything that can be told from its bytes is told here, each fault in a
//! sentence of its own.

use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use claimlist_plugin::{ABI_MAJOR, ENTRY_SYMBOL};
use object::read::NameOrOrdinal;
use object::{Architecture, BinaryFormat, Object as _, ObjectKind, ObjectSection as _};
use sha2::{Digest as _, Sha256};

/// Larger files are not read: no plugin has 512 MiB.
const LARGEST: u64 = 512 << 20;

/// The SHA-256 of a library.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// A hash written as 64 hexadecimal digits.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Self> {
        let mut hash = [0; 32];
        if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, digits) in hash.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        }
        Some(Self(hash))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A library that was read and looks like a plugin.
#[derive(Debug)]
pub struct Library {
    /// Where it was read from.
    pub path: PathBuf,
    /// Its bytes, which are what is loaded.
    pub(super) bytes: Vec<u8>,
    /// Their hash.
    pub hash: Hash,
}

/// Why a file cannot be a plugin.
#[derive(Debug, thiserror::Error)]
#[error("{}: {what}", path.display())]
pub struct LibraryError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong and what to do.
    pub what: String,
}

impl Library {
    /// Reads a library, without running any of it.
    ///
    /// # Errors
    /// Where there is no such file, it may not be trusted, or it is no plugin for this machine.
    pub fn read(path: &Path) -> Result<Self, LibraryError> {
        let fault = |what: String| LibraryError { path: path.to_owned(), what };
        let file = open(path).map_err(fault)?;
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| fault(error.to_string()))?;
        if bytes.len() as u64 > LARGEST {
            return Err(fault(format!("it is larger than {} MiB", LARGEST >> 20)));
        }
        inspect(&bytes).map_err(fault)?;
        let hash = Hash::of(&bytes);
        Ok(Self { path: path.to_owned(), bytes, hash })
    }

    /// The same library, if it hashes to `wanted`.
    ///
    /// # Errors
    /// Where it does not, with both hashes.
    pub fn expect(self, wanted: Hash) -> Result<Self, LibraryError> {
        if self.hash == wanted {
            return Ok(self);
        }
        let path = self.path.display();
        // The copies of installed plugins are named by their hashes.
        let accept = if self.path.file_stem().is_some_and(|stem| *stem == *wanted.to_string()) {
            format!("claimlist plugin install {path}")
        } else {
            format!("--plugin {path}@sha256:{}", self.hash)
        };
        let what = format!(
            "its contents have changed: sha256 {wanted} was expected, sha256 {} is there; if you trust the new file: {accept}",
            self.hash
        );
        Err(LibraryError { path: self.path, what })
    }
}

/// Opens a file once, without following a link and without waiting for a pipe's writer, and sees that nobody else can
/// change it.
#[cfg(unix)]
pub(super) fn open(path: &Path) -> Result<File, String> {
    use std::os::unix::fs::MetadataExt as _;

    use rustix::fs::{Mode, OFlags};

    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let opened = rustix::fs::open(path, flags, Mode::empty()).map_err(|error| match error {
        rustix::io::Errno::NOENT => "there is no such file".to_owned(),
        rustix::io::Errno::LOOP | rustix::io::Errno::MLINK => match std::fs::canonicalize(path) {
            Ok(target) => format!("it is a link; name the file itself: {}", target.display()),
            Err(_) => "it is a link that leads nowhere".to_owned(),
        },
        rustix::io::Errno::ACCESS => "you may not read it".to_owned(),
        rustix::io::Errno::NXIO => "it is no file but a socket or pipe".to_owned(),
        error => error.to_string(),
    })?;
    let file = File::from(opened);
    let metadata = file.metadata().map_err(|error| error.to_string())?;
    if metadata.is_dir() {
        return Err("it is a folder: name the shared library in it".to_owned());
    }
    if !metadata.is_file() {
        return Err("it is no file but a pipe, socket or device".to_owned());
    }
    private(&metadata).map_err(|why| match why {
        Distrust::Owner(uid) => {
            format!("it belongs to another user (number {uid}): copy it to your own files if you trust it")
        }
        Distrust::Writable => {
            "others may change it: take their right to write away (chmod go-w) if you trust it".to_owned()
        }
    })?;
    // A folder in which others may rename files lets them put another file in its place; the sticky bit forbids that.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = std::fs::canonicalize(folder).map_err(|error| error.to_string())?;
    for folder in folder.ancestors() {
        let metadata = std::fs::metadata(folder).map_err(|error| error.to_string())?;
        match private(&metadata) {
            Ok(()) => {}
            Err(Distrust::Writable) if metadata.mode() & 0o1000 != 0 => {}
            Err(Distrust::Writable) => {
                return Err(format!(
                    "others may change its folder {0}: take their right to write away (chmod go-w {0}), or copy the plugin \
                     elsewhere",
                    folder.display()
                ));
            }
            Err(Distrust::Owner(uid)) => {
                return Err(format!(
                    "its folder {} belongs to another user (number {uid}): copy the plugin to your own files if you trust it",
                    folder.display()
                ));
            }
        }
    }
    Ok(file)
}

/// Why a file or folder may not be what its user put there.
#[cfg(unix)]
enum Distrust {
    /// It belongs to this user.
    Owner(u32),
    /// Others may write to it.
    Writable,
}

/// Whether only the user and root may write to it.
#[cfg(unix)]
fn private(metadata: &std::fs::Metadata) -> Result<(), Distrust> {
    use std::os::unix::fs::MetadataExt as _;

    let owner = metadata.uid();
    if owner != rustix::process::geteuid().as_raw() && owner != 0 {
        return Err(Distrust::Owner(owner));
    }
    // Many systems give each user a group of their own, under the user's number, and let it write.
    let others = if metadata.gid() == owner { 0o002 } else { 0o022 };
    if metadata.mode() & others != 0 { Err(Distrust::Writable) } else { Ok(()) }
}

#[cfg(not(unix))]
pub(super) fn open(path: &Path) -> Result<File, String> {
    let metadata = std::fs::symlink_metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    })?;
    if metadata.is_dir() {
        return Err("it is a folder: name the shared library in it".to_owned());
    }
    if !metadata.is_file() {
        return Err("it is a link; name the file itself".to_owned());
    }
    File::open(path).map_err(|error| error.to_string())
}

/// Looks at a library's bytes: is it one, for this machine, with our entry point?
fn inspect(bytes: &[u8]) -> Result<(), String> {
    if bytes.is_empty() {
        return Err("it is empty".to_owned());
    }
    if bytes.starts_with(b"!<arch>\n") {
        return Err(
            "it is a static library, such as Rust's .rlib: build the plugin with crate-type = [\"cdylib\"]"
                .to_owned(),
        );
    }
    object::FileKind::parse(bytes).map_err(|_| {
        let text = std::str::from_utf8(&bytes[..bytes.len().min(512)]).is_ok();
        let what = if text { "text" } else { "a file of some other kind" };
        format!("it is no shared library but {what}: name the file that claimlist plugin build prints")
    })?;
    let broken =
        |error: object::Error| format!("it is a shared library that is cut off or damaged ({error})");
    let library = object::File::parse(bytes).map_err(broken)?;
    if library.format() != FORMAT {
        return Err(format!(
            "it is built for another system ({:?}): build it for this one",
            library.format()
        ));
    }
    if library.architecture() != ARCHITECTURE || library.is_64() != cfg!(target_pointer_width = "64") {
        return Err(format!(
            "it is built for another kind of processor ({:?}, this is {:?}): build it on such a machine",
            library.architecture(),
            ARCHITECTURE
        ));
    }
    if library.kind() != ObjectKind::Dynamic {
        return Err(
            "it is no shared library but a program or object file: build the plugin as a cdylib".to_owned()
        );
    }
    // The last section's end lies in the file unless the file was cut.
    for section in library.sections() {
        section.data().map_err(broken)?;
    }
    entry(&library)
}

/// Whether the library exports our entry point.
fn entry(library: &object::File<'_>) -> Result<(), String> {
    let mut other = None;
    let exports = library.exports().map_err(|error| format!("its list of exports is damaged ({error})"))?;
    let names = exports.filter_map(|export| match export.ok()?.into_name() {
        NameOrOrdinal::Name(name) => Some(String::from_utf8_lossy(&name).into_owned()),
        NameOrOrdinal::Ordinal(_) => None,
    });
    for name in names {
        let name = name.trim_start_matches('_');
        if name == ENTRY_SYMBOL {
            return Ok(());
        }
        if let Some(major) = name.strip_prefix("claimlist_plugin_v") {
            other = Some(major.to_owned());
        }
    }
    Err(match other {
        Some(major) => format!(
            "it is made for version {major} of the plugin interface, and this claimlist speaks version {ABI_MAJOR}: get a \
             build of the plugin for this version"
        ),
        None => format!("it is a shared library but no claimlist plugin: it does not export {ENTRY_SYMBOL}"),
    })
}

const FORMAT: BinaryFormat = if cfg!(target_vendor = "apple") {
    BinaryFormat::MachO
} else if cfg!(windows) {
    BinaryFormat::Pe
} else {
    BinaryFormat::Elf
};

const ARCHITECTURE: Architecture = if cfg!(target_arch = "x86_64") {
    Architecture::X86_64
} else if cfg!(target_arch = "aarch64") {
    Architecture::Aarch64
} else if cfg!(target_arch = "x86") {
    Architecture::I386
} else if cfg!(target_arch = "arm") {
    Architecture::Arm
} else if cfg!(target_arch = "riscv64") {
    Architecture::Riscv64
} else {
    Architecture::Unknown
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_read_and_written() {
        let hash = Hash::of(b"");
        assert_eq!(hash.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        assert_eq!(Hash::parse("e3"), None);
        assert_eq!(Hash::parse(&"ü".repeat(32)), None);
    }

    #[test]
    fn what_is_no_plugin_is_told_from_its_bytes() {
        for (bytes, message) in [
            (&b""[..], "it is empty"),
            (b"!<arch>\nx", "static library"),
            (b"#!/bin/sh\necho", "no shared library but text"),
            (b"\x89PNG\r\n\x1a\n\0\0", "some other kind"),
            (b"\x7fELF\x02\x01\x01", "no shared library"),
        ] {
            let error = inspect(bytes).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
        let own = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        let error = inspect(&own).unwrap_err();
        assert!(error.contains("does not export") || error.contains("but a program"), "{error}");
        assert!(inspect(&own[..own.len() / 2]).unwrap_err().contains("cut off"));
    }
}
