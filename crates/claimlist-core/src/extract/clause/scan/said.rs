//! What a verb of saying tells without "that": `said (the bridge was safe)`, `said (the owner, Acme, had left)`.

use super::{Frame, Scanner};
use crate::extract::clause::subject::{is_comma, last_noun_phrase, opens_noun_phrase, subject_in};
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::lex::Words;
use crate::lexicon::Frames;
use crate::tag::Pos;

impl Scanner<'_> {
    /// Where what is said begins, if the clause on top of the stack has a verb of saying right before, with what may be a subject
    /// behind it.
    pub(super) fn says_without_that(&self, before: usize) -> Option<usize> {
        let words = self.words;
        let verb = &self.top_clause()?.verb;
        // "said a fund | led by the state | would": what narrows the subject down has no finite verb.
        let narrows = matches!(
            words.pos(self.verb_end.wrapping_sub(1)),
            Pos::VerbIng | Pos::VerbParticiple | Pos::VerbBase
        );
        if verb.range.end != self.verb_end && !narrows {
            return None;
        }
        let region = verb.range.end.min(before)..before;
        let says = verb.frames().intersects(Frames::CLAUSE.or(Frames::TOLD))
            && !region.is_empty()
            && !region.clone().any(|k| is_comma(words, k))
            && !verb.passive
            && (words.pos(before - 1).in_noun_phrase()
                || words.pos(before - 1) == Pos::Pronoun
                || is_gerund(words, before - 1)
                || words.pos(before - 1) == Pos::VerbIng && before - 1 == verb.range.end);
        let told = verb.frames().intersects(Frames::TOLD);
        says.then(|| match told {
            true => last_noun_phrase(words, region.start, before).start,
            false => subject_in(words, region).start,
        })
    }

    /// "said the bridge, which is old, | was safe": where what is said begins, if its subject has a relative clause between commas that
    /// ends before token `before`.
    pub(super) fn says_with_aside(&self, before: usize) -> Option<usize> {
        let words = self.words;
        let [
            ..,
            Frame { clause: Some(verb), .. },
            Frame { kind: ClauseKind::Relative, start, clause: Some(aside), .. },
        ] = self.frames[..]
        else {
            return None;
        };
        let (said, aside) = (self.clauses.get(verb)?, self.clauses.get(aside)?);
        let region = said.verb.range.end..start;
        let mut inside = aside.verb.range.end..before - 1;
        let says = said.verb.frames().intersects(Frames::CLAUSE)
            && !said.verb.passive
            && start > region.start + 1
            && is_comma(words, start - 1)
            && !(region.start..start - 1).any(|k| is_comma(words, k))
            && opens_noun_phrase(words, region.start)
            && !inside.any(|k| is_comma(words, k));
        says.then_some(region.start)
    }

    /// "said the ferry's owner, Blue Lines, | had been fined": where what is said begins, if its subject has an apposition between commas
    /// that ends before token `before`.
    pub(super) fn says_with_apposition(&self, before: usize) -> Option<usize> {
        let words = self.words;
        let said = &self.top_clause()?.verb;
        let region = said.range.end..before.saturating_sub(1);
        let mut commas = region.clone().filter(|&k| is_comma(words, k));
        let (comma, more) = (commas.next(), commas.next());
        let says = said.range.end == self.verb_end
            && said.frames().intersects(Frames::CLAUSE)
            && !said.passive
            && opens_noun_phrase(words, region.start)
            && more.is_none()
            && comma.is_some_and(|comma| comma > region.start && opens_noun_phrase(words, comma + 1));
        says.then_some(region.start)
    }

    /// Opens what is said, which begins at token `from`.
    pub(super) fn open_said(&mut self, from: usize) {
        self.push(ClauseKind::Content, from, None, from);
        self.verb_end = from;
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

/// "a decision on funding": an -ing form behind a preposition or noun ends a noun phrase.
fn is_gerund(words: Words<'_>, i: usize) -> bool {
    let before = words.pos(i.wrapping_sub(1));
    words.pos(i) == Pos::VerbIng && (before == Pos::Preposition || before.in_noun_phrase())
}
