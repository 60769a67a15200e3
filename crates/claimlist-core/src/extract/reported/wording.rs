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
            "Mr Roe said getting agreement between the sides would take months.",
            &["Mr Roe said getting agreement between the sides would take months"],
        ),
        ("Measures announced about ten days ago were dropped.", &[]),
        (
            "Ms Poe said the \"night guard\" told her the door had been found open.",
            &["Ms Poe said the \"night guard\" told her the door had been found open"],
        ),
        (
            "Mr Roe said the man, and an American official, tried to hire him as a guide.",
            &["Mr Roe said the man, and an American official, tried to hire him as a guide"],
        ),
        ("She said no one in the hall took the blame.", &["She said no one in the hall took the blame"]),
        ("As costs ran out of hand in May, Mr Roe said they would fall.", &["Mr Roe said they would fall"]),
        (
            "Growth would reach 4.4% in 2027, but fall to 3.3% next year, the bank said.",
            &["Growth would reach 4.4% in 2027, but fall to 3.3% next year, the bank said"],
        ),
        (
            "The Leeds-based economics think tank said it believed the economy could recover.",
            &["The Leeds-based economics think tank said it believed the economy could recover"],
        ),
        (
            "A recovery in Japan - albeit one that has slowed in recent months - would help growth, the bank said.",
            &[
                "A recovery in Japan - albeit one that has slowed in recent months - would help growth, the bank said",
            ],
        ),
        ("The plan would help, though he could not predict a figure.", &[]),
    ]);
}

#[test]
fn headlines_and_polls() {
    check(&[
        ("Petrol duties frozen, Roe says", &["Petrol duties frozen, Roe says"]),
        ("Firms to pay more, minister claims", &["Firms to pay more, minister claims"]),
        ("Nearly half those polled said Roe should go.", &["Nearly half those polled said Roe should go"]),
        (
            "A total of 53% of those asked said they had heard of it.",
            &["A total of 53% of those asked said they had heard of it"],
        ),
        (
            "Some of the men arrested said they were innocent.",
            &["Some of the men arrested said they were innocent"],
        ),
        (
            "Most voters believe it was wrong, a poll suggests.",
            &["Most voters believe it was wrong, a poll suggests"],
        ),
        (
            "An inquiry found his account of events had been wrong.",
            &["An inquiry found his account of events had been wrong"],
        ),
        ("She found the account he had given.", &[]),
    ]);
}

#[test]
fn subjects_that_are_narrowed_down() {
    check(&[
        (
            "The board said files found would not be passed on.",
            &["The board said files found would not be passed on"],
        ),
        (
            "Some clerks who had tried it reported on two sites that it had failed.",
            &["Some clerks who had tried it reported on two sites that it had failed"],
        ),
        ("However 60% said it would help.", &["60% said it would help"]),
        (
            "The report showed the cost of the projects covered was expected to rise.",
            &["The report showed the cost of the projects covered was expected to rise"],
        ),
        (
            "He added some projects, such as the Fell bridge, were late.",
            &["He added some projects, such as the Fell bridge, were late"],
        ),
    ]);
}
