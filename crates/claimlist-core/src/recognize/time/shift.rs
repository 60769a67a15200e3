//! A length of time from somewhere: `two years ago`, `nine months later`, `ten days before the Hajj`, `three years ahead of
//! schedule`, `two weeks from now`.

use jiff::civil::Weekday;

use super::stamp::{Length, Sense, Stamp};
use super::{Found, Scene, duration, lookalike, relative, weekday};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::lexicon::calendar::Part;
use crate::tag::Pos;

/// A length with the words that say from where it is reckoned. The length at token `k`, behind what says how exact it is, has
/// been read; where there is none, "the day" may be one.
pub(super) fn shifted(
    scene: Scene<'_>,
    i: usize,
    k: usize,
    length: Option<(Length, usize)>,
) -> Option<Found> {
    let words = scene.words;
    let (length, end) = length.or_else(|| the_unit(scene, k)).or_else(|| units(scene, k))?;
    if lookalike::is_age(scene, end) {
        return None;
    }
    let end = past_exactly(scene, end);
    let counted = !words.is(k, "the");
    // "held for 36 hours before he was released"
    let lasts = words.is(i.wrapping_sub(1), "for") && words.is_any(end, &["before", "after"]);
    let (end, sense) = spanning(scene, i, length, end)
        .or_else(|| ago(scene, length, end).filter(|_| counted))
        .or_else(|| from_schedule(scene, length, end))
        .or_else(|| later(scene, length, end).filter(|_| counted))
        .or_else(|| beside(scene, length, end).filter(|_| !lasts))?;
    Some(Found::new(i, end, sense))
}

/// "four years | to the day later", "a year to the week after": the token behind what says how exact a length is that ends before `end`.
fn past_exactly(scene: Scene<'_>, end: usize) -> usize {
    let words = scene.words;
    let exact = words.is_phrase(end, "to the") && words.is_any(end + 2, &["day", "week", "month", "hour"]);
    let reckons = words.is_any(end + 3, &["later", "earlier", "after", "before"]);
    if exact && reckons { end + 3 } else { end }
}

/// "over the 25 years from 2028", "runs for 99 years from 25 March 1926": from that day on, and not so long after it, as what is set
/// "for two weeks from Monday" is.
fn spanning(scene: Scene<'_>, i: usize, length: Length, end: usize) -> Option<(usize, Sense)> {
    let words = scene.words;
    if !words.is(end, "from") {
        return None;
    }
    // "in the three years from 2008 to 2011"
    if let Some(first) =
        scene.point(end + 1).filter(|first| words.is_any(first.end, &["to", "until", "till"]))
        && let Some(last) = scene.point(first.end + 1)
    {
        let (first, last) = (first.settled(scene), last.settled(scene));
        let sense = Sense::between(first.sense.when, last.sense.when);
        return Some((last.end, sense.lasting(length).related("for")));
    }
    let before = i.wrapping_sub(1 + usize::from(words.is(i.wrapping_sub(1), "the")));
    let years = length.finest() == Some(Part::Years) && words.is(before, "for");
    let point = (years || words.is(before, "over") || words.is(i, "over")).then(|| scene.point(end + 1));
    let point = point.flatten()?.settled(scene);
    Some((point.end, Sense::between(point.sense.when, None).lasting(length).related("for")))
}

/// `the six months to 30 June`, `the 12 weeks ended 3 May`.
pub(super) fn the_ended(scene: Scene<'_>, i: usize) -> Option<Found> {
    let length = duration::length(scene, i + 1).filter(|_| scene.words.is(i, "the"))?;
    let (end, sense) = ended(scene, length.0, length.1)?;
    Some(Found::new(i, end, sense))
}

/// `the day`, `the night`, `the week` in "the day before the vote": one of them.
fn the_unit(scene: Scene<'_>, i: usize) -> Option<(Length, usize)> {
    let words = scene.words;
    if !words.is(i, "the") || !words.has(i + 1, Classes::TIME_UNIT) {
        return None;
    }
    let unit = scene.lexicon.calendar.unit(words.word(i + 1))?;
    let at = past_the_end_of(scene, i + 3);
    let month = words.has(at, Classes::MONTH)
        || words.kind(at) == Some(TokenKind::Number) && words.has(at + 1, Classes::MONTH);
    let ended = words.is_any(i + 2, &["to", "ended", "ending"]) && month;
    let one = !words.word(i + 1).ends_with('s') && (words.is_any(i + 2, &["before", "after"]) || ended);
    one.then(|| (Length::of(1.0, unit), i + 2))
}

/// `decades ago`, `hours later`: some of them.
fn units(scene: Scene<'_>, i: usize) -> Option<(Length, usize)> {
    let words = scene.words;
    let plural = words.has(i, Classes::TIME_UNIT) && words.word(i).ends_with('s');
    let reckoned = plural && words.is_any(i + 1, &["ago", "later", "earlier"]);
    // "Three years later" is read from its number on.
    let counted = i > 0 && (words.pos(i - 1) == Pos::Number || words.is_any(i - 1, &["of", "-"]));
    let unit = scene.lexicon.calendar.unit(words.word(i)).filter(|_| reckoned && !counted)?;
    Some((Length::vague(unit), i + 1))
}

/// The day from which "two weeks ago today" and "a week from tomorrow" reckon, and the token behind it.
fn exact_day(scene: Scene<'_>, i: usize) -> Option<(Stamp, usize)> {
    let words = scene.words;
    let point = words.has(i, Classes::TIME_WORD).then(|| relative::day(scene, i)).flatten()?;
    let named = words.is_any(i, &["today", "yesterday", "tomorrow"]) && point.end == i + 1;
    Some((point.sense.when.filter(|_| named)?, point.end))
}

/// `two years ago`, `a couple of years back`, `a year ago today`.
fn ago(scene: Scene<'_>, length: Length, end: usize) -> Option<(usize, Sense)> {
    let words = scene.words;
    let today = scene.reference.today();
    // "a week or so ago"
    let so = words.is_phrase(end, "or so") && words.is(end + 2, "ago");
    let end = end + if so { 2 } else { 0 };
    // "a week from today", "a week tomorrow"
    let (from, sign, relation) = match () {
        () if words.is(end, "ago") => (end + 1, -1, "ago"),
        () if words.is_any(end, &["from"]) => (end + 1, 1, "after"),
        () => (end, 1, "after"),
    };
    let direct = from > end || length.finest().is_some_and(|part| part == Part::Weeks);
    if let Some((day, behind)) = exact_day(scene, from).filter(|_| direct && length.iso().is_some()) {
        let sense = Sense::at(day.shifted_day(length, sign));
        return Some((behind, sense.lasting(length).related(relation)));
    }
    let (end, sign, relation) = if words.is(end, "ago")
        || words.is(end, "back") && words.pos(end + 1) != Pos::Preposition && !words.glued(end + 1)
    {
        (end + 1, -1, "ago")
    } else if words.is_phrase(end, "from now") || words.is_phrase(end, "from today") {
        (end + 2, 1, "after")
    } else if words.is_phrase(end, "in the future") {
        (end + 3, 1, "after")
    } else if words.is(end, "hence") {
        (end + 1, 1, "after")
    } else {
        return None;
    };
    Some((end, reckoned(today, length, sign).lasting(length).related(relation)))
}

/// A length from a date. Weeks lead to a week, not to a day, since "two weeks ago" is seldom meant to the day.
fn reckoned(base: Option<Stamp>, length: Length, sign: i32) -> Sense {
    let stamp = base.and_then(|base| base.shifted(length, sign));
    match stamp {
        Some(Stamp::Day(day)) if length.finest() == Some(Part::Weeks) => relative::week(Some(day), 0),
        stamp => Sense::at(stamp),
    }
}

/// `three years ahead of schedule`, `two months behind schedule`, `a day early`.
fn from_schedule(scene: Scene<'_>, length: Length, end: usize) -> Option<(usize, Sense)> {
    let words = scene.words;
    let (start, relation) = if words.is_phrase(end, "ahead of") || words.is_phrase(end, "in advance of") {
        (end + if words.is(end, "in") { 3 } else { 2 }, "ahead-of")
    } else if words.is_any(end, &["behind", "beyond", "past"]) {
        (end + 1, "behind")
    } else if words.is_any(end, &["early", "late"])
        && !words.pos(end + 1).is_noun()
        // "met for an hour late last night"
        && !words.is_any(end + 1, &["last", "this", "yesterday"])
    {
        let relation = if words.is(end, "early") { "ahead-of" } else { "behind" };
        return Some((end + 1, Sense::default().lasting(length).related(relation)));
    } else {
        return None;
    };
    let anchor = noun_phrase(scene, start)?;
    let mut sense = Sense::default().lasting(length).related(relation);
    sense.anchor = Some(words.span(start, anchor).of(words.text).to_owned());
    Some((anchor, sense))
}

/// `nine months later`, `five hours earlier`, `two years on`: from the date named last.
fn later(scene: Scene<'_>, length: Length, end: usize) -> Option<(usize, Sense)> {
    let words = scene.words;
    let (sign, relation) = match () {
        () if words.is(end, "later") => (1, "after"),
        () if words.is_any(end, &["earlier", "previously"]) => (-1, "before"),
        () if words.is(end, "prior") && !words.is(end + 1, "to") => (-1, "before"),
        () if words.is(end, "on") && matches!(words.mark(end + 1), ',' | '.') => (1, "after"),
        () => return None,
    };
    // "1.3% from a year earlier": than what the text reports now, unless the sentence names a time.
    let start = (end.saturating_sub(4)..end).rev().find(|&k| words.is(k, "a"));
    let compared = sign < 0
        && start
            .is_some_and(|k| words.is_any(k.wrapping_sub(1), &["from", "than", "with", "to", "%", "cent"]));
    let anchor = match () {
        () if compared => scene.reference.named_in(scene.sentence),
        () => scene.reference.anchor(scene.sentence),
    };
    let sense = Sense::at(anchor.and_then(|anchor| anchor.shifted(length, sign)));
    Some((end + 1, sense.lasting(length).related(relation)))
}

/// `ten days before the Hajj`, `two days after yesterday`, `three weeks from tomorrow`, `a year after she left`.
fn beside(scene: Scene<'_>, length: Length, end: usize) -> Option<(usize, Sense)> {
    let words = scene.words;
    let (start, sign) = if words.is_any(end, &["before", "after"]) {
        (end + 1, if words.is(end, "before") { -1 } else { 1 })
    } else if words.is_phrase(end, "prior to") {
        (end + 2, -1)
    } else if words.is_any(end, &["from", "following"]) {
        (end + 1, 1)
    } else if let Some(start) = starting(scene, end) {
        let point = scene.point(start)?.settled(scene);
        let sense = Sense::between(point.sense.when, None).lasting(length).related("for");
        return Some((point.end, sense));
    } else if let Some(found) = ended(scene, length, end) {
        return Some(found);
    } else if words.is(end, "to") && duration_to(scene, end + 1) {
        (end + 1, -1)
    } else if let Some((weekday, behind)) = on_weekday(scene, length, end) {
        return Some((behind, from_weekday(scene, length, weekday)));
    } else {
        return None;
    };
    let relation = if sign < 0 { "before" } else { "after" };
    // "a week from Tuesday": the coming one, and so much more.
    if let Some((weekday, behind)) = weekday::named(scene, start).filter(|_| words.is(end, "from")) {
        return Some((behind, from_weekday(scene, length, weekday)));
    }
    if let Some(point) = scene.point(start) {
        let point = point.settled(scene);
        let sense = Sense::at(point.sense.when.and_then(|when| when.shifted(length, sign)));
        return Some((point.end, sense.lasting(length).related(relation)));
    }
    if words.is_any(end, &["from", "to"]) {
        return None;
    }
    // "scored on 71 minutes after Roe had fallen": the time of a match that another clause follows.
    let played = words.is(end - 1, "minutes") && words.is(end.wrapping_sub(3), "on");
    if played {
        return None;
    }
    let anchor = clause(scene, start).or_else(|| noun_phrase(scene, start));
    let mut sense = Sense::default().lasting(length).related(relation);
    sense.anchor = anchor.map(|anchor| words.span(start, anchor).of(words.text).to_owned());
    Some((anchor.unwrap_or(start), sense))
}

/// `a week on Tuesday`: the weekday, and the token behind it.
fn on_weekday(scene: Scene<'_>, length: Length, end: usize) -> Option<(Weekday, usize)> {
    let weeks = length.finest() == Some(Part::Weeks) && scene.words.is(end, "on");
    weeks.then(|| weekday::named(scene, end + 1)).flatten()
}

/// A length from the coming weekday.
fn from_weekday(scene: Scene<'_>, length: Length, weekday: Weekday) -> Sense {
    let day = scene
        .reference
        .published
        .and_then(|today| Stamp::Day(today.nth_weekday(1, weekday).ok()?).shifted_day(length, 1));
    let sense = Sense { weekday: Some(weekday::name(weekday)), ..Sense::at(day) };
    sense.lasting(length).related("after")
}

/// `three months to 30 September`, `the year ended March 2024`: a period with its last day or month.
fn ended(scene: Scene<'_>, length: Length, end: usize) -> Option<(usize, Sense)> {
    let words = scene.words;
    let coarse = length.finest().is_some_and(|part| part <= Part::Weeks);
    let led = coarse && words.is_any(end, &["to", "ended", "ending"]);
    let at = end + 1 + usize::from(words.is_any(end + 1, &["in", "on"]));
    let at = past_the_end_of(scene, at);
    let point = led.then(|| scene.point(at)).flatten()?;
    let dated = point.date.is_some_and(|date| date.month.is_some());
    let point = Some(point).filter(|_| dated)?.settled(scene);
    let last = point.sense.when;
    let first = last.and_then(|last| last.first_of(length));
    Some((point.end, Sense::between(first, last).lasting(length).related("for")))
}

/// The token behind "the end of" at token `i`: "the year to the end of | June".
fn past_the_end_of(scene: Scene<'_>, i: usize) -> usize {
    if scene.words.is_phrase(i, "the end of") {
        i + 3
    } else if scene.words.is_phrase(i, "end of") {
        i + 2
    } else {
        i
    }
}

/// `3 days, from today`, `two weeks starting 20 May`: the token at which the first day stands.
fn starting(scene: Scene<'_>, end: usize) -> Option<usize> {
    let words = scene.words;
    if words.is_phrase(end, ", from") {
        // "22 years, from 1977 to 1999"
        let ends =
            || scene.point(end + 2).is_some_and(|first| words.is_any(first.end, &["to", "until", "till"]));
        return (!ends()).then_some(end + 2);
    }
    let verb = words.is_any(end, &["starting", "beginning", "commencing"]);
    verb.then(|| end + 1 + usize::from(words.is_any(end + 1, &["from", "on"])))
}

/// Whether `two days to Christmas` counts to what stands at token `i`.
fn duration_to(scene: Scene<'_>, i: usize) -> bool {
    scene.words.has(i, Classes::HOLIDAY)
}

/// The end of the noun phrase at token `i`, with "of" and another behind it; at most a dozen words.
pub(super) fn noun_phrase(scene: Scene<'_>, i: usize) -> Option<usize> {
    let words = scene.words;
    let mut end = None;
    for k in i.max(1)..words.len().min(i + 12) {
        let pos = words.pos(k);
        // "a two-day hearing"
        let named = pos == Pos::VerbIng && k > i + 2 && words.is(k - 2, "-");
        // "after take-off", "the normal date of July 8"
        let tied = end == Some(k - 1) && words.is(k - 1, "-") && words.glued(k) && words.glued(k - 1);
        let day = pos == Pos::Number && end == Some(k) && words.has(k - 1, Classes::MONTH);
        if pos.is_noun() || named || tied || day || pos == Pos::Pronoun && k == i {
            end = Some(k + 1);
        } else if !(matches!(pos, Pos::Determiner | Pos::Adjective | Pos::Possessive | Pos::Number)
            || pos == Pos::VerbIng
                && (words.has(k.wrapping_sub(1), Classes::DETERMINER)
                    || k == i && words.pos(k + 1) == Pos::Noun)
            || words.is(k, "-") && words.glued(k)
            || words.is(k, "of") && end == Some(k))
        {
            break;
        }
    }
    end
}

/// The end of the verb of the clause at token `i`: "she left", "the bill was passed".
fn clause(scene: Scene<'_>, i: usize) -> Option<usize> {
    let words = scene.words;
    let subject = noun_phrase(scene, i)?;
    if !words.pos(subject).is_finite() {
        return None;
    }
    // "The night before he died seems to ..." has another verb behind the clause.
    let verb = |k: usize| {
        let own = !words.pos(k).is_finite() || words.has(k - 1, Classes::AUXILIARY);
        words.pos(k).is_verb() && own || words.pos(k) == Pos::Not
    };
    let mut end = subject + 1;
    while end < words.len().min(subject + 5) && verb(end) {
        end += 1;
    }
    // "was six", "became ill": what is said of the subject.
    if words.has(end - 1, Classes::BE) && words.kind(end) == Some(TokenKind::Word) {
        end += 1;
    }
    Some(end)
}
