//! How many times over something went from one figure to another: `doubled from 20 to 40`, `three times as many, up from 10
//! to 30`.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::line::{Found, Line};
use crate::moves::{Move, quiet};

/// Compares the multiple that a sentence states with the two figures.
pub(crate) fn check(line: &Line<'_>, change: &Move<'_>) -> Option<Found> {
    let (times, verb) = multiple(line, change)?;
    judged(line, change, times, verb)
}

/// `doubled from A to B`, `three times as many, up from A to B`: by how much it says to multiply, and its place.
fn multiple(line: &Line<'_>, change: &Move<'_>) -> Option<(f64, usize)> {
    let mut start = change.words.0;
    start -= usize::from(line.before(start, &["up", "down", "rising", "falling"]));
    start -= usize::from(line.before(start, &[","]));
    let verb = (start.saturating_sub(5)..start).rev().find(|&at| times(line, at).is_some())?;
    quiet(line, verb + 1, start).then_some((times(line, verb)?, verb))
}

fn times(line: &Line<'_>, at: usize) -> Option<f64> {
    const TIMES: &[(&str, f64)] = &[
        ("doubled", 2.0),
        ("doubling", 2.0),
        ("trebled", 3.0),
        ("tripled", 3.0),
        ("trebling", 3.0),
        ("tripling", 3.0),
        ("quadrupled", 4.0),
        ("halved", 0.5),
        ("halving", 0.5),
        ("twofold", 2.0),
        ("threefold", 3.0),
        ("fourfold", 4.0),
        ("fivefold", 5.0),
        ("tenfold", 10.0),
    ];
    if line.any(at, &["times"]) {
        return line.figures.iter().find(|figure| figure.end == at).map(|figure| figure.value);
    }
    TIMES.iter().find(|(verb, _)| line.any(at, &[verb])).map(|&(_, times)| times)
}

fn judged(line: &Line<'_>, change: &Move<'_>, times: f64, verb: usize) -> Option<Found> {
    let (low, high) = change.ratio();
    let exact = change.to.value / change.from.value;
    // A bare "doubled" is a loose word; "more than" and "nearly" bind one side.
    let (least, most) = if line.before(verb, &["than"]) {
        (times * 0.98, f64::MAX)
    } else if line.before(verb, &["nearly", "almost", "about", "roughly"]) {
        (times * 0.8, times * 1.15)
    } else {
        (times * 0.88, times * 1.14)
    };
    // "Three times higher" may be meant as three or as four times as high.
    let most = if line.any(verb + 1, &["higher", "more", "larger", "bigger", "greater"]) {
        most + 1.2
    } else {
        most
    };
    let (least, most) = if times < 1.0 { (times * 0.85, times * 1.15) } else { (least, most) };
    let sum = format!(
        "{} / {} = {}",
        Line::shown(&change.to),
        Line::shown(&change.from),
        (exact * 100.0).round() / 100.0
    );
    let words = (verb, change.words.1);
    let (text, finding) = if low <= most && high >= least {
        (format!("{sum}, which fits \"{}\".", line.text(verb)), Agrees)
    } else if high < least * 0.95 || low > most * 1.05 {
        (format!("{sum}, not {times} as \"{}\" says.", line.text(verb)), Conflicts)
    } else {
        return None;
    };
    Some(Found { check: "multiple", text, finding, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::hold;

    #[test]
    fn doubled_and_halved() {
        hold(
            crate::change::check,
            &[
                ("The fleet doubled from 20 ships to 50.", Conflicts, "50 / 20 = 2.5, not 2"),
                ("The fleet more than doubled from 20 ships to 50.", Agrees, "2.5"),
                ("The staff tripled in a year from 100 to 300.", Agrees, "300 / 100 = 3"),
                ("Crime halved from 200 cases to 90.", Agrees, "0.45"),
                ("Crime halved from 200 cases to 150.", Conflicts, "0.75"),
                ("Rents were three times higher, up from £300 to £900.", Agrees, "= 3"),
                ("It has five times as many, up from 10 to 30.", Conflicts, "= 3, not 5"),
                ("Rents nearly doubled to £950 from £500.", Agrees, "1.9"),
            ],
        );
    }
}
