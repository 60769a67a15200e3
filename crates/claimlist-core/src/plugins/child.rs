//! The child process in which a plugin runs: it loads one library and answers one request after the other.

use std::io::{self, Read, Write};
use std::path::Path;

use super::library::{Hash, Library};
use super::loaded::Loaded;
use super::trials;
use super::wire::{self, Reply, Request};

/// Serves the program that started this process over standard input and output, until that program goes.
///
/// # Errors
/// Where the program sends nonsense or the pipe breaks.
pub fn serve() -> io::Result<()> {
    let (mut input, mut output) = pipes()?;
    let mut buffer = Vec::new();
    let Some(bytes) = wire::receive(&mut input, &mut buffer)? else { return Ok(()) };
    let Request::Load { path, sha256, memory } = wire::decode(bytes)? else { return Err(unexpected()) };
    let plugin = match load(path, Hash(sha256), memory) {
        Ok(plugin) => plugin,
        Err(why) => return wire::send(&mut output, &Reply::Refused(why)),
    };
    wire::send(&mut output, &Reply::Ready(plugin.info.clone()))?;
    let mut instance = None;
    while let Some(bytes) = wire::receive(&mut input, &mut buffer)? {
        let reply = match wire::decode(bytes)? {
            Request::Load { .. } => return Err(unexpected()),
            Request::Create(config) => match plugin.create(config, &mut logger(&mut output)) {
                Ok(made) => {
                    instance = Some(made);
                    Reply::Created
                }
                Err(why) => Reply::Refused(why),
            },
            Request::Check => {
                let instance = instance.as_mut().ok_or_else(unexpected)?;
                let bytes = wire::receive(&mut input, &mut buffer)?.ok_or_else(unexpected)?;
                let article = wire::decode(bytes)?;
                Reply::Answer(instance.check(&article, &mut logger(&mut output)))
            }
            Request::Try { trial, config } => Reply::Tried(trials::run(trial, &plugin, config)),
        };
        wire::send(&mut output, &reply)?;
    }
    Ok(())
}

fn unexpected() -> io::Error {
    io::Error::other(
        "claimlist plugin-host was asked for something out of order: only claimlist itself starts it",
    )
}

fn load(path: &str, hash: Hash, memory: u64) -> Result<Loaded, String> {
    let library = Library::read(Path::new(path))
        .and_then(|library| library.expect(hash))
        .map_err(|error| error.what)?;
    confine(memory).map_err(|error| format!("its process cannot be confined: {error}"))?;
    Loaded::new(&library, true)
}

/// Sends messages to the program's log. Where the pipe is broken the program is gone, and nobody reads them.
fn logger(output: &mut impl Write) -> impl FnMut(u32, String) {
    move |level, text| drop(wire::send(output, &Reply::Log(level, text)))
}

/// The pipes from and to the program, moved out of the way of a plugin that reads standard input or prints.
#[cfg(unix)]
fn pipes() -> io::Result<(impl Read, impl Write)> {
    use std::fs::File;

    /// Descriptors from here on: whoever closes or writes to low numbers by mistake does not hit them.
    const HIGH: i32 = 100;
    let input = File::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), HIGH)?);
    let output = File::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdout(), HIGH)?);
    rustix::stdio::dup2_stdout(rustix::stdio::stderr())?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    Ok((io::BufReader::with_capacity(1 << 16, input), output))
}

#[cfg(not(unix))]
fn pipes() -> io::Result<(impl Read, impl Write)> {
    Ok((io::stdin().lock(), io::stdout().lock()))
}

/// Takes from this process what a plugin does not need: memory without end, a core file, new rights, a life of its own.
#[cfg(unix)]
fn confine(memory: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    #[cfg(not(target_vendor = "apple"))]
    {
        let most = Some(memory.saturating_add(mapped()));
        setrlimit(Resource::As, Rlimit { current: most, maximum: most })?;
    }
    #[cfg(target_vendor = "apple")]
    let _ = memory;
    #[cfg(any(target_os = "linux", target_os = "android"))]
    rustix::thread::set_no_new_privs(true)?;
    die_with_parent();
    Ok(())
}

/// The bytes of address space that this process has taken before its plugin is loaded: that is not the plugin's doing, and an
/// allocator may reserve a gigabyte that it never touches. As much as that where the system does not tell.
#[cfg(all(unix, not(target_vendor = "apple")))]
fn mapped() -> u64 {
    let pages = || std::fs::read_to_string("/proc/self/statm").ok()?.split(' ').next()?.parse::<u64>().ok();
    pages().map_or(1 << 30, |pages| pages * rustix::param::page_size() as u64)
}

/// Ends this process soon after the program that started it is gone, whatever the plugin is doing. Linux would do that by
/// itself (PR_SET_PDEATHSIG), but counts the thread that started the process as its parent, and those come and go.
#[cfg(unix)]
fn die_with_parent() {
    let parent = rustix::process::getppid();
    std::thread::spawn(move || {
        while rustix::process::getppid() == parent {
            std::thread::sleep(std::time::Duration::from_millis(500));
        }
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    });
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn confine(_memory: u64) -> io::Result<()> {
    Ok(())
}
