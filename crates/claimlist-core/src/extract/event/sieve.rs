//! Which clauses are assertions of the article itself that can be looked up.

use crate::extract::Context;
use crate::extract::clause::{Clause, ClauseKind, Tense};
use crate::extract::{forecast, phrase, reported};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;

/// Whether the sentence asks; not one that ends in a question which it quotes: `wore badges that read "Who pays?"`.
pub(in crate::extract) fn is_question(context: &Context<'_>) -> bool {
    let words = context.words;
    let Some(at) = (words.len().saturating_sub(3)..words.len()).find(|&k| words.initial(k) == b'?') else {
        return false;
    };
    let (mark, start) = (words.tokens[at].span, words.tokens[0].span.start);
    !context.mentions(MentionKind::Quote).any(|quote| quote.span.contains(mark) && quote.span.start > start)
}

/// Where the words of an event begin: at its subject.
pub(super) fn start(words: Words<'_>, clause: &Clause) -> usize {
    let mut start = clause.own_start();
    while start < clause.verb.range.start
        && words.pos(start) == Pos::Punct
        && !matches!(words.mark(start), '"' | '\u{201c}')
    {
        start += 1;
    }
    start
}

/// Whether clause `index` asserts something that can be looked up.
pub(super) fn asserts(context: &Context<'_>, index: usize) -> bool {
    let words = context.words;
    let clause = &context.clauses[index];
    (stands_alone(words, clause) || is_told_in_cleft(context, clause))
        && !clause.quoted
        && !clause.reported
        && !clause.verb.negated
        && clause.verb.modal.is_none()
        && clause.verb.tense != Tense::None
        && !is_of_noun(words, clause)
        && (has_subject(words, clause) || is_cleft(context, index))
        && !looks_ahead(words, clause)
        && !forecast::is_goal(context, clause)
        && !is_vague(words, clause)
        && !is_hollow(words, clause)
        && !is_conditional(context, index)
        && !reported::reports(context, index)
}

/// "claims by the mayor, Roe, that rents rose", "The fact is, rents rose": what others say, and an opening that says nothing.
fn is_of_noun(words: Words<'_>, clause: &Clause) -> bool {
    let start = start(words, clause);
    let end = clause.verb.range.end;
    let opens = clause.subject.len() == 2
        && words.is_any(clause.subject.end - 1, &["fact", "truth", "reality", "point", "problem", "trouble"])
        && clause.verb.is_copula(words)
        && words.is_any(end, &[",", ":"]);
    // Not "In May, that hope faded".
    let subject = matches!(
        words.pos(start + 1),
        Pos::Determiner | Pos::Pronoun | Pos::PluralNoun | Pos::ProperNoun | Pos::Number
    );
    // "In 2010, that Swiss bank": behind a phrase that opens the sentence, "that" is the bank's.
    let comma = start.checked_sub(1).filter(|&k| words.is(k, ","));
    let introduced = |comma: usize| !(0..comma).any(|k| words.pos(k).is_verb());
    let apart = subject && comma.is_some_and(|comma| !introduced(comma));
    words.is(start, "that") && (words.pos(start) == Pos::Subordinator || apart) || opens
}

/// Main clauses, and clauses joined to them by "and", "after", "when", "while", "although".
fn stands_alone(words: Words<'_>, clause: &Clause) -> bool {
    match clause.kind {
        ClauseKind::Main => true,
        ClauseKind::Coordinate => !clause.shared,
        ClauseKind::Subordinate => clause.connective.is_some_and(|at| {
            let past = clause.verb.tense == Tense::Past
                && !words.is_any(at.wrapping_sub(1), &["time", "moment", "point", "stage"]);
            // "The arrests came | as police searched the port"
            let came = words.is(at, "as")
                && words.is_any(at.wrapping_sub(1), &["come", "comes", "came"])
                && matches!(words.pos(at.wrapping_sub(2)), Pos::Noun | Pos::PluralNoun);
            words.is_any(at, &["although", "though", "while", "whereas", "because"])
                || past && words.is_any(at, &["after", "when", "before"])
                || came
        }),
        _ => false,
    }
}

/// Whether there is a subject of whom something can be asserted: not "I", "you", "nobody", nor "it was" and "there is".
fn has_subject(words: Words<'_>, clause: &Clause) -> bool {
    let subject = clause.subject.clone();
    if subject.is_empty() || subject.clone().all(|k| words.pos(k) == Pos::Punct) {
        return false;
    }
    let first = subject.start;
    let single = subject.len() == 1;
    // "I -- I know"
    let last = subject.end - 1;
    let stammered = !single && words.pos(last - 1) == Pos::Punct && words.is_any(last, &["i", "we", "you"]);
    let person = stammered
        || single && words.is_any(first, &["i", "we", "you", "who", "which", "that", "what", "let"]);
    let empty = single
        && (words.is_any(first, &["this", "that", "these", "those"]) && !tells_figure(words, clause)
            || words.is_any(first, &["it", "there"])
                && clause.verb.is_copula(words)
                && !tells_what(words, clause));
    // "No fewer than 19 states voted" tells of 19, "No lower bid came" of none.
    let bound = words.has(first + 1, Classes::COMPARATIVE) && words.is(first + 2, "than");
    // "Anyone who saw it is asked to call"
    let called = clause.verb.passive
        && words.is_any(first, &["anyone", "anybody"])
        && words.is_any(clause.verb.head, &["asked", "urged", "advised", "encouraged"]);
    // "The last time a mayor cut it, trams ran": when something was.
    let last = words.is_phrase(first, "the last time") || words.is_phrase(first, "the first time");
    let inner = matches!(
        words.pos(first + 3),
        Pos::Determiner | Pos::Pronoun | Pos::ProperNoun | Pos::PluralNoun | Pos::Number
    );
    let none = called
        || last && inner
        || words.has(first, Classes::NEGATOR) && !bound && !words.is_phrase(first, "not one but")
        || words.is(first, "few");
    let free = words.is(first, "what") || words.is(first, "whether");
    !person && !empty && !none && !free
}

/// "It is the capital of Wales", "It was a member of the League": what something is, with a name or figure by which that can be looked up.
/// What it was time for or a pity tells of nothing.
fn tells_what(words: Words<'_>, clause: &Clause) -> bool {
    const TIMES: Classes =
        Classes::TIME_UNIT.or(Classes::TIME_WORD).or(Classes::SEASON).or(Classes::WEEKDAY).or(Classes::MONTH);
    let start = clause.verb.range.end;
    let said = words.is(clause.subject.start, "it")
        && words.is_any(clause.verb.head, &["is", "was"])
        && words.is_any(start, &["the", "a", "an"]);
    if !said {
        return false;
    }
    let end = (start..words.len().min(start + 12))
        .find(|&k| {
            words.pos(k).is_verb()
                || matches!(words.pos(k), Pos::To | Pos::Subordinator | Pos::Pronoun)
                || words.pos(k) == Pos::Punct && !phrase::is_hyphen(words, k)
        })
        .unwrap_or(words.len().min(start + 12));
    let known = |k: usize| words.pos(k) == Pos::ProperNoun || words.kind(k) == Some(TokenKind::Number);
    let judges = |k: usize| words.has(k, Classes::VAGUE.or(TIMES).or(Classes::AIM));
    let closes = end >= words.len() || matches!(words.mark(end), '.' | ';');
    // "a member of the League", "a Grade I building"; not "a threat to Norway"
    let first = (start + 1..end).find(|&k| known(k));
    let narrows = |k: usize| words.is_any(k, &["of", "in"]) || k == start;
    let named = first.is_some_and(|first| {
        let before = (start..first).rev().find(|&k| !words.pos(k).in_noun_phrase() || k == start);
        before.is_some_and(narrows)
    });
    closes && named && !(start + 1..end).any(judges)
}

/// "This leaves her with less than half": whether the sentence opens so and the verb has a figure in its object, which "this" or "that"
/// brought about.
fn tells_figure(words: Words<'_>, clause: &Clause) -> bool {
    let figure = Classes::NUMBER.or(Classes::FRACTION);
    let counted = |k: usize| {
        matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
            || words.has(k, figure) && !words.is(k, "one")
    };
    let opens = (0..clause.subject.start).all(|k| matches!(words.pos(k), Pos::Punct | Pos::Coordinator));
    opens
        && !clause.verb.is_copula(words)
        && !words.is(words.len() - 1, ":")
        && !words.has(clause.verb.head, Classes::SPEECH)
        && clause.complement().take(10).take_while(|&k| words.pos(k) != Pos::Subordinator).any(counted)
}

/// "It was she who found the valley", "It was the bank that broke the rules": who did it is put forward.
fn is_cleft(context: &Context<'_>, index: usize) -> bool {
    let words = context.words;
    let clause = &context.clauses[index];
    let it =
        clause.subject.len() == 1 && words.is(clause.subject.start, "it") && clause.verb.is_copula(words);
    let end = phrase::with_of(words, clause.verb.range.end);
    it && clause.kind == ClauseKind::Main
        && context.clauses.get(index + 1).is_some_and(|next| {
            next.kind == ClauseKind::Relative
                && next.range.start == end
                && (words.is(end, "who")
                    || words.is(end, "that")
                        && next.verb.range.start == end + 1
                        && next.verb.modal.is_none()
                        && is_definite(words, clause.verb.range.end))
                && !next.reported
                && !next.verb.negated
        })
}

/// "It was in Leeds that | the firm opened its first mill": what happened, where the sentence puts forward when or where it did.
fn is_told_in_cleft(context: &Context<'_>, clause: &Clause) -> bool {
    let words = context.words;
    let Some(outer) = clause.parent.map(|parent| &context.clauses[parent]) else { return false };
    let next = outer.verb.range.end;
    let puts_forward = outer.subject.len() == 1
        && words.is(outer.subject.start, "it")
        && outer.verb.is_copula(words)
        && !outer.verb.negated
        && (words.pos(next) == Pos::Preposition || words.is_any(next, &["only", "not"]));
    let reason = |at: usize| {
        words.is_any(at - 1, &["grounds", "ground", "basis", "condition", "understanding", "fact", "way"])
    };
    let that = clause.connective.is_some_and(|at| at > next && words.is(at, "that") && !reason(at));
    puts_forward && that && !clause.shared && clause.verb.tense == Tense::Past
}

/// "the bank", "Roe": somebody or something that is known.
fn is_definite(words: Words<'_>, i: usize) -> bool {
    words.is(i, "the") && !words.has(i + 1, Classes::ORDINAL.or(Classes::SUPERLATIVE))
        || words.pos(i) == Pos::ProperNoun
}

/// "is expected to", "plans to", "is due to": a forecast.
fn looks_ahead(words: Words<'_>, clause: &Clause) -> bool {
    let head = clause.verb.head;
    let next = clause.verb.range.end;
    // "was reported to the agency": to whom, not what is to come.
    let whom = matches!(words.pos(next + 1), Pos::Determiner | Pos::ProperNoun | Pos::Pronoun);
    let to = words.pos(next) == Pos::To || words.is(next, "to") && !whom;
    let planned = words.has(head, Classes::PLANNED);
    let due = clause.verb.is_copula(words)
        && words.has(next, Classes::PENDING)
        && (words.pos(next + 1) == Pos::To || words.is(next + 1, "to"));
    // "is on course to win"
    let course = forecast::past_course(words, next);
    let on_course = clause.verb.is_copula(words) && course > next && words.is(course, "to");
    to && planned || due || on_course
}

/// "seems", "is crucial", "remains uncertain": nothing that one could look up.
fn is_vague(words: Words<'_>, clause: &Clause) -> bool {
    let head = clause.verb.head;
    if words.has(head, Classes::VAGUE) {
        return !(tells_seat(words, clause) || tells_share(words, clause) || tells_hearing(words, clause));
    }
    let linking = clause.verb.is_copula(words)
        || words.is_any(head, &["remain", "remains", "remained", "became", "becomes"]);
    if !linking {
        return false;
    }
    let complement = clause.complement();
    let mut k = complement.start;
    while k < complement.end && matches!(words.pos(k), Pos::Adverb | Pos::Determiner) {
        k += 1;
    }
    // "was more positive", which says of nothing than what
    let more = k > complement.start
        && words.is_any(k - 1, &["more", "less"])
        && words.pos(k) == Pos::Adjective
        && !complement.clone().take(12).any(|k| words.is(k, "than"));
    let judged = k < complement.end && (words.has(k, Classes::VAGUE) || more);
    let figure =
        complement.clone().take(24).any(|k| words.pos(k) == Pos::Number || words.pos(k) == Pos::ProperNoun);
    k >= complement.end && !clause.verb.passive && clause.verb.is_copula(words) || judged && !figure
}

/// "represents Leeds North": an office.
fn tells_seat(words: Words<'_>, clause: &Clause) -> bool {
    words.is_any(clause.verb.head, &["represent", "represents"])
        && words.pos(clause.complement().start) == Pos::ProperNoun
}

/// "represents 19% of sales", "represent an increase of a third": what something comes to.
fn tells_share(words: Words<'_>, clause: &Clause) -> bool {
    let figure = |k: usize| {
        matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol))
            || words.has(k, Classes::FRACTION)
    };
    words.is_any(clause.verb.head, &["represent", "represents", "represented"])
        && clause.complement().take(6).take_while(|&k| words.pos(k) != Pos::ProperNoun).any(figure)
}

/// "appeared before a judge", "appeared in court", "appeared at Leeds Crown Court".
fn tells_hearing(words: Words<'_>, clause: &Clause) -> bool {
    let next = clause.complement().start;
    let court =
        || (next + 1..next + 6).any(|k| words.is_any(k, &["court", "courts", "magistrates", "tribunal"]));
    words.is_any(clause.verb.head, &["appear", "appears", "appeared"])
        && (words.is(next, "before") || words.is_any(next, &["in", "at", "via"]) && court())
}

/// "turns on", "shows no sign", and a bare "did": no more than a turn of speech.
fn is_hollow(words: Words<'_>, clause: &Clause) -> bool {
    let head = clause.verb.head;
    let says = clause.verb.saying.is_some() && !tells_fate(words, clause);
    let bare = words.has(head, Classes::DO) || says;
    let complement = clause.complement();
    let nothing = complement.is_empty() || words.has(head, Classes::DO) && words.is(complement.start, ",");
    bare && nothing
        || words.has(head, Classes::HOLLOW)
            && Lexicon::english().grammar.hollow.longest(|k| words.word(head + k)) > 0
}

/// "were found", "was rejected": what became of somebody or something. Of "it was announced" nothing does.
pub(super) fn tells_fate(words: Words<'_>, clause: &Clause) -> bool {
    let nobody = clause.subject.len() == 1 && words.is_any(clause.subject.start, &["it", "this", "that"]);
    clause.verb.passive
        && (!nobody || words.is_any(clause.verb.head, &["found", "accepted"]))
        && Lexicon::english().speech.sources.fates.has(words.word(clause.verb.head))
}

/// Whether the clause depends on an "if", or is one.
fn is_conditional(context: &Context<'_>, index: usize) -> bool {
    let words = context.words;
    context.clauses.iter().enumerate().take(index + 6).skip(index.saturating_sub(4)).any(
        |(other, condition)| {
            // "ending, if confirmed, a decade": only what stands around it is conditional.
            let verb = &condition.verb.range;
            let aside = verb.start > context.clauses[index].verb.range.end
                && condition
                    .connective
                    .is_some_and(|at| at + 1 == verb.start && words.is(at.wrapping_sub(1), ","))
                && words.is(verb.end, ",");
            condition.kind == ClauseKind::Subordinate
                && !aside
                && condition.connective.is_some_and(|at| words.is_any(at, &["if", "unless"]))
                && (condition.parent == Some(index) || other + 1 == index && condition.parent.is_none())
        },
    )
}
