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

/// Structs of the ABI one after the other, each followed by so many words that this version knows nothing of, as a later
/// version would send them.
#[derive(Debug)]
struct Rows {
    words: Vec<u64>,
    count: usize,
    stride: u32,
}

impl Rows {
    fn new<T: Copy>(structs: impl ExactSizeIterator<Item = T>, appended: usize) -> Self {
        const { assert!(size_of::<T>().is_multiple_of(8) && align_of::<T>() <= 8) };
        let known = size_of::<T>() / 8;
        let stride = known + appended;
        let count = structs.len();
        // Not zeros, so that a reader who strays into them notices.
        let mut words = vec![u64::MAX; stride * count];
        for (row, value) in words.chunks_exact_mut(stride).zip(structs) {
            // SAFETY: the row has room for a `T` and is aligned for it.
            unsafe { row.as_mut_ptr().cast::<T>().write(value) };
        }
        Self { words, count, stride: (stride * 8) as u32 }
    }

    fn first<T>(&self) -> *const T {
        self.words.as_ptr().cast()
    }
}

/// The structs of the ABI for an article. They point into the article and into each other.
#[derive(Debug)]
pub(super) struct Structs<'a> {
    sentences: Rows,
    claims: Rows,
    /// What the claims point at.
    _facts: Vec<Rows>,
    fact_stride: u32,
    article: &'a Article<'a>,
}

impl<'a> Structs<'a> {
    /// The structs, each longer by `appended` words of 8 bytes than those of this version.
    pub(super) fn new(article: &'a Article<'a>, appended: usize) -> Self {
        let sentence = |&(start, end, block): &(u32, u32, u32)| abi::SentenceSpan {
            start: start.into(),
            end: end.into(),
            block,
            reserved: 0,
        };
        let fact = |fact: &FactData<'_>| abi::Fact {
            key: fact.key.into(),
            text: (&*fact.text).into(),
            number: fact.number.filter(|number| number.is_finite()).unwrap_or_default(),
            flags: u32::from(fact.number.is_some_and(f64::is_finite)) * abi::FACT_HAS_NUMBER,
            reserved: 0,
        };
        let facts: Vec<Rows> =
            article.claims.iter().map(|claim| Rows::new(claim.facts.iter().map(fact), appended)).collect();
        let claim = |(claim, facts): (&ClaimData<'_>, &Rows)| abi::Claim {
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
            facts: facts.first(),
            fact_count: facts.count,
        };
        Self {
            sentences: Rows::new(article.sentences.iter().map(sentence), appended),
            claims: Rows::new(article.claims.iter().zip(&facts).map(claim), appended),
            _facts: facts,
            fact_stride: Rows::new(std::iter::empty::<abi::Fact>(), appended).stride,
            article,
        }
    }

    /// Calls `use_batch` with the batch, which is valid during the call.
    pub(super) fn with_batch<R>(&self, use_batch: impl FnOnce(&abi::Batch) -> R) -> R {
        let document = abi::Document {
            struct_size: size_of::<abi::Document>() as u32,
            sentence_stride: self.sentences.stride,
            path: self.article.path.into(),
            title: self.article.title.into(),
            text: self.article.text.into(),
            language: self.article.language.into(),
            date: (&*self.article.date).into(),
            sentences: self.sentences.first(),
            sentence_count: self.sentences.count,
        };
        use_batch(&abi::Batch {
            struct_size: size_of::<abi::Batch>() as u32,
            claim_stride: self.claims.stride,
            fact_stride: self.fact_stride,
            reserved: 0,
            document: &raw const document,
            claims: self.claims.first(),
            claim_count: self.claims.count,
        })
    }
}
