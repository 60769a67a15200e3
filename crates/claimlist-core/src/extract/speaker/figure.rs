//! The figures of an article: those whom a pronoun may stand for.

use rustc_hash::FxHashMap;

use super::gender_of;
use crate::extract::phrase;
use crate::lex::{Lexed, Words};
use crate::lexicon::names::Gender;
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;
use crate::{Document, Sentence, Slot, Span};

/// Somebody, or a body, where the article names them.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// The words that name it.
    pub(super) span: Span,
    /// Index of its sentence.
    pub(super) sentence: u32,
    /// What is known of a person.
    pub(super) gender: Option<Gender>,
    /// A body, or more than one: "they" stands for it.
    pub(super) body: bool,
    /// More than one, for whom "it" does not stand.
    pub(super) several: bool,
    /// Stands inside a quotation, in somebody's own words.
    pub(super) quoted: bool,
    /// Stands before its sentence's first verb.
    pub(super) subject: bool,
    /// Stands beside a verb of speech: "said Jane Roe", "Jane Roe added".
    pub(super) speaks: bool,
    /// Bytes of the fullest form, which tell two figures apart.
    pub(super) whole: Option<Box<str>>,
}

/// All figures of a document, in the order of the text.
pub(super) fn all(
    document: &Document,
    sentences: &[Sentence],
    lexed: &Lexed,
    mentions: &[Mention],
) -> Vec<Figure> {
    let text = document.text();
    let mut figures = Vec::new();
    let mut known = FxHashMap::default();
    let mut quoted_to = 0;
    let mut at = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let words = lexed.sentence(document, index);
        let verb = (0..words.len()).find(|&k| words.pos(k).is_finite());
        let verb = verb.map_or(sentence.span.end, |k| words.tokens[k].span.start);
        let front = past_front(words);
        let front_end = words.tokens.get(front).map_or(sentence.span.end, |token| token.span.start);
        let opening = opening_figure(words, front, index as u32);
        let mut named_at_start = false;
        // Of a quotation that begins in this sentence the subject in front of it is no part.
        let running_to = quoted_to;
        while let Some(mention) = mentions.get(at).filter(|mention| mention.span.start < sentence.span.end) {
            at += 1;
            match mention.kind {
                MentionKind::Quote => quoted_to = quoted_to.max(mention.span.end),
                MentionKind::Name => {
                    let span = called(document, mention);
                    let opens = opening.as_ref().is_some_and(|opening| opening.span.overlaps(mention.span));
                    let body = mention.facts.get(Slot::Name).is_none();
                    if opens && body {
                        continue; // The whole phrase is better: "the Church".
                    }
                    named_at_start |= opens;
                    known.extend(last_name(text, mention).map(|last| (last, figures.len())));
                    figures.push(Figure {
                        span,
                        sentence: index as u32,
                        gender: gender(mention, words),
                        body,
                        several: false,
                        quoted: mention.span.start < quoted_to,
                        subject: span.start < verb && span.start >= front_end,
                        speaks: {
                            let range = words.within(mention.span);
                            speaks(words, range.start, range.end)
                        },
                        whole: mention.facts.text(Slot::Person).map(Into::into),
                    });
                }
                _ => {}
            }
        }
        if let Some(mut opening) = opening.filter(|_| !named_at_start) {
            opening.quoted = opening.span.start < running_to;
            figures.push(opening);
        } else if let Some(figure) = called_by_last_name(words, front, &known, &figures) {
            figures.push(Figure { sentence: index as u32, quoted: figure.span.start < running_to, ..figure });
        }
    }
    figures.sort_by_key(|figure| figure.span.start);
    figures
}

/// "The minister", "Campaigners", "The company's lawyers": the first noun phrase of a sentence, if it is for people or a body.
fn opening_figure(words: Words<'_>, start: usize, sentence: u32) -> Option<Figure> {
    let end = phrase::noun_phrase(words, start);
    if is_aged(words, start, end) {
        let span = words.span(start, end);
        return Some(Figure {
            span,
            sentence,
            gender: None,
            body: false,
            several: false,
            quoted: false,
            subject: true,
            speaks: speaks(words, start, end),
            whole: None,
        });
    }
    let mut head = (start..end).rev().find(|&k| words.pos(k).is_noun())?;
    // "The energy company Acme"
    let known = Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION);
    while head > start + 1
        && !words.has(head, known)
        && words.pos(head) == Pos::ProperNoun
        && words.pos(head - 1).is_noun()
    {
        head -= 1;
    }
    let mut end = end;
    if !words.has(head, known) {
        // "The bank's forecast"
        let owner = (start + 1..end).rev().find(|&k| words.pos(k) == Pos::Possessive)?;
        (head, end) = (owner - 1, owner);
    }
    let person = words.has(head, Classes::PERSON_NOUN.or(Classes::TITLE));
    let body = words.has(head, Classes::ORGANISATION);
    // "The embassy's staff" are several.
    let collective =
        Lexicon::english().titles.get(words.word(head)).collective && !words.has(head, Classes::ORGANISATION);
    let plural = words.pos(head) == Pos::PluralNoun || collective;
    (person || body).then(|| Figure {
        span: words.span(start, end),
        sentence,
        gender: gender_of(words.word(head)),
        body: body && !person || plural,
        several: plural,
        quoted: false,
        subject: true,
        speaks: speaks(words, start, end),
        whole: None,
    })
}

/// "said | Jane Roe", "| Jane Roe, a nurse, added": whether a verb of speech stands beside the tokens `start..end`.
fn speaks(words: Words<'_>, start: usize, end: usize) -> bool {
    let says = |k: usize| words.has(k, Classes::SPEECH) && words.pos(k).is_finite();
    // "..., said Jane Roe.", but "he hopes Jane Roe will"
    let inverted = says(start.wrapping_sub(1))
        && words.pos(start.wrapping_sub(2)) == Pos::Punct
        && words.pos(end) == Pos::Punct;
    // "Jane Roe says", "..., Jane Roe added."; but "Poe said Jane Roe thinks"
    let opens = !(0..start).any(|k| words.pos(k).is_finite());
    let closes = words.is(start.wrapping_sub(1), ",") && words.pos(end + 1) == Pos::Punct;
    inverted || says(end) && (opens || closes)
}

/// "Pascoe, 58, wrote": a name with an age behind it is somebody's.
fn is_aged(words: Words<'_>, start: usize, end: usize) -> bool {
    let age = || words.word(end + 1).parse::<u8>().is_ok_and(|age| age < 120);
    end > start
        && (start..end).all(|k| words.pos(k) == Pos::ProperNoun)
        && words.is(end, ",")
        && words.is(end + 2, ",")
        && age()
}

/// The last word of a full name.
fn last_name<'a>(text: &'a str, mention: &Mention) -> Option<&'a str> {
    let name = mention.facts.text(Slot::Name)?;
    let whole = mention.span.of(text);
    let at = if whole.starts_with(name) { 0 } else { whole.find(name)? };
    let name = whole.get(at..at + name.len())?;
    name.rsplit_once(' ').map(|(_, last)| last)
}

/// "Paris" as the subject at token `start`, where the article has named Jane Paris before: a last name that is also a place's.
fn called_by_last_name(
    words: Words<'_>,
    start: usize,
    known: &FxHashMap<&str, usize>,
    figures: &[Figure],
) -> Option<Figure> {
    let span = words.tokens.get(start)?.span;
    let alone = words.pos(start) == Pos::ProperNoun && words.pos(start + 1) != Pos::ProperNoun;
    let bearer = known.get(span.of(words.text)).and_then(|&at| figures.get(at)).filter(|_| alone)?;
    let named = figures.iter().rev().take(8).any(|figure| figure.span.overlaps(span));
    (!named).then(|| Figure { span, subject: true, body: false, ..bearer.clone() })
}

/// Where a sentence goes on behind a phrase in front: `In a letter to Acme, | the council said`.
fn past_front(words: Words<'_>) -> usize {
    if words.pos(0) != Pos::Preposition {
        return 0;
    }
    let comma = (1..words.len().min(20)).find(|&k| words.is(k, ",") || words.pos(k).is_finite());
    comma.filter(|&k| words.is(k, ",")).map_or(0, |comma| comma + 1)
}

/// The words by which a name mention calls its bearer: the name with the title right before it, `Dr Jane Doe` in "Dr Jane Doe, a
/// nurse" and `Jane Doe` in "her lawyer, Jane Doe".
pub(super) fn called(document: &Document, mention: &Mention) -> Span {
    let whole = mention.span.of(document.text());
    let Some(name) = mention.facts.text(Slot::Name) else { return mention.span };
    let at = if whole.starts_with(name) {
        0
    } else if whole.ends_with(name) {
        whole.len() - name.len()
    } else {
        whole.find(name).unwrap_or(0)
    };
    // "her lawyer, | Sir John Doe"
    let comma = whole.get(..at).and_then(|before| before.rfind(", "));
    let start = comma.map_or(0, |comma| comma + 2);
    Span { start: mention.span.start + start as u32, end: mention.span.start + (at + name.len()) as u32 }
}

/// What the name, its title and the form of address before it tell.
fn gender(mention: &Mention, words: Words<'_>) -> Option<Gender> {
    let start = words.at(mention.span.start);
    let before = (start.saturating_sub(2)..start)
        .rev()
        .find_map(|k| gender_of(words.word(k)).filter(|_| words.has(k, Classes::TITLE)));
    let title = mention.facts.text(Slot::Title).unwrap_or_default();
    let person = mention.facts.text(Slot::Person).or(mention.facts.text(Slot::Name)).unwrap_or_default();
    let names = &Lexicon::english().names;
    let first = person.split([' ', '-']).next().unwrap_or_default();
    before.or_else(|| title.split([' ', '-']).find_map(gender_of)).or_else(|| {
        // A last name alone tells nothing: "Grant", "Jordan".
        person.contains(' ').then(|| names.gender(first)).flatten()
    })
}
