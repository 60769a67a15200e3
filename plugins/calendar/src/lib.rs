//! Checks an article's dates by the calendar: a claimlist plugin.
//!
//! It reads the dates that sentences write out, whether or not they became claims, and gives its hints on the claim that they
//! belong to. The README says what it claims and what it does not.

mod ages;
mod anniversaries;
mod dates;
mod day;
mod deadlines;
mod line;
mod order;
mod relative;
mod tense;
mod weekdays;

use claimlist_plugin::{
    Claims, Config, Document, Error, Hint, Hints, Log, Metadata, Plugin, cargo_metadata, export_plugin,
};

use crate::day::Day;
use crate::line::{Found, Line};

/// How many sentences back a year still dates what is told.
const YEARS_BACK: usize = 3;

/// The plugin.
#[derive(Debug)]
pub struct Calendar {
    /// Whether days such as `on Tuesday` are resolved.
    relative_days: bool,
    /// Whether what agrees is told as well.
    agreements: bool,
}

impl Plugin for Calendar {
    const METADATA: Metadata = Metadata { name: "calendar", ..cargo_metadata!() };

    fn configure(config: &Config, _: &Log<'_>) -> Result<Self, Error> {
        config.only(&["relative-days", "agreements"])?;
        Ok(Self {
            relative_days: config.flag("relative-days")?.unwrap_or(true),
            agreements: config.flag("agreements")?.unwrap_or(true),
        })
    }

    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        if let (true, Some(today)) = (self.relative_days, document.date().and_then(Day::parse)) {
            relative::check(today, document, claims, hints);
        }
        let mut years: Vec<Vec<i32>> = Vec::new();
        for (index, sentence) in document.sentences().enumerate() {
            if hints.stopped() {
                break;
            }
            let line = Line::new(document, &sentence);
            let near: Vec<i32> = years.iter().rev().take(YEARS_BACK).flatten().copied().collect();
            for found in checked(&line, &near) {
                if found.finding != Some(claimlist_plugin::Finding::Agrees) || self.agreements {
                    give(&line, &found, index, sentence.start, claims, hints);
                }
            }
            years.push(line.dates.iter().filter_map(|date| date.year).collect());
        }
        Ok(())
    }
}

/// All that is found in a sentence.
fn checked(line: &Line<'_>, years: &[i32]) -> Vec<Found> {
    let mut found = Vec::new();
    weekdays::check(line, years, &mut found);
    deadlines::check(line, &mut found);
    ages::check(line, &mut found);
    anniversaries::check(line, &mut found);
    order::check(line, &mut found);
    tense::check(line, &mut found);
    found
}

fn give(
    line: &Line<'_>,
    found: &Found,
    sentence: usize,
    offset: usize,
    claims: &Claims<'_>,
    hints: &mut Hints<'_>,
) {
    let (first, end) = found.words;
    let Some(words) = line.words.get(first..end) else { return };
    let [first, .., last] = words else {
        let [only] = words else { return };
        return hints.near(claims, sentence, offset + only.start..offset + only.end, hint(found));
    };
    hints.near(claims, sentence, offset + first.start..offset + last.end, hint(found));
}

fn hint(found: &Found) -> Hint<'_> {
    let hint = Hint::new(found.check, &found.text).priority(found.priority);
    found.finding.map_or(hint, |finding| hint.finding(finding))
}

export_plugin!(Calendar);

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, Given, run};
    use claimlist_plugin::{Finding, Priority};

    use super::*;

    fn hints(config: &str, article: &Article) -> Vec<Given> {
        run::<Calendar>(config, article).unwrap()
    }

    #[test]
    fn a_deadline_ahead_of_schedule_asks_for_its_document() {
        let article =
            Article::new("Britain will spend 2.5% of GDP on defence by 2027, three years ahead of schedule.")
                .claim("quantity", "2.5% of GDP")
                .claim("time", "three years ahead of schedule");
        let hints = hints("{}", &article);
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].claim.as_deref(), Some("three years ahead of schedule"));
        assert_eq!((hints[0].priority, hints[0].finding), (Priority::High, None));
        assert!(hints[0].text.contains("2030") && hints[0].text.contains("document"), "{}", hints[0].text);
    }

    #[test]
    fn days_are_resolved_once_and_can_be_switched_off() {
        let article = Article::new(
            "He came on Tuesday. She left on Tuesday. It is on Thursday. It is never on a Monday morning.",
        )
        .date("2025-02-27")
        .claim_with("time", "on Tuesday", &[("when", "2025-02-25".into()), ("weekday", "tuesday".into())])
        .claim_with("time", "on Tuesday", &[("when", "2025-02-25".into()), ("weekday", "tuesday".into())])
        .claim_with("time", "on Thursday", &[("when", "2025-02-27".into()), ("weekday", "thursday".into())])
        .claim_with(
            "time",
            "Monday morning",
            &[("when", "2025-02-24".into()), ("weekday", "monday".into())],
        );
        let given = hints("{}", &article);
        assert_eq!(given.len(), 2);
        assert_eq!(
            given[0].text,
            "\"Tuesday\" is Tuesday 25 February 2025 if the article appeared on 27 February 2025."
        );
        assert!(given[1].text.contains("check which one is meant"));
        assert!(hints(r#"{"relative-days": false}"#, &article).is_empty());
    }

    #[test]
    fn a_finding_without_claims_is_given_on_the_article() {
        let given = hints("{}", &Article::new("They met on 31 June."));
        assert_eq!((given.len(), given[0].claim.as_deref()), (1, None));
        assert_eq!(given[0].finding, Some(Finding::Conflicts));
    }

    #[test]
    fn agreements_can_be_left_out_and_settings_are_checked() {
        let article = Article::new("They met on Tuesday 25 February 2025.");
        assert_eq!(hints("{}", &article).len(), 1);
        assert!(hints(r#"{"agreements": false}"#, &article).is_empty());
        let error = run::<Calendar>(r#"{"agreement": false}"#, &article).unwrap_err();
        assert!(error.to_string().contains("relative-days, agreements"), "{error}");
    }
}
