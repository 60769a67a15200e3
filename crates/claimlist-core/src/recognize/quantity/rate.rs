//! What a figure is a share of, and the base of a rate: `2.5% of GDP`, `£8,000 per patient`, `£20 a head`, `80p/litre`.

use super::{Context, Draft, modifier, phrase};
use crate::Slot;
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::tag::Pos;

/// Adds the whole and the base of a rate to a measure, money or a percentage.
pub(super) fn frame(context: Context<'_>, draft: &mut Draft) {
    if matches!(draft.unit(), "percent" | "ratio") {
        whole(context, draft);
    } else {
        stuff(context, draft);
    }
    base(context, draft);
}

/// Adds `of the votes` to a share.
pub(super) fn whole(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    // "half of what car makers sell" has no noun for the whole.
    if !words.is(draft.end, "of") || words.is(draft.end + 1, "what") {
        return;
    }
    let start = draft.end + 1;
    let letters = initials(context, start);
    let end = phrase::end(context, letters).max(letters);
    // "58% of Acme's $4m in sales": the whole is no more than Acme's.
    let owner = words.pos(end) == Pos::Possessive || end > 0 && words.pos(end - 1) == Pos::Possessive;
    if end > start && !owner {
        draft.facts.set(Slot::Of, words.span(start, end).of(words.text));
        draft.end = end;
    }
}

/// The end of `u . k .` at token `i`, in texts that set a space around every mark.
fn initials(context: Context<'_>, i: usize) -> usize {
    let words = context.words;
    let mut end = i;
    while words.word(end).len() == 1 && words.is(end + 1, ".") && !words.glued(end + 1) {
        end += 2;
    }
    if end > i + 2 { end } else { i }
}

/// Adds what a measure or count is of: `20 tonnes of fuel`, `78 cases of flu`. A determiner names a whole or a place
/// instead ("300 miles of the coast").
pub(super) fn stuff(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    // "1 tsp. of salt"
    draft.end +=
        usize::from(words.is(draft.end, ".") && words.glued(draft.end) && words.is(draft.end + 1, "of"));
    let start = draft.end + 1;
    if words.is(draft.end, "of") && words.pos(start) != Pos::Pronoun && !words.has(start, Classes::DETERMINER)
    {
        whole(context, draft);
    }
}

/// Adds the base of a rate, or two: `£8,000 per patient a year`.
pub(super) fn base(context: Context<'_>, draft: &mut Draft) {
    let Some(start) = one_base(context, draft) else { return };
    if one_base(context, draft).is_some() {
        let words = context.words;
        draft.facts.set(Slot::Per, words.span(start, draft.end).of(words.text));
    }
}

/// Adds one base and tells where it starts.
fn one_base(context: Context<'_>, draft: &mut Draft) -> Option<usize> {
    let words = context.words;
    // "£900 more a year"
    let more = modifier::is_money(draft.unit())
        && words.is_any(draft.end, &["more", "less", "extra"])
        && words.is_any(draft.end + 1, &["a", "an", "per"]);
    let at = draft.end + usize::from(more);
    // "37C/99F" gives one figure twice.
    // So does "8GB/256GB", of another thing.
    let twice = words.is(at, "/")
        && context.number_at(at + 1).is_some_and(|next| {
            matches!(draft.unit(), "Cel" | "[degF]")
                || super::unit::name_at(context, next).is_some_and(|named| named.code == draft.unit())
        });
    let range = if twice {
        None
    } else if words.is(at, "per") && !words.is(at + 1, "cent")
        || words.is(at, "/") && words.glued(at) && of_money(context, at).is_none()
    {
        Some((at + 1, long_base(context, at + 1)))
    } else if words.is_any(at, &["a", "an"]) {
        short_base(context, draft, at + 1).then_some((at + 1, at + 2))
    } else if words.is(at, "-") && words.is_any(at + 1, &["a", "an", "per"]) && words.is(at + 2, "-") {
        short_base(context, draft, at + 3).then_some((at + 3, at + 4))
    } else if words.is_phrase(at, "for every") && context.number_at(at + 2).is_some() {
        // "154 deaths for every 100,000 people"
        Some((at + 2, long_base(context, at + 2)))
    } else if let Some((start, end)) = of_money(context, at) {
        Some((start, end))
    } else if is_of_pound(context, draft, at) {
        Some((at + 2, at + 3))
    } else if words.is_any(at, &["each", "apiece"]) && draft.unit() != "count" {
        Some((at, at + 1))
    } else {
        None
    };
    let (start, end) = range.filter(|(start, end)| end > start)?;
    draft.facts.set(Slot::Per, words.span(start, end).of(words.text));
    draft.end = end;
    Some(start)
}

/// `2p in the pound`, `10 cents on the dollar`: a part of money and its whole.
fn is_of_pound(context: Context<'_>, draft: &Draft, at: usize) -> bool {
    let words = context.words;
    let linked = words.is_phrase(at, "in the pound") || words.is_phrase(at, "on the dollar");
    linked && modifier::is_money(draft.unit()) && !words.pos(at + 3).is_noun()
}

/// `to the dollar`, `/USD` behind a rate of exchange: the money that it is per, and the token behind.
pub(super) fn of_money(context: Context<'_>, at: usize) -> Option<(usize, usize)> {
    let words = context.words;
    if words.is_phrase(at, "to the") && words.has(at + 2, Classes::CURRENCY) && !words.pos(at + 3).is_noun() {
        return Some((at + 2, at + 3));
    }
    // "N1,528/$1"
    if words.is(at, "/")
        && words.kind(at + 1) == Some(TokenKind::Symbol)
        && context.number_at(at + 2).is_some_and(|one| one.value == 1.0)
    {
        return Some((at + 1, at + 3));
    }
    let code = words.is(at, "/") && words.glued(at) && words.glued(at + 1);
    let code = code && context.lexicon.currencies.code(words.word(at + 1)).is_some();
    code.then_some((at + 1, at + 2))
}

/// `100,000 people`, `patient`, `week`: the end of what stands behind "per". A unit of time may be a part of a time.
fn long_base(context: Context<'_>, start: usize) -> usize {
    let words = context.words;
    let number = context.number_at(start).map_or(start, |number| number.tokens.end);
    if words.has(number, Classes::TIME_UNIT.or(Classes::UNIT))
        || words.is_any(number, &["capita", "annum", "diem"])
        || context.lexicon.figures.rate_bases.has(words.word(number))
    {
        // "30 kg/m2"
        let power =
            words.glued(number + 1) && matches!(words.mark(number + 1), '2' | '3' | '\u{b2}' | '\u{b3}');
        // "25p per kilowatt hour", "per kilowatt-hour"
        let hour = number + 1 + usize::from(words.is(number + 1, "-"));
        if words.word(number).ends_with("watt") && words.is_any(hour, &["hour", "hours"]) {
            return hour + 1;
        }
        return number + 1 + usize::from(power);
    }
    phrase::end(context, number).max(number)
}

/// Whether the word behind "a" makes a rate. A count has a rate only by time: "300 people a day".
fn short_base(context: Context<'_>, draft: &Draft, at: usize) -> bool {
    let words = context.words;
    // "15% a decade ago" is a time.
    if words.is_any(at + 1, &["ago", "earlier", "later", "before", "after", "old"]) {
        return false;
    }
    if draft.unit() == "count" {
        return words.has(at, Classes::TIME_UNIT)
            || words.is_any(at, &["day", "week", "month", "year", "hour", "minute", "second", "night"])
            // "27 points a game"
            || words.is_any(at, &["game", "match", "season", "round", "lap"]);
    }
    context.lexicon.figures.rate_bases.has(words.word(at))
}
