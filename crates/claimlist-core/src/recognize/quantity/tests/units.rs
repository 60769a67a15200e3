//! Units of measure as they are written, and measures of two units.

use super::*;

#[test]
fn watts_and_volts_with_a_space() {
    check(&[
        ("A 15 W bulb burned.", &[("15 W", 15.0, "W")]),
        ("It has a 12 V battery.", &[("12 V", 12.0, "V")]),
    ]);
    check_unit("W", &["They moved to 15 W Main Street.", "They had 10 W 5 L then."]);
}

#[test]
fn the_level_something_went_to() {
    check(&[
        (
            "The limit was cut from 110 kilometres an hour to 80.",
            &[("110 kilometres an hour", 110.0, "km/h"), ("80", 80.0, "km/h")],
        ),
        (
            "The share fell from 40 per cent to 35 in May.",
            &[("40 per cent", 40.0, "percent"), ("35", 35.0, "percent")],
        ),
        ("The peak is 13 to 14,000 feet high.", &[("13 to 14,000 feet", 13000.0, "[ft_i]")]),
        ("They had 2 to 4,500 men.", &[("2 to 4,500 men", 2.0, "count")]),
        ("It has 40 state-of-the-art trains.", &[("40 state-of-the-art trains", 40.0, "count")]),
        ("The price rose from £40 to 62.", &[("£40", 40.0, "GBP"), ("62", 62.0, "GBP")]),
        ("It went from 40 tonnes to 3 ships.", &[("40 tonnes", 40.0, "t"), ("3 ships", 3.0, "count")]),
        ("They walked from 5 km away to 20.", &[("5 km", 5.0, "km")]),
    ]);
}

#[test]
fn measures() {
    check(&[
        ("A road of 5 km ends there.", &[("5 km", 5.0, "km")]),
        ("They rowed 20 lonely miles.", &[("20 lonely miles", 20.0, "[mi_i]")]),
        ("He drank 3 cold litres of tea.", &[("3 cold litres of tea", 3.0, "L")]),
        ("She has two honorary degrees.", &[("two honorary degrees", 2.0, "count")]),
        ("It had 90 kilometre an hour gusts.", &[("90 kilometre an hour", 90.0, "km/h")]),
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
        ("The display answers in 20ms.", &[("20ms", 20.0, "ms")]),
        ("It shows 60 frames per second.", &[("60 frames per second", 60.0, "{frames}/s")]),
        ("The plant emits 5 MtCO2e and 3 tCO2.", &[("5 MtCO2e", 5.0, "Mt{CO2}"), ("3 tCO2", 3.0, "t{CO2}")]),
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
fn powers() {
    check(&[
        ("It covers 190 km2.", &[("190 km2", 190.0, "km2")]),
        ("It covers 20m^2.", &[("20m^2", 20.0, "m2")]),
        ("It takes 8 cm³ of gas.", &[("8 cm³ of gas", 8.0, "cm3")]),
        ("It holds 9 cu ft.", &[("9 cu ft", 9.0, "[cft_i]")]),
        ("The air had 70 µg/m3.", &[("70 µg/m3", 70.0, "ug/m3")]),
        ("It speeds up by 3 m/s².", &[("3 m/s²", 3.0, "m/s2")]),
    ]);
}

#[test]
fn symbols() {
    check(&[
        ("A 60W bulb and a 12V lamp.", &[("60W", 60.0, "W"), ("12V", 12.0, "V")]),
        ("Add 3 g of salt to 2 l of milk.", &[("3 g of salt", 3.0, "g"), ("2 l of milk", 2.0, "L")]),
        ("It was 40 C in the shade.", &[("40 C", 40.0, "Cel")]),
        ("He bought 10 C batteries.", &[("10 C batteries", 10.0, "count")]),
        ("Heat it to 180 ºC or 356 ℉.", &[("180 ºC", 180.0, "Cel"), ("356 ℉", 356.0, "[degF]")]),
        ("It ran at 10 miles/hour.", &[("10 miles/hour", 10.0, "[mi_i]/h")]),
        ("It needs 32 pounds per square inch.", &[("32 pounds per square inch", 32.0, "[psi]")]),
        ("The line gives 100 Mbps.", &[("100 Mbps", 100.0, "Mbit/s")]),
        ("His pressure was 120 mmHg.", &[("120 mmHg", 120.0, "mm[Hg]")]),
        ("It pulled 90 newton-metres.", &[("90 newton-metres", 90.0, "N.m")]),
        ("The weight is 20 [kg].", &[("20 [kg]", 20.0, "kg")]),
        ("Three dozen kg were sold.", &[("Three dozen kg", 36.0, "kg")]),
        ("3 dozen kg were sold.", &[("3 dozen kg", 36.0, "kg")]),
    ]);
}

#[test]
fn inches() {
    check(&[
        ("A 27in screen hung there.", &[("27in", 27.0, "[in_i]")]),
        ("A 27-in screen hung there.", &[("27-in", 27.0, "[in_i]")]),
        ("The plank is 9 in wide.", &[("9 in", 9.0, "[in_i]")]),
        ("The plank is 9 \" wide.", &[("9 \"", 9.0, "[in_i]")]),
        ("He is 5 ft. 11 in. tall.", &[("5 ft. 11 in", 5.0 + 11.0 / 12.0, "[ft_i]")]),
        ("They scored 9 in Leeds.", &[("9", 9.0, "count")]),
    ]);
}

#[test]
fn two_units() {
    check(&[
        ("He is six foot two.", &[("six foot two", 6.0 + 2.0 / 12.0, "[ft_i]")]),
        ("He is 12 stone 7.", &[("12 stone 7", 12.5, "[stone_av]")]),
        ("They want a 12-foot one.", &[("12-foot", 12.0, "[ft_i]")]),
        ("It is a mile and a half away.", &[("a mile and a half", 1.5, "[mi_i]")]),
        ("It is two and a quarter miles away.", &[("two and a quarter miles", 2.25, "[mi_i]")]),
        ("It is 3 and 1/4 miles away.", &[("3 and 1/4 miles", 3.25, "[mi_i]")]),
        ("It is a half mile away.", &[("a half mile", 0.5, "[mi_i]")]),
        ("Dozens of miles were closed.", &[("Dozens of miles", 12.0, "[mi_i]")]),
        ("A 5- to 7-mile walk.", &[("5- to 7-mile", 5.0, "[mi_i]")]),
    ]);
}

#[test]
fn below_zero() {
    check(&[
        ("It was negative five degrees.", &[("negative five degrees", -5.0, "deg")]),
        ("It was 5 degrees below zero.", &[("5 degrees below zero", -5.0, "deg")]),
        ("It was between -5 and 5 degrees.", &[("between -5 and 5 degrees", -5.0, "deg")]),
    ]);
}

#[test]
fn parts_of_a_hundred() {
    check(&[
        ("%20 of pupils agree.", &[("%20 of pupils", 20.0, "percent")]),
        ("One-half of 1 percent agree.", &[("One-half of 1 percent", 0.5, "percent")]),
        ("A half percent agree.", &[("A half percent", 0.5, "percent")]),
        ("A quarter-point rise in rates.", &[("quarter-point", 0.25, "percentage-point")]),
        ("A cut of 25 bps.", &[("25 bps", 0.25, "percentage-point")]),
        ("It rose half percent.", &[("half percent", 0.5, "percent")]),
        ("It rose point five percent.", &[("point five percent", 0.5, "percent")]),
        ("It rose nought point five percent.", &[("nought point five percent", 0.5, "percent")]),
        ("At this point five percent agree.", &[("five percent", 5.0, "percent")]),
        ("She has a 20-percentage-point lead.", &[("20-percentage-point", 20.0, "percentage-point")]),
        ("Salt makes 5‰ of it.", &[("5‰ of it", 0.5, "percent")]),
        ("A score of 20 ％.", &[("20 ％", 20.0, "percent")]),
    ]);
}

#[test]
fn degrees_in_small_letters() {
    check(&[
        ("set the thermostat to 70f", &[("70f", 70.0, "[degF]")]),
        ("convert 20 c to fahrenheit", &[("20 c", 20.0, "Cel")]),
        ("a sweet is 20c at the shop", &[("20c", 0.2, "USD")]),
        ("Bake it at 180C/350F.", &[("180C", 180.0, "Cel"), ("350F", 350.0, "[degF]")]),
    ]);
}

#[test]
fn figures_with_hyphens() {
    check(&[
        ("A 5-foot-10 guard signed.", &[("5-foot-10", 5.0 + 10.0 / 12.0, "[ft_i]")]),
        ("He is six-foot-four.", &[("six-foot-four", 6.0 + 4.0 / 12.0, "[ft_i]")]),
        ("They lost a 10-point lead.", &[("10-point", 10.0, "count")]),
        ("A magnitude-6.1 quake hit.", &[("6.1", 6.1, "count")]),
        ("It passed by a two-to-one majority.", &[("two-to-one", 2.0, "ratio")]),
    ]);
    check_none(&["They have a five-point plan."]);
}

#[test]
fn rates_and_multiples_in_digits() {
    check(&[
        ("It is 10x faster.", &[("10x faster", 10.0, "ratio")]),
        ("The rate is 12 per 100,000 people.", &[("12 per 100,000 people", 12.0, "count")]),
        (
            "It shrank by 0.3 of a percentage point.",
            &[("0.3 of a percentage point", 0.3, "percentage-point")],
        ),
        ("The £15-an-hour wage held.", &[("£15-an-hour", 15.0, "GBP")]),
        ("It measured 4.7 on the Richter scale.", &[("4.7", 4.7, "count")]),
        ("Bread is £1.40 a loaf.", &[("£1.40 a loaf", 1.4, "GBP")]),
    ]);
}

#[test]
fn ages_of_patients_and_the_young() {
    check(&[
        ("A 16yo boy fell.", &[("16yo", 16.0, "year")]),
        ("A 16 y.o. boy fell.", &[("16 y.o.", 16.0, "year")]),
        ("A 16 y/o boy fell.", &[("16 y/o", 16.0, "year")]),
        ("A 2-hour-old chick.", &[("2-hour-old", 2.0, "h")]),
        ("A year-old law.", &[("year-old", 1.0, "year")]),
        ("It is a week old now.", &[("a week old", 1.0, "wk")]),
        ("It is half a year old now.", &[("half a year old", 0.5, "year")]),
        ("She is 17 years and 3 months old.", &[("17 years and 3 months old", 17.25, "year")]),
        ("The 16- to 18-year-olds sang.", &[("16- to 18-year-olds", 16.0, "year")]),
    ]);
}

#[test]
fn what_only_looks_like_a_unit() {
    check(&[
        ("The storm killed 17 in high winds.", &[("17", 17.0, "count")]),
        ("The shelf is 17 in wide.", &[("17 in", 17.0, "[in_i]")]),
        ("He owns 5 t shirts.", &[("5 t shirts", 5.0, "count")]),
    ]);
    check_none(&["They found 5 in deep water."]);
}

#[test]
fn parts_are_added_away_from_zero_and_in_the_figures_scale() {
    check(&[
        ("It was minus 3 degrees and a half.", &[("minus 3 degrees and a half", -3.5, "deg")]),
        ("It cost ten grand and a half.", &[("ten grand and a half", 10500.0, "XXX")]),
        ("It cost $5 million and a half.", &[("$5 million and a half", 5.5e6, "USD")]),
        ("It cost 1 234,56 euros.", &[("1 234,56 euros", 1234.56, "EUR")]),
    ]);
}

#[test]
fn so_many_of_a_measure() {
    check(&[
        ("It ordered 2 x 500 MW turbines.", &[("500 MW", 500.0, "MW")]),
        ("They ran the 4 x 400m relay.", &[("400m", 400.0, "m")]),
        ("The field is 8 x 60 m.", &[("8 x 60 m", 8.0, "m")]),
        ("It cost $3B & more.", &[("$3B", 3e9, "USD")]),
        ("It fell by 12 and 15 per cent.", &[("12", 12.0, "percent"), ("15 per cent", 15.0, "percent")]),
        (
            "It employs 40 and 25% of them are new.",
            &[("40", 40.0, "count"), ("25% of them", 25.0, "percent")],
        ),
        ("They won 12 and 20% stayed at home.", &[("12", 12.0, "count"), ("20%", 20.0, "percent")]),
        ("The 8GB/256GB model sold out.", &[("8GB", 8.0, "GBy"), ("256GB", 256.0, "GBy")]),
    ]);
}
