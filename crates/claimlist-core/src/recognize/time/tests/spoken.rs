//! Times as people write to each other, and as schedules and reports have them.

use super::*;

#[test]
fn hours_beside_days() {
    check(&[
        ("remind me at 5 tomorrow", &[("5 tomorrow", "when 2025-02-28, clock 05:00")]),
        (
            "Meet me at seven on Friday.",
            &[("seven on Friday", "when 2025-02-28, clock 07:00, weekday friday")],
        ),
        ("What is on tonight at 9?", &[("tonight at 9", "when 2025-02-27, clock 09:00")]),
        (
            "book a table next friday 7pm to 9pm",
            &[("next friday 7pm to 9pm", "when 2025-02-28, clock 19:00/21:00, weekday friday")],
        ),
        ("We landed at 0640 there.", &[("0640", "clock 06:40")]),
        ("Call me at noon eastern.", &[("noon eastern", "clock 12:00")]),
        ("They met at 3pm Pacific Standard Time.", &[("3pm Pacific Standard Time", "clock 15:00")]),
    ]);
}

#[test]
fn opening_hours() {
    check(&[
        ("The shop is open from 9 to 5.", &[("from 9 to 5", "clock 09:00/17:00")]),
        (
            "Block my calendar from 2 to 4 tomorrow.",
            &[("from 2 to 4 tomorrow", "when 2025-02-28, clock 02:00/04:00")],
        ),
        ("The trains run between 7 and 9pm.", &[("between 7 and 9pm", "clock 19:00/21:00")]),
        ("The lane closed from 4 to 4.30am.", &[("from 4 to 4.30am", "clock 04:00/04:30")]),
        ("It was shut 7.30-9.15pm.", &[("7.30-9.15pm", "clock 19:30/21:15")]),
        ("It ran from 7:30 to 1 a.m. then.", &[("from 7:30 to 1 a.m.", "clock 19:30/01:00")]),
        ("The hall is open 9-5pm.", &[("9-5pm", "clock 09:00/17:00")]),
        ("Sales rose from 7.5 to 9.", &[]),
        ("The zoo is open daily.", &[("daily", "relation every")]),
        ("It cut its shops from 9 to 5.", &[]),
        (
            "It was stolen between 11pm on 3 May 2024 and 2am on 4 May 2024.",
            &[(
                "between 11pm on 3 May 2024 and 2am on 4 May 2024",
                "from 2024-05-03, to 2024-05-04, clock 23:00/02:00",
            )],
        ),
    ]);
}

#[test]
fn minutes_and_hours() {
    check(&[
        ("He scored in the 67th minute.", &[("the 67th minute", "relation ordinal")]),
        ("The bus takes 1h30 from here.", &[("1h30", "duration PT1H30M, relation for")]),
        ("It starts in three weeks time.", &[("three weeks time", "duration P3W, relation within")]),
        ("Take it twice daily.", &[("twice daily", "relation every")]),
        ("It rained overnight.", &[("overnight", "unclear true")]),
        ("An overnight train left.", &[]),
        (
            "They left in the small hours of Sunday.",
            &[("the small hours of Sunday", "when 2025-02-23, weekday sunday")],
        ),
        (
            "It sank in the early hours of 3 February.",
            &[("the early hours of 3 February", "when 2025-02-03")],
        ),
        ("It was 5% as of March 2024.", &[("March 2024", "when 2024-03")]),
        ("The rate, as of March, was 5%.", &[("March", "when 2024-03")]),
        ("Following Monday's vote he left.", &[("Monday", "when 2025-02-24, weekday monday")]),
        (
            "They met on Monday, and on the following Friday he left.",
            &[
                ("Monday", "when 2025-02-24, weekday monday"),
                ("the following Friday", "when 2025-02-28, weekday friday"),
            ],
        ),
    ]);
}

#[test]
fn quarters_and_centuries() {
    check(&[
        (
            "Profit rose in the quarter ended 30 June 2024.",
            &[("the quarter ended 30 June 2024", "from 2024-04, to 2024-06")],
        ),
        (
            "The half-year to 30 September 2024 was dull.",
            &[(
                "The half-year to 30 September 2024",
                "from 2024-04-01, to 2024-09-30, duration P0.5Y, relation for",
            )],
        ),
        ("Sales doubled in H1.", &[("H1", "unclear true")]),
        (
            "It grew in the first decade of the century.",
            &[("the first decade of the century", "from 2000, to 2009")],
        ),
        ("The treaty of 1648 ended it.", &[("1648", "when 1648")]),
        ("He reigned from 1509 until his death.", &[("1509", "when 1509")]),
        ("They meet on new year's day.", &[("new year's day", "when 2025-01-01")]),
    ]);
}

#[test]
fn seasons_decades_and_ends() {
    check(&[
        ("They won it last season.", &[("last season", "unclear true")]),
        ("The last season of the show is dull.", &[]),
        ("She is in her 20s.", &[]),
        ("Debt fell at year end.", &[("year end", "when 2024")]),
        ("It took a little over a year.", &[("a little over a year", "duration P1Y, relation for")]),
        ("Move my 11.30 tomorrow.", &[("11.30 tomorrow", "when 2025-02-28, clock 11:30")]),
    ]);
}

#[test]
fn eras_and_lives() {
    check(&[
        ("From 3000 to 1000 BC it spread.", &[("From 3000 to 1000 BC", "from -2999, to -0999")]),
        ("King Henry (1491-1547) wed.", &[("1491", "when 1491"), ("1547", "when 1547")]),
        ("She is among the over-65s.", &[]),
        ("He has a £40k-a-week deal.", &[]),
        ("He hit 18 HR for them.", &[]),
    ]);
}

#[test]
fn times_that_something_is_put_off_to() {
    check(&[
        ("The judge adjourned the case to March 14.", &[("March 14", "when 2025-03-14")]),
        ("He was remanded until Monday.", &[("Monday", "when 2025-03-03, weekday monday")]),
        (
            "It was found at 3.15 on Sunday morning.",
            &[("3.15 on Sunday morning", "when 2025-02-23, clock 03:15, weekday sunday")],
        ),
        (
            "Remind me on the last Friday of every month.",
            &[("the last Friday of every month", "relation every, weekday friday")],
        ),
    ]);
}

#[test]
fn days_and_years_of_something() {
    check(&[
        (
            "On the 15th day of the siege it fell.",
            &[("the 15th day of the siege", "relation ordinal, anchor the siege")],
        ),
        (
            "He died in the seventh year of his reign.",
            &[("the seventh year of his reign", "relation ordinal, anchor his reign")],
        ),
        (
            "Pay rose in the final quarter of 2024.",
            &[("the final quarter of 2024", "from 2024-10, to 2024-12")],
        ),
        ("They lost the final quarter.", &[]),
        ("They met late last night.", &[("late last night", "when 2025-02-26")]),
        (
            "She left on the Friday before Christmas 2024.",
            &[("Friday before Christmas 2024", "when 2024-12-20, weekday friday")],
        ),
        ("It starts on Thursday week.", &[("Thursday week", "when 2025-03-06, weekday thursday")]),
        ("The fort fell in the 380s.", &[("the 380s", "from 0380, to 0389")]),
    ]);
}

#[test]
fn lengths_by_their_neighbours() {
    check(&[
        ("He won in 2m 12.3s.", &[("2m 12.3s", "duration PT2M12.3S, relation within")]),
        ("The flight takes 7 hrs 55.", &[("7 hrs 55", "duration PT7H55M, relation for")]),
        (
            "He got two years, and 200 hours of work.",
            &[("two years", "duration P2Y, relation for"), ("200 hours", "duration PT200H, relation for")],
        ),
        ("She was held for 36 hours before being freed.", &[("36 hours", "duration PT36H, relation for")]),
        ("They fly old B-52s.", &[]),
        ("It will not change overnight.", &[]),
        ("Bids closed at noon Tokyo time.", &[("noon Tokyo time", "clock 12:00")]),
        (
            "He was hurt in the 12th minute of extra time.",
            &[("the 12th minute of extra time", "relation ordinal")],
        ),
    ]);
}

#[test]
fn what_lies_ahead() {
    check(&[
        ("Wheat for May delivery fell.", &[("May", "when 2025-05")]),
        (
            "It was put back to the week commencing 9 June.",
            &[("the week commencing 9 June", "from 2025-06-09, to 2025-06-15")],
        ),
        ("Sales fell by the close of the year.", &[("the close of the year", "when 2025")]),
        (
            "Come 45 mins before closing time.",
            &[(
                "45 mins before closing time",
                "duration PT45M, relation before, anchor closing time, unclear true",
            )],
        ),
        ("The Sun has grown brighter.", &[]),
    ]);
}

#[test]
fn spans_and_every_nth() {
    check(&[
        (
            "The lease runs for 99 years from 25 March 1926.",
            &[("99 years from 25 March 1926", "from 1926-03-25, duration P99Y, relation for")],
        ),
        (
            "It will cost more over the 25 years from 2028.",
            &[("25 years from 2028", "from 2028, duration P25Y, relation for")],
        ),
        ("Water them every third day.", &[("every third day", "duration P3D, relation every")]),
        ("Prices rose between 1450 and the 1520s.", &[("between 1450 and the 1520s", "from 1450, to 1529")]),
        (
            "It left at 8.15 on the morning of 27 September 1825.",
            &[("8.15 on the morning of 27 September 1825", "when 1825-09-27, clock 08:15")],
        ),
    ]);
}

#[test]
fn half_an_hour_past_as_people_say_it() {
    check(&[
        (
            "We met at half nine on Friday.",
            &[("half nine on Friday", "when 2025-02-21, clock 09:30, weekday friday")],
        ),
        ("It shut by half 8.", &[("half 8", "clock 08:30")]),
        ("It stood at half 8 per cent.", &[]),
    ]);
}
