//! The pass over a sentence that finds its clauses: a stack of open clauses, of which those in front of the verb wait for
//! theirs.

mod attach;
mod inside;
mod open;
mod place;
mod quotation;
mod said;
mod tags;

use std::ops::Range;

pub(in crate::extract) use tags::inverted_speaker;

use super::{Clause, ClauseKind, VerbGroup};
use crate::lex::{TokenKind, Words};
use crate::lexicon::Frames;
use crate::tag::Pos;

/// How far down the stack a verb looks for a clause that waits for it.
const DEPTH: usize = 8;

/// A clause that is open.
#[derive(Clone, Debug)]
struct Frame {
    kind: ClauseKind,
    start: usize,
    connective: Option<usize>,
    /// Where its subject may begin.
    subject_from: usize,
    /// The clause, once its verb has come.
    clause: Option<usize>,
    /// Token index where the quotation ends in which it was opened.
    quote_end: Option<usize>,
}

/// The pass over one sentence.
pub(super) struct Scanner<'a> {
    words: Words<'a>,
    quotes: &'a [Range<usize>],
    next_quote: usize,
    frames: Vec<Frame>,
    clauses: &'a mut Vec<Clause>,
    /// The end of the last verb of any form.
    verb_end: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(words: Words<'a>, quotes: &'a [Range<usize>], clauses: &'a mut Vec<Clause>) -> Self {
        let start = past_marker(words);
        let main = Frame {
            kind: ClauseKind::Main,
            start,
            connective: None,
            subject_from: start,
            clause: None,
            quote_end: None,
        };
        let mut frames = Vec::with_capacity(6);
        frames.push(main);
        Self { words, quotes, next_quote: 0, frames, clauses, verb_end: 0 }
    }

    pub(super) fn run(mut self) {
        let mut i = 0;
        while i < self.words.len() {
            if !self.quotes.is_empty() {
                self.leave_quote(i);
                self.enter_quote(i);
            }
            if let Some(end) = open::past_parenthesis(self.words, i) {
                i = end;
                continue;
            }
            let pos = self.words.pos(i);
            let finite = pos.is_finite() || pos == Pos::VerbBase;
            if let Some(group) = finite.then(|| VerbGroup::finite(self.words, i)).flatten() {
                i = group.range.end;
                self.verb(group);
                self.verb_end = i;
                continue;
            }
            self.open(i);
            i += 1;
        }
        self.close_to(0, self.words.len());
        self.finish();
    }

    fn push(&mut self, kind: ClauseKind, start: usize, connective: Option<usize>, subject_from: usize) {
        self.frames.push(Frame { kind, start, connective, subject_from, clause: None, quote_end: None });
    }

    /// Makes a clause of the frame on top of the stack.
    fn add(&mut self, verb: VerbGroup, subject: Range<usize>, shared: bool) {
        let index = self.clauses.len();
        // "what I'll do": a short form of a verb stands right behind its subject.
        let at = verb.range.start;
        let tied = at > 0 && self.words.glued(at) && self.words.kind(at - 1) == Some(TokenKind::Word);
        let (subject, shared) =
            if tied && (subject.is_empty() || shared) { (at - 1..at, false) } else { (subject, shared) };
        let quoted = self.frames.iter().rev().take(DEPTH).any(|frame| frame.quote_end.is_some());
        let parent = self.frames.iter().rev().skip(1).take(DEPTH).find_map(|frame| frame.clause);
        // "said that while it rains, ...": said before the verb of what was said has come.
        let outer =
            || self.frames.iter().rev().skip(1).take(DEPTH).take_while(|frame| frame.clause.is_none());
        let says = || parent.is_some_and(|parent| self.clauses[parent].verb.saying.is_some());
        let reported = outer().any(|frame| frame.kind == ClauseKind::Content) && says();
        let Some(frame) = self.frames.last_mut() else { return };
        frame.clause = Some(index);
        let start = if frame.kind == ClauseKind::Main && !shared {
            if subject.is_empty() { verb.range.start } else { subject.start }
        } else {
            frame.start
        };
        self.clauses.push(Clause {
            kind: frame.kind,
            range: start..self.words.len(),
            connective: frame.connective,
            subject,
            shared,
            verb,
            parent,
            quoted,
            reported,
        });
    }

    /// Ends the clauses of the frames from `depth` on before token `at`.
    fn close_to(&mut self, depth: usize, at: usize) {
        for depth in depth..self.frames.len() {
            self.close(self.frames[depth].clause, at);
        }
    }

    /// Ends a clause before token `at`.
    fn close(&mut self, clause: Option<usize>, at: usize) {
        if let Some(clause) = clause.and_then(|index| self.clauses.get_mut(index)) {
            let end = trim_end(self.words, clause.verb.range.end, at);
            clause.range.end = clause.range.end.min(end);
        }
    }

    /// The depth of the outermost open clause inside the current quotation, or of the sentence.
    fn base(&self) -> usize {
        self.frames.iter().rposition(|frame| frame.quote_end.is_some()).unwrap_or(0)
    }

    fn top_kind(&self) -> Option<ClauseKind> {
        self.frames.last().map(|frame| frame.kind)
    }

    fn top_clause(&self) -> Option<&Clause> {
        self.frames.last().and_then(|frame| frame.clause).and_then(|index| self.clauses.get(index))
    }

    /// Whether the clause on top of the stack has a verb of saying with one of `frames`, not far before `i`.
    fn speaks(&self, i: usize, frames: Frames) -> bool {
        self.top_clause().is_some_and(|clause| {
            i.saturating_sub(clause.verb.range.end) < 10 && clause.verb.frames().intersects(frames)
        })
    }
}

/// "1. | The bridge is closed": where a sentence begins behind the number by which a list counts it.
fn past_marker(words: Words<'_>) -> usize {
    let numbered = words.kind(0) == Some(TokenKind::Number)
        && words.word(0).len() <= 2
        && matches!(words.mark(1), '.' | ')')
        && words.glued(1)
        && !words.glued(2);
    2 * usize::from(numbered)
}

/// `end` without marks and conjunctions before it, not before `floor`.
fn trim_end(words: Words<'_>, floor: usize, end: usize) -> usize {
    let mut end = end.min(words.len());
    while end > floor && (is_loose_mark(words, end - 1) || words.pos(end - 1) == Pos::Coordinator) {
        end -= 1;
    }
    end.max(floor)
}

/// A mark that is no part of a clause at its end: not a closing quotation mark or parenthesis.
fn is_loose_mark(words: Words<'_>, i: usize) -> bool {
    words.kind(i) == Some(TokenKind::Punct)
        && !matches!(words.mark(i), '"' | '\u{201d}' | '\'' | '\u{2019}' | ')' | ']' | '%')
}
