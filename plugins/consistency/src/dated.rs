//! One event dated twice: `The firm was founded in 1925 ..` and `.. the firm, founded in 1952`.

use claimlist_plugin::{Claims, Document, Finding, Hint, Hints, Priority};

/// What happens to somebody or something once.
const ONCE: &[&str] = &["founded", "established", "born", "died", "built", "opened", "completed", "created"];

/// Compares the years of events that happen once, by verb and subject.
pub(crate) fn check(document: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) {
    let mut seen: Vec<(&str, String, &str)> = Vec::new();
    for claim in claims.iter().filter(|claim| claim.kind() == "event") {
        let (Some(verb), Some(subject), Some(when)) =
            (claim.words("verb"), claim.words("subject"), claim.words("when"))
        else {
            continue;
        };
        let Some(year) = when.get(..4) else { continue };
        // A year that the program reckoned is not the text's; "it" and "the club" may be another one each time.
        let written =
            document.sentence(claim.sentence()).is_some_and(|sentence| sentence.text.contains(year));
        let Some(subject) = name(subject) else { continue };
        if !ONCE.contains(&verb) || !written {
            continue;
        }
        let same = |(other_verb, other, _): &&(&str, String, &str)| *other_verb == verb && *other == subject;
        match seen.iter().find(same) {
            Some((_, _, other)) if *other != year => {
                let text =
                    format!("{subject} is {verb} in {year} here, in {other} elsewhere in the article.");
                let hint =
                    Hint::new("dated-twice", &text).priority(Priority::High).finding(Finding::Conflicts);
                hints.on(&claim, hint);
            }
            Some(_) => {}
            None => seen.push((verb, subject, year)),
        }
    }
}

/// The subject without article and relative clause, if it is a name.
fn name(subject: &str) -> Option<String> {
    let head = subject.split(',').next()?.trim();
    let head = head.strip_suffix(" who").or_else(|| head.strip_suffix(" which")).unwrap_or(head);
    let head = head.strip_prefix("The ").or_else(|| head.strip_prefix("the ")).unwrap_or(head);
    let words: Vec<&str> = head.split_whitespace().collect();
    let name = (1..=5).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && head.chars().count() > 3;
    let pronoun =
        matches!(head, "They" | "This" | "That" | "These" | "Both" | "Nobody" | "Everyone" | "What");
    (name && !pronoun).then(|| head.to_owned())
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, run};

    use crate::Consistency;

    fn count(subject: &str, first: &str, second: &str) -> usize {
        let text = format!("{subject} was founded in {first}. They met. {subject} was founded in {second}.");
        let words = |year: &str| format!("{subject} was founded in {year}");
        let facts =
            |year: &str| [("verb", "founded".into()), ("subject", subject.into()), ("when", year.into())];
        let article = Article::new(&text).claim_with("event", &words(first), &facts(first)).claim_with(
            "event",
            &words(second),
            &facts(second),
        );
        run::<Consistency>("{}", &article).unwrap().len()
    }

    #[test]
    fn what_happens_once_has_one_year() {
        assert_eq!(count("The Harrow Institute", "1925", "1952"), 1);
        assert_eq!(count("The Harrow Institute", "1925", "1925"), 0);
        assert_eq!(count("The club", "1925", "1952"), 0);
        assert_eq!(count("They", "1925", "1952"), 0);
    }
}
