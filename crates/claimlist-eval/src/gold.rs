//! The suites: texts with what should be found in them.
//!
//! A folder holds `segmentation/{golden,more,gum}.jsonl`, `quantity/*.jsonl`, `time/{gum,recognizers}.jsonl`,
//! `quote/gum.jsonl`, `worth/*.jsonl` and `claims/*.gold.json`. Their offsets count Unicode code points; they are turned into
//! byte offsets as they are read.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use claimlist_core::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A text with the annotations that its suite has.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Text {
    /// Name in its suite.
    #[serde(alias = "article")]
    pub(crate) id: String,
    /// The text.
    pub(crate) text: String,
    /// Kind of text: `news`, `speech`.
    pub(crate) genre: String,
    /// Day of publication, ISO 8601; coarser dates are taken for none.
    #[serde(rename = "dateCreated")]
    pub(crate) date: Option<String>,
    /// Quantities.
    pub(crate) quantities: Vec<Annotation>,
    /// Times.
    pub(crate) times: Vec<Annotation>,
    /// Quotations.
    pub(crate) quotes: Vec<Annotation>,
    /// Check-worthy (1) or not (0).
    pub(crate) label: u8,
    /// The debate that the sentence is from.
    pub(crate) doc: Option<String>,
    /// Sentences, in the shape of the suite.
    pub(crate) sentences: serde_json::Value,
}

/// Something annotated.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Annotation {
    /// First code point; after reading, first byte.
    pub(crate) start: usize,
    /// Behind the last.
    pub(crate) end: usize,
    /// Its words.
    pub(crate) text: String,
    /// Its value.
    #[serde(default)]
    pub(crate) value: serde_json::Value,
    /// Its date, ISO 8601.
    #[serde(default)]
    pub(crate) when: Option<String>,
    /// Its kind, for claims.
    #[serde(default)]
    pub(crate) kind: String,
    /// Who said it, for claims.
    #[serde(default)]
    pub(crate) speaker: Option<String>,
}

impl Annotation {
    /// Where it stands, in bytes.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// A sentence of an article annotated with claims.
#[derive(Debug, Deserialize)]
pub(crate) struct ClaimSentence {
    /// First code point; after reading, first byte.
    pub(crate) start: usize,
    /// Behind the last.
    pub(crate) end: usize,
    /// 0 nothing to check, 1 checkable, 2 a fact-checker would check it.
    pub(crate) worth: u8,
    /// Its claims.
    pub(crate) claims: Vec<Annotation>,
}

/// Byte offsets of the code points of a text.
pub(crate) struct Offsets(Vec<usize>);

impl Offsets {
    /// The offsets of `text`.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    /// The byte offset of a code point; beyond the end, the end.
    pub(crate) fn byte(&self, point: usize) -> usize {
        self.0.get(point).or(self.0.last()).copied().unwrap_or(0)
    }

    fn apply(&self, annotations: &mut [Annotation]) {
        for annotation in annotations {
            (annotation.start, annotation.end) = (self.byte(annotation.start), self.byte(annotation.end));
        }
    }
}

impl Text {
    /// Reads the annotated sentences of an article of the claims suite.
    pub(crate) fn claim_sentences(&self) -> anyhow::Result<Vec<ClaimSentence>> {
        let offsets = Offsets::new(&self.text);
        let mut sentences: Vec<ClaimSentence> = serde_json::from_value(self.sentences.clone())?;
        for sentence in &mut sentences {
            (sentence.start, sentence.end) = (offsets.byte(sentence.start), offsets.byte(sentence.end));
            offsets.apply(&mut sentence.claims);
        }
        Ok(sentences)
    }

    fn in_bytes(mut self) -> Self {
        let offsets = Offsets::new(&self.text);
        for annotations in [&mut self.quantities, &mut self.times, &mut self.quotes] {
            offsets.apply(annotations);
        }
        self
    }
}

/// The texts of a suite file with one JSON object a line; none if there is no such file.
pub(crate) fn lines(path: &Path) -> anyhow::Result<Vec<Text>> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let json = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    json.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            parse::<Text>(line)
                .with_context(|| format!("{}:{}", path.display(), index + 1))
                .map(Text::in_bytes)
        })
        .collect()
}

/// The articles of the claims suite, in the order of their names.
pub(crate) fn articles(folder: &Path) -> anyhow::Result<Vec<Text>> {
    files(folder, ".gold.json")?
        .iter()
        .map(|path| {
            let json = std::fs::read_to_string(path)?;
            parse::<Text>(&json).with_context(|| path.display().to_string())
        })
        .collect()
}

/// The files of a folder whose names end so, in order; none if there is no such folder.
pub(crate) fn files(folder: &Path, ending: &str) -> anyhow::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn parse<T: DeserializeOwned>(json: &str) -> anyhow::Result<T> {
    Ok(serde_json::from_str(json)?)
}
