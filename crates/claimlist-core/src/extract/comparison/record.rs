//! Records: `a record 5,000 people`, `an all-time high`, `broke the national record`, `a record for the league`.

use super::{Found, scope, text};
use crate::Slot;
use crate::extract::{Context, phrase};
use crate::lex::Words;
use crate::lexicon::Lexicon;
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// The record at token `i`, a form of "record" or the "high" of "all-time high".
pub(super) fn at(context: &Context<'_>, i: usize) -> Option<Found> {
    let words = context.words;
    let (start, end) =
        all_time(words, i).or_else(|| of_years(words, i)).or_else(|| own(words, i)).or_else(|| {
            let record = words.is_any(i, &["record", "records"]);
            record.then(|| {
                before_noun(words, i).or_else(|| held(words, i)).or_else(|| for_something(words, i))
            })?
        })?;
    // "a record 5,000 | three months earlier"
    let (first, last) = (words.span(i, i + 1).end, words.span(start, end).end);
    let time =
        context.mentions(MentionKind::Time).find(|time| time.span.start > first && time.span.start < last);
    let end = time.map_or(end, |time| words.at(time.span.start));
    let scoped = if time.is_some() { end } else { scope::end(context, end) };
    let mut found = Found::new(start, scoped, "record", "record");
    if scoped > end {
        found.facts.set(Slot::Reference, text(context, end, scoped));
    }
    Some(found)
}

/// "a record 5,000", "record high temperatures", "record profits", "a record-breaking crowd".
fn before_noun(words: Words<'_>, i: usize) -> Option<(usize, usize)> {
    if i > 0 && (words.is(i - 1, "on") || phrase::is_hyphen(words, i - 1)) {
        return None;
    }
    let nouns = &Lexicon::english().cues.record_nouns;
    let breaking = phrase::is_hyphen(words, i + 1)
        && words.is_any(i + 2, &["breaking", "setting", "high", "low", "equalling"]);
    let next = i + 1 + 2 * usize::from(breaking);
    let figure = matches!(words.pos(next), Pos::Number) || matches!(words.mark(next), '$' | '£' | '€');
    let adjective = usize::from(words.pos(next) == Pos::Adjective && nouns.has(words.word(next + 1)));
    let set = words.is(i, "record") && (figure || nouns.has(words.word(next + adjective)));
    if !breaking && !set {
        return None;
    }
    // "a record low"
    let noun = adjective.max(usize::from(nouns.has(words.word(next))));
    let end = phrase::noun_phrase(words, next).max(next + noun);
    Some((with_article(words, i), end.max(i + 1)))
}

/// "an all-time high", "all-time record".
fn all_time(words: Words<'_>, i: usize) -> Option<(usize, usize)> {
    if !words.is_any(i, &["high", "low", "highs", "lows", "record"]) {
        return None;
    }
    let time = i.checked_sub(1).filter(|&k| words.is(k, "time"))?;
    let hyphen = time.checked_sub(1).filter(|&k| phrase::is_hyphen(words, k) || words.is(k, "all"))?;
    let all = if words.is(hyphen, "all") { hyphen } else { hyphen.checked_sub(1)? };
    words.is(all, "all").then(|| (with_article(words, all), i + 1))
}

/// "a 20-year high", "its five-month low", "a three year low".
fn of_years(words: Words<'_>, i: usize) -> Option<(usize, usize)> {
    let unit = i.checked_sub(1)?;
    let lasts = words.is_any(i, &["high", "low", "highs", "lows"])
        && words.is_any(unit, &["day", "week", "month", "year", "decade", "century"]);
    let number = unit.checked_sub(1 + usize::from(words.is(unit.wrapping_sub(1), "-")))?;
    // "a 5-1/2 year low"
    let mut first = number;
    while first > 1
        && first + 6 > number
        && words.glued(first)
        && matches!(words.mark(first - 1), '/' | '-')
        && words.pos(first - 2) == Pos::Number
    {
        first -= 2;
    }
    (lasts && words.pos(number) == Pos::Number).then(|| (with_article(words, first), i + 1))
}

/// "a career-high 41 points", "his season best of 10.9 seconds", "a team-high 12 assists": the most that somebody has reached so far.
fn own(words: Words<'_>, i: usize) -> Option<(usize, usize)> {
    if !words.is_any(i, &["high", "low", "highs", "lows", "best"]) || words.is(i + 1, "school") {
        return None;
    }
    let hyphen = usize::from(phrase::is_hyphen(words, i.wrapping_sub(1)));
    let span = i.checked_sub(1 + hyphen)?;
    let own = words.is_any(span, &["career", "season", "lifetime"])
        || hyphen == 1 && words.is_any(span, &["game", "team", "match", "club"])
        || words.is(i, "best") && words.is(span, "personal");
    let figure = words.pos(i + 1) == Pos::Number;
    // "The season low pressure", "the season best remembered"
    let open = words.pos(i + 1).is_noun() || words.pos(i + 1) == Pos::VerbParticiple;
    if hyphen == 0 && open {
        return None;
    }
    let end = if figure { phrase::noun_phrase(words, i + 1).max(i + 2) } else { i + 1 };
    own.then(|| (with_article(words, span), end))
}

/// "broke the world record", "holds the record for": a record as the object of a verb for what is done to records.
fn held(words: Words<'_>, i: usize) -> Option<(usize, usize)> {
    if words.is(i + 1, "straight") {
        return None; // "set the record straight"
    }
    let start = phrase::noun_phrase_start(words, i + 1).min(i);
    let verb = start.checked_sub(1)?;
    let done = Lexicon::english().cues.record_verbs.has(words.word(verb))
        || words.is_any(verb, &["for", "of"]) && has_world(words, start, i);
    done.then_some((start, i + 1))
}

/// "a world record", "the national record", "an Olympic record".
fn has_world(words: Words<'_>, start: usize, i: usize) -> bool {
    (start..i).any(|k| Lexicon::english().cues.record_scopes.has(words.word(k)))
}

/// "a record for a teenager in the league", "a new world record".
fn for_something(words: Words<'_>, i: usize) -> Option<(usize, usize)> {
    let start = phrase::noun_phrase_start(words, i + 1).min(i);
    let bare = start + 1 == i && words.is(start, "a") && words.is_any(i + 1, &["for", "in", "since"]);
    // "reached 511,230, a record."
    let figure = || start > 1 && words.is(start - 1, ",") && words.pos(start - 2) == Pos::Number;
    let appended = start + 1 == i && words.is(start, "a") && words.pos(i + 1) == Pos::Punct && figure();
    (bare || appended || has_world(words, start, i) && words.is(i, "record")).then_some((start, i + 1))
}

/// The start with the article or owner before `i`.
fn with_article(words: Words<'_>, i: usize) -> usize {
    let start = (i.saturating_sub(3)..i)
        .rev()
        .take_while(|&k| words.pos(k) == Pos::Adjective || words.pos(k) == Pos::Determiner)
        .find(|&k| words.pos(k) == Pos::Determiner);
    start.unwrap_or(i)
}
