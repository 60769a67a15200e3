//! Several articles at once: each stage over all of them before the next begins, which is faster than one article after another
//! (`docs/performance.md`).

use claimlist_core::{Checked, Document};

use crate::articles::or_crash;

/// Bytes of articles in a batch, at most, and one article more.
pub(crate) const BATCH: usize = 1 << 17;

/// What is found in each document, or that `check` fails on it. One on which it fails does not cost the others.
pub(crate) fn check_all(
    documents: &[&Document],
    check: impl Fn(&[&Document]) -> Vec<Checked> + Copy,
) -> Vec<Result<Checked, String>> {
    match or_crash(|| check(documents)) {
        Ok(checked) => checked.into_iter().map(Ok).collect(),
        Err(message) if documents.len() < 2 => vec![Err(message)],
        Err(_) => {
            let (first, second) = documents.split_at(documents.len() / 2);
            let mut checked = check_all(first, check);
            checked.extend(check_all(second, check));
            checked
        }
    }
}

/// Items in batches, in their order. Those of a batch have up to `largest` bytes; one that has more, or of which nobody knows how
/// many it has, is a batch of its own.
pub(crate) fn batches<T>(items: impl IntoIterator<Item = (T, Option<u64>)>, largest: u64) -> Vec<Vec<T>> {
    let mut batches: Vec<Vec<T>> = Vec::new();
    // The first item finds no batch to join.
    let mut room = None;
    for (item, size) in items {
        let left = room.zip(size).and_then(|(room, size): (u64, u64)| room.checked_sub(size));
        room = left.or_else(|| largest.checked_sub(size?));
        match batches.last_mut().filter(|_| left.is_some()) {
            Some(batch) => batch.push(item),
            None => batches.push(vec![item]),
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use claimlist_core::Checker;

    use super::*;

    #[test]
    fn an_article_on_which_a_check_fails_does_not_cost_the_others() {
        let texts = ["One.", "Two.", "bad", "Four.", "Five. Six.", "bad", "Seven."];
        let documents: Vec<_> =
            texts.map(|text| claimlist_input::text::read(text.to_owned()).unwrap()).into_iter().collect();
        let checker = Checker::without_rules();
        let check = |documents: &[&Document]| {
            assert!(documents.iter().all(|document| document.text() != "bad"), "on purpose");
            checker.check_all(documents)
        };
        let checked = check_all(&documents.iter().collect::<Vec<_>>(), check);
        let sentences: Vec<_> = checked
            .iter()
            .map(|checked| checked.as_ref().map(|checked| checked.sentences.len()).ok())
            .collect();
        assert_eq!(sentences, [Some(1), Some(1), None, Some(1), Some(2), None, Some(1)]);
    }

    #[test]
    fn batches_keep_the_order_and_what_is_large_or_unknown_stands_alone() {
        let sizes =
            [Some(3), Some(4), Some(3), Some(1), Some(50), Some(2), None, Some(0), Some(10), Some(10)];
        let batches = batches(sizes.into_iter().enumerate(), 10);
        assert_eq!(batches, [&[0, 1, 2][..], &[3], &[4], &[5], &[6], &[7, 8], &[9]]);
    }
}
