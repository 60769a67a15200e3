//! The words of the rule language: every table, its keys, what they take and what they mean. The reader checks packs
//! against these tables, and the JSON Schema and the page of keys are made from them.

mod condition;
mod key;
mod pack;
mod values;

pub(crate) use condition::{LISTED, NEAR, NUMBER, SCOPE, WITH, condition};
pub(crate) use key::{Key, Takes};
pub(crate) use pack::{EXAMPLE, FILE, PACK, RULE, SOURCE};
pub(crate) use values::{UNITS, is_slot, is_unit, names_units, units_named, values};
