//! Where the checklist goes: standard output, or a file that is replaced in one step.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use anyhow::Context as _;
use claimlist_report::Medium;

/// Width of a table that does not go to a terminal, in columns: the same whatever the window, so that runs compare.
pub(crate) const PIPED_WIDTH: usize = 100;

/// Writes to standard output, with styles where they belong.
///
/// # Errors
/// Those of writing.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    write_to(None, Medium::Styled, write)
}

/// Writes to the file, or to standard output if there is none. Styles are left out where they do not belong.
///
/// # Errors
/// Those of writing. The file then stays what it was.
pub(crate) fn write_to(
    path: Option<&Path>,
    medium: Medium,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    match path {
        None if medium == Medium::Styled => Ok(buffered(AutoStream::auto(io::stdout().lock()), write)?),
        None => Ok(buffered(io::stdout().lock(), write)?),
        Some(path) => {
            replace(path, medium, write).with_context(|| format!("cannot write {}", path.display()))
        }
    }
}

/// The columns that standard output has.
pub(crate) fn terminal_width() -> usize {
    terminal_size::terminal_size_of(io::stdout())
        .map_or(PIPED_WIDTH, |(width, _)| usize::from(width.0).max(40))
}

/// Writes beside the file and renames: who reads the file sees the old text or the new, never half of one. A device or
/// pipe (`/dev/null`) cannot be replaced, and is written to.
fn replace(
    path: &Path,
    medium: Medium,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    if special {
        return write_file(File::options().write(true).open(path)?, medium, write);
    }
    // Through a link, so that the link stays one.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let unfinished = Unfinished::beside(&path);
    write_file(File::create_new(&unfinished.0)?, medium, write)?;
    fs::rename(&unfinished.0, &path)
}

fn write_file(
    file: File,
    medium: Medium,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    match medium {
        Medium::Styled => buffered(AutoStream::new(file, anstream::ColorChoice::global()), write),
        Medium::Text | Medium::Binary => buffered(file, write),
    }
}

fn buffered(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    write(&mut out)?;
    out.flush()
}

/// A file that is removed unless it was renamed.
struct Unfinished(PathBuf);

impl Unfinished {
    fn beside(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self(path.with_file_name(format!(".{name}.{}.unfinished", std::process::id())))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}
