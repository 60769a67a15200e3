//! Articles that are named by their addresses, got from the network where `--fetch` asks for it.
//!
//! ```text
//! claimlist check https://example.org/roads.html --fetch
//! ```
//!
//! All that speaks to the network lies in this folder, behind the cargo feature `fetch`: without that, the program holds no such
//! code, and [`get`] says so.

#[cfg(feature = "fetch")]
mod address;
#[cfg(feature = "fetch")]
mod client;
#[cfg(feature = "fetch")]
mod fault;
#[cfg(feature = "fetch")]
mod guard;
#[cfg(feature = "fetch")]
mod public;

use std::num::NonZeroU16;
use std::path::Path;
use std::time::Duration;

use claimlist_input::Source;

use crate::args::parsed;

#[cfg(feature = "fetch")]
pub(crate) use client::get;

/// What is wanted of --fetch-timeout.
const SECONDS: &str = "give whole seconds from 1 to 65535, such as 30";

/// What `--fetch` allows.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct FetchOptions {
    /// Get articles that are given as addresses (https://...) from the network; without this, claimlist uses none. See
    /// docs/fetch.md.
    #[arg(long)]
    pub(crate) fetch: bool,
    /// Give up an address after so many seconds.
    #[arg(long, value_name = "SECONDS", requires = "fetch", default_value = "30", value_parser = parsed::<NonZeroU16>(SECONDS), allow_negative_numbers = true)]
    pub(crate) fetch_timeout: NonZeroU16,
}

impl FetchOptions {
    /// How long getting one article may take.
    pub(crate) fn timeout(&self) -> Duration {
        Duration::from_secs(self.fetch_timeout.get().into())
    }
}

impl Default for FetchOptions {
    fn default() -> Self {
        Self { fetch: false, fetch_timeout: NonZeroU16::MIN }
    }
}

/// What was got from an address.
#[derive(Debug)]
#[cfg_attr(not(feature = "fetch"), allow(dead_code, reason = "nothing is got without the network"))]
pub(crate) struct Page {
    /// Its bytes, with the encoding that the server names.
    pub(crate) source: Source,
    /// A file name that tells its format as the server or, where that says nothing, the address does.
    pub(crate) name: String,
    /// The address that it was found at, after redirects.
    pub(crate) url: String,
}

/// Whether a path on the command line is an address, such as `https://example.org/story`. Other schemes than http count: what
/// is wrong with them is better said of an address than of a file.
pub(crate) fn is_address(path: &Path) -> bool {
    // One letter is a drive of Windows.
    let scheme = path.to_str().and_then(|path| path.split_once("://")).map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// What the program says without its network code.
///
/// # Errors
/// Always.
#[cfg(not(feature = "fetch"))]
pub(crate) fn get(_: &str, _: Duration) -> Result<Page, String> {
    Err("this claimlist was built without network code (cargo feature fetch): save the page from a browser and give the file".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_paths() {
        for address in ["https://example.org/a", "HTTP://example.org", "ftp://example.org/a.txt", "file:///a"]
        {
            assert!(is_address(Path::new(address)), "{address}");
        }
        for path in ["a.txt", "https", "C://a.txt", "a/b://c", "://", "-", "1a://b"] {
            assert!(!is_address(Path::new(path)), "{path}");
        }
    }
}
