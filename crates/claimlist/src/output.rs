//! Where the checklist goes: standard output, or a file that is replaced in one step.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use anyhow::Context as _;

/// Width of a table that does not go to a terminal, in columns: the same whatever the window, so that runs compare.
pub(crate) const PIPED_WIDTH: usize = 100;

/// Writes to the file, or to standard output if there is none. Styles are left out where they do not belong.
///
/// # Errors
/// Those of writing. The file then stays what it was.
pub(crate) fn write_to(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let Some(path) = path else {
        let mut out = BufWriter::with_capacity(1 << 16, AutoStream::auto(io::stdout().lock()));
        write(&mut out)?;
        return Ok(out.flush()?);
    };
    replace(path, write).with_context(|| format!("cannot write {}", path.display()))
}

/// The columns that standard output has.
pub(crate) fn terminal_width() -> usize {
    terminal_size::terminal_size_of(io::stdout())
        .map_or(PIPED_WIDTH, |(width, _)| usize::from(width.0).max(40))
}

/// Writes beside the file and renames: who reads the file sees the old text or the new, never half of one. A device or
/// pipe (`/dev/null`) cannot be replaced, and is written to.
fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    if special {
        return write_file(File::options().write(true).open(path)?, write);
    }
    // Through a link, so that the link stays one.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let unfinished = Unfinished::beside(&path);
    write_file(File::create_new(&unfinished.0)?, write)?;
    fs::rename(&unfinished.0, &path)
}

fn write_file(file: File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let file = AutoStream::new(file, anstream::ColorChoice::global());
    let mut out = BufWriter::with_capacity(1 << 16, file);
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
