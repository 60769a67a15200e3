//! Values of a TOML file, taken out by type. What is of another type is not there: [`super::check`] tells of it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its place.
pub(super) type Item<'f> = Spanned<DeValue<'f>>;

/// The entries of a table in the order in which they stand in the file; none of no table.
pub(super) fn entries<'t, 'f>(table: Option<&'t DeTable<'f>>) -> Vec<(&'t str, Range<usize>, &'t Item<'f>)> {
    let entries = table.into_iter().flat_map(|table| table.iter());
    let mut entries: Vec<_> = entries.map(|(key, item)| (key.get_ref().as_ref(), key.span(), item)).collect();
    entries.sort_by_key(|(_, span, _)| span.start);
    entries
}

pub(super) fn table<'t, 'f>(table: &'t DeTable<'f>, key: &str) -> Option<&'t DeTable<'f>> {
    table.get(key)?.get_ref().as_table()
}

/// A text, not blank.
pub(super) fn text<'t>(table: &'t DeTable<'_>, key: &str) -> Option<(&'t str, Range<usize>)> {
    let item = table.get(key)?;
    let text = item.get_ref().as_str().filter(|text| !text.trim().is_empty())?;
    Some((text, item.span()))
}

/// One or several texts, not blank.
pub(super) fn texts<'t>(table: &'t DeTable<'_>, key: &str) -> Vec<(&'t str, Range<usize>)> {
    table.get(key).map(texts_of).unwrap_or_default()
}

/// The same, without their places.
pub(super) fn owned_texts(table: &DeTable<'_>, key: &str) -> Vec<String> {
    texts(table, key).into_iter().map(|(text, _)| text.to_owned()).collect()
}

/// The text or texts that an item is.
pub(super) fn texts_of<'t>(item: &'t Item<'_>) -> Vec<(&'t str, Range<usize>)> {
    let texts = several(item).into_iter();
    texts
        .filter_map(|item| Some((item.get_ref().as_str()?, item.span())))
        .filter(|(text, _)| !text.trim().is_empty())
        .collect()
}

/// The items of a list, or the one item that stands for a list of one.
pub(super) fn several<'t, 'f>(item: &'t Item<'f>) -> Vec<&'t Item<'f>> {
    match item.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![item],
    }
}

/// A number.
pub(super) fn number(item: &Item<'_>) -> Option<f64> {
    let number: f64 = match item.get_ref() {
        DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix()).ok()? as f64,
        DeValue::Float(float) => float.as_str().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// What an item is, in words.
pub(super) fn type_name(item: &Item<'_>) -> &'static str {
    match item.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
