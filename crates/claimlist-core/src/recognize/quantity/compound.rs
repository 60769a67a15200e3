//! Measures and money of two units: `6ft 2in`, `3 dollars and 25 cents`, also as people say them: `six foot two`.

use super::unit::{Named, name_at};
use super::{Context, Draft, exclude, money};
use crate::Slot;
use crate::recognize::number::{self, Number, scaled};
use crate::tag::Pos;

/// `5 feet and 2 inches`, `12st 4lb`, `3 dollars 50 cents`: the smaller unit is added to the larger.
pub(super) fn take_in(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if draft.facts.get(Slot::High).is_some() {
        return;
    }
    // "a mile and a half"
    if let Some((part, end)) = number::part(context.words, draft.end, context.lexicon) {
        let worth = scaled(part, unit_worth(context, draft));
        add(draft, worth);
        draft.end = end;
        return;
    }
    // "7.2m, 40cm below the mark": nobody says a broken number of the larger unit with the smaller one.
    if draft.facts.number(Slot::Value).is_some_and(|value| value.fract() != 0.0) {
        return;
    }
    // "5 ft. 11 in."
    let period = words.is(draft.end, ".") && matches!(draft.unit(), "[ft_i]" | "[lb_av]" | "[stone_av]");
    // "a 5-foot-10 guard", "six-foot-four"
    let hyphen = words.is(draft.end, "-") && words.glued(draft.end) && words.glued(draft.end + 1);
    let at = draft.end + usize::from(words.is_any(draft.end, &["and", ","]) || period || hyphen);
    let Some(number) = context.number_at(at).filter(|number| number.scale == 1.0 && !context.in_time(at))
    else {
        return;
    };
    if !period
        && !words.is(draft.end, ",")
        && (money::spoken(context, draft, number) || spoken(context, draft, number))
    {
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
    add(draft, scaled(number.value, part));
    draft.end = end;
}

/// Adds a part to the value, away from zero: "minus 3 degrees and a half".
fn add(draft: &mut Draft, part: f64) {
    let value = draft.facts.number(Slot::Value).unwrap_or_default();
    draft.facts.set(Slot::Value, sum(value, part.copysign(value)));
}

/// The sum of two decimals as it would be written: 8 and 0.29 are 8.29, and not 8.289999999999999.
fn sum(whole: f64, part: f64) -> f64 {
    /// Cents of cents, and grams of a kilogram: parts that are no decimals (inches of feet) are added as they are.
    const PLACES: f64 = 1e4;
    let (ones, rest) = (whole * PLACES, part * PLACES);
    let decimal = |value: f64| (value - value.round()).abs() < 1e-6;
    if decimal(ones) && decimal(rest) { (ones.round() + rest.round()) / PLACES } else { whole + part }
}

/// What one of the last unit is worth: a hundredth for cents, a thousand for a grand, a million in "$5 million and a half".
fn unit_worth(context: Context<'_>, draft: &Draft) -> f64 {
    let Some(last) = draft.end.checked_sub(1) else { return 1.0 };
    let word = context.words.word(last);
    if context.lexicon.currencies.is_minor(word) {
        return 0.01;
    }
    let unit = context.lexicon.currencies.word(word).map_or(1.0, |(_, factor)| factor);
    let scale = (draft.start..=last).find_map(|k| context.number_at(k)).map_or(1.0, |number| number.scale);
    unit * scale
}

/// `six foot two`, `12 stone 4`: the smaller unit as people leave it out.
fn spoken(context: Context<'_>, draft: &mut Draft, number: &Number) -> bool {
    let words = context.words;
    let most = match draft.unit() {
        "[ft_i]" => 12.0,
        "[stone_av]" => 14.0,
        _ => return false,
    };
    let end = number.tokens.end;
    let hyphen = words.is(draft.end, "-");
    let alone = hyphen && !words.is(end, "-")
        || matches!(words.pos(end), Pos::Punct | Pos::Coordinator | Pos::Subordinator | Pos::Preposition)
            && !words.is_any(end, &["-", "of", "to", "in", "or", "%"])
            && name_at(context, number).is_none();
    // "a 12-foot one"
    let pronoun = !number.digits && number.value == 1.0;
    let whole = number.value < most && number.value.fract() == 0.0 && !pronoun;
    let fits = number.tokens.start == draft.end + usize::from(hyphen) && whole && alone;
    if let Some(value) = draft.facts.number(Slot::Value).filter(|_| fits) {
        draft.facts.set(Slot::Value, sum(value, number.value / most));
        draft.end = end;
    }
    fits
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
