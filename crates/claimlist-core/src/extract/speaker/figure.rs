//! The figures of an article: those whom a pronoun may stand for.

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
    /// A body, or more than one: "it" and "they" stand for it.
    pub(super) body: bool,
    /// Stands inside a quotation, in somebody's own words.
    pub(super) quoted: bool,
    /// Stands before its sentence's first verb.
    pub(super) subject: bool,
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
    let mut quoted_to = 0;
    let mut at = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let words = lexed.sentence(document, index);
        let verb = (0..words.len()).find(|&k| words.pos(k).is_finite());
        let verb = verb.map_or(sentence.span.end, |k| words.tokens[k].span.start);
        let opening = opening_figure(words, index as u32);
        let mut named_at_start = false;
        while let Some(mention) = mentions.get(at).filter(|mention| mention.span.start < sentence.span.end) {
            at += 1;
            match mention.kind {
                MentionKind::Quote => quoted_to = quoted_to.max(mention.span.end),
                MentionKind::Name => {
                    let span = called(document, mention);
                    named_at_start |= opening.as_ref().is_some_and(|opening| opening.span.overlaps(span));
                    figures.push(Figure {
                        span,
                        sentence: index as u32,
                        gender: gender(text, mention, words),
                        body: mention.facts.get(Slot::Name).is_none(),
                        quoted: mention.span.start < quoted_to,
                        subject: span.start < verb,
                        whole: mention.facts.text(Slot::Person).map(Into::into),
                    });
                }
                _ => {}
            }
        }
        if let Some(mut opening) = opening.filter(|_| !named_at_start) {
            opening.quoted = opening.span.start < quoted_to;
            figures.push(opening);
        }
    }
    figures.sort_by_key(|figure| figure.span.start);
    figures
}

/// "The minister", "Campaigners", "The company's lawyers": the first noun phrase of a sentence, if it is for people or a body.
fn opening_figure(words: Words<'_>, sentence: u32) -> Option<Figure> {
    let end = phrase::noun_phrase(words, 0);
    let head = (0..end).rev().find(|&k| words.pos(k).is_noun())?;
    let person = words.has(head, Classes::PERSON_NOUN.or(Classes::TITLE));
    let body = words.has(head, Classes::ORGANISATION);
    let plural = words.pos(head) == Pos::PluralNoun;
    (person || body).then(|| Figure {
        span: words.span(0, end),
        sentence,
        gender: gender_of(words.word(head)),
        body: body && !person || plural,
        quoted: false,
        subject: true,
        whole: None,
    })
}

/// The words by which a name mention calls its bearer: the name with the title before it.
pub(super) fn called(document: &Document, mention: &Mention) -> Span {
    let whole = mention.span.of(document.text());
    let Some(name) = mention.facts.text(Slot::Name) else { return mention.span };
    // The name stands at the start of the mention or at its end.
    let end = if whole.starts_with(name) { name.len() } else { whole.len() };
    Span { start: mention.span.start, end: mention.span.start + end as u32 }
}

/// What the name, its title and the form of address before it tell.
fn gender(text: &str, mention: &Mention, words: Words<'_>) -> Option<Gender> {
    let start = words.at(mention.span.start);
    let before = (start.saturating_sub(2)..start)
        .rev()
        .find_map(|k| gender_of(words.word(k)).filter(|_| words.has(k, Classes::TITLE)));
    let title = mention.facts.text(Slot::Title).unwrap_or_default();
    let person = mention.facts.text(Slot::Person).or(mention.facts.text(Slot::Name)).unwrap_or_default();
    let names = &Lexicon::english().names;
    let first = person.split([' ', '-']).next().unwrap_or_default();
    let _ = text;
    before.or_else(|| title.split([' ', '-']).find_map(gender_of)).or_else(|| {
        // A last name alone tells nothing: "Grant", "Jordan".
        person.contains(' ').then(|| names.gender(first)).flatten()
    })
}
