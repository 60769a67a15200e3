//! A role of tokens: the title, with its organisation taken out.

use super::possessive;
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::name::Role;
use crate::recognize::name::shape::is_capital;
use crate::tag::Pos;

/// A role whose title is tokens `from..to`, with its organisation taken out of it.
pub(in crate::recognize::name) fn role(
    words: Words<'_>,
    from: usize,
    to: usize,
    start: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Role {
    let mut organisation = None;
    let mut title = from;
    // "Labour leader Sir Ken Roe": the form of address is no part of the office.
    let period = to - usize::from(to > from + 1 && words.is(to - 1, "."));
    let addressed = period > from + 1 && words.is_any(period - 1, &["sir", "dame", "dr", "mr", "mrs", "ms"]);
    let to = if addressed { period - 1 } else { to };
    if let Some(k) = (from..to).find(|&k| possessive(words, k)) {
        let first = from + usize::from(words.has(from, Classes::DETERMINER) && is_capital(words, from + 1));
        if k > first && k + 1 < to {
            organisation = Some((first, k));
            title = k + 1;
        }
    } else {
        // "US President", "Civil Defense Authority director": capitals that are no part of an office.
        let office = |k: usize| {
            let title = lexicon.titles.get(words.word(k));
            title.office || title.dignity || title.honorific
        };
        // "King of the Hill director", not "Chairman of the Joint Chiefs General Al Roe"
        let serves = |k: usize| office(k) && !is_capital(words, k);
        let names = |k: usize| {
            words.is_phrase(k + 1, "of the") && is_capital(words, k + 3) && (k + 4..to).any(serves)
        };
        let first_office = (from..to).find(|&k| office(k) && !names(k)).unwrap_or(to);
        let body = (from..first_office)
            .take_while(|&k| is_capital(words, k) || words.is_any(k, &["of", "for"]) || words.is(k, "the"))
            // "TV presenter Jane Doe"
            .filter(|&k| {
                !lexicon.names.acronyms.has(words.word(k))
                    || words.has(k, Classes::NATIONALITY.or(Classes::PLACE))
            })
            // "State Senator Jane Doe"
            .filter(|&k| !(words.has(k, Classes::DETERMINER) || k == from && words.is(k, "state")))
            .filter(|&k| {
                words.has(k, Classes::ORGANISATION.or(Classes::NATIONALITY).or(Classes::PLACE))
                    || lexicon.names.bodies.has(words.word(k))
                    || !lexicon.titles.get(words.word(k)).modifier
            })
            .last();
        let body = body.map(|last| common_body(words, from, last, first_office, lexicon));
        let hyphen = |k: usize| matches!(words.mark(k), '-' | '\u{2010}' | '\u{2011}');
        // Of "Rovers and Norway defender" neither is the organisation alone.
        let one = |last: &usize| last + 1 < to && !hyphen(last + 1) && !words.is(last + 1, "and");
        if let Some(last) = body.filter(one) {
            let skipped =
                |k: usize| is_former(words, k, lexicon) || k == from && words.has(k, Classes::DETERMINER);
            let first = (from..last).find(|&k| !skipped(k)).unwrap_or(last);
            // "Trades Union Council (TUC)"
            let end = last + 1 + if words.mark(last + 1) == '(' && last + 4 < to { 3 } else { 0 };
            // "Acme plc"
            let end = end + usize::from(end + 1 < to && words.is_any(end, &["plc", "ltd", "inc"]));
            organisation = Some((first, end));
            title = end + usize::from(words.is(end, ".") && end + 1 < to);
        }
    }
    // "a sister", "his predecessor"
    let title = title + usize::from(title + 1 < to && words.has(title, Classes::DETERMINER));
    let title = (title < to).then_some((title, to));
    Role { start, end, title, organisation }
}

/// The last token of a body that starts a sentence without an article: "Coast guard" in "Coast guard spokesman", of which only the
/// first word has a capital.
fn common_body(words: Words<'_>, from: usize, last: usize, office: usize, lexicon: &Lexicon) -> usize {
    let opens = from == last && words.kind(from.wrapping_sub(1)) != Some(TokenKind::Word);
    let common = |k: &usize| words.pos(*k) == Pos::Noun && !lexicon.titles.get(words.word(*k)).modifier;
    if !opens || words.has(from, Classes::NATIONALITY.or(Classes::PLACE)) {
        return last;
    }
    (last + 1..office).take_while(common).last().unwrap_or(last)
}

fn is_former(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    words.is(k, "-") || lexicon.titles.tenures.has(words.word(k))
}
