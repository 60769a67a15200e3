//! What happens to a checklist while it is worked through: marks are merged into it, and carried over an edit.
//!
//! ```
//! use claimlist_core::checklist::{Checklist, DocumentEntry, Status};
//! use claimlist_core::review::Changes;
//! use claimlist_core::{Checker, Document};
//!
//! let check = |text: &str| -> Result<_, claimlist_core::TextTooLong> {
//!     let document = Document::plain(text)?;
//!     Ok(DocumentEntry::new("a.txt", &document, Checker::without_rules().check(&document), false))
//! };
//! let mut before = check("Sales rose by 12% in May. It cost £30m.")?;
//! before.claims.iter_mut().for_each(|claim| claim.status = Status::Right);
//! let mut after = check("It rained. Sales rose by 14% in May. It cost £30m.")?;
//! let changes = Changes::between(&before, &after);
//! changes.carry(&before, &mut after);
//! let status = |text: &str| after.claims.iter().find(|claim| claim.text == text).map(|claim| claim.status);
//! assert_eq!((status("£30m"), status("14%")), (Some(Status::Right), Some(Status::Open)));
//! # Ok::<(), claimlist_core::TextTooLong>(())
//! ```

mod changes;
mod marks;

pub use changes::{Carried, Changes};
pub use marks::{MARKS_SCHEMA, Mark, Marks, Merged, Refused};
