//! Words before and behind a figure that say how exact it is, or that it is a change: `at least`, `or more`, `rose by`.

use super::{Context, Draft};
use crate::Slot;
use crate::lexicon::Classes;

/// Takes the modifiers into the draft and sets their facts; nothing before byte `from` is taken.
pub(super) fn widen(context: Context<'_>, draft: &mut Draft, from: u32) {
    before(context, draft, from);
    behind(context, draft);
    change(context, draft);
}

fn before(context: Context<'_>, draft: &mut Draft, from: u32) {
    let words = context.words;
    for length in (1..=4).rev() {
        let Some(start) = draft.start.checked_sub(length) else { continue };
        if !words.has(start, Classes::MODIFIER)
            || words.tokens[start].span.start < from
            || context.in_time(start)
        {
            continue;
        }
        let fits = |phrase: &str| phrase.split(' ').count() == length && words.is_phrase(start, phrase);
        if let Some((_, name)) = context.lexicon.numbers.modifiers().find(|(phrase, _)| fits(phrase)) {
            // "fell below 5%", "up to the 3": a preposition of place or "just" belongs to the clause where a verb needs it.
            draft.facts.set(Slot::Modifier, name);
            draft.start = start;
            return;
        }
    }
}

fn behind(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let found =
        context.lexicon.numbers.modifiers_behind().find(|(phrase, _)| words.is_phrase(draft.end, phrase));
    if let Some((phrase, name)) = found {
        draft.facts.set(Slot::Modifier, name);
        draft.end += phrase.split(' ').count();
    }
}

/// `rose by 3.2%`, `up 3.2%`, `a rise of 5%`, `a 5% rise`.
fn change(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    let relative = matches!(draft.facts.text(Slot::Unit), Some("percent" | "percentage-point" | "ratio"));
    let mut at = draft.start;
    let by = at > 0 && words.is(at - 1, "by");
    let of = at > 0 && words.is(at - 1, "of");
    at -= usize::from(by || of);
    let before = at.checked_sub(1).and_then(|k| context.lexicon.numbers.change(words.word(k)));
    let behind = context.lexicon.numbers.change(words.word(draft.end)).filter(|_| {
        words.pos(draft.end).is_noun() || words.is_any(draft.end, &["higher", "lower", "up", "down"])
    });
    let direction = before.filter(|_| relative || by || of).or(behind.filter(|_| relative));
    if let Some(direction) = direction {
        draft.facts.set(Slot::Change, direction);
    }
}
