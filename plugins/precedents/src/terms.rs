//! The words by which claims are compared: without small words, case and endings. `Crimes doubled in 2020` is `crim`, `doubl`,
//! `2020`.

use claimlist_plugin::words::words;

/// Words that are in too many sentences to tell one from another.
const SMALL: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before",
    "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her",
    "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "many", "may", "more", "most", "much",
    "of", "on", "one", "only", "or", "other", "our", "out", "over", "said", "say", "says", "she", "so",
    "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to",
    "up", "very", "was", "we", "were", "what", "when", "which", "while", "who", "will", "with", "would",
    "you",
];

/// The terms of a text, sorted, each once.
pub(crate) fn terms(text: &str) -> Vec<String> {
    let mut terms: Vec<String> = words(text)
        .iter()
        .filter(|word| word.is_letters() || word.is_digits())
        .map(|word| word.text.to_lowercase())
        .filter(|word| SMALL.binary_search(&word.as_str()).is_err())
        .map(|mut word| {
            word.retain(|c| !matches!(c, '\'' | '\u{2019}' | ','));
            word.truncate(stem(&word).len());
            word
        })
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// A word without the endings of plurals and of verbs. Two words in one are better than one word in two.
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 7] = ["ings", "ing", "ies", "ed", "es", "s", "e"];
    let ascii = word.is_ascii() && !word.starts_with(|c: char| c.is_ascii_digit()) && !word.ends_with("ss");
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= 3));
    let rest = cut.filter(|_| ascii).unwrap_or(word);
    rest.strip_suffix('y').filter(|rest| ascii && rest.len() >= 3).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_sorted() {
        assert!(SMALL.is_sorted());
    }

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (a, b) in [
            ("The crimes doubled in 2020", "crime doubles 2020"),
            ("countries", "country"),
            ("Vaccinated, vaccines", "vaccinating vaccine"),
            ("1,568 boats", "1,568 boat"),
        ] {
            assert_eq!(terms(a), terms(b), "{a} / {b}");
        }
        assert_ne!(terms("glass"), terms("glas"));
        assert!(terms("It was what they said.").is_empty());
    }
}
