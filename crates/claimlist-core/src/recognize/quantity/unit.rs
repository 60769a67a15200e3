//! Money, percentages and measures: a number with a sign or a unit before or behind it, and ranges of such numbers.

use super::{Context, Draft, count};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::{Facts, Slot};

/// A unit as it stands in the text: its code, how many tokens name it, and what to multiply the number by.
pub(super) struct Named {
    code: String,
    tokens: usize,
    factor: f64,
}

/// `$ 75 million`, `US$2 trillion`, `EUR 5m`.
pub(super) fn currency_first(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let currencies = &context.lexicon.currencies;
    let letters = currencies.dollar(words.word(i)).filter(|_| words.is(i + 1, "$") && words.glued(i + 1));
    let (code, at) = match letters {
        Some(code) => (code, i + 2),
        None => (currencies.sign(words.word(i)).or_else(|| currencies.code(words.word(i)))?, i + 1),
    };
    let at = at + usize::from(matches!(words.word(at), "-" | "\u{2212}"));
    let number = context.number_at(at)?;
    let mut draft = Draft { start: i, end: number.tokens.end, facts: facts(number.value, code) };
    // "$5 US dollars", "£3 pounds" name the currency twice.
    if let Some(named) = currency_at(context, draft.end) {
        draft.end += named.tokens;
    }
    upper_end(context, number, &mut draft, Some(code));
    frame(context, &mut draft);
    Some(draft)
}

fn facts(value: f64, unit: &str) -> Facts {
    Facts::new().with(Slot::Value, value).with(Slot::Unit, unit)
}

/// A number with its unit behind it: `5 km`, `1.3bn euros`, `7 per cent`, `5-7%`.
pub(super) fn behind(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let mut draft = match name_at(context, end) {
        Some(named) => {
            let mut draft = Draft {
                start,
                end: end + named.tokens,
                facts: facts(number.value * named.factor, &named.code),
            };
            upper_end(context, number, &mut draft, None);
            draft
        }
        // "5 to 7 km": the unit stands behind the upper end.
        None => range_to_unit(context, number)?,
    };
    negative(context, &mut draft);
    frame(context, &mut draft);
    Some(draft)
}

/// A minus sign that touches the number makes it negative: `-5 °C`.
fn negative(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let Some(at) = draft.start.checked_sub(1) else { return };
    let sign = matches!(words.word(at), "-" | "\u{2212}" | "minus") && !words.glued(at);
    if let Some(value) = draft.facts.number(Slot::Value).filter(|_| sign) {
        draft.start = at;
        draft.facts.set(Slot::Value, -value);
    }
}

/// The unit, percent sign or currency that token `i` starts.
pub(super) fn name_at(context: Context<'_>, i: usize) -> Option<Named> {
    let words = context.words;
    let i_behind = i + usize::from(words.is(i, "-") && words.glued(i) && words.glued(i + 1));
    percent_at(context, i)
        .or_else(|| currency_at(context, i_behind))
        .or_else(|| measure_at(context, i_behind))
        .map(|named| Named { tokens: named.tokens + i_behind - i, ..named })
}

fn percent_at(context: Context<'_>, i: usize) -> Option<Named> {
    let words = context.words;
    let named = |code: &str, tokens, factor| Some(Named { code: code.to_owned(), tokens, factor });
    if words.is_any(i, &["%", "percent", "pct", "percents", "percentage"]) || words.is(i, "pc") {
        if words.is_any(i + 1, &["point", "points"]) {
            return named("percentage-point", 2, 1.0);
        }
        return named("percent", 1, 1.0);
    }
    if words.is_any(i, &["per"]) && words.is_any(i + 1, &["cent", "cents"]) {
        return named("percent", 2, 1.0);
    }
    if words.is_phrase(i, "basis points") || words.is_phrase(i, "basis point") {
        return named("percentage-point", 2, 0.01);
    }
    let of_a_point = words.is_phrase(i, "of a percentage point");
    if of_a_point { named("percentage-point", 4, 1.0) } else { None }
}

fn currency_at(context: Context<'_>, i: usize) -> Option<Named> {
    let words = context.words;
    let currencies = &context.lexicon.currencies;
    let named = |code: &str, tokens, minor: bool| {
        Some(Named { code: code.to_owned(), tokens, factor: if minor { 0.01 } else { 1.0 } })
    };
    if let Some(code) = currencies.sign(words.word(i)) {
        return named(code, 1, false);
    }
    if let Some(code) = currencies.code(words.word(i)) {
        return named(code, 1, false);
    }
    if words.has(i, Classes::CURRENCY) {
        return named(currencies.word(words.word(i))?, 1, currencies.is_minor(words.word(i)));
    }
    if words.is(i, "p") && words.glued(i) {
        return named("GBP", 1, true);
    }
    // "US dollars", "Canadian dollars", "British pounds", "pounds sterling".
    if words.kind(i) == Some(TokenKind::Word) && words.has(i + 1, Classes::CURRENCY) {
        let own = currencies.of_nation(words.word(i), words.word(i + 1));
        let nation = own.is_some()
            || words.has(i, Classes::NATIONALITY)
            || words.is_any(i, &["us", "u.s.", "british", "american", "indian"]);
        let code = own.or_else(|| currencies.word(words.word(i + 1)))?;
        return nation.then(|| named(code, 2, currencies.is_minor(words.word(i + 1))))?;
    }
    None
}

fn measure_at(context: Context<'_>, i: usize) -> Option<Named> {
    let words = context.words;
    if !words.has(i, Classes::UNIT) && words.word(i) != "\u{b0}" && words.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    // Hyphens and slashes between the words of a unit are passed over: "light-year", "km/h".
    let mut places = [words.len(); 4];
    let mut at = i;
    for place in &mut places {
        *place = at;
        at += 1;
        at += usize::from(words.is(at, "-") && words.glued(at) && words.glued(at + 1));
    }
    let word = |k: usize| places.get(k).map_or("", |&at| words.word(at));
    let (unit, length) = context.lexicon.units.longest(word)?;
    let end = places.get(length - 1)? + 1;
    let single = words.word(i);
    // Single letters are units only where they touch the number ("5m", "2g") or stand alone as a symbol.
    let letter = length == 1 && single.len() == 1 && single.is_ascii();
    let ambiguous = letter && !words.glued(i) && !matches!(single, "g" | "m" | "L");
    (!ambiguous).then(|| Named { code: unit.ucum.clone(), tokens: end - i, factor: 1.0 })
}

/// `to $31 million` behind `$26`, `and 7%` behind `between 5%`: sets the upper end.
fn upper_end(context: Context<'_>, number: &Number, draft: &mut Draft, sign: Option<&str>) {
    let words = context.words;
    let between = draft.start > 0 && words.is(draft.start - 1, "between");
    let from = draft.start > 0 && words.is(draft.start - 1, "from");
    let link = words.is(draft.end, "-")
        || words.is(draft.end, "\u{2013}")
        || words.is(draft.end, "to") && !from
        || words.is(draft.end, "and") && between;
    if !link {
        return;
    }
    let unit = draft.facts.text(Slot::Unit).unwrap_or_default().to_owned();
    let skip =
        usize::from(sign.is_some() && context.lexicon.currencies.sign(words.word(draft.end + 1)).is_some());
    let Some(other) = context.number_at(draft.end + 1 + skip) else { return };
    let (code, end, factor) = match name_at(context, other.tokens.end) {
        Some(named) => (named.code, other.tokens.end + named.tokens, named.factor),
        None if sign.is_some() => (unit.clone(), other.tokens.end, 1.0),
        None => return,
    };
    if code == unit && other.value * factor > 0.0 {
        // "$26 to $31 million": the scale of the upper end is meant for both.
        let scale = if number.value < 1000.0 && other.value >= 1e6 { scale_of(other.value) } else { 1.0 };
        draft.facts.set(Slot::Value, number.value * factor * scale);
        draft.facts.set(Slot::High, other.value * factor);
        draft.end = end;
        take_between(context, draft);
    }
}

/// The power of a thousand in a value: 31 million has 1,000,000.
fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}

/// `between` belongs to its range.
fn take_between(context: Context<'_>, draft: &mut Draft) {
    if draft.start > 0 && context.words.is(draft.start - 1, "between") {
        draft.start -= 1;
    }
}

/// `5 to 7 km`, `5-7%`, `between 5 and 7 per cent`.
fn range_to_unit(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let between = start > 0 && words.is(start - 1, "between");
    let link = matches!(words.word(end), "-" | "\u{2013}" | "to")
        || words.is(end, "or")
        || words.is(end, "and") && between;
    let other = context.number_at(end + 1).filter(|_| link)?;
    let named = name_at(context, other.tokens.end)?;
    let scale = if number.value < 1000.0 && other.value >= 1e6 { scale_of(other.value) } else { 1.0 };
    let facts =
        facts(number.value * named.factor * scale, &named.code).with(Slot::High, other.value * named.factor);
    let mut draft = Draft { start, end: other.tokens.end + named.tokens, facts };
    take_between(context, &mut draft);
    Some(draft)
}

/// Adds what the figure is a share of, and the base of a rate: `2.5% of GDP`, `£8,000 per patient`, `745 euros a tonne`.
fn frame(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if words.is(draft.end, "of") && draft.facts.text(Slot::Unit) == Some("percent") {
        let end = count::noun_phrase_end(context, draft.end + 1);
        if end > draft.end + 1 {
            draft.facts.set(Slot::Of, words.span(draft.end + 1, end).of(words.text));
            draft.end = end;
        }
    }
    let rate = words.is(draft.end, "per") && !words.is(draft.end + 1, "cent")
        || words.is_any(draft.end, &["a", "an"])
            && (words.has(draft.end + 1, Classes::UNIT.or(Classes::TIME_UNIT)))
        || words.is(draft.end, "/") && words.glued(draft.end);
    if rate {
        let end = count::noun_phrase_end(context, draft.end + 1);
        if end > draft.end + 1 {
            draft.facts.set(Slot::Per, words.span(draft.end + 1, end).of(words.text));
            draft.end = end;
        }
    }
}
