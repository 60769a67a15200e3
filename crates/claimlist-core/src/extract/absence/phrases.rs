//! Absences in phrases without a verb of their own: `without a licence`, `with no survivors`, `not mentioned on the site`.

use super::{Denial, denies_nothing, push};
use crate::extract::{Context, Draft, phrase};
use crate::lex::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// Appends the phrases of a sentence that deny.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    for i in 0..words.len() {
        if !words.has(i, Classes::NEGATOR) || i > 0 && words.has(i - 1, Classes::NEGATOR) {
            continue;
        }
        let found = without(words, i)
            .or_else(|| with_no(words, i))
            .or_else(|| not_one(words, i))
            .or_else(|| none_done(words, i))
            .or_else(|| not_done(words, i))
            .or_else(|| in_front(words, i));
        let Some((start, end, pattern)) = found else { continue };
        let negator = words.span(i, i + 1);
        if !context.mentions(MentionKind::Quote).any(|quote| quote.span.overlaps(negator)) {
            push(words, start, end, &Denial::new(i, i + 1, pattern), drafts);
        }
    }
}

/// "without a licence", "without warning"; at the start of a sentence it is a condition.
fn without(words: Words<'_>, i: usize) -> Option<(usize, usize, &'static str)> {
    if !words.is(i, "without") || i == 0 {
        return None;
    }
    let end = phrase::with_of(words, i + 1);
    // "without another $3 billion": a condition.
    if words.pos(end) == Pos::Number || (i + 1..end).any(|k| words.pos(k) == Pos::Number) {
        return None;
    }
    let article = words.is_any(i + 1, &["a", "an", "any"]) && end > i + 2;
    let bare = end == i + 2 && Lexicon::english().cues.withheld.has(words.word(i + 1));
    let idiom = Lexicon::english().cues.granted.has(words.word(i + 2));
    ((article && !idiom) || bare).then_some((i, end, "without"))
}

/// "with no survivors", "with nobody on board".
fn with_no(words: Words<'_>, i: usize) -> Option<(usize, usize, &'static str)> {
    let with = i.checked_sub(1).filter(|&k| words.is(k, "with"))?;
    if !words.is_any(i, &["no", "nobody", "none"]) || denies_nothing(words, i) {
        return None;
    }
    let end = phrase::object(words, i);
    (end > i).then_some((with, end, "with no"))
}

/// "Never before had the mill made a loss", "At no time did Roe tell the bank", "nor did she pay": the denial stands in front, and the
/// subject behind the auxiliary.
pub(super) fn in_front(words: Words<'_>, i: usize) -> Option<(usize, usize, &'static str)> {
    let at_no = i > 0
        && words.is(i, "no")
        && words.is(i - 1, "at")
        && words.is_any(i + 1, &["time", "point", "stage"]);
    // "On neither occasion did Roe call", "In no case was anyone told"
    let in_none = i > 0
        && words.is_any(i, &["no", "neither"])
        && words.is_any(i - 1, &["on", "in"])
        && words.is_any(i + 1, &["occasion", "case", "instance"]);
    let at_no = at_no || in_none;
    let start = if at_no { i - 1 } else { i };
    let not_since = words.is_phrase(i, "not since");
    if !at_no && !not_since && !words.is_any(i, &["never", "nor", "nowhere"]) {
        return None;
    }
    let mut auxiliary = i + 1 + usize::from(at_no);
    while words.is_any(auxiliary, &["before", "again", "once", "since", "else"]) {
        auxiliary += 1;
    }
    // "Never before in its history has the club lost", "Not since 1990 has it won"
    if not_since || words.is_any(auxiliary, &["in", "under"]) {
        let ends = |k: &usize| words.pos(*k).is_verb() || words.pos(*k) == Pos::Punct;
        auxiliary = (auxiliary..words.len().min(auxiliary + 12)).find(ends)?;
    }
    let asks = words.has(auxiliary, Classes::AUXILIARY) && words.pos(auxiliary).is_finite();
    let so = usize::from(words.is_any(auxiliary + 1, &["so", "as"]));
    let subject = past_place(words, phrase::with_of(words, auxiliary + 1 + so));
    // "Never did Roe win the seat", where "win" looks like a noun.
    let inside = words.has(auxiliary, Classes::DO)
        && subject > auxiliary + 2
        && words.has(subject - 1, Classes::VERB_BASE);
    let verb = inside || words.pos(subject).is_verb() || words.has(subject, Classes::VERB_BASE);
    let opens = start == 0 || matches!(words.pos(start - 1), Pos::Punct | Pos::Coordinator);
    (opens && asks && subject > auxiliary + 1 && verb)
        .then(|| (start, phrase::clause_end(words, subject), "negator in front"))
}

/// "did anyone | at the Ports Board reply": the end of the phrase of place behind a subject that ends before token `end`.
fn past_place(words: Words<'_>, end: usize) -> usize {
    if words.is_any(end, &["at", "in", "from", "on"]) {
        return phrase::with_of(words, end + 1).max(end);
    }
    end
}

/// "while building not a single school"
fn not_one(words: Words<'_>, i: usize) -> Option<(usize, usize, &'static str)> {
    let verb = i.checked_sub(1).filter(|&k| words.pos(k) == Pos::VerbIng)?;
    words.is_phrase(i, "not a single").then(|| (verb, phrase::with_of(words, i + 1), "not one"))
}

/// "Quake strikes off Peru, no flood warning issued": a participle without "was" that ends a headline.
fn none_done(words: Words<'_>, i: usize) -> Option<(usize, usize, &'static str)> {
    let opens = i == 0 || words.is(i - 1, ",") || words.is_spaced_dash(i - 1);
    if !words.is(i, "no") || !opens {
        return None;
    }
    let end = phrase::noun_phrase(words, i);
    let end = end + usize::from(end > i && words.is(end, "warning"));
    let done = words.has(end, Classes::VERB_PARTICIPLE)
        && matches!(words.pos(end), Pos::VerbParticiple | Pos::VerbPast);
    (end > i + 1 && done && end + 1 == words.len()).then_some((i, end + 1, "none done"))
}

/// "not mentioned on the site", "never published": a participle without "be" or "have".
fn not_done(words: Words<'_>, i: usize) -> Option<(usize, usize, &'static str)> {
    let done = words.is_any(i, &["not", "never"])
        && (words.pos(i + 1) == Pos::VerbParticiple || words.has(i + 1, Classes::VERB_PARTICIPLE));
    let auxiliary = i > 0
        && (words.has(i - 1, Classes::AUXILIARY.or(Classes::MODAL).or(Classes::PRONOUN))
            || words.pos(i - 1).is_noun()
            || words.pos(i - 1).is_verb()
            || matches!(words.pos(i - 1), Pos::Adverb | Pos::Coordinator) && !opens(words, i - 1));
    if !done || auxiliary {
        return None;
    }
    Some((i, phrase::clause_end(words, i + 1), "not done"))
}

/// Whether the adverb at `k` opens the sentence or stands behind a mark: "Also, not mentioned".
fn opens(words: Words<'_>, k: usize) -> bool {
    k == 0 || words.pos(k - 1) == Pos::Punct
}
