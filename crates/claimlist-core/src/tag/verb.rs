//! The second pass: words that may be forms of verbs.

use super::{Pos, VERB, is_prefix};
use crate::lex::{Case, Token, TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};

/// Words for times and periods.
const TIMES: Classes =
    Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_WORD).or(Classes::TIME_UNIT).or(Classes::SEASON);

/// Settles every word that the first pass left open, from left to right.
pub(super) fn settle(text: &str, tokens: &mut [Token]) {
    // Whether the clause so far has a finite verb; a subordinator, a mark or "and" opens a new one.
    let mut has_verb = false;
    for i in 0..tokens.len() {
        let words = Words { text, tokens };
        let pos = words.pos(i);
        if opens_clause(words, i) {
            has_verb = false;
        }
        let settled = if pos == Pos::Other && words.kind(i) == Some(TokenKind::Word) {
            decide(words, i, has_verb)
        } else if pos == Pos::Possessive && is_contraction(words, i) {
            Pos::VerbPresent
        } else {
            pos
        };
        has_verb |= settled.is_finite();
        tokens[i].pos = settled;
    }
}

fn opens_clause(words: Words<'_>, i: usize) -> bool {
    match words.pos(i) {
        Pos::Subordinator => true,
        Pos::Punct => {
            matches!(words.mark(i), ';' | ':' | ',' | '\u{2013}' | '\u{2014}' | '"' | '\u{201c}' | '\u{201d}')
                || words.is(i, "--")
        }
        Pos::Coordinator => true,
        _ => false,
    }
}

/// `'s` behind a pronoun and before a participle or determiner is "is" or "has": "it's a", "he's been".
fn is_contraction(words: Words<'_>, i: usize) -> bool {
    i > 0
        && words.has(i - 1, Classes::PRONOUN)
        && !words.is_any(i - 1, &["someone", "everyone", "nobody", "anyone", "one"])
}

/// What stands before a word, seen past adverbs and "not".
struct Before {
    pos: Pos,
    classes: Classes,
    adverb: bool,
}

fn before(words: Words<'_>, i: usize) -> Before {
    let mut k = i;
    let mut adverb = false;
    while k > 0
        && matches!(words.pos(k - 1), Pos::Adverb | Pos::Not)
        && words.kind(k - 1) == Some(TokenKind::Word)
    {
        k -= 1;
        adverb = true;
    }
    // "was re-elected": what stands before the whole word.
    if let Some(prefix) = prefix_before(words, k) {
        return Before { adverb: true, ..before(words, prefix) };
    }
    match k.checked_sub(1) {
        Some(k) => Before { pos: words.pos(k), classes: words.tokens[k].classes, adverb },
        None => Before { pos: Pos::Punct, classes: Classes::empty(), adverb },
    }
}

/// The token of a prefix that a hyphen ties to the verb at `i`: "re" of "re-elected".
fn prefix_before(words: Words<'_>, i: usize) -> Option<usize> {
    let prefix = i.checked_sub(2)?;
    let tied = words.is(i - 1, "-") && words.glued(i) && words.glued(i - 1);
    (tied && is_prefix(words, prefix)).then_some(prefix)
}

fn decide(words: Words<'_>, i: usize, has_verb: bool) -> Pos {
    let word = words.word(i);
    let known = words.has(i, VERB);
    let ing = words.has(i, Classes::VERB_ING) || (!known && word.ends_with("ing"));
    let ed = !known && word.ends_with("ed");
    let past = words.has(i, Classes::VERB_PAST) || ed;
    let participle = words.has(i, Classes::VERB_PARTICIPLE) || ed;
    if words.pos(i + 1) == Pos::Possessive && !words.is(i, "let") {
        // "United's manager", "the strike's end".
        return if words.case(i) == Case::Title { Pos::ProperNoun } else { Pos::Noun };
    }
    let before = before(words, i);
    if (past || participle) && ends_compound(words, i) {
        return Pos::Adjective;
    }
    if ing {
        return ing_form(words, i, &before);
    }
    if let Some(pos) = after_auxiliary(words, i, &before, participle) {
        return pos;
    }
    if past || participle {
        return past_form(words, i, &before, has_verb, past, participle);
    }
    present_form(words, i, &before, has_verb)
}

/// Whether a word is the end of one with a hyphen: "British-led", "short-sighted"; not "re-opened".
fn ends_compound(words: Words<'_>, i: usize) -> bool {
    i > 1
        && words.is(i - 1, "-")
        && words.glued(i)
        && words.glued(i - 1)
        && words.kind(i - 2) == Some(TokenKind::Word)
        && !is_prefix(words, i - 2)
}

/// "has risen", "was killed", "will rise", "to rise", "did not rise".
fn after_auxiliary(words: Words<'_>, i: usize, before: &Before, participle: bool) -> Option<Pos> {
    let base = words.has(i, Classes::VERB_BASE);
    if base
        && (matches!(before.pos, Pos::Modal | Pos::To)
            || before.classes.intersects(Classes::DO) && before.pos != Pos::Noun)
    {
        return Some(Pos::VerbBase);
    }
    if participle && before.classes.intersects(Classes::BE.or(Classes::HAVE)) {
        return Some(Pos::VerbParticiple);
    }
    None
}

/// "rising": a participle or gerund, a noun behind "the", an adjective between "the" and a noun.
fn ing_form(words: Words<'_>, i: usize, before: &Before) -> Pos {
    let noun_phrase_before = matches!(before.pos, Pos::Determiner | Pos::Adjective | Pos::Possessive);
    if noun_phrase_before {
        return if next_starts_noun(words, i) { Pos::Adjective } else { Pos::Noun };
    }
    // "Ruling party wins": what narrows down the subject at the start of a sentence.
    let starts = before.pos == Pos::Punct && (0..i).all(|k| words.pos(k) == Pos::Punct);
    let open =
        |k: usize| words.pos(k) == Pos::Other && words.has(k, Classes::VERB_PRESENT.or(Classes::VERB_PAST));
    if starts && next_starts_noun(words, i) && (words.pos(i + 2).is_finite() || open(i + 2)) {
        return Pos::Adjective;
    }
    Pos::VerbIng
}

/// "increased", "killed", "cut": past tense, participle or adjective.
fn past_form(
    words: Words<'_>,
    i: usize,
    before: &Before,
    has_verb: bool,
    past: bool,
    participle: bool,
) -> Pos {
    let base = words.has(i, Classes::VERB_BASE);
    let agent = |k| words.is(k, "by") && !is_figure(words, k + 1);
    match before.pos {
        Pos::Determiner | Pos::Adjective | Pos::Possessive | Pos::Number if !before.adverb => {
            let named = i > 1 && words.pos(i - 2) == Pos::ProperNoun;
            // "Flight 370 vanished", "a quake of magnitude 6.1 shook": the number counts nobody.
            let decimal =
                i > 0 && words.kind(i - 1) == Some(TokenKind::Number) && words.word(i - 1).contains('.');
            if past && (named || decimal) && before.pos == Pos::Number && !agent(i + 1) {
                return Pos::VerbPast;
            }
            // "101 voted yes"
            if before.pos == Pos::Number
                && words.is_any(i, &["voted", "abstained", "attended", "died", "survived"])
            {
                return Pos::VerbPast;
            }
            // "A crowd of 14,000 watched the fight"
            let acts = !has_verb && matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun);
            if past && before.pos == Pos::Number && acts {
                return Pos::VerbPast;
            }
            if before.pos == Pos::Number && (past || participle) && !next_starts_noun(words, i) {
                // "107 killed in the collapse", "about 300 fled".
                return if participle { Pos::VerbParticiple } else { Pos::VerbPast };
            }
            if words.has(i, Classes::NOUN) && !next_starts_noun(words, i) {
                return Pos::Noun;
            }
            return if participle { Pos::Adjective } else { Pos::Noun };
        }
        Pos::Preposition | Pos::To if base || words.has(i, Classes::NOUN) => return Pos::Noun,
        Pos::Preposition if participle && (next_starts_noun(words, i) || next_is_gerund(words, i)) => {
            return Pos::Adjective;
        }
        Pos::Punct | Pos::Coordinator if participle && !past => return Pos::VerbParticiple,
        // "because of storms, badly maintained boats": an item of a list behind the verb.
        Pos::Punct | Pos::Coordinator if before.adverb && participle && is_item(words, i) => {
            return Pos::Adjective;
        }
        _ => {}
    }
    // "killed 61 people, most of them trapped in their cars"
    if participle
        && words.is_phrase(i.wrapping_sub(2), "of them")
        && (0..i).rev().take(24).any(|k| words.pos(k).is_finite())
        && (i.saturating_sub(5)..i).any(|k| words.is(k, ","))
        && !next_starts_noun_phrase(words, i)
    {
        return Pos::VerbParticiple;
    }
    // ", compared with 8 percent a year earlier"
    if before.pos == Pos::Punct && words.is(i, "compared") && words.is_any(i + 1, &["with", "to"]) {
        return Pos::VerbParticiple;
    }
    // "most of the particles come from": the present of a verb whose participle is the same.
    let never_passive = words.is_any(i, &["come", "become"]);
    if !past && base && before.pos == Pos::PluralNoun && (!has_verb || never_passive) {
        return Pos::VerbBase;
    }
    // "estimates that smoking killed 7 million people"
    let gerund = before.pos == Pos::VerbIng && (i == 1 || i > 1 && words.is(i - 2, "that"));
    if past && gerund && (next_starts_noun_phrase(words, i) || words.pos(i + 1) == Pos::Number) {
        return Pos::VerbPast;
    }
    // "later than planned", "as expected"
    let compared = words.is_any(i.wrapping_sub(1), &["than", "as"]) && words.pos(i - 1) != Pos::Adverb;
    if !past || participle && compared {
        return Pos::VerbParticiple;
    }
    if before.pos == Pos::Punct && participle && is_aside(words, i) {
        return Pos::VerbParticiple;
    }
    // "the review, led by a judge, ...": a passive behind a mark.
    let passive = agent(i + 1) || words.pos(i + 1) == Pos::Preposition && agent(i + 2);
    if before.pos == Pos::Punct
        && i > 0
        && participle
        && (passive || !has_subject_before(words, i) || is_aside(words, i))
    {
        return Pos::VerbParticiple;
    }
    // "The man killed in the storm was ...", but not "police said the man was ...".
    let has_object = matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun);
    let object_follows = matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun | Pos::ProperNoun);
    let reduced = agent(i + 1) || participle && !object_follows && later_finite_verb(words, i);
    let reduced = reduced || has_verb && !has_object && !after_report(words, i);
    let reduced = reduced && !says_clause(words, i);
    if participle && before.pos.is_noun() && (reduced || is_charged(words, i)) {
        return Pos::VerbParticiple;
    }
    if participle && before.pos.is_verb() {
        return if next_starts_noun(words, i) { Pos::Adjective } else { Pos::VerbParticiple };
    }
    Pos::VerbPast
}

/// "The promoter said talks would start": a verb of saying with the subject of what was said behind it. Of "measures announced
/// last week" it would be a time.
fn says_clause(words: Words<'_>, i: usize) -> bool {
    let noun =
        next_starts_noun(words, i) && words.pos(i + 1) != Pos::Adjective || words.pos(i + 1) == Pos::Number;
    let saying = || Lexicon::english().speech.saying(words.word(i));
    noun && !words.has(i + 1, TIMES)
        && words.has(i, Classes::SPEECH)
        && saying().is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
}

/// Whether an adverb in -ly and a participle stand before a plural, behind the verb of the sentence: "storms, badly built boats and".
fn is_item(words: Words<'_>, i: usize) -> bool {
    i > 0
        && words.word(i - 1).ends_with("ly")
        && (next_starts_noun(words, i) || words.pos(i + 1) == Pos::Other)
        && words.word(i + 1).ends_with('s')
        && (0..i).rev().take(24).any(|k| words.pos(k).is_finite())
}

/// "after heated meetings", "in disputed filming": an -ing form that ends the phrase is its noun.
fn next_is_gerund(words: Words<'_>, i: usize) -> bool {
    let ends = words.kind(i + 2) != Some(TokenKind::Word) || words.pos(i + 2) == Pos::Preposition;
    words.pos(i + 1) == Pos::Other && words.has(i + 1, Classes::VERB_ING) && ends
}

/// "A driver accused of fraud fled": verbs of law that do without an object only in the passive.
fn is_charged(words: Words<'_>, i: usize) -> bool {
    const CHARGED: &[(&str, &[&str])] = &[
        ("accused", &["of"]),
        ("acquitted", &["of"]),
        ("arrested", &["in", "on", "over", "for", "after", "at"]),
        ("charged", &["with", "over"]),
        ("convicted", &["of"]),
        ("jailed", &["for", "in", "over"]),
        ("sentenced", &["to"]),
        ("suspected", &["of"]),
        ("wanted", &["by", "over"]),
    ];
    CHARGED.iter().any(|(verb, behind)| words.is(i, verb) && words.is_any(i + 1, behind))
}

/// Whether a figure follows, so that "by" names no agent: "fell by 0.8%", "by a third".
fn is_figure(words: Words<'_>, k: usize) -> bool {
    let figure = Classes::NUMBER.or(Classes::SCALE).or(Classes::FRACTION).or(Classes::MODIFIER);
    matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
        || words.has(k, figure)
        || words.is_any(k, &["a", "an", "some"]) && words.has(k + 1, figure.or(Classes::ORDINAL))
}

/// Whether a participle stands between two commas with the verb of its subject behind them: "The study, published in May,
/// followed".
fn is_aside(words: Words<'_>, i: usize) -> bool {
    let tag = words.is(i, "said")
        && matches!(words.pos(i + 1), Pos::Determiner | Pos::ProperNoun | Pos::PluralNoun | Pos::Noun);
    if !words.is(i.wrapping_sub(1), ",") || tag {
        return false;
    }
    let rest = i + 1..words.len().min(i + 24);
    let close = rest.clone().find(|&k| words.is(k, ",") || words.pos(k).is_finite());
    let Some(close) = close.filter(|&k| words.is(k, ",")) else { return false };
    let mut next = close + 1;
    while next < close + 3 && words.pos(next) == Pos::Adverb {
        next += 1;
    }
    let compares = words.is(next, "compared") && words.is_any(next + 1, &["with", "to"]);
    let open = words.pos(next) == Pos::Other
        && words.has(next, Classes::VERB_PAST.or(Classes::VERB_PRESENT))
        && !compares;
    words.pos(next).is_finite() || open
}

/// "Figures released by the union **show** that", "A poll taken last year **suggests** voters": a verb of showing in the present
/// tense behind what is known of its subject, which is no noun there.
fn shows(words: Words<'_>, i: usize) -> bool {
    if !words.has(i, Classes::SPEECH) || !words.has(i, Classes::VERB_BASE.or(Classes::VERB_PRESENT)) || i < 3
    {
        return false;
    }
    let says = Lexicon::english().speech.saying(words.word(i));
    let clause = says.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE.or(Frames::THAT)));
    let that = words.is(i + 1, "that") && !is_finite_ahead(words, i + 2);
    let dated = words.has(i - 1, TIMES) || words.pos(i - 1) == Pos::Number && words.word(i - 1).len() == 4;
    let third = words.has(i, Classes::VERB_PRESENT);
    clause && (that || dated && next_starts_noun_phrase(words, i)) && has_known_subject(words, i, third)
}

/// Whether a noun with a past participle behind it stands before `i` in its clause: "Figures released", "A poll taken". It is one
/// thing where the verb at `i` is of the third person.
fn has_known_subject(words: Words<'_>, i: usize, third: bool) -> bool {
    let clause = (0..i).rev().take(16).take_while(|&k| !opens_clause(words, k));
    clause.filter(|&k| k > 0).any(|k| {
        let noun = match words.pos(k - 1) {
            Pos::PluralNoun => !third || words.is(k - 1, "data"),
            Pos::Noun => third || words.is_any(k - 1, &["data", "research", "evidence"]),
            _ => false,
        };
        noun && (words.has(k, Classes::VERB_PARTICIPLE) || words.word(k).ends_with("ed"))
            && words.pos(k) != Pos::Adjective
    })
}

/// "rise", "rules": a verb in the present tense, or a noun.
fn present_form(words: Words<'_>, i: usize, before: &Before, has_verb: bool) -> Pos {
    let noun = words.has(i, Classes::NOUN);
    let third = words.has(i, Classes::VERB_PRESENT);
    let as_noun = if third { Pos::PluralNoun } else { Pos::Noun };
    let as_verb = if third { Pos::VerbPresent } else { Pos::VerbBase };
    if !has_verb && shows(words, i) {
        return as_verb;
    }
    match before.pos {
        // "Thousands march against cuts"
        Pos::Number
            if !third
                && i == 1
                && words.has(0, Classes::SCALE)
                && words.word(0).ends_with('s')
                && matches!(words.pos(2), Pos::Preposition | Pos::Determiner | Pos::To | Pos::Adverb)
                && !words.is(2, "of")
                && !later_finite_verb(words, i) =>
        {
            return Pos::VerbPresent;
        }
        Pos::Determiner | Pos::Adjective | Pos::Possessive | Pos::Number | Pos::Preposition => {
            return if words.has(i, Classes::ADJECTIVE) && next_starts_noun(words, i) {
                Pos::Adjective
            } else {
                as_noun
            };
        }
        // "children who sleep less", "lenders, which together control most of it, have"
        Pos::Subordinator if !third && opens_relative(words, i) => return as_verb,
        // "while costs rose"
        Pos::Subordinator if noun && is_finite_ahead(words, i + 1) => return as_noun,
        Pos::Pronoun | Pos::Subordinator if third || before.pos == Pos::Pronoun => return as_verb,
        Pos::VerbParticiple | Pos::VerbIng | Pos::VerbPast | Pos::VerbPresent | Pos::VerbBase if noun => {
            return as_noun;
        }
        // "made clear"
        _ if before.pos.is_verb() && words.has(i, Classes::ADJECTIVE) => return Pos::Adjective,
        // "owns a fifth of the firm and controls its board"
        Pos::Coordinator if third && words.pos(i + 1) == Pos::Determiner && goes_on(words, i) => {
            return as_verb;
        }
        _ => {}
    }
    if words.has(i, Classes::ADJECTIVE) && next_starts_noun(words, i) {
        return Pos::Adjective;
    }
    if !noun {
        return as_verb;
    }
    // "after pay talks collapse": the noun of the verb behind.
    let last = words.has(i + 1, Classes::VERB_BASE) && words.kind(i + 2) != Some(TokenKind::Word);
    if third && last && (i.saturating_sub(3)..i).any(|k| words.is_any(k, &["after", "as", "while", "amid"])) {
        return as_noun;
    }
    // A noun or name stands before, or the word opens a clause.
    let agrees = match before.pos {
        Pos::PluralNoun => !third,
        // "Greeks worship"
        Pos::ProperNoun if words.word(i - 1).ends_with('s') && words.has(i - 1, Classes::NATIONALITY) => {
            !third
        }
        Pos::Noun | Pos::ProperNoun => third,
        _ => false,
    };
    // "said the lapses raise questions": what is said has a verb of its own.
    let has_verb = has_verb && !(agrees && after_report(words, i));
    if agrees && !has_verb && words.pos(i + 1) == Pos::Determiner {
        return as_verb;
    }
    // "Many farmers, such as Bo, plant trees"
    if before.pos == Pos::Punct
        && !third
        && words.is(i.wrapping_sub(1), ",")
        && next_starts_noun(words, i)
        && (0..i).rev().take(24).any(|k| words.pos(k) == Pos::PluralNoun)
        && !(0..i).rev().take(24).any(|k| words.pos(k).is_finite())
        && !later_finite_verb(words, i)
    {
        return as_verb;
    }
    // "The lake, which is named after him, covers an area"
    if third
        && words.is(i.wrapping_sub(1), ",")
        && (next_starts_noun_phrase(words, i) || words.is(i + 1, "to"))
        && closes_aside(words, i - 1)
    {
        return as_verb;
    }
    // ", the Chamber of Trade claims."
    let tag = third && words.has(i, Classes::SPEECH) && agrees && !has_verb && is_last(words, i);
    if tag && (i.saturating_sub(8)..i).any(|k| words.is(k, ",") && (0..k).any(|at| words.pos(at).is_finite()))
    {
        return as_verb;
    }
    // ", figures from the trust show."
    let plural = || {
        let comma = (i.saturating_sub(10)..i).rev().find(|&k| words.is(k, ","));
        comma.is_some_and(|comma| {
            (comma..i).any(|k| words.pos(k) == Pos::PluralNoun)
                && (0..comma).any(|k| words.pos(k).is_finite())
        })
    };
    if !third && words.has(i, Classes::SPEECH) && before.pos.is_noun() && is_last(words, i) && plural() {
        return as_verb;
    }
    let complement_follows = next_starts_noun_phrase(words, i)
        || words.pos(i + 1) == Pos::To
        || words.pos(i + 1) == Pos::Adverb
        || words.is(i + 1, "that");
    if agrees
        && !has_verb
        && !later_finite_verb(words, i)
        && (complement_follows || words.pos(i + 1) == Pos::Preposition && !joins_noun(words, i))
    {
        return as_verb;
    }
    as_noun
}

/// Whether "who", or "which" with what it stands for before it, opens the clause right before `i` or its adverbs, and no other word
/// there is its verb.
fn opens_relative(words: Words<'_>, i: usize) -> bool {
    let Some(k) = (0..i).rev().find(|&k| words.pos(k) != Pos::Adverb) else { return false };
    let which = || {
        let whole = (0..k).rev().find(|&at| words.pos(at) != Pos::Punct);
        let commas = words.is(k.wrapping_sub(1), ",") || words.pos(k.wrapping_sub(1)).is_noun();
        words.is(k, "which") && commas && whole.is_some_and(|at| words.pos(at).is_noun())
    };
    words.is(k, "who") && k + 1 == i || which() && !later_finite_verb(words, i)
}

/// Whether the comma at `close` ends a relative clause or an apposition of the sentence's first noun phrase, which waits for its verb.
fn closes_aside(words: Words<'_>, close: usize) -> bool {
    let Some(open) = (0..close).find(|&k| words.is(k, ",")).filter(|open| open + 1 < close) else {
        return false;
    };
    let relative = words.is_any(open + 1, &["which", "who", "whose"]);
    let describes = matches!(words.pos(open + 1), Pos::Determiner | Pos::VerbParticiple);
    let commas = (open..close).filter(|&k| words.is(k, ",")).count();
    commas == 1
        && (relative || describes && !(open..close).any(|k| words.pos(k).is_finite()))
        && open > 0
        && words.pos(open - 1).is_noun()
        && words.pos(open - 1) != Pos::PluralNoun
        && !(0..open).any(|k| words.pos(k).is_verb() || words.pos(k) == Pos::Subordinator)
}

/// Whether nothing but marks stands behind token `i`.
fn is_last(words: Words<'_>, i: usize) -> bool {
    (i + 1..words.len()).all(|k| words.kind(k) == Some(TokenKind::Punct))
}

/// Whether the noun phrase before `i` stands right behind a verb of saying: "stated Roe | left the firm" begins what was said.
fn after_report(words: Words<'_>, i: usize) -> bool {
    let verb = (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    verb.is_some_and(|k| {
        let saying = Lexicon::english().speech.saying(words.word(k));
        words.pos(k).is_finite() && saying.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
    })
}

/// Whether the present tense of the verb before goes on with `i`.
fn goes_on(words: Words<'_>, i: usize) -> bool {
    let verb = (0..i).rev().take(24).find(|&k| words.pos(k).is_finite());
    verb.is_some_and(|k| words.pos(k) == Pos::VerbPresent)
}

/// Whether token `k`, perhaps behind an adverb, can only be a finite verb.
fn is_finite_ahead(words: Words<'_>, k: usize) -> bool {
    let k = k + usize::from(words.pos(k) == Pos::Adverb);
    words.pos(k).is_finite() || words.pos(k) == Pos::Other && words.has(k, Classes::VERB_PAST)
}

/// Whether the nouns before `i` are joined to another noun by "and", as items of a list: "trees and power lines in".
fn joins_noun(words: Words<'_>, i: usize) -> bool {
    let first =
        (i.saturating_sub(4)..i).rev().find(|&k| !words.pos(k).is_noun() && words.pos(k) != Pos::Adjective);
    first.is_some_and(|k| k > 0 && words.pos(k) == Pos::Coordinator && words.pos(k - 1).is_noun())
}

/// Whether a noun, name or adjective follows at once.
fn next_starts_noun(words: Words<'_>, i: usize) -> bool {
    words.kind(i + 1) == Some(TokenKind::Word)
        && (matches!(words.pos(i + 1), Pos::Noun | Pos::PluralNoun | Pos::ProperNoun | Pos::Adjective)
            || words.pos(i + 1) == Pos::Other && words.has(i + 1, Classes::NOUN))
}

fn next_starts_noun_phrase(words: Words<'_>, i: usize) -> bool {
    next_starts_noun(words, i)
        || matches!(words.pos(i + 1), Pos::Determiner | Pos::Number | Pos::Pronoun)
        // "Council backs £48m wall"
        || words.kind(i + 1) == Some(TokenKind::Symbol)
}

/// Whether a noun or pronoun stands between the last clause border and `i`.
fn has_subject_before(words: Words<'_>, i: usize) -> bool {
    (0..i)
        .rev()
        .skip_while(|&k| words.pos(k) == Pos::Punct)
        // "Lory, who was not involved, called it exciting"
        .take_while(|&k| words.pos(k) != Pos::Subordinator || words.is_any(k, &["who", "which", "whose"]))
        .take(16)
        .any(|k| words.pos(k).is_noun() || words.pos(k) == Pos::Pronoun)
}

/// Whether an auxiliary, modal or clear past tense comes later in the clause, with no subject of its own.
fn later_finite_verb(words: Words<'_>, i: usize) -> bool {
    let mut next = i + 1;
    while next < words.len().min(i + 16) {
        let k = next;
        next += 1;
        // "House prices in Leeds, however, have"
        if words.is(k, ",") && words.pos(k + 1) == Pos::Adverb && words.is(k + 2, ",") {
            next = k + 3;
            continue;
        }
        let pos = words.pos(k);
        // "cars built between 2008 and 2012 are"
        if words.is(k, "and") && (i..k).any(|k| words.is(k, "between")) {
            continue;
        }
        if matches!(pos, Pos::Subordinator | Pos::Coordinator)
            || matches!(words.mark(k), ';' | ':' | '"' | '\u{201c}' | ',')
        {
            return false;
        }
        if pos == Pos::Pronoun && !words.has(k, Classes::NEGATOR) {
            return false;
        }
        let only_past = words.has(k, Classes::VERB_PAST) && !words.has(k, Classes::VERB_PARTICIPLE);
        // "Footage released last month appears to show"
        let only_present = pos == Pos::Other
            && words.has(k, Classes::VERB_PRESENT)
            && !words.has(k, Classes::NOUN)
            && words.is(k + 1, "to");
        if pos.is_finite() || only_past || only_present || shows(words, k) {
            return true;
        }
    }
    false
}
