//! Past tenses and participles behind an article, adjective, owner or number: `the accused`, `107 killed`, `most considered`.

use super::past::Form;
use super::reduced::is_agent;
use super::{Before, later_finite_verb, next_starts_noun, next_starts_noun_phrase};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The same behind an article, adjective, owner or number.
pub(super) fn in_noun_phrase(words: Words<'_>, i: usize, before: &Before, form: Form) -> Pos {
    let Form { past, participle, has_verb } = form;
    // "The accused fled the town", "The deceased left for Leeds"
    let somebody = participle
        && words.is(i.wrapping_sub(1), "the")
        && words.has(i + 1, Classes::VERB_PAST)
        && Lexicon::english().grammar.groups.has(words.word(i));
    const CLOSED: Classes = Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::PRONOUN);
    if somebody && (words.has(i + 2, CLOSED) || words.kind(i + 2) != Some(TokenKind::Word)) {
        return Pos::Noun;
    }
    // "Two of those flared overnight", but "Two of those hurt were flown out"
    let of_those = words.is_any(i.wrapping_sub(1), &["those", "these"]) && words.is(i.wrapping_sub(2), "of");
    let ends = words.kind(i + 1) != Some(TokenKind::Word)
        || matches!(words.pos(i + 1), Pos::Preposition | Pos::Adverb)
        || words.is(i + 1, "overnight");
    if past && !has_verb && of_those && ends && !(i + 1..words.len()).any(|k| words.has(k, ANY_FINITE)) {
        return Pos::VerbPast;
    }
    // "those polled said"
    if participle && words.is(i.wrapping_sub(1), "those") && !next_starts_noun(words, i) {
        return Pos::VerbParticiple;
    }
    if past && !has_verb && stands_alone(words, i, participle) {
        return Pos::VerbPast;
    }
    if past && ends_relative_with_degree(words, i) {
        return Pos::VerbPast;
    }
    if before.pos == Pos::Number
        && let Some(pos) = behind_number(words, i, before, form)
    {
        return pos;
    }
    if words.has(i, Classes::NOUN) && !next_starts_noun(words, i) {
        return Pos::Noun;
    }
    match before.pos {
        _ if participle => Pos::Adjective,
        // "Their last single went to May", "The rich fled": nothing else than a past tense.
        Pos::Adjective if past && !has_verb && !words.has(i, Classes::NOUN.or(Classes::ADJECTIVE)) => {
            Pos::VerbPast
        }
        _ => Pos::Noun,
    }
}

/// The same behind a number: "Flight 370 vanished", "101 voted yes", "107 killed".
fn behind_number(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { past, participle, has_verb } = form;
    let named = i > 1 && words.pos(i - 2) == Pos::ProperNoun;
    // "Flight 370 vanished", "a quake of magnitude 6.1 shook": the number counts nobody.
    let decimal = i > 0 && words.kind(i - 1) == Some(TokenKind::Number) && words.word(i - 1).contains('.');
    if past && (named || decimal) && !is_agent(words, i + 1) {
        return Some(Pos::VerbPast);
    }
    // "101 voted yes"
    if words.is_any(i, &["won", "voted", "abstained", "attended", "died", "survived"]) {
        return Some(Pos::VerbPast);
    }
    // "The five tried to leave"
    if past && !has_verb && i == 2 && words.is(0, "the") && words.pos(3) == Pos::To {
        return Some(Pos::VerbPast);
    }
    // "Roe said 2001 brought many losses"
    let year = words.word(i - 1).len() == 4 && !before.adverb;
    if past && year && words.has(i.wrapping_sub(2), Classes::SPEECH) && next_starts_noun_phrase(words, i) {
        return Some(Pos::VerbPast);
    }
    // "A crowd of 14,000 watched the fight"
    let acts = !has_verb && matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun);
    if past && acts {
        return Some(Pos::VerbPast);
    }
    // "107 killed in the collapse", "about 300 fled"
    let ends = (past || participle) && !next_starts_noun(words, i);
    ends.then_some(if participle { Pos::VerbParticiple } else { Pos::VerbPast })
}

/// "while most considered the tax", "Many disagreed with it": behind a word for several that has no noun, at the start of a clause.
pub(super) fn stands_alone(words: Words<'_>, i: usize, participle: bool) -> bool {
    if i == 0 || !words.is_any(i - 1, &["most", "many", "some", "several", "few", "others", "both"]) {
        return false;
    }
    // "While costs rose, many disagreed": the first comma behind a clause in front.
    let main = i > 3
        && words.is(i - 2, ",")
        && words.pos(0) == Pos::Subordinator
        && !(1..i - 2).any(|k| words.is(k, ","));
    let start = i == 1
        || i == 2 && words.pos(0) == Pos::Adverb
        || i > 1 && words.pos(i - 2) == Pos::Subordinator
        || main;
    let opens = start || i > 1 && matches!(words.pos(i - 2), Pos::Punct | Pos::Coordinator);
    let object = matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun) || words.is(i + 1, "that");
    opens && !next_starts_noun(words, i) && (object || start && (!participle || !later_finite_verb(words, i)))
}

/// "those who ate less | lived longer": whether the word stands behind a relative clause that ends in "less" or "more".
pub(super) fn ends_relative_with_degree(words: Words<'_>, i: usize) -> bool {
    let noun_next = words.pos(i + 1).is_noun() || words.pos(i + 1) == Pos::Other;
    i > 2
        && words.is_any(i - 1, &["less", "more"])
        && words.pos(i - 2).is_verb()
        && words.is_any(i - 3, &["who", "which", "that"])
        && !noun_next
}

/// "12th": whether token `k` ends an ordinal in digits.
pub(super) fn is_ordinal_ending(words: Words<'_>, k: usize) -> bool {
    words.glued(k) && words.is_ordinal_suffix(k)
}

/// Classes of words that may be a finite verb in the past or with a helper.
const ANY_FINITE: Classes =
    Classes::VERB_PAST.or(Classes::BE).or(Classes::HAVE).or(Classes::MODAL).or(Classes::DO);
