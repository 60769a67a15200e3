//! Whether a clause looks back or ahead, which decides what "on Friday" means: `the shop opened`, `the shop will open`.

use super::Scene;
use crate::lex::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "opened", "has opened"
    Past,
    /// "will open", "is due to open", "opens"
    Future,
    /// There is no verb near.
    Open,
}

/// How many tokens before and behind the time the verb may stand.
const REACH: usize = 14;

/// The tense of the clause around the tokens from `start` to `end`: that of the nearest verb before them, else behind.
pub(super) fn tense(words: Words<'_>, start: usize, end: usize) -> Tense {
    // The colon of "at 8:15 on Monday" parts no clauses.
    let stops = |k: usize| {
        matches!(words.mark(k), ';' | '(' | ')')
            || words.mark(k) == ':' && !(words.glued(k) && words.glued(k + 1))
    };
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|&k| !stops(k));
    let behind = (end..words.len().min(end + REACH)).take_while(|&k| !stops(k));
    before.chain(behind).find_map(|k| at(words, k)).unwrap_or(Tense::Open)
}

/// "adjourned the case to 14 March", "is remanded until Monday": whether something is put off to the time at `start`.
pub(super) fn is_put_off(scene: Scene<'_>, start: usize) -> bool {
    let words = scene.words;
    // "the hearing was put back to 9 May"
    let back = |k: usize| words.is(k, "back") && words.is_any(k.wrapping_sub(1), &["put", "pushed", "moved"]);
    let until = words.is_any(start.wrapping_sub(1), &["until", "till"]);
    // "is shut until Monday", "remain open until 14 March"
    let lasts = |k: usize| words.is_any(k, &["is", "are", "remain", "remains", "stay", "stays"]);
    let deferred = (until || words.is(start.wrapping_sub(1), "to"))
        && (start.saturating_sub(5)..start)
            .any(|k| scene.lexicon.times.deferring.has(words.word(k)) || back(k));
    // "are on sale in 40 shops until Monday"
    deferred || until && (start.saturating_sub(REACH)..start).any(lasts)
}

/// "called a vote for 14 December", "was named for the match on 13 March": whether the past may tell of a day to come.
pub(super) fn is_arranged(scene: Scene<'_>, start: usize) -> bool {
    let words = scene.words;
    let from = start.saturating_sub(REACH);
    let arranged = |to: usize| (from..to).any(|k| scene.lexicon.times.arranging.has(words.word(k)));
    words.is_any(start.wrapping_sub(1), &["for", "until", "till", "to"])
        || (from..start).any(|k| words.is(k, "for") && arranged(k))
}

/// What the token says of the tense, if it is a verb that does.
fn at(words: Words<'_>, k: usize) -> Option<Tense> {
    if !words.pos(k).is_verb() {
        return words.is(k, "due").then_some(Tense::Future);
    }
    let before =
        |words: Words<'_>, back: usize, class: Classes| (1..=back).any(|d| k >= d && words.has(k - d, class));
    // "18-rated games"; but "re-opened", "fast-tracked the bill"
    if words.mark(k.wrapping_sub(1)) == '-' && words.glued(k) {
        let prefix = words.pos(k.wrapping_sub(2)) == Pos::Adverb;
        let object = matches!(words.pos(k + 1), Pos::Determiner | Pos::Pronoun);
        return (words.pos(k) == Pos::VerbPast && (prefix || object)).then_some(Tense::Past);
    }
    // "That was all she would say on Tuesday", "he would not comment on Tuesday"
    let told = |k: usize| words.is(k, "would") && (k + 1..k + 4).any(|at| is_told(words, at));
    if told(k) || is_told(words, k) && (1..4).any(|back| words.is(k.wrapping_sub(back), "would")) {
        return Some(Tense::Past);
    }
    // "it would have hit him": what did not come about, but "will have closed by May"
    let unreal = words.is_any(k, &["would", "could", "might", "should"]) && words.is(k + 1, "have");
    match words.pos(k) {
        Pos::Modal if unreal => Some(Tense::Past),
        Pos::Modal => Some(Tense::Future),
        Pos::VerbPast => Some(if words.is_any(k, &["was", "were"]) && looks_ahead(words, k + 1) {
            Tense::Future
        } else {
            Tense::Past
        }),
        Pos::VerbParticiple if words.is_any(k, &["expected", "scheduled", "planned", "slated"]) => {
            Some(Tense::Future)
        }
        Pos::VerbParticiple if before(words, 3, Classes::HAVE) => Some(Tense::Past),
        // "will stay unsettled over Christmas": a state, whose time is that of the verb before it.
        Pos::VerbParticiple if words.is_any(k.wrapping_sub(1), &["stay", "stays", "remain", "remains"]) => {
            None
        }
        // "Decisions taken on Friday"; "will be taken" is told by its modal.
        Pos::VerbParticiple if !before(words, 2, Classes::BE) => Some(Tense::Past),
        Pos::VerbBase if k > 0 && words.is(k - 1, "to") => {
            let cue = k >= 2 && (looks_ahead(words, k - 2) || words.has(k - 2, Classes::BE));
            cue.then_some(Tense::Future)
        }
        Pos::VerbBase if before(words, 3, Classes::MODAL) => Some(Tense::Future),
        // "Meet me on Friday"
        Pos::VerbBase if k == 0 || words.is(k - 1, "please") => Some(Tense::Future),
        // "Commuters face delays on Friday", "Spain play Peru on Friday"
        Pos::VerbBase
            if k > 0
                && (words.pos(k - 1) == Pos::PluralNoun
                    || words.pos(k - 1) == Pos::ProperNoun && !(0..k).any(|k| words.pos(k).is_finite()))
                && !words.has(k, Classes::SPEECH) =>
        {
            Some(Tense::Future)
        }
        Pos::VerbPresent if words.has(k, Classes::HAVE) => Some(Tense::Past),
        Pos::VerbPresent if words.has(k, Classes::BE) => {
            (looks_ahead(words, k + 1) || words.pos(k + 1) == Pos::VerbIng).then_some(Tense::Future)
        }
        Pos::VerbPresent if !words.has(k, Classes::SPEECH) => Some(Tense::Future),
        _ => None,
    }
}

/// Whether token `k` is the base of a verb for what somebody says or leaves unsaid.
fn is_told(words: Words<'_>, k: usize) -> bool {
    words.pos(k) == Pos::VerbBase && Lexicon::english().times.declining.has(words.word(k))
}

/// Whether the word at token `k` looks ahead: "due", "expected" and the like do by themselves, others with an infinitive
/// behind them: "appointed to lead".
fn looks_ahead(words: Words<'_>, k: usize) -> bool {
    // "was chosen in July", "a record was set on Friday": plain pasts.
    let times = &Lexicon::english().times;
    if times.deciding.has(words.word(k)) {
        let infinitive = words.pos(k + 1) == Pos::To && words.pos(k + 2) == Pos::VerbBase;
        return infinitive || words.is(k, "set") && words.is(k + 1, "for");
    }
    times.awaiting.has(words.word(k))
}
