//! Who said it where no tag stands with a quotation: `in the words of a critic`, a signature, the sentence before or behind.

use std::ops::Range;

use super::tag::{
    REACH, before, behind, closes_with_comma, is_quote_mark, is_speech, speaks, subject_behind, subject_of,
};
use super::{View, who};
use crate::recognize::Mention;
use crate::tag::Pos;
use crate::{Slot, Span};

/// `"The bridge is safe." — Ada Arden, mayor`: a dash, and a person with nothing behind that tells of anything else.
pub(super) fn signed(view: View<'_>, sentence: usize, end: usize) -> Option<Span> {
    let words = view.words(sentence);
    let dash = matches!(words.mark(end), '-' | '\u{2013}' | '\u{2014}');
    let tells = || (end + 1..words.len()).any(|k| words.pos(k).is_verb() || words.pos(k) == Pos::Coordinator);
    if !dash || tells() {
        return None;
    }
    let first = words.tokens.get(end + 1)?.span;
    let name = view.names_in(first).find(|name| name.facts.get(Slot::Name).is_some())?;
    let signature = words.within(name.span);
    who(view, sentence, signature)
}

/// The noun phrase behind "according to", anywhere in the sentence outside the quotation.
pub(super) fn according_to(view: View<'_>, sentence: usize, quote: Range<usize>) -> Option<Span> {
    let words = view.words(sentence);
    let at = (quote.end..words.len().min(quote.end + REACH))
        .chain(0..quote.start.min(REACH))
        .find(|&k| words.is(k, "according") && words.is(k + 1, "to"))?;
    who(view, sentence, subject_behind(words, at + 2)?)
}

/// `in the words of a critic, "a marvel"`, right before the quotation that starts at token `start`.
pub(super) fn in_the_words_of(view: View<'_>, sentence: usize, start: usize) -> Option<Span> {
    let words = view.words(sentence);
    let at = (start.saturating_sub(12)..start).rev().find(|&k| words.is_phrase(k, "in the words of"))?;
    let source = subject_behind(words, at + 4)?;
    let ends = source.end + usize::from(words.is(source.end, ",")) == start;
    ends.then(|| who(view, sentence, source)).flatten()
}

/// `"Go!" Jane Doe said.`: a short sentence behind the quotation that is only its tag.
pub(super) fn next_sentence(view: View<'_>, quote: &Mention, last: usize, end: usize) -> Option<Span> {
    if end < view.words(last).len() || !closes_with_comma(view, quote) {
        return None;
    }
    let next = last + 1;
    if view.sentences.get(next)?.block != view.sentences.get(last)?.block {
        return None;
    }
    let words = view.words(next);
    let subject = behind(words, 0)?;
    let verb = subject.end;
    // "Jane Doe told reporters after the vote": nothing else is told.
    let mut rest = verb + 1..words.len();
    let only = verb + 4 >= words.len()
        || rest.len() < 10
            && !rest.any(|k| words.pos(k).is_verb() || is_quote_mark(words, k) || words.is(k, ","));
    (is_speech(words, verb) && only).then(|| who(view, next, subject)).flatten()
}

/// A sentence that ends in a colon or comma before a quotation that opens its own sentence.
pub(super) fn colon_before(view: View<'_>, sentence: usize, start: usize) -> Option<Span> {
    let earlier = sentence.checked_sub(1).filter(|_| start == 0)?;
    let words = view.words(earlier);
    let last = words.len().checked_sub(1).filter(|&k| matches!(words.mark(k), ':' | ','))?;
    who(view, earlier, before(words, last)?)
}

/// `The minister warned of delays. "They will be long."`: a quotation without a tag, a sentence of its own, goes on with who was
/// reported right before.
pub(super) fn report_before(
    view: View<'_>,
    sentence: usize,
    start: usize,
    last: usize,
    end: usize,
) -> Option<Span> {
    let before = sentence.checked_sub(1)?;
    let block = |sentence: usize| view.sentences.get(sentence).map(|sentence| sentence.block);
    if start != 0 || end < view.words(last).len() || block(before) != block(sentence) {
        return None;
    }
    let words = view.words(before);
    if view.quotes_in(view.sentences.get(before)?.span).next().is_some() {
        return None; // The quotation there has the say.
    }
    let verb = (0..words.len().min(REACH)).find(|&k| is_speech(words, k) && words.pos(k).is_finite())?;
    let subject = subject_of(words, verb, 2).filter(|subject| speaks(words, verb, subject))?;
    who(view, before, subject)
}
