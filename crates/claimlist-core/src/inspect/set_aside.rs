//! Why a sentence has no claim.

use serde::Serialize;

use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// Why a sentence has no claim. The first that fits is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetAside {
    /// `How could this happen?`
    Question,
    /// `Dear readers,`
    Greeting,
    /// `Never open the lid.`, `Parents should read it first.`
    Advice,
    /// `I think it is a wonderful town.`
    Opinion,
    /// `A cloudy day`: nothing that was recognized makes a statement.
    NothingToCheck,
}

impl SetAside {
    /// What the sentence is, in words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Question => "a question",
            Self::Greeting => "a greeting",
            Self::Advice => "advice or a demand",
            Self::Opinion => "an opinion",
            Self::NothingToCheck => "nothing in it to check",
        }
    }

    /// The reason for a sentence in which no claim was found.
    pub(super) fn of(words: Words<'_>) -> Self {
        let first = (0..words.len()).find(|&i| words.kind(i) == Some(TokenKind::Word)).unwrap_or(0);
        if is_question(words) {
            Self::Question
        } else if Lexicon::english().cues.greetings.has(words.word(first)) {
            Self::Greeting
        } else if is_advice(words, first) {
            Self::Advice
        } else if is_opinion(words) {
            Self::Opinion
        } else {
            Self::NothingToCheck
        }
    }
}

/// Whether the last mark, quotation marks aside, is a question mark.
fn is_question(words: Words<'_>) -> bool {
    let last = (0..words.len())
        .rev()
        .find(|&i| !matches!(words.word(i), "\"" | "\u{201d}" | "\u{2019}" | ")" | "'"));
    last.is_some_and(|i| words.word(i).starts_with('?'))
}

/// "should", "must", or a sentence that begins with a bare verb.
fn is_advice(words: Words<'_>, first: usize) -> bool {
    let bare = words.pos(first) == Pos::VerbBase
        || words.is_any(first, &["please", "don't", "let", "let's", "never"])
        || words.has(first, Classes::VERB_BASE)
            && !words.has(first, Classes::NOUN)
            && words.pos(first + 1) == Pos::Determiner;
    bare || (0..words.len()).any(|i| words.is_any(i, &["should", "must", "ought", "shouldn't"]))
}

/// A word of judging, wishing or supposing.
fn is_opinion(words: Words<'_>) -> bool {
    let cues = &Lexicon::english().cues;
    (0..words.len()).any(|i| {
        let word = words.word(i);
        cues.opinion_adjectives.has(word)
            || cues.opinion.has(word)
            || words.pos(i).is_verb() && cues.opinion_verbs.has(word)
            || words.is_any(
                i,
                &["may", "might", "could", "would", "perhaps", "maybe", "unfortunately", "hopefully"],
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Document};

    #[test]
    fn every_sentence_without_a_claim_has_a_reason() {
        for (text, reason) in [
            ("How could this happen?", SetAside::Question),
            ("Dear readers!", SetAside::Greeting),
            ("Parents should read it first.", SetAside::Advice),
            ("I think it is a wonderful town.", SetAside::Opinion),
            ("Clouds over the harbour", SetAside::NothingToCheck),
        ] {
            let document = Document::plain(text).unwrap();
            let checked = Checker::without_rules().check(&document);
            assert_eq!(SetAside::of(checked.lexed.sentence(&document, 0)), reason, "{text}");
        }
    }
}
