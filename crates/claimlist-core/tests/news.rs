//! Comparisons, causes, absences and forecasts in whole paragraphs of news, all of our own writing: what has to be found, and
//! nothing of these kinds beside it.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_core::{Checker, ClaimKind, Document};

/// The claims of the four kinds in a paragraph, each as `kind: words`.
fn claims(paragraph: &str) -> Vec<String> {
    let kinds = [ClaimKind::Comparison, ClaimKind::Causal, ClaimKind::Absence, ClaimKind::Forecast];
    let document = Document::plain(paragraph).unwrap();
    let checked = Checker::without_rules().check(&document);
    let claims = checked.claims.iter().filter(|claim| kinds.contains(&claim.kind));
    claims.map(|claim| format!("{}: {}", claim.kind.name(), claim.text(&document))).collect()
}

#[test]
fn river() {
    assert_eq!(
        claims(
            "The Danube fell to its lowest level in 120 years on Thursday, exposing the wrecks of more than 20 warships near the Serbian port of Prahovo. \
         The river authority said that barges could not be loaded to more than a third of their capacity. \
         No injuries were reported, but four crews had to be rescued after their boats ran aground."
        ),
        [
            "comparison: its lowest level in 120 years",
            "absence: barges could not be loaded to more than a third of their capacity",
            "absence: No injuries were reported",
            "causal: after their boats ran aground",
        ]
    );
}

#[test]
fn parliament() {
    assert_eq!(
        claims(
            "Portugal's parliament approved a law on Friday that bans the sale of diesel cars from 2035, making it the fifth country in the European Union to do so. \
         The government plans to spend 900 million euros on charging points and is set to publish a timetable in January. \
         Opposition parties did not vote on the bill because they had walked out of the chamber in protest at a delay."
        ),
        [
            "comparison: the fifth country in the European Union to do so",
            "forecast: The government plans to spend 900 million euros on charging points",
            "forecast: is set to publish a timetable in January",
            "absence: Opposition parties did not vote on the bill",
            "causal: because they had walked out of the chamber in protest at a delay",
        ]
    );
}

#[test]
fn race() {
    assert_eq!(
        claims(
            "Kenya's Faith Abara became the first woman to run the distance in under two hours and ten minutes, taking 40 seconds off the previous world record. \
         \"I have never felt better,\" she said. \
         She had failed to finish any of her previous three races and has yet to run in London. \
         Organisers said the course, one of the fastest in the world, would be used again next year."
        ),
        [
            "comparison: the first woman to run the distance in under two hours and ten minutes",
            "comparison: the previous world record",
            "absence: She had failed to finish any of her previous three races",
            "absence: has yet to run in London",
            "comparison: one of the fastest in the world",
        ]
    );
}

#[test]
fn fire() {
    assert_eq!(
        claims(
            "A fire that destroyed a warehouse in Leeds last month was caused by a faulty battery, investigators have found. \
         The building had no sprinklers and had not been inspected since 2016. \
         As a result, the city council will check every warehouse in the district by the end of the year. \
         The owner could not be reached for comment."
        ),
        [
            "causal: was caused by a faulty battery",
            "absence: The building had no sprinklers",
            "absence: had not been inspected since 2016",
            "causal: As a result, the city council will check every warehouse in the district by the end of the year",
            "forecast: the city council will check every warehouse in the district by the end of the year",
            "absence: The owner could not be reached for comment",
        ]
    );
}

#[test]
fn jobs() {
    assert_eq!(
        claims(
            "Unemployment in the region is higher than anywhere else in the country, according to the institute, and wages are 14% lower than the national average. \
         The closure of the steel plant in 2019 led to the loss of 4,200 jobs. \
         Ministers had promised to replace them."
        ),
        [
            "comparison: higher than anywhere else in the country",
            "comparison: lower than the national average",
            "forecast: Ministers had promised to replace them",
        ]
    );
}

#[test]
fn bank() {
    assert_eq!(
        claims(
            "The bank, Italy's third-largest by assets, reported a record profit of 2.1 billion euros for the first quarter, twice as much as a year earlier. \
         It expects to open 40 branches next year and is not planning any redundancies. \
         Its shares rose to an all-time high before falling back due to concerns over a tax on windfall profits."
        ),
        [
            "comparison: Italy's third-largest by assets",
            "comparison: a record profit of 2.1 billion euros for the first quarter",
            "comparison: twice as much as a year earlier",
            "forecast: It expects to open 40 branches next year",
            "absence: is not planning any redundancies",
            "comparison: an all-time high",
            "causal: due to concerns over a tax on windfall profits",
        ]
    );
}

#[test]
fn court() {
    assert_eq!(
        claims(
            "The court heard that the driver had been using his phone without permission and without insurance. \
         He denied dangerous driving. \
         He is due to be sentenced on 12 May. \
         The judge told him that he would face prison."
        ),
        [
            "absence: without permission",
            "absence: without insurance",
            "forecast: He is due to be sentenced on 12 May",
        ]
    );
}

#[test]
fn vaccine() {
    assert_eq!(
        claims(
            "The vaccine is more effective than the older one, although there is no evidence that it prevents transmission. \
         It was approved in order to protect people over 80. \
         The agency is likely to decide in the spring whether to offer a second dose."
        ),
        [
            "comparison: more effective than the older one",
            "absence: there is no evidence that it prevents transmission",
            "causal: in order to protect people over 80",
            "forecast: The agency is likely to decide in the spring whether to offer a second dose",
        ]
    );
}

#[test]
fn landslides() {
    assert_eq!(
        claims(
            "Heavy rain triggered landslides in the north of the island, killing at least 11 people and forcing hundreds to leave their homes. \
         Rescue teams have been unable to reach three villages because roads were blocked. \
         It was the worst flooding since 1988, officials said. \
         More rain is forecast for Sunday. \
         The president, who has been in office for only six weeks, has not visited the area."
        ),
        [
            "causal: Heavy rain triggered landslides in the north of the island",
            "absence: Rescue teams have been unable to reach three villages",
            "causal: because roads were blocked",
            "comparison: the worst flooding since 1988",
            "forecast: More rain is forecast for Sunday",
            "absence: The president, who has been in office for only six weeks, has not visited the area",
        ]
    );
}

#[test]
fn merger() {
    assert_eq!(
        claims(
            "Talks between the two companies collapsed on Tuesday after regulators demanded further concessions. \
         The merger would have created the largest airline in South America. \
         Neither company would say whether talks will resume. \
         Analysts predict a fall in fares. \
         The deal, first announced in 2022, never won the support of the unions. \
         The airline's chief executive is expected to resign."
        ),
        [
            "causal: after regulators demanded further concessions",
            "comparison: the largest airline in South America",
            "forecast: Analysts predict a fall in fares",
            "absence: The deal, first announced in 2022, never won the support of the unions",
            "forecast: The airline's chief executive is expected to resign",
        ]
    );
}
