//! People's names: `Zelensky` and `Zelenskyy` in one article, a surname before its first full mention.

use claimlist_plugin::words::words;
use claimlist_plugin::{Claims, Document, Finding, Hint, Hints, Priority};

/// A word that starts with a capital.
#[derive(Clone, Debug)]
struct Capital<'a> {
    /// Without `'s`.
    word: &'a str,
    /// The word before it in its sentence, or empty.
    before: &'a str,
    /// Whether the word behind it has a capital as well, with nothing between them.
    goes_on: bool,
    /// Whether a quotation mark stands before it in its sentence.
    quoted: bool,
    sentence: usize,
    start: usize,
    end: usize,
    /// Whether it stands in a title, heading or caption.
    head: bool,
}

/// A person of the article: first and last name, and where the full name first stands.
#[derive(Clone, Debug)]
struct Person<'a> {
    first: &'a str,
    last: &'a str,
    at: usize,
    /// Whether a role names it, so that it is a person for certain.
    role: bool,
}

/// So many people are looked at: each is compared with every name of the article.
const MOST: usize = 300;

const FORMS: &[&str] =
    &["Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Professor", "Prof", "Judge", "Lord", "Lady"];

/// Checks the names of an article.
pub(crate) fn check(document: &Document<'_>, claims: &Claims<'_>, hints: &mut Hints<'_>) {
    let (capitals, small) = capitals(document);
    let people = people(document, claims, &capitals);
    spellings(&capitals, &small, &people, claims, hints);
    surnames(&capitals, &people, claims, hints);
    forms(&capitals, &people, claims, hints);
}

/// All words with a capital, and all words without one.
fn capitals<'a>(document: &Document<'a>) -> (Vec<Capital<'a>>, Vec<&'a str>) {
    let mut capitals = Vec::new();
    let mut small = Vec::new();
    for (index, sentence) in document.sentences().enumerate() {
        let words = words(sentence.text);
        let mut quoted = false;
        for (at, word) in words.iter().enumerate() {
            quoted |= matches!(word.text, "\"" | "\u{201c}" | "\u{2018}");
            if word.is_letters() && !word.is_capitalised() {
                small.push(word.text);
            }
            if !word.is_capitalised() {
                continue;
            }
            let next = words.get(at + 1);
            capitals.push(Capital {
                word: without_s(word.text),
                before: at.checked_sub(1).map_or("", |before| words[before].text),
                goes_on: next.is_some_and(|next| next.is_capitalised() || next.text == "-"),
                quoted,
                sentence: index,
                start: sentence.start + word.start,
                end: sentence.start + word.end,
                head: matches!(sentence.block, "title" | "heading" | "caption"),
            });
        }
    }
    small.sort_unstable();
    small.dedup();
    (capitals, small)
}

fn without_s(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word)
}

/// The people that the article's roles and speakers name in full. Of the speakers, some may be bodies.
fn people<'a>(document: &Document<'a>, claims: &Claims<'a>, capitals: &[Capital<'a>]) -> Vec<Person<'a>> {
    let mut people: Vec<Person<'a>> = Vec::new();
    let roles =
        claims.iter().filter(|claim| claim.kind() == "role").map(|claim| (claim, claim.words("name"), true));
    let speakers = claims.iter().map(|claim| (claim, claim.speaker(), false));
    for (claim, name, role) in roles.chain(speakers) {
        if people.len() == MOST {
            break;
        }
        let parts: Vec<&str> = name.unwrap_or_default().split_whitespace().collect();
        // Before a speaker's name there may be an office: "Harbour Master Gordon Pellham".
        let (first, last) = match parts[..] {
            [first, .., last] if role => (first.trim_end_matches('.'), without_s(last)),
            [.., first, last] => (first, without_s(last)),
            _ => continue,
        };
        let plain =
            |word: &str| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase);
        let known = people.iter().any(|person| (person.first, person.last) == (first, last));
        if !plain(first) || !plain(last) || FORMS.contains(&first) || known {
            continue;
        }
        // Where it first stands in the text; a title may leave out first names.
        let at = capitals
            .windows(2)
            .filter(|pair| !pair[0].head && pair[0].word == first)
            .find(|pair| {
                pair[0].sentence == pair[1].sentence && follows(document, pair[0].start, first, last)
            })
            .map_or(claim.start(), |pair| pair[0].start);
        people.push(Person { first, last, at, role });
    }
    people
}

/// Whether the last name stands at most two words behind the first, which stands at this byte.
fn follows(document: &Document<'_>, at: usize, first: &str, last: &str) -> bool {
    let text = document.text().get(at + first.len()..).unwrap_or_default();
    text.split_whitespace()
        .take(3)
        .any(|word| without_s(word.trim_end_matches(|c: char| !c.is_alphabetic())) == last)
}

/// Two spellings of one name.
fn spellings(
    capitals: &[Capital<'_>],
    small: &[&str],
    people: &[Person<'_>],
    claims: &Claims<'_>,
    hints: &mut Hints<'_>,
) {
    // A place or body of nearly the same name is no misspelt person.
    const PLACE: &[&str] = &["in", "at", "of", "from", "to", "near", "the", "The", "a", "an", "In", "At"];
    let mut told: Vec<(&str, &str)> = Vec::new();
    for capital in capitals {
        for person in people {
            let pair = (person.last, capital.word);
            if !nearly(person.last, capital.word) || told.contains(&pair) {
                continue;
            }
            let lower = capital.word.to_lowercase();
            let word = small.binary_search(&lower.as_str()).is_ok();
            // Somebody else with a name of their own.
            let other = people.iter().any(|other| other.last == capital.word && other.first != person.first);
            let full = capital.before == person.first;
            let first_name =
                !full && capital.before.starts_with(char::is_uppercase) && !FORMS.contains(&capital.before);
            let unsure = first_name || capital.goes_on || PLACE.contains(&capital.before);
            if word || other || (!full && unsure) {
                continue;
            }
            told.push(pair);
            told.push((capital.word, person.last));
            let text = format!(
                "Two spellings in one article: \"{}\" here, \"{} {}\" elsewhere. If it is one person, find how they write it.",
                capital.word, person.first, person.last
            );
            let hint = Hint::new("name-spelling", &text).priority(Priority::High).finding(Finding::Conflicts);
            hints.near(claims, capital.sentence, capital.start..capital.end, hint);
        }
    }
}

/// Whether two names of five letters or more differ in one letter, or only as two ways to write one name in our letters do.
fn nearly(a: &str, b: &str) -> bool {
    let long = a.len() >= 5 && b.len() >= 5 && a.len().abs_diff(b.len()) <= 2;
    if a == b || !long || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    // Plurals, and the people of a place, are other words.
    let grown = |short: &str, long: &str| {
        long.strip_prefix(short)
            .is_some_and(|rest| matches!(rest, "s" | "n" | "an" | "es" | "i" | "ed" | "e" | "a"))
    };
    if grown(a, b) || grown(b, a) {
        return false;
    }
    fold(a) == fold(b) || one_edit(a.as_bytes(), b.as_bytes())
}

/// The name without what spellings of foreign names differ in: `Zelenskyy`, `Zelenskiy`, `Zelensky` are one.
fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.to_ascii_lowercase().chars() {
        let c = if matches!(c, 'y' | 'j') { 'i' } else { c };
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

/// Whether one letter is changed, left out or swapped with the next, the first letter being the same.
fn one_edit(a: &[u8], b: &[u8]) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    if same == 0 {
        return false;
    }
    match (a, b) {
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) => a == b && a1 == b2 && a2 == b1,
        _ => false,
    }
}

/// A surname in the text before the full name.
fn surnames(capitals: &[Capital<'_>], people: &[Person<'_>], claims: &Claims<'_>, hints: &mut Hints<'_>) {
    for person in people.iter().filter(|person| person.role) {
        let mut before = capitals
            .iter()
            .filter(|capital| !capital.head && capital.word == person.last && capital.start < person.at);
        let Some(first) = before.next() else { continue };
        // "Ann Marwood" before "Helen Marwood", and "Marwood Street", are others; so may be words that start a sentence.
        let named = first.before.starts_with(char::is_uppercase) && !FORMS.contains(&first.before);
        let other = named
            || first.goes_on
            || first.quoted
            || matches!(first.before, "the" | "in" | "at" | "of" | "from" | "-");
        let bare_too = people.iter().filter(|other| other.last == person.last).count() > 1;
        if other || bare_too || person.last.len() < 3 {
            continue;
        }
        let text = format!(
            "\"{}\" stands here before the full name: \"{} {}\" comes later.",
            person.last, person.first, person.last
        );
        let hint = Hint::new("surname-first", &text).priority(Priority::Medium);
        hints.near(claims, first.sentence, first.start..first.end, hint);
    }
}

/// `Mr Pell` in an article that never gives the first name.
fn forms(capitals: &[Capital<'_>], people: &[Person<'_>], claims: &Claims<'_>, hints: &mut Hints<'_>) {
    const MISTER: &[&str] = &["Mr", "Mrs", "Ms", "Miss"];
    let mut told: Vec<&str> = Vec::new();
    for capital in capitals {
        if capital.head
            || capital.quoted
            || capital.goes_on
            || !MISTER.contains(&capital.before)
            || ["Chairman", "Chair", "President", "Speaker", "Justice", "Secretary"].contains(&capital.word)
        {
            continue;
        }
        let full = capitals.iter().any(|other| {
            other.word == capital.word
                && other.before.starts_with(char::is_uppercase)
                && !FORMS.contains(&other.before)
        });
        // A misspelt name is told of as that.
        let misspelt = people.iter().any(|person| nearly(person.last, capital.word));
        if full || misspelt || told.contains(&capital.word) {
            continue;
        }
        told.push(capital.word);
        let text = format!("{} {} has no first name in this article.", capital.before, capital.word);
        hints.near(
            claims,
            capital.sentence,
            capital.start..capital.end,
            Hint::new("no-full-name", &text).priority(Priority::Medium),
        );
    }
}

#[cfg(test)]
mod tests {
    use claimlist_plugin::testing::{Article, Given, run};

    use super::*;
    use crate::Consistency;

    fn hints(text: &str, roles: &[&str]) -> Vec<Given> {
        let mut article = Article::new(text);
        for name in roles {
            article = article.claim_with("role", name, &[("name", (*name).into())]);
        }
        run::<Consistency>("{}", &article).unwrap()
    }

    #[test]
    fn two_spellings_of_one_name() {
        for text in [
            "Volodymyr Zelensky came. He said that Zelenskyy would stay.",
            "Volodymyr Zelensky came. Then Mr Zelenskiy left.",
            "Volodymyr Zelensky came. Later Volodymyr Zelinsky left.",
        ] {
            let given = hints(text, &["Volodymyr Zelensky"]);
            assert_eq!(given.len(), 1, "{text}: {given:?}");
            assert_eq!(
                (given[0].check.as_str(), given[0].finding),
                ("name-spelling", Some(Finding::Conflicts))
            );
        }
        for text in [
            "Volodymyr Zelensky came. Zelensky's men left.",
            "Volodymyr Zelensky came. They met in Zelenska and left.",
            "Volodymyr Zelensky came, and Ann Zelenski left.",
        ] {
            assert!(hints(text, &["Volodymyr Zelensky"]).is_empty(), "{text}");
        }
        assert!(hints("Paul Greens came. The Green said so.", &["Paul Greens"]).is_empty());
    }

    #[test]
    fn speakers_are_people_too() {
        let article = Article::new("It was old, Harbour Master Gordon Pellham said. Mr Pelham left.")
            .claim("reported", "It was old")
            .speaker("Harbour Master Gordon Pellham");
        let given = run::<Consistency>("{}", &article).unwrap();
        assert_eq!(given.iter().map(|hint| hint.check.as_str()).collect::<Vec<_>>(), ["name-spelling"]);
    }

    #[test]
    fn a_surname_comes_after_the_full_name() {
        let text = "They waited for Marwood all day. Then Helen Marwood arrived.";
        let given = hints(text, &["Helen Marwood"]);
        assert_eq!(given[0].check, "surname-first");
        for text in [
            "Helen Marwood arrived. They waited for Marwood all day.",
            "They waited in Marwood all day. Then Helen Marwood arrived.",
            "They waited for Ann Marwood all day. Then Helen Marwood arrived.",
        ] {
            assert!(hints(text, &["Helen Marwood"]).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_mister_has_a_first_name() {
        assert_eq!(hints("They arrested Mr Pell. Mr Pell denies it.", &[]).len(), 1);
        assert!(hints("They arrested Gordon Pell. Mr Pell denies it.", &[]).is_empty());
    }

    #[test]
    fn one_letter_makes_a_spelling() {
        for (a, b, near) in [
            ("Lukashenko", "Lukashenka", true),
            ("Lavrov", "Lavorv", true),
            ("Sergei", "Sergey", true),
            ("Marston", "Barston", false),
            ("Brown", "Browns", false),
            ("Lee", "Lea", false),
            ("Johnson", "Thompson", false),
        ] {
            assert_eq!(nearly(a, b), near, "{a} {b}");
        }
    }
}
