//! How a clause denies: by its subject, its verb, its object, or a verb of failing.

use super::{Denial, denies_nothing};
use crate::extract::clause::{Clause, Tense};
use crate::extract::phrase;
use crate::lex::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// What denies in the clause, if it does and is about what is or was.
pub(super) fn of(words: Words<'_>, clause: &Clause) -> Option<Denial> {
    let verb = &clause.verb;
    // "so you don't have to": nobody in particular
    let anybody = clause.subject.len() == 1 && words.is(clause.subject.start, "you");
    if anybody && verb.tense == Tense::Present && words.has(verb.range.start, Classes::DO) {
        return None;
    }
    // "Do not eat it", "Don't let them"
    let asked = clause.subject.is_empty() && words.is_any(verb.range.start, &["do", "don't", "don\u{2019}t"]);
    if asked && (0..verb.range.start).all(|k| words.pos(k) == Pos::Punct) {
        return None;
    }
    let supposed = verb.modal.is_some_and(|modal| !is_could_not(words, modal));
    if supposed {
        return None;
    }
    let denial = subject(words, clause)
        .or_else(|| object(words, clause))
        .or_else(|| negated_verb(words, clause))
        .or_else(|| failing(words, clause))
        .or_else(|| unknown(words, clause))?;
    let opinion = Lexicon::english().cues.opinion_verbs.has(words.word(verb.head));
    (!opinion).then_some(denial)
}

/// "could not be found": did not happen. "would not", "cannot" and the like say what is to come or may be.
fn is_could_not(words: Words<'_>, modal: usize) -> bool {
    words.is_any(modal, &["couldn't", "couldn\u{2019}t"])
        || words.is(modal, "could") && words.is(modal + 1, "not")
}

/// "No one was hurt", "none of the ships returned", "neither side attended".
fn subject(words: Words<'_>, clause: &Clause) -> Option<Denial> {
    let start = clause.subject.start;
    if clause.subject.is_empty() || clause.shared {
        return None;
    }
    let one = usize::from(words.is_phrase(start, "not one") || words.is_phrase(start, "not a single"));
    // "Not one but two mayors came"
    let denies = one > 0 && !words.is(start + 2, "but") || is_no(words, start);
    denies.then(|| Denial::new(start, start + 1 + one, "negative subject"))
}

/// "found no evidence", "there were no arrests", "said nothing", "built not a single school".
fn object(words: Words<'_>, clause: &Clause) -> Option<Denial> {
    let mut at = clause.verb.range.end;
    while at < clause.range.end && words.pos(at) == Pos::Adverb && !words.has(at, Classes::NEGATOR) {
        at += 1;
    }
    let denies = at < clause.range.end && (is_no(words, at) || words.is_phrase(at, "not a single"));
    denies.then(|| Denial::new(at, at + 1, "negative object"))
}

/// "no", "nobody", "none", "neither", "nothing" as a phrase or before its noun.
fn is_no(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["no", "nobody", "none", "nothing", "neither"])
        && (!words.is(i, "no") || !words.is(i + 1, "."))
        && !is_bound(words, i + 1)
        && !denies_nothing(words, i)
}

/// "no | more than 40", "no | less", but "no | more homes", "no | lower bid".
fn is_bound(words: Words<'_>, i: usize) -> bool {
    words.has(i, Classes::COMPARATIVE) && !words.pos(i + 1).is_noun() && words.pos(i + 1) != Pos::Adjective
}

/// "did not respond", "was never found", "has not been published", "is not known".
fn negated_verb(words: Words<'_>, clause: &Clause) -> Option<Denial> {
    let verb = &clause.verb;
    let before = verb.range.start.saturating_sub(1);
    // "neither paid nor appealed"
    let neither = |k: usize| words.is(k, "neither") && words.pos(k) == Pos::Adverb;
    let first = if words.is(before, "never") || neither(before) { before } else { verb.range.start };
    if !verb.negated && first == verb.range.start {
        return None;
    }
    let denies = |k: &usize| {
        words.pos(*k) == Pos::Not || words.is(*k, "never") || neither(*k) || is_contracted(words, *k)
    };
    let at = (first..verb.range.end).find(denies)?;
    if denies_nothing(words, at) {
        return None;
    }
    // "is not a blank cheque", "was not easy" judge; "is not known" tells of something that is not there.
    // "have never been to Oslo"
    let visits = words.is(verb.head, "been") && words.is(verb.range.end, "to");
    let judges = verb.is_copula(words)
        && !is_deniable(words, verb.range.end)
        && !visits
        && !words.is(clause.subject.start, "there");
    (!judges).then(|| Denial::new(at, at + 1, "negated verb"))
}

fn is_contracted(words: Words<'_>, k: usize) -> bool {
    let word = words.word(k);
    word.ends_with("n't") || word.ends_with("n\u{2019}t")
}

/// "known", "available", or a participle.
fn is_deniable(words: Words<'_>, i: usize) -> bool {
    let at = i + usize::from(words.is_any(i, &["yet", "immediately", "publicly", "ever", "been"]));
    Lexicon::english().cues.denied_states.has(words.word(at)) || words.pos(at) == Pos::VerbParticiple
}

/// "failed to appear", "declined to comment", "has yet to answer", "lacked a permit".
fn failing(words: Words<'_>, clause: &Clause) -> Option<Denial> {
    let verb = &clause.verb;
    let cues = &Lexicon::english().cues;
    let head = words.word(verb.head);
    let end = verb.range.end;
    let verb_behind = words.is(end, "to") && words.has(end + 1, Classes::VERB_BASE.or(Classes::AUXILIARY));
    if verb.negated || verb.passive || verb.tense == Tense::None {
        return None;
    }
    let fails = verb_behind && cues.failing_verbs.has(head);
    let declines = verb_behind && cues.declining_verbs.has(head) && is_speech(words, end + 1);
    let lacks = cues.lacking_verbs.has(head) && phrase::noun_phrase(words, end) > end;
    if fails || declines || lacks {
        return Some(Denial::new(verb.head, verb.head + 1, "verb of failing"));
    }
    // "has yet to answer", "is yet to answer"
    let yet = words.has(verb.head, Classes::HAVE.or(Classes::BE)) && words.is_phrase(end, "yet to")
        || words.has(verb.head, Classes::HAVE) && words.is(end.wrapping_sub(1), "yet") && words.is(end, "to");
    yet.then(|| Denial::new(verb.head, end + 1, "yet to"))
}

/// Whether the verb is one of speech: "comment", "say", "answer".
fn is_speech(words: Words<'_>, i: usize) -> bool {
    words.has(i, Classes::SPEECH) || Lexicon::english().cues.declined_verbs.has(words.word(i))
}

/// "the cause is unknown", "it remains unclear", "rescuers were unable to reach it".
fn unknown(words: Words<'_>, clause: &Clause) -> Option<Denial> {
    let verb = &clause.verb;
    let remains = words.is_any(verb.head, &["remain", "remains", "remained", "remaining"]);
    if !(verb.is_copula(words) || remains) || verb.negated {
        return None;
    }
    let end = verb.range.end;
    if words.is_phrase(end, "unable to") {
        return Some(Denial::new(end, end + 2, "unable"));
    }
    let at = end
        + usize::from(
            words.pos(end) == Pos::Adverb && !Lexicon::english().cues.absent_states.has(words.word(end)),
        );
    let unknown = Lexicon::english().cues.absent_states.has(words.word(at));
    unknown.then(|| Denial::new(at, at + 1, "unknown"))
}
