//! A plugin in child processes: started when needed, given articles, watched, ended.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::library::Library;
use super::wire::{self, Answer, Article, Info, Reply, Request};
use super::{Failure, Limits, LogSink, Spec};

/// How long the child may take to end once it was told to.
const GRACE: Duration = Duration::from_millis(500);

/// The longest line of a plugin's own output that is shown, in bytes.
const LONGEST_LINE: u64 = 4096;

/// A plugin that runs in child processes, as many as there are articles checked at once.
pub(super) struct Pool {
    path: String,
    sha256: [u8; 32],
    settings: Arc<BTreeMap<String, String>>,
    limits: Limits,
    log: LogSink,
    pub(super) info: Info,
    idle: Mutex<Vec<Running>>,
    deaths: Mutex<u32>,
}

/// A child process with a loaded plugin.
struct Running {
    child: Child,
    stdin: ChildStdin,
    replies: Receiver<Reply>,
}

/// Why a child gave no answer.
enum Lost {
    /// It ended, or was ended for taking too long: why.
    Died(String),
    /// The article could not be sent.
    Unsent(String),
}

impl Pool {
    /// Starts a first child, to see that the plugin loads and takes its configuration.
    pub(super) fn start(
        library: &Library,
        spec: &Spec,
        limits: Limits,
        log: LogSink,
    ) -> Result<Self, String> {
        let path = std::path::absolute(&library.path).map_err(|error| error.to_string())?;
        let path = path.to_str().ok_or("its path is not UTF-8: move it to another place")?.to_owned();
        let mut pool = Self {
            path,
            sha256: library.hash.0,
            settings: Arc::clone(&spec.settings),
            limits,
            log,
            info: Info {
                name: library.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                version: String::new(),
                author: String::new(),
                description: String::new(),
            },
            idle: Mutex::default(),
            deaths: Mutex::default(),
        };
        let (running, info) = pool.spawn()?;
        pool.info = info;
        pool.idle = Mutex::new(vec![running]);
        Ok(pool)
    }

    /// Gives an article to an idle child, or to a new one.
    pub(super) fn check(&self, article: &Article<'_>) -> Result<Answer, Failure> {
        if *lock(&self.deaths) > 1 {
            return Err(Failure::Disabled);
        }
        let idle = lock(&self.idle).pop();
        let mut running = match idle {
            Some(running) => running,
            None => self.spawn().map_err(|why| self.death(why))?.0,
        };
        match self.ask(&mut running, article) {
            Ok(answer) => {
                lock(&self.idle).push(running);
                Ok(answer)
            }
            Err(Lost::Unsent(why)) => Err(Failure::Article(why)),
            Err(Lost::Died(why)) => Err(self.death(why)),
        }
    }

    /// Ends its use for the rest of the run.
    pub(super) fn disable(&self) {
        *lock(&self.deaths) = u32::MAX;
        lock(&self.idle).clear();
    }

    /// Counts a death: the first is forgiven, the second is the last.
    fn death(&self, why: String) -> Failure {
        let mut deaths = lock(&self.deaths);
        *deaths = deaths.saturating_add(1);
        if *deaths == 1 { Failure::Article(why) } else { Failure::Last(why) }
    }

    fn spawn(&self) -> Result<(Running, Info), String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut child = Command::new(program)
            .arg(super::CHILD_COMMAND)
            .env_clear()
            .current_dir(Path::new("/"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("its process does not start: {error}"))?;
        let (Some(stdin), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err("its process has no pipes".to_owned());
        };
        let (log, name) = (Arc::clone(&self.log), self.info.name.clone());
        thread::spawn(move || show_output(stderr, &name, &log));
        let mut running = Running { child, stdin, replies: replies(stdout) };
        let request = Request::Load {
            path: &self.path,
            sha256: self.sha256,
            settings: Cow::Borrowed(&self.settings),
            memory: self.limits.memory,
        };
        // A child that is gone already tells why by its exit status.
        let _ = wire::send(&mut running.stdin, &request);
        match self.reply(&mut running) {
            Ok(Reply::Ready(info)) => Ok((running, info)),
            Ok(Reply::Refused(why)) => Err(why),
            Ok(_) => Err("it answers what it was not asked".to_owned()),
            Err(why) => Err(why),
        }
    }

    fn ask(&self, running: &mut Running, article: &Article<'_>) -> Result<Answer, Lost> {
        // postcard writes the request's variant before the article: a borrowed article is enough.
        let request = RequestRef::Check(article);
        // Of a child that is gone, the wait for its reply tells why.
        if let Err(error) = wire::send(&mut running.stdin, &request)
            && error.kind() != std::io::ErrorKind::BrokenPipe
        {
            return Err(Lost::Unsent(error.to_string()));
        }
        match self.reply(running) {
            Ok(Reply::Answer(answer)) => Ok(answer),
            Ok(_) => {
                let _ = running.child.kill();
                Err(Lost::Died("it answers what it was not asked".to_owned()))
            }
            Err(why) => Err(Lost::Died(why)),
        }
    }

    /// The child's next reply; messages to the log are passed on.
    fn reply(&self, running: &mut Running) -> Result<Reply, String> {
        let deadline = Instant::now() + self.limits.timeout;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match running.replies.recv_timeout(left) {
                Ok(Reply::Log(level, text)) => (self.log)(&self.info.name, level, &text),
                Ok(reply) => return Ok(reply),
                Err(RecvTimeoutError::Timeout) => {
                    let _ = running.child.kill();
                    let _ = running.child.wait();
                    return Err(format!(
                        "it gave no answer for {} seconds and was ended",
                        self.limits.timeout.as_secs_f64()
                    ));
                }
                Err(RecvTimeoutError::Disconnected) => return Err(ended(&mut running.child)),
            }
        }
    }
}

/// [`Request`] with a borrowed article; written as the same bytes.
#[derive(serde::Serialize)]
enum RequestRef<'r, 'a> {
    #[expect(dead_code, reason = "keeps the numbers of the variants those of `Request`")]
    Load,
    Check(&'r Article<'a>),
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ended rather than asked: a plugin that does not want to go would keep the program waiting. The system frees what it held.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A thread that reads the child's replies: reading a pipe cannot be given a time limit, waiting for a thread can.
fn replies(mut stdout: impl Read + Send + 'static) -> Receiver<Reply> {
    let (sender, receiver) = sync_channel(64);
    thread::spawn(move || {
        let mut buffer = Vec::new();
        while let Ok(Some(bytes)) = wire::receive(&mut stdout, &mut buffer) {
            let Ok(reply) = wire::decode(bytes) else { return };
            if sender.send(reply).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Shows what a plugin prints, line by line, with its name.
fn show_output(stderr: impl Read, name: &str, log: &LogSink) {
    let mut lines = BufReader::new(stderr);
    let mut line = Vec::new();
    loop {
        line.clear();
        match lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) => log(name, 1, String::from_utf8_lossy(&line).trim_end()),
        }
    }
}

/// How a child ended.
fn ended(child: &mut Child) -> String {
    let deadline = Instant::now() + GRACE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return in_words(status),
            Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(2)),
            _ => {
                // It closed its pipe and lives on.
                let _ = child.kill();
                let _ = child.wait();
                return "it closed its connection".to_owned();
            }
        }
    }
}

fn in_words(status: ExitStatus) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;

        if let Some(signal) = status.signal() {
            let what = match signal {
                4 => "an illegal instruction (SIGILL)",
                6 => "an abort (SIGABRT)",
                7 | 10 => "a bus error (SIGBUS)",
                8 => "an arithmetic fault (SIGFPE)",
                9 => "being killed (SIGKILL), perhaps for want of memory",
                11 => "a bad memory access (SIGSEGV), such as a stack overflow",
                signal => return format!("its process ended by signal {signal}"),
            };
            return format!("its process ended by {what}");
        }
    }
    match status.code() {
        Some(code) => format!("it ended its process with exit status {code}"),
        None => "its process ended".to_owned(),
    }
}

/// A lock that a panic elsewhere does not spoil: what it guards is whole after every statement.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
