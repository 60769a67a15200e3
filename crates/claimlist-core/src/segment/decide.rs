//! Whether closing marks end a sentence: `?`, `!`, dots, and the cases that all marks share.

use super::period;
use super::stop::{self, Mark, Stop};
use super::words::{self, First, Next};
use crate::lexicon::abbreviations::Kinds;
use crate::lexicon::{Classes, Lexicon};

/// A place where a sentence may end.
pub(super) struct Place<'t> {
    /// The block.
    pub(super) text: &'t str,
    pub(super) lexicon: &'t Lexicon,
    /// Where the sentence starts.
    pub(super) start: usize,
    /// The marks.
    pub(super) stop: Stop,
    /// Whether the place is inside brackets that the sentence did not begin with.
    pub(super) inside: bool,
}

impl<'t> Place<'t> {
    /// What stands before the marks.
    pub(super) fn before(&self) -> &'t str {
        &self.text[..self.stop.start]
    }

    /// The quotation marks and brackets behind the marks.
    pub(super) fn closers(&self) -> &'t str {
        &self.text[self.stop.marks_end..self.stop.end]
    }

    /// What of the sentence stands before the marks.
    pub(super) fn sentence(&self) -> &'t str {
        &self.text[self.start.min(self.stop.start)..self.stop.start]
    }
}

/// Where the sentence ends that may end at the place; none where it goes on.
pub(super) fn end(place: &Place<'_>) -> Option<usize> {
    let end = stop::notes(place.text, place.stop.end);
    let next = Next::after(&place.text[end..]);
    if place.stop.mark == Mark::Wide {
        return Some(end);
    }
    if next.first == First::End {
        return None;
    }
    if place.inside
        || is_opening(place)
        || is_gap(place)
        || is_label(place)
        || is_spaced_decimal(place, &next)
        || is_finer_measure(place, &next)
    {
        return None;
    }
    if next.glued {
        return glued(place, end, &next);
    }
    let ends = match next.first {
        First::End | First::Inner => false,
        First::Dash => behind_dash(place, &next),
        _ => match place.stop.mark {
            Mark::Period => return period::ends(place, &next).then(|| behind_figure(place, end, &next)),
            Mark::Question => question(place, &next),
            Mark::Ellipsis => ellipsis(place, &next),
            Mark::LongEllipsis => return long_ellipsis(place, end, &next),
            Mark::Wide => true,
        },
    };
    ends.then_some(end)
}

/// `We agree." — Ada Roe`, `Who is it? -- Nobody.`, and the items of a list with dashes: `It was late. -The vote`.
fn behind_dash(place: &Place<'_>, next: &Next<'_>) -> bool {
    let after = next.text.trim_start_matches(['-', '–', '—', '―', ' ']);
    after.starts_with(char::is_uppercase)
        && match place.stop.mark {
            Mark::Period => !place.closers().is_empty() || period::is_plain_word(place),
            Mark::Question => question(place, next),
            _ => false,
        }
}

/// `... and so on`: words left out before the sentence's first.
fn is_opening(place: &Place<'_>) -> bool {
    /// Quotation marks and brackets.
    const LONGEST: usize = 4;
    let before = place.sentence();
    matches!(place.stop.mark, Mark::Ellipsis | Mark::LongEllipsis)
        && before.len() <= LONGEST
        && !before.contains(char::is_alphanumeric)
}

/// `[...]`: words left out of a quotation.
fn is_gap(place: &Place<'_>) -> bool {
    matches!(place.stop.mark, Mark::Ellipsis | Mark::LongEllipsis)
        && place.closers().starts_with([')', ']'])
        && place.before().trim_end().ends_with(['(', '['])
}

/// `6 . 2 %`: a decimal in a text that sets a space around every mark, with what it is a figure of behind it.
fn is_spaced_decimal(place: &Place<'_>, next: &Next<'_>) -> bool {
    let before = place.before();
    let whole = before.trim_end_matches([' ', '\u{a0}']);
    let figure = whole.len() < before.len()
        && whole.ends_with(|c: char| c.is_ascii_digit())
        && place.stop.mark == Mark::Period
        && place.closers().is_empty();
    let decimals = next.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = next.text[decimals..].trim_start();
    let measured = rest.starts_with('%')
        || ["per cent", "percent", "million", "billion", "trillion", "bn", "points"]
            .iter()
            .any(|unit| rest.starts_with(unit));
    figure && !next.glued && (1..=3).contains(&decimals) && measured
}

/// `12st. 4lb`, `5 ft. 11 in.`: a measure goes on with its smaller unit.
fn is_finer_measure(place: &Place<'_>, next: &Next<'_>) -> bool {
    const FINER: [(&str, &[&str]); 4] =
        [("st", &["lb", "lbs"]), ("ft", &["in", "ins"]), ("lb", &["oz"]), ("yd", &["ft", "in", "ins"])];
    let digits = next.text.bytes().take_while(u8::is_ascii_digit).count();
    // Most sentences do not begin with a figure.
    if !(1..=2).contains(&digits) || place.stop.mark != Mark::Period || !place.closers().is_empty() {
        return false;
    }
    let figure = |text: &str| text.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let larger = |unit: &str| place.before().strip_suffix(unit).is_some_and(figure);
    let finer = FINER.iter().find(|(unit, _)| larger(unit));
    finer.is_some_and(|(_, finer)| finer.contains(&words::word(next.text[digits..].trim_start())))
}

/// `2.1.`, `b.`, `iv.`: what would be the sentence is only the number of one.
fn is_label(place: &Place<'_>) -> bool {
    let label = place.sentence().trim_start_matches(|c: char| super::list::is_bullet(c) || c.is_whitespace());
    let label = label.strip_prefix('(').unwrap_or(label);
    place.stop.mark == Mark::Period
        && label.len() <= 8
        && (label.chars().count() == 1 && label.chars().all(char::is_alphabetic)
            || is_section_number(label)
            || label.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
            || label.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')))
}

fn is_section_number(label: &str) -> bool {
    !label.is_empty()
        && label
            .split('.')
            .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Where a note number that looks like a figure ends, ` 8` in "to rule. 8 Yet he", else `end`.
fn behind_figure(place: &Place<'_>, end: usize, next: &Next<'_>) -> usize {
    let Some(length) = stop::figure_note(&place.text[end..]) else { return end };
    let word = Next::after(&place.text[end + length..]);
    // A figure begins a sentence more often, except before words that themselves begin one.
    if next.first == First::Digit && word.is_opener(place.lexicon) { end + length } else { end }
}

/// No space follows: `ended.The next`, `(1912).10 It`, `example.com`.
fn glued(place: &Place<'_>, end: usize, next: &Next<'_>) -> Option<usize> {
    match next.first {
        First::Digit => {
            let note = stop::figure_note(&place.text[end..])?;
            let last = place.text[..place.stop.start].chars().next_back()?;
            let behind_word = last == ')' || last.is_alphabetic() && period::is_plain_word(place);
            (place.stop.mark == Mark::Period && behind_word).then_some(end + note)
        }
        First::Upper if matches!(place.stop.mark, Mark::Period | Mark::Question) => {
            is_slip(place, end, next).then_some(end)
        }
        _ => None,
    }
}

/// Whether the space between two sentences was forgotten: `ended.The next`, but not `example.Com` or `Roe.ada@example.org`.
fn is_slip(place: &Place<'_>, end: usize, next: &Next<'_>) -> bool {
    let chunk = place.text[end..].split(char::is_whitespace).next().unwrap_or_default();
    let chunk = chunk.trim_end_matches(|c: char| !c.is_alphanumeric());
    if chunk.contains(['@', '/', '.', '_', '=', '(', '#']) || !period::is_plain_word(place) {
        return false;
    }
    let word = next.word();
    let title = place.lexicon.abbreviations.kinds(word).intersects(Kinds::CONTINUING);
    if next.is_opener(place.lexicon) || title || !place.closers().is_empty() {
        return true;
    }
    words::chunk_before(place.sentence()).starts_with(char::is_lowercase)
        && word.len() > 3
        && word.chars().skip(1).all(char::is_lowercase)
}

/// `Who is it? She`, but not `Yahoo! is` or `"Who is it?" Ada asked`.
fn question(place: &Place<'_>, next: &Next<'_>) -> bool {
    if next.first == First::Lower {
        return false;
    }
    if place.closers().is_empty() {
        let word = words::chunk_before(place.sentence());
        let name = &place.text[place.stop.start - word.len()..place.stop.marks_end];
        let marked = place.lexicon.abbreviations.kinds(name).intersects(Kinds::MARKED_NAME);
        return !marked || next.is_opener(place.lexicon);
    }
    !is_speech_tag(place, next)
}

/// `Ada Roe asked` behind a quotation: up to four words of a name and a verb of speech.
fn is_speech_tag(place: &Place<'_>, next: &Next<'_>) -> bool {
    // "I asked", but not "Nobody asked", "And Ada said" or "The mayor asked", which would be in lower case there.
    const OPENERS: Classes = Classes::PRONOUN
        .or(Classes::DETERMINER)
        .or(Classes::COORDINATOR)
        .or(Classes::SUBORDINATOR)
        .or(Classes::PREPOSITION);
    let begins = place.lexicon.classes(next.word()).intersects(OPENERS);
    if next.opened || begins && next.word() != "I" || !place.closers().contains(['"', '”', '’', '\'']) {
        return false;
    }
    let mut rest = next.text;
    for count in 0..5 {
        let word = words::word(rest);
        if word.is_empty() {
            return false;
        }
        if count > 0 && word.starts_with(char::is_lowercase) {
            return place.lexicon.classes(word).intersects(Classes::SPEECH);
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        rest = rest[word.len()..].trim_start_matches([' ', '.']);
    }
    false
}

/// `she thought... Then`, but not `a ... I mean`: three dots that touch the word before them may end a sentence.
fn ellipsis(place: &Place<'_>, next: &Next<'_>) -> bool {
    let touching = !place.before().ends_with(char::is_whitespace) && !place.stop.spaced;
    next.first != First::Lower && (touching || !place.closers().is_empty())
}

/// `the end.... Then`, `the end . . . . Then`; and `the end. . . . Then`, whose last three dots stand for words of the next
/// sentence.
fn long_ellipsis(place: &Place<'_>, end: usize, next: &Next<'_>) -> Option<usize> {
    if next.first == First::Lower {
        return None;
    }
    let touching = !place.before().ends_with(char::is_whitespace);
    let dots_only = place.text[place.stop.start..].starts_with(". .");
    if touching && place.stop.spaced && dots_only && place.closers().is_empty() {
        return Some(place.stop.start + 1);
    }
    Some(end)
}
