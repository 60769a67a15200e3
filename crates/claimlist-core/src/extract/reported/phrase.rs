//! Reports by a phrase: `according to the council`.

use super::super::phrase::{past_portfolios, past_second, with_of};
use super::super::{Context, Draft};
use super::source;
use crate::extract::clause::{Clause, ClauseKind};
use crate::lex::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot};

/// Drafts what is reported by phrases.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    for i in 0..words.len() {
        let may = matches!(words.initial(i), b'a' | b'i');
        if !may || !(words.is(i, "according") || words.is(i, "in") || words.is(i, "as")) {
            continue;
        }
        let mut phrases = Lexicon::english().speech.phrases(words.key(i + 1));
        let Some(phrase) = phrases.find(|phrase| words.is_phrase(i, &phrase.words)) else { continue };
        let from = i + phrase.words.split(' ').count();
        let (named, to) = source(words, from);
        let quoted =
            context.mentions(MentionKind::Quote).any(|quote| quote.span.contains(words.tokens[i].span));
        // `, in the words of a critic, "a marvel"`: of the quotation.
        let before_quote =
            matches!(words.mark(to), ',' | ':') && matches!(words.mark(to + 1), '"' | '\u{201c}');
        if to == from || quoted || before_quote && words.is(i, "in") {
            continue;
        }
        let Some((start, end)) = said(context, i, to) else { continue };
        let (speaker, sourced) = source::of_words(context, from..named);
        let mut facts =
            Facts::new().with(Slot::Verb, phrase.words.as_str()).with(Slot::Stance, phrase.stance.as_str());
        if !sourced {
            facts.set(Slot::Sourced, false);
        }
        let span = words.span(start, end);
        drafts.push(Draft { kind: ClaimKind::Reported, span, facts, speaker, pattern: "phrase" });
    }
}

/// The ends of the words that name the source from token `from` on, and of the phrase with a time behind them: "a review by the
/// institute | in 2022".
fn source(words: Words<'_>, from: usize) -> (usize, usize) {
    let mut named = past_portfolios(words, past_initials(words, with_of(words, from)));
    for _ in 0..4 {
        let next = with_of(words, named + 1);
        let joins = words.is_any(named, &["by", "of", "for", "at", "from", "in", "on"]);
        if named == from || !joins || next == named + 1 {
            break;
        }
        let time = Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_UNIT).or(Classes::TIME_WORD);
        if (named + 1..next).any(|k| words.pos(k) == Pos::Number || words.has(k, time)) {
            return (named, next);
        }
        named = next;
    }
    named = past_second(words, named);
    (named, named)
}

/// "Dr. Jane Roe", "J. R. Roe": the name goes on behind the period of a short form.
fn past_initials(words: Words<'_>, end: usize) -> usize {
    let mut end = end;
    for _ in 0..3 {
        let short = words.is(end, ".") && words.glued(end) && words.word(end - 1).len() <= 4;
        if !short || words.pos(end + 1) != Pos::ProperNoun {
            break;
        }
        end = with_of(words, end + 1);
    }
    end
}

/// The clause that the phrase at tokens `i..to` belongs to, with the phrase.
fn said(context: &Context<'_>, i: usize, to: usize) -> Option<(usize, usize)> {
    let words = context.words;
    let plain = |end: usize| (0..end).all(|k| !words.pos(k).is_verb() && !words.pos(k).is_noun());
    // "This year, according to the council, rents fell"
    let timed = || {
        let mut times = context.mentions(MentionKind::Time).map(|time| words.within(time.span));
        words.is(i - 1, ",") && times.any(|time| time.end == i - 1 && plain(time.start))
    };
    if plain(i) || timed() {
        let clause =
            context.clauses.iter().find(|clause| is_outer(clause) && clause.verb.range.start >= to)?;
        return Some((i, clause.range.end.max(clause.verb.range.end)));
    }
    // "The bill, according to the council, was paid": in the subject of the clause.
    let around = context.clauses.iter().find(|clause| {
        is_outer(clause) && clause.own_start() < i && clause.verb.range.start >= to && words.is(to, ",")
    });
    if let Some(clause) = around {
        return Some((clause.own_start(), clause.range.end.max(clause.verb.range.end)));
    }
    let clause =
        context.clauses.iter().rev().find(|clause| is_outer(clause) && clause.verb.range.start < i)?;
    let start = clause.own_start();
    // "S, according to the council": up to the end of the source's name, or of the clause where the phrase stands inside.
    let end = if words.pos(to) == Pos::Punct || to >= words.len() { to } else { to.max(clause.range.end) };
    (start < end).then_some((start, end))
}

fn is_outer(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinate) && !clause.shared
}
