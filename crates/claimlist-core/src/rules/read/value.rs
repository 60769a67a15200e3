//! Values of a file, taken out by type. What is of another type is not there: [`super::check`] tells of it.

use std::ops::Range;

use claimlist_rules::tree::{Item, Table, Value};

pub(super) fn table<'i, 't>(table: &'i Table<'t>, key: &str) -> Option<&'i Table<'t>> {
    table.get(key)?.as_table()
}

/// A text, not blank.
pub(super) fn text<'t>(table: &Table<'t>, key: &str) -> Option<(&'t str, Range<usize>)> {
    let item = table.get(key)?;
    let text = item.as_text().filter(|text| !text.trim().is_empty())?;
    Some((text, item.span()))
}

/// One or several texts, not blank.
pub(super) fn texts<'t>(table: &Table<'t>, key: &str) -> Vec<(&'t str, Range<usize>)> {
    table.get(key).map(texts_of).unwrap_or_default()
}

/// The same, without their places.
pub(super) fn owned_texts(table: &Table<'_>, key: &str) -> Vec<String> {
    texts(table, key).into_iter().map(|(text, _)| text.to_owned()).collect()
}

/// The text or texts that an item is.
pub(super) fn texts_of<'t>(item: &Item<'t>) -> Vec<(&'t str, Range<usize>)> {
    let texts = several(item).into_iter();
    texts
        .filter_map(|item| Some((item.as_text()?, item.span())))
        .filter(|(text, _)| !text.trim().is_empty())
        .collect()
}

/// The items of a list, or the one item that stands for a list of one.
pub(super) fn several<'i, 't>(item: &'i Item<'t>) -> Vec<&'i Item<'t>> {
    match item.value() {
        Value::List(items) => items.iter().collect(),
        _ => vec![item],
    }
}

/// A number.
pub(super) fn number(item: &Item<'_>) -> Option<f64> {
    match item.value() {
        Value::Number(number) if number.is_finite() => Some(*number),
        _ => None,
    }
}

/// What an item is, in words.
pub(super) fn type_name(item: &Item<'_>) -> &'static str {
    match item.value() {
        Value::Text(_) => "a text",
        Value::Number(_) => "a number",
        Value::Flag(_) => "true or false",
        Value::Date => "a date",
        Value::List(_) => "a list",
        Value::Table(_) => "a table",
    }
}
