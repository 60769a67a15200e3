//! Splits an article into checkable claims and tags each with hints on what to verify and where.
//!
//! The way of the data runs in one direction: a [`Document`] is cut into
//! [`Sentence`]s ([`segment`]), these into [`Token`](lex::Token)s ([`lex`], [`tag`]), in which
//! [`Mention`](recognize::Mention)s are recognized ([`recognize`]), from which
//! [`Claim`]s are extracted ([`extract`]), which are ranked ([`worth`]) and given [`Hint`]s ([`rules`]).
//! [`Checker`] runs these stages; no stage knows of a later one.
//!
//! ```
//! use claimlist_core::{Checker, Document};
//!
//! let document = Document::plain("Spending will reach 2.5% of GDP by 2027, the minister said.")?;
//! let checked = Checker::without_rules().check(&document);
//! assert!(checked.claims.iter().any(|claim| claim.text(&document).starts_with("2.5% of GDP")));
//! # Ok::<(), claimlist_core::TextTooLong>(())
//! ```

pub mod checker;
pub mod checklist;
mod claim;
mod document;
pub mod extract;
mod facts;
mod hint;
pub mod inspect;
pub mod lex;
pub mod lexicon;
pub mod plugins;
pub mod recognize;
pub mod review;
pub mod rule_tests;
pub mod rules;
pub mod segment;
mod sentence;
mod source;
mod span;
pub mod tag;
pub mod worth;

pub use checker::{Checked, Checker};
pub use claim::{Claim, ClaimId, ClaimKind, Speaker};
pub use document::{Block, BlockKind, Document, TextTooLong};
pub use facts::{Facts, Slot, SlotType, Value};
pub use hint::{Finding, Hint, Priority, Source};
pub use sentence::Sentence;
pub use source::{Lines, Position, Positions, SourceMap};
pub use span::Span;
