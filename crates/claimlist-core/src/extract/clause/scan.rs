//! The pass over a sentence that finds its clauses: a stack of open clauses, of which those in front of the verb wait for
//! theirs.

use std::ops::Range;

use super::subject::{is_comma, last_noun_phrase, opens_noun_phrase, subject_in, trim};
use super::{Clause, ClauseKind, VerbGroup};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
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
    clauses: Vec<Clause>,
    /// The end of the last verb of any form.
    verb_end: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(words: Words<'a>, quotes: &'a [Range<usize>]) -> Self {
        let main = Frame {
            kind: ClauseKind::Main,
            start: 0,
            connective: None,
            subject_from: 0,
            clause: None,
            quote_end: None,
        };
        Self { words, quotes, next_quote: 0, frames: vec![main], clauses: Vec::new(), verb_end: 0 }
    }

    pub(super) fn run(mut self) -> Vec<Clause> {
        let mut i = 0;
        while i < self.words.len() {
            self.leave_quote(i);
            self.enter_quote(i);
            if let Some(end) = past_parenthesis(self.words, i) {
                i = end;
                continue;
            }
            if let Some(group) = VerbGroup::finite(self.words, i) {
                i = group.range.end;
                self.verb(group);
                self.verb_end = i;
                continue;
            }
            self.open(i);
            i += 1;
        }
        self.close_to(0, self.words.len());
        self.finish()
    }

    // --- Opening -----------------------------------------------------------------------------------------------------

    /// Opens a clause at token `i` if a connective, mark or participle there does.
    fn open(&mut self, i: usize) {
        let words = self.words;
        match words.pos(i) {
            Pos::Punct if is_break(words, i) => self.start_anew(i),
            Pos::Subordinator | Pos::Pronoun | Pos::Determiner if is_relative(words, i) => {
                self.open_relative(i);
            }
            Pos::Subordinator if words.is(i, "that") => self.open_that(i),
            Pos::Subordinator => self.open_subordinate(i),
            Pos::VerbIng | Pos::VerbParticiple if self.opens_participial(i) => self.open_participial(i),
            Pos::VerbIng | Pos::VerbParticiple | Pos::VerbBase => self.verb_end = i + 1,
            _ => {}
        }
    }

    /// A semicolon, colon or dash: what follows stands by itself.
    fn start_anew(&mut self, i: usize) {
        let base = self.base();
        let waiting = self.frames.last().is_some_and(|frame| frame.clause.is_none() && frame.start < i);
        if waiting && is_comma(self.words, i) {
            return; // "The deal - the largest since 2010 - will": an aside in a subject.
        }
        self.close_to(base, i);
        let quote_end = self.frames.get(base).and_then(|frame| frame.quote_end);
        self.frames.truncate(base);
        self.push(ClauseKind::Main, i + 1, None, i + 1);
        if let Some(frame) = self.frames.last_mut() {
            frame.quote_end = quote_end;
        }
    }

    fn open_relative(&mut self, i: usize) {
        let words = self.words;
        let start = if i > 0 && words.pos(i - 1) == Pos::Preposition { i - 1 } else { i };
        let from = if words.is(i, "whose") { i } else { i + 1 };
        self.push(ClauseKind::Relative, start, Some(i), from);
    }

    /// "that" behind a verb of saying, a noun of saying, or any other noun.
    fn open_that(&mut self, i: usize) {
        let said = self.speaks(i, Frames::CLAUSE.or(Frames::THAT).or(Frames::TOLD));
        let noun_before = i > 0 && self.words.pos(i - 1).is_noun();
        let next_is_verb = self.next_is_finite(i + 1);
        let kind =
            if noun_before && (next_is_verb || !said) { ClauseKind::Relative } else { ClauseKind::Content };
        if kind == ClauseKind::Content && self.words.pos(i.wrapping_sub(1)) == Pos::Coordinator {
            // "said that he left and that she stayed": the second hangs on the same verb.
            if let Some(at) = self.frames.iter().rposition(|frame| frame.kind == ClauseKind::Content) {
                self.close_to(at, i - 1);
                self.frames.truncate(at);
            }
        }
        self.push(kind, i, Some(i), i + 1);
    }

    fn open_subordinate(&mut self, i: usize) {
        // "but if", "even though": the word before belongs to it.
        let start =
            if i > 0 && self.words.is_any(i - 1, &["even", "just", "only", "ever"]) { i - 1 } else { i };
        if i > 0 && is_comma(self.words, i - 1) || self.top_kind() == Some(ClauseKind::Participial) {
            self.drop_participial(start);
        }
        self.push(ClauseKind::Subordinate, start, Some(i), i + 1);
    }

    /// An -ing form or participle behind a comma or at the start of the sentence: ", killing nine".
    fn opens_participial(&self, i: usize) -> bool {
        let words = self.words;
        let start = i == 0 || i == self.frames.last().map_or(0, |frame| frame.subject_from);
        let mut before = i;
        while before > 0
            && i - before < 3
            && matches!(words.pos(before - 1), Pos::Adverb | Pos::Not | Pos::Coordinator)
        {
            before -= 1;
        }
        let comma = before > 0 && is_comma(words, before - 1);
        let top_has_verb = self.frames.last().is_some_and(|frame| frame.clause.is_some());
        let joined = before < i && before > 0 && self.top_kind() == Some(ClauseKind::Participial);
        if words.pos(i) == Pos::VerbParticiple {
            return comma
                && top_has_verb
                && i > 0
                && words.pos(i + 1) != Pos::Punct
                && !opens_noun_phrase(words, i + 1);
        }
        words.pos(i + 1) != Pos::Punct && (comma && (top_has_verb || start) || start && i == 0 || joined)
    }

    fn open_participial(&mut self, i: usize) {
        self.drop_participial(i);
        let group = VerbGroup::participle(self.words, i);
        self.verb_end = group.range.end;
        let parent = self.frames.iter().rev().take(DEPTH).find_map(|frame| frame.clause);
        let subject = parent.map_or(i..i, |parent| self.clauses[parent].subject.clone());
        self.push(ClauseKind::Participial, i, None, i);
        self.add(group, subject, true);
    }

    /// Closes a participial clause on top of the stack, and the coordinates of it.
    fn drop_participial(&mut self, at: usize) {
        while self.frames.len() > 1 && self.top_kind() == Some(ClauseKind::Participial) {
            let top = self.frames.len() - 1;
            self.close_to(top, at);
            self.frames.truncate(top);
        }
    }

    fn enter_quote(&mut self, i: usize) {
        while self.quotes.get(self.next_quote).is_some_and(|quote| quote.start < i) {
            self.next_quote += 1;
        }
        let Some(quote) = self.quotes.get(self.next_quote).filter(|quote| quote.start == i) else { return };
        let has_verb = quote.clone().any(|k| self.words.pos(k).is_finite());
        if has_verb {
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

    fn leave_quote(&mut self, i: usize) {
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

    // --- Verbs -------------------------------------------------------------------------------------------------------

    /// Gives a finite verb to the clause that waits for it, or opens one.
    fn verb(&mut self, group: VerbGroup) {
        let top = self.frames.len() - 1;
        if self.frames[top].clause.is_none() {
            if self.is_aside_tag(&group) {
                return self.add_tag(group);
            }
            return self.fill(group);
        }
        let words = self.words;
        let at = group.range.start;
        let mut before = at;
        while before > self.verb_end && matches!(words.pos(before - 1), Pos::Adverb | Pos::Not) {
            before -= 1;
        }
        let joined = before > 0 && words.pos(before - 1) == Pos::Coordinator;
        let comma = before > 0 && is_comma(words, before - 1);
        if !joined && !comma && self.says_without_that(before) {
            self.open_content_without_that(before);
            return self.fill(group);
        }
        // Not beyond the quotation that the verb stands in.
        let reach = DEPTH.min(self.frames.len() - self.base());
        let waiting = self.frames.iter().rev().take(reach).position(|frame| frame.clause.is_none());
        if let Some(down) = waiting.filter(|_| !joined) {
            return self.resume(top - down, group, before);
        }
        if joined || comma {
            return self.share_subject(group, before - 1);
        }
        if self.is_tag(&group, before) {
            return self.add_tag(group);
        }
        self.join_or_relate(group, before);
    }

    /// Gives a verb to the clause at `depth`, which waits for it below clauses that end here.
    fn resume(&mut self, depth: usize, group: VerbGroup, before: usize) {
        let inner = self.frames.split_off(depth + 1);
        self.fill(group);
        let subject = self.clauses.last().map_or(0, |clause| clause.subject.start);
        let end = if inner.first().is_some_and(|frame| subject > frame.start) { subject } else { before };
        for frame in &inner {
            self.close(frame.clause, end);
        }
    }

    /// Fills the clause on top of the stack.
    fn fill(&mut self, group: VerbGroup) {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return };
        let (from, end) = (frame.subject_from, group.range.start);
        let mut subject = if frame.kind == ClauseKind::Relative || self.verb_end <= from {
            subject_in(words, from..end)
        } else {
            // Clauses stand between: the subject is what stands before them, or else behind them.
            let head = subject_in(words, from..self.first_child_start(from, end));
            if head.is_empty() || only_adverbial(words, &head) {
                let rest = subject_in(words, self.verb_end.max(from)..end);
                if rest.is_empty() { subject_in(words, from..end) } else { rest }
            } else {
                head.start..trim(words, head.start..end).end
            }
        };
        if subject.is_empty() && frame.kind == ClauseKind::Relative {
            subject = frame.connective.map_or(subject, |connective| connective..connective + 1);
        }
        if subject.is_empty() && words.is(from, "what") {
            subject = trim(words, from..end);
        }
        self.add(group, subject, false);
    }

    /// Where the first clause inside the waiting clause on top of the stack begins; `end` if there is none.
    fn first_child_start(&self, from: usize, end: usize) -> usize {
        self.clauses
            .iter()
            .rev()
            .take_while(|clause| clause.range.start >= from)
            .map(|clause| clause.range.start)
            .min()
            .unwrap_or(end)
    }

    /// Whether the clause on top of the stack has a verb of saying right before, with what may be a subject behind it.
    fn says_without_that(&self, before: usize) -> bool {
        let words = self.words;
        let Some(clause) = self.top_clause() else { return false };
        let verb = &clause.verb;
        if verb.range.end != self.verb_end && words.pos(self.verb_end.wrapping_sub(1)) != Pos::VerbIng {
            return false;
        }
        let region = verb.range.end.min(before)..before;
        let commas = region.clone().filter(|&k| is_comma(words, k)).count();
        let frames = Lexicon::english().speech.frames(words.word(verb.head));
        frames.intersects(Frames::CLAUSE.or(Frames::TOLD))
            && !region.is_empty()
            && commas == 0
            && !verb.passive
            && words.pos(before - 1).in_noun_phrase() | (words.pos(before - 1) == Pos::Pronoun)
    }

    fn open_content_without_that(&mut self, before: usize) {
        let words = self.words;
        let Some(verb) = self.top_clause().map(|clause| clause.verb.clone()) else { return };
        let told = Lexicon::english().speech.frames(words.word(verb.head)).intersects(Frames::TOLD);
        let region = verb.range.end..before;
        let start = if told {
            last_noun_phrase(words, region.start, before).start
        } else {
            subject_in(words, region.clone()).start
        };
        self.push(ClauseKind::Content, start, None, start);
        self.verb_end = start;
    }

    /// A verb behind "and" or a comma, without a subject of its own.
    fn share_subject(&mut self, group: VerbGroup, mark: usize) {
        self.leave_content(&group, mark);
        let top = self.frames.len() - 1;
        if is_comma(self.words, mark) && self.top_kind() == Some(ClauseKind::Participial) {
            self.drop_participial(mark);
        }
        let top = top.min(self.frames.len() - 1);
        let parent = self.frames[top].clause;
        let subject = parent.map_or(0..0, |parent| self.clauses[parent].subject.clone());
        let connective = (!is_comma(self.words, mark)).then_some(mark);
        let start = group.range.start;
        self.push(ClauseKind::Coordinate, start, connective, start);
        self.add(group, subject, true);
    }

    /// "Police said the man had fled, but declined | to name him", "He said it was safe and promised | that it would last": who said
    /// the one also says the other, so that what was said ends before the "and" at `mark`.
    fn leave_content(&mut self, group: &VerbGroup, mark: usize) {
        let words = self.words;
        let frames = Lexicon::english().speech.frames(words.word(group.head));
        let next = group.range.end;
        let comma = mark > 0 && is_comma(words, mark - 1);
        let says = words.is(next, "that") && frames.intersects(Frames::CLAUSE.or(Frames::THAT))
            || comma && words.pos(next) == Pos::To && frames.intersects(Frames::INFINITIVE);
        if !says || words.pos(mark) != Pos::Coordinator {
            return;
        }
        let speaks = |frame: &Frame| {
            let clause = frame.clause.and_then(|index| self.clauses.get(index));
            clause.is_some_and(|clause| words.has(clause.verb.head, Classes::SPEECH) && !clause.verb.passive)
        };
        let Some(content) = self.frames.iter().rposition(|frame| frame.kind == ClauseKind::Content) else {
            return;
        };
        let inside = self.frames.iter().skip(content).any(speaks);
        let outside = content > self.base() && self.frames.get(content - 1).is_some_and(speaks);
        if outside && !inside {
            self.close_to(content, mark);
            self.frames.truncate(content);
        }
    }

    /// A verb with a subject of its own behind a clause that has one: "and she stayed", "the day he left".
    fn join_or_relate(&mut self, group: VerbGroup, before: usize) {
        let words = self.words;
        let region = self.verb_end.min(before)..before;
        let joint = region.clone().rev().find(|&k| words.pos(k) == Pos::Coordinator);
        let joint = joint.filter(|&k| {
            opens_noun_phrase(words, trim(words, k..before).start) && !between_commas(words, k, before)
        });
        if let Some(joint) = joint {
            if joint > 0 && is_comma(words, joint - 1) {
                // ", and she stayed" goes back to the main clause.
                let base = self.base();
                self.close_to(base + 1, joint - 1);
                self.frames.truncate(base + 1);
            }
            self.push(ClauseKind::Coordinate, joint, Some(joint), joint + 1);
            self.verb_end = joint + 1;
            return self.fill(group);
        }
        let comma = region.rev().find(|&k| is_comma(words, k));
        if let Some(comma) = comma {
            let subject = subject_in(words, comma + 1..before);
            let base = self.base();
            self.close_to(base + 1, comma);
            self.frames.truncate(base + 1);
            self.push(ClauseKind::Coordinate, comma + 1, None, comma + 1);
            return self.add(group, subject, false);
        }
        let subject = last_noun_phrase(words, self.verb_end.min(before), before);
        self.push(ClauseKind::Relative, subject.start, None, subject.start);
        self.add(group, subject, false);
    }

    /// Whether a verb of saying with its subject stands behind a comma and what was said: ", the council said".
    fn is_tag(&self, group: &VerbGroup, before: usize) -> bool {
        let words = self.words;
        let ends = words.pos(group.range.end) == Pos::Punct
            || words.pos(group.range.end) == Pos::Preposition
            || words.pos(group.range.end) == Pos::ProperNoun
            || group.range.end >= words.len();
        let frames = Lexicon::english().speech.frames(words.word(group.head));
        ends && frames.intersects(Frames::CLAUSE.or(Frames::TOLD))
            && !group.passive
            && (self.verb_end..before).any(|k| is_comma(words, k))
            && !(self.verb_end..before)
                .any(|k| words.pos(k) == Pos::Coordinator && is_comma(words, k.wrapping_sub(1)))
    }

    /// Whether the verb is that of a tag in the middle: "The bridge, the council said, will close".
    fn is_aside_tag(&self, group: &VerbGroup) -> bool {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return false };
        let at = group.range.start;
        let Some(comma) =
            (frame.subject_from.max(at.saturating_sub(10))..at).rev().find(|&k| is_comma(words, k))
        else {
            return false;
        };
        // "it said in August,"
        let phrase = words.pos(group.range.end) == Pos::Preposition;
        let reach = if phrase { 4 } else { 0 };
        let close =
            (group.range.end..=group.range.end + reach).find(|&k| words.kind(k) != Some(TokenKind::Word));
        let Some(close) = close.filter(|&k| is_comma(words, k)) else { return false };
        Lexicon::english().speech.frames(words.word(group.head)).intersects(Frames::CLAUSE)
            && comma + 1 < at
            && frame.kind != ClauseKind::Relative
            && (!subject_in(words, frame.subject_from..comma).is_empty()
                || opens_noun_phrase(words, close + 1) && words.kind(close + 1) != Some(TokenKind::Punct))
    }

    fn add_tag(&mut self, group: VerbGroup) {
        let words = self.words;
        let at = group.range.start;
        let floor = self.verb_end.min(at).max(at.saturating_sub(24));
        let comma = (floor..at).rev().find(|&k| is_comma(words, k) && k + 1 < at).unwrap_or(floor);
        let subject = subject_in(words, comma + 1..at);
        let end = tag_end(words, group.range.end);
        let range = subject.start.min(at)..end;
        let quoted = self.frames.iter().any(|frame| frame.quote_end.is_some());
        self.clauses.push(Clause {
            kind: ClauseKind::Tag,
            range,
            connective: None,
            subject,
            shared: false,
            verb: group,
            parent: None,
            quoted,
            reported: false,
        });
        if self.frames.last().is_some_and(|frame| frame.clause.is_some()) {
            // Behind the tag a new clause may begin.
            let base = self.base();
            self.close_to(base, comma);
            self.frames.truncate(base);
            self.push(ClauseKind::Main, end, None, end);
        }
    }

    // --- The stack ---------------------------------------------------------------------------------------------------

    fn push(&mut self, kind: ClauseKind, start: usize, connective: Option<usize>, subject_from: usize) {
        self.frames.push(Frame { kind, start, connective, subject_from, clause: None, quote_end: None });
    }

    /// Makes a clause of the frame on top of the stack.
    fn add(&mut self, verb: VerbGroup, subject: Range<usize>, shared: bool) {
        let index = self.clauses.len();
        let quoted = self.frames.iter().rev().take(DEPTH).any(|frame| frame.quote_end.is_some());
        let parent = self.frames.iter().rev().skip(1).take(DEPTH).find_map(|frame| frame.clause);
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
            reported: false,
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
            i.saturating_sub(clause.verb.range.end) < 10
                && Lexicon::english().speech.frames(self.words.word(clause.verb.head)).intersects(frames)
        })
    }

    fn next_is_finite(&self, i: usize) -> bool {
        let mut k = i;
        while k < i + 3 && self.words.pos(k) == Pos::Adverb {
            k += 1;
        }
        self.words.pos(k).is_finite() || self.words.pos(k) == Pos::VerbBase
    }

    /// Marks what is reported: contents of verbs of saying and all clauses in them.
    fn finish(mut self) -> Vec<Clause> {
        let speech = &Lexicon::english().speech;
        for index in 0..self.clauses.len() {
            let parent = self.clauses[index].parent.filter(|&parent| parent < index);
            let Some(parent) = parent.map(|parent| &self.clauses[parent]) else { continue };
            let said = self.clauses[index].kind == ClauseKind::Content
                && self.words.has(parent.verb.head, Classes::SPEECH)
                && speech.stance(self.words.word(parent.verb.head)).is_some();
            let reported = parent.reported || said;
            let quoted = parent.quoted;
            self.clauses[index].reported |= reported;
            self.clauses[index].quoted |= quoted;
        }
        let tags: Vec<usize> =
            (0..self.clauses.len()).filter(|&k| self.clauses[k].kind == ClauseKind::Tag).collect();
        for tag in tags {
            let range = self.clauses[tag].range.clone();
            let behind = self.clauses[..tag].iter().any(|clause| !clause.quoted);
            for (index, clause) in self.clauses.iter_mut().enumerate() {
                // Behind what was said, or in its middle.
                let inside =
                    if behind { index < tag } else { clause.range.start < range.start || index == tag + 1 };
                if index != tag && inside {
                    clause.reported = true;
                }
            }
        }
        self.clauses
    }
}

fn only_adverbial(words: Words<'_>, range: &Range<usize>) -> bool {
    super::subject::is_time_phrase(words, range.clone())
}

/// Whether the tokens behind `joint` hold a comma before the verb, so that "and" belongs to a list.
fn between_commas(words: Words<'_>, joint: usize, before: usize) -> bool {
    let commas = (joint..before).filter(|&k| is_comma(words, k)).count();
    commas % 2 == 1 && !is_comma(words, before - 1)
}

/// `;`, `:` and dashes.
fn is_break(words: Words<'_>, i: usize) -> bool {
    match words.word(i) {
        ";" => true,
        // Not in "6:00".
        ":" => !words.glued(i + 1),
        "\u{2013}" | "\u{2014}" | "--" => true,
        "-" => i > 0 && !words.glued(i) && !words.glued(i + 1),
        _ => false,
    }
}

/// "who", "which", "whose", "whom", and "where" behind a noun.
fn is_relative(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["who", "which", "whose", "whom"])
        || words.is(i, "where")
            && i > 0
            && (words.pos(i - 1).is_noun() || is_comma(words, i - 1) && i > 1 && words.pos(i - 2).is_noun())
}

/// The token behind the closing parenthesis, where one opens at `i`.
fn past_parenthesis(words: Words<'_>, i: usize) -> Option<usize> {
    let close = match words.word(i) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    (i + 1..words.len().min(i + 60)).find(|&k| words.word(k) == close).map(|k| k + 1)
}

/// The end of a tag: its objects and times up to the next comma.
fn tag_end(words: Words<'_>, from: usize) -> usize {
    (from..words.len())
        .find(|&k| words.kind(k) == Some(TokenKind::Punct) && !words.glued(k + 1))
        .unwrap_or(words.len())
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
        && !matches!(words.word(i), "\"" | "\u{201d}" | "'" | "\u{2019}" | ")" | "]" | "%")
}
