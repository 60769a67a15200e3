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

#![allow(unsafe_code, reason = "the border to native code: each block says why it is sound")]

mod article;
mod child;
mod library;
mod loaded;
mod process;
mod sink;
mod wire;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use claimlist_plugin::abi;

use crate::{Claim, Document, Finding, Hint, Priority, Sentence, Source};
pub use child::serve;
pub use library::{Hash, Library, LibraryError};
pub use wire::Info;
use wire::{Answer, Article, GivenHint};

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
    /// Address space in bytes.
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
    InProcess { info: Info, loaded: Mutex<Option<loaded::Loaded>>, log: LogSink },
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
        let mut plugins: Vec<Plugin> = Vec::new();
        let mut faults = Vec::new();
        for spec in specs {
            let mut fault = |message: String| {
                let plugin = spec.path.display().to_string();
                faults.push(PluginFault { plugin, message, optional: spec.optional });
            };
            match Plugin::start(spec, isolation, limits, log) {
                Ok(plugin) => match plugins.iter().find(|other| other.name() == plugin.name()) {
                    Some(other) => fault(format!(
                        "it is called {} as {} is: name one of the two",
                        plugin.name(),
                        other.path.display()
                    )),
                    None => plugins.push(plugin),
                },
                Err(message) => fault(message),
            }
        }
        (Self { plugins }, faults)
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
        let runner = match isolation {
            Isolation::Process => {
                Runner::Process(process::Pool::start(&library, spec, limits, Arc::clone(log))?)
            }
            Isolation::None => {
                let file = spec.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut to_log = |level, text: String| log(&file, level, &text);
                let loaded = loaded::Loaded::new(&library, &spec.settings, false, &mut to_log)?;
                Runner::InProcess {
                    info: loaded.info().clone(),
                    loaded: Mutex::new(Some(loaded)),
                    log: Arc::clone(log),
                }
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
            faults.push(PluginFault { plugin: self.name().to_owned(), message, optional: self.optional });
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
            Self::InProcess { loaded, info, log } => {
                let mut loaded = loaded.lock().unwrap_or_else(PoisonError::into_inner);
                let loaded = loaded.as_mut().ok_or(Failure::Disabled)?;
                Ok(loaded.check(article, &mut |level, text| log(&info.name, level, &text)))
            }
        }
    }

    /// Ends its use for the rest of the run.
    fn disable(&self) {
        match self {
            Self::Process(pool) => pool.disable(),
            Self::InProcess { loaded, .. } => {
                drop(loaded.lock().unwrap_or_else(PoisonError::into_inner).take());
            }
        }
    }
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
        from: format!("plugin {plugin}/{}", given.check),
        priority,
        text: given.text,
        how: None,
        sources: Some(given.url).filter(|url| !url.is_empty()).map(source).into_iter().collect(),
        finding,
    }
}
