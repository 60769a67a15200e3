//! What a plugin may be and do, through the built program: files that are none, plugins that misbehave, plugins that are
//! installed, and how one is made.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

mod commands;
mod crashes;
mod descriptor;
mod files;
mod hints;
mod hostile;
mod installed;
mod rust;

use std::path::Path;

use claimlist_tests::plugins::{Checked, Folder};

/// Checks the article with this plugin, which fails: the message is shown, the exit status is 3, and the checklist has
/// everything but its hints.
fn fails(folder: &Folder, plugin: &Path, args: &[&str], message: &str) -> Checked {
    let checked = folder.check(plugin, args);
    assert!(checked.stderr.contains(message), "{message:?} is missing:\n{}", checked.stderr);
    assert_eq!(checked.status, 3, "{message}: {}", checked.stderr);
    assert!(!checked.checklist["problems"].as_array().unwrap().is_empty(), "{message}");
    assert_eq!(checked.rest(), folder.check_alone().rest(), "{message}");
    checked
}

/// The same, and it gave no hints.
fn is_refused(folder: &Folder, plugin: &Path, message: &str) {
    assert_eq!(fails(folder, plugin, &[], message).hints(), [""; 0], "{message}");
}
