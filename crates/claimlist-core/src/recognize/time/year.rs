//! Years: `in 2019`, `the 2024 budget`, `44 BC`, `AD 347`, `the year 2030`, `2024/25`, `FY2025`, `nineteen seventy-eight`.

use super::reference::Partial;
use super::stamp::{Sense, Stamp};
use super::{Found, Scene, era, numeric};
use crate::lex::{Case, TokenKind};
use crate::lexicon::Classes;
use crate::tag::Pos;

/// A bare number of one to four digits at token `i`, as a year.
pub(super) fn plain(scene: Scene<'_>, i: usize) -> Option<i16> {
    if scene.words.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let word = scene.words.word(i).as_bytes();
    let digits = (1..=4).contains(&word.len()) && word.iter().all(u8::is_ascii_digit);
    digits.then(|| word.iter().fold(0, |year, digit| year * 10 + i16::from(digit - b'0')))
}

/// A year beside a month: four digits, three behind a month, two with an apostrophe, or words.
pub(super) fn beside_month(scene: Scene<'_>, i: usize, marked: bool) -> Option<(i16, usize)> {
    let words = scene.words;
    if let Some((year, end)) = era::dated(scene, i) {
        return Some((year, end));
    }
    if let Some(year) = plain(scene, i) {
        let good = match words.word(i).len() {
            4 => (1000..2200).contains(&year) && !(words.pos(i + 1) == Pos::PluralNoun && year % 100 == 0),
            3 => words.pos(i + 1) == Pos::Punct && !words.is(i + 1, "-"),
            2 => {
                !marked
                    && words.is_any(
                        i - 1,
                        &[
                            "august",
                            "july",
                            "june",
                            "may",
                            "april",
                            "march",
                            "september",
                            "october",
                            "november",
                            "december",
                            "january",
                            "february",
                        ],
                    )
                    && year > 31
            }
            _ => false,
        };
        let year = if words.word(i).len() == 2 { numeric::century(year) } else { year };
        return good.then_some((year, i + 1));
    }
    if let Some(found) = apostrophe(scene, i) {
        return Some(found);
    }
    let (year, end) = in_words(scene, i)?;
    let counted = matches!(words.pos(end), Pos::PluralNoun | Pos::Noun | Pos::Adjective);
    (!counted).then_some((year, end))
}

/// `'99`.
fn apostrophe(scene: Scene<'_>, i: usize) -> Option<(i16, usize)> {
    let words = scene.words;
    let mark = matches!(words.mark(i), '\'' | '\u{2018}' | '\u{2019}') && words.glued(i + 1);
    let year = plain(scene, i + 1).filter(|_| mark && words.word(i + 1).len() == 2)?;
    // "from 1951 to '59" stays in its century, and "the summer of '69" is no year to come.
    let first = plain(scene, i.wrapping_sub(2)).filter(|first| (1000..2200).contains(first));
    let full = match (first, scene.reference.published) {
        (Some(first), _) if year > first % 100 => first - first % 100 + year,
        (_, Some(published)) if numeric::century(year) > published.year() + 10 => 1900 + year,
        _ => numeric::century(year),
    };
    Some((full, i + 2)).filter(|_| !words.glued(i + 2) || words.kind(i + 2) != Some(TokenKind::Word))
}

/// `nineteen seventy-eight`, `nineteen zero one`, `two thousand and eighteen`.
fn in_words(scene: Scene<'_>, i: usize) -> Option<(i16, usize)> {
    let words = scene.words;
    if !words.has(i, Classes::NUMBER) {
        return None;
    }
    let first = scene.number_at(i).filter(|number| !number.digits && number.value.fract() == 0.0)?;
    if (1900.0..2100.0).contains(&first.value) && first.tokens.len() > 1 {
        return Some((first.value as i16, first.tokens.end));
    }
    let century =
        scene.lexicon.numbers.cardinal(words.word(i)).filter(|value| (17.0..=20.0).contains(value))?;
    let next = |k: usize| k + 1 + usize::from(words.is(k + 1, "-"));
    let zero = next(i);
    if words.is_any(zero, &["zero", "oh"]) {
        let ones = scene.lexicon.numbers.cardinal(words.word(next(zero))).filter(|ones| *ones < 10.0)?;
        return Some((century as i16 * 100 + ones as i16, next(zero) + 1));
    }
    let tens =
        scene.lexicon.numbers.cardinal(words.word(i + 1)).filter(|tens| (10.0..100.0).contains(tens))?;
    let hyphen = i + 2 + usize::from(words.is(i + 2, "-"));
    let ones = scene.lexicon.numbers.cardinal(words.word(hyphen)).filter(|ones| tens >= 20.0 && *ones < 10.0);
    let (end, rest) = ones.map_or((i + 2, tens), |ones| (hyphen + 1, tens + ones));
    Some((century as i16 * 100 + rest as i16, end))
}

/// A year that stands for a time, and not for a count or a name.
pub(super) fn year(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let at = |year: i16, end: usize| Found::dated(i, end, Partial { year: Some(year), ..Partial::default() });
    let opens = words.kind(i) != Some(TokenKind::Word)
        || words.has(i, Classes::NUMBER)
        || words.case(i) == Case::Upper
        || words.is_any(i, &["the", "year", "fy", "fiscal", "financial"]);
    if !opens {
        return None;
    }
    if let Some((year, end)) = era::dated(scene, i) {
        return Some(at(year, end));
    }
    if words.is(i, "the") && words.is(i + 1, "year") || words.is(i, "year") {
        let k = i + 1 + usize::from(words.is(i, "the"));
        let k = k + usize::from(words.is(k, "of") && plain(scene, k + 1).is_some_and(|year| year > 999));
        if let Some(found) = slashed(scene, k) {
            return Some(Found { start: i, ..found });
        }
        let written = plain(scene, k).filter(|year| *year > 31).map(|year| (year, k + 1));
        let (year, end) = written.or_else(|| {
            let number = scene.number_at(k).filter(|number| !number.digits && number.value >= 100.0)?;
            Some((number.value as i16, number.tokens.end)).filter(|_| number.value < 3000.0)
        })?;
        return Some(at(year, end));
    }
    if let Some(found) = fiscal(scene, i).or_else(|| slashed(scene, i)) {
        return Some(found);
    }
    if let Some((year, end)) = in_words(scene, i) {
        let led = words.is_any(i.wrapping_sub(1), &["in", "since", "until", "of", "by"]);
        let counted = matches!(words.pos(end), Pos::PluralNoun | Pos::Noun | Pos::Adjective);
        return (led && !counted).then(|| at(year, end));
    }
    if let Some((year, end)) = apostrophe(scene, i) {
        // "from 1951 to '59"
        let range = words.is_any(i.wrapping_sub(1), &["to", "until", "and"])
            && plain(scene, i.wrapping_sub(2)).is_some_and(|year| year > 999);
        let led = range
            || words.is_any(i.wrapping_sub(1), &["in", "since", "of", "summer", "winter", "spring", "class"]);
        return led.then(|| at(year, end));
    }
    let year = plain(scene, i).filter(|_| !begins_name(scene, i))?;
    if let Some(year) = short(scene, i, year) {
        return Some(at(year, i + 1));
    }
    if let Some(relation) = prefix(scene, i).filter(|_| (1000..2200).contains(&year)) {
        let mut found = at(year, i + 1);
        (found.start, found.sense.relation) = (i - 2, Some(relation));
        return Some(found);
    }
    is_year(scene, i, year).then(|| at(year, i + 1))
}

/// `2021-nXV`: whether the digits at token `i` are tied to letters of which some are capitals.
fn begins_name(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    words.is(i + 1, "-") && words.glued(i + 1) && words.glued(i + 2) && words.case(i + 2) == Case::Mixed
}

/// The relation that `post-2015` or `pre-2015` states, of which the year is token `i`.
fn prefix(scene: Scene<'_>, i: usize) -> Option<&'static str> {
    let words = scene.words;
    let first = i.checked_sub(2).filter(|_| words.glued(i) && words.glued(i - 1) && words.is(i - 1, "-"))?;
    match () {
        () if words.is(first, "post") => Some("after"),
        () if words.is(first, "pre") => Some("before"),
        () => None,
    }
}

/// `in 08`, and `in 84 and 88` beside a year in full: "He ran in 84 and in 2000."
fn short(scene: Scene<'_>, i: usize, year: i16) -> Option<i16> {
    let words = scene.words;
    let two = |k: usize| words.word(k).len() == 2 && words.kind(k) == Some(TokenKind::Number);
    let led = |k: usize| words.is(k.wrapping_sub(1), "in");
    let joined =
        words.is_any(i.wrapping_sub(1), &["and", "or"]) && two(i.wrapping_sub(2)) && led(i.wrapping_sub(2));
    let ends = i + 1 >= words.len()
        || words.kind(i + 1) == Some(TokenKind::Punct) && !words.glued(i + 2)
        || words.is_any(i + 1, &["and", "or"]);
    if !two(i) || !(led(i) || joined) || !ends || words.glued(i) {
        return None;
    }
    let in_full = |k: usize| {
        words.word(k).len() == 4 && led(k) && plain(scene, k).is_some_and(|year| (1900..2100).contains(&year))
    };
    let beside = || (i.saturating_sub(40)..words.len().min(i + 40)).any(in_full);
    (words.word(i).starts_with('0') || year > 31 && beside()).then(|| numeric::century(year))
}

/// `FY2025`, `FY 2024-25`, `fiscal 2025`, `fiscal year 2025`. When it starts differs, so the year is the text's.
fn fiscal(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let article = usize::from(words.is(i, "the"));
    let at = i + article;
    let k = if words.is(at, "fy") {
        at + 1
    } else if words.is_any(at, &["fiscal", "financial"]) {
        at + 1 + usize::from(words.is(at + 1, "year"))
    } else {
        return None;
    };
    let mut found = slashed(scene, k).or_else(|| {
        // "FY25"
        let short = words.glued(k) && words.word(k).len() == 2;
        let year = plain(scene, k).map(|year| if short { numeric::century(year) } else { year });
        let year = year.filter(|year| (1900..2200).contains(year))?;
        Some(Found::new(k, k + 1, Sense::at(Some(Stamp::Year(year)))))
    })?;
    found.start = i;
    found.sense.anchor = Some("fiscal year".to_owned());
    Some(found)
}

/// `2024/25`, `2024-25`, `1939-1945`, `2014–2019`: years up to another.
fn slashed(scene: Scene<'_>, i: usize) -> Option<Found> {
    let words = scene.words;
    let mark = matches!(words.mark(i + 1), '/' | '-' | '\u{2013}' | '\u{2014}');
    if !mark {
        return None;
    }
    let year = plain(scene, i).filter(|year| words.word(i).len() == 4 && (1000..2200).contains(year))?;
    let apostrophe = usize::from(matches!(words.mark(i + 2), '\'' | '\u{2019}'));
    let k = i + 2 + apostrophe;
    let spaced = !words.glued(i + 1) || !words.glued(i + 2);
    let last = plain(scene, k)?;
    let to = match words.word(k).len() {
        4 => last,
        2 if !spaced || words.is(i + 1, "\u{2013}") => year - year % 100 + last,
        // "2008-9"
        1 if !spaced && last == (year + 1) % 10 => year + 1,
        _ => return None,
    };
    let named = i >= 2 && words.is(i - 1, "(") && words.is(k + 1, ")") && words.case(i - 2) == Case::Title;
    if named && to - year >= 10 && words.word(k).len() == 4 {
        // The birth and the death of somebody are two times.
        return None;
    }
    let ends = !(words.glued(k + 1) && matches!(words.mark(k + 1), '-' | '/' | '%'));
    (to > year && to < 2200 && ends)
        .then(|| Found::new(i, k + 1, Sense::between(Some(Stamp::Year(year)), Some(Stamp::Year(to)))))
}

/// Whether a bare number is a year here.
fn is_year(scene: Scene<'_>, i: usize, year: i16) -> bool {
    let words = scene.words;
    let before = i.wrapping_sub(1);
    let digits = words.word(i).len();
    if digits == 4 && in_lifespan(scene, i) {
        return true;
    }
    if digits < 3 || year > 2200 || !is_free(scene, i) {
        return false;
    }
    // "c. 1200"
    if words.is(before, ".") && words.is_any(i.wrapping_sub(2), &["c", "ca"]) {
        return true;
    }
    let ends = i + 1 >= words.len() || matches!(words.pos(i + 1), Pos::Punct) && !words.is(i + 1, "-");
    if digits == 3 {
        return is_early_year(scene, i, ends);
    }
    if !(1000..=2200).contains(&year) {
        return false;
    }
    let near = (1800..=2100).contains(&year);
    let plural = words.pos(i + 1) == Pos::PluralNoun && !words.is_any(i + 1, &["onwards", "afterwards"]);
    // "in 2019 prices", "below 1990 levels"
    let valued = scene.lexicon.times.valued.has(words.word(i + 1));
    // "2000 soldiers" are counted; "the 2024 elections" are dated.
    let dated = near && year % 50 != 0 && (valued || words.pos(before).in_noun_phrase());
    let counted = plural && !dated;
    if !counted && words.is_any(before, &["in", "since", "until", "till", "by", "circa", "ca", "c"]) {
        return true;
    }
    let led = words.is_any(
        before,
        &[
            "in", "since", "until", "till", "by", "circa", "ca", "c", "from", "of", "before", "after",
            "during", "between", "to", "through", "around", "about", "and", "for", "early", "late", "mid",
            "or", "than", "on", "as",
        ],
    );
    if counted || !near {
        return led && !counted && is_far_year(scene, i, year, ends) || words.is(before, "(") && ends;
    }
    led || ends
        || words.pos(i + 1) == Pos::Possessive
        || words.pos(i + 1).is_finite()
        || words.pos(i + 1).is_noun()
        // "the fellow 2012 presidential candidate"
        || words.pos(i + 1) == Pos::Adjective && words.pos(i + 2).is_noun()
        || words.kind(before) == Some(TokenKind::Punct)
        || matches!(words.pos(before), Pos::Determiner | Pos::Possessive | Pos::Adjective)
        || !words.pos(i + 1).in_noun_phrase()
}

/// Whether a number of three digits is a year: "in 476". `ends`: whether a mark stands behind it.
fn is_early_year(scene: Scene<'_>, i: usize, ends: bool) -> bool {
    let words = scene.words;
    let before = i.wrapping_sub(1);
    // In a text about those times, less will do.
    if scene.reference.is_ancient(scene.sentence)
        && words.is_any(before, &["about", "around", "by", "in", "-", "\u{2013}", "of", "after", "before"])
    {
        return ends || words.is_any(i + 1, &["-", "\u{2013}"]);
    }
    words.is_any(before, &["in", "since", "until"])
        && ends
        && !words.is(before.wrapping_sub(1), "one")
        && words.kind(before.wrapping_sub(1)) != Some(TokenKind::Number)
}

/// Whether a number that is far from our times is a year, where a word that may lead one in stands before it: "the treaty of 1648
/// ended it", "from 1509 until his death". `ends`: whether a mark stands behind it.
fn is_far_year(scene: Scene<'_>, i: usize, year: i16, ends: bool) -> bool {
    let words = scene.words;
    let before = i - 1;
    let goes_on = year >= 1500
        && words.is_any(before, &["of", "from"])
        && (words.pos(i + 1).is_finite() || words.is_any(i + 1, &["to", "until", "till", "onwards"]))
        || words.is(before, "between") && words.is(i + 1, "and") && words.is(i + 2, "the");
    // "from 1066 to 1087", "from 1395 to 1912", but "rose from 1200 to 1300", "from 1250 to 1190"
    let plain_at = |k: usize| plain(scene, k).filter(|other| words.word(k).len() == 4 && *other < 2100);
    let (from, pair) = if words.is(before, "from") && words.is_any(i + 1, &["to", "until", "till"]) {
        (before, plain_at(i + 2).map(|last| (year, last)))
    } else if words.is_any(before, &["to", "until", "till"]) && words.is(before.wrapping_sub(2), "from") {
        (before - 2, plain_at(before - 1).map(|first| (first, year)))
    } else if words.is(before, "between") && words.is(i + 1, "and") {
        (before, plain_at(i + 2).map(|last| (year, last)))
    } else {
        (before, None)
    };
    let changes = || scene.lexicon.numbers.change(words.word(from.wrapping_sub(1))).is_some();
    let longest = |last: i16| if last < 1500 { 120 } else { 1000 };
    // "from 1200 to 1300 men"
    let end = if from == before { i + 3 } else { i + 1 };
    let counted = words.pos(end) == Pos::PluralNoun;
    if pair.is_some_and(|(first, last)| first < last && last - first <= longest(last))
        && !changes()
        && !counted
    {
        return true;
    }
    (ends || goes_on)
        && year >= 1400
        && !words.is_any(before, &["about", "for", "than", "on", "as", "around"])
}

/// Whether the year is one of `(1491-1547)` behind a name.
fn in_lifespan(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let dash = |k: usize| matches!(words.mark(k), '-' | '\u{2013}');
    let year = |k: usize| words.word(k).len() == 4 && words.kind(k) == Some(TokenKind::Number);
    let birth = if words.is(i.wrapping_sub(1), "(") { i } else { i.wrapping_sub(2) };
    let open = birth.wrapping_sub(1);
    words.is(open, "(")
        && open > 0
        && words.case(open - 1) == Case::Title
        && year(birth)
        && dash(birth + 1)
        && year(birth + 2)
        && words.is(birth + 3, ")")
}

/// Whether nothing beside the number makes it a part of something else: money, a percentage, a code, a name.
fn is_free(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let before = i.wrapping_sub(1);
    let symbol = |k: usize| words.kind(k) == Some(TokenKind::Symbol);
    // "the 2100 block of Elm Street"
    if words.is(i + 1, "block") && words.is(before, "the") {
        return false;
    }
    // "World Cup 2018 day five", but "a 2000 year old wall".
    let years = words.has(i + 1, Classes::TIME_UNIT)
        && !(words.is_any(i + 1, &["day", "week", "season"]) && words.word(i).len() == 4);
    let unit = (years || words.has(i + 1, Classes::UNIT.or(Classes::CURRENCY).or(Classes::SCALE)))
        && !words.is_any(i + 1, &["in", "a", "as", "at", "day", "week"])
        || words.is_phrase(i + 1, "per cent");
    let glued = words.glued(i) && (symbol(before) || words.kind(before) == Some(TokenKind::Word))
        || words.glued(i + 1)
            && (symbol(i + 1)
                || words.kind(i + 1) == Some(TokenKind::Word) && words.pos(i + 1) != Pos::Possessive);
    let dotted = words.glued(i)
        && matches!(words.mark(before), '/' | ':' | '.' | '-' | '_')
        && i > 1
        && words.glued(before);
    let named = scene.lexicon.times.numbered.has(words.word(before))
        || words.is(before, ".") && words.is(i.wrapping_sub(2), "no");
    !(unit && !words.is(i + 1, "second")
        || is_of_law(scene, i)
        || glued
        || dotted
        || named
        || symbol(i + 1) && words.is(i + 1, "%")
        || words.has(before, Classes::CURRENCY))
}

/// "the Companies Act 2006", "the 2006 Act", "the Parking (Fees) Regulations 2012": the year is part of a law's name.
fn is_of_law(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let law = |k: usize| words.case(k) == Case::Title && scene.lexicon.figures.laws.has(words.word(k));
    // "the 2010 Order of Merit", "the 2019 Rules Committee"
    let alone = |k: usize| !words.is(k + 1, "of") && words.case(k + 1) != Case::Title;
    let before = i.wrapping_sub(1);
    let named = || {
        let head = before.wrapping_sub(1);
        words.case(head) == Case::Title || matches!(words.mark(head), ')')
    };
    law(before) && named() || words.is(before, "the") && law(i + 1) && alone(i + 1)
}
