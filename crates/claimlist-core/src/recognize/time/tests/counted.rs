//! Times that are counted out: from a day, within a month or year, by quarters, weeks and holidays.

use super::*;

#[test]
fn to_the_day() {
    check(&[
        (
            "It opened two weeks ago today.",
            &[("two weeks ago today", "when 2025-02-13, duration P2W, relation ago")],
        ),
        (
            "It opened a year ago yesterday.",
            &[("a year ago yesterday", "when 2024-02-26, duration P1Y, relation ago")],
        ),
        (
            "It opens a week from today.",
            &[("a week from today", "when 2025-03-06, duration P1W, relation after")],
        ),
        (
            "It opens a week tomorrow.",
            &[("a week tomorrow", "when 2025-03-07, duration P1W, relation after")],
        ),
        (
            "It opens a week on Tuesday.",
            &[("a week on Tuesday", "when 2025-03-11, duration P1W, relation after, weekday tuesday")],
        ),
        ("It opens Tuesday week.", &[("Tuesday week", "when 2025-03-11, weekday tuesday")]),
        ("It opened Sunday last.", &[("Sunday last", "when 2025-02-23, weekday sunday")]),
        (
            "It opened two Mondays ago.",
            &[("two Mondays ago", "when 2025-02-17, relation ago, weekday monday")],
        ),
        ("It opens this coming Friday.", &[("this coming Friday", "when 2025-02-28, weekday friday")]),
        ("It opens next month on the 20th.", &[("next month on the 20th", "when 2025-03-20")]),
        ("It opens the week after next.", &[("the week after next", "from 2025-03-10, to 2025-03-16")]),
        ("It opened the month before last.", &[("the month before last", "when 2024-12")]),
        ("It opened decades ago.", &[("decades ago", "relation ago, unclear true")]),
        ("It opened this time last year.", &[("this time last year", "when 2024")]),
    ]);
}

#[test]
fn parts_of_months_and_years() {
    check(&[
        (
            "It opened on the last Friday in May 2019.",
            &[("the last Friday in May 2019", "when 2019-05-31, weekday friday")],
        ),
        (
            "It opened on the first Monday of May 2019.",
            &[("the first Monday of May 2019", "when 2019-05-06, weekday monday")],
        ),
        (
            "It opened in the first two months of 2018.",
            &[("the first two months of 2018", "from 2018-01, to 2018-02")],
        ),
        (
            "It opened in the last three months of 2018.",
            &[("the last three months of 2018", "from 2018-10, to 2018-12")],
        ),
        (
            "It opened in the final three months of 2018.",
            &[("the final three months of 2018", "from 2018-10, to 2018-12")],
        ),
        ("It opened in the first week of May 2018.", &[("the first week of May 2018", "when 2018-05")]),
        ("It opened on the last day of May 2018.", &[("the last day of May 2018", "when 2018-05-31")]),
        (
            "It opened in the first decade of the 21st century.",
            &[("the first decade of the 21st century", "from 2000, to 2009")],
        ),
        ("It opened at the turn of the century.", &[("the turn of the century", "unclear true")]),
        ("It opened on the morning of 5 May 2018.", &[("the morning of 5 May 2018", "when 2018-05-05")]),
        ("It opens by year-end.", &[("year-end", "when 2025")]),
        ("It opens by end of year.", &[("end of year", "when 2025")]),
        ("It opened by end-March 2018.", &[("end-March 2018", "when 2018-03")]),
        ("Sales fell month-to-date.", &[("month-to-date", "from 2025-02-01, to 2025-02-27")]),
        ("It was open the whole week.", &[("the whole week", "duration P1W, relation for")]),
        ("It was open the whole of 2018.", &[("the whole of 2018", "when 2018")]),
        ("It opened earlier today.", &[("earlier today", "when 2025-02-27")]),
        (
            "It opened the weekend of 5 May 2018.",
            &[("the weekend of 5 May 2018", "from 2018-05-05, to 2018-05-06")],
        ),
    ]);
}

#[test]
fn quarters_and_weeks() {
    check(&[
        ("Sales fell in 3Q19.", &[("3Q19", "from 2019-07, to 2019-09")]),
        ("Sales fell in FY25.", &[("FY25", "when 2025, anchor fiscal year")]),
        ("Sales fell on the final day of 2018.", &[("the final day of 2018", "when 2018-12-31")]),
        ("Sales fell the summer before last.", &[("the summer before last", "unclear true")]),
        (
            "It was open the weekend of 5-6 May 2018.",
            &[("the weekend of 5-6 May 2018", "from 2018-05-05, to 2018-05-06")],
        ),
        ("Sales fell in 1H 2018.", &[("1H 2018", "from 2018-01, to 2018-06")]),
        ("Sales fell in H2 2018.", &[("H2 2018", "from 2018-07, to 2018-12")]),
        ("Sales fell last quarter.", &[("last quarter", "from 2024-10, to 2024-12")]),
        (
            "He spent the last quarter century here.",
            &[("the last quarter century", "from 2000, to 2025, duration P25Y, relation for")],
        ),
        ("It opened in 2020-W15.", &[("2020-W15", "from 2020-04-06, to 2020-04-12")]),
        ("It opened on 2020-W15-3.", &[("2020-W15-3", "when 2020-04-08")]),
        ("It opened in week 15 of 2020.", &[("week 15 of 2020", "from 2020-04-06, to 2020-04-12")]),
        ("They were in their late-50s then.", &[]),
    ]);
}

#[test]
fn dates_in_pairs_and_with_short_years() {
    check(&[
        ("It opened on 3-May-19.", &[("3-May-19", "when 2019-05-03")]),
        ("It opened on 2019 May 3.", &[("2019 May 3", "when 2019-05-03")]),
        ("It was open on 3 and 4 May 2019.", &[("3 and 4 May 2019", "from 2019-05-03, to 2019-05-04")]),
        (
            "It was open from 20 May, 2018, until 20 May, 2019.",
            &[("from 20 May, 2018, until 20 May, 2019", "from 2018-05-20, to 2019-05-20")],
        ),
        ("They met in the summer of '69.", &[("the summer of '69", "from 1969-06, to 1969-08")]),
        ("He was mayor from 1951 to '59.", &[("from 1951 to '59", "from 1951, to 1959")]),
        (
            "It fell on the night of May 5-6, 2018.",
            &[("the night of May 5-6, 2018", "from 2018-05-05, to 2018-05-06")],
        ),
        (
            "Sales fell in the 12 months to March.",
            &[("the 12 months to March", "from 2023-04, to 2024-03, duration P12M, relation for")],
        ),
        (
            "It meets on the first Monday of every month.",
            &[("the first Monday of every month", "relation every, weekday monday")],
        ),
        ("A half-hour talk began.", &[("half-hour", "duration PT0.5H, relation for")]),
        ("It was open May-July 2019.", &[("May-July 2019", "from 2019-05, to 2019-07")]),
        ("It was open Jan to Apr 2019.", &[("Jan to Apr 2019", "from 2019-01, to 2019-04")]),
        ("It is open today through Friday.", &[("today through Friday", "from 2025-02-27, to 2025-02-28")]),
        ("It opened on 5 May 2019, at noon.", &[("5 May 2019, at noon", "when 2019-05-05, clock 12:00")]),
        ("It was built in 10,000 BC.", &[("10,000 BC", "when -9999")]),
        ("It stood from the 5th to 8th centuries.", &[("the 5th to 8th centuries", "from 0400, to 0799")]),
        ("It opened in nineteen-oh-five.", &[("nineteen-oh-five", "when 1905")]),
    ]);
}

#[test]
fn notes_in_small_letters() {
    check(&[
        ("i go home second sunday", &[("second sunday", "weekday sunday, unclear true")]),
        ("i go home on wed", &[("wed", "when 2025-02-26, weekday wednesday")]),
        ("the sun sat on the sea", &[]),
        ("i go home this friday 7/3", &[("this friday 7/3", "when 2025-03-07, weekday friday")]),
        ("i was away in march", &[("march", "when 2024-03")]),
        ("this may help", &[]),
        ("i was away may 2019", &[("may 2019", "when 2019-05")]),
        (
            "i was away from 2017 june to 2018 may",
            &[("from 2017 june to 2018 may", "from 2017-06, to 2018-05")],
        ),
        ("i was away the rest of may", &[("the rest of may", "unclear true")]),
    ]);
}

#[test]
fn lengths_as_people_say_them() {
    check(&[
        ("It took an hour and a quarter.", &[("an hour and a quarter", "duration PT1.25H, relation for")]),
        ("It took a year-and-a-half.", &[("a year-and-a-half", "duration P1.5Y, relation for")]),
        ("It went on for some days.", &[("some days", "relation for")]),
        (
            "It closed a month or so ago.",
            &[("a month or so ago", "when 2025-01, duration P1M, relation ago")],
        ),
        ("It rose by two to one.", &[]),
        (
            "It took three quarters of an hour.",
            &[("three quarters of an hour", "duration PT0.75H, relation for")],
        ),
        ("It took 3h 20m in all.", &[("3h 20m", "duration PT3H20M, relation for")]),
        ("It took two weeks and a day.", &[("two weeks and a day", "duration P2W1D, relation for")]),
        ("It took a day or two.", &[("a day or two", "relation for")]),
        ("It took up to three weeks.", &[("up to three weeks", "duration P3W, relation for")]),
        ("It took no more than three weeks.", &[("no more than three weeks", "duration P3W, relation for")]),
        ("It took another three weeks.", &[("another three weeks", "duration P3W, relation for")]),
        ("It took thousands of years.", &[("thousands of years", "relation for")]),
        ("It lasted for hours.", &[("hours", "relation for")]),
        ("It opens in two weeks' time.", &[("two weeks' time", "duration P2W, relation within")]),
        ("A year-long study began.", &[("year-long", "duration P1Y, relation for")]),
        ("How many years it took nobody knows.", &[]),
        (
            "They drilled that well 121 years ago.",
            &[("121 years ago", "when 1904, duration P121Y, relation ago")],
        ),
    ]);
}

#[test]
fn habits_and_hours() {
    check(&[
        ("The club meets on Mondays.", &[("Mondays", "relation every, weekday monday")]),
        ("The club meets on weekends.", &[("weekends", "relation every")]),
        ("The club met at 10 o'clock at night.", &[("10 o'clock at night", "clock 22:00")]),
        ("The club met at 2 o'clock at night.", &[("2 o'clock at night", "clock 02:00")]),
        ("The club met at 12 o'clock at night.", &[("12 o'clock at night", "clock 00:00")]),
        ("The club met at 5 in the morning.", &[("5 in the morning", "clock 05:00")]),
        ("The club met at twenty past eight.", &[("twenty past eight", "clock 08:20")]),
        ("The club met at ten to six.", &[("ten to six", "clock 05:50")]),
        ("The club has a share of 9 to 10 per cent.", &[]),
    ]);
}

#[test]
fn holidays_with_marks_in_their_names() {
    check(&[
        ("It opened on Valentine's Day 2019.", &[("Valentine's Day 2019", "when 2019-02-14")]),
        ("It opened on Presidents' Day 2019.", &[("Presidents' Day 2019", "when 2019-02-18")]),
        ("It opened on St. Patrick's Day 2019.", &[("St. Patrick's Day 2019", "when 2019-03-17")]),
        ("It opened on Father's Day 2019.", &[("Father's Day 2019", "when 2019-06-16")]),
        ("It opened over Easter weekend.", &[("Easter weekend", "when 2024-03-31")]),
        ("The mother of the boy called.", &[]),
    ]);
}

#[test]
fn a_year_at_school_is_no_length() {
    check(&[
        ("She was proud of a year group.", &[]),
        ("They struck for a third week.", &[("a third week", "duration P3W, relation ordinal")]),
        ("They paid for a third night club.", &[]),
        (
            "They met four years to the day later.",
            &[("four years to the day later", "duration P4Y, relation after, unclear true")],
        ),
        ("They cut the winter levy.", &[]),
        ("They read the Sunday supplement.", &[]),
        ("Happy Friday.", &[]),
        ("They scored in eight second-half minutes.", &[]),
        (
            "It took eight and a half minutes.",
            &[("eight and a half minutes", "duration PT8.5M, relation for")],
        ),
        (
            "Pay has risen since 2010. It rose 2% from a year earlier.",
            &[("2010", "when 2010"), ("a year earlier", "duration P1Y, relation before, unclear true")],
        ),
        (
            "It rose 2% in 2010 from a year earlier.",
            &[("2010", "when 2010"), ("a year earlier", "when 2009, duration P1Y, relation before")],
        ),
        ("They paid £4 10s.", &[]),
        ("The Year 11s ran.", &[]),
        ("It fell in the June-to-August quarter.", &[("June-to-August", "from 2024-06, to 2024-08")]),
        ("She was away for a year.", &[("a year", "duration P1Y, relation for")]),
    ]);
}
