//! Ranks: `ranked fifth`, `No. 2`, `the #2 browser`, `in third place`, `finished second`, `the second country to`.

use super::{Found, scope};
use crate::Slot;
use crate::extract::{Context, phrase};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// The rank at token `i`: an ordinal, "#", "No" or "number".
pub(super) fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    if let Some(ordinal) = Ordinal::at(context.words, i) {
        return place(context, ordinal)
            .or_else(|| of_times(context, ordinal))
            .or_else(|| ordinal_to(context, ordinal))
            .or_else(|| of_series(context, ordinal))
            .or_else(|| second_only(context, ordinal))
            .or_else(|| finished(context, ordinal));
    }
    numbered(context, i)
}

/// A place in a ranking: `third`, `11th`.
#[derive(Clone, Copy)]
pub(super) struct Ordinal {
    start: usize,
    end: usize,
    rank: f64,
}

impl Ordinal {
    /// The ordinal that starts at token `i`.
    pub(super) fn at(words: Words<'_>, i: usize) -> Option<Self> {
        if words.has(i, Classes::ORDINAL) {
            let rank = Lexicon::english().numbers.ordinal(words.word(i))?;
            return Some(Self { start: i, end: i + 1, rank });
        }
        let suffix =
            words.kind(i) == Some(TokenKind::Number) && words.glued(i + 1) && words.is_ordinal_suffix(i + 1);
        let rank = words.word(i).parse().ok().filter(|_| suffix)?;
        Some(Self { start: i, end: i + 2, rank })
    }
}

/// "in third place", "fourth place", "the second spot on the list".
fn place(context: &Context<'_>, ordinal: Ordinal) -> Option<Found> {
    let words = context.words;
    let hyphen = usize::from(phrase::is_hyphen(words, ordinal.end));
    let place = ordinal.end + hyphen;
    if !words.is_any(place, &["place", "spot", "rank", "seed"]) {
        return None;
    }
    ranked(context, ordinal.start, place + 1, ordinal, "place")
}

/// "ranked fifth", "finished second in the race", "came third".
fn finished(context: &Context<'_>, ordinal: Ordinal) -> Option<Found> {
    let words = context.words;
    let verb = ordinal.start.checked_sub(1)?;
    // "came a distant third"
    let judged = words.pos(verb) == Pos::Adjective && words.is(verb.wrapping_sub(1), "a");
    let verb = if judged { verb - 1 } else { verb };
    let verb = if words.is_any(verb, &["joint", "a", "in"]) { verb.checked_sub(1)? } else { verb };
    let ranks = Lexicon::english().cues.ranking_verbs.has(words.word(verb));
    let alone = !words.pos(ordinal.end).is_noun() && words.pos(ordinal.end) != Pos::Adjective;
    // "ranked third | out of 40 towns"
    let of = ordinal.end + 2;
    let field = if words.is_phrase(ordinal.end, "out of") && words.pos(of) == Pos::Number {
        phrase::noun_phrase(words, of)
    } else {
        ordinal.end
    };
    (ranks && alone).then(|| ranked(context, verb, field, ordinal, "ranked")).flatten()
}

/// "second only to Norway": whoever stands there is first.
fn second_only(context: &Context<'_>, ordinal: Ordinal) -> Option<Found> {
    let words = context.words;
    let first = ordinal.end + 2;
    let end = phrase::with_of(words, first);
    let definite = words.pos(ordinal.start.wrapping_sub(1)) == Pos::Determiner;
    (ordinal.rank == 2.0 && words.is_phrase(ordinal.end, "only to") && end > first && !definite)
        .then(|| ranked(context, ordinal.start, end, ordinal, "second only"))
        .flatten()
}

/// "the second woman to lead the bank", "the third such attack since May".
fn ordinal_to(context: &Context<'_>, ordinal: Ordinal) -> Option<Found> {
    let words = context.words;
    let article = ordinal.start.checked_sub(1).filter(|&k| words.is_any(k, &["the", "only"]))?;
    let article = if words.is(article, "only") { article.checked_sub(1)? } else { article };
    let noun = phrase::noun_phrase(words, ordinal.end);
    // "had to wait until the 82nd minute to score", "fought back in the third set to win"
    let clock = Lexicon::english().cues.spells_of_play.has(words.word(noun - 1))
        && words.pos(article.wrapping_sub(1)) == Pos::Preposition;
    if noun == ordinal.end || words.is(ordinal.start, "first") || clock {
        return None;
    }
    // "the second woman in its history to lead"; but what is done "in the second round of their match in Leeds to" win the title
    // is no rank.
    let scoped = if words.pos(noun) == Pos::Preposition { scope::end(context, noun) } else { noun };
    let noun = if scoped <= noun + 5 { scoped } else { noun };
    if let Some(end) = time_behind(context, noun) {
        return ranked(context, article, end, ordinal, "nth");
    }
    // "the second man to be jailed"; "the second part to be the best" is a wish.
    let behind_be = noun + 2 + usize::from(words.pos(noun + 2) == Pos::Adverb);
    let is = words.has(noun + 1, Classes::BE) && words.pos(behind_be) != Pos::VerbParticiple;
    let to = words.pos(noun) == Pos::To && !is;
    let since = words.is_any(noun, &["since", "ever"]) || words.is(ordinal.end, "such");
    let end = if to { phrase::clause_end(words, noun + 1) } else { noun };
    (to || since).then(|| ranked(context, article, end, ordinal, "nth")).flatten()
}

/// "a third straight loss", "the fifth monthly rise in a row", "the bank's 12th cut since 2021", "his 20th goal of the season". Times in a
/// row ("the third month running") are times.
fn of_series(context: &Context<'_>, ordinal: Ordinal) -> Option<Found> {
    let words = context.words;
    let owned = matches!(words.pos(ordinal.start.checked_sub(1)?), Pos::Determiner | Pos::Possessive);
    let straight = words.is_any(ordinal.end, &["consecutive", "straight", "successive"]);
    let noun = phrase::noun_phrase(words, ordinal.end);
    let counted = noun > ordinal.end + usize::from(straight)
        && words.pos(noun - 1).is_noun()
        && !words
            .has(noun - 1, Classes::TIME_UNIT.or(Classes::FRACTION).or(Classes::SEASON).or(Classes::WEEKDAY));
    if !owned || !counted {
        return None;
    }
    // "his 120th career game", "her fourth Bergen Open title"
    let career = (ordinal.end..noun - 1).any(|k| words.is(k, "career"));
    let marks = |k: usize| {
        let lexicon = Lexicon::english();
        lexicon.figures.results.has(words.word(k)) || lexicon.cues.career_marks.has(words.word(k))
    };
    let titled = words.is_any(noun - 1, &["title", "crown", "championship"])
        && words.pos(ordinal.start - 1) != Pos::Possessive
        && !words.is_any(ordinal.start - 1, &["the", "a", "this"])
        || career && marks(noun - 1);
    let season =
        words.is_phrase(noun, "of the") && Lexicon::english().cues.counted_in.has(words.word(noun + 2));
    // "its third round of cuts in as many months"
    let whole = phrase::with_of(words, ordinal.end).max(noun);
    let end = if words.is_phrase(whole, "in as many") && words.has(whole + 3, Classes::TIME_UNIT) {
        whole + 4
    } else if words.is_phrase(noun, "in a row") {
        noun + 3
    } else if words.is_phrase(noun, "in succession") {
        noun + 2
    } else if season {
        noun + 3
    } else if titled {
        noun
    } else if words.is(ordinal.start, "first") {
        return None;
    } else if straight || words.is(noun, "since") && scope::end(context, noun) > noun {
        noun
    } else {
        return None;
    };
    let article = ordinal.start - 1;
    let of_somebody = words.pos(article) == Pos::Possessive;
    let start = if of_somebody { phrase::noun_phrase_start(words, ordinal.start) } else { article };
    ranked(context, start, end, ordinal, "nth in a row")
}

/// "won for a 13th time", "for the third time in four years". What is done for the first time has its own pattern.
fn of_times(context: &Context<'_>, ordinal: Ordinal) -> Option<Found> {
    let words = context.words;
    let start = ordinal.start.checked_sub(2).filter(|&k| words.is(k, "for"))?;
    let article = words.is_any(start + 1, &["the", "a", "an"]);
    if !article
        || !words.is(ordinal.end, "time")
        || words.pos(ordinal.end + 1).is_noun()
        || ordinal.rank < 2.0
    {
        return None;
    }
    let noun = ordinal.end + 1;
    let end = time_behind(context, noun).unwrap_or(noun);
    ranked(context, start, end, ordinal, "nth time")
}

/// The end of the time within which something is the nth of its kind: "the second attack in the region | in less than two years", "the
/// third fire | this year". What is reckoned is no part of the calendar ("the second quarter in 2019").
fn time_behind(context: &Context<'_>, noun: usize) -> Option<usize> {
    let words = context.words;
    if words.has(noun - 1, Classes::TIME_UNIT.or(Classes::FRACTION).or(Classes::SEASON)) {
        return None;
    }
    // "the sixth minister in as many years"
    if words.is_phrase(noun, "in as many") && words.has(noun + 3, Classes::TIME_UNIT) {
        return Some(noun + 4);
    }
    let times = context.mentions(MentionKind::Time).map(|time| words.within(time.span));
    times.filter(|time| time.start >= noun && time.start <= noun + 6).find_map(|time| {
        let before = time.start - 1;
        let lasts = words.is_any(before, &["in", "within"]) && words.has(time.end - 1, Classes::TIME_UNIT);
        let this = words.is_any(time.start, &["this", "in", "within"])
            && (words.has(time.end - 1, Classes::TIME_UNIT) || words.is(time.end - 1, "season"));
        let plain =
            (noun..before).all(|k| words.pos(k).in_noun_phrase() || matches!(words.pos(k), Pos::Preposition));
        ((lasts || this) && plain).then_some(time.end)
    })
}

/// "No. 2", "#2", "number one", with the noun phrase that goes on.
fn numbered(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    let dot = usize::from(words.is(i + 1, ".") && words.glued(i + 1));
    let number = i + 1 + dot;
    let short = words.kind(number) == Some(TokenKind::Number) && words.word(number).len() <= 3;
    // "is ranked number four"
    let ranks = |i: usize| i > 0 && Lexicon::english().cues.ranking_verbs.has(words.word(i - 1));
    let value = match words.word(i) {
        "#" | "No" | "no"
            if short && (dot == 1 || words.is(i, "#") || words.is(i.wrapping_sub(1), "world")) =>
        {
            words.word(number).parse().ok()?
        }
        // "world number 43 Jane Roe"
        "number"
            if short && words.is(i.wrapping_sub(1), "world")
                || ranks(i)
                || words.is_any(number, &["one", "two", "1", "2", "three", "3"]) =>
        {
            Lexicon::english()
                .numbers
                .cardinal(words.word(number))
                .or_else(|| words.word(number).parse().ok())?
        }
        _ => return None,
    };
    let article = i.checked_sub(1).filter(|&k| words.pos(k) == Pos::Determiner);
    let start = article.unwrap_or_else(|| phrase::noun_phrase_start(words, i)) - usize::from(ranks(i));
    let noun = phrase::noun_phrase(words, number + 1).max(number + 1);
    // "Downing Street no. 10": a name before makes it a part of the name; "the world no. 2" does not.
    let definite = words.is_any(start, &["the", "its", "world", "our", "their"])
        || i > 0 && (words.pos(i - 1) == Pos::Possessive || words.has(i - 1, Classes::NATIONALITY))
        || ranks(i);
    if !definite {
        return None;
    }
    let after = scope::past_ahead(words, noun);
    // "world No 1 Jane Roe | lost in three sets"
    let does = words.pos(noun - 1) == Pos::ProperNoun && words.pos(noun).is_finite();
    let end = match () {
        () if after > noun => after,
        () if does => noun,
        () => scope::end(context, noun),
    };
    let mut found = Found::new(start, end, "rank", "number");
    found.facts.set(Slot::Rank, value);
    Some(found)
}

/// A rank from `start` to the end of the scope behind `end`.
fn ranked(
    context: &Context<'_>,
    start: usize,
    end: usize,
    ordinal: Ordinal,
    pattern: &'static str,
) -> Option<Found> {
    let mut found = Found::new(start, scope::end(context, end), "rank", pattern);
    found.facts.set(Slot::Rank, ordinal.rank);
    Some(found)
}
