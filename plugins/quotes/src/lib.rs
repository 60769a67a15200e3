//! Looks quotations up in transcripts: a claimlist plugin.
//!
//! It shows whether each direct quotation stands in one of the transcripts, word by word or nearly, and who says it there. The
//! README says what it claims and what it does not.

mod search;
mod transcript;

use std::path::Path;

use claimlist_plugin::{
    Claim, Claims, Config, Document, Error, Finding, Hint, Hints, Log, Metadata, Plugin, Priority,
    cargo_metadata, export_plugin,
};

use crate::search::{Passage, nearest};
use crate::transcript::{Transcript, spoken};

/// A quotation has at least so many words to be looked up: fewer stand anywhere.
const LEAST: usize = 4;

/// At most so many differences are shown.
const SHOWN: usize = 4;

/// The plugin.
#[derive(Debug)]
pub struct Quotes {
    transcripts: Vec<Transcript>,
    /// So much of a quotation's words has to stand in a passage to be it: 0 to 1.
    nearly: f64,
    /// Whether quotations that stand nowhere are told of.
    missing: bool,
}

impl Plugin for Quotes {
    const METADATA: Metadata = Metadata { name: "quotes", ..cargo_metadata!() };

    fn configure(config: &Config, log: &Log<'_>) -> Result<Self, Error> {
        config.only(&["transcripts", "nearly", "missing"])?;
        let paths = config.texts("transcripts")?;
        if paths.is_empty() {
            return Err(Error::new("no \"transcripts\" are set: name the text files, as a list"));
        }
        let nearly = config.number("nearly")?.unwrap_or(0.75);
        if !(0.5..=1.0).contains(&nearly) {
            return Err(Error::new("\"nearly\" has to be a number from 0.5 to 1"));
        }
        let mut transcripts = Vec::new();
        for path in paths {
            if !Path::new(path).is_absolute() {
                // A plugin runs in the root folder, whatever folder the user is in.
                let message =
                    format!("\"transcripts\" names {path}: give the whole path, from the root folder on");
                return Err(Error::new(message));
            }
            let text =
                std::fs::read_to_string(path).map_err(|error| Error::new(format!("{path}: {error}")))?;
            let name = Path::new(path).file_name().map_or(path.into(), |name| name.to_string_lossy());
            let transcript = Transcript::read(&name, &text);
            log.info(&format!(
                "{path}: {} words, {} speakers",
                transcript.words.len(),
                transcript.speakers.len()
            ));
            transcripts.push(transcript);
        }
        Ok(Self { transcripts, nearly, missing: config.flag("missing")?.unwrap_or(true) })
    }

    fn check(&mut self, _: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) -> Result<(), Error> {
        for claim in claims.iter().filter(|claim| claim.kind() == "quote") {
            if hints.stopped() {
                break;
            }
            let parts = parts(claim.words("words").unwrap_or_default());
            if parts.is_empty() {
                continue;
            }
            self.check_quote(&claim, &parts, hints);
        }
        Ok(())
    }
}

impl Quotes {
    fn check_quote(&self, claim: &Claim<'_>, parts: &[Vec<String>], hints: &mut Hints<'_>) {
        let total: usize = parts.iter().map(Vec::len).sum();
        let edits = |passages: &[Passage]| passages.iter().map(|passage| passage.edits).sum::<usize>();
        let best = self
            .transcripts
            .iter()
            .filter_map(|transcript| {
                let passages: Option<Vec<_>> = parts.iter().map(|part| nearest(transcript, part)).collect();
                passages.map(|passages| (transcript, passages))
            })
            .min_by_key(|(_, passages)| edits(passages));
        match best {
            // A word put for another counts twice: left out, and put in.
            Some((transcript, passages))
                if edits(&passages) as f64 / 2.0 <= total as f64 * (1.0 - self.nearly) =>
            {
                found(claim, transcript, &passages, hints);
            }
            _ if self.missing => {
                let text = match &self.transcripts[..] {
                    [only] => format!("These words do not stand in {}. Find the recording.", only.name),
                    all => format!(
                        "These words stand in none of the {} transcripts. Find the recording.",
                        all.len()
                    ),
                };
                hints.on(claim, Hint::new("not-in-transcript", &text).priority(Priority::Medium));
            }
            _ => {}
        }
    }
}

/// The words of a quotation, in parts where it leaves something out; nothing where there are too few. What stands in square
/// brackets was put in.
fn parts(quoted: &str) -> Vec<Vec<String>> {
    let mut text = String::new();
    let mut depth = 0_u32;
    for c in quoted.chars() {
        match c {
            '[' => {
                depth += 1;
                text.push('\u{2026}');
            }
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("...", "\u{2026}").replace(". . .", "\u{2026}");
    let parts: Vec<_> = text.split('\u{2026}').map(spoken).filter(|part| part.len() >= LEAST - 1).collect();
    if parts.iter().map(Vec::len).sum::<usize>() >= LEAST { parts } else { Vec::new() }
}

/// Tells of a quotation that stands in a transcript.
fn found(claim: &Claim<'_>, transcript: &Transcript, passages: &[Passage], hints: &mut Hints<'_>) {
    let Some(first) = passages.first().and_then(|passage| transcript.words.get(passage.words.0)) else {
        return;
    };
    let place = format!("{}, line {}", transcript.name, first.line);
    let said = first.speaker.and_then(|speaker| transcript.speakers.get(speaker as usize));
    let by = said.map_or_else(String::new, |said| format!(", said by {said}"));
    let differences: Vec<String> =
        passages.iter().flat_map(|passage| &passage.differences).map(difference).collect();
    let wrong_speaker =
        claim.speaker().zip(said).filter(|(claimed, said)| other_speaker(transcript, claimed, said));
    if !differences.is_empty() {
        let more = differences.len().saturating_sub(SHOWN);
        let rest = if more > 0 { format!(", and {more} more") } else { String::new() };
        let shown = differences.into_iter().take(SHOWN).collect::<Vec<_>>().join("; ");
        let text = format!("Not word for word in {place}{by}: {shown}{rest}.");
        let hint = Hint::new("quote-differs", &text).priority(Priority::High).finding(Finding::Conflicts);
        hints.on(claim, hint);
    }
    if let Some((claimed, said)) = wrong_speaker {
        let text = format!("In {place} it is {said} who says this, not {claimed}.");
        hints.on(
            claim,
            Hint::new("quote-speaker", &text).priority(Priority::High).finding(Finding::Conflicts),
        );
    } else if passages.iter().all(|passage| passage.differences.is_empty()) {
        let text = format!("Word for word in {place}{by}.");
        hints.on(claim, Hint::new("quote-verbatim", &text).priority(Priority::Low).finding(Finding::Agrees));
    }
}

/// `"no" is "not a"`, `"soon" is not there`, `"we" is left out`
fn difference((quoted, said): &(String, String)) -> String {
    match (quoted.as_str(), said.as_str()) {
        (quoted, "") => format!("\"{quoted}\" is not there"),
        ("", said) => format!("\"{said}\" is left out"),
        (quoted, said) => format!("\"{quoted}\" is \"{said}\""),
    }
}

/// Whether the transcript gives the words to somebody else. It has to know the claimed speaker by the same surname: "THE
/// PRESIDENT" may be whoever the article names.
fn other_speaker(transcript: &Transcript, claimed: &str, said: &str) -> bool {
    let Some(surname) = spoken(claimed).pop() else { return false };
    let named = |speaker: &str| spoken(speaker).contains(&surname);
    !named(said) && transcript.speakers.iter().any(|speaker| named(speaker))
}

export_plugin!(Quotes);

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, Given, run};

    use super::*;

    const SAID: &str = "MARWOOD: A contract is not a blank cheque.\nWe will sign when the figures add up, and not before.\n\
                        SOLHEIM: That is what I told you in May, when nobody listened.\nTHE CHAIR: Order, please, all of you.";

    /// The hints on this quotation by this speaker, with the transcript above.
    fn hints(name: &str, quoted: &str, speaker: &str, more: &str) -> Vec<Given> {
        let path = std::env::temp_dir().join(format!("claimlist-quotes-{}-{name}.txt", std::process::id()));
        std::fs::write(&path, SAID).unwrap();
        let text = format!("\"{quoted}\" It rained.");
        let article = Article::new(&text)
            .claim_with("quote", &format!("\"{quoted}\""), &[("words", quoted.into())])
            .speaker(speaker);
        let result = run::<Quotes>(&format!("{{\"transcripts\": [{path:?}]{more}}}"), &article);
        std::fs::remove_file(&path).unwrap();
        result.unwrap()
    }

    #[test]
    fn quotations_are_verbatim_or_differ() {
        for (quoted, speaker, check, says) in [
            (
                "We will sign when the figures add up",
                "Helen Marwood",
                "quote-verbatim",
                "line 2, said by MARWOOD.",
            ),
            ("We will sign \u{2026} and not before", "", "quote-verbatim", "line 2"),
            ("We will [not] sign when the figures add up", "", "quote-verbatim", ""),
            (
                "We will only sign when the sums add up",
                "Marwood",
                "quote-differs",
                "\"only\" is not there; \"sums\" is \"figures\"",
            ),
            (
                "We will sign when the figures add up",
                "Ingrid Solheim",
                "quote-speaker",
                "MARWOOD who says this, not Ingrid Solheim",
            ),
            ("Order, please, all of you", "Piers Lockwood", "quote-verbatim", "said by THE CHAIR"),
            ("The frigates are far too expensive for us", "Marwood", "not-in-transcript", "do not stand in"),
        ] {
            let given = hints("all", quoted, speaker, "");
            assert_eq!(given.len(), 1, "{quoted}: {given:?}");
            assert_eq!(given[0].check, check, "{quoted}: {}", given[0].text);
            assert!(given[0].text.contains(says), "{quoted}: {}", given[0].text);
            let finding = match check {
                "quote-verbatim" => Some(Finding::Agrees),
                "not-in-transcript" => None,
                _ => Some(Finding::Conflicts),
            };
            assert_eq!(given[0].finding, finding, "{quoted}");
        }
    }

    #[test]
    fn short_quotations_are_left_alone_and_missing_ones_can_be() {
        assert!(hints("short", "not a", "", "").is_empty());
        assert!(
            hints("missing", "The frigates are far too expensive", "", ", \"missing\": false").is_empty()
        );
    }

    #[test]
    fn what_is_wrong_with_the_settings_is_said() {
        let error = |config: &str| run::<Quotes>(config, &Article::new("")).unwrap_err().to_string();
        assert!(error("{}").contains("no \"transcripts\" are set"));
        assert!(error(r#"{"transcripts": ["x.txt"]}"#).contains("whole path"));
        assert!(error(r#"{"transcripts": ["/no/such.txt"]}"#).contains("/no/such.txt"));
        assert!(error(r#"{"transcripts": ["/x"], "nearly": 2}"#).contains("from 0.5 to 1"));
    }
}
