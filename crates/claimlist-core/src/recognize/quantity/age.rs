//! Ages: `39-year-old`, `aged 14`, `at age seventeen`, `six years old`, `18 to 24-year-olds`, `Jane Doe, 42,`.

use super::{Context, Draft, range, unit};
use crate::Slot;
use crate::lex::{TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// Whether token `i` opens an age: `aged 14`, `a year-old`.
pub(super) fn opens(words: Words<'_>, i: usize) -> bool {
    cues(words, i) || words.is(i, "a") && words.is_any(i + 2, &["-", "old"])
}

/// Whether an age stands behind token `i`.
fn cues(words: Words<'_>, i: usize) -> bool {
    words.is(i, "aged") || words.is(i, "age") || words.is(i, "ages")
}

/// `a year old`, `a week-old puppy`: one of the unit, where the article is part of the figure or of the noun phrase.
fn of_one(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let hyphen = usize::from(words.is(i + 2, "-"));
    let old = words.is(i, "a") && words.is(i + 2 + hyphen, "old");
    let unit = unit_at(words, i + 1).filter(|_| old)?;
    if hyphen == 0 && i > 0 && words.is(i - 1, "half") {
        return Some(draft(i - 1, i + 3, 0.5, unit));
    }
    Some(draft(i + hyphen, i + 3 + hyphen, 1.0, unit))
}

fn draft(start: usize, end: usize, value: f64, unit: &str) -> Draft {
    let mut draft = Draft::new(start, end, value, unit);
    draft.facts.set(Slot::Age, true);
    draft
}

/// `aged 14`, `age seventeen`, `the age of 6`, `aged between 18 and 24`, `ages 5 to 11`.
pub(super) fn before_number(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    if !cues(words, i) {
        return of_one(context, i);
    }
    let mut at = i + 1 + usize::from(words.is_any(i + 1, &["of", "between", "from", ":"]));
    at += usize::from(words.is_any(at, &["just", "only", "about", "around"]));
    let number = context.number_at(at).filter(|number| number.value < 130.0 && number.scale == 1.0)?;
    let upper = range::with_shared_unit(context, number).filter(|upper| upper.number.value < 130.0);
    let end = upper.as_ref().map_or(number.tokens.end, |upper| upper.number.tokens.end);
    let mut found = draft(i, end, number.value, "year");
    if let Some(upper) = upper {
        found.facts.set(Slot::High, upper.number.value);
    }
    // "aged six months", "aged 14 years".
    if let Some(unit) = unit_at(words, end) {
        found.facts.set(Slot::Unit, unit);
        found.end = end + 1;
    }
    Some(found)
}

fn unit_at(words: Words<'_>, i: usize) -> Option<&'static str> {
    // It is asked of every figure, and most stand before something else.
    if !matches!(words.initial(i), b'y' | b'm' | b'w' | b'd' | b'h') {
        return None;
    }
    [
        ("year", &["year", "years", "yr", "yrs"][..]),
        ("mo", &["month", "months", "mo", "mos"]),
        ("wk", &["week", "weeks", "wk", "wks"]),
        ("d", &["day", "days"]),
        ("h", &["hour", "hours"]),
        ("min", &["minute", "minutes"]),
    ]
    .into_iter()
    .find(|(_, names)| words.is_one_of(i, names))
    .map(|(unit, _)| unit)
}

/// The token behind `yo`, `y.o.`, `y/o` at token `i`, as patients' histories have it.
pub(super) fn years_old(words: Words<'_>, i: usize) -> Option<usize> {
    let slash = words.is(i, "y") && words.is(i + 1, "/") && words.is_any(i + 2, &["o", "os"]);
    if slash {
        return Some(i + 3);
    }
    words.is_any(i, &["yo", "yos", "y.o", "y.o."]).then_some(i + 1)
}

/// `39-year-old`, `six years old`, `18-24 year olds`, `14 years of age`, and `42` between commas behind a name.
pub(super) fn behind_number(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start) = (context.words, number.tokens.start);
    let upper = range::with_shared_unit(context, number);
    let end = upper.as_ref().map_or(number.tokens.end, |upper| upper.number.tokens.end);
    let hyphen = usize::from(words.is(end, "-"));
    if let Some(behind) = years_old(words, end + hyphen) {
        return Some(draft(start, behind, number.value, "year"));
    }
    let Some(unit) = unit_at(words, end + hyphen) else {
        return apposition(context, number)
            .or_else(|| predicate(context, number))
            .or_else(|| listed(context, number));
    };
    let mut next = end + hyphen + 1;
    let mut value = number.value;
    if let Some((finer, behind)) = finer(context, unit, next) {
        (value, next) = (value + finer, behind);
    }
    let second = usize::from(words.is(next, "-"));
    let end = if words.is_any(next + second, &["old", "olds"]) {
        next + second + 1
    } else if words.is_phrase(next, "of age") {
        next + 2
    } else {
        return None;
    };
    let start = start - usize::from(upper.as_ref().is_some_and(|upper| upper.between));
    let mut found = draft(start, end, value, unit);
    if let Some(upper) = upper {
        found.facts.set(Slot::High, upper.number.value);
    }
    Some(found)
}

/// `and 3 months` behind years, as a part of one of them, and the token behind.
fn finer(context: Context<'_>, unit: &str, i: usize) -> Option<(f64, usize)> {
    let words = context.words;
    let at = i
        + usize::from(words.is(i, ","))
        + usize::from(words.is_any(i, &["and"]) || words.is_phrase(i, ", and"));
    let number = context.number_at(at)?;
    let part = match (unit, unit_at(words, number.tokens.end)?) {
        ("year", "mo") => 12.0,
        ("year", "wk") => 52.0,
        ("year", "d") => 365.0,
        ("mo", "wk") => 4.0,
        ("mo", "d") => 30.0,
        ("wk", "d") => 7.0,
        _ => return None,
    };
    Some((number.value / part, number.tokens.end + 1))
}

/// `Jane Doe, 42, said`, `Jane Doe (42)` and `his wife, 39,`.
fn apposition(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let plausible = number.value.fract() == 0.0
        && (1.0..=115.0).contains(&number.value)
        && number.digits
        && number.tokens.len() == 1;
    // "Jane Doe, then 17,", "now 42"
    let start = start - usize::from(start > 0 && words.is_any(start - 1, &["then", "now", "just", "still"]));
    if start < 2 || !plausible || words.kind(start - 2) != Some(TokenKind::Word) {
        return None;
    }
    let comma = words.is(start - 1, ",") && !words.glued(start);
    // "Jane Doe, 42 - who was born there -"
    let dash = words.is_spaced_dash(end);
    let closed = matches!(words.mark(end), ',' | '.' | ';') || end >= words.len() || dash;
    let bracket = words.is(start - 1, "(") && words.is(end, ")");
    let name = words.pos(start - 2) == Pos::ProperNoun && !words.has(start - 2, Classes::MONTH);
    // "his wife, 39,", "the mayor, 61,"
    let person = Classes::TITLE.or(Classes::PERSON_NOUN);
    let described = words.pos(start - 2) == Pos::Noun && words.has(start - 2, person);
    // "since I was president, 43, 44 countries joined"
    let closed = closed && !(words.is(end, ",") && words.kind(end + 1) == Some(TokenKind::Number));
    let fits = name && (comma && (closed || words.is(end, "and")) || bracket) || described && comma && closed;
    fits.then(|| draft(number.tokens.start, end, number.value, "year"))
}

/// `she was 42.`, `who turned 28`, `people over 75`: an age without a unit, by what stands before.
fn predicate(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let plausible =
        (1.0..=115.0).contains(&number.value) && number.value.fract() == 0.0 && number.scale == 1.0;
    let bare = !words.pos(end).is_noun()
        && !matches!(words.pos(end), Pos::Adjective | Pos::Number)
        && !words.is_any(end, &["of", "-", "%", "in"])
        && (words.pos(end + 1) == Pos::VerbBase || !words.is(end, "to"))
        && unit::name_at(context, number).is_none();
    let before = start.checked_sub(1).filter(|_| plausible && (bare || context.in_time(end)))?;
    let subject = |k: usize| words.is_any(k, &["he", "she", "who", "i"]);
    let only = usize::from(words.is_any(before, &["just", "only", "now", "nearly", "almost"]));
    let verb = before.checked_sub(only)?;
    // "when she was six" dates what happens then.
    let clause = |k: usize| {
        k > 0 && words.is_any(k - 1, &["when", "until", "till", "since", "before", "while", "after"])
    };
    let is = words.has(verb, Classes::BE) && verb > 0 && subject(verb - 1) && !clause(verb - 1);
    // "left school at 14", "died at 82"
    let stage = words.is(before, "at")
        && before > 0
        && context.lexicon.figures.stages_of_life.has(words.word(before - 1))
        && number.value >= 5.0
        && words.pos(end) != Pos::Number
        // "married at 12 noon"
        && !words.has(end, Classes::TIME_WORD)
        && !words.is_any(end, &["midday", "midnight", "o'clock"]);
    // "the average age of a driver being 29"
    let average = (words.has(before, Classes::BE) || words.is(before, "being"))
        && (before.saturating_sub(7)..before)
            .any(|k| words.is(k, "age") && words.is_any(k.wrapping_sub(1), &["average", "median", "mean"]));
    let compared = number.digits && is_limit(context, before, end);
    // "a man of 70"
    let aged = words.is(before, "of")
        && before > 0
        && context.lexicon.figures.aged.has(words.word(before - 1))
        && bare;
    let turned = words.is_any(before, &["turned", "turns", "turning"]) && number.value >= 13.0;
    let bounded = words.is_any(before, &["over", "under", "above", "below"])
        && before > 0
        && (context.lexicon.figures.ageing.has(words.word(before - 1))
            || words.has(before - 1, Classes::BE) && number.digits && (12.0..100.0).contains(&number.value));
    (is && number.value >= 5.0 || turned || bounded || stage || average || compared || aged)
        .then(|| draft(start, end, number.value, "year"))
}

/// "18% are 65 or older", "patients 50 and younger", "those 16 and under": whether the figure between tokens `before` and `end` bounds the age
/// of people; not "computers 10 and older".
fn is_limit(context: Context<'_>, before: usize, end: usize) -> bool {
    let words = context.words;
    let people =
        words.has(before, Classes::PERSON_NOUN) || context.lexicon.figures.ageing.has(words.word(before));
    let things = words.pos(before) == Pos::PluralNoun && !people;
    words.is_any(end, &["or", "and"])
        && (words.is_any(end + 1, &["older", "younger"]) && !things
            || words.is_any(end + 1, &["under", "over"]) && people)
}

/// `34` and `51` in "aged 29, 34 and 51".
fn listed(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    if number.tokens.len() > 1 || !(1.0..=115.0).contains(&number.value) || words.pos(end).is_noun() {
        return None;
    }
    for k in (start.saturating_sub(12)..start).rev() {
        if cues(words, k) {
            return Some(draft(start, end, number.value, "year"));
        }
        if words.pos(k) != Pos::Number && !words.is_any(k, &[",", "and", "between"]) {
            return None;
        }
    }
    None
}
