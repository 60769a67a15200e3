//! Headlines without a finite verb: `Nine killed in bridge collapse`, `Hundreds ill after wedding`.

use super::{Context, Draft};
use crate::extract::clause::ClauseKind;
use crate::extract::phrase::is_hyphen;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::MentionKind;
use crate::tag::Pos;
use crate::{BlockKind, ClaimKind, Facts, Slot};

/// Drafts the event of a headline.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    // "No injuries reported" tells of nothing that happened.
    if !may_be(context) || words.has(0, Classes::NEGATOR) {
        return;
    }
    // "Man held | after shots fired"
    let behind = context.clauses.iter().find(|clause| clause.kind == ClauseKind::Subordinate);
    let close = behind.map_or(words.len(), |clause| clause.range.start);
    let Some(verb) = (1..close.min(16)).find(|&k| is_predicate(words, k)) else { return };
    let mut end = close;
    for k in verb + 1..close {
        // "the drivers' pay"
        let apostrophe = words.is_any(k, &["'", "\u{2019}"]) && words.glued(k);
        let owner = apostrophe && words.word(k - 1).ends_with('s') && k + 1 < words.len();
        let mark = words.kind(k) == Some(TokenKind::Punct) && !is_hyphen(words, k) && !words.glued(k + 1);
        if mark && !owner {
            end = k;
            break;
        }
    }
    let subject = words.span(0, verb).of(words.text);
    let mut facts =
        Facts::new().with(Slot::Subject, subject).with(Slot::Verb, words.word(verb).to_lowercase());
    if let Some(when) = context.mentions(MentionKind::Time).find_map(|time| time.facts.text(Slot::When)) {
        facts.set(Slot::When, when);
    }
    let span = words.span(0, end);
    drafts.push(Draft { kind: ClaimKind::Event, span, facts, speaker: None, pattern: "headline" });
}

/// Whether the sentence is a headline, or a first line without a full stop.
pub(in crate::extract) fn may_be(context: &Context<'_>) -> bool {
    let words = context.words;
    let block = context.document.blocks.get(context.sentences[context.index].block as usize);
    let titled = block.is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading));
    titled || context.index == 0 && !words.is_empty() && words.kind(words.len() - 1) != Some(TokenKind::Punct)
}

/// A participle or adjective behind a noun or number that says what happened to it.
fn is_predicate(words: Words<'_>, k: usize) -> bool {
    let behind =
        words.pos(k - 1).is_noun() || matches!(words.pos(k - 1), Pos::Number | Pos::Pronoun | Pos::Adjective);
    let noun_next = words.pos(k + 1).is_noun();
    let participle = words.has(k, Classes::VERB_PARTICIPLE)
        && matches!(words.pos(k), Pos::VerbParticiple | Pos::VerbPast | Pos::Adjective);
    let state = Lexicon::english().cues.headline_states.has(words.word(k));
    behind && !noun_next && (participle || state)
}
