//! `abbreviations.toml`: words whose period does not end a sentence.

use serde::Deserialize;

use super::{Classes, WordList, WordMap};

/// Words whose period does not end a sentence, by what may follow them.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Lists")]
pub struct Abbreviations {
    kinds: WordMap<Kinds>,
}

/// Lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u16);

macro_rules! kinds {
    ($($name:ident $list:ident $bit:literal $meaning:literal;)*) => {
        impl Kinds {
            $(#[doc = $meaning] pub const $name: Self = Self(1 << $bit);)*
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        struct Lists {
            $($list: String,)*
        }

        impl From<Lists> for Abbreviations {
            fn from(lists: Lists) -> Self {
                let mut kinds = WordMap::<Kinds>::default();
                $(
                    for word in lists.$list.split_whitespace() {
                        kinds.entry(word).0 |= Kinds::$name.0;
                    }
                )*
                Self { kinds }
            }
        }
    };
}

kinds! {
    CONTINUING continuing 0 "Something always follows: `Dr`, `vs`.";
    BEFORE_NAME before_name 1 "Where capitalised, a name follows: `Gen`, `St`.";
    BEFORE_NUMBER before_number 2 "A number may follow: `No`, `p`.";
    MONTH months 3 "Where capitalised, a month: `Feb`.";
    WEEKDAY weekdays 4 "Where capitalised, a day of the week: `Tues`.";
    MAY_END may_end 5 "The next word decides: `etc`.";
    COMPANY company 6 "The end of a company's name; the next word decides: `Inc`.";
    REGION regions 7 "Where capitalised, a part of a country; the next word decides: `Calif`.";
    UNIT units 8 "After a figure, a unit; the next word decides: `ft`.";
    TIME times 9 "Times of day: `p.m`.";
    AFTER_TIME after_time 10 "What may follow a time of day: `GMT`, `Tuesday`.";
    BEFORE_LETTER before_letter 11 "A single letter after it is no initial: `vitamin`.";
    MARKED_NAME marked_names 12 "With its mark, a name: `Yahoo!`.";
    CREDIT credits 13 "Before a colon, the begin of a picture's credit: `Photo`.";
    STREET streets 14 "After a house number and a name, the end of an address: `Ave`.";
}

impl Kinds {
    /// The lists of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The lists of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The lists that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the two share a list.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl WordList for Abbreviations {
    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}

impl Abbreviations {
    /// The lists that the word stands in, without its last period and in whatever case.
    #[must_use]
    pub fn kinds(&self, word: &str) -> Kinds {
        self.kinds.get(word).copied().unwrap_or_default()
    }
}
