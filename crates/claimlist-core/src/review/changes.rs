//! What an edit did to an article's claims: which are as they were, changed, gone or new.
//!
//! A claim keeps its id while its words and its sentence stay. Of the others, two of a kind are taken for one and the same
//! where their words and their sentences are alike: "12% of jobs" became "14% of jobs".

use std::collections::{HashMap, HashSet};

use crate::ClaimKind;
use crate::checklist::{ClaimEntry, DocumentEntry, Status};

/// How alike two claims have to be, 0 to 1: their words count [`OF_WORDS`], their sentences the rest. A figure that alone
/// changed in a sentence of ten words comes to 0.36.
const ALIKE: f64 = 0.35;

/// How much a claim's own words count in its likeness.
const OF_WORDS: f64 = 0.6;

/// Sentences with fewer words in common than this (Dice, 0 to 1) are different sentences, whatever words a claim repeats.
const ALIKE_SENTENCES: f64 = 0.3;

/// A word that stands in more claims of a kind than this does not lead from one claim to another.
const COMMON: usize = 64;

/// What became of the claims of an article. Claims are named by their indices in the two entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Old and new index of claims that are as they were.
    pub kept: Vec<(usize, usize)>,
    /// Old and new index of claims whose words, or the sentence around them, changed.
    pub changed: Vec<(usize, usize)>,
    /// Old index of claims that are no longer there.
    pub gone: Vec<usize>,
    /// New index of claims that were not there.
    pub new: Vec<usize>,
}

/// What became of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Claims that were marked and are as they were: they stay what they were marked as.
    pub kept: usize,
    /// Old and new index of claims that were marked and changed: open again, with their notes and sources.
    pub reopened: Vec<(usize, usize)>,
    /// Old index of claims that were marked and are gone.
    pub lost: Vec<usize>,
}

impl Changes {
    /// Compares two versions of an article.
    #[must_use]
    pub fn between(old: &DocumentEntry, new: &DocumentEntry) -> Self {
        let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, claim) in new.claims.iter().enumerate().rev() {
            by_id.entry(&claim.id).or_default().push(index);
        }
        let mut changes = Self::default();
        for (index, claim) in old.claims.iter().enumerate() {
            match by_id.get_mut(claim.id.as_str()).and_then(Vec::pop) {
                Some(same) => changes.kept.push((index, same)),
                None => changes.gone.push(index),
            }
        }
        let kept: HashSet<usize> = changes.kept.iter().map(|&(_, new)| new).collect();
        changes.new = (0..new.claims.len()).filter(|index| !kept.contains(index)).collect();
        changes.match_alike(old, new);
        changes
    }

    /// Pairs what is gone with what is new, the most alike first.
    fn match_alike(&mut self, old: &DocumentEntry, new: &DocumentEntry) {
        let mut numbers = WordNumbers::default();
        let before: Vec<_> = self.gone.iter().map(|&index| numbers.of_claim(old, index)).collect();
        let after: Vec<_> = self.new.iter().map(|&index| numbers.of_claim(new, index)).collect();
        let mut pairs = Vec::new();
        let index = Index::new(&after);
        for (from, claim) in before.iter().enumerate() {
            for to in index.candidates(claim) {
                let likeness = claim.likeness(&after[to]);
                if likeness >= ALIKE {
                    pairs.push((likeness, from, to));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut used_from, mut used_to) = (HashSet::new(), HashSet::new());
        for (_, from, to) in pairs {
            if !used_from.contains(&from) && !used_to.contains(&to) {
                used_from.insert(from);
                used_to.insert(to);
                self.changed.push((self.gone[from], self.new[to]));
            }
        }
        self.changed.sort_by_key(|&(_, new)| new);
        let matched: (HashSet<_>, HashSet<_>) = self.changed.iter().copied().unzip();
        self.gone.retain(|index| !matched.0.contains(index));
        self.new.retain(|index| !matched.1.contains(index));
    }

    /// Carries marks from the old version to the new one: kept claims stay what they were, changed ones are open again.
    /// A claim that is marked in the new version already stays as it is.
    pub fn carry(&self, old: &DocumentEntry, new: &mut DocumentEntry) -> Carried {
        let mut carried = Carried::default();
        for (pairs, changed) in [(&self.kept, false), (&self.changed, true)] {
            for &(from, to) in pairs {
                let (Some(claim), Some(entry)) = (old.claims.get(from), new.claims.get_mut(to)) else {
                    continue;
                };
                if !claim.is_marked() {
                    continue;
                }
                if !entry.is_marked() {
                    entry.take_marks(claim);
                    if changed {
                        entry.status = Status::Open;
                    }
                }
                if changed {
                    carried.reopened.push((from, to));
                } else {
                    carried.kept += 1;
                }
            }
        }
        let marked = |&&index: &&usize| old.claims.get(index).is_some_and(ClaimEntry::is_marked);
        carried.lost = self.gone.iter().filter(marked).copied().collect();
        carried
    }
}

impl ClaimEntry {
    /// Whether a checker said anything of it.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.status != Status::Open || self.note.is_some() || !self.evidence.is_empty()
    }

    fn take_marks(&mut self, other: &Self) {
        self.status = other.status;
        self.marked.clone_from(&other.marked);
        self.note.clone_from(&other.note);
        self.evidence.clone_from(&other.evidence);
    }
}

/// A number for each word.
#[derive(Default)]
struct WordNumbers(HashMap<String, u32>);

/// A claim as its likeness to others is measured: the sorted numbers of its words and of its sentence's.
struct ClaimWords {
    kind: ClaimKind,
    words: Vec<u32>,
    /// Empty where the text is not in the checklist.
    sentence: Vec<u32>,
}

impl WordNumbers {
    fn of_claim(&mut self, document: &DocumentEntry, index: usize) -> ClaimWords {
        let claim = &document.claims[index];
        let sentence = document.sentences.get(claim.sentence as usize);
        let sentence =
            sentence.and_then(|sentence| document.text.get(sentence.start as usize..sentence.end as usize));
        ClaimWords {
            kind: claim.kind,
            words: self.of_text(&claim.text),
            sentence: self.of_text(sentence.unwrap_or_default()),
        }
    }

    fn of_text(&mut self, text: &str) -> Vec<u32> {
        let mut numbers: Vec<u32> = text
            .split_whitespace()
            .map(|word| {
                word.trim_matches(|c: char| !c.is_alphanumeric() && !"%£$€".contains(c)).to_lowercase()
            })
            .filter(|word| !word.is_empty())
            .map(|word| {
                let next = self.0.len() as u32;
                *self.0.entry(word).or_insert(next)
            })
            .collect();
        numbers.sort_unstable();
        numbers
    }
}

impl ClaimWords {
    /// 0 for different claims, 1 for the same.
    fn likeness(&self, other: &Self) -> f64 {
        let words = dice(&self.words, &other.words);
        if self.sentence.is_empty() || other.sentence.is_empty() {
            return words;
        }
        let sentences = dice(&self.sentence, &other.sentence);
        if sentences < ALIKE_SENTENCES { 0.0 } else { OF_WORDS * words + (1.0 - OF_WORDS) * sentences }
    }

    /// The words that lead to claims like it.
    fn leads(&self) -> impl Iterator<Item = (ClaimKind, u32)> {
        self.words.iter().chain(&self.sentence).map(|&word| (self.kind, word))
    }
}

/// In which claims a word stands, by kind.
struct Index(HashMap<(ClaimKind, u32), Vec<usize>>);

impl Index {
    fn new(claims: &[ClaimWords]) -> Self {
        let mut index: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, claim) in claims.iter().enumerate() {
            for lead in claim.leads() {
                let places = index.entry(lead).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        Self(index)
    }

    /// The claims of the same kind that share a word which is not common, rising.
    fn candidates(&self, claim: &ClaimWords) -> Vec<usize> {
        let places =
            claim.leads().filter_map(|lead| self.0.get(&lead)).filter(|places| places.len() <= COMMON);
        let mut candidates: Vec<usize> = places.flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }
}

/// How many words two sorted lists have in common: Dice's coefficient, 0 to 1.
fn dice(a: &[u32], b: &[u32]) -> f64 {
    let (mut at, mut of, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at), b.get(of)) {
        common += usize::from(x == y);
        at += usize::from(x <= y);
        of += usize::from(y <= x);
    }
    match a.len() + b.len() {
        0 => 0.0,
        words => 2.0 * common as f64 / words as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Document, Source};

    fn entry(text: &str) -> DocumentEntry {
        let document = Document::plain(text).unwrap();
        DocumentEntry::new("a.txt", &document, Checker::without_rules().check(&document), false)
    }

    const BEFORE: &str = "The council spent £12m on roads in 2024. Mayor Ann Lee opened two libraries on Monday. \
        About 300 people came to the fair.";

    #[test]
    fn a_sentence_that_moves_keeps_its_claims() {
        let after = entry(
            "About 300 people came to the fair. The council spent £12m on roads in 2024. Mayor Ann Lee opened two \
             libraries on Monday.",
        );
        let changes = Changes::between(&entry(BEFORE), &after);
        assert_eq!(changes.kept.len(), after.claims.len());
        assert_eq!((changes.changed.len(), changes.gone.len(), changes.new.len()), (0, 0, 0));
    }

    #[test]
    fn a_figure_that_changes_is_a_changed_claim_and_other_sentences_are_not_touched() {
        let (before, after) = (entry(BEFORE), entry(&BEFORE.replace("£12m", "£14m")));
        let changes = Changes::between(&before, &after);
        assert!(changes.gone.is_empty() && changes.new.is_empty(), "{changes:?}");
        let texts: Vec<_> = changes
            .changed
            .iter()
            .map(|&(from, to)| (before.claims[from].text.as_str(), after.claims[to].text.as_str()))
            .collect();
        assert!(
            texts.contains(&("£12m", "£14m")) && texts.iter().all(|pair| !pair.1.contains("fair")),
            "{texts:?}"
        );
    }

    #[test]
    fn a_new_sentence_is_new_even_where_it_repeats_words() {
        let after = entry(&format!("{BEFORE} Bees in the north of Spain made less honey in 2024."));
        let changes = Changes::between(&entry(BEFORE), &after);
        assert!(changes.changed.is_empty() && changes.gone.is_empty() && !changes.new.is_empty());
        let gone = Changes::between(&after, &entry(BEFORE));
        assert!(gone.new.is_empty() && gone.gone.len() == changes.new.len());
    }

    #[test]
    fn marks_of_changed_claims_are_open_again_with_their_notes() {
        let mut before = entry(BEFORE);
        for claim in &mut before.claims {
            claim.status = Status::Right;
            claim.note = Some("Asked the press office.".to_owned());
            claim.evidence.push(Source { title: "Accounts".to_owned(), url: None });
        }
        let mut after =
            entry(&BEFORE.replace("£12m", "£14m").replace(" About 300 people came to the fair.", ""));
        let changes = Changes::between(&before, &after);
        let carried = changes.carry(&before, &mut after);
        assert_eq!(carried.kept, changes.kept.len());
        assert_eq!(carried.reopened, changes.changed);
        assert!(!carried.lost.is_empty());
        let changed = after.claims.iter().find(|claim| claim.text == "£14m").unwrap();
        assert_eq!((changed.status, changed.note.is_some(), changed.evidence.len()), (Status::Open, true, 1));
        assert!(after.claims.iter().filter(|claim| claim.status == Status::Right).count() == carried.kept);
    }

    #[test]
    fn without_the_text_words_alone_decide() {
        let (mut before, mut after) =
            (entry(BEFORE), entry(&BEFORE.replace("two libraries", "three libraries")));
        before.text.clear();
        after.text.clear();
        let changes = Changes::between(&before, &after);
        assert!(
            changes.changed.iter().any(|&(_, to)| after.claims[to].text.contains("three")),
            "{changes:?}"
        );
    }
}
