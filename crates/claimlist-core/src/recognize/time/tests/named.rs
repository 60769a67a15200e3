//! Times that are named and not dated.

use super::*;

#[test]
fn occasions_and_years_of_a_life() {
    check(&[
        ("The hall was full on opening night.", &[("opening night", "unclear true")]),
        (
            "Opening night, 14 March 2024, was sold out.",
            &[("Opening night", "when 2024-03-14"), ("14 March 2024", "when 2024-03-14")],
        ),
        ("The opening nightmare passed.", &[]),
        ("He hit 20 in his rookie season.", &[("his rookie season", "unclear true")]),
        (
            "In 2011, her senior year, she led the team.",
            &[("2011", "when 2011"), ("her senior year", "when 2011")],
        ),
        ("Ten senior year students met.", &[]),
        (
            "She joined in 2009. In the same season, she won.",
            &[("2009", "when 2009"), ("the same season", "when 2009")],
        ),
    ]);
}

#[test]
fn days_by_their_number() {
    check(&[
        (
            "On day five of the trial, she spoke.",
            &[("day five of the trial", "anchor the trial, unclear true")],
        ),
        ("It rained on day two.", &[("day two", "unclear true")]),
        ("One day five men came.", &[("One day", "duration P1D, relation for")]),
        ("Games 2018 day one was wet.", &[("2018", "when 2018"), ("day one", "unclear true")]),
    ]);
}

#[test]
fn times_that_the_text_has_told_of() {
    check(&[
        ("At the time, he lived in Leeds.", &[("the time", "unclear true")]),
        ("She has kept bees since that time.", &[("that time", "unclear true")]),
        ("Nobody slept during those weeks.", &[("those weeks", "unclear true")]),
        (
            "He was 19 at the time of the crash.",
            &[("the time of the crash", "anchor the crash, unclear true")],
        ),
        ("It is the time to act, and these days that time flies.", &[]),
    ]);
}

#[test]
fn years_in_other_forms() {
    check(&[
        ("The post-2008 rules hold.", &[("post-2008", "when 2008, relation after")]),
        ("Agenda 2030's aims are high.", &[("2030", "when 2030")]),
        (
            "She ran in 92 and 96, then again in 2004.",
            &[("92", "when 1992"), ("96", "when 1996"), ("2004", "when 2004")],
        ),
        ("He stood for them in 08.", &[("08", "when 2008")]),
        ("She worked in 45 countries and left in 2004.", &[("2004", "when 2004")]),
        ("She led the club (2013 – present).", &[("2013 – present", "from 2013, to 2025-02-27")]),
    ]);
}

#[test]
fn what_only_looks_like_a_time() {
    check(&[
        ("The board pressed for a second national inquiry.", &[]),
        (
            "She won by two tenths of a second.",
            &[("two tenths of a second", "duration PT0.2S, relation for")],
        ),
        ("The phone 5S was sold out.", &[]),
        ("The mare won the Christmas Hurdle.", &[]),
        ("Cases of 2021-nXV rose.", &[]),
        ("The Herald-Sun was sold.", &[]),
        ("0900 hrs. They met.", &[("0900 hrs", "clock 09:00")]),
    ]);
}
