//! `claimlist.toml`: where it is found, what it changes, what it can never do, and what its faults look like.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::path::Path;

use claimlist_tests::{Run, claimlist};
use tempfile::TempDir;

const ARTICLE: &str = "The council spent 2.5% of GDP on roads, the mayor said. \"We are late,\" she said.\n";

/// A folder with a user's configuration in `user`, a project in `project` and an article in `project/drafts`.
fn world(project: &str, user: &str) -> TempDir {
    let world = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = world.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("project/drafts/a.txt", ARTICLE);
    write("project/claimlist.toml", project);
    write("user/claimlist.toml", user);
    world
}

fn run_in(world: &Path, args: &[&str]) -> Run {
    let output = claimlist()
        .current_dir(world.join("project/drafts"))
        .env("CLAIMLIST_CONFIG_DIR", world.join("user"))
        .args(args)
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Kinds of the claims shown and ids of the rules that give hints.
fn checked(world: &TempDir, args: &[&str]) -> (Vec<String>, Vec<String>) {
    let run = run_in(world.path(), &[&["check", "a.txt", "--format", "json"], args].concat());
    assert_eq!(run.status, 0, "{run:?}");
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let claims = json["documents"][0]["claims"].as_array().unwrap();
    let kinds = claims.iter().map(|claim| claim["kind"].as_str().unwrap().to_owned()).collect();
    let hints = claims.iter().flat_map(|claim| claim["hints"].as_array().unwrap());
    (kinds, hints.map(|hint| format!("{} {}", hint["from"], hint["priority"])).collect())
}

#[test]
fn a_projects_file_is_found_above_the_article_and_the_command_line_overrules_it() {
    let world =
        world("[check]\nkinds = [\"quantity\"]\n", "[check]\nkinds = [\"quote\"]\nsort = \"worth\"\n");
    assert!(checked(&world, &[]).0.iter().all(|kind| kind == "quantity"));
    assert!(checked(&world, &["--kind", "quote"]).0.iter().all(|kind| kind == "quote"));
    assert!(checked(&world, &["--no-config"]).0.len() > 2);
    let other = world.path().join("user/claimlist.toml").display().to_string();
    assert!(checked(&world, &["--config", &other]).0.iter().all(|kind| kind == "quote"));
}

#[test]
fn rules_are_added_disabled_and_changed() {
    let pack = "[pack]\nid = \"desk\"\ntitle = \"Desk\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n[[rule]]\nid = \"roads\"\n\
                title = \"Roads\"\npriority = \"low\"\ntags = [\"x\"]\nwhen = { kind = \"quantity\" }\nhint = \"Ask the roads office.\"\n\
                match = [\"It cost £2m.\"]\nskip = [\"It rained.\"]\n";
    let world = world(
        "[rules]\npaths = [\"desk.toml\"]\ndisable = [\"quotes\"]\n[rules.override.\"economy/share-of-gdp\"]\npriority = \"low\"\n",
        "",
    );
    fs::write(world.path().join("project/desk.toml"), pack).unwrap();
    let (_, hints) = checked(&world, &[]);
    assert!(hints.contains(&"\"rule desk/roads\" \"low\"".to_owned()), "{hints:?}");
    assert!(hints.contains(&"\"rule economy/share-of-gdp\" \"low\"".to_owned()), "{hints:?}");
    assert!(!hints.iter().any(|hint| hint.starts_with("\"rule quotes/")), "{hints:?}");
    let (_, hints) = checked(&world, &["--no-config"]);
    assert!(hints.iter().any(|hint| hint.starts_with("\"rule quotes/")), "{hints:?}");
}

#[test]
fn a_fault_is_shown_with_its_line_and_nothing_is_checked() {
    for (toml, line, remedy) in [
        ("[check]\n\nkind = [\"quote\"]\n", ":3:1", "did you mean `kinds`?"),
        ("[rules]\nregion = \"Britain\"\n", ":2:10", "give two small letters"),
        ("[plugins.evil]\npath = \"./evil.so\"\n", ":2:1", "a configuration cannot load code"),
        ("[worth]\nmodel = \"none.bin\"\n", ":2:9", "claimlist-eval train"),
        ("[worth]\nmodel = \"../project/claimlist.toml\"\n", ":2:9", "this is no worth model"),
        ("[worth.kinds]\nquotes = 1\n", ":2:1", "did you mean `quote`?"),
        ("[worth.phrases]\nroads = 50\n", ":2:9", "give a number from -5 to 5"),
        ("[worth.tags]\nnonsense = 1\n", ":2:1", "no rule has the tag `nonsense`"),
        ("[check]\ntags = [\"money\", \"nonsense\"]\n", ":2:18", "no rule has the tag `nonsense`"),
        ("[check]\nfail-on = [\"low\"]\n", ":2:12", "allowed: conflict, high"),
        ("[rules]\ndisable = [\"no/such-rule\"]\n", ":2:12", "no rule and no pack `no/such-rule`"),
        (
            "[rules.override.\"no/such-rule\"]\npriority = \"low\"\n",
            ":1:17",
            "no rule and no pack `no/such-rule`",
        ),
        (
            "[rules.override.\"economy/share-of-gdp\"]\nhint = \"Ask {nobody}.\"\n",
            ":2:13",
            "unknown slot `{nobody}`",
        ),
    ] {
        let run = run_in(world(toml, "").path(), &["check", "a.txt"]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{toml}: {run:?}");
        assert!(run.stderr.contains(line) && run.stderr.contains(remedy), "{toml}: {}", run.stderr);
    }
}

#[test]
fn all_faults_of_a_file_are_shown() {
    let toml = "[rules]\nregion = \"Britain\"\n[check]\nkind = [\"quote\"]\ntop = \"nine\"\n";
    let run = run_in(world(toml, "").path(), &["check", "a.txt"]);
    for line in ["claimlist.toml:2:10", "claimlist.toml:4:1", "claimlist.toml:5:7"] {
        assert!(run.stderr.contains(line), "{line}: {}", run.stderr);
    }
}

#[test]
fn tags_and_what_makes_a_run_fail_can_be_set() {
    let world =
        world("[check]\ntags = [\"economy\"]\nfail-on = [\"high\"]\n", "[check]\nfail-on = [\"conflict\"]\n");
    let hints = |args: &[&str]| {
        let run = run_in(world.path(), &[&["check", "a.txt", "--format", "json"], args].concat());
        let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let claims = json["documents"][0]["claims"].as_array().unwrap().clone();
        let from = |claim: &serde_json::Value| {
            claim["hints"]
                .as_array()
                .unwrap()
                .iter()
                .any(|hint| hint["from"].as_str().unwrap().contains("economy/"))
        };
        (run.status, !claims.is_empty() && claims.iter().all(from))
    };
    assert_eq!(hints(&[]), (1, true));
    assert_eq!(hints(&["--fail-on", "conflict"]), (0, true));
    assert_eq!(hints(&["--no-config"]), (0, false));
    let run = run_in(world.path(), &["config", "a.txt"]);
    assert!(
        run.stdout.contains("check.tags = [\"economy\"]")
            && run.stdout.contains("check.fail-on = [\"high\"]"),
        "{run:?}"
    );
}

#[test]
fn config_shows_each_setting_and_where_it_comes_from() {
    let world = world("[check]\ntop = 7\n", "[check]\ntop = 5\n[rules]\nregion = \"uk\"\n");
    let run = run_in(world.path(), &["config", "a.txt"]);
    assert_eq!(run.status, 0, "{run:?}");
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[0].starts_with("rules.region = \"uk\"") && lines[0].ends_with("user/claimlist.toml"),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("check.top = 7") && lines[1].ends_with("project/claimlist.toml"),
        "{lines:?}"
    );
}

/// The worth of the claims of a kind.
fn worth(world: &TempDir, kind: &str) -> f64 {
    let run = run_in(world.path(), &["check", "a.txt", "--format", "json", "--kind", kind]);
    assert_eq!(run.status, 0, "{run:?}");
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    json["documents"][0]["claims"][0]["worth"].as_f64().unwrap()
}

#[test]
fn a_desk_boosts_kinds_tags_and_phrases_and_may_have_its_own_model() {
    let plain = world("", "");
    for (toml, kind, up) in [
        ("[worth.kinds]\nquote = 2\n", "quote", true),
        ("[worth.kinds]\nquote = -2\n", "quote", false),
        ("[worth.tags]\neconomy = 2\n", "quantity", true),
        ("[worth.phrases]\n\"GDP on roads\" = -1.5\n", "quantity", false),
    ] {
        let (before, after) = (worth(&plain, kind), worth(&world(toml, ""), kind));
        assert!(if up { after > before } else { after < before }, "{toml} {before} {after}");
    }
    assert_eq!(worth(&plain, "quote"), worth(&world("[worth.tags]\neconomy = 2\n", ""), "quote"));

    let own = world("[worth]\nmodel = \"../desk.bin\"\n", "");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/claimlist-core/model/worth.bin");
    let mut model = fs::read(shipped).unwrap();
    // Another base: every sentence is worth a check.
    model[16..20].copy_from_slice(&6.0_f32.to_le_bytes());
    fs::write(own.path().join("desk.bin"), model).unwrap();
    assert!(worth(&own, "quote") > worth(&plain, "quote"));
    let run = run_in(own.path(), &["config", "a.txt"]);
    assert!(run.stdout.starts_with("worth.model = \"../desk.bin\""), "{run:?}");
    // What `inspect` says of a sentence is by the same model.
    let sentence = |world: &TempDir, arguments: &[&str]| {
        let run = run_in(world.path(), &[&["inspect", "a.txt", "--format", "json"], arguments].concat());
        assert_eq!(run.status, 0, "{run:?}");
        let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        json["sentences"][0]["worth"].as_f64().unwrap()
    };
    assert!(sentence(&own, &[]) > sentence(&plain, &[]));
    assert_eq!(sentence(&own, &["--no-config"]), sentence(&plain, &[]));
}
