//! Money of all countries: names, nationalities, signs, letters and codes.

use super::*;

#[test]
fn names_with_a_nationality_or_country() {
    check(&[
        ("It sold for 25 Emirati dirhams.", &[("25 Emirati dirhams", 25.0, "AED")]),
        ("It sold for 25 United Arab Emirates dirhams.", &[("25 United Arab Emirates dirhams", 25.0, "AED")]),
        ("It sold for 40 Trinidad and Tobago dollars.", &[("40 Trinidad and Tobago dollars", 40.0, "TTD")]),
        ("A bus costs 300 argentinean pesos.", &[("300 argentinean pesos", 300.0, "ARS")]),
        ("Rent is 3.5 million Belarusian rubles.", &[("3.5 million Belarusian rubles", 3.5e6, "BYN")]),
        ("A goat costs 900 West African CFA francs.", &[("900 West African CFA francs", 900.0, "XOF")]),
        ("They paid 12 Bosnian convertible marks.", &[("12 Bosnian convertible marks", 12.0, "BAM")]),
        ("A meal was 30 Brazilian reais.", &[("30 Brazilian reais", 30.0, "BRL")]),
        ("The fine is 80 Australian cents.", &[("80 Australian cents", 0.8, "AUD")]),
        ("A stamp is 25 euro cents.", &[("25 euro cents", 0.25, "EUR")]),
    ]);
}

#[test]
fn names_alone_and_their_hundredths() {
    check(&[
        ("The fee is 90 kroner.", &[("90 kroner", 90.0, "NOK")]),
        ("The fee is 90 kronor.", &[("90 kronor", 90.0, "SEK")]),
        ("The fee is 90 kwanzas.", &[("90 kwanzas", 90.0, "AOA")]),
        ("The fee is 400 tugriks.", &[("400 tugriks", 400.0, "MNT")]),
        ("It takes ten zlotys and 50 groszy.", &[("ten zlotys and 50 groszy", 10.5, "PLN")]),
        ("It takes 30 kopecks.", &[("30 kopecks", 0.3, "RUB")]),
        ("The repair took ten grand.", &[("ten grand", 1e4, "XXX")]),
        ("He tuned ten grand pianos.", &[("ten grand pianos", 10.0, "count")]),
        ("He has 25 marks in maths.", &[("25 marks", 25.0, "count")]),
    ]);
}

#[test]
fn signs_and_letters() {
    check(&[
        ("The fee is ₵250.", &[("₵250", 250.0, "GHS")]),
        ("The fee is $A40 or $US1,000.", &[("$A40", 40.0, "AUD"), ("$US1,000", 1000.0, "USD")]),
        ("It cost $NZ5m.", &[("$NZ5m", 5e6, "NZD")]),
        ("It cost $40 at Acme.", &[("$40", 40.0, "USD")]),
        ("The fee is 30 ₲ a day.", &[("30 ₲ a day", 30.0, "PYG")]),
        ("The fee is ¢90.", &[("¢90", 0.9, "USD")]),
        ("The fee is RD$250.", &[("RD$250", 250.0, "DOP")]),
        ("The fee is CN¥8m.", &[("CN¥8m", 8e6, "CNY")]),
        ("The fee is E£70.", &[("E£70", 70.0, "EGP")]),
        ("The fee is U.S. $5.", &[("U.S. $5", 5.0, "USD")]),
        ("The storm cost us $5 million.", &[("$5 million", 5e6, "USD")]),
        ("The fee is 10 US$ a head.", &[("10 US$ a head", 10.0, "USD")]),
        ("The fee is Rs. 1.5 crore.", &[("Rs. 1.5 crore", 1.5e7, "INR")]),
        ("They lost R50m and N2.5 billion.", &[("R50m", 5e7, "ZAR"), ("N2.5 billion", 2.5e9, "NGN")]),
        ("The fee is 30 zł.", &[("30 zł", 30.0, "PLN")]),
    ]);
    check_none(&["It was shown at DH2017.", "Route R250 was shut."]);
}

#[test]
fn shorthand_of_the_wires() {
    check(&[
        ("profit was 20 mln dlrs", &[("20 mln dlrs", 2e7, "USD")]),
        ("a dividend of 15 cts a share", &[("15 cts a share", 0.15, "USD")]),
        ("a bid of $ 1 , 234 . 56 came", &[("$ 1 , 234 . 56", 1234.56, "USD")]),
        ("It lost DM3 million.", &[("DM3 million", 3e6, "DEM")]),
        ("It lost 3,000 D-Marks.", &[("3,000 D-Marks", 3000.0, "DEM")]),
    ]);
}

#[test]
fn codes() {
    check(&[
        ("The fee is BWP 250.", &[("BWP 250", 250.0, "BWP")]),
        ("The fee is 250 XOF.", &[("250 XOF", 250.0, "XOF")]),
        ("the fee is 250 sek.", &[("250 sek", 250.0, "SEK")]),
        ("The fee is 0.5 BTC.", &[("0.5 BTC", 0.5, "XBT")]),
        ("The loan is PHP 20,000.", &[("PHP 20,000", 2e4, "PHP")]),
        ("The loan is $5 million CAD.", &[("$5 million CAD", 5e6, "CAD")]),
        ("The loan is $5 million Canadian.", &[("$5 million Canadian", 5e6, "CAD")]),
        ("She told NPR 30 people came.", &[("30 people", 30.0, "count")]),
        ("They gave $5 billion US aid workers need.", &[("$5 billion", 5e9, "USD")]),
    ]);
    check_none(&["The code is in PHP 8.", "They met at COP 26."]);
}

#[test]
fn sums_of_money_in_words_and_short_scales() {
    check(&[
        ("It cost a million and a half dollars.", &[("a million and a half dollars", 1.5e6, "USD")]),
        (
            "It cost two and three quarters million pounds.",
            &[("two and three quarters million pounds", 2.75e6, "GBP")],
        ),
        ("It cost a dollar and a quarter.", &[("a dollar and a quarter", 1.25, "USD")]),
        ("It cost fifteen dollars and fifty.", &[("fifteen dollars and fifty", 15.5, "USD")]),
        (
            "It cost 15 dollars and 50 people paid.",
            &[("15 dollars", 15.0, "USD"), ("50 people", 50.0, "count")],
        ),
        ("It cost a couple of dollars.", &[("a couple of dollars", 2.0, "USD")]),
        ("It cost a couple dollars.", &[("a couple dollars", 2.0, "USD")]),
        ("It cost hundreds of thousands of pounds.", &[("hundreds of thousands of pounds", 1e5, "GBP")]),
        ("It cost $1.5MM.", &[("$1.5MM", 1.5e6, "USD")]),
        ("It cost 1.5 mil dollars.", &[("1.5 mil dollars", 1.5e6, "USD")]),
        ("It cost €3 mrd.", &[("€3 mrd", 3e9, "EUR")]),
        ("It cost CHF 1'200'000.", &[("CHF 1'200'000", 1.2e6, "CHF")]),
        ("It cost 1 234,56 euros.", &[("1 234,56 euros", 1234.56, "EUR")]),
        ("It cost minus £5.", &[("minus £5", -5.0, "GBP")]),
        ("It cost 4/5 of a dollar.", &[("4/5 of a dollar", 0.8, "USD")]),
    ]);
}

#[test]
fn capitals_before_sums() {
    check(&[
        ("A bag costs N1,700 there.", &[("N1,700", 1700.0, "NGN")]),
        ("The rate was N305 per dollar.", &[("N305 per dollar", 305.0, "NGN")]),
        ("It closed at N1,528/$1 there.", &[("N1,528/$1", 1528.0, "NGN")]),
        ("It adds R45 a month to bills.", &[("R45 a month", 45.0, "ZAR")]),
        ("He paid a fine of R500 there.", &[("R500", 500.0, "ZAR")]),
        ("A night costs £95 B&B.", &[("£95", 95.0, "GBP")]),
    ]);
    check_unit("NGN", &["Nurses wore N95 masks.", "It is off the N305 near Hale."]);
    check_unit("ZAR", &["It is off the R500 near Hale.", "They fly R44 helicopters."]);
}
