//! The words around a figure: modifiers and changes.

use super::*;

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
            ("The fund is for those 65 or older.", "at-least"),
            ("17 people died.", ""),
            ("The rate crept up to 4%.", ""),
            ("The rate is up to 4%.", "at-most"),
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
            ("The index closed 42 points higher.", "up"),
            ("Shares ended down 8p.", "down"),
            ("The party lost 12 seats.", "down"),
            ("Fares will go up by 3%.", "up"),
            ("They took up 3% of it.", ""),
            ("The bank cut its main rate by 25 basis points.", "down"),
            ("Fibre cuts the risk by 8%.", "down"),
            ("They lost the match by 8%.", ""),
            ("A 5% council tax rise came.", "up"),
            ("A 4% quarterly fall came.", "down"),
            ("They raised £5m for the hospice.", ""),
            ("Prices fell below £5.", ""),
            ("The rate has risen above 6%.", ""),
            ("Any fine is reduced by up to a third.", "down"),
        ],
    );
}

#[test]
fn a_unit_behind_the_next_figure() {
    check(&[
        ("The shares are 29 and 25 per cent.", &[("29", 29.0, "percent"), ("25 per cent", 25.0, "percent")]),
        ("It weighed 20, 30 or 40 kg.", &[("20", 20.0, "kg"), ("30 or 40 kg", 30.0, "kg")]),
        ("It employs 2,000 and 15% are women.", &[("2,000", 2000.0, "count"), ("15%", 15.0, "percent")]),
    ]);
}

#[test]
fn what_a_figure_is_set_beside() {
    check(&[
        ("Sales were slow compared with 43.6 then.", &[("43.6", 43.6, "count")]),
        ("Life expectancy is 79.1 there.", &[("79.1", 79.1, "count")]),
        ("The ratio came in at 0.95 then.", &[("0.95", 0.95, "count")]),
        ("Shares fell (-$11.38) then.", &[("-$11.38", -11.38, "USD")]),
        ("Cases rose, from 630 to 719.", &[("630 to 719", 630.0, "count")]),
        ("It told of a further fall of 924 there.", &[("924", 924.0, "count")]),
        ("A crowd of 43,217 saw Hull win.", &[("43,217", 43217.0, "count")]),
        ("Patel, then 17, left.", &[("17", 17.0, "year")]),
        ("It costs 25p per kilowatt hour.", &[("25p per kilowatt hour", 0.25, "GBP")]),
        (
            "It has 12 GB of memory and up to 1 TB of storage.",
            &[("12 GB of memory", 12.0, "GBy"), ("up to 1 TB of storage", 1.0, "TBy")],
        ),
    ]);
    check_none(&["See Roe v. Doe, 410 U.S. 113, for that."]);
}

#[test]
fn one_of_so_many() {
    check(&[
        ("One worker in five is idle.", &[("One worker in five", 0.2, "ratio")]),
        ("She scored one goal in 12 games.", &[("one goal", 1.0, "count"), ("12 games", 12.0, "count")]),
        ("The dock held a man of 70.", &[("70", 70.0, "year")]),
        (
            "The boys are aged three, five and eight.",
            &[("aged three", 3.0, "year"), ("five", 5.0, "year"), ("eight", 8.0, "year")],
        ),
    ]);
}

#[test]
fn parts_of_money_and_wholes_that_own() {
    check(&[
        ("The tax will fall by 2p in the pound.", &[("2p in the pound", 0.02, "GBP")]),
        ("They got 10 cents on the dollar.", &[("10 cents on the dollar", 0.1, "USD")]),
        (
            "It is 58 per cent of Acme's $43 million in sales.",
            &[("58 per cent", 58.0, "percent"), ("$43 million", 4.3e7, "USD")],
        ),
        ("The error is plus or minus 3 points.", &[("plus or minus 3 points", 3.0, "count")]),
        ("It rose after six quarters of losses.", &[("six quarters of losses", 6.0, "count")]),
        ("It is a little more than 1%.", &[("a little more than 1%", 1.0, "percent")]),
        ("Growth of 5% or better is likely.", &[("5% or better", 5.0, "percent")]),
    ]);
    check_none(&["The case is Roe v. Poe, No. 06-484, of old."]);
}

#[test]
fn what_adjectives_count_together() {
    check(&[
        ("There were 9,000 postal and early ballots.", &[("9,000 postal and early ballots", 9e3, "count")]),
        (
            "Thousands of mail-in and early votes are left.",
            &[("Thousands of mail-in and early votes", 1e3, "count")],
        ),
        (
            "It has 600 council and school staff members.",
            &[("600 council and school staff members", 600.0, "count")],
        ),
        (
            "They met 40 nurses and two young doctors.",
            &[("40 nurses", 40.0, "count"), ("two young doctors", 2.0, "count")],
        ),
    ]);
}
