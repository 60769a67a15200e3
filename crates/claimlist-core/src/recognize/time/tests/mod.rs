//! Times in sentences of our own: span and facts. Most articles of these tables were published on Thursday, 27 February 2025.

mod absolute;
mod counted;
mod named;
mod other;
mod periods;
mod races;
mod relative;
mod spoken;
mod story;

use super::*;
use crate::lex::Lexed;
use crate::{Block, BlockKind, Document, Slot, Span, segment};

/// The day of publication in most tables, a Thursday.
const DAY: &str = "2025-02-27";

/// The times of a text with their facts as `slot value, ..`.
fn times(text: &str, published: &str, order: DateOrder) -> Vec<(String, String)> {
    // Each paragraph is a block.
    let mut at = 0;
    let blocks = text.split("\n\n").map(|paragraph| {
        let span = Span::new(at, at + paragraph.len());
        at += paragraph.len() + 2;
        Block { kind: BlockKind::Paragraph, span }
    });
    let document = Document::new(text.to_owned(), blocks.collect()).unwrap().dated(published.parse().ok());
    let sentences = segment::segment(&document);
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let mentions = crate::recognize::recognize(&document, &sentences, &lexed, order);
    let facts = |mention: &Mention| {
        let facts: Vec<_> =
            mention.facts.iter().map(|(slot, value)| format!("{} {value}", slot.name())).collect();
        facts.join(", ")
    };
    mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Time)
        .map(|mention| (mention.span.of(text).to_owned(), facts(mention)))
        .collect()
}

type Case<'a> = (&'a str, &'a [(&'a str, &'a str)]);

fn check_on(published: &str, cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = times(text, published, DateOrder::Detect);
        if !got.iter().map(|(span, facts)| (span.as_str(), facts.as_str())).eq(wanted.iter().copied()) {
            wrong.push(format!("{text}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn check(cases: &[Case<'_>]) {
    check_on(DAY, cases);
}

#[test]
fn an_unclear_time_has_no_when() {
    for (text, facts) in
        [("It opens on Tuesday.", "weekday tuesday, unclear true"), ("It closed last year.", "unclear true")]
    {
        let got = times(text, "", DateOrder::Detect);
        assert_eq!(got.iter().map(|time| time.1.as_str()).collect::<Vec<_>>(), [facts], "{text}");
    }
}

#[test]
fn facts_of_times_have_their_slots() {
    let got = times("The bridge opened in 2019.", DAY, DateOrder::Detect);
    assert!(got[0].1.starts_with(Slot::When.name()));
}
