//! What a plugin may call while it works: give a hint, write to the log, say why it failed. Every word of it is checked.

use std::ffi::c_void;

use claimlist_plugin::{ABI_MAJOR, ABI_MINOR, abi};

use super::wire::{Answer, GivenHint};

/// After so many refused hints no more are taken.
const MOST_REFUSED: u32 = 100;

/// The longest message to the log, in bytes; what is longer is cut.
const LONGEST_MESSAGE: usize = 4096;

/// The longest address, in bytes.
const LONGEST_URL: usize = 2048;

/// Takes what a plugin gives during one call.
pub(super) struct Sink<'s> {
    /// How many claims the article has.
    claims: u32,
    /// How many hints are taken.
    most: usize,
    pub(super) answer: Answer,
    /// How often it gave a hint although it had been told to stop.
    pub(super) after_stop: u32,
    stopped: bool,
    log: &'s mut dyn FnMut(u32, String),
}

/// The most hints that an article of so many claims may get.
pub(super) fn most_hints(claims: u32) -> usize {
    claims as usize * 16 + 64
}

/// Why a hint is not taken.
pub(super) fn refusal(hint: &GivenHint, claims: u32) -> Option<String> {
    if hint.claim != abi::WHOLE_DOCUMENT && hint.claim >= claims {
        return Some(format!("it is about claim {}, and the article has {claims}", hint.claim));
    }
    if !abi::is_name(&hint.check) {
        return Some("the name of its check is not of a-z, 0-9 and -".to_owned());
    }
    if hint.text.trim().is_empty() {
        return Some("it has no text".to_owned());
    }
    if hint.text.len() > abi::LONGEST_TEXT {
        return Some(format!("its text has {} bytes, more than {}", hint.text.len(), abi::LONGEST_TEXT));
    }
    if hint.url.len() > LONGEST_URL {
        return Some(format!("its address has {} bytes, more than {LONGEST_URL}", hint.url.len()));
    }
    if hint.priority > 2 || hint.finding > 2 {
        return Some(format!("its priority {} or finding {} is none", hint.priority, hint.finding));
    }
    None
}

impl<'s> Sink<'s> {
    /// Takes up to `most` hints on so many claims.
    pub(super) fn new(claims: u32, most: usize, log: &'s mut dyn FnMut(u32, String)) -> Self {
        Self { claims, most, answer: Answer::default(), after_stop: 0, stopped: false, log }
    }

    /// Calls `use_host` with callbacks that lead here, which are valid during the call.
    pub(super) fn with_host<R>(&mut self, use_host: impl FnOnce(&abi::Host) -> R) -> R {
        use_host(&abi::Host {
            struct_size: size_of::<abi::Host>() as u32,
            abi_major: ABI_MAJOR,
            abi_minor: ABI_MINOR,
            ctx: std::ptr::from_mut(self).cast(),
            log: Some(log),
            fail: Some(fail),
            hint: Some(hint),
        })
    }

    fn take(&mut self, hint: Result<GivenHint, String>) -> i32 {
        if self.answer.hints.len() >= self.most || self.answer.refused > MOST_REFUSED {
            self.after_stop = self.after_stop.saturating_add(self.stopped.into());
            self.stopped = true;
            return abi::HINT_STOP;
        }
        let hint = hint.and_then(|hint| match refusal(&hint, self.claims) {
            None => Ok(hint),
            Some(why) => Err(why),
        });
        match hint {
            Ok(hint) => {
                self.answer.hints.push(hint);
                abi::HINT_TAKEN
            }
            Err(why) => {
                self.answer.refused += 1;
                self.answer.first_refusal.get_or_insert(why);
                -1
            }
        }
    }
}

/// A message that a plugin lends, cut to a length that a person reads.
///
/// # Safety
/// As for [`abi::Str::get`].
unsafe fn message(text: abi::Str) -> String {
    let text = abi::Str { len: text.len.min(LONGEST_MESSAGE), ..text };
    if text.ptr.is_null() {
        return String::new();
    }
    // SAFETY: not null, and by this function's contract at least so many bytes are readable.
    let bytes = unsafe { std::slice::from_raw_parts(text.ptr, text.len) };
    String::from_utf8_lossy(bytes).into_owned()
}

unsafe extern "C" fn log(ctx: *mut c_void, level: u32, text: abi::Str) {
    // SAFETY: `ctx` is the sink of this call, which nobody else uses until the call returns.
    let sink = unsafe { &mut *ctx.cast::<Sink<'_>>() };
    // SAFETY: the plugin lends the message for this call.
    (sink.log)(level, unsafe { message(text) });
}

unsafe extern "C" fn fail(ctx: *mut c_void, text: abi::Str) {
    // SAFETY: as in `log`.
    let sink = unsafe { &mut *ctx.cast::<Sink<'_>>() };
    // SAFETY: as in `log`.
    sink.answer.failure = Some(unsafe { message(text) });
}

unsafe extern "C" fn hint(ctx: *mut c_void, hint: *const abi::Hint) -> i32 {
    // SAFETY: as in `log`.
    let sink = unsafe { &mut *ctx.cast::<Sink<'_>>() };
    // SAFETY: the plugin's hint is null or as large as it says.
    let Some(hint) = (unsafe { abi::read_sized(hint, abi::HINT_V1_0) }) else {
        return sink.take(Err("it is shorter than a hint of version 1.0".to_owned()));
    };
    let own = |text: abi::Str, what: &str, longest: usize| {
        // A length beyond what is taken is not read: it may be nonsense.
        if text.len > longest {
            return Err(format!("its {what} has {} bytes, more than {longest}", text.len));
        }
        // SAFETY: the plugin lends its texts for this call.
        unsafe { text.get() }.map(str::to_owned).ok_or_else(|| format!("its {what} is not UTF-8"))
    };
    let given = (|| {
        Ok(GivenHint {
            claim: hint.claim_index,
            check: own(hint.check, "check", 64)?,
            text: own(hint.text, "text", abi::LONGEST_TEXT)?,
            url: own(hint.url, "address", LONGEST_URL)?,
            priority: hint.priority,
            finding: hint.finding,
        })
    })();
    sink.take(given)
}
