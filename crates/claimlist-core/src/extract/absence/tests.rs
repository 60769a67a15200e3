//! Absences in sentences of our own: the claims with their negators.

use crate::extract::tests::check;
use crate::{ClaimKind, Slot};

#[test]
fn more_of_something_is_none() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("No more homes were lost.", &[("No more homes were lost", "No")]),
            ("No more than 40 homes were lost.", &[]),
            ("He is no more.", &[]),
        ],
    );
}

#[test]
fn subject_object_and_verb_deny() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("No one was hurt in the fire.", &[("No one was hurt in the fire", "No")]),
            ("There were no arrests.", &[("There were no arrests", "no")]),
            (
                "The firm neither confirmed nor denied the report on Monday.",
                &[("The firm neither confirmed nor denied the report on Monday", "neither")],
            ),
            (
                "The firm has neither paid nor appealed.",
                &[("The firm has neither paid nor appealed", "neither")],
            ),
            ("The trust is yet to answer.", &[("The trust is yet to answer", "is yet")]),
            ("She said no one in the choir sang a note.", &[("no one in the choir sang a note", "no")]),
            ("The board has not published the report.", &[("The board has not published the report", "not")]),
            (
                "The mayor never visited the camp, records show.",
                &[("The mayor never visited the camp", "never")],
            ),
            ("The police found no evidence of fraud.", &[("The police found no evidence of fraud", "no")]),
            ("None of the ships returned.", &[("None of the ships returned", "None")]),
            (
                "The ministry did not respond to a request.",
                &[("The ministry did not respond to a request", "not")],
            ),
            (
                "Rain fell, but there has been no flooding in the town.",
                &[("there has been no flooding in the town", "no")],
            ),
            (
                "None of the mines opened in May has been sold.",
                &[("None of the mines opened in May has been sold", "None")],
            ),
            ("Nobody knows how long it lasts.", &[("Nobody knows how long it lasts", "Nobody")]),
            ("The remains could not be identified.", &[("The remains could not be identified", "not")]),
        ],
    );
}

#[test]
fn what_was_not_said_or_known() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("The firm has said nothing.", &[("The firm has said nothing", "nothing")]),
            ("She did not say where he lived.", &[("She did not say where he lived", "not")]),
            ("What made them leave is unclear.", &[("What made them leave is unclear", "unclear")]),
            (
                "The clerk declined to say when it would open.",
                &[("The clerk declined to say when it would open", "declined")],
            ),
            ("Why they left is not known.", &[("Why they left is not known", "not")]),
            ("Before the war she had never left.", &[("she had never left", "never")]),
        ],
    );
}

#[test]
fn verbs_of_failing_and_unknowns() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("The ministry declined to comment.", &[("The ministry declined to comment", "declined")]),
            ("He failed to appear in court.", &[("He failed to appear in court", "failed")]),
            ("The cause is still unknown.", &[("The cause is still unknown", "unknown")]),
            ("The firm lacked a permit.", &[("The firm lacked a permit", "lacked")]),
            (
                "Crews have been unable to reach the village.",
                &[("Crews have been unable to reach the village", "unable to")],
            ),
            ("The troops refused to leave.", &[]),
        ],
    );
}

#[test]
fn phrases_deny_too() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("Never before had the mill made a loss.", &[("Never before had the mill made a loss", "Never")]),
            (
                "At no time did the firm tell the bank of it.",
                &[("At no time did the firm tell the bank of it", "no")],
            ),
            ("At no time limit did the firm hint.", &[]),
            ("Never did Roe win the seat.", &[("Never did Roe win the seat", "Never")]),
            ("He was late, nor did she pay the fee.", &[("nor did she pay the fee", "nor")]),
            ("He sold wine without a licence.", &[("without a licence", "without")]),
            ("The boat sank, with no survivors.", &[("with no survivors", "no")]),
            (
                "Not mentioned on its \"Fair Play\" page, the fees are high.",
                &[("Not mentioned on its \"Fair Play\" page", "Not")],
            ),
            ("Without a deal, prices could rise.", &[]),
            ("It will fail without another $3 billion a year.", &[]),
            ("He was without doubt the best.", &[]),
        ],
    );
}

#[test]
fn wishes_opinions_and_the_future_deny_nothing() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("He does not want to resign.", &[]),
            ("The bank will not raise its rate.", &[]),
            ("A contract is not a blank cheque.", &[]),
            ("\"I did not do it,\" he said.", &[]),
            ("It was no longer cold and there is no doubt.", &[]),
            ("If the law is not changed, prices fall.", &[]),
            ("Not only farmers protested.", &[]),
            ("She left when asked what she had.", &[]),
        ],
    );
}

#[test]
fn never_stays_with_the_verb_it_denies() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("She lived in Hull and never married.", &[("never married", "never")]),
            ("He was named five times but never won.", &[("never won", "never")]),
            ("They have never been to Norway.", &[("They have never been to Norway", "never")]),
            ("It has never been easy.", &[]),
            (
                "Never before have so many ships been lost.",
                &[("Never before have so many ships been lost", "Never")],
            ),
            (
                "Never before in its history has the club lost.",
                &[("Never before in its history has the club lost", "Never")],
            ),
            ("Not since 1990 has the club won.", &[("Not since 1990 has the club won", "Not")]),
            ("Not since it shut in 1990.", &[]),
        ],
    );
}

#[test]
fn none_of_what_is_counted() {
    check(
        ClaimKind::Absence,
        Slot::Negator,
        &[
            ("They have built not a single school.", &[("They have built not a single school", "not")]),
            ("On neither occasion did anyone call.", &[("On neither occasion did anyone call", "neither")]),
            (
                "On neither occasion did anyone at the Ports Board reply.",
                &[("On neither occasion did anyone at the Ports Board reply", "neither")],
            ),
            ("They met on neither occasion.", &[]),
            ("Quake hits Peru, no flood warning issued", &[("no flood warning issued", "no")]),
            ("Two towns hit, 40 people hurt", &[]),
            ("I read them so you don't have to.", &[]),
            ("Do not eat the jam.", &[]),
            ("No sooner had it rained than they left.", &[]),
            ("Not one but two mayors came.", &[]),
            ("Not one mayor came.", &[("Not one mayor came", "Not one")]),
            ("Don't let them.", &[]),
            ("They do not eat jam.", &[("They do not eat jam", "not")]),
            ("You did not publish the plan.", &[("You did not publish the plan", "not")]),
            ("They paid £3m while building not a single school.", &[("building not a single school", "not")]),
        ],
    );
}
