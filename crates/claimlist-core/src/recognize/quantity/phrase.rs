//! The noun phrase behind a figure: what is counted, the whole of a share, the base of a rate.

use super::Context;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// Noun phrases longer than this many tokens are cut; it bounds the look-ahead.
const LONGEST: usize = 12;

/// The end of the noun phrase that starts at token `i`; `i` itself if none does.
///
/// A phrase is determiners, adjectives and nouns and ends with its last noun. It stops before a verb, a preposition, a
/// mark, a time, or a second noun phrase that only happens to follow ("100,000 Greeks worship"): behind a plural noun, only
/// another common noun goes on with it.
pub(super) fn end(context: Context<'_>, i: usize) -> usize {
    let words = context.words;
    let mut end = i;
    let mut k = i;
    while k < words.len().min(i + LONGEST) && !context.in_time(k) {
        let pos = words.pos(k);
        if words.is(k, "aged") || end > i && is_verb_after_all(context, k) {
            break;
        }
        if pos.is_noun() || pos == Pos::Number && k > i && is_of_name(words, k, end) {
            end = k + 1;
            let goes_on = matches!(words.pos(k + 1), Pos::Noun | Pos::PluralNoun | Pos::Possessive)
                // "10 strokes back"
                && !words.is(k + 1, "back");
            if pos == Pos::PluralNoun && !goes_on {
                break;
            }
        } else if pos == Pos::Pronoun && k == i {
            return k + 1;
        } else if !goes_on(context, i, k, end) {
            break;
        }
        k += 1;
    }
    end
}

/// Whether the digits at token `k` belong to the name that ends before token `end`: "Airbus A320 jets", "TX-3 drones", "the innings of
/// Game 5".
fn is_of_name(words: Words<'_>, k: usize, end: usize) -> bool {
    let named = |k: usize| words.pos(k) == Pos::ProperNoun;
    let tied = words.glued(k) && (end == k || end + 1 == k && words.is(end, "-") && named(end - 1));
    tied || end == k && words.is(k - 1, "game") && words.case(k - 1) == Case::Title
}

/// Whether a word that was taken for a noun is the verb of the clause: it may be one and an object follows at once
/// ("12 members oppose the plan").
pub(super) fn is_verb_after_all(context: Context<'_>, k: usize) -> bool {
    let words = context.words;
    // "27 points a game"
    let rate =
        || words.is_any(k + 1, &["a", "an"]) && context.lexicon.figures.rate_bases.has(words.word(k + 2));
    words.has(k, Classes::VERB_PRESENT.or(Classes::VERB_BASE))
        && matches!(words.pos(k + 1), Pos::Determiner | Pos::Number | Pos::Pronoun)
        && !rate()
}

/// "post-16 students", "over-65 patients": whether the figure at token `k` tells with a hyphen of what age those behind it are.
fn is_of_age(words: Words<'_>, k: usize) -> bool {
    let bound = k > 1 && words.is_any(k - 2, &["over", "under", "post", "pre"]);
    bound
        && words.kind(k) == Some(TokenKind::Number)
        && words.is(k - 1, "-")
        && words.glued(k - 1)
        && words.glued(k)
        && words.pos(k + 1).is_noun()
}

/// Whether a token that is no noun may stand inside a noun phrase that started at `i` and has its last noun before `end`.
fn goes_on(context: Context<'_>, i: usize, k: usize, end: usize) -> bool {
    let words = context.words;
    let opens = end == i;
    match words.pos(k) {
        Pos::Adjective | Pos::Possessive => true,
        // "its 12 members", "the town's 900 families"; not "200 people 30 of whom", "one 400g tin".
        Pos::Number => {
            (opens
                || words.pos(k - 1) == Pos::Possessive
                || words.has(k, Classes::SCALE) && words.pos(k - 1) == Pos::Number
                || is_of_age(words, k))
                && !(words.glued(k + 1) && words.has(k + 1, Classes::UNIT))
        }
        // "eight round-the-world yachts"
        Pos::Determiner if k > i && words.is(k - 1, "-") => words.glued(k) && words.is(k + 1, "-"),
        Pos::Determiner => k == i || words.has(k - 1, Classes::DETERMINER) && k == i + 1,
        Pos::Adverb if opens && words.word(k).ends_with("ly") => true,
        Pos::Preposition if k == i && is_of_age(words, k + 2) => true,
        // "14 train operating companies", but "one man carrying bags"
        Pos::VerbIng if end == k && k > i && i > 0 && !words.is_any(i - 1, &["one", "1", "a", "an"]) => {
            words.pos(k - 1) == Pos::Noun
                && words.pos(k + 1) == Pos::PluralNoun
                // "40 staff helping patients"
                && !context.lexicon.figures.unmarked_plurals.has(words.word(k - 1))
        }
        Pos::VerbParticiple | Pos::VerbIng => {
            opens && (words.pos(k + 1).is_noun() || words.pos(k + 1) == Pos::Adjective)
        }
        // "British-born", "first-time", "Muslim and Christian families".
        Pos::Punct => k > i && words.is(k, "-") && words.glued(k) && words.glued(k + 1),
        Pos::Coordinator => opens && words.pos(k - 1) == Pos::Adjective && words.pos(k + 1) == Pos::Adjective,
        // "12 pop-up clinics", "the tablet-only group"
        _ if k > i && words.is(k - 1, "-") && words.glued(k) && words.glued(k - 1) => {
            words.pos(k + 1).is_noun() || words.is(k + 1, "-") && words.glued(k + 1)
        }
        _ => words.is(k, "&") && !opens,
    }
}
