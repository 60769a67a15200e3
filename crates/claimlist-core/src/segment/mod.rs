//! Blocks into sentences: "She met Dr. Roe at 5 p.m. on Friday. It rained." has two.
//!
//! Each place where a sentence could end is looked at once: closing marks (`stop`), of which periods are the hard part
//! (`period`), markers of lists that run on in one line (`list`), credits and dates that stand behind a caption or
//! headline without a mark (`credit`), and captions that run into the next sentence (`fused`). All look only at the words around it, so that the time is linear.

mod credit;
mod cutter;
mod decide;
mod fused;
mod list;
mod period;
mod stop;
#[cfg(test)]
mod tests;
mod words;

use crate::lexicon::Lexicon;
use crate::{Document, Sentence, Span};

/// Bytes of the longest sentence. What runs on for longer is no prose but a table or a list without marks, and the stages
/// that compare the parts of a sentence with each other would take long over it.
const LONGEST: usize = 4096;

/// The sentences of a document, in order. Together they hold every character that is not white space.
#[must_use]
pub fn segment(document: &Document) -> Vec<Sentence> {
    let text = document.text();
    let mut sentences = Vec::with_capacity(text.len() / 100 + document.blocks.len());
    for (index, block) in document.blocks.iter().enumerate() {
        let first = sentences.len();
        let mut start = block.span.start as usize;
        for end in cutter::ends(block.span.of(text), Lexicon::english()) {
            let end = block.span.start as usize + end;
            while start < end {
                let cut = start + piece(&text[start..end]);
                add(text, Span::new(start, cut), index as u32, first, &mut sentences);
                start = cut;
            }
        }
    }
    sentences
}

/// Adds a sentence of a block whose first sentence has the index `first`.
fn add(text: &str, span: Span, block: u32, first: usize, sentences: &mut Vec<Sentence>) {
    let span = span.trimmed(text);
    if span.is_empty() {
        return;
    }
    // A stray mark is the end of the sentence before it.
    match sentences[first..].last_mut() {
        Some(Sentence { span: before, .. })
            if before.len() + span.len() <= LONGEST && !span.of(text).contains(char::is_alphanumeric) =>
        {
            *before = before.cover(span);
        }
        _ => sentences.push(Sentence { span, block }),
    }
}

/// How much of a sentence is one, where it is too long: up to a semicolon or at least a space.
fn piece(sentence: &str) -> usize {
    if sentence.len() <= LONGEST {
        return sentence.len();
    }
    let boundary = |at: usize| (0..=at).rev().find(|&at| sentence.is_char_boundary(at)).unwrap_or_default();
    let (half, most) = (boundary(LONGEST / 2), &sentence[..boundary(LONGEST)]);
    let end = |at: Option<usize>| at.map(|at| half + at + 1);
    end(most[half..].rfind("; ")).or_else(|| end(most[half..].rfind(' '))).unwrap_or(most.len())
}
