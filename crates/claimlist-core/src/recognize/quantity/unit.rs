//! Percentages and measures: a number with its unit behind it, and ranges of such numbers: `5-7%`, `6ft 2in`, `-5 °C`.

use super::{Context, Draft, exclude, marks, money, range, rate};
use crate::Slot;
use crate::lex::TokenKind;
use crate::recognize::number::Number;

/// A unit as it stands in the text: its code, the token behind it, and what to multiply the number by.
pub(super) struct Named<'a> {
    pub(super) code: &'a str,
    pub(super) end: usize,
    pub(super) factor: f64,
}

/// A number with its unit behind it: `5 km`, `1.3bn euros`, `7 per cent`, `5-7%`.
pub(super) fn behind(context: Context<'_>, number: &Number) -> Option<Draft> {
    let mut draft = match name_at(context, number) {
        Some(named) => one_or_range(context, number, &named),
        // "5 to 7 km": the unit stands behind the upper end.
        None => shared(context, number)?,
    };
    negative(context, &mut draft);
    compound(context, &mut draft);
    rate::frame(context, &mut draft);
    Some(draft)
}

/// A part of one unit: `half a mile`, `a quarter-mile`, `half a percentage point`, `a third of a tonne`.
pub(super) fn part_of_one(context: Context<'_>, start: usize, end: usize, value: f64) -> Option<Draft> {
    let words = context.words;
    let of = end + usize::from(words.is(end, "of"));
    let article = of + usize::from(words.is_any(of, &["a", "an", "one"]));
    if article == end && !words.is(end, "-") {
        return None;
    }
    // "a quarter-mile" is a noun phrase, its article no part of the figure.
    let start = start + usize::from(article == end && words.is(start, "a"));
    let one = Number::new(start..article, value);
    let named = name_at(context, &one)?;
    let mut draft = Draft::new(start, named.end, value * named.factor, named.code);
    rate::frame(context, &mut draft);
    Some(draft)
}

fn one_or_range(context: Context<'_>, number: &Number, named: &Named<'_>) -> Draft {
    let start = number.tokens.start;
    let mut draft = Draft::new(start, named.end, number.value * named.factor, named.code);
    let Some(upper) = range::with_units(context, number, start, named.end, |at| at) else { return draft };
    let Some(other) = name_at(context, upper.number).filter(|other| other.code == named.code) else {
        return draft;
    };
    draft.facts.set(Slot::High, upper.number.value * other.factor);
    draft.start -= usize::from(upper.between);
    draft.end = other.end;
    draft
}

/// `5 to 7 km`, `5-7%`, `between 5 and 7 per cent`, `from 15 to 12 per cent` (the lower end is the value).
fn shared(context: Context<'_>, number: &Number) -> Option<Draft> {
    let upper = range::with_shared_unit(context, number)?;
    let named = name_at(context, upper.number)?;
    let (first, second) = range::ends(number, upper.number);
    let (low, high) = (first.min(second), first.max(second));
    let start = number.tokens.start - usize::from(upper.between);
    let mut draft = Draft::new(start, named.end, low * named.factor, named.code);
    draft.facts.set(Slot::High, high * named.factor);
    if second < first {
        draft.facts.set(Slot::Change, "down");
    }
    Some(draft)
}

/// A minus that touches the number, or the word, makes it negative: `-5 °C`, `minus three degrees`.
fn negative(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let Some(at) = draft.start.checked_sub(1) else { return };
    let touching = words.glued(draft.start) && !words.glued(at);
    let sign = match words.word(at) {
        "-" | "\u{2212}" | "\u{2013}" => {
            touching || words.is(at, "-") && at > 0 && spaced_minus(context, draft, at)
        }
        "+" => {
            draft.start -= usize::from(touching);
            false
        }
        // "plus or minus 3 points" is a margin.
        _ => words.is(at, "minus") && !(at > 0 && words.is(at - 1, "or")),
    };
    if let Some(value) = draft.facts.number(Slot::Value).filter(|_| sign) {
        draft.start = at;
        draft.facts.set(Slot::Value, -value);
    }
}

/// `- 20 degrees` in texts that set a space around every mark: only before a temperature, and behind no number or name.
fn spaced_minus(context: Context<'_>, draft: &Draft, at: usize) -> bool {
    let words = context.words;
    matches!(draft.unit(), "Cel" | "[degF]" | "deg")
        && words.kind(at - 1) == Some(TokenKind::Word)
        && !words.glued(draft.start)
}

/// The unit, percent sign or currency behind a number.
pub(super) fn name_at<'a>(context: Context<'a>, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    let i = number.tokens.end;
    let hyphen = words.is(i, "-") && words.glued(i) && words.glued(i + 1);
    let at = i + usize::from(hyphen);
    percent_at(context, i)
        .or_else(|| measure_at(context, at, number).filter(|_| is_weight(context, number, at)))
        .or_else(|| money::name_at(context, at, number))
        .or_else(|| measure_at(context, at, number))
        .or_else(|| marks::name_at(context, number))
        .or_else(|| in_brackets(context, i, number))
}

/// The unit of a table's row: `20 (kg)`.
fn in_brackets<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    let named = measure_at(context, i + 1, number).filter(|_| words.word(i) == "(")?;
    (words.word(named.end) == ")").then_some(Named { end: named.end + 1, ..named })
}

fn percent_at<'a>(context: Context<'a>, i: usize) -> Option<Named<'a>> {
    let words = context.words;
    let named = |code, tokens, factor| Some(Named { code, end: i + tokens, factor });
    let i_word = i + usize::from(words.is(i, "-") && words.glued(i));
    let skipped = i_word - i;
    if words.is(i, "%")
        || words.is_any(i_word, &["percent", "pct", "percents", "percentage"])
        || words.is(i, "pc") && !words.is(i + 1, "s")
    {
        return if words.is_any(i_word + 1, &["point", "points"]) {
            named("percentage-point", skipped + 2, 1.0)
        } else {
            named("percent", skipped + 1, 1.0)
        };
    }
    if words.is(i_word, "per") && words.is_any(i_word + 1, &["cent", "cents"]) {
        return named("percent", skipped + 2, 1.0);
    }
    if words.is(i_word, "per") && words.is(i_word + 1, "-") && words.is(i_word + 2, "cent") {
        return named("percent", skipped + 3, 1.0);
    }
    if words.is(i_word, "basis") && words.is_any(i_word + 1, &["point", "points"]) {
        return named("percentage-point", skipped + 2, 0.01);
    }
    if words.glued(i) && words.is_any(i, &["bps", "bp"]) {
        return named("percentage-point", 1, 0.01);
    }
    if words.glued(i) && words.is_any(i, &["pp", "ppt", "ppts"]) {
        return named("percentage-point", 1, 1.0);
    }
    if words.is_phrase(i, "of a percentage point") { named("percentage-point", 4, 1.0) } else { None }
}

/// Whether "pounds" behind the number are a weight: "pounds of copper", "weighs 150 pounds".
fn is_weight(context: Context<'_>, number: &Number, at: usize) -> bool {
    let words = context.words;
    if !words.is_any(at, &["pound", "pounds"]) {
        return false;
    }
    let weights = &context.lexicon.figures.weights;
    let start = number.tokens.start;
    words.is(at + 1, "of")
        || (start.saturating_sub(8)..start).any(|k| weights.has(words.word(k)))
        || (at + 1..at + 4).any(|k| weights.has(words.word(k)))
}

fn measure_at<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    if words.kind(i) != Some(TokenKind::Word) && !matches!(words.mark(i), '\u{b0}' | '\u{2103}' | '\u{2109}')
    {
        return None;
    }
    // Hyphens between the words of a unit are passed over: "light-year".
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
    (length > 1 || symbol_fits(context, i, number)).then_some(Named { code: &unit.ucum, end, factor: 1.0 })
}

/// One letter is a unit only in its own case and where it touches the digits (`5m`, `100t`), and not "5G", "1st".
fn symbol_fits(context: Context<'_>, i: usize, number: &Number) -> bool {
    let words = context.words;
    let word = words.word(i);
    if word.eq_ignore_ascii_case("st") {
        let ordinal = number.value % 10.0 == 1.0 && number.value % 100.0 != 11.0;
        return word == "st" && words.glued(i) && !ordinal;
    }
    if word.len() != 1 || !word.is_ascii() {
        return true;
    }
    let touches = words.glued(i)
        && number.tokens.end == i
        && !(words.glued(i + 1) && words.kind(i + 1) == Some(TokenKind::Number));
    let metres = word == "m" && words.kind(i + 1) != Some(TokenKind::Number);
    matches!(word, "m" | "g" | "t" | "l" | "L" | "C" | "F") && (touches || metres)
}

/// `6ft 2in`, `five feet and two inches`, `12st 4lb`, `3 dollars 50 cents`: the smaller unit is added to the larger.
pub(super) fn compound(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if draft.facts.get(Slot::High).is_some() {
        return;
    }
    let at = draft.end + usize::from(words.is(draft.end, "and") || words.is(draft.end, ","));
    let Some(number) = context.number_at(at).filter(|number| number.scale == 1.0 && !context.in_time(at))
    else {
        return;
    };
    if at == draft.end && money::spoken(context, draft, number) {
        return;
    }
    let behind = number.tokens.end;
    let inches = words.is(behind, "in") && draft.unit() == "[ft_i]" && !words.is(draft.end, "and");
    let (part, end) = if inches {
        (Some(1.0 / 12.0), behind + 1)
    } else if let Some(named) = name_at(context, number) {
        (part_of(draft.unit(), &named), named.end)
    } else {
        return;
    };
    let Some(part) = part.filter(|part| number.value * part < 1.0 && !exclude::is_year(words, number)) else {
        return;
    };
    if let Some(value) = draft.facts.number(Slot::Value) {
        draft.facts.set(Slot::Value, value + number.value * part);
        draft.end = end;
    }
}

/// What one of the smaller unit is of the larger.
fn part_of(larger: &str, smaller: &Named<'_>) -> Option<f64> {
    // A hundredth of money: "3 dollars 50 cents", also where "cents" alone are taken for American ones.
    let money = larger.len() == 3 && larger.bytes().all(|b| b.is_ascii_uppercase());
    match (larger, smaller.code) {
        ("[ft_i]", "[in_i]") => Some(1.0 / 12.0),
        ("[yd_i]", "[ft_i]") => Some(1.0 / 3.0),
        ("[stone_av]", "[lb_av]" | "GBP") => Some(1.0 / 14.0),
        ("[lb_av]", "[oz_av]") => Some(1.0 / 16.0),
        ("m", "cm") => Some(0.01),
        ("km", "m") | ("kg", "g") => Some(0.001),
        _ => Some(smaller.factor).filter(|factor| money && *factor < 1.0),
    }
}
