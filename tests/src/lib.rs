//! End-to-end tests of the claimlist program: what they need to run it.
//!
//! ```no_run
//! let run = claimlist_tests::run(&["check", "--top", "3", "article.txt"]);
//! assert_eq!(run.status, 0, "{}", run.stderr);
//! ```

#[cfg(feature = "browser")]
pub mod browser;
pub mod plugins;
pub mod server;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// What came of a run of the program.
#[derive(Debug)]
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs the program, with nothing on its standard input.
#[must_use]
pub fn run(args: &[&str]) -> Run {
    finish(claimlist().args(args).stdin(Stdio::null()).output())
}

/// Runs the program with this on its standard input.
///
/// # Panics
/// When the program does not start.
#[must_use]
pub fn run_with(input: &[u8], args: &[&str]) -> Run {
    let mut command = claimlist();
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    let input = input.to_vec();
    // In a thread: a program that answers while it reads must not wait for us while we write.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let run = finish(child.wait_with_output());
    writer.join().expect("the input is written or refused");
    run
}

/// The program, to be given arguments. It runs in an environment without colours.
#[must_use]
pub fn claimlist() -> Command {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let mut command = Command::new(PROGRAM.get_or_init(build));
    // No configuration of whoever runs the tests.
    command.env("CLAIMLIST_CONFIG_DIR", articles());
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("TERM", "xterm");
    command
}

/// The folder of the articles to test with, seen from where the program runs in tests.
#[must_use]
pub fn articles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("articles")
}

/// Builds the program in the profile of this test and gives back where it is. Cargo tells a test of its own package's
/// programs only; this one is another package's, and may not be built yet or be of yesterday.
fn build() -> PathBuf {
    cargo_build(&["--package", "claimlist", "--bin", "claimlist"])
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("cargo builds the program")
}

/// Builds a plugin that ships with the program, such as `calendar`, and gives back its library.
///
/// # Panics
/// When it does not build.
#[must_use]
pub fn shipped_plugin(name: &str) -> PathBuf {
    let package = format!("claimlist-plugin-{name}");
    let target = package.replace('-', "_");
    cargo_build(&["--package", &package, "--lib"])
        .filter(|message| message["target"]["name"] == target.as_str())
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .find(|file| file.extension().is_some_and(|extension| extension == std::env::consts::DLL_EXTENSION))
        .expect("cargo builds the plugin as a library that can be loaded")
}

/// Runs `cargo build` in the profile of this test; its messages.
fn cargo_build(args: &[&str]) -> impl Iterator<Item = serde_json::Value> + use<> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--message-format", "json", "--profile", &profile()])
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    let built = String::from_utf8(output.stdout).expect("cargo writes JSON");
    let messages: Vec<_> = built.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    messages.into_iter()
}

/// The profile that this test was built in: the folder in `target` in which its program lies.
fn profile() -> String {
    let test = std::env::current_exe().expect("a test has a path");
    match test.ancestors().nth(2).and_then(Path::file_name).and_then(|name| name.to_str()) {
        None | Some("debug") => "dev".to_owned(),
        Some(profile) => profile.to_owned(),
    }
}

fn finish(output: std::io::Result<Output>) -> Run {
    let output = output.expect("the program runs");
    Run {
        status: output.status.code().expect("the program is not killed"),
        stdout: String::from_utf8(output.stdout).expect("the output is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}
