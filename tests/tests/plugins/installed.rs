//! Plugins that the user installed: private copies, used by their names, as long as they are what was installed.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use claimlist_tests::plugins::{Checked, Folder};

/// A folder in which the plugin `misbehaving` is installed, and the file of its private copy.
fn installed(folder: &Folder, definitions: &[(&str, &str)]) -> PathBuf {
    let library = folder.misbehaving("fresh.so", definitions);
    let run = folder.run(&["plugin", "install", &library.display().to_string()]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("misbehaving 1.0.0 is installed, sha256 "), "{}", run.stdout);
    fs::remove_file(library).unwrap();
    let files: Vec<_> =
        fs::read_dir(folder.path("data/plugins")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    files.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "so")).unwrap()
}

fn by_name(folder: &Folder) -> Checked {
    folder.check("misbehaving".as_ref(), &[])
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[test]
fn an_installed_plugin_is_used_by_its_name_from_a_private_copy() {
    let folder = Folder::new();
    let copy = installed(&folder, &[]);
    assert_eq!(by_name(&folder).hints(), ["It ran."]);
    let lock = folder.path("data/plugins/plugins.lock");
    assert_eq!((mode(copy.parent().unwrap()), mode(&copy), mode(&lock)), (0o700, 0o400, 0o600));
    let lock = fs::read_to_string(lock).unwrap();
    for key in
        ["name = \"misbehaving\"", "version = \"1.0.0\"", "sha256 = ", "size = ", "source = ", "date = "]
    {
        assert!(lock.contains(key), "{key}: {lock}");
    }
    let hash = copy.file_stem().unwrap().to_str().unwrap();
    assert!(lock.contains(hash), "{lock}");
    let list = folder.run(&["plugin", "list"]);
    assert!(list.stdout.starts_with("misbehaving 1.0.0  ok "), "{}", list.stdout);
    let pinned = folder.check(format!("misbehaving@sha256:{hash}").as_ref(), &[]);
    assert_eq!(pinned.hints(), ["It ran."]);
    let other = folder.check(format!("misbehaving@sha256:{}", "0".repeat(64)).as_ref(), &[]);
    assert_eq!((other.status, other.hints().len()), (3, 0));
    assert!(other.stderr.contains(&format!("--plugin misbehaving@sha256:{hash}")), "{}", other.stderr);
}

#[test]
fn a_changed_file_is_refused_with_both_hashes_until_it_is_accepted() {
    let folder = Folder::new();
    let copy = installed(&folder, &[]);
    let trace = folder.path("trace");
    let at_load = format!("fclose(fopen(\"{}\", \"w\"));", trace.display());
    let other = folder.misbehaving("other.so", &[("AT_LOAD", &at_load)]);
    fs::rename(other, &copy).unwrap();
    let checked = by_name(&folder);
    assert_eq!((checked.status, checked.hints().len()), (3, 0));
    assert!(!trace.exists(), "it ran");
    let old = copy.file_stem().unwrap().to_str().unwrap();
    assert!(checked.stderr.contains(&format!("sha256 {old} was expected, sha256 ")), "{}", checked.stderr);
    let list = folder.run(&["plugin", "list"]);
    assert!(list.status == 1 && list.stdout.contains("misbehaving 1.0.0  REFUSED"), "{}", list.stdout);
    // What the message says to run accepts it.
    let accept = checked.stderr.split("if you trust the new file: claimlist ").nth(1).unwrap().trim();
    let run = folder.run(&accept.split(' ').collect::<Vec<_>>());
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains(&format!("in place of misbehaving 1.0.0, sha256 {old}")), "{}", run.stdout);
    assert_eq!(by_name(&folder).hints(), ["It ran."]);
    assert!(!copy.exists(), "the old file stays");
}

#[test]
fn a_missing_file_is_told_with_the_command_that_brings_it_back() {
    let folder = Folder::new();
    let copy = installed(&folder, &[]);
    fs::remove_file(&copy).unwrap();
    let checked = by_name(&folder);
    assert_eq!((checked.status, checked.hints().len()), (3, 0));
    let hash = copy.file_stem().unwrap().to_str().unwrap();
    let message = format!(
        "its file is gone: sha256 {hash} was installed, none is there; to install it again: claimlist plugin install "
    );
    assert!(checked.stderr.contains(&message), "{}", checked.stderr);
    assert_eq!(checked.rest(), folder.check_alone().rest());
}

#[test]
fn what_is_removed_is_gone() {
    let folder = Folder::new();
    let copy = installed(&folder, &[]);
    let run = folder.run(&["plugin", "remove", "misbehaving"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "misbehaving 1.0.0 is removed.\n"));
    assert!(!copy.exists());
    let checked = by_name(&folder);
    assert_eq!(checked.status, 3);
    assert!(
        checked.stderr.contains("misbehaving: this plugin is not used: no plugin of this name is installed")
    );
    assert_eq!(folder.run(&["plugin", "remove", "misbehaving"]).status, 2);
    assert!(folder.run(&["plugin", "list"]).stdout.contains("No plugin is installed"));
}

#[test]
fn a_lock_that_others_may_change_or_that_is_damaged_is_refused() {
    let folder = Folder::new();
    let _ = installed(&folder, &[]);
    let lock = folder.path("data/plugins/plugins.lock");
    fs::set_permissions(&lock, Permissions::from_mode(0o666)).unwrap();
    assert!(by_name(&folder).stderr.contains("plugins.lock: others may change it"));
    fs::set_permissions(&lock, Permissions::from_mode(0o600)).unwrap();
    fs::write(&lock, "[[plugin]]\nname = 3\n").unwrap();
    let checked = by_name(&folder);
    assert!(checked.stderr.contains("plugins.lock: it is damaged"), "{}", checked.stderr);
    assert_eq!((checked.status, checked.hints().len()), (3, 0));
}

#[test]
fn the_configuration_names_it_and_gives_it_its_settings() {
    let folder = Folder::new();
    let at_create = "kept = strndup(config.ptr, config.len);";
    let at_check = "give(host, 0, str(\"settings\"), str(kept), 0);";
    let definitions = [("AT_FILE", "static char *kept;"), ("AT_CREATE", at_create), ("AT_CHECK", at_check)];
    let _ = installed(&folder, &definitions);
    let check = |config: &str| {
        folder.write("claimlist.toml", config);
        let run = folder.run(&["check", "a.txt", "--format", "json"]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{config}");
        Checked::from(run).hints()
    };
    assert_eq!(
        check("[plugins.misbehaving.settings]\nfeed = \"a.json\"\nlimit = 3\n"),
        ["It ran.", "{\"feed\":\"a.json\",\"limit\":3}"]
    );
    assert_eq!(check("[plugins.misbehaving]\nenabled = false\n"), [""; 0]);
    // A file given on the command line stands in for it, with the same settings.
    folder.write("claimlist.toml", "[plugins.misbehaving.settings]\nlimit = 4\n");
    let other = folder.misbehaving("other.so", &definitions);
    let checked = folder.check(&other, &[]);
    assert_eq!((checked.status, checked.hints()), (0, vec!["It ran.".into(), "{\"limit\":4}".into()]));
}

#[test]
fn an_optional_plugin_may_fail() {
    let folder = Folder::new();
    let _ = installed(&folder, &[("AT_CHECK", "abort();")]);
    folder.write(
        "claimlist.toml",
        "[plugins.misbehaving]\noptional = true\n[plugins.other]\noptional = true\n",
    );
    let checked = Checked::from(folder.run(&["check", "a.txt", "--format", "json"]));
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    assert!(
        checked
            .stderr
            .contains("warning: other: this plugin is not used: no plugin of this name is installed")
    );
    assert!(checked.stderr.contains("warning: a.txt: plugin misbehaving: its process ended by an abort"));
}
