//! Plugins in Rust, however they are compiled, and what their panics come to.

use std::path::PathBuf;

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
            std::fs::remove_file(folder.path("claimlist.toml")).unwrap();
        }
    }
    let library = built(&folder, &[("PANIC", "abort")]);
    assert_eq!(folder.check(&library, &[]).hints(), ["It ran."]);
    let refused = "this plugin is not used: it is built with panic = \"abort\"";
    fails(&folder, &library, &["--plugin-isolation", "none"], refused);
    folder.write("claimlist.toml", "[plugins.panics.settings]\npanic = true\n");
    fails(&folder, &library, &[], "a.txt: plugin panics: its process ended by an abort (SIGABRT)");
}
