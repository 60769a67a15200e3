//! The plugins that ship, through the built program: each on an article in which there is something for it to find, and all on
//! the test articles, in which there is nothing to alarm anybody.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::path::{Path, PathBuf};

use claimlist_tests::{articles, claimlist, shipped_plugin};
use serde_json::Value;

/// A folder with an article and a configuration.
struct Newsroom(tempfile::TempDir);

impl Newsroom {
    fn new(article: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("article.txt", article);
        folder
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// What these plugins say about the article, published on 27 February 2025.
    fn hints(&self, plugins: &[&str]) -> Vec<Hint> {
        hints(self.0.path(), Path::new("article.txt"), plugins)
    }
}

/// A hint of a plugin.
#[derive(Debug)]
struct Hint {
    /// `calendar/weekday`
    check: String,
    finding: String,
    claim: String,
    text: String,
    url: String,
}

/// What these plugins say about the article at `path`, with the program running in `folder`.
fn hints(folder: &Path, path: &Path, plugins: &[&str]) -> Vec<Hint> {
    let mut command = claimlist();
    command.current_dir(folder).args(["check", "--format", "json", "--date", "2025-02-27"]).arg(path);
    for plugin in plugins {
        command.arg("--plugin").arg(shipped_plugin(plugin));
    }
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
    let checklist: Value = serde_json::from_slice(&output.stdout).unwrap();
    let claims = checklist["documents"][0]["claims"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    claims
        .iter()
        .flat_map(|claim| claim["hints"].as_array().unwrap().iter().map(move |hint| (claim, hint)))
        .filter_map(|(claim, hint)| {
            let check = hint["from"].as_str()?.strip_prefix("plugin ")?.to_owned();
            Some(Hint {
                check,
                finding: text(&hint["finding"]),
                claim: text(&claim["text"]),
                text: text(&hint["text"]),
                url: text(&hint["sources"][0]["url"]),
            })
        })
        .collect()
}

/// The one hint of this check.
fn one<'h>(hints: &'h [Hint], check: &str) -> &'h Hint {
    let found: Vec<_> = hints.iter().filter(|hint| hint.check == check).collect();
    let [only] = found[..] else { panic!("{check} is there {} times: {hints:#?}", found.len()) };
    only
}

#[test]
fn calendar_asks_for_the_first_deadline_and_finds_wrong_dates() {
    let newsroom = Newsroom::new(
        "Ministers meet on defence\n\n\
         The government will spend 2.5% of GDP on defence by 2027, three years ahead of schedule. The cabinet met on Monday 25 \
         February 2025. On 31 June the council will vote.\n",
    );
    let hints = newsroom.hints(&["calendar"]);
    let deadline = one(&hints, "calendar/deadline-shift");
    assert_eq!(deadline.claim, "three years ahead of schedule");
    assert!(deadline.text.contains("the first date was 2030"), "{}", deadline.text);
    assert!(deadline.text.contains("find the document that set 2030"), "{}", deadline.text);
    assert_eq!(deadline.finding, "");
    let weekday = one(&hints, "calendar/weekday");
    assert_eq!(
        (weekday.finding.as_str(), weekday.text.as_str()),
        ("conflicts", "25 February 2025 is a Tuesday, not a Monday.")
    );
    assert_eq!(one(&hints, "calendar/impossible-date").finding, "conflicts");
}

#[test]
fn arithmetic_shows_the_sum() {
    let newsroom = Newsroom::new(
        "Sales at the harbour shops\n\n\
         Sales rose from £40m to £50m, an increase of 20 per cent. The pier is 10 miles (20 km) from the town. The 45 members, 20 \
         Liberals, 15 Greens and 10 independents, welcomed it.\n",
    );
    let hints = newsroom.hints(&["arithmetic"]);
    let change = one(&hints, "arithmetic/percent-change");
    assert_eq!(change.finding, "conflicts");
    assert_eq!(
        change.text,
        "From £40 million to £50 million is a rise of 25%, not 20%: (50 million - 40 million) / 40 million."
    );
    assert_eq!(one(&hints, "arithmetic/conversion").finding, "conflicts");
    assert_eq!(one(&hints, "arithmetic/total").finding, "agrees");
}

#[test]
fn consistency_compares_title_and_text() {
    let newsroom = Newsroom::new(
        "17 dead as ferry sinks off Easthaven\n\n\
         A ferry sank in a storm on Tuesday, killing 18 people. Harbour Master Gordon Pellham said that the ship was old.\n\n\
         Mr Pelham added that the crew had been warned.\n",
    );
    let hints = newsroom.hints(&["consistency"]);
    assert_eq!(one(&hints, "consistency/toll").text, "The title counts 17 dead, the text at most 18.");
    let spelling = one(&hints, "consistency/name-spelling");
    assert!(spelling.text.contains("\"Pelham\" here, \"Gordon Pellham\" elsewhere"), "{}", spelling.text);
}

#[test]
fn precedents_finds_the_review_in_the_configured_feed() {
    let newsroom = Newsroom::new(
        "Mayor speaks of crime\n\nCrimes have doubled in Norwold between 2019 and 2023, the mayor said on Tuesday.\n",
    );
    let feed = newsroom.write(
        "feed.json",
        r#"{"@type": "DataFeed", "dataFeedElement": [{"item": [{"@type": "ClaimReview",
            "claimReviewed": "Crime in Norwold doubled between 2019 and 2023.", "author": {"name": "Check It"},
            "url": "https://check.example/norwold", "reviewRating": {"alternateName": "Misleading"}}]}]}"#,
    );
    newsroom.write("claimlist.toml", &format!("[plugins.precedents.settings]\nfeed = {feed:?}\n"));
    let hints = newsroom.hints(&["precedents"]);
    let review = one(&hints, "precedents/checked-before");
    assert!(review.text.contains("Check It") && review.text.contains("Misleading"), "{}", review.text);
    assert_eq!(review.url, "https://check.example/norwold");
}

#[test]
fn quotes_shows_what_differs_from_the_transcript() {
    let newsroom = Newsroom::new(
        "Minister speaks in Oslo\n\n\
         \"We will sign only when the sums add up,\" Defence Secretary Helen Marwood said.\n\n\
         \"A contract is not a blank cheque,\" Marwood added.\n",
    );
    let transcript = newsroom.write(
        "press.txt",
        "HELEN MARWOOD: A contract is not a blank cheque.\nWe will sign when the figures add up.\n",
    );
    newsroom.write("claimlist.toml", &format!("[plugins.quotes.settings]\ntranscripts = [{transcript:?}]\n"));
    let hints = newsroom.hints(&["quotes"]);
    let differs = one(&hints, "quotes/quote-differs");
    assert!(differs.text.contains("\"only\" is not there; \"sums\" is \"figures\""), "{}", differs.text);
    assert_eq!(differs.finding, "conflicts");
    assert_eq!(one(&hints, "quotes/quote-verbatim").finding, "agrees");
}

#[test]
fn a_plugin_without_the_settings_that_it_needs_says_so() {
    let newsroom = Newsroom::new("A title\n\nSales rose by 5%.\n");
    let output = claimlist()
        .current_dir(newsroom.0.path())
        .args(["check", "article.txt", "--plugin"])
        .arg(shipped_plugin("precedents"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("no \"feed\" is set: name a file with ClaimReview data"), "{errors}");
    assert!(!output.stdout.is_empty());
}

#[test]
fn nothing_in_the_test_articles_is_an_alarm() {
    let plugins = ["arithmetic", "calendar", "consistency"];
    for name in ["courts", "defence", "economy", "health", "science", "sport"] {
        let path = articles().join(format!("{name}.txt"));
        for hint in hints(Path::new("."), &path, &plugins) {
            assert_ne!(hint.finding, "conflicts", "{name}: {hint:?}");
        }
    }
}
