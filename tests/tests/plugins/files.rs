//! Files that are no plugins: each is refused in its own words, before any of it runs.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use claimlist_tests::plugins::Folder;

use super::is_refused;

/// A plugin that leaves a trace when any of it runs.
fn traced(folder: &Folder) -> Vec<u8> {
    let trace = folder.path("trace");
    let at_load = format!("fclose(fopen(\"{}\", \"w\"));", trace.display());
    let library = folder.misbehaving("traced.so", &[("AT_LOAD", &at_load)]);
    assert_eq!(folder.check(&library, &[]).hints(), ["It ran."]);
    fs::remove_file(trace).unwrap();
    fs::read(library).unwrap()
}

#[test]
fn what_is_no_file() {
    let folder = Folder::new();
    is_refused(
        &folder,
        &folder.path("missing.so"),
        "missing.so: this plugin is not used: there is no such file",
    );
    is_refused(&folder, &folder.path("."), "it is a folder: name the shared library in it");
    let pipe = folder.path("pipe.so");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    is_refused(&folder, &pipe, "it is no file but a pipe, socket or device");
    is_refused(&folder, "/dev/null".as_ref(), "it is no file but a pipe, socket or device");
}

#[test]
fn a_link_is_refused_with_what_it_leads_to() {
    let folder = Folder::new();
    let library = folder.misbehaving("real.so", &[]);
    symlink(&library, folder.path("link.so")).unwrap();
    let real = library.canonicalize().unwrap();
    let message = format!("it is a link; name the file itself: {}", real.display());
    is_refused(&folder, &folder.path("link.so"), &message);
    symlink("nowhere", folder.path("lost.so")).unwrap();
    is_refused(&folder, &folder.path("lost.so"), "it is a link that leads nowhere");
}

#[test]
fn bytes_that_are_no_library_for_this_machine_never_run() {
    let folder = Folder::new();
    let library = traced(&folder);
    let mut other_processor = library.clone();
    // e_machine of an ELF header: SPARC.
    other_processor[18] = 2;
    let mut program = library.clone();
    // e_type: relocatable.
    program[16] = 1;
    let cut = library.len() / 3;
    for (name, bytes, message) in [
        ("empty.so", &b""[..], "it is empty"),
        ("text.so", b"#!/bin/sh\necho hello\n", "it is no shared library but text"),
        (
            "picture.so",
            b"\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0\0",
            "it is no shared library but a file of some other kind",
        ),
        ("lib.rlib", b"!<arch>\n/               0", "it is a static library, such as Rust's .rlib"),
        ("cut.so", &library[..cut], "it is a shared library that is cut off or damaged"),
        ("header.so", &library[..64], "it is a shared library that is cut off or damaged"),
        ("sparc.so", &other_processor, "it is built for another kind of processor"),
        ("object.so", &program, "it is no shared library but a program or object file"),
    ] {
        is_refused(&folder, &folder.write(name, bytes), message);
        assert!(!folder.path("trace").exists(), "{name} ran");
    }
}

#[test]
fn a_file_that_others_may_change_is_refused() {
    let folder = Folder::new();
    let library = folder.misbehaving("open.so", &[]);
    fs::set_permissions(&library, Permissions::from_mode(0o757)).unwrap();
    is_refused(&folder, &library, "others may change it: take their right to write away (chmod go-w)");
    fs::set_permissions(&library, Permissions::from_mode(0o755)).unwrap();
    let nested = folder.write("shared/private/open.so", fs::read(&library).unwrap());
    fs::set_permissions(folder.path("shared"), Permissions::from_mode(0o777)).unwrap();
    let shared = folder.path("shared").canonicalize().unwrap();
    is_refused(&folder, &nested, &format!("others may change its folder {}", shared.display()));
    // Nobody can rename what is another's where the sticky bit is set.
    fs::set_permissions(folder.path("shared"), Permissions::from_mode(0o1777)).unwrap();
    assert_eq!(folder.check(&nested, &[]).hints(), ["It ran."]);
}

#[test]
fn a_pinned_file_has_to_be_the_one() {
    let folder = Folder::new();
    let library = folder.misbehaving("pinned.so", &[]);
    let wrong = "0".repeat(64);
    let pinned = format!("{}@sha256:{wrong}", library.display());
    let checked = folder.check(pinned.as_ref(), &[]);
    assert_eq!((checked.status, checked.hints().len()), (3, 0));
    assert!(checked.stderr.contains(&format!("sha256 {wrong} was expected")), "{}", checked.stderr);
    // What the message says to write works.
    let accept = checked.stderr.split("--plugin ").nth(1).unwrap().trim();
    assert_eq!(folder.check(accept.as_ref(), &[]).hints(), ["It ran."]);
}

#[test]
fn entry_points_of_others_are_refused_by_name() {
    let folder = Folder::new();
    let trace = folder.path("trace");
    let at_load = format!("fclose(fopen(\"{}\", \"w\"));", trace.display());
    for (entry, message) in [
        (
            "other_entry",
            "it is a shared library but no claimlist plugin: it does not export claimlist_plugin_v1",
        ),
        (
            "claimlist_plugin_v2",
            "it is made for version 2 of the plugin interface, and this claimlist speaks version 1",
        ),
    ] {
        let library = folder.misbehaving("entry.so", &[("ENTRY", entry), ("AT_LOAD", &at_load)]);
        is_refused(&folder, &library, message);
        assert!(!trace.exists(), "{entry} ran");
    }
}

#[test]
fn what_the_loader_misses_is_told_before_the_first_article() {
    let folder = Folder::new();
    let library = folder.misbehaving(
        "undefined.so",
        &[("AT_FILE", "extern int missing_function(void);"), ("AT_DESTROY", "missing_function();")],
    );
    is_refused(&folder, &library, "the system does not load it: undefined symbol: missing_function");
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[test]
fn a_newer_c_library_is_told_by_its_version() {
    let folder = Folder::new();
    let library = folder.misbehaving("newer.so", &[("AT_CHECK", "puts(\"x\");")]);
    let mut bytes = fs::read(library).unwrap();
    let version = b"GLIBC_2.";
    let at: Vec<_> = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(version)).collect();
    assert!(!at.is_empty());
    for at in at {
        bytes[at + 6] = b'9';
    }
    is_refused(&folder, &folder.write("newest.so", bytes), "version `GLIBC_9.");
}
