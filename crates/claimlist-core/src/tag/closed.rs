//! Words of the closed classes: `that`, `to`, `since`, `her`.

use super::{CLOSED, Pos, VERB, is_possessive, is_prefix};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};

/// The part of speech of a word of the closed classes.
pub(super) fn closed(words: Words<'_>, i: usize) -> Option<Pos> {
    let has = |classes| words.has(i, classes);
    if !has(CLOSED.or(Classes::NEGATOR)) {
        return None;
    }
    if words.is(i, "to") {
        return Some(if is_of_infinitive(words, i) { Pos::To } else { Pos::Preposition });
    }
    if words.is(i, "not") || words.is(i, "n't") {
        return Some(Pos::Not);
    }
    if words.is(i, "no") && words.is(i + 1, "longer") {
        return Some(Pos::Adverb);
    }
    if matches!(words.initial(i), b'a' | b'b' | b'e' | b'n' | b'o' | b's' | b't')
        && is_adverb_for_once(words, i)
    {
        return Some(Pos::Adverb);
    }
    if has(Classes::MODAL) && !is_noun_like_modal(words, i) {
        return Some(Pos::Modal);
    }
    if words.is(i, "am") && i > 0 && words.kind(i - 1) == Some(TokenKind::Number) {
        return Some(Pos::Noun); // "at 10am"
    }
    if has(Classes::AUXILIARY) {
        return Some(auxiliary(words, i));
    }
    if words.is(i, "that") || words.is(i, "this") || words.is(i, "these") || words.is(i, "those") {
        return Some(demonstrative(words, i));
    }
    if words.is(i, "one") {
        return Some(Pos::Number);
    }
    if words.is(i, "her") || words.is(i, "his") {
        return Some(if owns(words, i) { Pos::Determiner } else { Pos::Pronoun });
    }
    if has(Classes::COORDINATOR) && !words.is_any(i, &["so", "yet"]) {
        return Some(Pos::Coordinator);
    }
    if opens_compound(words, i) {
        return Some(Pos::Adjective);
    }
    if words.is(i, "as") && (is_at_most(words, i) || is_at_most(words, i.wrapping_sub(2))) {
        return Some(Pos::Adverb);
    }
    if has(Classes::SUBORDINATOR) {
        return Some(subordinator(words, i));
    }
    if words.is(i, "past") && is_former(words, i) {
        return Some(Pos::Adjective);
    }
    if has(Classes::PREPOSITION) {
        return Some(Pos::Preposition);
    }
    in_noun_phrase(words, i)
}

/// The part of speech of a closed-class word that opens or is a noun phrase.
fn in_noun_phrase(words: Words<'_>, i: usize) -> Option<Pos> {
    let has = |classes| words.has(i, classes);
    // "the second half ended", but "half a million"
    let behind_order =
        || i > 0 && (words.has(i - 1, Classes::ORDINAL) || words.is_any(i - 1, &["latter", "other"]));
    if words.is(i, "half") && behind_order() {
        return Some(Pos::Noun);
    }
    if words.is(i, "what") && opens_question(words, i) {
        return Some(Pos::Subordinator);
    }
    if has(Classes::DETERMINER) {
        return Some(determiner(words, i));
    }
    has(Classes::PRONOUN).then_some(Pos::Pronoun)
}

/// "her ship" or "saw her": whether what follows makes "her" or "his" that of an owner.
fn owns(words: Words<'_>, i: usize) -> bool {
    let next = |classes| words.has(i + 1, classes);
    words.kind(i + 1) == Some(TokenKind::Word) && !next(CLOSED.or(Classes::VERB_PAST))
        || next(Classes::ADJECTIVE)
        || words.is(i + 1, "past") && words.kind(i + 2) == Some(TokenKind::Word) && !words.has(i + 2, CLOSED)
        // "her 20th goal", but "saw her 12 times"
        || words.kind(i + 1) == Some(TokenKind::Number)
            && words.glued(i + 2)
            && words.is_ordinal_suffix(i + 2)
}

/// "its past nine matches", "learned from past errors", but "walked down past the mill": whether "past" says when.
fn is_former(words: Words<'_>, i: usize) -> bool {
    i > 0
        && (words.has(i - 1, Classes::DETERMINER)
            || words.has(i - 1, Classes::PREPOSITION) && !words.has(i + 1, Classes::DETERMINER)
            || is_possessive(words, i - 1))
        && matches!(words.kind(i + 1), Some(TokenKind::Word | TokenKind::Number))
}

/// "Off-duty guards", "in-house lawyers", "like-for-like sales": whether a preposition is tied to the word behind it and to none before.
fn opens_compound(words: Words<'_>, i: usize) -> bool {
    words.has(i, Classes::PREPOSITION)
        && words.is(i + 1, "-")
        && words.glued(i + 1)
        && words.glued(i + 2)
        && words.kind(i + 2) == Some(TokenKind::Word)
        && !(words.glued(i) && words.is(i.wrapping_sub(1), "-"))
}

/// "the might of the state", "his will", "this will has been read"; but "some may", "a plan that will".
fn is_noun_like_modal(words: Words<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let finite = words.has(i + 1, Classes::BE.or(Classes::HAVE)) && !words.is_any(i + 1, &["be", "have"]);
    words.is_any(i, &["may", "might", "will"])
        && (words.is_any(before, &OWNERS) || finite && words.has(before, Classes::DETERMINER))
        // "May has met them", but "May the best side win"
        || i == 0
            && words.is(0, "may")
            && (finite || words.has(1, Classes::MODAL) || is_subject_of_next(words, 0))
}

/// "as many as 40 people": whether what stands at `i` says how far a figure may go.
fn is_at_most(words: Words<'_>, i: usize) -> bool {
    words.is(i, "as")
        && words.is_any(i + 1, &["many", "much", "few", "little"])
        && words.is(i + 2, "as")
        && (matches!(words.kind(i + 3), Some(TokenKind::Number | TokenKind::Symbol))
            || words.has(i + 3, Classes::NUMBER.or(Classes::FRACTION)))
}

/// "knows what happened", "is what makes them", "in what is now Ghana"; not "what plans they had", nor at the start of the sentence.
fn opens_question(words: Words<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let place = words.has(before, Classes::PREPOSITION) && words.has(i + 1, Classes::BE);
    let subject = words.is_any(i + 2, &["they", "he", "she", "we", "i", "you"]);
    let verb = !words.has(i + 1, Classes::NOUN) || words.has(i + 2, CLOSED) && !subject;
    place || verb && is_subject_of_next(words, i)
}

/// A word before a noun, or one that stands for it: "Some said the", "many have".
fn determiner(words: Words<'_>, i: usize) -> Pos {
    let next = |classes| words.has(i + 1, classes);
    let verb = next(Classes::AUXILIARY.or(Classes::MODAL))
        || next(Classes::SPEECH) && words.has(i + 2, Classes::DETERMINER.or(Classes::PRONOUN));
    let phrase = matches!(words.kind(i + 1), Some(TokenKind::Word | TokenKind::Number));
    let alone = !phrase || words.is(i + 1, "of");
    let pronoun = words.has(i, Classes::PRONOUN.or(Classes::NEGATOR));
    let counts = words.is_any(i, &["some", "many", "most", "several", "all", "both", "few"]);
    if alone && pronoun || verb && (pronoun || counts) { Pos::Pronoun } else { Pos::Determiner }
}

/// "Roe, once a maker of hats, left": whether nothing but a noun phrase up to a comma stands behind a comma and "once".
fn is_former_kind(words: Words<'_>, once: usize) -> bool {
    let finite = Classes::MODAL.or(Classes::VERB_PAST).or(Classes::BE).or(Classes::HAVE);
    // "once 15 points wide", "once home to 900 miners", "once famous for its lace"
    let quality = words.kind(once + 1) == Some(TokenKind::Number)
        || (words.has(once + 1, Classes::ADJECTIVE) || words.is(once + 1, "home"))
            && words.has(once + 2, Classes::PREPOSITION);
    let kind = words.is_any(once + 1, &["a", "an"]) || quality;
    let opens = words.is(once.wrapping_sub(1), ",") && kind;
    let close = || (once + 2..words.len().min(once + 9)).find(|&k| words.is(k, ","));
    opens && close().is_some_and(|close| !(once + 2..close).any(|k| words.has(k, finite)))
}

/// Whether a word of the closed classes stands before a verb as an adverb does.
fn is_adverb_for_once(words: Words<'_>, i: usize) -> bool {
    let next = |classes| words.has(i + 1, classes);
    let behind = |classes| words.has(i.wrapping_sub(1), classes);
    let noun_before = || i > 0 && (words.pos(i - 1).is_noun() || words.pos(i - 1) == Pos::Pronoun);
    let past_next = || next(Classes::VERB_PAST) || words.word(i + 1).ends_with("ed");
    match () {
        // "Three have since broken down"
        () if words.is(i, "since") => behind(Classes::HAVE) && next(Classes::VERB_PARTICIPLE.or(Classes::BE)),
        // "The firm neither admitted nor denied it"
        () if words.is(i, "neither") => next(VERB.or(Classes::AUXILIARY)) && noun_before(),
        // "Rhinos once roamed the plain"
        () if words.is(i, "once") => {
            // "Roe, the former striker, once called it"
            let behind_aside = words.is(i.wrapping_sub(1), ",") && next(Classes::VERB_PAST);
            let object = words.has(i + 2, Classes::DETERMINER.or(Classes::PRONOUN));
            // "once a month", "once or twice", "had left once with an injury"
            let often = words.is_any(i + 1, &["a", "an", "every", "each", "per"])
                && words.has(i + 2, Classes::TIME_UNIT)
                || words.is_phrase(i + 1, "or twice")
                || i > 0 && next(Classes::PREPOSITION) && words.kind(i - 1) == Some(TokenKind::Word);
            if often {
                return true;
            }
            // "which once made hats"
            let relative = words.is_any(i.wrapping_sub(1), &["who", "which", "that"]);
            // "was once ranked first"
            behind(Classes::HAVE.or(Classes::BE))
                || past_next() && (noun_before() || relative || behind_aside && object)
                || is_former_kind(words, i)
        }
        // "They found it there in May": no verb has it for a subject.
        () if words.is(i, "there") => {
            let ends = words.kind(i + 1).is_none_or(|kind| kind == TokenKind::Punct);
            let adds = next(Classes::PREPOSITION.or(Classes::COORDINATOR)) && !next(VERB);
            i > 0
                && !behind(Classes::PREPOSITION.or(Classes::BE))
                && (ends || adds)
                && !words.is_any(i + 1, &["\u{2019}", "'"])
        }
        // "have each spent", "the directors all left", "the clubs both face hard ties"
        () if words.is(i, "each") || words.is(i, "both") || words.is(i, "all") => {
            let several = i > 0 && words.word(i - 1).ends_with('s') && !behind(CLOSED);
            let present =
                || next(Classes::VERB_BASE) && words.has(i + 2, Classes::ADJECTIVE.or(Classes::DETERMINER));
            behind(Classes::HAVE.or(Classes::BE)) && next(Classes::VERB_PARTICIPLE)
                || several && (past_next() || !words.is(i, "all") && present())
        }
        () => false,
    }
}

/// Whether a form of have stands before token `i`, with no more than an adverb between.
fn behind_have(words: Words<'_>, i: usize) -> bool {
    let k = i.wrapping_sub(1);
    let k = if matches!(words.pos(k), Pos::Adverb | Pos::Not) && k > 0 { k - 1 } else { k };
    i > 0 && words.has(k, Classes::HAVE)
}

fn auxiliary(words: Words<'_>, i: usize) -> Pos {
    let starts =
        |prefix: &str| words.word(i).get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix));
    match () {
        () if words.is(i, "be") || words.is(i, "have") || words.is(i, "do") => {
            let bare = words.is(i.wrapping_sub(1), "to")
                || (0..i).rev().take(3).any(|k| words.has(k, Classes::MODAL));
            if bare { Pos::VerbBase } else { Pos::VerbPresent }
        }
        () if words.is(i, "been") || words.is(i, "done") => Pos::VerbParticiple,
        // "has had no cases", "has never had"
        () if words.is(i, "had") && behind_have(words, i) => Pos::VerbParticiple,
        () if words.is(i, "being") || words.is(i, "having") || words.is(i, "doing") => Pos::VerbIng,
        () if starts("w") || starts("had") || starts("did") => Pos::VerbPast,
        () => Pos::VerbPresent,
    }
}

/// Articles and words for owners, which stand before nouns alone.
const OWNERS: [&str; 11] = ["a", "an", "the", "no", "my", "your", "his", "her", "its", "our", "their"];

/// Whether "to" stands before a verb, perhaps with an adverb between: "to run", "to fully repay".
fn is_of_infinitive(words: Words<'_>, to: usize) -> bool {
    let verb = |k: usize| {
        words.has(k, Classes::VERB_BASE.or(Classes::AUXILIARY)) && !words.has(k, Classes::DETERMINER)
    };
    let manner = words.word(to + 1).ends_with("ly") && !words.has(to + 1, Classes::NOUN);
    // "to re-elect"
    let prefixed = words.is(to + 2, "-") && is_prefix(words, to + 1) && verb(to + 3);
    // "used a mop to daub him": a word that no list knows, with an object behind it.
    let unknown = is_unknown(words, to + 1)
        && words.is_any(to + 2, &["the", "a", "him", "them", "it", "us", "his", "its", "their"]);
    !words.is(to.wrapping_sub(1), "according")
        && (verb(to + 1) || manner && verb(to + 2) || prefixed || unknown)
}

/// Whether no list knows the word, which has no capital nor an ending that is no base form's.
pub(super) fn is_unknown(words: Words<'_>, i: usize) -> bool {
    let ending = ["s", "ly", "ing", "ed", "tion", "ment", "ness", "ity"];
    words.kind(i) == Some(TokenKind::Word)
        && words.case(i) == Case::Lower
        && !words.has(i, Classes::all())
        && !ending.iter().any(|ending| words.word(i).ends_with(ending))
}

/// Whether "this", "that" or "what" is the subject of the verb behind it: "this means", "that took place", "this also caused a".
fn is_subject_of_next(words: Words<'_>, i: usize) -> bool {
    let k = i + 1 + usize::from(words.has(i + 1, Classes::ADVERB) && !words.has(i + 1, Classes::ADJECTIVE));
    // One thing has no plural: "this means"; not "this means of", "said: that markets have".
    if words.has(k, Classes::VERB_PRESENT) {
        let finite = Classes::AUXILIARY.or(Classes::MODAL).or(Classes::VERB_PAST);
        // "this claims procedure is", "this needs assessment found"
        let compound = words.has(k, Classes::NOUN)
            && words.kind(k + 1) == Some(TokenKind::Word)
            && !words.has(k + 1, CLOSED)
            && words.has(k + 2, finite);
        let subject = words.has(k, Classes::NOUN) && words.has(k + 1, finite);
        return !(words.is(k + 1, "of") || compound || subject);
    }
    let past = words.has(k, Classes::VERB_PAST) && !words.has(k, Classes::NOUN.or(Classes::ADJECTIVE));
    let object = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::PREPOSITION).or(Classes::NUMBER);
    past && (!words.has(k, Classes::VERB_PARTICIPLE)
        || words.has(k, Classes::INTRANSITIVE) && words.kind(k + 1) != Some(TokenKind::Word)
        || words.has(k + 1, object)
        || matches!(words.kind(k + 1), Some(TokenKind::Number | TokenKind::Symbol)))
}

fn demonstrative(words: Words<'_>, i: usize) -> Pos {
    let next_closed = words.has(i + 1, CLOSED) && !words.has(i + 1, Classes::NUMBER);
    let next_word = matches!(words.kind(i + 1), Some(TokenKind::Word | TokenKind::Number));
    if !words.is(i, "that") {
        let alone = next_closed || !next_word || words.is(i, "this") && is_subject_of_next(words, i);
        return if alone { Pos::Pronoun } else { Pos::Determiner };
    }
    let after_noun_or_verb = i > 0 && words.kind(i - 1) == Some(TokenKind::Word);
    if follows_aside(words, i) {
        return Pos::Subordinator;
    }
    if ends_as_object(words, i) {
        return Pos::Pronoun;
    }
    // "because that was the rule"
    let clause_before = i > 0
        && words
            .is_any(i - 1, &["because", "if", "when", "while", "although", "though", "unless", "whether"]);
    if i == 0
        || words.kind(i - 1) == Some(TokenKind::Punct)
        || words.has(i - 1, Classes::PREPOSITION)
        || clause_before
    {
        return if next_closed || is_subject_of_next(words, i) { Pos::Pronoun } else { Pos::Determiner };
    }
    // "ruled 8 to 1 that traders must": "that" is of one thing alone.
    let several = || {
        words.word(i + 1).ends_with('s')
            && words.has(i + 1, Classes::NOUN)
            && !words.has(i + 1, Classes::TIME_UNIT)
    };
    let behind_number = i > 0 && words.kind(i - 1) == Some(TokenKind::Number);
    let voted = behind_number && (several() || words.has(i + 1, Classes::DETERMINER.or(Classes::PRONOUN)));
    if after_noun_or_verb || voted { Pos::Subordinator } else { Pos::Determiner }
}

/// "denied that.", "rejected that, saying": nothing that "that" could open follows.
fn ends_as_object(words: Words<'_>, i: usize) -> bool {
    match words.mark(i + 1) {
        '.' | ';' | '?' | '!' => true,
        ',' => words.has(i + 2, Classes::VERB_ING.or(Classes::COORDINATOR)),
        _ => false,
    }
}

/// "insisted, however, that he": a verb of saying stands before an aside of a few words, with what was said behind it.
fn follows_aside(words: Words<'_>, i: usize) -> bool {
    let Some(close) = i.checked_sub(1).filter(|&k| words.is(k, ",")) else { return false };
    (close.saturating_sub(4)..close)
        .rev()
        .find(|&k| words.kind(k) == Some(TokenKind::Punct))
        .is_some_and(|open| words.is(open, ",") && open > 0 && words.has(open - 1, Classes::SPEECH))
}

fn is_subject(words: Words<'_>, k: usize) -> bool {
    words.is_any(k, &["he", "she", "they", "we", "i", "it"]) && words.has(k + 1, VERB.or(Classes::AUXILIARY))
}

/// "After the war Roe moved to London, working as a clerk": whether a comma has what may be a clause of its own behind it, so that what
/// stands in front of it may be one too.
fn has_main_clause(words: Words<'_>) -> bool {
    let adds = Classes::VERB_ING.or(Classes::COORDINATOR).or(Classes::SUBORDINATOR).or(Classes::PREPOSITION);
    let comma = |k: &usize| words.is(*k, ",") && words.kind(k + 1).is_some();
    (1..words.len().min(40))
        .filter(comma)
        .any(|k| !words.has(k + 1, adds) || words.has(k + 1, Classes::PRONOUN))
}

/// Whether the words behind "than", "as", "since" and the like settle that they are no clause, whatever verb follows.
fn opens_phrase(words: Words<'_>, i: usize) -> bool {
    // "more than 40", "more than half of them": "more than 50,000 tickets had been sold"
    let spelled = words.has(i + 1, Classes::NUMBER) && !words.is(i + 1, "one");
    let figure = spelled || matches!(words.kind(i + 1), Some(TokenKind::Number | TokenKind::Symbol));
    let share = words.is(i + 1, "half") || words.is(i + 1, "a") && words.has(i + 2, Classes::FRACTION);
    // "in less than a year"
    let span = words.is_any(i + 1, &["a", "an", "one"]) && words.has(i + 2, Classes::TIME_UNIT);
    if words.is(i, "than") && (figure || share || span) {
        return true;
    }
    // "After the war Roe moved to London"; not "After she died he left", "Before it closed the bank ..."
    if i == 0 && words.is_any(0, &["after", "before"]) && !has_main_clause(words) {
        let verbs = (2..words.len().min(24)).filter(|&k| words.has(k, Classes::VERB_PAST)).take(2).count();
        return verbs < 2 && !is_subject(words, 1);
    }
    if words.is_any(i, &["after", "before", "as"]) && is_behind_text(words, i) {
        return true;
    }
    // "said after the vote (that) the firm had shut"
    let behind = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::NUMBER);
    if words.is_any(i, &["after", "before"])
        && i > 0
        && words.has(i - 1, Classes::SPEECH)
        && words.has(i + 1, Classes::DETERMINER)
        && words.has(i + 2, Classes::NOUN)
        && (words.is(i + 3, "that")
            || words.has(i + 3, behind) && !words.has(i + 2, Classes::VERB_PAST)
            || words.case(i + 2) == Case::Lower && words.case(i + 3) == Case::Title)
    {
        return true;
    }
    // "who posed as a nurse left"
    if words.is(i, "as") && i > 0 && Lexicon::english().grammar.serves(words.word(i - 1)) {
        return true;
    }
    // "who had been missing since Sunday were found"
    let dated =
        words.has(i + 1, Classes::WEEKDAY.or(Classes::MONTH)) || words.kind(i + 1) == Some(TokenKind::Number);
    let verb = Classes::BE.or(Classes::HAVE).or(Classes::MODAL);
    // "Since 1990 he has", "Since retiring she has"
    let behind = words.has(i + 2, verb) || is_subject(words, i + 2);
    // "Homes built since 2014 sold within a week"
    let year = words.kind(i + 1) == Some(TokenKind::Number) && words.word(i + 1).len() == 4;
    let behind = behind || year && words.has(i + 2, Classes::VERB_PAST);
    let dated = dated || words.has(i + 1, Classes::VERB_ING);
    // "Since then two mills have shut", but "since then president Roe left"
    let then =
        words.is_phrase(i, "since then") && !words.has(i + 2, Classes::TITLE) && words.mark(i + 2) != '-';
    // "Mills built before 1986 will close"
    let orders =
        words.is_any(i, &["since", "until", "till"]) || year && words.is_any(i, &["before", "after"]);
    orders && dated && behind || then || i == 0 && is_in_office(words)
}

/// "A statement issued | after the talks called for": whether a text with what was done with it stands before token `i`, and one verb behind it,
/// which is the text's.
fn is_behind_text(words: Words<'_>, i: usize) -> bool {
    let english = Lexicon::english();
    let published = i > 1
        && english.grammar.published.has(words.word(i - 1))
        && english.speech.sources.media.has(words.word(i - 2));
    // "a meeting chaired by Roe"
    let verb = |k: &usize| {
        words.has(*k, Classes::VERB_PAST) && !words.is(*k + 1, "by")
            || words.has(*k, Classes::SPEECH) && words.has(*k, Classes::VERB_PRESENT)
    };
    published
        && !is_subject(words, i + 1)
        && (i + 2..words.len().min(i + 16)).filter(verb).take(2).count() == 1
}

/// "As a child | she", "As chief executive | he": whether a sentence opens with what somebody was when he did what it tells.
fn is_in_office(words: Words<'_>) -> bool {
    let somebody = Classes::PERSON_NOUN.or(Classes::TITLE);
    words.is(0, "as")
        && !words.is(1, "the")
        && (1..5).any(|k| words.has(k, somebody) && !words.word(k).ends_with('s') && is_subject(words, k + 1))
}

/// "profits before tax", "earnings before interest and tax": what is taken off a sum or not yet.
fn is_of_accounts(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["before", "after"])
        && i > 0
        && words.kind(i - 1) == Some(TokenKind::Word)
        && !words.has(i - 1, Classes::VERB_PAST)
        && Lexicon::english().grammar.deducted.has(words.word(i + 1))
}

/// Words such as "after" and "as" open a clause or a phrase: a verb has to follow for a clause.
fn subordinator(words: Words<'_>, i: usize) -> Pos {
    if words.is(i, "because") && words.is(i + 1, "of") || is_of_accounts(words, i) {
        return Pos::Preposition;
    }
    if !words.has(i, Classes::PREPOSITION)
        && !words.is_any(i, &["after", "before", "since", "until", "till", "as", "than"])
    {
        return if words.has(i, Classes::PRONOUN) && i > 0 && words.has(i - 1, Classes::PREPOSITION) {
            Pos::Pronoun
        } else {
            Pos::Subordinator
        };
    }
    if opens_phrase(words, i) {
        return Pos::Preposition;
    }
    let mut of = false;
    let orders = words.is_any(i, &["after", "before", "since", "until", "till"]);
    // "was shut after pupils at a school in Leeds were taken ill", ", hours after members from all sides left": with a verb before it,
    // what narrows the subject down may come between.
    let before =
        || (i.saturating_sub(16)..i).any(|k| words.has(k, Classes::BE.or(Classes::HAVE).or(Classes::MODAL)));
    let measured = || i > 1 && words.has(i - 1, Classes::TIME_UNIT) && words.is(i - 2, ",");
    // "His letter comes as miners in Kent buried him"
    let comes = || words.is(i, "as") && words.is_any(i.wrapping_sub(1), &["come", "comes", "came"]);
    let far = words.is_any(i, &["after", "before"]) && (measured() || before()) || comes();
    for k in i + 1..words.len().min(i + if far { 14 } else { 9 }) {
        let finite = Classes::MODAL.or(Classes::VERB_PAST).or(Classes::BE).or(Classes::HAVE);
        // "since 2022 and have": the verb goes on with the clause before.
        let joined = words.has(k, Classes::COORDINATOR) && words.has(k + 1, finite);
        if words.kind(k) == Some(TokenKind::Punct) && !words.is(k, "-") || joined {
            break;
        }
        // "after 5am, the party"
        let clock = words.is(k, "am") && words.kind(k - 1) == Some(TokenKind::Number);
        if has_verb_at(words, k) && !clock && k > i + 1 && !words.has(k - 1, Classes::DETERMINER) {
            return Pos::Subordinator;
        }
        // "before the war she had": another subject right behind the phrase.
        if orders && k > i + 2 && is_subject(words, k) && !words.has(k - 1, CLOSED) {
            break;
        }
        // "after a committee of members met", but "since the start of the war he has": with another subject behind the phrase.
        let begins = of
            && words.has(k, Classes::DETERMINER.or(Classes::PRONOUN))
            && !words.has(k - 1, Classes::PREPOSITION.or(Classes::DETERMINER));
        let narrows = words.is_any(k, &["of", "at", "in", "from", "on"]) && (far || words.is(k, "of"));
        if k > i + 1 && words.has(k, Classes::PREPOSITION) && !narrows || begins {
            break;
        }
        of |= words.is(k, "of");
    }
    Pos::Preposition
}

/// Whether the verb of a clause behind a word such as "after" stands at token `k`.
fn has_verb_at(words: Words<'_>, k: usize) -> bool {
    let finite = Classes::MODAL.or(Classes::VERB_PAST).or(Classes::BE).or(Classes::HAVE);
    // "as OPEC fails to agree"
    let only_present = words.has(k, Classes::VERB_PRESENT) && !words.has(k, Classes::NOUN);
    // "after it undocked"
    let unknown = words.has(k - 1, Classes::PRONOUN) && words.word(k).ends_with("ed");
    // "long after the bank ends its work"
    let owned = words.has(k, Classes::VERB_PRESENT) && words.is_any(k + 1, &["its", "his", "her", "their"]);
    // "as figures show that rents rose"
    let shows = words.has(k, Classes::VERB_BASE)
        && words.has(k, Classes::SPEECH)
        && Lexicon::english().speech.sources.evidence.has(words.word(k - 1))
        && (words.has(k + 1, Classes::DETERMINER) || words.is(k + 1, "that"));
    // "after his first paid job"
    let describes = words.has(k - 1, Classes::ORDINAL)
        && words.has(k, Classes::VERB_PARTICIPLE)
        && words.kind(k + 1) == Some(TokenKind::Word)
        && !words.has(k + 1, CLOSED);
    words.has(k, finite) && !describes || only_present || unknown || owned || shows
}
