//! What stands inside the core of a clause though its marks could end it: `met the mayor, Ada Roe`, `the Workers' Union (WU) leaders`.

use crate::Slot;
use crate::extract::Context;
use crate::extract::phrase::{is_hyphen, list_end, noun_phrase};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;

/// "met the Workers' Union (WU) | leaders": the token behind the brackets at `k` in which the short form of a name stands. What comes
/// next goes on with the phrase.
pub(super) fn past_short_name(words: Words<'_>, k: usize) -> Option<usize> {
    if words.mark(k) == '(' && (is_bracket_of_law(words, k) || is_bracket_of_measure(words, k)) {
        return (k + 1..k + 6).find(|&at| words.mark(at) == ')').map(|at| at + 1);
    }
    let close = k + 2;
    let short = words.mark(k) == '('
        && words.mark(close) == ')'
        && words.case(k + 1) == Case::Upper
        && words.word(k + 1).len() > 1
        && matches!(
            words.pos(k.wrapping_sub(1)),
            Pos::Noun | Pos::PluralNoun | Pos::ProperNoun | Pos::Possessive
        );
    (short && words.kind(close + 1) == Some(TokenKind::Word)).then_some(close + 1)
}

/// "a 140-mile (230 km) | tributary": whether the bracket at `k` says a measure that describes a noun in another unit.
fn is_bracket_of_measure(words: Words<'_>, k: usize) -> bool {
    let described = words.kind(k + 1) == Some(TokenKind::Number) && k > 2 && is_hyphen(words, k - 2);
    let close = || (k + 2..k + 6).find(|&at| words.mark(at) == ')');
    described && close().is_some_and(|close| matches!(words.pos(close + 1), Pos::Noun | Pos::Adjective))
}

/// "section 14(1)(a) of", "the Fisheries (Amendment) Act": whether the bracket at `k` is part of how a law is cited.
fn is_bracket_of_law(words: Words<'_>, k: usize) -> bool {
    let before = k.wrapping_sub(1);
    let cited =
        words.glued(k) && (words.kind(before) == Some(TokenKind::Number) || words.mark(before) == ')');
    let named = || {
        let law =
            |at: usize| words.case(at) == Case::Title && Lexicon::english().figures.laws.has(words.word(at));
        let title = |at: usize| words.case(at) == Case::Title;
        (title(before) || words.mark(before) == ')')
            && title(k + 1)
            && (k + 2..k + 12)
                .take_while(|&at| {
                    words.kind(at) == Some(TokenKind::Punct) || title(at) || words.is(at, "and")
                })
                .any(law)
    };
    cited || named()
}

/// "bought a mill, | a farm and a shop": whether the comma at `k` joins objects, of which the last has no verb of its own behind it.
pub(super) fn lists_objects(words: Words<'_>, k: usize, end: usize) -> bool {
    let close = list_end(words, k);
    let joined = || (k..close).any(|k| words.pos(k) == Pos::Coordinator);
    close > k && close <= end && !words.pos(close).is_finite() && words.pos(k - 1).is_noun() && joined()
}

/// The token behind the quotation that begins at `k`.
pub(super) fn past_quote(context: &Context<'_>, k: usize) -> Option<usize> {
    let words = context.words;
    let mark = words.kind(k) == Some(TokenKind::Punct);
    if !mark || !matches!(words.mark(k), '"' | '\u{201c}' | '\'' | '\u{2018}') {
        return None;
    }
    let span = words.tokens.get(k)?.span;
    let quote = context.mentions(MentionKind::Quote).find(|quote| quote.span.start == span.start)?;
    Some(words.within(quote.span).end.max(k + 1))
}

/// "from May 6, 2020|, to May 9", "from 1920 | until 1935": whether the token at `k` stands inside a time.
pub(super) fn is_in_time(context: &Context<'_>, k: usize) -> bool {
    let Some(inside) = context.words.tokens.get(k).map(|token| token.span) else { return false };
    context
        .mentions(MentionKind::Time)
        .any(|time| time.span.start < inside.start && inside.end < time.span.end)
}

/// "met the mayor|, Ada Roe, and the treasurer, Al Poe": the token behind the name in apposition to an office, at whose comma `k` stands,
/// and behind a second one of the kind.
pub(super) fn past_office(context: &Context<'_>, k: usize) -> Option<usize> {
    let words = context.words;
    let comma = words.tokens.get(k).filter(|_| words.is(k, ","))?.span;
    let ends_in_name = |role: &&Mention| {
        role.facts.text(Slot::Name).is_some_and(|name| role.span.of(words.text).ends_with(name))
    };
    let mut roles = context.mentions(MentionKind::Name).filter(ends_in_name);
    let role = roles.find(|role| role.span.start < comma.start && comma.end < role.span.end)?;
    let end = words.within(role.span).end.max(k + 1);
    let and = end + usize::from(words.is(end, ","));
    let second = roles.next().filter(|_| words.is(and, "and")).map(|role| words.within(role.span));
    Some(second.filter(|second| second.start == and + 1).map_or(end, |second| second.end))
}

/// "rose 40 cents|, or 0.5%,| to $80": the token behind the same change told in another unit at the comma `k`.
pub(super) fn past_equivalent(words: Words<'_>, k: usize) -> Option<usize> {
    const LONGEST_FIGURE: usize = 11;
    let figure = |at: usize| matches!(words.kind(at), Some(TokenKind::Number | TokenKind::Symbol));
    // "30,000, or 40,000 people": a figure behind a figure.
    let both = words.is(k, ",") && words.is(k + 1, "or") && figure(k + 2);
    if !both || !(k.saturating_sub(3)..k).any(figure) {
        return None;
    }
    let last = words.len().min(k + LONGEST_FIGURE);
    let close = (k + 3..last).find(|&at| words.kind(at) == Some(TokenKind::Punct))?;
    let goes_on = words.is(close, ",") && words.pos(close + 1) == Pos::Preposition;
    Some(close + usize::from(goes_on))
}

/// "married|, in 1961,| Jane Roe": the token behind a phrase between commas at `k` with which a verb and its object are parted.
pub(super) fn past_aside(words: Words<'_>, k: usize) -> Option<usize> {
    const LONGEST_ASIDE: usize = 8;
    let opens = words.is(k, ",")
        && words.pos(k + 1) == Pos::Preposition
        && words.pos(k.wrapping_sub(1)).is_verb()
        && !words.has(k - 1, Classes::BE);
    if !opens {
        return None;
    }
    let close = (k + 2..k + LONGEST_ASIDE).find(|&at| words.is(at, ","))?;
    let plain =
        |at: usize| !words.pos(at).is_verb() && !matches!(words.pos(at), Pos::Subordinator | Pos::Punct);
    let object = noun_phrase(words, close + 1);
    // "resigned, in May, the council said"
    let ends = object > close + 1
        && !words.pos(object).is_verb()
        && !words.is_any(close + 1, &["that", "he", "she", "it", "they"]);
    (ends && (k + 1..close).all(plain)).then_some(close + 1)
}
