//! The arguments of `review`, `mark` and `diff`.

use std::path::PathBuf;

use claimlist_core::checklist::Status;
use claimlist_report::Format;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};

use crate::args::{COUNT, DateOptions, InputOptions, formats, parsed};
use crate::plugins::PluginOptions;
use crate::rules::RuleOptions;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "A checklist is what check writes with --format json, or a page of --format html. The page saves marks to a file; \
--marks takes them from there, or from the checklist of a colleague. Of two marks of a claim the later one holds."
)]
pub(crate) struct Review {
    /// The checklist; - is standard input.
    #[arg(value_name = "CHECKLIST")]
    pub(crate) checklist: PathBuf,
    /// Take over the marks in this file; may be given several times.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) marks: Vec<PathBuf>,
    /// Write the marks into the checklist's own file, in one step.
    #[arg(long, requires = "marks")]
    pub(crate) save: bool,
    /// Show so many open claims of each article, those most worth a check.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = parsed::<usize>(COUNT), allow_negative_numbers = true)]
    pub(crate) top: usize,
    /// Show every claim: the right ones too.
    #[arg(long, conflicts_with = "top")]
    pub(crate) all: bool,
    /// Print all of the checklist in this format instead [default: as the ending of --output tells].
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(crate) format: Option<&'static Format>,
    /// Write to this file when all is done, instead of standard output.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// Write over --output if there is such a file.
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "ID is a claim's id or as much of it as no other claim's begins with, or its number in the table, \
which counts before beginnings of ids. If one of the claims is not found, none is marked."
)]
pub(crate) struct Mark {
    /// The checklist, a JSON file that is replaced in one step.
    #[arg(value_name = "CHECKLIST")]
    pub(crate) checklist: PathBuf,
    /// The claims.
    #[arg(value_name = "ID", required = true, num_args = 1..)]
    pub(crate) ids: Vec<String>,
    /// What they are marked as.
    #[arg(value_name = "STATUS", value_parser = statuses())]
    pub(crate) status: Status,
    /// Write this note; an empty one removes what was there.
    #[arg(short, long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// Add this source: an address, a title, or a title and its address; may be given several times.
    #[arg(short, long, value_name = "SOURCE")]
    pub(crate) source: Vec<String>,
    /// Remove the sources given before.
    #[arg(long)]
    pub(crate) no_sources: bool,
    /// Look only in the article with this path.
    #[arg(long, value_name = "PATH")]
    pub(crate) document: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "OLD and NEW are checklists, or articles, which are checked first, dated as the old checklist unless --date says otherwise. Claims that are as they were keep their marks; those that \
changed keep their notes and sources and are open again."
)]
pub(crate) struct Diff {
    /// The checklist before the edit.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The checklist after it, or the edited article; - is standard input.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    #[command(flatten)]
    pub(crate) input: InputOptions,
    /// Write the new checklist with the marks of the old one to this file [format: as its ending tells, else JSON].
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// Write over --output if there is such a file.
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) dates: DateOptions,
    #[command(flatten)]
    pub(crate) rules: RuleOptions,
    #[command(flatten)]
    pub(crate) plugins: PluginOptions,
    /// Show also what plugins write to their log.
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

fn statuses() -> impl clap::builder::TypedValueParser<Value = Status> {
    let about = |status| match status {
        Status::Open => "Not yet checked",
        Status::Right => "Checked and right",
        Status::Wrong => "Checked and wrong",
        Status::Unclear => "Checked, and not to be settled",
    };
    let value = move |status: &Status| PossibleValue::new(status.name()).help(about(*status));
    PossibleValuesParser::new(Status::ALL.iter().map(value)).try_map(|name| {
        Status::ALL.iter().copied().find(|status| status.name() == name).ok_or("no such status")
    })
}
