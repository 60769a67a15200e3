//! What conditions ask of a claim's own fields: which it has, their words and numbers.

use super::condition::{Field, Number};
use crate::{Claim, Slot, Value};

/// Whether a claim has a fact; a flag must be true.
pub(super) fn has_field(claim: &Claim, field: Field) -> bool {
    match field {
        Field::Speaker => claim.speaker.is_some(),
        Field::Fact(slot) => claim.facts.get(slot).is_some_and(|value| *value != Value::Flag(false)),
    }
}

/// The words of a field.
pub(crate) fn text_of(claim: &Claim, field: Field) -> Option<&str> {
    match field {
        Field::Speaker => claim.speaker.as_ref().map(|speaker| speaker.text.as_str()),
        Field::Fact(slot) => claim.facts.text(slot),
    }
}

/// A number of a claim.
pub(crate) fn number_of(claim: &Claim, number: Number) -> Option<f64> {
    match number {
        Number::Fact(slot) => claim.facts.number(slot),
        Number::Worth => Some(claim.worth),
        Number::Year => {
            let dated = [Slot::When, Slot::From, Slot::Since].into_iter();
            dated.filter_map(|slot| claim.facts.text(slot)?.get(..4)?.parse().ok()).next()
        }
    }
}

/// Whether two texts are the same but for case and white space.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    // Most texts differ in their first letter, and some lists are long.
    let first = |text: &str| text.bytes().next().filter(u8::is_ascii_alphanumeric);
    if let (Some(a), Some(b)) = (first(a), first(b))
        && !a.eq_ignore_ascii_case(&b)
    {
        return false;
    }
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    // Most texts are plain words.
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
    if plain(a) && plain(b) {
        return false;
    }
    let fold = |c: char| if c == '\u{2019}' { '\'' } else { c };
    let mut b = b.split_whitespace();
    a.split_whitespace().all(|word| {
        b.next().is_some_and(|other| {
            word.chars()
                .map(fold)
                .flat_map(char::to_lowercase)
                .eq(other.chars().map(fold).flat_map(char::to_lowercase))
        })
    }) && b.next().is_none()
}
