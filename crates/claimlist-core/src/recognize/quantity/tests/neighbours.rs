//! What stands beside a figure and settles what it is: letters, marks, prices, sides, games, levels.

use super::*;

#[test]
fn codes_and_models() {
    check_none(&[
        "They sent the kx4-210m back.",
        "Part 5300 L-118 broke.",
        "The old 8086 chip was slow.",
        "A 747 jet took off.",
        "The 911 call was taped.",
        "He was shot in the 2100 block Elm Street.",
        "It ended the Thirty Years' War.",
        "The gap was real (p < 0.05).",
        "They made 287/6 that day.",
    ]);
    check(&[
        ("The 150 aircraft flew.", &[("150 aircraft", 150.0, "count")]),
        ("A 300 page report came.", &[("300 page report", 300.0, "count")]),
        ("Walls of 2 m-3 m fell.", &[("2 m-3 m", 2.0, "m")]),
    ]);
}

#[test]
fn cents_and_degrees() {
    check(&[
        ("It paid 4.5C a share.", &[("4.5C a share", 0.045, "USD")]),
        ("Air of 4.5C came in.", &[("4.5C", 4.5, "Cel")]),
        ("It was heated to 900 K there.", &[("900 K", 900.0, "K")]),
    ]);
}

#[test]
fn spaced_marks() {
    check(&[
        ("A 3 - inch pipe burst .", &[("3 - inch", 3.0, "[in_i]")]),
        ("An 18 - hole course opened .", &[("18 - hole", 18.0, "count")]),
        ("It has 59 . 2 % of u . k . sales .", &[("59 . 2 % of u . k . sales", 59.2, "percent")]),
    ]);
}

#[test]
fn sides_and_margins_of_error() {
    check(&[
        ("The box is 30.4 x 21.5 x 1.1 cm.", &[("30.4 x 21.5 x 1.1 cm", 30.4, "cm")]),
        ("A mean of 4.2 ± 0.3 mm was found.", &[("4.2 ± 0.3 mm", 4.2, "mm")]),
        ("It trades at 14 times forward earnings.", &[("14 times forward earnings", 14.0, "ratio")]),
        ("Gold costs $2,900 an oz now.", &[("$2,900 an oz", 2900.0, "USD")]),
        ("They pump 1.2m bpd.", &[("1.2m bpd", 1.2e6, "[bbl_us]/d")]),
        ("It draws 15 W at night.", &[("15 W", 15.0, "W")]),
        (
            "Two and three-quarter million homes froze.",
            &[("Two and three-quarter million homes", 2.75e6, "count")],
        ),
        ("Nine of the last ten winners fell.", &[("Nine of the last ten winners", 9.0, "count")]),
    ]);
}

#[test]
fn rates_of_exchange_and_of_games() {
    check(&[
        ("The lira sank to 36.5 to the dollar.", &[("36.5 to the dollar", 36.5, "count")]),
        ("The peso fell past 20.30/USD there.", &[("20.30/USD", 20.3, "count")]),
        ("She makes 27 points a game.", &[("27 points a game", 27.0, "count")]),
        ("A mass above 30 kg/m2 is high.", &[("above 30 kg/m2", 30.0, "kg")]),
        ("Few came, compared with a third a year ago.", &[("a third", 1.0 / 3.0, "ratio")]),
        ("Few came, against a quarter in May.", &[("a quarter", 0.25, "ratio")]),
        ("She played against a third side.", &[]),
        ("They cut rates by a quarter of a point.", &[("a quarter of a point", 0.25, "percentage-point")]),
        ("It costs 3.8 times earnings.", &[("3.8 times earnings", 3.8, "ratio")]),
    ]);
    check_fact(Slot::Per, &[("The lira sank to 36.5 to the dollar.", "dollar")]);
}

#[test]
fn figures_by_their_neighbours() {
    check(&[
        ("The mayor, 61, left.", &[("61", 61.0, "year")]),
        ("Their goal put Leeds 2-0 up.", &[("2-0", 2.0, "count")]),
        ("Expect -3 to -5 degrees here.", &[("-3 to -5 degrees", -5.0, "deg")]),
    ]);
    check_none(&["It has a zero-coupon bond.", "She hit a 9-iron."]);
}

#[test]
fn levels_and_symbols() {
    check(&[
        ("The index stood at 48.7 then.", &[("48.7", 48.7, "count")]),
        ("It has a pH of 7.4 there.", &[("7.4", 7.4, "count")]),
        ("A torque of 400 Nm is made.", &[("400 Nm", 400.0, "N.m")]),
        ("A wave of 400 nm is blue.", &[("400 nm", 400.0, "nm")]),
        ("The Greens have one MP in Leeds.", &[("one MP", 1.0, "count")]),
        ("They spent Dh1.2bn there.", &[("Dh1.2bn", 1.2e9, "AED")]),
        ("Open one 400g tin.", &[("400g", 400.0, "g")]),
        ("They won 4 of their past 6 there.", &[("4 of their past 6", 4.0, "count")]),
    ]);
    check_none(&["An f/1.8 lens broke.", "It has 8x Leica lenses."]);
}

#[test]
fn ranges_behind_names_and_pairs() {
    check(&[
        ("Polls gave Labour 28 to 29 percent.", &[("28 to 29 percent", 28.0, "percent")]),
        ("The yuan was fixed at 7.17 per dollar.", &[("7.17 per dollar", 7.17, "count")]),
        ("It is 2.77 m (109 in) wide.", &[("2.77 m", 2.77, "m"), ("109 in", 109.0, "[in_i]")]),
        ("Add 1 tsp. of salt.", &[("1 tsp. of salt", 1.0, "[tsp_us]")]),
        ("They are right 100 percent of the time.", &[("100 percent of the time", 100.0, "percent")]),
        ("They open one power plant a week.", &[("one power plant a week", 1.0, "count")]),
    ]);
    check_none(&["His 50-50 season was the first.", "Call the 800 number."]);
}

#[test]
fn units_on_both_sides() {
    check(&[
        ("A 10m x 4m pool was dug.", &[("10m x 4m", 10.0, "m")]),
        ("The hall is 20 by 30 metres.", &[("20 by 30 metres", 20.0, "m")]),
        ("Output grew from 20 by 5 percent.", &[("20", 20.0, "count"), ("5 percent", 5.0, "percent")]),
        (
            "A third of the town's 900 families left.",
            &[("A third of the town's 900 families", 1.0 / 3.0, "ratio")],
        ),
        ("The box is 12 in x 8 in deep.", &[("12 in x 8 in", 12.0, "[in_i]")]),
        ("Expect between -2C and -6C there.", &[("between -2C and -6C", -6.0, "Cel")]),
        (
            "The 6-foot-4, 225-pound guard fell.",
            &[("6-foot-4", 6.0 + 4.0 / 12.0, "[ft_i]"), ("225-pound", 225.0, "[lb_av]")],
        ),
        ("Add a cup and a half of oats.", &[("a cup and a half of oats", 1.5, "[cup_us]")]),
        ("Waves rose to 8.2m, 40cm short of it.", &[("8.2m", 8.2, "m"), ("40cm", 40.0, "cm")]),
        ("The rand weakened to 18.45 again.", &[("18.45", 18.45, "count")]),
    ]);
}
