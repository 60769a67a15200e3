//! What kinds of word the lexicon tells apart.

macro_rules! classes {
    ($($name:ident $bit:literal $meaning:literal;)*) => {
        impl Classes {
            $(#[doc = $meaning] pub const $name: Self = Self(1 << $bit);)*

            /// Every class with its name.
            pub const NAMED: &[(&'static str, Self)] = &[$((stringify!($name), Self::$name),)*];
        }
    };
}

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u64);

classes! {
    NUMBER 0 "Cardinal number words: `three`, `dozen`.";
    SCALE 1 "`million`, `bn`, `lakh`.";
    ORDINAL 2 "`third`, `twenty-first`'s last part.";
    FRACTION 3 "`half`, `quarter`, `thirds`.";
    UNIT 4 "Units of measure: `km`, `tonnes`.";
    CURRENCY 5 "Words for currencies: `euros`, `USD`.";
    MONTH 6 "`January`, `Jan`.";
    WEEKDAY 7 "`Tuesday`, `Tue`.";
    TIME_UNIT 8 "`day`, `years`, `decade`.";
    SEASON 9 "`spring`, `autumn`.";
    TIME_WORD 10 "`yesterday`, `noon`, `today`.";
    TITLE 11 "Offices, ranks and forms of address that stand before or after a name: `President`, `Dr`, `chief`.";
    GIVEN_NAME 12 "First names.";
    ORGANISATION 13 "Words that end or make the name of a body: `Ministry`, `Inc`, `University`.";
    NATIONALITY 14 "`French`, `Ukrainian`, `US`.";
    PLACE 15 "Names of countries, and of cities often in the news.";
    SPEECH 16 "All forms of verbs that report speech: `said`, `claims`, `warned`.";
    AUXILIARY 17 "Forms of be, have and do.";
    MODAL 18 "`will`, `could`, `must`.";
    NEGATOR 19 "`no`, `not`, `never`, `nobody`, `without`, `n't` words.";
    PRONOUN 20 "`he`, `they`, `which`.";
    PERSON_NOUN 21 "Words for people by what they do or are: `spokeswoman`, `researcher`, `critics`.";
    DETERMINER 23 "`the`, `each`, `his`.";
    PREPOSITION 24 "`of`, `amid`.";
    SUBORDINATOR 25 "`because`, `that`, `when`.";
    COORDINATOR 26 "`and`, `but`.";
    ADVERB 27 "`already`, `ago`: adverbs that do not end in -ly.";
    ADJECTIVE 28 "Common adjectives.";
    BE 29 "Forms of be.";
    HAVE 30 "Forms of have.";
    DO 31 "Forms of do.";
    VERB_BASE 32 "May be the base form of a verb: `rise`.";
    VERB_PRESENT 33 "May be a verb's form in -s: `rises`.";
    VERB_PAST 34 "May be a verb's past tense: `rose`, `increased`.";
    VERB_PARTICIPLE 35 "May be a verb's past participle: `risen`, `increased`.";
    VERB_ING 36 "May be a verb's form in -ing: `rising`.";
    NOUN 37 "A noun that looks like something else, by its ending or as a form of a verb: `clinic`, `rise`, `plans`.";
    SUPERLATIVE 48 "`largest`, `most`.";
    COMPARATIVE 49 "`larger`, `more`.";
    COMPARES 50 "Other words that may be the core of a comparison: `record`, `as`, `only`.";
    CAUSAL 51 "First words of connectives of cause, purpose and consequence: `because`, `due`.";
    MULTIPLE 60 "`doubled`, `tenfold`, `halved`.";
    HOLIDAY 38 "First words of holidays: `Christmas`, `New`.";
    TIME_OPENER 39 "Words that may open a time: `last`, `early`, `every`, `between`.";
    TIME_LEAD 53 "Words before a unit of time that say which: `last`, `coming`.";
    TIME_STAGE 54 "Words for a part of a period: `early`, `end`.";
    TIME_AMOUNT 55 "First words of amounts and of what says how exact they are: `half`, `nearly`.";
    TIME_OCCASION 56 "First words of times that are named for an occasion: `opening`, `rookie`.";
    TIME_OTHER 57 "Other first words of times: `every`, `between`.";
    TIME_LIGHT 58 "Openers of times that mostly open something else: `the`, `at`.";
    TIME_BEHIND 59 "Words behind those that may go on a time: `current`, `least`.";
    PHRASAL 61 "Forms of verbs that report speech with a particle: `pointed`.";
    VAGUE 40 "Verbs and adjectives that assert nothing one could look up: `seems`, `uncertain`.";
    PLANNED 41 "Forms that look ahead before `to`: `expected`, `plans`.";
    PENDING 42 "What looks ahead between a form of be and `to`: `due`, `likely`.";
    AIM 43 "Nouns that an infinitive belongs to: `decision`, `plan`.";
    CAUSATIVE 44 "Verbs of which an infinitive behind their object is the core: `forced`, `allows`.";
    INTRANSITIVE 62 "Forms of verbs that need no object: `resigned`, `fell`.";
    COMPOUND 45 "First words of prepositions of more than one word: `due`, `ahead`.";
    ADDITION 46 "First words of what opens an addition to a clause: `amid`, `because`.";
    HOLLOW 47 "First words of verbs that assert nothing one could look up with what follows: `turns`.";
    PARTICLE 52 "Prepositions that may end a clause: `ahead`, `out`.";
    MODIFIER 22 "`about`, `nearly`, `over`: first words of phrases that modify a figure.";
}

impl Classes {
    /// No class.
    #[inline(always)]
    #[must_use]
    pub const fn empty() -> Self {
        Self(0)
    }

    /// Every class.
    #[inline(always)]
    #[must_use]
    pub const fn all() -> Self {
        Self(u64::MAX)
    }

    /// The classes of either.
    #[inline(always)]
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a class.
    #[inline(always)]
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// How many bits there are for classes.
    pub(crate) const BITS: usize = u64::BITS as usize;

    /// Whether the class of a bit is among them.
    pub(crate) const fn holds_bit(self, bit: usize) -> bool {
        self.0 >> bit & 1 != 0
    }

    /// The bits of the classes, from the lowest.
    #[inline(always)]
    pub(crate) fn bits(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let bit = rest.trailing_zeros() as usize;
            (bit < Self::BITS).then(|| {
                rest &= rest - 1;
                bit
            })
        })
    }

    /// The names of the classes, for `inspect`.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().filter(move |(_, class)| self.intersects(*class)).map(|(name, _)| *name)
    }
}
