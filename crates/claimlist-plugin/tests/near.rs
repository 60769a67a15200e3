//! A hint on bytes of a sentence lands on the claim that they belong to.

use claimlist_plugin::testing::{Article, run};
use claimlist_plugin::{Claims, Config, Document, Error, Hint, Hints, Log, Metadata, Plugin, cargo_metadata};

/// Gives a hint on each `*`.
struct Stars;

impl Plugin for Stars {
    const METADATA: Metadata = cargo_metadata!();

    fn configure(_: &Config, _: &Log<'_>) -> Result<Self, Error> {
        Ok(Self)
    }

    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        for (index, sentence) in document.sentences().enumerate() {
            for (at, _) in sentence.text.match_indices('*') {
                let start = sentence.start + at;
                hints.near(claims, index, start..start + 1, Hint::new("star", "A star."));
            }
        }
        Ok(())
    }
}

#[test]
fn the_claim_that_shares_most_or_lies_nearest_is_found() {
    let on = |text: &str, claims: &[&str]| {
        let article = claims.iter().fold(Article::new(text), |article, words| article.claim("event", words));
        let hints = run::<Stars>("{}", &article).expect("the plugin runs");
        hints.into_iter().map(|hint| hint.claim.unwrap_or_default()).collect::<Vec<_>>()
    };
    // Inside two claims: the shorter.
    assert_eq!(on("One two * three four.", &["One two * three", "two *"]), ["two *"]);
    // Inside none: the nearest of its sentence, though one of another sentence is nearer.
    assert_eq!(on("One two three four * five. Six.", &["One", "three", "Six"]), ["three"]);
    // A sentence without claims: the article.
    assert_eq!(on("One two. Three * four. Five.", &["One two", "Five"]), [""]);
}
