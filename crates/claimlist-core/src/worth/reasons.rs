//! Why a claim has its worth, in words.

use std::cmp::Ordering;

use super::features::{About, Features};
use super::{INHERITED, Ranker, Term, block_term, claim};
use crate::lex::Words;
use crate::lexicon::Classes;
use crate::{Checked, Claim, ClaimKind, Document};

/// How many words are named of those that speak for a check, and of those that speak against one.
const WORDS: usize = 4;

/// Terms of less than this (in log-odds) are told together.
const SLIGHT: f64 = 0.05;

/// Why a claim has its worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// What speaks for or against its sentence; the sum is the sentence's log-odds.
    pub sentence: Vec<Term>,
    /// The share of the sentence's sum that the claim starts from, 0 to 1.
    pub inherited: f64,
    /// What speaks for or against the claim itself.
    pub claim: Vec<Term>,
}

impl Ranker {
    /// The terms that made the worth of a checked document's claim, by its place among the claims; none if there is no
    /// such claim.
    #[must_use]
    pub fn reasons(&self, document: &Document, checked: &Checked, claim: usize) -> Option<Reasons> {
        let claim = checked.claims.get(claim)?;
        let index = claim.sentence as usize;
        let block = document.blocks[checked.sentences.get(index)?.block as usize].kind;
        let start = checked.claims.partition_point(|other| other.sentence < claim.sentence);
        let end = checked.claims.partition_point(|other| other.sentence <= claim.sentence);
        let words = checked.lexed.sentence(document, index);
        let mut sentence = self.sentence_terms(words, &checked.claims[start..end]);
        sentence.extend(block_term(block).map(|(reason, weight)| Term::new(reason, weight)));
        let mut of_claim = claim::own_terms(claim);
        of_claim.extend(claim::found_terms(claim));
        of_claim.extend(self.desk.terms(claim, words));
        Some(Reasons { sentence, inherited: INHERITED, claim: of_claim })
    }

    /// The terms of the model, those of a kind together, the strongest first.
    fn sentence_terms(&self, words: Words<'_>, claims: &[Claim]) -> Vec<Term> {
        let mut weighed = Vec::new();
        let mut sum = self.model.sum();
        Features::default().each(words, claims, |feature, about| {
            sum.add(feature);
            weighed.push((about, self.model.weight(feature)));
        });
        let unit = sum.unit();
        let mut of_words = vec![0.0; words.len()];
        let mut others: Vec<(About, f64)> = Vec::new();
        for (about, weight) in weighed {
            let weight = f64::from(weight) * unit;
            match about {
                About::Words(start, end) => share_out(&mut of_words, start as usize, end as usize, weight),
                about => match others.iter_mut().find(|(other, _)| *other == about) {
                    Some((_, sum)) => *sum += weight,
                    None => others.push((about, weight)),
                },
            }
        }
        let of_words = word_terms(words, &of_words);
        let others =
            others.into_iter().map(|(about, weight)| Term::new(reason(about, words, claims), weight));
        let mut terms: Vec<Term> = of_words.into_iter().chain(others).collect();
        terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        let slight: f64 = terms.iter().filter(|term| is_slight(term)).map(|term| term.weight).sum();
        terms.retain(|term| !is_slight(term));
        if slight != 0.0 {
            terms.push(Term::new("all else", slight));
        }
        terms.insert(0, Term::new("any sentence", f64::from(self.model.header().base)));
        terms
    }
}

fn is_slight(term: &Term) -> bool {
    term.weight.abs() < SLIGHT
}

/// Shares the weight of a run of words out among them.
fn share_out(of_words: &mut [f64], start: usize, end: usize, weight: f64) {
    let own = of_words.get_mut(start..end).unwrap_or_default();
    let each = weight / own.len().max(1) as f64;
    own.iter_mut().for_each(|word| *word += each);
}

/// The words that speak for a check and those that speak against one, each sort with the strongest named.
fn word_terms(words: Words<'_>, of_words: &[f64]) -> Vec<Term> {
    let sign = |sign: f64, what: &str| {
        let mut named: Vec<(String, f64)> = Vec::new();
        for (i, weight) in of_words.iter().enumerate().filter(|(_, weight)| *weight * sign > 0.0) {
            let word = words.word(i).to_lowercase();
            match named.iter_mut().find(|(other, _)| *other == word) {
                Some((_, sum)) => *sum += weight,
                None => named.push((word, *weight)),
            }
        }
        let sum: f64 = named.iter().map(|(_, weight)| weight).sum();
        let letters = |word: &str| word.chars().any(char::is_alphanumeric);
        named.retain(|(word, _)| letters(word));
        // "the" and "of" have weights too, but tell a reader something only where there is nothing else to tell.
        let telling: Vec<_> =
            named.iter().filter(|(word, _)| !is_function_word(words, word)).cloned().collect();
        if !telling.is_empty() {
            named = telling;
        }
        named.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0)));
        let quoted: Vec<_> = named.iter().take(WORDS).map(|(word, _)| format!("\"{word}\"")).collect();
        (!quoted.is_empty() || sum != 0.0).then(|| match quoted.is_empty() {
            true => Term::new(format!("its marks {what} a check"), sum),
            false => Term::new(format!("words that {what} a check, such as {}", quoted.join(", ")), sum),
        })
    };
    [sign(1.0, "speak for"), sign(-1.0, "speak against")].into_iter().flatten().collect()
}

/// Whether a word of the sentence, in lower case, is an article, a preposition, a pronoun or the like.
fn is_function_word(words: Words<'_>, word: &str) -> bool {
    let classes = Classes::DETERMINER
        .or(Classes::PREPOSITION)
        .or(Classes::PRONOUN)
        .or(Classes::COORDINATOR)
        .or(Classes::SUBORDINATOR)
        .or(Classes::AUXILIARY);
    (0..words.len()).any(|i| words.is(i, word) && words.has(i, classes))
}

/// What a group of features is about, in words.
fn reason(about: About, words: Words<'_>, claims: &[Claim]) -> String {
    match about {
        About::Kind(kind) => {
            let several = claims.iter().filter(|claim| claim.kind == kind).count() > 1;
            kind_reason(kind, several).to_owned()
        }
        About::Length => match words.len().cmp(&12) {
            Ordering::Less => "it is short".to_owned(),
            _ => format!("it has {} words and marks", words.len()),
        },
        About::Ending => match words.word(words.len().saturating_sub(1)) {
            "?" => "it is a question".to_owned(),
            end => format!("it ends in \"{end}\""),
        },
        About::Kinds if claims.is_empty() => "no claim was found in it".to_owned(),
        About::Kinds => "how many kinds of claims it makes".to_owned(),
        About::Words(..) => "its words".to_owned(),
    }
}

fn kind_reason(kind: ClaimKind, several: bool) -> &'static str {
    match (kind, several) {
        (ClaimKind::Quantity, false) => "it gives a figure",
        (ClaimKind::Quantity, true) => "it gives several figures",
        (ClaimKind::Time, _) => "it gives a time",
        (ClaimKind::Quote, _) => "it quotes somebody",
        (ClaimKind::Reported, _) => "it reports what somebody said",
        (ClaimKind::Role, _) => "it gives somebody's office",
        (ClaimKind::Comparison, _) => "it ranks or compares",
        (ClaimKind::Causal, _) => "it names a cause",
        (ClaimKind::Absence, _) => "it says that something is not so, or did not happen",
        (ClaimKind::Event, _) => "it says that something happened",
        (ClaimKind::Forecast, _) => "it looks ahead",
    }
}
