//! Rule sets: what editors write in TOML, compiled, and applied to claims.
//!
//! A pack is read (`read`) against one table of the language (`vocabulary`) into [`Rule`]s, whose
//! conditions (`condition`) are tested on the claims of a document (`scene`, `apply`). Every fault of every file
//! is told at once ([`Fault`]); no rule is used if there is one.
//!
//! ```
//! use claimlist_core::{Checker, Document, rules::RuleSet};
//!
//! let pack = r#"
//!     [pack]
//!     id = "council"
//!     title = "Our town council"
//!
//!     [[rule]]
//!     id = "road-budget"
//!     title = "Money for roads"
//!     when = { kind = "quantity", sentence.phrases = ["road repairs", "potholes"] }
//!     hint = "Is {claim} in the budget that the council passed?"
//! "#;
//! let rules = RuleSet::loader().text("council.toml", pack).finish()?;
//! let document = Document::plain("Potholes cost the town £40,000.")?;
//! let checked = Checker::new(rules).check(&document);
//! let hints: Vec<_> = checked.claims.iter().flat_map(|claim| &claim.hints).collect();
//! assert_eq!(hints[0].text, "Is £40,000 in the budget that the council passed?");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod apply;
mod ascii_words;
mod bits;
mod calls;
mod candidates;
mod condition;
mod describe;
mod fault;
mod fields;
mod found;
mod gate;
mod grams;
mod index;
mod link;
mod load;
mod mutate;
mod needs;
mod pattern;
mod phrases;
mod possible;
mod read;
mod reference;
mod rule;
mod scene;
mod schema;
mod sets;
mod slots;
mod template;
mod vocabulary;
mod why;
mod wording;
mod words;

pub use fault::{Fault, RuleErrors, RuleFile, Severity};
pub use load::{Change, Loader};
pub use read::syntax_faults;
pub use reference::reference;
pub use rule::{Example, Rule, RuleSource, Status};
pub use schema::schema;
pub use why::{Reason, Verdict};

/// Compiled rule packs. A set is immutable: one serves all threads.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    rules: Vec<Rule>,
    warnings: Vec<Fault>,
    phrases: phrases::Phrases,
    needs: possible::Needs,
    index: index::Index,
}

impl RuleSet {
    /// A set to put together from packs.
    #[must_use]
    pub fn loader() -> Loader {
        Loader::default()
    }

    /// The packs that are compiled into the library.
    ///
    /// # Panics
    /// Never: the tests read these packs too.
    #[must_use]
    pub fn compiled_in() -> Self {
        Self::loader().compiled_in().finish().unwrap_or_else(|errors| panic!("{errors}"))
    }

    /// The rules, in the order in which they give their hints.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of that id, `pack/rule`.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// What is odd about the packs, but does not keep them from being used.
    #[must_use]
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }
}

/// The text of a new pack of that id, with comments, to start from. It passes its own tests.
#[must_use]
pub fn new_pack(id: &str) -> String {
    include_str!("new_pack.toml").replace("PACK-ID", id)
}
