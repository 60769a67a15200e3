//! Who speaks, and what happened, in frames of sentences crossed with those who may stand in them. A sentence that reads well in one place
//! is often misread in another, which no table of single sentences shows.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_core::{Checker, ClaimKind, Document};

/// Who may speak, and the words that name them.
const SPEAKERS: &[(&str, &str)] = &[
    ("Roe", "Roe"),
    ("Ann Roe", "Ann Roe"),
    ("Mr Roe", "Mr Roe"),
    ("Prof Ann Roe", "Prof Ann Roe"),
    ("Judge Roe", "Judge Roe"),
    ("the mayor", "the mayor"),
    ("the mayor of Hale", "the mayor of Hale"),
    ("the council", "the council"),
    ("Hale police", "Hale police"),
    ("a spokesman for the mill", "a spokesman for the mill"),
    ("the mill's owner", "the mill's owner"),
    ("one worker", "one worker"),
    ("most workers", "most workers"),
    ("the Hale Trust", "the Hale Trust"),
    ("former mayor Ann Roe", "former mayor Ann Roe"),
    ("US President Ann Roe", "US President Ann Roe"),
    ("the report", "the report"),
    ("the party leader", "the party leader"),
    ("a senior official", "a senior official"),
    ("the government of Hale", "the government of Hale"),
    ("opposition MPs", "opposition MPs"),
    ("Labour MP Ann Roe", "Labour MP Ann Roe"),
    ("the BBC", "the BBC"),
    ("the charity's director of policy", "the charity's director of policy"),
];

/// Who may speak with an aside between commas, which not every frame holds.
const DESCRIBED: &[(&str, &str)] = &[
    ("the mill's owner, Ann Roe,", "Ann Roe"),
    ("Ann Roe, the mill's owner,", "Ann Roe"),
    ("Ann Roe, of the Hale Trust,", "Ann Roe"),
    ("the head of the trust, Ann Roe,", "Ann Roe"),
    ("Ann Roe of the Hale Trust", "Ann Roe"),
    ("Roe and Poe", "Roe and Poe"),
    ("one of the owners", "one of the owners"),
];

/// What they say, with `{}` for who does.
const TOLD: &[&str] = &[
    "{} said the bridge would close.",
    "{} said that the bridge would close.",
    "On Monday {} said the bridge would close.",
    "On Monday, {} said the bridge would close.",
    "But {} said the bridge would close.",
    "{} has said the bridge would close.",
    "{} also said the bridge would close.",
    "{} told the BBC the bridge would close.",
    "{} told reporters on Monday that the bridge would close.",
    "{} warned that the bridge would close.",
    "{} says the bridge is unsafe.",
    "In a letter to the board, {} said the bridge would close.",
    "Speaking in Hale, {} said the bridge would close.",
    "After the vote, {} said the bridge would close.",
    "{} said on Monday that the bridge would close.",
    "While costs rose, {} said the bridge would close.",
    "\"The bridge will close,\" {} said.",
];

/// The same where the words that name them have no aside.
const TAGGED: &[&str] = &[
    "The bridge will close, {} said.",
    "The bridge, {} said, will close.",
    "The bridge will close, according to {}.",
    "According to {}, the bridge will close.",
    "{} said, \"The bridge will close.\"",
    "\"The bridge will close,\" said {}.",
    "\"The bridge,\" {} said, \"will close.\"",
    "Asked about the bridge, {} said it would close.",
    "{} insisted the bridge was safe, adding that it would close.",
];

/// Who does something.
const ACTORS: &[&str] = &[
    "Roe",
    "Ann Roe",
    "the mayor",
    "the mayor of Hale",
    "police",
    "the mill's owner",
    "Ann Roe, the mill's owner,",
    "Ann Roe, 42, a nurse,",
    "Ann Roe, who owns the mill,",
    "the union, which represents 40 workers,",
    "two of the workers",
    "about 40% of the workers",
    "a report by the trust",
    "the company and its owner",
    "a senior official",
    "more than 40 workers",
    "the bridge over the river",
    "people living near the mill",
    "the man accused of the theft",
    "the first woman to lead the trust",
    "the number of workers",
    "he",
    "they",
];

/// What happened, which is the whole of the event.
const DONE: &[&str] = &[
    "closed the bridge",
    "were fined \u{a3}2,000",
    "has sold the mill",
    "rose by 4% to \u{a3}2m",
    "is the owner of the mill",
    "sent 40 letters to the council",
    "met the mayor",
    "gave the mill to the trust",
    "had forced the council to resign",
];

/// What may stand in front of who does it, and behind what was done, and is no part of the event.
const AROUND: &[(&str, &str)] = &[
    ("", ""),
    ("On Monday ", ""),
    ("In 2019 ", ""),
    ("After the vote, ", ""),
    ("However, ", ""),
    ("Last week ", ""),
    ("In Hale, ", ""),
    ("", " in May"),
    ("", " last week"),
    ("", " because of floods"),
    ("", " amid a row"),
    ("", " while costs rose"),
    ("", " following a fire"),
];

fn sentence(frame: &str, who: &str) -> String {
    // The comma of an aside gives way to the mark behind it.
    let mut text = frame.replace("{}", who).replace(",.", ".").replace(",,", ",");
    text[..1].make_ascii_uppercase();
    text
}

/// The claims of a text of one sentence: kind, words, speaker.
fn claims(text: &str) -> Vec<(ClaimKind, String, Option<String>)> {
    let document = Document::plain(text).unwrap();
    let checked = Checker::without_rules().check(&document);
    let speaker = |claim: &claimlist_core::Claim| claim.speaker.as_ref().map(|speaker| speaker.text.clone());
    checked
        .claims
        .iter()
        .map(|claim| (claim.kind, claim.text(&document).to_owned(), speaker(claim)))
        .collect()
}

#[test]
fn who_speaks_is_found_in_every_frame() {
    let all = |speakers: &'static [(&str, &str)], frames: &'static [&str]| {
        speakers.iter().flat_map(move |speaker| frames.iter().map(move |frame| (*speaker, *frame)))
    };
    let mut wrong = Vec::new();
    for ((who, named), frame) in all(SPEAKERS, TOLD).chain(all(SPEAKERS, TAGGED)).chain(all(DESCRIBED, TOLD))
    {
        let text = sentence(frame, who);
        let said = claims(&text)
            .into_iter()
            .filter(|(kind, ..)| matches!(kind, ClaimKind::Reported | ClaimKind::Quote))
            .map(|(.., speaker)| speaker.unwrap_or_default())
            .collect::<Vec<_>>();
        let same = |speaker: &String| speaker.eq_ignore_ascii_case(named);
        if said.is_empty() || !said.iter().all(same) {
            wrong.push(format!("{text} {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_happened_is_found_in_every_frame() {
    let mut wrong = Vec::new();
    for who in ACTORS {
        for done in DONE {
            for (before, behind) in AROUND {
                let text = sentence(&format!("{before}{{}} {done}{behind}."), who);
                let wanted = format!("{who} {done}");
                let found = claims(&text);
                let event = |(kind, words, _): &(ClaimKind, String, Option<String>)| {
                    *kind == ClaimKind::Event && words.eq_ignore_ascii_case(&wanted)
                };
                if !found.iter().any(event) {
                    let events = found.iter().filter(|claim| claim.0 == ClaimKind::Event);
                    wrong.push(format!("{text} {:?}", events.map(|claim| &claim.1).collect::<Vec<_>>()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} {wrong:#?}", wrong.len());
}
