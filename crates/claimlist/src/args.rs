//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use anstyle::{AnsiColor, Style};
use claimlist_core::{ClaimKind, recognize};
use claimlist_report::{Format, Group, Limit, Selection, Sort};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::config::{self, CheckSection, Config, ConfigOptions};
use crate::exit;
use crate::fetch::FetchOptions;
use crate::man::{Completions, Man};
use crate::outcome::FailOn;
use crate::plugins::PluginOptions;
use crate::plugins::command::PluginCommand;
use crate::review;
use crate::rules::RuleOptions;
use crate::rules::command::Rules;

/// The style of "error:", that of clap's own messages.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The fact-checker's checklist: splits an article into checkable claims, ranks them, and says what to verify.
#[derive(Debug, Parser)]
#[command(name = "claimlist", version, after_help = exit::HELP, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours; auto is: on a terminal, unless NO_COLOR is set.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", display_order = 100)]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the checklist of each article.
    Check(Check),
    /// Check articles from JSON lines: one object in, one object out.
    Stream(Stream),
    /// Show what became of every sentence: its words, what was recognized, its claims, or why it has none.
    Inspect(Inspect),
    /// Show why a claim is one, why it is worth a check, and why it has its hints.
    Explain(Explain),
    /// Show where the work on a checklist stands, and take over what was marked on its page.
    Review(review::args::Review),
    /// Mark claims of a checklist right, wrong, unclear or open.
    Mark(review::args::Mark),
    /// Show what an edit did to an article's claims, and carry marks over it.
    Diff(review::args::Diff),
    /// List, check, test and explain rules.
    Rules(Rules),
    /// Show which settings are in force, and where they come from.
    Config(config::command::Show),
    /// Make, check and install plugins.
    Plugin(PluginCommand),
    /// Print what makes a shell complete claimlist's commands and options.
    Completions(Completions),
    /// Print a manual page.
    Man(Man),
    /// Serve as the process of a plugin; claimlist starts this itself.
    #[command(hide = true)]
    PluginHost,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --all, --top, --kind, --tag or --min-worth, a table shows the claims most worth a check: about 25 for an \
article of 600 words, at least 10, at most 100."
)]
pub(crate) struct Check {
    /// Articles: text, Markdown, web pages, documents, subtitles; of a folder, every file that is one by its name; - is standard input.
    #[arg(value_name = "FILE|DIR|-")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputOptions,
    /// How to print the checklist [default: as the ending of --output tells, else a table].
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(crate) format: Option<&'static Format>,
    /// Print the checklist by this Jinja template, see docs/formats.md.
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub(crate) template: Option<PathBuf>,
    /// Write to this file, when all is done, instead of standard output; or, into a folder or a path that ends in a slash, a file
    /// for each article.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// Let --output overwrite files that exist.
    #[arg(long)]
    pub(crate) force: bool,
    /// Show only claims of these kinds.
    #[arg(long, value_name = "KIND,..", value_delimiter = ',', value_parser = kinds())]
    pub(crate) kind: Vec<ClaimKind>,
    /// Show only claims with a hint from a rule that has one of these tags; claimlist rules list shows rules by tag.
    #[arg(long, value_name = "TAG,..", value_delimiter = ',')]
    pub(crate) tag: Vec<String>,
    /// Show only claims of at least this worth, from 0 to 1.
    #[arg(long, value_name = "X", value_parser = worth, allow_negative_numbers = true)]
    pub(crate) min_worth: Option<f64>,
    /// Show at most so many claims of each article, those most worth a check.
    #[arg(long, value_name = "N", value_parser = parsed::<usize>(COUNT), allow_negative_numbers = true)]
    pub(crate) top: Option<usize>,
    /// Show every claim.
    #[arg(long, conflicts_with = "top")]
    pub(crate) all: bool,
    /// In what order to show the claims [default: position].
    #[arg(long, value_enum, value_name = "ORDER")]
    pub(crate) sort: Option<Order>,
    #[command(flatten)]
    pub(crate) dates: DateOptions,
    #[command(flatten)]
    pub(crate) rules: RuleOptions,
    #[command(flatten)]
    pub(crate) plugins: PluginOptions,
    /// End with status 1 if a claim, shown or beyond what the checklist has room for, has such a hint.
    #[arg(long, value_enum, value_name = "CAUSE,..", value_delimiter = ',')]
    pub(crate) fail_on: Vec<FailOn>,
    /// How many articles to check at once [default: one for each processor].
    #[arg(short, long, value_name = "N", value_parser = job_count, allow_negative_numbers = true)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Width of the table in columns [default: that of the terminal; 100 if the output goes elsewhere].
    #[arg(long, value_name = "N", value_parser = width, allow_negative_numbers = true)]
    pub(crate) width: Option<u16>,
    /// Show in the table how to go about each hint, which terminals of 140 columns and more do by themselves; if the output goes
    /// elsewhere, 160 columns.
    #[arg(long)]
    pub(crate) wide: bool,
    /// Group the claims of a table or a Markdown list.
    #[arg(long, value_enum, value_name = "BY")]
    pub(crate) group: Option<GroupBy>,
    /// Print the claims alone: no totals, no remarks, no progress.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Tell on standard error what the run goes by, what plugins write to their log, and how long it took.
    #[arg(short, long, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "In:  {\"id\": \"..\", \"text\": \"..\", \"date\": \"2009-05-08\", \"format\": \"text\"}, one object a line; all but\n     text may be missing; format is text, markdown or html.\n\
Out: {\"id\": \"..\", \"sentences\": [..], \"claims\": [..]} in the same order; for a line that cannot be checked\n     \
{\"id\": .., \"error\": {\"line\": N, \"message\": \"..\"}}. Blank lines are skipped."
)]
pub(crate) struct Stream {
    /// Print also what was recognized: numbers, quantities, times, quotations, names.
    #[arg(long)]
    pub(crate) mentions: bool,
    /// How to read dates such as 3/4/2025; detect is: as the article's other dates tell, else the day first.
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub(crate) date_order: DateOrder,
    #[command(flatten)]
    pub(crate) rules: RuleOptions,
    #[command(flatten)]
    pub(crate) plugins: PluginOptions,
    /// How many articles to check at once [default: one for each processor].
    #[arg(short, long, value_name = "N", value_parser = job_count, allow_negative_numbers = true)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Show also what plugins write to their log.
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Inspect {
    /// The article; - is standard input.
    #[arg(value_name = "FILE|-")]
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) input: InputOptions,
    /// How to print the account.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: AccountFormat,
    /// Show each word on a line of its own, with its classes in the lexicon.
    #[arg(long)]
    pub(crate) words: bool,
    #[command(flatten)]
    pub(crate) dates: DateOptions,
    #[command(flatten)]
    pub(crate) config: ConfigOptions,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// The article; - is standard input.
    #[arg(value_name = "FILE|-")]
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) input: InputOptions,
    /// The claim: its number in the table, or its id in the JSON output [default: each claim in short, the most worth a
    /// check first].
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
    #[command(flatten)]
    pub(crate) dates: DateOptions,
    #[command(flatten)]
    pub(crate) rules: RuleOptions,
    #[command(flatten)]
    pub(crate) plugins: PluginOptions,
}

/// How days in articles are understood.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(crate) struct DateOptions {
    /// Day of publication (YYYY-MM-DD), against which "on Tuesday" or "last year" is resolved.
    #[arg(long, value_name = "DATE", value_parser = parsed::<Date>("give the day as YYYY-MM-DD, such as 2025-02-27"))]
    pub(crate) date: Option<Date>,
    /// How to read dates such as 3/4/2025; detect is: as the article's other dates tell, else the day first.
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub(crate) date_order: DateOrder,
}

/// How articles are read.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct InputOptions {
    /// What the articles are [default: as each begins and as its name ends].
    #[arg(long, value_name = "FORMAT", value_parser = input_formats())]
    pub(crate) input_format: Option<claimlist_input::Format>,
    #[command(flatten)]
    pub(crate) fetch: FetchOptions,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum AccountFormat {
    /// Text for people, at most 80 columns wide.
    #[default]
    Text,
    /// One JSON object for other programs.
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Order {
    /// That of the text.
    #[default]
    Position,
    /// The most worth a check first.
    Worth,
    /// By kind.
    Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupBy {
    /// The sentence that they stand in.
    Sentence,
    /// Their kind.
    Kind,
}

impl From<GroupBy> for Group {
    fn from(by: GroupBy) -> Self {
        match by {
            GroupBy::Sentence => Self::Sentence,
            GroupBy::Kind => Self::Kind,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateOrder {
    #[default]
    Detect,
    DayFirst,
    MonthFirst,
}

impl From<DateOrder> for recognize::DateOrder {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::Detect => Self::Detect,
            DateOrder::DayFirst => Self::DayFirst,
            DateOrder::MonthFirst => Self::MonthFirst,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes it the choice for all that is printed from now on.
    pub(crate) fn write_global(self) {
        self.choice().write_global();
    }

    pub(crate) fn choice(self) -> anstream::ColorChoice {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
    }
}

impl Order {
    /// Its name on the command line and in configurations.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Position => "position",
            Self::Worth => "worth",
            Self::Kind => "kind",
        }
    }
}

impl Check {
    /// What to show: by the command line, else by the configuration. A complete format leaves nothing out unless
    /// asked to.
    pub(crate) fn selection(&self, config: &Config, complete: bool) -> Selection {
        let kinds = Some(self.kind.clone()).filter(|kinds| !kinds.is_empty());
        let kinds = kinds.or_else(|| config.check(|check| check.kinds.clone())).unwrap_or_default();
        let tags = Some(self.tag.clone()).filter(|tags| !tags.is_empty());
        let of_config = |check: &CheckSection| {
            Some(check.tags.as_ref()?.iter().map(|tag| tag.as_ref().clone()).collect())
        };
        let tags = tags.or_else(|| config.check(of_config)).unwrap_or_default();
        let min_worth = self.min_worth.or_else(|| config.check(|check| check.min_worth));
        let filtered = !kinds.is_empty() || !tags.is_empty() || min_worth.is_some();
        let limit = match self.top.or_else(|| config.check(|check| check.top).filter(|_| !self.all)) {
            Some(top) => Limit::Top(top),
            None if self.all || filtered || complete => Limit::All,
            None => Limit::Quiet,
        };
        let sort = match self.sort.or_else(|| config.check(|check| check.sort)).unwrap_or_default() {
            Order::Position => Sort::Position,
            Order::Worth => Sort::Worth,
            Order::Kind => Sort::Kind,
        };
        let min_worth = min_worth.unwrap_or(0.0);
        Selection { kinds, tags, min_worth, limit, sort }
    }
}

pub(crate) fn formats() -> impl clap::builder::TypedValueParser<Value = &'static Format> {
    let value = |format: &Format| PossibleValue::new(format.name).help(format.about);
    PossibleValuesParser::new(Format::all().iter().map(value))
        .try_map(|name| Format::named(&name).ok_or("no such format"))
}

fn kinds() -> impl clap::builder::TypedValueParser<Value = ClaimKind> {
    PossibleValuesParser::new(ClaimKind::ALL.iter().map(|kind| kind.name()))
        .try_map(|name| ClaimKind::named(&name).ok_or("no such kind"))
}

fn input_formats() -> impl clap::builder::TypedValueParser<Value = claimlist_input::Format> {
    PossibleValuesParser::new(claimlist_input::Format::ALL.iter().map(|format| format.name()))
        .try_map(|name| claimlist_input::Format::named(&name).ok_or("no such format"))
}

fn worth(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|worth| (0.0..=1.0).contains(worth))
        .ok_or_else(|| "give a number from 0 to 1, such as 0.5".to_owned())
}

/// What is wanted of an option that limits how many claims are shown.
pub(crate) const COUNT: &str = "give a whole number, such as 10";

/// Reads a value, of which the message says what is wanted: those of the standard library tell what is wrong with its digits.
pub(crate) fn parsed<T: FromStr>(wanted: &'static str) -> impl Fn(&str) -> Result<T, &'static str> + Clone {
    move |text| text.parse().map_err(|_| wanted)
}

fn width(text: &str) -> Result<u16, &'static str> {
    text.parse()
        .ok()
        .filter(|width| (40..=1000).contains(width))
        .ok_or("give a number of columns from 40 to 1000")
}

/// Reads the value of --jobs. It has a bound, as memory is set aside for each.
fn job_count(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse()
        .ok()
        .filter(|jobs: &NonZeroUsize| jobs.get() <= 1024)
        .ok_or("give a whole number from 1 to 1024, such as 4")
}

/// As many threads as asked for, or one for each processor.
pub(crate) fn jobs(asked: Option<NonZeroUsize>) -> NonZeroUsize {
    asked.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
}
