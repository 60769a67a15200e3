//! Percentages, shares, multiples, rates and ranges.

use super::*;

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
        ("Sales fell by a fifth year on year.", &[("a fifth", 0.2, "ratio")]),
        ("Sales fell by a third last year.", &[("a third", 1.0 / 3.0, "ratio")]),
        ("Of these, 67 (45.6%) were ill.", &[("67", 67.0, "count"), ("45.6%", 45.6, "percent")]),
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
fn some_of_which_a_clause_tells() {
    check(&[
        (
            "She wrote 17 plays, four of which are lost.",
            &[("17 plays", 17.0, "count"), ("four of which", 4.0, "count")],
        ),
        (
            "She has 17 sons, four of whom left.",
            &[("17 sons", 17.0, "count"), ("four of whom", 4.0, "count")],
        ),
        ("It is a play, one of which she wrote.", &[]),
    ]);
}
