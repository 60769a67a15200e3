//! The account of where a finite verb belongs: who waits for whom, in the order in which it is asked.

use super::{DEPTH, Scanner};
use crate::extract::clause::VerbGroup;
use crate::extract::clause::subject::is_comma;
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// Where a finite verb belongs.
enum Place {
    /// "..., | said the mayor"
    InvertedTag,
    /// "The bridge, the council | said, will close", "..., the council | said"
    Tag,
    /// "Although costs rose, the council | said, it had kept its word": behind a clause in front of the one at a depth of the stack, which waits
    /// for its verb. `comma` stands before the subject.
    TagBehindClause { depth: usize, comma: usize },
    /// "it was full, the body's head, Jo Roe, | told reporters"
    TagWithApposition,
    /// To the clause on top of the stack, which has none yet.
    Top,
    /// To the clause at a depth of the stack, which waits for it below clauses that end before a token.
    Waiting { depth: usize, end: usize },
    /// To what is said from a token on. `inner` is where the clause in its subject ends, if it ends in one.
    Said { from: usize, inner: Option<usize> },
    /// "which unions said | was unfair"
    SaidOfRelative,
    /// "What made them leave | is unclear"
    BehindWhat,
    /// "the way it | stores drugs"
    Contact,
    /// "but the work, which cost more, | was put off": joined at the token of "but".
    Joined { joint: usize },
    /// "left the room and | slammed the door": to the subject of the clause before.
    Shared,
    /// To a subject of its own behind a clause that has one: "and she | stayed", "the day he | left".
    Beside,
}

impl Scanner<'_> {
    /// Gives a finite verb to the clause that waits for it, or opens one.
    pub(super) fn verb(&mut self, group: VerbGroup) {
        let before = self.past_adverbs(&group);
        self.leave_reduced(group.range.start);
        match self.place(&group, before) {
            Place::InvertedTag => self.add_inverted_tag(group),
            Place::Tag => self.add_tag(group),
            Place::TagBehindClause { depth, comma } => self.add_tag_behind_clause(group, depth, comma),
            Place::TagWithApposition => self.add_tag_with_apposition(group),
            Place::Top => self.fill(group),
            Place::Waiting { depth, end } => self.resume(depth, group, end),
            Place::Said { from, inner } => {
                if let Some(end) = inner {
                    self.close_to(self.frames.len() - 1, end);
                    self.frames.pop();
                }
                self.open_said(from);
                self.fill(group);
            }
            Place::SaidOfRelative => self.open_content_of_relative(group),
            Place::BehindWhat => self.fill_behind_what(group),
            Place::Contact => self.open_contact_clause(group, before),
            Place::Joined { joint } => {
                self.open_joined(joint, before - 1);
                self.fill(group);
            }
            Place::Shared => self.share_subject(group, before - 1),
            Place::Beside => self.join_or_relate(group, before),
        }
    }

    /// The first of the adverbs right before a verb, or the verb.
    fn past_adverbs(&self, group: &VerbGroup) -> usize {
        let mut before = group.range.start;
        while before > self.verb_end && matches!(self.words.pos(before - 1), Pos::Adverb | Pos::Not) {
            before -= 1;
        }
        before
    }

    /// Where a finite verb belongs that stands, with its adverbs, behind token `before`.
    fn place(&self, group: &VerbGroup, before: usize) -> Place {
        if self.is_inverted_tag(group) {
            return Place::InvertedTag;
        }
        let top = self.frames.len() - 1;
        if self.frames[top].clause.is_none() {
            return self.place_without_clause(group, top);
        }
        let words = self.words;
        let mark = before.checked_sub(1);
        if mark.is_some_and(|k| words.pos(k) == Pos::Coordinator) {
            return if self.says_of_relative(before) { Place::SaidOfRelative } else { Place::Shared };
        }
        let comma = mark.is_some_and(|k| is_comma(words, k));
        if let Some(depth) = self.waits_behind_content(group, top) {
            return Place::Waiting { depth, end: before };
        }
        if comma && let Some(from) = self.says_with_examples(before) {
            return Place::Said { from, inner: None };
        }
        if !comma {
            if let Some(from) = self.says_without_that(before) {
                return Place::Said { from, inner: None };
            }
            if let Some(from) = self.says_with_relative(before) {
                return Place::Said { from, inner: Some(before) };
            }
            if self.waits_behind_what() {
                return Place::BehindWhat;
            }
            if self.opens_contact_clause(before) {
                return Place::Contact;
            }
        }
        if self.says_of_relative(before) {
            return Place::SaidOfRelative;
        }
        if let Some(depth) = self.waiting(top) {
            if let Some(comma) = self.aside_tag_behind_clause(group, depth) {
                return Place::TagBehindClause { depth, comma };
            }
            return Place::Waiting { depth, end: before };
        }
        if comma { self.place_behind_comma(group, before) } else { self.place_behind_words(group, before) }
    }

    /// The same where the clause on top of the stack waits for its verb.
    fn place_without_clause(&self, group: &VerbGroup, top: usize) -> Place {
        if self.is_aside_tag(group) {
            return Place::Tag;
        }
        if self.opens_contact_in_front(group) || self.opens_contact_in_apposition(group) {
            return Place::Contact;
        }
        let start = group.range.start;
        self.waits_around(top, start).map_or(Place::Top, |depth| Place::Waiting { depth, end: start - 1 })
    }

    /// The same where a comma stands right before and no clause waits.
    fn place_behind_comma(&self, group: &VerbGroup, before: usize) -> Place {
        if let Some(from) = self.says_with_aside(before) {
            return Place::Said { from, inner: Some(before - 1) };
        }
        if let Some(from) = self.says_with_apposition(before) {
            return Place::Said { from, inner: None };
        }
        if self.is_tag_with_apposition(group, before) {
            return Place::TagWithApposition;
        }
        if self.joins_with_apposition(before) {
            return Place::Beside;
        }
        self.joins_with_relative().map_or(Place::Shared, |joint| Place::Joined { joint })
    }

    /// "The claim that the photo shows a spy | is false": the depth of the clause whose subject is a noun with what it claims behind it, if
    /// the verb is the last of the sentence and so is that noun's.
    fn waits_behind_content(&self, group: &VerbGroup, top: usize) -> Option<usize> {
        let words = self.words;
        let frame = self.frames.get(top)?;
        let that = frame.start;
        let hangs = words.is(that, "that")
            && that > 0
            && Lexicon::english().speech.sources.claimed.has(words.word(that - 1))
            && words.has(group.head, Classes::BE);
        let last = || !(group.range.end..words.len()).any(|k| words.pos(k).is_finite());
        let depth = self.waiting(top).filter(|_| hangs)?;
        (depth + 1 == top && last()).then_some(depth)
    }

    fn place_behind_words(&self, group: &VerbGroup, before: usize) -> Place {
        if self.is_tag(group, before) { Place::Tag } else { Place::Beside }
    }

    /// The depth of the innermost clause that waits for its verb, not beyond the quotation that the verb stands in.
    fn waiting(&self, top: usize) -> Option<usize> {
        let reach = DEPTH.min(self.frames.len() - self.base());
        let down = self.frames.iter().rev().take(reach).position(|frame| frame.clause.is_none())?;
        Some(top - down)
    }
}
