//! The checklist as renderers and the JSON schema show it: plain data, serialisable both ways.

use serde::{Deserialize, Serialize};

use crate::{Block, BlockKind, Checked, Claim, ClaimKind, Document, Facts, Hint, Position, Source};

/// The name of the JSON format; the number goes up when a reader of the old one would misread the new one.
pub const SCHEMA: &str = "claimlist/1";

/// The checklists of some articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checklist {
    /// [`SCHEMA`].
    pub schema: String,
    /// The program that made it.
    pub tool: Tool,
    /// One entry an article, in the order in which they were given.
    pub documents: Vec<DocumentEntry>,
    /// Inputs that could not be read or checked.
    pub problems: Vec<Problem>,
}

/// The program that made a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// `claimlist`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What was found in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// Where the article was read from; `-` for standard input.
    pub path: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// The day of publication that relative times were resolved against, ISO 8601.
    pub date: Option<String>,
    /// Who wrote it, where its file says so beside the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// Its text, in which all offsets count; empty where a checklist does without.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Its blocks, in order; like `text`, they may be left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<BlockEntry>,
    /// Its sentences, in order.
    pub sentences: Vec<SentenceEntry>,
    /// Its claims, in order.
    pub claims: Vec<ClaimEntry>,
    /// What to verify about the article as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    /// What was recognized, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<MentionEntry>>,
}

/// A block of the text. Offsets are UTF-8 bytes of the article's text, `end` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockEntry {
    /// What it is in its article.
    pub kind: BlockKind,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
}

/// A sentence. Offsets are UTF-8 bytes of the article's text, `end` exclusive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentenceEntry {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Check-worthiness, 0 to 1.
    pub worth: f64,
    /// The kind of block that it stands in.
    pub block: BlockKind,
}

/// Where a claim stands in the checker's work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Not yet checked.
    #[default]
    Open,
    /// Checked and right.
    Right,
    /// Checked and wrong.
    Wrong,
    /// Checked, and not to be settled.
    Unclear,
}

impl Status {
    /// Every status, in the order of the documentation.
    pub const ALL: &[Self] = &[Self::Open, Self::Right, Self::Wrong, Self::Unclear];

    /// The name that JSON uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Unclear => "unclear",
        }
    }
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimEntry {
    /// Stable over edits elsewhere in the article, see [`ClaimId`](crate::ClaimId).
    pub id: String,
    /// Which of the ten kinds.
    pub kind: ClaimKind,
    /// Its words.
    pub text: String,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Line in the source, from 1.
    pub line: u32,
    /// Column in the source, in characters, from 1.
    pub column: u32,
    /// Where it stands in a source that has no lines, in words: "page 3". `line` and `column` then count in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Index of its sentence in [`DocumentEntry::sentences`].
    pub sentence: u32,
    /// Check-worthiness, 0 to 1.
    pub worth: f64,
    /// Who said it, for quotations, reported speech and what is said in a transcript.
    pub speaker: Option<String>,
    /// Whether it stands inside a direct quotation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quoted: bool,
    /// Its typed facts.
    pub facts: Facts,
    /// What to verify.
    pub hints: Vec<Hint>,
    /// Where it stands in the checker's work.
    #[serde(default)]
    pub status: Status,
    /// When it was last marked, as an ISO 8601 time in UTC: `2026-01-15T09:30:00Z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marked: Option<String>,
    /// What the checker wrote about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the checker settled it with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Source>,
}

/// Something recognized.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionEntry {
    /// `number`, `quantity`, `time`, `quote` or `name`.
    pub kind: String,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Its typed facts.
    pub facts: Facts,
}

/// An input that could not be read or checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
    /// Line, from 1, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in characters, from 1, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

impl Checklist {
    /// A checklist without articles.
    #[must_use]
    pub fn new(version: &str) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            tool: Tool { name: "claimlist".to_owned(), version: version.to_owned() },
            documents: Vec::new(),
            problems: Vec::new(),
        }
    }
}

impl ClaimEntry {
    /// The entry of one claim, which starts at that position.
    fn new(document: &Document, position: Position, claim: Claim) -> Self {
        Self {
            id: claim.id.as_str().to_owned(),
            kind: claim.kind,
            text: claim.span.of(document.text()).to_owned(),
            start: claim.span.start,
            end: claim.span.end,
            line: position.line,
            column: position.column,
            place: document.place(claim.span.start).map(str::to_owned),
            sentence: claim.sentence,
            worth: rounded(claim.worth),
            speaker: claim.speaker.map(|speaker| speaker.text),
            quoted: claim.quoted,
            facts: claim.facts,
            hints: claim.hints,
            status: Status::Open,
            marked: None,
            note: None,
            evidence: Vec::new(),
        }
    }
}

impl DocumentEntry {
    /// The entry of one checked article; `mentions` only where they are asked for.
    #[must_use]
    pub fn new(path: &str, document: &Document, checked: Checked, mentions: bool) -> Self {
        let text = document.text();
        let sentences = checked
            .sentences
            .iter()
            .zip(&checked.worth)
            .map(|(sentence, &worth)| SentenceEntry {
                start: sentence.span.start,
                end: sentence.span.end,
                worth: rounded(worth),
                block: document.blocks[sentence.block as usize].kind,
            })
            .collect();
        let mut positions = document.positions();
        let claims = checked.claims.into_iter().map(|claim| {
            let position = positions.at(claim.span.start);
            ClaimEntry::new(document, position, claim)
        });
        let claims = claims.collect();
        let mentions = mentions.then(|| {
            checked
                .mentions
                .into_iter()
                .map(|mention| MentionEntry {
                    kind: mention.kind.name().to_owned(),
                    start: mention.span.start,
                    end: mention.span.end,
                    facts: mention.facts,
                })
                .collect()
        });
        Self {
            path: path.to_owned(),
            title: document.title().map(str::to_owned),
            date: document.date.map(|date| date.to_string()),
            byline: document.byline.clone(),
            text: text.to_owned(),
            blocks: document.blocks.iter().map(BlockEntry::new).collect(),
            sentences,
            claims,
            hints: checked.hints,
            mentions,
        }
    }
}

impl BlockEntry {
    fn new(block: &Block) -> Self {
        Self { kind: block.kind, start: block.span.start, end: block.span.end }
    }
}

/// Worth is an estimate; more than three decimals would pretend.
fn rounded(worth: f64) -> f64 {
    (worth * 1000.0).round() / 1000.0
}
