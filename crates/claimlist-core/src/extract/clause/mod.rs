//! The clauses of a sentence: who or what, the verb with its auxiliaries, and what belongs to it.
//!
//! `Police said the man, who was armed, fled when they arrived.` has four: a main clause, the content of what police said
//! (`the man ... fled`), a relative clause in its subject and a subordinate one behind its verb. Each names its parent. The
//! analysis is shallow: it is made from parts of speech in one pass from left to right, and errs where these are wrong.

mod scan;
mod subject;
#[cfg(test)]
mod tests;
mod verb;

use std::ops::Range;

pub(in crate::extract) use scan::inverted_speaker;
pub(in crate::extract) use subject::without_time;
pub(crate) use verb::{Tense, VerbGroup};

use crate::lex::Words;

/// How a clause hangs together with the rest of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    /// It stands by itself.
    Main,
    /// Joined by "and", "or", "but" or a comma to its parent, with a subject of its own or the parent's.
    Coordinate,
    /// "who left", "which he denied", "whose car burned", "he had bought".
    Relative,
    /// "because it rained", "when they arrived".
    Subordinate,
    /// What is said, thought or shown: "(that) he left", with the clause of that verb as its parent.
    Content,
    /// "killing nine people", with the parent's subject.
    Participial,
    /// "the council said" behind or inside what it said, which is its child.
    Tag,
}

/// A clause. Token indices are those of the sentence's `Words`.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// How it hangs together with the rest.
    pub(crate) kind: ClauseKind,
    /// Its tokens with its connective and all clauses in it, without marks at its ends.
    pub(crate) range: Range<usize>,
    /// The word that opens it: "because", "who", "that", "and".
    pub(crate) connective: Option<usize>,
    /// Its subject, with relative clauses and appositions in it; empty where none was found.
    pub(crate) subject: Range<usize>,
    /// Whether the subject is that of an earlier clause, and stands there.
    pub(crate) shared: bool,
    /// Its verb.
    pub(crate) verb: VerbGroup,
    /// Index of the clause that it belongs to.
    pub(crate) parent: Option<usize>,
    /// Whether it stands inside a quotation.
    pub(crate) quoted: bool,
    /// Whether it, or a clause that it belongs to, is what somebody is reported to have said or thought.
    pub(crate) reported: bool,
}

impl Clause {
    /// What stands behind the verb.
    pub(crate) fn complement(&self) -> Range<usize> {
        self.verb.range.end.min(self.range.end)..self.range.end
    }

    /// Where the clause's own words begin: at its subject where it has one, else at its verb.
    pub(crate) fn own_start(&self) -> usize {
        if self.subject.is_empty() || self.shared { self.verb.range.start } else { self.subject.start }
    }
}

/// Sets `found` to the clauses of a sentence in the order of their verbs. `quotes` are the token ranges of its quotations with their
/// marks, in order.
pub(crate) fn clauses(words: Words<'_>, quotes: &[Range<usize>], found: &mut Vec<Clause>) {
    found.clear();
    scan::Scanner::new(words, quotes, found).run();
}
