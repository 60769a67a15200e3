//! Words before and behind a figure that say how exact it is, or that it is a change: `at least`, `or more`, `rose by`.

use super::{Context, Draft};
use crate::Slot;
use crate::lexicon::Classes;
use crate::lexicon::numbers::Phrase;
use crate::tag::Pos;

/// Takes the modifiers into the draft and sets their facts; nothing before token `from` is taken.
pub(super) fn widen(context: Context<'_>, draft: &mut Draft, from: usize) {
    before(context, draft, from);
    if draft.facts.get(Slot::Modifier).is_none() {
        behind(context, draft);
    }
    change(context, draft);
}

fn before(context: Context<'_>, draft: &mut Draft, from: usize) {
    if let Some(phrase) = ending_at(context, draft.start, from) {
        draft.facts.set(Slot::Modifier, phrase.meaning.as_str());
        draft.start -= phrase.words.len();
    }
}

/// The modifier that ends before token `start` and does not begin before token `from`.
pub(super) fn ending_at(context: Context<'_>, start: usize, from: usize) -> Option<&Phrase> {
    let words = context.words;
    let last = start.checked_sub(1)?;
    context.lexicon.numbers.modifiers_ending(words.word(last)).iter().find(|phrase| {
        let first = start.checked_sub(phrase.words.len()).filter(|first| *first >= from);
        first.is_some_and(|first| {
            phrase.words.iter().enumerate().all(|(k, word)| words.is(first + k, word))
                && !context.in_time(first)
                // "ticked up to 3.9 per cent"
                && !(words.is(first, "up") && words.is(last, "to") && moves_up(context, first))
                // "a 4-under 68"
                && !(words.glued(first) && words.is(first - 1, "-"))
        })
    })
}

/// Whether the "up" at token `i` belongs to a verb before it: "crept up to 4%", but "is up to 4%".
fn moves_up(context: Context<'_>, i: usize) -> bool {
    let words = context.words;
    let verb = i.wrapping_sub(1);
    // "brings the price of a home up to £232,000"
    let brings = |k: &usize| words.pos(*k).is_verb() && context.lexicon.figures.bringing.has(words.word(*k));
    let clause = |k: &usize| !matches!(words.pos(*k), Pos::Punct | Pos::Subordinator | Pos::Coordinator);
    let brought = || (i.saturating_sub(8)..verb).rev().take_while(clause).any(|k| brings(&k));
    if i > 1 && words.pos(verb).is_noun() && brought() {
        return true;
    }
    words.pos(verb).is_verb()
        && !words.has(verb, Classes::AUXILIARY)
        && (context.lexicon.figures.moving.has(words.word(verb))
            || context.lexicon.numbers.change(words.word(verb)).is_some())
}

/// Takes in a modifier behind the draft.
pub(super) fn behind(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let end = draft.end;
    for Phrase { words: phrase, meaning } in context.lexicon.numbers.modifiers_starting(words.word(end)) {
        let fits = phrase.iter().enumerate().all(|(k, word)| words.is(end + k, word));
        let glued = phrase.len() > 1 || phrase.first().is_none_or(|word| word != "+") || words.glued(end);
        // "12GB of memory and up to 1TB of storage", "30 miles and more than a day"
        let last = end + phrase.len() - 1;
        let next = words.is_phrase(last, "up to") || words.is_phrase(last, "more than");
        if fits && glued && !next && !context.in_time(end) {
            draft.facts.set(Slot::Modifier, meaning.as_str());
            draft.end = end + phrase.len();
            return;
        }
    }
}

/// `rose by 3.2%`, `up 3.2%`, `a rise of 5%`, `a 5% rise`, `increased sharply by 3 points`, `cut the levy by 5%`, `fell 12 points`.
fn change(context: Context<'_>, draft: &mut Draft) {
    if [Slot::Change, Slot::Age, Slot::Score].iter().any(|slot| draft.facts.get(*slot).is_some()) {
        return;
    }
    let direction = change_before(context, draft)
        .or_else(|| change_of_object(context, draft))
        .or_else(|| change_behind(context, draft));
    if let Some(direction) = direction {
        draft.facts.set(Slot::Change, direction);
    }
}

/// Whether what is counted moves up and down: "points", "seats".
fn counts_levels(context: Context<'_>, draft: &Draft) -> bool {
    draft.facts.text(Slot::Counted).is_some_and(|counted| context.lexicon.figures.movable.has(counted))
}

/// `rose by 3.2%`, `up 3.2%`, `a rise of 5%`, `closed down 3p`.
fn change_before<'a>(context: Context<'a>, draft: &Draft) -> Option<&'a str> {
    let words = context.words;
    let linked = draft.start > 0 && words.is_any(draft.start - 1, &["by", "of"]);
    let mut before = draft.start.checked_sub(1 + usize::from(linked))?;
    if linked && words.word(before).ends_with("ly") {
        before = before.checked_sub(1)?;
    }
    // "take up £6m": a particle of another verb says nothing of a change.
    let particle = words.is_any(before, &["up", "down"]) && before > 0 && is_other_verb(context, before - 1);
    if particle || !linked && draft.unit() == "count" && !counts_levels(context, draft) {
        return None;
    }
    // "fell below 6%", "rose as high as $90" say to where.
    let level =
        words.is_any(draft.start, &["below", "above"]) || words.is_any(draft.start + 1, &["high", "low"]);
    if !linked && level {
        return None;
    }
    // "raised £5m for the hospice"
    if !linked && is_money(draft.unit()) && words.is_any(before, &["raise", "raised", "raising"]) {
        return None;
    }
    context.lexicon.numbers.change(words.word(before))
}

/// How many tokens an object may have before "by": "cut its forecast for the year by 5%".
const LONGEST_OBJECT: usize = 8;

/// `cut the levy by 5%`, `raised rates for a third time by 25 basis points`: the verb stands before its object.
fn change_of_object<'a>(context: Context<'a>, draft: &Draft) -> Option<&'a str> {
    let words = context.words;
    let by = draft.start.checked_sub(1).filter(|by| words.is(*by, "by"))?;
    if draft.unit() == "count" && !counts_levels(context, draft) {
        return None;
    }
    for k in (by.saturating_sub(LONGEST_OBJECT)..by).rev() {
        let pos = words.pos(k);
        if pos.is_verb() && context.lexicon.figures.movers.has(words.word(k)) {
            // "was cut from the squad by 5 points": what has no object behind it is not changed.
            let object =
                matches!(words.pos(k + 1), Pos::Determiner | Pos::Possessive | Pos::Adjective | Pos::Pronoun)
                    || words.pos(k + 1).is_noun();
            return context.lexicon.numbers.change(words.word(k)).filter(|_| object);
        }
        if pos == Pos::Punct || pos == Pos::Subordinator || pos.is_finite() {
            return None;
        }
    }
    None
}

/// `a 5% rise`, `3% up`, `closed 12 points higher`.
fn change_behind<'a>(context: Context<'a>, draft: &Draft) -> Option<&'a str> {
    let words = context.words;
    let Some(direction) = context.lexicon.numbers.change(words.word(draft.end)) else {
        return change_noun(context, draft);
    };
    let particle = words.is_any(draft.end, &["higher", "lower", "up", "down"]);
    let relative = matches!(draft.unit(), "percent" | "percentage-point" | "ratio");
    let moves = relative
        || words.is_any(draft.end, &["higher", "lower"])
            && (counts_levels(context, draft) || is_money(draft.unit()));
    (moves && (particle || words.pos(draft.end).is_noun())).then_some(direction)
}

/// `a 10% tax hike`, `a 4% quarterly rise`, `a £3 price increase`: the noun for the change behind what changes, at the end of its
/// phrase.
fn change_noun<'a>(context: Context<'a>, draft: &Draft) -> Option<&'a str> {
    /// "a 5% state pension age rise"
    const MOST: usize = 3;
    let words = context.words;
    let moves = matches!(draft.unit(), "percent" | "percentage-point") || is_money(draft.unit());
    let inside = |k: usize| {
        matches!(words.pos(k), Pos::Noun | Pos::PluralNoun | Pos::Adjective) && !context.in_time(k)
    };
    let last = (draft.end..draft.end + MOST).take_while(|&k| inside(k)).count() + draft.end;
    // The change itself may look like a verb: "a 10% council tax cut".
    let noun = last.checked_sub(1).filter(|&k| moves && k > draft.end)?;
    context.lexicon.numbers.change(words.word(noun)).filter(|_| words.pos(noun).is_noun() && !inside(last))
}

/// Whether a unit is an ISO 4217 code.
pub(super) fn is_money(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether token `i` is a verb that is neither one of change or of movement ("go up 5%", "closed down 3p") nor a form of "be".
fn is_other_verb(context: Context<'_>, i: usize) -> bool {
    let words = context.words;
    words.pos(i).is_verb()
        && !words.has(i, Classes::AUXILIARY)
        && context.lexicon.numbers.change(words.word(i)).is_none()
        && !context.lexicon.figures.moving.has(words.word(i))
}
