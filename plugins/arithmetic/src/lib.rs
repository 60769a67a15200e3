//! Recomputes what an article reckons: a claimlist plugin.
//!
//! It reads the figures of each sentence, whether or not they became claims, and gives its hints on the claim that they belong
//! to. The README says what it claims and what it does not.

#[cfg(test)]
mod cases;
mod change;
mod conversions;
mod figures;
mod line;
mod lists;
mod moves;
mod multiples;
mod ranges;
mod shares;
mod totals;

use claimlist_plugin::{
    Claims, Config, Document, Error, Finding, Hint, Hints, Log, Metadata, Plugin, cargo_metadata,
    export_plugin,
};

use crate::conversions::Rate;
use crate::line::{Found, Line};

/// The plugin.
#[derive(Debug)]
pub struct Arithmetic {
    /// Whether what agrees is told as well.
    agreements: bool,
}

impl Plugin for Arithmetic {
    const METADATA: Metadata = Metadata { name: "arithmetic", ..cargo_metadata!() };

    fn configure(config: &Config, _: &Log<'_>) -> Result<Self, Error> {
        config.only(&["agreements"])?;
        Ok(Self { agreements: config.flag("agreements")?.unwrap_or(true) })
    }

    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        let mut rates = Vec::new();
        for (index, sentence) in document.sentences().enumerate() {
            if hints.stopped() {
                break;
            }
            let line = Line::read(sentence.text);
            if line.figures.is_empty() {
                continue;
            }
            for found in checked(&line, &mut rates) {
                let words = line.words.get(found.words.0..found.words.1).unwrap_or_default();
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                if self.agreements || found.finding == Finding::Conflicts {
                    let bytes = sentence.start + first.start..sentence.start + last.end;
                    let hint =
                        Hint::new(found.check, &found.text).priority(found.priority()).finding(found.finding);
                    hints.near(claims, index, bytes, hint);
                }
            }
        }
        Ok(())
    }
}

/// All that is found in a sentence.
fn checked(line: &Line<'_>, rates: &mut Vec<Rate>) -> Vec<Found> {
    let mut found = Vec::new();
    change::check(line, &mut found);
    totals::check(line, &mut found);
    shares::check(line, &mut found);
    ranges::check(line, &mut found);
    conversions::check(line, rates, &mut found);
    lists::check(line, &mut found);
    found
}

export_plugin!(Arithmetic);

#[cfg(test)]
mod tests {
    use claimlist_plugin::Priority;
    use claimlist_plugin::testing::{Article, run};

    use super::*;

    #[test]
    fn a_wrong_change_is_given_on_its_claim_with_the_sum() {
        let article = Article::new("Staff grew. Sales rose from 40 to 50, a 20% rise. It rained.")
            .claim("event", "Staff grew")
            .claim("quantity", "20% rise");
        let hints = run::<Arithmetic>("{}", &article).unwrap();
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].claim.as_deref(), Some("20% rise"));
        assert_eq!((hints[0].priority, hints[0].finding), (Priority::High, Some(Finding::Conflicts)));
        assert_eq!(hints[0].text, "From 40 to 50 is a rise of 25%, not 20%: (50 - 40) / 40.");
    }

    #[test]
    fn agreements_can_be_left_out_and_settings_are_checked() {
        let article = Article::new("Sales rose from 40 to 50, a 25% rise.");
        assert_eq!(run::<Arithmetic>("{}", &article).unwrap().len(), 1);
        assert!(run::<Arithmetic>(r#"{"agreements": false}"#, &article).unwrap().is_empty());
        assert!(run::<Arithmetic>(r#"{"tolerance": 2}"#, &article).is_err());
    }

    #[test]
    fn odd_texts_are_survived() {
        for text in [
            "",
            "(",
            "from",
            "from 1 to",
            "1 of the",
            "£",
            ": ,",
            "between 3 and",
            "0 to 0, a rise of 0%, from 0 to 0",
        ] {
            assert!(run::<Arithmetic>("{}", &Article::new(text)).unwrap().is_empty(), "{text}");
        }
    }
}
