//! Verb groups: auxiliaries, negation and main verb: `has not been seen`.

use std::ops::Range;

use crate::lex::Words;
use crate::lexicon::{Classes, Frames, Lexicon, Saying};
use crate::tag::{Pos, past_time_aside};

/// The time of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// "left", "was leaving", "had left"
    Past,
    /// "leaves", "is leaving"
    Present,
    /// "has left", "has been leaving"
    Perfect,
    /// "will leave", "could leave", "to leave" in a headline
    Modal,
    /// "leaving", "left" as a participle
    None,
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup {
    /// Its tokens, adverbs and "not" between them included.
    pub(crate) range: Range<usize>,
    /// The main verb; the auxiliary where there is no other: "is" in "is legal".
    pub(crate) head: usize,
    /// The modal verb in front.
    pub(crate) modal: Option<usize>,
    /// Its time.
    pub(crate) tense: Tense,
    /// Whether it is passive: "was seen".
    pub(crate) passive: bool,
    /// Whether "not", "never" or "n't" stands in it.
    pub(crate) negated: bool,
    /// How it reports speech or thought, if it does: "said", "pointed out".
    pub(crate) saying: Option<&'static Saying>,
}

impl VerbGroup {
    /// The finite verb group that starts at token `i`.
    pub(super) fn finite(words: Words<'_>, i: usize) -> Option<Self> {
        let pos = words.pos(i);
        // "Each week, | let's write a letter", "Please | recall that": the speaker asks.
        let asks = words.is(i, "let") && words.is_any(i + 1, &["'s", "\u{2019}s"])
            || words.is(i.wrapping_sub(1), "please");
        if asks {
            return None;
        }
        let tense = match pos {
            Pos::Modal => Tense::Modal,
            Pos::VerbPast => Tense::Past,
            Pos::VerbPresent => Tense::Present,
            Pos::VerbBase if !is_bare(words, i) => Tense::Present,
            _ => return None,
        };
        let mut group = Self::single(i, tense);
        // "co-founded"
        let prefixed = i > 1
            && words.is(i - 1, "-")
            && words.pos(i - 2) == Pos::Adverb
            && words.glued(i)
            && words.glued(i - 1);
        group.range.start -= 2 * usize::from(prefixed);
        group.modal = (pos == Pos::Modal).then_some(i);
        group.extend(words);
        group.report(words);
        Some(group)
    }

    /// The participle at token `i` as a group: "killing", "having been told".
    pub(super) fn participle(words: Words<'_>, i: usize) -> Self {
        let mut group = Self::single(i, Tense::None);
        group.passive = words.pos(i) == Pos::VerbParticiple;
        group.extend(words);
        group.report(words);
        group
    }

    fn single(i: usize, tense: Tense) -> Self {
        Self { range: i..i + 1, head: i, modal: None, tense, passive: false, negated: false, saying: None }
    }

    /// Takes in the verbs behind an auxiliary.
    fn extend(&mut self, words: Words<'_>) {
        self.negated = is_negative(words, self.head);
        while self.is_auxiliary(words) {
            let mut next = self.head + 1;
            // "was re-elected"
            let tied = |k: usize| words.is(k, "-") && words.glued(k) && words.glued(k + 1);
            while next < self.head + 7 {
                // "did not, however, always please", "will, though, remain"
                let adverb = words.pos(next + 1) == Pos::Adverb || words.is(next + 1, "though");
                let aside = words.is(next, ",") && adverb && words.is(next + 2, ",");
                let adverb = matches!(words.pos(next), Pos::Adverb | Pos::Not) || tied(next);
                next += match (aside, adverb) {
                    (true, _) => 3,
                    (false, true) if next < self.head + 4 || words.is(next - 1, ",") => 1,
                    _ => break,
                };
            }
            // "had on Friday said"
            let behind = past_time_aside(words, next);
            if behind > next && follows(words, self.head, behind) {
                next = behind;
            }
            if !follows(words, self.head, next) {
                // "is not": the negation belongs to the group even if no verb comes.
                if words.pos(self.head + 1) == Pos::Not {
                    self.negated = true;
                    self.range.end = self.head + 2;
                }
                return;
            }
            self.negated |= (self.head + 1..next).any(|k| is_negative(words, k));
            self.passive = words.has(self.head, Classes::BE) && words.pos(next) == Pos::VerbParticiple;
            if self.tense == Tense::Present && words.has(self.head, Classes::HAVE) {
                self.tense = Tense::Perfect;
            }
            self.head = next;
            self.range.end = next + 1;
        }
    }

    /// Finds out how the verb reports, and takes in its particle: "point out", "make it clear".
    fn report(&mut self, words: Words<'_>) {
        let speech = &Lexicon::english().speech;
        let next = self.range.end;
        let particle = next + usize::from(words.is(next, "it"));
        if words.has(self.head, Classes::PHRASAL)
            && words.has(particle, Classes::PREPOSITION.or(Classes::ADVERB).or(Classes::ADJECTIVE))
            && let Some(saying) = speech.phrasal(words.word(self.head), words.word(particle))
        {
            self.saying = Some(saying);
            self.range.end = particle + 1;
        } else if words.has(self.head, Classes::SPEECH) && !is_joint(words, self.head) {
            self.saying = speech.saying(words.word(self.head));
        }
    }

    /// What may stand behind it for it to report something.
    pub(crate) fn frames(&self) -> Frames {
        self.saying.map_or(Frames::default(), |saying| saying.frames)
    }

    fn is_auxiliary(&self, words: Words<'_>) -> bool {
        words.has(self.head, Classes::AUXILIARY.or(Classes::MODAL))
            || words.pos(self.head) == Pos::Modal
            || words.is_any(self.head, &["'s", "\u{2019}s", "got", "gets", "get"])
    }

    /// Whether the main verb is a form of "be".
    pub(crate) fn is_copula(&self, words: Words<'_>) -> bool {
        words.has(self.head, Classes::BE) || words.is_any(self.head, &["'s", "\u{2019}s"])
    }
}

/// "co-wrote": whether a prefix makes another verb of one of saying.
fn is_joint(words: Words<'_>, verb: usize) -> bool {
    words.is(verb.wrapping_sub(1), "-") && words.glued(verb) && words.is(verb.wrapping_sub(2), "co")
}

/// Whether a base form belongs to a "to", modal or "do" before it.
fn is_bare(words: Words<'_>, i: usize) -> bool {
    let mut before = i;
    while before > 0 && i - before < 3 && matches!(words.pos(before - 1), Pos::Adverb | Pos::Not) {
        before -= 1;
    }
    let helping = &Lexicon::english().grammar.helping;
    before.checked_sub(1).is_some_and(|k| {
        matches!(words.pos(k), Pos::To | Pos::Modal)
            || words.has(k, Classes::DO)
            || helping.has(words.word(k))
            // "let us talk", "helped him leave"
            || words.is_any(k, &["me", "us", "him", "her", "them", "'s", "\u{2019}s"]) && k > 0 && helping.has(words.word(k - 1))
            || matches!(words.pos(k), Pos::Coordinator) && joins_infinitive(words, k)
    })
}

/// Whether "and" joins a base form to an infinitive before it: "to enlarge the mosque and improve control".
fn joins_infinitive(words: Words<'_>, coordinator: usize) -> bool {
    for k in (coordinator.saturating_sub(16)..coordinator).rev() {
        let pos = words.pos(k);
        if pos == Pos::VerbBase {
            return is_bare(words, k);
        }
        if pos.is_finite() || matches!(words.mark(k), ';' | ':') {
            return false;
        }
    }
    false
}

fn is_negative(words: Words<'_>, i: usize) -> bool {
    words.pos(i) == Pos::Not
        || words.is_any(i, &["never", "neither"])
        || words.has(i, Classes::NEGATOR) && words.has(i, Classes::AUXILIARY.or(Classes::MODAL))
        || {
            let word = words.word(i).as_bytes();
            word.len() > 3
                && word.ends_with(b"t")
                && (word.ends_with(b"n't") || word.ends_with("n\u{2019}t".as_bytes()))
        }
        || words.is(i, "cannot")
}

/// Whether token `next` can be the verb behind the auxiliary `auxiliary`.
fn follows(words: Words<'_>, auxiliary: usize, next: usize) -> bool {
    let pos = words.pos(next);
    let has = |class| words.has(auxiliary, class);
    match pos {
        Pos::VerbBase => words.pos(auxiliary) == Pos::Modal || has(Classes::DO),
        Pos::VerbParticiple => {
            has(Classes::HAVE.or(Classes::BE))
                || words.is_any(auxiliary, &["'s", "\u{2019}s", "got", "gets", "get"])
        }
        Pos::VerbIng => has(Classes::BE) || words.is_any(auxiliary, &["'s", "\u{2019}s"]),
        _ => false,
    }
}
