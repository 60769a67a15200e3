//! Sentences that run together without a mark, as captions do that a page set on lines of their own: "The old bridge, from
//! the files of Ada Roe In the north of the county, two roads were closed."
//!
//! A preposition or a pronoun with a capital letter inside a sentence that goes on in lower case begins another one. In titles
//! ("Far From the Sea We Sail") the words around it have capital letters too.

use super::words;
use crate::lexicon::{Classes, Lexicon};

/// Prepositions that often open a sentence. Others ("Of", "With", "For") stand with a capital letter in titles more often.
const LEAD_INS: [&str; 6] = ["After", "At", "During", "In", "On", "Since"];

/// Pronouns with a verb: no title has them but at its beginning.
const PRONOUNS: [&str; 8] = ["He's", "She's", "They're", "They've", "They'll", "We're", "We've", "You're"];

/// A sentence behind a name without a mark has at least so many words: shorter ones are titles and labels.
const FEWEST: usize = 6;

/// And before it there are so many: "The Stay At home Mothers" is a name.
const FEWEST_BEFORE: usize = 3;

/// Whether a word may begin a sentence here, by its first letter.
pub(super) const fn may_begin(byte: u8) -> bool {
    matches!(byte, b'A' | b'D' | b'H' | b'I' | b'O' | b'S' | b'T' | b'W' | b'Y')
}

/// Whether a sentence begins at `at`, behind a space, in the sentence from `start` on.
pub(super) fn begins(text: &str, start: usize, at: usize, lexicon: &Lexicon) -> bool {
    let (Some(before), Some(rest)) = (text.get(start..at), text.get(at..)) else { return false };
    let word = words::word(rest);
    let preposition = LEAD_INS.contains(&word);
    if !preposition && !is_pronoun(word) {
        return false;
    }
    let before = before.trim_end();
    let last = words::word_at_end(before);
    let after = &rest[word.len()..];
    if !after.starts_with(' ') || !is_content(before, last, lexicon) {
        return false;
    }
    let next = words::word(&after[1..]);
    // "famous for the Carry On films"
    if lexicon.names.works.has(next)
        || next.strip_suffix('s').is_some_and(|work| lexicon.names.works.has(work))
    {
        return false;
    }
    let goes_on = next.starts_with(char::is_lowercase)
        || preposition
            && (next.starts_with(|c: char| c.is_ascii_digit())
                || lexicon.classes(next).intersects(Classes::WEEKDAY.or(Classes::MONTH)));
    goes_on && has_words(rest)
}

fn is_pronoun(word: &str) -> bool {
    let parts = word.split_once(words::is_apostrophe);
    parts.is_some() && PRONOUNS.iter().any(|own| own.split_once('\'') == parts)
}

/// Whether a sentence may end with this word, behind which there is no mark: a name, or a noun, verb or adjective.
fn is_content(before: &str, last: &str, lexicon: &Lexicon) -> bool {
    const OPEN: Classes = Classes::PREPOSITION
        .or(Classes::DETERMINER)
        .or(Classes::COORDINATOR)
        .or(Classes::SUBORDINATOR)
        .or(Classes::AUXILIARY);
    last.len() > 1
        && before.split(' ').nth(FEWEST_BEFORE - 1).is_some()
        && !last.ends_with("'s")
        && !last.ends_with("’s")
        && last.starts_with(char::is_alphabetic)
        && !lexicon.classes(last).intersects(OPEN)
        && !lexicon.names.works.has(last)
}

/// Whether enough words follow up to the next mark that ends a sentence.
fn has_words(rest: &str) -> bool {
    let words = rest.split_inclusive(' ').take(FEWEST);
    words.clone().count() == FEWEST
        && !words.take(FEWEST - 1).any(|word| word.trim_end().ends_with(['.', '!', '?', ':']))
}
