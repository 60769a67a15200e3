//! Nothing but the command line and the user's own installing loads code: not a project's configuration, not a rule file, not
//! what lies in the current folder.

use std::process::Command;

use claimlist_tests::plugins::Folder;

/// A folder full of libraries that leave a trace when they run, under every name that might be looked for.
fn trap() -> Folder {
    let folder = Folder::new();
    let at_load = format!("fclose(fopen(\"{}\", \"w\"));", folder.path("trace").display());
    let library =
        std::fs::read(folder.misbehaving("evil.so", &[("AT_LOAD", &at_load), ("NAME", "\"evil\"")])).unwrap();
    let hash = Command::new("sha256sum").arg(folder.path("evil.so")).output().unwrap();
    let hash = String::from_utf8(hash.stdout).unwrap()[..64].to_owned();
    let in_store = format!("{hash}.so");
    for name in ["evil", "libevil.so", "libc_example.so", "plugins/evil.so", "plugins/libevil.so", &in_store]
    {
        folder.write(name, &library);
    }
    folder.write(&format!("plugins/{in_store}"), &library);
    let lock = format!(
        "[[plugin]]\nname = \"evil\"\nversion = \"1\"\nsha256 = \"{hash}\"\nsize = {}\nsource = \"x\"\ndate = \"2025-01-01\"\n",
        library.len()
    );
    folder.write("plugins.lock", &lock);
    folder.write("plugins/plugins.lock", &lock);
    folder
}

/// Runs the program in the folder, where nothing of a plugin may run; gives back status and standard error.
fn run(folder: &Folder, args: &[&str]) -> (i32, String) {
    let mut command = folder.command();
    command
        .args(args)
        .env("LD_LIBRARY_PATH", folder.path("."))
        .env("CLAIMLIST_PLUGINS", folder.path("plugins"));
    let output = command.output().unwrap();
    assert!(!folder.path("trace").exists(), "a plugin ran: {args:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn the_trap_is_one() {
    let folder = trap();
    assert_eq!(folder.check("./evil.so".as_ref(), &[]).hints(), ["It ran."]);
    assert!(folder.path("trace").exists());
}

#[test]
fn a_name_never_leads_to_a_file() {
    let folder = trap();
    let (status, error) = run(&folder, &["check", "a.txt", "--plugin", "evil"]);
    assert_eq!(status, 3);
    assert!(error.contains("evil: this plugin is not used: no plugin of this name is installed"), "{error}");
    for name in ["evil.so", "libevil.so", ""] {
        let (status, error) = run(&folder, &["check", "a.txt", "--plugin", name]);
        assert_eq!(status, 2);
        assert!(error.contains(&format!("for the file in this folder give ./{name}")), "{error}");
    }
}

#[test]
fn a_configuration_cannot_load_code() {
    let folder = trap();
    for (config, status, message) in [
        ("[plugins.evil]\npath = \"./evil.so\"\n", 2, "path"),
        ("[plugins.evil]\n", 3, "evil: this plugin is not used: no plugin of this name is installed"),
        ("[plugins.\"./evil.so\"]\n", 3, "no plugin of this name is installed"),
        ("[plugins.\"../evil\"]\n", 3, "no plugin of this name is installed"),
        ("[plugins]\nfolder = \".\"\n", 2, "folder"),
        ("[plugin]\nevil = \"./evil.so\"\n", 2, "plugin"),
    ] {
        folder.write("claimlist.toml", config);
        let (found, error) = run(&folder, &["check", "a.txt"]);
        assert_eq!(found, status, "{config}: {error}");
        assert!(error.contains(message), "{config}: {error}");
    }
}

#[test]
fn a_rule_file_cannot_load_code() {
    let folder = trap();
    let pack = "[pack]\nid = \"x\"\ntitle = \"X\"\n";
    let rule = "[[rule]]\nid = \"y\"\ntitle = \"Y\"\nwhen = { kind = \"quantity\" }\nhint = \"Z\"\n";
    for rules in [
        format!("{pack}plugin = \"./evil.so\"\n{rule}"),
        format!("{pack}{rule}plugin = \"./evil.so\"\n"),
        format!("{pack}[plugins.evil]\n{rule}"),
        format!("{pack}[[rule]]\nid = \"y\"\ntitle = \"Y\"\nwhen = {{ plugin = \"evil\" }}\nhint = \"Z\"\n"),
    ] {
        folder.write("rules.toml", &rules);
        let (status, error) = run(&folder, &["check", "a.txt", "--rules", "rules.toml"]);
        assert_eq!(status, 2, "{rules}: {error}");
    }
}

#[test]
fn no_command_looks_into_the_current_folder() {
    let folder = trap();
    folder.write("b.txt", "plugin: ./evil.so\n<plugin src=\"./evil.so\">\n--plugin ./evil.so\n");
    for args in [
        &["check", "a.txt", "b.txt"][..],
        &["check", "."],
        &["inspect", "b.txt"],
        &["explain", "a.txt", "1"],
        &["plugin", "list"],
        &["plugin", "info", "evil"],
        &["plugin", "remove", "evil"],
        &["rules", "list"],
    ] {
        let (_, error) = run(&folder, args);
        assert!(!error.contains("plugin evil"), "{args:?}: {error}");
    }
}
