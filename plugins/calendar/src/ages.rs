//! Ages against dates of birth: `Ann Lee, who was born on 3 May 1970, is 53`.

use crate::dates::Written;
use crate::day::Day;
use crate::line::{Found, Line, found};

/// How far apart the birth and the age may stand, in words.
const REACH: usize = 14;

/// Compares the one age of a sentence with its one date of birth.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    // "Ann Lee, 53, and her son, born in 1999": two people.
    const OTHERS: &[&str] = &[
        "her", "his", "their", "whose", "son", "daughter", "wife", "husband", "mother", "father", "brother",
        "sister",
    ];
    let ages = ages(line);
    let [age] = ages[..] else { return };
    if line.has(OTHERS) {
        return;
    }
    let (birth, reference) = match life(line) {
        Some(life) if line.any(age.first.saturating_sub(1), &["aged", "at", "of"]) => life,
        Some(_) => return,
        None => {
            let Some(birth) = birth(line) else { return };
            let Some(reference) = reference(line, &birth) else { return };
            (birth, reference)
        }
    };
    let apart = age.first.saturating_sub(birth.end).max(birth.first.saturating_sub(age.end));
    let Some((low, high)) = possible(&birth, &reference) else { return };
    if apart > REACH || high > 125 {
        return;
    }
    let range = if low == high { low.to_string() } else { format!("{low} or {high}") };
    let text = |not: &str| format!("Born {} makes {range} {}{not}.", in_words(&birth), at(line, &reference));
    let words = (age.first.min(birth.first), age.end.max(birth.end));
    into.push(if (low..=high).contains(&age.years) {
        found("age", words, text("")).agrees()
    } else {
        found("age", words, text(&format!(", not {}", age.years))).conflicts()
    });
}

/// An age in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Age {
    years: i32,
    first: usize,
    end: usize,
}

/// `, 53,`, `is 53`, `53-year-old`, `aged 53`, `53 years old`: ages that hold when the article appears, or at a death.
fn ages(line: &Line<'_>) -> Vec<Age> {
    let mut ages = Vec::new();
    for at in 1..line.words.len() {
        let Some((years, end)) = line.count(at) else { continue };
        if !(1..=125).contains(&years) {
            continue;
        }
        let before = line.text(at - 1);
        let closes = matches!(line.text(end), "," | "." | ";" | ")" | "");
        let old = line.phrase(end, &["years", "old"]) || line.phrase(end, &["-", "year", "-", "old"]);
        let apposed = before == ","
            && at >= 2
            && line.words[at - 2].is_capitalised()
            && matches!(line.text(end), "," | "." | "");
        let present = line.any(at - 1, &["is", "now"]) && closes;
        let aged = line.any(at - 1, &["aged"]) && !line.any(end, &["to", "and", "-"]);
        let died = line.any(at - 1, &["at", "of"]) && closes && line.has(&["died"]);
        let rough = line.hedged(at);
        if !rough && (old || apposed || present || aged || died) {
            ages.push(Age { years, first: at, end });
        }
    }
    ages
}

/// The date behind the only `born` of a sentence.
fn birth(line: &Line<'_>) -> Option<Written> {
    let mut births = line.words.iter().enumerate().filter(|(_, word)| word.is("born"));
    let at = births.next()?.0;
    if births.next().is_some() {
        return None;
    }
    let near = |date: &&Written| date.first > at && date.first <= at + 3;
    let birth = line.dates.iter().find(near).filter(|date| date.year.is_some())?;
    line.any(birth.first - 1, &["on", "in", "born"]).then_some(*birth)
}

/// `(1950-2020)`: birth and death.
fn life(line: &Line<'_>) -> Option<(Written, Written)> {
    line.dates.windows(2).find_map(|pair| {
        let [birth, death] = pair else { return None };
        let brackets = birth.first.checked_sub(1).is_some_and(|before| line.text(before) == "(")
            && matches!(line.text(birth.end), "-" | "\u{2013}")
            && death.first == birth.end + 1
            && line.text(death.end) == ")";
        brackets.then_some((*birth, *death))
    })
}

/// When the age holds: at the death that the sentence dates, or else when the article appears. Nothing where the sentence
/// tells of another time.
fn reference(line: &Line<'_>, birth: &Written) -> Option<Written> {
    const OTHER_TIME: &[&str] = &["when", "then", "turned", "was", "were", "while", "became", "until"];
    if let Some(died) = line.words.iter().position(|word| word.is("died")) {
        let behind = |date: &&Written| date.first > died && date.first <= died + 4 && date.year.is_some();
        return line.dates.iter().find(behind).copied();
    }
    let mut others = (0..line.words.len()).filter(|&at| line.any(at, OTHER_TIME));
    // "who was born" is no other time.
    if others.any(|at| !line.any(at + 1, &["born"])) || line.dates.iter().any(|date| date != birth) {
        return None;
    }
    let today = line.today?;
    Some(Written {
        year: Some(today.year),
        month: Some(today.month),
        day: Some(today.day),
        ..Written::default()
    })
}

/// The least and the greatest age that somebody born then can have at that time, in whole years.
fn possible(birth: &Written, reference: &Written) -> Option<(i32, i32)> {
    let (born_first, born_last) = birth.bounds()?;
    let (from, to) = reference.bounds()?;
    let age =
        |born: Day, at: Day| at.year - born.year - i32::from((at.month, at.day) < (born.month, born.day));
    let (low, high) = (age(born_last, from), age(born_first, to));
    (low >= 0).then_some((low, high))
}

fn in_words(birth: &Written) -> String {
    match (birth.full(), birth.month, birth.year) {
        (Some(day), ..) => format!("on {day}"),
        (None, Some(month), Some(year)) => {
            format!("in {} {year}", crate::day::MONTHS[usize::from(month) - 1])
        }
        (_, _, year) => format!("in {}", year.unwrap_or_default()),
    }
}

fn at(line: &Line<'_>, reference: &Written) -> String {
    match (reference.full(), reference.year) {
        (Some(day), _) if Some(day) == line.today => format!("when the article appears ({day})"),
        (Some(day), _) => format!("on {day}"),
        (None, year) => format!("in {}", year.unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::Finding::{Agrees, Conflicts};

    use super::*;

    fn one(text: &str) -> Option<Found> {
        let mut into = Vec::new();
        check(&Line::read(text, Day::parse("2025-02-27")), &mut into);
        into.pop()
    }

    #[test]
    fn ages_are_reckoned_from_births() {
        for (text, finding, says) in [
            ("Ann Lee, who was born on 3 May 1970, is 53.", Conflicts, "Born on 3 May 1970 makes 54 when"),
            ("Ann Lee, who was born on 3 May 1970, is 54.", Agrees, "makes 54"),
            ("Ann Lee, 55, was born in 1970.", Agrees, "makes 54 or 55"),
            (
                "Ann Lee, 57, was born in 1970.",
                Conflicts,
                "makes 54 or 55 when the article appears (27 February 2025), not 57",
            ),
            ("Born in 1965, the 49-year-old actor lives in Leeds.", Conflicts, "59 or 60"),
            ("He was born in May 1950 and died in 2020 aged 74.", Conflicts, "69 or 70 in 2020, not 74"),
            ("Carl May (1950-2020) died at the age of 70.", Agrees, "69 or 70"),
        ] {
            let found = one(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.finding, Some(finding), "{text}: {}", found.text);
            assert!(found.text.contains(says), "{text}: {}", found.text);
        }
    }

    #[test]
    fn ages_of_another_time_are_left_alone() {
        for text in [
            "Born in 1970, she was 20 when she won.",
            "Born in 1970, she became a doctor, aged 30, in 2001.",
            "Ann Lee, 53, and her son, born in 1999, 26, spoke.",
            "She was born in 1970 in ward 12.",
            "He was born in 1950 and died aged 74.",
            "Born in 1970, about 30 years old.",
        ] {
            assert!(one(text).is_none(), "{text}: {:?}", one(text));
        }
    }
}
