//! Who is reported to have said it, and whether that is anybody with a name.

use std::ops::Range;

use crate::Speaker;
use crate::extract::clause::{Clause, ClauseKind, inverted_speaker};
use crate::extract::{Context, phrase, speaker};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The speaker of a clause with a verb of saying, and whether the source is named.
pub(super) fn of_clause(context: &Context<'_>, clause: &Clause) -> (Option<Speaker>, bool) {
    let words = context.words;
    if clause.verb.passive {
        // "were told by the landlord that"; "is believed to": by whom is not said.
        let by = clause.verb.range.end;
        let end = if words.is(by, "by") { phrase::with_of(words, by + 1) } else { by + 1 };
        return of_words(context, by + 1..end);
    }
    let next = clause.verb.range.end;
    // "was jailed and told he must serve half": nobody is told, so that it was the subject.
    let told = words.is(clause.verb.head, "told")
        && clause.shared
        && (words.is_any(next, &["he", "she", "they", "that"]) || words.pos(next) == Pos::To);
    if told || Lexicon::english().speech.base(words.word(clause.verb.head)) == Some("hear") {
        // "The court heard that": from whom is not said.
        return (None, false);
    }
    let mut subject = clause.subject.clone();
    if subject.is_empty()
        && clause.kind == ClauseKind::Participial
        && let Some(tag) = tag_before(context, clause)
    {
        return of_clause(context, tag);
    }
    if subject.is_empty() && clause.kind == ClauseKind::Participial {
        // "Citing costs, the firm ...": the subject comes behind.
        let main = context
            .clauses
            .iter()
            .find(|other| other.verb.range.start > clause.verb.range.start && !other.quoted);
        subject = main.map_or(subject, |main| main.subject.clone());
    }
    if subject.is_empty() && matches!(clause.kind, ClauseKind::Tag | ClauseKind::Main) {
        let inverted = inverted_speaker(words, clause.verb.range.end);
        // Not "the mill" of "said the mill would close"; but "said one clerk quoted by the report".
        let content = matches!(words.pos(inverted.end), Pos::Modal | Pos::VerbPast | Pos::VerbPresent)
            && !words.is(inverted.end + 1, "by");
        if clause.kind == ClauseKind::Tag || !content {
            subject = inverted;
        }
    }
    of_words(context, subject)
}

/// `"It works," said Roe, adding that it pays`: the tag before a clause, as who said the one says the other.
fn tag_before<'c>(context: &Context<'c>, clause: &Clause) -> Option<&'c Clause> {
    context.clauses.iter().rfind(|other| {
        let tells =
            other.kind == ClauseKind::Tag || other.kind == ClauseKind::Main && other.subject.is_empty();
        tells
            && other.verb.saying.is_some()
            && !other.quoted
            && other.verb.range.end <= clause.verb.range.start
    })
}

/// The speaker that the tokens name, and whether they name anybody.
pub(super) fn of_words(context: &Context<'_>, range: Range<usize>) -> (Option<Speaker>, bool) {
    let words = context.words;
    if range.is_empty() {
        return (None, false);
    }
    let head = without_apposition(words, range.clone());
    let sourced = is_named(words, head.clone());
    let pronoun = head.len() == 1 && words.has(head.start, Classes::PRONOUN.or(Classes::SUBORDINATOR));
    let found = speaker::of_subject(context, range);
    // "it said" is as good as the name of the body that it stands for.
    let sourced = sourced || pronoun && found.is_some() && words.is(head.start, "it");
    let found = found.or_else(|| {
        let span = words.span(head.start, head.end);
        // "Of 32 who were asked, 18 said": a figure is nobody's name.
        let somebody = head.clone().any(|k| words.pos(k) != Pos::Number);
        (!pronoun && somebody).then(|| Speaker { text: span.of(words.text).to_owned(), span })
    });
    (found, sourced)
}

/// "Jane Roe" of "Jane Roe, a nurse, who".
fn without_apposition(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    let end = range
        .clone()
        .skip(1)
        .find(|&k| words.is(k, ",") || words.pos(k) == Pos::Subordinator)
        .unwrap_or(range.end);
    range.start..end
}

/// Whether the words name somebody: not "critics", "some", "officials in London".
fn is_named(words: Words<'_>, range: Range<usize>) -> bool {
    let speech = &Lexicon::english().speech;
    let end = range.clone().find(|&k| words.pos(k) == Pos::Preposition).unwrap_or(range.end);
    let core = range.start..end.max(range.start);
    let unnamed = core
        .clone()
        .any(|k| words.kind(k) == Some(TokenKind::Word) && speech.sources.unnamed.has(words.word(k)));
    let named = core.clone().any(|k| words.pos(k) == Pos::ProperNoun);
    named || !unnamed
}

/// Where the phrase begins that says in what somebody speaks who is named from token `start` on: "In a letter to the board,
/// the firm denied"; `start` if there is none.
pub(super) fn medium_start(words: Words<'_>, start: usize) -> usize {
    let end = start - usize::from(start > 0 && words.is(start - 1, ","));
    let mut medium = false;
    let mut begin = end;
    for k in (end.saturating_sub(16)..end).rev() {
        if words.kind(k) == Some(TokenKind::Punct) || words.pos(k).is_finite() {
            break;
        }
        medium |= Lexicon::english().speech.sources.media.has(words.word(k));
        begin = k;
    }
    if medium && words.pos(begin) == Pos::Preposition { begin } else { start }
}
