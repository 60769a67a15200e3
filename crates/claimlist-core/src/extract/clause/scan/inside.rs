//! Clauses inside others that wait for their verb: `which has changed the way it stores drugs`, `which unions said was unfair`.

use super::{Frame, Scanner};
use crate::extract::clause::subject::{is_comma, trim};
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::extract::phrase::with_of;
use crate::lexicon::Frames;
use crate::tag::Pos;

impl Scanner<'_> {
    /// "Roe, whose maps persuaded people that ..., | has died": where "that" opened no clause before the comma that ends the aside around
    /// it, the verb is that of the clause that waits around the aside.
    pub(super) fn waits_around(&self, top: usize, at: usize) -> Option<usize> {
        let words = self.words;
        let start = self.frames[top].start;
        let alone = start > 0 && !is_comma(words, start - 1) && words.is(start, "that");
        let closes =
            at > start + 1 && is_comma(words, at - 1) && !(start..at - 1).any(|k| is_comma(words, k));
        let depth = || (self.base()..top).rev().find(|&depth| self.frames[depth].clause.is_none());
        (alone && closes).then(depth).flatten()
    }

    /// "The trust, which has changed the way it | stores drugs, apologised": a pronoun behind a noun is the subject of a clause of its own
    /// as long as no comma has ended the relative clause in which they stand.
    pub(super) fn opens_contact_clause(&self, before: usize) -> bool {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return false };
        let pronoun = before > self.verb_end + 1
            && words.pos(before - 1) == Pos::Pronoun
            && words.is_any(before - 1, &["it", "he", "she", "they", "we"]);
        let aside = frame.kind == ClauseKind::Relative && frame.start > 0 && is_comma(words, frame.start - 1);
        pronoun
            && aside
            && words.pos(before - 2).is_noun()
            && !(self.verb_end..before).any(|k| is_comma(words, k))
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

    /// "It was advised, but the work, which cost $8m, | was put off": opens the clause of a subject behind "and" or "but" that has a relative
    /// clause between commas.
    pub(super) fn joins_with_relative(&mut self, before: usize) -> bool {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return false };
        let open = frame.start.wrapping_sub(1);
        if frame.kind != ClauseKind::Relative || !is_comma(words, open) || frame.quote_end.is_some() {
            return false;
        }
        let joint = (open.saturating_sub(12)..open).rev().find(|&k| words.pos(k) == Pos::Coordinator);
        let Some(joint) = joint.filter(|&k| k > 0 && with_of(words, k + 1) == open) else { return false };
        let base = self.base();
        if !is_comma(words, joint - 1) || base + 1 >= self.frames.len() {
            return false;
        }
        let top = self.frames.len() - 1;
        self.close_to(top, before - 1);
        self.close_to(base, joint - 1);
        self.frames.truncate(base + 1);
        self.push(ClauseKind::Coordinate, joint, Some(joint), joint + 1);
        true
    }

    pub(super) fn open_contact_clause(&mut self, group: VerbGroup, before: usize) {
        self.push(ClauseKind::Relative, before - 1, None, before - 1);
        self.add(group, before - 1..before, false);
    }

    /// "What made them leave | is unclear": the first verb was that of the subject.
    pub(super) fn waits_behind_what(&self) -> bool {
        let [Frame { kind: ClauseKind::Main, start: 0, clause: Some(clause), .. }] = self.frames[..] else {
            return false;
        };
        self.words.is(0, "what") && clause == 0
    }

    pub(super) fn fill_behind_what(&mut self, group: VerbGroup) {
        let at = group.range.start;
        let subject = trim(self.words, 0..at);
        self.close(Some(0), at);
        if let Some(what) = self.clauses.first_mut() {
            what.kind = ClauseKind::Relative;
        }
        self.frames[0].clause = None;
        self.add(group, subject, false);
    }

    /// "which unions said | was unfair": the verb of what is said right behind that of saying in a relative clause.
    pub(super) fn says_of_relative(&self, before: usize) -> bool {
        let says = self.top_clause().is_some_and(|clause| {
            clause.kind == ClauseKind::Relative
                && clause.connective.is_some_and(|at| clause.subject.start > at)
                && clause.verb.frames().intersects(Frames::CLAUSE)
                && !clause.verb.passive
        });
        says && self.verb_end == before
    }

    pub(super) fn open_content_of_relative(&mut self, group: VerbGroup) {
        let connective = self.top_clause().and_then(|clause| clause.connective);
        let (at, subject) = (group.range.start, connective.map_or(0..0, |at| at..at + 1));
        self.push(ClauseKind::Content, at, None, at);
        self.add(group, subject, true);
    }
}
