//! A checked article in the form that goes over the border, and that form in the structs of the ABI.

use std::borrow::Cow;

use claimlist_plugin::abi;

use super::wire::{Article, ClaimData, FactData};
use crate::{BlockKind, Claim, Document, Sentence, Slot, Value};

impl<'a> Article<'a> {
    /// The article with its claims.
    pub(super) fn new(document: &'a Document, sentences: &[Sentence], claims: &'a [Claim]) -> Self {
        let text = document.text();
        let mut positions = document.positions();
        let block = |sentence: &Sentence| {
            let kind = document.blocks[sentence.block as usize].kind;
            BlockKind::ALL.iter().position(|&other| other == kind).unwrap_or_default() as u32
        };
        Self {
            path: &document.path,
            title: document.title().unwrap_or_default(),
            text,
            language: &document.language,
            date: document.date.map(|date| Cow::Owned(date.to_string())).unwrap_or_default(),
            sentences: sentences.iter().map(|s| (s.span.start, s.span.end, block(s))).collect(),
            claims: claims
                .iter()
                .map(|claim| ClaimData {
                    id: Cow::Borrowed(claim.id.as_str()),
                    kind: claim.kind.name(),
                    text: claim.text(document),
                    speaker: claim.speaker.as_ref().map(|speaker| speaker.text.as_str()).unwrap_or_default(),
                    start: claim.span.start,
                    end: claim.span.end,
                    sentence: claim.sentence,
                    line: positions.at(claim.span.start).line,
                    worth_permille: (claim.worth.clamp(0.0, 1.0) * 1000.0).round() as u32,
                    quoted: claim.quoted,
                    facts: claim.facts.iter().map(|(slot, value)| fact(slot, value)).collect(),
                })
                .collect(),
        }
    }
}

fn fact(slot: Slot, value: &Value) -> FactData<'_> {
    let (text, number) = match value {
        Value::Number(number) => (Cow::Owned(number.to_string()), Some(*number)),
        Value::Text(text) => (Cow::Borrowed(text.as_str()), None),
        Value::Flag(flag) => (Cow::Borrowed(if *flag { "true" } else { "false" }), None),
    };
    FactData { key: slot.name(), text, number }
}

/// The structs of the ABI for an article. They point into the article and into each other.
#[derive(Debug)]
pub(super) struct Structs<'a> {
    sentences: Vec<abi::SentenceSpan>,
    claims: Vec<abi::Claim>,
    /// What the claims point at.
    _facts: Vec<Vec<abi::Fact>>,
    article: &'a Article<'a>,
}

impl<'a> Structs<'a> {
    pub(super) fn new(article: &'a Article<'a>) -> Self {
        let sentences = article
            .sentences
            .iter()
            .map(|&(start, end, block)| abi::SentenceSpan {
                start: start.into(),
                end: end.into(),
                block,
                reserved: 0,
            })
            .collect();
        let facts: Vec<Vec<abi::Fact>> = article
            .claims
            .iter()
            .map(|claim| {
                claim
                    .facts
                    .iter()
                    .map(|fact| abi::Fact {
                        key: fact.key.into(),
                        text: (&*fact.text).into(),
                        number: fact.number.filter(|number| number.is_finite()).unwrap_or_default(),
                        flags: u32::from(fact.number.is_some()) * abi::FACT_HAS_NUMBER,
                        reserved: 0,
                    })
                    .collect()
            })
            .collect();
        let claims = article
            .claims
            .iter()
            .zip(&facts)
            .map(|(claim, facts)| abi::Claim {
                id: (&*claim.id).into(),
                kind: claim.kind.into(),
                text: claim.text.into(),
                speaker: claim.speaker.into(),
                start: claim.start.into(),
                end: claim.end.into(),
                sentence: claim.sentence,
                line: claim.line,
                worth_permille: claim.worth_permille,
                flags: u32::from(claim.quoted) * abi::CLAIM_QUOTED,
                facts: facts.as_ptr(),
                fact_count: facts.len(),
            })
            .collect();
        Self { sentences, claims, _facts: facts, article }
    }

    /// Calls `use_batch` with the batch, which is valid during the call.
    pub(super) fn with_batch<R>(&self, use_batch: impl FnOnce(&abi::Batch) -> R) -> R {
        let document = abi::Document {
            struct_size: size_of::<abi::Document>() as u32,
            sentence_stride: size_of::<abi::SentenceSpan>() as u32,
            path: self.article.path.into(),
            title: self.article.title.into(),
            text: self.article.text.into(),
            language: self.article.language.into(),
            date: (&*self.article.date).into(),
            sentences: self.sentences.as_ptr(),
            sentence_count: self.sentences.len(),
        };
        use_batch(&abi::Batch {
            struct_size: size_of::<abi::Batch>() as u32,
            claim_stride: size_of::<abi::Claim>() as u32,
            fact_stride: size_of::<abi::Fact>() as u32,
            reserved: 0,
            document: &raw const document,
            claims: self.claims.as_ptr(),
            claim_count: self.claims.len(),
        })
    }
}
