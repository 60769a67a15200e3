//! Names of persons with their offices, and of bodies: `Foreign Secretary David Lammy`, `Jane Doe, a spokeswoman for the
//! ministry`, `Bank of England`.
//!
//! A sentence is read from left to right for names ([`shape`]). What stands before a person's name is read for a title
//! ([`before`]), what stands behind it for an apposition ([`behind`]). A mention spans the name with its title; the name
//! itself is its fact `name`. When all sentences are read, forms of one name are tied together ([`person`]).

mod before;
mod behind;
mod person;
mod shape;

use super::{Mention, MentionKind};
use crate::lex::{Case, Lexed, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;
use crate::{Document, Facts, Sentence, Slot, Span};

/// Appends the names of a document.
pub(crate) fn recognize(
    document: &Document,
    sentences: &[Sentence],
    lexed: &Lexed,
    lexicon: &Lexicon,
    mentions: &mut Vec<Mention>,
) {
    let mut found = Vec::new();
    for index in 0..sentences.len() {
        let words = lexed.sentence(document, index);
        read(words, index as u32, lexicon, &mut found);
    }
    person::tie(document.text(), &mut found);
    mentions.extend(found.into_iter().filter_map(|found| found.mention(document.text())));
}

/// What a name is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Somebody.
    Person,
    /// A body.
    Body,
    /// Somebody, if the document names a person so elsewhere.
    Unknown,
}

/// A name in the document.
#[derive(Clone, Debug)]
struct Found {
    sort: Sort,
    sentence: u32,
    /// The name itself.
    name: Span,
    /// The name with its title or apposition.
    whole: Span,
    title: Option<Span>,
    /// What stands before the organisation and is of the title: `Former` of `Former Acme chairman`.
    tenure: Option<Span>,
    organisation: Option<Span>,
    /// The fullest form of the name.
    person: Option<Span>,
}

impl Found {
    fn mention(&self, text: &str) -> Option<Mention> {
        let mut facts = Facts::new();
        match self.sort {
            Sort::Unknown => return None,
            Sort::Body => facts.set(Slot::Organisation, self.name.of(text)),
            Sort::Person => {
                facts.set(Slot::Name, self.name.of(text));
                if let Some(title) = self.title.filter(|title| !title.is_empty()) {
                    let title = title.of(text);
                    match self.tenure {
                        Some(tenure) => facts.set(Slot::Title, format!("{} {title}", tenure.of(text))),
                        None => facts.set(Slot::Title, title),
                    }
                }
                for (slot, span) in [(Slot::Organisation, self.organisation), (Slot::Person, self.person)] {
                    if let Some(span) = span.filter(|span| !span.is_empty()) {
                        facts.set(slot, span.of(text));
                    }
                }
            }
        }
        Some(Mention { kind: MentionKind::Name, span: self.whole, sentence: self.sentence, facts })
    }
}

/// Appends the names of one sentence.
fn read(words: Words<'_>, sentence: u32, lexicon: &Lexicon, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < words.len() {
        // Most words are none by their case.
        let small = matches!(words.case(i), Case::Lower | Case::None);
        let Some(name) = (!small).then(|| shape::at(words, i, lexicon)).flatten() else {
            i += 1;
            continue;
        };
        let name = shape::with_particles(words, name);
        i = name.end.max(i + 1);
        if name.start >= name.end || name.end > words.len() {
            continue;
        }
        let span = words.span(name.start, name.end);
        let mut new = Found {
            sort: name.sort,
            sentence,
            name: span,
            whole: span,
            title: None,
            tenure: None,
            organisation: None,
            person: None,
        };
        if name.sort != Sort::Body {
            let address = before::honorific(words, name.start, lexicon);
            let role = before::title(words, name.start, lexicon)
                .or_else(|| {
                    behind::apposition(words, name.end, name.sort, lexicon)
                        .filter(|role| !opens_report(words, name, role.end) && !is_place(words, name))
                })
                .or_else(|| {
                    // "the minister of works, Mr Roe"
                    let first = address.unwrap_or(name.start);
                    before::apposition(words, first, name.end, lexicon)
                })
                .or_else(|| before::owner(words, name, lexicon));
            let role = role.map(|role| {
                let role = before::with_apposition(words, role, name.end, lexicon);
                behind::with_apposition(words, role, name.end, lexicon)
            });
            if let Some(mut role) = role {
                new.sort = Sort::Person;
                // "Mrs Doe, a teacher"
                if let Some(address) = address {
                    role.start = role.start.min(address);
                }
                new.whole = span.cover(words.span(role.start, role.end));
                new.title = role.title.map(|(start, end)| words.span(start, end));
                new.tenure = tenure(words, &role, lexicon).map(|k| words.span(k, k + 1));
                new.organisation = role.organisation.map(|(start, end)| words.span(start, end));
                i = i.max(role.end);
                drop_part_of_title(words.text, &new, found);
            } else if address.is_some() || says_of_self(words, name) {
                new.sort = Sort::Person;
            }
        }
        found.push(new);
    }
}

/// "Lill says she is glad", "Lill said that her aim": whether what is said behind a name goes on with a pronoun for one person, so that the
/// name is somebody's. Not "a lawyer for Lill says she is glad", "Dutchmen say he is glad".
fn says_of_self(words: Words<'_>, name: shape::Name) -> bool {
    let before = name.start.checked_sub(1).map_or(Pos::Punct, |k| words.pos(k));
    let opens =
        matches!(before, Pos::Punct | Pos::Coordinator | Pos::Subordinator | Pos::Number | Pos::Adverb);
    if name.sort != Sort::Unknown
        || !opens
        || words.has(name.end - 1, Classes::NATIONALITY)
        || words.word(name.end - 1).ends_with("men")
    {
        return false;
    }
    let verb = name.end + usize::from(words.pos(name.end) == Pos::Adverb);
    let says = words.pos(verb).is_finite() && words.has(verb, Classes::SPEECH);
    let content = verb + 1 + usize::from(words.is(verb + 1, "that"));
    says && words.is_any(content, &["he", "she", "his", "her"])
}

/// "Former Acme chairman": the word for a time of the office that stands before the body.
fn tenure(words: Words<'_>, role: &Role, lexicon: &Lexicon) -> Option<usize> {
    let (organisation, _) =
        role.organisation.filter(|_| role.title.is_some_and(|title| title.0 > role.start))?;
    let at = organisation.checked_sub(1)?;
    (at >= role.start && lexicon.titles.tenures.has(words.word(at))).then_some(at)
}

/// Drops the body that was found right before where it is but a part of somebody's title: "Police" of "Police and Crime Commissioner
/// Jane Doe".
fn drop_part_of_title(text: &str, new: &Found, found: &mut Vec<Found>) {
    let part = |title: Span| {
        found.last().is_some_and(|last| {
            last.sort == Sort::Body
                && last.name.start == title.start
                && last.name.end < title.end
                && text[last.name.end as usize..].starts_with(" and ")
        })
    };
    if new.title.is_some_and(part) {
        found.pop();
    }
}

/// Whether what stands behind a name up to token `end` is no apposition but the subject of what is reported: "According to Roe,
/// a guard was hurt".
fn opens_report(words: Words<'_>, name: shape::Name, end: usize) -> bool {
    let source = name.start > 1 && words.is(name.start - 2, "according") && words.is(name.start - 1, "to");
    source && words.is(name.end, ",") && words.pos(end).is_finite()
}

/// "in Oslo, the daughter of a baker": one word behind a preposition of place, which no list of names knows.
fn is_place(words: Words<'_>, name: shape::Name) -> bool {
    name.sort == Sort::Unknown
        && name.end == name.start + 1
        && words.is_any(name.start.wrapping_sub(1), &["in", "near", "at", "off", "around", "outside"])
}

/// What a title or apposition says, in token indices, ends exclusive and never empty.
#[derive(Clone, Copy, Debug)]
struct Role {
    start: usize,
    end: usize,
    title: Option<(usize, usize)>,
    organisation: Option<(usize, usize)>,
}

#[cfg(test)]
mod tests;
