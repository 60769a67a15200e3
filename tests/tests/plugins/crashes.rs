//! Plugins that die, hang or fail at an article: the checklist is printed with everything else in it.

use std::time::{Duration, Instant};

use claimlist_tests::plugins::Folder;

use super::fails;

/// Runs into the end of the stack, in a way that no compiler makes a loop of.
const RECURSE: &str = "static volatile int depth; \
    static int recurse(int n) { volatile char frame[4096]; frame[n % 4096] = 1; depth++; return recurse(n + 1) + frame[depth % 4096]; }";

#[test]
fn however_it_dies_the_rest_is_printed() {
    let folder = Folder::new();
    for (at_check, message) in [
        ("abort();", "its process ended by an abort (SIGABRT)"),
        (
            "*(volatile int *)8 = 1;",
            "its process ended by a bad memory access (SIGSEGV), such as a stack overflow",
        ),
        ("depth = recurse(0);", "its process ended by "),
        ("exit(0);", "it ended its process with exit status 0"),
        ("_exit(7);", "it ended its process with exit status 7"),
        ("raise(SIGKILL);", "its process ended by being killed (SIGKILL), perhaps for want of memory"),
        (
            "for (;;) memset(malloc(1 << 24), 1, 1 << 24);",
            "its process ended by a bad memory access (SIGSEGV)",
        ),
        ("raise(SIGFPE);", "its process ended by an arithmetic fault (SIGFPE)"),
        ("__builtin_trap();", "its process ended by "),
        // A debug build aborts when it finds its file closed, a release build ends with an error.
        ("for (int n = 3; n < 256; n++) close(n);", "it"),
    ] {
        let library = folder.misbehaving("deadly.so", &[("AT_FILE", RECURSE), ("AT_CHECK", at_check)]);
        let checked = fails(&folder, &library, &[], &format!("a.txt: plugin misbehaving: {message}"));
        assert!(checked.stderr.contains("; it gave no hints on this article"), "{}", checked.stderr);
        assert_eq!(checked.hints(), [""; 0]);
    }
}

#[test]
fn an_endless_loop_and_a_stopped_process_are_ended_in_time() {
    let folder = Folder::new();
    for at_check in ["for (;;) { }", "raise(SIGSTOP);"] {
        let library = folder.misbehaving("endless.so", &[("AT_CHECK", at_check)]);
        let started = Instant::now();
        let message = "a.txt: plugin misbehaving: it gave no answer for 0.5 seconds and was ended";
        let checked = fails(&folder, &library, &["--plugin-timeout", "0.5"], message);
        assert_eq!(checked.hints(), [""; 0]);
        assert!(started.elapsed() < Duration::from_secs(8), "{at_check}");
    }
}

#[test]
fn it_is_started_again_once_and_then_no_more() {
    let folder = Folder::new();
    let library = folder.misbehaving("deadly.so", &[("AT_CHECK", "abort();")]);
    for name in ["b.txt", "c.txt", "d.txt"] {
        folder.write(name, std::fs::read(folder.path("a.txt")).unwrap());
    }
    let checked = folder.check(&library, &["b.txt", "c.txt", "d.txt", "--jobs", "1"]);
    let lines: Vec<_> = checked.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(lines.len(), 2, "{}", checked.stderr);
    assert!(lines[0].starts_with("error: a.txt: ") && lines[0].ends_with("it gave no hints on this article"));
    assert!(
        lines[1].starts_with("error: b.txt: ") && lines[1].ends_with("it is not used any more in this run")
    );
    assert_eq!(checked.checklist["documents"].as_array().unwrap().len(), 4);
    assert_eq!(checked.status, 3);
}

#[test]
fn it_goes_on_after_one_article_that_kills_it() {
    let folder = Folder::new();
    folder.write("b.txt", "Boom. Sales rose by 3% in 2020.\n");
    folder.write("c.txt", "Sales rose by 4% in 2020.\n");
    let at_check = "if (memmem(batch->document->text.ptr, batch->document->text.len, \"Boom\", 4)) abort();";
    let library = folder.misbehaving("choosy.so", &[("AT_FILE", MEMMEM), ("AT_CHECK", at_check)]);
    let checked = folder.check(&library, &["b.txt", "c.txt", "--jobs", "1"]);
    assert!(checked.stderr.contains("error: b.txt: plugin misbehaving: its process ended by an abort"));
    let ran = |index: usize| checked.checklist["documents"][index].to_string().contains("It ran.");
    assert_eq!((ran(0), ran(1), ran(2)), (true, false, true));
    assert_eq!(checked.status, 3);
}

const MEMMEM: &str = "extern void *memmem(const void *, size_t, const void *, size_t);";

#[test]
fn a_failure_keeps_the_hints_given_before_it() {
    let folder = Folder::new();
    for (at_check, message) in [
        (
            "host->fail(host->ctx, str(\"the feed is empty\")); return CL_ERROR;",
            "a.txt: plugin misbehaving: the feed is empty",
        ),
        (
            "host->fail(host->ctx, str(\"it panicked: oh\")); return CL_PANIC;",
            "it panicked: oh; it is not used any more in this run",
        ),
        ("return 99;", "it failed with code 99 and does not say why"),
    ] {
        let library = folder.misbehaving("failing.so", &[("AT_CHECK", at_check)]);
        for isolation in ["process", "none"] {
            let checked = fails(&folder, &library, &["--plugin-isolation", isolation], message);
            assert_eq!(checked.hints(), ["It ran."], "{message}");
        }
    }
}
