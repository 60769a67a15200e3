//! Quantities in sentences of our own: span, value, unit; and single facts.

mod counts;
mod currencies;
mod frame;
mod games;
mod money;
mod neighbours;
mod parts;
mod units;

use super::*;
use crate::lex::Lexed;
use crate::{Document, Sentence};

fn mentions(text: &str) -> Vec<Mention> {
    let document = Document::plain(text).unwrap();
    let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let words = lexed.sentence(&document, 0);
    let mut numbers = Vec::new();
    super::super::number::recognize(words, Lexicon::english(), &mut numbers);
    let mut mentions = Vec::new();
    recognize(words, 0, Lexicon::english(), &numbers, &mut mentions);
    mentions
}

fn quantities(text: &str) -> Vec<(String, f64, String)> {
    let facts = |mention: &Mention| {
        let facts = &mention.facts;
        (
            mention.span.of(text).to_owned(),
            facts.number(Slot::Value).unwrap(),
            facts.text(Slot::Unit).unwrap().to_owned(),
        )
    };
    mentions(text).iter().map(facts).collect()
}

/// A text, and the words, value and unit of each figure in it.
type Case<'a> = (&'a str, &'a [(&'a str, f64, &'a str)]);

/// Checks span, value and unit of every quantity of a sentence.
fn check(cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = quantities(text);
        let same = got.len() == wanted.len()
            && got
                .iter()
                .zip(*wanted)
                .all(|(g, w)| g.0 == w.0 && (g.1 - w.1).abs() < 1e-6 * w.1.abs().max(1.0) && g.2 == w.2);
        if !same {
            wrong.push(format!("{text}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Checks one fact of the only quantity of a sentence, as text; "" for none.
fn check_fact(slot: Slot, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = mentions(text);
        let fact = got
            .first()
            .and_then(|mention| mention.facts.get(slot))
            .map(ToString::to_string)
            .unwrap_or_default();
        if fact != *wanted || got.len() != 1 {
            wrong.push(format!("{text}: {fact:?} of {:?}", quantities(text)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Checks that no quantity has the unit.
fn check_unit(unit: &str, texts: &[&str]) {
    for text in texts {
        assert!(quantities(text).iter().all(|found| found.2 != unit), "{text}");
    }
}

/// Checks whether a sentence has the result of a match.
fn check_score(cases: &[(&str, bool)]) {
    for (text, wanted) in cases {
        let score = mentions(text).iter().any(|mention| mention.facts.get(Slot::Score).is_some());
        assert_eq!(score, *wanted, "{text}");
    }
}

/// Checks that no quantity is found.
fn check_none(texts: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .filter(|text| !quantities(text).is_empty())
        .map(|text| (text, quantities(text)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Paragraphs of news full of figures; below each, the figures as words, value to four decimals and unit.
#[test]
fn paragraphs() {
    let mut wrong = Vec::new();
    for block in include_str!("paragraphs.txt").split("\n\n") {
        let mut lines = block.lines();
        let Some(text) = lines.next() else { continue };
        let wanted: Vec<&str> = lines.map(str::trim).collect();
        let document = Document::plain(text).unwrap();
        let found = crate::Checker::without_rules().check(&document).mentions;
        let got: Vec<String> = found
            .iter()
            .filter(|mention| mention.kind == MentionKind::Quantity)
            .map(|mention| {
                let value = (mention.facts.number(Slot::Value).unwrap() * 1e4).round() / 1e4;
                format!("{} | {value} | {}", mention.span.of(text), mention.facts.text(Slot::Unit).unwrap())
            })
            .collect();
        if got != wanted {
            wrong.push(format!("{text}: {got:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
