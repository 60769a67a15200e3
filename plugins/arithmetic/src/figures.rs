//! The figures of a sentence with their units, whether or not they are claims: `£2.5m`, `18 per cent`, `40`.

use claimlist_plugin::words::{Word, number};

/// What a figure is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit<'a> {
    /// Nothing, or what is counted.
    Plain,
    Percent,
    /// Percentage points.
    Points,
    /// The sign, or the words, of a currency.
    Money(&'a str),
}

/// How a figure is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    None,
    /// `about`
    About,
    /// `more than`, `at least`
    Above,
    /// `nearly`, `less than`
    Below,
}

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figure<'a> {
    pub(crate) value: f64,
    /// What its last digit stands for.
    pub(crate) step: f64,
    pub(crate) scaled: bool,
    pub(crate) unit: Unit<'a>,
    pub(crate) hedge: Hedge,
    /// Its first word, hedges left out.
    pub(crate) first: usize,
    /// Behind its last word.
    pub(crate) end: usize,
    /// Whether it may be a year: nothing is reckoned with it.
    pub(crate) year: bool,
}

impl Figure<'_> {
    /// How far the true value may lie from the written one by rounding. Counts below 100 are taken for exact.
    pub(crate) fn slack(&self) -> f64 {
        let exact = self.unit == Unit::Plain && !self.scaled && self.step >= 1.0 && self.value < 100.0;
        let half = if exact { 0.0 } else { self.step / 2.0 };
        match self.hedge {
            Hedge::None => half,
            _ => half.max(self.value.abs() * 0.06),
        }
    }
}

/// All figures of a sentence, in order. Dates, clock times, ordinals, scores and the numbers of compounds (`ten-year`) are
/// none.
pub(crate) fn figures<'a>(words: &[Word<'a>]) -> Vec<Figure<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match figure(words, at) {
            Some(figure) => {
                at = figure.end;
                found.push(figure);
            }
            None => at = past(words, at),
        }
    }
    found
}

/// Past a number that is no figure, or past the word.
fn past(words: &[Word<'_>], at: usize) -> usize {
    at + number(&words[at..]).map_or(1, |number| number.words)
}

fn figure<'a>(words: &[Word<'a>], at: usize) -> Option<Figure<'a>> {
    let sign = words.get(at).map(|word| word.text).filter(|text| matches!(*text, "£" | "$" | "€" | "¥"));
    let first = at + usize::from(sign.is_some());
    let number = number(words.get(first..)?)?;
    let mut end = first + number.words;
    let (mut value, mut step, mut scaled) = (number.value, number.step, number.scaled);
    if let Some(scale) = sign.and(letter_scale(words, end)) {
        (value, step, scaled) = (value * scale, step.min(1.0) * scale, true);
        end += 1;
    }
    let unit = match sign {
        Some(sign) => Unit::Money(sign),
        None => unit(words, &mut end),
    };
    let before = at.checked_sub(1).map_or("", |before| words[before].text);
    if is_part(words, first, end, before, unit) {
        return None;
    }
    let plain = unit == Unit::Plain && !scaled;
    let year = plain && words[first].text.len() == 4 && (1500.0..2200.0).contains(&value);
    Some(Figure { value, step, scaled, unit, hedge: hedge(words, at), first: at, end, year })
}

/// Whether the number is a part of a date, a time, an ordinal, a score or a compound, or negative.
fn is_part(words: &[Word<'_>], first: usize, end: usize, before: &str, unit: Unit<'_>) -> bool {
    const MONTHS: &[&str] = &[
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
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
    ];
    let behind = words.get(end).map_or("", |word| word.text);
    let joined = |at: usize| at > 0 && words.get(at).is_some_and(|word| word.start == words[at - 1].end);
    let joined_mark = |text: &str| matches!(text, "-" | "/" | "\u{2212}" | "." | ":" | "#");
    let ordinal = unit == Unit::Plain
        && words[first].is_digits()
        && matches!(behind, "st" | "nd" | "rd" | "th" | "am" | "pm" | "s");
    let date = unit == Unit::Plain && (MONTHS.contains(&before) || MONTHS.contains(&behind));
    ordinal
        || date
        || (joined_mark(before) && joined(first))
        || before == "minus"
        || (joined_mark(behind) && joined(end) && joined(end + 1))
        || (joined(first) && words[first - 1].is_letters())
}

/// `m` in `£2m`
fn letter_scale(words: &[Word<'_>], at: usize) -> Option<f64> {
    let word = words.get(at)?;
    let joined = at > 0 && word.start == words[at - 1].end;
    match word.text {
        "m" | "M" if joined => Some(1e6),
        "k" | "K" if joined => Some(1e3),
        "b" | "B" if joined => Some(1e9),
        _ => None,
    }
}

/// The unit behind a number, and past it.
fn unit<'a>(words: &[Word<'a>], end: &mut usize) -> Unit<'a> {
    const MONEY: &[&str] = &[
        "pounds", "dollars", "euros", "yen", "crowns", "kroner", "kronor", "francs", "rupees", "pence",
        "cents", "roubles", "rubles", "yuan", "zloty", "lira", "pesos", "rand",
    ];
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let (unit, used) = match (text(*end), text(*end + 1)) {
        ("%" | "percent", _) => (Unit::Percent, 1),
        ("per", "cent") => (Unit::Percent, 2),
        ("percentage", "point" | "points") => (Unit::Points, 2),
        (word, _) if MONEY.contains(&word) => (Unit::Money(word), 1),
        _ => (Unit::Plain, 0),
    };
    *end += used;
    unit
}

/// The hedge before a figure.
fn hedge(words: &[Word<'_>], at: usize) -> Hedge {
    let before = |by: usize| at.checked_sub(by).map_or("", |before| words[before].text);
    match (before(2), before(1)) {
        ("more" | "greater" | "higher", "than") | ("at", "least") => Hedge::Above,
        ("less" | "fewer" | "lower", "than") | ("at", "most") | ("up", "to") => Hedge::Below,
        (_, "over" | "above") => Hedge::Above,
        (_, "nearly" | "almost" | "under" | "below") => Hedge::Below,
        (_, "about" | "around" | "some" | "roughly" | "approximately" | "Some" | "About" | "Around") => {
            Hedge::About
        }
        _ => Hedge::None,
    }
}

/// A number as the hints show it: `1,214,300`, `2.5`, `33.3`, `2.1 million`.
pub(crate) fn show(value: f64) -> String {
    for (scale, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        let hundredths = value / scale * 100.0;
        if value.abs() >= scale && (hundredths - hundredths.round()).abs() < 1e-6 {
            return format!("{} {name}", hundredths.round() / 100.0);
        }
    }
    let places = match value.abs() {
        100.0.. => 1.0,
        10.0.. => 10.0,
        _ => 100.0,
    };
    let rounded = (value * places).round() / places;
    let text = format!("{}", rounded.abs());
    let (whole, decimals) = text.split_once('.').map_or((text.as_str(), None), |(w, d)| (w, Some(d)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if rounded < 0.0 { "-" } else { "" };
    decimals.map_or_else(|| format!("{sign}{grouped}"), |decimals| format!("{sign}{grouped}.{decimals}"))
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::words::words;

    use super::*;

    fn read(text: &str) -> Vec<(f64, Unit<'_>)> {
        figures(&words(text)).iter().map(|figure| (figure.value, figure.unit)).collect()
    }

    #[test]
    fn figures_have_values_and_units() {
        assert_eq!(read("from £2m to £2.5 million"), [(2e6, Unit::Money("£")), (2.5e6, Unit::Money("£"))]);
        assert_eq!(
            read("18 per cent, or six percentage points"),
            [(18.0, Unit::Percent), (6.0, Unit::Points)]
        );
        assert_eq!(read("620 euros and 12 men"), [(620.0, Unit::Money("euros")), (12.0, Unit::Plain)]);
    }

    #[test]
    fn dates_times_ordinals_scores_and_compounds_are_none() {
        for text in [
            "on 3 May",
            "March 3",
            "at 3.10am",
            "the 25th",
            "won 3-1",
            "a ten-year plan",
            "9/11",
            "minus 5",
            "A4",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert!(figures(&words("in 2024"))[0].year);
    }

    #[test]
    fn numbers_are_shown_with_commas() {
        let shown = [1_214_300.0, 33.333, 2.5, -40.0, 999.6, 2.15e6, 6e9].map(show);
        assert_eq!(shown, ["1,214,300", "33.3", "2.5", "-40", "1,000", "2.15 million", "6 billion"]);
    }
}
