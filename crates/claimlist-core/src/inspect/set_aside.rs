//! Why a sentence has no claim.

use serde::Serialize;

use crate::extract::apparatus::Apparatus;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;
use crate::{Document, Sentence};

/// Why a sentence has no claim. The first that fits is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetAside {
    /// `Leeds Post, 2 May 2025` under `Sources`, or `Share this`: what stands around an article.
    Apparatus,
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
            Self::Apparatus => "left out as apparatus (sources, links, categories)",
            Self::Question => "a question",
            Self::Greeting => "a greeting",
            Self::Advice => "advice or a demand",
            Self::Opinion => "an opinion",
            Self::NothingToCheck => "nothing in it to check",
        }
    }

    /// The reason for a sentence in which no claim was found.
    pub(super) fn of(words: Words<'_>, apparatus: Option<&ApparatusCue>) -> Self {
        let first = (0..words.len()).find(|&i| words.kind(i) == Some(TokenKind::Word)).unwrap_or(0);
        if apparatus.is_some() {
            Self::Apparatus
        } else if is_question(words) {
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

/// The words that make a sentence apparatus: `Sources` above it, or `Share this` at the beginning of its own block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApparatusCue {
    /// The words as they stand.
    pub text: String,
    /// Their line in the source, from 1.
    pub line: u32,
    /// Where they stand in a source that has no lines, in words: "page 3". `line` then counts in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// What makes sentences apparatus, as they are read in their order.
#[derive(Default)]
pub(super) struct Cues {
    apparatus: Apparatus,
    /// The block that was read last, with the line in which it begins.
    block: Option<(u32, u32)>,
    /// What opened the list that still goes on.
    list: Option<ApparatusCue>,
}

impl Cues {
    /// What makes the next sentence, which begins in this line, apparatus.
    pub(super) fn of(&mut self, document: &Document, sentence: &Sentence, line: u32) -> Option<ApparatusCue> {
        let begin = match self.block {
            Some((block, begin)) if block == sentence.block => begin,
            _ => line,
        };
        self.block = Some((sentence.block, begin));
        let inside = self.apparatus.holds(document, sentence);
        if !self.apparatus.list {
            self.list = None;
        }
        if !inside || self.list.is_some() {
            return self.list.clone();
        }
        let block = document.blocks.get(sentence.block as usize)?.span;
        let words = block.of(document.text()).split(':').next().unwrap_or_default().trim();
        let place = document.place(block.start).map(str::to_owned);
        let cue = ApparatusCue { text: words.to_owned(), line: begin, place };
        self.list = Some(cue.clone()).filter(|_| self.apparatus.list);
        Some(cue)
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
    use crate::{Block, BlockKind, Checker, Document, Span};

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
            assert_eq!(SetAside::of(checked.lexed.sentence(&document, 0), None), reason, "{text}");
        }
    }

    /// What makes each sentence of a text apparatus, in which each line is a block.
    fn cues(text: &str) -> Vec<Option<(String, u32)>> {
        let mut start = 0;
        let block = |line: &str| {
            let kind = if line.starts_with('#') { BlockKind::Heading } else { BlockKind::Paragraph };
            let span = Span::new(start + usize::from(line.starts_with('#')), start + line.len());
            start += line.len() + 1;
            Block { kind, span }
        };
        let document = Document::new(text.to_owned(), text.split('\n').map(block).collect()).unwrap();
        let checked = Checker::without_rules().check(&document);
        let accounts = crate::inspect::inspect(&document, &checked);
        let is_apparatus = |account: &crate::inspect::SentenceAccount| {
            assert_eq!(account.set_aside == Some(SetAside::Apparatus), account.apparatus.is_some());
        };
        accounts.iter().for_each(is_apparatus);
        accounts.into_iter().map(|account| account.apparatus.map(|cue| (cue.text, cue.line))).collect()
    }

    #[test]
    fn apparatus_is_told_with_the_words_that_make_it_so() {
        let of = |words: &str, line| Some((words.to_owned(), line));
        for (text, wanted) in [
            ("The ferry sank.\nShare this\nAda Roe left.", vec![None, of("Share this", 2), None]),
            ("Tags: ferry, Leeds. Was it late?\nThe ferry sank.", vec![of("Tags", 1), of("Tags", 1), None]),
            (
                "#Sources\nPost, 2 May. Was it?\nCategories: ferry\n#The wreck\nIt sank.\n#See also\nLeeds",
                vec![
                    of("Sources", 1),
                    of("Sources", 1),
                    of("Sources", 1),
                    of("Sources", 1),
                    None,
                    None,
                    of("See also", 6),
                    of("See also", 6),
                ],
            ),
        ] {
            assert_eq!(cues(text), wanted, "{text}");
        }
    }
}
