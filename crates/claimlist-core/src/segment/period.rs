//! Whether a single period ends a sentence, by the words before and behind it: not in "Dr. Roe", "No. 4" or
//! "J. R. Smith"; in "at 5 p.m. She left" it does.

use super::decide::Place;
use super::words::{self, First, Next};
use crate::lexicon::abbreviations::Kinds;
use crate::lexicon::{Classes, Lexicon};

/// What the period belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// No abbreviation.
    Word,
    /// A number.
    Number,
    /// A single letter.
    Letter,
    /// Letters with periods: `U.S`, `Ph.D`.
    Dotted,
    /// A word of the lexicon.
    Listed(Kinds),
    /// A bracket or quotation mark.
    Mark,
}

/// Whether the period ends the sentence before `next`, which is separated from it by white space.
pub(super) fn ends(place: &Place<'_>, next: &Next<'_>) -> bool {
    let chunk = words::chunk_before(place.sentence());
    if is_before_member(chunk, next, place.lexicon) {
        return false;
    }
    match before(place, chunk) {
        Before::Mark | Before::Number => next.first != First::Lower,
        Before::Word => match next.first {
            // Two dots are a slip for three.
            First::Lower => {
                place.stop.marks_end - place.stop.start == 1
                    && place.closers().is_empty()
                    && is_common_word(chunk)
            }
            _ => true,
        },
        Before::Letter => next.first == First::Upper && letter_ends(place, chunk, next),
        Before::Dotted => {
            next.first == First::Upper
                && (next.is_opener(place.lexicon) && !is_under_office(next)
                    || is_address_of_somebody(next)
                    || is_quotation(place))
        }
        Before::Listed(kinds) => listed_ends(place, chunk, kinds, next),
    }
}

/// "my right hon. Friend", "the hon. Member for Leeds": as a parliament speaks of its members, unlike "Come in, hon. Sit down".
fn is_before_member(chunk: &str, next: &Next<'_>, lexicon: &Lexicon) -> bool {
    chunk == "hon" && next.first == First::Upper && lexicon.titles.members.has(next.word())
}

/// Whether the word before the marks is a word of its own: no abbreviation, initial or part of an address.
pub(super) fn is_plain_word(place: &Place<'_>) -> bool {
    let chunk = words::chunk_before(place.sentence());
    match before(place, chunk) {
        Before::Word => !chunk.contains(['@', '/', '_', '.']) && chunk.chars().nth(1).is_some(),
        Before::Number => true,
        Before::Mark => true,
        _ => false,
    }
}

fn before(place: &Place<'_>, chunk: &str) -> Before {
    let Some(last) = chunk.chars().next_back() else { return Before::Mark };
    if !last.is_alphanumeric() && !matches!(last, '°' | 'º' | '§' | '№') {
        return Before::Mark;
    }
    // `Jr..`: the second is the sentence's own.
    if place.stop.marks_end - place.stop.start > 1 {
        return Before::Word;
    }
    if is_zone_behind_time(place, chunk) {
        return Before::Word;
    }
    let kinds = capitalised(chunk, place.lexicon.abbreviations.kinds(chunk));
    if kinds != Kinds::default() {
        return Before::Listed(kinds);
    }
    if last.is_numeric() {
        return Before::Number;
    }
    if chunk.chars().nth(1).is_none() {
        return Before::Letter;
    }
    let dotted = chunk.contains('.')
        && chunk
            .split('.')
            .all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    if dotted { Before::Dotted } else { Before::Word }
}

/// The `EST` of "7 p.m. EST.", which is "est." for established elsewhere.
fn is_zone_behind_time(place: &Place<'_>, chunk: &str) -> bool {
    let kinds = |word| place.lexicon.abbreviations.kinds(word);
    (2..=4).contains(&chunk.len())
        && chunk.bytes().all(|byte| byte.is_ascii_uppercase())
        && kinds(chunk).intersects(Kinds::AFTER_TIME)
        && kinds(words::chunk_before(head(place, chunk).trim_end()).trim_end_matches('.'))
            .intersects(Kinds::TIME)
}

/// Without the lists whose words count only with a capital, where the word has none.
fn capitalised(word: &str, kinds: Kinds) -> Kinds {
    const CAPITALISED: Kinds =
        Kinds::BEFORE_NAME.or(Kinds::MONTH).or(Kinds::WEEKDAY).or(Kinds::REGION).or(Kinds::STREET);
    const PERIOD: Kinds = CAPITALISED
        .or(Kinds::CONTINUING)
        .or(Kinds::BEFORE_NUMBER)
        .or(Kinds::MAY_END)
        .or(Kinds::COMPANY)
        .or(Kinds::UNIT)
        .or(Kinds::TIME);
    let kinds = kinds.and(PERIOD);
    if word.starts_with(char::is_uppercase) { kinds } else { kinds.without(CAPITALISED) }
}

/// A common word, after which a period ends the sentence even where the next begins in lower case.
fn is_common_word(chunk: &str) -> bool {
    chunk.len() > 3
        && chunk.chars().all(char::is_alphabetic)
        && chunk.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        && chunk.chars().skip(1).all(char::is_lowercase)
}

/// `vitamin C. The` and `you and I. Did`, but not `Ada I. Roe`, `J. R. Smith`.
fn letter_ends(place: &Place<'_>, chunk: &str, next: &Next<'_>) -> bool {
    let head = head(place, chunk);
    let before = words::word_before(head.strip_suffix('-').unwrap_or(head));
    let named = place.lexicon.abbreviations.kinds(before).intersects(Kinds::BEFORE_LETTER);
    // "World War I. The", but not "you or I. Roe".
    let numbered = chunk != "I" || before.starts_with(char::is_uppercase);
    if named && numbered {
        return true;
    }
    // "No-o-o." and "degrees-C.", but not the first of two initials.
    let drawn_out = head.ends_with('-')
        && before.starts_with(char::is_lowercase)
        && !(next.word().len() == 1 && next.after_word().starts_with('.'));
    drawn_out
        || is_degree(head, chunk)
        || is_closing_pronoun(place, before, chunk)
        || next.is_opener(place.lexicon)
}

/// The `C` of "40 C. Hospitals": no initial follows a figure. A year may begin a sentence, though: "In 1925 F. Roe".
fn is_degree(head: &str, chunk: &str) -> bool {
    let before = words::word_before(head);
    matches!(chunk, "C" | "F")
        && (head.trim_end().ends_with('°')
            || (1..=3).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The `I` of "So do I. See you" and "older than I. Roe is".
fn is_closing_pronoun(place: &Place<'_>, before: &str, chunk: &str) -> bool {
    chunk == "I"
        && before.starts_with(char::is_lowercase)
        && (before == "than"
            || place.lexicon.classes(before).intersects(Classes::AUXILIARY.or(Classes::MODAL)))
}

/// `U.N. Under-Secretary`, `U.S. Under Secretary`: an office, where "Under" opens no sentence.
fn is_under_office(next: &Next<'_>) -> bool {
    let after = next.after_word();
    next.word() == "Under" && (after.starts_with('-') || after.trim_start().starts_with("Secretar"))
}

/// "works for Acme Inc. Mr Roe": what stands before a form of address is no part of a name.
fn is_address_of_somebody(next: &Next<'_>) -> bool {
    matches!(next.word(), "Mr" | "Mrs" | "Ms")
}

fn listed_ends(place: &Place<'_>, chunk: &str, kinds: Kinds, next: &Next<'_>) -> bool {
    let is = |kind| kinds.intersects(kind);
    let opener = || next.is_opener(place.lexicon);
    if is(Kinds::STREET) && next.first == First::Upper && is_address(place, chunk) {
        return opener() || is_behind_address(place, next);
    }
    if is(Kinds::TIME) {
        return after_time(place, next);
    }
    if is(Kinds::CONTINUING) {
        // "the space V. We": not the "v." between the sides of a lawsuit.
        return chunk == "V" && next.first == First::Upper && opener();
    }
    if is(Kinds::MAY_END.or(Kinds::COMPANY).or(Kinds::REGION)) && is_quotation(place) {
        return true;
    }
    match next.first {
        First::Lower => false,
        // "Art. II"
        First::Upper if is(Kinds::BEFORE_NUMBER) && is_roman(next.word()) => false,
        // "Roe et al. (2001)"
        First::Digit if next.opened => false,
        // "Sgt. 1st Class Ada Roe"
        First::Digit
            if is(Kinds::BEFORE_NAME) && words::word(next.text).ends_with(|c: char| c.is_lowercase()) =>
        {
            false
        }
        First::Digit => {
            !is(Kinds::BEFORE_NUMBER.or(Kinds::MONTH).or(Kinds::WEEKDAY).or(Kinds::REGION).or(Kinds::UNIT))
                && !is(Kinds::COMPANY)
        }
        _ if is(Kinds::UNIT) && is_after_figure(place, chunk) => {
            // "On May 12 M. Roe left": a capital letter is an initial.
            let subject = is_plural_subject(next) || has_verb(place, next);
            opener() || next.opened || chunk.starts_with(char::is_lowercase) && subject
        }
        // "5th St. He": a street, where no name can follow.
        _ if is(Kinds::BEFORE_NAME) => opener() && is_after_name(place, chunk) && !is(Kinds::CONTINUING),
        _ if is(Kinds::COMPANY) => {
            opener()
                || next.first == First::Upper && (is_plural_subject(next) || is_address_of_somebody(next))
        }
        _ if chunk.eq_ignore_ascii_case("etc") => true,
        _ if is(Kinds::MAY_END.or(Kinds::MONTH).or(Kinds::WEEKDAY).or(Kinds::REGION)) => {
            next.first == First::Upper
                && (opener()
                    || is_address_of_somebody(next)
                    || is(Kinds::REGION) && is_after_comma(place, chunk) && is_subject(place, next))
        }
        _ if chunk.chars().nth(1).is_none() => letter_ends(place, chunk, next),
        // Only before a number, or only after one.
        _ => true,
    }
}

/// `at 5 p.m. Travellers`, but not `at 5 p.m. GMT` or `8 p.m. Friday`.
fn after_time(place: &Place<'_>, next: &Next<'_>) -> bool {
    match next.first {
        First::Lower | First::Digit | First::Sign => false,
        First::Upper if !next.opened && next.word().len() > 1 && is_opening_time(place) => false,
        // "at 5 p.m. Dec. 22"
        First::Upper if is_dated(place, next) => false,
        _ => !place.lexicon.abbreviations.kinds(next.word()).intersects(Kinds::AFTER_TIME) && !is_zone(next),
    }
}

/// `E.T.`, `G.M.T.`: a time zone with periods.
fn is_zone(next: &Next<'_>) -> bool {
    let mut bytes = next.text.bytes();
    let mut letters = 0;
    let mut last = 0;
    while let (Some(letter @ b'A'..=b'Z'), Some(b'.')) = (bytes.next(), bytes.next()) {
        letters += 1;
        last = letter;
    }
    (2..=4).contains(&letters) && last == b'T'
}

/// `Dec. 22`, `May 4`: whether a month with its day follows.
fn is_dated(place: &Place<'_>, next: &Next<'_>) -> bool {
    place.lexicon.classes(next.word()).intersects(Classes::MONTH)
        && next
            .after_word()
            .trim_start_matches(['.', ' ', '\u{a0}'])
            .starts_with(|c: char| c.is_ascii_digit())
}

/// `At 5 a.m.`, `Shortly after 11 p.m.`: all that there is of the sentence, which so has neither subject nor verb yet.
fn is_opening_time(place: &Place<'_>) -> bool {
    const LEAD: Classes = Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::ADVERB);
    /// "Shortly before half past 11.30" has fewer bytes.
    const LONGEST: usize = 48;
    if place.sentence().len() > LONGEST {
        return false;
    }
    let Some((lead, time)) = place.sentence().split_once(|c: char| c.is_ascii_digit()) else { return false };
    !lead.is_empty()
        && time.split_whitespace().count() <= 2
        && lead
            .split_whitespace()
            .all(|word| place.lexicon.classes(word).intersects(LEAD) || word.ends_with("ly"))
}

/// `“Demand is strong,” she said` behind a company or a place, but not `“Big Stick” diplomacy` or `"Bo" Ames`: whether a whole
/// sentence in quotation marks follows.
fn is_quotation(place: &Place<'_>) -> bool {
    const MOST_WORDS_OF_A_NAME: usize = 5;
    let after = place.text[place.stop.end..].trim_start();
    let Some(quoted) = after.strip_prefix(['"', '“']) else { return false };
    if !place.closers().is_empty() || !quoted.starts_with(char::is_uppercase) {
        return false;
    }
    for word in quoted.split_whitespace().take(MOST_WORDS_OF_A_NAME) {
        if let Some(close) = word.find(['"', '”']) {
            return word[..close].ends_with([',', '.', '?', '!']);
        }
    }
    true
}

/// What stands before the word at the marks.
fn head<'t>(place: &Place<'t>, chunk: &str) -> &'t str {
    &place.before()[..place.before().len() - chunk.len()]
}

/// `II`, `XIV`; one letter is more often an initial or the pronoun.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether a house number and a name of up to four words stand before the word: `12 N. Mill Lane St`.
fn is_address(place: &Place<'_>, chunk: &str) -> bool {
    const LONGEST_NAME: usize = 4;
    let mut words = head(place, chunk).split_whitespace().rev();
    for count in 0..=LONGEST_NAME {
        let Some(word) = words.next() else { return false };
        let digits = word.trim_start_matches(['(', '#']).bytes().take_while(u8::is_ascii_digit).count();
        // "5th St." is a name.
        if count > 0 && (1..=5).contains(&digits) && word.len() <= digits + 2 && !word.ends_with(',') {
            return true;
        }
        if digits == 0 && !word.starts_with(char::is_uppercase) || word.ends_with(',') {
            return false;
        }
    }
    false
}

/// `Admission is free`, `Roe said`, but not `Leeds in the spring`: a subject, no name of a town.
fn is_behind_address(place: &Place<'_>, next: &Next<'_>) -> bool {
    const LINKS: Classes = Classes::PREPOSITION.or(Classes::COORDINATOR);
    let after = words::word(next.after_word().trim_start());
    !next.opened && after.starts_with(char::is_lowercase) && !place.lexicon.classes(after).intersects(LINKS)
}

/// `Calif` and `D.C` in "Washington, D.C. Officials said".
fn is_after_comma(place: &Place<'_>, chunk: &str) -> bool {
    head(place, chunk).trim_end().ends_with(',')
}

/// `Officials said`, `Residents were`: a plural and a verb that is nothing else.
fn is_subject(place: &Place<'_>, next: &Next<'_>) -> bool {
    is_plural_subject(next) && has_verb(place, next)
}

/// Whether the word behind the next one is a verb that is hardly anything else: `Gold fell`, `Roe said`.
fn has_verb(place: &Place<'_>, next: &Next<'_>) -> bool {
    const VERBS: Classes =
        Classes::SPEECH.or(Classes::AUXILIARY).or(Classes::MODAL).or(Classes::INTRANSITIVE);
    let word = words::word(next.after_word().trim_start());
    word.starts_with(char::is_lowercase) && place.lexicon.classes(word).intersects(VERBS)
}

fn is_after_figure(place: &Place<'_>, chunk: &str) -> bool {
    let before = head(place, chunk);
    words::word_before(before).ends_with(|c: char| c.is_numeric())
        || before.trim_end().ends_with("sq.")
        || before.trim_end().ends_with("cu.")
}

/// Whether a name or an ordinal stands before the word.
fn is_after_name(place: &Place<'_>, chunk: &str) -> bool {
    let before = words::word_before(head(place, chunk));
    before.starts_with(char::is_uppercase) || before.starts_with(|c: char| c.is_ascii_digit())
}

/// `Analysts said`, `Shares in`: a plural and a word in lower case, which are no part of a company's name.
fn is_plural_subject(next: &Next<'_>) -> bool {
    let word = next.word();
    word.ends_with('s')
        && !word.ends_with("ss")
        && next.after_word().trim_start().starts_with(char::is_lowercase)
}
