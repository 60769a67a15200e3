//! Measures how accurate claimlist is on texts annotated by hand.
//!
//! `claimlist-eval score FOLDER` reads the suites in a folder (see [`gold`] for their format), prints precision, recall and
//! F1 of each, and can compare the run with an earlier one or write the report `docs/accuracy.md`.

mod compare;
mod gold;
mod matching;
mod measure;
mod report;
mod run;

use std::path::PathBuf;

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
}

#[derive(clap::Args)]
struct Score {
    /// The folder with the suites: segmentation, quantity, time, quote, worth, claims; those that are missing are left out.
    folder: PathBuf,
    /// Only these suites.
    #[arg(long, value_delimiter = ',')]
    suite: Vec<String>,
    /// How many misses and extras to print of each measure.
    #[arg(long, default_value_t = 0)]
    show: usize,
    /// Write this run to a file, to compare later ones with.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Say what became right and what became wrong since a saved run.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Write the figures as a Markdown page, and beside it a plot of the same name with the ending .svg.
    #[arg(long, value_name = "FILE")]
    markdown: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "printing is what this program is for")]
fn main() -> anyhow::Result<()> {
    let Command::Score(score) = Arguments::parse().command;
    let run = measure::all(&score.folder, &score.suite)?;
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
