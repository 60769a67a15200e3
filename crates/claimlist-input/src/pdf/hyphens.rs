//! Words that a line broke: whether the hyphen at the end of a line belongs to the word.

use std::collections::HashSet;

use super::lines::Line;

/// Words that stand before a hyphen more often than a line is broken behind them.
const COMPOUNDS: &[&str] = &[
    "anti", "cross", "eight", "eighty", "ex", "fifty", "five", "forty", "four", "full", "half", "high",
    "ill", "long", "low", "mid", "mother", "multi", "nine", "ninety", "non", "one", "part", "post", "pre",
    "pro", "quasi", "second", "self", "semi", "seven", "seventy", "short", "six", "sixty", "so", "ten",
    "third", "thirty", "three", "twenty", "two", "vice", "well", "year",
];

/// What becomes of the end of a line and the start of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join<'t> {
    /// A space between words.
    Space,
    /// A word goes on: what is kept of this line, and the bytes of the next line that belong to the word.
    Word { keep: &'t str, rest: usize },
}

/// The words of a document that no line broke: what a broken one is likely to be.
pub(super) struct Words(HashSet<String>);

impl Words {
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let mut own: Vec<_> = line.text.split_whitespace().map(bare).collect();
            // The ends may be halves.
            own.pop();
            words.extend(own.into_iter().skip(1).filter(|word| !word.is_empty()));
        }
        Self(words)
    }

    /// Whether a word runs from a line to the next, and how.
    pub(super) fn join<'t>(&self, line: &'t str, next: &str) -> Join<'t> {
        let line = line.trim_end();
        let rest = next.find(char::is_whitespace).unwrap_or(next.len());
        let word = |keep| Join::Word { keep, rest };
        if let Some(keep) = line.strip_suffix('\u{AD}') {
            return word(keep);
        }
        if line.ends_with(['—', '/']) && !line.ends_with(" —") && !line.ends_with(" /") {
            return word(line);
        }
        let Some(keep) = line.strip_suffix(['-', '\u{2010}']) else { return Join::Space };
        let first = keep.rsplit(char::is_whitespace).next().unwrap_or_default();
        let second = bare(next.get(..rest).unwrap_or_default());
        if !first.ends_with(char::is_alphanumeric) || second.is_empty() {
            return Join::Space;
        }
        // "pre- and post-war"
        if matches!(second.as_str(), "and" | "or" | "to") {
            return Join::Space;
        }
        if self.is_compound(first, &second, next) { word(line) } else { word(keep) }
    }

    /// Whether the hyphen between these belongs to the word.
    fn is_compound(&self, first: &str, second: &str, next: &str) -> bool {
        let first = bare(first);
        let has = |word: &str| self.0.contains(word);
        if has(&format!("{first}{second}")) {
            return false;
        }
        has(&format!("{first}-{second}"))
            || !next.starts_with(char::is_lowercase)
            || first.contains('-')
            || first.ends_with(|c: char| c.is_ascii_digit())
            || COMPOUNDS.contains(&first.as_str())
            || has(&first) && has(second) && first.len() > 2
    }
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_at_the_ends_of_lines() {
        let line = |text: &str| Line {
            text: text.to_owned(),
            left: 0.0,
            right: 0.0,
            base: 0.0,
            size: 0.0,
            bold: false,
            page: 1,
            cells: Vec::new(),
        };
        let known =
            [line("The council met a decision-making body and a flood plain here, in the care home, once.")];
        let words = Words::of(known.iter());
        for (text, next, wanted) in [
            ("the coun-", "cil, which", Some(("the coun", 4))),
            ("it was decision-", "making at", Some(("it was decision-", 6))),
            ("a flood-", "plain house", Some(("a flood-", 5))),
            ("the depart-", "ment.", Some(("the depart", 5))),
            ("a long-", "serving mayor", Some(("a long-", 7))),
            ("the Anglo-", "Saxon king", Some(("the Anglo-", 5))),
            ("a 12-", "month low", Some(("a 12-", 5))),
            ("soft\u{AD}", "ware", Some(("soft", 4))),
            ("it rained—", "all day", Some(("it rained—", 3))),
            ("of pre-", "and post-war", None),
            ("it rained -", "all day", None),
            ("it rained", "all day", None),
            ("it rained-", "", None),
        ] {
            let wanted = wanted.map_or(Join::Space, |(keep, rest)| Join::Word { keep, rest });
            assert_eq!(words.join(text, next), wanted, "{text}");
        }
    }
}
