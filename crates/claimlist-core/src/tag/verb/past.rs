//! Past tenses and participles: `increased`, `killed`, `cut`.

use super::aside::{
    has_subject_before, is_aside, is_beside_dash, is_in_apposition, is_in_later_apposition,
    is_in_opening_phrase, is_left_so,
};
use super::present::{has_gerund_before, is_finite_ahead};
use super::reduced::{is_behind_dated, is_dated_before_verb, is_of_text, is_stranded};
use super::{Before, TIMES, after_report, later_finite_verb, next_starts_noun, next_starts_noun_phrase};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::{Pos, past_time_aside};

/// Classes of words that may be a finite verb in the past or with a helper.
const ANY_FINITE: Classes =
    Classes::VERB_PAST.or(Classes::BE).or(Classes::HAVE).or(Classes::MODAL).or(Classes::DO);

/// What a word that may be a past tense or participle is in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// Whether it may be the past tense.
    pub(super) past: bool,
    /// Whether it may be the participle.
    pub(super) participle: bool,
    /// Whether the clause has a finite verb already.
    pub(super) has_verb: bool,
}

/// "increased", "killed", "cut": past tense, participle or adjective.
pub(super) fn past_form(words: Words<'_>, i: usize, before: &Before, form: Form) -> Pos {
    let Form { past, participle, has_verb } = form;
    // "died on May 4 aged 96"
    if words.is(i, "aged") && words.pos(i + 1) == Pos::Number {
        return Pos::VerbParticiple;
    }
    if past && !has_verb && is_behind_dated(words, i) {
        return Pos::VerbPast;
    }
    let settled = by_word_before(words, i, before, form);
    if let Some(pos) = settled.or_else(|| by_pattern(words, i, before, form)) {
        return pos;
    }
    // "a 4% rise | compared to last year", but "This compared with 4%"
    if before.pos != Pos::Pronoun && is_compared_with(words, i) {
        return Pos::VerbParticiple;
    }
    // "later than planned", "as expected"
    let compared = words.is_any(i.wrapping_sub(1), &["than", "as"]) && words.pos(i - 1) != Pos::Adverb;
    if !past || participle && compared {
        return Pos::VerbParticiple;
    }
    if before.pos == Pos::Punct && participle && is_aside(words, i) {
        return Pos::VerbParticiple;
    }
    let narrows = participle && before.pos.is_noun() && !has_verb && !next_starts_noun_phrase(words, i);
    if narrows && (is_in_apposition(words, i) || is_in_opening_phrase(words, i)) {
        return Pos::VerbParticiple;
    }
    // "the review, led by a judge, ...": a passive behind a mark.
    let passive = is_agent(words, i + 1) || words.pos(i + 1) == Pos::Preposition && is_agent(words, i + 2);
    if before.pos == Pos::Punct && i > 0 && participle && (passive || !has_subject_before(words, i)) {
        return Pos::VerbParticiple;
    }
    if participle
        && before.pos.is_noun()
        && (is_called(words, i)
            || is_of_source(words, i)
            || is_absolute(words, i)
            || is_reduced(words, i, form)
            || is_charged(words, i)
            || is_of_text(words, i)
            || is_stranded(words, i)
            || !has_verb && is_dated_before_verb(words, i)
            || is_beside_dash(words, i)
            || is_in_later_apposition(words, i)
            || is_left_so(words, i))
    {
        return Pos::VerbParticiple;
    }
    if past && !has_verb && before.pos == Pos::VerbParticiple && is_said_by_narrowed(words, i) {
        return Pos::VerbPast;
    }
    if past && !has_verb && has_gerund_before(words, i) {
        return Pos::VerbPast;
    }
    if participle && before.pos.is_verb() {
        return if next_starts_noun(words, i) { Pos::Adjective } else { Pos::VerbParticiple };
    }
    Pos::VerbPast
}

/// What the word before settles.
fn by_word_before(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { past, participle, .. } = form;
    let base = words.has(i, Classes::VERB_BASE);
    // "the bank's 12th cut", "its third win"
    let ordinal =
        words.has(i.wrapping_sub(1), Classes::ORDINAL) || is_ordinal_ending(words, i.wrapping_sub(1));
    if ordinal && words.has(i, Classes::NOUN) && !next_starts_noun(words, i) {
        return Some(Pos::Noun);
    }
    // "a record low of 88.80 touched on Monday"
    let level =
        || (i.saturating_sub(5)..i).any(|k| words.is_any(k, &["low", "high", "record", "peak", "level"]));
    let reached = participle && words.is_any(i, &["touched", "hit", "set", "reached", "seen", "recorded"]);
    if reached
        && before.pos == Pos::Number
        && words.is_any(i + 1, &["on", "in"])
        && (0..i).any(|k| words.pos(k).is_finite())
        && level()
    {
        return Some(Pos::VerbParticiple);
    }
    // "the baker who in 1974 restored it"
    let dated = words.kind(i.wrapping_sub(1)) == Some(TokenKind::Number) && words.word(i - 1).len() == 4;
    if past && dated && i > 2 && words.is(i - 2, "in") && words.is_any(i - 3, &["who", "which"]) {
        return Some(Pos::VerbPast);
    }
    // "seasonally adjusted output"
    if words.is(i, "adjusted") && before.adverb && words.is(i - 1, "seasonally") && next_starts_noun(words, i)
    {
        return Some(Pos::Adjective);
    }
    if participle && before.pos == Pos::Coordinator && goes_on_with_aside(words, i) {
        return Some(Pos::VerbParticiple);
    }
    match before.pos {
        Pos::Determiner | Pos::Adjective | Pos::Possessive | Pos::Number if !before.adverb => {
            return Some(in_noun_phrase(words, i, before, form));
        }
        // "a critically endangered species"
        Pos::Determiner if before.adverb && participle && next_starts_noun(words, i) => {
            return Some(Pos::Adjective);
        }
        Pos::Preposition | Pos::To if base || words.has(i, Classes::NOUN) => return Some(Pos::Noun),
        Pos::Preposition if participle && (next_starts_noun(words, i) || next_is_gerund(words, i)) => {
            return Some(Pos::Adjective);
        }
        // "If found guilty, he": no subject stands between.
        Pos::Subordinator if participle && !before.adverb && opens_condition(words, i - 1) => {
            return Some(Pos::VerbParticiple);
        }
        Pos::Punct | Pos::Coordinator if participle && !past => return Some(Pos::VerbParticiple),
        // "because of storms, badly maintained boats": an item of a list behind the verb.
        Pos::Punct | Pos::Coordinator if before.adverb && participle && is_item(words, i) => {
            return Some(Pos::Adjective);
        }
        _ => {}
    }
    None
}

/// "The lamps, made in Peru and | sold in shops, can break": whether "and" joins the word to a participle that opens the aside around it, which
/// has the verb of its noun behind it.
fn goes_on_with_aside(words: Words<'_>, i: usize) -> bool {
    let Some(open) = (i.saturating_sub(12)..i).rev().find(|&k| words.is(k, ",")) else { return false };
    let close = || (i + 1..words.len().min(i + 24)).find(|&k| words.is(k, ","));
    words.pos(open + 1) == Pos::VerbParticiple
        && open > 0
        && words.pos(open - 1).is_noun()
        && !(0..i).any(|k| words.pos(k).is_finite())
        && close().is_some_and(|close| {
            let next = close + 1 + usize::from(words.pos(close + 1) == Pos::Adverb);
            words.pos(next).is_finite() || words.has(next, Classes::VERB_PAST.or(Classes::VERB_PRESENT))
        })
}

/// Whether a word stands at `k` that opens a clause which a participle alone may be: "if found", "when asked".
fn opens_condition(words: Words<'_>, k: usize) -> bool {
    Lexicon::english().grammar.conditions.has(words.word(k))
}

/// "half of those polled said she had": what narrows the subject down is no verb that "said" belongs to.
fn is_said_by_narrowed(words: Words<'_>, i: usize) -> bool {
    let said = words.is(i, "said") && matches!(words.pos(i + 1), Pos::Pronoun | Pos::Determiner);
    words.pos(i.wrapping_sub(2)).in_noun_phrase() && (said || says_clause(words, i))
}

/// "The man killed in the storm was ...", but not "police said the man was ...": whether a relative clause without its pronoun and verb
/// hangs on the noun before.
fn is_reduced(words: Words<'_>, i: usize, form: Form) -> bool {
    let Form { participle, has_verb, .. } = form;
    // "found 200kg of it", "lost £2m", but "built 20 years ago"
    let number = words.pos(i + 1) == Pos::Number && !words.has(i + 2, TIMES) && !words.is(i, "aged");
    let figure = number || words.kind(i + 1) == Some(TokenKind::Symbol) && words.pos(i + 2) == Pos::Number;
    let has_object = figure || matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun);
    // "the boat found Monday had", but "the council said Monday buses would"
    let dated = words.has(i + 1, Classes::WEEKDAY)
        && Lexicon::english()
            .speech
            .saying(words.word(i))
            .is_none_or(|saying| !saying.frames.intersects(Frames::CLAUSE));
    let object_follows =
        matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun | Pos::ProperNoun) && !dated;
    // "said Roe stood by it", but "said a fund led by the state would"
    let stated = || after_report(words, i) && !later_finite_verb(words, i);
    // "Some of the men arrested said they": the verb behind is that of the men.
    let says = words.has(i + 1, Classes::SPEECH) && words.has(i + 1, Classes::VERB_PAST);
    let passive = is_agent(words, i + 1) && !stated();
    let reduced = passive || says || participle && !object_follows && later_finite_verb(words, i);
    let has_verb = has_verb && !waits_behind_relative(words, i);
    let reduced = reduced || has_verb && !has_object && !after_report(words, i);
    // Nobody "said on Monday" is spoken of, as a plan "announced on Monday" is.
    let reduced = reduced && (!words.is(i, "said") || words.is(i + 1, "to"));
    reduced
        && !says_clause(words, i)
        && !says_behind_time(words, i)
        && !says_of_relative(words, i)
        && !is_verb_inside(words, i)
}

/// "Police said on Monday the firm had shut", "announced last night a new law would come": a verb of saying with a time or place behind it, and
/// the subject of what was said behind that.
fn says_behind_time(words: Words<'_>, i: usize) -> bool {
    let saying = || Lexicon::english().speech.saying(words.word(i));
    if !words.has(i, Classes::SPEECH)
        || !saying().is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
    {
        return false;
    }
    let Some(start) = past_circumstances(words, i + 1) else { return false };
    let inside = |k: usize| {
        words.pos(k).in_noun_phrase()
            || matches!(words.pos(k), Pos::Pronoun | Pos::Adverb)
            || words.pos(k) == Pos::Other && !words.has(k, Classes::VERB_PAST)
            || words.is_any(k, &["of", "at", "-"])
            || words.has(k, Classes::MODIFIER)
    };
    let verb = (start..start + 9).find(|&k| !inside(k));
    verb.is_some_and(|verb| verb > start && is_finite_ahead(words, verb))
}

/// "said | on Monday in a letter | the firm": where another noun phrase begins behind times and phrases of place at token `from`; none where
/// nothing of the kind stands there.
fn past_circumstances(words: Words<'_>, from: usize) -> Option<usize> {
    let opens = |k: usize| {
        matches!(words.pos(k), Pos::Determiner | Pos::Pronoun | Pos::Number)
            || words.has(k, Classes::MODIFIER)
            || words.is(k, "there")
    };
    let mut k = from;
    for _ in 0..3 {
        let late = k + usize::from(words.is_any(k, &["late", "early"]));
        let timed = past_time_aside(words, late);
        if timed > late {
            k = timed;
        } else if words.pos(k) == Pos::Adverb && !words.has(k, Classes::MODIFIER) {
            k += 1;
        } else if words.pos(k) == Pos::Preposition
            && !words.is_any(k, &["to", "of", "as", "by", "about", "around", "over", "under"])
            && k + 1 < words.len()
        {
            // "in | a statement | two men", "in | Kent | police"
            let noun = |at: usize| {
                words.pos(at).is_noun()
                    || words.pos(at) == Pos::Adjective
                    || words.pos(at) == Pos::Other && words.has(at, Classes::NOUN)
                    // "at a briefing"
                    || words.has(at, Classes::VERB_ING) && words.pos(at - 1) == Pos::Determiner
            };
            let first = k + 1 + usize::from(words.pos(k + 1) == Pos::Determiner);
            let named = words.pos(first) == Pos::ProperNoun;
            k = (first..first + 5)
                .find(|&at| !noun(at) || named == (words.case(at) == Case::Lower) && at > first)
                .filter(|&at| at > first || words.pos(at) == Pos::Number)
                .map(|at| at + usize::from(at == first))?;
        } else {
            break;
        }
    }
    let named = words.pos(k).is_noun()
        || words.pos(k) == Pos::Adjective
        || words.pos(k) == Pos::Other && words.has(k, Classes::NOUN);
    (k > from && (opens(k) || named)).then_some(k)
}

/// "A clerk who slept while thieves | broke in was sacked": whether the clause around the word is one inside the relative clause of a
/// subject that waits for its verb, so that the verb behind is not that of the word's own noun.
fn is_verb_inside(words: Words<'_>, i: usize) -> bool {
    let opens = |k: &usize| {
        words.pos(*k) == Pos::Subordinator
            && words.is_any(*k, &["while", "when", "after", "before", "until", "as"])
    };
    let Some(inner) = (i.saturating_sub(4)..i).rev().find(opens) else { return false };
    let relative = (1..inner.min(12)).find(|&k| words.is_any(k, &["who", "which"]));
    relative.is_some_and(|relative| {
        inner < relative + 24
            && words.pos(relative - 1).is_noun()
            && !(0..relative).any(|k| words.pos(k).is_finite())
            && (relative..inner).any(|k| words.pos(k).is_finite())
            && (inner + 1..i).all(|k| words.pos(k).in_noun_phrase())
    })
}

/// The same behind an article, adjective, owner or number.
fn in_noun_phrase(words: Words<'_>, i: usize, before: &Before, form: Form) -> Pos {
    let Form { past, participle, has_verb } = form;
    // "The accused fled the town", "The deceased left for Leeds"
    let somebody = participle
        && words.is(i.wrapping_sub(1), "the")
        && words.has(i + 1, Classes::VERB_PAST)
        && Lexicon::english().grammar.groups.has(words.word(i));
    const CLOSED: Classes = Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::PRONOUN);
    if somebody && (words.has(i + 2, CLOSED) || words.kind(i + 2) != Some(TokenKind::Word)) {
        return Pos::Noun;
    }
    // "Two of those flared overnight", but "Two of those hurt were flown out"
    let of_those = words.is_any(i.wrapping_sub(1), &["those", "these"]) && words.is(i.wrapping_sub(2), "of");
    let ends = words.kind(i + 1) != Some(TokenKind::Word)
        || matches!(words.pos(i + 1), Pos::Preposition | Pos::Adverb)
        || words.is(i + 1, "overnight");
    if past && !has_verb && of_those && ends && !(i + 1..words.len()).any(|k| words.has(k, ANY_FINITE)) {
        return Pos::VerbPast;
    }
    // "those polled said"
    if participle && words.is(i.wrapping_sub(1), "those") && !next_starts_noun(words, i) {
        return Pos::VerbParticiple;
    }
    if past && !has_verb && stands_alone(words, i, participle) {
        return Pos::VerbPast;
    }
    if past && ends_relative_with_degree(words, i) {
        return Pos::VerbPast;
    }
    let named = i > 1 && words.pos(i - 2) == Pos::ProperNoun;
    // "Flight 370 vanished", "a quake of magnitude 6.1 shook": the number counts nobody.
    let decimal = i > 0 && words.kind(i - 1) == Some(TokenKind::Number) && words.word(i - 1).contains('.');
    if past && (named || decimal) && before.pos == Pos::Number && !is_agent(words, i + 1) {
        return Pos::VerbPast;
    }
    // "101 voted yes"
    if before.pos == Pos::Number
        && words.is_any(i, &["won", "voted", "abstained", "attended", "died", "survived"])
    {
        return Pos::VerbPast;
    }
    // "The five tried to leave"
    if past
        && !has_verb
        && i == 2
        && words.is(0, "the")
        && before.pos == Pos::Number
        && words.pos(3) == Pos::To
    {
        return Pos::VerbPast;
    }
    // "Roe said 2001 brought many losses"
    let year = before.pos == Pos::Number && words.word(i - 1).len() == 4 && !before.adverb;
    if past && year && words.has(i.wrapping_sub(2), Classes::SPEECH) && next_starts_noun_phrase(words, i) {
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
    match before.pos {
        _ if participle => Pos::Adjective,
        // "Their last single went to May", "The rich fled": nothing else than a past tense.
        Pos::Adjective if past && !has_verb && !words.has(i, Classes::NOUN.or(Classes::ADJECTIVE)) => {
            Pos::VerbPast
        }
        _ => Pos::Noun,
    }
}

/// "Founded in 1990, the firm", "Asked whether it was safe, Roe": whether the first word of a sentence has a phrase or a question behind it, and a
/// noun phrase behind the comma that ends them.
fn opens_sentence(words: Words<'_>, i: usize) -> bool {
    // "Cost of living, the mayor said, is", "Cut in rates"
    let noun = words.has(i, Classes::NOUN) && !words.word(i).ends_with("ed");
    let next = matches!(words.pos(i + 1), Pos::Preposition | Pos::To | Pos::Subordinator) && !noun;
    let comma = || (i + 2..words.len().min(i + 24)).find(|&k| words.is(k, ","));
    next && comma().is_some_and(|comma| next_starts_noun_phrase(words, comma))
}

/// "12th": whether token `k` ends an ordinal in digits.
fn is_ordinal_ending(words: Words<'_>, k: usize) -> bool {
    words.glued(k) && words.is_ordinal_suffix(k)
}

/// "those who ate less | lived longer": whether the word stands behind a relative clause that ends in "less" or "more".
fn ends_relative_with_degree(words: Words<'_>, i: usize) -> bool {
    let noun_next = words.pos(i + 1).is_noun() || words.pos(i + 1) == Pos::Other;
    i > 2
        && words.is_any(i - 1, &["less", "more"])
        && words.pos(i - 2).is_verb()
        && words.is_any(i - 3, &["who", "which", "that"])
        && !noun_next
}

/// "while most considered the tax", "Many disagreed with it": behind a word for several that has no noun, at the start of a clause.
fn stands_alone(words: Words<'_>, i: usize, participle: bool) -> bool {
    if i == 0 || !words.is_any(i - 1, &["most", "many", "some", "several", "few", "others", "both"]) {
        return false;
    }
    // "While costs rose, many disagreed": the first comma behind a clause in front.
    let main = i > 3
        && words.is(i - 2, ",")
        && words.pos(0) == Pos::Subordinator
        && !(1..i - 2).any(|k| words.is(k, ","));
    let start = i == 1
        || i == 2 && words.pos(0) == Pos::Adverb
        || i > 1 && words.pos(i - 2) == Pos::Subordinator
        || main;
    let opens = start || i > 1 && matches!(words.pos(i - 2), Pos::Punct | Pos::Coordinator);
    let object = matches!(words.pos(i + 1), Pos::Determiner | Pos::Pronoun) || words.is(i + 1, "that");
    opens && !next_starts_noun(words, i) && (object || start && (!participle || !later_finite_verb(words, i)))
}

/// "more than in Hull and Leeds put together", "a pool shaped like a heart": participles of set phrases, behind their noun.
fn is_set_phrase(words: Words<'_>, i: usize, before: &Before) -> bool {
    let ends = words.kind(i + 2) != Some(TokenKind::Word);
    let summed = words.is_phrase(i, "put together") && ends;
    summed && (i.saturating_sub(12)..i).any(|k| words.is(k, "than"))
        || words.is_phrase(i, "shaped like") && before.pos.is_noun()
}

/// What words of one pattern or another settle, before the clause is looked at.
fn by_pattern(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { past, participle, has_verb } = form;
    // "killed 61 people, most of them trapped in their cars"
    if participle
        && words.is_phrase(i.wrapping_sub(2), "of them")
        && (0..i).rev().take(24).any(|k| words.pos(k).is_finite())
        && (i.saturating_sub(5)..i).any(|k| words.is(k, ","))
        && !next_starts_noun_phrase(words, i)
    {
        return Some(Pos::VerbParticiple);
    }
    // `were not "well informed"`
    let open = (i.saturating_sub(3)..i).rev().find(|&k| words.pos(k) != Pos::Adverb);
    let quoted = open.is_some_and(|k| matches!(words.mark(k), '"' | '\u{201c}' | '\u{2018}') && k > 0);
    if participle && quoted && is_state(words, open.unwrap_or(i)) {
        return Some(Pos::VerbParticiple);
    }
    if let Some(pos) = describes(words, i, before).filter(|_| participle) {
        return Some(pos);
    }
    if participle && is_set_phrase(words, i, before) {
        return Some(Pos::VerbParticiple);
    }
    let first = (0..i).all(|k| words.pos(k) == Pos::Punct);
    if first && participle && opens_sentence(words, i) {
        return Some(Pos::VerbParticiple);
    }
    // "Increased take-up of loans boosted profits"
    let verb =
        |k: usize| words.pos(k).is_finite() || words.pos(k) == Pos::Other && words.has(k, Classes::VERB_PAST);
    if first
        && participle
        && (next_starts_noun(words, i) || words.is(i + 2, "-") && words.glued(i + 2))
        && words.pos(i + 1) != Pos::ProperNoun
        && !(i..words.len().min(i + 10)).any(|k| words.is(k, ","))
        && (i + 2..words.len().min(i + 10)).any(verb)
    {
        return Some(Pos::Adjective);
    }
    // "most of the particles come from": the present of a verb whose participle is the same.
    let never_passive = words.is_any(i, &["come", "become"]);
    if !past
        && words.has(i, Classes::VERB_BASE)
        && before.pos == Pos::PluralNoun
        && (!has_verb || never_passive)
    {
        return Some(Pos::VerbBase);
    }
    // "estimates that smoking killed 7 million people"
    let gerund = before.pos == Pos::VerbIng && (i == 1 || i > 1 && words.is(i - 2, "that"));
    // "when trading opened in May"
    let named = || Lexicon::english().grammar.describes(words.word(i - 1));
    let ends = matches!(words.pos(i + 1), Pos::Preposition | Pos::Punct | Pos::Adverb);
    if past && before.pos == Pos::VerbIng && i > 1 && words.pos(i - 2) == Pos::Subordinator && ends && named()
    {
        return Some(Pos::VerbPast);
    }
    if past && gerund && (next_starts_noun_phrase(words, i) || words.pos(i + 1) == Pos::Number) {
        return Some(Pos::VerbPast);
    }
    None
}

/// What a participle is that only describes a noun: behind it, of which day it is, or before it, at the start of a clause.
fn describes(words: Words<'_>, i: usize, before: &Before) -> Option<Pos> {
    if before.pos.is_noun() && is_dated(words, i) {
        return Some(Pos::VerbParticiple);
    }
    is_adjusted(words, i, before).then_some(Pos::Adjective)
}

/// "a letter dated 3 May", "for the three months ended June 30": of which day something is.
fn is_dated(words: Words<'_>, i: usize) -> bool {
    let month = |k: usize| words.has(k, Classes::MONTH) && words.case(k) == Case::Title;
    let day = usize::from(words.kind(i + 1) == Some(TokenKind::Number));
    let suffix = usize::from(day > 0 && words.glued(i + 2) && words.is_ordinal_suffix(i + 2));
    if !month(i + 1 + day + suffix) {
        return false;
    }
    // "The strike ended on 3 May" is told, "in the year ended 3 May" is named.
    let period = || {
        let led =
            (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase() && !words.is(k, "-"));
        let unit = words.has(i - 1, TIMES) || words.is_any(i - 1, &["period", "quarter", "half"]);
        // "for the year ended", but "a strike of five weeks ended"
        unit && led.is_some_and(|k| words.pos(k) == Pos::Preposition && words.is(k + 1, "the"))
    };
    words.is(i, "dated") || words.is(i, "ended") && period()
}

/// "Adjusted EBITDA was", "; adjusted profit was", "and diluted earnings per share were": a participle that describes the subject at the
/// start of a clause.
fn is_adjusted(words: Words<'_>, i: usize, before: &Before) -> bool {
    // Not "free and unrestricted use is".
    let ended = |k: usize| {
        words.pos(k).is_noun() && !words.has(k, Classes::ADJECTIVE)
            || matches!(words.pos(k), Pos::Number | Pos::Punct)
    };
    let joins = before.pos == Pos::Coordinator && i > 1 && ended(i - 2);
    let starts = joins || words.is(i.wrapping_sub(1), ";") || (0..i).all(|k| words.pos(k) == Pos::Punct);
    if !starts
        || before.adverb
        || words.has(i, Classes::SPEECH)
        || Lexicon::english().grammar.telling.has(words.word(i))
    {
        return false;
    }
    let name = |k: usize| words.pos(k) == Pos::ProperNoun && words.case(k) == Case::Upper;
    let noun = |k: usize| {
        name(k)
            || words.pos(k).is_noun() && words.pos(k) != Pos::ProperNoun
            || words.pos(k) == Pos::Other && words.has(k, Classes::NOUN)
    };
    let nouns = |from: usize| (from..from + 4).find(|&k| !noun(k)).unwrap_or(from + 4);
    let mut end = nouns(i + 1);
    if end > i + 1 && words.is_any(end, &["per", "of"]) {
        end = nouns(end + 1);
    }
    end > i + 1 && words.has(end, Classes::BE)
}

/// Whether a form of be stands before token `k`, perhaps with "not" or an adverb between.
fn is_state(words: Words<'_>, k: usize) -> bool {
    let before = (k.saturating_sub(3)..k).rev().find(|&k| !matches!(words.pos(k), Pos::Adverb | Pos::Not));
    before.is_some_and(|k| words.has(k, Classes::BE))
}

pub(super) fn is_compared_with(words: Words<'_>, k: usize) -> bool {
    words.is(k, "compared") && words.is_any(k + 1, &["with", "to"])
}

/// Whether "by" stands at `k` with who did it behind, not a figure.
fn is_agent(words: Words<'_>, k: usize) -> bool {
    words.is(k, "by") && !is_figure(words, k + 1) && !words.has(k.wrapping_sub(1), Classes::INTRANSITIVE)
}

/// "The promoter said talks would start": a verb of saying with the subject of what was said behind it. Of "measures announced
/// last week" it would be a time.
fn says_clause(words: Words<'_>, i: usize) -> bool {
    let noun = next_starts_noun(words, i) && words.pos(i + 1) != Pos::Adjective
        || words.pos(i + 1) == Pos::Number
        || is_described_subject(words, i + 1);
    let saying = || Lexicon::english().speech.saying(words.word(i));
    // "said voting had been calm", "said getting there was half the job"
    let gerund = words.has(i + 1, Classes::VERB_ING)
        && (words.is(i, "said") || words.has(i + 2, Classes::HAVE.or(Classes::BE).or(Classes::MODAL)));
    // "said nearly 90,000 people were"; not "measures announced about ten days ago"
    let figure = words.has(i + 1, Classes::MODIFIER)
        && (i + 2..i + 5).any(|k| is_number(words, k) || words.has(k, Classes::NUMBER))
        && !(i + 2..i + 6).any(|k| words.has(k, TIMES));
    // "nurses who had seen it reported in letters that it had burst"
    let told = words.pos(i + 1) == Pos::Preposition
        && (i + 3..i + 7).any(|k| words.is(k, "that"))
        && (i.saturating_sub(10)..i).any(|k| words.is(k, "who"));
    (noun || gerund || figure || told)
        && !words.has(i + 1, TIMES)
        && words.has(i, Classes::SPEECH)
        && saying().is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE.or(Frames::THAT)))
}

/// "said | innocent people would suffer": whether an adjective and a noun that is no time stand at `k`, with a finite verb behind them.
fn is_described_subject(words: Words<'_>, k: usize) -> bool {
    let dated = words.is_any(k, &["last", "next", "earlier", "late", "early"]) || words.has(k + 1, TIMES);
    let mut end = k + 1;
    while end < k + 5 && (words.pos(end).is_noun() || words.pos(end) == Pos::Adjective) {
        end += 1;
    }
    if words.pos(k) != Pos::Adjective || dated {
        return false;
    }
    // "said steady demand from Asia would help": a noun that may be a verb, and where it is from
    let noun = |at: usize| words.pos(at).in_noun_phrase() || words.has(at, Classes::NOUN);
    let demand = k + 1 + usize::from(words.has(k + 1, Classes::NOUN));
    let end = end.max(demand);
    let behind = words.is_any(end, &["of", "from", "in", "for", "on"]).then(|| {
        let last = (end + 1..end + 5).find(|&at| !noun(at));
        last.unwrap_or(end)
    });
    end > k + 1 && (is_finite_ahead(words, end) || behind.is_some_and(|at| is_finite_ahead(words, at)))
}

/// "which unions said was unfair": a verb of saying between the subject of a relative clause and the verb of what was said.
fn says_of_relative(words: Words<'_>, i: usize) -> bool {
    if !words.has(i, Classes::SPEECH) || !words.has(i + 1, Classes::AUXILIARY.or(Classes::MODAL)) {
        return false;
    }
    let before = (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    let saying = Lexicon::english().speech.saying(words.word(i));
    before.is_some_and(|k| k + 1 < i && words.is_any(k, &["which", "who", "that", "what"]))
        && saying.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
}

/// "by a hunter named Roe", "When it rained, a hunter named Roe left", "wrote a book called Rain": what somebody in a phrase or an object is called.
fn is_called(words: Words<'_>, i: usize) -> bool {
    let article = (i.saturating_sub(4)..i).rev().find(|&k| words.pos(k) == Pos::Determiner);
    words.is_any(i, &["named", "called", "nicknamed", "titled", "entitled"])
        && words.pos(i + 1) == Pos::ProperNoun
        && article.is_some_and(|k| {
            let before = words.pos(k.wrapping_sub(1));
            let behind_clause = words.is(k.wrapping_sub(1), ",");
            words.is_any(k, &["a", "an"])
                && (before == Pos::Preposition || before.is_finite() || behind_clause)
        })
}

/// "according to figures released in May": what narrows a source down.
fn is_of_source(words: Words<'_>, i: usize) -> bool {
    let to = (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    to.is_some_and(|k| words.is(k, "to") && words.is(k.wrapping_sub(1), "according"))
}

/// "with overcrowding and low wages blamed for it", "With 87% of votes counted, the party": no verb has come since "with", which opened
/// the phrase.
fn is_absolute(words: Words<'_>, i: usize) -> bool {
    let with = (i.saturating_sub(16)..i)
        .rev()
        .find(|&k| words.kind(k) == Some(TokenKind::Punct) && !words.glued(k + 1) || words.is(k, "with"));
    with.is_some_and(|k| {
        words.is(k, "with")
            && (k == 0 || words.kind(k - 1) == Some(TokenKind::Punct))
            && !(k..i).any(|k| words.pos(k).is_finite() || words.pos(k) == Pos::Subordinator)
    }) && matches!(words.pos(i + 1), Pos::Punct | Pos::Preposition | Pos::Adverb)
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
    Lexicon::english().grammar.charged.longest(|k| words.word(i + k)) > 0
}

/// Whether a figure follows, so that "by" names no agent: "fell by 0.8%", "by a third".
fn is_figure(words: Words<'_>, k: usize) -> bool {
    let figure = Classes::NUMBER.or(Classes::SCALE).or(Classes::FRACTION);
    // "by nearly a third", but "by lower costs"
    let modified = words.has(k, Classes::MODIFIER)
        && (k + 1..k + 4).any(|k| is_number(words, k) || words.has(k, figure));
    modified
        || matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
        || words.has(k, figure)
        || words.is_any(k, &["a", "an", "some"]) && words.has(k + 1, figure.or(Classes::ORDINAL))
}

fn is_number(words: Words<'_>, k: usize) -> bool {
    matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
}

/// "A clerk who worked in Leeds | pleaded guilty": whether the one verb before is that of a relative clause of the sentence's subject,
/// which has no other verb.
fn waits_behind_relative(words: Words<'_>, i: usize) -> bool {
    let Some(who) = (1..i.min(12)).find(|&k| words.is_any(k, &["who", "which", "that"])) else {
        return false;
    };
    let subject = words.pos(who) == Pos::Subordinator
        && words.pos(who - 1).is_noun()
        && (0..who)
            .all(|k| words.pos(k).in_noun_phrase() || words.is_any(k, &["of", "in", "at", "from", "for"]))
        && words.pos(0) != Pos::Preposition;
    if !subject || i > who + 24 {
        return false;
    }
    let verbs = (who..i).filter(|&k| words.pos(k).is_finite()).count();
    let plain = !(who + 1..i).any(|k| {
        words.kind(k) == Some(TokenKind::Punct) && !words.glued(k + 1)
            || matches!(words.pos(k), Pos::Subordinator | Pos::Coordinator)
    });
    verbs == 1 && plain && !later_finite_verb(words, i)
}
