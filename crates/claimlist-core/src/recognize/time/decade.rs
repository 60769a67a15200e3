//! Decades and centuries: `the 1990s`, `the early '90s`, `the sixties`, `the 20th century`, `the third century BC`.

use super::stamp::{Sense, Stamp};
use super::{Found, Scene, date, year};
use crate::lexicon::Classes;
use crate::tag::Pos;

fn years(start: usize, end: usize, from: i16, to: i16) -> Found {
    Found::new(start, end, Sense::between(Some(Stamp::Year(from)), Some(Stamp::Year(to))))
}

/// `the 1990s`, `1930's`, `'90s`, `the sixties`, `the nineteen seventies`.
pub(super) fn decade(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let article = usize::from(words.is(i, "the"));
    let early = usize::from(words.is_any(i + article, &["early", "late", "mid", "later"]));
    let hyphen = usize::from(early == 1 && words.is(i + article + 1, "-"));
    let k = i + article + early + hyphen;
    let mark = usize::from(matches!(words.mark(k), '\'' | '\u{2018}' | '\u{2019}'));
    let plural = words.glued(k + mark + 1)
        && (words.is(k + mark + 1, "s") || words.is_any(k + mark + 1, &["'s", "\u{2019}s"]));
    let first = if plural { year::plain(scene, k + mark) } else { None };
    if let Some(first) = first.filter(|first| first % 10 == 0) {
        let digits = words.word(k + mark).len();
        // "Agenda 2030's aims" are those of a year.
        let led = article + early + mark > 0 || words.pos(i.wrapping_sub(1)) == Pos::Preposition;
        if digits == 4 && words.word(k + 1).len() > 1 && !led {
            return None;
        }
        let end = k + mark + 2;
        return match digits {
            // "2000s" is the decade; "1900s" the century.
            4 if (1000..2200).contains(&first) && (first % 100 != 0 || first == 2000) => {
                Some(years(i, end, first, first + 9))
            }
            4 if (1000..2000).contains(&first) => Some(years(i, end, first, first + 99)),
            // "the 380s"
            3 if article == 1 => Some(years(i, end, first, first + 9)),
            2 if mark == 1 || article == 1 && !is_of_degrees(scene, i, end) => {
                let from = if first < 20 { 2000 } else { 1900 } + first;
                Some(years(i, end, from, from + 9))
            }
            _ => None,
        };
    }
    if !words.has(k, Classes::TIME_WORD.or(Classes::NUMBER)) {
        return None;
    }
    // "nineteen seventies", "twenty-tens"
    if words.is(k, "nineteen") {
        let tens = scene.lexicon.calendar.decade(words.word(k + 1)).filter(|tens| *tens < 100)?;
        return Some(years(i, k + 2, 1900 + tens, 1909 + tens));
    }
    if words.is(k, "twenty") && words.is(k + 2, "tens") {
        return Some(years(i, k + 3, 2010, 2019));
    }
    let tens = scene.lexicon.calendar.decade(words.word(k)).filter(|_| article == 1)?;
    // "The twenties" may be those of two centuries, and "her sixties" are an age.
    let from = if tens > 100 { tens } else { 1900 + tens };
    let sense = if tens < 40 {
        Sense::default()
    } else {
        Sense::between(Some(Stamp::Year(from)), Some(Stamp::Year(from + 9)))
    };
    Some(Found::new(i, k + 1, sense))
}

/// "Temperatures fell to the mid-20s": whether the figure at tokens `i..end` is one of degrees.
fn is_of_degrees(scene: Scene<'_>, i: usize, end: usize) -> bool {
    const REACH: usize = 6;
    let words = scene.words;
    (i.saturating_sub(REACH)..end + REACH).any(|k| scene.lexicon.figures.temperatures.has(words.word(k)))
}

/// `the 20th century`, `17th-century`, `early in the third century BC`.
pub(super) fn century(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let article = usize::from(words.is(i, "the"));
    let early = usize::from(words.is_any(i + article, &["early", "late", "mid"]));
    let hyphen = usize::from(early == 1 && words.is(i + article + 1, "-"));
    let (number, k, _) = date::day_number(scene, i + article + early + hyphen).filter(|day| day.2)?;
    let k = k + usize::from(words.is(k, "-"));
    if words.is(k, "millennium") && number < 10 {
        let number = i16::from(number);
        return Some(years(i, k + 1, (number - 1) * 1000, number * 1000 - 1));
    }
    // "the 5th and 8th centuries"
    let last = words.is_any(k, &["and", "to", "or"]).then(|| date::day_number(scene, k + 1)).flatten();
    if let Some((last, end, true)) = last
        && words.is(end, "centuries")
        && last > number
    {
        return Some(years(i, end + 1, (i16::from(number) - 1) * 100, i16::from(last) * 100 - 1));
    }
    if !words.is_any(k, &["century", "centuries"]) {
        return None;
    }
    let number = i16::from(number);
    if words.is_any(k + 1, &["bc", "bce", "b.c.", "b.c.e."]) {
        return Some(years(i, k + 2, 1 - number * 100, 100 - number * 100));
    }
    let end = k + 1 + usize::from(words.is_any(k + 1, &["ad", "ce"]));
    Some(years(i, end, (number - 1) * 100, number * 100 - 1))
}
