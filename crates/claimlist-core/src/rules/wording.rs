//! Facts in words for readers: `1300000000` is `1.3 billion`, `2025-02-27` is `27 February 2025`, `P3Y` is `3 years`.

use std::borrow::Cow;

use crate::{Slot, SlotType, Value};

/// Names of the powers of a thousand from a million on, the largest first.
const POWERS: [(f64, &str); 3] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A fact as a hint says it; empty for true and false.
pub(crate) fn fact(slot: Slot, value: &Value) -> Cow<'_, str> {
    match value {
        Value::Number(value) => number(*value).into(),
        Value::Text(text) if slot.slot_type() == SlotType::Iso => {
            date(text).or_else(|| duration(text)).map_or(Cow::Borrowed(text.as_str()), Cow::Owned)
        }
        Value::Text(text) if slot == Slot::Weekday => weekday(text).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Flag(_) => "".into(),
    }
}

/// A day of the week, `tuesday`, with its capital.
fn weekday(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// A number with commas, `40,000`; from a million on in words where three decimals say it exactly. Decimals that a
/// fraction goes on with are cut after the third: a third is `0.333`.
pub(crate) fn number(number: f64) -> String {
    // Most figures are whole numbers, which are written faster as such.
    if number != 0.0 && number.abs() < 1e6 && number.fract() == 0.0 {
        return grouped(&(number as i64).to_string());
    }
    for (power, name) in POWERS {
        let scaled = number / power;
        let rounded = (scaled * 1000.0).round() / 1000.0;
        if (1.0..1000.0).contains(&scaled.abs()) && (scaled - rounded).abs() < 1e-9 {
            return format!("{rounded} {name}");
        }
    }
    let rounded = (number * 1000.0).round() / 1000.0;
    let digits = if rounded == 0.0 { number.to_string() } else { rounded.to_string() };
    grouped(&digits)
}

/// The number with commas between its thousands.
fn grouped(number: &str) -> String {
    if number.len() <= 3 {
        return number.to_owned();
    }
    let start = number.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let end = number.find('.').unwrap_or(number.len());
    let mut grouped = number[..start].to_owned();
    for (index, digit) in number[start..end].chars().enumerate() {
        if index > 0 && (end - start - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &number[end..]
}

/// `2025-02-27` or `2025-02` in words; none for anything else.
fn date(iso: &str) -> Option<String> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next());
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) || parts.next().is_some() {
        return None;
    }
    let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    match day {
        Some(day) if digits(day, 2) => Some(format!("{} {month} {year}", day.parse::<u8>().ok()?)),
        Some(_) => None,
        None => Some(format!("{month} {year}")),
    }
}

/// `P1Y6M` as `1 year 6 months`; none for anything else.
fn duration(iso: &str) -> Option<String> {
    let mut words = String::new();
    let mut amount = String::new();
    let mut in_time = false;
    for c in iso.strip_prefix('P')?.chars() {
        let unit = match c {
            '0'..='9' | '.' => {
                amount.push(c);
                continue;
            }
            'T' => {
                in_time = true;
                continue;
            }
            'Y' => "year",
            'M' if in_time => "minute",
            'M' => "month",
            'W' => "week",
            'D' => "day",
            'H' => "hour",
            'S' => "second",
            _ => return None,
        };
        let space = if words.is_empty() { "" } else { " " };
        let plural = if amount == "1" { "" } else { "s" };
        words.push_str(&format!("{space}{amount} {unit}{plural}"));
        amount.clear();
    }
    (!words.is_empty() && amount.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_an_article() {
        for (value, words) in [
            (2.5, "2.5"),
            (17.0, "17"),
            (40_000.0, "40,000"),
            (1_234_567.0, "1,234,567"),
            (1.3e9, "1.3 billion"),
            (-2e6, "-2 million"),
            (999_999.0, "999,999"),
            (-999_999.0, "-999,999"),
            (-100.0, "-100"),
            (1000.0, "1,000"),
            (1e12, "1 trillion"),
            (1e15, "1,000,000,000,000,000"),
            (1.0 / 3.0, "0.333"),
            (0.0004, "0.0004"),
            (0.0, "0"),
            (-1500.25, "-1,500.25"),
            (1_426_000.0, "1.426 million"),
        ] {
            assert_eq!(number(value), words, "{value}");
        }
    }

    #[test]
    fn dates_days_and_durations_read_as_in_an_article() {
        for (slot, iso, words) in [
            (Slot::When, "2027", "2027"),
            (Slot::When, "2025-02", "February 2025"),
            (Slot::When, "2025-02-07", "7 February 2025"),
            (Slot::From, "2025-13", "2025-13"),
            (Slot::Duration, "P3Y", "3 years"),
            (Slot::Duration, "P1Y6M", "1 year 6 months"),
            (Slot::Duration, "PT1H30M", "1 hour 30 minutes"),
            (Slot::Clock, "18:30", "18:30"),
            (Slot::Of, "2025-02", "2025-02"),
            (Slot::Weekday, "tuesday", "Tuesday"),
        ] {
            assert_eq!(fact(slot, &Value::from(iso)), words, "{iso}");
        }
    }
}
