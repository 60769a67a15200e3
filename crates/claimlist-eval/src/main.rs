//! Measures how accurate claimlist is on texts annotated by hand.
//!
//! `claimlist-eval score FOLDER` reads the suites in a folder (see [`gold`] for their format), prints precision, recall and
//! F1 of each, and can compare the run with an earlier one or write the report `docs/accuracy.md`. `claimlist-eval train` makes
//! the worth model (see [`train`]).

mod calibration;
mod compare;
mod gold;
mod matching;
mod measure;
mod report;
mod run;
mod train;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use claimlist_core::Checker;
use claimlist_core::worth::{Desk, Model, Ranker};
use clap::{Parser, Subcommand};

/// Measures how accurate claimlist is on annotated texts.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Scores every suite in a folder.
    Score(Score),
    /// Trains a worth model on sentences that people judged.
    Train(train::Train),
}

#[derive(clap::Args)]
struct Score {
    /// The folder with the suites: segmentation, quantity, time, quote, worth, claims; those that are missing are left out.
    folder: PathBuf,
    /// Only these suites.
    #[arg(long, value_delimiter = ',')]
    suite: Vec<String>,
    /// Rank by this worth model instead of the one that comes with the program.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// How many misses and extras to print of each measure.
    #[arg(long, default_value_t = 0)]
    show: usize,
    /// Write this run to a file, to compare later ones with.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Say what became right and what became wrong since a saved run.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Write the figures as a Markdown page, and beside it its plots, whose names begin like its own and end in .svg.
    #[arg(long, value_name = "FILE")]
    markdown: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "printing is what this program is for")]
fn main() -> anyhow::Result<()> {
    let score = match Arguments::parse().command {
        Command::Score(score) => score,
        Command::Train(args) => return train::run(&args),
    };
    let checker = Checker::without_rules();
    let checker = match &score.model {
        Some(path) => checker.with_ranker(Ranker::new(model(path)?, Desk::default())),
        None => checker,
    };
    let run = measure::all(&checker, &score.folder, &score.suite)?;
    print!("{}", report::text(&run, score.show));
    if let Some(path) = &score.against {
        let earlier = run::Run::load(path)?;
        print!("{}", compare::text(&earlier, &run, score.show.max(10)));
    }
    if let Some(path) = &score.save {
        run.save(path)?;
    }
    if let Some(path) = &score.markdown {
        report::write_markdown(&run, path)?;
    }
    Ok(())
}

/// Reads a worth model.
fn model(path: &Path) -> anyhow::Result<Model> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Model::read(bytes).with_context(|| path.display().to_string())
}
