//! Money: the currency before and behind the figure, and as people say it.

use super::*;

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

/// Exactly, as a rule may compare the figure.
#[test]
fn money_of_two_units_is_what_is_written() {
    for (text, value) in [
        ("It costs 1 dollar 14 cents.", 1.14),
        ("It costs 7 dollars and 81 cents.", 7.81),
        ("It costs 4 euros 56 cents.", 4.56),
        ("The wall is 1 metre 57 cm high.", 1.57),
        ("It weighs 2 kg 47 g.", 2.047),
    ] {
        let got = quantities(text);
        assert!(got.len() == 1 && got[0].1 == value, "{text}: {got:?}");
    }
}

#[test]
fn money_with_a_capital_before_it() {
    check(&[
        ("He paid R500 000 for it.", &[("R500 000", 5e5, "ZAR")]),
        ("Diesel costs R17.72 now.", &[("R17.72", 17.72, "ZAR")]),
        ("It got Sh346.7 billion.", &[("Sh346.7 billion", 3.467e11, "KES")]),
        ("A ride costs Sh500 there.", &[("Sh500", 500.0, "KES")]),
        ("It rose from N617 to N855 per litre.", &[("N617", 617.0, "NGN"), ("N855 per litre", 855.0, "NGN")]),
        ("They drove along the R44 road.", &[]),
        ("A van crashed on SH1 then.", &[]),
        ("It fell below the 22,200 mark.", &[("22,200 mark", 22200.0, "count")]),
        ("It owed 22,200 marks then.", &[("22,200 marks", 22200.0, "DEM")]),
    ]);
}
