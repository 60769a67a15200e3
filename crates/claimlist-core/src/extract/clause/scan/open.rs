//! Where clauses open: at connectives, relative pronouns, marks and participles.

use super::{Frame, Scanner};
use crate::extract::clause::subject::{gerund, is_comma, opens_noun_phrase};
use crate::extract::clause::{ClauseKind, VerbGroup};
use crate::extract::phrase::{joins_figures, noun_phrase};
use crate::lex::Words;
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::Pos;

use super::DEPTH;

/// "When it rained, a man | named Joe Roe left": what somebody is called is part of the subject that waits for its verb.
fn is_called(words: Words<'_>, i: usize) -> bool {
    let article =
        (i.saturating_sub(5)..i).rev().find(|&k| !words.pos(k).is_noun() && words.pos(k) != Pos::Adjective);
    words.is_any(i, &["named", "called", "nicknamed"])
        && article.is_some_and(|k| k + 1 < i && words.is_any(k, &["a", "an"]))
        && words.pos(i + 1) == Pos::ProperNoun
}

impl Scanner<'_> {
    /// Opens a clause at token `i` if a connective, mark or participle there does.
    pub(super) fn open(&mut self, i: usize) {
        let words = self.words;
        match words.pos(i) {
            Pos::Punct if is_break(words, i) && !self.in_phrase_quoted(i) => self.start_anew(i),
            Pos::Subordinator | Pos::Pronoun | Pos::Determiner if is_relative(words, i) => {
                self.open_relative(i);
            }
            Pos::Subordinator if words.is(i, "that") => self.open_that(i),
            Pos::Subordinator => self.open_subordinate(i),
            Pos::VerbIng | Pos::VerbParticiple if self.opens_participial(i) => self.open_participial(i),
            Pos::VerbIng if is_comma(words, i.wrapping_sub(1)) && words.pos(i + 1).is_finite() => {}
            Pos::VerbParticiple if is_called(words, i) => {}
            Pos::VerbIng | Pos::VerbParticiple | Pos::VerbBase => self.verb_end = i + 1,
            _ => {}
        }
    }

    /// A semicolon, colon or dash: what follows stands by itself.
    fn start_anew(&mut self, i: usize) {
        let base = self.base();
        // "The deal - the largest that was made since 2010 - | will": an aside in a subject, which waits for its verb.
        let waits = |frame: &Frame| frame.clause.is_none() && frame.start < i;
        if closes_aside(self.words, i)
            && let Some(depth) = (base..self.frames.len()).rev().find(|&depth| waits(&self.frames[depth]))
        {
            self.close_to(depth + 1, i);
            self.frames.truncate(depth + 1);
            return;
        }
        let aside = is_comma(self.words, i)
            || is_dash(self.words, i)
                && (i + 1..self.words.len().min(i + 30)).any(|k| closes_aside(self.words, k));
        // "Roe left -- a breach of the rules -- | but Poe stayed": the aside had no verb, and what follows is no part of it.
        let behind = is_dash(self.words, i)
            && self.words.pos(i + 1) == Pos::Coordinator
            && self.frames.last().is_some_and(|frame| {
                frame.kind == ClauseKind::Main && frame.start > 0 && is_dash(self.words, frame.start - 1)
            });
        if aside && !behind && self.frames.last().is_some_and(waits) {
            return;
        }
        self.close_to(base, i);
        let quote_end = self.frames.get(base).and_then(|frame| frame.quote_end);
        self.frames.truncate(base);
        self.push(ClauseKind::Main, i + 1, None, i + 1);
        if let Some(frame) = self.frames.last_mut() {
            frame.quote_end = quote_end;
        }
    }

    /// Whether a mark stands in a quotation that is no clause: "a small miracle: odd and funny".
    fn in_phrase_quoted(&self, i: usize) -> bool {
        let quote = self.next_quote.checked_sub(1).and_then(|last| self.quotes.get(last));
        quote.is_some_and(|quote| quote.start < i && i + 1 < quote.end)
            && !self.frames.iter().any(|frame| frame.quote_end.is_some())
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
        // "was expected but the hint that rates would rise": of another thing than what was said, but "it was said by Roe and Doe that".
        let of_another = noun_before
            && !self.is_said_by_nobody()
            && self.top_clause().is_some_and(|clause| {
                clause.verb.passive
                    && !clause.verb.frames().intersects(Frames::TOLD)
                    && (clause.verb.range.end..i).any(|k| self.words.pos(k) == Pos::Coordinator)
            });
        let said = said && !of_another && !(noun_before && self.has_object_before(i));
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

    /// "accepted a job that the firm offered": whether a verb that tells something only with "that" has a thing for its object, which ends
    /// before the "that" at `i`; "showed the court that he left" tells somebody.
    fn has_object_before(&self, i: usize) -> bool {
        let words = self.words;
        let somebody = Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION);
        self.top_clause().is_some_and(|clause| {
            let (frames, object) = (clause.verb.frames(), clause.verb.range.end);
            frames.intersects(Frames::THAT)
                && !frames.intersects(Frames::CLAUSE.or(Frames::TOLD))
                && !clause.verb.passive
                && words.pos(object) == Pos::Determiner
                && !words.has(object, Classes::NEGATOR)
                && noun_phrase(words, object) == i
                && words.pos(i - 1) != Pos::ProperNoun
                && !words.has(i - 1, somebody)
        })
    }

    fn open_subordinate(&mut self, i: usize) {
        let words = self.words;
        // "Although below its peak, the price": a phrase without a verb.
        let comma = || (i + 1..words.len().min(i + 24)).find(|&k| is_comma(words, k));
        let phrase = |comma: usize| !(i + 1..comma).any(|k| words.pos(k).is_verb());
        if i == 0 && words.pos(1) == Pos::Preposition && comma().is_some_and(phrase) {
            return;
        }
        // "but if", "even though": the word before belongs to it.
        let start =
            if i > 0 && self.words.is_any(i - 1, &["even", "just", "only", "ever"]) { i - 1 } else { i };
        if i > 0 && is_comma(self.words, i - 1) || self.top_kind() == Some(ClauseKind::Participial) {
            self.drop_participial(start);
        }
        if start == self.verb_end && self.said_with_condition(i) {
            self.push(ClauseKind::Content, start, None, start);
        }
        self.push(ClauseKind::Subordinate, start, Some(i), i + 1);
    }

    /// "said | if it rains, the match is off": what is said begins with a clause of its own and goes on behind a comma.
    fn said_with_condition(&self, i: usize) -> bool {
        let words = self.words;
        self.quotes.is_empty()
            && Lexicon::english().grammar.conditions.has(words.word(i))
            && self.speaks(i, Frames::CLAUSE)
            && self.top_clause().is_some_and(|clause| !clause.verb.passive)
            && ((i..words.len()).any(|k| is_comma(words, k)) || self.holds_both(i))
    }

    /// "said | if it rained the match was off": whether the "if" at `i` has two verbs behind it in a row, that of the condition and that of what
    /// depends on it; "asked if it was true that he left" has another word between.
    fn holds_both(&self, i: usize) -> bool {
        let words = self.words;
        let finite = |k: &usize| words.pos(*k).is_finite() && !words.pos(*k - 1).is_finite();
        let joins = |k: usize| matches!(words.pos(k), Pos::Subordinator | Pos::Coordinator);
        let asks = self
            .top_clause()
            .and_then(|clause| clause.verb.saying)
            .is_some_and(|saying| matches!(&*saying.base, "ask" | "wonder" | "question" | "know" | "see"));
        words.is(i, "if")
            && !asks
            && (i + 1..words.len()).filter(finite).take(3).count() == 2
            && !(i + 1..words.len()).any(joins)
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
        // ", adding: ..."
        let says = words.has(i, Classes::SPEECH) && words.is(i + 1, ":");
        (words.pos(i + 1) != Pos::Punct || says)
            && !words.pos(i + 1).is_finite() // ", shelling was heard" has a subject
            && (comma && top_has_verb || start && (comma || i == 0) && !gerund(words, i) || joined)
    }

    fn open_participial(&mut self, i: usize) {
        self.drop_participial(i);
        let group = VerbGroup::participle(self.words, i);
        self.verb_end = group.range.end;
        // "Hale criticised the ban, which covers the town, | saying": who says so is not what the aside is about.
        let top = self.frames.len() - 1;
        let aside = self.frames.last().is_some_and(|frame| {
            // "the city he led for years, | calling for": a clause without its pronoun is left behind too.
            let contact = frame.connective.is_none();
            frame.kind == ClauseKind::Relative
                && frame.start > 0
                && (contact || is_comma(self.words, frame.start - 1))
        });
        let comma = is_comma(self.words, i.wrapping_sub(1));
        // "Some stayed calm after it was passed, | saying": so did they of whom the sentence tells.
        let inner = self.frames.last().is_some_and(|frame| {
            let clause = frame.clause.and_then(|index| self.clauses.get(index));
            frame.kind == ClauseKind::Subordinate && clause.is_some_and(|clause| clause.verb.passive)
        });
        let inner = inner && top > 0 && self.frames[top - 1].clause.is_some();
        if group.saying.is_some() && (aside || inner) && top > 0 && comma {
            self.close_to(top, i - 1);
            self.frames.truncate(top);
        }
        // Not "said the vote, held in May, was".
        if group.saying.is_some() && comma && self.words.pos(i) == Pos::VerbIng {
            self.leave_said(i - 1);
        }
        let parent = self.frames.iter().rev().take(DEPTH).find_map(|frame| frame.clause);
        let subject = parent.map_or(i..i, |parent| self.clauses[parent].subject.clone());
        self.push(ClauseKind::Participial, i, None, i);
        self.add(group, subject, true);
    }

    /// "The scans showed that it was old, | suggesting that ...": who said the one says the other too.
    fn leave_said(&mut self, comma: usize) {
        let said = self.frames.iter().rposition(|frame| frame.kind == ClauseKind::Content);
        let Some(said) = said.filter(|&said| said > self.base()) else { return };
        let speaks = |frame: &Frame| {
            let clause = frame.clause.and_then(|index| self.clauses.get(index));
            clause.is_some_and(|clause| clause.verb.saying.is_some() && !clause.verb.passive)
        };
        let quotes = |frame: &Frame| {
            let clause = frame.clause.and_then(|index| self.clauses.get(index));
            clause.is_some_and(|clause| clause.verb.frames().intersects(Frames::CLAUSE.or(Frames::TOLD)))
        };
        let inside = self.frames[said..].iter().any(quotes);
        if !inside && self.frames.get(said - 1).is_some_and(speaks) {
            self.close_to(said, comma);
            self.frames.truncate(said);
        }
    }

    /// Closes a participial clause on top of the stack, and the coordinates of it.
    pub(super) fn drop_participial(&mut self, at: usize) {
        while self.frames.len() > 1 && self.top_kind() == Some(ClauseKind::Participial) {
            let top = self.frames.len() - 1;
            self.close_to(top, at);
            self.frames.truncate(top);
        }
    }

    fn next_is_finite(&self, i: usize) -> bool {
        let mut k = i;
        while k < i + 3 && self.words.pos(k) == Pos::Adverb {
            k += 1;
        }
        self.words.pos(k).is_finite() || self.words.pos(k) == Pos::VerbBase
    }
}

/// `;`, `:` and dashes.
fn is_break(words: Words<'_>, i: usize) -> bool {
    if words.is(i, ",") || words.is(i, ".") || joins_figures(words, i) {
        return false;
    }
    match words.mark(i) {
        ';' | '\u{2013}' | '\u{2014}' => true,
        // Not in "6:00".
        ':' => !words.glued(i + 1),
        '-' => i > 0 && !words.glued(i) && !words.glued(i + 1),
        _ => words.is(i, "--"),
    }
}

/// A dash, alone.
fn is_dash(words: Words<'_>, i: usize) -> bool {
    (matches!(words.mark(i), '-' | '\u{2013}' | '\u{2014}') || words.is(i, "--")) && is_break(words, i)
}

/// Whether a dash stands before a finite verb or an adverb of it.
fn closes_aside(words: Words<'_>, i: usize) -> bool {
    let adverb = usize::from(words.pos(i + 1) == Pos::Adverb);
    is_dash(words, i) && words.pos(i + 1 + adverb).is_finite()
}

/// "who", "which", "whose", "whom", and "where" behind a noun.
fn is_relative(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["who", "which", "whose", "whom"])
        || words.is(i, "where")
            && i > 0
            && (words.pos(i - 1).is_noun() || is_comma(words, i - 1) && i > 1 && words.pos(i - 2).is_noun())
}

/// The token behind the closing parenthesis, where one opens at `i`.
#[inline]
pub(super) fn past_parenthesis(words: Words<'_>, i: usize) -> Option<usize> {
    match words.mark(i) {
        open @ '(' => past_bracket(words, i, open, ')'),
        open @ '[' => past_bracket(words, i, open, ']'),
        _ => None,
    }
}

/// The token behind the bracket that closes the one at `i`.
fn past_bracket(words: Words<'_>, i: usize, open: char, close: char) -> Option<usize> {
    let mut depth = 1;
    for k in i + 1..words.len().min(i + 60) {
        let mark = words.mark(k);
        depth += i32::from(mark == open) - i32::from(mark == close);
        if depth == 0 {
            return Some(k + 1);
        }
    }
    None
}
