//! Ranges, seasons, quarters and other parts.

use super::*;

#[test]
fn ranges() {
    check(&[
        ("He ruled from 2014 to 2019.", &[("from 2014 to 2019", "from 2014, to 2019")]),
        ("The war of 1939-45 ended.", &[("1939-45", "from 1939, to 1945")]),
        (
            "It fell between January and September 2024.",
            &[("between January and September 2024", "from 2024-01, to 2024-09")],
        ),
        ("The fair ran May 3-5, 2024.", &[("May 3-5, 2024", "from 2024-05-03, to 2024-05-05")]),
        (
            "It ran from 28 December to 3 January 2024.",
            &[("from 28 December to 3 January 2024", "from 2023-12-28, to 2024-01-03")],
        ),
        (
            "It will run from 3 to 12 September.",
            &[("from 3 to 12 September", "from 2025-09-03, to 2025-09-12")],
        ),
        (
            "It will run from 20 February through 9 March.",
            &[("from 20 February through 9 March", "from 2025-02-20, to 2025-03-09")],
        ),
        (
            "They met from Wednesday to Friday.",
            &[("from Wednesday to Friday", "from 2025-02-19, to 2025-02-21")],
        ),
        ("He worked from 6:00am to midnight.", &[("from 6:00am to midnight", "clock 06:00/00:00")]),
        ("It ran from May 2021 until now.", &[("from May 2021 until now", "from 2021-05, to 2025-02-27")]),
        (
            "Sales fell in the three months to 30 September 2024.",
            &[(
                "the three months to 30 September 2024",
                "from 2024-07-01, to 2024-09-30, duration P3M, relation for",
            )],
        ),
        (
            "It lost money in the year to June 2024.",
            &[("the year to June 2024", "from 2023-07, to 2024-06, duration P1Y, relation for")],
        ),
    ]);
}

#[test]
fn a_birth_and_a_death_are_two_times() {
    check(&[
        ("Then Ada Gray (1815 – 1852) wrote it.", &[("1815", "when 1815"), ("1852", "when 1852")]),
        (
            "Then Ada Gray (3 May 1815 – 1 June 1852) wrote it.",
            &[("3 May 1815", "when 1815-05-03"), ("1 June 1852", "when 1852-06-01")],
        ),
        ("In the period (1815 – 1852) it grew.", &[("1815 – 1852", "from 1815, to 1852")]),
    ]);
}

#[test]
fn seasons_and_quarters() {
    check(&[
        ("It opens in spring of 2031.", &[("spring of 2031", "from 2031-03, to 2031-05")]),
        ("It flooded last summer.", &[("last summer", "from 2024-06, to 2024-08")]),
        ("They brought the Winter Olympics to Fell.", &[]),
        ("The toll rose from 7 to 12 on Monday.", &[("Monday", "when 2025-02-24, weekday monday")]),
        ("The fare rises to £2.40 tomorrow.", &[("tomorrow", "when 2025-02-28")]),
        ("Roe told the Times on Monday.", &[("Monday", "when 2025-02-24, weekday monday")]),
        ("The Sunday Times and The Mail on Sunday wrote of it.", &[]),
        ("It froze in the winter of 2019-20.", &[("the winter of 2019-20", "from 2019-12, to 2020-02")]),
        ("Profits fell in Q3 2024.", &[("Q3 2024", "from 2024-07, to 2024-09")]),
        (
            "Profits fell in the third quarter of 2024.",
            &[("the third quarter of 2024", "from 2024-07, to 2024-09")],
        ),
        ("It grew in the first half of 2023.", &[("the first half of 2023", "from 2023-01, to 2023-06")]),
        ("Prices fall and springs break.", &[]),
        ("They scored in the first half.", &[]),
        ("She gave one book to the library and a second to the school.", &[]),
        ("It fell a second later.", &[("a second later", "duration PT1S, relation after, unclear true")]),
    ]);
}

#[test]
fn parts_of_periods() {
    check(&[
        ("It ends in early 2026.", &[("early 2026", "when 2026")]),
        ("It ended in mid-March 2024.", &[("mid-March 2024", "when 2024-03")]),
        ("It should end by the end of 2027.", &[("the end of 2027", "when 2027")]),
        ("It was built in the mid-60s.", &[("the mid-60s", "from 1960, to 1969")]),
        ("Temperatures fell to the mid-60s.", &[]),
        ("Highs in the 40s are likely on the coast.", &[]),
        ("It rained in the first week of May 2024.", &[("the first week of May 2024", "when 2024-05")]),
    ]);
}

#[test]
fn lengths_with_two_ends() {
    check(&[
        ("He drove a CT200h to work.", &[]),
        ("It lasts four to six weeks.", &[("four to six weeks", "relation for")]),
        ("He got two or three years in jail.", &[("two or three years", "relation for")]),
        ("He could get between four and 20 years in jail.", &[("between four and 20 years", "relation for")]),
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

#[test]
fn from_old_years_to_later_ones() {
    check(&[
        ("Dukes held it from 1395 to 1912.", &[("from 1395 to 1912", "from 1395, to 1912")]),
        ("It stood between 1295 and 1412.", &[("between 1295 and 1412", "from 1295, to 1412")]),
        ("They hired between 1200 and 1300 men.", &[]),
        ("Output rose from 1200 to 1300.", &[]),
        (
            "It turned back 40 minutes after take-off.",
            &[("40 minutes after take-off", "duration PT40M, relation after, anchor take-off, unclear true")],
        ),
        ("He drove a night bus.", &[]),
        ("She stayed a night there.", &[("a night", "duration P1D, relation for")]),
    ]);
}
