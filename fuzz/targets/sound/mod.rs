//! What holds of every article that was read, and of every error.

use claimlist_input::{Articles, ReadError};

/// Panics if something does not hold.
pub fn check(articles: Result<Articles, ReadError>) {
    let told = |error: ReadError| {
        let error = error.to_string();
        // A library that panics or does not end is told as an error.
        assert!(
            !error.is_empty() && !error.contains("cannot cope with") && !error.contains("too long"),
            "{error}"
        );
    };
    let articles = match articles {
        Ok(articles) => articles,
        Err(error) => return told(error),
    };
    for article in articles {
        let document = match article {
            Ok(document) => document,
            Err(error) => return told(error),
        };
        let mut positions = document.positions();
        let mut end = 0;
        for block in &document.blocks {
            assert!(block.span.start >= end && block.span.end > block.span.start, "{block:?} after {end}");
            assert!(document.text().get(block.span.range()).is_some(), "{block:?}");
            let position = positions.at(block.span.start);
            assert!(position.line >= 1 && position.column >= 1, "{position:?}");
            let _ = document.place(block.span.end);
            end = block.span.end;
        }
    }
}
