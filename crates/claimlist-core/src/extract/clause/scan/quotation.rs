//! Quotations: their verbs stay in them, and what surrounds them goes on behind them.

use std::ops::Range;

use super::Scanner;
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::lex::{TokenKind, Words};

impl Scanner<'_> {
    pub(super) fn enter_quote(&mut self, i: usize) {
        while self.quotes.get(self.next_quote).is_some_and(|quote| quote.start < i) {
            self.next_quote += 1;
        }
        let Some(quote) = self.quotes.get(self.next_quote).filter(|quote| quote.start == i) else { return };
        let (words, whole) = (self.words, quote.clone());
        let has_verb = whole.clone().any(|k| VerbGroup::finite(words, k).is_some());
        if has_verb || is_utterance(words, whole) {
            let from = i + usize::from(self.words.kind(i) == Some(TokenKind::Punct));
            let kind = if self.frames.last().is_some_and(|frame| frame.clause.is_some()) {
                ClauseKind::Content
            } else {
                ClauseKind::Main
            };
            self.push(kind, from, None, from);
            if let Some(frame) = self.frames.last_mut() {
                frame.quote_end = Some(quote.end);
            }
        }
        self.next_quote += 1;
    }

    pub(super) fn leave_quote(&mut self, i: usize) {
        while let Some(at) = self.frames.iter().rposition(|frame| frame.quote_end.is_some_and(|end| end <= i))
        {
            let mark = i > 0 && self.words.kind(i - 1) == Some(TokenKind::Punct);
            self.close_to(at, i - usize::from(mark));
            self.frames.truncate(at);
            match self.frames.last_mut() {
                Some(frame) if frame.clause.is_none() => frame.subject_from = i,
                Some(_) => {}
                None => self.push(ClauseKind::Main, i, None, i),
            }
            self.verb_end = i;
        }
    }
}

/// Whether a quotation ends as a sentence does, with the mark before the quotation mark: "Too late," said the mayor.
fn is_utterance(words: Words<'_>, quote: Range<usize>) -> bool {
    quote.len() > 2 && matches!(words.mark(quote.end - 2), ',' | '.' | '!' | '?')
}
