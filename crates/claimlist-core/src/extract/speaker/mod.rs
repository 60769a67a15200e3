//! Who said it: the speakers of quotations and of reporting verbs, in the article's own words.
//!
//! `"It is over," said Jane Doe, a nurse.` gives `Jane Doe`; `He added: "..."` gives the name that "he" stands for, if the
//! text settles it, and nothing if it does not. [`Cast`] is made once for a document: the figures that may be meant
//! by a pronoun, and the speaker of every quotation, for one often goes on with the speaker of the one before.

mod elsewhere;
mod figure;
mod pronoun;
pub(super) mod tag;
mod turn;

use std::ops::Range;

use super::{Context, phrase};
use crate::lex::{Lexed, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;
use crate::{BlockKind, Document, Sentence, Slot, Span, Speaker};
use figure::Figure;

/// What the speakers of a document are found with.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// In the order of the text.
    figures: Vec<Figure>,
    /// The quotations with their speakers, in the order of the text.
    quotes: Vec<(Span, Option<Span>)>,
}

/// The parts of a document, as the functions here pass them on.
#[derive(Clone, Copy)]
struct View<'a> {
    document: &'a Document,
    sentences: &'a [Sentence],
    lexed: &'a Lexed,
    mentions: &'a [Mention],
    figures: &'a [Figure],
}

impl<'a> View<'a> {
    fn words(&self, sentence: usize) -> Words<'a> {
        self.lexed.sentence(self.document, sentence)
    }

    fn block_kind(&self, sentence: usize) -> Option<BlockKind> {
        let block = self.sentences.get(sentence)?.block as usize;
        self.document.blocks.get(block).map(|block| block.kind)
    }

    /// The names that start in a span.
    fn names_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &'a Mention> + use<'a> {
        super::starting_in(self.mentions, span).iter().filter(|mention| mention.kind == MentionKind::Name)
    }

    /// The quotations that start in a span.
    fn quotes_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &'a Mention> + use<'a> {
        super::starting_in(self.mentions, span).iter().filter(|mention| mention.kind == MentionKind::Quote)
    }
}

impl Cast {
    /// Finds the figures and the speakers of all quotations.
    pub(crate) fn new(
        document: &Document,
        sentences: &[Sentence],
        lexed: &Lexed,
        mentions: &[Mention],
    ) -> Self {
        let figures = figure::all(document, sentences, lexed, mentions);
        let view = View { document, sentences, lexed, mentions, figures: &figures };
        let mut quotes: Vec<(Span, Option<Span>)> = Vec::new();
        let mut before: Option<(&Mention, Option<Span>)> = None;
        for quote in mentions.iter().filter(|mention| mention.kind == MentionKind::Quote) {
            // What is quoted inside a quotation is left to the quotation around it.
            if before.is_some_and(|(outer, _)| outer.span.contains(quote.span)) {
                quotes.push((quote.span, None));
                continue;
            }
            let speaker = tag::of_quote(view, quote).or_else(|| {
                let (earlier, speaker) = before?;
                if tag::goes_on(view, earlier, quote) { speaker } else { None }
            });
            quotes.push((quote.span, speaker));
            before = Some((quote, speaker));
        }
        Self { figures, quotes }
    }
}

/// The speaker of a quotation; none where the text does not settle it.
pub(crate) fn of_quote(context: &Context<'_>, quote: &Mention) -> Option<Speaker> {
    let quotes = &context.cast.quotes;
    let at = quotes.binary_search_by_key(&order(quote.span), |(span, _)| order(*span)).ok()?;
    quotes[at].1.map(|span| speaker(context.document, span))
}

/// The label of the turn that the context's sentence stands in, up to its colon, and who it names, if it names anybody.
pub(crate) fn of_turn(context: &Context<'_>) -> Option<(Span, Option<Speaker>)> {
    let sentence = context.sentences.get(context.index)?;
    let label = turn::label(context.document, sentence)?;
    let named = turn::speaker(context.document, sentence).map(|span| speaker(context.document, span));
    Some((label, named))
}

/// The order of mentions in a document.
fn order(span: Span) -> (u32, std::cmp::Reverse<u32>) {
    (span.start, std::cmp::Reverse(span.end))
}

/// Who is meant by the subject of a reporting verb, tokens `subject` of the context's sentence: the noun phrase itself,
/// without appositions, or what a pronoun stands for. None where the text does not settle it.
pub(crate) fn of_subject(context: &Context<'_>, subject: Range<usize>) -> Option<Speaker> {
    let view = View {
        document: context.document,
        sentences: context.sentences,
        lexed: context.lexed,
        mentions: context.mentions,
        figures: &context.cast.figures,
    };
    let spoke = || pronoun::speakers_before(view, context.index, subject.start).is_some();
    let subject = plural_subject_before(context, subject.clone()).filter(|_| !spoke()).unwrap_or(subject);
    who(view, context.index, subject).map(|span| speaker(context.document, span))
}

/// "Nine members left the party, which they called corrupt": "they" in a later clause stands for the people who are the subject of
/// an earlier one.
fn plural_subject_before(context: &Context<'_>, subject: Range<usize>) -> Option<Range<usize>> {
    let words = context.words;
    if subject.len() != 1 || !words.is(subject.start, "they") {
        return None;
    }
    let earlier = context.clauses.iter().take_while(|clause| clause.verb.range.end <= subject.start);
    let people = earlier
        .map(|clause| clause.subject.start..phrase::with_of(words, clause.subject.start))
        .filter(|range| {
            let head = range.end.wrapping_sub(1);
            !range.is_empty()
                && words.pos(head) == Pos::PluralNoun
                && words.has(head, Classes::PERSON_NOUN.or(Classes::TITLE))
        });
    people.last()
}

fn speaker(document: &Document, span: Span) -> Speaker {
    Speaker { text: span.of(document.text()).to_owned(), span }
}

/// The words that name who is meant by tokens `subject` of a sentence.
fn who(view: View<'_>, sentence: usize, subject: Range<usize>) -> Option<Span> {
    let words = view.words(sentence);
    let subject = trim(words, subject.start..subject.end.min(words.len()));
    if subject.len() == 1 && words.is_any(subject.start, &["who", "which", "that"]) {
        return pronoun::stands_for(view, sentence, subject.start);
    }
    // Somebody speaks, not a bare figure or "himself".
    let somebody =
        |k: usize| words.pos(k).is_noun() || words.pos(k) == Pos::Pronoun || words.has(k, Classes::PRONOUN);
    if !subject.clone().any(somebody) {
        return None;
    }
    if subject.len() == 1
        && (words.pos(subject.start) == Pos::Pronoun || words.has(subject.start, Classes::PRONOUN))
    {
        return pronoun::stands_for(view, sentence, subject.start);
    }
    let end = first_part(words, subject.clone());
    let named = person_named(view, words, subject.start..end);
    named.or_else(|| {
        Some(
            possessor_of_a_thing(words, subject.start..end).unwrap_or_else(|| words.span(subject.start, end)),
        )
    })
}

/// The words by which the phrase calls a person, with a title right before the name: `minister Jane Doe` in "the former minister
/// Jane Doe", `Jane Doe` in "Jane Doe of Oxfam", and in "her lawyer, Jane Doe," of which the phrase is "her lawyer".
fn person_named(view: View<'_>, words: Words<'_>, range: Range<usize>) -> Option<Span> {
    let phrase = words.span(range.start, range.end);
    let behind = words.tokens.get(range.end + 1).filter(|_| words.is(range.end, ",")).map(|token| token.span);
    let so_far =
        Span { start: words.tokens.first()?.span.start, end: behind.map_or(phrase.end, |span| span.end) };
    let mut names = view
        .names_in(so_far)
        .rev()
        .take_while(|name| name.span.end > phrase.start)
        .filter(|name| name.facts.get(Slot::Name).is_some());
    names.find_map(|name| {
        let called = figure::called(view.document, name);
        let next = words.within(called).end;
        let last = range.end.saturating_sub(1);
        let ends = called.end >= phrase.end && !words.has(last, Classes::PERSON_NOUN);
        let narrowed = words.is_any(next, &["of", "from", "at"]) && called.start >= phrase.start;
        // The whole of an apposition: "her lawyer, Jane Doe".
        let apart = called.start >= phrase.end;
        let closed = matches!(words.word(next), "," | "." | ")" | "");
        if apart {
            return (name.span.contains(phrase) || closed && is_for_somebody(words, range.clone()))
                .then_some(called);
        }
        // "the builder Jane Doe", "Ms Doe", "Mr. Roe"
        let ahead = words.at(called.start).saturating_sub(range.start);
        let honorific = Lexicon::english().titles.get(words.word(range.start)).honorific
            && (ahead == 1 || ahead == 2 && words.is(range.start + 1, "."));
        let article = words.has(range.start, Classes::DETERMINER) && ahead == 1;
        let found = if article || honorific { phrase.cover(called) } else { called };
        // "a panel appointed by Jane Doe", "a spokesman for Jane Doe" are not Jane Doe.
        let of_another = (range.start..words.at(called.start))
            .any(|k| matches!(words.pos(k), Pos::Preposition | Pos::VerbParticiple));
        // "Ann Roe and Jane Doe" are two; not "founder and chief executive Jane Doe".
        let first = words.at(name.span.start);
        let joined = first > range.start + 1 && words.is(first - 1, "and") && words.pos(first - 2).is_noun();
        ((ends || narrowed) && !of_another && !joined || name.span.contains(phrase)).then_some(found)
    })
}

/// Whether a phrase without a name is for a person: "one of them", "her lawyer".
fn is_for_somebody(words: Words<'_>, range: Range<usize>) -> bool {
    let person = range.clone().any(|k| words.has(k, Classes::PERSON_NOUN.or(Classes::TITLE)));
    person || !range.clone().any(|k| words.pos(k) == Pos::ProperNoun) && words.is(range.start, "one")
}

/// Without marks and conjunctions at the ends, and adverbs at the start.
fn trim(words: Words<'_>, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let loose = |k: usize| matches!(words.pos(k), Pos::Punct | Pos::Coordinator | Pos::Adverb | Pos::Not);
    // "in what the mayor called"
    let opens = |k: usize| words.is(k, "what") || words.is(k, "that") && words.pos(k) == Pos::Subordinator;
    while start < end && (loose(start) || opens(start) && start + 1 < end) {
        start += 1;
    }
    // Not the name of "Theresa May"
    let helps =
        |k: usize| words.has(k, Classes::AUXILIARY.or(Classes::MODAL)) && words.pos(k) != Pos::ProperNoun;
    while end > start && (loose(end - 1) || helps(end - 1)) {
        end -= 1;
    }
    start..end
}

/// The end of a subject before its apposition or relative clause.
fn first_part(words: Words<'_>, subject: Range<usize>) -> usize {
    (subject.start + 1..subject.end)
        .find(|&k| {
            let inside = words.glued(k) && words.is(k, ".") && k + 1 < subject.end
                || words.is(k, ",") && phrase::joins_portfolios(words, k);
            words.pos(k) == Pos::Punct
                && !phrase::is_hyphen(words, k)
                && !inside
                && !matches!(words.mark(k), '\'' | '\u{2019}')
                // Not "the WHO".
                || words.is_any(k, &["who", "which", "whose"]) && words.pos(k) != Pos::ProperNoun
        })
        .unwrap_or(subject.end)
}

/// "Acme's report" speaks for Acme: the possessor, where what is possessed is not somebody.
fn possessor_of_a_thing(words: Words<'_>, range: Range<usize>) -> Option<Span> {
    let possessive = range.clone().skip(1).rfind(|&k| words.pos(k) == Pos::Possessive)?;
    let head = (possessive + 1..range.end)
        .take_while(|&k| words.pos(k) != Pos::Preposition)
        .filter(|&k| words.pos(k).is_noun())
        .last()?;
    // "a Moody's Analytics report": the owner's mark stands inside a name.
    let name = words.pos(possessive - 1) == Pos::ProperNoun && words.pos(possessive + 1) == Pos::ProperNoun;
    if name {
        return None;
    }
    let somebody = words.has(head, Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION))
        || words.pos(head) == Pos::ProperNoun;
    // "a traders' suit": the article is that of what is possessed.
    let several = words.is_any(range.start, &["a", "an"]) && words.pos(possessive - 1) == Pos::PluralNoun;
    (!somebody && !several).then(|| words.span(range.start, possessive))
}

/// The gender that a word tells.
fn gender_of(word: &str) -> Option<crate::lexicon::names::Gender> {
    Lexicon::english().titles.get(word).gender
}

#[cfg(test)]
mod tests;
