//! Plugins to test with: C sources that are compiled in the test.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{Run, claimlist};

/// What stands in the article of [`Folder`].
const ARTICLE: &str =
    "Sales rose by 12% in 2024, to 900 cars. Mayor Ann Lee said that 120% of voters approve.\n";

/// A folder of its own, with an article and the plugins that a test builds.
#[derive(Debug)]
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with the article `a.txt`.
    ///
    /// # Panics
    /// Where it cannot be made; so do all functions here where a test cannot go on.
    #[must_use]
    pub fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder can be made"));
        folder.write("a.txt", ARTICLE);
        folder
    }

    /// The path of a file in it.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file in it, whose folders are made.
    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("folders can be made");
        std::fs::write(&path, contents).expect("files can be written");
        path
    }

    /// Builds `plugins/misbehaving.c` with these definitions (`("AT_CHECK", "abort();")`) as `name`.
    #[must_use]
    pub fn misbehaving(&self, name: &str, definitions: &[(&str, &str)]) -> PathBuf {
        let definitions: Vec<_> =
            definitions.iter().map(|(macro_name, value)| format!("-D{macro_name}={value}")).collect();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("plugins/misbehaving.c");
        self.c_library(name, &source, &definitions)
    }

    /// Compiles a C source to the shared library `name`.
    #[must_use]
    pub fn c_library(&self, name: &str, source: &Path, options: &[String]) -> PathBuf {
        let library = self.path(name);
        let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
        let output = Command::new(&compiler)
            .args(["-std=gnu11", "-shared", "-fPIC", "-I", HEADERS])
            .args(options)
            .arg(source)
            .arg("-o")
            .arg(&library)
            .output()
            .unwrap_or_else(|error| panic!("{compiler} does not start ({error}): Rust links with it, too"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        library
    }

    /// Checks the article with this plugin, as JSON.
    #[must_use]
    pub fn check(&self, plugin: &Path, args: &[&str]) -> Checked {
        let mut command = self.command();
        command.args(["check", "a.txt", "--format", "json", "--plugin"]).arg(plugin).args(args);
        Checked::from(crate::finish(command.output()))
    }

    /// The checklist of the article without any plugin.
    #[must_use]
    pub fn check_alone(&self) -> Checked {
        Checked::from(crate::finish(self.command().args(["check", "a.txt", "--format", "json"]).output()))
    }

    /// The program, run in this folder, with plugins and configuration of its own.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = claimlist();
        command
            .current_dir(self.0.path())
            .env("CLAIMLIST_DATA_DIR", self.path("data"))
            .env("CLAIMLIST_CONFIG_DIR", self.path("config"));
        command
    }

    /// Runs the program in this folder.
    #[must_use]
    pub fn run(&self, args: &[&str]) -> Run {
        crate::finish(self.command().args(args).output())
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

/// The folder of the header for plugins in C.
pub const HEADERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/claimlist-plugin/include");

/// A checklist as JSON, with how the run ended.
#[derive(Debug)]
pub struct Checked {
    /// The exit status.
    pub status: i32,
    /// The checklist.
    pub checklist: Value,
    /// Standard error.
    pub stderr: String,
}

impl From<Run> for Checked {
    fn from(run: Run) -> Self {
        let checklist = serde_json::from_str(&run.stdout)
            .unwrap_or_else(|error| panic!("no checklist ({error}): {}{}", run.stdout, run.stderr));
        Self { status: run.status, checklist, stderr: run.stderr }
    }
}

impl Checked {
    /// The texts of the hints that the plugins gave, those on the whole article first.
    #[must_use]
    pub fn hints(&self) -> Vec<String> {
        let document = &self.checklist["documents"][0];
        let claims = document["claims"].as_array().into_iter().flatten().map(|claim| &claim["hints"]);
        std::iter::once(&document["hints"])
            .chain(claims)
            .filter_map(Value::as_array)
            .flatten()
            .filter(|hint| hint["from"].as_str().is_some_and(|from| from.starts_with("plugin ")))
            .filter_map(|hint| hint["text"].as_str().map(str::to_owned))
            .collect()
    }

    /// The checklist without what plugins added.
    #[must_use]
    pub fn rest(&self) -> Value {
        let mut documents = self.checklist["documents"].clone();
        for document in documents.as_array_mut().into_iter().flatten() {
            document.as_object_mut().expect("a document is an object").remove("hints");
            for claim in document["claims"].as_array_mut().into_iter().flatten() {
                if let Some(hints) = claim["hints"].as_array_mut() {
                    hints.retain(|hint| {
                        !hint["from"].as_str().is_some_and(|from| from.starts_with("plugin "))
                    });
                }
            }
        }
        documents
    }
}
