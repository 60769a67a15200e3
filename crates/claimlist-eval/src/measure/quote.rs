//! Quotations: found at all.

use std::path::Path;

use claimlist_core::Checker;
use claimlist_core::recognize::MentionKind;

use crate::gold;
use crate::run::{Items, Measure};

pub(super) fn measure(checker: &Checker, folder: &Path) -> anyhow::Result<Vec<Measure>> {
    let texts = gold::lines(&folder.join("gum.jsonl"))?;
    let mut items = Items::default();
    for text in &texts {
        let (_, checked) = super::check(checker, text)?;
        let mentions = super::mentions(&checked, MentionKind::Quote);
        // The annotation also marks quotations that are set off without marks; those are not looked for.
        for quote in text.quotes.iter().filter(|quote| quote.text.starts_with(['"', '\'', '“', '‘', '«']))
        {
            let found = mentions.iter().any(|mention| mention.span.overlaps(quote.span()));
            items.gold(found, super::item(&text.id, quote.span(), &quote.text));
        }
    }
    let measure = || Measure::share("quote/gum found".to_owned(), "quotations found", items);
    Ok((!texts.is_empty()).then(measure).into_iter().collect())
}
