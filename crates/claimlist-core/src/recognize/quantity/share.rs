//! Shares: `a third of voters`, `half its staff`, `two in five`, `nine out of ten`, `two of the five judges`.

use super::{Context, Draft, exclude, modifier, phrase, rate, unit};
use crate::Slot;
use crate::lexicon::Classes;
use crate::recognize::number::{Number, is_ordinal_ending};
use crate::tag::Pos;

/// The share that starts at token `i`, which may be that of `number`.
pub(super) fn starting_at(context: Context<'_>, i: usize, number: Option<&Number>) -> Option<Draft> {
    if let Some(draft) = fraction(context, i, number) {
        return Some(draft);
    }
    let number = number?;
    in_digits(context, number)
        .or_else(|| nth_in_digits(context, number))
        .or_else(|| n_in_m(context, number))
        .or_else(|| one_noun_in_n(context, number))
        .or_else(|| n_of_m(context, number))
        .or_else(|| n_to_m(context, number))
}

/// `a third`, `two thirds`, `half`, `three-quarters`, with `of` and the whole.
fn fraction(context: Context<'_>, i: usize, number: Option<&Number>) -> Option<Draft> {
    let words = context.words;
    let (numerator, at) = match number {
        Some(number) if number.value <= 20.0 => {
            (number.value, number.tokens.end + usize::from(words.is(number.tokens.end, "-")))
        }
        Some(_) => return None,
        None => (1.0, i + usize::from(words.is_any(i, &["a", "one"]))),
    };
    if !words.has(at, Classes::FRACTION) {
        return None;
    }
    let denominator = context.lexicon.numbers.denominator(words.word(at))?;
    // "after six quarters of growth": more than a year of them.
    if words.is(at, "quarters") && numerator > denominator {
        return None;
    }
    if let Some(draft) = unit::part_of_one(context, i, at + 1, numerator / denominator) {
        return Some(draft);
    }
    let fits =
        if words.is(at, "half") { half_fits(context, i, at) } else { part_fits(context, i, at, numerator) };
    if !fits || words.has(at + 1, Classes::TIME_UNIT) && !dated_behind(context, at + 1) {
        return None;
    }
    let mut draft = Draft::new(i, at + 1, numerator / denominator, "ratio");
    if words.is(at, "half") && !words.is(at + 1, "of") {
        whole_of_half(context, &mut draft);
    } else {
        rate::whole(context, &mut draft);
    }
    Some(draft)
}

/// `one 5th the price`, `two 10ths of the field`.
fn nth_in_digits(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, end) = (context.words, number.tokens.end);
    let denominator =
        context.number_at(end).filter(|nth| !number.digits && nth.digits && nth.scale == 1.0)?;
    let behind = denominator.tokens.end;
    if !words.glued(behind) || !is_ordinal_ending(words, behind) || number.value >= denominator.value {
        return None;
    }
    let whole = words.is(behind + 1, "of") || words.has(behind + 1, Classes::DETERMINER);
    // "One 2nd the motion", "One 4th of July party"
    let dated = words.has(behind + 2, Classes::MONTH) || context.in_time(end) || context.in_time(behind + 2);
    if denominator.value < 3.0 || dated {
        return None;
    }
    let share = number.value / denominator.value;
    let mut draft = whole.then(|| Draft::new(number.tokens.start, behind + 1, share, "ratio"))?;
    if words.is(behind + 1, "of") {
        rate::whole(context, &mut draft);
    } else {
        whole_of_half(context, &mut draft);
    }
    Some(draft)
}

/// "half of the staff", "half the staff", "nearly half were", "by half", "one half"; not "the first half", "half-time".
fn half_fits(context: Context<'_>, i: usize, at: usize) -> bool {
    let words = context.words;
    if words.is(at + 1, "-") && words.glued(at + 1)
        || words.is_any(at + 1, &["an", "hour", "past", "way", "time"])
    {
        return false;
    }
    let before = i.checked_sub(1);
    let named = before.is_some_and(|k| {
        words.has(k, Classes::ORDINAL)
            || words
                .is_any(k, &["first", "second", "other", "better", "latter", "the", "in", "last", "opening"])
    });
    let introduced = before.is_some_and(|k| {
        words.has(k, Classes::MODIFIER) || words.is_any(k, &["by", "than", "to", "least", "some"])
    });
    let whole = words.is(at + 1, "of") && !words.is_any(at + 2, &["a", "an"])
        || words.has(at + 1, Classes::DETERMINER) && !words.is_any(at + 1, &["a", "an"]);
    !named
        && (whole && !of_a_period(context, at + 1) || introduced || i < at || words.pos(at + 1).is_finite())
}

/// "the second half of the year", "half of 2021".
fn of_a_period(context: Context<'_>, of: usize) -> bool {
    let words = context.words;
    words.is(of, "of")
        && (context.in_time(of + 1)
            || words.is_any(of + 1, &["fiscal"])
            || (of + 1..of + 4).any(|k| {
                words.has(k, Classes::TIME_UNIT) || context.lexicon.figures.played.has(words.word(k))
            }))
}

/// "a fifth last year", "a third year on year": whether a time that is no part of the fraction begins at token `i`.
fn dated_behind(context: Context<'_>, i: usize) -> bool {
    let words = context.words;
    let on = i + 1 + usize::from(words.is(i + 1, "-"));
    let compared = words.has(i, Classes::TIME_UNIT) && words.is(on, "on");
    compared || words.is_any(i, &["last", "this"]) && words.has(i + 1, Classes::TIME_UNIT)
}

/// "a third", "the fifth" alone are ordinals; a fraction has "a", a numerator above one or "of" behind a number.
fn part_fits(context: Context<'_>, i: usize, at: usize, numerator: f64) -> bool {
    let words = context.words;
    let of = words.is(at + 1, "of");
    if i == at
        || words.is(at + 1, "-") && words.glued(at + 1)
        || words.is(at, "quarter") && of_a_period(context, at + 1)
    {
        return false;
    }
    // "by up to a third", "more than a third"
    let phrase = || words.is_any(i - 1, &["to", "than"]) && modifier::ending_at(context, i, 0).is_some();
    // "compared with a third a year ago"
    let beside = || i > 1 && words.is(i - 2, "compared") && words.is_any(i - 1, &["with", "to"]);
    let by = i > 0
        && (words.is_any(i - 1, &["by", "against"])
            || words.has(i - 1, Classes::MODIFIER)
            || phrase()
            || beside());
    let noun_follows = !dated_behind(context, at + 1)
        && (words.pos(at + 1).is_noun() || words.pos(at + 1) == Pos::Adjective);
    let plural = words.word(at).ends_with(['s', 'S']);
    match words.is_any(i, &["a"]) {
        // "a third term" is an ordinal, "a quarter" by itself may be three months.
        true => {
            of || by && !noun_follows
                || !noun_follows && !words.is_any(at, &["quarter", "second"]) && words.pos(at + 1).is_finite()
        }
        false if numerator == 1.0 => of || !noun_follows || words.is(at - 1, "-"),
        false => plural,
    }
}

/// Adds `its staff` to `half`.
fn whole_of_half(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if !words.has(draft.end, Classes::DETERMINER) {
        return;
    }
    let end = phrase::end(context, draft.end);
    if end > draft.end {
        draft.facts.set(Slot::Of, words.span(draft.end, end).of(words.text));
        draft.end = end;
    }
}

/// `%20 of pupils`: the sign first.
pub(super) fn sign_first(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let free = words.mark(i) == '%' && !words.glued(i) && !(i > 0 && context.number_ends_at(i));
    let number = context.number_at(i + 1).filter(|_| free)?;
    let mut draft = Draft::new(i, number.tokens.end, number.value, "percent");
    rate::whole(context, &mut draft);
    Some(draft)
}

/// `3/4 of pupils`, `½ of them`: a fraction in digits without a unit.
fn in_digits(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, end) = (context.words, number.tokens.end);
    if !number.fraction || unit::name_at(context, number).is_some() {
        return None;
    }
    // "4/5 of a dollar"
    if words.is(end, "of")
        && let Some(draft) = unit::part_of_one(context, number.tokens.start, number.tokens.end, number.value)
    {
        return Some(draft);
    }
    let mut draft = Draft::new(number.tokens.start, end, number.value, "ratio");
    if words.is(end, "of") {
        rate::whole(context, &mut draft);
        return Some(draft);
    }
    let noun = phrase::end(context, end);
    if noun > end {
        draft.facts.set(Slot::Counted, words.span(end, noun).of(words.text));
        draft.end = noun;
    }
    Some(draft)
}

/// `one worker in five`: the noun stands before the whole.
fn one_noun_in_n(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, end) = (context.words, number.tokens.end);
    if number.value != 1.0 || number.digits || words.pos(end) != Pos::Noun || !words.is(end + 1, "in") {
        return None;
    }
    let next = end + 2 + usize::from(words.is(end + 2, "every"));
    let whole = context.number_at(next).filter(|whole| whole.value > 1.0 && !context.in_time(next))?;
    let behind = whole.tokens.end;
    // "one goal in 12 games", "one death in 2019"
    let counts = words.pos(behind).in_noun_phrase() || words.has(behind, Classes::TIME_UNIT);
    if counts
        || words.is(behind, "-")
        || exclude::is_year(words, whole)
        || unit::name_at(context, whole).is_some()
    {
        return None;
    }
    let mut draft = Draft::new(number.tokens.start, behind, 1.0 / whole.value, "ratio");
    draft.facts.set(Slot::Of, words.word(end));
    Some(draft)
}

/// `one in 10`, `two out of five`, `1 in 8 posts`, `nine-in-ten`, `nine of every 10 homes`.
fn n_in_m(context: Context<'_>, number: &Number) -> Option<Draft> {
    let words = context.words;
    let end = number.tokens.end;
    // "287/6 in 50 overs"
    if number.tokens.start > 0 && words.glued(number.tokens.start) && words.is(number.tokens.start - 1, "/") {
        return None;
    }
    let next = if words.is(end, "in") || words.is_phrase(end, "of every") || words.is_phrase(end, "of each") {
        end + 1
    } else if words.is_phrase(end, "- in -") || is_tries(context, number) {
        end + 3
    } else if words.is_phrase(end, "out of") {
        end + 2
    } else {
        return None;
    };
    let next = next + usize::from(words.is_any(next, &["every", "the", "each"]));
    let whole =
        context.number_at(next).filter(|whole| whole.value > number.value && !context.in_time(next))?;
    let timed = words.has(whole.tokens.end, Classes::TIME_UNIT) || unit::name_at(context, whole).is_some();
    if exclude::is_year(words, whole)
        || words.glued(whole.tokens.end)
            && !words.kind(whole.tokens.end).is_some_and(|kind| kind == crate::lex::TokenKind::Punct)
        || timed
    {
        return None;
    }
    let mut draft = Draft::new(number.tokens.start, whole.tokens.end, number.value / whole.value, "ratio");
    let start = draft.end + usize::from(words.is(draft.end, "of"));
    let noun_end = phrase::end(context, start);
    if noun_end > start {
        draft.facts.set(Slot::Of, words.span(start, noun_end).of(words.text));
        draft.end = noun_end;
    }
    Some(draft)
}

/// `5-for-17 shooting`, `10-of-19 from the field`: how many of so many tries.
fn is_tries(context: Context<'_>, number: &Number) -> bool {
    let (words, end) = (context.words, number.tokens.end);
    let linked = words.is_phrase(end, "- for -") || words.is_phrase(end, "- of -");
    linked && number.digits && (end..end + 4).all(|k| words.glued(k))
}

/// `two of the five judges`, `12 of its ships`: counts with their whole. "One of" counts only where the whole is counted:
/// "one of the 12 jurors", not "one of the best".
fn n_of_m(context: Context<'_>, number: &Number) -> Option<Draft> {
    let words = context.words;
    // "16 out of the top 20"
    let out = usize::from(words.is(number.tokens.end, "out"));
    let end = number.tokens.end + out;
    // "300 out of around 900 people"
    let rough =
        usize::from(out == 1 && words.is_any(end + 1, &["about", "around", "nearly", "almost", "some"]));
    if !words.is(end, "of")
        || words.is_any(end + 1, &["every", "each"])
        || number.vague
        || !words.has(end + 1, Classes::DETERMINER.or(Classes::PRONOUN))
            && !words.is(end + 1, "which")
            && context.number_at(end + 1 + rough).is_none()
    {
        return None;
    }
    // "0.5 of a mile", "0.3 of a percentage point"
    if number.value.fract() != 0.0 {
        return unit::part_of_one(context, number.tokens.start, end, number.value);
    }
    if exclude::is_year(words, number) {
        return None;
    }
    let start = end + 1 + rough;
    // "14 of her 30 points"
    let owned = words.pos(start) == Pos::Pronoun && context.number_at(start + 1).is_some();
    // "wrote 17 novels, four of which"
    let mut phrase = match words.is(start, "which") {
        true => start + 1,
        false => phrase::end(context, start + usize::from(owned)),
    };
    // "nine of the last ten winners"
    if phrase > start
        && words.is_any(phrase - 1, &["last", "past", "first", "next", "top"])
        && let Some(counted) = context.number_at(phrase).filter(|_| !context.in_time(phrase))
    {
        phrase = phrase::end(context, counted.tokens.end).max(counted.tokens.end);
    }
    let whole_counted = (start..phrase.max(start + 1)).any(|k| context.number_at(k).is_some());
    if number.value == 1.0 && !number.digits && !whole_counted
        || number.digits && super::exclude::names_or_orders(context, number)
    {
        return None;
    }
    if phrase <= start {
        // "four of the eleven were in dock"
        let lead =
            start + 1 + usize::from(words.is_any(start + 1, &["last", "past", "first", "next", "top"]));
        let determined = words.has(start, Classes::DETERMINER) && !context.in_time(lead);
        let bare = context.number_at(lead).filter(|_| determined)?;
        phrase = bare.tokens.end;
    }
    let of = words.span(start, phrase).of(words.text);
    // "one of the five pillars of the faith": the whole with what it belongs to.
    if whole_counted && words.is(phrase, "of") {
        phrase = phrase::end(context, phrase + 1).max(phrase);
        phrase -= usize::from(words.is(phrase - 1, "of"));
    }
    let mut draft = Draft::new(number.tokens.start, phrase, number.value, "count");
    draft.facts.set(Slot::Of, of);
    Some(draft)
}

/// Whether the pair of figures from token `start` on is the price of a runner: "odds of 7/2", "sent off at 14/1", "the favourite at
/// 3/1".
fn is_quoted_price(context: Context<'_>, start: usize) -> bool {
    let words = context.words;
    let betting = &context.lexicon.figures.betting;
    words.is_any(start.wrapping_sub(2), &["odds", "off", "priced", "backed"])
        || words.is(start - 1, "at") && (start.saturating_sub(8)..start).any(|k| betting.has(words.word(k)))
}

/// `a ratio of three to one`, `outnumbered 4 to 1`, `a 33-1 outsider`, `odds of 7/2`.
fn n_to_m(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let glued = words.glued(end) && words.glued(end + 1);
    let price =
        glued && matches!(words.mark(end), '-' | '/' | '\u{2013}') && context.number_at(end + 1).is_some();
    let link = words.is(end, "to") || words.is(end, ":") || words.is_phrase(end, "- to -");
    if !link && !price {
        return None;
    }
    let next = end + if words.is(end, "-") && !price { 3 } else { 1 };
    let other = context.number_at(next).filter(|other| other.value > 0.0)?;
    let figures = &context.lexicon.figures;
    let cue = |k: usize| figures.odds.has(words.word(k));
    // "a two-to-one majority"
    let behind = |k: usize| figures.odds_behind.has(words.word(k));
    let bet = |k: usize| figures.betting.has(words.word(k));
    // "a 33-1 rank outsider", but "won 3-1 as favourites"
    let last = other.tokens.end;
    let described = || matches!(words.pos(last), Pos::Adjective | Pos::Noun) && bet(last + 1);
    // "a 50-50 chance", "a 24/7 shot"
    let whole = number.value + other.value == 100.0 || number.value == 24.0 && other.value == 7.0;
    let cued = if price {
        let quoted = words.is_any(start.wrapping_sub(1), &["at", "of"]) && is_quoted_price(context, start);
        !whole && (bet(last) || described() || quoted)
    } else {
        (start.saturating_sub(5)..start).any(cue)
            || words.is(end, "-") && (other.tokens.end..other.tokens.end + 2).any(behind)
    };
    (cued && unit::name_at(context, other).is_none())
        .then(|| Draft::new(start, other.tokens.end, number.value / other.value, "ratio"))
}
