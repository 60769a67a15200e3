//! A plugin in child processes: started when needed, given articles, watched, ended.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::library::Library;
use super::wire::{self, Answer, Article, Info, Reply, Request, Verdict};
use super::{Failure, Limits, LogSink, Spec};

/// How long the child may take to end once it was told to.
const GRACE: Duration = Duration::from_millis(500);

/// The longest line of a plugin's own output that is shown, in bytes.
const LONGEST_LINE: u64 = 4096;

/// A plugin that runs in child processes, as many as there are articles checked at once.
pub(super) struct Pool {
    path: String,
    sha256: [u8; 32],
    config: String,
    limits: Limits,
    log: LogSink,
    pub(super) info: Info,
    idle: Mutex<Vec<Running>>,
    deaths: Mutex<u32>,
}

/// A child process with a loaded plugin.
struct Running {
    child: Child,
    /// Until it is told to end.
    stdin: Option<ChildStdin>,
    replies: Receiver<Reply>,
    /// Closed when all that it printed was shown.
    printed: Receiver<()>,
    name: Name,
}

/// What a plugin is called in messages: by its file, until it tells its name.
#[derive(Clone)]
struct Name {
    file: String,
    told: Arc<OnceLock<String>>,
}

impl Name {
    fn get(&self) -> &str {
        self.told.get().unwrap_or(&self.file)
    }
}

/// What a child did that answered something else than it was asked for.
const OUT_OF_ORDER: &str = "it answers what it was not asked";

impl Pool {
    /// Starts a first child, to see that the plugin loads and takes its configuration.
    pub(super) fn start(
        library: &Library,
        spec: &Spec,
        limits: Limits,
        log: LogSink,
    ) -> Result<Self, String> {
        let mut pool = Self {
            path: path_of(library)?,
            sha256: library.hash.0,
            config: String::new(),
            limits,
            log,
            info: Info::default(),
            idle: Mutex::default(),
            deaths: Mutex::default(),
        };
        let (mut running, info) = Running::load(&pool.path, pool.sha256, limits, &pool.log)?;
        pool.config = spec.config(&info.name).to_owned();
        pool.create(&mut running)?;
        pool.info = info;
        pool.idle = Mutex::new(vec![running]);
        Ok(pool)
    }

    /// Gives an article to an idle child, or to a new one.
    pub(super) fn check(&self, article: &Article<'_>) -> Result<Answer, Failure> {
        if *lock(&self.deaths) > 1 {
            return Err(Failure::Disabled);
        }
        let mut message = Vec::new();
        wire::append(&mut message, &Request::Check)
            .and_then(|()| wire::append(&mut message, article))
            .map_err(|error| Failure::Article(error.to_string()))?;
        let idle = lock(&self.idle).pop();
        let mut running = match idle {
            Some(running) => running,
            None => self.spawn().map_err(|why| self.death(why))?,
        };
        match running.ask(&message, self.limits.timeout, &self.log) {
            Ok(Reply::Answer(answer)) => {
                lock(&self.idle).push(running);
                Ok(answer)
            }
            Ok(_) => Err(self.death(OUT_OF_ORDER.to_owned())),
            Err(why) => Err(self.death(why)),
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
        match *deaths {
            1 => Failure::Article(why),
            2 => Failure::Last(why),
            // Of children that died at the same time, one is told of.
            _ => Failure::Disabled,
        }
    }

    fn spawn(&self) -> Result<Running, String> {
        let (mut running, _) = Running::load(&self.path, self.sha256, self.limits, &self.log)?;
        self.create(&mut running)?;
        Ok(running)
    }

    fn create(&self, running: &mut Running) -> Result<(), String> {
        match running.request(&Request::Create(&self.config), self.limits.timeout, &self.log)? {
            Reply::Created => Ok(()),
            Reply::Refused(why) => Err(why),
            _ => Err(OUT_OF_ORDER.to_owned()),
        }
    }
}

impl Drop for Pool {
    /// Tells all to end before it waits for each.
    fn drop(&mut self) {
        for running in lock(&self.idle).iter_mut() {
            running.stdin = None;
        }
    }
}

/// What a plugin says of itself, asked in a child process; no instance is made.
pub(super) fn describe(library: &Library, limits: Limits, log: &LogSink) -> Result<Info, String> {
    Running::load(&path_of(library)?, library.hash.0, limits, log).map(|(_, info)| info)
}

/// Puts a plugin to a trial, in a child process of its own.
pub(super) fn try_in_child(
    library: &Library,
    trial: u32,
    config: &str,
    limits: Limits,
    log: &LogSink,
) -> Verdict {
    let tried = || {
        let (mut running, _) = Running::load(&path_of(library)?, library.hash.0, limits, log)?;
        running.request(&Request::Try { trial, config }, limits.timeout, log)
    };
    match tried() {
        Ok(Reply::Tried(verdict)) => verdict,
        Ok(_) => Verdict::Failed(OUT_OF_ORDER.to_owned()),
        Err(why) => Verdict::Failed(why),
    }
}

fn path_of(library: &Library) -> Result<String, String> {
    let path = std::path::absolute(&library.path).map_err(|error| error.to_string())?;
    Ok(path.to_str().ok_or("its path is not UTF-8: move it to another place")?.to_owned())
}

impl Running {
    /// Starts a child and has it load the library.
    fn load(path: &str, sha256: [u8; 32], limits: Limits, log: &LogSink) -> Result<(Self, Info), String> {
        let mut child = Command::new(program()?)
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
        let file = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = Name { file, told: Arc::default() };
        let printed = show_output(stderr, name.clone(), Arc::clone(log));
        let mut running = Self { child, stdin: Some(stdin), replies: replies(stdout), printed, name };
        let request = Request::Load { path, sha256, memory: limits.memory };
        match running.request(&request, limits.timeout, log)? {
            Reply::Ready(info) => {
                let _ = running.name.told.set(info.name.clone());
                Ok((running, info))
            }
            Reply::Refused(why) => Err(why),
            _ => Err(OUT_OF_ORDER.to_owned()),
        }
    }

    fn request(&mut self, request: &Request<'_>, timeout: Duration, log: &LogSink) -> Result<Reply, String> {
        let mut message = Vec::new();
        wire::append(&mut message, request).map_err(|error| error.to_string())?;
        self.ask(&message, timeout, log)
    }

    /// Sends a message and waits for its reply; messages to the log are passed on. After an error the child is gone.
    fn ask(&mut self, message: &[u8], timeout: Duration, log: &LogSink) -> Result<Reply, String> {
        let Self { child, stdin, replies, name, .. } = self;
        let Some(stdin) = stdin else { return Err("its process was told to end".to_owned()) };
        thread::scope(|scope| {
            // In a thread of its own: a child that does not read must not stop us from ending it. Of a child that is gone,
            // the wait for its reply tells why.
            let (written, is_written) = sync_channel::<()>(0);
            scope.spawn(move || {
                let _ = stdin.write_all(message);
                drop(written);
            });
            let answer = reply(child, replies, name, timeout, log);
            if answer.is_err() || is_written.recv_timeout(GRACE) == Err(RecvTimeoutError::Timeout) {
                let _ = child.kill();
                let _ = child.wait();
            }
            answer
        })
    }
}

/// The child's next reply that is no message to the log.
fn reply(
    child: &mut Child,
    replies: &Receiver<Reply>,
    name: &Name,
    timeout: Duration,
    log: &LogSink,
) -> Result<Reply, String> {
    let deadline = Instant::now() + timeout;
    loop {
        match replies.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(Reply::Log(level, text)) => log(name.get(), level, &text),
            Ok(reply) => return Ok(reply),
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!("it gave no answer for {} seconds and was ended", timeout.as_secs_f64()));
            }
            Err(RecvTimeoutError::Disconnected) => return Err(ended(child)),
        }
    }
}

/// The file of this program.
fn program() -> Result<std::path::PathBuf, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    // Where the file was replaced meanwhile, this name still leads to the program that runs.
    if cfg!(target_os = "linux") && !program.exists() {
        return Ok("/proc/self/exe".into());
    }
    Ok(program)
}

impl Drop for Running {
    /// Lets the plugin end its instance, for as long as [`GRACE`], and waits for what it printed.
    fn drop(&mut self) {
        self.stdin = None;
        let deadline = Instant::now() + GRACE;
        while let Ok(None) = self.child.try_wait() {
            if Instant::now() >= deadline {
                let _ = self.child.kill();
                let _ = self.child.wait();
                break;
            }
            thread::sleep(Duration::from_micros(200));
        }
        // A process that the plugin started may hold the pipe open for ever.
        let _ = self.printed.recv_timeout(GRACE);
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

/// Shows what a plugin prints, line by line, with its name. The receiver closes when there is no more.
fn show_output(stderr: impl Read + Send + 'static, name: Name, log: LogSink) -> Receiver<()> {
    let (done, printed) = sync_channel(0);
    thread::spawn(move || {
        let mut lines = BufReader::new(stderr);
        let mut line = Vec::new();
        loop {
            line.clear();
            match lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => break,
                Ok(_) => log(name.get(), 2, String::from_utf8_lossy(&line).trim_end()),
            }
        }
        drop::<std::sync::mpsc::SyncSender<()>>(done);
    });
    printed
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
