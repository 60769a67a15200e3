//! Counts: a number with the noun phrase that it counts: `60,000 security personnel`, `millions of pilgrims`, `48-member`.

use super::{Context, Draft, exclude, modifier, par, phrase, range, rate, sides};
use crate::Slot;
use crate::lex::{TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// The count that starts with `number`; with nothing counted behind it, the bare number where it is a figure all the same.
pub(super) fn behind(context: Context<'_>, number: &Number) -> Option<Draft> {
    let words = context.words;
    if let Some(draft) = hyphenated(context, number).or_else(|| magnitude(context, number)) {
        return Some(draft);
    }
    let mut draft = Draft::new(number.tokens.start, number.tokens.end, number.value, "count");
    let upper = range::with_shared_unit(context, number);
    if let Some(upper) = &upper {
        let (first, second) = range::ends(number, upper.number);
        draft.facts.set(Slot::Value, first.min(second));
        draft.facts.set(Slot::High, first.max(second));
        draft.end = upper.number.tokens.end;
    }
    modifier::behind(context, &mut draft);
    let figure = counted(context, number, &mut draft)
        || fate(context, &mut draft)
        || is_bare_figure(context, number, draft.end);
    if !figure {
        return None;
    }
    if draft.facts.get(Slot::Counted).is_none()
        && words.is(draft.end, "more")
        && !words.is(draft.end + 1, "than")
    {
        // "12 dead and 40 more hurt"
        draft.end += 1;
    }
    draft.start -= usize::from(upper.is_some_and(|upper| upper.between));
    if draft.start > 0
        && words.is(draft.start - 1, "minus")
        && !(draft.start > 1 && words.is(draft.start - 2, "or"))
    {
        draft.start -= 1;
        draft.facts.set(Slot::Value, -number.value);
    }
    // "won by an innings and 24 runs"
    if words.is(draft.end - 1, "runs") && words.is_phrase(draft.start.wrapping_sub(3), "an innings and") {
        draft.start -= 3;
    }
    rate::base(context, &mut draft);
    Some(draft)
}

/// `48-member`, `18-hole`, `three-bedroom`: the noun that a hyphen ties to the number.
fn hyphenated(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, end) = (context.words, number.tokens.end);
    let noun = end + 1;
    // "an 18-hole course", and "an 18 - hole course" in texts that set a space around every mark.
    let tied = words.is(end, "-")
        && words.glued(end) == words.glued(noun)
        && (words.glued(end)
            || number.digits && words.pos(noun) == Pos::Noun && words.pos(noun + 1).is_noun())
        && words.kind(noun) == Some(TokenKind::Word);
    let counts = words.pos(noun).is_noun() || words.is(noun, "strong");
    // "a 10-point lead", but not "a 10-point plan"
    let behind = words.word(noun + 1);
    let moved =
        || context.lexicon.numbers.change(behind).is_some() || context.lexicon.figures.margins.has(behind);
    let points = words.is(noun, "point") && moved();
    let idiom = context.lexicon.figures.idioms.has(words.word(noun)) && !points || words.is(noun, "odd");
    // "a zero-coupon bond" has none.
    let none = number.value == 0.0 && !number.digits;
    if !tied || !counts || idiom || none || words.case(noun) != crate::lex::Case::Lower {
        return None;
    }
    let mut draft = Draft::new(number.tokens.start, noun + 1, number.value, "count");
    draft.facts.set(Slot::Counted, words.word(noun));
    Some(draft)
}

/// `magnitude 6.1`, `a magnitude of 6.1`, `6.1 on the Richter scale`: nothing that stands behind is counted.
fn magnitude(context: Context<'_>, number: &Number) -> Option<Draft> {
    let words = context.words;
    let before = number.tokens.start.checked_sub(1)?;
    let linked = words.is(before, "of") || words.is(before, "-") && words.glued(before);
    let at = if linked { before.checked_sub(1)? } else { before };
    (words.is(at, "magnitude") || words.is_phrase(number.tokens.end, "on the richter"))
        .then(|| Draft::new(number.tokens.start, number.tokens.end, number.value, "count"))
}

/// Takes in what is counted: `people`, `more people`, `of pilgrims`.
fn counted(context: Context<'_>, number: &Number, draft: &mut Draft) -> bool {
    let words = context.words;
    let more =
        usize::from(words.is_any(draft.end, &["more", "other", "further", "such", "additional", "fewer"]));
    let of = usize::from(words.is(draft.end, "of") && number.vague);
    let start = draft.end + more + of;
    let end = phrase::end(context, start);
    // A pronoun is no noun that is counted ("when he was 30 he left"), nor is a verb ("a team of 11 includes two").
    let other_word = matches!(words.pos(start), Pos::Pronoun | Pos::Determiner)
        || phrase::is_verb_after_all(context, start)
        || of_total(context, number) && does(words, start);
    // "3 USD50 cards": the code is that of the next number.
    let code = words.glued(start + 1) && context.number_at(start + 1).is_some();
    // "One 2nd the motion."
    let ordinal = words.kind(start) == Some(TokenKind::Number)
        && words.glued(start + 1)
        && words.is_ordinal_suffix(start + 1)
        && end == start + 2;
    // "2 x 500MW turbines"
    let times = sides::is_times(context, start);
    let no_noun = of == 0 && other_word || code || ordinal || times;
    // "2.4 children", but nobody counts 6.1 of what is shaken.
    let broken = number.value.fract() != 0.0
        && number.scale == 1.0
        && number.digits
        && !words.pos(start).is_noun()
        && words.pos(start) != Pos::Adjective;
    if end == start || no_noun || broken {
        return false;
    }
    let end = past_joined_adjectives(context, end).filter(|_| number.value > 1.0).unwrap_or(end);
    draft.facts.set(Slot::Counted, words.span(start, end).of(words.text));
    draft.end = end;
    if of == 0 {
        rate::stuff(context, draft);
    }
    true
}

/// The end of what is counted if what stands before token `end` only describes it together with what "and" joins: "9,000 postal | and
/// early ballots", "40 mail-in and early votes".
fn past_joined_adjectives(context: Context<'_>, end: usize) -> Option<usize> {
    let words = context.words;
    let tied = if words.is(end, "-") && words.glued(end) && words.glued(end + 1) { 2 } else { 0 };
    let joint = end + tied;
    let describes = matches!(words.pos(end - 1), Pos::Noun | Pos::Adjective);
    if !describes || !words.is_any(joint, &["and", "or"]) || words.pos(joint + 1) == Pos::Determiner {
        return None;
    }
    let close = phrase::end(context, joint + 1);
    let described = close > joint + 2 && words.pos(close - 1) == Pos::PluralNoun;
    (described && context.number_at(joint + 1).is_none()).then_some(close)
}

/// Whether the number is the whole of "a crowd of 43,217".
fn of_total(context: Context<'_>, number: &Number) -> bool {
    let (words, start) = (context.words, number.tokens.start);
    start > 1 && words.is(start - 1, "of") && context.lexicon.figures.totals.has(words.word(start - 2))
}

/// Whether token `i` is what somebody did to the name or noun phrase behind it: "saw United", "watched the final". What stands so
/// before a bare noun describes it: "used cars".
fn does(words: Words<'_>, i: usize) -> bool {
    words.has(i, Classes::VERB_PAST)
        && matches!(words.pos(i + 1), Pos::ProperNoun | Pos::Determiner | Pos::Pronoun)
}

/// `107 killed`, `hundreds dead`: the fate is what is counted.
fn fate(context: Context<'_>, draft: &mut Draft) -> bool {
    let words = context.words;
    let at = draft.end + usize::from(words.is_any(draft.end, &["more", "others"]));
    if !context.lexicon.figures.fates.has(words.word(at)) {
        return false;
    }
    draft.facts.set(Slot::Counted, words.word(at));
    draft.end = at + 1;
    true
}

/// "In fact there are 51."
fn is_how_many(words: Words<'_>, number: &Number, end: usize) -> bool {
    let start = number.tokens.start;
    number.digits
        && words.pos(end) == Pos::Punct
        && words.is_any(start.wrapping_sub(1), &["are", "were"])
        && words.is(start.wrapping_sub(2), "there")
}

/// Whether a number with no noun behind it is a figure all the same: "wounding 238", "rose to 40,000", "12 died".
fn is_bare_figure(context: Context<'_>, number: &Number, end: usize) -> bool {
    let words = context.words;
    let figures = &context.lexicon.figures;
    if par::is_round(context, number, end)
        || is_runs(context, end)
        || is_compared(context, number)
        || is_of_share(context, number, end)
        || is_more_elsewhere(context, number, end)
        || is_how_many(words, number, end)
    {
        return true;
    }
    let acts = words.pos(end).is_finite() || words.is_any(end, &["of", "were", "was", "are", "have", "had"]);
    // "a rate of 12 per 100,000 people"
    if words.is(end, "per") && (context.number_at(end + 1).is_some() || words.has(end + 1, Classes::CURRENCY))
        || rate::of_money(context, end).is_some()
    {
        return true;
    }
    let Some(before) = number.tokens.start.checked_sub(1) else { return acts };
    let word = words.word(before);
    let modifier = modifier::ending_at(context, number.tokens.start, 0);
    // "put the range at between 645,000 and 934,000": what is written so large is a figure.
    let grouped = number.digits && number.value >= 1000.0 && words.word(number.tokens.start).contains(',');
    if grouped || number.digits && number.scale >= 1e6 {
        return true;
    }
    let weak = ["over", "under", "about", "around", "just", "only", "above", "below", "some"];
    if modifier.is_some() && !words.is_any(before, &weak) {
        return true;
    }
    let large = number.value >= 10.0;
    if figures.takers.has(word) && (words.pos(before).is_verb() || words.pos(before) == Pos::Other) {
        return large || number.digits;
    }
    let change =
        |k: Option<usize>| k.is_some_and(|k| context.lexicon.numbers.change(words.word(k)).is_some());
    let ends = words.is(before, "to") && is_end_of_change(context, before);
    if ends || words.is(before, "magnitude") || is_level(context, number, before) {
        return true;
    }
    if words.is_any(before, &["to", "by", "from", "at"]) {
        return (1..=3).any(|back| {
            change(before.checked_sub(back))
                || before >= back && figures.takers.has(words.word(before - back))
        });
    }
    if let Some(figure) = of_or_is(context, number, before) {
        return figure;
    }
    if modifier.is_some() {
        return large;
    }
    // "said 86 died"
    acts && (number.value > 1.0)
        && (matches!(words.pos(before), Pos::Punct | Pos::Coordinator | Pos::Subordinator)
            || words.has(before, Classes::SPEECH) && words.pos(before).is_verb())
}

/// How far the first of two counts may stand before the second.
const APART: usize = 14;

/// "40 people died in Lima and (another) 12 in Cusco": whether what the number counts stands behind a number before it.
fn is_more_elsewhere(context: Context<'_>, number: &Number, end: usize) -> bool {
    let words = context.words;
    let start = number.tokens.start;
    let start = start - usize::from(words.is(start.wrapping_sub(1), "another"));
    // Not the 8 of "grades 5 and 8 in Lima".
    let joined = start > 1
        && words.is(start - 1, "and")
        && number.value > 1.0
        && words.kind(start - 2) != Some(TokenKind::Number);
    // "Seven people died, five in Kent, two each in Devon and Wales"
    let place = end + usize::from(words.is(end, "each"));
    let name = place + 1 + usize::from(words.is(place + 1, "the"));
    let listed = start > 1
        && words.is(start - 1, ",")
        && words.pos(name) == Pos::ProperNoun
        && !words.has(name, Classes::MONTH.or(Classes::WEEKDAY))
        && !exclude::is_year(words, number);
    if !joined && !listed || !words.is_any(place, &["in", "at", "from", "on", "among"]) {
        return false;
    }
    let apart = if listed { 3 * APART } else { APART };
    (start.saturating_sub(apart)..start - 1).any(|k| {
        words.pos(k + 1) == Pos::PluralNoun
            && context.number_ends_at(k + 1)
            // "40 miles and 12 in reserve"
            && !words.has(k + 1, Classes::UNIT.or(Classes::TIME_UNIT).or(Classes::CURRENCY))
    })
}

/// "a total of 238", "a further fall of 924", "the average is 40", "life expectancy is 79.1": whether the number behind "of" or a form of
/// "be" at token `before` is a figure; none where neither stands there.
fn of_or_is(context: Context<'_>, number: &Number, before: usize) -> Option<bool> {
    let words = context.words;
    let total = |k: usize| context.lexicon.figures.totals.has(words.word(k));
    if words.is(before, "of") {
        let noun = before.checked_sub(1);
        let change = |k: usize| {
            number.digits && words.pos(k).is_noun() && context.lexicon.numbers.change(words.word(k)).is_some()
        };
        return Some(noun.is_some_and(|k| total(k) || change(k)));
    }
    words.has(before, Classes::BE).then(|| {
        let near = (2..=8).any(|back| before + 1 >= back && total(before + 1 - back));
        is_no_hour(words, number) || number.value >= 10.0 && near
    })
}

/// "Of these, 67 (45.6%) were", "23 (0.5 per cent)": a count with its share in brackets.
fn is_of_share(context: Context<'_>, number: &Number, end: usize) -> bool {
    let words = context.words;
    let Some(share) = context.number_at(end + 1).filter(|_| words.is(end, "(")) else { return false };
    let behind = share.tokens.end;
    let sign = usize::from(words.is_any(behind, &["%", "percent"]))
        + 2 * usize::from(words.is_phrase(behind, "per cent"));
    // "in 2019 (45%)"
    sign > 0 && words.is(behind + sign, ")") && !exclude::is_year(words, number)
}

/// "98 **off 120 balls**", "50 from 38 deliveries": runs by the balls that they took.
fn is_runs(context: Context<'_>, end: usize) -> bool {
    let words = context.words;
    let balls = context.number_at(end + 1).filter(|_| words.is_any(end, &["off", "from"]));
    balls.is_some_and(|balls| words.is_any(balls.tokens.end, &["balls", "deliveries"]))
}

/// "compared with 43.6 a year earlier", "against 312 last year", "to 129.4, from 128.9": what another figure is set beside.
fn is_compared(context: Context<'_>, number: &Number) -> bool {
    let (words, start) = (context.words, number.tokens.start);
    if start < 2 || !number.digits || number.value < 10.0 && number.value.fract() == 0.0 {
        return false;
    }
    let dated =
        context.in_time(number.tokens.end + usize::from(words.is_any(number.tokens.end, &["in", "on"])));
    let compared = words.is(start - 2, "compared") && words.is_any(start - 1, &["with", "to"]);
    let behind_comma = words.is(start - 2, ",");
    // "fell to 5.7 in 2023 from 6.3 the year before"
    let before = words.is(start - 1, "from") && number.value.fract() != 0.0 && dated;
    // "homicides, from 630 to 719"
    let range = words.is(start - 1, "from")
        && words.is(number.tokens.end, "to")
        && number.value >= 100.0
        && !exclude::is_year(words, number)
        && context.number_at(number.tokens.end + 1).is_some_and(|upper| upper.value >= 100.0);
    compared || before || behind_comma && (words.is_any(start - 1, &["from", "against"]) && dated || range)
}

/// "stood at 48.7", "came in at 212"; not "stood at 10", "came at 17", which are hours and ages.
fn is_level(context: Context<'_>, number: &Number, before: usize) -> bool {
    let words = context.words;
    let stands =
        |back: usize| before >= back && context.lexicon.figures.levels.has(words.word(before - back));
    let size = is_no_hour(words, number) || number.value > 24.0;
    words.is(before, "at") && number.digits && size && (stands(1) || stands(2))
}

/// Whether a decimal is no time of day: "79.1", "0.95"; no hour has 95 minutes.
fn is_no_hour(words: Words<'_>, number: &Number) -> bool {
    let decimals = words.word(number.tokens.start).rsplit_once('.').map_or("", |(_, decimals)| decimals);
    number.digits && (decimals.len() == 1 || decimals.len() == 2 && decimals >= "60")
}

/// "from 118 in 2023 **to** 263": whether the "to" at `at` stands behind a time, and before that "from" and a number.
fn is_end_of_change(context: Context<'_>, at: usize) -> bool {
    let words = context.words;
    let floor = at.saturating_sub(8);
    let Some(from) = (floor..at).rev().find(|&k| words.is(k, "from")) else { return false };
    let Some(number) = context.number_at(from + 1) else { return false };
    let time = number.tokens.end + usize::from(words.is(number.tokens.end, "in"));
    at > 0 && context.in_time(at - 1) && context.in_time(time)
}
