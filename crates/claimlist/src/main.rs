//! The fact-checker's checklist, as a command-line program: reads arguments and files, prints checklists.
//!
//! What is found in an article is the business of `claimlist-core`, how it looks that of `claimlist-report`.

mod args;
mod articles;
mod batch;
mod check;
mod config;
mod destination;
mod exit;
mod explain;
mod fetch;
mod inputs;
mod inspect;
mod man;
mod outcome;
mod output;
mod parallel;
mod plugins;
mod progress;
mod reference;
mod rendering;
mod review;
mod rules;
mod stream;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};
use crate::exit::Exit;

// Claims, facts and hints are many small pieces of memory, by the million for an archive.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    match run(&args.command) {
        Ok(exit) => exit.into(),
        Err(error) if is_closed_pipe(&error) => Exit::Done.into(),
        Err(error) => {
            anstream::eprintln!("{}error:{:#} {error:#}", args::ERROR, args::ERROR);
            Exit::Usage.into()
        }
    }
}

fn run(command: &Command) -> anyhow::Result<Exit> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Stream(args) => stream::run(args),
        Command::Inspect(args) => inspect::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Review(args) => review::review(args),
        Command::Mark(args) => review::mark(args),
        Command::Diff(args) => review::diff(args),
        Command::Rules(args) => rules::command::run(args),
        Command::Config(args) => config::command::run(args),
        Command::Plugin(args) => plugins::command::run(args),
        Command::Completions(args) => man::complete(args),
        Command::Man(args) => man::run(args),
        Command::PluginHost => claimlist_core::plugins::serve().map(|()| Exit::Done).map_err(Into::into),
    }
}

/// Whether whoever reads our output has seen enough (`claimlist check a.txt | head`): not an error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let closed = |error: &std::io::Error| error.kind() == ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(closed)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|error| error.io_error_kind() == Some(ErrorKind::BrokenPipe))
    })
}
