//! The reviews of a ClaimReview feed: the JSON-LD that fact-checkers publish, alone or in a `DataFeed`, `@graph` or list.

use claimlist_plugin::Error;
use claimlist_plugin::json::Value;

/// One claim that somebody checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Review {
    /// The claim in the reviewer's words.
    pub(crate) claim: String,
    /// Who said it, or empty.
    pub(crate) claimant: String,
    /// Who checked it, or empty.
    pub(crate) reviewer: String,
    /// In words or in numbers: `False`, `2 of 5`; or empty.
    pub(crate) rating: String,
    /// Where the review stands: an address on the web, or empty.
    pub(crate) url: String,
    /// Its day, `2024-03-02`, or empty.
    pub(crate) date: String,
}

/// How deep a feed's lists and objects are looked into.
const DEPTH: usize = 12;

/// All reviews of a feed, in order: JSON, or a JSON value a line.
pub(crate) fn reviews(text: &str) -> Result<Vec<Review>, Error> {
    let text = text.trim_start_matches('\u{feff}');
    let mut found = Vec::new();
    match Value::parse(text) {
        Ok(feed) => collect(&feed, DEPTH, &mut found),
        Err(error) => {
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                // The error of the whole says more than that of its first line.
                let value = Value::parse(line).map_err(|_| error.clone())?;
                collect(&value, DEPTH, &mut found);
            }
        }
    }
    Ok(found)
}

fn collect(value: &Value, depth: usize, into: &mut Vec<Review>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, depth - 1, into)),
        Value::Object(_) if is_review(value) => into.extend(review(value)),
        Value::Object(members) => members.iter().for_each(|(_, value)| collect(value, depth - 1, into)),
        _ => {}
    }
}

fn is_review(value: &Value) -> bool {
    let named =
        |kind: &Value| kind.as_str().is_some_and(|kind| kind.trim_start_matches("schema:") == "ClaimReview");
    value
        .get("@type")
        .is_some_and(|kind| named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named)))
}

fn review(value: &Value) -> Option<Review> {
    let claim = line(value.get("claimReviewed")?.as_str()?, 300);
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    let item = value.get("itemReviewed").and_then(first);
    let url = text("url");
    let web = url.starts_with("https://") || url.starts_with("http://");
    (!claim.is_empty()).then(|| Review {
        claim,
        claimant: item.and_then(|item| item.get("author")).map(name).unwrap_or_default(),
        reviewer: value.get("author").map(name).unwrap_or_default(),
        rating: value.get("reviewRating").and_then(first).map(rating).unwrap_or_default(),
        url: if web { line(url, 2000) } else { String::new() },
        date: text("datePublished").get(..10).unwrap_or_default().to_owned(),
    })
}

/// The value, or the first of a list.
fn first(value: &Value) -> Option<&Value> {
    value.as_array().map_or(Some(value), <[Value]>::first)
}

/// The name of a person or body: a text, or the `name` of an object.
fn name(value: &Value) -> String {
    let name = first(value).and_then(|value| value.as_str().or_else(|| value.get("name")?.as_str()));
    line(name.unwrap_or_default(), 100)
}

/// `False`, or `2 of 5` where only numbers are given.
fn rating(value: &Value) -> String {
    let words =
        ["alternateName", "name", "ratingExplanation"].iter().find_map(|key| value.get(key)?.as_str());
    let number = |key: &str| match value.get(key) {
        Some(Value::Number(number)) => Some(number.to_string()),
        Some(Value::String(text)) => Some(text.clone()),
        _ => None,
    };
    match (words, number("ratingValue"), number("bestRating")) {
        (Some(words), ..) if !words.trim().is_empty() => line(words, 150),
        (_, Some(value), Some(best)) => line(&format!("{value} of {best}"), 50),
        (_, Some(value), None) => line(&value, 50),
        _ => String::new(),
    }
}

/// The text in one line of at most so many characters.
fn line(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((at, _)) => format!("{}\u{2026}", line[..at].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"@type": "ClaimReview", "claimReviewed": "The  moon\nis made of cheese.",
        "author": {"@type": "Organization", "name": "Check It"}, "url": "https://check.example/moon",
        "datePublished": "2024-03-02T10:00:00Z", "reviewRating": {"@type": "Rating", "alternateName": "False"},
        "itemReviewed": {"@type": "Claim", "author": {"name": "Ann Lee"}}}"#;

    #[test]
    fn reviews_are_found_wherever_a_feed_keeps_them() {
        for feed in [
            ONE.to_owned(),
            format!("[{ONE}]"),
            format!(r#"{{"@graph": [{{"@type": "WebPage"}}, {ONE}]}}"#),
            format!(r#"{{"@type": "DataFeed", "dataFeedElement": [{{"item": [{ONE}]}}]}}"#),
            format!("{}\n", ONE.replace('\n', " ")),
        ] {
            let found = reviews(&feed).unwrap();
            assert_eq!(found.len(), 1, "{feed}");
            assert_eq!(found[0].claim, "The moon is made of cheese.");
            assert_eq!((found[0].reviewer.as_str(), found[0].claimant.as_str()), ("Check It", "Ann Lee"));
            assert_eq!((found[0].rating.as_str(), found[0].date.as_str()), ("False", "2024-03-02"));
        }
        let two = format!("{0}\n{0}", ONE.replace('\n', " "));
        assert_eq!(reviews(&two).unwrap().len(), 2);
    }

    #[test]
    fn what_is_no_review_or_no_feed() {
        assert!(reviews(r#"{"@type": "ClaimReview"}"#).unwrap().is_empty());
        assert!(reviews("[1, 2]").unwrap().is_empty());
        assert!(reviews("<html>").is_err());
        let odd = ONE.replace("https://check.example/moon", "javascript:alert(1)");
        assert_eq!(reviews(&odd).unwrap()[0].url, "");
    }

    #[test]
    fn ratings_in_numbers() {
        let rated = |rating: &str| {
            let value = Value::parse(rating).unwrap();
            super::rating(&value)
        };
        assert_eq!(rated(r#"{"ratingValue": 2, "bestRating": "5"}"#), "2 of 5");
        assert_eq!(rated(r#"{"ratingValue": "1"}"#), "1");
        assert_eq!(rated("{}"), "");
    }
}
