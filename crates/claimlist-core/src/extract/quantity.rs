//! Quantity claims: figures with what they count or measure and the frame that makes them checkable.
//!
//! `2.5% of GDP by 2027`: the mention, and the time right behind it where a preposition ties the two together.

use std::ops::Range;

use super::{Context, Draft};
use crate::lex::{TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::{Mention, MentionKind};
use crate::{ClaimKind, Slot};

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

/// The time that dates a share or amount: "by 2027", "between 2019 and 2023", "over the past decade", "last year" right behind
/// it. A count that acts ("17 people were killed in May") has its time elsewhere.
fn frame<'a>(context: &Context<'a>, quantity: &Mention) -> Option<&'a Mention> {
    let words = context.words;
    let end = words.at(quantity.span.end);
    let counted = quantity.facts.text(Slot::Unit) == Some("count");
    if counted || quantity.facts.flag(Slot::Age) || words.kind(end) != Some(TokenKind::Word) {
        return None;
    }
    let preposition = words.is_any(end, &["by", "in", "since", "until", "at", "over", "during"]);
    let here = words.tokens.get(end)?.span.start;
    let behind = words.tokens.get(end + 1).filter(|_| preposition).map(|token| token.span.start);
    let time = context
        .mentions(MentionKind::Time)
        .find(|time| time.span.start == here || Some(time.span.start) == behind)?;
    let dated = time.facts.get(Slot::When).is_some() || time.facts.get(Slot::From).is_some();
    let range = words.within(time.span);
    let past = words.is(range.start, "the") && words.is_any(range.start + 1, &["past", "last"]);
    let framed =
        if preposition { dated || past } else { is_range(words, &range) || is_relative(words, &range) };
    framed.then_some(time)
}

/// "between 2019 and 2023", "from May to July".
fn is_range(words: Words<'_>, time: &Range<usize>) -> bool {
    words.is_any(time.start, &["between", "from"])
}

/// "today", "last year", "this month", "a year earlier", "two years ago": with what a figure is compared. "On Friday" and
/// "yesterday" rather say when somebody paid it.
fn is_relative(words: Words<'_>, time: &Range<usize>) -> bool {
    let last = time.end.saturating_sub(1);
    words.is(time.start, "today") && time.len() == 1
        || words.is_any(time.start, &["last", "this"])
            && words.is_any(last, &["year", "month", "quarter", "decade"])
        || words.is_any(last, &["earlier", "ago"])
}

#[cfg(test)]
mod tests {
    use crate::{Checker, ClaimKind, Document};

    fn quantities(text: &str) -> Vec<String> {
        let document = Document::plain(text).unwrap().dated("2025-02-27".parse().ok());
        let checked = Checker::without_rules().check(&document);
        let claims = checked.claims.iter().filter(|claim| claim.kind == ClaimKind::Quantity);
        claims.map(|claim| claim.text(&document).to_owned()).collect()
    }

    #[test]
    fn a_time_right_behind_a_figure_frames_it() {
        for (text, wanted) in [
            ("The port took 3% of freight by 2019.", &["3% of freight by 2019"][..]),
            ("Rents rose 12% between 2019 and 2023.", &["12% between 2019 and 2023"]),
            ("Rents rose 12% from 2019 to 2023.", &["12% from 2019 to 2023"]),
            ("Rents rose 12% over the past decade.", &["12% over the past decade"]),
            ("The port made \u{a3}4m last year.", &["\u{a3}4m last year"]),
            ("The share is 40% today.", &["40% today"]),
            ("It made \u{a3}4m, up from \u{a3}3m a year earlier.", &["\u{a3}4m", "\u{a3}3m a year earlier"]),
        ] {
            assert_eq!(quantities(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_time_that_says_when_something_happened_is_apart() {
        for (text, wanted) in [
            ("A blast killed 17 people in May.", &["17 people"][..]),
            ("The court fined him \u{a3}500 on Friday.", &["\u{a3}500"]),
            ("Sales fell by 3%, last year\u{2019}s rate.", &["3%"]),
        ] {
            assert_eq!(quantities(text), wanted, "{text}");
        }
    }
}
