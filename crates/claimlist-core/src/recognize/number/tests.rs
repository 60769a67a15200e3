//! Numbers in sentences of our own.

use super::*;
use crate::lex::Lexed;
use crate::{Document, Sentence};

fn numbers(text: &str) -> Vec<(String, f64)> {
    let document = Document::plain(text).unwrap();
    let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let words = lexed.sentence(&document, 0);
    let mut numbers = Vec::new();
    recognize(words, Lexicon::english(), &mut numbers);
    numbers
        .iter()
        .map(|number| (words.span(number.tokens.start, number.tokens.end).of(text).to_owned(), number.value))
        .collect()
}

/// A text, and the words and value of each number in it.
type Case<'a> = (&'a str, &'a [(&'a str, f64)]);

fn check(cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = numbers(text);
        let same = got.len() == wanted.len()
            && got.iter().zip(*wanted).all(|(g, w)| g.0 == w.0 && (g.1 - w.1).abs() <= 1e-9 * w.1);
        if !same {
            wrong.push(format!("{text}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn millions_beside_money() {
    check(&[
        ("It made 64m euros, up from 29m a year before.", &[("64m", 6.4e7), ("29m", 2.9e7)]),
        ("It fell $4bn short, against 900m in May.", &[("4bn", 4e9), ("900m", 9e8)]),
        ("The jump of 8m was up from 7m.", &[("8", 8.0), ("7", 7.0)]),
    ]);
}

#[test]
fn decimals_are_scaled_as_they_are_written() {
    for (text, value) in [
        ("8.2bn", 8.2e9),
        ("1.1 million", 1.1e6),
        ("5.7 trillion", 5.7e12),
        ("4.35 lakh", 435_000.0),
        ("1.0057 thousand", 1005.7),
        ("0.0003 million", 300.0),
    ] {
        assert_eq!(numbers(text), [(text.to_owned(), value)]);
    }
}

#[test]
fn grouping_and_decimals() {
    check(&[
        ("It cost 1,426 crowns.", &[("1,426", 1426.0)]),
        ("1 250 000 people came", &[("1 250 000", 1.25e6)]),
        ("12,00,000 votes", &[("12,00,000", 1.2e6)]),
        ("1.234.567 votes", &[("1.234.567", 1_234_567.0)]),
        ("a price of 1.234,50", &[("1.234,50", 1234.5)]),
        ("a rate of 12,5", &[("12,5", 12.5)]),
        ("a rate of 4 . 8 here", &[("4 . 8", 4.8)]),
        ("the 12 , 500 horses", &[("12 , 500", 12_500.0)]),
        ("Win 3. 4 lost.", &[("3", 3.0), ("4", 4.0)]),
        ("2, 300 and 4", &[("2", 2.0), ("300", 300.0), ("4", 4.0)]),
    ]);
}

#[test]
fn scales_behind_digits() {
    check(&[
        ("2.5 million more", &[("2.5 million", 2.5e6)]),
        ("a 2.5-million fund", &[("2.5-million", 2.5e6)]),
        ("£4.2m, 1.3bn, 3 crore", &[("4.2m", 4.2e6), ("1.3bn", 1.3e9), ("3 crore", 3e7)]),
        ("5 lakh crore", &[("5 lakh crore", 5e12)]),
        ("some 50k people", &[("50k", 5e4)]),
    ]);
}

#[test]
fn m_is_million_or_metres() {
    check(&[
        ("a wave 5m high", &[("5", 5.0)]),
        ("a 30m crane fell", &[("30", 30.0)]),
        ("the 100m final", &[("100", 100.0)]),
        ("a depth of 40m.", &[("40", 40.0)]),
        ("over 5m people", &[("5m", 5e6)]),
        ("build 2m new homes", &[("2m", 2e6)]),
        ("1.8M copies", &[("1.8M", 1.8e6)]),
        ("between £5m and 7m", &[("5m", 5e6), ("7m", 7e6)]),
        ("about 3m euros", &[("3m", 3e6)]),
        ("Viewers rose to 48m.", &[("48m", 4.8e7)]),
        ("under 1.5m of water", &[("1.5", 1.5)]),
        ("some 3m of the voters", &[("3m", 3e6)]),
    ]);
}

#[test]
fn fractions_in_digits() {
    check(&[
        ("3/4 of it", &[("3/4", 0.75)]),
        ("a 10 1/2 mile walk", &[("10 1/2", 10.5)]),
        ("7 3 / 4 bonds", &[("7 3 / 4", 7.75)]),
        ("2-1/2 cups", &[("2-1/2", 2.5)]),
        ("1½ cups and ½ an onion", &[("1½", 1.5), ("½", 0.5)]),
        ("2½ million", &[("2½ million", 2.5e6)]),
        ("open 24/7", &[("24", 24.0), ("7", 7.0)]),
        ("after 9/11", &[("9", 9.0), ("11", 11.0)]),
        ("on 1/2/2019", &[("1", 1.0), ("2", 2.0), ("2019", 2019.0)]),
        ("2 and a half million", &[("2 and a half million", 2.5e6)]),
    ]);
}

#[test]
fn numbers_in_words() {
    check(&[
        ("one hundred and five ships", &[("one hundred and five", 105.0)]),
        ("two hundred thousand and twenty-one", &[("two hundred thousand and twenty-one", 200_021.0)]),
        ("three million two hundred thousand", &[("three million two hundred thousand", 3.2e6)]),
        ("a hundred and twenty thousand", &[("a hundred and twenty thousand", 120_000.0)]),
        ("a dozen, two dozen", &[("a dozen", 12.0), ("two dozen", 24.0)]),
        ("a million votes", &[("a million", 1e6)]),
        ("two and a half million", &[("two and a half million", 2.5e6)]),
        ("a two-and-a-half hour film", &[("two-and-a-half", 2.5)]),
        ("six point five", &[("six point five", 6.5)]),
        ("two, three and four", &[("two", 2.0), ("three", 3.0), ("four", 4.0)]),
        ("one two three", &[("one", 1.0), ("two", 2.0), ("three", 3.0)]),
        ("forty-two and seven", &[("forty-two", 42.0), ("seven", 7.0)]),
    ]);
}

#[test]
fn parts_of_a_scale() {
    check(&[
        ("half a million", &[("half a million", 5e5)]),
        ("half million", &[("half million", 5e5)]),
        ("half a dozen eggs", &[("half a dozen", 6.0)]),
        ("a quarter of a million", &[("a quarter of a million", 2.5e5)]),
        ("three quarters of a billion", &[("three quarters of a billion", 7.5e8)]),
    ]);
}

#[test]
fn orders_of_size() {
    check(&[
        ("tens of thousands marched", &[("tens of thousands", 1e4)]),
        ("hundreds fled", &[("hundreds", 100.0)]),
        ("several hundred people", &[("several hundred", 100.0)]),
        ("a few thousand fans", &[("a few thousand", 1000.0)]),
        ("dozens of cars", &[("dozens", 12.0)]),
        ("a couple of hundred cars", &[("a couple of hundred", 200.0)]),
        ("a couple of cars", &[("a couple", 2.0)]),
        ("The couple of the year won.", &[]),
        ("Test scores rose.", &[]),
    ]);
}
