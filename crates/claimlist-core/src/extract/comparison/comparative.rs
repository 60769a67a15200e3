//! Comparatives with what they compare with: `higher than in Germany`, `fewer patients than any other clinic`, `twice as many as
//! in 2019`.
//!
//! Without a reference a comparative is no claim ("a higher price"), and with a figure behind "than" it is a quantity ("more
//! than 20").

use super::{Found, scope, text};
use crate::Slot;
use crate::extract::{Context, phrase};
use crate::lex::{TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// How many words may stand between the comparative and its "than".
const GAP: usize = 6;

/// The comparative at token `i`.
pub(super) fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    if context.words.is(i, "as") { as_as(context, i) } else { than(context, i) }
}

/// "higher than", "more votes than", "less likely than".
fn than(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    // "little more than a driver"
    let idle =
        words.is_any(i, &["more", "less"]) && words.is_any(i.wrapping_sub(1), &["little", "nothing", "no"]);
    if idle || words.is_any(i, &["later", "earlier", "sooner"]) || !words.has(i, Classes::COMPARATIVE) {
        return None;
    }
    let than = link(words, i + 1, "than").or_else(|| parallel(context, i + 1))?;
    // "more than the 20 men" is a figure, "higher than the 20 cases" compares.
    let figure = words.is_any(i, &["more", "less", "fewer"]) || !words.is(than + 1, "the");
    let end = reference(context, than + 1, than == i + 1 && figure)?;
    let end = past_figure(context, end);
    let start = multiplier(words, i);
    let mut found = Found::new(start, end, "comparative", "than");
    found.facts.set(Slot::Reference, text(context, than + 1, end));
    Some(found)
}

/// "higher than July's 2.5 | per cent": `end` behind the unit of the figure that ends before it.
fn past_figure(context: &Context<'_>, end: usize) -> usize {
    let words = context.words;
    if words.kind(end - 1) != Some(TokenKind::Number) {
        return end;
    }
    let last = words.tokens[end - 1].span;
    let figure = context.mentions(MentionKind::Quantity).find(|quantity| quantity.span.contains(last));
    figure.map_or(end, |figure| words.within(figure.span).end.max(end))
}

/// "twice as many as", "as large as Belgium".
fn as_as(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    let start = multiplier(words, i);
    // "as early as 2017" says when.
    if words.is_any(i + 1, &["early", "late", "recently", "soon"]) {
        return None;
    }
    let quality =
        words.pos(i + 1) == Pos::Adjective || words.is_any(i + 1, &["many", "much", "often", "far", "fast"]);
    let link = link(words, i + 2, "as")?;
    let bare = link == i + 2;
    // "as many as 20" is a quantity, "as fast as I can" is a way of speaking.
    let holds = quality && (start < i || words.pos(i + 1) == Pos::Adjective && bare);
    let end = holds.then(|| reference(context, link + 1, true)).flatten()?;
    let mut found = Found::new(start, end, "comparative", "as much as");
    found.facts.set(Slot::Reference, text(context, link + 1, end));
    Some(found)
}

/// The "than" or second "as" from token `i` on, with nothing but a noun phrase or adjective before it.
fn link(words: Words<'_>, i: usize, link: &str) -> Option<usize> {
    for k in i..(i + GAP).min(words.len()) {
        if words.is(k, link) {
            return Some(k);
        }
        let passes = words.pos(k).in_noun_phrase()
            || matches!(words.pos(k), Pos::Adverb | Pos::VerbParticiple | Pos::Other)
            // "larger by area than", "costs more per head than"
            || words.is_any(k, &["of", "in", "for", "by", "per"])
            || phrase::is_hyphen(words, k);
        if !passes {
            return None;
        }
    }
    None
}

/// "More people live in the suburb | than in the capital", "spends more on roads | than on schools", "fewer work there | than in 2010": the
/// "than" from token `i` on where a preposition from before it, or a time, stands behind it, so that a verb may stand between.
fn parallel(context: &Context<'_>, i: usize) -> Option<usize> {
    let words = context.words;
    let goes_on = |k: &usize| {
        !matches!(words.pos(*k), Pos::Punct | Pos::Subordinator | Pos::Coordinator)
            || phrase::is_hyphen(words, *k)
    };
    let than = (i..words.len().min(i + 3 * GAP))
        .take_while(|k| words.is(*k, "than") || goes_on(k))
        .find(|&k| words.is(k, "than"))?;
    let again = words.key(than + 1);
    let preposition = words.pos(than + 1) == Pos::Preposition;
    let verbs = (i..than).filter(|&k| words.pos(k).is_finite()).count();
    let paired = (i..than).any(|k| words.pos(k) == Pos::Preposition && words.key(k) == again);
    let timed = || scope::time_end(context, than + 2) > than + 2;
    (preposition && verbs < 2 && (paired || timed())).then_some(than)
}

/// The end of what is compared with, which starts at token `i`. None where it is a figure or nothing that can be looked up.
/// `near`: the comparative stands right before.
fn reference(context: &Context<'_>, i: usize, near: bool) -> Option<usize> {
    let words = context.words;
    if words.is_any(
        i,
        &["i", "we", "you", "just", "merely", "simply", "enough", "once", "that", "this", "me", "to"],
    ) {
        return None;
    }
    if words.is(i, "ever") {
        return Some(i + 1 + usize::from(words.is(i + 1, "before")));
    }
    // "more cars than any other."
    if words.is_phrase(i, "any other") && !words.pos(i + 2).in_noun_phrase() {
        return Some(i + 2);
    }
    let time = scope::time_end(context, i);
    // "less than last year's budget"
    if time > i && words.pos(time) != Pos::Possessive {
        return time_reference(words, i, time);
    }
    if is_figure(context, i, near) {
        return None;
    }
    if matches!(words.pos(i), Pos::VerbParticiple | Pos::VerbPast)
        || words.is_any(i, &["expected", "planned", "usual"])
    {
        return Some(i + 1);
    }
    // "than previously thought", with nothing more behind it
    let ends = || i + 2 >= words.len() || words.pos(i + 2) == Pos::Punct;
    if words.pos(i) == Pos::Adverb
        && (words.pos(i + 1) == Pos::VerbParticiple || words.pos(i + 1) == Pos::VerbPast && ends())
    {
        return Some(i + 2);
    }
    // "lower than any of the other towns"
    let of_all = words.is_any(i, &["any", "all", "most"]) && words.is(i + 1, "of");
    if of_all {
        let end = phrase::with_of(words, i + 2);
        return (end > i + 2 && words.pos(i + 2) != Pos::Pronoun).then(|| scope::end(context, end));
    }
    let preposition =
        words.pos(i) == Pos::Preposition || words.is_any(i, &["in", "at", "on", "during", "before"]);
    let start = i + usize::from(preposition);
    let timed = scope::time_end(context, start);
    let end = timed.max(phrase::with_of(words, start));
    if end == start || end == start + 1 && words.pos(start) == Pos::Adjective {
        return None;
    }
    // "one more than Roe and Poe managed"
    let pair = if words.is(end, "and") { phrase::with_of(words, end + 1) } else { end };
    let end = if !preposition && words.pos(pair - 1) == Pos::ProperNoun && words.pos(pair).is_finite() {
        pair
    } else {
        end
    };
    let verb = words.pos(end).is_finite() && !preposition;
    if verb {
        return Some(scope::end(context, phrase::clause_end(words, end)));
    }
    // "than in Hull, Leeds and York put together"
    let listed = if words.is(end, ",") { phrase::list_end(words, end) } else { end };
    let together = past_together(words, end).max(past_together(words, listed.max(end)));
    let together = if together == listed { end } else { together };
    if together > end { Some(together) } else { Some(scope::end(context, phrase::list_end(words, end))) }
}

/// The end of a time that something is compared with, in the tokens `i..time`: "more than a year" measures; "lower than a year earlier" and
/// "than last year" compare.
fn time_reference(words: Words<'_>, i: usize, time: usize) -> Option<usize> {
    let compares =
        (i..=time).any(|k| words.is_any(k, &["earlier", "before", "ago", "last", "previous", "same"]));
    // "lower than the first quarter of this year"
    let named = words.is(i, "the") && words.has(i + 1, Classes::ORDINAL);
    let length = words.has(time - 1, Classes::TIME_UNIT) && !compares && !named;
    let behind = time + usize::from(words.is_any(time, &["earlier", "before", "ago"]));
    (!length).then_some(behind)
}

/// Whether a figure starts at `i`: "20", "a third", "double", "5%".
fn is_figure(context: &Context<'_>, i: usize, near: bool) -> bool {
    let words = context.words;
    let number = |k: usize| {
        words.kind(k) == Some(TokenKind::Number)
            || matches!(words.mark(k), '$' | '£' | '€')
            || words.has(k, Classes::NUMBER.or(Classes::SCALE).or(Classes::FRACTION))
            || words.is_any(k, &["double", "twice", "triple"])
    };
    let quantity = words.tokens.get(i).is_some_and(|token| {
        context.mentions(MentionKind::Quantity).any(|quantity| quantity.span.contains(token.span))
    });
    let unit = words.is_any(i, &["a", "an"])
        && (words.has(i + 1, Classes::TIME_UNIT.or(Classes::UNIT))
            && near
            // "less than a minute before it closed"
            && (!words.is_any(i + 2, &["earlier", "before", "ago"]) || words.pos(i + 2) == Pos::Subordinator));
    number(i) || words.is_any(i, &["a", "an", "the"]) && number(i + 1) && near || quantity || unit
}

/// "than Hull and Leeds | combined": the token behind two that are taken together, of whom the first ends before token `end`; `end` if they
/// are not.
fn past_together(words: Words<'_>, end: usize) -> usize {
    let pair = if words.is(end, "and") { phrase::with_of(words, end + 1) } else { end };
    match () {
        () if words.is_any(pair, &["combined", "together"]) => pair + 1,
        () if words.is_phrase(pair, "put together") => pair + 2,
        () => end,
    }
}

/// The start with "twice", "three times", "half" or "three" before `i`.
fn multiplier(words: Words<'_>, i: usize) -> usize {
    let Some(before) = i.checked_sub(1) else { return i };
    if words.is_any(before, &["twice", "half", "double"]) {
        return before;
    }
    // "two fewer than in 2019", "1.5 million more than"
    if words.pos(before) == Pos::Number {
        // "$400 more than the old one"
        return (before.saturating_sub(3)..=before)
            .rev()
            .take_while(|&k| words.pos(k) == Pos::Number || matches!(words.mark(k), '$' | '£' | '€'))
            .last()
            .unwrap_or(i);
    }
    if !words.is(before, "times") {
        return i;
    }
    (before.saturating_sub(4)..before)
        .rev()
        .take_while(|&k| words.pos(k) == Pos::Number || phrase::is_hyphen(words, k))
        .last()
        .unwrap_or(i)
}
