//! Direct quotations: `"I want peace"`, `‘No deal’`, `«Nous verrons»`, `„Nein“`, ``` ``Yes'' ```.
//!
//! A block is read mark by mark ([`marks`]), the marks are paired ([`pair`]), and each pair becomes a mention. A quotation
//! that goes on in the next paragraph opens again there, so each of its paragraphs is a mention of its own. A mark that is
//! never closed holds to the end of its block at most, with the fact `unclear`.

mod marks;
mod pair;

use super::{Mention, MentionKind};
use crate::{BlockKind, Document, Facts, Sentence, Slot, Span};
use pair::Ending;

/// Appends the quotations of a document.
pub(crate) fn recognize(document: &Document, sentences: &[Sentence], mentions: &mut Vec<Mention>) {
    let text = document.text();
    // The mention that the block before left open.
    let mut open: Option<usize> = None;
    for (index, block) in document.blocks.iter().enumerate() {
        let marks = marks::of(text, block.span);
        let pairs = pair::up(&marks);
        let first = mentions.len();
        for quote in &pairs.quotes {
            if quote.ending == Ending::Closed {
                push(document, sentences, quote.span, mentions);
                continue;
            }
            let goes_on = document
                .blocks
                .get(index + 1)
                .is_some_and(|next| marks::starts_with_opening(next.span.of(text), quote.span.of(text)));
            let others = mentions[first..].iter().any(|other| other.span.start > quote.span.start);
            let sentence = sentence_at(sentences, quote.span.start);
            // Where other quotations follow, a mark was forgotten, most likely at the end of the sentence.
            let end = match sentences.get(sentence) {
                Some(sentence) if others && !goes_on => sentence.span.end.min(block.span.end),
                _ => block.span.end,
            };
            let span = quote.span.cover(Span { start: quote.span.start, end }).trimmed(text);
            let pushed = push(document, sentences, span, mentions);
            if let Some(mention) = mentions.last_mut().filter(|_| pushed && !goes_on) {
                mention.facts.set(Slot::Unclear, true);
            }
        }
        if let (Some(close), Some(open)) = (pairs.stray_close, open) {
            // The quotation of the block before ends here.
            mentions[open].facts.remove(Slot::Unclear);
            push(document, sentences, Span { start: block.span.start, end: close }, mentions);
        }
        if block.kind == BlockKind::Quote && mentions.len() == first {
            push(document, sentences, block.span.trimmed(text), mentions);
        }
        open = (first..mentions.len()).find(|&at| mentions[at].facts.flag(Slot::Unclear));
    }
}

/// Index of the sentence in which a byte stands.
fn sentence_at(sentences: &[Sentence], offset: u32) -> usize {
    sentences.partition_point(|sentence| sentence.span.start <= offset).saturating_sub(1)
}

/// Appends one quotation, unless no word stands in it. Says whether it did.
fn push(document: &Document, sentences: &[Sentence], span: Span, mentions: &mut Vec<Mention>) -> bool {
    let words = span.of(document.text());
    if !words.contains(char::is_alphanumeric) {
        return false;
    }
    let sentence = sentence_at(sentences, span.start) as u32;
    mentions.push(Mention { kind: MentionKind::Quote, span, sentence, facts: facts(words) });
    true
}

/// The facts of a quotation with its marks.
fn facts(quote: &str) -> Facts {
    let words = quote.trim_matches(|c: char| marks::is_mark(c) || c.is_whitespace());
    let words = words.trim_end_matches(',');
    let mut plain = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    let fragment = is_fragment(quote, &plain);
    let facts = Facts::new().with(Slot::Words, plain);
    if fragment { facts.with(Slot::Fragment, true) } else { facts }
}

/// Whether the words are a part of a sentence: they start small, or are few and do not end like a sentence.
fn is_fragment(quote: &str, words: &str) -> bool {
    let inside = quote.trim_end_matches(|c: char| marks::is_mark(c) || c.is_whitespace());
    let ends_clause = inside.ends_with(['.', ',', '!', '?', '\u{2026}']);
    let small = words.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let cut = words.starts_with("...") || words.starts_with('\u{2026}');
    small || cut || !ends_clause && words.split(' ').nth(3).is_none()
}

#[cfg(test)]
mod tests;
