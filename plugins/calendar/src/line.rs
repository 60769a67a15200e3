//! One sentence as the checks see it, and what they find there.

use claimlist_plugin::words::{Word, number, words};
use claimlist_plugin::{Document, Finding, Priority, Sentence};

use crate::dates::{Written, dates};
use crate::day::Day;

/// A sentence with its words and dates.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) words: Vec<Word<'a>>,
    pub(crate) dates: Vec<Written>,
    /// The article's day of publication.
    pub(crate) today: Option<Day>,
}

/// Something that a check found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Name of the check.
    pub(crate) check: &'static str,
    /// What the user reads.
    pub(crate) text: String,
    pub(crate) priority: Priority,
    pub(crate) finding: Option<Finding>,
    /// The words that it is about: the first, and the one behind the last.
    pub(crate) words: (usize, usize),
}

impl<'a> Line<'a> {
    pub(crate) fn new(document: &Document<'_>, sentence: &Sentence<'a>) -> Self {
        Self::read(sentence.text, document.date().and_then(Day::parse))
    }

    pub(crate) fn read(text: &'a str, today: Option<Day>) -> Self {
        let words = words(text);
        Self { dates: dates(&words), words, today }
    }

    /// The text of word `at`; empty where there is none.
    pub(crate) fn text(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.text)
    }

    /// Whether word `at` is one of these.
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.any(words))
    }

    /// Whether the sentence has one of these words.
    pub(crate) fn has(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| word.any(words))
    }

    /// Whether these words stand at `at`.
    pub(crate) fn phrase(&self, at: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(offset, word)| self.any(at + offset, &[word]))
    }

    /// The whole number of years, months or the like that starts at word `at`, with the place behind it.
    pub(crate) fn count(&self, at: usize) -> Option<(i32, usize)> {
        let number = number(self.words.get(at..)?)?;
        let whole = number.value.fract() == 0.0 && (0.0..100_000.0).contains(&number.value);
        whole.then_some((number.value as i32, at + number.words))
    }

    /// Whether the figure at `at` is only roughly meant.
    pub(crate) fn hedged(&self, at: usize) -> bool {
        const HEDGES: &[&str] = &[
            "about",
            "around",
            "nearly",
            "almost",
            "some",
            "over",
            "roughly",
            "than",
            "least",
            "most",
            "approximately",
            "least",
            "under",
            "circa",
        ];
        at.checked_sub(1).is_some_and(|before| self.any(before, HEDGES))
    }
}

/// Something found on the words from `first` to before `end`, without a finding, of medium priority.
pub(crate) fn found(check: &'static str, words: (usize, usize), text: String) -> Found {
    Found { check, text, priority: Priority::Medium, finding: None, words }
}

impl Found {
    /// The same, contradicting the claim.
    pub(crate) fn conflicts(self) -> Self {
        Self { finding: Some(Finding::Conflicts), priority: Priority::High, ..self }
    }

    /// The same, bearing the claim out.
    pub(crate) fn agrees(self) -> Self {
        Self { finding: Some(Finding::Agrees), priority: Priority::Low, ..self }
    }
}
