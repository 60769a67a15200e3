//! Counts: a number with the noun phrase that it counts: `60,000 security personnel`, `millions of pilgrims`.

use super::{Context, Draft};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::tag::Pos;
use crate::{Facts, Slot};

/// The count that starts with `number`; with nothing counted behind it, the bare number.
pub(super) fn behind(context: Context<'_>, number: &Number) -> Option<Draft> {
    let (words, start) = (context.words, number.tokens.start);
    let mut end = number.tokens.end;
    let mut facts = Facts::new().with(Slot::Value, number.value).with(Slot::Unit, "count");
    // "5 to 7 people", "between 20 and 30 ships".
    let between = start > 0 && words.is(start - 1, "between");
    let link = matches!(words.word(end), "-" | "\u{2013}" | "to")
        || words.is(end, "or")
        || words.is(end, "and") && between;
    let from = start > 0 && words.is(start - 1, "from");
    if let Some(other) =
        context.number_at(end + 1).filter(|other| link && !from && other.value > number.value && !other.vague)
    {
        facts.set(Slot::High, other.value);
        end = other.tokens.end;
    }
    let more = usize::from(words.is_any(end, &["more", "other", "further", "such"]));
    let of = usize::from(words.is(end, "of") && number.vague);
    let phrase = noun_phrase_end(context, end + more + of);
    if phrase > end + more + of {
        facts.set(Slot::Counted, words.span(end + more + of, phrase).of(words.text));
        end = phrase;
    } else if number.vague && of == 0 && words.pos(end).is_verb()
        || words.is_any(end, &["dead", "killed", "injured", "wounded", "missing"])
    {
        // "Hundreds dead", "107 killed": the fate is what is counted.
        if words.is_any(end, &["dead", "killed", "injured", "wounded", "missing", "hurt"]) {
            facts.set(Slot::Counted, words.word(end));
            end += 1;
        }
    } else if !is_bare_figure(context, number) {
        return None;
    }
    let mut draft =
        Draft { start: start - usize::from(between && facts.get(Slot::High).is_some()), end, facts };
    rate(context, &mut draft);
    Some(draft)
}

/// `17 cases per 100,000 people`.
fn rate(context: Context<'_>, draft: &mut Draft) {
    let words = context.words;
    if !words.is(draft.end, "per") {
        return;
    }
    let start = draft.end + 1;
    let base = context.number_at(start).map_or(start, |number| number.tokens.end);
    let end = noun_phrase_end(context, base).max(base);
    if end > start {
        draft.facts.set(Slot::Per, words.span(start, end).of(words.text));
        draft.end = end;
    }
}

/// Whether a number without a noun is a figure all the same: "wounding 238", "more than a thousand", not "one" or "two" alone.
fn is_bare_figure(context: Context<'_>, number: &Number) -> bool {
    let words = context.words;
    let before = number.tokens.start.checked_sub(1);
    let behind_verb = before.is_some_and(|k| {
        words.pos(k).is_verb() || words.pos(k) == Pos::Preposition || words.has(k, Classes::MODIFIER)
    });
    let ends =
        number.tokens.end >= words.len() || matches!(words.kind(number.tokens.end), Some(TokenKind::Punct));
    (number.digits || number.value >= 12.0)
        && (number.value >= 10.0 || behind_verb)
        && (behind_verb || ends || words.pos(number.tokens.end).is_verb())
        || number.digits && number.value >= 100.0
}

/// The end of the noun phrase that starts at token `i`; `i` itself if none does.
///
/// A phrase is determiners, adjectives and nouns and ends with its last noun. It stops before a verb, a preposition, a
/// mark, or a second noun phrase that only happens to follow ("100,000 Greeks worship"): behind a plural noun, only another noun
/// that is no verb goes on with it.
pub(super) fn noun_phrase_end(context: Context<'_>, i: usize) -> usize {
    let words = context.words;
    let mut end = i;
    let mut k = i;
    while k < words.len() && !context.in_time(k) {
        let pos = words.pos(k);
        let hyphen = words.is(k, "-") && words.glued(k) && words.glued(k + 1);
        let participle = pos == Pos::VerbParticiple && end == i && words.pos(k + 1).is_noun()
            || pos == Pos::VerbIng && words.pos(k + 1).is_noun() && end == i;
        if pos.is_noun() {
            end = k + 1;
            let plural = pos == Pos::PluralNoun;
            if plural && !matches!(words.pos(k + 1), Pos::Noun | Pos::PluralNoun | Pos::Possessive) {
                break;
            }
        } else if pos == Pos::Pronoun && k == i {
            return k + 1;
        } else if !(hyphen
            || participle
            || matches!(pos, Pos::Adjective | Pos::Possessive | Pos::Number | Pos::Adverb)
            || pos == Pos::Determiner && k == i)
            || pos == Pos::Adverb && !words.word(k).ends_with("ly")
        {
            break;
        }
        k += 1;
    }
    end
}
