//! Ages: `39-year-old`, `aged 14`, `at age seventeen`, `six years old`, `18 to 24-year-olds`, `Jane Doe, 42,`.

use super::{Context, Draft, range};
use crate::Slot;
use crate::lex::{TokenKind, Words};
use crate::recognize::number::Number;
use crate::tag::Pos;

/// Whether token `i` opens an age with its number behind.
pub(super) fn opens(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["aged", "age", "ages"])
}

fn draft(start: usize, end: usize, value: f64, unit: &str) -> Draft {
    let mut draft = Draft::new(start, end, value, unit);
    draft.facts.set(Slot::Age, true);
    draft
}

/// `aged 14`, `age seventeen`, `the age of 6`, `aged between 18 and 24`, `ages 5 to 11`.
pub(super) fn before_number(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    if !opens(words, i) {
        return None;
    }
    let mut at = i + 1 + usize::from(words.is_any(i + 1, &["of", "between", "from"]));
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
    [
        ("year", &["year", "years", "yr", "yrs"][..]),
        ("mo", &["month", "months"]),
        ("wk", &["week", "weeks"]),
        ("d", &["day", "days"]),
    ]
    .into_iter()
    .find(|(_, names)| words.is_any(i, names))
    .map(|(unit, _)| unit)
}

/// `39-year-old`, `six years old`, `18-24 year olds`, `14 years of age`, and `42` between commas behind a name.
pub(super) fn behind_number(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start) = (context.words, number.tokens.start);
    let upper = range::with_shared_unit(context, number);
    let end = upper.as_ref().map_or(number.tokens.end, |upper| upper.number.tokens.end);
    let hyphen = usize::from(words.is(end, "-"));
    let Some(unit) = unit_at(words, end + hyphen) else { return apposition(context, number) };
    let next = end + hyphen + 1;
    let second = usize::from(words.is(next, "-"));
    let end = if words.is_any(next + second, &["old", "olds"]) {
        next + second + 1
    } else if words.is_phrase(next, "of age") {
        next + 2
    } else {
        return None;
    };
    let start = start - usize::from(upper.as_ref().is_some_and(|upper| upper.between));
    let mut found = draft(start, end, number.value, unit);
    if let Some(upper) = upper {
        found.facts.set(Slot::High, upper.number.value);
    }
    Some(found)
}

/// `Jane Doe, 42, said`, `Jane Doe (42)` and `his wife, 39,`.
fn apposition(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let plausible = number.value.fract() == 0.0
        && (1.0..=115.0).contains(&number.value)
        && number.digits
        && number.tokens.len() == 1;
    if start < 2 || !plausible || words.kind(start - 2) != Some(TokenKind::Word) {
        return None;
    }
    let comma = words.is(start - 1, ",") && !words.glued(start);
    let closed = matches!(words.word(end), "," | "." | ";") || end >= words.len();
    let bracket = words.word(start - 1) == "(" && words.word(end) == ")";
    let name =
        words.pos(start - 2) == Pos::ProperNoun && !words.has(start - 2, crate::lexicon::Classes::MONTH);
    let kin = words.pos(start - 2).is_noun() && context.lexicon.figures.kin.has(words.word(start - 2));
    let fits = name && (comma && (closed || words.is(end, "and")) || bracket) || kin && comma && closed;
    fits.then(|| draft(start, end, number.value, "year"))
}
