//! What looks like a length of time and is none: ages, bases of rates, decades of a life, names of wars.

use super::Scene;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// "in his 20s", "the high 20s", "over-65s": no seconds.
pub(super) fn is_decade_of_life(scene: Scene<'_>, i: usize, amount: Option<f64>) -> bool {
    let words = scene.words;
    let tens = amount.is_some_and(|amount| amount % 10.0 == 0.0 && (10.0..100.0).contains(&amount));
    // "over-65s"
    let hyphened = words.glued(i) && words.is(i.wrapping_sub(1), "-");
    let led = i > 0
        && matches!(words.pos(i - 1), Pos::Adjective | Pos::Determiner | Pos::Pronoun | Pos::Possessive);
    // "£4 10s": old money
    let shillings = i > 1 && words.kind(i - 1) == Some(TokenKind::Number) && words.mark(i - 2) == '£';
    if shillings && words.is(i + 1, "s") && words.glued(i + 1) {
        return true;
    }
    // "our Year 11s"
    let class = words.is(i.wrapping_sub(1), "year") && words.case(i - 1) == Case::Title;
    (tens && led || hyphened || class) && words.is(i + 1, "s") && words.glued(i + 1)
}

/// "the Hundred Years' War", "the Six Day War": whether the length in the tokens `i..end` is part of a name.
pub(in crate::recognize) fn is_war(words: Words<'_>, i: usize, end: usize) -> bool {
    let mark = usize::from(matches!(words.mark(end), '\'' | '\u{2019}'));
    words.is(end + mark, "war") && words.case(end + mark) == Case::Title && words.case(i) != Case::Lower
}

/// "made two gifts and a second in May", "a second term": one more, not a sixtieth of a minute.
pub(super) fn is_ordinal_second(scene: Scene<'_>, i: usize, end: usize) -> bool {
    let words = scene.words;
    // "for a second | he slept", but "for a second | national inquiry"
    let described = matches!(words.pos(end), Pos::Adjective | Pos::Noun);
    let time = words
        .is_any(end, &["ago", "later", "earlier", "before", "after", "faster", "slower", "behind", "ahead"])
        || !described && words.is_any(i.wrapping_sub(1), &["in", "within", "for", "per", "by", "of"]);
    words.is(i, "a") && words.is(i + 1, "second") && end == i + 2 && !time
}

/// "a night out", "a day out in York": an outing; not "a day out of hospital". "a night bus", "a day job", "a year
/// group": of which kind something is.
pub(super) fn is_outing(scene: Scene<'_>, i: usize, end: usize) -> bool {
    let words = scene.words;
    let out = words.is(end, "out") && !words.is(end + 1, "of");
    let kind = matches!(words.pos(end), Pos::Noun | Pos::PluralNoun)
        && !words.has(end, Classes::TIME_UNIT.or(Classes::TIME_WORD));
    let group = words.is_any(end, &["group", "groups"]) && words.is(end - 1, "year");
    words.is(i, "a") && ((out || kind) && words.is_any(end - 1, &["night", "day", "evening"]) || group)
}

/// How far a word of golf may stand from the number of a hole.
const REACH: usize = 12;

/// "a birdie on the fourth", "holed a putt on the 16th": the hole of a course, and no day, before or behind token `i`.
pub(super) fn is_hole(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let golf = |k: usize| scene.lexicon.figures.holes.has(words.word(k));
    (i.saturating_sub(REACH)..words.len().min(i + REACH)).any(golf)
}

/// "hit a half-century", "half centuries from Roe": a hundred runs of cricket or half as many, in the tokens `i..end`.
pub(super) fn is_century_of_runs(scene: Scene<'_>, i: usize, end: usize) -> bool {
    let words = scene.words;
    let unit = end - 1;
    let half = words.is(i, "half") || words.is(i + 1, "half");
    words.is(unit, "centuries") && half
        || words.is_any(unit, &["century", "centuries"])
            && (i.saturating_sub(2)..unit).any(|k| scene.lexicon.times.runs.has(words.word(k)))
}

/// Whether what stands behind a length makes it an age: "39-year-old", "six years of age".
pub(super) fn is_age(scene: Scene<'_>, end: usize) -> bool {
    let words = scene.words;
    let hyphen = usize::from(words.is(end, "-"));
    words.is_any(end + hyphen, &["old", "olds"]) || words.is_phrase(end, "of age")
}

/// Whether what stands behind a length makes it the name of a reckoning: "on a year-to-date basis", "a year-on-year rise".
pub(super) fn is_to_date(scene: Scene<'_>, end: usize) -> bool {
    let words = scene.words;
    words.is(end, "-")
        && words.glued(end)
        && words.is_any(end + 1, &["to", "on", "over"])
        && words.is(end + 2, "-")
}

/// Whether a length at token `i` is the base of a rate: "$50 a day", "20 litres an hour".
pub(super) fn is_rate(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let before = i.wrapping_sub(1);
    let figure = matches!(words.kind(before), Some(TokenKind::Number | TokenKind::Symbol))
        || words.has(
            before,
            Classes::UNIT.or(Classes::CURRENCY).or(Classes::SCALE).or(Classes::TIME_UNIT).or(Classes::NUMBER),
        )
        || matches!(words.pos(before), Pos::PluralNoun)
        || words.is_any(before, &["times", "once", "twice", "per"]);
    // "900m francs (£1m) a month"
    let bracketed = words.mark(before) == ')'
        && (before.saturating_sub(5)..before).any(|k| words.kind(k) == Some(TokenKind::Number));
    // "a £40k-a-week deal"
    let joined = words.glued(i) && words.is(before, "-");
    words.is_any(i, &["a", "an"]) && (figure || joined || bracketed)
}
