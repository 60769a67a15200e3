//! The program's exit statuses.

use std::process::ExitCode;

/// How a run ended, for scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All was done.
    Done,
    /// What the run was to find out is not well: an example of a rule fails, or `--fail-on` matched.
    Found,
    /// Wrong usage, configuration or rule file: nothing was checked. `clap` ends with the same number.
    Usage,
    /// Some input could not be read or checked; the rest was.
    InputFailed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Found => Self::from(1),
            Exit::Usage => Self::from(2),
            Exit::InputFailed => Self::from(3),
        }
    }
}

/// The same in words, for the help.
pub(crate) const HELP: &str = "\
Exit status: 0 done; 1 --fail-on matched, or an example of a rule fails; 2 wrong usage or rule file; 3 some input could not be read or checked (the rest is printed \
all the same).";
