//! The shape of names: capitals with initials, particles and hyphens between: `Ursula von der Leyen`, `J. R. Smith Jr.`,
//! `Rashid al-Hadi`; and bodies: `Bank of England`, `NATO`.

use super::Sort;
use super::before::is_constable;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::{Pos, is_second_syllable};

/// A name in a sentence: tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
}

/// A name has at most so many parts.
const LONGEST: usize = 8;

/// The name that starts at token `i`. Titles before it are passed over: the name of "President Donald Trump" starts at
/// "Donald".
pub(super) fn at(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Name> {
    // "Sen. Jane Doe, D-N.M.": her party and state.
    let party = words.is_any(i, &["d", "r"]) && words.is(i + 1, "-") && words.is(i.wrapping_sub(1), ",");
    if party || !is_capital(words, i) || starts_common(words, i) || is_plural_acronym(words, i) {
        return None;
    }
    // "On Monday Ann Roe", but "Monday Ltd"
    if words.has(i, Classes::WEEKDAY) && words.has(i + 1, Classes::GIVEN_NAME) && is_capital(words, i + 1) {
        return None;
    }
    let run_end = run_end(words, i);
    // "Co-founder"
    if run_end == i + 1 && words.is(i, "co") && words.is(run_end, "-") {
        return None;
    }
    if let Some(end) = body_end(words, i, run_end, lexicon) {
        return Some(Name { start: i, end, sort: Sort::Body });
    }
    let start = person_start(words, i, run_end, lexicon)?;
    let plain = start + 2 == run_end && words.has(start, Classes::GIVEN_NAME);
    if start >= run_end || lexicon.names.things.has(words.word(run_end - 1)) && !plain {
        return None;
    }
    if ends_with_office(words, start, run_end, lexicon) {
        return None;
    }
    let end = person_end(words, start, run_end);
    // "Mr. and Mrs. Roe"
    if end == start + 1 && words.has(start, Classes::TITLE) && lexicon.titles.get(words.word(start)).honorific
    {
        return None;
    }
    let sort = if is_person(words, start, end) { Sort::Person } else { Sort::Unknown };
    // "May" and "Hartford", but "Mrs May" and "Senator Hartford"
    let addressed = start > 0 && is_title(words, start - 1, lexicon);
    // "Captain America", "Major UK firms": hardly a surname.
    let land = words.has(start, Classes::NATIONALITY) || words.case(start) == Case::Upper;
    // "the most wanted man Kent police have caught": the police's, not a man's.
    let owned =
        words.has(end, Classes::ORGANISATION) && words.case(end) == Case::Lower || words.is(end, "police");
    let place = words.has(start, Classes::PLACE) && (!addressed || owned);
    // "Western Australia"
    let part = end == start + 2
        && !addressed
        && words.has(end - 1, Classes::PLACE)
        && words
            .is_any(start, &["western", "eastern", "northern", "southern", "west", "east", "north", "south"]);
    let single_place = end == start + 1 && (land || place) || part;
    let calendar = end == start + 1 && words.has(start, Classes::WEEKDAY.or(Classes::MONTH)) && !addressed;
    (end > start && !single_place && !calendar).then_some(Name { start, end, sort })
}

/// Where the name of a person begins in the run of capitals `i..run_end`: behind titles, nations and parties.
fn person_start(words: Words<'_>, i: usize, run_end: usize, lexicon: &Lexicon) -> Option<usize> {
    // The last title of the run; the person's name follows it.
    let last_title = (i..run_end).rev().find(|&k| is_title(words, k, lexicon));
    let mut start = last_title.map_or(i, |k| after_title(words, k));
    if last_title.is_none() && !words.has(start, Classes::GIVEN_NAME) {
        // "Ukrainian", "Downing Street's": the name starts with a first name in the run, if there is one. So it does behind "Republican".
        let adherent = |k: usize| {
            lexicon.titles.adherents.has(words.word(k))
                && (k + 1..run_end).any(|k| words.has(k, Classes::GIVEN_NAME))
        };
        while start < run_end
            && (words.has(start, Classes::NATIONALITY) || adherent(start))
            && !words.has(start, Classes::GIVEN_NAME)
        {
            start += 1;
        }
    }
    // "Resident Jane Doe": the capital is that of the sentence, not of the name.
    let described = last_title.is_none()
        && (0..i).all(|k| !is_capital(words, k))
        && words.has(i, Classes::PERSON_NOUN)
        && !words.has(i, Classes::GIVEN_NAME)
        && words.has(i + 1, Classes::GIVEN_NAME)
        && run_end > i + 2;
    if described && words.kind(i.wrapping_sub(1)) != Some(TokenKind::Word) {
        start = i + 1;
    }
    if last_title.is_none() && office_of(words, i, lexicon).is_some() {
        // "Secretary of State Marco Rubio", but "Professor of Marine Sciences".
        return (i + 1..run_end.saturating_sub(1))
            .find(|&k| words.has(k, Classes::GIVEN_NAME))
            .or_else(|| past_field(words, i, run_end, lexicon))
            .or_else(|| (words.is(i - 1, "for") && !is_field(words, i, lexicon)).then_some(start));
    }
    Some(start)
}

/// "Executive Director", "Deputy National Secretary": an office in capitals. One that is a surname too is none where a first name
/// stands before it ("Joe King").
fn ends_with_office(words: Words<'_>, start: usize, end: usize, lexicon: &Lexicon) -> bool {
    let last = words.word(end - 1);
    let commanding = end == start + 1 && last.ends_with("ing") && lexicon.titles.get(last).modifier;
    // "Pearse Roe TD"
    if words.case(end - 1) == Case::Upper && end > start + 2 {
        return false;
    }
    (lexicon.titles.get(last).office || commanding)
        && !lexicon.titles.surnames.has(last)
        && !words.has(start, Classes::GIVEN_NAME)
}

/// `van Hoek` in "said van Hoek": a person's name with the particles in small letters before it, where no first name stands before them.
pub(super) fn with_particles(words: Words<'_>, name: Name) -> Name {
    let particle = |k: usize| {
        words.case(k) == Case::Lower && Lexicon::english().names.leading_particles.has(words.word(k))
    };
    let mut start = name.start;
    while start > 0 && start + 3 > name.start && particle(start - 1) {
        start -= 1;
    }
    // "a van Roe drove"
    let other = start > 0
        && (words.has(start - 1, Classes::DETERMINER.or(Classes::ADJECTIVE))
            || words.pos(start - 1) == Pos::Possessive);
    if name.sort == Sort::Body || other || start == name.start { name } else { Name { start, ..name } }
}

/// "DHBs", "MPs"
fn is_plural_acronym(words: Words<'_>, i: usize) -> bool {
    let letters = words.word(i).strip_suffix('s').unwrap_or_default();
    letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The office of which the word at token `i` begins to say the field or the land: "Chief Justice of | India", "Leader of the | Opposition",
/// "Minister of State for | Trade", "Minister for Women and | Child Development".
pub(super) fn office_of(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut of = i.checked_sub(1)?;
    if words.is(of, "and") {
        let field = |k: &usize| !is_field(words, *k, lexicon);
        of = (of.saturating_sub(4)..of).rev().find(field).filter(|&first| first + 1 < of)?;
    }
    let of = of.checked_sub(usize::from(words.is(of, "the")))?;
    let office = of.checked_sub(1)?;
    let of_state = words.is(office, "state") && words.is(office.wrapping_sub(1), "of");
    let office = if of_state { office.checked_sub(2)? } else { office };
    // "Press Secretary for Jane Roe" names a person, no field.
    let joins = words.is(of, "of")
        || words.is(of, "for") && is_capital(words, office) && !words.has(i, Classes::GIVEN_NAME);
    (joins && lexicon.titles.get(words.word(office)).office).then_some(office)
}

/// Whether the capital at token `k` says of what or where an office is: "Police", "Agriculture", "India".
pub(super) fn is_field(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    let word = words.word(k);
    is_capital(words, k)
        && (words.has(k, Classes::PLACE)
            || lexicon.titles.get(word).modifier
            || lexicon.titles.portfolios.has(word))
}

/// Where the name of somebody begins whose office names its field from token `i` on: "Superintendent of Police | Mohita Rao". A name has a
/// second part, and does not begin with a common noun: "Director of Police Training Schemes".
fn past_field(words: Words<'_>, i: usize, run_end: usize, lexicon: &Lexicon) -> Option<usize> {
    let start = (i..run_end).find(|&k| !is_field(words, k, lexicon))?;
    (start > i && start + 1 < run_end && !is_common(words, start)).then_some(start)
}

/// Whether the capital at token `k` is no word that only names have.
pub(super) fn is_common(words: Words<'_>, k: usize) -> bool {
    const COMMON: Classes = Classes::NOUN
        .or(Classes::ADJECTIVE)
        .or(Classes::VERB_ING)
        .or(Classes::ORGANISATION)
        .or(Classes::NATIONALITY);
    words.has(k, COMMON)
}

/// Whether token `i` is a word with a capital.
pub(super) fn is_capital(words: Words<'_>, i: usize) -> bool {
    // Only words have a case.
    matches!(words.case(i), Case::Title | Case::Upper | Case::Mixed) && !words.is(i, "i")
}

/// Words that are no part of a name or title, whatever their case.
pub(super) const FUNCTION_WORDS: Classes = Classes::DETERMINER
    .or(Classes::PRONOUN)
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::COORDINATOR)
    .or(Classes::AUXILIARY)
    .or(Classes::MODAL)
    .or(Classes::ADVERB)
    .or(Classes::NUMBER);

/// Whether the capital at `i` is only that of a sentence's first word.
fn starts_common(words: Words<'_>, i: usize) -> bool {
    words.has(i, FUNCTION_WORDS) && !words.has(i, Classes::GIVEN_NAME.or(Classes::NATIONALITY))
}

/// The end of the capitals in a row from `i` on, with what joins them.
fn run_end(words: Words<'_>, i: usize) -> usize {
    let mut end = i;
    while end < words.len() && end < i + 2 * LONGEST {
        let day = end > i && words.has(end, Classes::WEEKDAY);
        let part = || end == i || !starts_common(words, end) || is_number_name(words, i, end);
        if is_capital(words, end) && !day && part() {
            end += 1;
            continue;
        }
        match joint(words, end) {
            Some(next) if end > i => end = next,
            _ => break,
        }
    }
    end
}

/// "Kaci Fullmann Five": a number word that ends a name of several words.
fn is_number_name(words: Words<'_>, start: usize, k: usize) -> bool {
    words.has(k, Classes::NUMBER)
        && words.case(k) == Case::Title
        && k > start + 1
        && (words.kind(k + 1) == Some(TokenKind::Punct)
            || words.pos(k + 1).is_finite()
            || words.pos(k + 1) == Pos::Possessive)
}

/// Where the next capital stands if token `i` joins it to the capital before: an initial's period, a hyphen, particles.
fn joint(words: Words<'_>, i: usize) -> Option<usize> {
    let initial = words.is(i, ".") && words.glued(i) && is_short(words, i - 1) && is_capital(words, i + 1);
    if initial {
        return Some(i + 1);
    }
    let hyphen =
        matches!(words.mark(i), '-' | '\u{2010}' | '\u{2011}') && words.glued(i) && words.glued(i + 1);
    if hyphen && (is_capital(words, i + 1) || is_particle(words, i + 1)) {
        return Some(i + 1);
    }
    // "Council for Security and Co-operation"
    let prefix = || words.is_any(i - 1, &["co", "non", "anti", "inter"]) && is_capital(words, i - 1);
    if hyphen && (prefix() || ends_as_syllable(words, i + 1)) {
        return Some(i + 2);
    }
    let mut k = i;
    while k < i + 3 && is_particle(words, k) && words.case(k) == Case::Lower {
        k += 1;
    }
    if k == i {
        return None;
    }
    // "al-Hadi"
    if matches!(words.mark(k), '-' | '\u{2010}' | '\u{2011}') && words.glued(k) {
        k += 1;
    }
    is_capital(words, k).then_some(k)
}

/// Whether token `i` ends a name as the second syllable of a first name: "Kim Yong-nam"; "Leung Kwok-hung of", but "the Tony Blair-led
/// government".
fn ends_as_syllable(words: Words<'_>, i: usize) -> bool {
    let compound = || words.pos(i + 1).is_noun() || words.pos(i + 1) == Pos::Adjective;
    is_second_syllable(words, i)
        && is_capital(words, i - 3)
        && (words.tokens[i].classes == Classes::empty() || !compound())
}

fn is_particle(words: Words<'_>, i: usize) -> bool {
    words.tokens.get(i).is_some_and(|token| token.span.len() <= 5)
        && Lexicon::english().names.particles.has(words.word(i))
}

/// Whether token `i` is an initial or a short form of a title, whose period does not end a sentence.
fn is_short(words: Words<'_>, i: usize) -> bool {
    words.word(i).chars().count() == 1
        || words.has(i, Classes::TITLE) && words.word(i).len() <= 5
        || words.is_any(i, &["st", "jr", "sr"])
}

/// Whether token `i` is a title that may stand before a name.
pub(super) fn is_title(words: Words<'_>, i: usize, lexicon: &Lexicon) -> bool {
    if is_constable(words, i) {
        return true;
    }
    if !words.has(i, Classes::TITLE) {
        return false;
    }
    // "King", "Dean", "Earl" may be a last or first name: a title stands before the name.
    let title = lexicon.titles.get(words.word(i));
    let name_follows = is_capital(words, after_title(words, i));
    (title.office || title.honorific || title.dignity) && name_follows
}

/// The token behind a title and its period.
fn after_title(words: Words<'_>, i: usize) -> usize {
    let period = words.is(i + 1, ".") && words.glued(i + 1) && words.word(i).len() <= 5;
    i + 1 + usize::from(period)
}

/// The end of the person's name that starts at `start`, with its suffix.
fn person_end(words: Words<'_>, start: usize, run_end: usize) -> usize {
    let mut end = run_end;
    let called = || {
        words.has(start, Classes::GIVEN_NAME)
            || words.has(start.wrapping_sub(1), Classes::TITLE.or(Classes::PERSON_NOUN))
    };
    if words.is_any(end, &["\"", "\u{201c}"]) && called() {
        end = nickname_end(words, end).unwrap_or(end);
    }
    let comma = usize::from(words.is(end, ","));
    if words.is_any(end + comma, &["jr", "sr"]) {
        end += comma + 1;
    }
    let suffix = words.is_any(end.saturating_sub(1), &["jr", "sr"]) && words.is(end, ".") && words.glued(end);
    if suffix && end + 1 < words.len() { end + 1 } else { end }
}

/// `"The Rock" Johnson` behind a first name.
fn nickname_end(words: Words<'_>, quote: usize) -> Option<usize> {
    let close = (quote + 2..quote + 6).find(|&k| words.is_any(k, &["\"", "\u{201d}"]))?;
    (is_capital(words, close + 1)).then(|| run_end(words, close + 1))
}

/// Whether capitals in a row are somebody's name by their form: a first name and a second part.
fn is_person(words: Words<'_>, start: usize, end: usize) -> bool {
    let parts = (start..end).filter(|&k| is_capital(words, k)).count();
    let given = words.has(start, Classes::GIVEN_NAME);
    let initial = words.word(start).chars().count() == 1 && words.is(start + 1, ".");
    let particle = (start + 1..end).any(|k| is_particle(words, k)) && parts >= 2;
    let place = words.has(start, Classes::PLACE) && words.has(end - 1, Classes::PLACE);
    // "Kim Yong-nam", but "Hong Kong-born".
    let syllables = end > start + 3
        && ends_as_syllable(words, end - 1)
        && words.tokens[end - 1].classes == Classes::empty()
        && !words.has(end - 3, Classes::PLACE.or(Classes::GIVEN_NAME))
        && !words.has(start, Classes::PLACE);
    (2..=5).contains(&parts) && (given || initial || particle || syllables) && !place
}

/// The end of a body's name that starts at `i`: it holds a word that makes such names, or is known by one word.
fn body_end(words: Words<'_>, i: usize, run_end: usize, lexicon: &Lexicon) -> Option<usize> {
    let last = (i..run_end).rev().find(|&k| {
        words.has(k, Classes::ORGANISATION) && !words.is_any(k, &["state", "house"])
            || words.is(k, "house") && words.is_any(k.wrapping_sub(1), &["white", "upper", "lower"])
            || lexicon.names.bodies.has(words.word(k)) && run_end == i + 1
    });
    let acronym = run_end == i + 1
        && words.case(i) == Case::Upper
        && words.word(i).len() >= 2
        // "15MW", "GDP"
        && !(i > 0 && words.glued(i) && words.kind(i - 1) == Some(TokenKind::Number))
        && !lexicon.names.acronyms.has(words.word(i))
        && !words.has(i, Classes::NATIONALITY.or(Classes::PLACE).or(Classes::TITLE).or(Classes::CURRENCY));
    // "Police Chief Jane Doe", "Bank of England Governor": a title behind makes it a person's.
    let person = (i..run_end).any(|k| is_title(words, k, lexicon) && last.is_none_or(|last| k > last));
    if person || last.is_none() && !acronym {
        return None;
    }
    let end = last.map_or(run_end, |last| last + 1);
    // "Ministry of Defence", "University of California at Davis", "Committee to Protect Journalists".
    let of = words.is_any(end, &["of", "for"])
        || words.is(end, "to") && words.has(end + 1, Classes::VERB_BASE) && is_capital(words, end + 2);
    let the = usize::from(of && words.is(end + 1, "the"));
    if of && is_capital(words, end + 1 + the) && last.is_some() {
        let tail = self::run_end(words, end + 1 + the);
        let and =
            words.is(tail, "and") && is_capital(words, tail + 1) && words.pos(tail + 1) == Pos::ProperNoun;
        return Some(
            if and && words.has(end - 1, Classes::ORGANISATION) && !words.has(tail + 1, Classes::GIVEN_NAME) {
                self::run_end(words, tail + 1)
            } else {
                tail
            },
        );
    }
    Some(end)
}
