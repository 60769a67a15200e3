//! Dates, years, decades and centuries.

use super::*;

#[test]
fn dates_with_the_month_in_words() {
    check(&[
        ("It opened on 27 February 2025.", &[("27 February 2025", "when 2025-02-27")]),
        ("It opened on Feb. 27th, 2025, in Leeds.", &[("Feb. 27th, 2025", "when 2025-02-27")]),
        ("It opened on the 27th of February 2025.", &[("the 27th of February 2025", "when 2025-02-27")]),
        ("She sailed on Monday, May 4, 1998.", &[("Monday, May 4, 1998", "when 1998-05-04, weekday monday")]),
        ("They left on September the twenty-first.", &[("September the twenty-first", "when 2024-09-21")]),
        ("He moved in June of 2011.", &[("June of 2011", "when 2011-06")]),
        ("The deadline was in March.", &[("March", "when 2024-03")]),
        ("The deadline will be in March.", &[("March", "when 2025-03")]),
        ("The mill closed on 30 February 2024.", &[("30 February 2024", "unclear true")]),
    ]);
}

#[test]
fn months_with_a_year_in_words() {
    check(&[
        ("It snowed last March.", &[("last March", "when 2024-03")]),
        ("It will snow next January.", &[("next January", "when 2026-01")]),
        ("They will wed in June next year.", &[("June next year", "when 2026-06")]),
        ("He left in the month of May.", &[("the month of May", "when 2024-05")]),
    ]);
}

#[test]
fn months_that_are_other_words() {
    check(&[
        ("She may leave.", &[]),
        ("They march to the gate.", &[]),
        ("The two sisters Theresa and June Black sang there again.", &[]),
        ("Prices fall each time he may win.", &[]),
        ("He came in second place.", &[]),
        ("The second man fled.", &[]),
        ("In May the lake froze.", &[("May", "when 2024-05")]),
    ]);
}

#[test]
fn dates_in_digits() {
    check(&[
        ("It starts on 2025-02-27.", &[("2025-02-27", "when 2025-02-27")]),
        ("It starts on 27/2/2025.", &[("27/2/2025", "when 2025-02-27")]),
        ("It started on 13.5.2015.", &[("13.5.2015", "when 2015-05-13")]),
        ("It started on 3/4/2025.", &[("3/4/2025", "when 2025-04-03")]),
        (
            "It ended 4/22/2024, not 3/4/2024.",
            &[("4/22/2024", "when 2024-04-22"), ("3/4/2024", "when 2024-03-04")],
        ),
        ("The score was 3-2 and 1/2 of them left.", &[]),
    ]);
}

#[test]
fn the_order_of_day_and_month_can_be_set() {
    let when = |order| times("It starts on 3/4/2025.", DAY, order)[0].1.clone();
    assert_eq!(when(DateOrder::MonthFirst), "when 2025-03-04");
    assert_eq!(when(DateOrder::DayFirst), "when 2025-04-03");
}

#[test]
fn years() {
    check(&[
        ("It was built in 2019.", &[("2019", "when 2019")]),
        ("The 2024 budget failed.", &[("2024", "when 2024")]),
        ("Rome burned in AD 64.", &[("AD 64", "when 0064")]),
        ("Caesar died in 44 BC.", &[("44 BC", "when -0043")]),
        ("It should happen by the year 2030.", &[("the year 2030", "when 2030")]),
        ("They met in nineteen seventy-eight.", &[("nineteen seventy-eight", "when 1978")]),
        ("They shot 2000 soldiers.", &[]),
        ("It cost $2019 and 1984 euros.", &[]),
        ("He lives in Room 2019.", &[]),
        ("The 2024/25 season began.", &[("2024/25", "from 2024, to 2025")]),
        ("Sales fell in FY2025.", &[("FY2025", "when 2025, anchor fiscal year")]),
    ]);
}

#[test]
fn decades_and_centuries() {
    check(&[
        ("Jazz ruled in the 1920s.", &[("the 1920s", "from 1920, to 1929")]),
        ("Disco died in the early '80s.", &[("the early '80s", "from 1980, to 1989")]),
        ("It grew in the seventies.", &[("the seventies", "from 1970, to 1979")]),
        ("A 17th-century church burned.", &[("17th-century", "from 1600, to 1699")]),
        ("It fell in the third century BC.", &[("the third century BC", "from -0299, to -0200")]),
    ]);
}

#[test]
fn holidays() {
    check(&[
        ("It snowed on Christmas Day.", &[("Christmas Day", "when 2024-12-25")]),
        ("The shop will open on Good Friday.", &[("Good Friday", "when 2025-04-18")]),
        ("They met on New Year's Eve 1999.", &[("New Year's Eve 1999", "when 1999-12-31")]),
        ("Fasting begins at Ramadan.", &[("Ramadan", "unclear true")]),
        ("It was drawn by the artist Tibor Easter.", &[]),
        ("The Harborough Sun wrote about it.", &[]),
        (
            "The Boxing Day flood of 2015 was the worst.",
            &[("Boxing Day", "when 2015-12-26"), ("2015", "when 2015")],
        ),
    ]);
}

#[test]
fn a_month_may_open_a_sentence() {
    check(&[("may\u{2013} May", &[("may\u{2013} May", "from 2025-05, to 2025-05")])]);
}
