//! Whom a pronoun stands for: the nearest sentence with somebody who fits settles it, if it does.

use super::figure::Figure;
use super::{View, gender_of};
use crate::extract::phrase;
use crate::lex::Words;
use crate::lexicon::Classes;
use crate::lexicon::names::Gender;
use crate::tag::Pos;
use crate::{Slot, Span};

/// How many sentences back a pronoun may reach.
const REACH: u32 = 4;

/// What a pronoun asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Person(Gender),
    /// "it"
    Body,
    /// "they"
    Bodies,
}

/// The words that name whom the pronoun at `token` stands for; its own words for one that stands for nobody named
/// before ("some", "many"); none where the text does not settle it.
pub(super) fn stands_for(view: View<'_>, sentence: usize, token: usize) -> Option<Span> {
    let words = view.words(sentence);
    let kind = match words.word(token).to_ascii_lowercase().as_str() {
        "he" | "she" | "him" | "her" => Kind::Person(gender_of(words.word(token))?),
        "it" => Kind::Body,
        "they" | "them" => Kind::Bodies,
        "who" | "which" | "that" => return antecedent(view, sentence, token),
        "i" | "we" => return super::turn::speaker(view.document, view.sentences.get(sentence)?),
        "you" | "this" | "these" | "there" | "what" | "me" | "us" => return None,
        word if word.ends_with("self") || word.ends_with("selves") => return None,
        _ => return Some(words.tokens.get(token)?.span),
    };
    if let Some(span) = speakers_before(view, sentence, token) {
        return Some(span);
    }
    let at = words.tokens.get(token)?.span.start;
    let end = view.figures.partition_point(|figure| figure.span.end <= at);
    let near = view.figures[..end]
        .iter()
        .rev()
        .take_while(|figure| figure.sentence + REACH >= sentence as u32)
        .take(48);
    // "Barbirolli, he recalled, had": not whom is spoken of.
    let told =
        token.checked_sub(2).filter(|_| words.is(token - 1, ",")).map(|before| words.tokens[before].span.end);
    let candidates: Vec<&Figure> =
        near.filter(|figure| !figure.quoted && fits(figure, kind) && Some(figure.span.end) != told).collect();
    let says = words.has(token + 1, Classes::SPEECH) && words.pos(token + 1).is_finite();
    let mut rest = &candidates[..];
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|figure| figure.sentence == first.sentence).count();
        let (here, further) = rest.split_at(count);
        rest = further;
        // "Roe was ill, said Poe. He said": who spoke last goes on.
        let spoke = here.iter().find(|figure| figure.speaks && first.sentence + 1 == sentence as u32);
        if let Some(spoke) = spoke.filter(|_| says && matches!(kind, Kind::Person(_))) {
            return Some(spoke.span);
        }
        // "He fined Roe, which he said": who the sentence itself tells of from the start.
        let own = first.sentence == sentence as u32 && token > 4;
        if (own || first.sentence < sentence as u32) && opens_with(view.words(first.sentence as usize), kind)
        {
            continue;
        }
        if let Some(answer) = settle(here, kind) {
            return answer;
        }
    }
    None
}

/// "Two boys fled, police said. The boys were hurt, they said": who spoke, several of them, in the sentence before one of which "they" say the
/// rest.
pub(super) fn speakers_before(view: View<'_>, sentence: usize, token: usize) -> Option<Span> {
    let speaks = |words: Words<'_>, k: usize| {
        words.has(k, Classes::SPEECH)
            && matches!(words.pos(k), Pos::VerbPast | Pos::VerbPresent | Pos::VerbBase)
    };
    let words = view.words(sentence);
    let before = sentence.checked_sub(1).filter(|_| words.is(token, "they"))?;
    // "They said they had fled" may tell of others the second time.
    if !speaks(words, token + 1) || token > 0 && !words.is(token - 1, ",") {
        return None;
    }
    let words = view.words(before);
    let several = |k: usize| words.pos(k) == Pos::PluralNoun || words.is(k, "police");
    let verb = (1..words.len()).rev().find(|&k| several(k - 1) && speaks(words, k))?;
    let start = phrase::noun_phrase_start(words, verb);
    Some(words.span(start, verb))
}

/// "He did not think Mr Roe was to blame. | He": who a sentence with such a pronoun for its subject tells of, the next goes on to tell of,
/// whoever else is named there.
fn opens_with(words: Words<'_>, kind: Kind) -> bool {
    let leads = |k: &usize| !matches!(words.pos(*k), Pos::Coordinator | Pos::Adverb | Pos::Punct);
    let first = (0..words.len().min(4)).find(leads);
    matches!(kind, Kind::Person(gender) if first.is_some_and(|k| {
        words.is_any(k, &["he", "she"]) && gender_of(words.word(k)) == Some(gender)
    }))
}

fn fits(figure: &Figure, kind: Kind) -> bool {
    match kind {
        Kind::Person(gender) => !figure.body && figure.gender.is_none_or(|other| other == gender),
        Kind::Body => figure.body && !figure.several,
        Kind::Bodies => figure.body,
    }
}

/// Chooses among the figures of one sentence, the last first. `Some(None)`: two fit equally well, which settles that
/// nothing is settled.
fn settle(here: &[&Figure], kind: Kind) -> Option<Option<Span>> {
    let known: Vec<&&Figure> = match kind {
        Kind::Person(gender) => here.iter().filter(|figure| figure.gender == Some(gender)).collect(),
        Kind::Body | Kind::Bodies => Vec::new(),
    };
    // "President Lill met Bo Poe. He": the subject before one whose first name is known. Of "she" the name tells more than the place.
    let leads = here.iter().rev().find(|figure| figure.subject && figure.gender.is_none());
    if let Some(leads) =
        leads.filter(|_| kind == Kind::Person(Gender::Male) && !known.iter().any(|figure| figure.subject))
    {
        return Some(Some(leads.span));
    }
    let here: Vec<&&Figure> = if known.is_empty() { here.iter().collect() } else { known };
    let last = here.first()?;
    let one = here.iter().all(|figure| same(figure, last));
    let subject = here.iter().rev().find(|figure| figure.subject);
    match (one, subject) {
        (true, _) => Some(Some(last.span)),
        (false, Some(subject)) => Some(Some(subject.span)),
        (false, None) => Some(None),
    }
}

fn same(a: &Figure, b: &Figure) -> bool {
    a.span == b.span || a.whole.is_some() && a.whole == b.whole
}

/// "Jane Doe, who said": the noun phrase before the relative pronoun.
fn antecedent(view: View<'_>, sentence: usize, token: usize) -> Option<Span> {
    let words: Words<'_> = view.words(sentence);
    let mut end = token;
    while end > 0 && words.is(end - 1, ",") {
        end -= 1;
    }
    // "a review by the institute in 2022, which"
    if end > 1 && words.pos(end - 1) == Pos::Number && words.pos(end - 2) == Pos::Preposition {
        end -= 2;
    }
    let mut start = super::tag::phrase_start(words, end);
    // "Acme, a US company, which said"
    if super::tag::is_apposition(words, start, end) && words.is(end, ",") {
        end = start - 1;
        start = super::tag::phrase_start(words, end);
    }
    // "an ad against Jane Doe that accuses her": "that" is no person.
    let person = |from: usize, to: usize| {
        words.is(token, "that")
            && from < to
            && view.names_in(words.span(from, to)).any(|name| name.facts.get(Slot::Name).is_some())
    };
    if start > 1 && words.pos(start - 1) == Pos::Preposition && person(start, end) {
        end = start - 1;
        start = super::tag::phrase_start(words, end);
    }
    if start >= end {
        return None;
    }
    super::who(view, sentence, start..end)
}
