//! Tags, which say who said what stands before or around them: `..., the council said`; and what is reported by them.

use std::ops::Range;

use super::Scanner;
use crate::extract::clause::subject::{is_comma, opens_noun_phrase, subject_in};
use crate::extract::clause::{Clause, ClauseKind, VerbGroup};
use crate::extract::phrase::{noun_phrase, past_second, with_of};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::Pos;

/// ", short of the 900 that brokers polled by Acme | had forecast": whether the verb at token `at` is that of a relative clause in the phrase
/// behind the last comma.
fn is_of_relative(words: Words<'_>, at: usize) -> bool {
    let part = |k: &usize| !is_comma(words, *k) && !words.pos(*k).is_finite();
    let clause = (at.saturating_sub(12)..at).rev().take_while(part);
    clause.into_iter().any(|k| {
        words.is_any(k, &["that", "which", "whom"])
            && k > 0
            && k + 1 < at
            && match words.pos(k - 1) {
                Pos::Number => matches!(words.pos(k), Pos::Subordinator | Pos::Determiner),
                before => before.is_noun() && words.pos(k) == Pos::Subordinator,
            }
    })
}

impl Scanner<'_> {
    /// Whether a verb of saying with its subject stands behind a comma and what was said: ", the council said".
    pub(super) fn is_tag(&self, group: &VerbGroup, before: usize) -> bool {
        let words = self.words;
        let frames = group.frames();
        let mut behind = group.range.end;
        if frames.intersects(Frames::TOLD) {
            // ", residents told reporters by phone."
            behind = noun_phrase(words, behind);
        }
        // ", the agency confirmed yesterday."
        let dated = words.has(behind, Classes::TIME_WORD)
            || words.is_any(behind, &["late", "early", "last", "later", "here", "there"]);
        // "the firm announced on Friday that it": what it said comes behind.
        let that = words.pos(behind) == Pos::Preposition
            && (behind..behind + 4).any(|k| words.is(k, "that") && words.pos(k) == Pos::Subordinator);
        let ends = dated || matches!(words.pos(behind), Pos::Punct | Pos::Preposition | Pos::ProperNoun);
        // "rose 40 cents, or 0.5%, the firm said"
        let figure = |k: usize| {
            words.is(k, "or") && matches!(words.kind(k + 1), Some(TokenKind::Number | TokenKind::Symbol))
        };
        // "..., figures from the trust show."
        let closes = behind + 1 >= words.len() && frames.intersects(Frames::THAT);
        ends && !that
            && !is_of_relative(words, before)
            && (closes || frames.intersects(Frames::CLAUSE.or(Frames::TOLD)))
            && (!group.passive || is_told(words, group, before))
            && (self.said_floor(before)..before).any(|k| is_comma(words, k))
            && !(self.verb_end..before)
                .any(|k| words.pos(k) == Pos::Coordinator && is_comma(words, k.wrapping_sub(1)) && !figure(k))
            && !self.joins_behind_aside(before)
    }

    /// "ran home and, after a rest, he | warned his staff": whether the subject before token `before` stands behind "and" and an aside between
    /// commas; but "and, the council | said, he fell".
    fn joins_behind_aside(&self, before: usize) -> bool {
        let words = self.words;
        let joint = (before.saturating_sub(16)..before)
            .rev()
            .find(|&k| words.pos(k) == Pos::Coordinator && is_comma(words, k + 1));
        joint.is_some_and(|joint| (joint + 2..before).any(|k| is_comma(words, k)))
    }

    /// Where the subject of a tag whose verb comes at token `before` may begin: behind the last verb, which may be the participle of what
    /// narrows the subject down: "they scored worse, | a study published in May suggests".
    fn said_floor(&self, before: usize) -> usize {
        let words = self.words;
        let narrows = matches!(words.pos(self.verb_end.wrapping_sub(1)), Pos::VerbParticiple | Pos::VerbIng)
            && words.pos(self.verb_end.wrapping_sub(2)).is_noun();
        let lowest = before.saturating_sub(24);
        let comma = || (lowest..self.verb_end).rev().find(|&k| is_comma(words, k));
        let open = narrows.then(comma).flatten();
        let plain = |open: &usize| {
            opens_noun_phrase(words, open + 1) && !(*open..before).any(|k| words.pos(k).is_finite())
        };
        open.filter(plain).unwrap_or(self.verb_end)
    }

    /// Whether a verb of saying stands behind somebody with an apposition: "it was full, | the body's head, Jo Roe, told reporters".
    pub(super) fn is_tag_with_apposition(&self, group: &VerbGroup, before: usize) -> bool {
        let words = self.words;
        let frames = group.frames();
        let commas = (self.verb_end..before).filter(|&k| is_comma(words, k)).count();
        let first = (self.verb_end..before).find(|&k| is_comma(words, k)).unwrap_or(before);
        // "it was full, | Jo Roe, 42, a nurse, said"
        let second = (first + 1..before).find(|&k| is_comma(words, k)).unwrap_or(before);
        let aged = words.pos(second + 1) == Pos::Number && is_comma(words, second + 2);
        let behind = if frames.intersects(Frames::TOLD) {
            noun_phrase(words, group.range.end)
        } else {
            group.range.end
        };
        commas == 3 + usize::from(aged)
            && group.range.len() == 1
            && !group.passive
            && frames.intersects(Frames::CLAUSE.or(Frames::TOLD))
            && matches!(words.pos(behind), Pos::Punct | Pos::Preposition | Pos::ProperNoun)
            && opens_noun_phrase(words, first + 1)
            && is_somebody(words, first + 1..before)
            && !(first..before).any(|k| words.pos(k) == Pos::Coordinator)
    }

    pub(super) fn add_tag_with_apposition(&mut self, group: VerbGroup) {
        let words = self.words;
        let at = group.range.start;
        let comma = (self.verb_end..at).find(|&k| is_comma(words, k)).unwrap_or(at);
        let subject = subject_in(words, (comma + 1).min(at)..at);
        self.push_tag(group, comma, subject);
    }

    /// Whether the verb is that of a tag in the middle: "The bridge, the council said, will close".
    pub(super) fn is_aside_tag(&self, group: &VerbGroup) -> bool {
        let words = self.words;
        let Some(frame) = self.frames.last() else { return false };
        let at = group.range.start;
        let Some(comma) =
            (frame.subject_from.max(at.saturating_sub(10))..at).rev().find(|&k| is_comma(words, k))
        else {
            return false;
        };
        let Some(close) = aside_end(words, group.range.end) else { return false };
        group.frames().intersects(Frames::CLAUSE)
            && comma + 1 < at
            && frame.kind != ClauseKind::Relative
            && (!subject_in(words, frame.subject_from..comma).is_empty()
                || opens_noun_phrase(words, close + 1) && words.kind(close + 1) != Some(TokenKind::Punct))
    }

    /// The comma before the subject of a tag whose verb this is, if it stands between a clause in front and the one that waits at `depth`:
    /// "Although costs rose, the council said, it had kept its word".
    pub(super) fn aside_tag_behind_clause(&self, group: &VerbGroup, depth: usize) -> Option<usize> {
        let words = self.words;
        let at = group.range.start;
        let top = self.frames.len() - 1;
        let in_front = self.frames[top].kind == ClauseKind::Subordinate
            && top == depth + 1
            && self.frames[top].start == self.frames[depth].subject_from;
        let comma = (self.verb_end.max(at.saturating_sub(10))..at).rev().find(|&k| is_comma(words, k))?;
        let close = aside_end(words, group.range.end)?;
        let tag = in_front
            && group.frames().intersects(Frames::CLAUSE)
            && !group.passive
            && comma + 1 < at
            && opens_noun_phrase(words, comma + 1)
            && (opens_noun_phrase(words, close + 1) || words.is(close + 1, "there"))
            && words.kind(close + 1) != Some(TokenKind::Punct);
        tag.then_some(comma)
    }

    pub(super) fn add_tag_behind_clause(&mut self, group: VerbGroup, depth: usize, comma: usize) {
        self.close_to(depth + 1, comma);
        self.frames.truncate(depth + 1);
        let subject = subject_in(self.words, comma + 1..group.range.start);
        self.push_tag(group, comma, subject);
    }

    /// Whether a verb of saying stands between a comma and who speaks: ", said the mayor", ", says Jane Roe of the union".
    pub(super) fn is_inverted_tag(&self, group: &VerbGroup) -> bool {
        let words = self.words;
        let (at, next) = (group.range.start, group.range.end);
        let says = group.frames().intersects(Frames::CLAUSE) && group.range.len() == 1;
        // `It was a "stellar year" said Jane Roe`
        let marked = || {
            matches!(words.mark(at - 1), '"' | '\u{201d}')
                && self.frames.last().is_some_and(|frame| frame.clause.is_some())
        };
        if !says || at <= 1 || !is_comma(words, at - 1) && !marked() {
            return false;
        }
        let speaker = inverted_speaker(words, next);
        let ends = speaker.end >= words.len()
            || matches!(words.pos(speaker.end), Pos::Punct | Pos::Preposition)
            || words.is(speaker.end, "who");
        // "Jane Roe, who runs a clinic, said some parents": the clause around the aside has waited for the verb.
        let waits = self.top_kind() == Some(ClauseKind::Relative)
            && self.frames.iter().any(|frame| frame.clause.is_none());
        // `Jane Roe, for example, said Poe "had kept his word"`, "Jane Roe, a nurse, said the ruling by the board was wrong": of whom
        // something is said.
        let quoted =
            matches!(words.mark(speaker.end), '"' | '\u{201c}') && words.pos(speaker.end + 1).is_finite();
        let hangs = || {
            let behind = with_of(words, speaker.end + 1);
            words.pos(speaker.end) == Pos::Preposition && words.pos(behind).is_finite()
        };
        let told = (quoted || hangs()) && self.frames.last().is_some_and(|frame| frame.clause.is_none());
        !waits
            && !told
            && !speaker.is_empty()
            && ends
            && (is_somebody(words, speaker) || words.is(at, "said") && words.is(next, "the"))
    }

    pub(super) fn add_tag(&mut self, group: VerbGroup) {
        let words = self.words;
        let at = group.range.start;
        let floor = self.said_floor(at).min(at).max(at.saturating_sub(24));
        let comma = (floor..at).rev().find(|&k| is_comma(words, k) && k + 1 < at).unwrap_or(floor);
        let subject = subject_in(words, comma + 1..at);
        self.push_tag(group, comma, subject);
    }

    /// "said the mayor" behind a comma: who speaks stands behind the verb, and the subject stays empty.
    pub(super) fn add_inverted_tag(&mut self, group: VerbGroup) {
        let at = group.range.start;
        self.push_tag(group, at.saturating_sub(1), at..at);
    }

    fn push_tag(&mut self, group: VerbGroup, comma: usize, subject: Range<usize>) {
        let words = self.words;
        let at = group.range.start;
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

    /// "Although costs rose, the council said, it had kept its word": whether what is said goes on behind the tag, as the clause before it only
    /// opens the sentence.
    fn stands_behind_clause_in_front(&self, tag: usize) -> bool {
        let front = tag.checked_sub(1).map(|k| &self.clauses[k]);
        front.is_some_and(|front| front.kind == ClauseKind::Subordinate && front.parent.is_none())
            && tag + 1 < self.clauses.len()
            && aside_end(self.words, self.clauses[tag].verb.range.end).is_some()
    }

    /// Marks what is reported: contents of verbs of saying and all clauses in them.
    pub(super) fn finish(self) {
        for index in 0..self.clauses.len() {
            let parent = self.clauses[index].parent.filter(|&parent| parent < index);
            let Some(parent) = parent.map(|parent| &self.clauses[parent]) else { continue };
            let said = self.clauses[index].kind == ClauseKind::Content && parent.verb.saying.is_some();
            let reported = parent.reported || said;
            let quoted = parent.quoted;
            self.clauses[index].reported |= reported;
            self.clauses[index].quoted |= quoted;
        }
        let tags: Vec<usize> =
            (0..self.clauses.len()).filter(|&k| self.clauses[k].kind == ClauseKind::Tag).collect();
        for tag in tags {
            let range = self.clauses[tag].range.clone();
            let aside = self.stands_behind_clause_in_front(tag);
            let behind = !aside && self.clauses[..tag].iter().any(|clause| !clause.quoted);
            for (index, clause) in self.clauses.iter_mut().enumerate() {
                // Behind what was said, or in its middle.
                let around = clause.range.start < range.start || index == tag + 1;
                let inside = if behind { index < tag } else { around };
                if index != tag && inside {
                    clause.reported = true;
                }
            }
        }
    }
}

/// Who speaks in an inverted tag whose verb ends before token `from`: "the mayor of Leeds".
pub(in crate::extract) fn inverted_speaker(words: Words<'_>, from: usize) -> Range<usize> {
    from..past_second(words, with_of(words, from))
}

/// ", a court has been told": whether those are told something whom news names as told, with nothing behind the verb.
fn is_told(words: Words<'_>, group: &VerbGroup, before: usize) -> bool {
    let somebody = Classes::ORGANISATION.or(Classes::TITLE).or(Classes::PERSON_NOUN);
    let last = before.wrapping_sub(1);
    words.is(group.head, "told")
        && words.pos(group.range.end) == Pos::Punct
        && (words.has(last, somebody) || Lexicon::english().speech.sources.hearings.has(words.word(last)))
}

/// Whether the noun phrase is somebody who can speak: a name, "a spokesman", "the council", "police".
fn is_somebody(words: Words<'_>, phrase: Range<usize>) -> bool {
    let speaks = Classes::TITLE.or(Classes::PERSON_NOUN).or(Classes::ORGANISATION);
    // "one of the owners"
    let part = words.pos(phrase.start) == Pos::Number && words.is(phrase.start + 1, "of");
    let start = phrase.start + if part { 2 } else { 0 };
    let mut core = (start..phrase.end).take_while(|&k| !words.is(k, "of"));
    let reports = |k: usize| Lexicon::english().speech.sources.media.has(words.word(k));
    words.pos(phrase.start) == Pos::ProperNoun || core.any(|k| words.has(k, speaks) || reports(k))
}

/// The end of a tag: its objects and times up to the next comma.
fn tag_end(words: Words<'_>, from: usize) -> usize {
    (from..words.len())
        .find(|&k| words.kind(k) == Some(TokenKind::Punct) && !words.glued(k + 1))
        .unwrap_or(words.len())
}

/// The comma behind a verb of saying that closes an aside, with no more than a time or place between: ", it said in August,".
fn aside_end(words: Words<'_>, from: usize) -> Option<usize> {
    let close = (from..words.len().min(from + 9)).find(|&k| words.kind(k) == Some(TokenKind::Punct))?;
    let adverbial = close == from || words.pos(from) == Pos::Preposition;
    (adverbial && is_comma(words, close)).then_some(close)
}
