//! TOML as the reader of packs sees it: values with their places, tables in the order in which they stand in the file.
//!
//! The packs of this folder are made into trees when the program is built, others when they are read, both by this file.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue};

/// A value with its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Item<'t> {
    start: u32,
    end: u32,
    #[serde(borrow)]
    value: Value<'t>,
}

/// A value.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Value<'t> {
    /// A text, without its quotation marks and with its escapes resolved.
    Text(&'t str),
    /// A number; not a number where it is too large, or is none.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A date or time, of which packs make no use.
    Date,
    /// A list.
    List(#[serde(borrow)] Vec<Item<'t>>),
    /// A table.
    Table(#[serde(borrow)] Table<'t>),
}

/// Keys with their values, in the order of the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Table<'t> {
    #[serde(borrow)]
    entries: Vec<Entry<'t>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry<'t> {
    key: &'t str,
    start: u32,
    end: u32,
    #[serde(borrow)]
    item: Item<'t>,
}

impl<'t> Item<'t> {
    fn new(value: &'t DeValue<'_>, span: Range<usize>) -> Self {
        let value = match value {
            DeValue::String(text) => Value::Text(text),
            DeValue::Integer(number) => {
                let number = i64::from_str_radix(number.as_str(), number.radix());
                Value::Number(number.map_or(f64::NAN, |number| number as f64))
            }
            DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(_) => Value::Date,
            DeValue::Array(items) => {
                Value::List(items.iter().map(|item| Self::new(item.get_ref(), item.span())).collect())
            }
            DeValue::Table(table) => Value::Table(Table::new(table)),
        };
        Self { start: offset(span.start), end: offset(span.end), value }
    }

    /// The bytes of the file in which it stands.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The offset behind all that stands in it. A table under a heading of its own goes on behind its place.
    #[must_use]
    pub fn extent(&self) -> usize {
        let inside = match &self.value {
            Value::Table(table) => table.iter().map(|(_, _, item)| item.extent()).max(),
            Value::List(items) => items.iter().map(Self::extent).max(),
            _ => None,
        };
        inside.unwrap_or_default().max(self.end as usize)
    }

    /// What it is.
    #[must_use]
    pub fn value(&self) -> &Value<'t> {
        &self.value
    }

    /// The text that it is.
    #[must_use]
    pub fn as_text(&self) -> Option<&'t str> {
        match self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The table that it is.
    #[must_use]
    pub fn as_table(&self) -> Option<&Table<'t>> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }
}

impl<'t> Table<'t> {
    /// The tree of a TOML file.
    #[must_use]
    pub fn new(table: &'t DeTable<'_>) -> Self {
        let entries = table.iter().map(|(key, item)| Entry {
            key: key.get_ref(),
            start: offset(key.span().start),
            end: offset(key.span().end),
            item: Item::new(item.get_ref(), item.span()),
        });
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|entry| entry.start);
        Self { entries }
    }

    /// Each key with its place and its value, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&'t str, Range<usize>, &Item<'t>)> {
        let place = |entry: &Entry<'t>| entry.start as usize..entry.end as usize;
        self.entries.iter().map(move |entry| (entry.key, place(entry), &entry.item))
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Item<'t>> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.item)
    }

    /// Whether it has the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Whether it has no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// An offset in a file; of one of 4 GiB and more, the end is as far as it can be told.
fn offset(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
