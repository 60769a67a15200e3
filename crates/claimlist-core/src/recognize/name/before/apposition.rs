//! Appositions before a name: `the ministry's spokesman, Joe Bloggs,`.

use super::super::behind::divided;
use super::{LONGEST, chain::chain_start, head::is_ing_field, is_head, possessive, role::role};
use crate::lex::Words;
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::name::Role;
use crate::recognize::name::shape::{is_capital, office_of};
use crate::tag::Pos;

/// `the ministry's spokesman, Joe Bloggs,`: a noun phrase for somebody, a comma, the name, and the end of it.
pub(in crate::recognize::name) fn apposition(
    words: Words<'_>,
    name: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Option<Role> {
    let comma = name.checked_sub(1).filter(|&k| words.is(k, ","))?;
    // "its lawyer, Jane Doe of Roe and Co"
    let place = Classes::PLACE.or(Classes::NATIONALITY);
    let of_body = words.is(end, "of") && is_capital(words, end + 1) && !words.has(end + 1, place);
    let ends = end >= words.len() || matches!(words.mark(end), ',' | '.' | ';' | ')' | '(');
    // "Governor of Lorne, Al Reed told": at the start of a sentence the second comma may be left out.
    let opens =
        words.pos(end).is_finite() && words.pos(0).is_noun() && (0..comma).all(|k| in_phrase(words, k));
    if !ends && !of_body && !opens {
        return None;
    }
    let lowest = comma.saturating_sub(LONGEST);
    // The head: right before the comma, or before "of ..." or "for ..." that stands there.
    let head = (lowest..comma).rev().take_while(|&k| in_phrase(words, k)).find(|&k| {
        // Not "police" of "the head of the police, Jane Doe".
        is_head(words, k, lexicon)
            && (!lexicon.titles.get(words.word(k)).collective && words.pos(k) != Pos::PluralNoun
                || one_of(words, k, lexicon))
            && (k + 1 == comma && !is_field_of(words, k, lexicon)
                || words.is_any(k + 1, &["of", "for", "at", "in"])
                || words.is(k + 1, "to") && lexicon.titles.attached.has(words.word(k))
                || is_in_law(words, k, comma))
    })?;
    let mut start = chain_start(words, head, lexicon);
    // "its lawyer", but "reports | that Roe's envoy"
    let article = start.wrapping_sub(1);
    if words.has(article, Classes::DETERMINER) && !words.is(article, "that") {
        start -= 1;
    }
    if words.is_phrase(start.wrapping_sub(2), "one of") {
        start -= 2;
    }
    // "Wife of the president, Ann Roe said" tells of another office.
    if opens && !ends && !of_body && start > 0 {
        return None;
    }
    let known = start < head || words.has(start, Classes::DETERMINER) || opens && head + 1 < comma;
    // "the chief constable of Kent, Jane Doe"
    let affiliated = head + 1 < comma && !is_in_law(words, head, comma);
    known.then(|| match affiliated {
        true => Role { start, end, ..divided(words, start, head, comma, lexicon) },
        false => role(words, start, comma, start, end, lexicon),
    })
}

/// "the Minister for | Justice", "special adviser to the | governor": whether the office at token `k` only tells another's field or master.
fn is_field_of(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    let attached = words.is_phrase(k.wrapping_sub(2), "to the")
        && lexicon.titles.attached.has(words.word(k.wrapping_sub(3)));
    attached || lexicon.titles.portfolios.has(words.word(k)) && office_of(words, k, lexicon).is_some()
}

/// "her brother-in-law": whether the word at `k` and "in-law" are all that stands before token `end`.
fn is_in_law(words: Words<'_>, k: usize, end: usize) -> bool {
    k + 5 == end && words.is(k + 2, "in") && words.is(k + 4, "law")
}

/// "one of the survivors": whether the plural at token `head` is that of which somebody is one.
fn one_of(words: Words<'_>, head: usize, lexicon: &Lexicon) -> bool {
    let mut of = head;
    while of > 0 && head - of < 4 && words.pos(of - 1).in_noun_phrase() {
        of -= 1;
        if words.is_phrase(of.wrapping_sub(2), "one of") {
            // "One of the men, Al Roe" says nothing of him that could be wrong.
            return words.has(of, Classes::DETERMINER) && !lexicon.titles.indistinct.has(words.word(head));
        }
    }
    false
}

/// `her doctor, Dr Jane Doe`: of a title that only honours, the apposition before it says more.
pub(in crate::recognize::name) fn with_apposition(
    words: Words<'_>,
    role: Role,
    end: usize,
    lexicon: &Lexicon,
) -> Role {
    let Some((from, to)) = role.title.filter(|title| title.0 == role.start) else { return role };
    // So does one of a single word: "the committee's chairman, Cllr Jane Doe".
    // "the chief of the army, Lieutenant-General Jane Doe"
    let rank =
        from + 3 == to && words.is(from + 1, "-") && is_capital(words, from) && is_capital(words, to - 1);
    let single = from + 1 == to || from + 2 == to && words.is(to - 1, ".") || rank;
    let honours = single || (from..to).all(|k| words.is(k, ".") || lexicon.titles.get(words.word(k)).dignity);
    let described = honours.then(|| apposition(words, from, end, lexicon)).flatten();
    // Not "Senator Baker, Speaker Roe".
    let owned = |role: &Role| (role.start..from).any(|k| possessive(words, k));
    let described =
        described.filter(|role| !single || words.has(role.start, Classes::DETERMINER) || owned(role));
    described.unwrap_or(role)
}

/// Whether token `k` may stand in the noun phrase of an apposition.
fn in_phrase(words: Words<'_>, k: usize) -> bool {
    words.pos(k).in_noun_phrase()
        || words.is_any(k, &["of", "for", "at", "in", "to", "on", "and", "-"])
        || is_ing_field(words, k)
        || words.has(k, Classes::TITLE.or(Classes::PERSON_NOUN))
}
