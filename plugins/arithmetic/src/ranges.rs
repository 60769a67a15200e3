//! Ranges the wrong way round: `between 50 and 40 people`.

use claimlist_plugin::Finding::Conflicts;

use crate::figures::Unit;
use crate::line::{Found, Line};

/// Checks the ranges of a sentence.
pub(crate) fn check(line: &Line<'_>, into: &mut Vec<Found>) {
    for pair in line.figures.windows(2) {
        let [low, high] = pair else { continue };
        let joined = line.before(low.first, &["between"])
            && line.any(low.end, &["and"])
            && high.first == low.end + 1
            && (low.unit == high.unit || low.unit == Unit::Plain);
        // "between 10 and 2" may be hours; "between 500 and 1 million" leaves out a word.
        let hours = high.unit == Unit::Plain && low.value <= 24.0;
        // "Between 40 and 30 years ago", "between 50 and 40 metres below": these count backwards.
        let backwards =
            line.has(high.end, high.end + 4, &["ago", "before", "below", "earlier", "down", "BC", "deep"])
                || line.any(high.end, &["years"]);
        let scales = high.scaled != low.scaled;
        if joined && low.value > high.value && !hours && !backwards && !scales && !low.year && !high.year {
            into.push(Found {
                check: "range-order",
                text: format!(
                    "The range runs downwards: {} is more than {}.",
                    Line::shown(low),
                    Line::shown(high)
                ),
                finding: Conflicts,
                words: (low.first - 1, high.end),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_run_upwards() {
        let count = |text: &str| {
            let mut into = Vec::new();
            check(&Line::read(text), &mut into);
            into.len()
        };
        for text in [
            "Between 50 and 40 people came.",
            "It costs between £60 and £15.",
            "Between 12 and 8 per cent were ill.",
            "It holds between 3 million and 2 million litres.",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in [
            "Between 40 and 50 people came.",
            "It is shut between 10 and 2 on Mondays.",
            "Between 500 and 1 million people came.",
            "The match between 60 girls and 40 boys was on.",
            "Between 2020 and 2015 it fell.",
            "Between 40 and 30 years ago it was busy.",
            "It lies between 50 and 40 metres below the sea.",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
