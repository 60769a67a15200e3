//! Clauses that give a reason by "after": `he resigned after police searched his office`.

use super::Found;
use crate::extract::clause::{Clause, ClauseKind, Tense};
use crate::extract::{Context, phrase};
use crate::lexicon::Classes;
use crate::recognize::MentionKind;

/// The clauses of a sentence that "after" opens as a reason.
pub(super) fn find(context: &Context<'_>) -> impl Iterator<Item = Found> {
    // The innermost first: of "after he fled after he was charged", the reason is the last.
    context.clauses.iter().rev().filter_map(|clause| of(context, clause))
}

fn of(context: &Context<'_>, clause: &Clause) -> Option<Found> {
    let words = context.words;
    let connective = clause.connective.filter(|&k| words.is(k, "after"))?;
    if !is_reason(context, clause, connective) {
        return None;
    }
    let end = phrase::own_range(context, clause).end;
    (end > connective + 1).then_some(Found {
        start: connective,
        end,
        connective: connective..connective + 1,
        direction: "cause",
        pattern: "after",
    })
}

/// "after" with a clause in the past; with a measure of time before ("two days after"), it tells when.
fn is_reason(context: &Context<'_>, clause: &Clause, connective: usize) -> bool {
    let words = context.words;
    let after = words.span(connective, connective + 1);
    let timed = context.mentions(MentionKind::Time).any(|time| time.span.contains(after));
    let measured = connective.checked_sub(1).is_some_and(|before| {
        words.has(before, Classes::TIME_UNIT)
            || words.is_any(before, &["shortly", "soon", "immediately", "long", "just"])
    });
    let past =
        clause.kind == ClauseKind::Subordinate && matches!(clause.verb.tense, Tense::Past | Tense::Perfect);
    past && !timed && !measured && connective > 0
}
