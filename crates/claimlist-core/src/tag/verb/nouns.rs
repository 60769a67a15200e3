//! Forms of the present tense that are nouns because of what stands around them: `pay talks collapse`, `and petrol stations across the land`.

use super::{Before, next_starts_noun_phrase};
use crate::lex::{TokenKind, Words};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// Whether a form in -s is the noun of the verb right behind it.
pub(super) fn is_of_verb_behind(words: Words<'_>, i: usize) -> bool {
    let base = words.has(i + 1, Classes::VERB_BASE);
    // "County records show that"
    let shows = base && words.has(i + 1, Classes::SPEECH) && words.is(i + 2, "that");
    // "after pay talks collapse"
    let last = base && words.kind(i + 2) != Some(TokenKind::Word);
    shows || last && (i.saturating_sub(3)..i).any(|k| words.is_any(k, &["after", "as", "while", "amid"]))
}

/// "sold at bakeries, corner shops, and petrol **stations** across the land": the last thing of a list of several behind the verb.
pub(super) fn ends_list(words: Words<'_>, i: usize) -> bool {
    let Some(and) = (i.saturating_sub(3)..i).rev().find(|&k| words.pos(k) == Pos::Coordinator) else {
        return false;
    };
    let several = |comma: usize| comma > 0 && words.is(comma, ",") && words.pos(comma - 1) == Pos::PluralNoun;
    let closes = !next_starts_noun_phrase(words, i) && words.pos(i + 1) != Pos::To;
    let last = and.wrapping_sub(1);
    closes
        && and + 1 < i
        && several(last)
        && (and.saturating_sub(6)..last).any(several)
        && (0..and).rev().take(24).any(|k| words.pos(k).is_finite())
}

/// "Video games on consoles and phones sold better than ever.": a plural behind a single thing without an article at the start of a sentence
/// that has a past tense of its own and ends in a period, as no headline does.
pub(super) fn ends_bare_compound(words: Words<'_>, i: usize) -> bool {
    let stops = words.is(words.len().wrapping_sub(1), ".");
    let past = |k: usize| {
        words.pos(k).is_finite()
            || words.has(k, Classes::VERB_PAST)
                && words.pos(k) == Pos::Other
                && words.word(k - 1).ends_with('s')
    };
    i == 1
        && stops
        && words.pos(0).is_noun()
        && !words.has(0, Classes::GIVEN_NAME)
        && words.pos(2) == Pos::Preposition
        && (3..words.len().min(12)).any(past)
        && !(2..words.len().min(12)).any(|k| words.is(k, ",") || words.pos(k) == Pos::Subordinator)
}

/// "up 0.6 percentage points on last year", "40 basis points higher", "model numbers B12 and B14": a plural that never is the verb of the
/// noun before it.
pub(super) fn is_counted_in(words: Words<'_>, i: usize) -> bool {
    const CODES: &[&str] = &[
        "model",
        "serial",
        "batch",
        "lot",
        "reference",
        "registration",
        "part",
        "product",
        "telephone",
        "phone",
    ];
    let before = i.wrapping_sub(1);
    words.is(i, "points") && words.is_any(before, &["percentage", "basis"])
        || words.is(i, "numbers") && words.is_one_of(before, CODES)
}

/// "at the Paris archives in 2017": whether a plural ends a phrase of place, of which a name is no subject. Not in "Telescope in the
/// Andes finds water", where the phrase belongs to the subject.
pub(super) fn ends_place(words: Words<'_>, i: usize) -> bool {
    let the = (i.saturating_sub(4)..i).rev().find(|&k| words.pos(k) != Pos::ProperNoun);
    the.is_some_and(|k| {
        k + 1 < i
            && words.pos(k) == Pos::Determiner
            && words.is_any(k.wrapping_sub(1), &["at", "in", "on", "near", "inside", "outside"])
            && !(k == 2 && words.pos(0).is_noun())
    })
}

/// Whether a plural for what is counted stands behind its noun: "visitor numbers", "interest rates"; not "the firm shares its data".
pub(super) fn is_measure(words: Words<'_>, i: usize, before: &Before) -> bool {
    before.pos.is_noun()
        && words.is_any(i, &["numbers", "rates", "prices", "shares"])
        && matches!(
            words.pos(i + 1),
            Pos::Preposition | Pos::Coordinator | Pos::Other | Pos::VerbPast | Pos::Modal
        )
}

/// "The lamp, sold at Mill House shops in May, has": whether a plural stands in an aside that a participle opens, whose comma has a verb
/// behind it.
pub(super) fn is_in_participle(words: Words<'_>, i: usize) -> bool {
    let open = (i.saturating_sub(10)..i).rev().find(|&k| words.is(k, ","));
    let close = || (i + 1..words.len().min(i + 12)).find(|&k| words.is(k, ","));
    open.is_some_and(|open| {
        words.pos(open + 1) == Pos::VerbParticiple
            && words.pos(open.wrapping_sub(1)).is_noun()
            && words.pos(i - 1) == Pos::ProperNoun
            && (open + 2..i).any(|k| words.pos(k) == Pos::Preposition)
            && close().is_some_and(|close| words.has(close + 1, Classes::VERB_PRESENT.or(Classes::VERB_PAST)))
    })
}

/// "Child advocates have left": no two finite verbs stand side by side, unless one ends a clause in front ("What he says is").
pub(super) fn is_before_helper(words: Words<'_>, i: usize) -> bool {
    let helped = words.pos(i + 1) == Pos::Modal || words.has(i + 1, Classes::HAVE.or(Classes::BE));
    let opens = |k: usize| {
        words.pos(k).is_verb()
            || words.pos(k) == Pos::Subordinator
            || words.is_any(k, &["who", "which", "what", "that", "how", "all", ","])
    };
    helped && !(0..i).any(opens)
}

/// "Despite party hopes they would": behind a preposition that opens no part of a subject, with the subject of what is hoped behind it.
pub(super) fn is_hoped(words: Words<'_>, i: usize) -> bool {
    let before = || (i.saturating_sub(5)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    words.is_any(i + 1, &["they", "he", "she", "it", "we"])
        && before().is_some_and(|k| words.is_any(k, &["despite", "amid"]))
}

/// Whether the nouns before `i` are joined to another noun by "and", as items of a list: "trees and power lines in".
pub(super) fn joins_noun(words: Words<'_>, i: usize) -> bool {
    let first =
        (i.saturating_sub(4)..i).rev().find(|&k| !words.pos(k).is_noun() && words.pos(k) != Pos::Adjective);
    first.is_some_and(|k| k > 0 && words.pos(k) == Pos::Coordinator && words.pos(k - 1).is_noun())
}
