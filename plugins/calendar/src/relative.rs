//! Days named from the day of publication: `on Tuesday` is 25 February 2025 if the article appeared on the 27th.

use claimlist_plugin::{Claim, Claims, Document, Hint, Hints, Priority};

use crate::day::{Day, WEEKDAYS};

/// Says for each day that is only named relatively, once, which day it is.
pub(crate) fn check(today: Day, document: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) {
    let mut said: Vec<(&str, Day)> = Vec::new();
    for claim in claims.iter().filter(|claim| claim.kind() == "time") {
        let Some((name, day)) = resolved(today, &claim) else { continue };
        // "on a Monday", "every Monday": any of them.
        let before = document.text().get(..claim.start()).unwrap_or_default().trim_end();
        let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if said.contains(&(name, day)) || matches!(last, "a" | "every" | "each" | "one" | "any") {
            continue;
        }
        said.push((name, day));
        let doubt = if day.weekday() == today.weekday() && WEEKDAYS.contains(&name) {
            "; the article appeared on that day of the week itself: check which one is meant"
        } else {
            ""
        };
        let text =
            format!("\"{name}\" is {} {day} if the article appeared on {today}{doubt}.", day.weekday_name());
        hints.on(&claim, Hint::new("relative-day", &text).priority(Priority::Low));
    }
}

/// The relative word of a time and its day.
fn resolved<'a>(today: Day, claim: &Claim<'a>) -> Option<(&'a str, Day)> {
    let text = claim.text();
    let day = Day::parse(claim.words("when")?)?;
    if text.contains(|c: char| c.is_ascii_digit()) || (day.number() - today.number()).abs() > 14 {
        return None;
    }
    let word = text.split(|c: char| !c.is_alphabetic()).find(|word| {
        WEEKDAYS.contains(word)
            || ["yesterday", "tomorrow"].iter().any(|name| word.eq_ignore_ascii_case(name))
    })?;
    let named = WEEKDAYS.iter().position(|name| *name == word);
    // Where the program and the calendar disagree, neither is worth a hint.
    named.is_none_or(|named| usize::from(day.weekday()) == named).then_some((word, day))
}
