//! Messages to the user that are no hints.

use crate::abi;

/// The program's log. Messages stand on standard error, with the plugin's name before them.
#[derive(Debug)]
pub struct Log<'a>(pub(crate) &'a abi::Host);

impl Log<'_> {
    /// For the plugin's author: shown with `--verbose`.
    pub fn debug(&self, message: &str) {
        self.write(0, message);
    }

    /// What the user may want to know: shown with `--verbose`.
    pub fn info(&self, message: &str) {
        self.write(1, message);
    }

    /// What the user must know: always shown.
    pub fn warn(&self, message: &str) {
        self.write(2, message);
    }

    #[allow(unsafe_code, reason = "calls the program")]
    fn write(&self, level: u32, message: &str) {
        if let Some(log) = self.0.log {
            // SAFETY: the program gave function and context for this call, and the message lives until it returns.
            unsafe { log(self.0.ctx, level, abi::Str::from(message)) };
        }
    }
}
