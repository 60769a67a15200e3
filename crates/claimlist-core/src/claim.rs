//! Claims: the smallest spans of an article that a fact-checker can look up and mark right or wrong.

mod id;

use serde::{Deserialize, Serialize};

use crate::{Document, Facts, Hint, Span};

pub use id::ClaimId;
pub(crate) use id::{Folded, IdHash};

macro_rules! claim_kinds {
    ($($variant:ident $name:literal $meaning:literal;)*) => {
        /// The ten kinds of claims.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum ClaimKind { $(#[doc = $meaning] $variant,)* }

        impl ClaimKind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in rules, options and JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The kind of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// What it is, in one line.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }
    };
}

claim_kinds! {
    Quantity "quantity" "A figure with what it counts or measures and the frame that makes it checkable.";
    Time "time" "A date, deadline, duration, frequency or order in time that an assertion hangs on.";
    Quote "quote" "A direct quotation with its marks, or a quoted fragment.";
    Reported "reported" "Indirect speech: speaker, reporting verb and what was said.";
    Role "role" "A person named together with an office, title or affiliation.";
    Comparison "comparison" "A superlative, first, record, rank, or a comparative with its reference.";
    Causal "causal" "A stated cause or consequence, with its connective.";
    Absence "absence" "That something does not exist, did not happen or was not said.";
    Event "event" "A clause in which the article itself asserts that something happened or is the case.";
    Forecast "forecast" "What is expected, planned or promised to happen.";
}

/// Who said it, in the article's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker, as they stand at `span`.
    pub text: String,
    /// Where the article names the speaker; often in a neighbouring sentence.
    pub span: Span,
}

/// A claim and what is known of it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Stable name, see [`ClaimId`].
    pub id: ClaimId,
    /// Which of the ten kinds.
    pub kind: ClaimKind,
    /// Where it stands; inside one sentence.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// Its typed facts.
    pub facts: Facts,
    /// Who said it, for quotations, reported speech and what is said in a transcript.
    pub speaker: Option<Speaker>,
    /// Whether it stands inside a direct quotation: the words are the speaker's, not the article's.
    pub quoted: bool,
    /// Check-worthiness, 0 to 1.
    pub worth: f64,
    /// What to verify; filled by rules and plugins.
    pub hints: Vec<Hint>,
    /// Name of the extraction pattern that found it, for `inspect` and `explain`.
    pub pattern: &'static str,
}

impl Claim {
    /// The claim's words.
    #[must_use]
    pub fn text<'d>(&self, document: &'d Document) -> &'d str {
        self.span.of(document.text())
    }
}
