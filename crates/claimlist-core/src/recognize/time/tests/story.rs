//! Which year a date without one lies in: that of the story, and of nothing else.

use super::*;

#[test]
fn without_a_day_of_publication_nothing_is_guessed() {
    check_on(
        "",
        &[
            (
                "The council wants a third of homes on heat pumps by 2035. The first pipes were laid in January.",
                &[("2035", "when 2035"), ("January", "unclear true")],
            ),
            (
                "Tom Gray (born 1955) opened a shop. He was fined on 30 October.",
                &[("1955", "when 1955"), ("30 October", "unclear true")],
            ),
            (
                "The mill, which closed in 1998, changed hands. It burned down in March.",
                &[("1998", "when 1998"), ("March", "unclear true")],
            ),
            (
                "Fans of the 2012 Games gathered again. They marched in March.",
                &[("2012", "when 2012"), ("March", "unclear true")],
            ),
            (
                "She won in 1998.\n\nIn March the town voted.",
                &[("1998", "when 1998"), ("March", "unclear true")],
            ),
            (
                "He left in 1998. On Tuesday he came back. He rests in a villa bought in March.",
                &[
                    ("1998", "when 1998"),
                    ("Tuesday", "weekday tuesday, unclear true"),
                    ("March", "unclear true"),
                ],
            ),
            (
                "The target is 2035. Two years later, the grant ended.",
                &[("2035", "when 2035"), ("Two years later", "duration P2Y, relation after, unclear true")],
            ),
        ],
    );
}

#[test]
fn a_story_goes_on_in_its_year() {
    check_on(
        "",
        &[
            (
                "In 1943 she moved to Hull. In March she found work, and on 4 May she married.",
                &[("1943", "when 1943"), ("March", "when 1943-03"), ("4 May", "when 1943-05-04")],
            ),
            (
                "She arrived on 3 May 1919. Two days later, she left. That year, her father died.",
                &[
                    ("3 May 1919", "when 1919-05-03"),
                    ("Two days later", "when 1919-05-05, duration P2D, relation after"),
                    ("That year", "when 1919"),
                ],
            ),
        ],
    );
}

#[test]
fn a_target_is_no_year_of_the_news() {
    check(&[
        (
            "The town wants to halve waste by 2035. A first plant opened in January.",
            &[("2035", "when 2035"), ("January", "when 2025-01")],
        ),
        (
            "He left in December 1991. In May he was back in Riga.",
            &[("December 1991", "when 1991-12"), ("May", "when 1992-05")],
        ),
    ]);
}

#[test]
fn a_text_about_times_long_past_has_no_news() {
    let text = "He was born in 1811. He went to school in 1823. He sat the examination in 1828 and failed. On 14 February he \
                tried again.";
    let got = times(text, DAY, DateOrder::Detect);
    assert_eq!(got.last(), Some(&("14 February".to_owned(), "when 1828-02-14".to_owned())));
}

#[test]
fn what_is_to_come_or_was_before_is_not_told() {
    check(&[
        (
            "The sides met last June. They will meet again in July and on 25 August.",
            &[("last June", "when 2024-06"), ("July", "when 2025-07"), ("25 August", "when 2025-08-25")],
        ),
        ("She has been appointed to lead the march on 13 March.", &[("13 March", "when 2025-03-13")]),
        (
            "The fraud is said to have begun in 1994. The minister opened an inquiry in December.",
            &[("1994", "when 1994"), ("December", "when 2024-12")],
        ),
        (
            "They sold more in 2024 than they did in 2021. It opened in November.",
            &[("2024", "when 2024"), ("2021", "when 2021"), ("November", "when 2024-11")],
        ),
        (
            "It made a loss and hopes to move into profit in 2026. It had five million customers at the end of December.",
            &[("2026", "when 2026"), ("the end of December", "when 2024-12")],
        ),
        (
            "She is expected to ban the sale of 18-rated games at a meeting on Sunday.",
            &[("Sunday", "when 2025-03-02, weekday sunday")],
        ),
        ("He was bailed until 4 May.", &[("4 May", "when 2025-05-04")]),
        ("It cost the state 900m francs (£1m) a month.", &[]),
        (
            "The last two weeks of the ban are suspended.",
            &[("The last two weeks", "duration P2W, relation for")],
        ),
        (
            "It came on the first day of a two-day hearing in Hull.",
            &[("the first day of a two-day hearing", "relation ordinal, anchor a two-day hearing")],
        ),
        ("She told Radio 4's Today programme that.", &[]),
        ("Today rain fell.", &[("Today", "when 2025-02-27")]),
        ("She came back from 5-2 down.", &[]),
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
fn who_was_chosen_was_so_in_the_past() {
    check_on(
        "2026-11-30",
        &[
            ("He was appointed chief executive in March.", &[("March", "when 2026-03")]),
            ("She was chosen as leader in July.", &[("July", "when 2026-07")]),
            ("She was appointed on 3 May.", &[("3 May", "when 2026-05-03")]),
            ("Ms Roe, who was appointed in March, said profits would rise.", &[("March", "when 2026-03")]),
            ("The price was agreed in December.", &[("December", "when 2025-12")]),
            ("The record was set in March.", &[("March", "when 2026-03")]),
            ("The vote was set for 3 March.", &[("3 March", "when 2027-03-03")]),
            ("She was chosen to lead the march in May.", &[("May", "when 2027-05")]),
        ],
    );
}

#[test]
fn only_what_was_arranged_lies_soon_ahead() {
    check_on(
        "2026-11-30",
        &[
            ("The fire broke out on 14 December.", &[("14 December", "when 2025-12-14")]),
            ("Police found the body on 12 December.", &[("12 December", "when 2025-12-12")]),
            (
                "He was born on 8 December and died on 9 December.",
                &[("8 December", "when 2025-12-08"), ("9 December", "when 2025-12-09")],
            ),
            ("She was named for the match on 13 December.", &[("13 December", "when 2026-12-13")]),
            ("She was named captain on 13 December.", &[("13 December", "when 2025-12-13")]),
            ("The vote was called for 14 December.", &[("14 December", "when 2026-12-14")]),
            ("The race was moved to 14 December.", &[("14 December", "when 2026-12-14")]),
        ],
    );
}

#[test]
fn a_verb_with_a_prefix_has_its_tense() {
    check_on(
        "2026-11-30",
        &[
            ("Voters re-elected him in December.", &[("December", "when 2025-12")]),
            ("The two co-founded it in December.", &[("December", "when 2025-12")]),
            ("The firm was co-founded in December.", &[("December", "when 2025-12")]),
            ("The museum re-opened in December.", &[("December", "when 2025-12")]),
            ("Ministers fast-tracked the bill in December.", &[("December", "when 2025-12")]),
            ("Fans pre-ordered the game in December.", &[("December", "when 2025-12")]),
        ],
    );
}
