//! Sentences: whole texts cut as they should be, and sentence ends found in running text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use claimlist_core::Checker;

use crate::gold::{self, Offsets};
use crate::run::{Items, Measure};

pub(super) fn measure(checker: &Checker, folder: &Path) -> anyhow::Result<Vec<Measure>> {
    let mut measures = Vec::new();
    for name in ["golden", "more"] {
        measures.extend(whole_texts(checker, &folder.join(format!("{name}.jsonl")), name)?);
    }
    measures.extend(sentence_ends(checker, &folder.join("gum.jsonl"))?);
    Ok(measures)
}

/// A text is right where all its sentences are, white space aside.
fn whole_texts(checker: &Checker, path: &Path, name: &str) -> anyhow::Result<Option<Measure>> {
    let texts = gold::lines(path)?;
    let mut items = Items::default();
    for text in &texts {
        let wanted: Vec<String> = serde_json::from_value(text.sentences.clone())?;
        let (document, checked) = super::check(checker, text)?;
        let got = checked.sentences.iter().map(|sentence| single_spaced(sentence.span.of(document.text())));
        let right = got.eq(wanted.iter().map(|sentence| single_spaced(sentence)).filter(|s| !s.is_empty()));
        items.gold(right, format!("{} {:?}", text.id, text.text));
    }
    Ok((!texts.is_empty()).then(|| Measure::share(format!("segmentation/{name}"), "texts right", items)))
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Ends of sentences, by kind of text.
fn sentence_ends(checker: &Checker, path: &Path) -> anyhow::Result<Vec<Measure>> {
    let mut by_genre = BTreeMap::<String, Items>::new();
    for text in gold::lines(path)? {
        let offsets = Offsets::new(&text.text);
        let spans: Vec<(usize, usize)> = serde_json::from_value(text.sentences.clone())?;
        let wanted: BTreeSet<usize> = spans.iter().map(|span| offsets.byte(span.1)).collect();
        let (document, checked) = super::check(checker, &text)?;
        let got: BTreeSet<usize> =
            checked.sentences.iter().map(|sentence| sentence.span.end as usize).collect();
        for genre in [text.genre.as_str(), "all"] {
            let items = by_genre.entry(genre.to_owned()).or_default();
            for &end in &wanted {
                items.gold(got.contains(&end), place(&text.id, document.text(), end));
            }
            items.extra.extend(got.difference(&wanted).map(|&end| place(&text.id, document.text(), end)));
        }
    }
    let measure =
        |(genre, items)| Measure::f1(format!("segmentation/gum {genre}"), "F1 of sentence ends", items);
    Ok(by_genre.into_iter().map(measure).collect())
}

/// A sentence end with the text around it.
fn place(id: &str, text: &str, end: usize) -> String {
    let before: String = text[..end].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[end..].chars().take(25).collect();
    format!("{id} {end} {before:?} | {after:?}")
}
