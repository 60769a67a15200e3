//! Counts, ages and bare figures, and numbers that are none of these.

use super::*;

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
        ("Jane Doe, 42 - a nurse - sang.", &[("42", 42.0, "year")]),
        ("Jane Doe (42) sang.", &[("42", 42.0, "year")]),
        ("His wife, 39, sang.", &[("39", 39.0, "year")]),
        ("He left school at 14 to work.", &[("14", 14.0, "year")]),
        ("Patients 50 and older pay half.", &[("50 and older", 50.0, "year")]),
        ("Those 16 and under pay half.", &[("16 and under", 16.0, "year")]),
        ("Computers 10 and older are slow.", &[]),
        ("They married at 19.", &[("19", 19.0, "year")]),
        ("He died at 82.", &[("82", 82.0, "year")]),
        ("The average age of a gamer is 29.", &[("29", 29.0, "year")]),
        ("She left aged 14.", &[("aged 14", 14.0, "year")]),
        ("At the age of six she left.", &[("age of six", 6.0, "year")]),
        ("People aged between 18 and 24 stayed.", &[("aged between 18 and 24", 18.0, "year")]),
        ("Most 18 to 24-year-olds stayed.", &[("18 to 24-year-olds", 18.0, "year")]),
        ("The house is ten years old.", &[("ten years old", 10.0, "year")]),
    ]);
    check_none(&["The 1980s ended.", "He was in his 20s."]);
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
        "He drove a Leopard 2 tank.",
        "She is a Band 6 nurse.",
        "Pupils in Year 9 walked.",
        "Leaders of the Group of 20 met.",
        "He has type 2 diabetes.",
        "She took the number 42 bus.",
        "He left a Big Four firm.",
        "It has a two-tier system.",
        "The iPhone 15 sold well.",
        "He came 21st.",
        "See https://example.org/?p=30%25 there.",
        "It uses 5G now.",
        "Formula One is loud.",
    ]);
}

#[test]
fn counts_with_names_and_elsewhere() {
    check(&[
        ("They lost four Falcon TX-3 drones.", &[("four Falcon TX-3 drones", 4.0, "count")]),
        ("It is 12% of the tablet-only group.", &[("12% of the tablet-only group", 12.0, "percent")]),
        ("They won four innings of Game 5.", &[("four innings of Game 5", 4.0, "count")]),
        ("It hit 14 train operating companies.", &[("14 train operating companies", 14.0, "count")]),
        (
            "Roe owns 45% of the firm's 24.7 million shares.",
            &[("45% of the firm's 24.7 million shares", 45.0, "percent")],
        ),
        (
            "Some 300 out of around 900 refugees left.",
            &[("Some 300 out of around 900 refugees", 300.0, "count")],
        ),
        (
            "Seven people died on the roads, five in Kent, three in the North East, two each in Devon and Wales.",
            &[
                ("Seven people", 7.0, "count"),
                ("five", 5.0, "count"),
                ("three", 3.0, "count"),
                ("two", 2.0, "count"),
            ],
        ),
        ("Seven people met, 12 in May.", &[("Seven people", 7.0, "count")]),
        (
            "40 people died in Lima and another 12 in Cusco.",
            &[("40 people", 40.0, "count"), ("12", 12.0, "count")],
        ),
        ("Police said 86 died there.", &[("86", 86.0, "count")]),
        ("It grew by less than one-percent.", &[("less than one-percent", 1.0, "percent")]),
        ("This takes rents up to £900.", &[("£900", 900.0, "GBP")]),
        ("Rents are up to £900.", &[("up to £900", 900.0, "GBP")]),
        ("It comes in 5-pound bags.", &[("5-pound", 5.0, "[lb_av]")]),
        ("He paid with a 20-pound note.", &[("20-pound", 20.0, "GBP")]),
    ]);
    check_none(&["The Zenfone 3 comes with a case."]);
}

#[test]
fn what_there_is_and_what_an_oven_has() {
    check(&[
        ("It cost £900 more a year.", &[("£900 more a year", 900.0, "GBP")]),
        ("It cost £900 more a mile on.", &[("£900 more a mile", 900.0, "GBP")]),
        ("Every child under nine was fed.", &[("under nine", 9.0, "year")]),
        ("They have nine away wins.", &[("nine away wins", 9.0, "count")]),
        (
            "They saw 40 per cent of over-65 patients.",
            &[("40 per cent of over-65 patients", 40.0, "percent")],
        ),
        (
            "They saw 40 per cent of post-16 students.",
            &[("40 per cent of post-16 students", 40.0, "percent")],
        ),
        ("She posted its 250 millionth book.", &[]),
        ("He had more Top 10 hits in May.", &[]),
        ("He saw the 10 hits in May.", &[("10 hits", 10.0, "count")]),
        ("In fact there are 51.", &[("51", 51.0, "count")]),
        ("It cost €9. Heat the oven to 200C/gas 6.", &[("€9", 9.0, "EUR"), ("200C/gas", 200.0, "Cel")]),
    ]);
}
