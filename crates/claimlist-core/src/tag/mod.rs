//! Parts of speech: which of the things a word may be it is here.
//!
//! Two passes over a sentence. The first settles what the lexicon, the case or the ending settles (`the`, `Starmer`,
//! `security`, `quickly`). The second goes from left to right through the words that may be a verb or something else (`rules`,
//! `increased`, `plans`), and decides by the word before, the word behind, and whether the clause has a verb already.

mod closed;
mod verb;

use closed::closed;

use crate::lex::{Case, Token, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};

/// Part of speech of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pos {
    /// `security`, `year`
    Noun,
    /// `years`, `people`
    PluralNoun,
    /// `London`, `Starmer`
    ProperNoun,
    /// `he`, `them`, `this` standing alone
    Pronoun,
    /// `the`, `a`, `his`, `no`, `this` before a noun
    Determiner,
    /// `large`, `largest`
    Adjective,
    /// `quickly`, `ago`
    Adverb,
    /// `rise` after `to`, a modal or `do`, and present tense without -s
    VerbBase,
    /// `rises`, `is`, `has`
    VerbPresent,
    /// `rose`, `was`, `had`
    VerbPast,
    /// `risen`, `been`; `increased` where it is a participle
    VerbParticiple,
    /// `rising`, `being`
    VerbIng,
    /// `will`, `could`, `must`
    Modal,
    /// `of`, `in`
    Preposition,
    /// `because`, `that` and `which` where they open a clause
    Subordinator,
    /// `and`, `or`, `but`
    Coordinator,
    /// `to` before a verb
    To,
    /// `not`, `n't`
    Not,
    /// `17`, `three`
    Number,
    /// `'s` of possession
    Possessive,
    /// A punctuation mark
    Punct,
    /// Anything else
    Other,
}

impl Pos {
    /// The name that `inspect` shows.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::PluralNoun => "plural-noun",
            Self::ProperNoun => "proper-noun",
            Self::Pronoun => "pronoun",
            Self::Determiner => "determiner",
            Self::Adjective => "adjective",
            Self::Adverb => "adverb",
            Self::VerbBase => "verb-base",
            Self::VerbPresent => "verb-present",
            Self::VerbPast => "verb-past",
            Self::VerbParticiple => "verb-participle",
            Self::VerbIng => "verb-ing",
            Self::Modal => "modal",
            Self::Preposition => "preposition",
            Self::Subordinator => "subordinator",
            Self::Coordinator => "coordinator",
            Self::To => "to",
            Self::Not => "not",
            Self::Number => "number",
            Self::Possessive => "possessive",
            Self::Punct => "punct",
            Self::Other => "other",
        }
    }

    /// Whether this is a finite verb form on its own: not a participle, an -ing form or a base form.
    #[inline]
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Self::VerbPresent | Self::VerbPast | Self::Modal)
    }

    /// Whether this is a form of a verb.
    #[inline]
    #[must_use]
    pub fn is_verb(self) -> bool {
        self.is_finite() || matches!(self, Self::VerbBase | Self::VerbParticiple | Self::VerbIng)
    }

    /// Whether this is a noun or name.
    #[inline]
    #[must_use]
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::PluralNoun | Self::ProperNoun)
    }

    /// Whether a noun phrase may go on with this.
    #[inline]
    #[must_use]
    pub fn in_noun_phrase(self) -> bool {
        self.is_noun() || matches!(self, Self::Determiner | Self::Adjective | Self::Number | Self::Possessive)
    }
}

/// Sets the part of speech of each token of one sentence.
pub fn tag(text: &str, tokens: &mut [Token]) {
    let headline = is_title_case(text, tokens);
    let mut first = true;
    for i in 0..tokens.len() {
        let pos = first_guess(Words { text, tokens }, i, headline, first);
        tokens[i].pos = pos;
        first &= tokens[i].kind != TokenKind::Word;
    }
    verb::settle(text, tokens);
}

/// Whether the sentence capitalizes most of its words, as some headlines do: then a capital says nothing.
fn is_title_case(text: &str, tokens: &[Token]) -> bool {
    let mut words = 0;
    let mut capital = 0;
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 3) {
        words += 1;
        capital += usize::from(matches!(token.case, Case::Title | Case::Upper));
    }
    // "Ada Roe was born at Bude, Cornwall, on September 19.": names, with an auxiliary and a stop that headlines do without.
    let sentence = || {
        let auxiliary =
            |token: &Token| matches!(token.span.of(text), "is" | "was" | "are" | "were" | "has" | "had");
        tokens.last().is_some_and(|token| token.span.of(text) == ".") && tokens.iter().any(auxiliary)
    };
    // "She joined the Health, Safety and Welfare Commission": headlines give their verbs a capital.
    let acts = |token: &Token| {
        token.case == Case::Lower
            && token.classes.intersects(Classes::VERB_PAST)
            && !token.classes.intersects(CLOSED)
    };
    words >= 4 && capital * 4 > words * 3 && !sentence() && !tokens.iter().any(acts)
}

/// What a word is by itself and its nearest neighbours; words that may be verbs are left to [`verb`]. `first` if no word stands
/// before it.
fn first_guess(words: Words<'_>, i: usize, headline: bool, first: bool) -> Pos {
    match words.kind(i) {
        Some(TokenKind::Number) => return Pos::Number,
        Some(TokenKind::Punct) if ends_plural_owner(words, i) => return Pos::Possessive,
        Some(TokenKind::Punct) if is_star_of_grade(words, i) => return Pos::ProperNoun,
        Some(TokenKind::Punct) => return Pos::Punct,
        Some(TokenKind::Symbol) | None => return Pos::Other,
        Some(TokenKind::Word) => {}
    }
    if is_possessive(words, i) {
        return Pos::Possessive;
    }
    let has = |classes| words.has(i, classes);
    let capital = matches!(words.case(i), Case::Title | Case::Upper | Case::Mixed);
    let first = first || opens_speech(words, i);
    let short_closed =
        has(CLOSED) && !has(Classes::MODAL) && words.case(i) == Case::Title && words.word(i).len() <= 3;
    if capital && !first && !headline && !short_closed {
        // Inside a sentence a capital makes a name: "May", "Will", "March" too.
        return if words.is(i, "i") { Pos::Pronoun } else { Pos::ProperNoun };
    }
    if words.word(i) == "US" {
        return Pos::ProperNoun; // not "us"
    }
    if is_away_game(words, i) {
        return Pos::Adjective;
    }
    if is_adverb_with_neighbour(words, i) {
        return Pos::Adverb;
    }
    if let Some(pos) = closed(words, i) {
        return pos;
    }
    if capital && (is_united(words, i) || first && !headline && is_name_at_start(words, i)) {
        return Pos::ProperNoun;
    }
    open(words, i)
}

/// "nine away wins": what a side does where it does not play at home.
fn is_away_game(words: Words<'_>, i: usize) -> bool {
    words.is(i, "away")
        && words.is_any(
            i + 1,
            &[
                "win", "wins", "defeat", "defeats", "game", "games", "goal", "goals", "match", "matches",
                "fans",
            ],
        )
}

/// Whether a word is an adverb because of the one beside it.
fn is_adverb_with_neighbour(words: Words<'_>, i: usize) -> bool {
    let pair = |at: usize| match words.initial(at) {
        b'm' => is_more_than(words, at),
        b'a' => is_at_last(words, at),
        _ => false,
    };
    // "was re-elected": no part of the clause of its own.
    let prefixed = || {
        words.mark(i + 1) == '-'
            && is_prefix(words, i)
            && words.glued(i + 1)
            && words.glued(i + 2)
            && words.has(i + 2, VERB)
    };
    pair(i) || i > 0 && pair(i - 1) || prefixed()
}

/// What a word of the open classes is: number, verb, noun, adjective or adverb.
fn open(words: Words<'_>, i: usize) -> Pos {
    let has = |classes| words.has(i, classes);
    if has(Classes::NUMBER.or(Classes::SCALE)) {
        return Pos::Number;
    }
    if is_ranked(words, i) {
        return Pos::Adverb;
    }
    if has(VERB) {
        return if is_syllable_like_verb(words, i) { Pos::ProperNoun } else { Pos::Other };
    }
    if has(Classes::NOUN) {
        return Pos::Noun;
    }
    if is_adverb_of_verb(words, i) {
        return Pos::Adverb;
    }
    if has(Classes::ADJECTIVE.or(Classes::ORDINAL)) {
        return if is_noun_for_once(words, i)
            || speaks(words, i)
            || is_aged_somebody(words, i)
            || acts(words, i)
        {
            Pos::Noun
        } else {
            Pos::Adjective
        };
    }
    if has(Classes::ADVERB) {
        return Pos::Adverb;
    }
    // An unknown word, whatever its ending: "Yau Wai-ching".
    if is_second_syllable(words, i) && words.case(i - 2) == Case::Title && words.pos(i - 3) == Pos::ProperNoun
    {
        return Pos::ProperNoun;
    }
    by_ending(words, i)
}

/// "was first described", "is last seen": order as an adverb.
fn is_ranked(words: Words<'_>, i: usize) -> bool {
    // "valued at £3 and last worn in May"
    let joined = i > 0
        && words.pos(i - 1) == Pos::Coordinator
        && words.is_any(i, &["first", "last"])
        && matches!(words.word(i + 2), "in" | "on" | "by" | "at");
    words.is_any(i, &["first", "last", "later"])
        && (joined || words.has(i.wrapping_sub(1), Classes::BE))
        && words.has(i + 1, Classes::VERB_PARTICIPLE)
}

/// Whether an adjective is the adverb of the verb behind it: "He later claimed", "no longer wants".
fn is_adverb_of_verb(words: Words<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let has = |classes| words.has(i, classes);
    let verb_next = words.has(i + 1, Classes::VERB_PAST.or(Classes::MODAL).or(Classes::AUXILIARY));
    // "The boat later sank": a noun that may be a verb is not settled yet.
    let open = words.pos(before) == Pos::Other && words.has(before, Classes::NOUN);
    let subject = open
        || words.pos(before).is_noun()
        || matches!(words.pos(before), Pos::Pronoun | Pos::Coordinator)
        || words.is(before, ",");
    let later = has(Classes::ADJECTIVE) && has(Classes::ADVERB) && verb_next && subject;
    // "had earlier claimed", "would later claim"
    let participle_next = || words.has(i + 1, Classes::VERB_PARTICIPLE) || words.word(i + 1).ends_with("ed");
    let inside = words.has(before, Classes::HAVE) && participle_next()
        || words.has(before, Classes::MODAL) && words.has(i + 1, Classes::VERB_BASE);
    // "Roe further adds that"
    let adds = || {
        words.is(i, "further")
            && words.has(i + 1, Classes::SPEECH)
            && words.has(i + 1, Classes::VERB_PRESENT)
            && (words.is(i + 2, "that") || words.has(i + 2, Classes::DETERMINER.or(Classes::PRONOUN)))
            && i > 0
            && words.pos(before).is_noun()
    };
    // "The cook — who had left — first wrote"
    let behind_dash = || {
        words.is(i, "first")
            && verb_next
            && matches!(words.mark(before), '\u{2013}' | '\u{2014}')
            && (before.saturating_sub(20)..before).any(|k| words.mark(k) == words.mark(before))
    };
    later
        || behind_dash()
        || adds()
        || inside && (has(Classes::ADVERB) || words.is_any(i, &["long", "first", "since", "further"]))
        || words.is(i, "longer") && words.is(before, "no")
}

/// "had | on Friday | said", "has | last month | banned", "will | in May | open", "had | earlier in the day | met": the token behind a time that
/// parts an auxiliary right before token `from` from its verb; `from` if there is none.
pub(crate) fn past_time_aside(words: Words<'_>, from: usize) -> usize {
    const DATES: Classes = Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_WORD);
    const LENGTHS: Classes = Classes::TIME_UNIT.or(Classes::SEASON);
    let daytime = |k: usize| Lexicon::english().grammar.daytimes.has(words.word(k));
    let mut k = from;
    k += usize::from(words.is_any(k, &["earlier", "later", "late", "early"]));
    if words.is_any(k, &["on", "in"]) {
        k += 1 + usize::from(words.is(k + 1, "the"));
        let named = words.has(k, DATES) || words.is(k - 1, "the") && words.has(k, LENGTHS);
        k = if named { k + 1 } else { return from };
        // "in May 2026", "on May 3", but "in May | 40% of homes"
        let year = words.word(k).len() == 4 || words.is(from, "on");
        k += usize::from(words.kind(k) == Some(TokenKind::Number) && year);
    } else if words.is_any(k, &["last", "this"]) && words.has(k + 1, DATES.or(LENGTHS)) {
        k += 2;
    } else if words.is_any(k, &["yesterday", "today"]) {
        k += 1;
    } else {
        return from;
    }
    k + usize::from(daytime(k))
}

/// Whether token `i` may be the second syllable of a first name by its form: short, in small letters, behind a hyphen: "Yau Wai-ching".
pub(crate) fn is_second_syllable(words: Words<'_>, i: usize) -> bool {
    i > 2
        && words.case(i) == Case::Lower
        && words.word(i).len() <= 5
        && words.glued(i)
        && words.glued(i - 1)
        && matches!(words.mark(i - 1), '-' | '\u{2010}' | '\u{2011}')
}

/// "Lee Wai-see said": a second syllable that is a verb elsewhere, but no participle, which ends other words: "Tony Blair-led".
fn is_syllable_like_verb(words: Words<'_>, i: usize) -> bool {
    is_second_syllable(words, i)
        && words.has(i, Classes::VERB_BASE)
        && !words.has(i, Classes::VERB_PAST.or(Classes::VERB_PARTICIPLE))
        && words.pos(i - 2) == Pos::ProperNoun
        && words.pos(i - 3) == Pos::ProperNoun
}

/// Whether an adjective ends its noun phrase, so that it is the noun: "the young of Leeds", "its rival.".
fn is_noun_for_once(words: Words<'_>, i: usize) -> bool {
    let article = words
        .is_any(i.wrapping_sub(1), &["the", "a", "an", "his", "her", "its", "their", "our", "my", "your"]);
    let after_determiner = i > 0 && (article || is_possessive(words, i - 1));
    after_determiner
        && !words.has(i, Classes::ORDINAL.or(Classes::SUPERLATIVE))
        && match words.kind(i + 1) {
            Some(TokenKind::Punct) => !matches!(words.mark(i + 1), ',' | '-' | '"' | '\u{201c}' | '\''),
            Some(TokenKind::Word) => {
                words.has(i + 1, CLOSED) && !words.has(i + 1, Classes::COORDINATOR.or(Classes::DETERMINER))
            }
            _ => false,
        }
}

/// "a local official said", "a senior official closed the", "for a senior official.": an adjective that is a word for somebody too, before a
/// verb of saying or one with an object, or behind another adjective where no noun follows.
fn speaks(words: Words<'_>, i: usize) -> bool {
    let somebody = words.has(i, Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION));
    if !somebody {
        return false;
    }
    let closed = |k: usize| words.kind(k) != Some(TokenKind::Word) || words.has(k, CLOSED);
    let person = words.has(i, Classes::PERSON_NOUN);
    let acts = || {
        let verb = words.has(i + 1, Classes::VERB_PAST) && (person || words.has(i + 1, Classes::SPEECH));
        verb && (closed(i + 2) || words.case(i + 2) == Case::Title || words.has(i + 2, Classes::NUMBER))
    };
    let described = || {
        i > 1
            && words.pos(i - 1) == Pos::Adjective
            && person
            // "according to a senior official, the", but "a senior official, military, post"
            && (words.mark(i + 1) != ',' || words.has(i + 2, CLOSED) || words.case(i + 2) == Case::Title)
            && words.mark(i + 1) != '-'
            && closed(i + 1)
            && !words.has(i + 1, Classes::COORDINATOR)
    };
    Lexicon::english().speech.sources.tags.has(words.word(i + 1)) || acts() || described()
}

/// "the military struck a ship", "the dead include nine men": an adjective that stands for a body or for people, before a verb and what can
/// only be its object.
fn acts(words: Words<'_>, i: usize) -> bool {
    if !Lexicon::english().grammar.groups.has(words.word(i)) {
        return false;
    }
    let owner = i > 0
        && (words.is(i - 1, "the") || is_possessive(words, i - 1) || words.has(i - 1, Classes::NATIONALITY));
    let base =
        words.has(i + 1, Classes::VERB_BASE) && !words.has(i + 1, Classes::NOUN.or(Classes::ADJECTIVE));
    let place = i + 2 + usize::from(words.has(i + 2, Classes::ADJECTIVE));
    let object = words.has(i + 2, Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::NUMBER))
        || matches!(words.kind(i + 2), Some(TokenKind::Number | TokenKind::Symbol))
        || words.case(place) == Case::Title;
    owner && (words.has(i + 1, Classes::VERB_PAST) || base) && object
}

/// "the 24-year-old scored": the end of what calls somebody by age, with a verb behind it.
fn is_aged_somebody(words: Words<'_>, i: usize) -> bool {
    if !words.is(i, "old") || !words.is(i.wrapping_sub(2), "year") || !words.glued(i) {
        return false;
    }
    let past = words.has(i + 1, Classes::VERB_PAST);
    let object = CLOSED.or(Classes::NUMBER).or(Classes::ADVERB);
    let alone = words.kind(i + 2) != Some(TokenKind::Word) || words.has(i + 2, object);
    // "the 21-year-old told Radio Nova", but "the 21-year-old accused man"
    let told = words.has(i + 1, Classes::SPEECH) && words.case(i + 2) == Case::Title;
    past && (alone || told || !words.has(i + 1, Classes::VERB_PARTICIPLE))
}

const CLOSED: Classes = Classes::DETERMINER
    .or(Classes::PRONOUN)
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::COORDINATOR)
    .or(Classes::AUXILIARY)
    .or(Classes::MODAL);

/// Every class of verb forms.
pub(crate) const VERB: Classes = Classes::VERB_BASE
    .or(Classes::VERB_PRESENT)
    .or(Classes::VERB_PAST)
    .or(Classes::VERB_PARTICIPLE)
    .or(Classes::VERB_ING);

/// Whether token `i` opens a quotation or a clause behind a colon.
fn opens_speech(words: Words<'_>, i: usize) -> bool {
    i > 0 && matches!(words.mark(i - 1), '"' | '\u{201c}' | '\u{2018}' | ':' | '\'')
}

/// Whether token `i` is a prefix that a hyphen ties to the verb behind: "re-elected".
fn is_prefix(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["re", "co", "pre", "over", "under", "de", "mis", "out"])
}

/// What a form with -s may be besides a verb's third person.
const VERB_OR_NOUN: Classes =
    Classes::VERB_BASE.or(Classes::VERB_PAST).or(Classes::NOUN).or(Classes::AUXILIARY);

/// Whether the first word is a name rather than a common word with a capital.
fn is_name_at_start(words: Words<'_>, i: usize) -> bool {
    let known = words
        .has(i, VERB.or(Classes::ADJECTIVE).or(Classes::ADVERB).or(Classes::NUMBER).or(Classes::ORDINAL));
    let named = words.has(i, Classes::GIVEN_NAME.or(Classes::PLACE).or(Classes::MONTH).or(Classes::WEEKDAY));
    let next_capital =
        matches!(words.case(i + 1), Case::Title | Case::Upper) && words.kind(i + 1) == Some(TokenKind::Word);
    // "Dries Maes scored": no sentence opens with "he dries" without the "he".
    let third_person = words.has(i, Classes::VERB_PRESENT) && !words.has(i, VERB_OR_NOUN) && next_capital;
    let people = words.is_any(i, &["men", "women", "children", "people", "police"]) && !next_capital;
    named
        || third_person
        || (!known
            && !people
            && (words.case(i) != Case::Title
                || next_capital
                || is_possessive(words, i + 1)
                || !common_ending(words.word(i))))
}

/// "more than doubled": two words that say how, as an adverb does.
fn is_more_than(words: Words<'_>, i: usize) -> bool {
    // Not "more than twice", "more than tenfold".
    let verb = || words.has(i + 2, Classes::MULTIPLE) && words.word(i + 2).ends_with("ed");
    words.is(i, "more") && words.is(i + 1, "than") && verb()
}

/// "at last", "at once": two words that say when, as an adverb does. Not "at last count".
fn is_at_last(words: Words<'_>, i: usize) -> bool {
    let dated = || {
        const TIMES: Classes = Classes::TIME_UNIT
            .or(Classes::TIME_WORD)
            .or(Classes::WEEKDAY)
            .or(Classes::MONTH)
            .or(Classes::SEASON);
        words.has(i + 2, TIMES) || words.is_any(i + 2, &["night", "count"])
    };
    words.is(i, "at") && (words.is(i + 1, "once") || words.is(i + 1, "last") && !dated())
}

/// The United States and the like: names of which each word is a verb too.
fn is_united(words: Words<'_>, i: usize) -> bool {
    let second = |k: usize| words.is_any(k, &["states", "kingdom", "nations", "arab"]);
    // "United won", "United have lost": a side.
    let side = || words.has(i + 1, Classes::VERB_PAST.or(Classes::BE).or(Classes::HAVE).or(Classes::MODAL));
    words.is(i, "united") && (second(i + 1) || side()) || i > 0 && words.is(i - 1, "united") && second(i)
}

fn is_possessive(words: Words<'_>, i: usize) -> bool {
    words.is(i, "'s") || words.is(i, "\u{2019}s")
}

/// "an A* in maths", "three A*s": the star of the best grade, as a part of its name.
fn is_star_of_grade(words: Words<'_>, i: usize) -> bool {
    i > 0 && words.mark(i) == '*' && words.glued(i) && words.word(i - 1) == "A"
}

/// "the miners' strike": an apostrophe behind an s with a word at its side, and no mark in the sentence before it that it could close.
fn ends_plural_owner(words: Words<'_>, i: usize) -> bool {
    let apostrophe = |k: usize| matches!(words.mark(k), '\'' | '\u{2019}');
    apostrophe(i)
        && i > 0
        && words.glued(i)
        && !words.glued(i + 1)
        && words.word(i - 1).ends_with(['s', 'S'])
        && words.kind(i + 1) == Some(TokenKind::Word)
        && !words.has(i + 1, CLOSED)
        && !(0..i).any(|k| words.mark(k) == '\u{2018}' || apostrophe(k) && !words.glued(k))
}

/// Whether a capitalized first word ends like a common noun: "Negotiations", "Doctors", "Pilgrims".
fn common_ending(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    ["s", "tion", "ment", "ness", "ity", "ing", "ed", "ly", "ence", "ance", "ism", "ship"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// A word that no list knows, by its ending.
fn by_ending(words: Words<'_>, i: usize) -> Pos {
    if words.has(i, Classes::NATIONALITY) {
        return Pos::Adjective;
    }
    // "would contravene the treaty"
    let behind = (i.saturating_sub(2)..i).rev().find(|&k| words.pos(k) != Pos::Adverb);
    let governed = behind.is_some_and(|k| matches!(words.pos(k), Pos::Modal | Pos::To));
    if governed && closed::is_unknown(words, i) {
        return Pos::VerbBase;
    }
    let word = words.word(i).as_bytes();
    let ends = |ending: &[u8]| word.len() > ending.len() + 1 && word.ends_with(ending);
    let common = || {
        let plural = words.is_any(i, &["people", "men", "women", "children", "police"]);
        if plural { Pos::PluralNoun } else { Pos::Noun }
    };
    match word.last() {
        Some(b'y') if ends(b"ly") => Pos::Adverb,
        // Left to the second pass, which takes an unknown word with these endings for a verb form.
        Some(b'g') if ends(b"ing") && word.len() > 4 => Pos::Other,
        Some(b'd') if ends(b"ed") && word.len() > 4 => Pos::Other,
        Some(b's') if ends(b"ous") || ends(b"less") => Pos::Adjective,
        Some(b's') if ends(b"s") && !["ss", "us", "is"].iter().any(|end| words.word(i).ends_with(end)) => {
            Pos::PluralNoun
        }
        Some(b'l') if ends(b"ful") || ends(b"ical") => Pos::Adjective,
        Some(b'e') if ends(b"ive") || ends(b"able") || ends(b"ible") || ends(b"ese") => Pos::Adjective,
        Some(b'c') if ends(b"ic") => Pos::Adjective,
        Some(b'y') if ends(b"ary") => Pos::Adjective,
        Some(b'h') if ends(b"ish") => Pos::Adjective,
        _ => common(),
    }
}

#[cfg(test)]
mod tests;
