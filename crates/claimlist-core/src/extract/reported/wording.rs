//! More reported claims in sentences of our own: what is said begins with anything, and who says it is narrowed down.

use super::tests::check;

#[test]
fn what_is_said_may_begin_with_anything() {
    check(&[
        (
            "Mr Roe said nearly 90,000 people were moving to the city.",
            &["Mr Roe said nearly 90,000 people were moving to the city"],
        ),
        (
            "Ms Poe said building a second pier would take months.",
            &["Ms Poe said building a second pier would take months"],
        ),
        ("Measures announced about ten days ago were dropped.", &[]),
        (
            "The driver said the \"inspector\" had shown him a blank card.",
            &["The driver said the \"inspector\" had shown him a blank card"],
        ),
        (
            "The caller said a nurse, and two of her friends, saw the crash.",
            &["The caller said a nurse, and two of her friends, saw the crash"],
        ),
        ("She said no one in the choir sang a note.", &["She said no one in the choir sang a note"]),
        ("As costs ran out of hand in May, Mr Roe said they would fall.", &["Mr Roe said they would fall"]),
        (
            "Sales would rise to 51m by May, but drop to 26m in June, the firm said.",
            &["Sales would rise to 51m by May, but drop to 26m in June, the firm said"],
        ),
        (
            "A think tank in Leeds said it expected fewer trains.",
            &["A think tank in Leeds said it expected fewer trains"],
        ),
        (
            "A new pier - even one that took ten years to plan - would bring jobs, the council said.",
            &["A new pier - even one that took ten years to plan - would bring jobs, the council said"],
        ),
        ("The pier would help, though she could not forecast a sum.", &[]),
    ]);
}

#[test]
fn headlines_and_polls() {
    check(&[
        ("Rail fares cut, Roe says", &["Rail fares cut, Roe says"]),
        ("Firms to pay more, minister claims", &["Firms to pay more, minister claims"]),
        (
            "Nearly a third of those asked said Roe should stay.",
            &["Nearly a third of those asked said Roe should stay"],
        ),
        (
            "Some 47% of those asked said they had seen it.",
            &["Some 47% of those asked said they had seen it"],
        ),
        (
            "Some of the men arrested said they were innocent.",
            &["Some of the men arrested said they were innocent"],
        ),
        (
            "Few parents trust the new exam, a survey suggests.",
            &["Few parents trust the new exam, a survey suggests"],
        ),
        (
            "A review found the gates of the dam had been shut.",
            &["A review found the gates of the dam had been shut"],
        ),
        ("She found the account he had given.", &[]),
    ]);
}

#[test]
fn subjects_that_are_narrowed_down() {
    check(&[
        (
            "The museum said letters found would stay in Leeds.",
            &["The museum said letters found would stay in Leeds"],
        ),
        (
            "Two nurses who had seen it reported in letters that it had burst.",
            &["Two nurses who had seen it reported in letters that it had burst"],
        ),
        ("However 30% said they had left.", &["30% said they had left"]),
        (
            "The survey showed the price of the homes sold had doubled.",
            &["The survey showed the price of the homes sold had doubled"],
        ),
        (
            "She added some roads, such as the A9, had flooded.",
            &["She added some roads, such as the A9, had flooded"],
        ),
    ]);
}
