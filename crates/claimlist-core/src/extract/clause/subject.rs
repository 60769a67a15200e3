//! Where the subject of a clause begins, among introductory phrases, appositions and asides before its verb.

use std::ops::Range;

use crate::extract::phrase::joins_place;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// The subject in the tokens before a verb: `In May, the mayor, a former nurse,` gives `the mayor, a former nurse`. Empty
/// where there is none.
pub(super) fn subject_in(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    // "Ada Roe, a nurse, | once"
    let range = past_stamp(words, range);
    let close = range.clone().rev().find(|&k| words.pos(k) != Pos::Adverb);
    let aside = close.is_some_and(|k| is_comma(words, k));
    let subject = after_introduction(words, trim(words, range.clone()), aside);
    let start = if aside { None } else { behind_last_comma(words, subject.clone()) };
    let start = start.unwrap_or(subject.start);
    before_bracket(words, range.start, start..subject.end).unwrap_or(start)..subject.end
}

/// "09:42 | Police have left", "10.15am: | The vote has begun", "11:07 ET | The Senate voted": what is left of the range behind the clock time of
/// an entry of a live page, at the start of a sentence.
fn past_stamp(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    if range.start != 0 || words.kind(0) != Some(TokenKind::Number) {
        return range;
    }
    let minutes = words.is(1, ":") && words.glued(1) && words.glued(2) && words.word(2).len() == 2;
    let mut end = if minutes { 3 } else { 1 };
    let half = is_half_of_day(words, end);
    end += usize::from(half);
    end += usize::from(Lexicon::english().calendar.zone(words.word(end)).is_some());
    end += usize::from(is_comma(words, end) || matches!(words.mark(end), ':' | '-'));
    let capital =
        matches!(words.case(end), Case::Title | Case::Upper) && !is_time_phrase(words, end..end + 1);
    if (minutes || half) && capital && end < range.end { end..range.end } else { range }
}

/// "The panel (Roe, | Doe and Poe) ruled": where the subject begins whose brackets a comma has cut in two, not before token `floor`.
fn before_bracket(words: Words<'_>, floor: usize, subject: Range<usize>) -> Option<usize> {
    let mut close = subject.clone().find(|&k| matches!(words.mark(k), '(' | ')'))?;
    if words.mark(close) != ')' {
        // "that (with her consent) | she"
        close = (close..subject.end).find(|&k| words.mark(k) == ')').filter(|_| close == subject.start)?;
        let start = trim(words, close + 1..subject.end).start;
        return (start < subject.end).then_some(start);
    }
    let open = (floor..subject.start).rev().find(|&k| words.mark(k) == '(')?;
    let before = subject_in(words, floor..open);
    // "(Roe, Doe and Poe) they left": nothing stands before the brackets.
    Some(if before.is_empty() { trim(words, close + 1..subject.end).start } else { before.start })
}

/// What is left of the range behind introductory phrases with a comma. `aside` if an aside of the subject ends the range.
fn after_introduction(words: Words<'_>, range: Range<usize>, aside: bool) -> Range<usize> {
    let mut start = range.start;
    while start < range.end {
        let end = (start..range.end).find(|&k| is_comma(words, k)).unwrap_or(range.end);
        // "While the stakes are high, | the mayor": what is left of the clause before.
        // "Although she was aware of it, | the mayor"
        let complement =
            words.pos(start) == Pos::Adjective && matches!(words.pos(start + 1), Pos::Preposition | Pos::To);
        // "Federal, state and local parties": adjectives of one list.
        let listed = end == start + 1
            && matches!(words.pos(end + 1), Pos::Adjective | Pos::Noun)
            && words.pos(end + 2) == Pos::Coordinator;
        let predicate = end < range.end
            && !listed
            && (complement || (start..end).all(|k| matches!(words.pos(k), Pos::Adjective | Pos::Adverb)));
        // "On its website, "Notes", the firm": a title is in apposition to what stands before it.
        let title = start > range.start && is_opening(words, start) && end < range.end;
        // "On June 1, 2015, | the mayor"
        let year = start > range.start && end == start + 1 && end < range.end && is_year(words, start);
        // "On Monday, | May said she would go"
        let month =
            end == range.end && end == start + 1 && words.has(start, Classes::MONTH) && start > range.start;
        let time = year
            || is_time_phrase(words, start..end)
                && !(month || aside && is_person_named_may(words, start..end));
        // "Last year saw record profits": there is nothing else that could be the subject.
        // "after day one was lost"
        let counted = start == range.start
            && start + 2 == end
            && words.has(start, Classes::TIME_UNIT)
            && words.pos(start + 1) == Pos::Number;
        let alone = (0..start).all(|k| words.kind(k) == Some(TokenKind::Punct));
        if time && end == range.end && (counted || alone) {
            return range;
        }
        let circumstance = end < range.end && is_circumstance(words, range.start, start..end);
        let apart = predicate || circumstance || title || time || is_address(words, range.start, start..end);
        start = past_time(words, start..end);
        if opens_noun_phrase(words, start) && !apart {
            return start..range.end;
        }
        if end == range.end {
            let start = past_phrase(words, start..end);
            return start.map_or(range.end..range.end, |start| start..range.end);
        }
        // "In 1971 | Ada Roe, a nurse,": the aside is all that stands behind the comma; in "In 1971 | Ada Roe, 42, a nurse,", her age too.
        let aged = words.pos(end + 1) == Pos::Number && is_comma(words, end + 2);
        let last = aside && !apart && (aged || !(end + 1..range.end).any(|k| is_comma(words, k)));
        if let Some(start) = last.then(|| past_phrase(words, start..end)).flatten() {
            return start..range.end;
        }
        // "In Lyon, France, | a court"
        let land = words.has(end + 1, Classes::PLACE) && joins_place(words, end);
        let end = if land { (end + 1..range.end).find(|&k| is_comma(words, k)).unwrap_or(end) } else { end };
        start = trim(words, end..range.end).start;
    }
    range.end..range.end
}

/// "With 900 miners, two roads and no shop, | the town", "Days after leaving Roe, | Poe moved": the rest of a list that "with" at token `first`
/// opens, and when something was, reckoned from what its subject did.
fn is_circumstance(words: Words<'_>, first: usize, range: Range<usize>) -> bool {
    let Range { start, end } = range;
    let rest = start > first
        && words.is(first, "with")
        && (words.pos(start) == Pos::Number || words.is_any(start, &["a", "an", "no"]))
        && (start..end).any(|k| words.pos(k) == Pos::Coordinator)
        && !(first..end).any(|k| words.pos(k).is_verb());
    let reckoned = words.has(start, Classes::TIME_UNIT)
        && words.is_any(start + 1, &["after", "before"])
        && words.pos(start + 2) == Pos::VerbIng;
    rest || reckoned
}

/// "While costs rose, | May, a former player, has left": a name that is a month's too, with an apposition behind it.
fn is_person_named_may(words: Words<'_>, range: Range<usize>) -> bool {
    range.len() == 1
        && words.has(range.start, Classes::MONTH)
        && words.is(range.end, ",")
        && (words.is_any(range.end + 1, &["a", "an", "the", "who", "whose"]))
}

/// "Mr Speaker, | the house", "Mr Roe, | you", "My friends, last week | the house": whom a sentence speaks to, at its start.
fn is_address(words: Words<'_>, first: usize, range: Range<usize>) -> bool {
    let (start, behind) = (range.start, range.end + 1);
    if first != start || !words.is(range.end, ",") || range.is_empty() || range.len() > 4 {
        return false;
    }
    let titles = &Lexicon::english().titles;
    let by_office = || words.has(range.end - 1, Classes::TITLE) && words.case(range.end - 1) == Case::Title;
    let to_face = || words.is_any(behind, &["you", "i", "we", "let"]);
    let addressed = titles.addresses.has(words.word(start)) && (by_office() || to_face());
    addressed
        || words.is_any(start, &["ladies", "dear"])
        || words.is(start, "my") && titles.listeners.has(words.word(start + 1))
}

/// Where the subject begins behind a time without a comma: "Last month | Takata agreed", "Four years ago | they met". Of one word it
/// may be a part of the subject ("Friday prayers").
fn past_time(words: Words<'_>, range: Range<usize>) -> usize {
    // "So far | 212 people have left", "So far this year | 212 people have left": adverbs may have been cut off before.
    let so_far = (range.start.saturating_sub(2)..=range.start).find(|&k| words.is_phrase(k, "so far"));
    let range = so_far.map_or(range.start, |k| k + 2)..range.end;
    let begins = |k: usize| {
        let figure =
            words.pos(k) == Pos::Number || words.has(k, Classes::MODIFIER) && modifier_of_figure(words, k);
        (matches!(words.pos(k), Pos::ProperNoun | Pos::Determiner | Pos::Pronoun | Pos::PluralNoun) || figure)
            && !is_time_phrase(words, k..k + 1)
    };
    // "Since then | two mills have shut"
    if words.is_phrase(range.start, "since then") && range.len() > 2 && begins(range.start + 2) {
        return range.start + 2;
    }
    // "The next day | the council closed it"
    let article = usize::from(words.is(range.start, "the"));
    let reckoned = article > 0
        && words.is_any(range.start + 1, &["next", "same", "following", "previous", "preceding"])
        && words.has(range.start + 2, Classes::TIME_UNIT.or(Classes::TIME_WORD));
    let named = so_far.is_some()
        || reckoned
        || words.is_any(range.start, &["last", "next", "earlier", "yesterday", "today"]);
    let ends =
        |k: usize| named || words.is_any(k - 1, &["ago", "later", "earlier"]) || is_half_of_day(words, k - 1);
    let end = (range.start + 1..range.end.min(range.start + 5))
        .find(|&k| ends(k) && begins(k) && is_time_phrase(words, range.start..k));
    end.unwrap_or(range.start)
}

/// Where the subject begins if a comma stands in the middle: "both sides ready, | the referee", "with carved foam, | she". An
/// apposition has a comma behind it, and a list has "and".
fn behind_last_comma(words: Words<'_>, range: Range<usize>) -> Option<usize> {
    let comma = range.clone().rev().find(|&k| words.is(k, ","))?;
    let start = trim(words, comma + 1..range.end).start;
    let pronoun = words.pos(start) == Pos::Pronoun
        && words.is_any(start, &["i", "he", "she", "we", "they", "it", "you", "this", "these"]);
    let definite = words.pos(start) == Pos::Determiner
        && words.is_any(start, &["the", "this", "these", "its", "his", "her", "their", "our"]);
    let joined = (comma..range.end).any(|k| words.pos(k) == Pos::Coordinator);
    // "Born in Leeds in 1928, the third of seven children, | Roe": nothing before a participle's last comma is the subject.
    let named = words.pos(start) == Pos::ProperNoun && opens_with_participle(words, range.start);
    (start < range.end && !joined && (pronoun && start + 1 == range.end || definite || named))
        .then_some(start)
}

/// Whether the sentence opens with a participle and no other verb stands before token `end`, which is not far.
fn opens_with_participle(words: Words<'_>, end: usize) -> bool {
    let first = (0..end).find(|&k| words.kind(k) != Some(TokenKind::Punct));
    end <= 24
        && first.is_some_and(|first| {
            words.pos(first) == Pos::VerbParticiple && !(first..end).any(|k| words.pos(k).is_finite())
        })
}

/// The shortest noun phrase that ends at `end`: `the council` in `tea when the council`.
pub(super) fn last_noun_phrase(words: Words<'_>, floor: usize, end: usize) -> Range<usize> {
    let end = trim(words, floor..end).end;
    let mut start = end;
    while start > floor {
        let pos = words.pos(start - 1);
        // "there is no chance | Roe himself will"
        let own = start == end && start > floor + 1 && words.pos(start - 2) == Pos::ProperNoun;
        if pos == Pos::Pronoun && own && words.is_any(start - 1, &["himself", "herself", "itself"]) {
            start -= 1;
            continue;
        }
        if pos == Pos::Pronoun {
            return if start == end { start - 1..end } else { start..end };
        }
        // "it seems likely | Welsh crews will"
        let judged = pos == Pos::Adjective
            && start > 1
            && words.pos(start - 2).is_finite()
            && words.is_any(start - 1, &["likely", "unlikely", "possible", "certain", "clear"]);
        if !pos.in_noun_phrase() || judged {
            break;
        }
        start -= 1;
        if pos == Pos::Determiner && !follows_possessive(words, start) {
            break;
        }
    }
    start..end
}

fn follows_possessive(words: Words<'_>, i: usize) -> bool {
    i > 0 && words.pos(i - 1) == Pos::Possessive
}

#[inline]
pub(super) fn is_comma(words: Words<'_>, i: usize) -> bool {
    matches!(words.mark(i), ',' | '\u{2013}' | '\u{2014}') || words.is(i, "--")
}

/// The range without marks, conjunctions and adverbs at its start, and marks and adverbs at its end.
pub(super) fn trim(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    while start < end
        && (matches!(words.pos(start), Pos::Coordinator)
            || words.kind(start) == Some(TokenKind::Punct) && !is_opening(words, start)
            || words.pos(start) == Pos::Adverb && !modifies(words, start))
    {
        start += 1;
    }
    while end > start
        && (words.pos(end - 1) == Pos::Adverb
            || words.kind(end - 1) == Some(TokenKind::Punct) && !is_closing(words, end - 1))
    {
        end -= 1;
    }
    start..end
}

fn is_opening(words: Words<'_>, i: usize) -> bool {
    words.kind(i) == Some(TokenKind::Punct)
        && matches!(words.mark(i), '"' | '\u{201c}' | '\'' | '\u{2018}' | '(')
}

fn is_closing(words: Words<'_>, i: usize) -> bool {
    matches!(words.mark(i), '"' | '\u{201d}' | '\'' | '\u{2019}' | ')' | '-')
}

/// Whether an adverb belongs to the noun phrase behind it: "nearly 300 people", "very few".
fn modifies(words: Words<'_>, i: usize) -> bool {
    let next = words.pos(i + 1);
    // "However 30% said"
    let connects =
        ["however", "meanwhile", "meantime", "moreover", "instead", "overall", "also", "then", "yet", "so"];
    if words.is_any(i, &connects) || words.is_any(i + 1, &["after", "before", "past"]) {
        return false;
    }
    // "nearly a quarter of"
    let share = || next == Pos::Determiner && words.has(i + 2, Classes::FRACTION);
    // "just under half", "just over a third of"
    let twice = || {
        words.is_any(i, &["just", "only"])
            && words.is_any(i + 1, &["under", "over"])
            && modifier_of_figure(words, i + 1)
    };
    // "heavily armed police"
    let describes =
        || next == Pos::VerbParticiple && words.word(i).ends_with("ly") && words.pos(i + 2).is_noun();
    describes()
        || words.has(i, Classes::MODIFIER) && (next == Pos::Number || words.pos(i + 2) == Pos::Number || share())
        || twice()
        // "as many as 40 people"
        || words.is(i, "as")
        || matches!(next, Pos::Adjective | Pos::Number) && !is_comma(words, i + 1)
        || nears_all(words, i)
        // "Only the council may close it"
        || words.is(i, "only") && (next.is_noun() || matches!(next, Pos::Determiner | Pos::Pronoun))
}

/// Whether a noun phrase may begin at `i`.
pub(super) fn opens_noun_phrase(words: Words<'_>, i: usize) -> bool {
    let pos = words.pos(i);
    if is_multiword_preposition(words, i) {
        return false;
    }
    pos.is_noun()
        || words.is(i, "whose")
        || opens_between(words, i)
        || matches!(pos, Pos::Determiner | Pos::Adjective | Pos::Number | Pos::Pronoun)
        || matches!(words.kind(i), Some(TokenKind::Symbol))
        || is_opening(words, i)
        || words.has(i, Classes::MODIFIER) && modifier_of_figure(words, i)
        || pos == Pos::Adverb && modifies(words, i)
        || pos == Pos::Not && nears_all(words, i)
        // "after they left, | shelling was heard"
        || pos == Pos::VerbIng && words.pos(i + 1).is_finite()
        || pos == Pos::VerbIng
            && words.pos(i + 1) != Pos::Punct
            && !is_comma(words, i + 1)
            && starts_clause(words, i)
            && gerund(words, i)
}

/// "Between 40 and 50 people", "between 4,000 and 5,000 old homes"; not "between 2010 and 2015 prices".
fn opens_between(words: Words<'_>, i: usize) -> bool {
    let figure = |k: usize| words.pos(k) == Pos::Number && !is_year(words, k);
    let second = i + 3;
    let noun = (second + 1..second + 4).find(|&k| !matches!(words.pos(k), Pos::Adjective | Pos::Number));
    words.is(i, "between")
        && figure(i + 1)
        && words.is(i + 2, "and")
        && figure(second)
        && noun.is_some_and(|k| words.pos(k) == Pos::PluralNoun || words.is_any(k, &["%", "per", "percent"]))
}

/// Whether what stands at `i` begins a clause: the sentence, what is said, what a connective opens, or what stands behind an introduction.
fn starts_clause(words: Words<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    // "Because counting them takes years", "Slowly raising it has helped", "However, raising it has helped"
    words.has(before, Classes::SPEECH)
        || words.pos(before) == Pos::Subordinator
        || before == 0 && (matches!(words.pos(0), Pos::Adverb | Pos::Coordinator) || words.is(0, "as"))
        || is_comma(words, before) && !(0..before).any(|k| words.pos(k).is_finite())
}

/// "nearly all members", "almost everybody".
fn nears_all(words: Words<'_>, i: usize) -> bool {
    // "not one of them", "not a single ship"
    let none = words.is(i, "not") && (words.is(i + 1, "one") || words.is_phrase(i + 1, "a single"));
    none || words.is_any(i, &["nearly", "almost", "virtually", "practically", "not"])
        && Lexicon::english().grammar.whole.has(words.word(i + 1))
}

/// "at least 17", "more than a third", "about 300".
fn modifier_of_figure(words: Words<'_>, i: usize) -> bool {
    // "just after 5am"
    let clock = words.is_any(i, &["just", "shortly"]) && words.is_any(i + 1, &["after", "before", "past"]);
    if clock
        || words.is_any(i, &["in", "from", "between", "for", "by", "on"])
        || words.is(i, "over") && words.is_any(i + 1, &["the", "this", "these"])
        // "As of 7.30 this morning, | the party"
        || words.is_phrase(i, "as of")
        // "Over four months, | 120 people"
        || words.is(i, "over") && words.has(i + 2, Classes::TIME_UNIT) && words.is(i + 3, ",")
        || words.is(i, "at") && !words.is_any(i + 1, &["least", "most", "around"])
    {
        return false;
    }
    // "under a 1958 law"
    let dated =
        |k: usize| words.pos(k - 1) == Pos::Determiner && is_year(words, k) && words.pos(k + 1).is_noun();
    (i + 1..i + 4).any(|k| {
        words.pos(k) == Pos::Number && !dated(k)
            || words.kind(k) == Some(TokenKind::Symbol)
            || words.has(k, Classes::NUMBER.or(Classes::FRACTION))
    })
}

/// Whether an -ing form at the start is a subject ("Building the bridge will take years"): no comma comes before a verb.
pub(super) fn gerund(words: Words<'_>, i: usize) -> bool {
    (i + 1..words.len().min(i + 16))
        .find(|&k| is_comma(words, k) || words.pos(k).is_finite())
        .is_some_and(|k| words.pos(k).is_finite())
}

fn is_multiword_preposition(words: Words<'_>, i: usize) -> bool {
    words.has(i, Classes::COMPOUND)
        && Lexicon::english().grammar.compound_prepositions.longest(|k| words.word(i + k)) > 0
}

/// "Last week", "Two days later", "Yesterday": every word is about time.
pub(super) fn is_time_phrase(words: Words<'_>, range: Range<usize>) -> bool {
    const TIME: Classes =
        Classes::TIME_UNIT.or(Classes::TIME_WORD).or(Classes::WEEKDAY).or(Classes::MONTH).or(Classes::SEASON);
    let daytimes = &Lexicon::english().grammar.daytimes;
    let mut named = false;
    for k in range {
        let time = words.has(k, TIME) || daytimes.has(words.word(k)) || is_half_of_day(words, k);
        named |= time;
        let filler = || {
            matches!(words.pos(k), Pos::Number | Pos::Determiner)
                // "about 08:30 local time"
                || words.is(k, ":") && words.glued(k) && words.glued(k + 1)
                || words.is_any(k, &["about", "around", "approximately"]) && words.pos(k + 1) == Pos::Number
                || words.is(k, "local") && words.is(k + 1, "time")
                || words.is_any(
                    k,
                    &[
                        "last",
                        "next",
                        "later",
                        "earlier",
                        "ago",
                        "early",
                        "late",
                        "first",
                        "same",
                        "only",
                        "just",
                        "following",
                        "previous",
                        "preceding",
                        "short",
                    ],
                )
        };
        if !time && !filler() {
            return false;
        }
    }
    named
}

/// "6 p.m.", "07:15 PM": whether token `k` says which half of the day the hour before it is in.
fn is_half_of_day(words: Words<'_>, k: usize) -> bool {
    words.is_any(k, &["a.m.", "p.m.", "am", "pm", "a.m", "p.m"])
        && k > 0
        && words.kind(k - 1) == Some(TokenKind::Number)
}

/// "Acme | last week reported a loss": the subject without a time behind its noun.
pub(in crate::extract) fn without_time(words: Words<'_>, subject: Range<usize>) -> Range<usize> {
    // "police on Tuesday | night"
    let last = subject.end.saturating_sub(1);
    let part = last > subject.start + 1
        && words.has(last - 1, Classes::WEEKDAY)
        && Lexicon::english().grammar.daytimes.has(words.word(last));
    let subject = subject.start..subject.end - usize::from(part);
    let time = subject.end.saturating_sub(2);
    let dated = time > subject.start
        && words.is_any(time, &["last", "this", "next"])
        && is_time_phrase(words, time..subject.end)
        && words.pos(time - 1).is_noun();
    // "Roe | on Sunday became the first"
    let day = time > subject.start
        && words.is(time, "on")
        && words.has(time + 1, Classes::WEEKDAY)
        && words.pos(time - 1).is_noun();
    if dated || day {
        return subject.start..time;
    }
    if ends_with_day(words, subject.clone()) { subject.start..subject.end - 1 } else { subject }
}

/// "The High Court | Friday asked": whether a day stands behind the noun of a subject, as American papers write it. With an adjective or a
/// single name before it, it is part of a name: "Good Friday", "Sheffield Wednesday".
fn ends_with_day(words: Words<'_>, subject: Range<usize>) -> bool {
    let Some(day) = subject.end.checked_sub(1).filter(|&k| words.has(k, Classes::WEEKDAY)) else {
        return false;
    };
    let before = day.wrapping_sub(1);
    let named = words.pos(before) == Pos::ProperNoun
        && (subject.len() > 3 && words.has(before, Classes::ORGANISATION)
            || words.pos(subject.start) == Pos::ProperNoun
                && words.has(subject.start, Classes::GIVEN_NAME.or(Classes::TITLE)));
    // "Police", with a capital as the first word
    let first =
        before == 0 && words.has(0, Classes::PERSON_NOUN.or(Classes::TITLE)) && words.word(0).ends_with('s')
            || before == 0 && words.is(0, "police");
    let common = first || matches!(words.pos(before), Pos::Noun | Pos::PluralNoun);
    subject.len() > 1 && words.case(day) == Case::Title && (named || common)
}

/// Where the noun phrase begins behind an introductory phrase without a comma: `In 2007 | the mayor`, `After the storm |
/// they`.
fn past_phrase(words: Words<'_>, range: Range<usize>) -> Option<usize> {
    let mut k = range.start;
    // The preposition, or "according to".
    while k < range.end && !opens_noun_phrase(words, k) {
        k += 1;
    }
    let mut inside = false;
    while k < range.end {
        let pos = words.pos(k);
        let border =
            inside && words.pos(k - 1) != Pos::Preposition && words.pos(k - 1) != Pos::Coordinator && {
                let noun_before = words.pos(k - 1).is_noun()
                    || words.pos(k - 1) == Pos::Number
                    || words.pos(k - 1) == Pos::Adverb;
                // "in 2007 | the mayor", but "under a 1958 law"
                let year = is_year(words, k - 1) && words.pos(k.wrapping_sub(2)) != Pos::Determiner;
                // "after the Second World War | he", where "Second" is no time.
                let order = words.is(k - 1, "second") && words.case(k - 1) == Case::Title;
                let time_before = is_time_phrase(words, k - 1..k) && !order || year;
                // "$55 a barrel"
                let rate = words.pos(k - 1) == Pos::Number && !year && words.is_any(k, &["a", "an"]);
                // "At 10.15pm | last night"
                let again = words.is_any(k, &["last", "this", "next"]) && is_time_phrase(words, k + 1..k + 2);
                noun_before
                    && !rate
                    && !again
                    && (matches!(pos, Pos::Determiner | Pos::Pronoun)
                        || pos == Pos::ProperNoun && is_plain_noun(words, k - 1)
                        || words.has(k, Classes::MODIFIER) && modifier_of_figure(words, k)
                        || pos == Pos::ProperNoun
                            && words.has(k, Classes::GIVEN_NAME)
                            && words.pos(k - 1) == Pos::Noun
                        // Not between "Tuesday" and "evening", "May" and "2009".
                        || time_before
                            && pos != Pos::Possessive
                            && !words.is_any(k, &["morning", "afternoon", "evening", "night"])
                            && !(words.has(k - 1, Classes::MONTH) && words.kind(k) == Some(TokenKind::Number))
                            && opens_noun_phrase(words, k))
            };
        if border {
            return Some(k);
        }
        inside = true;
        k += 1;
    }
    past_place(words, range)
}

/// "In Hull | local residents", "Near Leeds | two men", "At Kew | heavy rain": where the noun phrase begins behind a name with a preposition
/// of place, if nothing else does.
fn past_place(words: Words<'_>, range: Range<usize>) -> Option<usize> {
    let placed =
        words.is_any(range.start, &["in", "at", "near", "outside", "across", "around", "off", "inside"]);
    let named = |k: usize| words.pos(k) == Pos::ProperNoun && !words.has(k, Classes::MONTH);
    let common = |k: usize| match words.pos(k) {
        Pos::Adjective | Pos::Noun | Pos::PluralNoun => words.case(k) == Case::Lower && !words.glued(k),
        // "In Hull two men", "In Kent 40 homes"; not "In Boeing 737 jets".
        Pos::Number => words.kind(k) == Some(TokenKind::Word) || words.has(k - 1, Classes::PLACE),
        _ => false,
    };
    // "In north-western Leeds", not "in breach of Leeds rules"
    let side = |k: &usize| matches!(words.pos(*k), Pos::Adjective | Pos::Noun | Pos::Punct);
    let name = (range.start + 1..range.end).find(|k| !side(k)).filter(|&k| placed && named(k))?;
    let end = (name..range.end).find(|&k| !named(k))?;
    let only = usize::from(words.is(end, "only"));
    (end + only < range.end && common(end + only)).then_some(end)
}

/// Whether a noun is none that stands before names, so that a name behind it is a subject: "Outside the gate | Jane Roe", and "In a letter to
/// the board | Roe", as bodies do so without "the".
fn is_plain_noun(words: Words<'_>, k: usize) -> bool {
    const BEFORE_NAMES: Classes = Classes::TITLE.or(Classes::PERSON_NOUN);
    let body = words.has(k, Classes::ORGANISATION)
        && (words.case(k) != Case::Lower || !words.is(k.wrapping_sub(1), "the"));
    // The "rd" of "On 3rd July 2004 | the trustees".
    let order = words.is_ordinal_suffix(k) && words.has(k + 1, Classes::MONTH);
    // "In north | Leeds"
    let side = words.is_any(k, &["north", "south", "east", "west"]);
    let plain = !words.has(k, BEFORE_NAMES) && !body && !order && !side;
    matches!(words.pos(k), Pos::Noun | Pos::PluralNoun) && plain
}

fn is_year(words: Words<'_>, i: usize) -> bool {
    let word = words.word(i);
    word.len() == 4
        && words.kind(i) == Some(TokenKind::Number)
        && (word.starts_with('1') || word.starts_with('2'))
        // "at 1404 GMT"
        && (words.case(i + 1) != Case::Upper || Lexicon::english().calendar.zone(words.word(i + 1)).is_none())
}
