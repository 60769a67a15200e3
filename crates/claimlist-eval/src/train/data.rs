//! The sentences to learn from.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use claimlist_core::Checker;
use claimlist_core::worth::Features;
use serde::Deserialize;

/// The data, in the order of their ids.
pub(super) struct Data {
    /// The sentences.
    pub(super) rows: Vec<Row>,
    /// How many texts were left out because they are more than one sentence, or none.
    pub(super) left_out: usize,
}

/// A sentence.
pub(super) struct Row {
    /// Whether it is worth a check.
    pub(super) label: bool,
    /// Its features, as often as it has them.
    pub(super) features: Vec<u64>,
}

/// A line of a file.
#[derive(Deserialize)]
struct Line {
    text: String,
    label: Label,
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    date: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
enum Label {
    Number(u8),
    Flag(bool),
}

/// Reads all files. Where every line has a number as its id, the sentences are put in the order of these numbers; else they
/// stay in the order of the files.
pub(super) fn read(paths: &[PathBuf]) -> anyhow::Result<Data> {
    let mut lines = Vec::new();
    for path in paths {
        read_file(path, &mut lines)?;
    }
    let number = |line: &Line| match &line.id {
        serde_json::Value::Number(id) => id.as_i64(),
        serde_json::Value::String(id) => id.parse().ok(),
        _ => None,
    };
    if lines.iter().all(|(line, _)| number(line).is_some()) {
        lines.sort_by_key(|(line, _)| number(line));
    }
    let checker = Checker::without_rules();
    let mut data = Data { rows: Vec::with_capacity(lines.len()), left_out: 0 };
    for (line, label) in lines {
        match features(&checker, line)? {
            Some(features) => data.rows.push(Row { label, features }),
            None => data.left_out += 1,
        }
    }
    anyhow::ensure!(
        [true, false].iter().all(|label| data.rows.iter().any(|row| row.label == *label)),
        "there have to be sentences with label 1 and others with label 0"
    );
    Ok(data)
}

fn read_file(path: &Path, lines: &mut Vec<(Line, bool)>) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    for (index, json) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{}:{}", path.display(), index + 1);
        let line: Line = serde_json::from_str(json).with_context(place)?;
        let label = match line.label {
            Label::Flag(label) => label,
            Label::Number(label @ 0..=1) => label == 1,
            Label::Number(_) => anyhow::bail!("{}: \"label\" has to be 0 or 1", place()),
        };
        lines.push((line, label));
    }
    Ok(())
}

/// The features of a text that is one sentence.
fn features(checker: &Checker, line: Line) -> anyhow::Result<Option<Vec<u64>>> {
    let date = line.date.as_deref().and_then(|date| date.parse().ok());
    let document = claimlist_input::text::read(line.text)?.dated(date);
    let checked = checker.check(&document);
    if checked.sentences.len() != 1 {
        return Ok(None);
    }
    let mut features = Vec::new();
    let words = checked.lexed.sentence(&document, 0);
    Features::default().each(words, &checked.claims, |feature, _| features.push(feature));
    features.sort_unstable();
    Ok(Some(features))
}
