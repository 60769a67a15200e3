//! Plugins: shared libraries that get an article with all its claims and give hints back.
//!
//! By default a plugin runs in a child process of the program itself, which contains every crash and endless loop at about
//! 3 ms for its start and half a microsecond a claim; see [`Isolation`]. This contains faults. It is no sandbox: a plugin may
//! do whatever its user may.
//!
//! The rest of the program sees [`Plugins`]: started from [`Spec`]s, then applied to one article after the other, from any
//! number of threads.
//!
//! * `library`: a plugin's file, looked at before any of it runs
//! * `loaded`: the library in a process, called over the ABI
//! * `article`, `sink`: what goes over the border, there and back
//! * `child`, `process`, `wire`: the child process, its keeper, and what they say to each other
//! * `store`: the plugins that the user installed
//! * `trials`: what `claimlist plugin check` puts a plugin to

#![allow(unsafe_code, reason = "the border to native code: each block says why it is sound")]

mod article;
mod child;
mod library;
mod loaded;
mod process;
mod sink;
mod store;
mod trials;
mod wire;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use claimlist_plugin::abi;

use crate::{Claim, Document, Finding, Hint, Priority, Sentence, Source};
pub use child::serve;
pub use library::{Hash, Library, LibraryError};
pub use store::{Installed, Store};
pub use trials::TRIALS;
use wire::{Answer, Article, GivenHint};
pub use wire::{Info, Verdict};

/// The hidden command of the program that runs [`serve`].
pub const CHILD_COMMAND: &str = "plugin-host";

/// A plugin to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Its shared library.
    pub path: PathBuf,
    /// What the library has to hash to, if it is pinned.
    pub pin: Option<Hash>,
    /// The settings of all plugins, JSON objects by the plugins' names: the library tells its name only when it is loaded.
    pub settings: Arc<BTreeMap<String, String>>,
    /// Whether the run counts as done although it failed.
    pub optional: bool,
}

impl Spec {
    /// The settings of the plugin of this name; empty where it has none.
    fn config(&self, name: &str) -> &str {
        self.settings.get(name).map_or("", String::as_str)
    }
}

/// Where plugins run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Isolation {
    /// Each in child processes.
    #[default]
    Process,
    /// In the program's own process: faster, but a plugin's crash is the program's.
    None,
}

/// What a plugin's child process may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the start, and for each article.
    pub timeout: Duration,
    /// Address space in bytes, beyond what its process has taken before it is loaded.
    pub memory: u64,
}

impl Default for Limits {
    /// 10 seconds, 1 GiB.
    fn default() -> Self {
        Self { timeout: Duration::from_secs(10), memory: 1 << 30 }
    }
}

/// Takes messages of plugins for the user: the plugin's name, a level (0 debug, 1 information, 2 warning), the message.
pub type LogSink = Arc<dyn Fn(&str, u32, &str) + Send + Sync>;

/// Something that went wrong with a plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluginFault {
    /// Its name, or its file where that is not known.
    pub plugin: String,
    /// What happened and what follows.
    pub message: String,
    /// Whether the plugin is optional.
    pub optional: bool,
}

/// Why an article got no answer.
enum Failure {
    /// Something went wrong with this article; others will be tried.
    Article(String),
    /// Something went wrong once too often: the plugin is not used any more.
    Last(String),
    /// It was disabled earlier, and that was said then.
    Disabled,
}

/// The plugins of a run.
#[derive(Default)]
pub struct Plugins {
    plugins: Vec<Plugin>,
}

struct Plugin {
    path: PathBuf,
    optional: bool,
    runner: Runner,
}

enum Runner {
    Process(process::Pool),
    InProcess { info: Info, instance: Mutex<Option<loaded::Instance>>, log: LogSink },
}

impl std::fmt::Debug for Plugins {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.plugins.iter().map(|plugin| &plugin.runner.info().name)).finish()
    }
}

impl Plugins {
    /// Loads the plugins, in order. Those that cannot be used are left out, each with its fault.
    #[must_use]
    pub fn start(
        specs: &[Spec],
        isolation: Isolation,
        limits: Limits,
        log: &LogSink,
    ) -> (Self, Vec<PluginFault>) {
        let mut plugins = Self::default();
        let faults = plugins.add(specs, isolation, limits, log);
        (plugins, faults)
    }

    /// Loads more plugins behind those that there are.
    pub fn add(
        &mut self,
        specs: &[Spec],
        isolation: Isolation,
        limits: Limits,
        log: &LogSink,
    ) -> Vec<PluginFault> {
        let mut faults = Vec::new();
        for spec in specs {
            let mut fault = |message: String| {
                let plugin = spec.path.display().to_string();
                faults.push(PluginFault { plugin, message: printable(&message), optional: spec.optional });
            };
            match Plugin::start(spec, isolation, limits, log) {
                Ok(plugin) => match self.plugins.iter().find(|other| other.name() == plugin.name()) {
                    Some(other) => fault(format!(
                        "it is called {} as {} is: name one of the two",
                        plugin.name(),
                        other.path.display()
                    )),
                    None => self.plugins.push(plugin),
                },
                Err(message) => fault(message),
            }
        }
        faults
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plugins.is_empty()
    }

    /// What the plugins say of themselves, in their order.
    pub fn infos(&self) -> impl Iterator<Item = &Info> {
        self.plugins.iter().map(|plugin| plugin.runner.info())
    }

    /// Adds to each claim the hints of each plugin, plugin by plugin. Returns the hints on the article as a whole, and what
    /// went wrong; hints given before a fault stay.
    pub fn apply(
        &self,
        document: &Document,
        sentences: &[Sentence],
        claims: &mut [Claim],
    ) -> (Vec<Hint>, Vec<PluginFault>) {
        if self.plugins.is_empty() {
            return Default::default();
        }
        let mut all = Vec::new();
        let mut faults = Vec::new();
        {
            let article = Article::new(document, sentences, claims);
            for plugin in &self.plugins {
                plugin.check(&article, &mut all, &mut faults);
            }
        }
        let mut on_document = Vec::new();
        for (name, given) in all {
            let hints = match claims.get_mut(given.claim as usize) {
                Some(claim) => &mut claim.hints,
                None => &mut on_document,
            };
            hints.push(hint(name, given));
        }
        (on_document, faults)
    }
}

impl Drop for Plugins {
    /// Ends the instances in the reverse order of their making.
    fn drop(&mut self) {
        while let Some(plugin) = self.plugins.pop() {
            drop(plugin);
        }
    }
}

impl Plugin {
    fn start(spec: &Spec, isolation: Isolation, limits: Limits, log: &LogSink) -> Result<Self, String> {
        let library = Library::read(&spec.path).map_err(|error| error.what)?;
        let library = match spec.pin {
            Some(pin) => library.expect(pin).map_err(|error| error.what)?,
            None => library,
        };
        let log = measured(log);
        let runner = match isolation {
            Isolation::Process => Runner::Process(process::Pool::start(&library, spec, limits, log)?),
            Isolation::None => {
                let loaded = loaded::Loaded::new(&library, false)?;
                let mut to_log = |level, text: String| log(&loaded.info.name, level, &text);
                let instance = loaded.create(spec.config(&loaded.info.name), &mut to_log)?;
                Runner::InProcess { info: loaded.info, instance: Mutex::new(Some(instance)), log }
            }
        };
        Ok(Self { path: spec.path.clone(), optional: spec.optional, runner })
    }

    fn name(&self) -> &str {
        &self.runner.info().name
    }

    /// Lets the plugin check an article.
    fn check<'p>(
        &'p self,
        article: &Article<'_>,
        hints: &mut Vec<(&'p str, GivenHint)>,
        faults: &mut Vec<PluginFault>,
    ) {
        let mut fault = |message: String| {
            let (plugin, message) = (self.name().to_owned(), printable(&message));
            faults.push(PluginFault { plugin, message, optional: self.optional });
        };
        let answer = match self.runner.check(article) {
            Ok(answer) => answer,
            Err(Failure::Disabled) => return,
            Err(Failure::Article(why)) => return fault(format!("{why}; it gave no hints on this article")),
            Err(Failure::Last(why)) => return fault(format!("{why}; it is not used any more in this run")),
        };
        let claims = article.claims.len() as u32;
        // Checked once more: what comes from a child process comes from the plugin.
        let most = sink::most_hints(claims);
        let taken = answer.hints.into_iter().take(most).filter(|hint| sink::refusal(hint, claims).is_none());
        hints.extend(taken.map(|hint| (self.name(), hint)));
        if let Some(why) = answer.first_refusal {
            fault(format!("{} of its hints were refused, the first because {why}", answer.refused));
        }
        match answer.code {
            abi::OK | abi::STOPPED => {}
            abi::PANIC => {
                self.runner.disable();
                let why = loaded::failure(abi::PANIC, answer.failure);
                fault(format!("{why}; it is not used any more in this run"));
            }
            code => fault(loaded::failure(code, answer.failure)),
        }
    }
}

impl Runner {
    fn info(&self) -> &Info {
        match self {
            Self::Process(pool) => &pool.info,
            Self::InProcess { info, .. } => info,
        }
    }

    fn check(&self, article: &Article<'_>) -> Result<Answer, Failure> {
        match self {
            Self::Process(pool) => pool.check(article),
            Self::InProcess { instance, info, log } => {
                let mut instance = instance.lock().unwrap_or_else(PoisonError::into_inner);
                let instance = instance.as_mut().ok_or(Failure::Disabled)?;
                Ok(instance.check(article, &mut |level, text| log(&info.name, level, &text)))
            }
        }
    }

    /// Ends its use for the rest of the run.
    fn disable(&self) {
        match self {
            Self::Process(pool) => pool.disable(),
            Self::InProcess { instance, .. } => {
                drop(instance.lock().unwrap_or_else(PoisonError::into_inner).take());
            }
        }
    }
}

/// What a plugin says of itself. Its code runs, in a child process.
///
/// # Errors
/// Where it does not load, or its descriptor is nonsense.
pub fn describe(library: &Library, limits: Limits, log: &LogSink) -> Result<Info, String> {
    process::describe(library, limits, &measured(log)).map_err(|why| printable(&why))
}

/// Puts a plugin to one of the [`TRIALS`], by its number, in a child process of its own. A number behind the last fails.
#[must_use]
pub fn put_to_trial(library: &Library, trial: usize, config: &str, limits: Limits, log: &LogSink) -> Verdict {
    match process::try_in_child(library, trial as u32, config, limits, &measured(log)) {
        Verdict::Failed(why) => Verdict::Failed(printable(&why)),
        verdict => verdict,
    }
}

/// The longest message of a plugin that is shown, in bytes.
const LONGEST_MESSAGE: usize = 8192;

/// After so many messages of a plugin no more are shown.
const MOST_MESSAGES: u32 = 1000;

/// A log that shows as much of what a plugin says as a person can read, without what would steer their terminal.
fn measured(log: &LogSink) -> LogSink {
    let (log, shown) = (Arc::clone(log), AtomicU32::new(0));
    Arc::new(move |plugin, level, message| match shown.fetch_add(1, Ordering::Relaxed) {
        0..MOST_MESSAGES => log(&printable(plugin), level, &printable(message)),
        MOST_MESSAGES => log(&printable(plugin), 2, "it says more than is shown: the rest is left out"),
        // Stays above the limit however much it says.
        _ => drop(shown.fetch_sub(1, Ordering::Relaxed)),
    })
}

/// A plugin's words without control characters, cut to a length that a person reads.
fn printable(text: &str) -> String {
    let shown = |c: char| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c };
    text.char_indices().take_while(|(at, _)| *at < LONGEST_MESSAGE).map(|(_, c)| shown(c)).collect()
}

fn hint(plugin: &str, given: GivenHint) -> Hint {
    let priority = match given.priority {
        0 => Priority::Low,
        1 => Priority::Medium,
        _ => Priority::High,
    };
    let finding = match given.finding {
        1 => Some(Finding::Agrees),
        2 => Some(Finding::Conflicts),
        _ => None,
    };
    let source = |url: String| Source { title: format!("{plugin}: source"), url: Some(url) };
    Hint {
        from: format!("plugin {plugin}/{}", given.check).into(),
        priority,
        text: given.text,
        how: None,
        sources: Some(given.url).filter(|url| !url.is_empty()).map(source).into_iter().collect(),
        tags: Arc::default(),
        finding,
    }
}
