//! A plugin's library in this process: loaded, asked who it is, given an instance, called.

use std::ffi::c_void;

use claimlist_plugin::{ABI_MAJOR, ENTRY_SYMBOL, abi};

use super::article::Structs;
use super::library::Library;
use super::sink::{Sink, most_hints};
use super::wire::{Answer, Article, Info};

/// The longest name, version, author or description, in bytes.
const LONGEST_FIELD: usize = 1024;

/// A descriptor larger than this is nonsense.
const LARGEST_DESCRIPTOR: u32 = 1 << 16;

/// A loaded plugin. It stays loaded until its process ends.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) info: Info,
    create: abi::Create,
    check: abi::Check,
    destroy: abi::Destroy,
}

/// An instance of a plugin.
#[derive(Debug)]
pub(super) struct Instance {
    instance: *mut c_void,
    check: abi::Check,
    destroy: abi::Destroy,
}

// SAFETY: the ABI lets an instance be used by one thread after another; `&mut self` sees to it that they take turns.
unsafe impl Send for Instance {}

impl Loaded {
    /// Loads a library. From here on the plugin's own code runs.
    ///
    /// `may_abort` tells whether a plugin that ends the whole process when it panics may be used.
    ///
    /// # Errors
    /// Where the system does not load it, or its descriptor is nonsense.
    pub(super) fn new(library: &Library, may_abort: bool) -> Result<Self, String> {
        let entry = load(library)?;
        // SAFETY: the library exports this symbol for this type of function, which takes any version.
        let descriptor = unsafe { entry(u32::from(ABI_MAJOR), u32::from(claimlist_plugin::ABI_MINOR)) };
        let plugin = descriptor_at(descriptor)?;
        if plugin.flags & abi::PANIC_ABORTS != 0 && !may_abort {
            return Err(
                "it is built with panic = \"abort\", so that its panic would end the whole program: \
                        leave out --plugin-isolation none"
                    .to_owned(),
            );
        }
        let info = Info {
            name: field(plugin.name, "name")?,
            version: field(plugin.version, "version")?,
            author: field(plugin.author, "author")?,
            description: field(plugin.description, "description")?,
            abi: (plugin.abi_major, plugin.abi_minor),
            panic_aborts: plugin.flags & abi::PANIC_ABORTS != 0,
            multi_instance: plugin.flags & abi::MULTI_INSTANCE != 0,
        };
        if !abi::is_name(&info.name) {
            return Err(format!("its name {:?} is not of a-z, 0-9 and -", info.name));
        }
        let (Some(create), Some(check), Some(destroy)) = (plugin.create, plugin.check, plugin.destroy) else {
            return Err("its descriptor lacks create, check or destroy".to_owned());
        };
        Ok(Self { info, create, check, destroy })
    }

    /// Makes an instance.
    ///
    /// # Errors
    /// Where the plugin refuses the configuration, or panics.
    pub(super) fn create(&self, config: &str, log: &mut dyn FnMut(u32, String)) -> Result<Instance, String> {
        let mut instance = std::ptr::null_mut();
        let mut sink = Sink::new(0, 0, log);
        let code = sink.with_host(|host| {
            // SAFETY: host, configuration and the place for the instance live until the call returns.
            unsafe { (self.create)(host, config.into(), &raw mut instance) }
        });
        match code {
            abi::OK => Ok(Instance { instance, check: self.check, destroy: self.destroy }),
            code => Err(failure(code, sink.answer.failure)),
        }
    }
}

impl Instance {
    /// Gives it an article.
    pub(super) fn check(&mut self, article: &Article<'_>, log: &mut dyn FnMut(u32, String)) -> Answer {
        let claims = article.claims.len() as u32;
        let mut sink = Sink::new(claims, most_hints(claims), log);
        self.check_into(article, 0, &mut sink);
        sink.answer
    }

    /// Gives it an article, in structs that are longer by so many words of 8 bytes than those of this version. What it
    /// answers is in the sink.
    pub(super) fn check_into(&mut self, article: &Article<'_>, appended: usize, sink: &mut Sink<'_>) {
        let structs = Structs::new(article, appended);
        sink.answer.code = sink.with_host(|host| {
            structs.with_batch(|batch| {
                // SAFETY: `create` made the instance, `&mut self` keeps others out; host, batch and all that they point at
                // live until the call returns.
                unsafe { (self.check)(self.instance, host, batch) }
            })
        });
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        // SAFETY: `create` made the instance, and it is not used again.
        unsafe { (self.destroy)(self.instance) };
    }
}

/// Why a call answered this code, in words.
pub(super) fn failure(code: i32, said: Option<String>) -> String {
    let said = said.filter(|said| !said.trim().is_empty());
    match (code, said) {
        (_, Some(said)) => said,
        (abi::PANIC, None) => "it panicked".to_owned(),
        (abi::BAD_ARGUMENT, None) => {
            "it cannot read what claimlist sent (a fault of one of the two)".to_owned()
        }
        (code, None) => format!("it failed with code {code} and does not say why"),
    }
}

fn descriptor_at(descriptor: *const abi::Plugin) -> Result<abi::Plugin, String> {
    if descriptor.is_null() {
        return Err("it gives no descriptor".to_owned());
    }
    // SAFETY: not null; the descriptor lies in the plugin's static storage and is as large as it says.
    let plugin = unsafe { abi::read_sized(descriptor, abi::PLUGIN_V1_0) };
    let plugin = plugin.filter(|plugin| plugin.struct_size <= LARGEST_DESCRIPTOR);
    let plugin = plugin.ok_or("its descriptor is shorter or longer than it can be")?;
    if plugin.abi_major != ABI_MAJOR {
        return Err(format!(
            "its descriptor is of version {} of the plugin interface, not {ABI_MAJOR}",
            plugin.abi_major
        ));
    }
    Ok(plugin)
}

fn field(text: abi::Str, what: &str) -> Result<String, String> {
    if text.len > LONGEST_FIELD {
        return Err(format!("its {what} has {} bytes, more than {LONGEST_FIELD}", text.len));
    }
    // SAFETY: the descriptor's texts lie in the plugin's static storage.
    unsafe { text.get() }.map(str::to_owned).ok_or_else(|| format!("its {what} is not UTF-8"))
}

/// Loads exactly the bytes that were looked at.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn load(library: &Library) -> Result<abi::Entry, String> {
    use std::io::Write as _;
    use std::os::fd::AsRawFd as _;

    use rustix::fs::{MemfdFlags, SealFlags};

    let copy = || -> std::io::Result<std::fs::File> {
        let memory =
            rustix::fs::memfd_create("claimlist-plugin", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?;
        let mut file = std::fs::File::from(memory);
        file.write_all(&library.bytes)?;
        rustix::fs::fcntl_add_seals(
            &file,
            SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL,
        )?;
        Ok(file)
    };
    let file = copy().map_err(|error| format!("it cannot be copied to memory: {error}"))?;
    let path = format!("/proc/self/fd/{}", file.as_raw_fd());
    // The loader knows libraries by name, and a number that is used again would name this library for ever.
    std::mem::forget(file);
    open(path.as_ref())
}

/// Loads the library from a private copy of the bytes that were looked at.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn load(library: &Library) -> Result<abi::Entry, String> {
    let folder =
        std::env::temp_dir().join(format!("claimlist-plugin-{}-{}", std::process::id(), library.hash));
    let path = folder.join(library.path.file_name().unwrap_or_default());
    let copy = || -> std::io::Result<()> {
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        std::fs::write(&path, &library.bytes)
    };
    copy().map_err(|error| format!("it cannot be copied to {}: {error}", folder.display()))?;
    open(&path)
}

fn open(path: &std::path::Path) -> Result<abi::Entry, String> {
    let said = |error: libloading::Error| {
        // What the system says stands behind what libloading says of it.
        let source = std::error::Error::source(&error);
        let mut said = source.map_or_else(|| error.to_string(), ToString::to_string);
        // The loader names the file by our private name for it.
        if let Some(at) = said.find(&format!("{}: ", path.display())) {
            said = said[at + path.display().to_string().len() + 2..].to_owned();
        }
        format!("the system does not load it: {said}")
    };
    #[cfg(unix)]
    let opened = {
        use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
        // SAFETY: this runs the plugin's constructors, which the user asked for by naming the plugin.
        unsafe { Library::open(Some(path), RTLD_NOW | RTLD_LOCAL) }.map(libloading::Library::from)
    };
    #[cfg(not(unix))]
    // SAFETY: this runs the plugin's constructors, which the user asked for by naming the plugin.
    let opened = unsafe { libloading::Library::new(path) };
    let library = opened.map_err(said)?;
    // SAFETY: the symbol's name carries its major version, and with it the type of the function.
    let entry = unsafe { library.get::<abi::Entry>(ENTRY_SYMBOL) }.map(|symbol| *symbol).map_err(said)?;
    // Never unloaded: destructors of thread-local values and threads of the plugin may still need it.
    std::mem::forget(library);
    Ok(entry)
}
