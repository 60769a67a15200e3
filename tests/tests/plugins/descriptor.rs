//! Plugins that load but do not say properly what they are, or refuse to start.

use claimlist_tests::plugins::Folder;

use super::{fails, is_refused};

#[test]
fn nonsense_descriptors_are_refused() {
    let folder = Folder::new();
    let cases: [(&[(&str, &str)], &str); 9] = [
        (&[("AT_ENTRY", "return NULL;")], "it gives no descriptor"),
        (&[("SIZE", "8")], "its descriptor is shorter or longer than it can be"),
        (&[("SIZE", "0xfffffff0u")], "its descriptor is shorter or longer than it can be"),
        (&[("MAJOR", "7")], "its descriptor is of version 7 of the plugin interface, not 1"),
        (&[("CHECK", "NULL")], "its descriptor lacks create, check or destroy"),
        (&[("NAME", "\"My Plugin\"")], "its name \"My Plugin\" is not of a-z, 0-9 and -"),
        (&[("NAME", "\"\"")], "its name \"\" is not of a-z, 0-9 and -"),
        (&[("NAME", "\"\\xff\"")], "its name is not UTF-8"),
        (
            &[(
                "AT_ENTRY",
                "static cl_plugin wild; wild = plugin; wild.version.ptr = (char *)8; return &wild;",
            )],
            "bad memory access (SIGSEGV)",
        ),
    ];
    for (definitions, message) in cases {
        is_refused(&folder, &folder.misbehaving("descriptor.so", definitions), message);
    }
}

#[test]
fn a_plugin_that_does_not_start_is_left_out_with_its_reason() {
    let folder = Folder::new();
    for (at_create, message) in [
        (
            "host->fail(host->ctx, str(\"no \\\"feed\\\" is configured\")); return CL_ERROR;",
            "this plugin is not used: no \"feed\" is configured",
        ),
        ("return CL_ERROR;", "it failed with code 1 and does not say why"),
        ("return CL_PANIC;", "it panicked"),
        ("return 77;", "it failed with code 77 and does not say why"),
        ("abort();", "its process ended by an abort (SIGABRT)"),
    ] {
        is_refused(&folder, &folder.misbehaving("create.so", &[("AT_CREATE", at_create)]), message);
    }
}

#[test]
fn one_that_is_silent_at_the_start_is_not_waited_for() {
    let folder = Folder::new();
    for place in ["AT_LOAD", "AT_ENTRY", "AT_CREATE"] {
        let library = folder.misbehaving("silent.so", &[(place, "for (;;) sleep(1);")]);
        let checked = fails(
            &folder,
            &library,
            &["--plugin-timeout", "0.5"],
            "this plugin is not used: it gave no answer for 0.5 seconds and was ended",
        );
        assert_eq!(checked.hints(), [""; 0], "{place}");
    }
}

#[test]
fn two_plugins_with_one_name_are_both_named() {
    let folder = Folder::new();
    let one = folder.misbehaving("one.so", &[]);
    let other = folder.misbehaving("other.so", &[]);
    let checked = folder.check(&one, &["--plugin", &other.display().to_string()]);
    assert_eq!(checked.status, 3);
    let message = format!(
        "{}: this plugin is not used: it is called misbehaving as {} is: name one of the two",
        other.display(),
        one.display()
    );
    assert!(checked.stderr.contains(&message), "{}", checked.stderr);
    assert_eq!(checked.hints(), ["It ran."]);
}

#[test]
fn the_environment_of_the_program_does_not_reach_a_plugin() {
    let folder = Folder::new();
    let look = "char text[4096]; int end = snprintf(text, 4096, \"%s \", getcwd(text + 100, 3000)); \
                end += snprintf(text + end, 99, \"%s\", getenv(\"HOME\") ? getenv(\"HOME\") : \"homeless\"); \
                give(host, 0, str(\"look\"), str(text), 0);";
    let library = folder.misbehaving("look.so", &[("AT_CHECK", look)]);
    assert_eq!(folder.check(&library, &[]).hints(), ["It ran.", "/ homeless"]);
}
