//! A claimlist plugin: says of round numbers that the exact figure is wanted. Put your own check in its place.

use claimlist_plugin::*;

struct RoundNumbers {
    /// Smaller numbers are left alone.
    least: f64,
}

impl Plugin for RoundNumbers {
    // Name, version, authors and description are those of Cargo.toml.
    const METADATA: Metadata = cargo_metadata!();

    /// Called once, with the settings from claimlist.toml.
    fn configure(config: &Config, _log: &Log<'_>) -> Result<Self, Error> {
        config.only(&["least"])?;
        Ok(Self { least: config.number("least")?.unwrap_or(1000.0) })
    }

    /// Called for each article, with all its claims.
    fn check(
        &mut self,
        _article: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        for claim in claims.iter().filter(|claim| claim.kind() == "quantity") {
            let Some(value) = claim.number("value") else { continue };
            if value >= self.least && value % 1000.0 == 0.0 {
                let text = format!("{} is a round number: ask for the exact figure.", claim.text());
                hints.add(&claim, Priority::Low, "round-number", &text);
            }
        }
        Ok(())
    }
}

export_plugin!(RoundNumbers);

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> testing::Article {
        testing::Article::new("The town bought 4,000 trees and 37 benches.")
            .claim_with("quantity", "4,000 trees", &[("value", 4000.0.into()), ("of", "trees".into())])
            .claim_with("quantity", "37 benches", &[("value", 37.0.into()), ("of", "benches".into())])
    }

    #[test]
    fn a_round_number_gets_a_hint() {
        let hints = testing::run::<RoundNumbers>("{}", &article()).unwrap();
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].claim.as_deref(), Some("4,000 trees"));
    }

    #[test]
    fn small_numbers_are_left_alone() {
        let hints = testing::run::<RoundNumbers>(r#"{"least": 5000}"#, &article()).unwrap();
        assert!(hints.is_empty());
    }
}
