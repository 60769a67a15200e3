//! The second pass: words that may be forms of verbs.

mod aside;
mod nouns;
mod past;
mod phrase;
mod present;
mod reduced;
mod saying;

use past::{Form, past_form};
use present::present_form;

use super::{Pos, VERB, is_prefix, past_time_aside};
use crate::lex::{Case, Token, TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};

/// Words for times and periods.
const TIMES: Classes =
    Classes::WEEKDAY.or(Classes::MONTH).or(Classes::TIME_WORD).or(Classes::TIME_UNIT).or(Classes::SEASON);

/// Settles every word that the first pass left open, from left to right.
pub(super) fn settle(text: &str, tokens: &mut [Token]) {
    // Whether the clause so far has a finite verb; a subordinator, a mark or "and" opens a new one.
    let mut has_verb = false;
    for i in 0..tokens.len() {
        let words = Words { text, tokens };
        let pos = words.pos(i);
        if opens_clause(words, i) {
            has_verb = false;
        }
        let settled = if pos == Pos::Other && words.kind(i) == Some(TokenKind::Word) {
            decide(words, i, has_verb)
        } else if pos == Pos::Possessive && is_contraction(words, i) {
            Pos::VerbPresent
        } else {
            pos
        };
        has_verb |= settled.is_finite();
        // "co-host Jane Roe": the prefix of a noun.
        if settled.is_noun()
            && let Some(prefix) = prefix_before(words, i)
            && words.pos(prefix) == Pos::Adverb
        {
            tokens[prefix].pos = Pos::Adjective;
        }
        tokens[i].pos = settled;
    }
}

fn opens_clause(words: Words<'_>, i: usize) -> bool {
    match words.pos(i) {
        Pos::Subordinator => true,
        Pos::Punct => {
            matches!(words.mark(i), ';' | ':' | ',' | '\u{2013}' | '\u{2014}' | '"' | '\u{201c}' | '\u{201d}')
                || words.is(i, "--")
        }
        Pos::Coordinator => true,
        _ => false,
    }
}

/// `'s` behind a pronoun and before a participle or determiner is "is" or "has": "it's a", "he's been".
fn is_contraction(words: Words<'_>, i: usize) -> bool {
    i > 0
        && words.has(i - 1, Classes::PRONOUN)
        && !words.is_any(i - 1, &["someone", "everyone", "nobody", "anyone", "one"])
}

/// What stands before a word, seen past adverbs and "not".
struct Before {
    pos: Pos,
    classes: Classes,
    adverb: bool,
}

fn before(words: Words<'_>, i: usize) -> Before {
    let mut k = i;
    let mut adverb = false;
    while k > 0
        && matches!(words.pos(k - 1), Pos::Adverb | Pos::Not)
        && words.kind(k - 1) == Some(TokenKind::Word)
    {
        k -= 1;
        adverb = true;
    }
    // "will, however, leave"
    let aside = k > 3 && words.is(k - 1, ",") && words.pos(k - 2) == Pos::Adverb && words.is(k - 3, ",");
    if aside && words.has(k - 4, Classes::AUXILIARY.or(Classes::MODAL)) {
        return Before { adverb: true, ..before(words, k - 3) };
    }
    if let Some(auxiliary) = auxiliary_before_time(words, k) {
        let classes = words.tokens[auxiliary].classes;
        return Before { pos: words.pos(auxiliary), classes, adverb: true };
    }
    // "was re-elected": what stands before the whole word.
    if let Some(prefix) = prefix_before(words, k) {
        return Before { adverb: true, ..before(words, prefix) };
    }
    match k.checked_sub(1) {
        Some(k) => Before { pos: words.pos(k), classes: words.tokens[k].classes, adverb },
        None => Before { pos: Pos::Punct, classes: Classes::empty(), adverb },
    }
}

/// The auxiliary whose verb may stand at `k`, behind a time: "had" of "had on Friday said".
fn auxiliary_before_time(words: Words<'_>, k: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let last = k.checked_sub(1)?;
    let timed = || Lexicon::english().grammar.daytimes.has(words.word(last));
    if !(words.has(last, TIMES) || words.kind(last) == Some(TokenKind::Number) || timed()) {
        return None;
    }
    let helps = Classes::HAVE.or(Classes::BE).or(Classes::MODAL);
    (k.saturating_sub(LONGEST)..last)
        .find(|&from| from > 0 && words.has(from - 1, helps) && past_time_aside(words, from) == k)
        .map(|from| from - 1)
}

/// The token of a prefix that a hyphen ties to the verb at `i`: "re" of "re-elected".
fn prefix_before(words: Words<'_>, i: usize) -> Option<usize> {
    let prefix = i.checked_sub(2)?;
    let tied = words.is(i - 1, "-") && words.glued(i) && words.glued(i - 1);
    (tied && is_prefix(words, prefix)).then_some(prefix)
}

fn decide(words: Words<'_>, i: usize, has_verb: bool) -> Pos {
    let word = words.word(i);
    let known = words.has(i, VERB);
    let ing = words.has(i, Classes::VERB_ING) || (!known && word.ends_with("ing"));
    let ed = !known && word.ends_with("ed");
    let past = words.has(i, Classes::VERB_PAST) || ed;
    let participle = words.has(i, Classes::VERB_PARTICIPLE) || ed;
    if words.pos(i + 1) == Pos::Possessive && !words.is(i, "let") {
        // "United's manager", "the strike's end".
        return if words.case(i) == Case::Title { Pos::ProperNoun } else { Pos::Noun };
    }
    // "Ofsted has", a name that ends like a participle
    let verb_next = words.has(i + 1, Classes::AUXILIARY.or(Classes::MODAL))
        || words.has(i + 1, Classes::VERB_PAST) && !words.has(i + 1, Classes::NOUN);
    if ed && i == 0 && words.case(i) == Case::Title && verb_next {
        return Pos::ProperNoun;
    }
    // "spice-loving Brits": the first half of one word.
    if opens_compound(words, i) {
        return if words.has(i, Classes::ADJECTIVE) { Pos::Adjective } else { Pos::Noun };
    }
    let before = before(words, i);
    if (past || participle || ing && next_starts_noun(words, i)) && ends_compound(words, i) {
        return if past && governs(words, i) { Pos::VerbPast } else { Pos::Adjective };
    }
    // "Governor-elect Jane Roe"
    if words.is(i, "elect") && ends_compound(words, i) {
        return Pos::Adjective;
    }
    if ing {
        return ing_form(words, i, &before);
    }
    if let Some(pos) = after_auxiliary(words, i, &before, participle) {
        return pos;
    }
    if past || participle {
        return past_form(words, i, &before, Form { past, participle, has_verb });
    }
    present_form(words, i, &before, has_verb)
}

/// Whether a word is the end of one with a hyphen: "British-led", "short-sighted"; not "re-opened".
fn ends_compound(words: Words<'_>, i: usize) -> bool {
    i > 1
        && words.is(i - 1, "-")
        && words.glued(i)
        && words.glued(i - 1)
        && words.kind(i - 2) == Some(TokenKind::Word)
        && !is_prefix(words, i - 2)
}

/// Whether a word is the first half of one with a hyphen whose second half is a participle or particle: "fire-damaged", "spice-loving",
/// "take-up".
fn opens_compound(words: Words<'_>, i: usize) -> bool {
    words.is(i + 1, "-")
        && words.glued(i + 1)
        && words.glued(i + 2)
        && (words.has(i + 2, Classes::VERB_ING.or(Classes::VERB_PARTICIPLE))
            && !words.has(i + 2, Classes::VERB_BASE)
            || words.has(i, Classes::VERB_BASE)
                && words.is_any(
                    i + 2,
                    &["up", "off", "out", "over", "down", "in", "on", "back", "away", "through"],
                ))
        && !is_prefix(words, i)
}

/// "The trust self-financed the work": whether the compound that ends at `i` has a subject before it and an object behind it.
fn governs(words: Words<'_>, i: usize) -> bool {
    let subject = i.checked_sub(3).is_some_and(|k| {
        words.pos(k).is_noun()
            || words.pos(k) == Pos::Pronoun
            || words.is(k, ",")
            || words.pos(k) == Pos::Adverb
    });
    subject && words.is_any(i + 1, &["the", "a", "an", "its", "his", "her", "their", "it", "them", "him"])
}

/// "has risen", "was killed", "will rise", "to rise", "did not rise".
fn after_auxiliary(words: Words<'_>, i: usize, before: &Before, participle: bool) -> Option<Pos> {
    let base = words.has(i, Classes::VERB_BASE);
    let lets = || before.pos == Pos::Possessive && words.is(i.wrapping_sub(2), "let");
    if base
        && (matches!(before.pos, Pos::Modal | Pos::To)
            || lets()
            || before.classes.intersects(Classes::DO) && before.pos != Pos::Noun)
    {
        return Some(Pos::VerbBase);
    }
    if participle && before.classes.intersects(Classes::BE.or(Classes::HAVE)) {
        return Some(Pos::VerbParticiple);
    }
    None
}

/// "rising": a participle or gerund, a noun behind "the", an adjective between "the" and a noun.
fn ing_form(words: Words<'_>, i: usize, before: &Before) -> Pos {
    let noun_phrase_before = matches!(before.pos, Pos::Determiner | Pos::Adjective | Pos::Possessive);
    if noun_phrase_before {
        // "the looming 2024 elections"
        let dated =
            words.pos(i + 1) == Pos::Number && words.word(i + 1).len() == 4 && next_starts_noun(words, i + 1);
        return if dated || next_starts_noun(words, i) { Pos::Adjective } else { Pos::Noun };
    }
    // "Ruling party wins", "Polling stations in Leeds": what narrows down the subject at the start of a sentence.
    let starts = before.pos == Pos::Punct && (0..i).all(|k| words.pos(k) == Pos::Punct);
    let open =
        |k: usize| words.pos(k) == Pos::Other && words.has(k, Classes::VERB_PRESENT.or(Classes::VERB_PAST));
    // "Fishing boats, whose crews slept, sank"
    let aside = || words.is(i + 2, ",") && words.is_any(i + 3, &["who", "which", "whose"]);
    let describes =
        || words.pos(i + 2) == Pos::Preposition && Lexicon::english().grammar.describes(words.word(i));
    if starts
        && next_starts_noun(words, i)
        && (words.pos(i + 2).is_finite() || open(i + 2) || aside() || describes())
    {
        return Pos::Adjective;
    }
    // "the club's sporting director", "Leeds managing partner Jane Doe", "president and operating chief"
    let grammar = &Lexicon::english().grammar;
    let office = words.has(i + 1, Classes::TITLE) && !words.has(i + 1, Classes::VERB_BASE);
    let noun_before =
        before.pos.is_noun() || words.is(i.wrapping_sub(1), ",") || before.pos == Pos::Coordinator;
    if office && noun_before && Lexicon::english().titles.get(words.word(i)).modifier {
        return Pos::Adjective;
    }
    let ends_phrase = !next_starts_noun_phrase(words, i) && words.pos(i + 1) != Pos::To;
    // "cut spending on roads", "in local government spending", "while housing prices rose"; not "is spending", "people smoking"
    let noun_before = match before.pos {
        Pos::Noun | Pos::ProperNoun | Pos::Preposition => true,
        _ => before.pos.is_verb() && !before.classes.intersects(Classes::BE) && !before.adverb,
    };
    if (ends_phrase && noun_before || is_inside_compound(words, i)) && grammar.is_activity(words.word(i)) {
        return Pos::Noun;
    }
    let clause = words.pos(i.wrapping_sub(1)) == Pos::Subordinator;
    if clause
        && next_starts_noun(words, i)
        && (words.pos(i + 2).is_finite() || open(i + 2))
        && grammar.is_activity(words.word(i))
    {
        return Pos::Adjective;
    }
    Pos::VerbIng
}

/// "home shopping sales", "of air conditioning units": whether the form stands between a single thing, which may have a preposition but no
/// article before it, and a plural. Somebody with an article would do it to them: "a man shopping goods".
fn is_inside_compound(words: Words<'_>, i: usize) -> bool {
    i > 0
        && words.pos(i - 1) == Pos::Noun
        && !words.has(i - 1, Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::ORGANISATION))
        && words.pos(i.wrapping_sub(2)) == Pos::Preposition
        && words.word(i + 1).ends_with('s')
        && next_starts_noun(words, i)
}

/// "Figures released by the union **show** that", "A poll taken last year **suggests** voters": a verb of showing in the present
/// tense behind what is known of its subject, which is no noun there.
fn shows(words: Words<'_>, i: usize) -> bool {
    if !words.has(i, Classes::SPEECH) || !words.has(i, Classes::VERB_BASE.or(Classes::VERB_PRESENT)) || i < 3
    {
        return false;
    }
    let says = Lexicon::english().speech.saying(words.word(i));
    let clause = says.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE.or(Frames::THAT)));
    let that = words.is(i + 1, "that") && !present::is_finite_ahead(words, i + 2);
    let dated = words.has(i - 1, TIMES) || words.pos(i - 1) == Pos::Number && words.word(i - 1).len() == 4;
    let third = words.has(i, Classes::VERB_PRESENT);
    clause
        && (that || dated && next_starts_noun_phrase(words, i))
        && present::has_known_subject(words, i, third)
}

/// Whether the noun phrase before `i`, with what a preposition hangs on it, stands right behind a verb of saying: "stated Roe | left the
/// firm" and "said nobody on the bus | accepted blame" begin what was said, but "said in a letter | seen by the paper" does not.
fn after_report(words: Words<'_>, i: usize) -> bool {
    let noun = |k: usize| {
        words.pos(k).in_noun_phrase() || words.pos(k) == Pos::Pronoun && words.pos(k + 1) == Pos::Preposition // "nobody on the bus"
    };
    // "a 28-year-old man", "about 40 shops"
    let tied = |k: usize| words.is(k, "-") && words.glued(k) && words.glued(k + 1);
    let rough = |k: usize| words.has(k, Classes::MODIFIER) && words.pos(k + 1) == Pos::Number;
    let noun = |k: usize| noun(k) || tied(k) || rough(k);
    // "said | on Monday two men", "said | again two men"
    // "has confirmed"
    let had = |k: usize| {
        words.pos(k) == Pos::VerbParticiple
            && (1..3).any(|back| k >= back && words.has(k - back, Classes::HAVE))
    };
    let says = |k: usize| words.has(k, Classes::SPEECH) && (words.pos(k).is_finite() || had(k));
    let hangs = |k: usize| {
        k > 0 && words.pos(k) == Pos::Preposition && (noun(k - 1) || says(k - 1))
            || k > 0 && words.pos(k) == Pos::Adverb && says(k - 1)
    };
    // "said two men also | left"
    let end = (0..i).rev().find(|&k| words.pos(k) != Pos::Adverb).map_or(i, |k| k + 1);
    let verb = (end.saturating_sub(10)..end).rev().find(|&k| !noun(k) && !hangs(k));
    verb.is_some_and(|k| {
        let saying = Lexicon::english().speech.saying(words.word(k));
        // "it is thought the fire | started"
        let thought = words.pos(k) == Pos::VerbParticiple && words.is(k.wrapping_sub(2), "it");
        (thought || had(k) || words.pos(k).is_finite())
            && saying.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE))
    })
}

/// Whether a noun, name or adjective follows at once.
fn next_starts_noun(words: Words<'_>, i: usize) -> bool {
    words.kind(i + 1) == Some(TokenKind::Word)
        && (matches!(words.pos(i + 1), Pos::Noun | Pos::PluralNoun | Pos::ProperNoun | Pos::Adjective)
            || words.pos(i + 1) == Pos::Other && words.has(i + 1, Classes::NOUN))
}

fn next_starts_noun_phrase(words: Words<'_>, i: usize) -> bool {
    next_starts_noun(words, i)
        || matches!(words.pos(i + 1), Pos::Determiner | Pos::Number | Pos::Pronoun)
        // "Council backs £48m wall"
        || words.kind(i + 1) == Some(TokenKind::Symbol)
}

/// Whether an auxiliary, modal or clear past tense comes later in the clause, with no subject of its own.
fn later_finite_verb(words: Words<'_>, i: usize) -> bool {
    let mut next = i + 1;
    while next < words.len().min(i + 16) {
        let k = next;
        next += 1;
        // "House prices in Leeds, however, have"
        if words.is(k, ",") && words.pos(k + 1) == Pos::Adverb && words.is(k + 2, ",") {
            next = k + 3;
            continue;
        }
        let pos = words.pos(k);
        // "cars built between 2008 and 2012 are"
        if words.is(k, "and") && (i..k).any(|k| words.is(k, "between")) {
            continue;
        }
        if matches!(pos, Pos::Subordinator | Pos::Coordinator)
            || matches!(words.mark(k), ';' | ':' | '"' | '\u{201c}' | ',')
        {
            return false;
        }
        if pos == Pos::Pronoun && !words.has(k, Classes::NEGATOR) {
            return false;
        }
        // "plans to lay a road"
        let base = words.has(k, Classes::VERB_BASE) && words.is(k - 1, "to");
        let only_past = words.has(k, Classes::VERB_PAST) && !words.has(k, Classes::VERB_PARTICIPLE) && !base;
        // "Footage released last month appears to show", "a study published in May suggests."
        let only_present = pos == Pos::Other
            && words.has(k, Classes::VERB_PRESENT)
            && !words.has(k, Classes::NOUN)
            && (words.is(k + 1, "to") || words.has(k, Classes::SPEECH) && k + 2 >= words.len());
        // "proved unsafe": hardly the passive
        let proves = words.is(k, "proved") && words.pos(k + 1) == Pos::Adjective;
        if pos.is_finite() || proves || only_past || only_present || shows(words, k) {
            return true;
        }
    }
    false
}
