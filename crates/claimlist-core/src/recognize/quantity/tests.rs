//! Quantities in sentences of our own: span, value, unit; and single facts.

mod currencies;
mod neighbours;
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

/// Checks that no quantity is found.
fn check_none(texts: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .filter(|text| !quantities(text).is_empty())
        .map(|text| (text, quantities(text)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn money_with_the_currency_first() {
    check(&[
        ("It cost £4.2m.", &[("£4.2m", 4.2e6, "GBP")]),
        ("A fund of US$2 trillion failed.", &[("US$2 trillion", 2e12, "USD")]),
        ("It owes $ 75 million to us.", &[("$ 75 million", 7.5e7, "USD")]),
        ("They got Rs 5 crore.", &[("Rs 5 crore", 5e7, "INR")]),
        ("They got Rs. 500 back.", &[("Rs. 500", 500.0, "INR")]),
        ("It made EUR 30m.", &[("EUR 30m", 3e7, "EUR")]),
        ("The plant cost MEUR 60.", &[("MEUR 60", 6e7, "EUR")]),
        ("A$3.5bn was lost.", &[("A$3.5bn", 3.5e9, "AUD")]),
        ("The account was -£50 then.", &[("-£50", -50.0, "GBP")]),
        ("It is worth $3t now.", &[("$3t", 3e12, "USD")]),
    ]);
}

#[test]
fn money_with_the_currency_behind() {
    check(&[
        ("They paid 1.3bn euros for it.", &[("1.3bn euros", 1.3e9, "EUR")]),
        ("A ticket is fifty pence.", &[("fifty pence", 0.5, "GBP")]),
        ("A stamp was 10 cents.", &[("10 cents", 0.1, "USD")]),
        ("It sells for 50p in shops.", &[("50p", 0.5, "GBP")]),
        ("They spent 40 Canadian dollars.", &[("40 Canadian dollars", 40.0, "CAD")]),
        ("It needs half a million US dollars.", &[("half a million US dollars", 5e5, "USD")]),
        ("A 2-euro coin lay there.", &[("2-euro", 2.0, "EUR")]),
        ("It costs 3 dollars 50 cents.", &[("3 dollars 50 cents", 3.5, "USD")]),
        ("Sales of 12 MSEK were booked.", &[("12 MSEK", 1.2e7, "SEK")]),
        ("He faces three real problems.", &[("three real problems", 3.0, "count")]),
    ]);
}

#[test]
fn money_as_people_say_it() {
    check(&[
        ("A pint was two pounds fifty.", &[("two pounds fifty", 2.5, "GBP")]),
        ("The fare is three euros twenty a ticket.", &[("three euros twenty a ticket", 3.2, "EUR")]),
        (
            "He gave five dollars fifty times.",
            &[("five dollars", 5.0, "USD"), ("fifty times", 50.0, "count")],
        ),
        ("It was one pound ten, not more.", &[("one pound ten", 1.1, "GBP")]),
        ("The state spent rupees 500 crore on it.", &[("rupees 500 crore", 5e9, "INR")]),
        ("It lost euro 22.5 million.", &[("euro 22.5 million", 2.25e7, "EUR")]),
        (
            "A pass is 10 € 30 cents and 12 € by post.",
            &[("10 € 30 cents", 10.3, "EUR"), ("12 €", 12.0, "EUR")],
        ),
        ("He gave the 3 $10 notes away.", &[("$10", 10.0, "USD")]),
        ("They paid in dollars 20 people.", &[("20 people", 20.0, "count")]),
    ]);
}

#[test]
fn feet_and_inches_as_marks() {
    check(&[
        ("He is 6'2\" tall.", &[("6'2\"", 6.0 + 2.0 / 12.0, "[ft_i]")]),
        ("He is 6′ 2″ tall.", &[("6′ 2″", 6.0 + 2.0 / 12.0, "[ft_i]")]),
        (
            "The crack was 10\" wide and a 27\" box fell.",
            &[("10\"", 10.0, "[in_i]"), ("27\"", 27.0, "[in_i]")],
        ),
        ("Limit: 20 (kg), no more.", &[("20 (kg)", 20.0, "kg")]),
        ("She said \"we lost 27\" and left.", &[("27", 27.0, "count")]),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("It cost $26 to $31 million.", &[("$26 to $31 million", 2.6e7, "USD")]),
        ("They want €1.5-2bn.", &[("€1.5-2bn", 1.5e9, "EUR")]),
        ("It takes $5m to $7m.", &[("$5m to $7m", 5e6, "USD")]),
        ("It costs between £5m and £10m.", &[("between £5m and £10m", 5e6, "GBP")]),
        ("It takes between 5 and 7 per cent.", &[("between 5 and 7 per cent", 5.0, "percent")]),
        ("It takes 5\u{2013}7%.", &[("5\u{2013}7%", 5.0, "percent")]),
        ("Take from 12 to 15 per cent.", &[("12 to 15 per cent", 12.0, "percent")]),
        ("Prices rose from $5 to $7.", &[("$5", 5.0, "USD"), ("$7", 7.0, "USD")]),
        ("Walk 3 to 5 km.", &[("3 to 5 km", 3.0, "km")]),
        ("Between 20 and 30 ships sank.", &[("Between 20 and 30 ships", 20.0, "count")]),
        ("Two or three ships sank.", &[("Two or three ships", 2.0, "count")]),
    ]);
    check_fact(
        Slot::High,
        &[
            ("It cost $26 to $31 million.", "31000000"),
            ("It fell from 15 to 12 per cent.", "15"),
            ("Some 200 to 300 cows fled.", "300"),
        ],
    );
}

#[test]
fn percentages_and_points() {
    check(&[
        ("It takes 2.5% of GDP.", &[("2.5% of GDP", 2.5, "percent")]),
        ("Rates rose by 1.5 percentage points.", &[("1.5 percentage points", 1.5, "percentage-point")]),
        ("Yields fell 12 basis points.", &[("12 basis points", 0.12, "percentage-point")]),
        ("Yields fell 12bps.", &[("12bps", 0.12, "percentage-point")]),
        (
            "The rate rose half of a percentage point.",
            &[("half of a percentage point", 0.5, "percentage-point")],
        ),
        ("A 6 . 2 % stake was sold.", &[("6 . 2 %", 6.2, "percent")]),
        ("Output shrank by minus three per cent.", &[("minus three per cent", -3.0, "percent")]),
        ("Ninety per cent of them left.", &[("Ninety per cent of them", 90.0, "percent")]),
    ]);
    check_fact(Slot::Of, &[("It takes 2.5% of GDP.", "GDP"), ("A third of all voters left.", "all voters")]);
}

#[test]
fn counts_with_what_they_count() {
    check(&[
        ("It killed at least 17 people there.", &[("at least 17 people", 17.0, "count")]),
        ("Over 60,000 security personnel arrived.", &[("Over 60,000 security personnel", 6e4, "count")]),
        ("Millions of pilgrims arrive each spring.", &[("Millions of pilgrims", 1e6, "count")]),
        ("About 300 miners worship there.", &[("About 300 miners", 300.0, "count")]),
        ("A dozen ships sank.", &[("A dozen ships", 12.0, "count")]),
        ("A couple of ships sank.", &[("A couple of ships", 2.0, "count")]),
        ("Several hundred people fled.", &[("Several hundred people", 100.0, "count")]),
        ("The 48-member committee met.", &[("48-member", 48.0, "count")]),
        ("They hired 12 more nurses.", &[("12 more nurses", 12.0, "count")]),
        ("Two or more people saw it.", &[("Two or more people", 2.0, "count")]),
        ("The 300+ guests danced.", &[("300+ guests", 300.0, "count")]),
        (
            "There were 154 deaths for every 100,000 people.",
            &[("154 deaths for every 100,000 people", 154.0, "count")],
        ),
        (
            "They put it at between 645,000 and 934,000.",
            &[("between 645,000 and 934,000", 645_000.0, "count")],
        ),
        ("Crude dropped $2.94 to $48.65.", &[("$2.94", 2.94, "USD"), ("$48.65", 48.65, "USD")]),
        ("Its volume is twice that of the lake.", &[("twice that", 2.0, "ratio")]),
        ("He was shot nine times as he ran.", &[("nine times", 9.0, "count")]),
        ("One man was hurt.", &[("One man", 1.0, "count")]),
        ("They will open 12 pop-up clinics.", &[("12 pop-up clinics", 12.0, "count")]),
    ]);
    check_fact(
        Slot::Counted,
        &[
            ("Over 60,000 security personnel arrived.", "security personnel"),
            ("Hundreds dead in Rome.", "dead"),
        ],
    );
}

#[test]
fn bare_figures() {
    check(&[
        ("It hurt 238.", &[("238", 238.0, "count")]),
        ("At least 107 killed in Rome.", &[("At least 107 killed", 107.0, "count")]),
        ("The number rose to 40,000.", &[("40,000", 4e4, "count")]),
        ("More than a thousand came.", &[("More than a thousand", 1000.0, "count")]),
        ("They found a total of 12.", &[("a total of 12", 12.0, "count")]),
        ("Six were freed.", &[("Six", 6.0, "count")]),
        ("The death toll was 52.", &[("52", 52.0, "count")]),
        ("A quake with a magnitude of 6.4 struck the north.", &[("6.4", 6.4, "count")]),
        (
            "It was of magnitude 8.1 and killed nine people.",
            &[("8.1", 8.1, "count"), ("nine people", 9.0, "count")],
        ),
    ]);
    check_none(&["The FTSE 100 index fell.", "He sat at 3.", "It was 4.", "They met in 12 and left."]);
}

#[test]
fn ages() {
    check(&[
        ("A 39-year-old driver fled.", &[("39-year-old", 39.0, "year")]),
        ("A two-and-a-half-year-old cried.", &[("two-and-a-half-year-old", 2.5, "year")]),
        ("A six-month-old girl slept.", &[("six-month-old", 6.0, "mo")]),
        ("Jane Doe, 42, sang.", &[("42", 42.0, "year")]),
        ("Jane Doe (42) sang.", &[("42", 42.0, "year")]),
        ("His wife, 39, sang.", &[("39", 39.0, "year")]),
        ("She left aged 14.", &[("aged 14", 14.0, "year")]),
        ("At the age of six she left.", &[("age of six", 6.0, "year")]),
        ("People aged between 18 and 24 stayed.", &[("aged between 18 and 24", 18.0, "year")]),
        ("Most 18 to 24-year-olds stayed.", &[("18 to 24-year-olds", 18.0, "year")]),
        ("The house is ten years old.", &[("ten years old", 10.0, "year")]),
    ]);
    check_none(&["The 1980s ended.", "He was in his 20s."]);
}

#[test]
fn measures() {
    check(&[
        ("A road of 5 km ends there.", &[("5 km", 5.0, "km")]),
        ("She is 6ft 2in.", &[("6ft 2in", 6.0 + 2.0 / 12.0, "[ft_i]")]),
        ("He is five feet and three inches tall.", &[("five feet and three inches", 5.25, "[ft_i]")]),
        ("He weighs 12st 7lb.", &[("12st 7lb", 12.5, "[stone_av]")]),
        ("He weighs 150 pounds.", &[("150 pounds", 150.0, "[lb_av]")]),
        ("Police found 20 pounds of copper.", &[("20 pounds of copper", 20.0, "[lb_av]")]),
        ("A farm of 30 square miles was sold.", &[("30 square miles", 30.0, "[smi_us]")]),
        ("It drove at 80 miles per hour.", &[("80 miles per hour", 80.0, "[mi_i]/h")]),
        ("It does 40 miles to the gallon.", &[("40 miles to the gallon", 40.0, "[mi_i]/[gal_us]")]),
        ("It makes 3GW of power.", &[("3GW of power", 3.0, "GW")]),
        ("A disk of 500GB was lost.", &[("500GB", 500.0, "GBy")]),
        ("A lorry of 40t crashed.", &[("40t", 40.0, "t")]),
        ("The mast is 48m tall.", &[("48m", 48.0, "m")]),
        ("A quarter-mile walk", &[("quarter-mile", 0.25, "[mi_i]")]),
        ("A 1/4 mile walk", &[("1/4 mile", 0.25, "[mi_i]")]),
        ("A 10 1/2 mile walk", &[("10 1/2 mile", 10.5, "[mi_i]")]),
        ("A three-ton lorry", &[("three-ton", 3.0, "[ston_av]")]),
    ]);
}

#[test]
fn temperatures() {
    check(&[
        ("It was 30 degrees Celsius.", &[("30 degrees Celsius", 30.0, "Cel")]),
        ("It was -5°C at night.", &[("-5°C", -5.0, "Cel")]),
        ("It was minus 5 degrees.", &[("minus 5 degrees", -5.0, "deg")]),
        ("It hit 100 degrees Fahrenheit.", &[("100 degrees Fahrenheit", 100.0, "[degF]")]),
        ("Warming of 1.5C is bad.", &[("1.5C", 1.5, "Cel")]),
    ]);
}

#[test]
fn rates() {
    check(&[
        ("It fell to 17 cases per 100,000 people.", &[("17 cases per 100,000 people", 17.0, "count")]),
        ("It costs £20 a head.", &[("£20 a head", 20.0, "GBP")]),
        ("They pay 300 euros a month.", &[("300 euros a month", 300.0, "EUR")]),
        ("It costs £8,000 per patient.", &[("£8,000 per patient", 8000.0, "GBP")]),
        ("Fuel is 80p/litre.", &[("80p/litre", 0.8, "GBP")]),
        ("A £10-a-month plan", &[("£10-a-month", 10.0, "GBP")]),
        ("They cost £5 each.", &[("£5 each", 5.0, "GBP")]),
        ("It draws 300 people a day.", &[("300 people a day", 300.0, "count")]),
    ]);
    check_fact(
        Slot::Per,
        &[("It fell to 17 cases per 100,000 people.", "100,000 people"), ("It costs £20 a head.", "head")],
    );
}

#[test]
fn shares() {
    check(&[
        ("A third of voters stayed away.", &[("A third of voters", 1.0 / 3.0, "ratio")]),
        ("Two thirds of the patients slept.", &[("Two thirds of the patients", 2.0 / 3.0, "ratio")]),
        ("One in 10 stayed.", &[("One in 10", 0.1, "ratio")]),
        ("Two in five pupils stayed.", &[("Two in five pupils", 0.4, "ratio")]),
        ("Nine out of ten dentists agreed.", &[("Nine out of ten dentists", 0.9, "ratio")]),
        ("Half of the staff left.", &[("Half of the staff", 0.5, "ratio")]),
        ("It lost half its staff.", &[("half its staff", 0.5, "ratio")]),
        ("More than half were ill.", &[("More than half", 0.5, "ratio")]),
        ("Sales fell by a fifth.", &[("a fifth", 0.2, "ratio")]),
        ("Three-quarters of pupils passed.", &[("Three-quarters of pupils", 0.75, "ratio")]),
        ("3/4 of pupils passed.", &[("3/4 of pupils", 0.75, "ratio")]),
        ("Two of the five judges agreed.", &[("Two of the five judges", 2.0, "count")]),
        ("A ratio of three to one is fine.", &[("three to one", 3.0, "ratio")]),
        (
            "They won only one of their past nine games.",
            &[("only one of their past nine games", 1.0, "count")],
        ),
    ]);
    check_none(&[
        "The third man left.",
        "A second chance came.",
        "In the first half they slept.",
        "The second half of the year was dull.",
        "She won a third term.",
        "It is one of the best.",
    ]);
}

#[test]
fn multiples() {
    check(&[
        ("Prices doubled.", &[("doubled", 2.0, "ratio")]),
        ("Prices more than doubled.", &[("more than doubled", 2.0, "ratio")]),
        ("A tenfold rise came.", &[("tenfold", 10.0, "ratio")]),
        ("A 20-fold rise came.", &[("20-fold", 20.0, "ratio")]),
        ("It has three times as many cows.", &[("three times as many", 3.0, "ratio")]),
        ("It has twice as many cows.", &[("twice as many", 2.0, "ratio")]),
        ("It is four times the size.", &[("four times the size", 4.0, "ratio")]),
        ("They are ten times more likely to die.", &[("ten times more likely", 10.0, "ratio")]),
        ("It is double the price.", &[("double the price", 2.0, "ratio")]),
    ]);
    check_none(&["A double room was free.", "They doubled down."]);
}

#[test]
fn results() {
    check(&[
        ("Leeds beat Hull 3-1 at home.", &[("3-1", 3.0, "count")]),
        ("Leeds beat Hull 3 \u{2013} 1 at home.", &[("3 \u{2013} 1", 3.0, "count")]),
        ("Group B \u{2014} Ghana 1 \u{2013} 2 Costa Rica.", &[("1 \u{2013} 2", 1.0, "count")]),
        ("The Senate voted 52-48 to confirm her.", &[("52-48", 52.0, "count")]),
        ("The bill passed by 310 votes to 284.", &[("310 votes to 284", 310.0, "count")]),
    ]);
    check_fact(Slot::High, &[("The Senate voted 52-48 to confirm her.", "48")]);
    check_fact(Slot::Score, &[("Leeds beat Hull 3-1 at home.", "true")]);
}

#[test]
fn modifiers() {
    check_fact(
        Slot::Modifier,
        &[
            ("At least 17 people died.", "at-least"),
            ("Up to 17 people died.", "at-most"),
            ("More than 17 people died.", "more-than"),
            ("Just under 5% stayed.", "less-than"),
            ("Some 300 miners left.", "about"),
            ("Nearly a third of them left.", "nearly"),
            ("Exactly 12 people left.", "exactly"),
            ("17 people or more died.", "at-least"),
            ("30-odd people died.", "about"),
            ("17 people died.", ""),
        ],
    );
}

#[test]
fn changes() {
    check_fact(
        Slot::Change,
        &[
            ("Prices rose by 3.2%.", "up"),
            ("Sales were up 3.2%.", "up"),
            ("Prices rose sharply by 3.2%.", "up"),
            ("A 5% fall came.", "down"),
            ("A fall of 5% came.", "down"),
            ("Sales fell by a fifth.", "down"),
            ("Prices rose to 5%.", ""),
            ("Prices doubled.", "up"),
            ("It takes 5%.", ""),
        ],
    );
}

#[test]
fn what_is_no_quantity() {
    check_none(&[
        "He took the Boeing 737 to Rome.",
        "She lives in Room 101.",
        "It is chapter 4.",
        "IE9 was slow.",
        "The year 1984 came.",
        "She drove the M25 to the G20.",
        "An F-16 crashed.",
        "Covid-19 spread.",
        "He works at 10 Downing Street.",
        "It is open 24/7.",
        "After 9/11 all changed.",
        "Under Article 5 they must help.",
        "He has Type 2 diabetes.",
        "Call 0800 555 010.",
        "No one came.",
        "They left one by one.",
        "One day it will rain.",
        "Apollo 11 landed.",
        "The iPhone 15 sold well.",
        "He came 21st.",
        "See https://example.org/?p=30%25 there.",
        "It uses 5G now.",
        "Formula One is loud.",
    ]);
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
