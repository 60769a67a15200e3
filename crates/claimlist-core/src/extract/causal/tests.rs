//! Causes in sentences of our own: the claims with their direction.

use crate::extract::tests::check;
use crate::{ClaimKind, Slot};

#[test]
fn figures_in_words_behind_because() {
    let found = crate::extract::tests::claims(
        "It shut because fewer than ten people came.",
        crate::ClaimKind::Causal,
    );
    assert_eq!(found[0].0, "because fewer than ten people came");
}

#[test]
fn connectives_open_causes_purposes_and_consequences() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            ("The match was called off due to heavy rain.", &[("due to heavy rain", "cause")]),
            ("The mill shut, so 40 people lost their jobs.", &[("so 40 people lost their jobs", "effect")]),
            ("Because the law had lapsed, he was freed.", &[("Because the law had lapsed", "cause")]),
            (
                "They closed the road in order to repair the bridge.",
                &[("in order to repair the bridge", "purpose")],
            ),
            (
                "Flights were cancelled because of a strike by pilots.",
                &[("because of a strike by pilots", "cause")],
            ),
            (
                "As a result, the bank closed two branches.",
                &[("As a result, the bank closed two branches", "effect")],
            ),
            ("She fell asleep due to lack of sleep.", &[("due to lack of sleep", "cause")]),
            ("Due to that, the road was closed.", &[("Due to that", "cause")]),
            ("It is odd in that it has no door.", &[("in that it has no door", "cause")]),
            ("They were not unusual in that area.", &[]),
            ("The plan is risky in that banks could fail.", &[("in that banks could fail", "cause")]),
            ("They know what caused the crash.", &[]),
            ("Nobody asked what is the result of it.", &[]),
            ("The fire was the result of a leak.", &[("was the result of a leak", "cause")]),
            ("A leak was the cause of the fire.", &[("A leak was the cause of the fire", "effect")]),
            ("\"I left because I was ill,\" she said.", &[]),
            ("The train is due to leave at noon.", &[]),
        ],
    );
}

#[test]
fn verbs_of_cause() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            ("The storm caused a blackout.", &[("The storm caused a blackout", "effect")]),
            ("The fire was caused by a faulty cable.", &[("was caused by a faulty cable", "cause")]),
            (
                "Fires are common because of drought, badly built houses and weak laws.",
                &[("because of drought, badly built houses and weak laws", "cause")],
            ),
            ("A pipe burst, causing a flood.", &[("causing a flood", "effect")]),
            (
                "The ruling led to protests in the capital.",
                &[("The ruling led to protests in the capital", "effect")],
            ),
            ("She led the team to victory.", &[]),
        ],
    );
}

#[test]
fn clauses_with_after_and_so() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            (
                "He resigned after police searched his office.",
                &[("after police searched his office", "cause")],
            ),
            ("They moved to Leeds so they could visit her.", &[("so they could visit her", "purpose")]),
            ("He left after lunch.", &[]),
            ("Roe, whose rating rose as a result, will play.", &[]),
        ],
    );
}

#[test]
fn causes_with_compounds() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            (
                "Shares fell due to weaker-than-expected sales.",
                &[("due to weaker-than-expected sales", "cause")],
            ),
            (
                "It fell as a result of the looming 2024 general elections.",
                &[("as a result of the looming 2024 general elections", "cause")],
            ),
            ("He lost because of his past record.", &[("because of his past record", "cause")]),
        ],
    );
}

#[test]
fn causes_that_may_look_like_verbs() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            ("The delay was due to record rainfall.", &[("due to record rainfall", "cause")]),
            ("It fell due to cost-of-living pressures.", &[("due to cost-of-living pressures", "cause")]),
            ("It was due in large part to dry wood.", &[("due in large part to dry wood", "cause")]),
            ("The band is due to record an album.", &[]),
        ],
    );
}

#[test]
fn clauses_with_two_subjects() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            ("It closed because wages and prices rose.", &[("because wages and prices rose", "cause")]),
            (
                "It closed because the rain and the wind came.",
                &[("because the rain and the wind came", "cause")],
            ),
            ("It closed because rents rose and the staff left.", &[("because rents rose", "cause")]),
            (
                "As a result, the firm noted that the dam and the mill had closed.",
                &[("As a result, the firm noted that the dam and the mill had closed", "effect")],
            ),
        ],
    );
}

#[test]
fn ways_and_departures_are_no_causes() {
    check(
        ClaimKind::Causal,
        Slot::Direction,
        &[
            ("The blast set off a fire.", &[("The blast set off a fire", "effect")]),
            ("The march set off from Hull.", &[]),
            ("The steps down the cliff led to a cave.", &[]),
            ("No roads lead to the lake.", &[]),
            (
                "The closure of the road led to protests.",
                &[("The closure of the road led to protests", "effect")],
            ),
        ],
    );
}
