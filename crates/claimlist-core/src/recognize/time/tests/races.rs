//! Times of races, and clock times that look like them.

use super::*;

#[test]
fn hours_minutes_and_seconds_are_a_length() {
    check(&[
        ("She ran it in 2:24:07 there.", &[("2:24:07", "duration PT2H24M7S, relation within")]),
        ("His record of 1:44.62 still stands.", &[("1:44.62", "duration PT1M44.62S, relation for")]),
        ("He rode it in 10:05:33.5 there.", &[("10:05:33.5", "duration PT10H5M33.5S, relation within")]),
        ("It struck at 9:12:40.", &[("9:12:40", "clock 09:12")]),
        ("It struck 9:12:40 GMT.", &[("9:12:40 GMT", "clock 09:12Z")]),
        ("The log says 14:32:10 there.", &[("14:32:10", "clock 14:32")]),
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

#[test]
fn an_outing_is_no_length() {
    check(&[
        ("They had a night out in Hull.", &[]),
        ("It was a day out for all.", &[]),
        ("It lasted a night.", &[("a night", "duration P1D, relation for")]),
    ]);
}

#[test]
fn what_lasts_since_a_month_is_told_of_now() {
    check(&[
        (
            "The firm has led the table since June 2022. In September it fell back.",
            &[("June 2022", "when 2022-06"), ("September", "when 2024-09")],
        ),
        (
            "The firm was sold in June 2019. In September it fell back.",
            &[("June 2019", "when 2019-06"), ("September", "when 2019-09")],
        ),
    ]);
}

#[test]
fn days_of_one_month() {
    check(&[
        ("It will sit on 2, 3 and 4 April.", &[("2, 3 and 4 April", "from 2025-04-02, to 2025-04-04")]),
        (
            "They will play on 25 June, 2 and 9 July.",
            &[("25 June", "when 2025-06-25"), ("2", "when 2025-07-02"), ("9 July", "when 2025-07-09")],
        ),
        ("She will sing on 2 and 9 July.", &[("2", "when 2025-07-02"), ("9 July", "when 2025-07-09")]),
        ("They will play on 19/20 April.", &[("19/20 April", "from 2025-04-19, to 2025-04-20")]),
        ("He sold 2 and 9 July was dry.", &[("9 July", "when 2024-07-09")]),
    ]);
}
