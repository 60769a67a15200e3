//! Forecast claims: what is expected, planned or promised to happen.
//!
//! `the museum will open in March`, `talks are expected to resume`, `the firm plans to cut 300 jobs`. Only the article's own
//! forecasts: what somebody is reported or quoted to have said is a claim of another kind, and so is what would be.

use std::ops::Range;

use super::clause::{Clause, ClauseKind, Tense};
use super::event::headline;
use super::{Context, Draft, phrase, reported};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot, Span};

/// A cue: its tokens and the name of its pattern.
struct Cue {
    start: usize,
    end: usize,
    pattern: &'static str,
}

/// Drafts the forecast claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    if super::event::sieve::is_question(context) {
        return;
    }
    // "A shop that was due to close will stay open": the larger first.
    let asides = context.clauses.iter().filter(|clause| clause.kind == ClauseKind::Relative);
    let others = context.clauses.iter().filter(|clause| clause.kind != ClauseKind::Relative);
    for clause in others.chain(asides) {
        let Some(cue) = cue(words, clause).filter(|cue| is_stated(context, clause, cue)) else { continue };
        let mut range = phrase::own_range(context, clause);
        if range.end <= cue.end {
            continue;
        }
        range.start = with_noun(words, range.start);
        drafts.push(forecast(context, clause, &cue, range));
    }
    for (index, clause) in context.clauses.iter().enumerate() {
        let Some(end) = reported::foretold(context, index) else { continue };
        let head = clause.verb.head;
        let cue = Cue { start: head, end: head + 1, pattern: "it is expected" };
        if is_stated(context, clause, &cue) {
            drafts.push(forecast(context, clause, &cue, clause.own_start()..end));
        }
    }
    if context.clauses.is_empty() {
        headline_to(context, drafts);
    }
}

/// ", with | turnout expected to top 70%": where the noun begins of which a participle at token `start` tells; `start` if there is none.
fn with_noun(words: Words<'_>, start: usize) -> usize {
    if !words.pos(start).is_verb() {
        return start;
    }
    let noun = (0..start).rev().take(6).take_while(|&k| words.pos(k).in_noun_phrase()).last();
    noun.filter(|&k| k > 0 && words.is(k - 1, "with")).unwrap_or(start)
}

/// The forecast that a clause makes in the tokens of `range`.
fn forecast(context: &Context<'_>, clause: &Clause, cue: &Cue, range: Range<usize>) -> Draft {
    let words = context.words;
    let span = words.span(range.start, range.end);
    let mut facts = Facts::new().with(Slot::Cue, words.span(cue.start, cue.end).of(words.text));
    if !clause.subject.is_empty() {
        let subject = words.span(clause.subject.start, clause.subject.end);
        facts.set(Slot::Subject, subject.of(words.text));
    }
    // Not a date in an aside of the subject: "The group, founded in 1960, will".
    let behind = words.span(clause.verb.range.start, range.end.max(clause.verb.range.start + 1));
    if let Some(when) = when(context, behind).or_else(|| when_in_front(context, clause)) {
        facts.set(Slot::When, when);
    }
    Draft { kind: ClaimKind::Forecast, span, facts, speaker: None, pattern: cue.pattern }
}

/// "Minister to visit Oslo": a headline without any other verb.
fn headline_to(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    if !headline::may_be(context) {
        return;
    }
    let named =
        |k: usize| words.pos(k) == Pos::To && words.pos(k + 1) == Pos::VerbBase && words.pos(k - 1).is_noun();
    let subject =
        |to: usize| (0..to).all(|k| words.pos(k).in_noun_phrase() || words.is_any(k, &["of", "and", "-"]));
    let Some(to) =
        (1..words.len().min(10)).find(|&k| named(k)).filter(|&to| subject(to) && !is_aim(words, to - 1))
    else {
        return;
    };
    let end = phrase::clause_end(words, to + 1);
    let span = words.span(0, end);
    let mut facts = Facts::new().with(Slot::Cue, "to").with(Slot::Subject, words.span(0, to).of(words.text));
    if let Some(when) = when(context, span) {
        facts.set(Slot::When, when);
    }
    drafts.push(Draft { kind: ClaimKind::Forecast, span, facts, speaker: None, pattern: "headline" });
}

/// "Plan to cut fares", "Ways to save": what "to" and a verb belong to, which nobody does yet.
fn is_aim(words: Words<'_>, noun: usize) -> bool {
    words.has(noun, Classes::AIM) || Lexicon::english().cues.aims.has(words.word(noun))
}

/// The first date in a span.
fn when<'a>(context: &Context<'a>, span: Span) -> Option<&'a str> {
    context
        .mentions(MentionKind::Time)
        .filter(|time| span.contains(time.span))
        .filter(|time| !is_of_another(context.words, &context.words.within(time.span)))
        .find_map(|time| time.facts.text(Slot::When).or_else(|| time.facts.text(Slot::To)))
}

/// "to beat last year's winner", "to repeat 2014's win": a time long gone whose own is something that was.
fn is_of_another(words: Words<'_>, time: &Range<usize>) -> bool {
    let gone = words.is(time.start, "last") || words.kind(time.start) == Some(TokenKind::Number);
    gone && words.pos(time.end) == Pos::Possessive
}

/// The date of a time in front of all else, or right before the verb: "In May, the mill will close", "Roe on Monday will go". Not that of a
/// time in the subject: "Mills built in 1986 will close".
fn when_in_front<'a>(context: &Context<'a>, clause: &Clause) -> Option<&'a str> {
    let words = context.words;
    let start = clause.own_start();
    let first = !context.clauses.iter().any(|other| other.verb.range.start < start);
    let fits = |time: &Range<usize>| {
        let subject = start + 1 < time.start && words.pos(time.start - 1) == Pos::Preposition;
        let before_verb = time.end == clause.verb.range.start && time.start > start;
        let whose = subject
            && matches!(words.pos(time.start - 2), Pos::VerbParticiple | Pos::VerbIng | Pos::Adjective);
        first && time.end <= start || before_verb && !whose
    };
    let time = context.mentions(MentionKind::Time).find(|time| fits(&words.within(time.span)))?;
    time.facts.text(Slot::When).or_else(|| time.facts.text(Slot::To))
}

/// Whether the article itself says so, without an "if" and of somebody in particular.
fn is_stated(context: &Context<'_>, clause: &Clause, cue: &Cue) -> bool {
    let words = context.words;
    let own = !clause.quoted && !clause.reported && clause.kind != ClauseKind::Tag;
    let conditional = cue.pattern == "will"
        && context
            .clauses
            .iter()
            .filter_map(|other| other.connective)
            .filter(|&connective| words.is_any(connective, &["if", "unless"]))
            // "Both will close; if they do, ...": a condition of what stands behind the mark.
            .any(|connective| !(cue.end..connective).any(|k| words.is(k, ";")));
    let speaks = clause.subject.len() == 1 && words.is_any(clause.subject.start, &["you", "i", "we"]);
    let general = speaks && !is_promise(context, clause, cue)
        || !clause.subject.is_empty() && words.has(clause.subject.start, Classes::NEGATOR);
    let condition =
        clause.connective.is_some_and(|connective| words.is_any(connective, &["if", "unless", "whether"]));
    let start = clause.own_start();
    let asked = (start.saturating_sub(3)..start).any(|before| words.is_any(before, &["whether", "how"]));
    // "Asked who will follow him"
    let open = clause.subject.len() == 1
        && words.is_any(clause.subject.start, &["who", "what"])
        && words.pos(clause.subject.start.wrapping_sub(1)).is_verb();
    // "There is no sign (that) the mill will close"
    let noun = start.wrapping_sub(1 + usize::from(words.is(start.wrapping_sub(1), "that")));
    let denied = words.pos(noun).is_noun() && words.is_any(noun.wrapping_sub(1), &["no", "little"]);
    // "aims to strengthen ties" is a wish, "aims to build 400 homes by 2030" can be looked up.
    let wish = cue.pattern == "aims to" && !is_measured(context, clause, cue);
    own && !denied && !asked && !open && !conditional && !general && !condition && !wish
}

/// "We will open four lines by 2030": what somebody says they will do, with a figure or a time by which they can be measured.
fn is_promise(context: &Context<'_>, clause: &Clause, cue: &Cue) -> bool {
    let words = context.words;
    if cue.pattern != "will" || cue.end >= clause.range.end {
        return false;
    }
    words.is_any(clause.subject.start, &["we", "i"])
        && !clause.verb.negated
        && !words.has(clause.verb.head, Classes::VAGUE.or(Classes::SPEECH))
        && !words.is_any(clause.verb.head, &["see", "know", "grant"])
        && is_measured(context, clause, cue)
}

/// Whether a clause tells what somebody wants to reach, with a figure or a time: no event, a forecast.
pub(super) fn is_goal(context: &Context<'_>, clause: &Clause) -> bool {
    goal(context.words, clause).is_some_and(|cue| is_measured(context, clause, &cue))
}

/// Whether a figure or a time stands behind the cue, by which it can be told later whether it came true.
fn is_measured(context: &Context<'_>, clause: &Clause, cue: &Cue) -> bool {
    let words = context.words;
    if cue.end >= clause.range.end {
        return false;
    }
    let span = words.span(cue.end, clause.range.end);
    let measured = |kind| context.mentions(kind).any(|mention| span.contains(mention.span));
    measured(MentionKind::Quantity) || measured(MentionKind::Time)
}

/// The cue in the clause's verb group or right behind it.
fn cue(words: Words<'_>, clause: &Clause) -> Option<Cue> {
    will(words, clause)
        .or_else(|| state(words, clause))
        .or_else(|| plan(words, clause))
        .or_else(|| goal(words, clause))
        .or_else(|| headline(words, clause))
}

/// "will open", "won't return", "shall".
fn will(words: Words<'_>, clause: &Clause) -> Option<Cue> {
    let modal = clause.verb.modal?;
    let ahead = words.is_any(modal, &["will", "shall", "won't", "won\u{2019}t", "'ll", "\u{2019}ll"]);
    // "The House will know that": no forecast, a guess.
    let guess = Lexicon::english().cues.guessed_verbs.has(words.word(clause.verb.head));
    // "Some will say that": nobody in particular
    let said = clause.subject.len() == 1
        && words.has(clause.verb.head, Classes::SPEECH)
        && Lexicon::english().speech.sources.unnamed.has(words.word(clause.subject.start));
    (ahead && !guess && !said).then_some(Cue { start: modal, end: modal + 1, pattern: "will" })
}

/// "is expected to", "is set to", "is on course to", "looks likely to", "is due on Monday", "is to be launched".
fn state(words: Words<'_>, clause: &Clause) -> Option<Cue> {
    let verb = &clause.verb;
    let cues = &Lexicon::english().cues;
    // "had been expected": of what was still to come then
    let before = words.is(verb.range.start, "had");
    let seems = words.is_any(verb.head, &["look", "looks", "seem", "seems", "appear", "appears"]);
    let is = seems || verb.range.clone().any(|k| words.has(k, Classes::BE));
    if before || verb.tense == Tense::Modal || !is {
        return None;
    }
    // The state is the head of the group ("is expected") or an adjective behind it ("is due", "looks set").
    let behind = seems || words.has(verb.head, Classes::BE);
    let mut at = if behind { verb.range.end } else { verb.head };
    let aim = || clause.subject.clone().next_back().is_some_and(|k| cues.aims.has(words.word(k)));
    let present = verb.tense == Tense::Present;
    if words.pos(at) == Pos::To && verb.is_copula(words) && present && at + 1 < clause.range.end && !aim() {
        return Some(Cue { start: verb.head, end: at + 1, pattern: "is to" });
    }
    while at < clause.range.end && words.pos(at) == Pos::Adverb && !cues.forecast_states.has(words.word(at)) {
        at += 1;
    }
    let course = past_course(words, at);
    if course > at && words.is(course, "to") && present {
        return Some(Cue { start: at, end: course + 1, pattern: "is on course" });
    }
    // "was about to close": what came of it is told elsewhere.
    let past = words.is_any(at, &["about", "supposed", "meant"]) && verb.tense == Tense::Past;
    if past || !cues.forecast_states.has(words.word(at)) {
        return None;
    }
    // "is expected to sharply rise"
    let verb = at + 2 + usize::from(words.pos(at + 2) == Pos::Adverb);
    let to = words.is(at + 1, "to") && words.has(verb, Classes::VERB_BASE.or(Classes::AUXILIARY));
    // "was due to record rainfall", "is due in part to storms": a cause.
    if words.is(at, "due") && super::causal::names_cause(words, at) {
        return None;
    }
    // "is due Monday", "is expected hours later"
    let timed = words.has(at + 1, Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_WORD))
        || words.has(at + 1, Classes::TIME_UNIT) && words.is(at + 2, "later");
    let dated = cues.forecast_dated.has(words.word(at))
        && (timed
            || words.is_any(
                at + 1,
                &[
                    "in", "on", "by", "at", "for", "next", "tomorrow", "within", "before", "until", "back",
                    "later", "out",
                ],
            ));
    (to || dated).then_some(Cue { start: at, end: at + 1 + usize::from(to), pattern: "is expected" })
}

/// "on course", "on track": the token behind, if they stand at `at`; `at` if they do not.
pub(super) fn past_course(words: Words<'_>, at: usize) -> usize {
    let course = words.is(at, "on") && Lexicon::english().cues.forecast_courses.has(words.word(at + 1));
    at + 2 * usize::from(course)
}

/// "plans to build", "expects a rise".
fn plan(words: Words<'_>, clause: &Clause) -> Option<Cue> {
    let verb = &clause.verb;
    let cues = &Lexicon::english().cues;
    // "had planned to close it": what was still to come then; a promise holds.
    let before = words.is(verb.range.start, "had")
        && words.is_any(verb.head, &["planned", "intended", "expected", "prepared"]);
    if before || verb.passive || verb.modal.is_some() || verb.negated {
        return None;
    }
    let head = words.word(verb.head);
    let to = words.is(verb.range.end, "to")
        && words.has(verb.range.end + 1, Classes::VERB_BASE.or(Classes::AUXILIARY));
    if to && cues.forecast_verbs.has(head) && verb.tense != Tense::None {
        return Some(Cue { start: verb.head, end: verb.range.end + 1, pattern: "plans to" });
    }
    let now = verb.tense == Tense::Present;
    let predicts = now && cues.prediction_verbs.has(head);
    (predicts && phrase::noun_phrase(words, verb.range.end) > verb.range.end).then_some(Cue {
        start: verb.head,
        end: verb.range.end,
        pattern: "expects",
    })
}

/// "aims to build".
fn goal(words: Words<'_>, clause: &Clause) -> Option<Cue> {
    let verb = &clause.verb;
    let end = verb.range.end;
    if !words.is(end, "to") || !words.has(end + 1, Classes::VERB_BASE.or(Classes::AUXILIARY)) {
        return None;
    }
    let aims = !verb.passive
        && verb.modal.is_none()
        && !verb.negated
        && verb.tense != Tense::None
        && Lexicon::english().cues.goal_verbs.has(words.word(verb.head));
    aims.then_some(Cue { start: verb.head, end: end + 1, pattern: "aims to" })
}

/// "Prices set to rise": headlines without an auxiliary.
fn headline(words: Words<'_>, clause: &Clause) -> Option<Cue> {
    let verb = &clause.verb;
    let cues = &Lexicon::english().cues;
    let participle = verb.range.len() == 1
        && matches!(verb.tense, Tense::Past | Tense::None)
        && !clause.subject.is_empty();
    let to = words.is(verb.range.end, "to")
        && words.has(verb.range.end + 1, Classes::VERB_BASE.or(Classes::AUXILIARY));
    let set = cues.headline_forecasts.has(words.word(verb.head));
    (participle && to && set && cues.forecast_states.has(words.word(verb.head))).then_some(Cue {
        start: verb.head,
        end: verb.range.end + 1,
        pattern: "headline",
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::check;
    use crate::{ClaimKind, Slot};

    #[test]
    fn forecasts_by_will_state_and_plan() {
        check(
            ClaimKind::Forecast,
            Slot::Cue,
            &[
                (
                    "It rained, with turnout expected to top 70%.",
                    &[("turnout expected to top 70%", "expected to")],
                ),
                ("The museum will open in March.", &[("The museum will open in March", "will")]),
                (
                    "Talks are expected to resume on Friday.",
                    &[("Talks are expected to resume on Friday", "expected to")],
                ),
                (
                    "The minister is also likely to raise trade.",
                    &[("The minister is also likely to raise trade", "likely to")],
                ),
                (
                    "It is expected that rents will rise by 4%.",
                    &[("It is expected that rents will rise by 4%", "expected")],
                ),
                ("It is thought that rents rose.", &[]),
                ("It seems likely Welsh crews will go.", &[("Welsh crews will go", "will")]),
                ("There is no sign that the mill will close.", &[]),
                ("There is no chance Roe himself will go.", &[]),
                ("Roe himself will go.", &[("Roe himself will go", "will")]),
                ("It was expected that rents would rise.", &[]),
                (
                    "The council aims to build 400 homes by 2030.",
                    &[("The council aims to build 400 homes by 2030", "aims to")],
                ),
                ("The council aims to strengthen ties.", &[]),
                (
                    "The navy is due to test-fire a missile in May.",
                    &[("The navy is due to test-fire a missile in May", "due to")],
                ),
                ("A verdict is expected Thursday.", &[("A verdict is expected Thursday", "expected")]),
                (
                    "The mill will, however, leave in May.",
                    &[("The mill will, however, leave in May", "will")],
                ),
                ("Rents will, though, remain low.", &[("Rents will, though, remain low", "will")]),
                ("Rents look set to fall.", &[("Rents look set to fall", "set to")]),
                ("Hale is on course to win.", &[("Hale is on course to win", "on course to")]),
                ("Hale was certain to win.", &[("Hale was certain to win", "certain to")]),
                ("Hale hopes to open in 2027.", &[("Hale hopes to open in 2027", "hopes to")]),
                ("Rents look odd.", &[]),
                ("Hale was on course to win.", &[]),
                ("A verdict is due in June.", &[("A verdict is due in June", "due")]),
                ("The probe is to be launched in 2027.", &[("The probe is to be launched in 2027", "is to")]),
                ("More rain is forecast for Sunday.", &[("More rain is forecast for Sunday", "forecast")]),
                ("The firm plans to cut 300 jobs.", &[("The firm plans to cut 300 jobs", "plans to")]),
                (
                    "A new dam, paid for by the state, will supply the town.",
                    &[("A new dam, paid for by the state, will supply the town", "will")],
                ),
                (
                    "A shop that was due to close in May will stay open.",
                    &[("A shop that was due to close in May will stay open", "will")],
                ),
                ("Analysts expect a fall in prices.", &[("Analysts expect a fall in prices", "expect")]),
                ("We will open four lines by 2030.", &[("We will open four lines by 2030", "will")]),
                (
                    "The pain will not go away in days, weeks, or months.",
                    &[("The pain will not go away in days, weeks, or months", "will")],
                ),
                (
                    "Both will close in May; if they do, she will leave.",
                    &[("Both will close in May", "will")],
                ),
                (
                    "Hale will get 40 seats (12 per cent), and Vale 30.",
                    &[("Hale will get 40 seats (12 per cent)", "will")],
                ),
                (
                    "Rents are not expected to quickly fall.",
                    &[("Rents are not expected to quickly fall", "expected to")],
                ),
                ("Minister to visit Oslo in May", &[("Minister to visit Oslo in May", "to")]),
                ("Acme Foods to create 90 jobs", &[("Acme Foods to create 90 jobs", "to")]),
                (
                    "The mayor, who will step down in May, opened the bridge.",
                    &[("who will step down in May", "will")],
                ),
            ],
        );
    }

    #[test]
    fn no_forecasts() {
        check(
            ClaimKind::Forecast,
            Slot::Cue,
            &[
                ("She said the museum will open in March.", &[]),
                ("Neither side would say whether talks will resume.", &[]),
                ("If it rains, the match will be called off.", &[]),
                ("Police are unsure how many people will come.", &[]),
                ("The museum opened in March and was set on fire.", &[]),
                ("He wants to leave and hopes to win.", &[]),
                ("\"We will win,\" he said.", &[]),
                ("It would cost more.", &[]),
                ("The show had been expected for a year.", &[]),
                ("Asked who will follow him, he points at a boy.", &[]),
                ("Their aim is to save money.", &[]),
                ("The delay was due to record rainfall.", &[]),
                ("The loss is due in part to storms.", &[]),
                ("We will never forget her.", &[]),
                ("I'll tell you in May.", &[]),
                ("The House will know that he left.", &[]),
                ("Some will say that he left.", &[]),
                ("The council had planned to shut the school.", &[]),
                ("Five things to know about the dam", &[]),
                ("Will it get better?", &[]),
                ("The line was supposed to be ready in May.", &[]),
                ("Plan to cut fares", &[]),
                ("Ways to save money", &[]),
            ],
        );
    }

    #[test]
    fn a_forecast_has_the_date_in_front_of_it_but_not_that_of_its_subject() {
        check(
            ClaimKind::Forecast,
            Slot::When,
            &[
                ("In May 2026, the mill will close.", &[("the mill will close", "2026-05")]),
                ("By 2030 the firm plans to shut.", &[("the firm plans to shut", "2030")]),
                (
                    "The mill on 3 May 2026 will close.",
                    &[("The mill on 3 May 2026 will close", "2026-05-03")],
                ),
                ("They will face last year's winner.", &[("They will face last year's winner", "")]),
                ("Mills built before 1986 will close.", &[("Mills built before 1986 will close", "")]),
            ],
        );
    }
}
