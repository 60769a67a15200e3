//! Tags of quotations: `Jane Doe said: "..."`, `"...," said Jane Doe`, `"...", according to the ministry`.
//!
//! A quotation's tag is looked for behind it, before it, as "according to" in its sentence, and at the end of the
//! sentence before if that ends in a colon.

use std::ops::Range;

use super::{View, elsewhere, who};
use crate::extract::clause::without_time;
use crate::extract::phrase;
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::Mention;
use crate::tag::Pos;
use crate::{BlockKind, Span};

/// How many tokens away from the quotation its verb may stand.
pub(super) const REACH: usize = 32;

/// The words that name the speaker of a quotation, by the tag that stands with it.
pub(super) fn of_quote(view: View<'_>, quote: &Mention) -> Option<Span> {
    let first = quote.sentence as usize;
    let words = view.words(first);
    let start = words.at(quote.span.start);
    let last = last_sentence(view, quote);
    let last_words = view.words(last);
    let end = last_words.at(quote.span.end.saturating_sub(1)) + 1;
    let closes_clause = closes_with_comma(view, quote);
    let behind = || {
        let subject = behind(last_words, end)?;
        who(view, last, subject)
    };
    let before = || {
        let subject = before(words, start)?;
        who(view, first, subject)
    };
    if let Some(source) = elsewhere::in_the_words_of(view, first, start) {
        return Some(source);
    }
    let found = if closes_clause || start == 0 { behind().or_else(before) } else { before().or_else(behind) };
    found
        .or_else(|| elsewhere::according_to(view, last, if last == first { start..end } else { 0..end }))
        .or_else(|| elsewhere::next_sentence(view, quote, last, end))
        .or_else(|| elsewhere::colon_before(view, first, start))
        .or_else(|| elsewhere::report_before(view, first, start, last, end))
        .or_else(|| elsewhere::signed(view, last, end))
}

/// Whether a quotation without a tag has the speaker of the one before it.
pub(super) fn goes_on(view: View<'_>, before: &Mention, quote: &Mention) -> bool {
    let last = last_sentence(view, before);
    let first = quote.sentence as usize;
    let text = view.document.text();
    let gap = Span { start: before.span.end.min(quote.span.start), end: quote.span.start }.of(text);
    let block = |sentence: usize| view.sentences.get(sentence).map(|sentence| sentence.block);
    let (Some(from), Some(to)) = (block(last), block(first)) else { return false };
    let opens_block =
        to > from && view.words(first).at(quote.span.start) == 0 && block(first.wrapping_sub(1)) != Some(to);
    if to == from {
        // In one paragraph, with at most a sentence between them that only has the tag. A fragment in a later sentence may be anybody's.
        let opens = view.words(first).at(quote.span.start) == 0;
        return first == last || first == last + 1 && opens;
    }
    // A paragraph that opens with a mark goes on with the speaker of the paragraph right before it.
    let running = view.block_kind(first) != Some(BlockKind::Turn);
    to == from + 1 && opens_block && running && gap.len() < 400
}

/// Index of the sentence in which a quotation ends.
fn last_sentence(view: View<'_>, quote: &Mention) -> usize {
    let last = view.sentences.partition_point(|sentence| sentence.span.start < quote.span.end);
    last.saturating_sub(1).max(quote.sentence as usize)
}

/// Whether the last character inside the marks is a comma: the sentence goes on with the tag.
pub(super) fn closes_with_comma(view: View<'_>, quote: &Mention) -> bool {
    let inside = quote.span.of(view.document.text());
    let inside = inside.trim_end_matches(['"', '\'', '\u{2019}', '\u{201d}', '»']);
    inside.ends_with([',', '?', '!', '\u{2014}', '-'])
}

/// Whether token `k` is a form of a reporting verb used as a verb.
pub(super) fn is_speech(words: Words<'_>, k: usize) -> bool {
    words.has(k, Classes::SPEECH) && words.pos(k).is_verb() && !words.is_any(k, &["hear", "hears", "heard"])
}

/// Whether the verb at token `k` reports a direct quotation right beside it and nothing else, with nothing behind it that it is done to or
/// that it leads to: "Roe continued", "Roe went on", "continued Roe", but "Roe began to cry". The number of its words.
pub(in crate::extract) fn quoting(words: Words<'_>, k: usize) -> Option<usize> {
    let length = Lexicon::english().speech.quoting(words.word(k), words.word(k + 1))?;
    let end = k + length;
    let time = Classes::TIME_WORD.or(Classes::WEEKDAY);
    let inverted = is_quoted_before(words, k) && words.pos(end).in_noun_phrase();
    let ends = inverted
        || end >= words.len()
        || matches!(words.pos(end), Pos::Punct | Pos::Preposition | Pos::Adverb | Pos::Subordinator)
        || words.has(end, time);
    (ends && matches!(words.pos(k), Pos::VerbPast | Pos::VerbPresent)).then_some(length)
}

/// Whether the mark at token `k` introduces a quotation that is a sentence of its own: `: "...`, or a comma before a capital letter.
pub(in crate::extract) fn introduces(words: Words<'_>, k: usize) -> bool {
    is_quote_mark(words, k + 1) && (words.is(k, ":") || words.is(k, ",") && words.case(k + 2) != Case::Lower)
}

/// Whether a quotation that closes with a comma ends right before token `k`.
pub(in crate::extract) fn is_quoted_before(words: Words<'_>, k: usize) -> bool {
    k > 1 && is_quote_mark(words, k - 1) && words.is(k - 2, ",")
}

pub(super) fn is_quote_mark(words: Words<'_>, k: usize) -> bool {
    matches!(words.mark(k), '"' | '\u{201c}' | '\u{201d}' | '«' | '»' | '\u{201e}')
}

/// The subject of the tag behind a quotation that ends before token `end`.
pub(super) fn behind(words: Words<'_>, end: usize) -> Option<Range<usize>> {
    let start = end + usize::from(words.is(end, ","));
    let limit = words.len().min(start + REACH);
    let quoted = is_quoted_before(words, start);
    let mut verb = None;
    for k in start..limit {
        if is_quote_mark(words, k) || matches!(words.mark(k), ';' | ':') {
            break;
        }
        if is_speech(words, k) && words.pos(k) != Pos::VerbIng || quoted && quoting(words, k).is_some() {
            verb = Some(k);
            break;
        }
        // Another verb before the tag's: it is a sentence of its own, unless it stands in a relative clause.
        let relative = (start..=k).any(|at| words.is_any(at, &["who", "which", "whose"]));
        let auxiliary = words.has(k, Classes::AUXILIARY.or(Classes::MODAL));
        if words.pos(k).is_finite() && !relative && !auxiliary
            || words.pos(k) == Pos::Subordinator && !relative
        {
            break;
        }
    }
    let verb = verb?;
    let adverbs = (start..verb).all(|k| words.pos(k) == Pos::Adverb);
    if adverbs {
        // "said Jane Doe"; "he" only in "said he".
        return subject_behind(words, verb + 1);
    }
    let start = match words.pos(start) {
        // `a "lost decade" except for a few firms, Jane Doe said`
        // `dubbed "a bargain", has had many orders, the firm said`
        pos if pos == Pos::Preposition || pos.is_finite() => {
            let comma = (start..verb).rfind(|&k| words.is(k, ","))?;
            Some(comma + 1).filter(|&k| opens_tag(words, k) && ends_tag(words, verb))?
        }
        _ if words.is_any(start, &["to", "and", "but", "that"]) => return None,
        // `forces "neutralised" five gunmen, the ministry said`: the object of a verb in marks
        _ if end > 1 && words.pos(end - 2) == Pos::VerbPast && ends_tag(words, verb) => {
            let comma = (start..verb).rfind(|&k| words.is(k, ","));
            comma.map(|comma| comma + 1).filter(|&k| opens_tag(words, k)).unwrap_or(start)
        }
        _ => start,
    };
    Some(start..verb).filter(|subject| speaks(words, verb, subject))
}

/// Whether who speaks may stand at `k`: not "and the council", "whose head".
fn opens_tag(words: Words<'_>, k: usize) -> bool {
    !matches!(words.pos(k), Pos::Coordinator | Pos::Subordinator)
        && !words.is_any(k, &["who", "which", "whose", "what"])
}

/// Whether nothing but when and where stands behind the verb of a tag: "Roe said on Monday."
fn ends_tag(words: Words<'_>, verb: usize) -> bool {
    matches!(words.pos(verb + 1), Pos::Punct | Pos::Preposition) || verb + 1 >= words.len()
}

/// Whether a subject may be that of a tag: verbs such as "show" and "hold" are tags only for somebody or a body.
pub(super) fn speaks(words: Words<'_>, verb: usize, subject: &Range<usize>) -> bool {
    let speech = &Lexicon::english().speech;
    let stance = speech.stance(words.word(verb)).unwrap_or_default();
    let base = speech.base(words.word(verb)).unwrap_or_default();
    let weak = matches!(stance, "suggests" | "finds" | "believes") || speech.sources.weak.has(base);
    let somebody = Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION).or(Classes::PRONOUN);
    !weak || subject.clone().any(|k| words.has(k, somebody) || words.pos(k) == Pos::ProperNoun)
}

/// The noun phrase that starts at `from`, with what narrows it down.
pub(super) fn subject_behind(words: Words<'_>, from: usize) -> Option<Range<usize>> {
    let mut end = phrase::noun_phrase(words, from);
    // Initials and short titles have periods inside.
    while words.is(end, ".")
        && words.glued(end)
        && end + 1 < words.len()
        && words.pos(end + 1) == Pos::ProperNoun
    {
        end = phrase::noun_phrase(words, end + 1).max(end + 1);
    }
    while end > from && words.is_any(end, &["of", "for", "at", "from"]) {
        let next = phrase::noun_phrase(words, end + 1);
        if next <= end + 1 {
            break;
        }
        end = next;
    }
    // "said an insider | last night"
    let subject = without_time(words, from..end);
    (end > from).then(|| from..phrase::past_second(words, subject.end))
}

/// The subject of the nearest reporting verb before token `start`.
pub(super) fn before(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let floor = (start.saturating_sub(REACH)..start).rev().find(|&k| is_quote_mark(words, k));
    let lowest = floor.map_or(start.saturating_sub(REACH), |mark| mark + 1);
    for k in (lowest..start).rev() {
        // `Roe went on: "..."`
        if !is_speech(words, k)
            && !quoting(words, k)
                .is_some_and(|length| k + length + 1 == start && introduces(words, k + length))
        {
            continue;
        }
        // "had their claims accepted"
        if words.pos(k) == Pos::VerbParticiple
            && k > 0
            && words.pos(k - 1).is_noun()
            && !words.is(k + 1, "by")
        {
            continue;
        }
        // "was described by the Post as"
        let passive = words.pos(k) == Pos::VerbParticiple && words.is(k + 1, "by");
        // "His style has been described as": whoever says so is not named.
        let form = (lowest..k).rev().find(|&at| !matches!(words.pos(at), Pos::Adverb | Pos::Not));
        if words.pos(k) == Pos::VerbParticiple
            && !passive
            && form.is_some_and(|at| words.has(at, Classes::BE))
        {
            return None;
        }
        let k = if passive { k } else { outer_report(words, lowest, k) };
        let subject = if passive { subject_behind(words, k + 2) } else { subject_of(words, k, 4) };
        return subject.filter(|subject| speaks(words, k, subject));
    }
    None
}

/// "She told investors that the firm expected ...": what was expected she said; the verb that tells so, or `verb` itself.
fn outer_report(words: Words<'_>, lowest: usize, verb: usize) -> usize {
    // So does what was "shown" or "found" there.
    let thinks = |k: usize| {
        matches!(Lexicon::english().speech.stance(words.word(k)), Some("believes" | "finds" | "suggests"))
    };
    if !thinks(verb) {
        return verb;
    }
    // "said the mails showed", without "that" and a mark between.
    let open = (lowest..verb).rev().take_while(|&k| words.kind(k) == Some(TokenKind::Word));
    let that = (lowest..verb).rev().find(|&k| words.is(k, "that"));
    let outer = that.map_or_else(
        || open.filter(|&k| words.pos(k).is_finite()).find(|&k| is_speech(words, k) && !thinks(k)),
        |that| (lowest..that).rev().find(|&k| is_speech(words, k) && !thinks(k)),
    );
    outer.unwrap_or(verb)
}

/// The subject of the verb at token `verb`. A form in -ing, "to" with a verb and a second verb behind "and" have the
/// subject of the verb before them; `depth` bounds how often that is done.
pub(super) fn subject_of(words: Words<'_>, verb: usize, depth: usize) -> Option<Range<usize>> {
    let mut k = verb;
    while k > 0
        && (words.has(k - 1, Classes::AUXILIARY.or(Classes::MODAL))
            || matches!(words.pos(k - 1), Pos::Adverb | Pos::Not))
    {
        k -= 1;
    }
    k = before_day(words, k);
    let leans = matches!(words.pos(verb), Pos::VerbIng) && !words.has(k, Classes::BE)
        || words.pos(k.wrapping_sub(1)) == Pos::To
        || words.pos(k.wrapping_sub(1)) == Pos::Coordinator
        || words.pos(verb) == Pos::VerbParticiple && k == verb;
    if leans && depth > 0 {
        let lowest = k.saturating_sub(REACH);
        let ing = words.pos(verb) == Pos::VerbIng;
        if let Some(owner) = absolute_subject(words, verb).filter(|_| ing) {
            return Some(owner);
        }
        // "Roe said that the gifts were legal, adding": who said the one says the other.
        // "although the firm played it down, saying": who did the one says the other.
        let comma = k.wrapping_sub(1);
        let other =
            (lowest..k).rev().find(|&at| words.pos(at).is_finite() || words.pos(at) == Pos::Subordinator);
        let inner = other.is_some_and(|at| {
            words.pos(at).is_finite()
                && !is_speech(words, at)
                && (at.saturating_sub(8)..at)
                    .any(|k| words.is_any(k, &["although", "though", "while", "whereas"]))
        });
        // `Roe said that the gifts were legal, but added: "..."`
        let added = words.pos(comma) == Pos::Coordinator && words.is(verb + 1, ":");
        let apart = (ing && words.is(comma, ",") || added) && !inner;
        let said = (lowest..k).rev().find(|&at| apart && is_speech(words, at) && words.pos(at).is_finite());
        if let Some(said) = said {
            return subject_of(words, said, depth - 1);
        }
        let earlier = (lowest..k).rev().find(|&at| words.pos(at).is_finite())?;
        return subject_of(words, earlier, depth - 1);
    }
    subject_ending_at(words, k)
}

/// "the mayor | on Monday called", "the High Court | Friday asked": where the day begins that stands between a subject and the verb at `k`.
fn before_day(words: Words<'_>, k: usize) -> usize {
    let Some(day) = k.checked_sub(1).filter(|&day| words.has(day, Classes::WEEKDAY)) else { return k };
    if words.is(day.wrapping_sub(1), "on") && day > 1 && words.pos(day - 2).is_noun() {
        return day - 1;
    }
    let common = matches!(words.pos(day.wrapping_sub(1)), Pos::Noun | Pos::PluralNoun);
    if day > 0 && common { day } else { k }
}

/// "with one member calling it": the noun phrase between "with" and the form in -ing at `verb`.
fn absolute_subject(words: Words<'_>, verb: usize) -> Option<Range<usize>> {
    let start = phrase_start(words, verb);
    (start < verb && words.is(start.wrapping_sub(1), "with")).then_some(start..verb)
}

/// The subject that ends before token `end`: a noun phrase, or one with a parenthesis between commas behind it.
fn subject_ending_at(words: Words<'_>, end: usize) -> Option<Range<usize>> {
    let mut end = end;
    if end > 0 && matches!(words.mark(end - 1), ',' | ')' | '\u{2014}' | '\u{2013}') {
        let lowest = end.saturating_sub(REACH);
        // "Jane Roe, who has lost her deputy, Ann Day, to illness, called": the relative clause is all of the aside.
        let who = (lowest..end - 1)
            .rev()
            .find(|&k| words.is_any(k, &["who", "whose", "which"]) && words.is(k.wrapping_sub(1), ","));
        // "Jane Roe (Green, Leeds East)"
        let inside = words.mark(end - 1) == ')';
        let opens = |k: &usize| match words.mark(*k) {
            '(' => true,
            ',' | '\u{2014}' | '\u{2013}' => !inside,
            _ => false,
        };
        let open = who.map(|who| who - 1).or_else(|| (lowest..end - 1).rev().find(opens));
        // "The firm Acme, has said": a comma of its own.
        end = open.unwrap_or(end - 1);
        for _ in 0..3 {
            let start = phrase_start(words, end);
            if !is_apposition(words, start, end) {
                break;
            }
            end = start - 1;
        }
    }
    let start = phrase_start(words, end);
    (start < end).then_some(start..end)
}

/// Whether tokens `start..end` behind a comma only describe who stands before it: "Jane Doe, 42,", "Jane Doe, a nurse,", "Jane Doe,
/// head of the trust,".
pub(super) fn is_apposition(words: Words<'_>, start: usize, end: usize) -> bool {
    if start < 2 || start >= end || !words.is(start - 1, ",") {
        return false;
    }
    let head = (start..end).take_while(|&k| words.pos(k) != Pos::Preposition).last().unwrap_or(start);
    let office =
        words.has(head, Classes::PERSON_NOUN.or(Classes::TITLE)) && words.pos(head) != Pos::ProperNoun;
    let name = (start.saturating_sub(4)..start - 1).rev().take_while(|&k| words.pos(k) == Pos::ProperNoun);
    let person = name.into_iter().any(|k| words.has(k, Classes::GIVEN_NAME));
    // "a physicist at the University of California, Berkeley"
    let place = end == start + 1
        && words.pos(start) == Pos::ProperNoun
        && words.pos(start - 2) == Pos::ProperNoun
        && (start.saturating_sub(8)..start - 2).any(|k| words.is_any(k, &["at", "in", "of", "from"]));
    words.is_any(start, &["a", "an"])
        || place
        || end == start + 1 && words.pos(start) == Pos::Number
        || office && person
}

/// Where the noun phrase that ends before token `end` starts, with the phrases before "of", "for" and the like. Other prepositions hang it
/// on what is before where nothing else stands there: "the sign on the door", "the chief of staff to the mayor".
pub(super) fn phrase_start(words: Words<'_>, end: usize) -> usize {
    let mut start = phrase::noun_phrase_start(words, end);
    let mut sure = true;
    let mut at = start;
    for _ in 0..3 {
        // "J. Smith": the period of an initial.
        let initial =
            at > 1 && words.is(at - 1, ".") && words.glued(at - 1) && words.pos(at) == Pos::ProperNoun;
        let initial = initial && words.word(at - 2).chars().count() <= 4;
        // "the security firm Example.com"
        let domain = at > 1 && words.is(at - 1, ".") && words.glued(at - 1) && words.glued(at);
        let hangs = at > 1 && matches!(words.pos(at - 1), Pos::Preposition | Pos::To);
        // "one of the owners", "most of the staff"
        let part = at > 1
            && words.is(at - 1, "of")
            && (words.pos(at - 2) == Pos::Number
                || words.is_any(at - 2, &["some", "most", "many", "several", "few", "all", "none", "half"]));
        if !(initial || domain || hangs) || !(words.pos(at - 2).is_noun() || part) {
            break;
        }
        sure &= !hangs || words.is_any(at - 1, &["of", "for", "at", "from", "in"]);
        at = if part { at - 2 } else { phrase::noun_phrase_start(words, at - 1) };
        if sure || at == 0 || words.pos(at - 1) == Pos::Punct {
            start = at;
        }
    }
    first_of_two(words, start).unwrap_or(start)
}

/// Where the first of two begins whose second begins at `second`: "Ann Roe and | Jane Doe said", "The firm and | its owner said". Nothing stands
/// before the first that could be done to both.
fn first_of_two(words: Words<'_>, second: usize) -> Option<usize> {
    let and = second.checked_sub(1).filter(|&k| k > 0 && words.is(k, "and"))?;
    let start = phrase::noun_phrase_start(words, and);
    let opener = |k: usize| matches!(words.pos(k), Pos::ProperNoun | Pos::Determiner);
    let named = opener(second) && opener(start) && words.pos(and - 1).is_noun();
    // Not "the Foreign, Commonwealth | and Development Office".
    let name = (0..start.saturating_sub(1)).rev().find(|&k| words.pos(k) != Pos::ProperNoun);
    let placed = name.is_none_or(|k| words.pos(k) == Pos::Preposition);
    let listed = start > 1 && words.is(start - 1, ",") && words.pos(start - 2) == Pos::ProperNoun && !placed;
    let opens = start == 0 || matches!(words.pos(start - 1), Pos::Punct | Pos::Subordinator) && !listed;
    (named && start < and && opens).then_some(start)
}
