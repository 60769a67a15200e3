//! Ages: `39-year-old`, `aged 14`, `at age seventeen`, `six years old`, `Jane Doe, 42,`.

use super::{Context, Draft};
use crate::lex::TokenKind;
use crate::recognize::number::Number;
use crate::tag::Pos;
use crate::{Facts, Slot};

fn draft(start: usize, end: usize, value: f64, unit: &str) -> Draft {
    let facts = Facts::new().with(Slot::Value, value).with(Slot::Unit, unit).with(Slot::Age, true);
    Draft { start, end, facts }
}

/// `aged 14`, `age seventeen`, `at the age of 6`.
pub(super) fn before_number(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    if !words.is_any(i, &["aged", "age"]) {
        return None;
    }
    let skip = usize::from(words.is(i + 1, "of"));
    let number = context.number_at(i + 1 + skip).filter(|number| number.value < 130.0)?;
    let end = number.tokens.end;
    // "aged between", "aged 18 to 24", "aged 18 and over".
    let range = words.is_any(end, &["to", "-", "\u{2013}"]).then(|| context.number_at(end + 1)).flatten();
    let mut found = draft(i, range.map_or(end, |other| other.tokens.end), number.value, "a");
    if let Some(other) = range {
        found.facts.set(Slot::High, other.value);
    }
    found.facts.set(Slot::Unit, "year");
    Some(found)
}

/// `39-year-old`, `ten-month-old`, `six years old`, `years of age`, and `42` between commas behind a name.
pub(super) fn behind_number(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let hyphen = usize::from(words.is(end, "-"));
    let unit = match words.word(end + hyphen).to_ascii_lowercase().as_str() {
        "year" | "years" | "yr" | "yrs" => Some("year"),
        "month" | "months" => Some("mo"),
        "week" | "weeks" => Some("wk"),
        "day" | "days" => Some("d"),
        _ => None,
    };
    if let Some(unit) = unit {
        let next = end + hyphen + 1;
        let second = usize::from(words.is(next, "-"));
        if words.is_any(next + second, &["old", "olds"]) {
            return Some(draft(start, next + second + 1, number.value, unit));
        }
        return words.is_phrase(next, "of age").then(|| draft(start, next + 2, number.value, unit));
    }
    apposition(context, number)
}

/// `Jane Doe, 42, said` and `(42)`.
fn apposition(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let comma = start >= 2 && words.is(start - 1, ",") && matches!(words.word(end), "," | "." | ";" | "and");
    let bracket = start >= 2 && words.is(start - 1, "(") && words.is(end, ")");
    let name_before = start >= 2
        && words.pos(start - 2) == Pos::ProperNoun
        && words.kind(start - 2) == Some(TokenKind::Word);
    let plausible =
        number.value.fract() == 0.0 && (1.0..=115.0).contains(&number.value) && number.tokens.len() == 1;
    (name_before && plausible && (comma || bracket)).then(|| draft(start, end, number.value, "year"))
}
