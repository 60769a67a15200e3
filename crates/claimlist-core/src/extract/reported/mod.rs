//! Reported claims: indirect speech: speaker, reporting verb and what was said.
//!
//! `Police said the man was armed`, `The minister warned against a surrender`, `..., according to the council`. What may
//! stand behind which verb is told by the frames in `speech.toml`. The bare tag of a direct quotation is none.

mod headline;
mod phrase;
mod source;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wording;

use std::ops::Range;

use smol_str::StrExt as _;

use super::clause::{Clause, ClauseKind, Tense};
use super::phrase::noun_phrase;
use super::speaker::tag;
use super::{Context, Draft, event};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon, Saying};
use crate::recognize::MentionKind;
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot};

/// Drafts the reported claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    if context.words.len() < 3 || event::sieve::is_question(context) {
        return;
    }
    // Of "Parents trust the exam, a survey suggests" the survey's report is the whole. Of "A doctor, who asked not to be named, told
    // them that", the report in the aside comes last, as it is left out.
    let turn = |clause: &Clause| match clause.kind {
        ClauseKind::Tag if !context.words.is_any(clause.subject.start, &["i", "we"]) => 0,
        ClauseKind::Relative => 2,
        _ => 1,
    };
    for now in 0..3 {
        for (index, clause) in context.clauses.iter().enumerate() {
            if clause.quoted || turn(clause) != now {
                continue;
            }
            if foretold(context, index).is_some() {
                continue;
            }
            if let Some((end, pattern)) = report(context, index) {
                drafts.push(reported(context, clause, end, pattern));
            }
        }
    }
    phrase::draft(context, drafts);
    headline::draft(context, drafts);
}

/// Whether clause `index` reports what somebody said, thinks or wants.
pub(super) fn reports(context: &Context<'_>, index: usize) -> bool {
    let clause = &context.clauses[index];
    clause.kind == ClauseKind::Tag || report(context, index).is_some() || tags_quote(context, clause)
}

/// The end of what is to come if clause `index` says so of nobody in particular: "It is expected that rents will rise". That is the article's
/// own forecast.
pub(super) fn foretold(context: &Context<'_>, index: usize) -> Option<usize> {
    let words = context.words;
    let clause = &context.clauses[index];
    let impersonal = clause.subject.len() == 1 && words.is(clause.subject.start, "it") && clause.verb.passive;
    // "It was expected" tells of what was still to come then, "It is expected by the bank" of what the bank says.
    let now = clause.verb.tense == Tense::Present && !words.is(clause.verb.range.end, "by");
    let foretells = || Lexicon::english().cues.forecast_states.has(words.word(clause.verb.head));
    if !impersonal || !now || !foretells() {
        return None;
    }
    report(context, index).and_then(|(end, pattern)| (pattern == "content").then_some(end))
}

/// "he said" beside a quotation.
fn tags_quote(context: &Context<'_>, clause: &Clause) -> bool {
    let words = context.words;
    // `He stated, "..."`, however long the quotation is.
    let opens = |k: usize| matches!(words.mark(k), '"' | '\u{201c}');
    let next = clause.verb.range.end;
    // `"Ash Road" added $9m`: a title that does something.
    let figure = matches!(words.kind(next), Some(TokenKind::Number | TokenKind::Symbol));
    if figure && is_opening_mark(words, clause.subject.start) && !opens(next) {
        return false;
    }
    if clause.verb.saying.is_none() {
        let Some(length) = tag::quoting(words, clause.verb.head) else { return false };
        let next = clause.verb.head + length;
        return tag::is_quoted_before(words, clause.subject.start) || tag::introduces(words, next);
    }
    // `said "..." and that it "..."`, `recalled that "..."`
    let at_once = opens(next) || words.is(next, "that") && opens(next + 1);
    let introduces = matches!(words.mark(next), ',' | ':') && opens(next + 1)
        || at_once && clause.verb.frames().intersects(Frames::CLAUSE);
    let beside = context.clauses.iter().any(|other| other.quoted)
        || context.mentions(MentionKind::Quote).next().is_some();
    // "refused a medal on the grounds that": not every verb of saying introduces a quotation.
    let tags = clause.verb.frames().intersects(Frames::CLAUSE.or(Frames::TOLD).or(Frames::THAT));
    introduces || tags && beside && clause.complement().len() < 24
}

/// The end of what clause `index` reports, and the pattern by which it does.
fn report(context: &Context<'_>, index: usize) -> Option<(usize, &'static str)> {
    let clause = &context.clauses[index];
    let saying = clause.verb.saying?;
    if is_unsaid(context, clause) {
        return None;
    }
    if clause.kind == ClauseKind::Tag {
        return (!stands_beside_quotation(context, clause)).then(|| (said_end(context, index), "tag"));
    }
    if let Some(end) = content_end(context, index, saying.frames) {
        return Some((end, "content"));
    }
    if let Some(end) = quoted_predicate(context, clause)
        .filter(|_| saying.frames.intersects(Frames::CLAUSE.or(Frames::TOLD)))
    {
        return Some((end, "quoted predicate"));
    }
    if clause.verb.passive {
        return passive_end(context, index, saying.frames);
    }
    let next = past_adverbs(context.words, clause.verb.range.end);
    let bare = event::core::end(context, index);
    let pattern = without_clause(context.words, saying, clause.verb.head, next..bare)?;
    // "promised to cut it | by April": by when it is promised belongs to the promise.
    let bare =
        if pattern == "infinitive" { bare.max(super::phrase::own_range(context, clause).end) } else { bare };
    (bare > next).then_some((bare, pattern))
}

/// Whether nobody says it: what is still to be asked or cannot be said, what nobody says, and what is asked.
fn is_unsaid(context: &Context<'_>, clause: &Clause) -> bool {
    let words = context.words;
    let (verb, subject) = (&clause.verb, &clause.subject);
    // "The president may ask her to stay" reports nothing yet, "Asked whether he would stay, she" somebody's question.
    let ahead = verb.modal.is_some_and(|at| words.is_any(at, &["will", "may", "might", "should"]));
    let answered = verb.range.start == 0 && words.is(verb.head, "asked");
    // "not until the army tells us that": nobody has said it yet.
    let awaited = clause.kind == ClauseKind::Subordinate
        && verb.tense == Tense::Present
        && clause.connective.is_some_and(|at| words.is_any(at, &["until", "till"]));
    // "He could not predict a figure"
    let unable = verb.negated && verb.modal.is_some_and(|at| words.is_any(at, &["could", "can", "cannot"]));
    // "Neither side has denied it", "neither confirmed nor denied it"
    let nor = words.is(verb.range.start.wrapping_sub(1), "nor");
    let nobody = nor || !subject.is_empty() && words.has(subject.start, Classes::NEGATOR);
    // "What he does not tell them is that ...", "What she said is known."
    let what = clause.kind == ClauseKind::Relative && words.is(subject.start, "what")
        || subject.start > 0 && words.is(subject.start - 1, "what");
    // "Who refused to sign?"
    let who =
        subject.len() == 1 && subject.start == 0 && words.is(0, "who") && event::sieve::is_question(context);
    // "if you think that it is late"
    let anybody = clause.connective.is_some_and(|at| words.is(at, "if"))
        && subject.len() == 1
        && words.is(subject.start, "you");
    // "I beg to move"
    let begs = words.is(verb.head, "beg") && subject.len() == 1 && words.is(subject.start, "i");
    ahead || answered || awaited || anybody || begs || unable || nobody || what || who
}

/// The pattern by which a verb reports the words behind it, in which there is no clause.
fn without_clause(
    words: Words<'_>,
    saying: &Saying,
    head: usize,
    behind: Range<usize>,
) -> Option<&'static str> {
    let (next, frames) = (behind.start, saying.frames);
    if words.pos(next) == Pos::To && frames.intersects(Frames::INFINITIVE) {
        return Some("infinitive");
    }
    // "responded to 130 calls" is what a service does.
    let counted = &*saying.base == "respond" && words.pos(next + 1) == Pos::Number;
    if words.pos(next) == Pos::Preposition
        && !counted
        && Lexicon::english().speech.takes(words.word(head), words.word(next))
    {
        return Some("preposition");
    }
    let ordered = |k| words.pos(k) == Pos::To || words.is(k, "of") && &*saying.base == "accuse";
    if frames.intersects(Frames::ORDER) && behind.take(8).any(ordered) {
        return Some("order");
    }
    // "reported hearing shots", but "reported rising sales", "reported operating profits of £2m"
    let describes = || {
        let grammar = &Lexicon::english().grammar;
        grammar.describes(words.word(next))
            || words.is_any(next, &["increasing", "operating", "decreasing", "trading"])
    };
    if &*saying.base == "report"
        && words.pos(next) == Pos::VerbIng
        && !words.is(next, "being")
        && !describes()
    {
        return Some("object");
    }
    if frames.intersects(Frames::NAMED) && names(words, next) {
        return Some("named");
    }
    (frames.intersects(Frames::OBJECT) && opens_object(words, next) && !is_done(words, saying, next))
        .then_some("object")
}

/// "rejected the bill", "dismissed the coach", "welcomed back the striker", "welcomes 40 guests": what a vote, a ruling, an employer or
/// a host does, not what anybody says.
fn is_done(words: Words<'_>, saying: &Saying, next: usize) -> bool {
    let object = noun_phrase(words, next).saturating_sub(1);
    let somebody =
        || words.has(object, Classes::PERSON_NOUN.or(Classes::TITLE)) || words.pos(object) == Pos::ProperNoun;
    match &*saying.base {
        // "rejected the plan as unfair" is said.
        _ if words.is(object + 1, "as") => false,
        "welcome" => words.is(next, "back") || words.pos(next) == Pos::Number,
        "reject" => Lexicon::english().speech.sources.acts.has(words.word(object)),
        "dismiss" => Lexicon::english().speech.sources.acts.has(words.word(object)) || somebody(),
        _ => false,
    }
}

/// Whether a noun phrase follows and what it is said to be: "the charge baseless", "him a liar"; not "an election".
fn names(words: Words<'_>, next: usize) -> bool {
    let end = noun_phrase(words, next);
    end > next && (matches!(words.pos(end), Pos::Adjective | Pos::Determiner) || is_opening_mark(words, end))
}

fn is_opening_mark(words: Words<'_>, at: usize) -> bool {
    matches!(words.mark(at), '"' | '\u{201c}' | '\u{2018}')
}

/// The end of the clause that hangs on a verb of saying: "said (that) he left".
fn content_end(context: &Context<'_>, index: usize, frames: Frames) -> Option<usize> {
    let words = context.words;
    let clause = &context.clauses[index];
    let any = Frames::CLAUSE.or(Frames::THAT).or(Frames::TOLD);
    let mut end = None;
    for child in context.clauses.iter().skip(index + 1).take(16) {
        if child.parent != Some(index) {
            continue;
        }
        let asked = || {
            child.range.start == clause.verb.range.end
                && !clause.verb.passive
                && is_asked(words, clause, child)
        };
        let content = child.kind == ClauseKind::Content && !child.quoted && frames.intersects(any)
            || child.kind == ClauseKind::Subordinate
                && child.connective.is_some_and(|at| words.is_any(at, &["whether", "how", "why"]))
            || !child.quoted && frames.intersects(any) && asked();
        if content && child.range.start >= clause.verb.range.end {
            let close = close_of(context, index, child.range.end);
            end = Some(end.map_or(close, |end: usize| end.max(close)));
        }
    }
    // "which he believes would fail": the content shares the relative pronoun.
    end.or_else(|| {
        let next = context.clauses.get(index + 1)?;
        let joined = clause.kind == ClauseKind::Relative
            && next.verb.range.start == clause.verb.range.end
            && frames.intersects(Frames::CLAUSE);
        joined.then(|| clause.range.end.max(next.range.end))
    })
}

/// "asked | what would happen", "would not say | if it was", "told them | where he lived": a question right behind its verb.
fn is_asked(words: Words<'_>, clause: &Clause, child: &Clause) -> bool {
    let at = child.range.start;
    let hanging = matches!(child.kind, ClauseKind::Subordinate | ClauseKind::Relative);
    let asks = clause.verb.saying.is_some_and(|saying| &*saying.stance == "asks");
    // "spoke when he was asked" says when.
    let open = clause.verb.negated || asks;
    // "The pictures show what appears to be a van"
    let shows = clause.verb.saying.is_some_and(|saying| matches!(&*saying.stance, "suggests" | "finds"));
    hanging
        && (!shows && words.is_any(at, &["what", "who"])
            || open && words.is_any(at, &["where", "when", "if"]))
}

/// The end of a content clause, before another report that hangs on it: ", adding that".
fn close_of(context: &Context<'_>, index: usize, end: usize) -> usize {
    let words = context.words;
    let mut close = end.max(context.clauses[index].verb.range.end);
    for other in context.clauses.iter().skip(index + 1).take(16) {
        // ", adding that"; not ", held in May,"
        let report = other.kind == ClauseKind::Participial
            && other.verb.saying.is_some()
            && words.pos(other.verb.head) == Pos::VerbIng;
        if report && other.range.start < close && other.range.start > context.clauses[index].verb.range.end {
            close = other.range.start;
        }
    }
    while close > 0
        && (words.pos(close - 1) == Pos::Coordinator
            || words.pos(close - 1) == Pos::Punct && !matches!(words.mark(close - 1), '"' | '\u{201d}' | ')'))
    {
        close -= 1;
    }
    close
}

/// `said the motive "is not known"`: a noun phrase and its verb in quotation marks. The end of the quotation.
fn quoted_predicate(context: &Context<'_>, clause: &Clause) -> Option<usize> {
    let words = context.words;
    let next = clause.verb.range.end;
    // "told the court that people"
    let told = !clause.verb.frames().intersects(Frames::CLAUSE);
    let next = if told { noun_phrase(words, next) } else { next };
    let start = next + usize::from(words.is(next, "that"));
    let mark = super::phrase::with_of(words, start);
    let pos = words.pos(mark + 1);
    let verb = (pos.is_finite() || pos == Pos::VerbBase) && is_opening_mark(words, mark);
    let open = words.tokens.get(mark).filter(|_| mark > start && verb)?;
    let quote = context.mentions(MentionKind::Quote).find(|quote| quote.span.start == open.span.start)?;
    Some(words.within(quote.span).end)
}

/// "is believed to have fled", "was accused of fraud".
fn passive_end(context: &Context<'_>, index: usize, frames: Frames) -> Option<(usize, &'static str)> {
    let words = context.words;
    let verb = &context.clauses[index].verb;
    let next = verb.range.end;
    let said = frames.intersects(Frames::HEARSAY) && words.pos(next) == Pos::To;
    let accused = words.is(verb.head, "accused") && words.is(next, "of") && !verb.negated;
    (said || accused).then(|| (event::core::end(context, index), "passive"))
}

fn past_adverbs(words: Words<'_>, at: usize) -> usize {
    (at..at + 3).find(|&k| words.pos(k) != Pos::Adverb).unwrap_or(at)
}

/// Whether a noun phrase follows that is not only a time or a quotation, or an -ing form: "denied wrongdoing", "admitted
/// killing his wife".
fn opens_object(words: Words<'_>, at: usize) -> bool {
    matches!(
        words.pos(at),
        Pos::Determiner
            | Pos::Adjective
            | Pos::Noun
            | Pos::PluralNoun
            | Pos::ProperNoun
            | Pos::Pronoun
            | Pos::VerbIng
    ) || words.pos(at) == Pos::Number && words.pos(at + 1).is_noun()
}

fn reported(context: &Context<'_>, clause: &Clause, end: usize, pattern: &'static str) -> Draft {
    let words = context.words;
    let start =
        if clause.kind == ClauseKind::Tag { said_start(context, clause) } else { start_of(context, clause) };
    let mut facts = Facts::new().with(Slot::Verb, words.word(clause.verb.head).to_lowercase_smolstr());
    if let Some(saying) = clause.verb.saying {
        let stance = match &*saying.stance {
            "says" if clause.verb.negated => "denies",
            "asks" if pattern == "named" => "claims",
            stance => stance,
        };
        facts.set(Slot::Stance, stance);
    }
    let (speaker, sourced) = source::of_clause(context, clause);
    if !sourced {
        facts.set(Slot::Sourced, false);
    }
    let span = words.span(start.min(end.saturating_sub(1)), end);
    Draft { kind: ClaimKind::Reported, span, facts, speaker, pattern }
}

/// Where a report begins: with who speaks, and the phrase before it that says where ("In a statement, the firm denied").
fn start_of(context: &Context<'_>, clause: &Clause) -> usize {
    let words = context.words;
    let mut start = super::phrase::own_range(context, clause).start;
    while start < clause.verb.range.start && words.pos(start) == Pos::Punct && !words.is(start, "\"") {
        start += 1;
    }
    // "said in a message, | adding that": the message is that of the first report.
    // "not ruling out cuts"
    if clause.kind == ClauseKind::Participial {
        return start - usize::from(start > 0 && words.pos(start - 1) == Pos::Not);
    }
    source::medium_start(words, start)
}

/// Where what stands before the tag begins: "The bridge will close, | the council said". In "In May, it said, the bridge will close"
/// that is a phrase without a verb.
fn said_start(context: &Context<'_>, tag: &Clause) -> usize {
    let words = context.words;
    let before =
        context.clauses.iter().filter(|clause| clause.reported && !clause.quoted && clause.parent.is_none());
    // "When the bank failed, many lost their savings, the council said": with the word that opens the clause in front.
    let opens = |clause: &Clause| match clause.kind {
        ClauseKind::Subordinate => clause.range.start,
        _ => clause.own_start(),
    };
    let first = before.map(opens).min().filter(|&start| start < tag.own_start());
    // "Among the dead were two boys, the council said", "Not since 1990 has it rained so much": the subject stands behind its verb.
    let inverted = context.clauses.first().is_some_and(|clause| {
        let helps = words.has(clause.verb.range.start, Classes::AUXILIARY.or(Classes::MODAL));
        helps
            && clause.kind == ClauseKind::Main
            && clause.subject.is_empty()
            && Some(clause.own_start()) == first
    });
    let first = if inverted && !words.is_any(0, &["\"", "\u{201c}"]) { Some(0) } else { first };
    let phrase = (0..tag.own_start()).find(|&k| words.pos(k) != Pos::Punct);
    let in_front = words.is(tag.own_start().wrapping_sub(1), ",");
    first.or(phrase.filter(|_| in_front)).unwrap_or(tag.own_start())
}

/// Whether a quotation stands right before the tag or right behind it: what was said is in the quotation.
fn stands_beside_quotation(context: &Context<'_>, tag: &Clause) -> bool {
    let words = context.words;
    let before = (0..tag.own_start()).rev().find(|&k| !words.is(k, ","));
    let behind = (tag.range.end..words.len()).find(|&k| !matches!(words.mark(k), ',' | ':'));
    [before, behind].into_iter().flatten().any(|k| {
        let span = words.tokens[k].span;
        context.mentions(MentionKind::Quote).any(|quote| {
            // Not the quoted end of a sentence: `The bridge is "safe", she said`.
            let start = words.at(quote.span.start);
            let whole = start == 0 || words.pos(start - 1) == Pos::Punct;
            quote.span.contains(span) && whole
        })
    })
}

/// The end of what the tag at `index` belongs to: its own, or that of the clause around it.
fn said_end(context: &Context<'_>, index: usize) -> usize {
    let tag = &context.clauses[index];
    let around = context.clauses.get(index + 1).filter(|clause| clause.reported && !clause.quoted);
    around.map_or(tag.range.end, |clause| clause.range.end.max(tag.range.end))
}
