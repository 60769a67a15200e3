//! What stands before or behind a sentence without a mark between: credits ("The old bridge at dawn Photo: Ada Roe"),
//! dates behind headlines ("Bridge closed for repairs Friday, May 2, 2014"), datelines ("LEEDS, England — The bridge").

use super::words;
use crate::lexicon::abbreviations::Kinds;
use crate::lexicon::{Classes, Lexicon};

/// Where the credit starts whose colon stands at `colon`, in the sentence from `start` on.
pub(super) fn start(text: &str, start: usize, colon: usize, lexicon: &Lexicon) -> Option<usize> {
    let word = words::word_at_end(text.get(start..colon)?);
    let at = colon - word.len();
    let before = text[start..at].trim_end();
    let credit = word.starts_with(char::is_uppercase)
        && lexicon.abbreviations.kinds(word).intersects(Kinds::CREDIT)
        && text[colon + 1..].trim_start().starts_with(char::is_uppercase);
    (credit && before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '”' | '’' | ')')))
        .then_some(at)
}

/// Where the date starts that ends the block, in the sentence from `start` on.
pub(super) fn date_line(text: &str, start: usize, lexicon: &Lexicon) -> Option<usize> {
    // "Wednesday, 24 September 2014" has under 40 bytes.
    let sentence = text.get(start..)?.trim_end();
    let year = words::word_at_end(sentence);
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut tail = &sentence[..sentence.len() - year.len()];
    for _ in 0..2 {
        tail = tail.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
        let word = words::word_at_end(tail);
        let day = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        if word.is_empty() || !(day || lexicon.classes(word).intersects(Classes::MONTH)) {
            return None;
        }
        tail = &tail[..tail.len() - word.len()];
    }
    tail = tail.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
    let weekday = words::word_at_end(tail);
    let before = tail[..tail.len() - weekday.len()].trim_end();
    let behind_headline = before
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '”' | '’' | ')'))
        && !lexicon.classes(words::word_at_end(before)).intersects(Classes::PREPOSITION);
    // Not "Sun", which is a newspaper too.
    (weekday.len() >= "Monday".len()
        && lexicon.classes(weekday).intersects(Classes::WEEKDAY)
        && behind_headline)
        .then_some(start + tail.len() - weekday.len())
}

/// Where the label in capitals starts that is all of the block behind its date: `12 MAY 2020 MEDIA STATEMENT`.
pub(super) fn label_behind_date(text: &str, start: usize, lexicon: &Lexicon) -> Option<usize> {
    const LONGEST: usize = 40;
    let mut rest = text.get(start..)?;
    let mut parts = [false; 3];
    for _ in 0..parts.len() {
        let word = words::word(rest);
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        let part = match word.len() {
            1 | 2 if digits => 0,
            3.. if lexicon.classes(word).intersects(Classes::MONTH) => 1,
            4 if digits => 2,
            _ => return None,
        };
        parts[part] = true;
        rest = rest[word.len()..].trim_start_matches([',', ' ']);
    }
    let label = rest.trim_end();
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = label.chars().all(|c| c.is_uppercase() || c == ' ');
    (parts == [true; 3] && capitals && letters > 2 && label.len() <= LONGEST)
        .then_some(text.len() - rest.len())
}

/// Where the first sentence starts behind the dateline of a paragraph: names of places, a date and an agency, up to a dash.
pub(super) fn behind_dateline(text: &str, start: usize, lexicon: &Lexicon) -> Option<usize> {
    const LONGEST: usize = 80;
    let text = &text[start..];
    let mut places = 0;
    let mut at = 0;
    let mut found = None;
    for word in text.split_inclusive(' ') {
        let mark = word.trim_end();
        if at > LONGEST {
            break;
        }
        at += word.len();
        if matches!(mark, "-" | "–" | "—" | "--") {
            let before = text[..at - word.len()].trim_end();
            // "Ada Roe (1 May 1929 – 3 May 2014) was"
            if before.contains('(') && !before.contains(')') {
                break;
            }
            let placed = places > 0 && (before.contains(',') || before.ends_with(')') || is_capitals(before));
            let sentence = text[at..].starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
                && text.trim_end().ends_with(['.', '"', '”', '?', '!']);
            if !placed || !sentence {
                break;
            }
            found = Some(start + at);
            // "LEEDS, England – May 2, 2014 – The bridge": announcements have the date between dashes.
            if !lexicon.classes(words::word(&text[at..])).intersects(Classes::MONTH) {
                break;
            }
            continue;
        }
        let name = mark.trim_start_matches('(');
        if name.starts_with(char::is_uppercase) && is_place(name, lexicon) {
            places += 1;
        } else if !name.starts_with(|c: char| c.is_ascii_digit()) && !matches!(name, "of" | "de" | "and") {
            break;
        }
    }
    found
}

/// Whether a word with a capital letter may be part of a place's name: not in "I -- I know" and "OK - She".
fn is_place(word: &str, lexicon: &Lexicon) -> bool {
    const NO_PLACE: Classes = Classes::PRONOUN.or(Classes::NEGATOR);
    !lexicon.classes(word).intersects(NO_PLACE) && !matches!(word, "OK" | "OH" | "YES")
}

fn is_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}
