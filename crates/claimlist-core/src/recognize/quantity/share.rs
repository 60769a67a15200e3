//! Shares, ratios and multiples: `a third of voters`, `two in five`, `two of the five judges`, `doubled`, `three times as many`.

use super::{Context, Draft, count};
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::{Facts, Slot};

fn ratio(start: usize, end: usize, value: f64) -> Draft {
    Draft { start, end, facts: Facts::new().with(Slot::Value, value).with(Slot::Unit, "ratio") }
}

/// The share, ratio or multiple that starts at token `i`.
pub(super) fn starting_at(context: Context<'_>, i: usize) -> Option<Draft> {
    fraction(context, i)
        .or_else(|| n_in_m(context, i))
        .or_else(|| n_of_m(context, i))
        .or_else(|| multiple(context, i))
}

/// `a third`, `two thirds`, `half`, `three-quarters`, with `of` and the whole.
fn fraction(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let (numerator, at) = match context.number_at(i) {
        Some(number) => (number.value, number.tokens.end + usize::from(words.is(number.tokens.end, "-"))),
        None => (1.0, i + usize::from(words.is_any(i, &["a", "one"]))),
    };
    let denominator = context.lexicon.numbers.denominator(words.word(at))?;
    let half = words.is(at, "half");
    // "a second", "third", "the fifth" alone are ordinals; a fraction has "a", a numerator or "of" behind a number.
    let article = at > i;
    let of = words.is(at + 1, "of");
    let enough = if half {
        of || words.has(at + 1, Classes::DETERMINER) || article && !words.is(at + 1, "-")
    } else {
        article && (of || numerator > 1.0 || !words.pos(at + 1).is_noun())
    };
    if !enough || words.is_any(at + 1, &["time", "term", "day", "quarter"]) || words.is(at, "quarter") && !of
    {
        return None;
    }
    let mut draft = ratio(i, at + 1, numerator / denominator);
    with_whole(context, &mut draft);
    Some(draft)
}

/// Adds `of the votes` to a share.
fn with_whole(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if !words.is(draft.end, "of") {
        return;
    }
    let end = count::noun_phrase_end(context, draft.end + 1);
    if end > draft.end + 1 {
        draft.facts.set(Slot::Of, words.span(draft.end + 1, end).of(words.text));
        draft.end = end;
    }
}

/// `one in 10`, `two out of five`, `1 in 8 posts`.
fn n_in_m(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let number = context.number_at(i)?;
    let end = number.tokens.end;
    let next = if words.is(end, "in") || words.is(end, "-") && words.is(end + 1, "in") {
        end + 1 + 2 * usize::from(words.is(end, "-"))
    } else if words.is_phrase(end, "out of") {
        end + 2
    } else {
        return None;
    };
    let next = next + usize::from(words.is(next, "every"));
    let whole =
        context.number_at(next).filter(|whole| whole.value > number.value && !context.in_time(next))?;
    if super::is_year(words, whole) {
        return None;
    }
    let mut draft = ratio(i, whole.tokens.end, number.value / whole.value);
    let end = if words.is(draft.end, "of") { draft.end + 1 } else { draft.end };
    let noun_end = count::noun_phrase_end(context, end);
    if noun_end > end {
        draft.facts.set(Slot::Of, words.span(end, noun_end).of(words.text));
        draft.end = noun_end;
    }
    Some(draft)
}

/// `two of the five judges`: counts with their whole.
fn n_of_m(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let number: &Number = context.number_at(i)?;
    let end = number.tokens.end;
    if !words.is(end, "of") || number.vague || !words.has(end + 1, Classes::DETERMINER.or(Classes::PRONOUN)) {
        return None;
    }
    let phrase = count::noun_phrase_end(context, end + 1);
    let facts = Facts::new()
        .with(Slot::Value, number.value)
        .with(Slot::Unit, "count")
        .with(Slot::Of, words.span(end + 1, phrase.max(end + 2)).of(words.text));
    Some(Draft { start: i, end: phrase.max(end + 2), facts })
}

/// `doubled`, `three times as many`, `tenfold`.
fn multiple(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    if let Some(number) = context.number_at(i) {
        let end = number.tokens.end;
        if words.is(end, "times")
            && (words.is(end + 1, "as")
                || words.is_any(end + 1, &["more", "higher", "larger", "bigger", "less", "the"]))
        {
            let end = end + 1 + usize::from(words.is(end + 1, "as"));
            let end = end
                + usize::from(words.is_any(
                    end,
                    &["many", "much", "more", "higher", "larger", "bigger", "less", "likely", "high"],
                ));
            return Some(ratio(i, end, number.value));
        }
        return None;
    }
    let value = context.lexicon.numbers.multiple(words.word(i))?;
    let twice = words.is(i, "twice");
    if words.is(i, "double") || twice && !words.is(i + 1, "as") {
        return None;
    }
    let end = if twice {
        i + 2 + usize::from(words.is_any(i + 2, &["many", "much", "high", "likely", "large"]))
    } else {
        i + 1
    };
    Some(ratio(i, end, value))
}
