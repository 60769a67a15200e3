//! The present tense, where it is not a noun: `rise`, `rules`, `plans`.

use super::nouns::{
    ends_bare_compound, ends_list, ends_place, is_before_helper, is_counted_in, is_hoped, is_in_participle,
    is_measure, is_of_verb_behind, joins_noun,
};
use super::{
    Before, TIMES, after_report, later_finite_verb, next_starts_noun, next_starts_noun_phrase, opens_clause,
    shows,
};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::tag::Pos;

/// What a word that may be a present tense or a noun is as the one and as the other.
#[derive(Clone, Copy)]
struct Form {
    /// Whether it is a form in -s: "rises".
    third: bool,
    /// Whether it is known to be a noun too.
    noun: bool,
    as_noun: Pos,
    as_verb: Pos,
}

/// "rise", "rules": a verb in the present tense, or a noun.
pub(super) fn present_form(words: Words<'_>, i: usize, before: &Before, has_verb: bool) -> Pos {
    let third = words.has(i, Classes::VERB_PRESENT);
    let form = Form {
        third,
        noun: words.has(i, Classes::NOUN),
        as_noun: if third { Pos::PluralNoun } else { Pos::Noun },
        as_verb: if third { Pos::VerbPresent } else { Pos::VerbBase },
    };
    let causes = || words.is(i, "causes") && next_starts_noun(words, i);
    let waits = || !has_verb || is_behind_who(words, i);
    if form.noun && third && claims_of_name(words, i, before) && waits() && !is_hoped(words, i) {
        return form.as_verb;
    }
    let of_gerund = third && (has_object(words, i) || causes()) && has_gerund_before(words, i);
    if !has_verb && (shows(words, i) || of_gerund) {
        return form.as_verb;
    }
    // "the year for which figures exist"
    if form.noun && i > 1 && words.is(i - 1, "which") && words.pos(i - 2) == Pos::Preposition {
        return form.as_noun;
    }
    if let Some(pos) = by_pattern(words, i, before, form).or_else(|| by_word_before(words, i, before, form)) {
        return pos;
    }
    // "Ministers express concern", but "express trains run"
    let acts = !third
        && before.pos == Pos::PluralNoun
        && !before.adverb
        && !has_verb
        && !later_finite_verb(words, i);
    if words.has(i, Classes::ADJECTIVE) && next_starts_noun(words, i) && !acts {
        return Pos::Adjective;
    }
    if !form.noun {
        return form.as_verb;
    }
    if third
        && (is_of_verb_behind(words, i)
            || ends_list(words, i)
            || is_in_participle(words, i)
            || ends_place(words, i)
            || ends_bare_compound(words, i))
    {
        return form.as_noun;
    }
    let agrees = agrees(words, i, before, third);
    // "said the lapses raise questions": what is said has a verb of its own.
    let has_verb = has_verb && !(agrees && after_report(words, i));
    let waited_for = agrees && !has_verb;
    let is_verb = waited_for && (words.pos(i + 1) == Pos::Determiner || ends_subordinate(words, i))
        || opens_predicate(words, i, before, third, has_verb)
        || ends_aside(words, i, third)
        || continues_modal(words, i, before, third)
        || is_in_tag(words, i, before, third, waited_for)
        || waited_for && !later_finite_verb(words, i) && has_complement(words, i);
    if is_verb { form.as_verb } else { form.as_noun }
}

/// "A man who fled Kent | claims he was hit": whether the verbs before are those of a relative clause of the sentence's subject.
fn is_behind_who(words: Words<'_>, i: usize) -> bool {
    let who = (1..i.min(12)).find(|&k| words.is_any(k, &["who", "which"]));
    who.is_some_and(|who| {
        words.pos(who - 1).is_noun()
            && !(0..who).any(|k| words.pos(k).is_verb())
            && (who..i).filter(|&k| words.pos(k).is_finite()).count() == 1
            && !(who..i).any(|k| words.is(k, ","))
    })
}

/// "The ministry claims Roe has fled": a verb of saying with a name and its one verb behind it; but "the claims Roe made were false".
fn claims_of_name(words: Words<'_>, i: usize, before: &Before) -> bool {
    let saying = Lexicon::english().speech.saying(words.word(i));
    let particles = &Lexicon::english().names.particles;
    let part = |k: usize| {
        words.pos(k) == Pos::ProperNoun
            || k > i + 1 && particles.has(words.word(k)) && words.case(k + 1) == Case::Title
    };
    let pronoun = words.is_any(i + 1, &["he", "she", "it", "they"]);
    let name = (i + 1 + usize::from(pronoun)..i + 6).find(|&k| !part(k)).unwrap_or(i + 6);
    let finite = Classes::HAVE.or(Classes::BE).or(Classes::MODAL).or(Classes::DO);
    let says = saying.is_some_and(|saying| saying.frames.intersects(Frames::CLAUSE));
    let ends = |k: &usize| {
        words.kind(*k) == Some(TokenKind::Punct)
            || words.has(*k, Classes::SUBORDINATOR.or(Classes::COORDINATOR))
    };
    let close = (name + 1..words.len()).find(ends).unwrap_or(words.len());
    let group = (name..close).find(|&k| !words.has(k, finite)).unwrap_or(close);
    says && before.pos.is_noun()
        && before.pos != Pos::PluralNoun
        && (name > i + 1 || pronoun)
        && words.has(name, finite)
        && !(group..close).any(|k| words.has(k, finite))
}

/// "one in five", "the line", "it": what cannot follow a noun without a preposition or verb.
fn has_object(words: Words<'_>, i: usize) -> bool {
    matches!(words.pos(i + 1), Pos::Number | Pos::Determiner | Pos::Pronoun) && !words.is(i + 1, "there")
}

/// "Smoking | kills", "said that drinking | led": whether an -ing form alone stands before the word as its subject.
pub(super) fn has_gerund_before(words: Words<'_>, i: usize) -> bool {
    i > 0
        && words.pos(i - 1) == Pos::VerbIng
        && (i == 1
            || words.pos(i - 2) == Pos::Punct
            || words.is(i - 2, "that")
            || words.has(i - 2, Classes::SPEECH) && words.pos(i - 2).is_verb())
        && !words.is_any(i - 1, &["being", "getting", "having"])
        && !later_finite_verb(words, i)
}

/// Behind these the subject of a clause stands.
const BEFORE_SUBJECTS: &[&str] = &["because", "although", "though", "whereas", "if", "unless"];

/// "No cuts, says minister - politics | live"
fn heads_live_page(words: Words<'_>, i: usize) -> bool {
    words.is(i, "live") && i + 1 == words.len() && (i.saturating_sub(3)..i).any(|k| words.is_spaced_dash(k))
}

/// What else than a verb a word is in some turns: "0.6 per cent lower", "close to the talks", "too slow", "who last beat", "last year".
fn as_no_verb(words: Words<'_>, i: usize, before: &Before, third: bool) -> Option<Pos> {
    // "closed 0.6 per cent lower"
    let measured = words.is_any(i.wrapping_sub(1), &["cent", "percent", "%", "points", "pence", "cents"]);
    if words.is(i, "lower") && measured || heads_live_page(words, i) {
        return Some(Pos::Adjective);
    }
    // "two people close to the talks"
    let near = words.is(i, "close") && words.is(i + 1, "to") && before.pos.is_noun();
    if near && words.pos(i + 1) == Pos::Preposition {
        return Some(Pos::Adjective);
    }
    // "100 knots too slow"
    let degree = words
        .is_any(i.wrapping_sub(1), &["too", "very", "so", "as", "quite", "rather", "more", "less", "most"]);
    if degree && !third && words.has(i, Classes::ADJECTIVE) {
        return Some(Pos::Adjective);
    }
    // "Wales, who last beat Ireland in May"
    let whose = matches!(before.pos, Pos::Subordinator | Pos::Pronoun);
    if whose && words.is(i, "last") && words.has(i + 1, Classes::VERB_PAST) {
        return Some(Pos::Adverb);
    }
    // "three times bankrupt"
    let often = words.is(i.wrapping_sub(1), "times") && words.pos(i.wrapping_sub(2)) == Pos::Number;
    if often && !third && words.is(i, "bankrupt") {
        return Some(Pos::Adjective);
    }
    // "asked me last year"
    if words.is(i, "last") && words.has(i + 1, TIMES) {
        return Some(Pos::Adjective);
    }
    // "Good evening and welcome to the count"
    if words.is(i, "welcome") && words.is(i + 1, "to") && !before.pos.is_noun() && before.pos != Pos::Pronoun
    {
        return Some(Pos::Adjective);
    }
    // "a think tank"
    if words.is(i, "think") && words.is_any(i + 1, &["tank", "tanks"]) {
        return Some(Pos::Noun);
    }
    None
}

/// What words of one pattern or another settle, whatever stands before them.
fn by_pattern(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { third, as_noun, as_verb, .. } = form;
    if third && words.has(i, Classes::SPEECH) && is_inverted_tag(words, i) {
        return Some(as_verb);
    }
    if third && before.pos.is_noun() && is_before_helper(words, i) {
        return Some(as_noun);
    }
    if let Some(pos) = as_no_verb(words, i, before, third) {
        return Some(pos);
    }
    let given = words.has(i + 1, Classes::GIVEN_NAME) && words.pos(i + 1) == Pos::ProperNoun;
    if third && form.noun && is_hoped(words, i) {
        return Some(as_noun);
    }
    // "Assistant coaches Al Roe and Bo Poe"
    let titled = || words.has(i, Classes::PERSON_NOUN.or(Classes::TITLE));
    if third && before.pos != Pos::Pronoun && given && titled() {
        return Some(as_noun);
    }
    // "Nominations close on Friday"
    let shuts = words.is(i, "close") && i == 1 && words.is_any(i + 1, &["on", "at", "in"]);
    if shuts && before.pos == Pos::PluralNoun && words.has(i + 2, TIMES) && !later_finite_verb(words, i) {
        return Some(as_verb);
    }
    // "bus passes they have"
    let owners = ["they", "we", "he", "she", "i", "you"];
    let owned = third && !words.has(i, Classes::SPEECH) && words.is_any(i + 1, &owners);
    if owned && form.noun && before.pos.is_noun() && words.has(i + 2, Classes::AUXILIARY.or(Classes::MODAL)) {
        return Some(as_noun);
    }
    if !third && is_fixture(words, i) {
        return Some(as_verb);
    }
    if !third && is_level(words, i, before) || tells_number(words, i, before) {
        return Some(as_verb);
    }
    // "whose brands include"; "Passenger numbers at the port fell"
    (words.is(i.wrapping_sub(1), "whose") || is_measure(words, i, before) || is_counted_in(words, i))
        .then_some(as_noun)
}

/// "Takings in Leeds stand at $5m", "stocks sit at 40%": how high several things are.
fn is_level(words: Words<'_>, i: usize, before: &Before) -> bool {
    // "The rooms, all named after trees, start at £95"
    let behind_aside = words.is(i.wrapping_sub(1), ",")
        && (0..i).any(|k| words.pos(k) == Pos::PluralNoun)
        && !later_finite_verb(words, i);
    words.is_any(i, &["stand", "sit", "start"])
        && words.is_any(i + 1, &["at", "around"])
        && matches!(words.kind(i + 2), Some(TokenKind::Number | TokenKind::Symbol))
        && (behind_aside || before.pos.is_noun() && !words.is_any(i - 1, &["taxi", "band", "home", "test"]))
}

/// "the whole force numbers 7,600": how many there are of somebody.
fn tells_number(words: Words<'_>, i: usize, before: &Before) -> bool {
    let body = Classes::ORGANISATION.or(Classes::PERSON_NOUN);
    let several =
        ["workforce", "force", "staff", "population", "army", "choir", "herd", "flock", "crew", "fleet"];
    words.is(i, "numbers")
        && words.kind(i + 1) == Some(TokenKind::Number)
        && before.pos.is_noun()
        && (words.has(i - 1, body) || words.is_any(i - 1, &several))
}

/// `"... again," recalls Mrs Roe.`, "..., notes Kwame Roe of the trust", "..., claims a report by the trust": whether a verb of saying in -s
/// stands between what was said and who says so.
fn is_inverted_tag(words: Words<'_>, i: usize) -> bool {
    let behind_quote = matches!(words.mark(i.wrapping_sub(1)), '"' | '\u{201d}' | '\u{2019}')
        && matches!(words.mark(i.wrapping_sub(2)), ',' | '.' | '?' | '!');
    if behind_quote && next_starts_noun_phrase(words, i) {
        return true;
    }
    let verb = |k: usize| words.pos(k).is_finite() || words.pos(k) == Pos::VerbBase;
    let source = |k: usize| {
        Lexicon::english().speech.sources.media.has(words.word(k)) || words.has(k, Classes::PERSON_NOUN)
    };
    let given = words.has(i + 1, Classes::GIVEN_NAME) && words.pos(i + 1) == Pos::ProperNoun;
    let spoken = || words.is_any(i + 1, &["a", "an", "one", "the"]) && (source(i + 2) || source(i + 3));
    words.is(i.wrapping_sub(1), ",") && (given || spoken()) && (0..i).rev().take(24).any(verb)
}

/// "Spain play Peru on Monday", "Leeds host Hull": what one side does to another, each by its name alone. Sides are many in Britain.
fn is_fixture(words: Words<'_>, i: usize) -> bool {
    let end = (i + 1..words.len().min(i + 5)).find(|&k| words.pos(k) != Pos::ProperNoun);
    (1..4).contains(&i)
        && (0..i).all(|k| words.pos(k) == Pos::ProperNoun)
        && Lexicon::english().grammar.fixtures.has(words.word(i))
        && !words.has(i + 1, Classes::GIVEN_NAME)
        && end.is_some_and(|end| end > i + 1 && matches!(words.pos(end), Pos::Preposition | Pos::Punct))
        // "CNN host Roe in May said no"
        && !(i + 2..words.len().min(i + 16)).any(|k| words.has(k, Classes::VERB_PAST.or(Classes::AUXILIARY)))
}

/// What the word before settles.
fn by_word_before(words: Words<'_>, i: usize, before: &Before, form: Form) -> Option<Pos> {
    let Form { third, noun, as_noun, as_verb } = form;
    let adjective = || words.has(i, Classes::ADJECTIVE);
    Some(match before.pos {
        // "neither receives money"
        Pos::Determiner if third && !noun && words.is_any(i - 1, &["neither", "each"]) => as_verb,
        // "Thousands march against cuts"
        Pos::Number
            if !third
                && i == 1
                && words.has(0, Classes::SCALE)
                && words.word(0).ends_with('s')
                && matches!(words.pos(2), Pos::Preposition | Pos::Determiner | Pos::To | Pos::Adverb)
                && !words.is(2, "of")
                && !later_finite_verb(words, i) =>
        {
            Pos::VerbPresent
        }
        // "nine remain missing"
        Pos::Number if !third && !noun && !adjective() => as_verb,
        // "The Zenfone 3 comes with a case"
        Pos::Number if third && !noun && i > 1 && words.pos(i - 2) == Pos::ProperNoun => as_verb,
        // "That it stays low suggests": an adjective of the verb before it, and no noun.
        Pos::Adjective if third && !noun && (0..i).rev().take(8).any(|k| words.pos(k).is_finite()) => as_verb,
        Pos::Determiner | Pos::Adjective | Pos::Possessive | Pos::Number | Pos::Preposition => {
            if adjective() && next_starts_noun(words, i) { Pos::Adjective } else { as_noun }
        }
        // "children who sleep less", "lenders, which together control most of it, have"
        Pos::Subordinator if !third && opens_relative(words, i) => as_verb,
        // "because prices and wages": no verb follows such a word.
        Pos::Subordinator if noun && third && words.is_one_of(i - 1, BEFORE_SUBJECTS) => as_noun,
        // "while costs rose", "said that talks with the union had failed"
        Pos::Subordinator
            if noun && (is_finite_ahead(words, i + 1) || third && is_subject_of_later(words, i)) =>
        {
            as_noun
        }
        Pos::Pronoun | Pos::Subordinator if third || before.pos == Pos::Pronoun => as_verb,
        Pos::VerbParticiple | Pos::VerbIng | Pos::VerbPast | Pos::VerbPresent | Pos::VerbBase if noun => {
            as_noun
        }
        // "made clear"
        _ if before.pos.is_verb() && adjective() => Pos::Adjective,
        // "is not clear and needs to be"
        Pos::Coordinator if third && words.pos(i + 1) == Pos::To && goes_on(words, i) => as_verb,
        // "owns a fifth of the firm and controls its board"
        Pos::Coordinator if third && words.pos(i + 1) == Pos::Determiner && goes_on(words, i) => as_verb,
        _ => return None,
    })
}

/// "one of the threats that the town **faces**.", "how the system **works**": the last word of a clause that another word opens, which
/// has no other verb.
fn ends_subordinate(words: Words<'_>, i: usize) -> bool {
    if words.kind(i + 1) == Some(TokenKind::Word) || words.mark(i + 1) == '-' {
        return false;
    }
    let opener = (i.saturating_sub(6)..i).rev().find(|&k| !words.pos(k).in_noun_phrase());
    opener.is_some_and(|k| {
        let opens = || {
            words.is_any(
                k,
                &["that", "which", "how", "where", "why", "because", "whether", "as", "if", "what"],
            )
        };
        words.pos(k) == Pos::Subordinator && k + 1 < i && opens()
    })
}

/// Whether a noun or name before is one or many as the verb would be.
fn agrees(words: Words<'_>, i: usize, before: &Before, third: bool) -> bool {
    match before.pos {
        Pos::PluralNoun => !third,
        // "40 people a year reach the top"
        Pos::Noun if is_rate(words, i) => !third,
        // "Greeks worship"
        Pos::ProperNoun if words.word(i - 1).ends_with('s') && words.has(i - 1, Classes::NATIONALITY) => {
            !third
        }
        Pos::Noun | Pos::ProperNoun => third,
        Pos::Punct => third && follows_title(words, i),
        _ => false,
    }
}

/// `"Ash Road" opens with a fire`: whether a title in quotation marks that opens the sentence stands right before.
fn follows_title(words: Words<'_>, i: usize) -> bool {
    let quote =
        |k: usize| matches!(words.mark(k), '"' | '\u{201c}' | '\u{201d}' | '\'' | '\u{2018}' | '\u{2019}');
    i > 2
        && i < 9
        && quote(0)
        && quote(i - 1)
        && words.pos(i - 2) == Pos::ProperNoun
        && !(1..i - 1).any(|k| words.kind(k) == Some(TokenKind::Punct))
}

/// Whether a base form is the verb of a plural at the start of the sentence.
fn opens_predicate(words: Words<'_>, i: usize, before: &Before, third: bool, has_verb: bool) -> bool {
    if third {
        return false;
    }
    let near = || (0..i).rev().take(24);
    // "The figures, published in May, show that"
    let says = || words.has(i, Classes::SPEECH) && closes_participle(words, i - 1);
    // "Many farmers, such as Bo, plant trees"
    let behind_aside = before.pos == Pos::Punct
        && words.is(i.wrapping_sub(1), ",")
        && (next_starts_noun(words, i)
            || says() && (next_starts_noun_phrase(words, i) || words.is(i + 1, "that")))
        && near().any(|k| words.pos(k) == Pos::PluralNoun)
        && !near().any(|k| words.pos(k).is_finite());
    // "Members in Peru vote to leave"
    let narrowed = || {
        // "Mill crews in Leeds walk out for a day"
        let leaves = words.is(i, "walk") && words.is_any(i + 1, &["out", "off", "away"]);
        let noun = usize::from(leaves && words.pos(1) == Pos::PluralNoun);
        before.pos.is_noun()
            && (leaves || matches!(words.pos(i + 1), Pos::To | Pos::Determiner))
            && words.pos(noun) == Pos::PluralNoun
            && words.pos(noun + 1) == Pos::Preposition
            && i <= noun + 4
            && !has_verb
    };
    (behind_aside || narrowed()) && (!later_finite_verb(words, i) || says())
}

/// Whether the word stands behind the comma that ends an aside of its subject.
fn ends_aside(words: Words<'_>, i: usize, third: bool) -> bool {
    // "The café, which opened in May, still charges the same"
    let comma = i.wrapping_sub(1 + usize::from(third && words.is(i.wrapping_sub(1), "still")));
    if !words.is(comma, ",") {
        return false;
    }
    let noun_phrase = next_starts_noun_phrase(words, i);
    if !third {
        // "Rovers, who have won twice, host United"
        return noun_phrase && closes_aside(words, comma) && follows_plural_relative(words, comma);
    }
    // "The lake, which is named after him, covers an area"
    (noun_phrase || words.is(i + 1, "to") || words.has(i + 1, Classes::VERB_ING)) && closes_aside(words, comma)
        // "and the road, begun in 2017, ends in a field"
        || (noun_phrase || matches!(words.pos(i + 1), Pos::Preposition | Pos::To | Pos::Adverb))
            && closes_participle(words, comma)
}

/// "would rise to 5m in May, but drop to 3m in June": a second verb of a modal.
fn continues_modal(words: Words<'_>, i: usize, before: &Before, third: bool) -> bool {
    let figure = |k: usize| matches!(words.kind(k), Some(TokenKind::Number | TokenKind::Symbol));
    let apart = words.is(i.wrapping_sub(2), ",")
        && matches!(words.pos(i + 1), Pos::Preposition | Pos::Determiner | Pos::To);
    let moves = words.is_any(i + 1, &["to", "by", "from"]) && figure(i + 2);
    !third
        && before.pos == Pos::Coordinator
        && (apart || moves)
        && (i.saturating_sub(16)..i)
            .any(|k| words.pos(k) == Pos::Modal && (k + 1..k + 4).any(|k| words.pos(k) == Pos::VerbBase))
}

/// Whether a verb of saying ends the sentence as that of a tag. `waited_for`: its subject agrees with it and has no other verb.
fn is_in_tag(words: Words<'_>, i: usize, before: &Before, third: bool, waited_for: bool) -> bool {
    if !words.has(i, Classes::SPEECH) || !is_last(words, i) {
        return false;
    }
    let said = |comma: usize| (0..comma).any(|k| words.pos(k).is_finite());
    if third {
        // ", the Chamber of Trade claims."
        return waited_for && (i.saturating_sub(8)..i).any(|k| words.is(k, ",") && said(k));
    }
    // ", figures from the trust show."
    let comma = (i.saturating_sub(10)..i).rev().find(|&k| words.is(k, ","));
    let several = |k: usize| words.pos(k) == Pos::PluralNoun || words.is(k, "data");
    // ", according to a trust data report."
    let sourced = || (i.saturating_sub(8)..i).any(|k| words.is(k, "according"));
    before.pos.is_noun() && comma.is_some_and(|comma| (comma..i).any(several) && said(comma)) && !sourced()
}

/// Whether what may stand behind a verb follows.
fn has_complement(words: Words<'_>, i: usize) -> bool {
    // "Coalition wins narrow majority"
    let described = words.has(i + 1, Classes::ADJECTIVE)
        && (words.pos(i + 2).is_noun() || words.pos(i + 2) == Pos::Other && words.has(i + 2, Classes::NOUN));
    next_starts_noun_phrase(words, i)
        || described
        || matches!(words.pos(i + 1), Pos::To | Pos::Adverb)
        || words.is_any(i + 1, &["that", "what", "how", "why", "whether"])
        || words.pos(i + 1) == Pos::Preposition && !joins_noun(words, i)
}

/// "that talks | with the union had failed": with a phrase and a finite verb behind it, a plural is the subject of what a verb of
/// saying tells, not the verb of "the party that talks with the union".
fn is_subject_of_later(words: Words<'_>, i: usize) -> bool {
    let opener = i.wrapping_sub(1);
    let relative = words.is_any(opener, &["who", "which"])
        || words.is(opener, "that")
            && words.pos(opener.wrapping_sub(1)).is_noun()
            && !(opener.saturating_sub(4)..opener).any(|k| {
                // "so many trees that trains between"
                words.is_any(k, &["so", "such"]) || words.pos(k).is_verb() && tells(words, k)
            });
    words.pos(i + 1) == Pos::Preposition && !relative && later_finite_verb(words, i)
}

/// Whether a verb of saying stands at `k` that takes those who are told before what it says.
fn tells(words: Words<'_>, k: usize) -> bool {
    let saying = || Lexicon::english().speech.saying(words.word(k));
    words.has(k, Classes::SPEECH) && saying().is_some_and(|saying| saying.frames.intersects(Frames::TOLD))
}

/// "people a year": whether how often stands right before `i` or its adverbs, behind a plural.
fn is_rate(words: Words<'_>, i: usize) -> bool {
    let unit = (i.saturating_sub(3)..i).rev().find(|&k| words.pos(k) != Pos::Adverb);
    unit.is_some_and(|k| {
        k > 1
            && words.has(k, Classes::TIME_UNIT)
            && words.is_any(k - 1, &["a", "each", "every", "per"])
            && words.pos(k - 2) == Pos::PluralNoun
    })
}

/// Whether a noun with a past participle behind it stands before `i` in its clause: "Figures released", "A poll taken". It is one
/// thing where the verb at `i` is of the third person.
pub(super) fn has_known_subject(words: Words<'_>, i: usize, third: bool) -> bool {
    let clause = (0..i).rev().take(16).take_while(|&k| !opens_clause(words, k));
    clause.filter(|&k| k > 0).any(|k| {
        let noun = match words.pos(k - 1) {
            Pos::PluralNoun => !third || words.is(k - 1, "data"),
            Pos::Noun => third || words.is_any(k - 1, &["data", "research", "evidence"]),
            _ => false,
        };
        noun && (words.has(k, Classes::VERB_PARTICIPLE) || words.word(k).ends_with("ed"))
            && words.pos(k) != Pos::Adjective
    })
}

/// Whether "who", or "which" with what it stands for before it, opens the clause right before `i` or its adverbs, and no other word
/// there is its verb.
fn opens_relative(words: Words<'_>, i: usize) -> bool {
    let Some(k) = (0..i).rev().find(|&k| words.pos(k) != Pos::Adverb) else { return false };
    let which = || {
        let whole = (0..k).rev().find(|&at| words.pos(at) != Pos::Punct);
        let commas = words.is(k.wrapping_sub(1), ",") || words.pos(k.wrapping_sub(1)).is_noun();
        let noun = |at: usize| words.pos(at).is_noun() || words.pos(at) == Pos::Number;
        words.is(k, "which") && commas && whole.is_some_and(noun)
    };
    let alone = k + 1 == i || !words.has(i, Classes::NOUN) || next_starts_noun_phrase(words, i);
    words.is(k, "who") && alone || which() && !later_finite_verb(words, i)
}

/// Whether the comma at `close` ends a relative clause or an apposition of the sentence's first noun phrase, which waits for its verb.
fn closes_aside(words: Words<'_>, close: usize) -> bool {
    let comma = (0..close.min(24)).find(|&k| words.is(k, ","));
    let Some(open) = comma.filter(|open| open + 1 < close && close < open + 40) else { return false };
    let relative = words.is_any(open + 1, &["which", "who", "whose"]);
    let describes =
        matches!(words.pos(open + 1), Pos::Determiner | Pos::VerbParticiple | Pos::Preposition | Pos::Number);
    // "The bill, now law, bans smoking", "The update, version 18.2, fixes faults": only where nothing else can be the verb.
    let plain = || {
        matches!(words.pos(open + 1), Pos::Adverb | Pos::ProperNoun | Pos::Noun)
            && words.pos(0) == Pos::Determiner
            && !later_finite_verb(words, close + 1)
    };
    let commas = (open..close).filter(|&k| words.is(k, ",")).count();
    // "which has 30 ports, more than any other, exports the ore"
    let more = relative && commas <= 3 && words.pos(close + 2) == Pos::Determiner;
    // "The firm, the town's oldest, with 900 staff, makes a loss"
    let second = (open + 1..close).find(|&k| words.is(k, ","));
    let twofold = describes
        && commas == 2
        && second.is_some_and(|k| words.is(k + 1, "with"))
        && matches!(words.pos(close + 2), Pos::Determiner | Pos::Number);
    (commas == 1 || more || twofold)
        && (relative || (describes || plain()) && !(open..close).any(|k| words.pos(k).is_finite()))
        && open > 0
        && words.pos(open - 1).is_noun()
        && words.pos(open - 1) != Pos::PluralNoun
        && !(0..open).any(|k| words.pos(k).is_verb() || words.pos(k) == Pos::Subordinator)
}

/// Whether the comma at `close` ends an aside that a participle opens behind a single thing: "the road, begun in 2017,".
fn closes_participle(words: Words<'_>, close: usize) -> bool {
    let open = (close.saturating_sub(20)..close).rev().find(|&k| words.is(k, ","));
    open.is_some_and(|open| {
        open > 0
            && (words.pos(open + 1) == Pos::VerbParticiple || opens_quality(words, open + 1))
            && words.pos(open - 1).is_noun()
            && !(open..close).any(|k| words.pos(k).is_finite())
    })
}

/// "due next week", "available in shops", "worth 3m euros": an adjective with what completes it.
fn opens_quality(words: Words<'_>, i: usize) -> bool {
    words.pos(i) == Pos::Adjective
        && (matches!(words.pos(i + 1), Pos::Preposition | Pos::To | Pos::Number)
            || words.kind(i + 1) == Some(TokenKind::Symbol)
            || words.has(i + 2, TIMES))
}

/// Whether the first aside, which ends at `close`, tells of several: "who have", "which are".
fn follows_plural_relative(words: Words<'_>, close: usize) -> bool {
    let who = (0..close).find(|&k| words.is_any(k, &["who", "which"]));
    who.is_some_and(|who| words.is_any(who + 1, &["have", "are", "were"]))
}

/// Whether nothing but marks stands behind token `i`.
fn is_last(words: Words<'_>, i: usize) -> bool {
    (i + 1..words.len()).all(|k| words.kind(k) == Some(TokenKind::Punct))
}

/// Whether the present tense of the verb before goes on with `i`.
fn goes_on(words: Words<'_>, i: usize) -> bool {
    let verb = (0..i).rev().take(24).find(|&k| words.pos(k).is_finite());
    verb.is_some_and(|k| words.pos(k) == Pos::VerbPresent)
}

/// Whether token `k`, perhaps behind an adverb, can only be a finite verb.
pub(super) fn is_finite_ahead(words: Words<'_>, k: usize) -> bool {
    let k = k + usize::from(words.pos(k) == Pos::Adverb);
    words.pos(k).is_finite() || words.pos(k) == Pos::Other && words.has(k, Classes::VERB_PAST)
}
