//! The extern functions behind the descriptor, made for each plugin by [`export_plugin!`](crate::export_plugin).

use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::view::text;
use crate::{ABI_MAJOR, ABI_MINOR, Claims, Config, Document, Error, Hints, Log, Plugin, abi};

/// A plugin between calls.
struct Instance<P> {
    plugin: P,
    /// Set when it panicked: what it holds may be half done.
    poisoned: bool,
}

/// Exports a plugin: makes the one symbol that the program looks for.
#[macro_export]
macro_rules! export_plugin {
    ($plugin:ty) => {
        const _: () = {
            /// The entry point that claimlist looks for.
            #[allow(unsafe_code)]
            #[unsafe(no_mangle)]
            pub extern "C" fn claimlist_plugin_v1(_: u32, _: u32) -> *const $crate::abi::Plugin {
                struct Shared($crate::abi::Plugin);
                // SAFETY: it is never changed, and its pointers lead to static texts and functions.
                unsafe impl Sync for Shared {}
                static DESCRIPTOR: Shared = Shared($crate::descriptor::<$plugin>());
                &raw const DESCRIPTOR.0
            }
        };
    };
}

/// The descriptor of a plugin.
#[must_use]
pub const fn descriptor<P: Plugin>() -> abi::Plugin {
    let metadata = P::METADATA;
    abi::Plugin {
        struct_size: size_of::<abi::Plugin>() as u32,
        abi_major: ABI_MAJOR,
        abi_minor: ABI_MINOR,
        flags: abi::MULTI_INSTANCE | if cfg!(panic = "abort") { abi::PANIC_ABORTS } else { 0 },
        name: abi::Str::from_static(metadata.name),
        version: abi::Str::from_static(metadata.version),
        author: abi::Str::from_static(metadata.author),
        description: abi::Str::from_static(metadata.description),
        create: Some(create::<P>),
        check: Some(check::<P>),
        destroy: Some(destroy::<P>),
    }
}

/// See [`abi::Create`].
///
/// # Safety
/// As the ABI says: `host` and `instance` are valid for the call, the configuration is readable.
pub unsafe extern "C" fn create<P: Plugin>(
    host: *const abi::Host,
    config_json: abi::Str,
    instance: *mut *mut c_void,
) -> i32 {
    // SAFETY: the program's host is null or as large as it says.
    let host = unsafe { abi::read_sized(host, abi::HOST_V1_0) };
    let Some(host) = host.filter(|_| !instance.is_null()) else { return abi::BAD_ARGUMENT };
    // SAFETY: the program lends the configuration for this call.
    let json = unsafe { text(config_json) };
    let made = catch_unwind(AssertUnwindSafe(|| P::configure(&Config::parse(json)?, &Log(&host))));
    match made {
        Ok(Ok(plugin)) => {
            let made = Box::new(Instance { plugin, poisoned: false });
            // SAFETY: it was checked not to be null, and the program lets it be written.
            unsafe { instance.write(Box::into_raw(made).cast()) };
            abi::OK
        }
        Ok(Err(error)) => failed(&host, &error),
        Err(panic) => panicked(&host, &*panic),
    }
}

/// See [`abi::Check`].
///
/// # Safety
/// As the ABI says: `instance` was made by [`create`] for the same plugin and is in no other call; `host` and `batch` are valid
/// for the call.
pub unsafe extern "C" fn check<P: Plugin>(
    instance: *mut c_void,
    host: *const abi::Host,
    batch: *const abi::Batch,
) -> i32 {
    // SAFETY: the program's host and batch are null or as large as they say.
    let (host, batch) =
        unsafe { (abi::read_sized(host, abi::HOST_V1_0), abi::read_sized(batch, abi::BATCH_V1_0)) };
    // SAFETY: null, or an instance that `create` made; nobody else uses it during the call.
    let instance = unsafe { instance.cast::<Instance<P>>().as_mut() };
    let (Some(host), Some(batch), Some(instance)) = (host, batch, instance) else {
        return abi::BAD_ARGUMENT;
    };
    // SAFETY: the program lends document and claims, as large as it says, for this call.
    let (Some(document), Some(claims)) = (unsafe { (Document::read(batch.document), Claims::read(&batch)) })
    else {
        return abi::BAD_ARGUMENT;
    };
    if instance.poisoned {
        return abi::PANIC;
    }
    // Stays set if the plugin panics.
    instance.poisoned = true;
    let mut hints = Hints::new(&host);
    let checked = catch_unwind(AssertUnwindSafe(|| instance.plugin.check(&document, &claims, &mut hints)));
    instance.poisoned = checked.is_err();
    match checked {
        Ok(Ok(())) if hints.stopped() => abi::STOPPED,
        Ok(Ok(())) => abi::OK,
        Ok(Err(error)) => failed(&host, &error),
        Err(panic) => panicked(&host, &*panic),
    }
}

/// See [`abi::Destroy`].
///
/// # Safety
/// `instance` is null or was made by [`create`] for the same plugin and is not used again.
pub unsafe extern "C" fn destroy<P: Plugin>(instance: *mut c_void) {
    if instance.is_null() {
        return;
    }
    // SAFETY: `create` made it from a box of this type, and it is given back once.
    let instance = unsafe { Box::from_raw(instance.cast::<Instance<P>>()) };
    // A panic while it is dropped has nowhere to go.
    drop(catch_unwind(AssertUnwindSafe(|| drop(instance))));
}

fn failed(host: &abi::Host, error: &Error) -> i32 {
    report(host, &error.to_string());
    abi::ERROR
}

fn panicked(host: &abi::Host, panic: &(dyn Any + Send)) -> i32 {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    report(host, &format!("it panicked: {message}"));
    abi::PANIC
}

/// Tells the program why the call failed.
fn report(host: &abi::Host, message: &str) {
    if let Some(fail) = host.fail {
        // SAFETY: the program gave function and context for this call; the message lives until it returns.
        unsafe { fail(host.ctx, abi::Str::from(message)) };
    }
}
