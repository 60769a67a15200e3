//! Reports in headlines without a finite verb of their own: `Rail fares cut, Roe says`, `Firms to pay more, minister claims`.

use smol_str::StrExt as _;

use super::super::{Context, Draft};
use super::source;
use crate::extract::event::headline::may_be;
use crate::extract::phrase::noun_phrase;
use crate::lex::TokenKind;
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::Pos;
use crate::{ClaimKind, Facts, Slot};

/// Who says it has at most so many tokens.
const LONGEST: usize = 8;

/// Drafts what a headline reports, with who says it at its end.
pub(super) fn draft(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let words = context.words;
    let Some(last) = words.len().checked_sub(1).filter(|last| *last > 3) else { return };
    if words.kind(last) != Some(TokenKind::Word) || !may_be(context) {
        return;
    }
    // "minister claims" could be a noun too, were he nobody who speaks.
    const SPEAKERS: Classes = Classes::TITLE.or(Classes::PERSON_NOUN).or(Classes::ORGANISATION);
    let speaks = words.has(last, Classes::VERB_PRESENT)
        && (words.has(last - 1, SPEAKERS) || words.pos(last - 1) == Pos::ProperNoun);
    let may = words.pos(last).is_finite() || speaks;
    let says = may.then(|| Lexicon::english().speech.saying(words.word(last))).flatten();
    let Some(saying) = says.filter(|saying| saying.frames.intersects(Frames::CLAUSE)) else { return };
    let Some(comma) = (last.saturating_sub(LONGEST)..last).rev().find(|&k| words.is(k, ",")) else { return };
    let names = comma > 1 && comma + 1 < last && noun_phrase(words, comma + 1) >= last;
    if !names || (0..comma).any(|k| words.pos(k).is_finite()) {
        return;
    }
    let (speaker, sourced) = source::of_words(context, comma + 1..last);
    let mut facts = Facts::new()
        .with(Slot::Verb, words.word(last).to_lowercase_smolstr())
        .with(Slot::Stance, &*saying.stance);
    if !sourced {
        facts.set(Slot::Sourced, false);
    }
    let span = words.span(0, last + 1);
    drafts.push(Draft { kind: ClaimKind::Reported, span, facts, speaker, pattern: "headline" });
}
