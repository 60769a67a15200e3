//! The stages in their order.

use crate::lex::Lexed;
use crate::lexicon::Lexicon;
use crate::plugins::{PluginFault, Plugins};
use crate::recognize::{DateOrder, Mention};
use crate::rules::RuleSet;
use crate::worth::{Ranker, Reasons};
use crate::{Claim, Document, Hint, Sentence, extract, recognize, segment};

/// Checks documents against a rule set and with plugins. It is immutable: one serves all threads.
#[derive(Debug, Default)]
pub struct Checker {
    rules: RuleSet,
    plugins: Plugins,
    ranker: Ranker,
    date_order: DateOrder,
}

/// All that was found in a document.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Each sentence's check-worthiness, 0 to 1.
    pub worth: Vec<f64>,
    /// The tokens.
    pub lexed: Lexed,
    /// What was recognized, in the order of the text.
    pub mentions: Vec<Mention>,
    /// The claims with their hints, in the order of the text.
    pub claims: Vec<Claim>,
    /// Hints of plugins on the document as a whole.
    pub hints: Vec<Hint>,
    /// What went wrong with plugins. The rest is whole all the same.
    pub faults: Vec<PluginFault>,
}

impl Checker {
    /// A checker that gives the hints of these rules.
    #[must_use]
    pub fn new(rules: RuleSet) -> Self {
        Self { rules, ..Self::default() }
    }

    /// The same checker with plugins.
    #[must_use]
    pub fn with_plugins(self, plugins: Plugins) -> Self {
        Self { plugins, ..self }
    }

    /// The same checker, which ranks by a model and for a desk of one's own.
    #[must_use]
    pub fn with_ranker(self, ranker: Ranker) -> Self {
        Self { ranker, ..self }
    }

    /// The same checker, which reads dates such as `3/4/2025` in this order.
    #[must_use]
    pub fn with_date_order(self, date_order: DateOrder) -> Self {
        Self { date_order, ..self }
    }

    /// A checker that finds claims and gives no hints.
    #[must_use]
    pub fn without_rules() -> Self {
        Self::default()
    }

    /// The claims of a document, with their worth and their hints.
    #[must_use]
    pub fn check(&self, document: &Document) -> Checked {
        let mut checked = Checked::default();
        STAGES.iter().for_each(|stage| stage(self, document, &mut checked));
        checked
    }

    /// The claims of several documents, in their order: for each document the same as [`Self::check`] gives.
    ///
    /// Each stage goes over all documents before the next begins, so that its code and tables are fetched into the processor's
    /// caches once and not for each document: that is faster for short ones (`docs/performance.md`). It needs the memory for what
    /// is found in all of them, about 18 bytes for each byte of text.
    #[must_use]
    pub fn check_all(&self, documents: &[&Document]) -> Vec<Checked> {
        let mut checked = Vec::new();
        checked.resize_with(documents.len(), Checked::default);
        for stage in STAGES {
            documents.iter().zip(&mut checked).for_each(|(document, checked)| stage(self, document, checked));
        }
        checked
    }

    /// Why a claim of a document that this checker has checked has its worth, by its place among the claims; none if there
    /// is no such claim.
    #[must_use]
    pub fn reasons(&self, document: &Document, checked: &Checked, claim: usize) -> Option<Reasons> {
        self.ranker.reasons(document, checked, claim)
    }
}

/// What adds its part to what was found in a document.
type Stage = fn(&Checker, &Document, &mut Checked);

/// The stages in their order. Each works on what those before it have left.
const STAGES: &[Stage] = &[
    |_, document, checked| checked.sentences = segment::segment(document),
    |_, document, checked| checked.lexed = Lexed::new(document, &checked.sentences, Lexicon::english()),
    |checker, document, Checked { sentences, lexed, mentions, .. }| {
        *mentions = recognize::recognize(document, sentences, lexed, checker.date_order);
    },
    |_, document, Checked { sentences, lexed, mentions, claims, .. }| {
        *claims = extract::extract(document, sentences, lexed, mentions);
    },
    |checker, document, Checked { sentences, lexed, claims, worth, .. }| {
        *worth = checker.ranker.rank(document, sentences, lexed, claims);
    },
    |checker, document, Checked { sentences, claims, .. }| {
        checker.rules.apply(document, sentences, claims);
    },
    |checker, document, Checked { sentences, lexed, claims, hints, faults, .. }| {
        (*hints, *faults) = checker.plugins.apply(document, sentences, claims);
        checker.ranker.settle(document, lexed, claims);
    },
];
