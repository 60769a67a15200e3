//! Quantity claims: figures with what they count or measure and the frame that makes them checkable.
//!
//! `2.5% of GDP by 2027`: the mention, and the time right behind it where a preposition ties the two together.

use super::{Context, Draft};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::recognize::{Mention, MentionKind};
use crate::{ClaimKind, Slot, Span};

/// Drafts the quantity claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    for mention in context.mentions(MentionKind::Quantity) {
        if is_loose(context, mention) {
            continue;
        }
        let mut facts = mention.facts.clone();
        let mut span = mention.span;
        if let Some(time) = frame(context, mention) {
            span = span.cover(time.span);
            for slot in [Slot::When, Slot::From, Slot::To] {
                if let Some(value) = time.facts.get(slot) {
                    facts.set(slot, value.clone());
                }
            }
        }
        drafts.push(Draft { kind: ClaimKind::Quantity, span, facts, speaker: None, pattern: "figure" });
    }
}

/// "a couple of points" says no more than "some points".
fn is_loose(context: &Context<'_>, quantity: &Mention) -> bool {
    let words = context.words;
    let start = words.at(quantity.span.start);
    let couple = (start..start + 3).find(|&k| words.is(k, "couple"));
    couple.is_some_and(|k| !words.has(k + 2, Classes::SCALE))
}

/// The time that dates a share or amount: "by 2027", "in 2009", "today" right behind it. A count that acts ("17 people were
/// killed in May") has its time elsewhere.
fn frame<'a>(context: &Context<'a>, quantity: &Mention) -> Option<&'a Mention> {
    let words = context.words;
    let end = words.at(quantity.span.end);
    let preposition = words.is_any(end, &["by", "in", "since", "until", "at"]);
    let start = end + usize::from(preposition);
    let at = words.tokens.get(start)?.span.start;
    let counted = quantity.facts.text(Slot::Unit) == Some("count");
    let age = quantity.facts.flag(Slot::Age);
    let time = context.mentions(MentionKind::Time).find(|time| {
        time.span.start == at || preposition && time.span.start == words.tokens[end].span.start
    })?;
    let dated = time.facts.get(Slot::When).is_some() || time.facts.get(Slot::From).is_some();
    let gap = Span { start: quantity.span.end, end: time.span.start };
    let touches =
        gap.start <= gap.end && !gap.of(words.text).contains(',') && words.kind(end) == Some(TokenKind::Word)
            || time.span.start <= words.tokens[end].span.start;
    (touches && dated && !age && !counted && preposition).then_some(time)
}
