//! Tokens into mentions: numbers, quantities, times, quotations and names, each with typed facts.
//!
//! A mention says what stands there, not whether it is worth a check: that is for [`crate::extract`].

mod name;
mod number;
mod quantity;
mod quote;
mod time;

use crate::lex::Lexed;
use crate::lexicon::Lexicon;
use crate::{Document, Facts, Sentence, Span};

pub use time::DateOrder;

/// What was recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A number, in digits or words, whatever it is used for.
    Number,
    /// A figure with what it counts or measures.
    Quantity,
    /// A date, clock time, duration or frequency.
    Time,
    /// A direct quotation with its marks.
    Quote,
    /// A person, with title if one is given, or an organisation that speaks.
    Name,
}

impl MentionKind {
    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Quantity => "quantity",
            Self::Time => "time",
            Self::Quote => "quote",
            Self::Name => "name",
        }
    }
}

/// Something recognized in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Where it stands. A quotation may run over several sentences; every other mention lies in one.
    pub span: Span,
    /// Index of the sentence in which it starts.
    pub sentence: u32,
    /// Its typed facts.
    pub facts: Facts,
}

/// How many sentences each recognizer, and each extractor, goes over before the next begins: its code is then fetched into the
/// processor's caches once for all of them, which is faster than one sentence after another (`docs/performance.md`).
pub(crate) const BLOCK: usize = 32;

/// Everything recognized in a document, in the order of the text; of mentions with one start, the longer first.
/// Dates such as `3/4/2025` are read in `order`.
#[must_use]
pub fn recognize(
    document: &Document,
    sentences: &[Sentence],
    lexed: &Lexed,
    order: DateOrder,
) -> Vec<Mention> {
    let lexicon = Lexicon::english();
    let mut elsewhere = Vec::new();
    name::recognize(document, sentences, lexed, lexicon, &mut elsewhere);
    quote::recognize(document, sentences, &mut elsewhere);
    elsewhere.sort_by_key(place);
    let mut elsewhere = elsewhere.into_iter().peekable();
    let mut mentions = Vec::with_capacity(2 * elsewhere.len());
    let mut times = time::Recognizer::new(lexicon, document, order);
    let mut numbers: [Vec<number::Number>; BLOCK] = Default::default();
    let mut found: [Vec<Mention>; BLOCK] = Default::default();
    for first in (0..sentences.len()).step_by(BLOCK) {
        let block = first..sentences.len().min(first + BLOCK);
        let words = |index| lexed.sentence(document, index);
        for (index, numbers) in block.clone().zip(&mut numbers) {
            number::recognize(words(index), lexicon, numbers);
        }
        for ((index, numbers), found) in block.clone().zip(&numbers).zip(&mut found) {
            times.recognize(words(index), (index as u32, sentences[index].block), numbers, found);
        }
        for ((index, numbers), found) in block.clone().zip(&numbers).zip(&mut found) {
            // A number that is part of a date or duration is not a quantity.
            quantity::recognize(words(index), index as u32, lexicon, numbers, found);
        }
        for ((index, numbers), found) in block.zip(&numbers).zip(&mut found) {
            let start = mentions.len();
            mentions.append(found);
            mentions.extend(numbers.iter().map(|number| number.mention(words(index), index as u32)));
            let next = sentences.get(index + 1).map_or(u32::MAX, |next| next.span.start);
            mentions.extend(std::iter::from_fn(|| elsewhere.next_if(|mention| mention.span.start < next)));
            mentions[start..].sort_by_key(place);
        }
    }
    mentions
}

/// What mentions are ordered by.
fn place(mention: &Mention) -> (u32, std::cmp::Reverse<u32>, MentionKind) {
    (mention.span.start, std::cmp::Reverse(mention.span.end), mention.kind)
}
