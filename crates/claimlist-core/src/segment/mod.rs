//! Blocks into sentences: "She met Dr. Roe at 5 p.m. on Friday. It rained." has two.
//!
//! Each place where a sentence could end is looked at once: closing marks ([`stop`]), of which periods are the hard part
//! ([`period`]), markers of lists that run on in one line ([`list`]), and credits and dates that stand behind a caption or
//! headline without a mark ([`credit`]). All look only at the words around it, so that the time is linear.

mod credit;
mod cutter;
mod decide;
mod list;
mod period;
mod stop;
#[cfg(test)]
mod tests;
mod words;

use crate::lexicon::Lexicon;
use crate::{Document, Sentence, Span};

/// The sentences of a document, in order. Together they hold every character that is not white space.
#[must_use]
pub fn segment(document: &Document) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(document.text().len() / 100 + document.blocks.len());
    for (index, block) in document.blocks.iter().enumerate() {
        let text = block.span.of(document.text());
        let first = sentences.len();
        let mut start = 0;
        for end in cutter::ends(text, Lexicon::english()) {
            let at = block.span.start as usize;
            let span = Span::new(at + start, at + end).trimmed(document.text());
            start = end;
            if span.is_empty() {
                continue;
            }
            // A stray mark is the end of the sentence before it.
            match sentences[first..].last_mut() {
                Some(Sentence { span: before, .. })
                    if !span.of(document.text()).contains(char::is_alphanumeric) =>
                {
                    *before = before.cover(span);
                }
                _ => sentences.push(Sentence { span, block: index as u32 }),
            }
        }
    }
    sentences
}
