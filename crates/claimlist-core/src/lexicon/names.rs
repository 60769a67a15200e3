//! `names.toml`: first names, nationalities, places and words that make names of bodies.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Classes, WordList, WordMap, WordSet};

/// First names, nationalities, places and words that make names of bodies.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, from = "File")]
pub struct Names {
    given: WordMap<Option<Gender>>,
    nationalities: String,
    places: String,
    organisations: String,
    /// Whole names of bodies: `NATO`.
    pub bodies: WordSet,
    /// Words in capitals that name no body: `GDP`.
    pub acronyms: WordSet,
    /// Last words of names of things: `Bridge`.
    pub things: WordSet,
    /// Words between the parts of a person's name: `van`.
    pub particles: WordSet,
    /// Particles that a surname may begin with: "said van Hoek".
    pub leading_particles: WordSet,
    /// What has a title that may stand unmarked behind it: `film`.
    pub works: WordSet,
}

/// Whether a name or word is for a man or a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// `Peter`, `spokesman`
    Male,
    /// `Anna`, `spokeswoman`
    Female,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    given: Given,
    nationalities: List,
    places: List,
    organisations: Organisations,
    things: Words,
    particles: Particles,
    works: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    male: String,
    female: String,
    either: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: WordSet,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisations {
    words: String,
    bodies: WordSet,
    acronyms: WordSet,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Particles {
    words: WordSet,
    leading: WordSet,
}

impl From<File> for Names {
    fn from(file: File) -> Self {
        let mut given = FxHashMap::<&str, _>::default();
        for (names, gender) in
            [(&file.given.male, Some(Gender::Male)), (&file.given.female, Some(Gender::Female)), (&file.given.either, None)]
        {
            for name in names.split_whitespace() {
                // A name in two lists is for both.
                given
                    .entry(name)
                    .and_modify(|other| if *other != gender { *other = None })
                    .or_insert(gender);
            }
        }
        Self {
            given: given.into_iter().collect(),
            nationalities: file.nationalities.words,
            places: file.places.words,
            organisations: file.organisations.words,
            bodies: file.organisations.bodies,
            acronyms: file.organisations.acronyms,
            things: file.things.words,
            particles: file.particles.words,
            leading_particles: file.particles.leading,
            works: file.works.words,
        }
    }
}

impl WordList for Names {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        self.given.keys().for_each(|name| add(name, Classes::GIVEN_NAME));
        for (words, class) in [
            (&self.nationalities, Classes::NATIONALITY),
            (&self.places, Classes::PLACE),
            (&self.organisations, Classes::ORGANISATION),
        ] {
            words.split_whitespace().for_each(|word| add(word, class));
        }
    }
}

impl Names {
    /// `Anna`: a woman's name; none for a name of both or an unknown one.
    #[must_use]
    pub fn gender(&self, name: &str) -> Option<Gender> {
        self.given.get(name).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn names_have_their_gender_unless_both_bear_them() {
        let names = &Lexicon::english().names;
        for (name, gender) in [
            ("Anna", Some(Gender::Female)),
            ("PETER", Some(Gender::Male)),
            ("Robin", None),
            ("Jan", None),
            ("Zxq", None),
        ] {
            assert_eq!(names.gender(name), gender, "{name}");
        }
    }

    #[test]
    fn words_have_their_classes() {
        let lexicon = Lexicon::english();
        for (word, class) in [
            ("Volodymyr", Classes::GIVEN_NAME),
            ("Ukrainian", Classes::NATIONALITY),
            ("U.S.", Classes::NATIONALITY),
            ("Norway", Classes::PLACE),
            ("Ministry", Classes::ORGANISATION),
        ] {
            assert!(lexicon.classes(word).intersects(class), "{word}");
        }
        assert!(lexicon.names.bodies.has("NATO") && !lexicon.names.bodies.has("nation"));
    }
}
