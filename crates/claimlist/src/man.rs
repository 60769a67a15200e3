//! What tells how the program is called, made from its arguments: manual pages, the reference in docs/cli.md, and
//! completions for shells.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Command, CommandFactory as _};
use clap_complete::Shell;

use crate::args::Args;
use crate::exit::Exit;
use crate::{output, reference};

/// Which page to print.
#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// The command that the page is about, such as: rules check [default: claimlist itself].
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    /// Write the pages of all commands into this folder.
    #[arg(short, long, value_name = "DIR", conflicts_with = "command")]
    output: Option<PathBuf>,
    /// Print the reference of all commands in Markdown.
    #[arg(long, conflicts_with_all = ["command", "output"])]
    markdown: bool,
}

/// For which shell.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "For bash, for example:\n    claimlist completions bash > ~/.local/share/bash-completion/completions/claimlist"
)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// All commands, each knowing its full name.
fn commands() -> Command {
    let mut commands = Args::command();
    commands.build();
    commands
}

pub(crate) fn run(args: &Man) -> anyhow::Result<Exit> {
    let commands = commands();
    if args.markdown {
        output::print(|out| reference::write(&commands, out))?;
    } else if let Some(folder) = &args.output {
        std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(Args::command(), folder))
            .with_context(|| format!("cannot write the pages into {}", folder.display()))?;
    } else {
        let mut command = &commands;
        for name in &args.command {
            let Some(found) = command.find_subcommand(name) else {
                bail!("there is no command `{}`: claimlist help lists them", args.command.join(" "));
            };
            command = found;
        }
        output::print(|out| clap_mangen::Man::new(command.clone()).render(out))?;
    }
    Ok(Exit::Done)
}

pub(crate) fn complete(args: &Completions) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "claimlist", &mut script);
    output::print(|out| out.write_all(&script))?;
    Ok(Exit::Done)
}
