//! Which claims of an article are shown, and in what order.
//!
//! ```
//! use claimlist_report::{Limit, Selection, Sort};
//!
//! // The ten claims most worth a check, the most worthy first.
//! let selection = Selection { limit: Limit::Top(10), sort: Sort::Worth, ..Selection::default() };
//! assert_eq!(selection.kinds, []);
//! ```

use std::cmp::Reverse;

use claimlist_core::checklist::{ClaimEntry, DocumentEntry};
use claimlist_core::{ClaimKind, Finding};

/// How many bytes of sentences one row of a quiet table stands for: 25 rows for an article of 600 words, an English
/// word in print being about six bytes long with the space behind it.
const BYTES_A_ROW: usize = 600 * 6 / 25;

/// A quiet table has at least so many rows (if there are so many claims), so that a short notice is not cut to nothing.
const FEWEST_ROWS: usize = 10;

/// A quiet table has at most so many rows, however long the text is.
const MOST_ROWS: usize = 100;

/// What to show of each article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Only claims of these kinds; of every kind if there are none.
    pub kinds: Vec<ClaimKind>,
    /// Only claims with a hint that has one of these tags; whatever their hints if there are none.
    pub tags: Vec<String>,
    /// Only claims of at least this worth, 0 to 1.
    pub min_worth: f64,
    /// How many of them.
    pub limit: Limit,
    /// In what order.
    pub sort: Sort,
}

/// How many claims of an article are shown; of more, those most worth a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limit {
    /// All of them.
    #[default]
    All,
    /// So many at most.
    Top(usize),
    /// As many as the length of the article bears: about 25 for 600 words, never more than 100.
    Quiet,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// That of the text.
    #[default]
    Position,
    /// The most worth a check first.
    Worth,
    /// By kind in the order of [`ClaimKind::ALL`], then as in the text.
    Kind,
}

/// A claim that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Row<'c> {
    /// Its number among all claims of the article in the order of the text, from 1, whatever is shown of them.
    pub number: usize,
    /// The claim.
    pub claim: &'c ClaimEntry,
}

/// What is shown of an article.
#[derive(Clone, Debug)]
pub struct Selected<'c> {
    /// The claims, in the order asked for.
    pub rows: Vec<Row<'c>>,
    /// How many claims of those kinds and of that worth the limit left out.
    pub left_out: usize,
}

impl Selection {
    /// Whether it shows every claim in the order of the text.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// What to show of an article.
    #[must_use]
    pub fn of<'c>(&self, document: &'c DocumentEntry) -> Selected<'c> {
        let mut rows: Vec<_> = self.matching(document).collect();
        let matching = rows.len();
        let limit = match self.limit {
            Limit::All => matching,
            Limit::Top(rows) => rows,
            Limit::Quiet => quiet_rows(document),
        };
        if limit < matching {
            rows.sort_by(by_worth);
            rows.truncate(limit);
        }
        match self.sort {
            Sort::Position => rows.sort_by_key(|row| row.number),
            Sort::Worth => rows.sort_by(by_worth),
            Sort::Kind => rows.sort_by_key(|row| (row.claim.kind, row.number)),
        }
        Selected { left_out: matching - rows.len(), rows }
    }

    /// The claims of those kinds, tags and worth, in the order of the text, whatever the limit.
    pub fn matching<'c>(&self, document: &'c DocumentEntry) -> impl Iterator<Item = Row<'c>> {
        let row = |(index, claim)| Row { number: index + 1, claim };
        document.claims.iter().enumerate().map(row).filter(|row| self.matches(row.claim))
    }

    fn matches(&self, claim: &ClaimEntry) -> bool {
        let tagged = |tag: &String| claim.hints.iter().any(|hint| hint.tags.contains(tag));
        claim.worth >= self.min_worth
            && (self.kinds.is_empty() || self.kinds.contains(&claim.kind))
            && (self.tags.is_empty() || self.tags.iter().any(tagged))
    }
}

/// How many rows a quiet table of this article has.
fn quiet_rows(document: &DocumentEntry) -> usize {
    let bytes: usize =
        document.sentences.iter().map(|sentence| (sentence.end - sentence.start) as usize).sum();
    (bytes / BYTES_A_ROW).clamp(FEWEST_ROWS, MOST_ROWS)
}

/// The most worth a check first: what the article itself contradicts, then by worth, then what rules hold to be more
/// urgent, then as in the text.
fn by_worth(a: &Row<'_>, b: &Row<'_>) -> std::cmp::Ordering {
    let conflicts =
        |row: &Row<'_>| row.claim.hints.iter().any(|hint| hint.finding == Some(Finding::Conflicts));
    let priority = |row: &Row<'_>| row.claim.hints.iter().map(|hint| hint.priority).max();
    conflicts(b)
        .cmp(&conflicts(a))
        .then(b.claim.worth.total_cmp(&a.claim.worth))
        .then_with(|| Reverse(priority(a)).cmp(&Reverse(priority(b))))
        .then(a.number.cmp(&b.number))
}

#[cfg(test)]
mod tests {
    use claimlist_core::checklist::{SentenceEntry, Status};
    use claimlist_core::{BlockKind, Facts};

    use super::*;

    fn article(bytes: u32, claims: &[(ClaimKind, f64)]) -> DocumentEntry {
        let claim = |&(kind, worth): &(ClaimKind, f64)| ClaimEntry {
            id: String::new(),
            kind,
            text: "it".to_owned(),
            start: 0,
            end: 2,
            line: 1,
            column: 1,
            place: None,
            sentence: 0,
            worth,
            speaker: None,
            quoted: false,
            facts: Facts::new(),
            hints: Vec::new(),
            status: Status::Open,
            marked: None,
            note: None,
            evidence: Vec::new(),
        };
        DocumentEntry {
            path: "a.txt".to_owned(),
            title: None,
            date: None,
            byline: None,
            text: String::new(),
            blocks: Vec::new(),
            sentences: vec![SentenceEntry { start: 0, end: bytes, worth: 0.5, block: BlockKind::Paragraph }],
            claims: claims.iter().map(claim).collect(),
            hints: Vec::new(),
            mentions: None,
        }
    }

    fn numbers(selection: &Selection, article: &DocumentEntry) -> Vec<usize> {
        selection.of(article).rows.iter().map(|row| row.number).collect()
    }

    #[test]
    fn the_quiet_table_of_600_words_has_25_rows() {
        let long = article(3600, &vec![(ClaimKind::Time, 0.5); 60]);
        let selected = Selection { limit: Limit::Quiet, ..Selection::default() }.of(&long);
        assert_eq!((selected.rows.len(), selected.left_out), (25, 35));
        assert_eq!(quiet_rows(&article(60, &[])), FEWEST_ROWS);
        assert_eq!(quiet_rows(&article(60_000_000, &[])), MOST_ROWS);
    }

    #[test]
    fn a_limit_keeps_the_worthiest_in_the_order_asked_for() {
        let article = article(
            99,
            &[
                (ClaimKind::Time, 0.2),
                (ClaimKind::Role, 0.5),
                (ClaimKind::Quote, 0.9),
                (ClaimKind::Time, 0.7),
            ],
        );
        let top = |sort| Selection { limit: Limit::Top(3), sort, ..Selection::default() };
        assert_eq!(numbers(&top(Sort::Position), &article), [2, 3, 4]);
        assert_eq!(numbers(&top(Sort::Worth), &article), [3, 4, 2]);
        assert_eq!(numbers(&top(Sort::Kind), &article), [4, 3, 2]);
    }

    #[test]
    fn what_filters_leave_out_does_not_count_as_left_out() {
        let article = article(99, &[(ClaimKind::Time, 0.2), (ClaimKind::Role, 0.5), (ClaimKind::Time, 0.7)]);
        let selection = Selection { kinds: vec![ClaimKind::Time], min_worth: 0.2, ..Selection::default() };
        let selected = selection.of(&article);
        assert_eq!((selected.rows.len(), selected.left_out), (2, 0));
    }
}
