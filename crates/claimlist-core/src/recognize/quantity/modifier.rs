//! Words before and behind a figure that say how exact it is, or that it is a change: `at least`, `or more`, `rose by`.

use super::{Context, Draft};
use crate::Slot;
use crate::lexicon::Classes;
use crate::lexicon::numbers::Phrase;

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
                // "a 4-under 68"
                && !(words.glued(first) && words.is(first - 1, "-"))
        })
    })
}

/// Takes in a modifier behind the draft.
pub(super) fn behind(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let end = draft.end;
    for Phrase { words: phrase, meaning } in context.lexicon.numbers.modifiers_starting(words.word(end)) {
        let fits = phrase.iter().enumerate().all(|(k, word)| words.is(end + k, word));
        let glued = phrase.len() > 1 || phrase.first().is_none_or(|word| word != "+") || words.glued(end);
        if fits && glued && !context.in_time(end) {
            draft.facts.set(Slot::Modifier, meaning.as_str());
            draft.end = end + phrase.len();
            return;
        }
    }
}

/// `rose by 3.2%`, `up 3.2%`, `a rise of 5%`, `a 5% rise`, `increased sharply by 3 points`.
fn change(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if draft.facts.get(Slot::Change).is_some()
        || draft.facts.get(Slot::Age).is_some()
        || draft.facts.get(Slot::Score).is_some()
    {
        return;
    }
    let numbers = &context.lexicon.numbers;
    let counted = draft.unit() == "count";
    let relative = matches!(draft.unit(), "percent" | "percentage-point" | "ratio");
    let linked = draft.start > 0 && words.is_any(draft.start - 1, &["by", "of"]);
    let mut before = draft.start.checked_sub(1 + usize::from(linked));
    if linked && before.is_some_and(|k| words.word(k).ends_with("ly")) {
        before = before.and_then(|k| k.checked_sub(1));
    }
    // "take up £6m": a particle of another verb says nothing of a change.
    let particle =
        before.is_some_and(|k| words.is_any(k, &["up", "down"]) && k > 0 && is_other_verb(context, k - 1));
    let before =
        before.and_then(|k| numbers.change(words.word(k))).filter(|_| !particle && (linked || !counted));
    let behind = || {
        let noun =
            words.pos(draft.end).is_noun() || words.is_any(draft.end, &["higher", "lower", "up", "down"]);
        numbers.change(words.word(draft.end)).filter(|_| relative && noun)
    };
    if let Some(direction) = before.or_else(behind) {
        draft.facts.set(Slot::Change, direction);
    }
}

/// Whether token `i` is a verb that is neither one of change nor a form of "be".
fn is_other_verb(context: Context<'_>, i: usize) -> bool {
    let words = context.words;
    words.pos(i).is_verb()
        && !words.has(i, Classes::AUXILIARY)
        && context.lexicon.numbers.change(words.word(i)).is_none()
}
