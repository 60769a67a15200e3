//! What a verb of saying tells without "that": `said (the bridge was safe)`, `said (the owner, Acme, had left)`.

use std::ops::Range;

use super::{Frame, Scanner};
use crate::extract::clause::subject::{is_comma, last_noun_phrase, opens_noun_phrase, subject_in};
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::extract::phrase::{noun_phrase, with_of};
use crate::lex::Words;
use crate::lexicon::{Classes, Frames};
use crate::tag::{Pos, past_time_aside};

/// "said 20 of its staff|, including guards and drivers, | will": where examples between commas begin that end right before token `before`,
/// behind a verb of saying that ends before token `from`.
fn before_examples(words: Words<'_>, from: usize, before: usize) -> Option<usize> {
    let closes = before > from + 3 && words.is(before - 1, ",");
    let opens = |k: &usize| words.is(*k, ",") && words.is_any(*k + 1, &["including", "among"]);
    let comma = (from + 1..before - 1).find(|k| closes && opens(k))?;
    let plain = (comma..before).all(|k| !words.pos(k).is_finite());
    (plain && !(from..comma).any(|k| words.is(k, ","))).then_some(comma)
}

impl Scanner<'_> {
    /// "said 20 of its staff, including guards, drivers and cooks, | will": where what is said begins, if examples stand behind its subject.
    pub(super) fn says_with_examples(&self, before: usize) -> Option<usize> {
        let comma = before_examples(self.words, self.top_clause()?.verb.range.end, before)?;
        self.says_without_that(comma)
    }

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
        let region = past_adverbial(words, verb.range.end.min(before)..before);
        if region.is_empty() {
            return None;
        }
        // `said the "inspector" | had left`
        let closes = before > 1 && matches!(words.mark(before - 1), '"' | '\u{201d}' | '\u{2019}');
        // "said the National Union (NU) | had lied"
        let bracket = (before > 1 && words.mark(before - 1) == ')')
            .then(|| (region.start + 1..before - 1).rev().take(8).find(|&k| words.mark(k) == '('))
            .flatten();
        let last = bracket.unwrap_or(before - usize::from(closes)) - 1;
        // "said letters found | would stay"
        let narrowed = words.pos(last) == Pos::VerbParticiple && words.pos(last.wrapping_sub(1)).is_noun();
        let noun = last - usize::from(narrowed);
        let told = verb.frames().intersects(Frames::TOLD);
        let finds =
            || verb.frames().intersects(Frames::THAT) && found_to_be(words, region.start..noun + 1, before);
        let says = (verb.frames().intersects(Frames::CLAUSE.or(Frames::TOLD)) || finds())
            && !region.clone().any(|k| is_comma(words, k))
            // "It is thought the fire started", but "It was expected and Roe said"
            && (!verb.passive
                || (told || self.is_said_by_nobody()) && words.pos(region.start) != Pos::Coordinator)
            && (words.pos(last).in_noun_phrase()
                || words.pos(last) == Pos::Pronoun
                || narrowed
                || is_gerund(words, last)
                || words.pos(last) == Pos::VerbIng && last == verb.range.end);
        says.then(|| match told && !verb.passive {
            true => last_noun_phrase(words, region.start, before).start,
            false => subject_in(words, region).start,
        })
    }

    /// "It is thought (the fire started in a kitchen)": whether the subject of the clause on top of the stack is "it".
    pub(super) fn is_said_by_nobody(&self) -> bool {
        self.top_clause()
            .is_some_and(|clause| clause.subject.len() == 1 && self.words.is(clause.subject.start, "it"))
    }

    /// "said the bridge, which is old, | was safe", "said the bridge, built in May, | was safe": where what is said begins, if its subject has a
    /// relative clause or a participle between commas that ends before token `before`.
    pub(super) fn says_with_aside(&self, before: usize) -> Option<usize> {
        let words = self.words;
        let [
            ..,
            Frame { clause: Some(verb), .. },
            Frame {
                kind: ClauseKind::Relative | ClauseKind::Participial, start, clause: Some(aside), ..
            },
        ] = self.frames[..]
        else {
            return None;
        };
        let (said, aside) = (self.clauses.get(verb)?, self.clauses.get(aside)?);
        let region = said.verb.range.end..start;
        let mut inside = aside.verb.range.end..before - 1;
        // "It is thought the milder days, expected this week, may help"
        let nobody = said.subject.len() == 1 && words.is(said.subject.start, "it");
        let says = said.verb.frames().intersects(Frames::CLAUSE)
            && (!said.verb.passive || nobody)
            && start > region.start + 1
            && is_comma(words, start - 1)
            && !(region.start..start - 1).any(|k| is_comma(words, k))
            && opens_noun_phrase(words, region.start)
            && !inside.any(|k| is_comma(words, k));
        says.then_some(region.start)
    }

    /// "said the men who left in May | were old": where what is said begins, if its subject has a relative clause without a comma.
    pub(super) fn says_with_relative(&self, before: usize) -> Option<usize> {
        let words = self.words;
        let [
            ..,
            Frame { clause: Some(verb), .. },
            Frame { kind: ClauseKind::Relative, start, clause: Some(inner), .. },
        ] = self.frames[..]
        else {
            return None;
        };
        let said = &self.clauses.get(verb)?.verb;
        let region = said.range.end..start;
        // "told the court | his wife who left had lied"
        let told = said.frames().intersects(Frames::TOLD);
        let from = if told { last_noun_phrase(words, region.start, start).start } else { region.start };
        let listener = !told || from > region.start && noun_phrase(words, region.start) == from;
        let says = said.frames().intersects(Frames::CLAUSE.or(Frames::TOLD))
            && listener
            && !said.passive
            && words.is_any(start, &["who", "which", "that"])
            && !(self.clauses.get(inner)?.verb.range.end..before).any(|k| words.pos(k) == Pos::Coordinator)
            && opens_noun_phrase(words, from)
            && with_of(words, from) == region.end;
        says.then_some(from)
    }

    /// "said the ferry's owner, Blue Lines, | had been fined", "said the guard, and a man with him, | had left", "added some roads, such
    /// as the A9, | had flooded", "said the boy, 12, from Leeds, | had left": where what is said begins, if its subject has an apposition,
    /// somebody else, an example or what narrows it down between commas that end before token `before`.
    pub(super) fn says_with_apposition(&self, before: usize) -> Option<usize> {
        let words = self.words;
        let said = &self.top_clause()?.verb;
        let region = said.range.end..before.saturating_sub(1);
        let mut commas = region.clone().filter(|&k| is_comma(words, k));
        let mut comma = commas.next();
        // The age of somebody stands between commas of its own.
        let aged = |first: usize| {
            let close = first + 2;
            words.pos(first + 1) == Pos::Number && close < region.end && is_comma(words, close)
        };
        if comma.is_some_and(aged) {
            comma = commas.next();
        }
        let more = commas.next();
        // "said the boy, named Roe, | had left"
        let participle = comma.filter(|&k| words.pos(k + 1) == Pos::VerbParticiple && k + 2 == self.verb_end);
        let says = (said.range.end == self.verb_end || participle.is_some())
            && said.frames().intersects(Frames::CLAUSE)
            && !said.passive
            && opens_noun_phrase(words, region.start)
            && more.is_none()
            && comma.is_some_and(|comma| {
                let joint = usize::from(words.pos(comma + 1) == Pos::Coordinator);
                let example = words.is_phrase(comma + 1, "such as") || words.is(comma + 1, "including");
                let narrows = matches!(words.pos(comma + 1), Pos::Preposition | Pos::VerbParticiple);
                comma > region.start && (opens_noun_phrase(words, comma + 1 + joint) || example || narrows)
            });
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

/// "said|, in real terms, | pay was": what is left of the region behind a phrase between commas right behind the verb.
fn past_adverbial(words: Words<'_>, region: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 9;
    let opens = words.pos(region.start + 1) == Pos::Preposition && !words.is(region.start + 1, "as");
    // "said last night | a new law would"
    let timed = past_time_aside(words, region.start);
    if timed > region.start && timed < region.end && opens_noun_phrase(words, timed) {
        return timed..region.end;
    }
    if let Some(start) = past_phrase_in_front(words, &region) {
        return start..region.end;
    }
    if !words.is(region.start, ",") || !opens {
        return region;
    }
    let close = (region.start + 2..region.end.min(region.start + LONGEST)).find(|&k| words.is(k, ","));
    // `"We won," the mayor said, with a smile, | and the band played`
    let close = close.filter(|&close| words.pos(close + 1) != Pos::Coordinator);
    close.map_or(region.clone(), |close| close + 1..region.end)
}

/// "says despite an offer of ships, | the crew will": where what is said goes on behind a phrase right behind the verb, which a comma ends.
fn past_phrase_in_front(words: Words<'_>, region: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 14;
    let opens = words
        .is_any(region.start, &["despite", "after", "with", "without", "under", "given", "during"])
        && words.pos(region.start) == Pos::Preposition;
    let mut commas = (region.start..region.end).filter(|&k| is_comma(words, k));
    let comma = commas.next().filter(|&comma| opens && comma < region.start + LONGEST)?;
    let plain = commas.next().is_none() && !(region.start..comma).any(|k| words.pos(k).is_verb());
    (plain && comma + 1 < region.end && opens_noun_phrase(words, comma + 1)).then_some(comma + 1)
}

/// "found the gates of the dam | had been shut", but not "found the gates he had shut": whether what was found is one noun phrase
/// with a helping verb or a past tense behind it.
fn found_to_be(words: Words<'_>, found: Range<usize>, verb: usize) -> bool {
    const HELPS: Classes = Classes::BE.or(Classes::HAVE).or(Classes::MODAL);
    let Some(last) = found.end.checked_sub(1) else { return false };
    // "found the gates Roe had shut"
    let owned = words.pos(last) == Pos::ProperNoun && words.pos(last.wrapping_sub(1)) == Pos::Noun;
    // "found he had been failed"
    let pronoun = found.len() == 1 && words.is_any(last, &["he", "she", "they"]);
    (words.has(verb, HELPS) || words.pos(verb) == Pos::VerbPast)
        && (pronoun || words.pos(last).is_noun() && !owned && placed_end(words, found.start) == found.end)
}

/// The end of a noun phrase with the phrase of place or time behind it: "the number of homes | in Leeds".
fn placed_end(words: Words<'_>, start: usize) -> usize {
    let end = with_of(words, start);
    if end == start || !words.is_any(end, &["in", "at", "on", "for", "from"]) {
        return end;
    }
    with_of(words, end + 1).max(end)
}

/// "a decision on funding": an -ing form behind a preposition or noun ends a noun phrase.
fn is_gerund(words: Words<'_>, i: usize) -> bool {
    let before = words.pos(i.wrapping_sub(1));
    words.pos(i) == Pos::VerbIng && (before == Pos::Preposition || before.in_noun_phrase())
}
