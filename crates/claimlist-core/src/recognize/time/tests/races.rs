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
fn a_clock_time_has_its_place_and_day() {
    check(&[
        (
            "The quake struck at exactly 5:46:23 on Monday.",
            &[("5:46:23 on Monday", "when 2025-02-24, clock 05:46, weekday monday")],
        ),
        ("It struck at precisely 5:46:23 local time.", &[("5:46:23 local time", "clock 05:46")]),
        (
            "It will open at 8:15 on Monday.",
            &[("8:15 on Monday", "when 2025-03-03, clock 08:15, weekday monday")],
        ),
        ("It struck 5:46:23 local time.", &[("5:46:23 local time", "clock 05:46")]),
        (
            "It starts 8:15:00 on Monday.",
            &[("8:15:00 on Monday", "when 2025-03-03, clock 08:15, weekday monday")],
        ),
        ("She won in about 2:24:07 there.", &[("2:24:07", "duration PT2H24M7S, relation within")]),
        (
            "She ran 2:24:07 on Monday.",
            &[("2:24:07", "duration PT2H24M7S, relation for"), ("Monday", "when 2025-02-24, weekday monday")],
        ),
        ("The odds were 1:50.25 there.", &[]),
    ]);
}
