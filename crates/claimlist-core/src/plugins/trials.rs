//! What `claimlist plugin check` puts a plugin to: odd articles, and a program of a later version.
//!
//! Each trial runs in a child process of its own, so that one that crashes does not spoil the others.

use std::borrow::Cow;

use claimlist_plugin::abi;

use super::loaded::{self, Instance, Loaded};
use super::sink::{Sink, most_hints};
use super::wire::{Answer, Article, ClaimData, FactData, Verdict};

/// A trial.
#[derive(Debug)]
pub struct Trial {
    /// What the plugin has to do.
    pub title: &'static str,
    run: fn(&Loaded, &str) -> Result<(), Outcome>,
}

/// Why a trial was not passed.
enum Outcome {
    Skipped(&'static str),
    Failed(String),
}

impl From<String> for Outcome {
    fn from(why: String) -> Self {
        Self::Failed(why)
    }
}

/// The trials, in the order in which they are shown.
pub static TRIALS: [Trial; 11] = [
    Trial { title: "takes its configuration", run: takes_configuration },
    Trial { title: "ends an instance that never checked anything", run: ends_unused },
    Trial { title: "lets two instances live at once", run: two_instances },
    Trial {
        title: "takes an article without text and claims",
        run: |plugin, config| once(plugin, config, &Article::default()),
    },
    Trial {
        title: "takes claims without words",
        run: |plugin, config| {
            let claims = vec![ClaimData { facts: vec![FactData::default()], ..ClaimData::default() }; 3];
            once(plugin, config, &Article { text: "x", claims, ..Article::default() })
        },
    },
    Trial {
        title: "takes emoji, accents and writing from right to left",
        run: |plugin, config| once(plugin, config, &article("👩‍👩‍👧 Zoë paid €5 — ١٢٪ of עשר 🎈. ", 20)),
    },
    Trial { title: "takes 10,000 claims", run: |plugin, config| once(plugin, config, &sample(910)) },
    Trial { title: "gives the same hints on the same article again", run: repeats },
    Trial { title: "works when it is called from another thread", run: threads },
    Trial { title: "walks claims, facts and sentences by their strides", run: strides },
    Trial { title: "stops when it is told to", run: stops },
];

/// Puts a plugin to trial number `trial`.
pub(super) fn run(trial: u32, plugin: &Loaded, config: &str) -> Verdict {
    let Some(trial) = TRIALS.get(trial as usize) else {
        return Verdict::Failed("there is no such trial".to_owned());
    };
    match (trial.run)(plugin, config) {
        Ok(()) => Verdict::Passed,
        Err(Outcome::Skipped(why)) => Verdict::Skipped(why.to_owned()),
        Err(Outcome::Failed(why)) => Verdict::Failed(why),
    }
}

fn create(plugin: &Loaded, config: &str) -> Result<Instance, String> {
    plugin.create(config, &mut |_, _| {}).map_err(|why| format!("create: {why}"))
}

/// Gives the article to an instance; an answer with a refused hint is an error.
fn check(instance: &mut Instance, article: &Article<'_>, appended: usize) -> Result<Answer, String> {
    let claims = article.claims.len() as u32;
    let mut log = |_, _| {};
    let mut sink = Sink::new(claims, most_hints(claims), &mut log);
    instance.check_into(article, appended, &mut sink);
    let answer = sink.answer;
    match (answer.code, &answer.first_refusal) {
        (abi::OK | abi::STOPPED, None) => Ok(answer),
        (abi::OK | abi::STOPPED, Some(why)) => {
            Err(format!("{} of its hints were refused, the first because {why}", answer.refused))
        }
        (code, _) => Err(format!("check: {}", loaded::failure(code, answer.failure))),
    }
}

fn once(plugin: &Loaded, config: &str, article: &Article<'_>) -> Result<(), Outcome> {
    check(&mut create(plugin, config)?, article, 0)?;
    Ok(())
}

fn takes_configuration(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    create(plugin, config)?;
    Ok(())
}

fn ends_unused(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    for _ in 0..3 {
        drop(create(plugin, config)?);
    }
    once(plugin, config, &sample(1))
}

fn two_instances(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    if !plugin.info.multi_instance {
        return Err(Outcome::Skipped("it does not say that they may"));
    }
    let (mut one, mut other) = (create(plugin, config)?, create(plugin, config)?);
    let before = check(&mut one, &sample(1), 0)?;
    check(&mut other, &sample(2), 0)?;
    drop(other);
    if check(&mut one, &sample(1), 0)? != before {
        return Err("what one does changes the hints of the other".to_owned().into());
    }
    Ok(())
}

fn repeats(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    let mut instance = create(plugin, config)?;
    let first = check(&mut instance, &sample(2), 0)?;
    check(&mut instance, &article("Nothing of note. ", 1), 0)?;
    if check(&mut instance, &sample(2), 0)? != first {
        return Err("it gave others the second time".to_owned().into());
    }
    Ok(())
}

fn threads(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    let mut instance = create(plugin, config)?;
    let checked = std::thread::spawn(move || check(&mut instance, &sample(1), 0)).join();
    checked.map_err(|_| "the thread panicked".to_owned())??;
    Ok(())
}

fn strides(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    let narrow = check(&mut create(plugin, config)?, &sample(2), 0)?;
    let wide = check(&mut create(plugin, config)?, &sample(2), 3)?;
    if narrow != wide {
        let why = "its hints change when the structs are longer, as a later claimlist may send them";
        return Err(why.to_owned().into());
    }
    Ok(())
}

fn stops(plugin: &Loaded, config: &str) -> Result<(), Outcome> {
    let article = sample(1);
    let mut instance = create(plugin, config)?;
    if check(&mut instance, &article, 0)?.hints.is_empty() {
        return Err(Outcome::Skipped("it gives no hints on the sample article"));
    }
    let mut log = |_, _| {};
    let mut sink = Sink::new(article.claims.len() as u32, 0, &mut log);
    instance.check_into(&article, 0, &mut sink);
    match (sink.answer.code, sink.after_stop) {
        (abi::OK | abi::STOPPED, 0) => Ok(()),
        (abi::OK | abi::STOPPED, more) => {
            Err(format!("it gave {more} more hints after it was told to stop").into())
        }
        (code, _) => {
            Err(format!("it takes that for an error: {}", loaded::failure(code, sink.answer.failure)).into())
        }
    }
}

/// A claim of the sample article: its kind, its words, its speaker and its facts.
type SampleClaim = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

/// One claim of each kind, and one more that is a round number.
const CLAIMS: [SampleClaim; 11] = [
    ("quantity", "4,000 trees", "", &[("value", "4000"), ("of", "trees")]),
    ("quantity", "120% of voters", "", &[("value", "120"), ("unit", "percent"), ("of", "voters")]),
    ("time", "on Monday, 27 February 2025", "", &[("when", "2025-02-27"), ("weekday", "monday")]),
    ("quote", "\"We doubled it from 40 to 50\"", "Ann Lee", &[("speaker", "Ann Lee")]),
    ("reported", "Ann Lee said that it had doubled", "Ann Lee", &[("verb", "said")]),
    ("role", "Mayor Ann Lee", "", &[("person", "Ann Lee"), ("office", "Mayor")]),
    ("comparison", "the largest bridge in the county", "", &[("degree", "superlative")]),
    ("causal", "because of the flood", "", &[("cause", "the flood")]),
    ("absence", "nobody was hurt", "", &[]),
    ("event", "the bridge opened in 2019", "", &[("year", "2019")]),
    ("forecast", "it will cost £3m by 2030", "", &[("value", "3000000"), ("unit", "GBP")]),
];

/// An article of so many times eleven claims.
fn sample(times: usize) -> Article<'static> {
    let mut article = Article { date: Cow::Borrowed("2025-02-27"), ..article("", 0) };
    let mut text = String::new();
    for _ in 0..times {
        for (kind, words, speaker, facts) in CLAIMS {
            let start = text.len() as u32;
            text.push_str(words);
            let end = text.len() as u32;
            text.push_str(".\n");
            let sentence = article.sentences.len() as u32;
            article.sentences.push((start, end + 1, 2));
            article.claims.push(ClaimData {
                id: Cow::Owned(format!("sample{sentence}")),
                kind,
                text: words,
                speaker,
                start,
                end,
                sentence,
                line: sentence + 1,
                worth_permille: 500,
                quoted: kind == "quote",
                facts: facts.iter().map(|&(key, text)| fact(key, text)).collect(),
            });
        }
    }
    // The trial's process ends soon.
    article.text = text.leak();
    article
}

fn fact(key: &'static str, text: &'static str) -> FactData<'static> {
    FactData { key, text: Cow::Borrowed(text), number: text.parse().ok() }
}

/// An article of one sentence so many times, each of them a claim.
fn article(sentence: &'static str, times: usize) -> Article<'static> {
    let text: &str = sentence.repeat(times).leak();
    let spans = (0..times as u32).map(|index| index * sentence.len() as u32);
    let spans: Vec<_> = spans.map(|start| (start, start + sentence.trim_end().len() as u32, 2)).collect();
    let claim = |&(start, end, _): &(u32, u32, u32)| ClaimData {
        kind: "quantity",
        text: sentence.trim_end(),
        start,
        end,
        line: 1,
        facts: vec![fact("value", "12"), fact("unit", "percent"), fact("of", "עשר")],
        ..ClaimData::default()
    };
    let claims = spans.iter().map(claim).collect();
    Article { path: "sample.txt", text, language: "en", claims, sentences: spans, ..Article::default() }
}
