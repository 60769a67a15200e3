//! One sentence as the checks see it, and what they find there.

use claimlist_plugin::words::{Word, words};
use claimlist_plugin::{Finding, Priority};

use crate::figures::{Figure, Unit, figures, show};

/// A sentence with its words and figures.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) words: Vec<Word<'a>>,
    pub(crate) figures: Vec<Figure<'a>>,
}

/// Something that a check found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Name of the check.
    pub(crate) check: &'static str,
    /// What the user reads.
    pub(crate) text: String,
    pub(crate) finding: Finding,
    /// The words that it is about: the first, and the one behind the last.
    pub(crate) words: (usize, usize),
}

impl Found {
    pub(crate) fn priority(&self) -> Priority {
        if self.finding == Finding::Agrees { Priority::Low } else { Priority::High }
    }
}

impl<'a> Line<'a> {
    pub(crate) fn read(text: &'a str) -> Self {
        let words = words(text);
        Self { figures: figures(&words), words }
    }

    /// The text of word `at`; empty where there is none.
    pub(crate) fn text(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.text)
    }

    /// Whether word `at` is one of these.
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.any(words))
    }

    /// Whether the word before `at` is one of these.
    pub(crate) fn before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.any(before, words))
    }

    /// Whether one of these stands from `first` to before `end`.
    pub(crate) fn has(&self, first: usize, end: usize, words: &[&str]) -> bool {
        self.words
            .get(first..end.min(self.words.len()))
            .is_some_and(|range| range.iter().any(|word| word.any(words)))
    }

    /// Whether the sentence has these words one behind the other.
    pub(crate) fn any_phrase(&self, phrase: &[&str]) -> bool {
        self.words
            .windows(phrase.len())
            .any(|words| words.iter().zip(phrase).all(|(word, wanted)| word.is(wanted)))
    }

    /// The figure that starts at word `at`, or behind words there that hedge it (`to nearly 50`).
    pub(crate) fn figure(&self, at: usize) -> Option<&Figure<'a>> {
        const HEDGES: &[&str] = &[
            "about",
            "around",
            "some",
            "roughly",
            "nearly",
            "almost",
            "over",
            "under",
            "more",
            "less",
            "fewer",
            "than",
            "just",
            "only",
            "at",
            "least",
            "most",
            "approximately",
            "an",
            "a",
            "estimated",
            "the",
        ];
        let skipped = (at..at + 3).take_while(|&at| self.any(at, HEDGES)).count();
        let from = self.figures.partition_point(|figure| figure.first < at);
        self.figures.get(from).filter(|figure| figure.first <= at + skipped)
    }

    /// A figure as the hints show it: `£2.5m` comes out as `£2.5 million`.
    pub(crate) fn shown(figure: &Figure<'_>) -> String {
        let value = show(figure.value);
        match figure.unit {
            Unit::Plain => value,
            Unit::Percent => format!("{value}%"),
            Unit::Points => format!("{value} percentage points"),
            Unit::Money(sign) if sign.chars().count() == 1 => format!("{sign}{value}"),
            Unit::Money(word) => format!("{value} {word}"),
        }
    }
}
