//! Mentions and clauses into claims of the ten kinds.
//!
//! Each kind has a module with one function, which drafts the claims of that kind in one sentence by named patterns.
//! Here the drafts are put in order, overlaps within a kind are settled, and each claim gets its id.

mod absence;
pub(crate) mod apparatus;
mod causal;
mod clause;
mod comparison;
mod event;
mod forecast;
mod phrase;
mod quantity;
mod quote;
mod reported;
mod role;
pub(crate) mod speaker;
mod time;
mod trim;

use clause::Clause;
use rustc_hash::FxHashMap;

use crate::claim::{Folded, IdHash};
use crate::lex::{Lexed, Words};
use crate::recognize::{BLOCK, Mention, MentionKind};
use crate::{Claim, ClaimKind, Document, Facts, Sentence, Span, Speaker};

/// A claim before it has an id.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: ClaimKind,
    pub(crate) span: Span,
    pub(crate) facts: Facts,
    pub(crate) speaker: Option<Speaker>,
    /// Name of the pattern, for `inspect`.
    pub(crate) pattern: &'static str,
}

/// What an extractor sees: one sentence in its document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) document: &'a Document,
    pub(crate) sentences: &'a [Sentence],
    pub(crate) lexed: &'a Lexed,
    /// All mentions of the document, in order.
    pub(crate) mentions: &'a [Mention],
    /// Those of them that start in this sentence.
    pub(crate) here: &'a [Mention],
    /// The quotations that began in earlier sentences and reach into this one.
    pub(crate) running: &'a [&'a Mention],
    /// Who may be meant by a pronoun, and the speakers of the quotations.
    pub(crate) cast: &'a speaker::Cast,
    /// Index of this sentence.
    pub(crate) index: usize,
    /// Its tokens.
    pub(crate) words: Words<'a>,
    /// Its clauses, in the order of their verbs.
    pub(crate) clauses: &'a [Clause],
}

impl<'a> Context<'a> {
    /// The mentions of one kind that touch this sentence.
    pub(crate) fn mentions(&self, kind: MentionKind) -> impl Iterator<Item = &'a Mention> + use<'a> {
        // Only quotations run over sentences.
        let running: &[&Mention] = if kind == MentionKind::Quote { self.running } else { &[] };
        running.iter().copied().chain(self.here.iter().filter(move |mention| mention.kind == kind))
    }
}

/// The mentions that start in a span; they are in the order of the text.
fn starting_in(mentions: &[Mention], span: Span) -> &[Mention] {
    let start = mentions.partition_point(|mention| mention.span.start < span.start);
    let end = mentions.partition_point(|mention| mention.span.start < span.end);
    &mentions[start..end]
}

/// What drafts the claims of each kind in one sentence, in the order in which they are tried.
const DRAFTING: [fn(&Context<'_>, &mut Vec<Draft>); ClaimKind::ALL.len()] = [
    quantity::draft,
    time::draft,
    quote::draft,
    role::draft,
    reported::draft,
    comparison::draft,
    causal::draft,
    absence::draft,
    forecast::draft,
    event::draft,
];

/// What of a sentence is found before its claims are drafted. The lists are filled again for the sentences of the next block.
#[derive(Default)]
struct Ground<'a> {
    /// Index of the sentence.
    index: usize,
    here: &'a [Mention],
    running: Vec<&'a Mention>,
    clauses: Vec<Clause>,
}

/// The claims of a document, in the order of the text; of claims with one start, the longer first.
#[must_use]
pub fn extract(
    document: &Document,
    sentences: &[Sentence],
    lexed: &Lexed,
    mentions: &[Mention],
) -> Vec<Claim> {
    let cast = &speaker::Cast::new(document, sentences, lexed, mentions);
    // News has about nine claims to ten mentions.
    let mut claims = Vec::with_capacity(mentions.len());
    let mut repeats = Repeats::default();
    let mut split = Split { running: Vec::new(), rest: mentions };
    let mut apparatus = apparatus::Apparatus::default();
    let mut grounds: [Ground<'_>; BLOCK] = Default::default();
    let mut drafts: [Vec<Draft>; BLOCK] = Default::default();
    let mut sentences_left = sentences.iter().zip(0..);
    loop {
        let mut filled = 0;
        while let Some(ground) = grounds.get_mut(filled)
            && let Some((sentence, index)) = sentences_left.next()
        {
            split.next(sentence.span, ground);
            if !apparatus.holds(document, sentence) {
                ground.set(index, lexed.sentence(document, index));
                filled += 1;
            }
        }
        if filled == 0 {
            return claims;
        }
        let mut contexts = Vec::with_capacity(filled);
        for ground in &grounds[..filled] {
            let Ground { index, here, ref running, ref clauses } = *ground;
            let words = lexed.sentence(document, index);
            contexts.push(Context {
                document,
                sentences,
                lexed,
                mentions,
                here,
                running,
                cast,
                index,
                words,
                clauses,
            });
        }
        for draft in DRAFTING {
            contexts.iter().zip(&mut drafts).for_each(|(context, drafts)| draft(context, drafts));
        }
        for (context, drafts) in contexts.iter().zip(&mut drafts) {
            settle(drafts);
            finish(context, drafts, &mut repeats, &mut claims);
        }
    }
}

/// The mentions of a document, split by sentence.
struct Split<'a> {
    /// The quotations that began in earlier sentences and reach into the next.
    running: Vec<&'a Mention>,
    /// Those that start in the next sentence or behind it.
    rest: &'a [Mention],
}

impl<'a> Split<'a> {
    /// Sets what mentions a ground has to those of the next sentence.
    fn next(&mut self, sentence: Span, ground: &mut Ground<'a>) {
        self.running.retain(|quote| quote.span.end > sentence.start);
        let before = |mentions: &[Mention], end| mentions.iter().take_while(|m| m.span.start < end).count();
        let (_, behind) = self.rest.split_at(before(self.rest, sentence.start));
        (ground.here, self.rest) = behind.split_at(before(behind, sentence.end));
        ground.running.clone_from(&self.running);
        let begun = ground.here.iter().filter(|m| m.kind == MentionKind::Quote && m.span.end > sentence.end);
        self.running.extend(begun);
    }
}

impl Ground<'_> {
    /// Sets the sentence by its index, and the clauses to those of its words, with its quotations kept apart.
    fn set(&mut self, index: usize, words: Words<'_>) {
        self.index = index;
        let here = self.here.iter().filter(|mention| mention.kind == MentionKind::Quote);
        let quotes: Vec<_> =
            self.running.iter().copied().chain(here).map(|quote| words.within(quote.span)).collect();
        clause::clauses(words, &quotes, &mut self.clauses);
    }
}

/// Orders the drafts and, where two of one kind overlap, keeps the one that was drafted first.
fn settle(drafts: &mut Vec<Draft>) {
    let mut kept = Vec::with_capacity(drafts.len());
    drafts.retain(|draft| {
        let new = !kept
            .iter()
            .any(|(kind, span): &(ClaimKind, Span)| *kind == draft.kind && span.overlaps(draft.span));
        if new {
            kept.push((draft.kind, draft.span));
        }
        new
    });
    drafts.sort_by_key(|draft| (draft.span.start, std::cmp::Reverse(draft.span.end), draft.kind));
}

/// How often there has been a claim that would have this id, by [`IdHash::bits`].
type Repeats = FxHashMap<u64, u32>;

/// Makes claims of the drafts, of which none is left.
fn finish(context: &Context<'_>, drafts: &mut Vec<Draft>, repeats: &mut Repeats, claims: &mut Vec<Claim>) {
    let text = context.document.text();
    if drafts.is_empty() {
        return;
    }
    let sentence = context.sentences[context.index].span.of(text);
    let bracketed = sentence.contains('(');
    let sentence = Folded::new(sentence);
    let turn = speaker::of_turn(context);
    for mut draft in drafts.drain(..) {
        if let Some((label, _)) = &turn
            && draft.span.start <= label.end
        {
            let words = Span { start: label.end + 1, ..draft.span };
            if draft.span.end <= words.start {
                continue;
            }
            draft.span = words.trimmed(text);
        }
        draft.span = trim::settled(context, draft.kind, draft.span, bracketed);
        let hash = IdHash::new(draft.kind, draft.span.of(text), &sentence);
        let repeat = repeats.entry(hash.bits()).or_default();
        let id = hash.id(*repeat);
        *repeat += 1;
        let quoted = draft.kind != ClaimKind::Quote
            && context.mentions(MentionKind::Quote).any(|quote| quote.span.contains(draft.span));
        // Of what is quoted, the turn's speaker is not the one who said it.
        let of_turn = || turn.as_ref().filter(|_| !quoted && draft.kind != ClaimKind::Quote)?.1.clone();
        let speaker = draft.speaker.or_else(of_turn);
        claims.push(Claim {
            id,
            kind: draft.kind,
            span: draft.span,
            sentence: context.index as u32,
            facts: draft.facts,
            speaker,
            quoted,
            worth: 0.0,
            hints: Vec::new(),
            pattern: draft.pattern,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Slot};

    /// The claims of one kind in a text, with their facts.
    pub(super) fn claims(text: &str, kind: ClaimKind) -> Vec<(String, Facts)> {
        let document = Document::plain(text).unwrap();
        let checked = Checker::without_rules().check(&document);
        let claims = checked.claims.iter().filter(|claim| claim.kind == kind);
        claims.map(|claim| (claim.text(&document).to_owned(), claim.facts.clone())).collect()
    }

    /// Checks that each text has just these claims of the kind, each with the text that stands in the slot.
    pub(super) fn check(kind: ClaimKind, slot: Slot, cases: &[(&str, &[(&str, &str)])]) {
        let mut wrong = Vec::new();
        for (text, wanted) in cases {
            let claims = claims(text, kind);
            let got: Vec<_> = claims
                .iter()
                .map(|(words, facts)| (words.as_str(), facts.text(slot).unwrap_or_default()))
                .collect();
            if got != *wanted {
                wrong.push(format!("{text}: {got:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
