//! Plugins whose hints cannot be shown, and plugins that print where they should give hints.

use claimlist_tests::plugins::Folder;

use super::fails;

#[test]
fn a_hint_that_is_none_is_refused_and_the_others_are_kept() {
    let folder = Folder::new();
    for (hint, why) in [
        ("give(host, 9999, str(\"a\"), str(\"x\"), 0)", "it is about claim 9999, and the article has"),
        (
            "give(host, 0, str(\"Not A Name\"), str(\"x\"), 0)",
            "the name of its check is not of a-z, 0-9 and -",
        ),
        ("give(host, 0, str(\"a\"), str(\"\\xff\\xfe\"), 0)", "its text is not UTF-8"),
        ("give(host, 0, str(\"a\"), str(\"  \"), 0)", "it has no text"),
        (
            "give(host, 0, str(\"a\"), (cl_str){malloc(4097), 4097}, 0)",
            "its text has 4097 bytes, more than 4096",
        ),
        (
            "give(host, 0, str(\"a\"), (cl_str){(char *)8, SIZE_MAX}, 0)",
            "its text has 18446744073709551615 bytes",
        ),
        ("give(host, 0, str(\"a\"), (cl_str){NULL, 5}, 0)", "its text is not UTF-8"),
        ("give(host, 0, str(\"a\"), str(\"x\"), 3)", "its priority 3 or finding 0 is none"),
        ("host->hint(host->ctx, NULL)", "it is shorter than a hint of version 1.0"),
        (
            "cl_hint old = {.struct_size = 16}; host->hint(host->ctx, &old)",
            "it is shorter than a hint of version 1.0",
        ),
    ] {
        let library = folder.misbehaving("hint.so", &[("AT_CHECK", &format!("{hint};"))]);
        let message = format!("plugin misbehaving: 1 of its hints were refused, the first because {why}");
        assert_eq!(fails(&folder, &library, &[], &message).hints(), ["It ran."], "{hint}");
        let in_process = fails(&folder, &library, &["--plugin-isolation", "none"], &message);
        assert_eq!(in_process.hints(), ["It ran."], "{hint}");
    }
}

#[test]
fn after_a_hundred_refusals_it_is_told_to_stop() {
    let folder = Folder::new();
    let at_check =
        "int n = 0; while (give(host, 77, str(\"a\"), str(\"x\"), 0) != CL_HINT_STOP && n < 5000) n++;";
    let library = folder.misbehaving("stubborn.so", &[("AT_CHECK", at_check)]);
    let checked = fails(&folder, &library, &[], "101 of its hints were refused");
    assert_eq!(checked.hints(), ["It ran."]);
}

#[test]
fn ten_million_hints_are_cut_off() {
    let folder = Folder::new();
    let at_check = "for (int n = 0; n < 10000000; n++) give(host, 0, str(\"flood\"), str(\"x\"), 0);";
    let library = folder.misbehaving("flood.so", &[("AT_CHECK", at_check)]);
    let checked = folder.check(&library, &[]);
    let claims = checked.checklist["documents"][0]["claims"].as_array().unwrap().len();
    assert_eq!((checked.status, checked.hints().len()), (0, 16 * claims + 64), "{}", checked.stderr);
}

#[test]
fn what_a_plugin_prints_is_shown_with_its_name_and_never_in_the_checklist() {
    let folder = Folder::new();
    let at_check = "printf(\"to stdout \\x1b[2J\\n\"); fflush(stdout); fprintf(stderr, \"to stderr\\n\"); \
                    int c = getchar(); if (c != EOF) abort();";
    let library =
        folder.misbehaving("chatty.so", &[("AT_CHECK", at_check), ("AT_LOAD", "puts(\"at once\");")]);
    let checked = folder.check(&library, &[]);
    assert_eq!((checked.status, checked.hints()), (0, vec!["It ran.".to_owned()]), "{}", checked.stderr);
    assert!(checked.stderr.contains("plugin misbehaving: to stdout \u{fffd}[2J\n"), "{}", checked.stderr);
    assert!(checked.stderr.contains("plugin misbehaving: to stderr\n"), "{}", checked.stderr);
    assert!(checked.stderr.contains("at once"), "{}", checked.stderr);
}

#[test]
fn a_flood_of_messages_is_cut_off() {
    let folder = Folder::new();
    let at_check = "for (int n = 0; n < 20000; n++) host->log(host->ctx, CL_WARN, str(\"again\"));";
    let library = folder.misbehaving("flood.so", &[("AT_CHECK", at_check)]);
    let checked = folder.check(&library, &[]);
    assert_eq!((checked.status, checked.hints().len()), (0, 1));
    assert!(checked.stderr.ends_with("it says more than is shown: the rest is left out\n"));
    assert_eq!(checked.stderr.matches("again").count(), 1000);
}

#[test]
fn an_instance_is_ended_before_its_process_is() {
    let folder = Folder::new();
    let end = format!("fclose(fopen(\"{}\", \"w\"));", folder.path("ended").display());
    let library = folder.misbehaving("tidy.so", &[("AT_DESTROY", &end)]);
    for isolation in ["process", "none"] {
        assert_eq!(folder.check(&library, &["--plugin-isolation", isolation]).status, 0);
        std::fs::remove_file(folder.path("ended")).unwrap_or_else(|error| panic!("{isolation}: {error}"));
    }
}
