//! What one desk cares for more, or less, than others: boosts for kinds, tags of rules and phrases.

use crate::lex::{Lexed, Words};
use crate::lexicon::Lexicon;
use crate::{Claim, ClaimKind, Document, Sentence};

use super::Term;

/// Boosts in log-odds: 1 makes the odds of a check nearly three times as high, -1 a third.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    kinds: Vec<(ClaimKind, f64)>,
    tags: Vec<(String, f64)>,
    phrases: Vec<Phrase>,
}

#[derive(Clone, Debug, PartialEq)]
struct Phrase {
    text: String,
    /// Its tokens, in lower case, with spaces between.
    words: String,
    boost: f64,
}

impl Desk {
    /// The same desk, which cares so much more for claims of a kind.
    #[must_use]
    pub fn with_kind(mut self, kind: ClaimKind, boost: f64) -> Self {
        self.kinds.push((kind, boost));
        self
    }

    /// The same desk, which cares so much more for claims with a hint of a rule that has this tag.
    #[must_use]
    pub fn with_tag(mut self, tag: &str, boost: f64) -> Self {
        self.tags.push((tag.to_owned(), boost));
        self
    }

    /// The same desk, which cares so much more for claims in a sentence with these words, in whatever case. A phrase without a
    /// word, or of more than four gigabytes, stands in no sentence.
    #[must_use]
    pub fn with_phrase(mut self, phrase: &str, boost: f64) -> Self {
        let Ok(document) = Document::plain(&phrase.to_lowercase()) else { return self };
        let block = document.blocks.first().map(|block| Sentence { span: block.span, block: 0 });
        let lexed = Lexed::new(&document, block.as_slice(), Lexicon::english());
        if block.is_some() {
            let words = lexed.sentence(&document, 0);
            let words: Vec<_> = (0..words.len()).map(|i| words.word(i)).collect();
            self.phrases.push(Phrase { text: phrase.to_owned(), words: words.join(" "), boost });
        }
        self
    }

    /// Whether it cares for everything alike.
    #[must_use]
    pub fn is_indifferent(&self) -> bool {
        *self == Self::default()
    }

    /// What the desk adds to a claim in a sentence of these words.
    pub(super) fn terms(&self, claim: &Claim, words: Words<'_>) -> Vec<Term> {
        let kinds = self.kinds.iter().filter(|(kind, _)| *kind == claim.kind);
        let kinds = kinds.map(|(kind, boost)| Term::new(format!("your desk: kind {}", kind.name()), *boost));
        let tagged = |tag: &String| claim.hints.iter().any(|hint| hint.tags.contains(tag));
        let of_tags = self.tags.iter().filter(|(tag, _)| tagged(tag));
        let of_tags = of_tags.map(|(tag, boost)| Term::new(format!("your desk: tag {tag}"), *boost));
        let holds = |phrase: &Phrase| (0..words.len()).any(|i| words.is_phrase(i, &phrase.words));
        let phrases = self.phrases.iter().filter(|phrase| holds(phrase));
        let phrases =
            phrases.map(|phrase| Term::new(format!("your desk: \"{}\"", phrase.text), phrase.boost));
        kinds.chain(of_tags).chain(phrases).collect()
    }
}
