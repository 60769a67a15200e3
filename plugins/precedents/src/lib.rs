//! Looks up whether a claim has been checked before: a claimlist plugin.
//!
//! It reads a ClaimReview feed, the JSON-LD that fact-checkers publish, and shows the reviews whose claims an article repeats.
//! The README says what it claims and what it does not.

mod feed;
mod index;
mod terms;

use std::path::Path;

use claimlist_plugin::{
    Claims, Config, Document, Error, Hint, Hints, Log, Metadata, Plugin, Priority, cargo_metadata,
    export_plugin,
};

use crate::feed::{Review, reviews};
use crate::index::{Hit, Index};
use crate::terms::terms;

/// So many words, small ones left out, a sentence and a reviewed claim have to share.
const LEAST: usize = 3;

/// The plugin.
#[derive(Debug)]
pub struct Precedents {
    reviews: Vec<Review>,
    index: Index,
    /// So much of a reviewed claim, by the weight of its words, has to stand in a sentence: 0 to 1.
    threshold: f32,
    /// At most so many reviews of a sentence.
    limit: usize,
}

impl Plugin for Precedents {
    const METADATA: Metadata = Metadata { name: "precedents", ..cargo_metadata!() };

    fn configure(config: &Config, log: &Log<'_>) -> Result<Self, Error> {
        config.only(&["feed", "threshold", "limit"])?;
        let Some(path) = config.text("feed")? else {
            return Err(Error::new("no \"feed\" is set: name a file with ClaimReview data (JSON-LD)"));
        };
        if !Path::new(path).is_absolute() {
            // A plugin runs in the root folder, whatever folder the user is in.
            return Err(Error::new(format!(
                "\"feed\" is {path}: give the whole path, from the root folder on"
            )));
        }
        let threshold = config.number("threshold")?.unwrap_or(0.7);
        let limit = config.number("limit")?.unwrap_or(1.0);
        if !(0.1..=1.0).contains(&threshold) {
            return Err(Error::new("\"threshold\" has to be a number from 0.1 to 1"));
        }
        if !(1.0..=10.0).contains(&limit) {
            return Err(Error::new("\"limit\" has to be a number from 1 to 10"));
        }
        let text = std::fs::read_to_string(path).map_err(|error| Error::new(format!("{path}: {error}")))?;
        let reviews = reviews(&text).map_err(|error| Error::new(format!("{path}: {error}")))?;
        if reviews.is_empty() {
            return Err(Error::new(format!("{path}: there is no ClaimReview with a claimReviewed in it")));
        }
        log.info(&format!("{path}: {} reviews", reviews.len()));
        let index = Index::new(reviews.iter().map(|review| review.claim.as_str()));
        Ok(Self { reviews, index, threshold: threshold as f32, limit: limit as usize })
    }

    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        let mut last = None;
        for claim in claims.iter() {
            // The claims of a sentence are searched for together: a reviewed claim seldom is a single figure.
            if last == Some(claim.sentence()) || hints.stopped() {
                continue;
            }
            last = Some(claim.sentence());
            let Some(sentence) = document.sentence(claim.sentence()) else { continue };
            let hits = self.index.search(sentence.text, LEAST, self.threshold);
            let mut told: Vec<&Review> = Vec::new();
            for hit in hits {
                let review = &self.reviews[hit.review];
                if told.len() < self.limit && !told.contains(&review) {
                    told.push(review);
                    tell(review, &hit, &sentence, claim.sentence(), claims, hints);
                }
            }
        }
        Ok(())
    }
}

/// Gives the review on the claim of the sentence that shares most words with it.
fn tell(
    review: &Review,
    hit: &Hit,
    sentence: &claimlist_plugin::Sentence<'_>,
    index: usize,
    claims: &Claims<'_>,
    hints: &mut Hints<'_>,
) {
    let reviewed = terms(&review.claim);
    let shared = |text: &str| terms(text).iter().filter(|term| reviewed.binary_search(term).is_ok()).count();
    let first = claims.near(index, sentence.start, sentence.end).map_or(0, |claim| claim.index() as usize);
    let from = (0..=first)
        .rev()
        .take_while(|&at| claims.get(at).is_some_and(|claim| claim.sentence() == index))
        .last();
    let best = (from.unwrap_or(first)..claims.len())
        .map_while(|at| claims.get(at).filter(|claim| claim.sentence() == index))
        // Of those that share most, the first and shortest.
        .min_by_key(|claim| (std::cmp::Reverse(shared(claim.text())), claim.text().len()));
    let Some(claim) = best else { return };
    let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
    let date = if review.date.is_empty() { String::new() } else { format!(" on {}", review.date) };
    let by = if review.claimant.is_empty() { String::new() } else { format!(" by {}", review.claimant) };
    let text = format!(
        "Checked before: {}{date} rated \"{}\"{by}: {}. {:.0}% of its words by weight stand here; see whether it is the \
         same claim.",
        or(&review.reviewer, "somebody"),
        review.claim,
        or(&review.rating, "no rating"),
        hit.share * 100.0,
    );
    hints.on(&claim, Hint::new("checked-before", &text).priority(Priority::High).url(&review.url));
}

export_plugin!(Precedents);

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, Given, run};

    use super::*;

    const FEED: &str = r#"[{"@type": "ClaimReview", "claimReviewed": "Crime in Norwold doubled between 2019 and 2023.",
        "author": {"name": "Check It"}, "url": "https://check.example/norwold", "datePublished": "2024-03-02",
        "reviewRating": {"alternateName": "Misleading"}, "itemReviewed": {"author": {"name": "Ann Lee"}}},
        {"@type": "ClaimReview", "claimReviewed": "The moon is made of cheese.", "author": "Check It"}]"#;

    /// Runs the plugin with a feed of this text.
    fn with_feed(name: &str, feed: &str, more: &str, article: &Article) -> Result<Vec<Given>, Error> {
        let path =
            std::env::temp_dir().join(format!("claimlist-precedents-{}-{name}.json", std::process::id()));
        std::fs::write(&path, feed).unwrap();
        let result = run::<Precedents>(&format!("{{\"feed\": {path:?}{more}}}"), article);
        std::fs::remove_file(&path).unwrap();
        result
    }

    fn article(text: &str) -> Article {
        let first = text.split(['.', ',']).next().unwrap_or_default().to_owned();
        Article::new(text).claim("event", &first)
    }

    #[test]
    fn a_claim_that_was_checked_is_shown_with_its_review() {
        let article =
            article("Crimes have doubled in Norwold between 2019 and 2023, said the mayor. It rained.");
        let hints = with_feed("hit", FEED, "", &article).unwrap();
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].url, "https://check.example/norwold");
        assert_eq!((hints[0].priority, hints[0].finding), (Priority::High, None));
        assert!(hints[0].text.starts_with(
            "Checked before: Check It on 2024-03-02 rated \"Crime in Norwold doubled between 2019 and 2023.\" by Ann Lee: \
             Misleading."
        ));
    }

    #[test]
    fn other_claims_are_left_alone() {
        for text in ["Crime in Westmere fell.", "The moon rose over Norwold.", "Norwold won."] {
            assert!(with_feed("miss", FEED, "", &article(text)).unwrap().is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_the_settings_is_said() {
        let article = article("It rained.");
        let error = |name, feed, more| with_feed(name, feed, more, &article).unwrap_err().to_string();
        assert!(error("json", "{", "").contains("not JSON at line 1"));
        assert!(error("none", "[]", "").contains("no ClaimReview"));
        assert!(error("threshold", FEED, ", \"threshold\": 2").contains("from 0.1 to 1"));
        assert!(error("name", FEED, ", \"tresh\": 2").contains("use feed, threshold, limit"));
        let missing = |config: &str| run::<Precedents>(config, &article).unwrap_err().to_string();
        assert!(missing("{}").contains("no \"feed\" is set"));
        assert!(missing(r#"{"feed": "x.json"}"#).contains("whole path"));
        assert!(missing(r#"{"feed": "/no/such/file.json"}"#).contains("/no/such/file.json"));
    }
}
