//! `speech.toml`: verbs and phrases that report speech, each with its stance, and what may stand behind them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::verbs::{each_irregular_form, each_regular_form};
use super::{Classes, WordList, WordMap, WordSet, key};

/// Verbs and phrases that report speech, each with its stance.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "File")]
pub struct Speech {
    /// Every form of every verb.
    forms: WordMap<Saying>,
    /// Every form of the verbs that report with a particle, each with that particle.
    phrasal: WordMap<Vec<(Box<str>, Saying)>>,
    /// Form and what it may be, for the vocabulary.
    classes: Vec<(Box<str>, Classes)>,
    /// The prepositions that make a verb, by its base, report what follows them.
    prepositions: WordMap<Vec<Box<str>>>,
    /// Every form of the verbs that report direct quotations alone, each with the particles it may need.
    quoting: WordMap<Vec<Option<Box<str>>>>,
    /// Phrases such as "according to", each with its stance.
    phrases: Vec<Phrase>,
    /// Words around those who speak, and for what they say.
    pub sources: Sources,
}

/// A phrase that reports.
#[derive(Debug)]
pub struct Phrase {
    /// Its words, with a space between two: `according to`.
    pub words: String,
    /// Its stance.
    pub stance: String,
    /// The first bytes of its second word, see [`key::of`].
    second: u64,
}

/// How a verb reports.
#[derive(Clone, Debug)]
pub struct Saying {
    /// Its base form, without a particle: `point` of "pointed out".
    pub base: Box<str>,
    /// Its stance, one of those that [`crate::Slot::Stance`] lists.
    pub stance: Box<str>,
    /// What may stand behind it.
    pub frames: Frames,
}

/// What may stand behind a verb for it to report something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u8);

impl Frames {
    /// A clause, with or without "that": "said he left".
    pub const CLAUSE: Self = Self(1);
    /// A clause with "that", "how", "whether" or the like: "found that he left".
    pub const THAT: Self = Self(2);
    /// Somebody, and then a clause: "told the court that he left".
    pub const TOLD: Self = Self(4);
    /// A thing: "emphasised the need for a truce".
    pub const OBJECT: Self = Self(8);
    /// "to" and a verb: "threatened to leave".
    pub const INFINITIVE: Self = Self(16);
    /// Somebody, and then "to" and a verb: "urged the firm to leave".
    pub const ORDER: Self = Self(32);
    /// A thing, and then what it is said to be: "called the charge baseless".
    pub const NAMED: Self = Self(64);
    /// In the passive "to" and a verb: "is believed to have left".
    pub const HEARSAY: Self = Self(128);

    /// The frames of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a frame.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    verbs: BTreeMap<String, String>,
    phrasal: BTreeMap<String, String>,
    quoting: Quoting,
    frames: FrameLists,
    phrases: BTreeMap<String, Vec<String>>,
    sources: Sources,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quoting {
    verbs: String,
    phrasal: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameLists {
    clause: String,
    that: String,
    told: String,
    object: String,
    infinitive: String,
    order: String,
    named: String,
    hearsay: String,
    preposition: String,
}

/// Words around those who speak, and for what they say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Verbs of most tags: `said`.
    pub tags: WordSet,
    /// Nobody when it stands alone as a source: `critics`.
    pub unnamed: WordSet,
    /// What is said or written: `letter`.
    pub media: WordSet,
    /// Several things that show something: `figures`.
    pub evidence: WordSet,
    /// What is told, not whom it is told to: `story`.
    pub told: WordSet,
    /// What is quoted behind it are words and no name of a work: `slogan`.
    pub worded: WordSet,
    /// What is rejected or endorsed by a vote or a ruling: `bill`.
    pub acts: WordSet,
    /// What becomes of somebody, told in the passive: `rejected`.
    pub fates: WordSet,
    /// Who is told something in the words of news: `inquest`.
    pub hearings: WordSet,
    /// What is claimed stands behind "that": `allegation`.
    pub claimed: WordSet,
    /// Verbs that report only of somebody, by their bases: `describe`.
    pub weak: WordSet,
}

impl From<File> for Speech {
    fn from(file: File) -> Self {
        let mut speech = Self::default();
        for (stance, verbs) in &file.verbs {
            for entry in verbs.split_whitespace() {
                speech.add_verb(entry, stance, &file.frames);
            }
        }
        for (stance, verbs) in &file.phrasal {
            for entry in verbs.lines() {
                speech.add_phrasal(entry, stance);
            }
        }
        for entry in file.quoting.verbs.split_whitespace() {
            each_form(&entry.replace('/', " "), &mut |form, _| speech.quoting.entry(form).push(None));
        }
        for (verb, particle) in file.quoting.phrasal.lines().filter_map(|entry| entry.rsplit_once(' ')) {
            each_form(verb, &mut |form, _| speech.quoting.entry(form).push(Some(particle.into())));
        }
        for entry in file.frames.preposition.split_whitespace() {
            let (base, prepositions) = entry.split_once('/').unwrap_or((entry, ""));
            speech.prepositions.insert(base, prepositions.split(',').map(Into::into).collect());
        }
        for (stance, phrases) in file.phrases {
            speech.phrases.extend(phrases.into_iter().map(|words| {
                let second = words.split(' ').nth(1).map_or(0, |word| key::of(word.as_bytes()));
                Phrase { words, stance: stance.clone(), second }
            }));
        }
        speech.sources = file.sources;
        speech
    }
}

impl Speech {
    fn add_verb(&mut self, entry: &str, stance: &str, frames: &FrameLists) {
        let spaced = entry.replace('/', " ");
        let base = spaced.split(' ').next().unwrap_or_default().trim_end_matches(['*', '+']);
        let form = Saying { base: base.into(), stance: stance.into(), frames: frames.of(base) };
        let mut add = |word: &str, class: Classes| {
            self.forms.insert(word, form.clone());
            self.classes.push((word.into(), class.or(Classes::SPEECH)));
        };
        each_form(&spaced, &mut add);
    }

    /// Adds a verb that reports with a particle, written as "base past participle particle", or "base particle" where it
    /// is regular.
    fn add_phrasal(&mut self, entry: &str, stance: &str) {
        let Some((verb, particle)) = entry.rsplit_once(' ') else { return };
        let base = verb.split(' ').next().unwrap_or_default();
        let frames = Frames::CLAUSE.or(Frames::THAT).or(Frames::OBJECT);
        let saying = Saying { base: base.into(), stance: stance.into(), frames };
        let mut add = |form: &str, _| {
            self.phrasal.entry(form).push((particle.into(), saying.clone()));
        };
        each_form(verb, &mut add);
    }

    /// Whether a form of a verb, with the word behind it, reports a direct quotation beside it and nothing else: the number of words that
    /// do, one for "continued", two for "went on".
    #[must_use]
    pub fn quoting(&self, form: &str, next: &str) -> Option<usize> {
        let particles = self.quoting.get(form)?;
        let particle = |particle: &Option<Box<str>>| match particle {
            Some(particle) => particle.eq_ignore_ascii_case(next).then_some(2),
            None => Some(1),
        };
        particles.iter().filter_map(particle).max()
    }

    /// How a form of a reporting verb reports; nothing for other words.
    #[must_use]
    pub fn saying(&self, form: &str) -> Option<&Saying> {
        self.forms.get(form)
    }

    /// How a form of a verb reports with the particle behind it: "pointed" and "out".
    #[must_use]
    pub fn phrasal(&self, form: &str, particle: &str) -> Option<&Saying> {
        let sayings = self.phrasal.get(form)?;
        let found = sayings.iter().find(|(other, _)| other.eq_ignore_ascii_case(particle));
        found.map(|(_, saying)| saying)
    }

    /// The stance of a form of a reporting verb, one of those that [`crate::Slot::Stance`] lists: `denied` is `denies`.
    #[must_use]
    pub fn stance(&self, form: &str) -> Option<&str> {
        self.saying(form).map(|form| &*form.stance)
    }

    /// The base of a form: `said` is `say`.
    #[must_use]
    pub fn base(&self, form: &str) -> Option<&str> {
        self.saying(form).map(|form| &*form.base)
    }

    /// Whether a verb with this preposition reports what follows: "warned" and "against".
    #[must_use]
    pub fn takes(&self, form: &str, preposition: &str) -> bool {
        self.saying(form).and_then(|form| self.prepositions.get(&form.base)).is_some_and(|prepositions| {
            prepositions.iter().any(|other| other.eq_ignore_ascii_case(preposition))
        })
    }

    /// The phrases that report, such as "according to", of which this may be the second word: its first eight bytes in lower
    /// case.
    pub(crate) fn phrases(&self, second: u64) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter().filter(move |phrase| phrase.second == 0 || phrase.second == second)
    }
}

/// The forms of a verb, written as "base past participle", or as its base where it is regular.
fn each_form(verb: &str, add: &mut dyn FnMut(&str, Classes)) {
    if verb.contains(' ') {
        each_irregular_form(verb, add);
    } else {
        each_regular_form(verb, add);
    }
}

impl FrameLists {
    fn of(&self, base: &str) -> Frames {
        let has = |list: &str| list.split_whitespace().any(|word| word == base);
        let lists = [
            (&self.clause, Frames::CLAUSE),
            (&self.that, Frames::THAT),
            (&self.told, Frames::TOLD),
            (&self.object, Frames::OBJECT),
            (&self.infinitive, Frames::INFINITIVE),
            (&self.order, Frames::ORDER),
            (&self.named, Frames::NAMED),
            (&self.hearsay, Frames::HEARSAY),
        ];
        Frames(lists.iter().filter(|(list, _)| has(list)).fold(0, |all, (_, frame)| all | frame.0))
    }
}

impl WordList for Speech {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        self.classes.iter().for_each(|(form, classes)| add(form, *classes));
        self.phrasal.keys().for_each(|form| add(form, Classes::PHRASAL));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn every_form_has_stance_base_and_class() {
        let lexicon = Lexicon::english();
        for (form, base, stance) in [
            ("said", "say", "says"),
            ("Told", "tell", "says"),
            ("denies", "deny", "denies"),
            ("admitted", "admit", "agrees"),
            ("warning", "warn", "warns"),
            ("sworn", "swear", "promises"),
        ] {
            assert_eq!(lexicon.speech.base(form), Some(base), "{form}");
            assert_eq!(lexicon.speech.stance(form), Some(stance), "{form}");
            assert!(lexicon.classes(form).intersects(Classes::SPEECH), "{form}");
        }
        assert_eq!(lexicon.speech.stance("walked"), None);
    }

    #[test]
    fn frames_say_what_may_follow() {
        let speech = &Lexicon::english().speech;
        let frames = |form| speech.saying(form).unwrap().frames;
        assert!(frames("said").intersects(Frames::CLAUSE));
        assert!(!frames("welcomed").intersects(Frames::CLAUSE));
        assert_eq!(speech.phrasal("Pointed", "out").map(|saying| &*saying.base), Some("point"));
        assert!(speech.phrasal("pointed", "at").is_none() && speech.phrasal("made", "clear").is_some());
        assert!(speech.takes("warned", "against") && !speech.takes("warned", "in"));
        assert!(speech.sources.unnamed.has("Critics") && !speech.sources.unnamed.has("ministers"));
    }

    #[test]
    fn no_verb_stands_in_two_lists() {
        let file: File = toml::from_str(include_str!("../../lexicon/en/speech.toml")).unwrap();
        let mut bases: Vec<&str> = file
            .verbs
            .values()
            .flat_map(|verbs| verbs.split_whitespace())
            .map(|entry| entry.split('/').next().unwrap().trim_end_matches(['*', '+']))
            .collect();
        bases.sort_unstable();
        let twice: Vec<_> = bases.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
