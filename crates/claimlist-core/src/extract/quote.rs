//! Quote claims: direct quotations, one claim a sentence, with their speakers.
//!
//! `"The bridge is safe," Ms Roe said.` A quotation of two sentences makes two claims, each with the marks that stand in
//! its sentence. Titles of works and nicknames stand in marks too, and are no claims.

use super::{Context, Draft, speaker};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;
use crate::{BlockKind, ClaimKind, Slot};

/// Drafts the quote claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let sentence = context.sentences[context.index].span;
    for quote in context.mentions(MentionKind::Quote) {
        let mut span = quote.span;
        span.start = span.start.max(sentence.start);
        span.end = span.end.min(sentence.end);
        let span = span.trimmed(context.words.text);
        if !span.of(context.words.text).contains(char::is_alphanumeric) || is_name(context, quote) {
            continue;
        }
        let found = speaker::of_quote(context, quote);
        if found.is_none() && (is_scare_quoted(context, quote) || is_cited(context, quote)) {
            continue;
        }
        let mut facts = quote.facts.clone();
        match found {
            Some(_) => facts.remove(Slot::Unclear),
            None => facts.set(Slot::Unclear, true),
        }
        drafts.push(Draft { kind: ClaimKind::Quote, span, facts, speaker: found, pattern: "marks" });
    }
}

/// Whether the words in marks are the name of a work, a person or a thing: capitals throughout, no mark that ends a
/// sentence, and nobody said them.
pub(super) fn is_name(context: &Context<'_>, quote: &Mention) -> bool {
    let words = context.words;
    let (start, end) = (words.at(quote.span.start), words.within(quote.span).end);
    if end <= start || words.tokens[start].span.start != quote.span.start {
        return false;
    }
    let inside = start + 1..end.saturating_sub(1);
    if !is_title_case(words, inside.clone()) {
        return false;
    }
    let last = words.word(inside.end.saturating_sub(1));
    let ends_sentence = matches!(last, "." | "!" | "?" | "..." | "\u{2026}");
    // `Dwayne "The Rock" Johnson`.
    let nickname = is_capital(words, start.wrapping_sub(1)) && is_capital(words, end);
    let said_before = (start.saturating_sub(3)..start).any(|k| words.has(k, Classes::SPEECH));
    let introduced = matches!(words.mark(start.wrapping_sub(1)), ':' | ',') && start > 1 && said_before
        || words.has(start.wrapping_sub(1), Classes::SPEECH)
            && !Lexicon::english().cues.naming_verbs.has(words.word(start.wrapping_sub(1)));
    let said_behind = last == "," && (end..end + 4).any(|k| words.has(k, Classes::SPEECH));
    // `"Long Winter" opens in May`: the subject.
    let subject = || {
        // `"Never" was the answer`
        let word = inside.len() < 2 && words.has(end, Classes::BE);
        // `"Red Moon" also is`
        let at = end + usize::from(words.pos(end) == Pos::Adverb);
        let verb = words.pos(at).is_finite() && !words.has(at, Classes::SPEECH)
            || words.has(end, Classes::VERB_PRESENT);
        // `"Sea Star", built in Hull, sank`
        let aside = words.is(end, ",")
            && inside.len() > 1
            && (matches!(words.pos(end + 1), Pos::VerbParticiple | Pos::Determiner)
                || words.is_any(end + 1, &["which", "who", "whose"]))
            && !(end + 1..end + 9).any(|k| words.has(k, Classes::SPEECH));
        verb && !words.has(end, Classes::SPEECH) && !word || aside
    };
    // `He sang in "The Long Winter."`: American style sets the period of the sentence inside the marks.
    let sentence_inside = last == "."
        && end == words.len()
        && inside.len() > 2
        && start > 0
        && !said_before
        && !Lexicon::english().speech.sources.worded.has(words.word(start - 1))
        && (words.pos(start - 1) == Pos::Preposition || words.pos(start - 1).in_noun_phrase());
    if sentence_inside {
        return true;
    }
    nickname || !ends_sentence && !introduced && !said_behind && (start > 0 || subject())
}

/// `She was not 'free' to go`: one word in single marks that nobody is named for, except in a headline.
fn is_scare_quoted(context: &Context<'_>, quote: &Mention) -> bool {
    let words = context.words;
    let block = context.sentences[context.index].block as usize;
    let headline = context.document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Title);
    let single = quote.span.of(words.text).starts_with(['\'', '\u{2018}']);
    let inside = words.within(quote.span).filter(|&k| words.kind(k) == Some(TokenKind::Word)).count();
    single && inside == 1 && !headline
}

/// `"Papers found on the street" — Leeds Courier, 15 August 2008`: the title of an article, with where and when it appeared.
fn is_cited(context: &Context<'_>, quote: &Mention) -> bool {
    const LONGEST: usize = 10;
    let words = context.words;
    let dash = words.within(quote.span).end;
    if !matches!(words.mark(dash), '-' | '\u{2013}' | '\u{2014}') {
        return false;
    }
    let times = context.here.iter().filter(|mention| mention.kind == MentionKind::Time);
    let Some(date) = times.rev().find(|time| time.span.start > quote.span.end) else { return false };
    let (start, end) = (words.at(date.span.start), words.within(date.span).end);
    let dated = date.facts.text(Slot::When).is_some_and(|when| when.len() == "2008-08-15".len());
    let last = (end..words.len()).all(|k| words.kind(k) == Some(TokenKind::Punct));
    let published = dash + 1..start;
    dated
        && last
        && is_capital(words, published.start)
        && published.len() <= LONGEST
        && published.clone().all(|k| !words.pos(k).is_verb())
        && words.is(start.wrapping_sub(1), ",")
}

/// Whether all words but small ones have capitals.
fn is_title_case(words: Words<'_>, range: std::ops::Range<usize>) -> bool {
    let mut capitals = 0;
    for k in range.clone() {
        if words.kind(k) != Some(TokenKind::Word) {
            continue;
        }
        let small = words.has(k, Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::COORDINATOR))
            || words.is_any(k, &["to", "'s", "\u{2019}s", "vs"]);
        if is_capital(words, k) {
            capitals += 1;
        } else if !small || k == range.start {
            return false;
        }
    }
    capitals > 0
}

fn is_capital(words: Words<'_>, i: usize) -> bool {
    matches!(words.case(i), Case::Title | Case::Upper | Case::Mixed)
}
