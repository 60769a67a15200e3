//! The types of the C ABI, version 1.0, laid out as a C compiler lays them out.
//!
//! Rules that keep old plugins working:
//!
//! * Structs that may grow start with `struct_size`, the size that the writer's version knew. A reader compares it with
//!   frozen constants ([`HINT_V1_0`]), never with the size of its own type, and copies the smaller of both into zeroed memory.
//! * Arrays are walked by the stride that the batch or document gives, never by the size of the element type.
//! * Booleans and enumerations are integers whose unknown values the reader refuses; check-worthiness is an integer too, so
//!   that no NaN crosses.

use std::ffi::c_void;

/// Borrowed UTF-8, without a closing NUL. A null pointer with length 0 is the empty string.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Str {
    /// The first byte; may be null where `len` is 0.
    pub ptr: *const u8,
    /// The number of bytes.
    pub len: usize,
}

impl Str {
    /// The empty string.
    pub const EMPTY: Self = Self { ptr: std::ptr::null(), len: 0 };

    /// Borrows static text, for descriptors.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self { ptr: text.as_ptr(), len: text.len() }
    }

    /// The text, if it is UTF-8 and no longer than `isize::MAX` bytes.
    ///
    /// # Safety
    /// Where `len` is not 0, `ptr` is null or points at `len` readable bytes that live and do not change for `'a`.
    #[must_use]
    #[allow(unsafe_code, reason = "reads what the other side of the border lent")]
    pub unsafe fn get<'a>(self) -> Option<&'a str> {
        if self.len == 0 {
            return Some("");
        }
        if self.ptr.is_null() || isize::try_from(self.len).is_err() {
            return None;
        }
        // SAFETY: not null, and by this function's contract `len` readable bytes.
        std::str::from_utf8(unsafe { std::slice::from_raw_parts(self.ptr, self.len) }).ok()
    }
}

/// Reads a struct that starts with its own size, of whatever version: the bytes that both versions know, zeros behind.
///
/// `None` where the pointer is null, the size is below `least` (a frozen `.._V1_0`) or the pointer is not aligned.
///
/// # Safety
/// `pointer` is null, or points at a `u32` with the number of readable bytes from there on. `T` is one of this module's
/// structs: any bit pattern, all zeros among them, is a value of it.
#[must_use]
#[allow(unsafe_code, reason = "reads what the other side of the border lent")]
pub unsafe fn read_sized<T: Copy>(pointer: *const T, least: u32) -> Option<T> {
    if pointer.is_null() || !pointer.is_aligned() {
        return None;
    }
    // SAFETY: by this function's contract the size stands there, and alignment was checked.
    let size = unsafe { pointer.cast::<u32>().read() };
    if size < least {
        return None;
    }
    // SAFETY: `size` bytes are readable, by contract.
    Some(unsafe { read_prefix(pointer, size as usize) })
}

/// Reads the first `known` bytes of a struct, no more than this version knows, with zeros for the rest.
///
/// # Safety
/// `pointer` points at `known` readable bytes; `T` as for [`read_sized`].
#[allow(unsafe_code, reason = "reads what the other side of the border lent")]
pub unsafe fn read_prefix<T: Copy>(pointer: *const T, known: usize) -> T {
    let mut value = std::mem::MaybeUninit::<T>::zeroed();
    let size = known.min(size_of::<T>());
    // SAFETY: `size` bytes are readable there and writable here; the two do not overlap, one being a local.
    unsafe { std::ptr::copy_nonoverlapping(pointer.cast::<u8>(), value.as_mut_ptr().cast::<u8>(), size) };
    // SAFETY: zeros and the other side's bytes are a value of `T`, by contract.
    unsafe { value.assume_init() }
}

impl From<&str> for Str {
    /// Borrows `text`, which must live as long as the result is used: nothing checks that.
    fn from(text: &str) -> Self {
        Self { ptr: text.as_ptr(), len: text.len() }
    }
}

/// [`Fact::flags`]: the fact is a number, in [`Fact::number`].
pub const FACT_HAS_NUMBER: u32 = 1;

/// One typed fact of a claim.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Fact {
    /// The slot's name: `value`, `unit`.
    pub key: Str,
    /// The value as text.
    pub text: Str,
    /// The value as a finite number, where [`FACT_HAS_NUMBER`] is set; else 0.
    pub number: f64,
    /// [`FACT_HAS_NUMBER`] or 0.
    pub flags: u32,
    /// Zero.
    pub reserved: u32,
}

/// A sentence, as byte offsets into the document's text.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct SentenceSpan {
    /// The first byte.
    pub start: u64,
    /// Behind the last byte.
    pub end: u64,
    /// The kind of its block, in the order title, heading, paragraph, quote, list item, caption, table cell, turn, from 0.
    pub block: u32,
    /// Zero.
    pub reserved: u32,
}

/// The article.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Document {
    /// Size of this struct as its writer knew it, in bytes.
    pub struct_size: u32,
    /// Bytes from one sentence to the next.
    pub sentence_stride: u32,
    /// Where the article was read from.
    pub path: Str,
    /// Its title, or empty.
    pub title: Str,
    /// Its whole text.
    pub text: Str,
    /// Its language as a BCP 47 tag.
    pub language: Str,
    /// Its day of publication, ISO 8601, or empty.
    pub date: Str,
    /// Its sentences.
    pub sentences: *const SentenceSpan,
    /// How many there are.
    pub sentence_count: usize,
}

/// [`Claim::flags`]: the claim stands inside a direct quotation.
pub const CLAIM_QUOTED: u32 = 1;

/// A claim. It has no size field of its own: the batch has the stride.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Claim {
    /// Stable name.
    pub id: Str,
    /// One of the ten kinds, by name.
    pub kind: Str,
    /// Its words.
    pub text: Str,
    /// Who said it, or empty.
    pub speaker: Str,
    /// Its first byte in the document's text.
    pub start: u64,
    /// Behind its last byte.
    pub end: u64,
    /// Index of its sentence.
    pub sentence: u32,
    /// Its line in the source, from 1.
    pub line: u32,
    /// Its check-worthiness, 0 to 1000.
    pub worth_permille: u32,
    /// [`CLAIM_QUOTED`] or 0.
    pub flags: u32,
    /// Its facts.
    pub facts: *const Fact,
    /// How many there are.
    pub fact_count: usize,
}

/// An article with all its claims: what one call of `check` gets.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Batch {
    /// Size of this struct as its writer knew it, in bytes.
    pub struct_size: u32,
    /// Bytes from one claim to the next.
    pub claim_stride: u32,
    /// Bytes from one fact to the next.
    pub fact_stride: u32,
    /// Zero.
    pub reserved: u32,
    /// The article.
    pub document: *const Document,
    /// Its claims.
    pub claims: *const Claim,
    /// How many there are.
    pub claim_count: usize,
}

/// [`Hint::claim_index`]: the hint is about the whole document.
pub const WHOLE_DOCUMENT: u32 = u32::MAX;

/// A hint that a plugin gives.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Hint {
    /// Size of this struct as its writer knew it, in bytes; at least [`HINT_V1_0`].
    pub struct_size: u32,
    /// Index into the batch's claims, or [`WHOLE_DOCUMENT`].
    pub claim_index: u32,
    /// Name of the check that found it, in kebab case.
    pub check: Str,
    /// What to verify, at most 4 KiB.
    pub text: Str,
    /// Where, or empty.
    pub url: Str,
    /// 0 low, 1 medium, 2 high.
    pub priority: u32,
    /// 0 none, 1 agrees, 2 conflicts.
    pub finding: u32,
}

/// The size of [`Hint`] in version 1.0, in bytes. Frozen, as all the sizes below.
pub const HINT_V1_0: u32 = 64;
/// The size of [`Fact`] in version 1.0, in bytes.
pub const FACT_V1_0: u32 = 48;
/// The size of [`SentenceSpan`] in version 1.0, in bytes.
pub const SENTENCE_V1_0: u32 = 24;
/// The size of [`Document`] in version 1.0, in bytes.
pub const DOCUMENT_V1_0: u32 = 104;
/// The size of [`Claim`] in version 1.0, in bytes.
pub const CLAIM_V1_0: u32 = 112;
/// The size of [`Batch`] in version 1.0, in bytes.
pub const BATCH_V1_0: u32 = 40;
/// The size of [`Host`] in version 1.0, in bytes.
pub const HOST_V1_0: u32 = 40;
/// The size of [`Plugin`] in version 1.0, in bytes.
pub const PLUGIN_V1_0: u32 = 104;

/// The longest text of a hint, in bytes: a longer one is refused.
pub const LONGEST_TEXT: usize = 4096;

/// Whether this is a name of a plugin or check: 1 to 64 of `a-z`, `0-9` and `-`, with a letter first.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Answer of `hint`: taken.
pub const HINT_TAKEN: i32 = 0;
/// Answer of `hint`: no more are taken; return.
pub const HINT_STOP: i32 = 1;

/// What the program offers to a plugin, valid for one call and on its thread.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Host {
    /// Size of this struct as its writer knew it, in bytes.
    pub struct_size: u32,
    /// The program's ABI version.
    pub abi_major: u16,
    /// The program's ABI version.
    pub abi_minor: u16,
    /// Handed back to the callbacks.
    pub ctx: *mut c_void,
    /// Writes to the program's log: level 0 debug, 1 information, 2 warning.
    pub log: Option<unsafe extern "C" fn(ctx: *mut c_void, level: u32, message: Str)>,
    /// Says why the call is about to return an error.
    pub fail: Option<unsafe extern "C" fn(ctx: *mut c_void, message: Str)>,
    /// Gives a hint: [`HINT_TAKEN`], [`HINT_STOP`], or below 0 where it was refused.
    pub hint: Option<unsafe extern "C" fn(ctx: *mut c_void, hint: *const Hint) -> i32>,
}

/// Result of `create` and `check`: done.
pub const OK: i32 = 0;
/// Result: failed, with the reason given through `fail`.
pub const ERROR: i32 = 1;
/// Result: the plugin panicked, and its instance must not be used again.
pub const PANIC: i32 = 2;
/// Result: stopped because the program asked for it.
pub const STOPPED: i32 = 3;
/// Result: the program passed something that the plugin cannot read.
pub const BAD_ARGUMENT: i32 = 4;

/// [`Plugin::flags`]: a panic ends the whole process.
pub const PANIC_ABORTS: u64 = 1;
/// [`Plugin::flags`]: several instances may live at once.
pub const MULTI_INSTANCE: u64 = 2;

/// Makes an instance from its configuration, a JSON object.
pub type Create =
    unsafe extern "C" fn(host: *const Host, config_json: Str, instance: *mut *mut c_void) -> i32;
/// Checks an article. Never entered twice at once on one instance; the instance may move between threads.
pub type Check = unsafe extern "C" fn(instance: *mut c_void, host: *const Host, batch: *const Batch) -> i32;
/// Ends an instance.
pub type Destroy = unsafe extern "C" fn(instance: *mut c_void);

/// What a plugin is, in static storage of the plugin.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Plugin {
    /// Size of this struct as its writer knew it, in bytes.
    pub struct_size: u32,
    /// The ABI version that the plugin was made for.
    pub abi_major: u16,
    /// The ABI version that the plugin was made for.
    pub abi_minor: u16,
    /// [`PANIC_ABORTS`], [`MULTI_INSTANCE`].
    pub flags: u64,
    /// Its name, in kebab case.
    pub name: Str,
    /// Its version.
    pub version: Str,
    /// Who made it.
    pub author: Str,
    /// What it checks, in one line.
    pub description: Str,
    /// See [`Create`].
    pub create: Option<Create>,
    /// See [`Check`].
    pub check: Option<Check>,
    /// See [`Destroy`].
    pub destroy: Option<Destroy>,
}

/// The function behind [`ENTRY_SYMBOL`](crate::ENTRY_SYMBOL).
pub type Entry = unsafe extern "C" fn(host_major: u32, host_minor: u32) -> *const Plugin;
