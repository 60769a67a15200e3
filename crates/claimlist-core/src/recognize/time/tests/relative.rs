//! Times reckoned from the day of publication or from another date.

use super::*;

#[test]
fn weekdays_look_back_or_ahead() {
    check(&[
        ("The shop opened on Tuesday.", &[("Tuesday", "when 2025-02-25, weekday tuesday")]),
        ("The shop opened on Thursday.", &[("Thursday", "when 2025-02-27, weekday thursday")]),
        ("The shop will open on Tuesday.", &[("Tuesday", "when 2025-03-04, weekday tuesday")]),
        ("The trial is due to start on Monday.", &[("Monday", "when 2025-03-03, weekday monday")]),
        ("The strike ended last Friday.", &[("last Friday", "when 2025-02-21, weekday friday")]),
        ("Talks resume next Thursday.", &[("next Thursday", "when 2025-03-06, weekday thursday")]),
        ("He fell on Tuesday evening.", &[("Tuesday evening", "when 2025-02-25, weekday tuesday")]),
        ("He fell on Friday last week.", &[("Friday last week", "when 2025-02-21, weekday friday")]),
    ]);
}

#[test]
fn what_stands_behind_an_article_may_be_no_opener_itself() {
    for (text, wanted) in [
        ("The ship sailed the night before the storm.", "the night before the storm"),
        ("They signed a billion-year contract.", "a billion-year"),
        ("He stayed a whole week.", "a whole week"),
        ("It took a business day.", "a business day"),
        ("It began in the latter part of 2019.", "the latter part of 2019"),
        ("It lasted more than two days.", "more than two days"),
        ("She left that morning.", "that morning"),
        ("It ran for a quarter of an hour.", "a quarter of an hour"),
        ("The bank of the river froze.", ""),
    ] {
        let found: Vec<_> = times(text, DAY, DateOrder::Detect).into_iter().map(|(span, _)| span).collect();
        assert_eq!(found.join("|"), wanted, "{text}");
    }
}

#[test]
fn days_weeks_months_and_years_from_today() {
    check(&[
        ("It burned yesterday.", &[("yesterday", "when 2025-02-26")]),
        ("It burned yesterday afternoon.", &[("yesterday afternoon", "when 2025-02-26")]),
        ("They vote the day after tomorrow.", &[("the day after tomorrow", "when 2025-03-01")]),
        ("They voted last week.", &[("last week", "from 2025-02-17, to 2025-02-23")]),
        ("They voted earlier this week.", &[("earlier this week", "from 2025-02-24, to 2025-03-02")]),
        ("They vote next month.", &[("next month", "when 2025-03")]),
        ("They voted last year.", &[("last year", "when 2024")]),
        ("They will vote late next year.", &[("late next year", "when 2026")]),
        (
            "Rain fell over the past 30 days.",
            &[("the past 30 days", "from 2025-01-28, to 2025-02-27, duration P30D, relation for")],
        ),
        ("Now it is soon, and recently it once was then.", &[]),
    ]);
}

#[test]
fn so_long_ago_or_from_now() {
    check(&[
        ("It closed two years ago.", &[("two years ago", "when 2023, duration P2Y, relation ago")]),
        (
            "It closed nearly a decade ago.",
            &[("nearly a decade ago", "when 2015, duration P10Y, relation ago")],
        ),
        ("It closed six months ago.", &[("six months ago", "when 2024-08, duration P6M, relation ago")]),
        ("It closed three days ago.", &[("three days ago", "when 2025-02-24, duration P3D, relation ago")]),
        (
            "It closed two weeks ago.",
            &[("two weeks ago", "from 2025-02-10, to 2025-02-16, duration P2W, relation ago")],
        ),
        ("It closed several years ago.", &[("several years ago", "relation ago, unclear true")]),
        (
            "It opens two weeks from now.",
            &[("two weeks from now", "from 2025-03-10, to 2025-03-16, duration P2W, relation after")],
        ),
    ]);
}

#[test]
fn from_another_date() {
    check(&[
        (
            "He was born on 4 May 1976. Two days later, his father left.",
            &[
                ("4 May 1976", "when 1976-05-04"),
                ("Two days later", "when 1976-05-06, duration P2D, relation after"),
            ],
        ),
        (
            "The firm grew in 2011. It was sold in March the same year.",
            &[("2011", "when 2011"), ("March the same year", "when 2011-03")],
        ),
        ("She won in 1998. That year, she moved.", &[("1998", "when 1998"), ("That year", "when 1998")]),
        ("The next day, he left.", &[("The next day", "unclear true")]),
        (
            "It came two days before 3 May 2024.",
            &[("two days before 3 May 2024", "when 2024-05-01, duration P2D, relation before")],
        ),
        (
            "They met ten days before the start of the fair.",
            &[(
                "ten days before the start of the fair",
                "duration P10D, relation before, anchor the start of the fair, unclear true",
            )],
        ),
        (
            "They fled a week after the dam broke.",
            &[(
                "a week after the dam broke",
                "duration P1W, relation after, anchor the dam broke, unclear true",
            )],
        ),
    ]);
}

#[test]
fn against_a_schedule() {
    check(&[
        (
            "The line opened three years ahead of schedule.",
            &[("three years ahead of schedule", "duration P3Y, relation ahead-of, anchor schedule")],
        ),
        (
            "The line is 18 months behind schedule.",
            &[("18 months behind schedule", "duration P18M, relation behind, anchor schedule")],
        ),
    ]);
}

#[test]
fn a_date_alone_at_the_top_is_the_day_of_publication() {
    let text = "Bridge reopens\n\nTuesday, March 8, 2011\n\nThe bridge opened yesterday.";
    let got = times(text, "", DateOrder::Detect);
    assert_eq!(got.last().map(|time| time.1.as_str()), Some("when 2011-03-07"), "{got:?}");
}

#[test]
fn the_same_of_another_year() {
    check(&[
        (
            "Sales rose in January, as in the same month last year.",
            &[("January", "when 2025-01"), ("the same month last year", "when 2024-01")],
        ),
        ("It is up on the same quarter a year ago.", &[("the same quarter a year ago", "when 2024")]),
        ("He was shot in the 2100 block of Elm Street.", &[]),
        ("It fell in the same week of 2019.", &[("the same week of 2019", "when 2019")]),
        ("The last day of the trial was tense.", &[("The last day", "unclear true")]),
        (
            "It opens on the last weekend of August.",
            &[("the last weekend of August", "from 2025-08-30, to 2025-08-31")],
        ),
        ("Sales rose 4% more than a year ago.", &[("a year ago", "when 2024, duration P1Y, relation ago")]),
        ("The hearing was put back to 9 May.", &[("9 May", "when 2025-05-09")]),
        ("That was all she would say on Tuesday.", &[("Tuesday", "when 2025-02-25, weekday tuesday")]),
        ("It is 5% below 1990 levels.", &[("1990", "when 1990")]),
        ("It cost £5m in 2019 prices.", &[("2019", "when 2019")]),
        ("The play opens tonight at 7.30.", &[("tonight at 7.30", "when 2025-02-27, clock 07:30")]),
    ]);
}

#[test]
fn years_and_lengths_in_two_parts() {
    check(&[
        ("It was the worst since 2008-9.", &[("2008-9", "from 2008, to 2009")]),
        ("It fell in 2002/3.", &[("2002/3", "from 2002, to 2003")]),
        ("She was mayor from 2008-12.", &[("2008-12", "from 2008, to 2012")]),
        ("It takes 30 mins to 2 hrs.", &[("30 mins to 2 hrs", "relation for")]),
        (
            "It went from 30 minutes to 2 hours.",
            &[("30 minutes", "duration PT30M, relation for"), ("2 hours", "duration PT2H, relation for")],
        ),
        (
            "He reigned for 22 years, from 1377 to 1399.",
            &[("22 years", "duration P22Y, relation for"), ("from 1377 to 1399", "from 1377, to 1399")],
        ),
        ("Fines are £10,000 or six months in jail.", &[("six months", "duration P6M, relation for")]),
        ("Roe and Doe made half centuries there.", &[]),
        ("She made a birdie on the fourth.", &[]),
        ("Roe was shot dead on the 16th.", &[("the 16th", "when 2025-02-16")]),
        ("Deaths rose from 1200 to 1300.", &[]),
        ("The toll went from 1290 to 1210.", &[]),
        (
            "Thefts fell in the year to the end of June 2024.",
            &[("the year to the end of June 2024", "from 2023-07, to 2024-06, duration P1Y, relation for")],
        ),
    ]);
}

#[test]
fn what_lasts_until_a_day_lies_ahead() {
    check(&[
        ("The road is shut until Monday.", &[("Monday", "when 2025-03-03, weekday monday")]),
        ("Roe has joined Vale on loan until January.", &[("January", "when 2026-01")]),
        ("It was held until January.", &[("January", "when 2025-01")]),
    ]);
}

#[test]
fn the_same_period_of_another_year() {
    check(&[
        ("It sold 40 in the same period last year.", &[("the same period last year", "when 2024")]),
        ("It sold 40 in the same period of 2023.", &[("the same period of 2023", "when 2023")]),
        ("It was dry at the same time last year.", &[("the same time last year", "when 2024")]),
        ("It was dry at the same time.", &[]),
    ]);
}

#[test]
fn a_period_of_the_year_before() {
    check(&[
        ("It sold 40 in the prior year period.", &[("the prior year period", "unclear true")]),
        ("It sold 40 in the year-ago quarter.", &[("the year-ago quarter", "unclear true")]),
        (
            "It sold 40 in 2018, up from 30 in the prior-year quarter.",
            &[("2018", "when 2018"), ("the prior-year quarter", "when 2017")],
        ),
        ("It sold 40 in the comparable quarter of 2000.", &[("the comparable quarter of 2000", "when 2000")]),
        (
            "Sales fell for the past two quarters.",
            &[("the past two quarters", "from 2024-08, to 2025-02, duration P6M, relation for")],
        ),
        (
            "Pay fell in the three years from 2008 to 2011.",
            &[("three years from 2008 to 2011", "from 2008, to 2011, duration P3Y, relation for")],
        ),
        ("It closed at 7.30 this morning.", &[("7.30 this morning", "when 2025-02-27, clock 07:30")]),
        (
            "It takes three quarters of an hour.",
            &[("three quarters of an hour", "duration PT0.75H, relation for")],
        ),
    ]);
}

#[test]
fn the_year_of_a_law_is_its_name() {
    check(&[
        ("He broke the Mills Act 1968 in May 2004.", &[("May 2004", "when 2004-05")]),
        ("The 1968 Act was dropped.", &[]),
        ("The act 1968 brought was dropped.", &[("1968", "when 1968")]),
        ("It rose on a year-to-date basis.", &[("year-to-date", "from 2025-01-01, to 2025-02-27")]),
    ]);
}
