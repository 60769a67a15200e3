//! `claimlist rules`: looks at, checks, tests and explains rules.

use std::path::PathBuf;

use clap::Subcommand;

use super::{RuleOptions, create, list, test, why};
use crate::exit::Exit;

#[derive(Debug, clap::Args)]
pub(crate) struct Rules {
    #[command(subcommand)]
    command: RulesCommand,
}

#[derive(Debug, Subcommand)]
enum RulesCommand {
    /// List the rules that check would use.
    List {
        #[command(flatten)]
        options: RuleOptions,
        /// Only rules with one of these tags.
        #[arg(long, value_name = "TAG,..", value_delimiter = ',')]
        tag: Vec<String>,
    },
    /// Show all that a rule says.
    Show {
        /// The rule, as hints name it: economy/share-of-gdp.
        rule: String,
        #[command(flatten)]
        options: RuleOptions,
    },
    /// Look for faults in rule files.
    Check {
        /// Rule files, or folders of them.
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Run the examples of the rules in these files; without a path, of those that come with the program.
    Test {
        /// Rule files, or folders of them.
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Tell also which phrases and branches no example reaches.
        #[arg(long)]
        coverage: bool,
        /// Leave out each condition in turn: some example must notice.
        #[arg(long)]
        mutate: bool,
    },
    /// Write a new pack to start from: NAME.toml in this folder.
    New {
        /// Name of the pack: small letters, digits, hyphens.
        name: String,
    },
    /// Print the JSON Schema of packs, by which editors complete and check them.
    Schema,
    /// Tell for each claim of an article why a rule gives its hint or not.
    Why {
        /// The article; - is standard input.
        article: PathBuf,
        /// The rule, as hints name it: economy/share-of-gdp.
        rule: String,
        #[command(flatten)]
        options: RuleOptions,
    },
}

pub(crate) fn run(args: &Rules) -> anyhow::Result<Exit> {
    match &args.command {
        RulesCommand::List { options, tag } => list::list(options, tag),
        RulesCommand::Show { rule, options } => list::show(options, rule),
        RulesCommand::Check { paths } => test::check(paths),
        RulesCommand::Test { paths, coverage, mutate } => test::test(paths, *coverage, *mutate),
        RulesCommand::New { name } => create::create(name),
        RulesCommand::Schema => create::schema(),
        RulesCommand::Why { article, rule, options } => why::why(article, rule, options),
    }
}
