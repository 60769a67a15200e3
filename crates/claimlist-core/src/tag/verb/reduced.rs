//! Participles that narrow a noun down like a relative clause without its pronoun and verb: `homes | built since 2014`.

use super::past::Form;
use super::saying::{says_behind_time, says_clause, says_of_relative};
use super::{TIMES, after_report, later_finite_verb};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::Pos;

/// "The mill | built in 1900 closed", "homes | sold since May lost value": whether the verb of the noun before stands right behind a date
/// with its preposition, so that the word is none. Not "arrived on Monday dressed as a nurse", as nobody is arrived.
pub(super) fn is_dated_before_verb(words: Words<'_>, i: usize) -> bool {
    let particle = usize::from(words.has(i + 1, Classes::PARTICLE) && words.pos(i + 2) == Pos::Preposition);
    let prior = usize::from(words.is_phrase(i + 1, "prior to"));
    let start = i + 1 + particle + prior;
    if words.pos(start) != Pos::Preposition || words.has(i, Classes::INTRANSITIVE) {
        return false;
    }
    let from = start + 1 + usize::from(words.is_any(start + 1, &["last", "early", "late", "mid"]));
    let end = (from..from + 3).find(|&k| !is_date(words, k)).unwrap_or(from + 3);
    let follows = words.has(end, Classes::VERB_PAST)
        && (!words.has(end, TIMES.or(Classes::NOUN)) || is_object(words, end + 1));
    let follows = follows && !words.is(end, "aged") && !words.is_any(end + 1, &["by", "as", "to"]);
    end > from && (follows || is_aside_before_verb(words, end))
}

/// "built before 1986|, which use old fuel, were": whether a clause between commas stands at token `k`, with the verb of what is before it behind.
pub(super) fn is_aside_before_verb(words: Words<'_>, k: usize) -> bool {
    let opens = words.is(k, ",") && words.is_any(k + 1, &["which", "who", "when", "whose", "where"]);
    let close = (k + 2..words.len().min(k + 16)).find(|&k| opens && words.is(k, ","));
    let helps = Classes::BE.or(Classes::HAVE).or(Classes::MODAL);
    close.is_some_and(|close| words.has(close + 1, helps) || words.has(close + 1, Classes::VERB_PAST))
}

/// "The mill built in 1900 | closed": the verb behind such a date.
pub(super) fn is_behind_dated(words: Words<'_>, i: usize) -> bool {
    let first = (i.saturating_sub(3)..i).find(|&k| is_date(words, k));
    let Some(first) = first.filter(|&k| k > 2 && (k..i).all(|k| is_date(words, k))) else { return false };
    let preposition = (first - 2..first).rev().find(|&k| words.pos(k) == Pos::Preposition);
    let participle = preposition.and_then(|k| (k.saturating_sub(2)..k).find(|&k| is_narrowing(words, k)));
    participle.is_some_and(|k| is_dated_before_verb(words, k) && !later_finite_verb(words, i))
}

pub(super) fn is_narrowing(words: Words<'_>, k: usize) -> bool {
    k > 0 && words.pos(k) == Pos::VerbParticiple && words.pos(k - 1).is_noun()
}

pub(super) fn is_date(words: Words<'_>, k: usize) -> bool {
    words.kind(k) == Some(TokenKind::Number) && words.word(k).len() == 4
        || words.has(k, Classes::MONTH.or(Classes::WEEKDAY))
}

/// "A statement issued after the talks", "a report released in May": a text is not what issues.
pub(super) fn is_of_text(words: Words<'_>, i: usize) -> bool {
    let english = Lexicon::english();
    i > 0
        && words.pos(i + 1) == Pos::Preposition
        && english.grammar.published.has(words.word(i))
        && english.speech.sources.media.has(words.word(i - 1))
}

/// "elections called for in the deal": what is called for stands before.
pub(super) fn is_stranded(words: Words<'_>, i: usize) -> bool {
    words.is(i + 1, "for") && words.pos(i + 2) == Pos::Preposition
}

/// Whether what a verb acts on begins at token `k`.
pub(super) fn is_object(words: Words<'_>, k: usize) -> bool {
    matches!(words.pos(k), Pos::Determiner | Pos::Pronoun | Pos::Number | Pos::PluralNoun)
        || words.kind(k) == Some(TokenKind::Symbol)
}

/// "The man killed in the storm was ...", but not "police said the man was ...": whether a relative clause without its pronoun and verb
/// hangs on the noun before.
pub(super) fn is_reduced(words: Words<'_>, i: usize, form: Form) -> bool {
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

/// "A clerk who slept while thieves | broke in was sacked": whether the clause around the word is one inside the relative clause of a
/// subject that waits for its verb, so that the verb behind is not that of the word's own noun.
pub(super) fn is_verb_inside(words: Words<'_>, i: usize) -> bool {
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

/// "A clerk who worked in Leeds | pleaded guilty": whether the one verb before is that of a relative clause of the sentence's subject,
/// which has no other verb.
pub(super) fn waits_behind_relative(words: Words<'_>, i: usize) -> bool {
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

/// "by a hunter named Roe", "When it rained, a hunter named Roe left", "wrote a book called Rain": what somebody in a phrase or an object is called.
pub(super) fn is_called(words: Words<'_>, i: usize) -> bool {
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
pub(super) fn is_of_source(words: Words<'_>, i: usize) -> bool {
    let to = (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    to.is_some_and(|k| words.is(k, "to") && words.is(k.wrapping_sub(1), "according"))
}

/// "with overcrowding and low wages blamed for it", "With 87% of votes counted, the party": no verb has come since "with", which opened
/// the phrase.
pub(super) fn is_absolute(words: Words<'_>, i: usize) -> bool {
    let with = (i.saturating_sub(16)..i)
        .rev()
        .find(|&k| words.kind(k) == Some(TokenKind::Punct) && !words.glued(k + 1) || words.is(k, "with"));
    with.is_some_and(|k| {
        words.is(k, "with")
            && (k == 0 || words.kind(k - 1) == Some(TokenKind::Punct))
            && !(k..i).any(|k| words.pos(k).is_finite() || words.pos(k) == Pos::Subordinator)
    }) && matches!(words.pos(i + 1), Pos::Punct | Pos::Preposition | Pos::Adverb)
}

/// "A driver accused of fraud fled": verbs of law that do without an object only in the passive.
pub(super) fn is_charged(words: Words<'_>, i: usize) -> bool {
    Lexicon::english().grammar.charged.longest(|k| words.word(i + k)) > 0
}

/// Whether "by" stands at `k` with who did it behind, not a figure.
pub(super) fn is_agent(words: Words<'_>, k: usize) -> bool {
    words.is(k, "by") && !is_figure(words, k + 1) && !words.has(k.wrapping_sub(1), Classes::INTRANSITIVE)
}

/// Whether a figure follows, so that "by" names no agent: "fell by 0.8%", "by a third".
pub(super) fn is_figure(words: Words<'_>, k: usize) -> bool {
    let figure = Classes::NUMBER.or(Classes::SCALE).or(Classes::FRACTION);
    // "by nearly a third", but "by lower costs"
    let modified = words.has(k, Classes::MODIFIER)
        && (k + 1..k + 4).any(|k| is_number(words, k) || words.has(k, figure));
    modified
        || matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
        || words.has(k, figure)
        || words.is_any(k, &["a", "an", "some"]) && words.has(k + 1, figure.or(Classes::ORDINAL))
}

pub(super) fn is_number(words: Words<'_>, k: usize) -> bool {
    matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
}
