//! How a plugin is made and tried, as its author does it: from an empty folder, without a network.

use std::path::{Path, PathBuf};
use std::process::Command;

use claimlist_tests::Run;
use claimlist_tests::plugins::Folder;

/// The article with a round number, of which the new plugins say something.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("a.txt", "The town bought 4,000 trees in 2024.\n");
    folder
}

/// Makes and builds a plugin; gives back where it is.
fn built(folder: &Folder, name: &str, language: &str) -> PathBuf {
    let run = folder.run(&["plugin", "new", name, "--lang", language]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let output =
        folder.command().args(["plugin", "build", name]).env("CARGO_NET_OFFLINE", "true").output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && !error.contains("warning"), "{error}");
    let path = String::from_utf8(output.stdout).unwrap();
    assert!(error.ends_with(&format!("Next: claimlist plugin check {path}")), "{error}");
    path.trim_end().into()
}

fn trials(folder: &Folder, library: &Path) -> Run {
    folder.run(&["plugin", "check", &library.display().to_string()])
}

#[test]
fn a_new_plugin_builds_passes_all_trials_and_gives_hints() {
    for (name, language) in [("round-numbers", "rust"), ("round-c", "c")] {
        let folder = folder();
        let library = built(&folder, name, language);
        let run = trials(&folder, &library);
        assert_eq!(run.status, 0, "{}", run.stdout);
        assert!(run.stdout.ends_with("\n13 trials: 13 passed\n"), "{}", run.stdout);
        assert_eq!(
            folder.check(&library, &[]).hints(),
            ["4,000 trees is a round number: ask for the exact figure."]
        );
        let again = folder.run(&["plugin", "new", name]);
        assert_eq!(again.status, 2);
        assert!(
            again.stderr.contains(&format!("{name} exists: give the plugin another name")),
            "{}",
            again.stderr
        );
        let info = folder.run(&["plugin", "info", &library.display().to_string()]);
        assert!(info.stdout.starts_with(&format!("{name} 0.1.0: Says of round numbers")), "{}", info.stdout);
    }
}

#[test]
fn the_example_in_c_builds_without_its_header_beside_it() {
    let folder = Folder::new();
    folder.write("c-example/plugin.c", include_str!("../../../plugins/c-example/plugin.c"));
    let run = folder.run(&["plugin", "build", "c-example"]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "./c-example/build/libc_example.so\n"),
        "{}",
        run.stderr
    );
    let checked = folder.check("./c-example/build/libc_example.so".as_ref(), &[]);
    assert_eq!(checked.hints(), ["120% of voters is more than there is."]);
    assert_eq!(trials(&folder, "./c-example/build/libc_example.so".as_ref()).status, 0);
}

#[test]
fn the_tests_of_a_new_plugin_pass() {
    let folder = folder();
    assert_eq!(folder.run(&["plugin", "new", "round-numbers"]).status, 0);
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--quiet"])
        .current_dir(folder.path("round-numbers"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("2 passed"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn what_cannot_be_made_or_built_is_told_with_the_remedy() {
    let folder = folder();
    for (name, remedy) in [
        ("Round Numbers", "use up to 64 small letters, digits and hyphens"),
        ("../escape", "is no name for a plugin"),
        ("test", "give the plugin another name, such as my-test"),
    ] {
        let run = folder.run(&["plugin", "new", name]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(remedy), "{}", run.stderr);
    }
    let run = folder.run(&["plugin", "build"]);
    assert!(run.status == 2 && run.stderr.contains("neither a Cargo.toml nor C sources"), "{}", run.stderr);
    folder.write("broken/plugin.c", "int x = ;\n");
    let run = folder.run(&["plugin", "build", "broken"]);
    assert!(run.status == 2 && run.stderr.contains("did not build the plugin"), "{}", run.stderr);
    folder.write("plain/Cargo.toml", "[package]\nname = \"plain\"\nedition = \"2024\"\n[workspace]\n");
    folder.write("plain/src/lib.rs", "");
    let run = folder.run(&["plugin", "build", "plain"]);
    assert!(
        run.status == 2 && run.stderr.contains("write crate-type = [\"cdylib\", \"rlib\"]"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_trials_find_what_is_wrong() {
    let folder = folder();
    for (at_check, failed) in [
        (
            "if (!batch->claim_count) abort();",
            "takes an article without text and claims: its process ended by an abort",
        ),
        (
            "for (size_t i = 0; i < batch->claim_count; i++) if (batch->claims[i].text.len > 1 << 20) abort();",
            "walks claims, facts and sentences by their strides: its process ended by an abort",
        ),
        (
            "for (int i = 0; i < 9; i++) give(host, 0, str(\"a\"), str(\"x\"), 0);",
            "stops when it is told to: it gave 9 more hints",
        ),
        (
            "static int n; char t[9]; sprintf(t, \"%d\", n++); give(host, 0, str(\"a\"), str(t), 0);",
            "gives the same hints on the same article again: it gave others the second time",
        ),
        (
            "if (batch->claim_count > 5000) for (;;) sleep(9);",
            "takes 10,000 claims: it gave no answer for 1 seconds and was ended",
        ),
    ] {
        let library = folder.misbehaving("odd.so", &[("AT_CHECK", at_check)]);
        let run = folder.run(&["plugin", "check", &library.display().to_string(), "--timeout", "1"]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(run.stdout.contains(&format!("FAILED   {failed}")), "{failed}: {}", run.stdout);
    }
    let text = folder.path("a.txt");
    let run = trials(&folder, &text);
    assert!(run.status == 1 && run.stdout.contains("FAILED   is a shared library"), "{}", run.stdout);
    let needy = "if (!config.len) { host->fail(host->ctx, str(\"no feed\")); return CL_ERROR; }";
    let library = folder.misbehaving("needy.so", &[("AT_CREATE", needy)]);
    let run = trials(&folder, &library);
    assert!(run.stdout.contains("takes its configuration: create: no feed"), "{}", run.stdout);
    assert!(run.stdout.contains("give it the settings that it needs: --settings"), "{}", run.stdout);
}
