//! Superlatives: `the largest strike since 1984`, `one of the most expensive cities in Europe`, `the country's second-oldest
//! bridge`, and in headlines `Lowest turnout since 1945`.

use super::{Found, scope, text};
use crate::Slot;
use crate::extract::{Context, phrase};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The superlative at token `i`.
pub(super) fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    if words.case(i) == Case::Title && i > 0 && words.pos(i) == Pos::ProperNoun {
        // "Best Picture", "Most Wanted": a name.
        return None;
    }
    let core = past_second(words, core_end(words, i)?);
    let opening = opening(words, i);
    // "the lowest | it has been since May"
    let noun =
        if words.pos(core) == Pos::Pronoun { core } else { phrase::noun_phrase(words, core).max(core) };
    let end = scope::end(context, noun);
    // "the youngest person to win the prize"; not "the best way to learn".
    let someone = noun > core
        && words.pos(noun) == Pos::To
        && words.has(noun - 1, Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION))
        || words.is(noun + 1, "be")
            && words.pos(noun) == Pos::To
            && words.pos(noun + 2) == Pos::VerbParticiple;
    let end = if end == noun && someone {
        scope::before_verb(words, i, noun, phrase::clause_end(words, noun + 1))
    } else {
        end
    };
    let rank = rank_before(words, i);
    // "the UK's largest city after London"
    let owned = i > 0 && words.pos(i - 1) == Pos::Possessive;
    let end = if rank.is_some() || owned { scope::past_ahead(words, end) } else { end };
    let scoped = end > noun;
    let cues = &Lexicon::english().cues;
    let opinion =
        cues.opinion.has(words.word(i)) || core > i + 1 && cues.opinion_adjectives.has(words.word(core - 1));
    let holds = match opening {
        Opening::Definite(_) => scoped || !opinion,
        Opening::Bare => scoped && noun > core && !opinion && is_headline_position(words, i),
    };
    if !holds {
        return None;
    }
    let start = match opening {
        Opening::Definite(start) => start,
        Opening::Bare => i,
    };
    let mut found =
        Found::new(start, end, if rank.is_some() { "rank" } else { "superlative" }, "superlative");
    if let Some(rank) = rank {
        found.facts.set(Slot::Rank, rank);
    }
    if scoped {
        found.facts.set(Slot::Reference, text(context, noun, end));
    }
    Some(found)
}

/// What stands before a superlative.
enum Opening {
    /// `the`, `its`, `Islam's`: the phrase starts at this token.
    Definite(usize),
    /// Nothing that belongs to it.
    Bare,
}

/// The end of the superlative itself: `largest`, `most expensive`, `most`. None where the word is no superlative.
fn core_end(words: Words<'_>, i: usize) -> Option<usize> {
    if !words.is_any(i, &["most", "least", "fewest"]) {
        return Some(i + 1);
    }
    let definite = i > 0
        && (words.is_any(i - 1, &["the", "its", "his", "her", "their", "our"])
            || words.pos(i - 1) == Pos::Possessive
            || rank_before(words, i).is_some());
    if words.is(i + 1, "of") || !definite {
        return None;
    }
    let adverb = usize::from(words.pos(i + 1) == Pos::Adverb && words.word(i + 1).ends_with("ly"));
    let judged = matches!(
        words.pos(i + 1 + adverb),
        Pos::Adjective | Pos::VerbParticiple | Pos::VerbIng | Pos::VerbPast
    ) && !words.has(i + 1 + adverb, Classes::AUXILIARY);
    // "the most successful" is a quality, "the most goals" a number.
    Some(i + 1 + if judged { adverb + 1 } else { 0 })
}

/// "the most famous | and costly war": the end with a second adjective behind "and" that has the noun of both behind it.
fn past_second(words: Words<'_>, core: usize) -> usize {
    let second = words.pos(core + 1) == Pos::Adjective || words.word(core + 1).ends_with("ly");
    let joined = words.pos(core) == Pos::Coordinator && second;
    let both = joined && (words.pos(core + 2).is_noun() || words.pos(core + 2) == Pos::Adjective);
    let first =
        words.pos(core - 1) == Pos::Adjective || core > 1 && words.is_any(core - 2, &["most", "least"]);
    if both && first { core + 2 } else { core }
}

/// Where the phrase of the superlative at `i` starts.
fn opening(words: Words<'_>, i: usize) -> Opening {
    let mut at = i;
    // "the second-largest", "the three largest", "the country's by far largest".
    for _ in 0..4 {
        let before = at.wrapping_sub(1);
        let skipped = words.has(before, Classes::ORDINAL)
            || phrase::is_hyphen(words, before)
            || words.pos(before) == Pos::Number
            || words.is_any(before, &["single", "very", "joint", "far", "by", "current", "previous"]);
        if at == 0 || !skipped {
            break;
        }
        at -= 1;
    }
    let Some(before) = at.checked_sub(1) else { return Opening::Bare };
    if words.pos(before) == Pos::Possessive && words.word(before).starts_with(['\'', '\u{2019}']) {
        let owner = phrase::noun_phrase_start(words, before);
        return Opening::Definite(with_selection(words, owner));
    }
    // "the last and heaviest raid of the war"
    let first = before.wrapping_sub(1);
    let ordered = words.has(first, Classes::ORDINAL.or(Classes::SUPERLATIVE)) || words.is(first, "last");
    if words.is(before, "and") && ordered && words.is(first.wrapping_sub(1), "the") {
        return Opening::Definite(with_selection(words, first - 1));
    }
    let determiner =
        words.is_any(before, &["the", "its", "his", "her", "their", "our", "my", "your", "whose"]);
    if determiner { Opening::Definite(with_selection(words, before)) } else { Opening::Bare }
}

/// "one of the largest", "among the largest", "two of the largest": the start with what selects.
fn with_selection(words: Words<'_>, start: usize) -> usize {
    let number = |k: usize| {
        words.pos(k) == Pos::Number || words.is_any(k, &["one", "some", "several", "many", "none"])
    };
    if start >= 2 && words.is(start - 1, "of") && number(start - 2) {
        start - 2
    } else {
        start - usize::from(start >= 1 && words.is(start - 1, "among"))
    }
}

/// The rank of "second-largest" or "third most populous".
fn rank_before(words: Words<'_>, i: usize) -> Option<f64> {
    let before = i.checked_sub(1)?;
    let at = if phrase::is_hyphen(words, before) { before.checked_sub(1)? } else { before };
    words.has(at, Classes::ORDINAL).then(|| Lexicon::english().numbers.ordinal(words.word(at))).flatten()
}

/// Whether a superlative without an article may stand here: first, or behind a verb, a mark or "at".
fn is_headline_position(words: Words<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    words.pos(before).is_verb()
        || words.kind(before) == Some(TokenKind::Punct) && !phrase::is_hyphen(words, before)
        || words.is_any(before, &["at", "to", "for", "in"])
        || words.has(before, Classes::VERB_PAST.or(Classes::VERB_PRESENT))
}
