//! Plugins in Rust, however they are compiled, and what their panics come to.

use std::fs;
use std::path::{Path, PathBuf};

use claimlist_tests::plugins::Folder;

use super::fails;

const PLUGIN: &str = r#"
use claimlist_plugin::*;

struct Panics(bool);

impl Plugin for Panics {
    const METADATA: Metadata = cargo_metadata!();

    fn configure(config: &Config, _: &Log<'_>) -> Result<Self, Error> {
        Ok(Self(config.flag("panic")?.unwrap_or(false)))
    }

    fn check(&mut self, _: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) -> Result<(), Error> {
        let first = claims.get(0).ok_or("there is no claim")?;
        hints.add(&first, Priority::Low, "ran", "It ran.");
        if self.0 {
            panic!("on purpose, at {}", first.kind());
        }
        Ok(())
    }
}

export_plugin!(Panics);
"#;

/// The plugin built with these settings of the profile.
fn built(folder: &Folder, profile: &[(&str, &str)]) -> PathBuf {
    let name = profile.iter().map(|(_, value)| *value).collect::<String>();
    let mut command = folder.command();
    command.args(["plugin", "build", "panics"]).env("CARGO_NET_OFFLINE", "true");
    command.env("CARGO_TARGET_DIR", folder.path(&format!("target-{name}")));
    for (key, value) in profile {
        command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.path(String::from_utf8(output.stdout).unwrap().trim_end())
}

#[test]
fn whatever_it_is_compiled_with_it_works_and_its_panic_stays_its_own() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["plugin", "new", "panics"]).status, 0);
    folder.write("panics/src/lib.rs", PLUGIN);
    for profile in [&[][..], &[("OPT_LEVEL", "0")], &[("LTO", "fat"), ("CODEGEN_UNITS", "1")]] {
        let library = built(&folder, profile);
        for isolation in ["process", "none"] {
            let isolation = ["--plugin-isolation", isolation];
            let checked = folder.check(&library, &isolation);
            assert_eq!(
                (checked.status, checked.hints()),
                (0, vec!["It ran.".to_owned()]),
                "{}",
                checked.stderr
            );
            folder.write("claimlist.toml", "[plugins.panics.settings]\npanic = true\n");
            let message = "a.txt: plugin panics: it panicked: on purpose, at ";
            assert_eq!(fails(&folder, &library, &isolation, message).hints(), ["It ran."]);
            fs::remove_file(folder.path("claimlist.toml")).unwrap();
        }
    }
    let library = built(&folder, &[("PANIC", "abort")]);
    assert_eq!(folder.check(&library, &[]).hints(), ["It ran."]);
    let refused = "this plugin is not used: it is built with panic = \"abort\"";
    fails(&folder, &library, &["--plugin-isolation", "none"], refused);
    folder.write("claimlist.toml", "[plugins.panics.settings]\npanic = true\n");
    fails(&folder, &library, &[], "a.txt: plugin panics: its process ended by an abort (SIGABRT)");
}

/// The SDK and header of version 1.0, as they were.
const FROZEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/plugins/frozen-1.0");

#[test]
fn what_was_built_on_version_1_0_goes_on_to_work() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["plugin", "new", "panics"]).status, 0);
    folder.write("panics/src/lib.rs", PLUGIN);
    let sdk = folder.path("panics/vendor/claimlist-plugin/src");
    fs::remove_dir_all(&sdk).unwrap();
    fs::create_dir(&sdk).unwrap();
    for file in fs::read_dir(Path::new(FROZEN).join("src")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), sdk.join(file.file_name())).unwrap();
    }
    let in_c = folder.path("old.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("plugins/misbehaving.c");
    // Found before the header of today.
    fs::copy(&source, folder.path("old.c")).unwrap();
    fs::copy(Path::new(FROZEN).join("claimlist_plugin.h"), folder.path("claimlist_plugin.h")).unwrap();
    let _ = folder.c_library("old.so", &folder.path("old.c"), &[]);
    for library in [built(&folder, &[]), in_c] {
        for isolation in ["process", "none"] {
            let checked = folder.check(&library, &["--plugin-isolation", isolation]);
            assert_eq!(
                (checked.status, checked.hints()),
                (0, vec!["It ran.".to_owned()]),
                "{}",
                checked.stderr
            );
        }
        let trials = folder.run(&["plugin", "check", &library.display().to_string()]);
        // The plugin in Rust reports an article without claims as an error, and says so.
        let failed = trials.stdout.matches("FAILED").count();
        let told = trials.stdout.matches("check: there is no claim").count();
        assert_eq!(failed, told, "{}", trials.stdout);
    }
}
