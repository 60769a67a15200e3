//! Years with their era: `44 BC`, `347 CE`, `AD 347`, `from 3000 to 1000 BC`.

use super::stamp::{Sense, Stamp};
use super::{Found, Scene, year};
use crate::lex::Case;

/// The sign of the years of the era that token `k` names.
fn era(scene: Scene<'_>, k: usize) -> Option<i16> {
    if scene.words.case(k) != Case::Upper {
        return None;
    }
    match scene.words.word(k) {
        "AD" | "A.D." | "CE" | "C.E." => Some(1),
        "BC" | "B.C." | "BCE" | "B.C.E." => Some(-1),
        _ => None,
    }
}

/// A year with its era, and the token behind.
pub(super) fn dated(scene: Scene<'_>, i: usize) -> Option<(i16, usize)> {
    let words = scene.words;
    if era(scene, i) == Some(1) && words.word(i).starts_with('A') {
        return year::plain(scene, i + 1).map(|year| (year, i + 2));
    }
    let sign = era(scene, i + 1)?;
    Some((iso(bare(scene, i)?, sign), i + 2))
}

/// A year of which the era stands elsewhere; of the largest there are few enough to tell.
fn bare(scene: Scene<'_>, i: usize) -> Option<i16> {
    let large = || {
        let number = scene.number_at(i).filter(|number| number.digits && number.tokens.len() == 1)?;
        (2200.0..3e4).contains(&number.value).then_some(number.value as i16)
    };
    year::plain(scene, i).or_else(large).filter(|year| *year > 0)
}

/// ISO 8601 has a year 0: 44 BC is -0043.
fn iso(year: i16, sign: i16) -> i16 {
    if sign < 0 { 1 - year } else { year }
}

/// `3000 to 1000 BC`, of which the link ends before token `last`: the first year is of the same era.
pub(super) fn range(scene: Scene<'_>, i: usize, last: usize) -> Option<Found> {
    let sign = era(scene, last + 1).filter(|sign| *sign < 0)?;
    let (from, to) = (bare(scene, i)?, bare(scene, last)?);
    let years = Sense::between(Some(Stamp::Year(iso(from, sign))), Some(Stamp::Year(iso(to, sign))));
    (from > to).then(|| Found::new(i, last + 2, years))
}
