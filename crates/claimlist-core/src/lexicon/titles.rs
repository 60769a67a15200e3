//! `titles.toml`: offices, ranks, forms of address and words for people by what they do.

use serde::Deserialize;

use super::names::Gender;
use super::{Classes, WordList, WordMap, WordSet};

/// Offices, ranks, forms of address and words for people by what they do.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, from = "File")]
pub struct Titles {
    words: WordMap<Title>,
    people: Vec<String>,
    /// What opens a phrase that speaks to somebody: `madam`.
    pub addresses: WordSet,
    /// Those who are spoken to behind "my": `friends`.
    pub listeners: WordSet,
    /// Who is somebody's, and holds no office: `widow`.
    pub relatives: WordSet,
    /// Of whom to be one says nothing that could be wrong: `men`.
    pub indistinct: WordSet,
    /// What a firm may be the leader of: `market`.
    pub fields: WordSet,
    /// Fields of an office beside another: `sport` of "Media and Sport Secretary".
    pub portfolios: WordSet,
    /// Offices that somebody has to another: `adviser` of `adviser to the governor`.
    pub attached: WordSet,
    /// Offices and places in a team that a hyphen makes: `fly-half`.
    pub hyphened: WordSet,
    /// Members of parties, before their names: `republican`.
    pub adherents: WordSet,
    /// Before an office that is held no longer, not yet or for a time: `former`.
    pub tenures: WordSet,
    /// Offices that are surnames too: `king`.
    pub surnames: WordSet,
    /// First words of the parties in brackets behind a name: `lab`.
    pub parties: WordSet,
    /// Of police and soldiers, beside whose name the office is told: `Sgt.`.
    pub ranks: WordSet,
    /// Offices that the holder of another often has too: `chairman`.
    pub shared: WordSet,
    /// Whose fields stand behind "of" or "for" with commas between them: `ministry`.
    pub departments: WordSet,
    /// Whom members of a parliament speak of, behind `hon.`: `friend`.
    pub members: WordSet,
}

/// What a word may be in a title.
#[derive(Clone, Copy, Debug, Default)]
pub struct Title {
    /// Forms an office or rank: `secretary`, `Gen`.
    pub office: bool,
    /// Is written with or without a period: `Gen`.
    pub short: bool,
    /// Is a form of address that says nothing: `Mr`.
    pub honorific: bool,
    /// Is a form of address that is given: `Sir`, `Dr`.
    pub dignity: bool,
    /// May stand before an office: `former`, `foreign`.
    pub modifier: bool,
    /// Is an office only with a capital: `Major`.
    pub capital: bool,
    /// Is for many, or for nobody known, and no title: `people`.
    pub collective: bool,
    /// May be for a firm or another body as well as for a person: `operator`.
    pub body: bool,
    /// Says what an office is: `leads`.
    pub affiliates: bool,
    /// Whether it is for a man or a woman.
    pub gender: Option<Gender>,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    offices: Offices,
    people: People,
    gender: ByGender,
    affiliation: Affiliation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Affiliation {
    verbs: String,
    parties: WordSet,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Offices {
    words: String,
    abbreviations: String,
    honorifics: String,
    dignities: String,
    modifiers: String,
    capitals: String,
    addresses: WordSet,
    listeners: WordSet,
    fields: WordSet,
    hyphened: WordSet,
    adherents: WordSet,
    portfolios: WordSet,
    attached: WordSet,
    tenures: WordSet,
    surnames: WordSet,
    ranks: WordSet,
    shared: WordSet,
    departments: WordSet,
    members: WordSet,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    words: String,
    collectives: String,
    bodies: String,
    indistinct: WordSet,
    relatives: WordSet,
    plurals: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByGender {
    male: String,
    female: String,
}

impl From<File> for Titles {
    fn from(file: File) -> Self {
        let mut words = WordMap::<Title>::default();
        let mut set = |list: &str, change: &dyn Fn(&mut Title)| {
            for word in list.split_whitespace() {
                change(words.entry(word));
            }
        };
        set(&file.offices.words, &|title| title.office = true);
        set(&file.offices.abbreviations, &|title| {
            title.office = true;
            title.short = true;
        });
        set(&file.offices.honorifics, &|title| title.honorific = true);
        set(&file.offices.dignities, &|title| title.dignity = true);
        set(&file.offices.modifiers, &|title| title.modifier = true);
        set(&file.affiliation.verbs, &|title| title.affiliates = true);
        set(&file.offices.capitals, &|title| title.capital = true);
        set(&file.people.collectives, &|title| title.collective = true);
        let plural: Vec<String> = file.people.bodies.split_whitespace().map(super::verbs::with_s).collect();
        set(&file.people.bodies, &|title| title.body = true);
        set(&plural.join(" "), &|title| title.body = true);
        set(&file.gender.male, &|title| title.gender = Some(Gender::Male));
        set(&file.gender.female, &|title| title.gender = Some(Gender::Female));
        let plurals = file.people.plurals.split_whitespace().map(str::to_owned);
        let singular = file.people.words.split_whitespace();
        let people = singular.flat_map(|word| [word.to_owned(), super::verbs::with_s(word)]).chain(plurals);
        let people = people.collect();
        let offices = file.offices;
        Self {
            words,
            people,
            addresses: offices.addresses,
            listeners: offices.listeners,
            indistinct: file.people.indistinct,
            relatives: file.people.relatives,
            fields: offices.fields,
            hyphened: offices.hyphened,
            adherents: offices.adherents,
            portfolios: offices.portfolios,
            attached: offices.attached,
            tenures: offices.tenures,
            surnames: offices.surnames,
            parties: file.affiliation.parties,
            ranks: offices.ranks,
            shared: offices.shared,
            departments: offices.departments,
            members: offices.members,
        }
    }
}

impl WordList for Titles {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        for (word, title) in self.words.iter() {
            if title.office || title.honorific || title.dignity {
                add(word, Classes::TITLE);
            }
        }
        self.people.iter().for_each(|word| add(word, Classes::PERSON_NOUN));
    }
}

impl Titles {
    /// What a word may be in a title; all false for a word of no list.
    #[must_use]
    pub fn get(&self, word: &str) -> Title {
        self.words.get(word).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn words_are_told_apart() {
        let titles = &Lexicon::english().titles;
        assert!(titles.get("Secretary").office && !titles.get("Secretary").honorific);
        assert!(titles.get("Gen").short && titles.get("Mr").honorific && titles.get("Sir").dignity);
        assert!(titles.get("Foreign").modifier && !titles.get("Foreign").office);
        assert_eq!(titles.get("spokeswoman").gender, Some(Gender::Female));
        let lexicon = Lexicon::english();
        assert!(lexicon.classes("witnesses").intersects(Classes::PERSON_NOUN));
        assert!(!lexicon.classes("table").intersects(Classes::PERSON_NOUN.or(Classes::TITLE)));
    }
}
