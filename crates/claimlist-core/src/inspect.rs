//! An account of every sentence: its words, what was recognized, its claims with their patterns, or why it has none.
//!
//! Nothing is dropped in silence: `How could this happen?` has no claim and is set aside as a question.

mod set_aside;

use serde::Serialize;

pub use set_aside::{ApparatusCue, SetAside};

use crate::checklist::MentionEntry;
use crate::{BlockKind, Checked, Document, Facts};

/// A sentence with all that was found in it. Offsets are UTF-8 bytes of the article's text, `end` exclusive.
#[derive(Debug, Serialize)]
pub struct SentenceAccount {
    /// Its place among the sentences, from 1.
    pub number: usize,
    /// Line in the source, from 1.
    pub line: u32,
    /// Where it stands in a source that has no lines, in words: "page 3". `line` then counts in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Its words as they stand.
    pub text: String,
    /// The kind of block that it stands in.
    pub block: BlockKind,
    /// Check-worthiness, 0 to 1.
    pub worth: f64,
    /// Why it has no claim; none if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// What made the sentence apparatus, if it was set aside as that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apparatus: Option<ApparatusCue>,
    /// Its tokens.
    pub tokens: Vec<TokenAccount>,
    /// What was recognized, in the order of the text; a quotation stands at the sentence in which it starts.
    pub mentions: Vec<MentionEntry>,
    /// Its claims.
    pub claims: Vec<ClaimAccount>,
}

/// A token with what is known of it.
#[derive(Debug, Serialize)]
pub struct TokenAccount {
    /// The token.
    pub text: String,
    /// Its part of speech here.
    pub pos: &'static str,
    /// The names of its classes in the lexicon.
    pub classes: Vec<&'static str>,
}

/// A claim with the pattern that found it.
#[derive(Debug, Serialize)]
pub struct ClaimAccount {
    /// Its number in the checklist, from 1.
    pub number: usize,
    /// See [`ClaimId`](crate::ClaimId).
    pub id: String,
    /// The name of its kind.
    pub kind: &'static str,
    /// Its words.
    pub text: String,
    /// The pattern that found it.
    pub pattern: &'static str,
    /// Check-worthiness, 0 to 1.
    pub worth: f64,
    /// Its typed facts.
    pub facts: Facts,
}

/// The accounts of all sentences of a checked document, in order.
#[must_use]
pub fn inspect(document: &Document, checked: &Checked) -> Vec<SentenceAccount> {
    let mut positions = document.positions();
    let mut mentions = checked.mentions.iter().peekable();
    let mut claims = checked.claims.iter().enumerate().peekable();
    let text = document.text();
    let mut cues = set_aside::Cues::default();
    let account = |(index, sentence): (usize, &crate::Sentence)| {
        let words = checked.lexed.sentence(document, index);
        let mut own_mentions = Vec::new();
        while let Some(mention) = mentions.next_if(|mention| mention.sentence as usize <= index) {
            own_mentions.push(MentionEntry {
                kind: mention.kind.name().to_owned(),
                start: mention.span.start,
                end: mention.span.end,
                facts: mention.facts.clone(),
            });
        }
        let mut own_claims = Vec::new();
        while let Some((at, claim)) = claims.next_if(|(_, claim)| claim.sentence as usize <= index) {
            own_claims.push(ClaimAccount {
                number: at + 1,
                id: claim.id.to_string(),
                kind: claim.kind.name(),
                text: claim.text(document).to_owned(),
                pattern: claim.pattern,
                worth: claim.worth,
                facts: claim.facts.clone(),
            });
        }
        let tokens = words.tokens.iter().map(|token| TokenAccount {
            text: token.span.of(text).to_owned(),
            pos: token.pos.name(),
            classes: token.classes.names().collect(),
        });
        let line = positions.at(sentence.span.start).line;
        let apparatus = cues.of(document, sentence, line);
        SentenceAccount {
            number: index + 1,
            line,
            place: document.place(sentence.span.start).map(str::to_owned),
            start: sentence.span.start,
            end: sentence.span.end,
            text: sentence.span.of(text).to_owned(),
            block: document.blocks[sentence.block as usize].kind,
            worth: checked.worth.get(index).copied().unwrap_or_default(),
            set_aside: own_claims.is_empty().then(|| SetAside::of(words, apparatus.as_ref())),
            apparatus,
            tokens: tokens.collect(),
            mentions: own_mentions,
            claims: own_claims,
        }
    };
    checked.sentences.iter().enumerate().map(account).collect()
}
