//! Cricket and other games, and what else is written as two figures.

use super::*;

#[test]
fn runs_and_wickets() {
    check(&[
        ("Kenya were 214-6 at the close.", &[("214-6", 214.0, "count")]),
        ("Kenya made 361 for 7 declared.", &[("361 for 7", 361.0, "count")]),
        ("They won by an innings and 24 runs.", &[("an innings and 24 runs", 24.0, "count")]),
        ("The 40 for 6 lunch tickets was paid.", &[("6 lunch tickets", 6.0, "count")]),
    ]);
    check_none(&[
        "He dialled 214-6 again.",
        "They made it 361 for 7 there.",
        "The café is open 11-4 for lunch on Sundays.",
        "The café is open 11-4 on Sundays and serves lunch.",
    ]);
    check_score(&[
        ("The set menu costs 25 for 2 at lunch.", false),
        ("Kenya were 214-6 at tea.", true),
        ("Kenya batted on and were 98 for 2 at lunch.", true),
    ]);
}

#[test]
fn blood_pressure() {
    check(&[
        ("His pressure was 140/90 mmHg.", &[("140/90 mmHg", 140.0, "mm[Hg]")]),
        ("A blood pressure of 120/80 is fine.", &[("120/80", 120.0, "mm[Hg]")]),
    ]);
    check_none(&["He had 20/20 vision."]);
    check_unit(
        "mm[Hg]",
        &["The pressure on nurses is 24/7 in winter.", "They take her blood pressure 24/7 there."],
    );
}

#[test]
fn parts_in_digits() {
    check(&[
        ("It costs one 5th the price.", &[("one 5th the price", 0.2, "ratio")]),
        ("It costs 1/5th of that.", &[("1/5th of that", 0.2, "ratio")]),
        ("They lost 2/3rds of the crop.", &[("2/3rds of the crop", 2.0 / 3.0, "ratio")]),
        ("It was one 20th-century idea.", &[("one 20th-century idea", 1.0, "count")]),
    ]);
    check_unit("ratio", &["One 4th of July party cost £3m."]);
    check_none(&["One 2nd the motion."]);
}

#[test]
fn by_how_much_and_to_what() {
    check(&[
        ("Tin rose again, adding $1.10 to $31.40.", &[("$1.10", 1.1, "USD"), ("$31.40", 31.4, "USD")]),
        (
            "Income rose by 40m euros to 2.5bn euros.",
            &[("40m euros", 4e7, "EUR"), ("2.5bn euros", 2.5e9, "EUR")],
        ),
        ("Cases rose by 1,204 to 45,671 there.", &[("1,204", 1204.0, "count"), ("45,671", 45671.0, "count")]),
        ("Cases have risen by 1,204 to 45,671.", &[("1,204", 1204.0, "count"), ("45,671", 45671.0, "count")]),
        ("The scheme would cut bills by £100 to £400 a year.", &[("£100 to £400 a year", 100.0, "GBP")]),
        ("It could cut bills by £100 to £900.", &[("£100 to £900", 100.0, "GBP")]),
        ("They plan to cut bills by £100 to £600.", &[("£100 to £600", 100.0, "GBP")]),
        ("Profit rises by £2m to £60m.", &[("£2m", 2e6, "GBP"), ("£60m", 6e7, "GBP")]),
        ("Bills fell by £100 to £400 a year.", &[("£100 to £400 a year", 100.0, "GBP")]),
        (
            "Growth could slow by 100 to 350 basis points.",
            &[("100 to 350 basis points", 1.0, "percentage-point")],
        ),
        ("The plan would cut jobs by 1,000 to 4,000.", &[("1,000 to 4,000", 1000.0, "count")]),
        ("Costs rose by $5m to $7m.", &[("$5m to $7m", 5e6, "USD")]),
        ("Sales rose by £2m to £9m.", &[("£2m", 2e6, "GBP"), ("£9m", 9e6, "GBP")]),
        ("Bills are rising by £25 to £1,270.", &[("£25", 25.0, "GBP"), ("£1,270", 1270.0, "GBP")]),
        ("Profits fell to 9.3m from 12.4m then.", &[("9.3m", 9.3e6, "count"), ("12.4m", 1.24e7, "count")]),
    ]);
}

#[test]
fn some_of_the_first_on_a_list() {
    check(&[
        ("16 out of the top 20 songs were old.", &[("16 out of the top 20 songs", 16.0, "count")]),
        ("It is one of the top five.", &[("one of the top five", 1.0, "count")]),
        ("One out of every six pupils left.", &[("One out of every six pupils", 1.0 / 6.0, "ratio")]),
        ("Nine of every 10 homes lost power.", &[("Nine of every 10 homes", 0.9, "ratio")]),
        ("One of each 20 pupils left.", &[("One of each 20 pupils", 0.05, "ratio")]),
        ("It is half of what they want.", &[("half", 0.5, "ratio")]),
        ("She came back from 5-2 down there.", &[("5-2", 5.0, "count")]),
    ]);
}

#[test]
fn a_number_may_be_part_of_a_name() {
    check_none(&[
        "It was on the new World at One programme.",
        "She told Five Live that she had left.",
        "Norway won the Six Nations title.",
    ]);
    check(&[
        ("Crash at One Mile Point", &[("One Mile", 1.0, "[mi_i]")]),
        ("Police Hold Three Men", &[("Three Men", 3.0, "count")]),
    ]);
}

#[test]
fn runs_balls_and_bowling() {
    check(&[
        ("Roe made 98 off 120 balls.", &[("98", 98.0, "count"), ("120 balls", 120.0, "count")]),
        ("Kenya reached 228/7 in 40 overs.", &[("228/7", 228.0, "count"), ("40 overs", 40.0, "count")]),
        ("The spinner took 5 for 42 there.", &[("5 for 42", 5.0, "count")]),
        ("The bowler had figures of 4-27.", &[("4-27", 4.0, "count")]),
    ]);
    check_none(&["She took 5 for 42 there.", "The form 228/7 is lost."]);
}

#[test]
fn scores_against_par() {
    check(&[
        ("She shot a 4-under 68 there.", &[("4-under", 4.0, "count"), ("68", 68.0, "count")]),
        ("Roe carded a 65 there.", &[("65", 65.0, "count")]),
        ("He is 12 under par.", &[("12 under par", 12.0, "count")]),
        (
            "His three-over-par 73 cost him the lead.",
            &[("three-over-par", 3.0, "count"), ("73", 73.0, "count")],
        ),
        ("She birdied the last to get to five under.", &[("five under", 5.0, "count")]),
    ]);
    check_none(&["The club is five under strength.", "There is room for five under there."]);
}

#[test]
fn prices_of_bookmakers() {
    check(&[
        ("Silver Jug, a 33-1 outsider, won.", &[("33-1", 33.0, "ratio")]),
        ("The 9/4 favourite fell.", &[("9/4", 2.25, "ratio")]),
        ("It won at odds of 7-2.", &[("7-2", 3.5, "ratio")]),
    ]);
    check_none(&["It had a 50-50 chance.", "It was a 24/7 shot."]);
    check_score(&[
        ("They went down 27-24 there.", true),
        ("Hale won 3-1 as favourites.", true),
        ("Hale improved to 54-12 in the east.", true),
        ("The 2-1 favourite fell.", false),
        ("They won 2-1 there.", true),
    ]);
}

#[test]
fn tries_records_and_quoted_prices() {
    check(&[
        ("Lind scored 14 of her 30 points late.", &[("14 of her 30 points", 14.0, "count")]),
        ("She finished on 5-for-20 shooting.", &[("5-for-20", 0.25, "ratio")]),
        ("He was sent off at 14/1.", &[("14/1", 14.0, "ratio")]),
        ("Rowdy was the favourite at 7/2.", &[("7/2", 3.5, "ratio")]),
        ("They improved to 7-1-2.", &[("7-1-2", 7.0, "count")]),
        ("Reed is 1-7-0 at home.", &[("1-7-0", 1.0, "count")]),
        ("Lind put Oslo up 1-0.", &[("1-0", 1.0, "count")]),
        ("It was a 1-1 game.", &[("1-1", 1.0, "count")]),
    ]);
    check_none(&[
        "The shop is at 9/11 Mill Lane.",
        "Call 555-10-20 now.",
        "700 block of Mill Lane, report of theft.",
        "They took 911 calls.",
    ]);
}
