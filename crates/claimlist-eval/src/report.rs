//! The figures of a run as text, and as a page with a plot.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;

use crate::run::{Measure, Run};

/// The figures, a line each, with up to `show` misses and extras below each.
pub(crate) fn text(run: &Run, show: usize) -> String {
    let mut out = String::new();
    for measure in &run.measures {
        let _ = writeln!(
            out,
            "{:<32} {:<20} {:.4}  {}",
            measure.name,
            measure.unit,
            measure.score,
            counts(measure)
        );
        for (what, items) in [("missed", &measure.missed), ("extra ", &measure.extra)] {
            for item in items.iter().take(show) {
                let _ = writeln!(out, "    {what} {item}");
            }
        }
    }
    out
}

fn counts(measure: &Measure) -> String {
    match (measure.precision, measure.recall) {
        (Some(precision), Some(recall)) => format!("P {precision:.4} R {recall:.4} of {}", measure.gold),
        _ if measure.right.is_empty() && measure.missed.is_empty() => format!("{} positive", measure.gold),
        _ => format!("{} of {}", measure.right.len(), measure.gold),
    }
}

/// Writes the page and its plot.
pub(crate) fn write_markdown(run: &Run, path: &Path) -> anyhow::Result<()> {
    let plot = path.with_extension("svg");
    let plot_name = plot.file_name().unwrap_or_default().to_string_lossy().into_owned();
    write(path, &markdown(run, &plot_name))?;
    for measure in &run.measures {
        if let Some(calibration) = &measure.calibration {
            let name = reliability_name(&plot_name, &measure.name);
            write(&path.with_file_name(name), &calibration.svg(&measure.name))?;
        }
    }
    write(&plot, &svg(run))
}

/// The name of a reliability plot: `accuracy-worth-dev-calibration.svg`.
fn reliability_name(plot: &str, measure: &str) -> String {
    format!("{}-{}.svg", plot.trim_end_matches(".svg"), measure.replace(['/', ' '], "-"))
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn markdown(run: &Run, plot: &str) -> String {
    let mut out = String::from(HEADER);
    let day = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date();
    let _ = writeln!(out, "Measured on {day} with version {}.\n", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(out, "![The figures of the table as bars]({plot})\n");
    let _ = writeln!(out, "| measure | what is counted | score | precision | recall | gold items |");
    let _ = writeln!(out, "|---|---|---:|---:|---:|---:|");
    for measure in &run.measures {
        let part = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:.3}"));
        let _ = writeln!(
            out,
            "| {} | {} | {:.3} | {} | {} | {} |",
            measure.name,
            measure.unit,
            measure.score,
            part(measure.precision),
            part(measure.recall),
            measure.gold
        );
    }
    if run.measures.iter().any(|measure| measure.calibration.is_some()) {
        out.push_str(CALIBRATION);
    }
    for measure in run.measures.iter().filter(|measure| measure.calibration.is_some()) {
        let _ = writeln!(out, "\n![{} as a plot]({})", measure.name, reliability_name(plot, &measure.name));
    }
    out
}

const CALIBRATION: &str = "
## Calibration

A worth is meant as a probability: of the sentences with a worth of 0.7, seven in ten should be worth a check. Sentences are put into ten
bins by their worth; the calibration error is the mean distance of the bins' worth from the share of their sentences that people
held to be worth a check, each bin counting by its sentences (0 is perfect). In the plot a dot is a bin, the larger the more
sentences it has; dots on the line are right. How the model was trained and cross-validated is told in [worth.md](worth.md).
";

const HEADER: &str = "\
# Accuracy

Made by `claimlist-eval score SUITES --markdown docs/accuracy.md`; do not edit. `SUITES` is a folder of annotated texts in the
format that `crates/claimlist-eval/src/gold.rs` describes. The figures here are of these public sources:

| suite | source | licence |
|---|---|---|
| segmentation/golden, more | the specification of pragmatic_segmenter, English | MIT |
| segmentation/gum, time/gum, quote/gum | the GUM corpus, English documents of several genres | CC BY 4.0 (annotations) |
| quantity, time/recognizers | the specifications of Microsoft Recognizers-Text, English | MIT |
| worth | CheckThat! 2024 task 1, English, built on the ClaimBuster data | CC BY 4.0 |
| claims | six articles annotated by one hand: five news texts of the GUM corpus and one further news article | CC BY 4.0 (annotations) |

The claims suite is small: one claim more or less moves a kind with ten gold items by several points. What counts is how a
figure carries over to texts that nobody looked at while the program was written.

";

/// Bars of equal height, a line each, from 0 to 1.
fn svg(run: &Run) -> String {
    const ROW: usize = 18;
    const LEFT: usize = 210;
    const WIDTH: usize = 400;
    // An error is no score: the lower, the better.
    let scores: Vec<_> = run.measures.iter().filter(|measure| measure.calibration.is_none()).collect();
    let height = scores.len() * ROW + 24;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{height}\" font-family=\"sans-serif\" \
         font-size=\"12\" role=\"img\" aria-label=\"Scores of each measure from 0 to 1\">",
        LEFT + WIDTH + 60
    );
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    for (index, measure) in scores.iter().enumerate() {
        let y = 8 + index * ROW;
        let bar = (measure.score * WIDTH as f64).round();
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#222\">{}</text>\
             <rect x=\"{LEFT}\" y=\"{}\" width=\"{WIDTH}\" height=\"12\" fill=\"#eee\"/>\
             <rect x=\"{LEFT}\" y=\"{}\" width=\"{bar}\" height=\"12\" fill=\"#2b6cb0\"/>\
             <text x=\"{}\" y=\"{}\" fill=\"#222\">{:.3}</text>",
            LEFT - 8,
            y + 11,
            measure.name,
            y + 1,
            y + 1,
            LEFT + WIDTH + 6,
            y + 11,
            measure.score
        );
    }
    out.push_str("</svg>\n");
    out
}
