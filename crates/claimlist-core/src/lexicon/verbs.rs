//! `verbs.toml`: verbs that are frequent in news, with all their forms.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::{Classes, WordList};

/// Verbs, of which every form is entered in the vocabulary with what it may be.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verbs {
    irregular: String,
    regular: String,
    alone: String,
}

impl WordList for Verbs {
    fn classes(&self, add: &mut dyn FnMut(&str, Classes)) {
        let alone: FxHashSet<&str> = self.alone.split_whitespace().collect();
        let mut add = |entry: &str, form: &str, class: Classes| {
            let base = entry.split_whitespace().next().map(|entry| Entry::new(entry).base);
            let alone = base.is_some_and(|base| alone.contains(base));
            add(form, if alone { class.or(Classes::INTRANSITIVE) } else { class });
        };
        let lines = self.irregular.lines();
        lines.for_each(|line| each_irregular_form(line, &mut |form, class| add(line, form, class)));
        let entries = self.regular.split_whitespace();
        entries.for_each(|entry| each_regular_form(entry, &mut |form, class| add(entry, form, class)));
    }
}

/// The forms of "base past participle", with what each may be.
pub(super) fn each_irregular_form(line: &str, add: &mut dyn FnMut(&str, Classes)) {
    let mut forms = line.split_whitespace();
    let Some(entry) = forms.next() else { return };
    for (forms, class) in [(forms.next(), Classes::VERB_PAST), (forms.next(), Classes::VERB_PARTICIPLE)] {
        forms.unwrap_or_default().split('|').for_each(|form| add(form, class));
    }
    Entry::new(entry).add_present(add);
}

/// The forms of a regular verb as it is spelt in Britain and in America, with what each may be.
pub(super) fn each_regular_form(entry: &str, add: &mut dyn FnMut(&str, Classes)) {
    let verb = Entry::new(entry);
    verb.add_regular(add);
    if let Some(base) = american(verb.base) {
        Entry { base: &base, ..verb }.add_regular(add);
    }
    // "travelled", "traveled"
    if verb.doubled && verb.base.ends_with('l') {
        Entry { doubled: false, ..verb }.add_regular(add);
    }
}

/// The American spelling of a verb whose ending differs there: "organise", "analyse", "favour". Made by the ending alone, so that what comes
/// of "advise" is a word that nobody writes.
fn american(base: &str) -> Option<String> {
    [("ise", "ize"), ("yse", "yze"), ("our", "or")].iter().find_map(|(british, american)| {
        let stem = base.strip_suffix(british).filter(|stem| stem.len() >= 3)?;
        Some(format!("{stem}{american}"))
    })
}

/// A verb as it is written in the file.
#[derive(Clone, Copy)]
struct Entry<'a> {
    base: &'a str,
    noun: bool,
    doubled: bool,
}

impl<'a> Entry<'a> {
    fn new(entry: &'a str) -> Self {
        let base = entry.trim_end_matches(['*', '+']);
        Self { base, noun: entry.contains('*'), doubled: entry.contains('+') }
    }

    /// Adds all forms of a regular verb.
    fn add_regular(&self, add: &mut dyn FnMut(&str, Classes)) {
        add(&self.with_ending("ed"), Classes::VERB_PAST.or(Classes::VERB_PARTICIPLE));
        self.add_present(add);
    }

    /// Adds the base form, the form in -s and the form in -ing.
    fn add_present(&self, add: &mut dyn FnMut(&str, Classes)) {
        let noun = if self.noun { Classes::NOUN } else { Classes::empty() };
        add(self.base, Classes::VERB_BASE.or(noun));
        add(&with_s(self.base), Classes::VERB_PRESENT.or(noun));
        add(&self.with_ending("ing"), Classes::VERB_ING);
    }

    /// The base form with -ed or -ing.
    fn with_ending(&self, ending: &str) -> String {
        let base = self.base;
        let last = base.chars().next_back().unwrap_or_default();
        if self.doubled {
            return format!("{base}{last}{ending}");
        }
        if ending == "ing" && base.ends_with("ie") {
            return format!("{}ying", &base[..base.len() - 2]);
        }
        if last == 'e' && (ending == "ed" || !(base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye") || base == "be")) {
            return format!("{}{ending}", &base[..base.len() - 1]);
        }
        if ending == "ed" && ends_in_consonant_y(base) {
            return format!("{}ied", &base[..base.len() - 1]);
        }
        format!("{base}{ending}")
    }
}

/// The form in -s.
pub(super) fn with_s(base: &str) -> String {
    if ends_in_consonant_y(base) {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| base.ends_with(ending)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn ends_in_consonant_y(base: &str) -> bool {
    let mut last = base.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|c| !"aeiou".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn forms_are_spelt_as_they_should_be() {
        for (form, class) in [
            ("denies", Classes::VERB_PRESENT),
            ("denied", Classes::VERB_PAST),
            ("denying", Classes::VERB_ING),
            ("stopped", Classes::VERB_PAST),
            ("planning", Classes::VERB_ING),
            ("dying", Classes::VERB_ING),
            ("fleeing", Classes::VERB_ING),
            ("announced", Classes::VERB_PARTICIPLE),
            ("resigned", Classes::INTRANSITIVE),
            ("fell", Classes::INTRANSITIVE),
            ("cutting", Classes::VERB_ING),
            ("reaches", Classes::VERB_PRESENT),
            ("written", Classes::VERB_PARTICIPLE),
            ("rise", Classes::NOUN),
            ("minimized", Classes::VERB_PAST),
            ("minimised", Classes::VERB_PAST),
            ("favors", Classes::VERB_PRESENT),
            ("traveled", Classes::VERB_PARTICIPLE),
        ] {
            assert!(Lexicon::english().classes(form).intersects(class), "{form}");
        }
        assert!(!Lexicon::english().classes("denyed").intersects(Classes::VERB_PAST));
    }
}
