//! Durations, frequencies, orders and clock times.

use super::*;

#[test]
fn durations() {
    check(&[
        ("It lasted two and a half hours.", &[("two and a half hours", "duration PT2.5H, relation for")]),
        ("He was held for three years.", &[("three years", "duration P3Y, relation for")]),
        ("A 12-day visit began.", &[("12-day", "duration P12D, relation for")]),
        ("She sang for half an hour.", &[("half an hour", "duration PT0.5H, relation for")]),
        ("It takes an hour and a half.", &[("an hour and a half", "duration PT1.5H, relation for")]),
        ("It must be paid within 30 days.", &[("30 days", "duration P30D, relation within")]),
        (
            "It lasted 2 years, 1 month and 21 days.",
            &[("2 years, 1 month and 21 days", "duration P2Y1M21D, relation for")],
        ),
        ("The trial is expected to last six weeks.", &[("six weeks", "duration P6W, relation for")]),
    ]);
}

#[test]
fn ages_and_rates_are_no_durations() {
    for text in [
        "A 39-year-old driver fled.",
        "The boy, aged 14, fled.",
        "She is six years old.",
        "It costs $50 a day.",
    ] {
        assert!(times(text, DAY, DateOrder::Detect).is_empty(), "{text}");
    }
}

#[test]
fn frequencies_and_orders() {
    check(&[
        ("They come every year.", &[("every year", "duration P1Y, relation every")]),
        ("They meet each Monday.", &[("each Monday", "relation every, weekday monday")]),
        ("They meet twice a week.", &[("twice a week", "duration P1W, relation every")]),
        ("They vote every two years.", &[("every two years", "duration P2Y, relation every")]),
        ("It is paid annually.", &[("annually", "relation every")]),
        ("The annual weekly paper failed.", &[]),
        (
            "Sales fell for the third year running.",
            &[("the third year running", "duration P3Y, relation ordinal")],
        ),
        (
            "It rained for the second consecutive month.",
            &[("the second consecutive month", "duration P2M, relation ordinal")],
        ),
    ]);
}

#[test]
fn clock_times() {
    check(&[
        ("It hit at 18:30 GMT.", &[("18:30 GMT", "clock 18:30Z")]),
        ("It hit at 5 p.m. in Lima.", &[("5 p.m.", "clock 17:00")]),
        ("It closed at noon.", &[("noon", "clock 12:00")]),
        ("It rang at six o'clock.", &[("six o'clock", "clock 06:00")]),
        ("It hit at 5pm on Tuesday.", &[("5pm on Tuesday", "when 2025-02-25, clock 17:00, weekday tuesday")]),
        (
            "It hit on Tuesday at noon.",
            &[("Tuesday at noon", "when 2025-02-25, clock 12:00, weekday tuesday")],
        ),
        ("They won 3:2 and 25:70.", &[]),
    ]);
}

#[test]
fn an_outing_is_no_length() {
    check(&[
        ("They had a night out in Hull.", &[]),
        ("It was a day out for all.", &[]),
        ("She was just a day out of hospital.", &[("just a day", "duration P1D, relation for")]),
        ("It lasted a night.", &[("a night", "duration P1D, relation for")]),
    ]);
}
