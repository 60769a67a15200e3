//! Gives a verb to its clause: one that waits for it, one that shares its subject, one behind "and" or a comma.

use std::ops::Range;

use super::{Frame, Scanner};
use crate::extract::clause::subject::{
    is_comma, is_time_phrase, last_noun_phrase, opens_noun_phrase, subject_in, trim, without_time,
};
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::extract::phrase::with_of;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::Pos;

impl Scanner<'_> {
    /// Gives a verb to the clause at `depth`, which waits for it below clauses that end here.
    pub(super) fn resume(&mut self, depth: usize, group: VerbGroup, before: usize) {
        let inner = self.frames.split_off(depth + 1);
        self.fill(group);
        let subject = self.clauses.last().map_or(0, |clause| clause.subject.start);
        let end = if inner.first().is_some_and(|frame| subject > frame.start) { subject } else { before };
        for frame in &inner {
            self.close(frame.clause, end);
        }
    }

    /// Fills the clause on top of the stack.
    pub(super) fn fill(&mut self, group: VerbGroup) {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return };
        let (from, end) = (frame.subject_from, group.range.start);
        let mut subject = if frame.kind == ClauseKind::Relative || self.verb_end <= from {
            subject_in(words, from..end)
        } else {
            // Clauses stand between: the subject is what stands before them, or else behind them.
            let head =
                self.past_apposition(subject_in(words, from..self.first_child_start(from, end)), from, end);
            if head.is_empty() || only_adverbial(words, &head) {
                let rest = subject_in(words, self.past_object(from, end)..end);
                if rest.is_empty() { subject_in(words, from..end) } else { rest }
            } else {
                head.start..trim(words, head.start..end).end
            }
        };
        if subject.is_empty() && frame.kind == ClauseKind::Relative {
            subject = frame.connective.map_or(subject, |connective| connective..connective + 1);
        }
        // "Why they left is not known", "Whether he will stay is unclear": the question is the subject.
        let asks = words.is_any(from, &["whether", "why", "how"]) && self.verb_end > from;
        if subject.is_empty() && words.is(from, "what") || asks && frame.kind == ClauseKind::Main {
            subject = trim(words, from..end);
        }
        let subject = without_time(words, subject);
        self.add(group, subject, false);
    }

    /// Where the subject may begin behind a verb before it with an object of its own: "Citing the cost of steel, | the firm closed",
    /// "When Roe raised doubts in May, | Poe left". The last comma ends the object, unless an aside of the subject ends with it, or a
    /// list is the subject.
    fn past_object(&self, from: usize, end: usize) -> usize {
        let words = self.words;
        let start = self.verb_end.max(from);
        let Some(last) = start.checked_sub(1).filter(|_| end > 0) else { return start };
        // "As they set out plans in May, | Roe"
        let particle = matches!(words.pos(last), Pos::Preposition | Pos::Adverb) && last > from;
        let verb = last - usize::from(particle);
        let finite = words.pos(verb).is_finite();
        if !finite && !matches!(words.pos(verb), Pos::VerbIng | Pos::VerbParticiple | Pos::VerbBase) {
            return start;
        }
        let mut commas = (start..end).filter(|&k| is_comma(words, k));
        let Some(last) = commas.clone().next_back() else { return self.past_bare_object(start, end) };
        let list = finite && (last..end).any(|k| words.pos(k) == Pos::Coordinator);
        let comma = if last + 1 == end || list { commas.next() } else { Some(last) };
        comma.map_or(start, |comma| comma + 1)
    }

    /// "When Roe left the club | the fans", "When he built the wall | it": where the subject begins behind an object or predicate that no comma
    /// ends, from token `start` on: a pronoun right before the verb at `end`, or an article behind a noun.
    fn past_bare_object(&self, start: usize, end: usize) -> usize {
        let words = self.words;
        let Some(last) = end.checked_sub(1).filter(|&last| last > start) else { return start };
        if words.is_any(last, &["he", "she", "it", "they", "we", "i", "you"]) {
            return last;
        }
        let subject = last_noun_phrase(words, start, end);
        let behind = subject.start.wrapping_sub(1);
        let bare = words.pos(subject.start) == Pos::Determiner
            && subject.start > start
            && subject.end == end
            && (words.pos(behind).is_noun() || matches!(words.pos(behind), Pos::Adjective | Pos::Adverb));
        if bare { subject.start } else { start }
    }

    /// "Jane Roe, | the doctor whose book ..., has": the name in front, where the `head` of a subject is an apposition that a comma
    /// before the verb at `end` closes.
    fn past_apposition(&self, head: Range<usize>, from: usize, end: usize) -> Range<usize> {
        let words = self.words;
        let open = head.start.checked_sub(1).filter(|&k| k > from && is_comma(words, k));
        let Some(open) = open.filter(|_| end > head.end && is_comma(words, end - 1)) else { return head };
        let named = subject_in(words, from..open);
        if named.is_empty() || only_adverbial(words, &named) { head } else { named.start..head.end }
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

    /// A verb behind "and" or a comma, without a subject of its own.
    pub(super) fn share_subject(&mut self, group: VerbGroup, mark: usize) {
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

    /// "Police said the man had fled, but declined | to name him", "He said it was safe and promised | that it would last": who
    /// said the one also says the other, so that what was said ends before the "and" at `mark`.
    fn leave_content(&mut self, group: &VerbGroup, mark: usize) {
        let words = self.words;
        let Some(saying) = group.saying else { return };
        let next = group.range.end;
        let comma = mark > 0 && is_comma(words, mark - 1);
        let takes = || Lexicon::english().speech.takes(words.word(group.head), words.word(next));
        let says = words.is(next, "that") && saying.frames.intersects(Frames::CLAUSE.or(Frames::THAT))
            || comma && words.pos(next) == Pos::To && saying.frames.intersects(Frames::INFINITIVE)
            || comma && words.pos(next) == Pos::Preposition && takes()
            || words.is(next, ":") && saying.frames.intersects(Frames::CLAUSE);
        if !says || words.pos(mark) != Pos::Coordinator {
            return;
        }
        let speaks = |frame: &Frame| {
            let clause = frame.clause.and_then(|index| self.clauses.get(index));
            clause.is_some_and(|clause| clause.verb.saying.is_some() && !clause.verb.passive)
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

    /// "Ten boys fell ill and one, a pupil from Leeds, | died": a subject of its own with an apposition behind "and".
    pub(super) fn joins_with_apposition(&self, before: usize) -> bool {
        let words = self.words;
        let joint = (self.verb_end..before).rev().find(|&k| words.pos(k) == Pos::Coordinator);
        joint.is_some_and(|joint| {
            let end = with_of(words, joint + 1);
            let commas = (joint..before).filter(|&k| is_comma(words, k)).count();
            // Not "after her friend and Roe's father, Al, had fallen".
            let phrase =
                (self.verb_end..joint).any(|k| words.is_any(k, &["after", "before", "since", "until"]));
            !phrase && end > joint + 1 && is_comma(words, end) && end + 1 < before && commas == 2
        })
    }

    /// "It was advised, but the work, which cost $8m, | was put off": the "and" or "but" before a subject that has a relative clause between
    /// commas.
    pub(super) fn joins_with_relative(&self) -> Option<usize> {
        let words = self.words;
        let frame = self.frames.last()?;
        let open = frame.start.wrapping_sub(1);
        let aside = frame.kind == ClauseKind::Relative && is_comma(words, open) && frame.quote_end.is_none();
        if !aside || self.base() + 1 >= self.frames.len() {
            return None;
        }
        let joint = (open.saturating_sub(12)..open).rev().find(|&k| words.pos(k) == Pos::Coordinator)?;
        (joint > 0 && with_of(words, joint + 1) == open && is_comma(words, joint - 1)).then_some(joint)
    }

    /// Opens the clause of that subject; its relative clause ends before token `end`.
    pub(super) fn open_joined(&mut self, joint: usize, end: usize) {
        let (base, top) = (self.base(), self.frames.len() - 1);
        self.close_to(top, end);
        self.close_to(base, joint - 1);
        self.frames.truncate(base + 1);
        self.push(ClauseKind::Coordinate, joint, Some(joint), joint + 1);
    }

    /// A verb with a subject of its own behind a clause that has one: "and she stayed", "the day he left".
    pub(super) fn join_or_relate(&mut self, group: VerbGroup, before: usize) {
        let words = self.words;
        let region = self.verb_end.min(before)..before;
        // Not the "and" of "and two (Roe, and Poe) | voted".
        let last = open_bracket(words, region.clone()).unwrap_or(region.end);
        let joint = (region.start..last).rev().find(|&k| words.pos(k) == Pos::Coordinator);
        let joint = joint.map(|joint| first_of_names(words, region.start, joint));
        let joint = joint.map(|joint| first_of_clause(words, region.start, joint));
        let joint = joint.filter(|&k| {
            let opens = opens_noun_phrase(words, trim(words, k..before).start);
            (opens || opens_with_time(words, k + 1, before)) && !between_commas(words, k, last)
        });
        // "the cars and bus passes they | have": a list with a clause of its own behind it, which no comma sets off.
        let pronoun = words.pos(before.wrapping_sub(1)) == Pos::Pronoun
            && words.is_any(before - 1, &["they", "he", "she", "it", "we", "i", "you"]);
        let contact = |joint: usize| {
            pronoun && joint + 2 < before && words.pos(before - 2).is_noun() && !is_comma(words, joint - 1)
        };
        if let Some(joint) = joint.filter(|&joint| joint == 0 || !contact(joint)) {
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
            // ", a post he held for years"
            let pronoun = words.is_any(before - 1, &["he", "she", "it", "they", "we"]);
            let described = before > comma + 3 && words.is_any(comma + 1, &["a", "an"]);
            if pronoun && described && words.pos(before - 2).is_noun() {
                self.push(ClauseKind::Relative, before - 1, None, before - 1);
                return self.add(group, before - 1..before, false);
            }
            // ", something no team has done since 1985"
            if words.is(comma + 1, "something") && before > comma + 2 {
                self.push(ClauseKind::Relative, comma + 2, None, comma + 2);
                return self.add(group, comma + 2..before, false);
            }
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
}

/// Where the bracket opens that closes at the end of a range: "two | (Roe, and Poe)".
fn open_bracket(words: Words<'_>, range: Range<usize>) -> Option<usize> {
    let close = range.end.checked_sub(1).filter(|&k| words.mark(k) == ')')?;
    (range.start..close).rev().find(|&k| words.mark(k) == '(')
}

/// "held a guard, | but two others with knives and clubs fled": the "but" behind a comma at which the clause begins, where the "and" at `joint`
/// stands in its subject.
fn first_of_clause(words: Words<'_>, from: usize, joint: usize) -> usize {
    let first = (from + 1..joint).rev().find(|&k| words.pos(k) == Pos::Coordinator && is_comma(words, k - 1));
    let inside = |first: &usize| {
        !(*first..joint).any(|k| is_comma(words, k) || words.pos(k).is_verb())
            && words.pos(joint - 1).is_noun()
            // "sold cars, and vans and | the firm shut"
            && (words.is(*first, "but") || words.pos(joint + 1).is_noun())
    };
    first.filter(inside).unwrap_or(joint)
}

/// "fell 2 percent | and Oil and Gas Corp rose": the "and" behind `from` at which the clause begins, where that at `joint` stands in a name.
fn first_of_names(words: Words<'_>, from: usize, joint: usize) -> usize {
    let name = |k: usize| words.pos(k) == Pos::ProperNoun;
    let first = (from..joint).rev().find(|&k| !name(k)).filter(|&k| words.pos(k) == Pos::Coordinator);
    let ends_clause = |k: usize| {
        words.pos(k.wrapping_sub(1)) == Pos::Number
            || matches!(words.pos(k), Pos::Number | Pos::Adverb | Pos::Adjective)
    };
    first
        .filter(|&first| first + 1 < joint && name(joint + 1) && first > from && ends_clause(first - 1))
        .unwrap_or(joint)
}

/// "died in 2009 and | in 2011 he": whether a preposition with a time or year, and a pronoun as the subject, are all that stands from `start`
/// to the verb.
fn opens_with_time(words: Words<'_>, start: usize, before: usize) -> bool {
    let Some(pronoun) = before.checked_sub(1).filter(|&k| k > start + 1) else { return false };
    let year = words.kind(pronoun - 1) == Some(TokenKind::Number) && words.word(pronoun - 1).len() == 4;
    words.pos(start) == Pos::Preposition
        && words.is_any(pronoun, &["he", "she", "it", "they", "we", "i"])
        && (year && (start + 1..pronoun - 1).all(|k| words.has(k, Classes::MONTH))
            || is_time_phrase(words, start + 1..pronoun))
}

fn only_adverbial(words: Words<'_>, range: &Range<usize>) -> bool {
    is_time_phrase(words, range.clone())
}

/// Whether the tokens behind `joint` hold a comma before the verb, so that "and" belongs to a list.
fn between_commas(words: Words<'_>, joint: usize, before: usize) -> bool {
    let commas = (joint..before).filter(|&k| is_comma(words, k)).count();
    commas % 2 == 1 && !is_comma(words, before - 1)
}
