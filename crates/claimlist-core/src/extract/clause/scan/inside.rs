//! Clauses inside others that wait for their verb: `which has changed the way it stores drugs`, `What made them leave is unclear`.

use super::{Frame, Scanner};
use crate::extract::clause::subject::{is_comma, trim};
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::lexicon::{Classes, Lexicon};
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

    /// "Of the 31 books she | filled, 28 survive", "In a letter he | signed, Roe": the same in a phrase with "of", or with what is written, in
    /// front of all else, which a comma ends.
    pub(super) fn opens_contact_in_front(&self, group: &VerbGroup) -> bool {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return false };
        let (from, at, next) = (frame.subject_from, group.range.start, group.range.end);
        frame.kind == ClauseKind::Main
            && (words.is(from, "of") || words.is(from, "in") && self.is_letter(at.saturating_sub(2)))
            && at > from + 2
            && words.is_any(at - 1, &["it", "he", "she", "they", "we", "i"])
            && words.pos(at - 2).is_noun()
            && (next..next + 3).any(|k| is_comma(words, k))
    }

    /// "Acme, the firm she | led with Roe, was": the same in an apposition of the subject, which waits for its verb.
    pub(super) fn opens_contact_in_apposition(&self, group: &VerbGroup) -> bool {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return false };
        let (from, at, next) = (frame.subject_from, group.range.start, group.range.end);
        // "co-led"
        let at = if at > 2 && words.is(at - 1, "-") { at - 2 } else { at };
        let open = (at.saturating_sub(7)..at).rev().find(|&k| is_comma(words, k));
        let close = (next..next + 12).find(|&k| is_comma(words, k));
        let described = |open: usize| {
            open > from
                && open + 3 < at
                && words.is_any(open + 1, &["a", "an", "the"])
                && words.pos(open - 1).is_noun()
                && words.pos(at - 2).is_noun()
        };
        frame.kind == ClauseKind::Main
            && words.is_any(at.wrapping_sub(1), &["it", "he", "she", "they", "we", "i"])
            && open.is_some_and(described)
            && close.is_some_and(|close| words.pos(close + 1).is_finite())
    }

    /// "a letter", "a joint statement" before a pronoun, up to token `k`.
    fn is_letter(&self, k: usize) -> bool {
        Lexicon::english().speech.sources.media.has(self.words.word(k))
    }

    /// "While researching the map in Paris, she | found": a connective before a form in -ing or a participle opens no clause that waits for a
    /// verb; it ends at the comma.
    pub(super) fn leave_reduced(&mut self, at: usize) {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return };
        let from = frame.subject_from;
        let reduced = frame.kind == ClauseKind::Subordinate
            && frame.clause.is_none()
            && (matches!(words.pos(from), Pos::VerbIng | Pos::VerbParticiple)
                // "if successful, the tests may stop it"
                || words.pos(from) == Pos::Adjective
                    && (is_comma(words, from + 1) || matches!(words.pos(from + 1), Pos::To | Pos::Preposition)))
            && !words.pos(from + 1).is_finite();
        // "While studying there | he met Roe"
        let subject = || {
            let before = (from..at).rev().find(|&k| words.pos(k) != Pos::Adverb);
            before.is_some_and(|k| k > from && words.is_any(k, &["he", "she", "they", "we", "i"]))
        };
        let subject = || !words.is(from.wrapping_sub(1), "if") && subject();
        // "Her plan to cross the sea while carrying a dog | has failed": the verb that the clause around it waits for.
        let around = || {
            let outer = self.frames.len().checked_sub(2).and_then(|depth| self.frames.get(depth));
            words.pos(from) == Pos::VerbIng
                && words.has(at, Classes::HAVE.or(Classes::BE).or(Classes::MODAL))
                && outer.is_some_and(|outer| outer.clause.is_none() && outer.subject_from + 1 < frame.start)
        };
        let subject = || subject() || around();
        if reduced && self.frames.len() > 1 && ((from..at).any(|k| is_comma(words, k)) || subject()) {
            self.frames.pop();
        }
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
}
