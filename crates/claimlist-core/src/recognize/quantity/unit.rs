//! Percentages and measures: a number with its unit behind it, and ranges of such numbers: `5-7%`, `6ft 2in`, `-5 °C`.

use super::{Context, Draft, compound, marks, money, range, rate, sides};
use crate::Slot;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::number::{Number, scaled};
use crate::tag::Pos;

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
        // "5 to 7 km", "30 x 21 cm": the unit stands behind the last number.
        None => shared(context, number).or_else(|| sides::starting_with(context, number))?,
    };
    negative(context, &mut draft);
    compound::take_in(context, &mut draft);
    rate::frame(context, &mut draft);
    Some(draft)
}

/// `29` of "29 and 25 per cent", `10` of "10, 15 and 20 kg": a number whose unit stands behind the next one.
pub(super) fn of_the_next(context: Context<'_>, number: &Number) -> Option<Draft> {
    let words = context.words;
    let (start, mut last) = (number.tokens.start, number);
    // "1, 2, 3 and 4 per cent"
    for _ in 0..3 {
        let link = words.is_any(last.tokens.end, &["and", "or", ","]);
        last = context.number_at(last.tokens.end + 1).filter(|next| link && next.digits == number.digits)?;
        if let Some(named) = name_at(context, last) {
            // "1,212,000 or 80 per cent" gives one figure twice, "20, 30 or 40 lb" rises.
            let or = words.is(last.tokens.start - 1, "or") && number.value < last.value;
            let joined = or || words.is(last.tokens.start - 1, "and");
            // "between 5 and 10 kg" is a range; "employs 200 and 15% of them" has nothing in common.
            let range = words.is(start.wrapping_sub(1), "between");
            let alike = number.value <= 20.0 * last.value && last.value <= 20.0 * number.value;
            let whole = number.scale == last.scale && !number.vague && !range && joined && alike;
            // "won 12 and 20% stayed at home": the second is the subject of another clause.
            let whole = whole && !(has_verb_before(context, start) && has_verb_behind(context, named.end));
            return whole.then(|| {
                Draft::new(start, number.tokens.end, scaled(number.value, named.factor), named.code)
            });
        }
    }
    None
}

/// How far the verb of a clause may stand from a figure in it.
const CLAUSE_REACH: usize = 8;

/// Whether a finite verb stands before token `start` in its clause.
fn has_verb_before(context: Context<'_>, start: usize) -> bool {
    let words = context.words;
    let inside = |k: &usize| !matches!(words.pos(*k), Pos::Punct | Pos::Subordinator);
    (start.saturating_sub(CLAUSE_REACH)..start).rev().take_while(inside).any(|k| words.pos(k).is_finite())
}

/// Whether a finite verb stands at or behind token `end` in its clause.
fn has_verb_behind(context: Context<'_>, end: usize) -> bool {
    let words = context.words;
    let inside = |k: &usize| {
        !matches!(words.pos(*k), Pos::Punct | Pos::Subordinator | Pos::Coordinator)
            && !words.is_any(*k, &["who", "which", "that"])
    };
    (end..words.len().min(end + CLAUSE_REACH)).take_while(inside).any(|k| words.pos(k).is_finite())
}

/// A part of one unit: `half a mile`, `a quarter-mile`, `half a percentage point`, `a third of a tonne`.
pub(super) fn part_of_one(context: Context<'_>, start: usize, end: usize, value: f64) -> Option<Draft> {
    let words = context.words;
    let of = end + usize::from(words.is(end, "of"));
    let one = words.is_any(of, &["a", "an", "one"]) || of > end && words.is(of, "1");
    let article = of + usize::from(one);
    if let Some(draft) = part_of_a_point(context, start, end, value) {
        return Some(draft);
    }
    // "a half mile"; "a third mile" is one more.
    let percent = || start + 1 == end && percent_at(context, end).is_some();
    let half = (words.is(start, "a") || percent()) && words.is_any(end - 1, &["half", "quarter"]);
    if article == end && !words.is(end, "-") && !half {
        return None;
    }
    // "a quarter-mile" is a noun phrase, its article no part of the figure.
    let start = start + usize::from(article == end && words.is(start, "a") && words.is(end, "-"));
    let one = Number::new(start..article, value);
    let named = name_at(context, &one)?;
    let mut draft = Draft::new(start, named.end, scaled(value, named.factor), named.code);
    rate::frame(context, &mut draft);
    Some(draft)
}

/// `a quarter-point rise`, of rates of interest.
fn part_of_a_point(context: Context<'_>, start: usize, end: usize, value: f64) -> Option<Draft> {
    let words = context.words;
    let moved = |k: usize| {
        context.lexicon.numbers.change(words.word(k)).is_some() || words.is_any(k, &["rate", "rates"])
    };
    // "by a quarter of a point to 4.5 percent"
    if words.is_phrase(end, "of a point") && (start.saturating_sub(4)..start).any(moved) {
        return Some(Draft::new(start, end + 3, value, "percentage-point"));
    }
    let point = words.is(end, "-") && words.is_any(end + 1, &["point", "points"]);
    let start = start + usize::from(words.is(start, "a"));
    (point && (end + 2..end + 5).any(moved)).then(|| Draft::new(start, end + 2, value, "percentage-point"))
}

/// Whether `a mile and a half` may start at token `i`.
pub(super) fn opens(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["a", "an"])
        && words.has(i + 1, Classes::UNIT.or(Classes::CURRENCY))
        && words.is(i + 2, "and")
}

/// `a mile and a half`, `a dollar and a quarter`.
pub(super) fn one_and_part(context: Context<'_>, i: usize) -> Option<Draft> {
    if !opens(context.words, i) {
        return None;
    }
    let named = name_at(context, &Number::new(i..i + 1, 1.0))?;
    let mut draft = Draft::new(i, named.end, named.factor, named.code);
    compound::take_in(context, &mut draft);
    let taken = draft.end > named.end;
    rate::frame(context, &mut draft);
    taken.then_some(draft)
}

fn one_or_range(context: Context<'_>, number: &Number, named: &Named<'_>) -> Draft {
    let start = number.tokens.start;
    let end = sides::with_units(context, named);
    let mut draft = Draft::new(start, end, scaled(number.value, named.factor), named.code);
    // "between -2C and -6C"
    if let Some(upper) = range::below_zero(context, number, named.end)
        && let Some(other) = name_at(context, upper.number).filter(|other| other.code == named.code)
    {
        draft.facts.set(Slot::Value, -scaled(number.value.max(upper.number.value), named.factor));
        draft.facts.set(Slot::High, -scaled(number.value.min(upper.number.value), named.factor));
        draft.start -= 1 + usize::from(upper.between);
        draft.end = other.end;
        return draft;
    }
    let Some(upper) = range::with_units(context, number, start, named.end, |at| at) else { return draft };
    let Some(other) = name_at(context, upper.number).filter(|other| other.code == named.code) else {
        return draft;
    };
    draft.facts.set(Slot::High, scaled(upper.number.value, other.factor));
    draft.start -= usize::from(upper.between);
    draft.end = other.end;
    draft
}

/// `5 to 7 km`, `5-7%`, `between 5 and 7 per cent`, `from 15 to 12 per cent` (the lower end is the value).
fn shared(context: Context<'_>, number: &Number) -> Option<Draft> {
    let below_zero = range::below_zero(context, number, number.tokens.end);
    let (cold, upper) = match below_zero {
        Some(upper) => (true, upper),
        None => (false, range::with_shared_unit(context, number)?),
    };
    let named = name_at(context, upper.number)?;
    let (first, second) = range::ends(number, upper.number);
    let minus = usize::from(cold || upper.between && range::minus(context, number.tokens.start));
    let first = if minus == 1 { -first } else { first };
    let second = if cold { -second } else { second };
    let (low, high) = (first.min(second), first.max(second));
    let start = number.tokens.start - usize::from(upper.between) - minus;
    let mut draft = Draft::new(start, named.end, scaled(low, named.factor), named.code);
    draft.facts.set(Slot::High, scaled(high, named.factor));
    if second < first {
        draft.facts.set(Slot::Change, "down");
    }
    Some(draft)
}

/// A minus that touches the number, or the word, makes it negative: `-5 °C`, `minus three degrees`.
pub(super) fn negative(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let Some(at) = draft.start.checked_sub(1) else { return };
    // "(-$11.38)"
    let open = !words.glued(at) || words.mark(at.wrapping_sub(1)) == '(';
    let touching = words.glued(draft.start) && open;
    let sign = match words.word(at) {
        "-" | "\u{2212}" | "\u{2013}" => {
            touching || words.is(at, "-") && at > 0 && spaced_minus(context, draft, at)
        }
        "+" => {
            draft.start -= usize::from(touching);
            false
        }
        // "plus or minus 3 points" is a margin.
        _ => words.is_any(at, &["minus", "negative"]) && !(at > 0 && words.is(at - 1, "or")),
    };
    if below_zero(context, draft) {
        return;
    }
    if let Some(value) = draft.facts.number(Slot::Value).filter(|_| sign) {
        draft.start = at;
        draft.facts.set(Slot::Value, -value);
    }
}

/// `5 degrees below zero`.
fn below_zero(context: Context<'_>, draft: &mut Draft) -> bool {
    let below = is_temperature(draft) && context.words.is_phrase(draft.end, "below zero");
    if let Some(value) = draft.facts.number(Slot::Value).filter(|_| below) {
        // "5 to 10 degrees below zero": the colder end is the lower one.
        let high = draft.facts.number(Slot::High);
        draft.facts.set(Slot::Value, -high.unwrap_or(value));
        if high.is_some() {
            draft.facts.set(Slot::High, -value);
        }
        draft.end += 2;
    }
    below
}

fn is_temperature(draft: &Draft) -> bool {
    matches!(draft.unit(), "Cel" | "[degF]" | "deg")
}

/// `- 20 degrees` in texts that set a space around every mark: only before a temperature, and behind no number or name.
fn spaced_minus(context: Context<'_>, draft: &Draft, at: usize) -> bool {
    let words = context.words;
    is_temperature(draft) && words.kind(at - 1) == Some(TokenKind::Word) && !words.glued(draft.start)
}

/// The unit, percent sign or currency behind a number.
pub(super) fn name_at<'a>(context: Context<'a>, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    // "millions of dollars", "dozens of miles"
    let i = number.tokens.end + usize::from(number.vague && words.is(number.tokens.end, "of"));
    // "a 3-inch pipe", "a 3 - inch pipe", but not "5 -m".
    let hyphen = words.is(i, "-")
        && (words.glued(i) && words.glued(i + 1)
            || !words.glued(i) && !words.glued(i + 1) && words.pos(i + 1) == Pos::Noun);
    let at = i + usize::from(hyphen);
    percent_at(context, i)
        .or_else(|| {
            measure_at(context, at, number)
                .filter(|unit| unit.end > at + 1 || is_no_money(context, number, at))
        })
        .or_else(|| money::name_at(context, at, number))
        .or_else(|| measure_at(context, at, number))
        .or_else(|| inches_at(context, at, number))
        .or_else(|| marks::name_at(context, number))
        .or_else(|| in_brackets(context, i, number))
        .or_else(|| described_at(context, i, number))
}

/// `400 tiring kilometres`, `3 cold litres`: the measure behind an adjective. Short names and those of other things are left to count:
/// `two honorary degrees`, `40 heavy stones`.
fn described_at<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    if words.pos(i) != Pos::Adjective || !words.has(i + 1, Classes::UNIT) {
        return None;
    }
    let name = words.word(i + 1);
    let other = words.is_any(i + 1, &["degrees", "pounds", "stones", "yards", "points", "knots", "grains"]);
    let plain = name.len() > 4 && name.ends_with('s') && !other;
    measure_at(context, i + 1, number).filter(|_| plain)
}

/// The unit of a table's row: `20 (kg)`, `20 [kg]`, `20 <kg>`.
fn in_brackets<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    let close = match words.mark(i) {
        '(' => ')',
        '[' => ']',
        '<' => '>',
        _ => return None,
    };
    let named = measure_at(context, i + 1, number)?;
    (words.mark(named.end) == close).then_some(Named { end: named.end + 1, ..named })
}

/// `in` for inches, which has to look it: `27in`, `a 27-in screen`, `27 in wide`, `5 ft. 11 in. tall`.
fn inches_at<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    if !words.is(i, "in") || !number.digits {
        return None;
    }
    // "17 in wide"; not "killed 17 in high winds", "5 in deep water", "20 in square boxes".
    let noun = |at: usize| words.pos(at).is_noun() || words.pos(at) == Pos::Adjective;
    let shape = |at: usize| words.is_any(at, &["square", "screen"]);
    let size = |at: usize| context.lexicon.figures.sizes.has(words.word(at)) && !shape(at) && !noun(at + 1);
    let period = words.is(i + 1, ".") && words.glued(i + 1) && i + 2 < words.len();
    // "2.77 m (109 in)"
    let closed = words.mark(i + 1) == ')'
        || sides::is_times(context, i + 1)
        || words.is(number.tokens.start.wrapping_sub(1), "x");
    let sure = words.glued(i)
        || closed
        || size(i + 1)
        || period && (size(i + 2) || words.case(i + 2) == Case::Lower);
    sure.then_some(Named { code: "[in_i]", end: i + 1, factor: 1.0 })
}

fn percent_at<'a>(context: Context<'a>, i: usize) -> Option<Named<'a>> {
    let words = context.words;
    let named = |code, tokens, factor| Some(Named { code, end: i + tokens, factor });
    let i_word = i + usize::from(words.is(i, "-") && words.glued(i));
    let skipped = i_word - i;
    if words.is(i, "%")
        || words.mark(i) == '\u{ff05}'
        || words.is_any(i_word, &["percent", "pct", "percents", "percentage"])
        || words.is(i, "pc") && !words.is(i + 1, "s")
    {
        // "a 20-percentage-point lead"
        let point = i_word + 1 + usize::from(skipped == 1 && words.is(i_word + 1, "-"));
        return if words.is_any(point, &["point", "points"]) {
            named("percentage-point", point + 1 - i, 1.0)
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
    if words.mark(i) == '\u{2030}' {
        return named("percent", 1, 0.1);
    }
    if words.is(i_word, "basis") && words.is_any(i_word + 1, &["point", "points"]) {
        return named("percentage-point", skipped + 2, 0.01);
    }
    if words.is(i, "bps") || words.glued(i) && words.is(i, "bp") {
        return named("percentage-point", 1, 0.01);
    }
    if words.glued(i) && words.is_any(i, &["pp", "ppt", "ppts"]) {
        return named("percentage-point", 1, 1.0);
    }
    if words.is_phrase(i, "of a percentage point") { named("percentage-point", 4, 1.0) } else { None }
}

/// Whether "pounds" behind the number are a weight ("pounds of copper", "weighs 150 pounds"), and "c" degrees rather than cents.
fn is_no_money(context: Context<'_>, number: &Number, at: usize) -> bool {
    let words = context.words;
    if !words.is_any(at, &["pound", "pounds"]) {
        return is_temperature_near(context, number, at);
    }
    let weights = &context.lexicon.figures.weights;
    let start = number.tokens.start;
    // "40-pound bags", but "20-pound notes", "bought a 90-pound coat"
    let priced = || {
        (at + 1..at + 4).any(|k| context.lexicon.figures.priced.has(words.word(k)))
            || (start.saturating_sub(4)..start).any(|k| context.lexicon.figures.paying.has(words.word(k)))
            || (at + 1..at + 5).any(|k| words.is_any(k, &["cost", "costs"]))
    };
    let tied = words.is(at, "pound") && words.is(at - 1, "-") && words.glued(at);
    tied && number.scale == 1.0 && !priced()
        || words.is(at + 1, "of")
        || (start.saturating_sub(8)..start).any(|k| weights.has(words.word(k)))
        || (at + 1..at + 4).any(|k| weights.has(words.word(k)))
}

/// Whether a small "c" or "f" at `at` is of degrees: "set the thermostat to 70f", "convert 20 c".
fn is_temperature_near(context: Context<'_>, number: &Number, at: usize) -> bool {
    let words = context.words;
    let near = |k: usize| context.lexicon.figures.temperatures.has(words.word(k));
    let start = number.tokens.start;
    number.digits
        && matches!(words.mark(at), 'c' | 'f' | 'K')
        && !words.pos(at + 1).is_noun()
        && ((start.saturating_sub(8)..start).any(near) || (at + 1..at + 5).any(near))
}

/// Whether a price stands around the figure that ends before token `i`, or it is the price of something.
pub(super) fn is_money_near(context: Context<'_>, number: &Number, i: usize) -> bool {
    let words = context.words;
    let start = number.tokens.start;
    // "200C/gas mark 6", "180C fan"
    if words.is_any(i + 1 + usize::from(words.mark(i + 1) == '/'), &["gas", "fan"]) {
        return false;
    }
    let money = |k: usize| {
        words.has(k, Classes::CURRENCY) || context.lexicon.currencies.sign(words.word(k)).is_some()
    };
    let price =
        words.is_any(i + 1, &["a", "per"]) && context.lexicon.figures.rate_bases.has(words.word(i + 2));
    price || (start.saturating_sub(3)..start).any(money) || (i + 1..i + 4).any(money)
}

fn measure_at<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let words = context.words;
    const SIGNS: [char; 4] = ['\u{b0}', '\u{2da}', '\u{2103}', '\u{2109}'];
    if words.kind(i) != Some(TokenKind::Word) && !SIGNS.contains(&words.mark(i)) {
        return None;
    }
    // Hyphens between the words of a unit are passed over: "light-year".
    let mut places = [words.len(); 4];
    let mut at = i;
    for place in &mut places {
        at += usize::from(is_caret(words, at));
        *place = at;
        at += 1;
        at += usize::from(words.is(at, "-") && words.glued(at) && words.glued(at + 1));
    }
    let word = |k: usize| places.get(k).map_or("", |&at| power(words, at).unwrap_or(words.word(at)));
    let (unit, length) = context.lexicon.units.longest(word)?;
    let end = places.get(length - 1)? + 1;
    (length > 1 || symbol_fits(context, i, number)).then_some(Named { code: &unit.ucum, end, factor: 1.0 })
}

/// The sign of a power as the names of units write it: `m2`, `cm^3` for `m²`, `cm³`.
fn power(words: Words<'_>, i: usize) -> Option<&'static str> {
    // "2 m-3 m" is a range.
    let written = words.glued(i) && words.kind(i) == Some(TokenKind::Number) && !words.is(i - 1, "-");
    match words.mark(i) {
        '2' if written => Some("²"),
        '3' if written => Some("³"),
        '\u{2da}' => Some("°"),
        _ => None,
    }
}

/// `^` between a unit and its power.
fn is_caret(words: Words<'_>, i: usize) -> bool {
    words.mark(i) == '^' && words.glued(i) && words.glued(i + 1)
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
    if is_temperature_near(context, number, i) {
        return true;
    }
    let next = words.kind(i + 1);
    // "10 C outside", but not "10 C batteries" or "40 C-130s".
    let degrees = !words.glued(i + 1) || next == Some(TokenKind::Punct) && !words.is(i + 1, "-");
    // "a dividend of 4.5C a share", "14C": beside money, cents.
    if word == "C" && is_money_near(context, number, i) {
        return false;
    }
    let spaced = match word {
        // "5 t shirts" are no tonnes.
        "t" => next != Some(TokenKind::Number) && !words.pos(i + 1).is_noun(),
        "m" | "g" | "l" | "L" => next != Some(TokenKind::Number),
        // "15 W at 1.1 V", but not "10 W 5 L" of matches.
        // "a 15 W bulb", but not "15 W Main Street".
        "W" | "V" => {
            next != Some(TokenKind::Number)
                && (!words.pos(i + 1).is_noun() || words.case(i + 1) == Case::Lower)
        }
        "C" | "F" => {
            degrees
                && next != Some(TokenKind::Number)
                && !words.pos(i + 1).is_noun()
                && words.pos(i + 1) != Pos::Adjective
        }
        _ => false,
    };
    spaced && number.digits || touches && matches!(word, "m" | "g" | "t" | "l" | "L" | "C" | "F" | "W" | "V")
}
