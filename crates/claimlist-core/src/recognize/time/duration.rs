//! Durations: `three years`, `two and a half hours`, `half an hour`, `a 12-day visit`, `2 years, 1 month and 21 days`.

use super::stamp::{Length, Sense};
use super::{Found, Scene, longer, lookalike, shift};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::lexicon::calendar::{Part, Unit};
use crate::recognize::number::{self, Number};
use crate::tag::Pos;

/// How many: a number, or none for "several".
type Amount = Option<f64>;

/// The amount at token `i`, and the token behind it.
fn amount(scene: Scene<'_>, i: usize) -> Option<(Amount, usize)> {
    let words = scene.words;
    // "three quarters of an hour"
    let quarters = i + 1 + usize::from(words.is(i + 1, "-"));
    if words.is(i, "three") && words.is_any(quarters, &["quarters", "quarter"]) {
        let of = words.is(quarters + 1, "of") && words.is_any(quarters + 2, &["a", "an"]);
        return of.then_some((Some(0.75), quarters + 3));
    }
    if let Some(part) = part_of_one(scene, i) {
        return Some(part);
    }
    let bracket = usize::from(words.is(i, "["));
    match scene.number_at(i + bracket) {
        Some(number) => counted_amount(scene, i, bracket, number),
        None => worded_amount(scene, i),
    }
}

/// `two tenths of a` second, `a hundredth of a` second.
fn part_of_one(scene: Scene<'_>, i: usize) -> Option<(Amount, usize)> {
    let words = scene.words;
    let number = scene.number_at(i).filter(|number| !number.digits && number.value <= 20.0);
    let (numerator, end) = match number {
        Some(number) => (number.value, number.tokens.end),
        None => (1.0, i + 1),
    };
    let at = end + usize::from(words.is(end, "-"));
    let part = words.has(at, Classes::FRACTION)
        && words.is(at + 1, "of")
        && words.is(at + 2, "a")
        && words.is(at + 3, "second")
        // "two thirds of a second vote"
        && !words.pos(at + 4).is_noun()
        && (number.is_some() || words.is(i, "a"));
    let denominator = part.then(|| scene.lexicon.numbers.denominator(words.word(at))).flatten()?;
    Some((Some(numerator / denominator), at + 3))
}

/// `2 1/2`, `four to six`, `dozens of`, `[two]`: the amount at token `i` that `number` begins, behind so many brackets.
fn counted_amount(scene: Scene<'_>, i: usize, bracket: usize, number: &Number) -> Option<(Amount, usize)> {
    let words = scene.words;
    let mut end = number.tokens.end + bracket;
    let mut value = number.value;
    if bracket == 1 && !words.is(end - 1, "]") {
        return None;
    }
    // "2 1/2 years"
    if words.is_phrase(end, "1 / 2") && words.glued(end + 1) && words.glued(end + 2) {
        (value, end) = (value + 0.5, end + 3);
    }
    end += usize::from(number.vague && words.is(end, "of"));
    if let Some(end) = upper_amount(scene, i, end) {
        return Some((None, end));
    }
    Some(((!number.vague).then_some(value), end))
}

/// Amounts without a number, of two that start alike the longer first.
const AMOUNTS: &[(&str, Amount)] = &[
    ("half an", Some(0.5)),
    ("half a", Some(0.5)),
    ("half", Some(0.5)),
    ("a few", None),
    ("a couple of", Some(2.0)),
    ("a couple", Some(2.0)),
    ("couple", Some(2.0)),
    ("a quarter of an", Some(0.25)),
    ("a quarter of a", Some(0.25)),
    ("a quarter", Some(0.25)),
    ("quarter", Some(0.25)),
    ("a half", Some(0.5)),
    ("another", Some(1.0)),
    ("an", Some(1.0)),
    ("a", Some(1.0)),
    ("several", None),
    ("few", None),
    ("some", None),
    ("many", None),
    ("all", Some(1.0)),
    ("full", Some(1.0)),
];

/// `half an`, `a few`, `several`: the amount without a number at token `i`, and the token behind it.
fn worded_amount(scene: Scene<'_>, i: usize) -> Option<(Amount, usize)> {
    let words = scene.words;
    if !words.has(i, Classes::TIME_AMOUNT) {
        return None;
    }
    for &(phrase, value) in AMOUNTS.iter().filter(|(phrase, _)| words.is_phrase(i, phrase)) {
        let end = i + phrase.split(' ').count();
        // "half" alone goes with "half-year"; "another two years" is a number's.
        let tied = words.is(end, "-") || words.has(end, Classes::TIME_UNIT);
        // The article of "a half-hour talk" is the talk's.
        let article = matches!(phrase, "a quarter" | "a half") && words.is(end, "-");
        let loose = matches!(phrase, "half" | "quarter" | "a quarter" | "a half") && !tied;
        if !article && !loose && scene.number_at(end).is_none() {
            return Some((value, end));
        }
    }
    None
}

/// The token behind the upper end of a range whose lower end is at tokens `i..end`: "four to six weeks", "two or three days", "between
/// four and 20 years".
fn upper_amount(scene: Scene<'_>, i: usize, end: usize) -> Option<usize> {
    let words = scene.words;
    let dash = matches!(words.mark(end), '-' | '\u{2013}') && words.glued(end) && words.glued(end + 1);
    let between = words.is(end, "and") && words.is(i.wrapping_sub(1), "between");
    if !dash && !between && !words.is_any(end, &["to", "or"]) {
        return None;
    }
    let upper = scene.number_at(end + 1)?;
    // "won 3-1 hours later": a result.
    if dash && scene.number_at(i).is_some_and(|lower| lower.value >= upper.value) {
        return None;
    }
    // "fines of £10,000 or six months"
    let money = words.kind(i.wrapping_sub(1)) == Some(TokenKind::Symbol)
        || words.is(end, "or") && scene.number_at(i).is_some_and(|lower| lower.value >= upper.value);
    unit(scene, upper.tokens.end).filter(|_| !money).map(|_| upper.tokens.end)
}

/// Unit at token `i`, with a hyphen and words such as "full" before it, and the token behind it.
fn unit(scene: Scene<'_>, i: usize) -> Option<(Unit, usize)> {
    let words = scene.words;
    let units = Classes::TIME_UNIT.or(Classes::TIME_BEHIND);
    if !words.has(i, units) && !words.has(i + 1, units) {
        return None;
    }
    // "a five-year deal", and "a 5 - year deal" in texts that set a space around every mark.
    let spaced = !words.glued(i) && !words.glued(i + 1) && words.pos(i + 2).is_noun();
    let hyphen = usize::from(words.is(i, "-") && (words.glued(i) || spaced));
    let between = usize::from(hyphen == 0 && scene.lexicon.times.filling.has(words.word(i)));
    let k = i + hyphen + between;
    // "eight second-half minutes"
    if words.is(k, "second") && words.is(k + 1, "-") && words.is(k + 2, "half") {
        return None;
    }
    let calendar = &scene.lexicon.calendar;
    if words.has(k, Classes::TIME_UNIT) {
        return calendar.unit(words.word(k)).map(|unit| (unit, k + 1));
    }
    if !words.has(k, Classes::TIME_BEHIND) {
        return None; // No short unit.
    }
    let behind_digits = k > 0 && words.kind(k - 1) == Some(TokenKind::Number);
    // "18 HR" are home runs, and the "4S" is a telephone.
    if matches!(words.word(k), "HR" | "S") {
        return None;
    }
    let unit = calendar.short_unit(words.word(k)).filter(|_| between == 0)?;
    (behind_digits || words.word(k).len() > 2).then_some((unit, k + 1))
}

/// `m` behind the minutes of "3h 20m".
fn minutes(scene: Scene<'_>, last: Unit, i: usize) -> Option<(Unit, usize)> {
    let hours = last.part == Part::Hours && scene.words.is(i, "m") && scene.words.glued(i);
    hours.then(|| scene.lexicon.calendar.short_unit("min")).flatten().map(|unit| (unit, i + 1))
}

/// So many parts may lie between those of one length: "two weeks and 3 hours", but not "two years and 200 hours".
const MOST_APART: u8 = 3;

/// `m` behind digits and before seconds: "2m 12.3s".
fn minutes_of_race(scene: Scene<'_>, i: usize) -> Option<(Unit, usize)> {
    let words = scene.words;
    let glued = words.is(i, "m") && words.glued(i);
    let seconds = glued.then(|| scene.number_at(i + 1)).flatten()?.tokens.end;
    let timed = words.is_any(seconds, &["s", "sec", "secs", "seconds"]);
    timed.then(|| scene.lexicon.calendar.short_unit("min")).flatten().map(|unit| (unit, i + 1))
}

/// `30` behind the hours of "1h30", and of "7 hrs 30.".
fn minutes_glued(scene: Scene<'_>, last: Unit, i: usize) -> Option<f64> {
    let words = scene.words;
    let glued = words.is(i - 1, "h") && words.glued(i) && !words.glued(i + 1);
    let spaced = words.is_any(i - 1, &["hr", "hrs"])
        && words.pos(i + 1) == Pos::Punct
        && !words.is_any(i + 1, &["-", ","]);
    let fits = last.part == Part::Hours && (glued || spaced) && words.word(i).len() == 2;
    words.word(i).parse().ok().filter(|minutes: &u8| fits && *minutes < 60).map(f64::from)
}

/// What ends a length at token `i`, whose unit so far is `last`, and the token behind it: `30` of "1h30", "and a half".
fn last_part(scene: Scene<'_>, last: Unit, i: usize) -> Option<(f64, Unit, usize)> {
    if let Some(minutes) = minutes_glued(scene, last, i) {
        return Some((minutes, scene.lexicon.calendar.short_unit("min")?, i + 1));
    }
    if scene.words.is_phrase(i, "and half") {
        return Some((0.5, last, i + 2));
    }
    number::part(scene.words, i, scene.lexicon).map(|(part, behind)| (part, last, behind))
}

/// A length of time that starts at token `i`, and the token behind it.
pub(super) fn length(scene: Scene<'_>, i: usize) -> Option<(Length, usize)> {
    let words = scene.words;
    // "second-half minutes"
    if words.is(i, "half") && i > 1 && words.is(i - 1, "-") && words.is_any(i - 2, &["first", "second"]) {
        return None;
    }
    // "the CT200h": digits of a name.
    if i > 0 && words.glued(i) && words.kind(i - 1) == Some(TokenKind::Word) {
        return None;
    }
    let (first, mut end) = amount(scene, i)?;
    let (first_unit, unit_end) = unit(scene, end).or_else(|| minutes_of_race(scene, end))?;
    // "2018 day five" is a year and a day.
    let one = !words.word(unit_end - 1).ends_with('s') && unit_end == end + 1;
    if one && first.is_some_and(|first| first >= 1000.0) {
        return None;
    }
    let other = lookalike::is_ordinal_second(scene, i, unit_end)
        || lookalike::is_decade_of_life(scene, i, first)
        || lookalike::is_war(words, i, unit_end)
        || lookalike::is_century_of_runs(scene, i, unit_end)
        || lookalike::is_outing(scene, i, unit_end);
    if other {
        return None;
    }
    let mut length = first.map_or_else(|| Length::vague(first_unit), |first| Length::of(first, first_unit));
    end = finer_parts(scene, &mut length, first_unit, unit_end)?;
    // "a day or two"
    if first == Some(1.0)
        && !length.vague
        && words.is(end, "or")
        && words.is_any(end + 1, &["two", "three"])
        && !words.has(end + 2, Classes::TIME_UNIT)
    {
        return Some((Length::vague(first_unit), end + 2));
    }
    Some((length, end))
}

/// Adds what follows a length of `last` that ends before token `end`: "2 years, **1 month and 21 days**". Gives the token behind; none where
/// it is an age after all.
fn finer_parts(scene: Scene<'_>, length: &mut Length, mut last: Unit, mut end: usize) -> Option<usize> {
    let words = scene.words;
    // Parts of a day do not add up with years in running text, but each finer unit may.
    while !length.vague {
        if let Some((amount, unit, behind)) = last_part(scene, last, end) {
            length.add(amount, unit);
            end = behind;
            break;
        }
        let link = usize::from(words.is(end, ","))
            + usize::from(words.is(end, "and") || words.is(end, ",") && words.is(end + 1, "and"));
        // "two weeks and a day"
        let one = link == 1 && words.is(end, "and") && words.is_any(end + 1, &["a", "an"]);
        let Some((Some(more), behind)) =
            amount(scene, end + link).filter(|_| one || scene.number_at(end + link).is_some())
        else {
            break;
        };
        let Some((other, behind)) = unit(scene, behind).or_else(|| minutes(scene, last, behind)) else {
            break;
        };
        // "two years, and 200 hours" are two.
        let apart = other.part as u8 > last.part as u8 + MOST_APART;
        if link > 0 && other.part <= last.part || other == last || apart {
            break;
        }
        // "17 years and 3 months old", but not "two years, 3-month-old twins"
        if lookalike::is_age(scene, behind) {
            if words.is(behind, "-") {
                break;
            }
            return None;
        }
        length.add(more, other);
        (last, end) = (other, behind);
    }
    Some(end)
}

/// Words before an amount that say how exact it is, and belong to it: "nearly", "more than".
pub(super) fn approximation(scene: Scene<'_>, i: usize) -> usize {
    let words = scene.words;
    if !words.has(i, Classes::TIME_AMOUNT) {
        return i;
    }
    let mut end = i;
    let over = words.is(end, "well") && words.is_any(end + 1, &["over", "under", "more", "less"]);
    if words.is_any(end, &["just", "only"]) || over {
        end += 1;
    }
    // "another three days", "a further 3 days"
    let more = end + usize::from(words.is_any(end, &["a", "an"]));
    if words.is_any(more, &["another", "further", "additional"]) && scene.number_at(more + 1).is_some() {
        return more + 1;
    }
    // "a little over a year", "slightly less than a week"
    let little = end + usize::from(words.is(end, "a"));
    if words.is_any(little, &["little", "bit", "slightly"])
        && words.is_any(little + 1, &["over", "under", "more", "less"])
    {
        end = little + 1;
    }
    let no = words.is(end, "no") && words.is_any(end + 1, &["more", "less", "fewer", "longer"]);
    end += usize::from(no);
    // "4% more than a year ago" and "£5 less than a month ago" compare figures.
    let compares = end > 0
        && (matches!(words.kind(end - 1), Some(TokenKind::Number | TokenKind::Symbol))
            || words.mark(end - 1) == '%'
            || words.has(end - 1, Classes::UNIT.or(Classes::CURRENCY).or(Classes::SCALE))
            || words.is_any(end - 1, &["p", "percent", "cent", "points", "m", "bn"]));
    let than =
        !compares && (words.is_any(end, &["more", "less", "fewer"]) || no) && words.is(end + 1, "than");
    let two = ["at least", "at most", "up to"].iter().any(|phrase| words.is_phrase(end, phrase));
    if than || two {
        end += 2;
    } else if words.is_any(
        end,
        &[
            "nearly",
            "almost",
            "about",
            "around",
            "roughly",
            "approximately",
            "over",
            "under",
            "exactly",
            "barely",
            "some",
        ],
    ) {
        end += 1;
    }
    end
}

/// A length that is reckoned from somewhere, or else lasts: the longer of the two times, or the first.
pub(super) fn with_length(scene: Scene<'_>, i: usize) -> Option<Found> {
    // "for some days", where "some" is the amount.
    let some = scene.words.is(i, "some")
        && scene.words.has(i + 1, Classes::TIME_UNIT)
        && scene.words.is_any(i.wrapping_sub(1), &["for", "in", "after", "within"]);
    let k = if some { i } else { approximation(scene, i) };
    let length = length(scene, k);
    let shifted = shift::shifted(scene, i, k, length);
    let lasting = lasting(scene, i, k, length);
    let mut found = longer(shifted, lasting)?;
    let range =
        |i: usize| scene.number_at(i).is_some_and(|lower| upper_amount(scene, i, lower.tokens.end).is_some());
    if k == i && scene.words.is_any(i.wrapping_sub(1), &["between", "from"]) && range(i) {
        found.start -= 1;
    }
    Some(found)
}

/// A duration: `three years`, `a 12-day visit`, `for decades`, `all week`. The length at token `k`, behind what says how exact
/// it is, has been read.
fn lasting(scene: Scene<'_>, i: usize, k: usize, length: Option<(Length, usize)>) -> Option<Found> {
    let words = scene.words;
    let before = i.wrapping_sub(1);
    // "for decades", "in years"
    if k == i && words.has(i, Classes::TIME_UNIT) {
        let fine = words.is(before, "for");
        let unit =
            scene.lexicon.calendar.unit(words.word(i)).filter(|unit| unit.part <= Part::Days || fine)?;
        let long = words.is_phrase(i + 1, "- long");
        if long {
            return Some(Found::new(
                i,
                i + 3,
                Sense::default().lasting(Length::of(1.0, unit)).related("for"),
            ));
        }
        let led =
            words.is_any(before, &["for", "in"]) && words.word(i).ends_with('s') && !words.is(i + 1, "of");
        return led
            .then(|| Found::new(i, i + 1, Sense::default().lasting(Length::vague(unit)).related("for")));
    }
    let (mut length, mut end) = length?;
    // "how many years", "had too many days"
    let many = words.is(k, "many") && !words.is_any(before, &["for", "in"]);
    if lookalike::is_age(scene, end)
        || lookalike::is_rate(scene, k)
        || lookalike::is_to_date(scene, end)
        || many
        || words.is_any(before, &["aged", "age"])
    {
        return None;
    }
    let mut start = i;
    if let Some((upper, behind)) = upper_length(scene, before, length, end) {
        (length, end) = (upper, behind);
    }
    end += if words.is_phrase(end, "- long") {
        // The article of "a year-long study" is the study's.
        start += usize::from(k == i && words.is_any(i, &["a", "an"]));
        2
    } else if words.is(end, "long") && (words.glued(end) || words.is(i, "all")) {
        1
    } else {
        in_time(scene, before, end)
    };
    end +=
        if words.is(end, "or") && words.is_any(end + 1, &["so", "more", "less", "longer"]) { 2 } else { 0 };
    let relation = if words.is_any(before, &["within", "in"]) { "within" } else { "for" };
    Some(Found::new(start, end, Sense::default().lasting(length).related(relation)))
}

/// The upper end of a range whose lower end, with a unit of its own, ends before token `end`: "30 mins **to 2 hrs**", "six months to two
/// years". "From six months to two years", "by six months to two years" are two.
fn upper_length(scene: Scene<'_>, before: usize, lower: Length, end: usize) -> Option<(Length, usize)> {
    let words = scene.words;
    let linked = words.is(end, "to") || words.is(end, "and") && words.is(before, "between");
    if !linked || words.is_any(before, &["from", "by", "and"]) {
        return None;
    }
    let (upper, behind) = length(scene, end + 1)?;
    let unit = Unit { part: upper.finest()?, times: 1 };
    (lower.rough_days() < upper.rough_days()).then(|| (Length::vague(unit), behind))
}

/// How many tokens of "in two weeks' time", "in a year's time" stand behind the unit.
fn in_time(scene: Scene<'_>, before: usize, end: usize) -> usize {
    let words = scene.words;
    let mark = matches!(words.mark(end), '\'' | '\u{2019}') || words.is_any(end, &["'s", "\u{2019}s"]);
    let led = words.is_any(before, &["in", "within"]);
    match () {
        () if led && mark && words.is(end + 1, "time") => 2,
        // "in three weeks time"
        () if led && words.is(end, "time") && !words.pos(end + 1).is_noun() => 1,
        () => 0,
    }
}
