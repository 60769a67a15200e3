//! Quantities in sentences of our own: span, value, unit.

use super::*;
use crate::lex::Lexed;
use crate::{Document, Sentence};

fn quantities(text: &str) -> Vec<(String, f64, String)> {
    let document = Document::plain(text).unwrap();
    let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let words = lexed.sentence(&document, 0);
    let numbers = super::super::number::recognize(words, Lexicon::english());
    let mut mentions = Vec::new();
    recognize(words, 0, Lexicon::english(), &numbers, 0, &mut mentions);
    let facts = |mention: &Mention| {
        let facts = &mention.facts;
        (
            mention.span.of(text).to_owned(),
            facts.number(Slot::Value).unwrap(),
            facts.text(Slot::Unit).unwrap().to_owned(),
        )
    };
    mentions.iter().map(facts).collect()
}

/// A text, and the words, value and unit of each figure in it.
type Case<'a> = (&'a str, &'a [(&'a str, f64, &'a str)]);

fn check(cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = quantities(text);
        let same = got.len() == wanted.len()
            && got
                .iter()
                .zip(*wanted)
                .all(|(g, w)| g.0 == w.0 && (g.1 - w.1).abs() < 1e-4 * w.1.abs().max(1.0) && g.2 == w.2);
        if !same {
            wrong.push(format!("{text}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn money_in_all_positions() {
    check(&[
        ("It cost £4.2m.", &[("£4.2m", 4.2e6, "GBP")]),
        ("They paid 1.3bn euros for it.", &[("1.3bn euros", 1.3e9, "EUR")]),
        ("A fund of US$2 trillion failed.", &[("US$2 trillion", 2e12, "USD")]),
        ("It owes $ 75 million to us.", &[("$ 75 million", 7.5e7, "USD")]),
        ("A ticket is fifty pence.", &[("fifty pence", 0.5, "GBP")]),
        ("It cost $26 to $31 million.", &[("$26 to $31 million", 2.6e7, "USD")]),
    ]);
}

#[test]
fn percentages_and_points() {
    check(&[
        ("It takes 2.5% of GDP.", &[("2.5% of GDP", 2.5, "percent")]),
        ("Rates rose by 1.5 percentage points.", &[("1.5 percentage points", 1.5, "percentage-point")]),
        ("Yields fell 12 basis points.", &[("12 basis points", 0.12, "percentage-point")]),
        ("It takes between 5 and 7 per cent.", &[("between 5 and 7 per cent", 5.0, "percent")]),
    ]);
}

#[test]
fn counts_with_what_they_count() {
    check(&[
        ("It killed at least 17 people in May.", &[("at least 17 people", 17.0, "count")]),
        ("Over 60,000 security personnel arrived.", &[("Over 60,000 security personnel", 6e4, "count")]),
        ("Millions of pilgrims arrive each spring.", &[("Millions of pilgrims", 1e6, "count")]),
        ("About 300 miners worship there.", &[("About 300 miners", 300.0, "count")]),
        ("It hurt 238.", &[("238", 238.0, "count")]),
    ]);
}

#[test]
fn ages_and_measures() {
    check(&[
        ("A 39-year-old driver fled.", &[("39-year-old", 39.0, "year")]),
        ("Jane Doe, 42, sang.", &[("42", 42.0, "year")]),
        ("She left aged 14.", &[("aged 14", 14.0, "year")]),
        ("A road of 5 km ends there.", &[("5 km", 5.0, "km")]),
        ("It was 30 degrees Celsius.", &[("30 degrees Celsius", 30.0, "Cel")]),
        ("It drove at 80 miles per hour.", &[("80 miles per hour", 80.0, "[mi_i]/h")]),
    ]);
}

#[test]
fn shares_and_ratios() {
    check(&[
        ("A third of voters stayed away.", &[("A third of voters", 1.0 / 3.0, "ratio")]),
        ("Two thirds of the patients slept.", &[("Two thirds of the patients", 2.0 / 3.0, "ratio")]),
        ("One in 10 stayed.", &[("One in 10", 0.1, "ratio")]),
        ("Prices doubled.", &[("doubled", 2.0, "ratio")]),
    ]);
}

#[test]
fn what_is_no_quantity() {
    for text in [
        "He took the Boeing 737 to Rome.",
        "She lives in Room 101.",
        "It is chapter 4.",
        "IE9 was slow.",
        "The year 1984 came.",
    ] {
        assert!(quantities(text).is_empty(), "{text}: {:?}", quantities(text));
    }
}
