//! Time claims: dates, deadlines, durations, frequencies and orders in time.
//!
//! A claim is a time with the preposition that ties it to what is said: `on Tuesday`, `since 2014`, `for the second
//! consecutive year`, `three years ahead of schedule`. A time that dates a figure stays inside the quantity claim.

use std::ops::Range;

use super::{Context, Draft, phrase};
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::recognize::{Mention, MentionKind};
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot, Span};

/// Drafts the time claims of one sentence.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let figures: Vec<Span> =
        drafts.iter().filter(|draft| draft.kind == ClaimKind::Quantity).map(|draft| draft.span).collect();
    let mut mentions = context.mentions(MentionKind::Time).peekable();
    while let Some(mention) = mentions.next() {
        let framed = figures.iter().any(|span| span.overlaps(mention.span));
        if framed || !is_claim(context, mention) {
            continue;
        }
        let mut facts = mention.facts.clone();
        let mut span = with_preposition(context, mention, &mut facts);
        if let Some(second) = mentions.next_if(|second| is_pair(context, mention, second)) {
            span = span.cover(second.span);
            for (slot, time) in [(Slot::From, mention), (Slot::To, second)] {
                if let Some(when) = time.facts.get(Slot::When) {
                    facts.set(slot, when.clone());
                }
            }
            facts.remove(Slot::When);
        }
        drafts.push(Draft { kind: ClaimKind::Time, span, facts, speaker: None, pattern: "time" });
    }
    for draft in clauses(context) {
        drafts.push(draft);
    }
}

/// Whether something can be checked about the time: not "today's" (the present-day), "for years" or "the day".
fn is_claim(context: &Context<'_>, mention: &Mention) -> bool {
    let words = context.words;
    let range = words.within(mention.span);
    let possessive = words.pos(range.end) == Pos::Possessive
        && range.len() == 1
        && words.has(range.start, Classes::TIME_WORD);
    let facts = &mention.facts;
    // "Today, few worship there": nowadays. What happened or will happen today is dated.
    let nowadays = range.len() == 1 && words.is(range.start, "today") && !is_dated(context);
    let lasting = matches!(facts.text(Slot::Relation), Some("for" | "within"));
    // "four to six weeks" has no one length and can be checked all the same; "several weeks" and "dozens of hours" say nothing.
    let figures = range.clone().filter(|&k| words.pos(k) == Pos::Number).count();
    let unsaid = facts.get(Slot::Duration).is_none() && facts.get(Slot::From).is_none();
    let vague = lasting && unsaid && figures < 2;
    // "a half-year profit": which report it is, not how long something lasted.
    let report = words.is_any(range.start, &["half", "full"])
        && words.is(range.end.wrapping_sub(1), "year")
        && range.len() == 3
        && words.pos(range.end).is_noun();
    !possessive && !vague && !nowadays && !report && !is_backward(context, &range, facts)
}

/// "at the time", "in those years": says no more than "then".
fn is_backward(context: &Context<'_>, range: &Range<usize>, facts: &Facts) -> bool {
    let words = context.words;
    let last = range.end.saturating_sub(1);
    let noun = words.is_any(last, &["time", "hour", "moment", "period", "era"])
        || words.is_any(range.start, &["these", "those"]);
    range.len() == 2 && noun && facts.get(Slot::When).is_none() && facts.get(Slot::Duration).is_none()
}

/// Whether the sentence has a verb that looks back or ahead.
fn is_dated(context: &Context<'_>) -> bool {
    let words = context.words;
    (0..words.len())
        .any(|k| matches!(words.pos(k), Pos::VerbPast | Pos::Modal) || words.has(k, Classes::HAVE))
}

/// Whether two times are named in one breath: "in 1997 and 1998".
fn is_pair(context: &Context<'_>, first: &Mention, second: &Mention) -> bool {
    let words = context.words;
    let (first, second) = (words.within(first.span), words.within(second.span));
    let alike = first.len() == 1
        && second.len() == 1
        && words.kind(first.start) == words.kind(second.start)
        && words.has(first.start, Classes::MONTH) == words.has(second.start, Classes::MONTH)
        && words.has(first.start, Classes::WEEKDAY) == words.has(second.start, Classes::WEEKDAY);
    alike && words.is(first.end, "and") && first.end + 1 == second.start
}

/// The span of the claim; what the preposition says goes into the facts as the relation.
fn with_preposition(context: &Context<'_>, mention: &Mention, facts: &mut Facts) -> Span {
    let words = context.words;
    let at = phrase::roughly(words, words.at(mention.span.start));
    let Some(before) = at.checked_sub(1) else { return mention.span };
    // "until at least Friday"
    let bounded =
        at > 2 && words.is_phrase(at - 2, "at least") && words.is_any(at - 3, &["until", "till", "since"]);
    let before = if bounded { at - 3 } else { before };
    // "From 2014 to 2019" has its own.
    let own = words.is_any(at, &["from", "between"]);
    // "after Sunday's defeat", "in last year's budget": the preposition is that of the noun.
    let owner = words.pos(words.within(mention.span).end) == Pos::Possessive;
    // "the yield on 10-year bonds"
    let describes = words.pos(words.within(mention.span).end).is_noun() && is_hyphened(context, mention);
    // "crude for May delivery", "toys for New Year's Eve parties"; not "for three years ministers"
    let range = words.within(mention.span);
    let delivered = words.is(before, "for")
        && words.pos(range.end).is_noun()
        && !words.has(range.end - 1, Classes::TIME_UNIT);
    // "apart from 2020"
    let excepts = words.is(before, "from") && words.is_any(before.wrapping_sub(1), &["apart", "aside"]);
    let own = own || owner || describes || delivered || excepts;
    let Some((start, relation)) = preposition(context, before).filter(|_| !own) else {
        return mention.span;
    };
    // "after three weeks": a length of time by itself is one for which something lasts.
    let lasting = |relation: &str| {
        facts.text(Slot::Relation) == Some("for") && matches!(relation, "after" | "before" | "within")
    };
    let free = facts.get(Slot::Relation).is_none();
    if let Some(relation) = relation.filter(|relation| free || lasting(relation)) {
        facts.set(Slot::Relation, relation);
    }
    words.span(start, before + 1).cover(mention.span)
}

/// "10-year", "two-week"
fn is_hyphened(context: &Context<'_>, mention: &Mention) -> bool {
    let words = context.words;
    let range = words.within(mention.span);
    range.len() == 3 && words.is(range.start + 1, "-") && words.has(range.end - 1, Classes::TIME_UNIT)
}

/// A preposition of several words, how many they are, and the relation that it states.
type Phrase = (&'static str, usize, Option<&'static str>);

/// Prepositions of several words by their last.
const PHRASES: &[(&str, &[Phrase])] = &[
    ("of", &[("as of", 2, Some("on")), ("ahead of", 2, Some("before"))]),
    (
        "as",
        &[
            ("as early as", 3, None),
            ("as late as", 3, None),
            ("as recently as", 3, None),
            ("as far back as", 4, None),
        ],
    ),
    ("to", &[("prior to", 2, Some("before")), ("up to", 2, Some("until")), ("dating back to", 3, None)]),
    ("on", &[("as on", 2, Some("on")), ("starting on", 2, Some("since"))]),
    ("until", &[("up until", 2, Some("until"))]),
    ("than", &[("no later than", 3, Some("by"))]),
    ("in", &[("starting in", 2, Some("since")), ("beginning in", 2, Some("since"))]),
    ("from", &[("starting from", 2, Some("since")), ("as from", 2, Some("since"))]),
];

/// The preposition that ends at token `i`: where it starts and the relation that it states.
fn preposition(context: &Context<'_>, i: usize) -> Option<(usize, Option<&'static str>)> {
    let words = context.words;
    let known = words.has(i, Classes::PREPOSITION.or(Classes::SUBORDINATOR));
    let phrases = PHRASES.iter().find(|(last, _)| known && words.is_any(i, &[last]));
    let found = phrases.and_then(|(_, phrases)| {
        phrases.iter().find_map(|(phrase, count, relation)| {
            let start = (i + 1).checked_sub(*count)?;
            // "in the run-up to Christmas"
            let tied = words.glued(start) && words.is(start.wrapping_sub(1), "-");
            (words.is_phrase(start, phrase) && !tied).then_some((start, *relation))
        })
    });
    if found.is_some() {
        return found;
    }
    let relation = match () {
        () if words
            .is_any(i, &["on", "in", "at", "during", "over", "throughout", "around", "about", "circa"]) =>
        {
            None
        }
        () if words.is(i, "by") => Some("by"),
        () if words.is_any(i, &["since", "from"]) => Some("since"),
        () if words.is_any(i, &["until", "till", "through"]) => Some("until"),
        () if words.is_any(i, &["before", "after"]) => {
            let relation = if words.is(i, "before") { "before" } else { "after" };
            // "shortly after 8 a.m."
            let near = i > 0 && words.is_any(i - 1, &["shortly", "just", "soon", "immediately"]);
            return Some((i - usize::from(near), Some(relation)));
        }
        () if words.is(i, "for") => Some("for"),
        () if words.is(i, "within") => Some("within"),
        () => return None,
    };
    Some((i, relation))
}

/// `when she was six`, `until he was eighteen`, `prior to the ruling`: times told by something else.
fn clauses(context: &Context<'_>) -> Vec<Draft> {
    let words = context.words;
    let mut drafts = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let opens = words.has(i, Classes::SUBORDINATOR.or(Classes::PREPOSITION)) || words.is(i, "prior");
        let found = opens.then(|| age_clause(context, i).or_else(|| prior_to(context, i))).flatten();
        let Some((end, relation)) = found else {
            i += 1;
            continue;
        };
        // "prior | to | the crash"
        let behind = i + 1 + usize::from(words.is(i, "prior"));
        let anchor = words.span(behind, end).of(words.text);
        let facts =
            Facts::new().with(Slot::Relation, relation).with(Slot::Anchor, anchor).with(Slot::Unclear, true);
        let span = words.span(i, end);
        drafts.push(Draft { kind: ClaimKind::Time, span, facts, speaker: None, pattern: "time-clause" });
        i = end;
    }
    drafts
}

/// `when she was six`, `until he turned 18`.
fn age_clause(context: &Context<'_>, i: usize) -> Option<(usize, &'static str)> {
    let words = context.words;
    if words.pos(i + 1) != Pos::Pronoun {
        return None;
    }
    let relation = match () {
        () if words.is(i, "when") => "on",
        () if words.is_any(i, &["until", "till"]) => "until",
        () if words.is(i, "since") => "since",
        () if words.is(i, "before") => "before",
        () if words.is(i, "after") => "after",
        () => return None,
    };
    let verb = words.is_any(i + 2, &["was", "were", "turned", "reached", "is", "turns"]);
    let number = words.kind(i + 3) == Some(TokenKind::Number) || words.has(i + 3, Classes::NUMBER);
    if !verb || !number {
        return None;
    }
    let mut end = i + 4;
    while words.is(end, "-") || words.has(end, Classes::NUMBER) {
        end += 1;
    }
    let unit = words.has(end, Classes::TIME_UNIT);
    if unit {
        end += 1 + usize::from(words.is(end + 1, "old"));
    }
    Some((end, relation))
}

/// `prior to the ruling`.
fn prior_to(context: &Context<'_>, i: usize) -> Option<(usize, &'static str)> {
    let words = context.words;
    if !words.is_phrase(i, "prior to") {
        return None;
    }
    let mut end = i + 2;
    while matches!(words.pos(end), Pos::Determiner | Pos::Adjective | Pos::Possessive)
        || words.pos(end).is_noun()
    {
        end += 1;
    }
    (end > i + 2 && words.pos(end - 1).is_noun()).then_some((end, "before"))
}

#[cfg(test)]
mod tests {
    use crate::{Checker, ClaimKind, Document, Slot};

    fn claims(text: &str) -> Vec<(String, Option<String>)> {
        let document = Document::plain(text).unwrap().dated("2025-02-27".parse().ok());
        let checked = Checker::without_rules().check(&document);
        let claims = checked.claims.iter().filter(|claim| claim.kind == ClaimKind::Time);
        claims
            .map(|claim| {
                (claim.text(&document).to_owned(), claim.facts.text(Slot::Relation).map(str::to_owned))
            })
            .collect()
    }

    #[test]
    fn a_time_claim_has_its_preposition() {
        for (text, wanted, relation) in [
            ("The mill closed on Tuesday.", "on Tuesday", None),
            ("The mill flooded in 1997 and 1998.", "in 1997 and 1998", None),
            ("The mill reopened today.", "today", None),
            ("The mill stays shut until at least Friday.", "until at least Friday", Some("until")),
            ("The yield on two-year bonds fell.", "two-year", Some("for")),
            ("The mill has stood empty since 2014.", "since 2014", Some("since")),
            (
                "Profits fell for the second consecutive year.",
                "for the second consecutive year",
                Some("ordinal"),
            ),
            (
                "The bridge opened three years ahead of schedule.",
                "three years ahead of schedule",
                Some("ahead-of"),
            ),
            ("The mill was open from 2014 to 2019.", "from 2014 to 2019", None),
            ("Fees must be paid by 3 May 2025.", "by 3 May 2025", Some("by")),
            ("He stayed there until he was ten.", "until he was ten", Some("until")),
            ("The train left at around 09:40.", "at around 09:40", None),
            ("Crude for May delivery fell.", "May", None),
            ("They bought toys for New Year's Eve parties.", "New Year's Eve", None),
            ("They were away for three years.", "for three years", Some("for")),
            ("The front passes in the next hour.", "in the next hour", Some("for")),
            ("It opened after 23 years of war.", "after 23 years", Some("after")),
            ("It opened within three weeks.", "within three weeks", Some("within")),
            ("They rest following five days of rain.", "five days", Some("for")),
            ("They strike in the run-up to Christmas.", "Christmas", None),
            ("It held as of 3 May 2024.", "as of 3 May 2024", Some("on")),
            ("It held as on 3 May 2024.", "as on 3 May 2024", Some("on")),
            ("The mill employed him prior to the fire.", "prior to the fire", Some("before")),
        ] {
            let wanted = (wanted.to_owned(), relation.map(str::to_owned));
            assert_eq!(claims(text), [wanted], "{text}");
        }
    }

    #[test]
    fn what_is_no_time_claim() {
        for text in [
            "Spending will reach 2.5% of GDP by 2027.",
            "A 39-year-old driver fled.",
            "In today's world, nobody cares now.",
            "They slept for years.",
            "Today few people worship there.",
        ] {
            assert_eq!(claims(text), [], "{text}");
        }
    }
}
