//! `claimlist review`, `mark` and `diff`: work through a checklist that was saved as JSON.
//!
//! ```text
//! claimlist check article.txt -o list.json     make it
//! claimlist mark list.json k3f9 right          mark claims in it
//! claimlist review list.json                   where the work stands
//! claimlist diff list.json article.txt -o new.json     after an edit
//! ```

pub(crate) mod args;
mod diff;
mod files;
mod mark;
mod show;

pub(crate) use diff::run as diff;
pub(crate) use mark::run as mark;
pub(crate) use show::run as review;

use claimlist_core::checklist::Problem;

use crate::check::list_problems;
use crate::exit::Exit;

/// Tells what is wrong with an input.
fn failed(problem: Problem) -> Exit {
    // Nothing is left to do if standard error is closed.
    let _ = list_problems(&[problem]);
    Exit::InputFailed
}
