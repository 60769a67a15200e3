//! A total against its parts in one sentence: `30 people, 12 men and 18 women`, `Of the 40, 25 were rescued and 15 died`.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::figures::{Figure, Hedge, Unit, show};
use crate::line::{Found, Line};

/// The most words of a part behind its figure.
const PART: usize = 5;

/// Fates and votes: who is counted under one of them is not counted under another.
const APART: &[&str] = &[
    "rescued",
    "died",
    "missing",
    "killed",
    "survived",
    "injured",
    "unhurt",
    "escaped",
    "voted",
    "abstained",
    "opposed",
    "backed",
    "supported",
    "drowned",
    "wounded",
    "recovered",
    "arrested",
    "released",
    "dead",
    "saved",
    "absent",
    "against",
    "favour",
];

/// Checks the totals of a sentence.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    for at in 0..line.figures.len() {
        if let Some(found) = listed(line, at).or_else(|| of_whom(line, at)) {
            into.push(found);
            return;
        }
    }
}

/// `45 members: 20 Liberals, 15 Greens and 10 independents`, with commas, dashes or brackets for the colon.
fn listed(line: &Line<'_>, at: usize) -> Option<Found> {
    let total = &line.figures[at];
    whole(total).then_some(())?;
    let mark = (total.end..total.end + 6).find(|&at| !line.any(at, &[]) && is_mark(line, at))?;
    let noun = (total.end..mark).all(|at| line.words[at].is_letters())
        && (mark > total.end || total.unit != Unit::Plain);
    let strict = matches!(line.text(mark), ":" | "\u{2014}" | "\u{2013}" | "(");
    let first = mark + 1 + usize::from(line.any(mark + 1, &["with", "comprising", "namely", "including"]));
    let parts = parts(line, at + 1, first, total)?;
    let end = parts.last()?.1;
    let last = line.text(end);
    // The list ends where the sentence goes on: "…, 15 Greens and 10 independents, voted".
    let closed = matches!(last, "," | "." | ";" | ")" | "\u{2014}" | "\u{2013}" | "");
    // "30 people, 10 of them children and 25 under age": who is counted twice.
    let twice = line.has(
        first,
        end,
        &[
            "of",
            "under",
            "over",
            "aged",
            "including",
            "whom",
            "them",
            "than",
            "more",
            "each",
            "a",
            "per",
            "years",
            "ago",
        ],
    );
    if !noun || !closed || twice || line.has(total.end, mark, &["to", "by", "from", "on", "after"]) {
        return None;
    }
    let sum: f64 = parts.iter().map(|(part, _)| part.value).sum();
    // Behind a comma, what looks like the parts may be more of the same: "30 medals, 20 caps and 15 cups".
    let named = line.before(total.first, &["the", "all", "its", "their", "total", "of"]);
    let some = line.any(mark + 1, &["including"]);
    if !strict && ((!named && !some) || parts.iter().any(|(part, _)| part.value >= total.value)) {
        return None;
    }
    judged(total, &parts, sum, strict, end)
}

fn is_mark(line: &Line<'_>, at: usize) -> bool {
    matches!(line.text(at), "," | ":" | "\u{2014}" | "\u{2013}" | "(")
}

/// A total or part that can be added up.
fn whole(figure: &Figure<'_>) -> bool {
    let unit = matches!(figure.unit, Unit::Plain | Unit::Money(_));
    unit && figure.hedge == Hedge::None && !figure.year && figure.value > 1.0
}

/// The parts from word `first` on, separated by commas and an `and`, each with the place behind it.
fn parts<'l>(
    line: &'l Line<'_>,
    from: usize,
    first: usize,
    total: &Figure<'_>,
) -> Option<Vec<(&'l Figure<'l>, usize)>> {
    let mut parts = Vec::new();
    let mut next = first;
    let mut and = false;
    for figure in line.figures.get(from..)? {
        if figure.first != next || figure.unit != total.unit || !whole_part(figure) {
            break;
        }
        let end = (figure.end..=figure.end + PART)
            .find(|&at| at >= line.words.len() || !line.words[at].is_letters() || line.any(at, &["and"]))?;
        // A part of money needs its purpose, a count what it counts.
        if end == figure.end {
            return None;
        }
        parts.push((figure, end));
        if and {
            break;
        }
        next = end + usize::from(line.text(end) == ",");
        and = line.any(next, &["and"]);
        next += usize::from(and);
    }
    // Without the "and" the list may go on in another way.
    (and && parts.len() >= 2).then_some(parts)
}

fn whole_part(figure: &Figure<'_>) -> bool {
    whole(figure) || (figure.value == 1.0 && figure.unit == Unit::Plain)
}

/// `Of the 40 people on board, 25 were rescued, 10 died and 6 are missing`
fn of_whom(line: &Line<'_>, at: usize) -> Option<Found> {
    let total = &line.figures[at];
    let start = total.first - usize::from(line.before(total.first, &["the", "those", "these"]));
    (whole(total) && line.before(start, &["of"])).then_some(())?;
    let comma = (total.end..total.end + 7).find(|&at| line.text(at) == ",")?;
    let rest = line.figures.get(at + 1..)?;
    let mut next = comma + 1;
    let mut parts = Vec::new();
    for (index, figure) in rest.iter().enumerate() {
        let ends = rest.get(index + 1).map_or(line.words.len(), |next| next.first);
        if figure.unit != Unit::Plain || !whole_part(figure) || figure.first > next + 1 {
            return None;
        }
        if !line.has(figure.end, ends, APART) || line.has(figure.end, ends, &["of", "including", "whom"]) {
            return None;
        }
        let comma =
            (figure.end..ends).find(|&at| matches!(line.text(at), "," | ";") || line.any(at, &["and"]));
        next = comma.unwrap_or(ends) + 1;
        parts.push((figure, comma.unwrap_or(ends)));
    }
    (parts.len() >= 2).then_some(())?;
    let sum: f64 = parts.iter().map(|(part, _)| part.value).sum();
    let end = parts.last()?.0.end;
    judged(total, &parts, sum, false, end)
}

/// Whether the parts make the total. Too little is a mistake only in a list that says that it is whole.
fn judged(
    total: &Figure<'_>,
    parts: &[(&Figure<'_>, usize)],
    sum: f64,
    strict: bool,
    end: usize,
) -> Option<Found> {
    let slack: f64 = parts.iter().map(|(part, _)| part.slack()).sum::<f64>() + total.slack();
    let sums: Vec<_> = parts.iter().map(|(part, _)| show(part.value)).collect();
    let sum_text = format!("{} = {}", sums.join(" + "), show(sum));
    let words = (total.first, end);
    let check = "total";
    let off = sum - total.value;
    if off.abs() <= slack.max(total.value * 1e-9) {
        if off.abs() > total.value * 0.02 {
            return None;
        }
        return Some(Found {
            check,
            text: format!("{sum_text}, which is the total."),
            finding: Agrees,
            words,
        });
    }
    let wrong = off > 0.0 || (strict && -off < total.value * 0.5);
    wrong.then(|| Found {
        check,
        text: format!(
            "{sum_text}, {} {} than the total of {}.",
            show(off.abs()),
            if off > 0.0 { "more" } else { "less" },
            Line::shown(total)
        ),
        finding: Conflicts,
        words,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{found, hold};

    fn one(text: &str) -> Option<Found> {
        found(check, text)
    }

    #[test]
    fn parts_are_added_up() {
        hold(
            check,
            &[
                ("A total of 30 people were there: 12 men and 18 women.", Agrees, "12 + 18 = 30"),
                (
                    "The 45 members, 20 Liberals, 15 Greens and 10 independents, voted.",
                    Agrees,
                    "20 + 15 + 10 = 45",
                ),
                (
                    "The 45 members, 20 Liberals, 18 Greens and 10 independents, voted.",
                    Conflicts,
                    "= 48, 3 more than",
                ),
                (
                    "The budget is £10bn, including £6bn for roads, £3bn for rail and £4bn for buses.",
                    Conflicts,
                    "3 billion more",
                ),
                (
                    "It has 30 seats: 12 for women and 15 for men.",
                    Conflicts,
                    "27, 3 less than the total of 30",
                ),
                (
                    "Of the 40 people on board, 25 were rescued, 10 died and 6 are missing.",
                    Conflicts,
                    "= 41, 1 more",
                ),
                ("Of the 40 people on board, 25 were rescued and 15 died.", Agrees, "25 + 15 = 40"),
            ],
        );
    }

    #[test]
    fn lists_that_are_no_sums_are_left_alone() {
        for text in [
            "Some 30 people came, 12 men and 28 women.",
            "There were 30 people, 10 of them women and 25 of them under age.",
            "He paid £30m, £10m for wages and a rest.",
            "The 40 members, 12 of whom voted, met 30 guests and 20 friends.",
            "Of the 40 people on board, 25 were women and 30 spoke French.",
            "He won 10 medals, 20 caps and 30 friends.",
            "He won 30 medals, 20 caps and 15 cups.",
            "In 2020, 12 men and 18 women came.",
        ] {
            assert!(one(text).is_none_or(|found| found.finding == Agrees), "{text}: {:?}", one(text));
        }
    }
}
